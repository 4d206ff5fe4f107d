"""A few words behind "Outcome 6" over the outcome are its title, whatever word they begin with."""

from __future__ import annotations

import pytest
from plans import heading, line, row, texts, with_sections

E = heading("Section E: Outcomes")
EATS = "Ida will eat her lunch in the hall for fifteen minutes on four days a week."
HEARS = "Ida carries out an instruction in two parts in eight trials out of ten."
PLAYS = "Ida will stay in a game with one other child for ten minutes each day."


@pytest.mark.parametrize(
    "title",
    [
        "Outcome 6   Lunch in the hall (B6)",
        "Outcome 6: Travel to new places (needs 2 and 3)",
        "Outcome 6 - Play with other children (need 4)",
        "Outcome 6: Dressing for lessons and play (B7)",
    ],
)
def test_a_title_that_points_at_a_need_is_no_outcome(title: str) -> None:
    assert texts(with_sections(E, line(title), line(EATS)), "E") == [EATS]


def test_a_title_among_titles_is_no_outcome() -> None:
    lines = ("Outcome 1: Listening", HEARS, "Outcome 2: Playing", PLAYS, "Outcome 3: Lunch in the school hall", EATS)
    assert texts(with_sections(E, *map(line, lines)), "E") == [HEARS, PLAYS, EATS]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Outcome 6: Ida will walk to school alone (B6)",
            "She will go with her mother on Saturdays in the first year.",
        ),
        ("Outcome 6: Read forty common words by July 2027 (B6)", "She reads ten now and will read them with an adult."),
        ("Outcome 6: Walk to school by herself (B6)", "Steps: she will go with her mother on Saturdays this year."),
        ("Outcome 6: Walk to school by herself (B6)", "Reviewed each term."),
        ("Outcome 6: Walk to school by herself", "She will go with her mother on Saturdays in the first year."),
    ],
)
def test_an_outcome_behind_its_number_stays(first: str, second: str) -> None:
    assert first.split(": ", 1)[1] in texts(with_sections(E, line(first), line(second)), "E")


def test_a_row_across_a_small_table_is_the_title_of_the_row_under_it():
    eats = "Rowan will eat his lunch in the dining hall for fifteen minutes on four days a week."
    reads = "Rowan will read a page of his own book aloud to his teacher on three days a week."
    plan = with_sections(
        heading("Section E: Outcomes"),
        row(1, 1, "Outcome 1   Lunch in the hall (B6)"),
        row(1, 2, eats),
        row(2, 1, "Outcome 2   Reading (B2)"),
        row(2, 2, reads),
    )
    assert texts(plan, "E") == [eats, reads]
