"""The gate: what fails, what never does, and which exit code wins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from ehcp_audit.cli.gate import batch_exit, check_exit
from ehcp_audit.errors import ExitCode
from ehcp_audit.model import CriterionResult, Finding, Mode, Must, PlanRead, Score, Scorecard, Tier, Verdict, Waiver


def card(total=Fraction(4, 5), **finding):
    values = {
        "criterion": "E07",
        "subject": "E.1",
        "tier": Tier.MUST,
        "verdict": Verdict.MET,
        "note": "",
        "act": "writer",
    }
    found = Finding(**{**values, **finding}, fingerprint="0" * 16)
    result = CriterionResult("E07", "E", found.tier, Mode.AUTOMATIC, found.verdict, None, Fraction(1), (found,))
    score = Score(total, total, "flat", Fraction(1), None, Must(0, 0, 0), (), 0)
    return Scorecard("P01", PlanRead("docx", None, None, None, None, (), ()), score, (result,))


@pytest.mark.parametrize(
    ("tier", "verdict", "fails_on"),
    [
        (Tier.MUST, Verdict.NOT_MET, {"must", "should"}),
        (Tier.MUST, Verdict.PARTLY_MET, {"must", "should"}),
        (Tier.SHOULD, Verdict.NOT_MET, {"should"}),
        (Tier.SHOULD, Verdict.PARTLY_MET, {"should"}),
        (Tier.LOCAL, Verdict.NOT_MET, set()),
        (Tier.MUST, Verdict.MET, set()),
        (Tier.MUST, Verdict.NOT_APPLICABLE, set()),
        (Tier.MUST, Verdict.NEEDS_PERSON, set()),
    ],
)
@pytest.mark.parametrize("fail_on", ["must", "should", "never"])
def test_what_fails_the_gate(tier, verdict, fails_on, fail_on):
    code = check_exit([card(tier=tier, verdict=verdict)], 0, fail_on=fail_on, fail_under=None)
    assert code == (ExitCode.GATE_NOT_PASSED if fail_on in fails_on else ExitCode.DONE)


def test_a_waived_finding_does_not_fail():
    waiver = Waiver("agreed", "AB", date(2026, 1, 1), date(2027, 1, 1))
    assert (
        check_exit([card(verdict=Verdict.NOT_MET, waived=waiver)], 0, fail_on="must", fail_under=None) == ExitCode.DONE
    )


@pytest.mark.parametrize(("fail_under", "code"), [(80.0, 0), (80.1, 1), (79.9, 0), (0.0, 0), (100.0, 1), (None, 0)])
def test_the_percentage_is_compared_exactly(fail_under, code):
    assert check_exit([card()], 0, fail_on="must", fail_under=fail_under) == code


def test_check_looks_at_each_plan_and_batch_at_the_mean():
    cards = [card(Fraction(9, 10)), card(Fraction(7, 10))]
    assert check_exit(cards, 0, fail_on="never", fail_under=75) == ExitCode.GATE_NOT_PASSED
    assert batch_exit(cards, 0, fail_on="never", fail_under=75) == ExitCode.DONE
    assert batch_exit(cards, 0, fail_on="never", fail_under=80) == ExitCode.DONE
    assert batch_exit(cards, 0, fail_on="never", fail_under=80.5) == ExitCode.GATE_NOT_PASSED


def test_nothing_judged_has_no_percentage_to_fail():
    assert check_exit([card(None)], 0, fail_on="must", fail_under=50) == ExitCode.DONE
    assert batch_exit([card(None)], 0, fail_on="must", fail_under=50) == ExitCode.DONE
    assert batch_exit([], 0, fail_on="must", fail_under=50) == ExitCode.DONE


def test_a_finding_may_be_weaker_than_its_criterion():
    weak = card(tier=Tier.SHOULD, verdict=Verdict.NOT_MET)
    weak = replace(weak, criteria=(replace(weak.criteria[0], tier=Tier.MUST),))
    assert check_exit([weak], 0, fail_on="must", fail_under=None) == ExitCode.DONE


def test_a_plan_that_was_not_read_wins_over_the_gate():
    failing = [card(verdict=Verdict.NOT_MET)]
    assert check_exit(failing, 1, fail_on="must", fail_under=100) == ExitCode.SOME_UNREADABLE
    assert batch_exit(failing, 1, fail_on="must", fail_under=100) == ExitCode.SOME_UNREADABLE
