"""Vague words: clauses that promise nothing, cells, and words that leave nothing open where they stand."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.clauses import delegated, transport
from ehcp_audit.checks.vagueness import vague_words
from ehcp_audit.model import Verdict
from tests.checks.test_provision import line
from tests.plan.plans import heading, row, with_sections

COUNTED = "A teaching assistant teaches phonics for 20 minutes each day"


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        (f"{COUNTED}; access to a range of resources.", Verdict.NOT_MET),
        (f"{COUNTED}. Phonics cards are sent home periodically.", Verdict.NEEDS_PERSON),
        (f"{COUNTED}. It is reviewed at regular intervals by the teacher.", Verdict.PARTLY_MET),
        ("Access to phonics for 20 minutes each day with a teaching assistant.", Verdict.PARTLY_MET),
        ("Sam uses the lift in a group of up to four.", Verdict.MET),
        ("A teaching assistant sits at a distance of a few metres.", Verdict.MET),
        ("A chair with arm support.", Verdict.MET),
        ("A photo diary goes home each day so that Sam can tell someone about school.", Verdict.MET),
        ("Someone will help Sam.", Verdict.NEEDS_PERSON),
        ("Sam may end a lesson with his card.", Verdict.MET),
        ("A pass to leave when he needs to.", Verdict.MET),
        ("A reader in tests where the rules permit.", Verdict.MET),
        ("A ramp and access to the toilet by the office, each day.", Verdict.MET),
        ("Access to a quiet space.", Verdict.NOT_MET),
    ],
)
def test_words_leave_open_what_they_stand_with(words, verdict):
    assert vague_words(line(words)).verdict is verdict


@pytest.mark.parametrize(
    ("name", "words", "verdict"),
    [
        ("how_often", "Access to breaks throughout the day.", Verdict.NOT_MET),
        ("how_often", "One hour of support each week.", Verdict.MET),
        ("who", "Regular input from other therapists as required.", Verdict.NOT_MET),
        ("who", "Support staff", Verdict.MET),
    ],
)
def test_a_cell_that_takes_the_promise_back_is_vague(name, words, verdict):
    assert vague_words(line("Ear defenders and a pencil grip", **{name: words})).verdict is verdict


def test_carrying_a_childs_equipment_is_no_transport_and_a_list_no_delegation():
    assert transport(line("Transport of his equipment on visits is planned by the teacher.")).verdict is Verdict.MET
    assert transport(line("Transport to school by taxi.")).verdict is Verdict.NOT_MET
    assert delegated(line("Six hours a year: training (see below), report for the review.")).verdict is Verdict.MET
    assert delegated(line("As set out below: see his report.")).verdict is Verdict.NOT_MET


def test_what_a_profession_sets_within_a_stated_amount_is_for_a_person():
    programme = "Stretches as set by the physiotherapist"
    assert delegated(line(programme + ".")).verdict is Verdict.NOT_MET
    assert delegated(line(programme, how_often="20 minutes every day")).verdict is Verdict.NEEDS_PERSON


def test_many_vague_words_are_for_a_person_even_where_an_amount_stands():
    words = "A TA will use a flexible and nurturing approach with a range of strategies and regular check-ins all day."
    answer = vague_words(line(words), where_counted="met")
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.PARTLY_MET)


def test_whoever_comes_on_request_may_never_come():
    rows = [
        row(1, 1, "What", "Who", "How often"),
        row(1, 2, "Advice to staff on tests", "The educational psychologist, on request", "To the SENCO"),
        row(1, 3, "Advice to staff on tests", "The educational psychologist", "One hour each term"),
    ]
    plan = with_sections(heading("Section F: Special educational provision"), *rows)
    vague, told = (checks()["provision.vague_words"].function(one, plan) for one in plan.section("F").items)
    assert [one.text for one in vague.evidence] == ["on request"]
    assert told.verdict is Verdict.MET


def test_words_that_differ_by_a_capital_or_a_hyphen_are_named_once():
    answer = vague_words(line("Small-group work and regular phonics in a small group as required."))
    assert answer.note == 'Some words leave open what must be done: "Small-group", "regular", "as required".'


@pytest.mark.parametrize(
    "words",
    [
        "A speech therapist will deliver a block of direct therapy each year, one to one, in sessions of 45 minutes.",
        "A speech and language therapist will give a block of therapy each term, in sessions of 30 minutes.",
        "The speech therapist will provide blocks of direct work, each session lasting 40 minutes, twice a year.",
        "An occupational therapist will give a course of sensory therapy each year in 45-minute sessions.",
        "A specialist teacher will run a block of 30-minute lessons each term.",
        "A speech therapist will give two blocks of therapy a year, 40 minutes a session.",
        "A speech therapist will assess Sam for an hour in May, and will then deliver a programme of talking sessions.",
        "A counsellor will provide a series of 50-minute sessions each term.",
        "A speech therapist will assess Sam for 90 minutes each September and deliver a block of therapy each year.",
    ],
)
def test_a_block_of_sessions_that_are_not_counted_is_for_a_person(words):
    answer = vague_words(line(words), where_counted="met")
    assert answer.verdict is Verdict.NEEDS_PERSON
    assert answer.proposed is Verdict.PARTLY_MET


@pytest.mark.parametrize(
    "words",
    [
        "The therapist will deliver a block of six sessions of 45 minutes each year.",
        "A speech therapist will deliver a six-week block of therapy each year, one 45-minute session a week.",
        "A block of direct therapy each year from a speech therapist: ten sessions of 45 minutes.",
        "Two blocks of therapy a year from a speech therapist, each of eight 45-minute sessions.",
        "The speech therapist gives a block of therapy each term, 45 minutes a week for eight weeks.",
        "A speech therapist gives a block of therapy each term, once a week, in 45-minute sessions.",
        "A 12-session block of therapy each year, 45 minutes each, from a speech therapist.",
        "A block of therapy each year, 45 minutes on Mondays and Wednesdays, from a speech therapist.",
        "A speech therapist gives a block of direct therapy each year in sessions of 45 minutes, twelve in all.",
        "A speech therapist gives a block of therapy of 10 hours each year.",
        "A teaching assistant will run a programme of phonics each day for 20 minutes.",
        "The physiotherapist will review the programme of exercises each term for an hour.",
        "A teaching assistant will run a course of lessons every day in sessions of 20 minutes.",
    ],
)
def test_a_block_of_sessions_that_are_counted_is_let_pass(words):
    assert vague_words(line(words), where_counted="met").verdict is Verdict.MET


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("The assistant teaches new words before each topic, through small-group work through the week.", True),
        ("The assistant teaches new words before each topic, with picture cards.", False),
        ("The assistant teaches new words for 20 minutes a day, and this is the only work through the week.", False),
    ],
)
def test_group_work_through_the_week_is_in_doubt_where_no_amount_is_given(text, doubted):
    assert (vague_words(line(text)).verdict is Verdict.NEEDS_PERSON) == doubted


@pytest.mark.parametrize(
    ("words", "open_words"),
    [
        ("Careers guidance with a blind mentor for one hour a month, by the adviser.", False),
        ("Guidance with a blind mentor for one hour a month.", True),
        ("Adult help (needs 1 to 5). One teaching assistant, level 3, at her side for 32 hours a week.", False),
        ("The support worker's deputy takes over on the first day.", False),
        ("A laptop with a screen reader, bought by the college by 30 September 2026.", False),
        ("Help in class from a teaching assistant.", True),
        ("One assistant to sign instructions and help him in play, 15 hours a week.", False),
        ("Two adapted knives and an adapted curriculum.", True),
        ("Two adapted knives.", False),
    ],
)
def test_words_that_say_with_what_or_whose_leave_nothing_open(words, open_words):
    assert bool(vague_words(line(words)).verdict is not Verdict.MET) is open_words


def test_a_field_for_how_often_that_tells_no_time_is_asked_about_whatever_the_line_does():
    plan = with_sections(
        heading("Section F: Special educational provision"),
        row(1, 1, "What", "How often", "Who", bold=True),
        row(
            1,
            2,
            "New lesson words shown before the lesson, with pictures.",
            "Built into the school week",
            "Teaching assistant",
        ),
        row(1, 3, "Tells Ama of changes by a message to her tablet.", "Daily", "Teaching assistant"),
    )
    asked = [checks()["provision.amount"].function(item, plan) for item in plan.section("F").items]
    assert [answer.proposed or answer.verdict for answer in asked] == [Verdict.NOT_MET, Verdict.NOT_APPLICABLE]
    assert asked[0].evidence[0].text == "Built into the school week"
