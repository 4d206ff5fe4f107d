"""Titles of the writer's own with the section's in brackets, needs under a title of provision, one answer for two."""

import pytest
from plans import heading, line, plan_of, with_sections

from ehcp_audit.model import State
from ehcp_audit.plan.vocabulary import is_outside, title_code

SAID = "Ama told us so on 3 May 2026 in a meeting with her mother, and her teacher has seen the same at school."
OWN = [
    ("All about me", "A"),
    ("What I find difficult (special educational needs)", "B"),
    ("My health", "C"),
    ("My care and support at home", "D"),
    ("What we want to happen (outcomes)", "E"),
    ("The help I will get at school (special educational provision)", "F"),
    ("The help I will get from health", "G"),
    ("The help I will get from social care", "H1"),
    ("Personal budget", "J"),
    ("Reports that were used to write this plan", "K"),
]


def test_a_title_in_brackets_says_which_section_it_is():
    assert title_code("The help I will get at school (special educational provision)")[0] == "F"
    assert title_code("The help I will get at school (see the timetable)")[0] != "F"
    assert title_code("My outcomes (special educational provision)")[0] == "E"


def test_a_title_of_care_among_the_needs_opens_those_of_care():
    plan = plan_of(*(one for title, _ in OWN for one in (heading(title), line(SAID))))
    for title, code in OWN:
        assert (plan.section(code).heading, plan.section(code).text) == (title, SAID)


def test_one_title_of_care_after_the_outcomes_leaves_the_needs_missing():
    plan = plan_of(*(one for title, code in OWN if code != "D" for one in (heading(title), line(SAID))))
    assert plan.section("D").state is State.MISSING
    assert plan.section("H1").heading == "The help I will get from social care"


@pytest.mark.parametrize(("said", "state"), [("None.", State.NIL), ("No help under the 1970 Act.", State.UNKNOWN)])
def test_a_bare_answer_under_one_heading_is_said_of_both_its_sections(said, state):
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line(SAID),
        heading("Section H1 and Section H2: What social care will do"),
        line(said),
    )
    assert plan.section("H2").state is state


def test_keeping_an_eye_on_progress_is_no_section():
    assert is_outside("Keeping an eye on progress")
    assert not is_outside("Keeping watch on what I eat")
