"""The same things in the words of many authors: each class of words with sound and with faulty lines."""

from __future__ import annotations

from dataclasses import replace

import pytest
from plans import heading, line, with_sections

from ehcp_audit.checks import checks
from ehcp_audit.checks.repeating import outcomes_again, outcomes_alike
from ehcp_audit.model import Contributor, Field, Passage, Verdict
from tests.checks.small import small

CERTAIN = (Verdict.NOT_MET, Verdict.PARTLY_MET)


def ask(id, text, **fields):
    plan = small(F=text)
    item = plan.section("F").items[0]
    item = replace(item, fields=tuple(Field(name, Passage(said, 0)) for name, said in fields.items()))
    check = checks()[id]
    return check.function(item, *((plan,) if check.takes_plan else ()))


@pytest.mark.parametrize("field", ["by_when", "other", "how_often"])
@pytest.mark.parametrize("when", ["3 March 2026 and 9 June 2026", "Autumn term 2026", "September and January"])
def test_a_bare_date_in_a_cell_says_when_training_is_given(field, when):
    text = "Training for the whole class team in signing"
    answer = ask("provision.training", text, who="Speech and language therapist", **{field: when})
    assert answer.verdict is Verdict.MET


def test_ongoing_in_a_cell_says_nothing_of_when_training_is_given():
    answer = ask("provision.training", "Training for the class team in signing", who="Therapist", by_when="Ongoing")
    assert answer.verdict in CERTAIN


@pytest.mark.parametrize(
    "text",
    [
        "A dietitian shall meet the kitchen team each term and shall train both cooks in textures by 2 May 2026.",
        "The physiotherapist must train three assistants in the walker for two hours by 1 May 2026.",
        "A psychologist shall meet the SENCO to advise on G1, and must also train all of Idris's tutors in grief "
        "for an hour by 6 March 2026.",
    ],
)
def test_whoever_shall_or_must_train_is_named(text):
    assert ask("provision.training", text).verdict in (Verdict.MET, Verdict.NOT_APPLICABLE)


@pytest.mark.parametrize(
    "text",
    [
        "Link worker: one named adult, Level 3, a day's training in attachment.",
        "Learning support assistant (Level 2; three hours' training in low vision).",
        "Named adult: Level 3 diploma, one day's training in selective mutism, known to Isla since Year 1.",
    ],
)
def test_what_a_person_has_learned_is_no_sure_fault_of_training(text):
    assert ask("provision.training", text).verdict not in CERTAIN


@pytest.mark.parametrize(
    "text",
    [
        "One named adult, who will have training in ADHD.",
        "Support staff: training in dyspraxia to be arranged.",
        "The SENCO shall ensure that staff are trained in epilepsy by July 2026.",
    ],
)
def test_training_to_come_is_still_asked_by_whom(text):
    assert ask("provision.training", text).verdict in CERTAIN


@pytest.mark.parametrize(
    "text",
    [
        "The den is hers for 15 minutes each day at break, with an adult who knows her signs.",
        "A table of four at lunchtime, 30 minutes daily, with an adult present.",
        "Swimming for 45 minutes each Friday, an adult in the water who can sign.",
        "Floor work in 18 of her 25 hours of lessons, from an assistant.",
    ],
)
def test_an_adult_who_is_made_out_is_asked_of_a_person(text):
    assert ask("provision.who", text).verdict not in CERTAIN
    assert ask("provision.vague_words", text).verdict not in CERTAIN


def test_an_adult_who_is_not_made_out_is_still_nobody():
    assert ask("provision.who", "An adult reads with Noor for ten minutes each day.").verdict is Verdict.NOT_MET


@pytest.mark.parametrize(
    "text",
    [
        "Idris goes to lunch ten minutes before the rest.",
        "I come into class five minutes after the others.",
        "She gets to the hall five minutes ahead of her class.",
        "I am let out of lessons three minutes early.",
    ],
)
def test_minutes_before_or_after_others_are_no_length(text):
    assert ask("provision.frequency", text).verdict is Verdict.MET


@pytest.mark.parametrize("text", ["Counselling for 50 minutes.", "Speech therapy for ten minutes before the bell."])
def test_a_length_alone_still_says_nothing_of_how_often(text):
    assert ask("provision.frequency", text).verdict is Verdict.NOT_MET


@pytest.mark.parametrize(
    "text",
    [
        "Help with practical tasks in 20 of the 25 weekly hours from a learning support assistant.",
        "A learning support assistant sits with him in four lessons out of five.",
        "Beside her in half of his 30 taught hours: a teaching assistant.",
    ],
)
def test_so_many_of_the_hours_of_the_week_are_an_amount(text):
    for id in ("amount", "frequency", "quantified"):
        assert ask(f"provision.{id}", text).verdict is Verdict.MET


def test_the_month_of_may_in_a_cell_leaves_nothing_open():
    answer = ask("provision.vague_words", "Travel training on the tram", who="Travel trainer", other="May 2028")
    assert answer.verdict is Verdict.MET


OPEN = (
    "at points across the school week",
    "at different points in the week",
    "in the course of the week",
    "when there is time",
    "whenever there is a gap",
    "in quieter moments",
    "at intervals",
    "fitted in around lessons",
    "spread over the week",
    "on most mornings",
    "at times that suit",
    "here and there",
    "every few days",
    "in gaps between lessons",
    "during quieter parts of the day",
    "on a rolling basis",
)


@pytest.mark.parametrize("often", OPEN)
def test_open_words_for_how_often_leave_it_open(often):
    text = f"Phonics with the teaching assistant {often}."
    for id in ("amount", "frequency", "vague_words"):
        answer = ask(f"provision.{id}", text)
        assert answer.verdict in CERTAIN or answer.proposed in CERTAIN, id


@pytest.mark.parametrize(
    "text",
    [
        "Two hours of tuition spread over the week in sessions of 30 minutes, by a qualified teacher.",
        "A teaching assistant repeats instructions at intervals of five minutes in every lesson.",
        "A teaching assistant reads with her at three points in the day, 9.00, 11.00 and 2.00, ten minutes each.",
        "A specialist teacher reads with her at different times of the day, one hour each half-term.",
        "Spellings are practised for ten minutes every day with a teaching assistant, in the course of literacy.",
    ],
)
def test_the_same_words_beside_a_count_leave_nothing_open(text):
    assert ask("provision.vague_words", text).verdict not in CERTAIN
    assert ask("provision.frequency", text).verdict not in CERTAIN


LISTED = (
    "Mrs Jo Pell, SENCO, 1 June 2026\nDr Ann Cray, educational psychologist, 3 June 2026\n"
    "Karen Rowse, school nurse, 3 May 2026\nLee Oak, occupational therapist, 3 May 2026"
)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "The community paediatrician saw Noor last in 2024, and the school nurse reported in May 2026 that she "
            "is well.",
            Verdict.MET,
        ),
        ("The school nurse reported in May 2026 that he grows; the dietitian no longer sees him.", Verdict.MET),
        (
            "The occupational therapist advised in May 2026 that an orthoptist looks at her eyes.",
            Verdict.NEEDS_PERSON,
        ),
        ("The dietitian reported in May 2026 that he eats four foods.", Verdict.NOT_MET),
        ("The paediatrician's report of 2026 says that he is well, and the school nurse agrees.", Verdict.NOT_MET),
        ("The speech and language therapist assessed him in 2026, and found that he stammers.", Verdict.NOT_MET),
    ],
)
def test_a_report_is_that_of_whoever_stands_in_the_clause_that_cites_it(text, verdict):
    answer = checks()["advice.cited_is_listed"].function(small(C=text, K=LISTED))
    assert answer.verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In the placement from May 2027 Noor will serve tea, and by its end do so alone.", Verdict.NEEDS_PERSON),
        (
            "In the block of lessons Noor will learn ten signs, and by then use them with a friend.",
            Verdict.NEEDS_PERSON,
        ),
        ("Noor will walk to the shop before the placement ends.", Verdict.NEEDS_PERSON),
        ("Noor will read ten words.", Verdict.NOT_MET),
        ("Noor will put her coat on at the end of the day.", Verdict.NOT_MET),
        ("Noor will pack her bag by the end of the lesson.", Verdict.NOT_MET),
    ],
)
def test_an_end_of_something_else_may_be_the_deadline(text, verdict):
    plan = small(E=text)
    assert checks()["outcomes.time_bound"].function(plan.section("E").items[0], plan).verdict is verdict


@pytest.mark.parametrize(
    ("need", "told", "verdict"),
    [
        ("Glue ear on both sides.", "Noor mishears end sounds, as her hearing comes and goes.", Verdict.MET),
        ("A squint.", "She needs print of 24 point.", Verdict.MET),
        ("Eczema.", "Her eczema itches and she cannot sit still.", Verdict.MET),
        ("Hearing loss in both ears.", "Hearing loss.", Verdict.NEEDS_PERSON),
        ("Anxiety disorder, under the clinic.", "She panics in corridors and leaves the lesson.", Verdict.MET),
        ("Repaired heart defect; checked yearly.", "She panics in corridors and leaves.", Verdict.NOT_MET),
        ("Eczema.", "He reads slowly.", Verdict.NOT_MET),
        ("Glue ear on both sides.", "He reads slowly.", Verdict.NOT_MET),
    ],
)
def test_a_short_need_may_be_tied_to_learning_elsewhere(need, told, verdict):
    plan = small(B=told, C=need)
    assert checks()["needs.bears_on_learning"].function(plan.section("C").items[0], plan).verdict is verdict


def test_targets_told_in_provision_alone_are_put_to_a_person():
    outcome = "By July 2027 Noor will read ten words."
    asked = checks()["places.steps_and_monitoring"].function
    told = asked(small(E=outcome, F="A therapist sets new targets each term and practises them for 30 minutes weekly."))
    assert told.verdict is Verdict.NEEDS_PERSON
    assert told.proposed in CERTAIN
    nothing = asked(small(E=outcome, F="A teacher reads with her for ten minutes a day."))
    assert (nothing.verdict, nothing.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)


SETS = (
    "The assistant SENCO sets my small targets with me and Mum every half-term and writes down how the last lot went."
)


@pytest.mark.parametrize(
    ("words", "met"),
    [
        (SETS, True),
        ("Each term the class teacher agrees new targets with Noor and her parents.", True),
        ("Her tutor checks her next steps with her once a fortnight.", True),
        ("A therapist sets small targets each term.", False),
        ("The class teacher sets small targets for her speech every half-term.", False),
        ("The class teacher sets small targets.", False),
        ("The class teacher reads with her every week. She has small feet.", False),
    ],
)
def test_who_sets_small_targets_and_how_often_may_stand_among_the_provision(words, met):
    asked = checks()["places.steps_and_monitoring"].function
    answer = asked(small(E="By July 2027 Noor will read ten words.", F=f"{words}\nA tutor reads with her each day."))
    assert (answer.verdict is Verdict.MET) is met
    assert answer.verdict in (Verdict.MET, Verdict.NEEDS_PERSON)


def test_who_checks_outcomes_half_termly_is_found_at_the_head_of_section_e():
    asked = checks()["places.steps_and_monitoring"].function
    outcome = "By July 2027 Noor will read ten words."
    answer = asked(small(E=f"Teacher + SENCO check half-termly\n{outcome}", F="A tutor reads with her."))
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.PARTLY_MET)
    assert [one.text for one in answer.evidence] == ["SENCO check half-termly"]
    nothing = asked(small(E=f"{outcome} Spelling check, 20 words, half-termly", F="A tutor reads with her."))
    assert nothing.proposed is Verdict.NOT_MET


def test_neither_the_cover_nor_a_lesson_is_offered_as_steps_or_monitoring():
    asked = checks()["places.steps_and_monitoring"].function
    outcome = "By July 2027 Noor will read ten words."
    plan = small(E=outcome, F="Coordination and recording\tTouch-typing lessons of 20 minutes on four mornings a week.")
    assert asked(plan).evidence == ()
    cover = "Status: amended final plan after my annual review and for my move to secondary school"
    plan = with_sections(
        line(cover), heading("Section E: Outcomes"), line(outcome), heading("Section F: Provision"), line(SETS[:30])
    )
    assert asked(plan).evidence == ()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("B", "Working memory is low. Noor should have a teaching assistant beside her in written work."),
        ("B", "Noor should have a teaching assistant for ten hours weekly."),
        ("B", "A teaching assistant should enlarge her worksheets before each lesson."),
        ("B", "A teaching assistant must sit beside her at lunch."),
        ("B", "She must be taught by a specialist teacher."),
        ("B", "Noor ought to get speech therapy."),
        ("B", "It is recommended that Noor has a learning mentor."),
        ("B", "We advise that she is given one-to-one tuition."),
        ("D", "She should have a support worker on Saturdays."),
        ("C", "She must be seen by the epilepsy nurse each term."),
    ],
)
def test_what_should_be_given_is_provision(code, text):
    assert checks()["places.right_section"].function(small(**{code: text})).verdict is Verdict.NOT_MET


@pytest.mark.parametrize(
    "text",
    [
        "She has to have each word shown to her.",
        "A teaching assistant sits beside her now and she still stops writing.",
        "She should be able to count to ten at her age.",
        "Noor has to be told twice by her teacher before she starts.",
        "She thinks that everybody should have a turn.",
        "She has to go with her teacher to lunch or she does not eat.",
        "She should have had a hearing test in May.",
    ],
)
def test_what_the_child_has_to_have_is_a_need(text):
    assert checks()["places.right_section"].function(small(B=text)).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "By July 2027 Noor will type 90 words on a topic in 30 minutes, with nine words in ten spelled right.",
            "By July 2027 Noor will type 90 words on a topic in half an hour, spelling nine in ten of them right.",
            True,
        ),
        (
            "By May 2027 Noor will read a page aloud with four out of five words right.",
            "Noor will read aloud a page with 80 per cent of words right by May 2027.",
            True,
        ),
        (
            "By May 2027 Noor will sit with a group for a quarter of an hour daily.",
            "Noor will sit with a group for 15 minutes every day by May 2027.",
            True,
        ),
        (
            "By May 2027 Noor will swim for an hour and a half weekly with a friend.",
            "By May 2027, with a friend, Noor will swim for 90 minutes each week.",
            True,
        ),
        (
            "By May 2027 Noor will read a page aloud with four out of five words right.",
            "By May 2027 Noor will read a page aloud with nine out of ten words right.",
            False,
        ),
        (
            "By May 2027 Noor will put on her coat on four days in five.",
            "By May 2027 Noor will put on her shoes on four days in five.",
            False,
        ),
    ],
)
def test_an_outcome_in_other_words_for_its_numbers_is_the_same(one, other, same):
    assert bool(outcomes_again(small(E=f"{one}\n{other}"))) is same


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("A teaching assistant walks with Kenver for the first two weeks.", Verdict.NEEDS_PERSON),
        ("The mentor sits beside Perran in every lesson.", Verdict.NEEDS_PERSON),
        ("An assistant supports Taziah at lunch each day.", Verdict.NEEDS_PERSON),
        ("An assistant walks with Noor to class each day.", Verdict.MET),
        ("The assistant works with Lego for ten minutes each day.", Verdict.MET),
        ("She travels with Mum to school each day.", Verdict.MET),
    ],
)
def test_a_name_of_no_list_beside_staff_may_be_another_childs(text, verdict):
    answer = checks()["identity.one_child"].function(small(F=text, child_name="Noor Quill"))
    assert answer.verdict is verdict
    assert (answer.proposed is Verdict.NOT_MET) is (verdict is Verdict.NEEDS_PERSON)


def test_other_words_that_leave_it_open_do_so_beside_a_count_too():
    text = "A teaching assistant reads with her for 20 minutes a day in line with her needs."
    assert ask("provision.vague_words", text).verdict in CERTAIN


@pytest.mark.parametrize(
    ("check", "code", "text"),
    [
        ("children.whose_words", "A", "Yusuf typed this before the review: I know every bus route."),
        ("children.how_gathered", "A", "Yusuf typed this before the review: I know every bus route."),
        (
            "care.more_than_not_known",
            "D",
            "None identified. Assessed by the Children with Disabilities team in September.",
        ),
        ("care.more_than_not_known", "D", "Social care has no involvement and identified no needs."),
    ],
)
def test_who_wrote_and_who_was_asked_is_seen(check, code, text):
    section = small(**{code: text}).section(code)
    assert checks()[check].function(section).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (
            "By July 2028 Noor will carry out spoken instructions of three steps, heard once with key words on a card, "
            "in 8 trials out of 10.",
            "By the end of Year 11 Noor will follow three-step spoken instructions given once with a key-word card, "
            "eight times out of ten.",
            True,
        ),
        (
            "Noor will follow spoken instructions with three parts, without a repeat, in eight out of ten trials in "
            "two practical lessons, by July 2027.",
            "Noor will carry out instructions that have three parts when she hears them, eight times in ten, in "
            "practical lessons, by July 2027.",
            True,
        ),
        (
            "By July 2028 Noor will name 20 topic words in 8 trials out of 10.",
            "By July 2028 Noor will join a game with two children in 8 trials out of 10.",
            False,
        ),
        (
            "By July 2028 Noor will work out the change from £20 for two items, right in nine tries out of ten.",
            "By July 2028, using money, Noor will work out change from £20 for two things and get nine of ten right.",
            True,
        ),
        (
            "By July 2028 Noor will count 20 coins with two friends, right in nine tries out of ten.",
            "By July 2028 Noor will walk 20 metres with two adults beside her in nine attempts of ten.",
            False,
        ),
        (
            "By July 2028 Noor will discuss a book with a partner for six turns, one that he has picked, twice a week.",
            "By July 2028 Noor will hold a six-turn conversation with a classmate about a book he chose, twice a week.",
            True,
        ),
        (
            "By July 2028 Noor will play a turn-taking game with a friend for ten minutes on four days a week.",
            "By July 2028 Noor will take turns in a game with another pupil for ten minutes on four days out of five.",
            True,
        ),
        (
            "By July 2028 Noor will wait for a turn in a group of four in science.",
            "By July 2028 Noor will wait her turn when she is working with three others in science lessons.",
            True,
        ),
        (  # the same times for two things
            "By July 2028 Noor will stay with a task set by an adult for ten minutes on four days in five.",
            "By July 2028 Noor will keep a game going with a friend for ten minutes on four days a week.",
            False,
        ),
    ],
)
def test_an_outcome_with_the_numbers_and_half_the_words_of_another_is_asked_about(one, other, alike):
    plan = small(E=f"{one}\n{other}")
    assert not outcomes_again(plan)
    assert bool(outcomes_alike(plan)) is alike


@pytest.mark.parametrize(("need", "alike"), [(3, True), (4, False)])
def test_outcomes_without_numbers_are_compared_where_they_answer_the_same_need(need, alike):
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("Need 3. Noor leaves tasks undone."),
        line("Need 4. Noor tires quickly."),
        heading("Section E: Outcomes"),
        line("1. By 20 July 2029 Noor will keep to a set task and finish it. (Need 3)"),
        line(f"2. By 20 July 2029 Noor will stay on a task she was set and complete it. (Need {need})"),
        heading("Section F: Provision"),
        line(SETS[:30]),
    )
    assert bool(outcomes_alike(plan)) is alike


def test_a_vague_sentence_among_several_promises_is_asked_about():
    words = "By July 2028 Noor will retell a story of six pictures in order. She will also become more confident."
    plan = small(E=words)
    answer = checks()["outcomes.specific"].function(plan.section("E").items[0], plan)
    assert answer.verdict is Verdict.NEEDS_PERSON
    assert [one.text for one in answer.evidence] == ["She will also become more confident."]


@pytest.mark.parametrize(
    ("advisers", "verdict"),
    [
        ("Ms Ada Finch, assessment officer, Meadow Service, 4 May 2026", Verdict.NEEDS_PERSON),
        ("Ms Ada Finch, occupational therapist, 4 May 2026", Verdict.PARTLY_MET),
        ("Ms Ada Finch, social worker, 4 May 2026", Verdict.MET),
    ],
)
def test_whose_advice_is_lacking_where_a_role_does_not_say(advisers, verdict):
    named = (
        "Mr Ivo Lark, head teacher, 2 May 2026",
        "Dr Noor Example, educational psychologist, 3 May 2026",
        "Dr Kit Sample, paediatrician, 3 May 2026",
        advisers,
    )
    listed = tuple(Contributor(Passage(one, 0), one.split(", ")[0], one.split(", ")[1]) for one in named)
    plan = small(A="We hope he reads.", K="\n".join(named))
    plan = replace(plan, facts=replace(plan.facts, contributors=listed))
    assert checks()["advice.complete"].function(plan).verdict is verdict


@pytest.mark.parametrize(
    ("need", "verdict"),
    [
        ("Gastrostomy fed; unsafe swallow.", Verdict.MET),
        ("Tube-fed overnight.", Verdict.MET),
        ("Drinks thickened fluids.", Verdict.MET),
        ("Gastrostomy; reflux.", Verdict.NOT_MET),
        ("Hips at risk.", Verdict.NOT_MET),
        ("Underactive thyroid: daily levothyroxine.", Verdict.NOT_MET),
    ],
)
def test_how_a_child_is_fed_is_daily_life(need, verdict):
    plan = small(B="He reads slowly.", C=need)
    assert checks()["needs.bears_on_learning"].function(plan.section("C").items[0], plan).verdict is verdict


@pytest.mark.parametrize(
    "text",
    [
        "Idris will have had a laptop set up for him.",
        "Summer will have a daily check-in with her mentor.",
        "Esme will have been taken through every level of the spelling scheme by her assistant.",
        "A literacy specialist will be seeing Marisol for spelling each Thursday.",
        "Key adult named and meet-and-greet running each day.",
    ],
)
def test_what_a_child_will_have_been_given_is_no_outcome(text):
    plan = small(E=text)
    assert checks()["outcomes.is_outcome"].function(plan.section("E").items[0], plan).verdict is not Verdict.MET


def test_how_others_understand_a_child_is_an_outcome():
    plan = small(E="Someone who does not know Hope will understand 7 words in 10 when she talks, July 2028")
    assert checks()["outcomes.is_outcome"].function(plan.section("E").items[0], plan).verdict is Verdict.MET


@pytest.mark.parametrize(
    "text",
    [
        "In each literacy lesson an assistant sits at her table and reads her every question twice.",
        "He will need fifteen hours each week of one-to-one help.",
    ],
)
def test_help_that_is_given_now_is_no_need(text):
    answer = checks()["places.right_section"].function(small(B=f"She reads slowly. {text}"))
    assert [one.text for one in answer.evidence] == [text]


@pytest.mark.parametrize("text", ["Numbers above a hundred mean very little to her.", "Her working memory is weak."])
def test_a_need_at_the_end_of_an_outcome_is_one(text):
    answer = checks()["places.right_section"].function(small(E=f"By July 2028 Esme will recall 27 facts in 30. {text}"))
    assert [one.text for one in answer.evidence] == [text]


@pytest.mark.parametrize("text", ["Whichever adult is free sits with her.", "A grown-up from the team reads with her."])
def test_whoever_is_about_is_nobody(text):
    answers = (ask(id, text) for id in ("provision.who", "provision.vague_words"))
    assert any(Verdict.NOT_MET in (one.verdict, one.proposed) for one in answers)


@pytest.mark.parametrize(
    ("who", "asked"),
    [
        ("with whichever adult is free that day", True),
        ("with whichever teaching assistant she chooses", False),
    ],
)
def test_whoever_is_free_leaves_open_who_gives_it_wherever_it_stands(who, asked):
    text = f"Noor is taught to name her worries for 30 minutes a week, one to one, {who}, reviewed by the psychologist."
    plan = small(F=text)
    answer = checks()["provision.who"].function(plan.section("F").items[0], plan)
    assert (answer.proposed is Verdict.NOT_MET) is asked
