"""Columns of codes, of codes with an area, and of bare numbers under their unit; steps told by codes of their own."""

import pytest
from plans import fields, heading, line, outcomes_of, row, texts, with_sections

from ehcp_audit.checks.parts import parts
from ehcp_audit.plan.cell_codes import is_code, unit_of
from ehcp_audit.plan.rules_over_all import is_rule
from ehcp_audit.plan.vocabulary import joint_title

SLOW = "He reads so slowly that he loses the thread of a page"
LOST = "He loses his way in a talk of more than two people"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("P1.1", True),
        ("HEALTH-1", True),
        ("N1 · Cognition and learning", True),
        ("2.1 Communication and interaction", True),
        ("N1 · He cannot read", False),
        ("Cognition and learning", False),
    ],
)
def test_a_code_may_stand_with_its_area(text, code):
    assert is_code(text) is code


@pytest.mark.parametrize(
    ("head", "cells", "unit"),
    [
        ("Min", ("40", "60", "20"), "minutes"),
        ("Time (mins)", ("40", "60", "20"), "minutes"),
        ("Hours", ("2", "1.5", "3"), "hours"),
        ("× a week unless said", ("1", "2 a term", "5", "4"), "times a week"),
        ("Times per term", ("1", "2", "5"), "times a term"),
        ("Weeks a year", ("30", "36", "36"), None),
        ("Hours", ("2 a week", "1 a term", "3 a year"), None),
        ("How often", ("40", "60", "20"), None),
    ],
)
def test_bare_numbers_count_the_unit_over_them(head, cells, unit):
    assert unit_of(head, cells) == unit


def test_numbers_under_minutes_are_read_as_minutes():
    plan = with_sections(
        heading("Section F: Special educational provision"),
        row(1, 0, "By", "Code", "×", "Min", "Task", "Group", "Reason"),
        row(1, 1, "Specialist tutor", "P1.1", "2 a week", "60", "Structured reading of trade words", "1:1", "Slow"),
        row(1, 2, "Job coach", "P1.2", "1 a week", "40", "Forms and letters read by voice", "1:3", "No work yet"),
    )
    first, second = plan.section("F").items
    assert texts(plan, "F") == ["Structured reading of trade words", "Forms and letters read by voice"]
    assert fields(first)["minutes"] == "60"
    assert [part.text for part in parts(second, "how_often")][1:] == ["1 a week", "40 minutes"]


def test_a_column_of_codes_with_areas_leaves_the_needs_to_that_of_sentences():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        row(1, 0, "Need", "How it shows in my learning", "Start point", "Source"),
        row(1, 1, "N1 · Cognition and learning", SLOW, "41 words a minute", "K5"),
        row(1, 2, "N2 · Communication and interaction", LOST, "2 of 10 turns", "K4"),
        heading("Section E: Outcomes"),
        row(2, 0, "Outcome", "For"),
        row(2, 1, "By July 2028 Sam will read 60 words a minute in a book that he has chosen.", "N1"),
    )
    assert texts(plan, "B") == [SLOW, LOST]
    assert plan.section("E").items[0].refers == ("B.1",)


def steps(first, second):
    return (
        line("O1. By July 2029 Leo keeps to a topic of a friend's for four exchanges."),
        line(f"{first} July 2027: two exchanges, card prompt."),
        line("O2. By July 2029 Leo answers 7 of 10 questions on a text of Year 6."),
        line(f"{second} July 2028: 5 of 10, a text of Year 5."),
    )


def test_lines_with_a_code_of_another_letter_and_the_outcomes_number_are_its_steps():
    plan = outcomes_of(*steps("S1.1", "S2.1"))
    assert [one.text[:2] for one in plan.section("E").items] == ["O1", "O2"]
    assert fields(plan.section("E").items[0])["steps"].startswith("S1.1 July 2027")


@pytest.mark.parametrize("codes", [("O3", "O4"), ("S1.1", "T2.1"), ("S3.1", "S4.1")])
def test_lines_with_other_codes_are_outcomes(codes):
    assert len(outcomes_of(*steps(*codes)).section("E").items) == 4


def test_a_span_of_days_may_open_a_rule():
    assert is_rule("28 September 2026 to July 2028, 36 college weeks a year. Checked half-termly by the SENCO.")
    assert not is_rule("28 September 2026 to July 2028, 40 minutes a week with a mentor.")


def test_a_joint_title_may_say_that_it_goes_area_by_area():
    assert joint_title("Outcomes and provision, area by area") == ("E", "F")


def test_a_dash_in_a_column_of_codes_has_no_code_and_the_column_holds_codes_all_the_same():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        row(1, 1, "Need ref", "Area", "Need and effect on learning", bold=True),
        row(1, 2, "N1", "Social", "Ama leaves her seat within four minutes, so she misses the start of each task."),
        row(1, 3, "N2", "Learning", "Ama reads 30 words a minute and writes two sentences with a word bank."),
        row(1, 4, "-", "Sensory", "No needs have been identified."),
    )
    assert [item.text[:9] for item in plan.section("B").items][:2] == ["Ama leave", "Ama reads"]


def test_a_number_with_a_point_under_hours_is_an_amount():
    plan = with_sections(
        heading("Section F: Special educational provision"),
        row(1, 0, "By", "Hours", "Task", "Group"),
        row(1, 1, "Specialist tutor", "1.5", "Structured reading of trade words each Monday", "1:1"),
        row(1, 2, "Job coach", "2", "Forms and letters read by voice each Friday", "1:3"),
    )
    first, _ = plan.section("F").items
    assert "1.5 hours" in [part.text for part in parts(first, "how_often")]
