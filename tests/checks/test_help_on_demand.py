"""Help that is given when somebody asks for it: how often is not said."""

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small


def _how_often(text):
    plan = small(F=text)
    return checks()["provision.frequency"].function(plan.section("F").items[0], plan)


@pytest.mark.parametrize(
    "text",
    [
        "His form tutor will sit down with him for a quarter of an hour, the two of them alone, when asked to by Leo.",
        "The mentor meets her for 20 minutes whenever she asks.",
        "The nurse sees him for 15 minutes when he asks for it.",
        "A teaching assistant sits with him for ten minutes if he wants it.",
    ],
)
def test_help_on_demand_alone_says_no_how_often(text):
    answer = _how_often(text)
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)


@pytest.mark.parametrize(
    "text",
    [
        "The form tutor sits with him for 15 minutes every Monday and when asked to by Leo.",
        "The mentor meets her for 20 minutes each week, longer if she asks.",
        "The teaching assistant works with her for 20 minutes daily on answers when asked a question.",
    ],
)
def test_help_at_set_times_too_says_it(text):
    assert _how_often(text).verdict is Verdict.MET
