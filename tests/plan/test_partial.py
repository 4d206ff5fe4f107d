"""What a document that says it is only a part of a plan says of the sections that are not in it."""

import pytest
from plans import document, heading, line

from ehcp_audit.model import State
from ehcp_audit.plan import build_plan
from ehcp_audit.plan.partial import WARNING

BODY = [
    heading("Section B: Special educational needs"),
    line("Ama reads at a six-year level."),
    heading("Section F: Special educational provision"),
    line("A teacher will teach Ama reading for 30 minutes each day."),
    heading("Section I: Placement"),
    line("Larkmoor School, a maintained special school."),
]
MOST = [
    heading(f"Section {code}: {title}")
    for code, title in (
        ("A", "My views"),
        ("C", "Health needs"),
        ("D", "Social care needs"),
        ("E", "Outcomes"),
        ("G", "Health provision"),
        ("H1", "Social care provision"),
        ("H2", "Other social care provision"),
    )
]


def plan_of(*cover, more=(), **kwargs):
    from datetime import date

    stretches = [*(line(text) for text in cover), *more, *BODY]
    return build_plan(document(*stretches, **kwargs), reference="P01", as_of=date(2026, 11, 20))


@pytest.mark.parametrize(
    "words",
    [
        "Only the parts in dispute are set out here.",
        "Only those sections that are under appeal are reproduced below.",
        "This document sets out only the parts that are not yet agreed.",
        "This document contains sections B, F and I only.",
        "Only sections B, F and I of the plan are included.",
        "Sections B and F alone are shown.",
        "The agreed sections are not reproduced here.",
        "The rest of Ama's plan is agreed and has been left out.",
        "Only the wording that is being amended is shown.",
        "Working document, version 4",
        "Extract from the Education, Health and Care plan",
    ],
)
def test_what_is_not_in_a_part_of_a_plan_is_unknown(words):
    plan = plan_of("Education, Health and Care plan", words)
    assert plan.partial
    assert plan.warnings[0] == WARNING
    assert plan.section("A").state is State.UNKNOWN
    assert "part of the plan" in plan.section("A").note
    assert plan.section("B").state is State.PRESENT


@pytest.mark.parametrize(
    "words",
    [
        "Final plan",
        "This plan is a working document: it is reviewed each year, and changed when the family and school agree.",
        "You may appeal to the tribunal about sections B, F and I only.",
        "This plan contains sections A to K only.",
        "Only the sections that apply are included.",
        "Not all parts are in dispute.",
        "The plan sets out only what is needed.",
        "Sections B and F are set out in full.",
        "My picture shows I only like small rooms.",
    ],
)
def test_a_plan_that_lacks_a_section_is_whole_for_all_that_its_cover_says(words):
    plan = plan_of("Education, Health and Care plan", words)
    assert not plan.partial
    assert plan.section("A").state is State.MISSING


def test_what_a_section_says_tells_nothing_of_the_document():
    plan = plan_of(more=[heading("Section A: My views"), line("Only the parts in dispute are set out here.")])
    assert not plan.partial
    assert plan.section("C").state is State.MISSING


def test_a_working_document_of_most_sections_lacks_the_others_like_any_plan():
    plan = plan_of("Working document, version 4", more=MOST)
    assert not plan.partial
    assert plan.section("J").state is State.MISSING


def test_a_document_that_has_every_section_is_no_part_whatever_it_says():
    rest = [heading("Section J: Personal budget"), line("None."), heading("Section K: Advice"), line("Listed.")]
    assert not plan_of("Only the parts in dispute are set out here.", more=[*MOST, *rest]).partial


def test_the_running_head_may_name_it_a_working_document():
    assert plan_of("Ama's plan", margins=(line("Working document, version 3"),)).partial
