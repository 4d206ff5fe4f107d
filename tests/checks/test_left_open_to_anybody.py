"""Help whose giver a plan leaves open beside a role, and amounts that it leaves to the day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Field, Passage, Verdict
from tests.checks.small import small
from tests.plan.plans import heading, line, with_sections


def who(text):
    plan = small(F=text)
    return checks()["provision.who"].function(plan.section("F").items[0], plan)


@pytest.mark.parametrize(
    "text",
    [
        "A teaching assistant or another adult will read with Nell for 20 minutes each day.",
        "Nell will have 30 minutes of phonics daily from a TA/volunteer.",
        "A key worker (to be appointed) will see Nell for 20 minutes each morning.",
        "A specialist teacher or equivalent will work with Nell for one hour each week.",
        "A speech therapist, or a person delegated by them, will see Nell for an hour each half-term.",
        "A qualified or trainee psychologist will see Nell for 40 minutes each week.",
        "Speech practice from the therapist's sheets, one to one, 15 minutes, three times a week.",
        "Reading practice, 15 minutes daily. The SENCO will make sure that this happens.",
        "Reading practice, 15 minutes daily, overseen by the SENCO.",
        "Stretches, 15 minutes daily, approved by the physiotherapist.",
        "Reading practice, 15 minutes daily, at times agreed by the class teacher.",
        "Speech practice, 15 minutes daily, from the therapist's report.",
        "At 8.40 each morning there is a ten-minute conversation, one to one, with somebody Nell gets on with.",
    ],
)
def test_a_role_beside_anybody_is_doubted(text):
    answer = who(text)
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)
    assert answer.evidence


@pytest.mark.parametrize(
    "text",
    [
        "A teaching assistant trained in the scheme will read with Nell for 20 minutes each day.",
        "The teaching assistant practises asking a friend or an adult for help with Nell for 20 minutes each day.",
        "A speech therapist gives Nell a list of words to be found at home, for ten minutes each day.",
        "The class teacher or the higher level teaching assistant will read with Nell for 20 minutes each day.",
        "A teaching assistant with a Level 3 qualification or equivalent will read with Nell for 20 minutes each day.",
        "Reading practice with a teaching assistant, 15 minutes daily. The SENCO makes sure it happens.",
        "The teacher ensures that Nell has her tasks in steps in every lesson.",
        "Exercises for ten minutes each day, set by the occupational therapist and done by a teaching assistant.",
        "Text in 24 point for each lesson: prepared by a teaching assistant, six hours a week.",
        "Nell is guided by a teaching assistant through her number work for 20 minutes each day.",
        "Nell's reading is checked by a teaching assistant for ten minutes each day.",
        "A level 3 teaching assistant will play with Nell and two others, or with another adult who signs, each day.",
    ],
)
def test_one_role_or_another_is_met(text):
    assert who(text).verdict is Verdict.MET


@pytest.mark.parametrize(
    "text",
    [
        "Has Numicon with the TA each morning before assembly.",
        "At the start of every theory lesson a support worker sits with him for twenty minutes.",
        "Fractions defeat her, and she goes over them with a teaching assistant for twenty minutes on Mondays.",
        "She loses the thread, so in English the TA goes over the chapter with her for ten minutes.",
    ],
)
def test_help_that_is_given_now_is_no_need(text):
    from ehcp_audit.checks.told_as_needs import is_given_now

    assert is_given_now(text)


@pytest.mark.parametrize(
    "text",
    [
        "He has an outburst with the teacher each morning.",
        "She works with a teaching assistant only for five minutes before she tires.",
        "He refuses to read with an adult every day.",
    ],
)
def test_how_a_child_fares_with_help_is_a_need(text):
    from ehcp_audit.checks.told_as_needs import is_given_now

    assert not is_given_now(text)


@pytest.mark.parametrize(
    "text",
    [
        "A maths teacher will teach Nell fractions in a group of four for as much of the week as time allows.",
        "A mentor will see Nell for fifty minutes on a scatter of dates through the year.",
        "A therapist will see Nell for 45 minutes per visit across the year.",
        "A tutor will give Nell a course of one-hour workshops.",
        "A coach will give Nell a lesson of half an hour on some mornings.",
    ],
)
def test_an_amount_that_is_left_to_the_day_is_doubted(text):
    plan = small(F=text)
    answer = checks()["provision.vague_words"].function(plan.section("F").items[0], plan)
    assert answer.verdict is not Verdict.MET


@pytest.mark.parametrize("done", ["set", "prescribed", "recommended"])
@pytest.mark.parametrize(
    ("times", "verdict"),
    [("25 minutes a session, one to one", Verdict.NEEDS_PERSON), ("25 minutes, twice a week", Verdict.MET)],
)
def test_how_often_the_work_is_set_is_not_how_often_it_is_done(times, verdict, done):
    plan = small(F=f"Work on hand strength, {done} by the occupational therapist in a two-hour visit each term.")
    line = replace(plan.section("F").items[0], fields=(Field("how_often", Passage(times, 0)),))
    assert checks()["provision.frequency"].function(line, plan).verdict is verdict


_COUNTED = "A specialist teacher teaches Nell to plan her writing for one hour each week, one to one."


def _row(id, what, often, whom):
    plan = small(F=what)
    item = plan.section("F").items[0]
    cells = (("how_often", often), ("who", whom))
    item = replace(item, fields=tuple(Field(name, Passage(text, 900)) for name, text in cells))
    return checks()[id].function(item, plan)


@pytest.mark.parametrize(
    ("what", "often", "whom", "asked"),
    [
        ("Quiet breaks with drawing books", "Through the week, at the points where Nell tires", "Mentor", True),
        ("Walks outside", "When she is upset", "Teaching assistant", True),
        ("Ear defenders", "When the hall is loud", "Teaching assistant", False),
        ("Movement breaks", "Every lesson", "Teaching assistant", False),
    ],
)
def test_breaks_with_somebody_that_wait_for_the_moment_are_asked(what, often, whom, asked):
    answer = _row("provision.frequency", what, often, whom)
    assert (answer.verdict is Verdict.NEEDS_PERSON) is asked


@pytest.mark.parametrize(
    ("whom", "asked"),
    [
        ("One of the adults in the base", True),
        ("Another of her team", True),
        ("One of the two teaching assistants", False),
    ],
)
def test_one_of_several_in_the_place_for_who_is_nobody(whom, asked):
    answer = _row("provision.who", "Plan of the day, with cover teachers shown", "15 minutes daily", whom)
    assert (answer.verdict is Verdict.NEEDS_PERSON) is asked


@pytest.mark.parametrize("whom", ["Assistant who has done the reading course (two days)", "TA, phonics award (3 days)"])
def test_the_length_of_the_givers_own_course_is_no_amount(whom):
    answer = _row("provision.amount", "Going over the words of a unit with Nell", "Most weeks", whom)
    assert (answer.verdict, answer.proposed) != (Verdict.MET, None)


def test_what_is_gone_over_before_an_event_is_work_with_the_child():
    answer = _row("provision.amount", "Before each topic the words are gone over with Nell.", "", "Teaching assistant")
    assert answer.verdict is not Verdict.NOT_APPLICABLE


def _second(text, id):
    """What is answered on a sentence that stands in one paragraph after a line with an amount and a role."""
    plan = with_sections(
        heading("Section F: Special educational provision"), line(f"{_COUNTED} {text}"), line("Daily phonics.")
    )
    (item,) = (one for one in plan.section("F").items if text in one.text)
    return checks()[id].function(item, plan)


@pytest.mark.parametrize(
    "text",
    [
        "In his other subjects the assistants will help him with the same plan.",
        "Teachers will break longer texts up and come back to her as the lesson goes on.",
        "All the level 3 assistants shall give her the same sheets.",
    ],
)
@pytest.mark.parametrize("id", ["provision.amount", "provision.frequency"])
def test_what_others_will_do_has_no_amount_from_the_line_before(text, id):
    answer = _second(text, id)
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)
    assert answer.evidence


@pytest.mark.parametrize(
    "text",
    [
        "They will carry the plan across to other lessons.",
        "The same teacher will write the plan up afterwards.",
        "Her teachers will have it three days before.",
        "The work follows a scheme of small steps.",
    ],
)
def test_what_goes_on_about_the_line_before_has_its_amount(text):
    assert _second(text, "provision.amount").verdict in (Verdict.NOT_APPLICABLE, Verdict.MET)


@pytest.mark.parametrize(
    ("text", "open_to_anybody"),
    [
        ("Nell has 40 minutes of quiet time every Wednesday with one of the grown-ups she knows.", True),
        ("She reads for 20 minutes a day with somebody from the base.", True),
        ("She reads for 20 minutes a day with an adult she likes.", True),
        ("She reads for 20 minutes a day with one of the adults who hold a level 3 award.", False),
        ("She has 20 minutes of reading a day too.", False),
    ],
)
def test_one_of_several_adults_is_nobody_though_the_line_before_names_a_role(text, open_to_anybody):
    assert (_second(text, "provision.who").verdict is not Verdict.MET) is open_to_anybody


@pytest.mark.parametrize(
    "text",
    [
        "Before each new science topic the assistant goes through the key words with Nell one to one.",
        "The mentor rehearses the words with her at the start of every unit.",
        "Pre-teaching of new words ahead of each topic by the teaching assistant.",
        "The words are pre-taught by the teaching assistant before each new topic.",
        "The assistant goes over them with Nell before each new unit.",
        "The assistant looks through it with Nell before each new unit.",
    ],
)
def test_sessions_before_each_piece_of_work_are_asked_how_long_they_last(text):
    answer = _row("provision.amount", text, "", "")
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)


@pytest.mark.parametrize(
    "text",
    [
        "For 15 minutes before each new topic the assistant goes through the key words with Nell.",
        "Before each new topic the teacher sends home a list of its words.",
        "At the start of each task the teacher gives her a checklist.",
        "At the start of each task she works through an app on her tablet.",
    ],
)
def test_what_has_a_length_or_takes_none_is_not_asked_for_one(text):
    assert _row("provision.amount", text, "", "").proposed is None


def test_a_line_whose_giver_stands_beside_it_is_asked_how_much_though_it_names_nothing():
    text = "Going over the key words for the coming topics, in good time before the lessons."
    often = "Through the week, ahead of the lessons"
    assert _row("provision.amount", text, often, "Teaching assistant").proposed is Verdict.NOT_MET


@pytest.mark.parametrize(
    ("often", "asked"), [("Little and often while a text is read", True), ("20 minutes, three times a week", False)]
)
def test_how_long_the_giver_is_trained_is_no_amount_beside_a_cell_for_it(often, asked):
    whom = "Teaching assistant trained by the therapist (3 hours each term)"
    answer = _row("provision.amount", "Pre-reading of the set texts with questions", often, whom)
    assert (answer.verdict is not Verdict.MET) is asked
