"""What a moderation round comes to: counts first, then one figure with chance taken out, then where raters differ.

Only blind grades enter agreement. Below ten plans rated twice there are counts and cases, no coefficient; from ten to
twenty-nine a coefficient with its interval and no word for it. Overall figures draw plans, not criteria: the criteria
of a plan are not independent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ehcp_audit.intervals import COUNTS_ONLY, marginal_shift, mean_interval, sign_test
from ehcp_audit.judgements import GRADES, NA, verdict_of
from ehcp_audit.model import Judgement, Verdict
from ehcp_audit.moderation.agenda import Point, agenda, apart
from ehcp_audit.moderation.entries import Statistic, rated_twice, skew
from ehcp_audit.moderation.pairing import SCALE, Source, Unit, blind_ratings, rated_by, units_of
from ehcp_audit.moderation.ratings import GAP, Ratings
from ehcp_audit.moderation.scores import ScorePair, score_pairs
from ehcp_audit.moderation.statistics import COEFFICIENT_FROM, LABEL_FROM, statistics

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

FIRM, TENTATIVE = 0.8, 0.667
"""Krippendorff's bars: what is reliable, and what allows tentative conclusions. The lower bound is compared."""

CHANCE = 0.05

SHIFT_FROM = 50
"""Plans rated twice from which the shares of the grades of two raters are held against each other."""

_VALUES = dict(zip(SCALE.grades, SCALE.values or (), strict=True))


@dataclass(frozen=True, slots=True)
class Changes:
    """How grades differ from those before them: how many, up and down, and what may be said of it."""

    n: int
    up: int
    down: int

    @property
    def changed(self) -> int:
        return self.up + self.down

    @property
    def says(self) -> str:
        """Whether the changes go one way more than chance would have them."""
        chance = sign_test(self.up, self.down)
        if chance is None or chance >= CHANCE:
            return "no direction beyond chance"
        return "upwards" if self.up > self.down else "downwards"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the blind grades of some units agree."""

    name: str  # a criterion's id, or "overall"
    plans: int  # rated twice or more
    exact: Statistic
    within_one: Statistic
    coefficient: Statistic | None
    beside: Statistic | None  # AC2, where one grade holds most ratings
    label: str
    matrix: tuple[tuple[int, ...], ...]  # first rater's grade by the second's, GRADES and N/A
    direction: Changes | None  # of the second rater from the first, where there are two
    applies: int  # units in which some say N/A and others do not
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Severity:
    """How far one rater grades from the others: mean difference from the mean of each unit, on 0 to 1."""

    rater: str
    n: int
    mean: float
    interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Overruled:
    """Where people's grades differ from what a rule settled."""

    criterion: str
    changes: Changes
    not_applicable: int


@dataclass(frozen=True, slots=True)
class Moderation:
    """All of a moderation round."""

    sources: tuple[Source, ...]
    raters: tuple[tuple[str, int], ...]
    units: tuple[Unit, ...]
    overall: Agreement
    criteria: tuple[Agreement, ...]
    agenda: tuple[Point, ...]
    settled: int  # disagreements with an agreed outcome
    severity: tuple[Severity, ...]
    severity_note: str
    regraded: Changes
    tool: tuple[Overruled, ...]
    drift: tuple[tuple[str, int, int], ...]  # run, units agreed, units rated twice
    wording: tuple[tuple[str, str, str], ...]  # criterion, wording to change, owner
    scores: tuple[ScorePair, ...]  # of whole plans, by every two raters
    only: frozenset[str] | None = None  # the criteria looked at; None: all of them


def moderate(sources: Sequence[Source], rubric: Rubric, only: frozenset[str] | None = None) -> Moderation:
    """Pair the blind judgements of some runs and measure how far they agree, on all criteria or on `only` these."""
    everything = units_of(sources)
    units = everything if only is None else tuple(unit for unit in everything if unit.criterion in only)
    twice = [unit for unit in units if len(unit.blind) > 1]
    ids = [one.id for one in rubric.criteria]
    by_criterion = {id: [unit for unit in twice if unit.criterion == id] for id in ids}
    severity, note = _severity(units)
    wording = [
        (unit.criterion, dict(unit.consensus.extra).get("wording", ""), dict(unit.consensus.extra).get("owner", ""))
        for unit in units
        if unit.consensus is not None
    ]
    return Moderation(
        sources=tuple(sources),
        raters=tuple(sorted(rated_by(units).items())),
        units=units,
        overall=_agreement("overall", twice, pooled=True),
        criteria=tuple(_agreement(id, found) for id, found in by_criterion.items() if found),
        agenda=agenda(twice, rubric),
        settled=sum(unit.consensus is not None and any(apart(unit)) for unit in twice),
        severity=severity,
        severity_note=note,
        regraded=_regraded(units),
        tool=_tool(units, ids),
        drift=tuple(_drift(sources, only)),
        wording=tuple(one for one in wording if one[1]),
        scores=score_pairs(sources, everything, rubric),
        only=only,
    )


def _agreement(name: str, units: Sequence[Unit], *, pooled: bool = False) -> Agreement:
    ratings = blind_ratings(units, pooled=pooled)
    plans = rated_twice(ratings)
    exact, within = statistics(ratings, ("percent_agreement", "within_one"))
    coefficient = beside = None
    notes: list[str] = []
    if plans >= COEFFICIENT_FROM:
        coefficient = _coefficient(ratings)
        if skewed := skew(ratings):
            notes.append(skewed)
            beside = next(one for one in statistics(ratings, ("gwet_ac2",)) if one.params == {"weights": "quadratic"})
    else:
        exact, within = (replace(one, interval=None) for one in (exact, within))
    if 0 < plans < COEFFICIENT_FROM:
        notes.append(f"{plans} plans rated twice support no coefficient: counts and cases only.")
    two = len(ratings.raters) == 2
    matrix = _matrix(units) if two else ()
    if not pooled and plans >= SHIFT_FROM and matrix and _shifted(matrix):
        notes.append("The two raters use the grades in different shares, more than chance would have it.")
    return Agreement(
        name,
        plans,
        exact,
        within,
        coefficient,
        beside,
        _label(coefficient, plans),
        matrix,
        _direction(units) if two else None,
        sum(apart(unit)[1] for unit in units),
        tuple(notes),
    )


def _coefficient(ratings: Ratings) -> Statistic:
    """Quadratic kappa where exactly two raters graded everything, else ordinal alpha."""
    full = all(GAP not in row for row in ratings.table)
    if len(ratings.raters) == 2 and full:
        return next(one for one in statistics(ratings, ("cohen_kappa",)) if one.params == {"weights": "quadratic"})
    return statistics(ratings, ("krippendorff_alpha",), "ordinal")[0]


def _label(one: Statistic | None, plans: int) -> str:
    """What may be said of a coefficient, by its lower bound; "" below thirty plans."""
    if one is None or one.interval is None or plans < LABEL_FROM:
        return ""
    low = one.interval.low
    if low >= FIRM:
        return f"lower bound {low:.2f}, above {FIRM}: reliable"
    if low >= TENTATIVE:
        return f"lower bound {low:.2f}, above {TENTATIVE}: good for tentative conclusions"
    return f"lower bound {low:.2f}, below {TENTATIVE}: not yet reliable"


def _matrix(units: Sequence[Unit]) -> tuple[tuple[int, ...], ...]:
    """The first rater's grades down, the second's across; the whole scale, grades that nobody gave too."""
    grades = (*GRADES, NA)
    counts = Counter((unit.grades[0], unit.grades[1]) for unit in units if len(unit.grades) == 2)
    return tuple(tuple(counts[(one, other)] for other in grades) for one in grades)


def _shifted(matrix: Sequence[Sequence[int]]) -> bool:
    """Whether the shares of the grades differ, N/A left out. Of one criterion only: pooled ones are not independent."""
    chance = marginal_shift([row[: len(GRADES)] for row in matrix[: len(GRADES)]])
    return chance is not None and chance < CHANCE


def _direction(units: Sequence[Unit]) -> Changes:
    return _changes([(unit.blind[0], unit.blind[1]) for unit in units if len(unit.blind) == 2])


def _changes(pairs: Sequence[tuple[Judgement, Judgement]]) -> Changes:
    apart_ = [
        _VALUES[after.grade] - _VALUES[before.grade]
        for before, after in pairs
        if before.grade is not None and after.grade is not None
    ]
    return Changes(len(apart_), sum(one > 0 for one in apart_), sum(one < 0 for one in apart_))


def _regraded(units: Sequence[Unit]) -> Changes:
    """How sighted grades differ from the first audit's, confirmed or changed: it overstates agreement."""
    pairs = []
    for unit in units:
        first = next((one for one in (*unit.blind, *unit.sighted) if one.round == "first"), None)
        later = [one for one in unit.sighted if one.round != "first"]
        if first is not None:
            pairs += [(first, one) for one in later]
    return _changes(pairs)


def _tool(units: Sequence[Unit], ids: Sequence[str]) -> tuple[Overruled, ...]:
    """The criteria in which people overrule a rule, most often first."""
    values = {Verdict.MET: 1.0, Verdict.PARTLY_MET: 0.5, Verdict.NOT_MET: 0.0}
    found: dict[str, list[float]] = {}
    without: Counter[str] = Counter()
    for unit in units:
        if unit.tool not in values:
            continue
        for one in (*unit.blind, *unit.sighted):
            if one.grade is None:
                without[unit.criterion] += 1
            else:
                found.setdefault(unit.criterion, []).append(values[verdict_of(one)] - values[unit.tool])
    rows = [
        Overruled(
            id,
            Changes(len(found.get(id, ())), _count(found.get(id, ()), 1), _count(found.get(id, ()), -1)),
            without[id],
        )
        for id in ids
        if id in found or without[id]
    ]
    return tuple(
        sorted(
            rows,
            key=lambda one: (
                -((one.changes.changed + one.not_applicable) / max(1, one.changes.n + one.not_applicable)),
                one.criterion,
            ),
        )
    )


def _count(values: Sequence[float], sign: int) -> int:
    return sum(value * sign > 0 for value in values)


def _severity(units: Sequence[Unit]) -> tuple[tuple[Severity, ...], str]:
    """How far each rater is from the others; refused where they are not linked: it would be the plans' quality."""
    rated = [unit for unit in units if sum(one.grade is not None for one in unit.blind) > 1]
    raters = sorted({one.rater for unit in rated for one in unit.blind if one.grade is not None})
    if len(raters) < 3:
        return (), "Severity is shown from three raters on; with two, the direction of their difference says it all."
    if not _connected(rated, raters):
        return (), "Some raters share no plan with the others, even by way of third ones: severity cannot be told."
    by_rater: dict[str, dict[str, list[float]]] = {rater: {} for rater in raters}
    for unit in rated:
        grades = [(one.rater, _VALUES[one.grade]) for one in unit.blind if one.grade is not None]
        mean = sum(value for _, value in grades) / len(grades)
        for rater, value in grades:
            by_rater[rater].setdefault(unit.plan, []).append(value - mean)
    return tuple(_one_severity(rater, by_rater[rater]) for rater in raters), ""


def _one_severity(rater: str, plans: dict[str, list[float]]) -> Severity:
    means = [sum(values) / len(values) for values in plans.values()]
    interval = mean_interval(means) if len(means) >= COUNTS_ONLY else None
    return Severity(rater, len(means), sum(means) / len(means), interval)


def _connected(units: Sequence[Unit], raters: Sequence[str]) -> bool:
    """Can every rater be reached from every other, from plan to plan?"""
    reached = {raters[0]}
    while True:
        more = {
            one.rater for unit in units if any(one.rater in reached for one in unit.blind) for one in unit.blind
        } - reached
        if not more:
            return set(raters) <= reached
        reached |= more


def _drift(sources: Sequence[Source], only: frozenset[str] | None) -> list[tuple[str, int, int]]:
    """Exact agreement run by run, in the order of their dates."""
    rows = []
    for source in sorted(sources, key=lambda one: (one.run.as_of, one.number)):
        grades = [
            [grade for grade in unit.grades if grade != NA]
            for unit in units_of([source])
            if only is None or unit.criterion in only
        ]
        twice = [one for one in grades if len(one) > 1]
        if twice:
            rows.append((source.name, sum(len(set(one)) == 1 for one in twice), len(twice)))
    return rows
