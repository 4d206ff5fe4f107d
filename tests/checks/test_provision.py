"""Checks on provision: the verdict, the exact words, and when a question does not arise."""

from dataclasses import replace

import pytest

from ehcp_audit.checks import clauses, staffing
from ehcp_audit.checks import provision as asked
from ehcp_audit.checks.groups import group_size
from ehcp_audit.checks.lines import read_parts
from ehcp_audit.checks.therapy import direct_indirect
from ehcp_audit.checks.vagueness import vague_words
from ehcp_audit.model import Field, Passage, Provision, Verdict
from tests.checks.small import small

MET, PARTLY, NOT_MET, NOT_ASKED = Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET, Verdict.NOT_APPLICABLE
PERSON = Verdict.NEEDS_PERSON


def line(text, **fields):
    named = []
    start = len(text) + 1
    for name, words in fields.items():
        named.append(Field(name, Passage(words, start)))
        start += len(words) + 1
    return Provision("F.1", (Passage(text, 0),), tuple(named))


GOOD = "An HLTA will teach Numicon for 30 minutes three times a week in a group of four, reviewed termly."
BARE = "Support as required."


@pytest.mark.parametrize(
    ("check", "good", "bare"),
    [
        (asked.type_named, MET, NOT_MET),
        (asked.amount, MET, NOT_MET),
        (asked.frequency, MET, NOT_MET),
        (asked.quantified, MET, NOT_MET),
        (staffing.who, MET, NOT_MET),
        (group_size, MET, NOT_ASKED),
        (direct_indirect, NOT_ASKED, NOT_ASKED),
        (asked.period, MET, NOT_MET),
        (vague_words, MET, NOT_MET),
        (clauses.varied, MET, MET),
        (clauses.delegated, MET, MET),
        (clauses.money_alone, NOT_ASKED, NOT_ASKED),
        (clauses.flexibility, NOT_ASKED, NOT_ASKED),
        (staffing.training, NOT_ASKED, NOT_ASKED),
        (clauses.transport, MET, MET),
    ],
)
def test_a_specified_line_and_a_bare_one(check, good, bare):
    assert check(line(GOOD)).verdict == good
    assert check(line(BARE)).verdict == bare


@pytest.mark.parametrize("check", [asked.amount, asked.frequency, staffing.who, asked.period])
@pytest.mark.parametrize("text", ["A writing slope and a footrest.", "See section G.", "Coloured overlays"])
def test_things_and_references_need_no_hours(check, text):
    assert check(line(text)).verdict == NOT_ASKED


def test_table_fields_count():
    row = line("Phonics", how_often="20 minutes, three times a week", who="Teaching assistant", group="1:1")
    assert [check(row).verdict for check in (asked.amount, asked.frequency, staffing.who, vague_words)] == [MET] * 4
    assert asked.amount(row).evidence[0] == Passage("20 minutes", 8)


def test_people_without_a_role_are_quoted():
    answer = staffing.who(line("A familiar adult will practise phonics with Sam for ten minutes daily."))
    assert (answer.verdict, [one.text for one in answer.evidence]) == (NOT_MET, ["familiar adult"])


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Phonics in a small group, daily.", NOT_MET),
        ("Phonics in a group of four, daily.", MET),
        ("Phonics one to one, daily.", NOT_ASKED),
        ("Shared TA support in maths.", NOT_MET),
    ],
)
def test_a_group_or_shared_support_needs_its_size(text, verdict):
    assert group_size(line(text)).verdict == verdict


def test_hedges_beside_an_amount_are_partly_met_and_lists_can_be_chosen():
    text = "Up to 30 minutes of phonics a day with a TA."
    assert vague_words(line(text)).verdict == PARTLY
    assert vague_words(line(text), lists=["commitment"]).verdict == MET
    assert vague_words(line("Regular phonics"), lists=["amount"]).verdict == NOT_MET


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Band 4 funding.", NOT_MET),
        ("£6,000 for 10 hours a week of TA time.", MET),
        ("A rubber band.", NOT_ASKED),
    ],
)
def test_money_alone(text, verdict):
    assert clauses.money_alone(line(text)).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Up to 5 hours, used flexibly.", NOT_MET),
        ("At least 5 hours, used flexibly because his health fluctuates.", MET),
        ("A minimum of 5 hours, used flexibly.", PARTLY),
        ("Support for up to 3 hours each week.", NOT_MET),
        ("Up to five 30-minute sessions a term.", NOT_MET),
        ("A group of up to four for 30 minutes each week.", NOT_ASKED),
        ("A lunch club for up to six children.", NOT_ASKED),
        ("Extra time of up to 25 per cent in tests.", NOT_ASKED),
        ("A rest of up to 20 minutes after lunch.", NOT_ASKED),
    ],
)
def test_flexibility_needs_a_reason_and_a_minimum(text, verdict):
    assert clauses.flexibility(line(text)).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("All staff to be trained in Makaton.", PARTLY),
        ("The TA will be trained in Makaton by the speech and language therapist each September.", MET),
        ("Phonics by a trained TA.", NOT_ASKED),
    ],
)
def test_training_says_who_what_by_whom_and_when(text, verdict):
    assert staffing.training(line(text)).verdict == verdict


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (clauses.varied, "The hours may be reduced at the discretion of the school."),
        (clauses.delegated, "Speech therapy to be determined by the therapist."),
        (clauses.transport, "Home to school transport by taxi."),
    ],
)
def test_traps_quote_their_clause(check, text):
    answer = check(line(text))
    assert answer.verdict == NOT_MET
    assert all(one.text in text for one in answer.evidence)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Staff will have training in attachment.", Verdict.PARTLY_MET),
        ("All adults in the room should receive training on selective mutism.", Verdict.PARTLY_MET),
        ("Staff will have training in Makaton from a speech and language therapist each September.", Verdict.MET),
        ("Staff will have regular training.", Verdict.NOT_MET),
        ("Staff training will be provided.", Verdict.NOT_MET),
        ("A teaching assistant trained in phonics reads with Tom for 30 minutes each week.", Verdict.NOT_APPLICABLE),
        ("Support from staff who have training in autism.", Verdict.NOT_APPLICABLE),
        ("Travel training will be delivered by a teaching assistant for one hour a week.", Verdict.NOT_APPLICABLE),
        ("Sam will have social skills training in a group of four each week.", Verdict.NOT_APPLICABLE),
    ],
)
def test_training_for_staff_is_asked_about_however_it_is_promised(words, verdict):
    """ "Will have training", "should receive training": asked; training of the child and of a named helper are not."""
    assert staffing.training(line(words)).verdict == verdict


@pytest.mark.parametrize(
    ("check", "words", "verdict"),
    [
        (asked.type_named, "SaLT input as set out in the EP and OT advice.", NOT_MET),
        (staffing.who, "SaLT input as set out in the EP and OT advice.", NOT_MET),
        (vague_words, "SaLT input as set out in the EP and OT advice.", NOT_MET),
        (staffing.who, "The speech and language therapist gives 6 hours of therapy a term.", MET),
        (asked.amount, "A reader and extra time in tests.", NOT_MET),
        (staffing.who, "A reader and extra time in tests.", PERSON),
        (asked.period, "A reader and extra time in tests.", PERSON),
        (asked.amount, "25% extra time in all tests.", MET),
        (vague_words, "Small group support for self-esteem, one hour every week.", NOT_MET),
        (vague_words, "Small group phonics teaching, one hour every week.", PARTLY),
        (group_size, "Small group support for self-esteem, one hour every week.", NOT_MET),
        (asked.type_named, "Funding at Band 3.", PERSON),
        (clauses.money_alone, "Funding at Band 3.", NOT_MET),
        (asked.frequency, "A flexible timetable, adjusted in line with how he presents.", NOT_MET),
        (asked.frequency, "The hours may be reduced as his needs change.", NOT_ASKED),
        (asked.frequency, "The hours may be changed only by amendment of this plan after a review.", NOT_ASKED),
        (clauses.varied, "The hours may be changed only by amendment of this plan after a review.", MET),
        (vague_words, "The meeting of 2 December 2026 will consider the college that he is to go to.", NOT_ASKED),
        (vague_words, "For the review of June 2027 adult services will be invited to plan with him.", NOT_ASKED),
        (vague_words, "A card lets her leave a lesson and go to the library for up to ten minutes.", MET),
        (vague_words, "Reading with a teaching assistant for up to ten minutes each day.", PARTLY),
        (staffing.training, "She will train all room staff in fitting the aids for half a day each September.", MET),
        (
            staffing.who,
            "A nurse sees Raff each term, and visits school for two hours to train six staff in his pump.",
            MET,
        ),
        (clauses.transport, "Transport arrangements are not part of this section.", MET),
        (vague_words, "Staff will follow the list, agreed with Sam, of how he wishes help to be given.", MET),
        (
            vague_words,
            "In-class support. A teaching assistant is with the group of four for all 20 taught hours a week.",
            MET,
        ),
        (vague_words, "Help to be given with reading.", NOT_MET),
        (asked.amount, "A teaching assistant is with the group of four for all 20 taught hours in each week.", MET),
        (
            vague_words,
            "A teacher visits for two hours a term to advise on recording and access to the curriculum.",
            MET,
        ),
        (vague_words, "Staff will sit at another table unless he asks for help.", MET),
        (vague_words, "In tests Sam has a scribe where permitted.", MET),
        (vague_words, "Sam has a laptop where permitted.", NOT_MET),
        (vague_words, "The tutor meets Sam for an hour each term to plan paid work and in-work support.", MET),
        (asked.frequency, "Options for Year 10 are to be discussed with Sam in February 2027.", NOT_ASKED),
        (staffing.training, "She will give two hours a term to equipment and training of staff.", NOT_ASKED),
        (
            staffing.training,
            "All staff who teach Sam will attend two hours of autism training from the autism team each September.",
            MET,
        ),
        (asked.type_named, "Teaching assistant: 15 minutes of preparation with Sam before each group task.", MET),
        (clauses.delegated, "Teaching for 60 minutes, twice a week, following an assessment of gaps each term.", MET),
        (clauses.delegated, "Therapy will be given following an assessment.", NOT_MET),
        (clauses.varied, "The plan will be reviewed and amended before 15 February 2027.", MET),
        (vague_words, "The learning support manager meets his tutor once each half term.", MET),
        (group_size, "The job coach and the adult support worker meet once a month.", NOT_ASKED),
        (asked.type_named, "Planned paired play with one chosen child.", MET),
        (
            asked.type_named,
            "Updating of the individual health care plan and its seizure protocol, one 45-minute meeting each term.",
            MET,
        ),
    ],
)
def test_lines_that_were_once_judged_wrongly(check, words, verdict):
    assert check(line(words)).verdict == verdict


def test_how_often_it_is_reviewed_is_not_how_often_it_is_given():
    row = line("Phonics", how_often="20 minutes", who="Teaching assistant", review="Every half term")
    assert asked.frequency(row).verdict == NOT_MET
    assert asked.amount(row).verdict == MET
    assert asked.period(row).verdict == MET


def test_training_for_staff_is_asked_who_gives_it_how_much_and_when():
    bare = line("Staff will have training in attention deficit hyperactivity disorder.")
    assert [check(bare).verdict for check in (staffing.who, asked.amount, asked.frequency)] == [NOT_MET] * 3
    assert staffing.training(bare).note == "It does not say which staff, by whom, when or how often, how much."
    row = line(
        "Makaton training for two practitioners", who="A Makaton tutor", how_often="Six hours in the autumn term"
    )
    checks = (staffing.who, asked.amount, asked.frequency, staffing.training)
    assert [check(row).verdict for check in checks] == [MET] * 4


def test_a_rubric_may_add_to_the_word_lists_and_take_away():
    text = "The Blue Door scheme twice a week for 20 minutes, led by a wellbeing captain."
    assert asked.type_named(line("Blue Door, as led by a captain"), also=["blue door"]).evidence[0].text == "Blue Door"
    assert staffing.who(line(text)).verdict == PERSON
    assert staffing.who(line(text), also=["wellbeing captain"]).verdict == MET
    assert vague_words(line("Weekly phonics with a TA in the usual way."), also=["in the usual way"]).verdict == NOT_MET
    assert vague_words(line("Regular phonics"), never=["regular"]).verdict == MET


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("A teacher teaches reading for 20 minutes a day.\nAll of this provision is reviewed each term.", MET),
        ("A teacher teaches reading for 20 minutes a day. The SENCO will review this each term.", MET),
        ("A teacher teaches reading for 20 minutes a day.\nHis hearing aids are reviewed each term.", PERSON),
    ],
)
def test_a_sentence_that_reviews_the_paragraph_or_the_section_reviews_each_line(words, verdict):
    plan = small(F=words)
    assert asked.period(plan.section("F").items[0], plan).verdict == verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("A teacher teaches reading for 20 minutes a day.", MET),
        ("Homework hour: Tuesday and Thursday, 3.15 to 4.00.", MET),
        ("Support with reading as required.", NOT_MET),
    ],
)
def test_the_plans_next_review_counts_for_every_line_that_leaves_nothing_open(words, verdict):
    plan = small(F=words)
    plan = replace(plan, facts=replace(plan.facts, sources=(("review_due", Passage(plan.text[:1], 0)),)))
    answer = asked.period(plan.section("F").items[0], plan)
    assert answer.verdict == verdict
    assert ("own review does not count" in answer.note) is (verdict is NOT_MET)


@pytest.mark.parametrize(
    ("text", "fields", "verdict"),
    [
        ("A counsellor will see Ravi one to one for 50 minutes each week for three terms.", {}, MET),
        ("The keyworker will meet Ravi for 10 minutes at the start and end of every day.", {}, MET),
        ("In every lesson the class teacher will give Ravi one step at a time.", {}, MET),
        ("Help with moving, lifting and carrying", {"how_often": "All day, every day"}, MET),
        ("The class has no more than eight pupils, with a teacher in every lesson.", {}, MET),
        ("Review", {"who": "Consultant neurologist", "how_often": "20 minutes every year"}, MET),
        ("A teaching assistant will support Ravi with his learning for two hours a week.", {}, NOT_MET),
        ("Help with his work", {"how_often": "One hour a week"}, NOT_MET),
        ("The therapist will meet his needs each week.", {}, PERSON),
    ],
)
def test_what_is_done_may_be_told_in_plain_words(text, fields, verdict):
    assert asked.type_named(line(text, **fields)).verdict == verdict


def test_help_with_something_that_can_be_seen_is_not_vague_where_it_is_counted():
    counted = line("Help with moving, lifting and carrying", how_often="All day, every day", who="Teaching assistant")
    assert vague_words(counted).verdict == MET
    assert vague_words(line("Help with moving and lifting")).verdict == NOT_MET


@pytest.mark.parametrize("check", [staffing.who, asked.period])
def test_what_the_child_has_by_itself_needs_nobody(check):
    assert check(line("Ravi will have a break of 15 minutes in the quiet room each morning.")).verdict == NOT_ASKED
    given = check(line("Ravi will have a break of 15 minutes with an adult each morning."))
    assert (given.proposed or given.verdict) == NOT_MET


def test_every_occasion_is_none_where_the_next_words_take_it_back():
    row = line("Hand strengthening throughout the day as appropriate.")
    assert [check(row).verdict for check in (asked.amount, asked.frequency, vague_words)] == [NOT_MET] * 3


def test_a_cell_that_gives_no_amount_is_quoted():
    row = line("Whole-word reading programme", how_often="Short bursts")
    assert asked.amount(row).evidence == (Passage("Short bursts", 29),)
    assert vague_words(row).verdict == NOT_MET


def test_a_group_task_of_the_class_is_no_group_of_the_childs():
    assert group_size(line("The teacher will give Ravi a role card in every group task.")).verdict == NOT_ASKED


@pytest.mark.parametrize(
    "text",
    [
        "A psychologist will meet the tutor for one hour each term to adjust the timetable.",
        "The therapist will train the class teacher for two hours each September.",
    ],
)
def test_planning_and_training_that_come_round_are_a_point_of_review(text):
    assert asked.period(line(text)).verdict == MET


NUMBERED = (
    "F1. A speech and language therapist sees Ravi for 40 minutes each week. "
    "She also models the session for his key worker. They then repeat the games for ten minutes."
)


def test_what_a_numbered_item_says_once_counts_for_all_of_its_sentences():
    plan = small(F=NUMBERED)
    lines = plan.section("F").items
    assert all(staffing.who(one, plan).verdict == MET for one in lines)
    assert all(asked.type_named(one, plan).verdict == MET for one in lines)


@pytest.mark.parametrize(
    "text",
    [
        "The timetable of support is reviewed each term.",
        "Both are reviewed each July.",
        "All provision is reviewed by the SENCO and the parents each term.",
        "Agreed by the Designated Clinical Officer on 18 May 2026.",
    ],
)
def test_a_line_that_says_only_when_provision_is_looked_at_is_not_asked(text):
    assert asked.type_named(line(text)).verdict == NOT_ASKED


def test_a_line_that_takes_up_the_programme_before_it_gives_its_amount():
    from tests.checks.small import small

    later = "A key adult will carry out the programme one to one for 15 minutes a day."
    plan = small(F=f"A small-steps programme, in which Iona speaks with a familiar person.\n{later}")
    first = plan.section("F").items[0]
    assert asked.amount(first, plan).verdict is NOT_ASKED
    assert asked.amount(first).verdict is NOT_MET


@pytest.mark.parametrize(
    ("text", "asked_for"),
    [
        ("The supervisor will follow the eating plan written by the dietitian.", False),
        ("A supervisor will follow the eating plan written by the dietitian.", True),
    ],
)
def test_what_one_already_named_does_besides_needs_no_amount_of_its_own(text, asked_for):
    plan = small(F="A lunch table for 20 minutes every day, with one supervisor beside it.\n" + text)
    first, second = (replace(one, number="6.10") for one in plan.section("F").items)
    plan = replace(
        plan, sections=tuple(replace(one, items=(first, second)) if one.code == "F" else one for one in plan.sections)
    )
    assert (asked.amount(second, plan).verdict is not NOT_ASKED) is asked_for


def test_a_personal_budget_that_there_is_not_names_no_money():
    assert clauses.money_alone(line("Personal budget: the provision is not part of it.")).verdict is NOT_ASKED
    assert clauses.money_alone(line("Personal budget of £4,000.")).verdict is NOT_MET


@pytest.mark.parametrize(
    ("field", "words", "given"),
    [
        ("who", "Teaching assistant trained for two hours by the therapist", []),
        ("who", "Teaching assistant with two-day autism training", []),
        ("who", "Teaching assistant, 20 minutes each day, trained by the therapist", ["20 minutes"]),
        ("who", "Teaching assistant (trained in signs), 20 minutes each day", ["20 minutes"]),
        ("who", "Teaching assistant, 20 minutes each day; two hours of supervision a term", ["20 minutes"]),
        ("other", "A test of 20 minutes each half term is checked by the teacher", []),
        ("other", "20 minutes each day. Reviewed for one hour each term", ["20 minutes"]),
    ],
)
def test_time_to_train_oversee_or_check_is_none_that_is_given(field, words, given):
    read = read_parts(line("Phonics with letter cards.", **{field: words}), field)
    assert [one.text for _, said in read for one in said.amounts] == given


def test_those_two_adults_are_somebody_whom_a_line_before_names():
    text = "Those two adults carry out stretches with Kit for 20 minutes twice a day."
    answer = staffing.who(small(F=text).section("F").items[0])
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)


def test_what_a_coach_has_learned_makes_no_training_of_a_line():
    text = (
        "A job coach (Level 3, training in systematic instruction) is with Ana for four hours a week until July 2027."
    )
    assert staffing.training(small(F=text).section("F").items[0]).verdict is Verdict.NOT_APPLICABLE
