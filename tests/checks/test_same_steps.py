"""Outcomes for the same needs by the same steps, and what in section E speaks of adult life."""

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small
from tests.plan.plans import heading, line, row, with_sections


@pytest.mark.parametrize(("steps", "asked"), [("July 2027: 5 in 10", True), ("July 2027: 7 in 10", False)])
def test_outcomes_for_one_need_by_the_same_steps_may_be_one(steps, asked):
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("B1. Sam is hard to understand."),
        line("B2. Sam cannot count."),
        heading("Section E: Outcomes"),
        *row(1, 1, "No", "Outcome", "Need", "Steps"),
        *row(
            1,
            2,
            "E1",
            "By July 2028 Sam is understood by a visitor in 8 phrases out of 10.",
            "B1",
            "July 2027: 5 in 10",
        ),
        *row(1, 3, "E2", "By July 2028 Sam will count 20 pegs.", "B2", "July 2027: 10 pegs"),
        *row(1, 4, "E3", "By July 2028 a visitor makes out most of what Sam tells them.", "B1", steps),
    )
    answer = checks()["plans.repeats"].function(plan)
    assert (answer.proposed is Verdict.NOT_MET) is asked


def test_provision_among_the_outcomes_is_no_outcome_for_adult_life():
    outcome = "By July 2028 Nell will meet a friend twice a week and manage her own health plan."
    given = "Linked to E1. F13. Careers guidance for 45 minutes each term. F14. Money and home skills lessons."
    adult = checks()["thread.adult_outcomes"].function
    assert adult(small(E=f"{outcome}\n{given}", year_group=10)).verdict is Verdict.PARTLY_MET
    assert adult(small(E=f"{outcome}\nShe will find a job and cook at home.", year_group=10)).verdict is Verdict.MET


def test_so_many_things_in_so_many_minutes_are_no_share():
    plan = with_sections(
        heading("Section E: Outcomes"),
        line("E1. By July 2027 Sam will write, by keyboard or hand, eight sentences in 20 minutes that others read."),
        line("E2. By keyboard or hand, by July 2027 Sam will write eight sentences within 20 minutes others read."),
    )
    answer = checks()["plans.repeats"].function(plan)
    assert Verdict.NOT_MET in (answer.verdict, answer.proposed)
