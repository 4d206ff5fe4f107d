"""Outcomes set out by the letters of SMART are one item each, in rows, columns, lines or a paragraph."""

import pytest
from plans import fields, line, outcomes_of, row, texts

READS = "Rowan reads a page of his own book and says what happened."
TIES = "Rowan ties both laces and a bow."
LETTERS = ("S", "M", "A", "R", "T")
WORDS = ("Specific", "Measurable", "Achievable", "Realistic", "Time-bound")
BOTH = ("S – Specific", "M – Measurable", "A – Attainable", "R – Relevant", "T – Timed")
ASKED = ("Specific (what will Rowan do?)", "Measurable", "Agreed", "Relevant", "Time limited")
SAID = ("9 pages in 10.", "From 3 pages in 10 now.", "Need 1; his wish to read alone.", "By July 2028.")
AGAIN = ("8 mornings in 10.", "With daily practice in the cloakroom.", "Need 2.", "By July 2028.")
KNOWN = {"success": SAID[0], "baseline": SAID[1], "need": SAID[2], "by_when": SAID[3]}


def told(plan):
    return [{name: text for name, text in fields(item).items() if name in KNOWN} for item in plan.section("E").items]


@pytest.mark.parametrize("labels", [LETTERS, WORDS, BOTH, ASKED])
@pytest.mark.parametrize("apart", [True, False])
def test_rows_labelled_by_the_letters_are_one_outcome(labels, apart):
    one = [("Outcome 1", "Reading"), *zip(labels, (READS, *SAID), strict=True), ("Steps", "Five pages by July 2027.")]
    two = [("Outcome 2", "Dressing"), *zip(labels, (TIES, *AGAIN), strict=True), ("Steps", "One lace by July 2027.")]
    rows = [row(2 if apart and at >= len(one) else 1, at, *pair) for at, pair in enumerate([*one, *two])]
    plan = outcomes_of(*rows)
    assert texts(plan, "E") == [READS, TIES]
    assert [item.number for item in plan.section("E").items] == ["1", "2"]
    assert told(plan)[0] == KNOWN
    assert fields(plan.section("E").items[0])["steps"] == "Five pages by July 2027."
    assert "baseline" not in told(plan)[1]  # "With daily practice" tells nothing of today


@pytest.mark.parametrize("labels", [LETTERS, WORDS, BOTH])
def test_columns_headed_by_the_letters_are_one_outcome_a_row(labels):
    plan = outcomes_of(row(1, 0, *labels), row(1, 1, READS, *SAID), row(1, 2, TIES, *AGAIN))
    assert texts(plan, "E") == [READS, TIES]
    assert told(plan)[0] == KNOWN


def test_a_column_of_titles_stands_beside_the_letters():
    plan = outcomes_of(
        row(1, 0, "Outcome", *WORDS), row(1, 1, "Reading", READS, *SAID), row(1, 2, "Dressing", TIES, *AGAIN)
    )
    assert texts(plan, "E") == [READS, TIES]
    assert told(plan)[0] == KNOWN


def test_letters_beside_outcomes_in_full_say_more_of_these():
    whole = "By July 2028 Rowan will read a page of his own book."
    plan = outcomes_of(
        row(1, 0, "Outcome", *WORDS),
        row(1, 1, whole, "Reading of his own books", *SAID),
        row(1, 2, "By July 2028 Rowan will tie both laces.", "Dressing for school", *AGAIN),
    )
    assert texts(plan, "E") == [whole, "By July 2028 Rowan will tie both laces."]


@pytest.mark.parametrize("title", ["Outcome 1: Reading", "Outcome 1 – Reading (need B1)", "Reading"])
@pytest.mark.parametrize("labels", [LETTERS, WORDS])
def test_lines_that_begin_with_the_letters_are_one_outcome(title, labels):
    said = [f"{label}: {text}" for label, text in zip(labels, (READS, *SAID), strict=True)]
    more = [f"{label}: {text}" for label, text in zip(labels, (TIES, *AGAIN), strict=True)]
    plan = outcomes_of(*map(line, [title, *said, "Steps: five pages by July 2027.", title.replace("1", "2"), *more]))
    assert texts(plan, "E") == [READS, TIES]
    assert told(plan)[0] == KNOWN


@pytest.mark.parametrize("between", ["\n", " "])
def test_letters_within_a_paragraph_are_one_outcome(between):
    said = between.join(f"{label}: {text}" for label, text in zip(WORDS, (READS, *SAID), strict=True))
    plan = outcomes_of(line(said))
    assert texts(plan, "E") == [READS]
    assert told(plan)[0] == KNOWN


def test_a_promise_over_the_letters_is_the_outcome_with_them():
    plan = outcomes_of(
        *(
            row(1, at, *pair)
            for at, pair in enumerate(
                [("Outcome 1", "Rowan will read more of what he likes."), *zip(WORDS, (READS, *SAID), strict=True)]
            )
        )
    )
    assert texts(plan, "E") == ["Rowan will read more of what he likes.\n" + READS]
    assert told(plan)[0] == KNOWN


@pytest.mark.parametrize("labels", [("M", "T", "W", "T", "F"), ("A", "B", "C", "D", "E"), ("S", "M", "L", "X", "T")])
def test_other_letters_are_none_of_smart(labels):
    said = [f"By July 2028 Rowan will read {count} words." for count in (10, 20, 30, 40, 50)]
    plan = outcomes_of(*(line(f"{label}: {text}") for label, text in zip(labels, said, strict=True)))
    assert len(plan.section("E").items) == len(said)
