"""Two views of a run that cut across its criteria: outcomes and provision element by element, and agency by agency."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ehcp_audit.bounds import framed, mean_bounds
from ehcp_audit.intervals import COUNTS_ONLY
from ehcp_audit.model import Scorecard
from ehcp_audit.reports.figures import Figures
from ehcp_audit.reports.priorities import look_first_at, nothing_certain, priorities
from ehcp_audit.scoring import bounds_alike
from ehcp_audit.styling import count, join_words, percent, tiers_words

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
IDS = 5


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
            if one.criterion.section == code and one.items
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
                    "gaps": len(priorities(own)),
                    "doubts": sum(one.doubted > 0 for one in own),
                    "first": _first(own),
                }
            )
    return views


def _mean(cards: Sequence[Scorecard], ids: set[str]) -> str:
    """The mean over plans of what they earn on these criteria, each weighing alike, with its bounds where much waits.

    Of what has been judged; plans of which nothing has been are in the bounds alone.
    """
    found = [[one for one in card.criteria if one.id in ids] for card in cards]
    bounds = [ends for results in found if (ends := bounds_alike(results)) is not None]
    means = [ends.low / ends.judged for ends in bounds if ends.judged]
    if not means:
        return "none judged"
    return f"{framed(sum(means, Fraction(0)) / len(means), mean_bounds(bounds))} over {len(means)}"


def _first(own: Sequence[CriterionFigures]) -> list[str]:
    """What certainly falls short, by what matters most; then what the tool would have a person look at."""
    lines = [f"{one.criterion.id} {one.criterion.question} (plans short: {one.short_words})" for one in priorities(own)]
    doubts = look_first_at(own)
    if not lines:
        lines.append(nothing_certain(own) + ("; not judged yet:" if doubts else ""))
        lines += [_doubt(one) for one in doubts[:FIRST]]
    elif doubts:
        places = count(sum(one.doubts for one in doubts), "place")
        lines = [*lines[:FIRST], f"Not judged yet: {places} to look at first, in {_ids(doubts)}"]
    return lines


def _doubt(one: CriterionFigures) -> str:
    return f"{one.criterion.id} {one.criterion.question} (perhaps not in {one.doubted} of {one.applies})"


def _ids(found: Sequence[CriterionFigures]) -> str:
    """The first few, and how many more: no wall of codes."""
    more = len(found) - IDS
    return join_words([*(one.criterion.id for one in found[:IDS]), *([f"{more} more"] if more > 0 else [])])
