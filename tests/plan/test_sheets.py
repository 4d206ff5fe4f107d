"""Sheets for one outcome each: rows whose letter stands over a word, under it, or alone, and comes back in each."""

import pytest
from plans import heading, line, row, texts, with_sections

CODES = ("E", "F", "G", "H2")
HEALTH = "A dietitian will see Rowan each term."
CARE = "A cookery club for two hours each Saturday."
WORDS = {"E": "Outcome", "F": "Education", "G": "Health", "H2": "Care"}
LABELS = {
    "letter over word": lambda code: f"{code}\n{WORDS[code]}",
    "word over letter": lambda code: f"{WORDS[code]}\n{code}",
    "two paragraphs": lambda code: [WORDS[code], code],
    "letter alone": lambda code: code,
}


def sheets(title, label, *, tables):
    """Three sheets under one title, each a table of its own or all in one."""
    rows: list = []
    number = 0
    for at in (1, 2, 3):
        number = 0 if tables else number
        cells = {"E": f"By July 2029 Rowan will cook meal {at} on the hob alone."}
        cells["F"] = f"Cookery with a tutor for meal {at}, one hour each week."
        cells |= {"G": HEALTH} if at == 1 else {"H2": CARE} if at == 2 else {}
        for code, said in cells.items():
            number += 1
            rows += row(at if tables else 1, number, LABELS[label](code), said)
    return with_sections(
        [heading("Who is Rowan? (A)"), line("Rowan likes trains."), heading("What are his needs? (B)")],
        [line("Rowan cannot yet cook."), heading(title)],
        rows,
    )


@pytest.mark.parametrize("tables", [True, False])
@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("title", ["What will be done? (E, F, G and H2)", "Outcomes and provision"])
def test_the_letter_of_each_row_tells_its_section_in_every_sheet(title, label, tables):
    plan = sheets(title, label, tables=tables)
    assert [len(texts(plan, code)) for code in CODES] == [3, 3, 1, 1]
    assert (plan.section("G").text, plan.section("H2").text) == (HEALTH, CARE)


def test_letters_that_mark_answers_open_no_section():
    """A quiz that Rowan took twice: its letters come back in order, and are those of answers."""
    rows = [
        one
        for at in (1, 2)
        for number, (code, said) in enumerate(zip("BCD", ("a dog", "a train", "a bus"), strict=True), start=1)
        for one in row(at, number, code, f"Rowan said it was {said} that he liked best of all.")
    ]
    plan = with_sections(heading("Section A: Views"), line("Rowan was asked what he likes."), rows)
    assert "a train" in plan.section("A").text
    assert not any(plan.section(code).text for code in "BCD")


def test_a_letter_below_a_word_that_is_none_of_the_heading_s_tells_no_section():
    rows = [
        *row(1, 1, "Outcome", "By July 2029 Rowan will cook a meal on the hob alone."),
        *row(1, 2, "Vitamin\nD", "Rowan takes vitamin D at breakfast each day."),
        *row(1, 3, "Provision", "Cookery with a tutor, one hour each week."),
        *row(2, 1, "Outcome", "By July 2029 Rowan will shop for the meal alone."),
        *row(2, 2, "Provision", "Shopping with a tutor, one hour each week."),
    ]
    plan = with_sections(heading("Sections E and F: Outcomes and provision"), rows)
    assert "tutor" in plan.section("F").text
    assert "vitamin" not in plan.section("D").text
