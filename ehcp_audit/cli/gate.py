"""Whether the work passes: the statutory gate and the percentage gate, and the exit code that says so."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ehcp_audit.errors import ExitCode
from ehcp_audit.model import Scorecard, Tier
from ehcp_audit.scoring import fails_gate

TIERS = {
    "must": frozenset({Tier.MUST}),
    "should": frozenset({Tier.MUST, Tier.SHOULD}),
    "never": frozenset[Tier](),
}


def any_fails(scorecard: Scorecard, fail_on: str) -> bool:
    """Does a finding of the tiers asked for fail the gate?"""
    return any(fails_gate(finding, TIERS[fail_on]) for finding in scorecard.findings())


def check_exit(scorecards: Sequence[Scorecard], unreadable: int, *, fail_on: str, fail_under: float | None) -> ExitCode:
    """The exit code of `check`: every plan must pass both gates. With nothing judged there is no percentage to fail."""
    failed = any(any_fails(card, fail_on) or _under(card.score.total, fail_under) for card in scorecards)
    return _exit(failed, unreadable)


def batch_exit(scorecards: Sequence[Scorecard], unreadable: int, *, fail_on: str, fail_under: float | None) -> ExitCode:
    """The exit code of `batch`: no plan may fail on its findings, and the mean percentage may not be under.

    A document that sets out only a part of a plan is in no mean.
    """
    totals = [card.score.total for card in scorecards if card.score.total is not None and not card.plan.partial]
    mean = sum(totals, Fraction(0)) / len(totals) if totals else None
    failed = _under(mean, fail_under) or any(any_fails(card, fail_on) for card in scorecards)
    return _exit(failed, unreadable)


def _under(total: Fraction | None, percent: float | None) -> bool:
    return total is not None and percent is not None and total * 100 < Fraction(str(percent))


def _exit(failed: bool, unreadable: int) -> ExitCode:
    if unreadable:
        return ExitCode.SOME_UNREADABLE
    return ExitCode.GATE_NOT_PASSED if failed else ExitCode.DONE
