"""Which plans of two runs are the same, and how a run says that it holds one twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ehcp_audit.same_plans import KnownPlans, PlanKey, in_both, plans_twice, twice_warnings, twice_words
from tests import made_runs


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (PlanKey("EHC1", "aa"), PlanKey("EHC1", "bb"), True),  # the next draft
        (PlanKey("EHC1", "aa"), PlanKey("EHC2", "aa"), False),  # one file under two ids
        (PlanKey("EHC1", "aa"), PlanKey(None, "aa"), True),  # one run without a caseload
        (PlanKey(None, "aa"), PlanKey(None, "aa"), True),
        (PlanKey(None, "aa"), PlanKey(None, "bb"), False),
        (PlanKey(None, None), PlanKey(None, None), False),
    ],
)
def test_a_plan_is_the_same_by_id_else_by_file(one, other, same):
    for first, second in ((one, other), (other, one)):
        assert first.same(second) is same
        assert in_both([first], [second]) == same
        assert (KnownPlans([(first, "there")]).get(second) == "there") is same


def warned(groups, number):
    told = twice_warnings(groups)
    cards = [made_runs.scorecard(f"P{one:02}") for one in range(1, number + 1)]
    other = "The caseload names another child than the plan does."
    return [
        replace(
            card, plan=replace(card.plan, warnings=(other, *([told[card.reference]] if card.reference in told else [])))
        )
        for card in cards
    ]


@pytest.mark.parametrize(
    ("groups", "words"),
    [
        ([], ""),
        (
            [["P01", "P03"]],
            "1 pair looks like the same plan twice (P01 and P03): keep one of them, or it is counted more than once",
        ),
        (
            [["P01", "P02"], ["P03", "P09"], ["P04", "P08"], ["P05", "P07"]],
            "4 pairs look like the same plan twice (P01 and P02; P03 and P09; P04 and P08; 1 more): keep one of each,"
            " or it is counted more than once",
        ),
        (
            [["P01", "P02", "P04", "P05", "P06"], ["P03", "P07"]],
            "2 plans look to be here more than once (P01, P02, P04 and 2 more; P03 and P07): keep one of each, or it is"
            " counted more than once",
        ),
    ],
)
def test_the_groups_are_read_back_from_the_warnings_and_named_by_reference(groups, words):
    cards = warned(groups, 9)
    assert plans_twice(cards) == groups
    assert twice_words(cards) == words
