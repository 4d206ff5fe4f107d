"""One child only: other names, pronouns and settings, without false alarms for names that are words."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small


def ask(id, **given):
    return checks()[id].function(small(**given))


@pytest.mark.parametrize(
    ("words", "stranger"),
    [
        ("By July 2027 Oliver will read a page aloud.", "Oliver"),
        ("Daily sessions help Maisie to talk about worry.", "Maisie"),
        ("Priya's reading is at a six-year level.", "Priya"),
        ("Ellie-Mae eats and sleeps well.", "Ellie-Mae"),
        ("Freddie Sallis must not be left near the gate.", "Sallis"),
    ],
)
def test_another_childs_name_is_quoted(words, stranger):
    answer = ask("identity.other_names", child_name="Tom Sample", B="Tom reads slowly.", E=words)
    assert answer.verdict is Verdict.NOT_MET
    assert stranger in words
    assert [passage.text for passage in answer.evidence] == [words]


@pytest.mark.parametrize(
    "words",
    [
        "Staff will read with Tom each day.",
        "Tom's brother Finn will wait at the gate.",
        "Reading is hard for him. Makaton will be used.",
        "Mrs Example will see Tom each week.",
        "By December Tom will use Makaton to ask for help.",
        "Anna Bell, his teaching assistant, will keep the book.",
        "Audiology will test his hearing each June.",
        "A laptop with word prediction will be kept for Tom's use.",
        "A youth worker from Early Help will go with Tom to the club.",
        "The nurse at Northwold Community Health NHS Trust will see Tom for 30 minutes each term.",
        "Strangers cannot follow what he says.",
        "St Aldwyn's is a junior school.",
    ],
)
def test_other_people_and_other_words_are_left_out(words):
    assert ask("identity.other_names", child_name="Tom Sample", F=words).verdict is Verdict.MET


@pytest.mark.parametrize("name", ["Will Hope", "Grace Field", "May Green", "Mark Stone"])
def test_a_child_may_be_called_by_a_word(name):
    first = name.split()[0]
    answer = ask("identity.other_names", child_name=name, known_as=first, E=f"By July 2027 {first} will read a page.")
    assert answer.verdict is Verdict.MET


def test_without_the_childs_name_a_person_decides():
    assert ask("identity.other_names", E="By July 2027 Oliver will read.").verdict is Verdict.NEEDS_PERSON


def test_a_pronoun_of_the_other_kind_is_quoted():
    answer = ask(
        "identity.pronouns", child_name="Ana Sample",
        B="Ana reads slowly. She mishears. She tires.", F="He will have 20 minutes of phonics each day.",
    )  # fmt: skip
    assert answer.verdict is Verdict.NOT_MET
    assert [passage.text for passage in answer.evidence] == ["He will have 20 minutes of phonics each day."]


@pytest.mark.parametrize(
    "words",
    [
        "Ana goes to her grandfather after school. He will read with her.",
        "Her teaching assistant keeps the book. He will share it with home.",
        "She will read to a friend. She chooses him each week.",
    ],
)
def test_somebody_else_may_be_he(words):
    answer = ask("identity.pronouns", child_name="Ana Sample", B="Ana reads slowly. She mishears. She tires.", F=words)
    assert answer.verdict is Verdict.MET


def test_a_plan_that_says_they_raises_nothing():
    words = "Sam reads slowly. They tire. They mishear. Sam needs their ear defenders."
    assert ask("identity.pronouns", child_name="Sam Sample", B=words).verdict is Verdict.MET


def test_another_setting_as_the_childs_own_is_quoted():
    given = {"child_name": "Tom Sample", "setting": "Hillview Primary School", "I": "Hillview Primary School"}
    wrong = ask("identity.setting", **given, F="Tom attends Northgate Academy and has 20 minutes of reading a day.")
    right = ask(
        "identity.setting", **given, F="Tom will move to Northgate Academy. He attends Hillview Primary School."
    )
    assert wrong.verdict is Verdict.NOT_MET
    assert right.verdict is Verdict.MET


@pytest.mark.parametrize(
    "line",
    [
        "An adult works with Makaton signs and gives Numicon to the group.",
        "His friend Harry sits with him; an adult works with Harry too.",
        "A teacher is trained by Harry Example, specialist teacher.",
    ],
)
def test_programmes_friends_and_staff_are_no_other_child(line):
    assert ask("identity.other_names", child_name="Tom Sample", B="Tom reads slowly.", F=line).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("She will have a writing slope, checked by an occupational therapist each term.", Verdict.NOT_MET),
        ("The school nurse visits weekly. She will check the tube.", Verdict.MET),
        ("His mother works nights. She needs to sleep when he is at school.", Verdict.MET),
        ("A mentor meets him before she eats.", Verdict.NEEDS_PERSON),
        ("A mentor meets him before she teaches.", Verdict.MET),
        ("The key worker follows if she leaves the room.", Verdict.NEEDS_PERSON),
        ("His mother follows if she has the time.", Verdict.MET),
        ("A mentor works with Tom. Her planner is checked each Monday.", Verdict.NOT_MET),
        ("A mentor works with Tom. Her report is shared each Monday.", Verdict.MET),
        ("Tom's sister helps at home. Her planner is on the wall.", Verdict.MET),
        ("Assistants work one to one, or one to three where she prefers others.", Verdict.NOT_MET),
        ("A teacher will sit by him. She should be encouraged to tell an adult.", Verdict.NOT_MET),
        ("The nurse checks her weight each term.", Verdict.NOT_MET),
    ],
)
def test_a_pronoun_that_opens_its_sentence_is_judged_by_the_sentence_before(line, verdict):
    plan = {"B": "Tom reads slowly. He finds it hard to hold a pencil.", "E": "He will read. He will write."}
    assert ask("identity.pronouns", child_name="Tom Sample", **plan, F=line).verdict is verdict


@pytest.mark.parametrize(
    ("words", "stranger"),
    [
        ("Tom joins in; Harrison takes an adult's hand.", "Harrison"),
        ("Kayleigh must never be asked a question in front of the class.", "Kayleigh"),
        ("Handouts are given in order that Jessica-May may revise.", "Jessica"),
        ("The Sampleton family has asked for homework in writing.", "Sampleton"),
        ("He sees Nathaniel's mother on Saturdays.", "Nathaniel"),
    ],
)
def test_another_childs_name_is_quoted_whatever_the_verb(words, stranger):
    answer = ask("identity.other_names", child_name="Tom Sample", B=words)
    assert [stranger in passage.text for passage in answer.evidence] == [True]


def test_where_the_cover_gives_no_name_the_one_that_the_sections_speak_of_is_the_childs():
    given = {
        "B": "Daisy reads slowly. Daisy cannot write a sentence. Daisy's spelling is behind.",
        "E": "By July 2027 Daisy will read a page. By July 2027 Daisy will write a sentence.",
        "F": "A teacher teaches Daisy daily. Daisy has a laptop. Harrison writes with a pen.",
    }
    answer = ask("identity.other_names", **given)
    assert [passage.text for passage in answer.evidence] == ["Harrison writes with a pen."]
    few = ask("identity.other_names", B="Daisy reads slowly.", E="Daisy will read a page.")
    assert few.verdict is Verdict.NEEDS_PERSON


@pytest.mark.parametrize(
    ("words", "strange"),
    [
        (
            "Robin restarts until it is perfect. On a bad day she hands in nothing.",
            ["On a bad day she hands in nothing."],
        ),
        ("Their teacher, Ms Example, says that she gives Robin time.", []),
    ],
)
def test_a_child_who_is_they_is_not_she(words, strange):
    they = "They draw. They write when they are asked. Their mother helps them and they thank her."
    answer = ask("identity.pronouns", child_name="Robin Sample", A="I use they/them.", B=they, F=words)
    assert [passage.text for passage in answer.evidence] == strange


@pytest.mark.parametrize(
    ("words", "strange"),
    [
        (
            "Staff remind Tom of his targets, so that he holds herself to account.",
            ["Staff remind Tom of his targets, so that he holds herself to account."],
        ),
        ("Staff say that he has a mother who drives herself.", []),
        ("Staff remind Tom of his targets, so that he holds himself to account.", []),
    ],
)
def test_himself_and_herself_are_of_the_one_spoken_of(words, strange):
    answer = ask("identity.pronouns", child_name="Tom Sample", B="He reads. He writes. His spelling is slow.", F=words)
    assert [passage.text for passage in answer.evidence] == strange


@pytest.mark.parametrize(
    ("given", "strangers"),
    [
        (
            {"K": "Oscar's reports have been sent under separate cover."},
            ["Oscar's reports have been sent under separate cover."],
        ),
        ({"K": "Anna Bell, educational psychologist. Copies are attached."}, []),
        ({"C": "Tom takes medicine. Appetite is low at midday."}, []),
    ],
)
def test_names_that_own_reports_and_words_that_open_a_sentence(given, strangers):
    answer = ask("identity.other_names", child_name="Tom Sample", B="Tom reads slowly.", **given)
    assert [one.text for one in answer.evidence] == strangers


@pytest.mark.parametrize(
    ("words", "is_a_slip"),
    [
        ("A teaching assistant will practise reading with her for ten minutes every day.", True),
        ("The key worker keeps a card for Tom, and will remind her to use it.", True),
        ("There is a check in which she is asked to show what comes first.", True),
        ("Staff see that she has understood.", True),
        ("Two assistants, trained by her for two hours, fit the splints.", False),
        ("The therapist meets Tom's mother and gives her a sheet to use at home.", False),
        ("The teacher pairs Tom with Ana Demo and reads with her and Tom each day.", False),
        ("The therapist brings her report to the review.", False),
    ],
)
def test_whom_staff_see_is_the_child_where_nobody_else_is_spoken_of(words, is_a_slip):
    he = "Tom reads slowly. He mishears. He tires. His spelling is slow."
    answer = ask("identity.pronouns", child_name="Tom Sample", B=he, F=words)
    assert [passage.text for passage in answer.evidence] == (
        [words.removeprefix("A mentor helps. ")] if is_a_slip else []
    )


def test_of_a_long_sentence_the_words_about_the_name_are_quoted():
    words = " ".join(f"word{chr(97 + n % 26)}" for n in range(40))
    answer = ask("identity.other_names", child_name="Tom Sample", B="Tom reads.", F=f"{words} for Oliver when {words}.")
    (passage,) = answer.evidence
    assert len(passage.text.split()) == 31
    assert passage.text.split()[15] == "Oliver"


def test_whose_parents_section_j_speaks_of_is_the_child():
    he = "Tom reads slowly. He writes. His spelling is slow."
    said = ask("identity.pronouns", child_name="Tom Sample", B=he, J="None was asked for. Her parents may ask again.")
    assert said.verdict is Verdict.NOT_MET
    own = ask("identity.pronouns", child_name="Tom Sample", B=he, J="None was asked for. His parents may ask again.")
    assert own.verdict is Verdict.MET


def test_a_short_form_of_the_childs_name_is_the_child():
    said = [f"Jess {verb} slowly." for verb in ("reads", "writes", "walks", "talks")] * 2
    plan = {code: " ".join(said) for code in ("B", "E", "F")}
    answer = ask("identity.other_names", child_name="Jessamy Sample", **plan)
    assert answer.verdict is Verdict.MET


@pytest.mark.parametrize(
    ("before", "words", "is_a_slip"),
    [
        ("A mentor helps.", "Tom has her own plan of four steps, which is kept on the desk.", True),
        ("Tom enjoys swimming on Saturdays.", "Her teachers find that he works best before lunch.", True),
        ("His mother is a governor.", "Her teachers meet him at the gate.", False),
        ("The SENCO meets him daily.", "Tom gives her his card.", False),
        ("His mum works nights.", "Tom misses her.", False),
        ("The hall is loud then.", "She sits with the teacher and Tom.", False),
        ("A mentor helps.", "Tom and his mother look at her plan together.", False),
        ("A mentor helps.", "Tom sits with Ana and her friends.", False),
        ("It was agreed by the board in May.", "She carries a bracelet with its number.", True),
        ("It was agreed by the Samplevale integrated care board in May.", "She carries a card with its number.", True),
    ],
)
def test_who_is_she_after_the_childs_own_name_or_where_nobody_was_named(before, words, is_a_slip):
    he = "Tom reads slowly. He mishears. He tires. His spelling is slow."
    answer = ask("identity.pronouns", child_name="Tom Sample", B=he, F=f"{before} {words}")
    assert [passage.text for passage in answer.evidence] == ([words] if is_a_slip else [])


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Elm School. Ivo stays there until July 2029, and she has a place in its base.", Verdict.NOT_MET),
        ("Ivo moves to the college in May, where her mentor meets the bus.", Verdict.NOT_MET),
        ("Ivo's mother asked for Elm School because she knows it.", Verdict.MET),
        ("Ms Hill, the head teacher, has met Ivo and she offers a place.", Verdict.MET),
        ("Ivo stays there until July 2029, and he has a place in its base.", Verdict.MET),
    ],
)
def test_the_childs_pronoun_in_section_i(text, verdict):
    told = "He reads slowly. He needs time. He tires after lunch. He counts to ten."
    answer = ask("identity.pronouns", child_name="Ivo Senn", known_as="Ivo", B=told, I=text)
    assert answer.verdict is verdict


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Typing practice, 20 minutes weekly, until Mina types 20 words.", True),
        ("Lexia takes 20 minutes daily.", False),
    ],
)
def test_another_childs_name_before_a_figure(text, other):
    answer = ask("identity.other_names", child_name="Ivo Senn", known_as="Ivo", B="Ivo reads slowly.", F=text)
    assert (answer.verdict is Verdict.NOT_MET) is other


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("He lives with his mother. On Sundays Tom goes to the park, where she plays in goal.", Verdict.NEEDS_PERSON),
        ("He lives with his mother. On Sundays Tom goes to the park with his mother, where she plays.", Verdict.MET),
        ('He lives with his mother. Tom says "she plays in goal".', Verdict.MET),
    ],
)
def test_who_plays_after_the_childs_name_in_section_a_is_asked(line, verdict):
    plan = {"B": "Tom reads slowly. He finds it hard to hold a pencil.", "E": "He will read. He will write."}
    assert ask("identity.pronouns", child_name="Tom Sample", A=line, **plan).verdict is verdict


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("Mrs Lowe sits by the door, where she can see him.", Verdict.MET),
        ("Mrs Lowe sits by the door, where she can see Tom.", Verdict.MET),
        ("She will stand back and step in only when he signs to her.", Verdict.MET),
        ("A respiratory physiotherapist, one hour a term; she trains the assistants.", Verdict.MET),
        ("Mrs Lowe follows at once if she leaves the room.", Verdict.MET),
        ("She will need a quiet table when he has her book.", Verdict.NOT_MET),
    ],
)
def test_who_does_something_to_the_child_is_somebody_else(line, verdict):
    plan = small(child_name="Tom Sample", known_as="Tom", B="Tom likes maps. He tires. He reads. He sings.", F=line)
    assert checks()["identity.pronouns"].function(plan).verdict is verdict


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("The key worker stands where she can see him.", Verdict.MET),
        ("A mentor works one to one, two hours a week, to help her take part in a club.", Verdict.NEEDS_PERSON),
        ("The SENCO sees Tom every Friday to rehearse asking for a repeat, using her card.", Verdict.NEEDS_PERSON),
        ("The SENCO sees Tom every Friday and brings her report.", Verdict.MET),
        ("It was agreed by the nurse in May. She carries a card with its number.", Verdict.NEEDS_PERSON),
        ("The nurse visits each term. She weighs him and writes to the doctor.", Verdict.MET),
        ("The family support worker met us on 22 May 2026 and closed her check.", Verdict.MET),
        ("A counsellor accredited by her professional body sees him for 45 minutes a week.", Verdict.MET),
        ("The assistant has a card each week; the practitioner herself watches for one hour.", Verdict.MET),
        ("The assistant holds the card and asks her to check her checklist.", Verdict.NEEDS_PERSON),
        ("The therapist trains the assistant and watches her for 20 minutes.", Verdict.MET),
        ("By July 2027 a listener who has not met her will understand Tom.", Verdict.NEEDS_PERSON),
        ("His parents sleep in turns; she misses outings.", Verdict.NEEDS_PERSON),
        ("His sister is in Year 4. Tom has her own bed back.", Verdict.NEEDS_PERSON),
        ("Tom travels by bus with a friend and pays the fare herself.", Verdict.NEEDS_PERSON),
        ("Two adults, 32.5 hours a week between them. Mrs Example is one; she steps back when he signs.", Verdict.MET),
    ],
)
def test_staff_or_the_child(line, verdict):
    he = "Tom reads slowly. He mishears. He tires. His spelling is slow."
    answer = ask("identity.pronouns", child_name="Tom Sample", B=he, F=line)
    assert answer.verdict is verdict
    whole = ask("identity.one_child", child_name="Tom Sample", B=he, F=line)
    assert whole.verdict is verdict  # what is asked about a pronoun is asked about the plan


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("How to talk with Tom. Say his name and give her time.", Verdict.NEEDS_PERSON),
        ("His mother says that he sings. She hopes that he will find a friend.", Verdict.MET),
        ("Mr and Mrs Sample describe Tom as kind, and fear for her on roads.", Verdict.NEEDS_PERSON),
        ("Mrs Sample writes: “Tom is stubborn. We worry that she is lonely.”", Verdict.MET),
        ("Tom's parents write: “Tom is stubborn. We worry that she is lonely.”", Verdict.MET),
        ("What the family says: “He is stubborn. We worry that she is lonely.”", Verdict.NEEDS_PERSON),
        ("“I like Ms Example since she draws.”", Verdict.MET),
    ],
)
def test_what_a_family_says(line, verdict):
    he = "Tom reads slowly. He mishears. He tires. His spelling is slow."
    assert ask("identity.pronouns", child_name="Tom Sample", B=he, A=line).verdict is verdict


def test_a_child_who_speaks_is_what_the_family_says():
    first = " ".join(["I find reading hard.", "My teacher helps me."] * 8)
    family = "Mum and Dad say: “Ola is brave. We hope he will find friends. We read letters for him."
    plan = {"child_name": "Ola Sample", "B": first}
    assert ask("identity.pronouns", **plan, A=f"{family}”").verdict is Verdict.MET
    assert ask("identity.pronouns", **plan, A=f"{family} At night she cries.”").verdict is Verdict.NEEDS_PERSON


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({"F": "Before each topic Daniel shall be shown eight new words, with pictures."}, True),
        ({"F": "The SENCO reviews targets with Oliver and Mum for 30 minutes."}, True),
        ({"F": "The therapist works with Kenver alone for 20 minutes."}, True),
        ({"A": "My name is Oliver and I like trains."}, True),
        ({"K": "Parents' advice and Oliver's views, 3 March 2026."}, True),
        ({"B": "Tom plays with his sister, Esme.", "F": "An adult plays a game with Esme too."}, False),
        ({"A": "Tom plays with Esme next door, who is six."}, False),
        ({"C": "Levetiracetam is given twice daily. Sunlight worsens the condition."}, False),
    ],
)
def test_a_name_that_nothing_explains_is_asked_about(given, asked):
    given = {"B": "Tom reads slowly.", **given}
    answer = ask("identity.other_names", child_name="Tom Sample", **given)
    assert (answer.verdict in (Verdict.NEEDS_PERSON, Verdict.NOT_MET)) is asked


def test_the_pronoun_that_stands_here_is_named():
    answer = ask(
        "identity.pronouns",
        child_name="Ana Sample",
        B="Ana reads slowly. She mishears. She tires. Ana has his own plan.",
    )
    assert answer.verdict is Verdict.NOT_MET
    assert answer.note == "The child is 'she' elsewhere in the plan, and the pronoun 'his' stands here."


def test_pronouns_that_stand_here_are_named_in_the_plural():
    said = "Ana reads slowly. She mishears. She tires. She sings. She swims. Ana has his own plan. Ana knows him."
    answer = ask("identity.pronouns", child_name="Ana Sample", B=said)
    assert answer.note == "The child is 'she' elsewhere in the plan, and the pronouns 'his' and 'him' stand here."


def test_the_mother_of_a_father_with_the_childs_name_is_his():
    she = "Ana reads slowly. She mishears. She tires. Her spelling is slow."
    line = "A support worker will visit Mr Sample and his mother at home for an hour a week."
    assert ask("identity.pronouns", child_name="Ana Sample", B=she, H2=line).verdict is Verdict.MET
