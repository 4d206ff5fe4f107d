"""What a group of plans comes to: its mean score, its share at the bar, its gate, and each criterion.

Two figures that share the word compliance are kept apart by name: the mean plan score, and the share of plans that
reach a bar. Everything is counted by plan, so that the criteria of one plan are never taken for independent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from ehcp_audit.bounds import Bounds, bounds_of, mean_bounds
from ehcp_audit.errors import AuditError
from ehcp_audit.intervals import COUNTS_ONLY, many_open, mean_share_interval, wilson
from ehcp_audit.judgements import Kept, standing
from ehcp_audit.model import Must, Scorecard, Verdict
from ehcp_audit.runs import Run, parts_words
from ehcp_audit.same_plans import PlanKey, plan_key
from ehcp_audit.scoring import meets

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

NOT_KNOWN = "not known"
BY = ("run", "team", "phase")

BAR_BAND = "good"
"""Where this band begins is the bar of a rubric that states none."""


@dataclass(frozen=True, slots=True)
class Source:
    """A run, with its rubric and what people said of it, under the name that it has in print."""

    name: str
    run: Run
    rubric: Rubric
    kept: Kept


@dataclass(frozen=True, slots=True)
class Count:
    """So many of so many plans, drawn from `population` where that is known.

    `open` of the others are not known yet, since a person has still to say: where these are many there is no share,
    and where they are few it is of the plans that are known. `all_known`: none while any is open.
    """

    k: int
    n: int
    population: int | None = None
    open: int = 0
    all_known: bool = False

    @property
    def known(self) -> int:
        """Of how many it is known."""
        return self.n - self.open

    @property
    def many_open(self) -> bool:
        """Whether so many are open that there is no share."""
        return self.open > 0 if self.all_known else many_open(self.open, self.n)

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95% Wilson interval; None below ten plans known, and while many are open."""
        if self.known < COUNTS_ONLY or self.many_open:
            return None
        whole = self.population if self.population is not None and self.population >= self.known else None
        return wilson(self.k, self.known, population=whole)


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean plan score, and every plan's, exact."""

    scores: tuple[Fraction, ...]
    population: int | None = None
    bounds: Bounds | None = None  # between what it will lie once all is judged

    @property
    def value(self) -> Fraction | None:
        return sum(self.scores, Fraction(0)) / len(self.scores) if self.scores else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95% interval by Student's t; None below ten plans."""
        if len(self.scores) < COUNTS_ONLY:
            return None
        known = self.population if self.population is not None and self.population >= len(self.scores) else None
        return mean_share_interval([float(one) for one in self.scores], population=known)


@dataclass(frozen=True, slots=True)
class Group:
    """The plans of a period, a team, a phase or an authority."""

    name: str
    as_of: date | None
    rubric: str  # id and version, or several
    plans: int
    keys: frozenset[PlanKey]  # what its plans are known by: a plan may be in two groups
    mean: Mean
    bar: Count | None
    gate: Count
    criteria: Mapping[str, Count]


def groups_of(sources: Sequence[Source], by: str, *, judged: bool) -> tuple[Group, ...]:
    """The groups to set side by side: each run, or the teams or phases of all of them."""
    named: dict[str, list[tuple[Source, Scorecard]]] = {}
    for source in sources:
        for card in cards_of(source, judged=judged):
            named.setdefault(_name(by, source, card), []).append((source, card))
        if by == "run":
            named.setdefault(source.name, [])
    if by != "run" and set(named) <= {NOT_KNOWN}:
        raise AuditError(f"No plan of these runs has a {by}: give `batch` a caseload, or compare --by run.")
    names = list(named) if by == "run" else sorted(named, key=lambda name: (name == NOT_KNOWN, name))
    found = [_group(name, named[name], sources, by) for name in names]
    if by == "run":
        order = {source.name: place for place, source in enumerate(sources)}
        found.sort(key=lambda one: (one.as_of or date.min, order[one.name]))
    return tuple(found)


def cards_of(source: Source, *, judged: bool) -> tuple[Scorecard, ...]:
    """The scorecards that count: the random core, by the checks or, complete ones only, as people judged."""
    if not judged:
        return source.run.core
    return standing(source.run.core, source.kept.judgements, source.rubric).complete


def bar_of(rubric: Rubric) -> Fraction | None:
    """The bar that plans are measured against: the rubric's own, else where its band "good" begins, else none."""
    if rubric.bar is not None:
        return rubric.bar
    return next((band.min for band in rubric.bands if band.name == BAR_BAND), None)


def _name(by: str, source: Source, card: Scorecard) -> str:
    how: dict[str, Callable[[], str | None]] = {
        "run": lambda: source.name,
        "team": lambda: card.team,
        "phase": lambda: card.plan.phase,
    }
    return how[by]() or NOT_KNOWN


def _group(name: str, found: Sequence[tuple[Source, Scorecard]], sources: Sequence[Source], by: str) -> Group:
    own = [source for source in sources if by != "run" or source.name == name]
    population = own[0].run.draw["population"] if by == "run" and own[0].run.draw is not None else None
    totals = [(source, card.score.total) for source, card in found if card.score.total is not None]
    bars = {source.name: bar_of(source.rubric) for source in own}
    reached = [total >= bar for source, total in totals if (bar := bars[source.name]) is not None]
    gates = [card.score.must for _, card in found if card.score.must.applicable]
    criteria: dict[str, list[bool | None]] = {}
    for _, card in found:
        for result in card.criteria:
            if result.verdict is not Verdict.NOT_APPLICABLE:
                criteria.setdefault(result.id, []).append(meets(result))
    stamps = dict.fromkeys(f"{source.run.rubric.id} {source.run.rubric.version}" for source in own)
    return Group(
        name=name,
        as_of=own[0].run.as_of if by == "run" else None,
        rubric=", ".join(stamps),
        plans=len(found),
        keys=frozenset(plan_key(source.run, card) for source, card in found),
        mean=Mean(tuple(total for _, total in totals), population, _bounds([card for _, card in found])),
        bar=Count(sum(reached), len(reached), population) if any(bar is not None for bar in bars.values()) else None,
        gate=_gate(gates, population),
        criteria={
            id: Count(met.count(True), len(met), population, met.count(None))
            for id, met in criteria.items()
            if met.count(None) < len(met)
        },
    )


def _bounds(cards: Sequence[Scorecard]) -> Bounds | None:
    return mean_bounds([ends for card in cards if (ends := bounds_of(card.score)) is not None])


def _gate(found: Sequence[Must], population: int | None) -> Count:
    """How many plans meet every must criterion; open are those that miss none and have one waiting for a person."""
    passed = sum(must.met == must.applicable for must in found)
    missed = sum(must.unmet > 0 for must in found)
    return Count(passed, len(found), population, len(found) - passed - missed, all_known=True)


def beside_figures(sources: Sequence[Source]) -> tuple[str, ...]:
    """What must be said beside the figures of these runs: how they were drawn, and what is in no figure."""
    uneven = [one.name for one in sources if one.run.draw is not None and one.run.draw.get("minimum")]
    notes = []
    if uneven:  # strata that have more than their share, while each of their plans stands for fewer
        notes.append(
            f"Drawn with a minimum in each stratum: {', '.join(uneven)}. Every plan counts alike here; `report` weighs"
            " the strata back."
        )
    parts = [(one.name, parts_words(len(one.run.parts))) for one in sources]
    return (*notes, *(f"Of {name}, {words}." for name, words in parts if words))
