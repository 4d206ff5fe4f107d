"""The code of a need in a cell beside an outcome: it ties the outcome, and is no number of its own."""

import pytest
from plans import heading, line, row, with_sections


def test_the_code_of_a_need_beside_an_outcome_ties_it():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("B1. Sam reads slowly."),
        line("B2. Sam cannot count."),
        heading("Section E: Outcomes"),
        *row(1, 1, "", "What I will be able to do, and by when", "For which one", "Steps on the way"),
        *row(1, 2, "E1", "By July 2028 Sam will read 60 words a minute.", "B1", "By July 2027: 40 words"),
        *row(1, 3, "E2", "By July 2028 Sam will count 20 pegs.", "B2", "By July 2027: 10 pegs"),
    )
    outcomes = plan.section("E").items
    assert [one.number for one in outcomes] == ["1", "2"]
    assert [one.refers for one in outcomes] == [("B.1",), ("B.2",)]


@pytest.mark.parametrize(
    "label",
    [
        *(
            "E1 (B2).",
            "Outcome 1 (for B2).",
            "E1 (need B2):",
            "E1 (need B2) –",
            "E1 (social care, B2).",
            "E1 (Need B2):",
        ),
        *("Outcome 1 (B2):", "Outcome 1 (social care, B2)."),
    ],
)
def test_what_stands_in_brackets_after_a_code_is_no_word_of_the_item(label):
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("B1. Sam reads slowly."),
        line("B2. Sam cannot count."),
        heading("Section E: Outcomes"),
        line(f"{label} By July 2028 Sam will count 20 pegs."),
        line("E2 (health). By July 2028 Sam will take her own tablets."),
    )
    first, second = plan.section("E").items
    assert (first.text, second.text) == (
        "By July 2028 Sam will count 20 pegs.",
        "By July 2028 Sam will take her own tablets.",
    )
    assert first.refers == ("B.2",)


@pytest.mark.parametrize("label", ["Outcome 1", "E1"])
@pytest.mark.parametrize("when", ["by July 2028", "year 6", "in Year 6", "July 28", "every day"])
def test_a_time_in_brackets_after_a_number_stays(label, when):
    plan = with_sections(heading("Section E: Outcomes"), line(f"{label} ({when}): Sam will count 20 pegs."))
    assert when in plan.section("E").items[0].text


@pytest.mark.parametrize("label", ["Provision 1", "F1"])
def test_who_gives_it_in_brackets_after_a_number_stays(label):
    plan = with_sections(
        heading("Section F: Provision"), line(f"{label} (teaching assistant): phonics, 20 minutes daily.")
    )
    assert "teaching assistant" in plan.section("F").items[0].text


@pytest.mark.parametrize("label", ["E1 (Health):", "Health:"])
def test_a_short_outcome_that_begins_with_its_time_is_no_name_of_an_area(label):
    plan = with_sections(heading("Section E: Outcomes"), line(f"{label} By July 2028 Sam will count ten pegs."))
    (outcome,) = plan.section("E").items
    assert outcome.text.endswith("By July 2028 Sam will count ten pegs.")


def test_needs_under_codes_in_one_paragraph_are_told_apart_also_in_small_letters():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("Cognition and learning. B1: reading age six at eight. B2: number to 20; she has not met money."),
        line("Social, emotional and mental health. B3: worry about change."),
    )
    assert [one.number for one in plan.section("B").items] == ["1", "2", "3"]
