"""Whose grade stands for a criterion: the consensus if there is one, else the first audit's, else the rules' own.

A person's grade stands for the whole criterion. What the checks found is kept as it was; these are figures beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from ehcp_audit.model import CriterionResult, Judgement, Scorecard, Verdict
from ehcp_audit.scoring import score

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

GRADES = (str(Verdict.MET), str(Verdict.PARTLY_MET), str(Verdict.NOT_MET))
"""What a person may answer, besides that it does not apply; from the best to the worst."""

NA = "N/A"

_SHARES = {Verdict.MET: Fraction(1), Verdict.PARTLY_MET: Fraction(1, 2), Verdict.NOT_MET: Fraction(0)}


@dataclass(frozen=True, slots=True)
class Standing:
    """The plans as judged: those complete, their scorecards, and whose grades they hold."""

    complete: tuple[Scorecard, ...]
    incomplete: tuple[Scorecard, ...]
    consensus: int  # grades
    first: int
    rules: int


def verdict_of(judgement: Judgement) -> Verdict:
    """The verdict that a judgement gives."""
    return Verdict.NOT_APPLICABLE if judgement.grade is None else Verdict(judgement.grade)


def standing(cards: Sequence[Scorecard], judgements: Sequence[Judgement], rubric: Rubric) -> Standing:
    """The plans with the grades that stand; a plan is complete when nothing in it waits for a person."""
    by_plan: dict[str, list[Judgement]] = {}
    for one in judgements:
        by_plan.setdefault(one.plan, []).append(one)
    judged = [as_judged(card, by_plan.get(card.reference, ()), rubric) for card in cards]
    whose: Counter[str] = Counter()
    for card in judged:
        chosen = _chosen(by_plan.get(card.reference, ()))
        whose.update(chosen[result.id].round if result.id in chosen else "rules" for result in card.criteria)
    return Standing(
        complete=tuple(card for card in judged if not card.score.open),
        incomplete=tuple(card for card in judged if card.score.open),
        consensus=whose["consensus"],
        first=whose["first"],
        rules=whose["rules"],
    )


def own(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that are this authority's, without those that another sent for moderation."""
    return tuple(one for one in judgements if "from" not in dict(one.extra))


def as_judged(card: Scorecard, judgements: Iterable[Judgement], rubric: Rubric) -> Scorecard:
    """The scorecard with people's grades where they stand, scored again by the same rules."""
    chosen = _chosen(tuple(judgements))
    criteria = tuple(_graded(result, chosen[result.id]) if result.id in chosen else result for result in card.criteria)
    if not chosen:
        return card
    return replace(card, criteria=criteria, score=score(criteria, rubric))


def graded_by(card: Scorecard, judgements: Iterable[Judgement], rubric: Rubric) -> Scorecard | None:
    """The scorecard as one person graded it, without the rules' own verdicts; None unless all of it is graded."""
    said = {one.criterion: one for one in judgements}
    if not said or any(result.id not in said for result in card.criteria):
        return None
    criteria = tuple(_graded(result, said[result.id]) for result in card.criteria)
    return replace(card, criteria=criteria, score=score(criteria, rubric))


def _graded(result: CriterionResult, judgement: Judgement) -> CriterionResult:
    """The criterion as a person judged it: its findings are the rules', and have no part in it."""
    verdict = verdict_of(judgement)
    return replace(result, verdict=verdict, share=_SHARES.get(verdict), findings=())


def _chosen(judgements: Sequence[Judgement]) -> dict[str, Judgement]:
    """The judgement that stands for each criterion: the last agreed, else of our first audits the earliest.

    What another authority sent for moderation is no audit of ours.
    """
    first: dict[str, Judgement] = {}
    agreed: dict[str, Judgement] = {}
    for one in own(judgements):
        if one.round == "first":
            first.setdefault(one.criterion, one)
        elif one.round == "consensus":
            agreed[one.criterion] = one
    return first | agreed
