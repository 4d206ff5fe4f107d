"""Checks on section A: whose views, which interests, how the child communicates."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.model import Verdict
from tests.checks.small import section_of
from tests.plan.plans import heading, line, plan_of, row


def ask(id, text, **facts):
    plan = section_of("A", text, **facts)
    check = checks()[id]
    return check.function(plan.section("A"), *((plan,) if check.takes_plan else ()))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("I like bubbles. Don't touch my hair.", Verdict.MET),
        ("Maya told her key worker that she is happiest outdoors.", Verdict.MET),
        ("What we have learned from Maya\nHe chose water. He pushed away the hand dryer.", Verdict.MET),
        ("What we believe Maya would say\nShe likes to be near people.", Verdict.NEEDS_PERSON),
        ("What we have learned as parents\nHe chose water. He pushed away the hand dryer.", Verdict.NOT_MET),
        ("He pointed to the picture of the swing and pushed away the hall.", Verdict.MET),
        ('Maya pressed "train" on her talker when her teacher asked about school.', Verdict.MET),
        ('Maya put the picture of the hall in the "no" box.', Verdict.MET),
        ("The views of Maya's parents\nWe want our daughter to be safe. I worry at night.", Verdict.NOT_MET),
        ("Mum says that he likes trains.", Verdict.NOT_MET),
        ("My son is a happy boy and I want the best for him.", Verdict.NOT_MET),
        ("Maya enjoys gardening and wants to work outdoors.", Verdict.NEEDS_PERSON),
        ("What Maya showed she wants\nMore time in the water, each time the towel came out.", Verdict.NEEDS_PERSON),
        ("What Maya showed she wants\nMum says more time in the water.", Verdict.NOT_MET),
        ("What Maya showed she wants\nNot known", Verdict.NOT_MET),
        ("Things she does not like\nSudden noise. A cold flannel.", Verdict.NEEDS_PERSON),
        ("What Maya needs\nA calm room and one adult.", Verdict.NOT_MET),
        ("Maya: no words yet. Views taken by watching over two mornings. Happiest: the water.", Verdict.NEEDS_PERSON),
        ("Maya placed the picture of the swing on the green side of the board.", Verdict.NEEDS_PERSON),
        ("Maya's views could not be gathered. Maya enjoys trains.", Verdict.NEEDS_PERSON),
        ("Her views have not been sought by watching. She enjoys trains.", Verdict.NEEDS_PERSON),
        ("Maya's views were read from her face by her mother. Maya enjoys swimming.", Verdict.NEEDS_PERSON),
        ("Maya is in Year 4. She has two brothers and was born in Leeds.", Verdict.NOT_MET),
        ("Her parents\nShe is kind.\nHer view\nChose outdoors from two photographs each time.", Verdict.NEEDS_PERSON),
        ("My views, my family's views and our hopes\nI'm Maya. I like bubbles and I hate queues.", Verdict.MET),
        (
            "From her parents\nWe hope she swims.\nFrom Maya, seen by her teacher\nShe said “again” at the swing.",
            Verdict.MET,
        ),
    ],
)
def test_the_childs_own_views_are_told_from_other_peoples(text, verdict):
    assert ask("children.own_views", text, known_as="Maya").verdict is verdict


def test_a_named_parents_words_are_the_parents():
    text = "Ceri's views\nCeri, Bron's mother, says that Bron is brave. I feel judged when school rings."
    assert ask("children.own_views", text, known_as="Bron").verdict is Verdict.NOT_MET
    assert ask("children.parents_views", text, known_as="Bron", year_group=5).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("text", "year_group", "verdict"),
    [
        ("Mum would like him to have one good friend.", 5, Verdict.MET),
        ("What we hope for\nWe hope that he will ride a bicycle with his cousins by the summer.", 2, Verdict.MET),
        ("The views of my parents\nOrla and Sean say that I am strong-willed.", 11, Verdict.MET),
        ("I make candles with my gran.", 7, Verdict.NOT_MET),
        ("I make candles with my gran.", 13, Verdict.NOT_APPLICABLE),
        ("I make candles with my gran.", None, Verdict.NEEDS_PERSON),
    ],
)
def test_parents_views_are_owed_for_a_child(text, year_group, verdict):
    assert ask("children.parents_views", text, year_group=year_group).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("She is fascinated by maps.", Verdict.MET),
        ("I like football.", Verdict.MET),
        ("I would like to be a vet.", Verdict.NOT_MET),
        ("He likes to have questions a day before.", Verdict.NOT_MET),
        ("I know every tram stop in the city.", Verdict.MET),
        ("She knows nearly everything about owls.", Verdict.MET),
        ("I collect badges and I play the cello.", Verdict.MET),
        ("I swim for the county. I listen to ghost podcasts.", Verdict.MET),
        ("He plays in goal for a Sunday team.", Verdict.MET),
        ("I listen to the teacher and write slowly.", Verdict.NOT_MET),
        ("I would like to dance in the carnival.", Verdict.NOT_MET),
        ("She knows every letter and sound.", Verdict.NOT_MET),
        ("I know all the adults.", Verdict.NOT_MET),
        ("He plays alone in the corner, and I draw a line there.", Verdict.NOT_MET),
    ],
)
def test_an_interest_is_no_wish_and_no_preference(text, verdict):
    assert ask("children.interests", text).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Ravi communicates using Makaton signs.", Verdict.MET),
        ("Ravi shared these views through a talking mat session with a teacher.", Verdict.MET),
        ("When I am upset please use a quiet voice.", Verdict.MET),
        ("I do not like loud voices.", Verdict.NOT_MET),
        ("At home I talk. How I communicate and take part: I type.", Verdict.MET),
        ("He came to his planning meeting and read out a statement.", Verdict.MET),
        ("He has a cat and likes drawing.", Verdict.NOT_MET),
        ("The route has clear signs.", Verdict.NOT_MET),
    ],
)
def test_how_the_child_communicates(text, verdict):
    assert ask("children.communicates", text).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("I have a diagnosis of autism and I present with sensory processing difficulties.", Verdict.NOT_MET),
        ('Tom told his teacher: "I like my cat."', Verdict.MET),
        ("I like my cat and I hate peas.", Verdict.PARTLY_MET),
        ("Ida wanted to type this by herself. I like my cat and I hate peas.", Verdict.MET),
        ("Ida, interviewed by her tutor on 4 May 2026: “I like my cat", Verdict.MET),
        ("In Ida's own words. I like my cat and I hate peas.", Verdict.MET),
        ("Ida made us a short film. I like my cat and I hate peas.", Verdict.MET),
        ("I'm Ida. I like my cat and I hate peas.", Verdict.MET),
        ("I'm Welsh and I like my own page in the book: I hate peas.", Verdict.PARTLY_MET),
    ],
)
def test_adults_words_in_a_childs_mouth_are_seen(text, verdict):
    assert ask("children.whose_words", text).verdict is verdict


def test_what_a_child_without_words_reached_for_is_an_interest():
    plan = section_of("A", "Ana reached for the photographs of bubbles and pushed away the hand dryer.")
    assert checks()["children.interests"].function(plan.section("A")).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "Ivo, his family and their hopes\nIvo's views were gathered by watching him. He smiles at bells.",
            Verdict.MET,
        ),
        ("Ivo and those at home\nIvo is pre-verbal. When the room is loud, tears come.", Verdict.NEEDS_PERSON),
        ("At nursery the team can tell what Ivo likes from how he rocks and hums.", Verdict.NEEDS_PERSON),
        ("Ivo's family\nMum says that he smiles at bells. She hopes that he will walk.", Verdict.NOT_MET),
        ("Ivo was born early. Observations were made by the clinic. He has had grommets.", Verdict.NOT_MET),
    ],
)
def test_the_view_of_a_child_without_words_may_be_what_was_seen(text, verdict):
    assert ask("children.own_views", text, child_name="Ivo Senn", known_as="Ivo", year_group=2).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Mr and Mrs Roe describe a funny boy and want him near his cousins.", Verdict.MET),
        ("Mr and Mrs Roe wrote on 26 June 2026. They worry that he will get lost.", Verdict.MET),
        ("Mrs Senn's dream is that Ivo will read to his brother.", Verdict.MET),
        ("Ms Oak hopes that Ivo will have one friend by summer.", Verdict.NEEDS_PERSON),
        ("Mrs and Mr Senn, on 2 May 2026: Ivo spoke at three. He is well. They long for him to be heard.", Verdict.MET),
        ("Mr and Mrs Senn (written, 2 May 2026): Ivo sleeps well. They would like him to keep up.", Verdict.MET),
        (
            "Mr and Mrs Senn wrote on 2 May 2026. They see a boy who hates to fail, and hope he reads.",
            Verdict.MET,
        ),
        ("Ms Senn, on 2 May 2026: Ivo spoke at three. She hopes that he will ride a bicycle.", Verdict.MET),
        (
            "A1 Mr and Mrs Senn: Ivo rides a horse. He has two friends. He hopes to be a vet.",
            Verdict.NEEDS_PERSON,
        ),
        ("Mrs Senn (mother): 4 Mill Lane. Ivo was born in Leeds. He wants to be a vet.", Verdict.NEEDS_PERSON),
        ("Ivo told Mrs Oak that he likes trains and wants to drive one.", Verdict.NOT_MET),
        ("Ivo asked Mr Roe for a bigger table.", Verdict.NOT_MET),
    ],
)
def test_a_couple_and_whoever_has_the_childs_surname_are_parents(text, verdict):
    assert ask("children.parents_views", text, child_name="Ivo Senn", known_as="Ivo", year_group=2).verdict is verdict


def test_whose_words_stand_in_a_table_is_told_by_the_heads_of_its_columns():
    plan = plan_of(
        heading("Section A: Views, interests and aspirations"),
        row(1, 1, "A1  Maya", "A2  Maya's parents"),
        row(1, 2, "I like bubbles. Don't touch my hair.", "We hope that she has one good friend."),
        heading("Section B: Special educational needs"), line("Maya finds it hard to read."),
        heading("Section E: Outcomes"), line("By July 2027 Maya will read 45 words."),
        row(2, 1, "Name", "Maya Sample"),
    )  # fmt: skip
    answers = [
        checks()[id].function(plan.section("A"), plan) for id in ("children.own_views", "children.parents_views")
    ]
    assert [one.verdict for one in answers] == [Verdict.MET, Verdict.MET]


@pytest.mark.parametrize(
    "text",
    [
        "Mr and Mrs Lark, her teachers, think she is bright.",
        "Mr and Mrs Lark, her teachers, met on 26 June 2026. They hope that she will read.",
        "Mr and Mrs Lark (class 3), on 26 June 2026: Ama reads. They hope that she will read more.",
        "Ms Doe, her tutor, says that she reads well.",
        "Miss Lark and Mr Finch expect her to pass.",
        "Mr Rowe and Ms Doe state that Ama was born early. They hope that she will take GCSEs.",
    ],
)
def test_a_couple_at_work_are_no_parents(text):
    assert ask("children.parents_views", text, child_name="Ama Doe").verdict is Verdict.NEEDS_PERSON


def test_a_heading_may_name_the_child_whose_parent_speaks():
    plan = plan_of(
        heading("Section A: Views, interests and aspirations"),
        heading("A2 – Views of Ama's parent"), line("“She has settled better than I dared.” Ms Thackray, 24 June."),
        heading("Section B: Special educational needs"), line("Ama finds it hard to read."),
        heading("Section E: Outcomes"), line("By July 2027 Ama will read 45 words."),
        row(2, 1, "Name", "Ama Sample"),
    )  # fmt: skip
    assert checks()["children.parents_views"].function(plan.section("A"), plan).verdict is Verdict.MET
    assert phrases("views of parents").search("What Ama's parents hope for") is not None
    assert phrases("views of parents").search("Views of Ama, to her parents' delight") is None


def test_what_a_child_knows_all_of_is_a_strength():
    plan = section_of("A", "I know every tram stop in the city. I am kind.")
    assert checks()["places.strengths"].function(plan).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Mo hopes that she makes friends.", True),
        ("The one thing hoped for is to see her ask for help.", False),
        ("Somebody at home would wish for her to swim.", True),
        ("Ama hopes to be a vet.", False),
        ("Everyone likes Ama.", False),
        ("Loud noises worry her.", False),
    ],
)
def test_whoever_else_hopes_may_be_a_parent(text, heard):
    answer = ask("children.parents_views", text, child_name="Ama Doe", year_group=5)
    assert answer.verdict is (Verdict.NEEDS_PERSON if heard else Verdict.NOT_MET)


def test_a_heading_may_say_from_whom_and_who_heard_it():
    text = "From Maya, heard by her teacher of the deaf with pictures and signs on 22 July 2026\nTrains are best."
    assert ask("children.own_views", text, known_as="Maya").verdict is Verdict.NEEDS_PERSON


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Ida chose to draw this herself.", Verdict.MET),
        ("Typed by Ida on 4 May 2026.", Verdict.MET),
        ("Ida gave her views to her key worker. Her words were taken down.", Verdict.MET),
        ("With her communication aid: red, horse, home.", Verdict.MET),
        ("Ida sent three e-mails to the caseworker.", Verdict.MET),
        ("I like horses and I hate peas.", Verdict.NOT_MET),
        ("Ida writes slowly and makes lists.", Verdict.NOT_MET),
    ],
)
def test_how_the_views_came_to_be_written(text, verdict):
    assert ask("children.how_gathered", text).verdict is verdict


@pytest.mark.parametrize(
    ("head", "verdict"),
    [
        ("Dec's views", Verdict.MET),
        ("The views of Dec", Verdict.MET),
        ("Dec's views and hopes", Verdict.MET),
        ("Kathleen's views", Verdict.PARTLY_MET),
        ("Dec's views are known.", Verdict.PARTLY_MET),
        ("What Dec is interested in", Verdict.PARTLY_MET),
    ],
)
def test_a_line_over_the_words_may_say_whose_they_are(head, verdict):
    words = f"{head}\nSchool gave up on me. I don't like cover. I can do the work if it is quiet."
    assert ask("children.whose_words", words, child_name="Dec Sample").verdict is verdict


@pytest.mark.parametrize(
    ("id", "text", "verdict"),
    [
        ("own_views", "Asked what she wants to be, she signed “dancer”. She had heart surgery.", Verdict.MET),
        ("own_views", "Shown photographs of school, she put the sand and a peg on the smiley side.", Verdict.MET),
        ("own_views", "Asked to sit, she walks away.", Verdict.NEEDS_PERSON),
        ("interests", "I'm all right with bikes and with my dog, Tess.", Verdict.MET),
        ("interests", "I do pony club and I play the cornet in Saltby band.", Verdict.MET),
        ("interests", "She sings in a choir.", Verdict.MET),
        ("interests", "I'm all right with people. I do not go to school.", Verdict.NOT_MET),
        ("interests", "I am good at maths and happy with my teacher.", Verdict.NOT_MET),
        ("communicates", "How to involve Ama: send the questions the day before, let her type or draw.", Verdict.MET),
        ("communicates", "Talk to me sideways, not face on.", Verdict.MET),
        ("communicates", "Just say who you are before you start talking.", Verdict.MET),
        ("communicates", "She makes her own decisions and came to both planning meetings.", Verdict.MET),
        ("communicates", "She went out the day before. She likes talking to her friends.", Verdict.NOT_MET),
        ("communicates", "I would rather draw than do sums. I like the other children.", Verdict.NOT_MET),
        ("whose_words", "She wrote down just what he said:\nI like mud. I want to be a digger man.", Verdict.MET),
        ("whose_words", "The caseworker typed them out word for word.\nI play in the band.", Verdict.MET),
        ("whose_words", "Ama read it.\nI like mud and I want to play.", Verdict.PARTLY_MET),
        ("how_gathered", "I told this to Kelly on 14 September 2026. She wrote down my words.", Verdict.MET),
        ("how_gathered", "I told Miss Tape, my teaching assistant, these things on 15 September 2026.", Verdict.MET),
        ("how_gathered", "I put my coat away. I like to be told what is next.", Verdict.NOT_MET),
    ],
)
def test_the_plans_next_words_answer(id, text, verdict):
    assert ask(f"children.{id}", text, child_name="Ama Sample", known_as="Ama").verdict is verdict


def test_a_child_who_says_much_is_asked_about_likes_without_a_proposal():
    told = (
        "Dan saw his tutor in May and again in June, over two lunches, and she wrote down what was said as it was said."
    )
    said = "“I was a drummer until January. Then I was ill. My world is about as long as my arm now, and I still drum. "
    said += "I had to learn the stairs again, and I did it by myself.”"
    asked = {
        text: ask("children.interests", text, child_name="Dan Doe")
        for text in (f"{told} {told} {said}", " ".join([told] * 4))
    }
    assert {answer.verdict for answer in asked.values()} == {Verdict.NEEDS_PERSON}
    assert [answer.proposed for answer in asked.values()] == [None, Verdict.NOT_MET]
