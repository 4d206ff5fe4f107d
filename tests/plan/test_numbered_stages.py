"""Lines numbered below an outcome are its steps; where they promise as much, they are outcomes of their own."""

import pytest
from plans import heading, line, row, texts, with_sections

OUTCOMES = ["Kit will use a two-part request.", "Kit will take six turns in a game."]
HEAD = row(0, 0, "No.", "Outcome or step", "By when")


def _rows(steps, dates=("July 2028", "March 2027")):
    for at, (outcome, step) in enumerate(zip(OUTCOMES, steps, strict=True)):
        yield row(0, 2 * at + 1, str(at + 1), outcome, dates[0])
        yield row(0, 2 * at + 2, f"{at + 1}.1", step, dates[1])


def test_rows_numbered_below_an_outcome_are_its_steps():
    steps = ["Hands over a card, 8 times out of 10.", "Takes three turns with an adult."]
    plan = with_sections(heading("Section E: Outcomes"), HEAD, *_rows(steps))
    assert texts(plan, "E") == OUTCOMES
    said = [one.passage.text for one in plan.section("E").items[0].fields if one.name == "steps"]
    assert said == [steps[0], "March 2027"]


@pytest.mark.parametrize("dates", [("July 2027", "July 2028"), ("July 2028", "July 2028")])
def test_what_promises_as_much_is_an_outcome(dates):
    below = ["Kit will ask for a drink in words.", "Kit will play tag with a friend."]
    plan = with_sections(heading("Section E: Outcomes"), HEAD, *_rows(below, dates))
    assert len(texts(plan, "E")) == 4


def test_steps_may_be_lettered_in_prose():
    lines = ["1. Kit will read 50 words by July 2028.", "1a. Reads 20 words by March 2027."]
    lines += ["2. Kit will count to 20 by July 2028.", "2a. Counts to ten by March 2027."]
    plan = with_sections(heading("Section E: Outcomes"), *map(line, lines))
    assert len(texts(plan, "E")) == 2


def test_why_an_outcome_was_chosen_is_no_outcome():
    rows = [
        ("Outcome", OUTCOMES[0]),
        ("Why", "“One friend that I see.” Now: no club."),
        ("Steps", "By May: one visit."),
    ]
    plan = with_sections(heading("Section E: Outcomes"), *(row(0, at, *cells) for at, cells in enumerate(rows)))
    assert texts(plan, "E") == OUTCOMES[:1]
