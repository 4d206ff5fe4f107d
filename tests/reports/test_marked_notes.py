"""What the notes of a marked copy say again, and what they leave to the first that said it."""

from __future__ import annotations

import pytest

from ehcp_audit import audit_plan, load_rubric
from ehcp_audit.model import Plan
from ehcp_audit.reports.marked import plan_notes
from tests.plan.plans import heading, line, row, with_sections

OUTCOMES = (
    "1. By July 2028 Ana will take part in a youth group once a week for a full school year.",
    "2. By July 2028 Ana will read 60 words a minute from a page that she has not seen.",
)
ROWS = (
    ("Reading teaching, one to one", "40 minutes twice a week", "Specialist teacher"),
    ("Number teaching, one to one", "30 minutes a week", "Class teacher"),
    ("Typing lessons, one to one", "20 minutes daily", "Class teacher"),
)


def notes_of(plan: Plan, *, grouped: bool = True) -> list[list[tuple[str, str]]]:
    rubric = load_rubric("national")
    return [list(note.lines) for note in plan_notes(plan, audit_plan(plan, rubric), rubric, grouped=grouped)]


def labels(notes: list[list[tuple[str, str]]], id: str) -> list[list[str]]:
    """Of each note that tells of a criterion, the labels of that part of it."""
    parts = [part.splitlines() for lines in notes for part in "\n".join(label for label, _ in lines).split("\n\n")]
    return [part for part in parts if part and part[0].startswith(f"{id} ")]


@pytest.fixture(scope="module")
def plan() -> Plan:
    return with_sections(
        heading("Section B: Special educational needs"),
        line("1. Ana reads 20 words a minute and guesses at longer words."),
        line("2. Ana is anxious in noisy rooms and avoids new people."),
        line("3. Ana forgets what she has been told and loses her place."),
        heading("Section E: Outcomes"),
        *map(line, OUTCOMES),
        heading("Section F: Special educational provision"),
        *row(1, 1, "What", "How much", "Who"),
        *(cell for number, cells in enumerate(ROWS, 2) for cell in row(1, number, *cells)),
    )


def test_what_is_good_is_said_of_a_doubt_once(plan):
    first, *later = labels(notes_of(plan), "B04")
    assert "What a good sentence holds:" in first
    assert later
    assert not any("What a good sentence holds:" in one or "Why:" in one for one in later)


def test_an_outcome_that_is_help_is_told_of_once_and_the_others_beside_it(plan):
    notes = notes_of(plan)
    (told,) = [lines for lines in notes if any(label.startswith("E02 ") for label, _ in lines)]
    said = dict(told)
    assert "E05" in said["The same in"]
    assert not any(label.startswith(("E04 ", "E05 ")) for label, _ in told)


def test_each_place_of_a_pdf_says_all_that_it_has_to_say(plan):
    notes = notes_of(plan, grouped=False)
    assert labels(notes, "E05")
