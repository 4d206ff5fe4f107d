"""Labels for a code alone, over the outcome or the provision that bears it."""

import pytest
from plans import heading, line, with_sections

FORM = (
    heading("Section B: Special educational needs"),
    line("Need 1: Sam reads 20 words a minute."),
    line("Need 2: Sam cannot fasten his coat."),
    heading("Section E: Outcomes"),
    line("Outcome ref: E1 (B1)"),
    line("Outcome: By July 2028 Sam will read 60 words a minute."),
    line("Steps: By July 2027: 40 words a minute."),
    line("Outcome ref: E2"),
    line("Need ref: Need 2"),
    line("Outcome: By July 2028 Sam will fasten his coat alone on four days out of five."),
    heading("Section F: Special educational provision"),
    line("Provision ref: F1 (B1 / E1)"),
    line("Provision: Reading practice with a teaching assistant. It uses phonics cards."),
    line("Frequency: 20 minutes, four times a week"),
    line("Provision ref: F2 (B2 / E2)"),
    line("Provision: Practice with buttons, led by the occupational therapist."),
    line("Frequency: 30 minutes a week"),
)


def test_a_label_for_a_code_is_no_item_and_gives_the_next_one_its_number():
    plan = with_sections(*FORM)
    assert [one.text[:32] for one in plan.section("E").items] == [
        "By July 2028 Sam will read 60 wo",
        "By July 2028 Sam will fasten his",
    ]
    assert len(plan.section("F").items) == 2


@pytest.mark.parametrize(("code", "at"), [("E", 0), ("E", 1), ("F", 0), ("F", 1)])
def test_a_label_for_a_code_says_what_the_item_is_for(code, at):
    plan = with_sections(*FORM)
    assert f"B.{at + 1}" in plan.section(code).items[at].refers


def test_words_beside_such_a_label_are_no_code():
    plan = with_sections(heading("Section E: Outcomes"), line("Outcome no: By July 2028 Sam will read a whole page."))
    assert len(plan.section("E").items) == 1
