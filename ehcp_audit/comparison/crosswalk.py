"""Results of two rubrics side by side, concept by concept, as a crosswalk joins them.

Only exact and close matches enter a comparison. How much of each side's weight they cover is always said; below half
of either there is no overall comparison. The best a swap can do is to grade with one shared rubric; this is second
best.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ehcp_audit.comparison.groups import Source, cards_of
from ehcp_audit.intervals import COUNTS_ONLY, mean_share_interval, told_apart, welch
from ehcp_audit.model import Scorecard

if TYPE_CHECKING:
    from ehcp_audit.rubric.crosswalk import Crosswalk, Side


def worth(side: Side, card: Scorecard) -> Fraction | None:
    """What a plan earns on one concept, from 0 to 1; None where nothing of it has been judged or applies.

    A share between two points of the scale is worth what lies between them.
    """
    results = {one.id: one for one in card.criteria}
    found = [_worth_of(results[id].share, side.steps) for id in side.criteria if id in results]
    earned = [one for one in found if one is not None]
    if not earned or (side.combine != "mean" and len(earned) < len(side.criteria)):
        return None
    if side.combine == "min":
        return min(earned)
    if side.combine == "all":
        return Fraction(int(all(one == 1 for one in earned)))
    return sum(earned, Fraction(0)) / len(earned)


def _worth_of(share: Fraction | None, scale: Sequence[tuple[Fraction, Fraction]]) -> Fraction | None:
    if share is None:
        return None
    low, high = scale[0][0], scale[-1][0]
    points = low + share * (high - low)
    for (before, less), (after, more) in pairwise(scale):
        if points <= after:
            return less + (more - less) * (points - before) / (after - before)
    return scale[-1][1]


def compare_by_concept(walk: Crosswalk, left: Source, right: Source, *, judged: bool) -> dict[str, Any]:
    """Each concept on both sides with intervals; all together only where half of each side's weight is covered."""
    cards = cards_of(left, judged=judged), cards_of(right, judged=judged)
    rows = []
    totals: tuple[dict[str, list[Fraction]], dict[str, list[Fraction]]] = ({}, {})
    for one in walk.concepts:
        if not one.compared:
            rows.append({"id": one.id, "label": one.label, "match": one.match, "says": "not compared"})
            continue
        values = []
        for side, side_cards, total in zip((one.left, one.right), cards, totals, strict=True):
            earned = {card.reference: got for card in side_cards if (got := worth(side, card)) is not None}
            for reference, got in earned.items():
                total.setdefault(reference, []).append(got)
            values.append(list(earned.values()))
        rows.append({"id": one.id, "label": one.label, "match": one.match, **_set_side_by_side(*values)})
    overall = None
    if walk.comparable:
        means = [[sum(earned, Fraction(0)) / len(earned) for earned in total.values()] for total in totals]
        overall = _set_side_by_side(*means)
    return {
        "crosswalk": {"id": walk.id, "version": walk.version},
        "coverage": {"left": float(walk.coverage("left")), "right": float(walk.coverage("right"))},
        "concepts": rows,
        "overall": overall,
        "says": ""
        if walk.comparable
        else "The crosswalk covers less than half of a side's weight: there is no overall comparison.",
    }


def _set_side_by_side(left: Sequence[Fraction], right: Sequence[Fraction]) -> dict[str, Any]:
    sides = [_mean(left), _mean(right)]
    says, low, high = "too few plans to tell", None, None
    if min(len(left), len(right)) >= COUNTS_ONLY:
        low, high = welch([float(one) for one in right], [float(one) for one in left])
        says = told_apart(low, high)
    return {"left": sides[0], "right": sides[1], "low": low, "high": high, "says": says}


def _mean(values: Sequence[Fraction]) -> dict[str, Any]:
    if not values:
        return {"n": 0, "estimate": None, "low": None, "high": None}
    bounds = mean_share_interval([float(one) for one in values]) if len(values) >= COUNTS_ONLY else (None, None)
    return {
        "n": len(values),
        "estimate": float(sum(values, Fraction(0)) / len(values)),
        "low": bounds[0],
        "high": bounds[1],
    }
