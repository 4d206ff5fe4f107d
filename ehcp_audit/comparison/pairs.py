"""The same plans audited by two rubrics: what each side's audit makes of them, on the concepts that both rubrics ask.

Only plans that are in both runs, by caseload id or by their file's checksum, and only where the crosswalk covers half
of each side's weight. The scores are of 100 points, from the concepts that both sides judged in that plan.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ehcp_audit.comparison.crosswalk import worth
from ehcp_audit.comparison.groups import Source, cards_of
from ehcp_audit.model import Scorecard
from ehcp_audit.same_plans import KnownPlans, plan_key

if TYPE_CHECKING:
    from ehcp_audit.rubric.crosswalk import Crosswalk

Pair = tuple[str, float, float]
"""A plan as the left run calls it, and its score on the left and on the right."""


def shared_scores(walk: Crosswalk, left: Source, right: Source, *, judged: bool) -> tuple[Pair, ...]:
    """The plans that both runs hold, with both scores."""
    if not walk.comparable:
        return ()
    others = KnownPlans((plan_key(right.run, card), card) for card in cards_of(right, judged=judged))
    found = []
    for card in cards_of(left, judged=judged):
        other = others.get(plan_key(left.run, card))
        scores = None if other is None else _scores(walk, card, other)
        if scores is not None:
            found.append((card.reference, *scores))
    return tuple(found)


def _scores(walk: Crosswalk, left: Scorecard, right: Scorecard) -> tuple[float, float] | None:
    earned: list[tuple[Fraction, Fraction]] = []
    for one in walk.concepts:
        if one.compared:
            ours, theirs = worth(one.left, left), worth(one.right, right)
            if ours is not None and theirs is not None:
                earned.append((ours, theirs))
    if not earned:
        return None
    first, second = (sum(side, Fraction(0)) / len(earned) for side in zip(*earned, strict=True))
    return float(100 * first), float(100 * second)
