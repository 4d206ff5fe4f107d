"""Columns that are days of the week say how often provision is given (F04)."""

from __future__ import annotations

import pytest
from plans import heading, line, row, with_sections

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict

HEAD = ("Provision", "Who", "Length", "Mon", "Tue", "Wed", "Thu", "Fri")


def _first(head, *cells):
    title = heading("Section F: Special educational provision")
    plan = with_sections(title, row(1, 1, *head), row(1, 2, *cells), row(1, 3, "Spelling", "Tutor", "5 minutes", "✓"))
    return plan, plan.section("F").items[0]


def _often(head, *cells) -> Verdict:
    plan, item = _first(head, *cells)
    return checks()["provision.frequency"].function(item, plan).verdict


@pytest.mark.parametrize("tick", ["✓", "x", "Yes", "1", "9.15 to 9.35", "am"])
def test_a_tick_or_a_time_under_a_day_is_a_frequency(tick):
    assert _often(HEAD, "Phonics teaching", "Teaching assistant", "20 minutes", tick, "", tick) is Verdict.MET


def test_a_length_under_a_day_is_an_amount_too():
    plan, item = _first(HEAD, "Phonics teaching", "Teaching assistant", "", "30 min", "", "", "30 min")
    assert _often(HEAD, "Phonics teaching", "Teaching assistant", "", "30 min", "", "", "30 min") is Verdict.MET
    assert checks()["provision.amount"].function(item, plan).verdict is Verdict.MET
    assert [field.passage.text for field in item.fields if field.name == "how_often"] == [
        "Mon",
        "30 min",
        "Thu",
        "30 min",
    ]


def test_whole_names_of_days_do_as_well():
    head = (*HEAD[:3], "Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    assert _often(head, "Phonics teaching", "Teaching assistant", "20 minutes", "", "✓") is Verdict.MET


@pytest.mark.parametrize("none", ["", "-", "–", "No", "n/a"])
def test_no_tick_is_no_frequency(none):
    assert _often(HEAD, "Phonics teaching", "Teaching assistant", "20 minutes", none, none) is not Verdict.MET


def test_columns_of_no_days_say_nothing():
    head = (*HEAD[:3], "Autumn", "Spring", "Summer")
    assert _often(head, "Phonics teaching", "Teaching assistant", "20 minutes", "✓", "✓") is not Verdict.MET


def test_a_timetable_of_lessons_stays_one():
    days = ("", "Mon", "Tue", "Wed", "Thu", "Fri")
    title = heading("Section F: Special educational provision")
    lessons = [row(1, number, f"Period {number - 1}", *("Maths",) * 5) for number in range(2, 5)]
    plan = with_sections(title, line("One hour of phonics teaching each week."), row(1, 1, *days), *lessons)
    assert [item.text for item in plan.section("F").items] == ["One hour of phonics teaching each week."]
