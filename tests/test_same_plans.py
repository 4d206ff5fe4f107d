"""Which plans of two runs are the same."""

from __future__ import annotations

import pytest

from ehcp_audit.same_plans import KnownPlans, PlanKey, in_both


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
