"""Two views of a run that cut across its criteria: outcomes and provision element by element, and agency by agency."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ehcp_audit.intervals import COUNTS_ONLY
from ehcp_audit.model import Scorecard
from ehcp_audit.reports.figures import Figures, training_needs
from ehcp_audit.scoring import settled
from ehcp_audit.styling import percent, tiers_words

if TYPE_CHECKING:
    from ehcp_audit.reports.figures import CriterionFigures

View = dict[str, Any]

ELEMENTS = (("E", "Outcomes (section E)"), ("F", "Provision (section F)"))
AGENCIES = (
    ("Education", ("B", "E", "F", "I", "J")),
    ("Health", ("C", "G")),
    ("Social care", ("D", "H", "H1", "H2")),
)
"""Who writes, or has to give advice for, which sections: regulation 12 of the SEND Regulations 2014."""

FIRST = 3


def element_groups(numbers: Figures) -> list[View]:
    """Of all outcomes and of all provision that the plans hold, how many meet each criterion asked of each of them."""
    groups = []
    for code, title in ELEMENTS:
        rows = [
            {
                "id": one.criterion.id,
                "question": one.criterion.question,
                "tier": tiers_words(one.criterion.tier, one.criterion.weaker_tiers),
                "item_count": f"{one.met_items:,} of {one.asked_items:,}",
                "share": percent(one.item_share, "") if numbers.read >= COUNTS_ONLY else "",
                "width": None if one.item_share is None else round(float(200 * one.item_share), 1),
                "waits": f"{one.open_items:,}",
                "plans": one.rate.counts_waiting,
            }
            for one in numbers.criteria
            if one.criterion.section == code and one.asked_items > one.rate.n
        ]
        if rows:
            groups.append({"title": title, "rows": rows})
    return groups


def agency_views(cards: Sequence[Scorecard], numbers: Figures) -> list[View]:
    """Each agency's sections: the mean of what has been judged there, what waits, and what to work on first."""
    views = []
    for name, codes in AGENCIES:
        own = [one for one in numbers.criteria if one.criterion.section in codes]
        if own:
            views.append(
                {
                    "name": name,
                    "sections": ", ".join(code for code in codes if any(one.criterion.section == code for one in own)),
                    "mean": _mean(cards, {one.criterion.id for one in own}),
                    "criteria": f"{sum(bool(one.rate.n) for one in own)} of {len(own)}",
                    "gaps": sum(one.short > 0 for one in own),
                    "first": [_short(one) for one in training_needs(own)[:FIRST]],
                }
            )
    return views


def _mean(cards: Sequence[Scorecard], ids: set[str]) -> str:
    """The mean over plans of what they earn on these criteria, each weighing alike, of what has been judged."""
    means = []
    for card in cards:
        parts = [settled(one) for one in card.criteria if one.id in ids]
        judged = sum((part for part, _ in parts), Fraction(0))
        if judged:
            means.append(sum((earned for _, earned in parts), Fraction(0)) / judged)
    if not means:
        return "none judged"
    return f"{percent(sum(means, Fraction(0)) / len(means))} over {len(means)}"


def _short(one: CriterionFigures) -> str:
    return f"{one.criterion.id} {one.criterion.question} (plans short: {one.short_words})"
