"""Provision grouped by who gives it, and the words over it that say in which order it stands."""

from __future__ import annotations

import pytest
from plans import heading, line, provision_of

from ehcp_audit.plan.preambles import is_preamble

LINES = (
    "60 minutes, one to one, once every two weeks: keyboard skills and energy plan.",
    "25 hours a week, one to one, in lessons: note-taking and equipment.",
    "Rest lying flat for 10 minutes every day.",
)


def told(plan) -> list[list[str]]:
    return [[one.text for one in item.passages] for item in plan.section("F").items]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "1. Occupational therapist (registered)",
            "2. Two teaching assistants (level 3, certificate renewed each year)",
        ),
        ("F1. Physiotherapist, trained in neuromuscular conditions", "F2. Learning mentor"),
        ("1. Provided by the school counsellor", "2. Class teacher and teaching assistant"),
    ],
)
def test_who_stands_over_lines_gives_each_of_them(first, second):
    plan = provision_of(
        line(first),
        line(LINES[0], marker="•"),
        line(second),
        line(LINES[1], marker="•"),
        line(LINES[2], marker="•"),
    )
    assert [one[-1] for one in told(plan)] == list(LINES)
    assert all(len(one) == 2 for one in told(plan))
    assert told(plan)[1][0] == told(plan)[2][0]
    assert told(plan)[0][0] != told(plan)[1][0]


def test_headings_of_givers_stand_with_their_lines():
    plan = provision_of(
        heading("Occupational therapist", 2),
        line(LINES[0], marker="•"),
        heading("Teaching assistant (level 3)", 2),
        line(LINES[1], marker="•"),
    )
    assert [one[0] for one in told(plan)] == ["Occupational therapist", "Teaching assistant (level 3)"]


def test_what_is_given_stands_over_its_lines_as_before():
    plan = provision_of(
        heading("Speech and language therapy", 2),
        line(LINES[0], marker="•"),
        heading("Teaching assistant support", 2),
        line(LINES[1], marker="•"),
    )
    assert [one[-1] for one in told(plan)] == list(LINES[:2])
    assert all(len(one) == 1 for one in told(plan))


def test_one_line_with_a_role_is_provision_itself():
    plan = provision_of(
        line("1. Learning mentor, 20 minutes every day."),
        line("2. Reading scheme, 15 minutes every day, teaching assistant."),
    )
    assert all(len(one) == 1 for one in told(plan))


@pytest.mark.parametrize(
    ("sentence", "over"),
    [
        ("Starts 12 October 2026.", True),
        ("38 school weeks a year unless a line says another number.", True),
        ("From 17 November 2025 to 16 July 2027, 38 school weeks a year.", True),
        ("Letters show the outcome.", True),
        ("Set out by day of the week.", True),
        ("The provision is arranged by how often it is given.", True),
        ("The provision is arranged by the school for two hours a week.", False),
        ("Starts 12 October 2026 with a teaching assistant for 10 hours a week.", False),
        ("Swimming is arranged by the school.", False),
        ("Letters are sent home each week by the class teacher.", False),
        ("38 weeks a year of one-to-one teaching by a specialist teacher.", False),
    ],
)
def test_words_on_the_order_and_time_of_all_lines(sentence, over):
    assert is_preamble(sentence) is over
