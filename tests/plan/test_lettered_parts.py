"""Lettered parts under a numbered need are that need's; where the plan names a part, the parts are counted."""

import pytest
from plans import heading, line, texts, with_sections

PARTS = [
    "B1  Attention deficit hyperactivity disorder (K3).",
    "a)  Corin stays with a task for 4 minutes.",
    "b)  He leaves his seat 10 times in a lesson.",
    "B2  Anger: Corin hits or kicks five times a week.",
    "a)  He does not notice the signs in his body.",
]


def needs(*lines, after=()):
    return with_sections(
        heading("Section B: Special educational needs"), *map(line, lines), heading("Section E: Outcomes"), *after
    )


def test_they_are_part_of_the_need_before_them():
    first, second = texts(needs(*PARTS), "B")
    assert "disorder" in first
    assert "4 minutes" in first
    assert "10 times" in first
    assert "Anger" in second
    assert "the signs" in second


@pytest.mark.parametrize("marks", [("(a)", "(b)"), ("i)", "ii)"), ("a.", "b.")])
def test_other_marks_of_parts(marks):
    lines = ["1. Reading is at 6 years 2 months.", f"{marks[0]} He guesses words.", f"{marks[1]} He skips lines."]
    assert len(texts(needs(*lines, "2. Spelling is at 6 years."), "B")) == 2


def test_letters_without_a_number_over_them_are_needs():
    lines = ["a) Corin reads 14 words.", "b) He writes his name.", "c) He hits out each day."]
    assert len(texts(needs(*lines), "B")) == 3


def test_parts_that_an_outcome_names_stay_apart():
    outcome = line("E1 (B1a) By July 2028 Corin will stay with a task for 15 minutes.")
    assert len(texts(needs(*PARTS, after=(outcome,)), "B")) > 2
