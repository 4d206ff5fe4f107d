"""Numbers that items bear by their noun, in their own words or in the heading over them."""

from __future__ import annotations

import pytest
from plans import heading, line, row, with_sections

from ehcp_audit.model import Plan

ABLE = "Sam is kind and has a good memory for songs."
NEEDS = (
    "Sam reads at the level of a child of six and loses his place on the line.",
    "He stands at the edge of games and has no settled companion at break.",
)
GIVEN = (
    "A teaching assistant will teach phonics to Sam one to one for 20 minutes each morning.",
    "The learning mentor will run a games club of four for 30 minutes every Tuesday.",
)


def refers(plan: Plan) -> list[tuple[str, tuple[str, ...]]]:
    """The first words of what each line of provision is said to be for."""
    needs = {item.subject: item.text for item in plan.section("B").items}
    return [tuple(needs[one] for one in item.refers) for item in plan.section("F").items]


def told(*needs: object, given: tuple[str, ...] = ("{t} (need {i})",) * 2) -> Plan:
    lines = [line(form.format(t=text, i=at)) for at, (form, text) in enumerate(zip(given, GIVEN, strict=True), start=1)]
    b, f = heading("Section B: Special educational needs"), heading("Section F: Special educational provision")
    return with_sections(b, *needs, f, *lines)


def test_the_number_after_the_noun_in_a_cell_is_the_needs():
    rows = [row(1, at, "Learning", f"Need {at - 1}. {text}") for at, text in enumerate(NEEDS, start=2)]
    plan = told(line(ABLE), row(1, 1, "Area", "Need"), *rows)
    assert refers(plan) == [(f"Need {at}. {text}",) for at, text in enumerate(NEEDS, start=1)]


def test_the_number_in_the_heading_is_that_of_what_stands_under_it():
    titles = ("Cognition and learning: reading (need 1)", "Friends (need 2)")
    under = [one for title, text in zip(titles, NEEDS, strict=True) for one in (heading(title, level=2), line(text))]
    plan = told(heading("What he does well", level=2), line(ABLE), *under)
    assert refers(plan) == [(text,) for text in NEEDS]


def test_a_single_heading_with_a_number_is_not_the_plans_way_of_numbering():
    titles = ("Reading (need 2)", "Friends")
    under = [one for title, text in zip(titles, NEEDS, strict=True) for one in (heading(title, level=2), line(text))]
    assert refers(told(*under)) == [(text,) for text in NEEDS]  # by place


def test_a_need_for_something_is_no_number():
    texts = ("Needs 2 adults when he is moved and loses his place.", NEEDS[1])
    assert refers(told(*(line(text) for text in texts))) == [(text,) for text in texts]


@pytest.mark.parametrize("title", ["Outcome {i} (need {n}) - friends and school", "Outcome {i} (need {n})"])
def test_a_bracket_in_the_row_across_a_card_says_what_it_is_for(title):
    outcomes = ("By July 2028 Sam will read a page aloud.", "By July 2028 Sam will play a board game through.")
    cards = [
        one
        for at, text in enumerate(outcomes, start=1)
        for one in (row(at, 1, title.format(i=at, n=3 - at)), row(at, 2, "Outcome", text), row(at, 3, "Steps", "None."))
    ]
    plan = with_sections(
        heading("Section B: Special educational needs"),
        *(line(f"{at}. {text}") for at, text in enumerate(NEEDS, start=1)),
        heading("Section E: Outcomes"),
        *cards,
    )
    assert [item.refers for item in plan.section("E").items] == [("B.2",), ("B.1",)]


@pytest.mark.parametrize("form", ["{area}. ({number}) {text}", "{area}: need {number}. {text}"])
def test_a_number_may_follow_the_area_at_the_head_of_a_need(form):
    told = [
        ("Cognition and learning", "2", "Ama reads 20 words a minute and loses the line."),
        ("Communication and interaction", "4", "Ama takes neutral remarks as insults."),
    ]
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("Ama is friendly and kind to younger children, and swims well."),
        *(line(form.format(area=area, number=number, text=text)) for area, number, text in told),
        heading("Section E: Outcomes"),
        line("By July 2028 Ama will settle a disagreement by talk. (Need 4)"),
        line("By July 2028 Ama will read 60 words a minute. (Need 2)"),
    )
    needs = {item.subject: item.text for item in plan.section("B").items}
    answered = [needs[item.refers[0]] for item in plan.section("E").items]
    assert ["insults" in answered[0], "loses the line" in answered[1]] == [True, True]
