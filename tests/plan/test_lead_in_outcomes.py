"""What stands in section E beside the outcomes: who sets their steps, and until when they run."""

from __future__ import annotations

import pytest

from ehcp_audit.plan.introductions import leads_in


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("His tutor sets half-termly targets under each outcome with Sam and his mother.", True),
        ("These are for the end of Year 11, in July 2028.", True),
        ("By July 2027 Sam will read a page to his teacher.", False),
        ("Sam will set himself a target each week and tell his tutor whether he met it.", False),
        ("Sam sets his own targets each week.", False),
    ],
)
def test_who_sets_the_steps_of_outcomes_is_no_outcome(sentence, leads):
    assert leads_in("outcome", sentence) is leads
