"""Lines of codes and a few words over provision: "B1 + B2   talk   → E1 E2" says what the lines under it are for."""

import pytest
from plans import heading, line, row, texts, with_sections

NEEDS = [f"B{at}. Rowan cannot {what}." for at, what in enumerate(("follow two instructions", "read", "wait"), 1)]
OUTCOMES = [f"E{at}. By July 2028 Rowan will {what}." for at, what in enumerate(("ask for help", "read 40 words"), 1)]
READS = "A teacher will hear him read for ten minutes daily."
MEETS = "A mentor will see Rowan for 20 minutes each week."
WAITS = "A teaching assistant will play a waiting game with him for 15 minutes daily."


def plan_of(*stretches):
    return with_sections(
        heading("Section B: Special educational needs"),
        *map(line, NEEDS),
        heading("Section E: Outcomes"),
        *map(line, OUTCOMES),
        heading("Section F: Special educational provision"),
        *stretches,
    )


def refers(plan):
    return [item.refers for item in plan.section("F").items]


@pytest.mark.parametrize(
    "head",
    [
        "B1 + B2   talk + reading   → E1 E2",
        "B1, B2 talk, reading → E1, E2",
        "B1 & B2: talk and reading – E1 & E2",
        "B1 B2 Talk and reading -> E1-E2",
    ],
)
@pytest.mark.parametrize("marked", [{"marker": "•"}, {}])
def test_the_codes_of_a_heading_hold_for_every_line_until_the_next(head, marked):
    plan = plan_of(
        line(head, bold=True), line(READS, **marked), line(MEETS, **marked), line("B3 waiting", bold=True), line(WAITS)
    )
    assert texts(plan, "F") == [READS, MEETS, WAITS]
    assert refers(plan) == [("B.1", "B.2", "E.1", "E.2")] * 2 + [("B.3",)]


def test_a_plain_line_of_codes_over_bullets_is_a_heading():
    plan = plan_of(line("reading → E2"), line(READS, marker="•"), line(MEETS, marker="•"))
    assert texts(plan, "F") == [READS, MEETS]
    assert refers(plan) == [("E.2",)] * 2


def test_a_line_of_codes_over_a_table_is_a_heading():
    table = [*row(1, 1, "What", "Who"), *row(1, 2, READS, "Teacher"), *row(1, 3, MEETS, "Mentor")]
    plan = plan_of(
        line("B3 waiting → E1", bold=True), line(WAITS, marker="•"), line("B2 reading → E2", bold=True), table
    )
    assert [text for text in texts(plan, "F") if "→" in text] == []
    assert refers(plan)[1:] == [("B.2", "E.2")] * 2


@pytest.mark.parametrize(
    "given",
    [
        ["B1 A laptop → E1", "B2 A sloping desk → E2"],  # alike, and each gives something
        ["B1 A mentor for 20 minutes each week → E1", READS],
        ["Phonics daily → E2", READS],
        ["A quiet room is kept for him → E1", READS],
    ],
)
def test_provision_with_codes_beside_it_stays_provision(given):
    assert len(texts(plan_of(*map(line, given)), "F")) == 2


def test_alike_lines_in_bold_are_provision():
    plan = plan_of(line("B1 A laptop → E1", bold=True), line("B2 A sloping desk → E2", bold=True))
    assert len(texts(plan, "F")) == 2
