"""An audit that is broken off in the midst of learning something leaves the next plan's result as it was."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from ehcp_audit.audit import audit_plan
from ehcp_audit.checks import lines
from ehcp_audit.checks.scanning import learn_afresh
from ehcp_audit.language import outcomes, provision
from ehcp_audit.language.lexicon import compile_afresh
from ehcp_audit.plan import build_plan
from ehcp_audit.reading.formats import read
from ehcp_audit.results import scorecard_json
from ehcp_audit.rubric import load_rubric


class BrokenOffError(BaseException):
    """As an overrun is: no Exception."""


@pytest.fixture(scope="module")
def plans(samples):
    names = ("11-year-11-areas.docx", "03-key-stage-1-columns.docx")
    return [build_plan(read(samples / name), reference="P01", as_of=date(2026, 1, 1)) for name in names]


def afresh():
    learn_afresh()
    compile_afresh()
    for module in (outcomes, provision, lines):
        module.forget()


def judged(plan):
    return scorecard_json(audit_plan(plan, load_rubric("national")))


def broken_off(plan, name, times):
    """Audit the plan until a function of this name is called for the so-manieth time."""
    left = [times]

    def watch(frame, event, argument):
        if event == "call" and frame.f_code.co_name == name:
            left[0] -= 1
            if not left[0]:
                sys.setprofile(None)
                raise BrokenOffError

    sys.setprofile(watch)
    try:
        with pytest.raises(BrokenOffError):
            judged(plan)
    finally:
        sys.setprofile(None)


@pytest.mark.parametrize(
    ("name", "times"),
    [("_tokens", 1), ("_tokens", 20), ("_expanded", 1), ("_expanded", 60), ("add", 30), ("add", 3)],
)
def test_the_next_plan_is_judged_as_if_nothing_had_been(plans, name, times):
    first, second = plans
    afresh()
    before = judged(second)
    afresh()
    judged(second)  # what it asks is learned here, and worked out in the audit that is broken off
    if name != "add":
        afresh()
    broken_off(first, name, times)
    assert judged(second) == before
