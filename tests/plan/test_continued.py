"""Headings that go on with a section: "F (continued)   Therapy schedule"."""

import pytest

from ehcp_audit.plan.labels import find_label
from tests.plan.plans import heading, line, plan_of

FIRST = "A teaching assistant will read with Rowan for 20 minutes every day."
SECOND = "A therapist will see Rowan for 40 minutes every week."
NEED = "Rowan has no friends to see out of school."


def gone_on_with(*again):
    return plan_of(
        heading("A   My views"),
        line("I like trains."),
        heading("B   Special educational needs"),
        line("Rowan misses the meaning of longer instructions."),
        heading("F   Special educational provision"),
        line(FIRST),
        heading("D   Social care needs"),
        line(NEED),
        list(again),
        heading("I   Placement"),
        line("Harbour Lane School"),
        heading("K   Advice and information"),
        line("Dr Ada Finch, educational psychologist, 3 May 2026"),
    )


@pytest.mark.parametrize(
    "title", ["F (continued)     Therapy schedule", "F (cont'd) Further help", "F (cont.) Therapy"]
)
def test_a_letter_that_goes_on_opens_its_section_again(title):
    plan = gone_on_with(heading(title), line(SECOND))

    assert plan.section("D").text == NEED
    assert [piece.text for piece in plan.section("F").pieces] == [FIRST, SECOND]


@pytest.mark.parametrize("title", ["F (continued)  None", "F (continued)  A therapist will see Rowan each week."])
def test_the_words_after_it_are_the_section_s_own_where_they_are_no_title(title):
    plan = gone_on_with(heading(title))

    assert plan.section("F").pieces[-1].text == title.partition(")")[2].strip()
    assert plan.section("D").text == NEED


def test_an_area_of_need_after_it_stays_over_its_items():
    plan = gone_on_with(heading("Section B (continued) Communication and interaction"), line(SECOND))

    assert plan.section("B").pieces[-1].text == f"Communication and interaction\n{SECOND}"


@pytest.mark.parametrize("text", ["F (continence) Therapy schedule", "F (continued from page 4) Therapy", "F Therapy"])
def test_other_words_in_brackets_go_on_with_nothing(text):
    assert not find_label(text).continued
