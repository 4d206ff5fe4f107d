"""Needs that are numbered inside a paragraph are told apart, with their numbers."""

from __future__ import annotations

import pytest
from plans import heading, line, texts, with_sections

B = heading("Section B: Special educational needs")


def test_needs_numbered_in_a_paragraph_are_items_with_their_numbers() -> None:
    plan = with_sections(
        B,
        line("Ada is kind and patient. She remembers every route."),
        line("Communication and interaction. 1. Ada follows one instruction. She loses others. 2. She has few words."),
        line("Social, emotional and mental health. 3. Ada worries about being laughed at."),
        line("Growing up. 4. Ada cannot go by bus. 5. She does not handle money."),
    )
    assert texts(plan, "B") == [
        "Ada follows one instruction. She loses others.",
        "She has few words.",
        "Ada worries about being laughed at.",
        "Ada cannot go by bus.",
        "She does not handle money.",
    ]
    assert [one.number for one in plan.section("B").items] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    "words",
    [
        "(i) Ada has nobody to play with. (ii) She cannot be left alone on Tuesdays.",
        "(a) Ada has nobody to play with. (b) She cannot be left alone on Tuesdays.",
        "(1) Ada has nobody to play with. (2) She cannot be left alone on Tuesdays.",
    ],
)
def test_numbers_in_brackets_part_needs(words: str) -> None:
    plan = with_sections(heading("Section D: Social care needs"), line(words))
    assert texts(plan, "D") == ["Ada has nobody to play with.", "She cannot be left alone on Tuesdays."]


def test_needs_named_with_their_numbers_in_a_paragraph_are_items():
    plan = with_sections(
        B,
        line("Strength: a wide vocabulary. Need 1. Ada takes words literally. Need 2. She eats alone."),
        line("Ada can name what she feels. Need 3. Worry rises at change. She then learns nothing."),
        line("Strength: she keeps to a budget. Need 4: Ada has never travelled alone."),
    )
    told = [one for one in plan.section("B").items if one.number]
    assert [one.number for one in told] == ["1", "2", "3", "4"]
    assert [one.text for one in told[1:3]] == ["She eats alone.", "Worry rises at change. She then learns nothing."]
    assert not any("vocabulary" in one.text or "budget" in one.text for one in plan.section("B").items)


@pytest.mark.parametrize(
    "words",
    [
        "Ada cannot wait her turn (see Need 1. below) and cries.",
        "Ada has no words, as told under Need 2. She points.",
        "Ada has no friends. Need 3. Need 5. She is alone.",
        "Ada reads at the level of Year 3. She counts to 4. Her writing cannot be read.",
        "Ada has no words. 3. She points.",
        "Ada is anxious in two places (i) the hall and (ii) the bus, and stays away from both.",
        "Ada could not do sums 1. and 2. of the test.",
        "Ada cannot tell 6 from 9 (see 1. and 2. below).",
        "Ada scored low. 1. Words. 3. Shapes.",
    ],
)
def test_other_numbers_part_nothing(words: str) -> None:
    assert texts(with_sections(B, line(words)), "B") == [words]


def test_the_number_before_the_label_of_a_need_is_its_own():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("2.2\tNeed: Rowan cannot tell letters apart that look alike."),
        line("2.3\tNeed: Loud rooms frighten Rowan, and he runs from them."),
    )
    assert [item.number for item in plan.section("B").items] == ["2.2", "2.3"]
