"""Findings into scores: exact fractions, the statutory gate beside them, bands before rounding, caps on the band only.

N/A leaves numerator and denominator. What waits for a person is neither met nor not met: it stays out of the score,
whose coverage and bounds say how much that is, and no band is given until it is judged. It is the doubtful lines that
wait: what is settled of a criterion counts for its part of the criterion's weight, so that a fault that is certain
lowers the score and both bounds, and closes the gate, whatever else is in doubt. Criteria of no lettered section (the
whole plan, its dates, its voice) stand outside the total, and in the gate and the unweighted figure.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from math import lcm
from typing import TYPE_CHECKING

from ehcp_audit.bounds import Bounds
from ehcp_audit.model import (
    GAPS,
    SECTION_CODES,
    Cap,
    CriterionResult,
    Finding,
    Must,
    Score,
    Scorecard,
    State,
    Tier,
    Verdict,
)
from ehcp_audit.styling import join_words, tenths

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

OUTSIDE = frozenset({"all", "dates", "voice"})
"""What a criterion's section may be besides a letter: such criteria stand outside the total."""

_HALVES = {Verdict.MET: 2, Verdict.PARTLY_MET: 1, Verdict.NOT_MET: 0}
_ORDER = {code: place for place, code in enumerate((*SECTION_CODES[:7], "H", *SECTION_CODES[7:]))}


def percent(share: Fraction) -> float:
    """A share of 1 as a percentage of one decimal, rounded half up: 3/40 is 7.5, 1/16 is 6.3."""
    return float(tenths(share))


def share(verdicts: Iterable[Verdict]) -> tuple[Verdict, Fraction | None]:
    """What do the findings of one criterion add up to: its verdict, and its share of 1 where it has one?

    Met when all that apply are met, not met when none earns anything, partly met between. One finding that needs a
    person leaves the criterion to a person, without a share; where none applies it is not applicable.
    """
    applicable = [verdict for verdict in verdicts if verdict is not Verdict.NOT_APPLICABLE]
    if not applicable:
        return Verdict.NOT_APPLICABLE, None
    if Verdict.NEEDS_PERSON in applicable:
        return Verdict.NEEDS_PERSON, None
    halves, whole = sum([_HALVES[verdict] for verdict in applicable]), 2 * len(applicable)
    verdict = Verdict.MET if halves == whole else Verdict.PARTLY_MET if halves else Verdict.NOT_MET
    return verdict, Fraction(halves, whole)


def meets(result: CriterionResult) -> bool | None:
    """Does the plan meet this criterion? None where it does not apply, or is not known before a person has judged."""
    if result.verdict is Verdict.MET:
        return True
    return False if result.falls_short else None


def settled(result: CriterionResult) -> tuple[Fraction, Fraction]:
    """How much of a criterion has been judged, and how much of it is earned, both of 1?

    All of it where it has a share; else as much as the findings are that need no person, each for its part.
    """
    if result.share is not None:
        return Fraction(1), result.share
    asked = [one.verdict for one in result.findings if one.verdict is not Verdict.NOT_APPLICABLE]
    firm = [_HALVES[verdict] for verdict in asked if verdict in _HALVES]
    if result.verdict is not Verdict.NEEDS_PERSON or not firm:
        return Fraction(0), Fraction(0)
    return Fraction(len(firm), len(asked)), Fraction(sum(firm), 2 * len(asked))


def score(results: Sequence[CriterionResult], rubric: Rubric, *, selection: bool = False) -> Score:
    """How does the plan do: its total, gate, sections and band by this rubric?

    `selection` says that only some of the rubric's criteria were asked: what they give is scored, without a band.
    """
    groups = _grouped([one for one in results if one.section not in OUTSIDE], rubric.method, rubric.section_weights)
    figures = _figures(groups)
    shares = [one.share for one in results if one.share is not None]
    caps = _triggered(results, rubric)
    band = before = None
    notes: list[str] = []
    if figures.total is not None and not selection and rubric.bands:
        if figures.applicable * 2 < figures.weight:
            notes.append("not gradeable: under half of the rubric's weight applies to this plan")
        elif figures.coverage == 1:
            before = _band(figures.total, rubric)
            band, caps = _capped(before, caps, rubric)
            notes.extend(_just_below(figures.total, rubric))
    elif figures.applicable == 0:
        notes.append("not gradeable: no criterion of a section applies")
    return Score(
        total=figures.total,
        unweighted=_sum(shares) / len(shares) if shares else None,
        method=rubric.method,
        coverage=figures.coverage,
        bounds=figures.bounds,
        must=gate(results),
        sections=tuple((group.name, group.score) for group in groups),
        open=sum(one.verdict is Verdict.NEEDS_PERSON for one in results),
        band=band,
        band_before_caps=before,
        caps=caps,
        notes=tuple(notes),
    )


def not_in_document(card: Scorecard) -> tuple[str, ...]:
    """The criteria that wait for nothing but sections that a document of a part of a plan does not hold: their ids."""
    if not card.plan.partial:
        return ()
    gone = {code for code, state in card.plan.sections if state is State.UNKNOWN}
    return tuple(one.id for one in card.criteria if _waits_only_for(one, gone))


def _waits_only_for(result: CriterionResult, gone: Collection[str]) -> bool:
    subjects = {one.subject for one in result.findings if one.verdict is Verdict.NEEDS_PERSON}
    return result.verdict is Verdict.NEEDS_PERSON and bool(subjects) and subjects <= set(gone)


def of_what_it_holds(card: Scorecard, rubric: Rubric) -> Scorecard:
    """A document of a part of a plan as people are shown it: scored by what is in it, without a band.

    Nobody can judge from it what it does not hold, which is kept as waiting for a person and is shown as not asked.
    Any other plan comes back as it is.
    """
    if not card.plan.partial:
        return card
    gone = frozenset(not_in_document(card))
    results = tuple(_not_asked(one) if one.id in gone else one for one in card.criteria)
    return replace(card, criteria=results, score=score(results, rubric, selection=True))


def _not_asked(result: CriterionResult) -> CriterionResult:
    findings = tuple(one._replace(verdict=Verdict.NOT_APPLICABLE, proposed=None) for one in result.findings)
    return replace(result, verdict=Verdict.NOT_APPLICABLE, share=None, findings=findings)


def section_bounds(card: Scorecard) -> dict[str, Bounds]:
    """Between what will each section's score lie once all of it is judged? Only those to which anything applies."""
    names = {name: Fraction(1) for name, _ in card.score.sections}
    groups = _grouped([one for one in card.criteria if one.section not in OUTSIDE], card.score.method, names)
    return {one.name: one.bounds for one in groups if one.bounds is not None}


def beside_score(card: Scorecard) -> str:
    """What certainly falls short and stands outside the total: "X08 is not met and is outside it"; "" if nothing.

    Said wherever all that counts in a score is met, so that a finding on the same page does not contradict it.
    """
    short = [one for one in card.criteria if one.section in OUTSIDE and one.falls_short]
    if not short:
        return ""
    be = "is" if len(short) == 1 else "are"
    met = "met" if all(one.verdict is Verdict.NOT_MET for one in short) else "met in full"
    return f"{join_words(one.id for one in short)} {be} not {met} and {be} outside it"


def bounds_alike(results: Iterable[CriterionResult]) -> Bounds | None:
    """Between what will the mean of these criteria lie, each weighing alike? None where none of them applies."""
    applies = [one for one in results if one.verdict is not Verdict.NOT_APPLICABLE]
    parts = [settled(one) for one in applies]
    judged, earned = (_sum([part[place] for part in parts]) for place in (0, 1))
    whole = len(applies)
    return Bounds(earned / whole, (earned + whole - judged) / whole, judged / whole) if whole else None


def gate(results: Iterable[CriterionResult]) -> Must:
    """How many statutory criteria are met, of those that apply, and how many wait for a person?

    A criterion is met here when its findings of tier `must` all are: good practice joined to a duty does not fail it.
    One that is certainly missed somewhere is unmet (neither met nor waiting), whatever else waits. A waiver lifts a
    finding from what fails (`fails_gate`) and changes nothing here, as it changes no score.
    """
    met = applicable = waiting = 0
    for result in results:
        if result.tier is not Tier.MUST:
            continue
        duties = [one.verdict for one in result.findings if one.tier is Tier.MUST]
        verdict = share(duties)[0] if duties else result.verdict
        applicable += verdict is not Verdict.NOT_APPLICABLE
        missed = any(one in _HALVES and one is not Verdict.MET for one in duties)
        waiting += verdict is Verdict.NEEDS_PERSON and not missed
        met += verdict is Verdict.MET
    return Must(met, applicable, waiting)


def fails_gate(finding: Finding, tiers: frozenset[Tier] = frozenset({Tier.MUST})) -> bool:
    """Is this a finding that closes the gate: of one of these tiers, not met or partly met, and not waived?"""
    return finding.tier in tiers and finding.verdict in GAPS and finding.waived is None


# --- what waits for a person ------------------------------------------------------------------------------


def is_doubtful(finding: Finding) -> bool:
    """Whether a finding waits for a person, and the tool proposes that it is not or partly met."""
    return finding.proposed in GAPS and finding.verdict is Verdict.NEEDS_PERSON


def doubtful(result: CriterionResult) -> list[Finding]:
    """The findings that wait for a person and of which the tool proposes that they are not or partly met."""
    return [one for one in result.findings if is_doubtful(one)]


def perhaps_met(result: CriterionResult) -> bool:
    """Whether the tool found what is asked for, in every line of it that waits for a person to say so."""
    waits = [finding for finding in result.findings if finding.verdict is Verdict.NEEDS_PERSON]
    return bool(waits) and all(finding.proposed is Verdict.MET for finding in waits)


def strongest(findings: Iterable[Finding]) -> Tier:
    """The strongest demand among some findings: the law's before the Code's, the Code's before good practice."""
    return min((one.tier for one in findings), key=list(Tier).index)


# --- the total ------------------------------------------------------------------------------------------


def _sum(parts: Sequence[Fraction]) -> Fraction:
    """Their sum, brought to one denominator first: adding fractions one by one is slow."""
    whole = lcm(*[part.denominator for part in parts])
    return Fraction(sum([part.numerator * (whole // part.denominator) for part in parts]), whole)


class _Group:
    """A section as the total counts it, or several that a rubric joins: the weights of its criteria, and its score."""

    def __init__(self, name: str, weight: Fraction | None, results: Sequence[CriterionResult]) -> None:
        scored = [(one.weight, *settled(one)) for one in results]
        self.name = name
        self.weight = weight  # None: flat, a criterion's own weight counts
        self.every = _sum([one.weight for one in results])
        self.applies = _sum([one.weight for one in results if one.verdict is not Verdict.NOT_APPLICABLE])
        self.judged = _sum([weight * part for weight, part, _ in scored])
        self.earned = _sum([weight * earned for weight, _, earned in scored])
        self.score = self.earned / self.judged if self.judged else None

    @property
    def bounds(self) -> Bounds | None:
        """Its score if all that waits were not met, and if it were met."""
        if not self.applies:
            return None
        rest = self.applies - self.judged
        return Bounds(self.earned / self.applies, (self.earned + rest) / self.applies, self.judged / self.applies)


@dataclass(frozen=True, slots=True)
class _Figures:
    total: Fraction | None
    coverage: Fraction
    bounds: tuple[Fraction, Fraction] | None
    applicable: Fraction
    weight: Fraction


def _grouped(
    results: Sequence[CriterionResult], method: str, weights: Mapping[str, Fraction] | None
) -> tuple[_Group, ...]:
    names: dict[str, list[CriterionResult]] = {}
    for result in results:
        name = result.section
        if method == "sections":
            name = next((key for key in weights or {} if _holds(key, result.section)), name)
        names.setdefault(name, []).append(result)
    ordered = sorted(names, key=lambda name: (_ORDER.get(name.split("+")[0].strip(), len(_ORDER)), name))
    return tuple(
        _Group(name, (weights or {}).get(name, Fraction(0)) if method == "sections" else None, names[name])
        for name in ordered
    )


@cache
def _holds(key: str, section: str) -> bool:
    """Does a key of the section weights ("C+G") hold this section? H stands for H1 and H2."""
    parts = [part.strip() for part in key.split("+")]
    if section in parts:
        return True
    return (section == "H" and "H1" in parts) or (section in ("H1", "H2") and "H" in parts)


def _figures(groups: Sequence[_Group]) -> _Figures:
    """The total and what frames it; with section weights a criterion counts for its part of its section's weight."""
    weight = applicable = judged = earned = spread = Fraction(0)
    for group in groups:
        part = Fraction(1) if group.weight is None else group.weight / group.applies if group.applies else Fraction(0)
        weight += group.every if group.weight is None else group.weight
        applicable += group.applies if group.weight is None else group.weight * group.applies / group.every
        judged += part * group.judged
        earned += part * group.earned
        spread += part * group.applies
    if not spread:
        return _Figures(None, Fraction(0), None, applicable, weight)
    return _Figures(
        total=_total(groups),
        coverage=judged / spread,
        bounds=(earned / spread, (earned + spread - judged) / spread),
        applicable=applicable,
        weight=weight,
    )


def _total(groups: Sequence[_Group]) -> Fraction | None:
    valued = [
        (group.judged if group.weight is None else group.weight, group.score)
        for group in groups
        if group.score is not None
    ]
    whole = _sum([weight for weight, _ in valued])
    return _sum([weight * value for weight, value in valued]) / whole if whole else None


# --- bands and caps ---------------------------------------------------------------------------------------


def _ladder(rubric: Rubric) -> list[tuple[Fraction, str]]:
    return sorted((Fraction(band.min), band.name) for band in rubric.bands)


def _band(total: Fraction, rubric: Rubric) -> str | None:
    reached = [name for least, name in _ladder(rubric) if total >= least]
    return reached[-1] if reached else None


def _just_below(total: Fraction, rubric: Rubric) -> list[str]:
    """The note where the printed percentage equals a threshold that was not reached."""
    return [
        f"just below {name}" for least, name in _ladder(rubric) if total < least and percent(total) == percent(least)
    ]


def _triggered(results: Iterable[CriterionResult], rubric: Rubric) -> tuple[Cap, ...]:
    """The caps that these shares trigger, none of them binding yet."""
    caps = []
    for result in results:
        if result.share is None or result.share == 1:
            continue
        rule = rubric.criterion(result.id).cap
        if rule is not None and result.share < rule.below:
            caps.append(Cap(result.id, rule.to, binding=False))
    return tuple(caps)


def _capped(band: str | None, caps: tuple[Cap, ...], rubric: Rubric) -> tuple[str | None, tuple[Cap, ...]]:
    """The band after its caps: the lowest of them all; a cap binds when it is what the band comes down to."""
    if band is None or not caps:
        return band, caps
    rank = {name: place for place, (_, name) in enumerate(_ladder(rubric))}
    lowest = min((band, *(cap.to for cap in caps)), key=lambda name: rank[name])
    return lowest, tuple(Cap(cap.criterion, cap.to, binding=cap.to == lowest != band) for cap in caps)
