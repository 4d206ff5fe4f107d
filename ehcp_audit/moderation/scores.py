"""Do raters give a plan the same score? Of plans that two of them graded blind and in full.

The plan score of a rater is what the rubric's weights make of that rater's grades alone. ICC(2,1) asks whether the
scores are the same, not only in the same order (Shrout and Fleiss 1979); the mean difference with its limits of
agreement says how far apart they lie, in points of 100 (Bland and Altman 1986).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from ehcp_audit.judgements import graded_by
from ehcp_audit.model import Judgement, Scorecard
from ehcp_audit.moderation.entries import Statistic
from ehcp_audit.moderation.pairing import Source, Unit
from ehcp_audit.moderation.ratings import Rating, ratings_of
from ehcp_audit.moderation.statistics import COEFFICIENT_FROM, statistics

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric


@dataclass(frozen=True, slots=True)
class ScorePair:
    """How far the plan scores of two raters agree; `icc` and `apart` are None below ten plans."""

    first: str
    second: str
    scores: tuple[tuple[str, float, float], ...]  # plan, and both scores in points of 100
    icc: Statistic | None
    apart: Statistic | None  # Bland-Altman: first less second

    @property
    def plans(self) -> int:
        return len(self.scores)


def score_pairs(sources: Sequence[Source], units: Sequence[Unit], rubric: Rubric) -> tuple[ScorePair, ...]:
    """Every two raters who graded the same plans blind and in full, in the order of their keys."""
    by_plan = _scores(sources, units, rubric)
    raters = sorted({rater for found in by_plan.values() for rater in found})
    return tuple(_pairs(by_plan, raters))


def _pairs(by_plan: dict[str, dict[str, float]], raters: Sequence[str]) -> Iterator[ScorePair]:
    for first, second in combinations(raters, 2):
        both = {plan: found for plan, found in by_plan.items() if first in found and second in found}
        if not both:
            continue
        yield score_pair(first, second, [(plan, found[first], found[second]) for plan, found in both.items()])


def score_pair(first: str, second: str, scores: Sequence[tuple[str, float, float]]) -> ScorePair:
    """How far two sides agree that scored the same plans: each plan, with the first's score and the second's."""
    if len(scores) < COEFFICIENT_FROM:
        return ScorePair(first, second, tuple(scores), None, None)
    sides = [(plan, side, score) for plan, *both in scores for side, score in zip((first, second), both, strict=True)]
    given = [Rating(plan, side, repr(score)) for plan, side, score in sides]
    icc, _, apart = statistics(ratings_of(given), ("icc", "bland_altman"))  # the first is ICC(2,1)
    return ScorePair(first, second, tuple(scores), icc, apart)


def _scores(sources: Sequence[Source], units: Sequence[Unit], rubric: Rubric) -> dict[str, dict[str, float]]:
    """Plan by its label, then rater: the score in points of 100, where every criterion was graded."""
    cards = {(source.number, card.reference): card for source in sources for card in source.run.scorecards}
    said: dict[str, dict[str, list[Judgement]]] = {}
    of_plan: dict[str, Scorecard] = {}
    for unit in units:
        of_plan.setdefault(unit.label, cards[unit.places[0]])
        for one in unit.blind:
            said.setdefault(unit.label, {}).setdefault(one.rater, []).append(one)
    found: dict[str, dict[str, float]] = {}
    for plan, by_rater in said.items():
        for rater, judgements in sorted(by_rater.items()):
            card = graded_by(of_plan[plan], judgements, rubric)
            if card is not None and card.score.total is not None:
                found.setdefault(plan, {})[rater] = float(100 * card.score.total)
    return found
