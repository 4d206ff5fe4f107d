"""Tables of test scores among the needs of section B."""

from __future__ import annotations

import pytest
from plans import heading, line, row, texts, with_sections

B = heading("Section B: Special educational needs")
NEEDS = (
    "1. He takes in about half of what is said to the class.",
    "2. He writes two words of a sentence that he hears.",
)
TOLD = [need[3:] for need in NEEDS]


def needs(*heads: str, cells: tuple[str, ...] = ("Bus Story, information", "12", "Age level 4 years"), words=NEEDS):
    table = [row(1, 1, *heads), *(row(1, at, *cells[: len(heads)]) for at in (2, 3))]
    return texts(with_sections(B, *table, *map(line, words)), "B")


@pytest.mark.parametrize(
    "heads",
    [
        ("Measure (date)", "Score", "Meaning"),
        ("Area", "Test and date", "Result"),
        ("Measure", "Result"),
        ("Profile", "Score", "Date"),
        ("Assessment used", "Standard score", "Percentile"),
    ],
)
def test_the_rows_of_a_table_of_scores_are_no_needs(heads):
    assert needs(*heads) == TOLD


@pytest.mark.parametrize(
    "heads",
    [
        ("Test", "Score", "Need"),
        ("Test", "Result", "What is hard for him"),
        ("Measure", "Result", "Impact on learning"),
        ("Area", "Finding"),
        ("Need", "Test"),
    ],
)
def test_a_table_that_has_a_column_for_the_need_is_read(heads):
    cells = ("Bus Story", "12 of 40", "He cannot retell a story in order.")
    assert len(needs(*heads, cells=cells)) > len(NEEDS)


def test_scores_that_stand_alone_are_all_that_is_told():
    assert len(needs("Measure", "Result", words=())) == 2
