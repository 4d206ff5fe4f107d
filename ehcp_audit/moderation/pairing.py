"""Which judgements are of the same plan and criterion? Over one run or several, of one authority or two.

Plans of two runs are the same plan when their caseload ids are equal or, without ids, when their files' sha256 is. A
rater's key is taken to be the same person in every run, unless two grades of one plan under one key show that it is
not: then each key carries its run's number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ehcp_audit.errors import AuditError
from ehcp_audit.judgements import GRADES, NA, Kept
from ehcp_audit.model import CriterionResult, Judgement, Verdict
from ehcp_audit.moderation.ratings import Rating, Ratings, Scale, ratings_of
from ehcp_audit.runs import Run
from ehcp_audit.same_plans import KnownPlans, plan_key

SCALE = Scale(tuple(reversed(GRADES)), (0.0, 1.0, 2.0), (0.0, 0.5, 1.0))
"""The grades from low to high, in equal steps. N/A is no grade of it: whether a criterion applies is counted apart."""

ROUNDS = ("first", "second", "panel")
"""The rounds whose blind grades are compared, in their order."""


@dataclass(frozen=True, slots=True)
class Source:
    """A run with what people said of it, under the number by which it is told from the others."""

    number: int
    name: str
    run: Run
    kept: Kept


@dataclass(frozen=True, slots=True)
class Unit:
    """One criterion of one plan, with everything that was said of it. `plan` is the same in every run."""

    plan: str
    label: str  # the plan as its first run calls it
    criterion: str
    blind: tuple[Judgement, ...]  # one a rater, in order of the raters' keys
    sighted: tuple[Judgement, ...]
    consensus: Judgement | None
    tool: Verdict | None  # what the rules settled; None where they could not
    places: tuple[tuple[int, str], ...]  # source number and the plan's reference there

    @property
    def grades(self) -> tuple[str, ...]:
        """The blind grades, N/A among them."""
        return tuple(one.grade or NA for one in self.blind)


def units_of(sources: Sequence[Source]) -> tuple[Unit, ...]:
    """Every criterion of every plan that anybody judged, in the order of plans and of the rubric.

    Raises AuditError when the runs were judged by different rubrics.
    """
    stamps = {source.run.rubric.sha256 for source in sources}
    if len(stamps) > 1:
        named = ", ".join(f"{one.name}: {one.run.rubric.id} {one.run.rubric.version}" for one in sources)
        raise AuditError(
            f"These runs were judged by different rubrics ({named}). Moderate with one rubric, or compare them with"
            " `compare --crosswalk`."
        )
    keys = _plan_keys(sources)
    said: dict[tuple[str, str], list[tuple[Source, Judgement]]] = {}
    places: dict[str, list[tuple[int, str]]] = {}
    for source in sources:
        for card in source.run.scorecards:
            places.setdefault(keys[(source.number, card.reference)], []).append((source.number, card.reference))
        for one in source.kept.judgements:
            key = keys.get((source.number, one.plan))
            if key is not None:
                said.setdefault((key, one.criterion), []).append((source, one))
    labels = {key: _label(found, sources) for key, found in places.items()}
    tool = _settled(sources, keys)
    order = {result.id: place for place, result in enumerate(_criteria(sources))}
    return tuple(
        _unit(plan, labels[plan], criterion, found, tool.get((plan, criterion)), tuple(places[plan]))
        for (plan, criterion), found in sorted(
            _told_apart(said).items(), key=lambda one: (labels[one[0][0]], order.get(one[0][1], len(order)))
        )
    )


def blind_ratings(units: Sequence[Unit], *, pooled: bool = False) -> Ratings:
    """The blind grades as a table: units are plans or, `pooled`, criteria of plans that belong to their plan."""
    given = [
        Rating(
            f"{unit.plan} {unit.criterion}" if pooled else unit.plan,
            one.rater,
            one.grade,
            0,
            unit.plan if pooled else "",
        )
        for unit in units
        for one in unit.blind
    ]
    return ratings_of(given, SCALE)


def _plan_keys(sources: Sequence[Source]) -> dict[tuple[int, str], str]:
    """What each plan of each run is known by across the runs."""
    keys = {}
    known: KnownPlans[str] = KnownPlans()
    for source in sources:
        for card in source.run.scorecards:
            key = plan_key(source.run, card)
            name = known.get(key) or key.id or key.sha256 or f"{source.number}:{card.reference}"
            keys[(source.number, card.reference)] = name
            known.add(key, name)
    return keys


def _label(found: Sequence[tuple[int, str]], sources: Sequence[Source]) -> str:
    number, reference = found[0]
    if len(sources) == 1:
        return reference
    return f"{reference} of {next(one.name for one in sources if one.number == number)}"


def _criteria(sources: Sequence[Source]) -> tuple[CriterionResult, ...]:
    return next((card.criteria for source in sources for card in source.run.scorecards), ())


def _settled(sources: Sequence[Source], keys: dict[tuple[int, str], str]) -> dict[tuple[str, str], Verdict]:
    found: dict[tuple[str, str], Verdict] = {}
    for source in sources:
        for card in source.run.scorecards:
            for result in card.criteria:
                if result.verdict is not Verdict.NEEDS_PERSON:
                    found.setdefault((keys[(source.number, card.reference)], result.id), result.verdict)
    return found


Said = dict[tuple[str, str], list[tuple[Source, Judgement]]]


def _told_apart(said: Said) -> Said:
    """The judgements with raters told apart: one key in two runs that graded the same thing is two people."""
    twice = set()
    for found in said.values():
        numbers: dict[tuple[str, str], set[int]] = {}
        for source, one in found:
            numbers.setdefault((one.rater, one.round), set()).add(source.number)
        twice |= {rater for (rater, _), where in numbers.items() if len(where) > 1}
    return {
        key: [
            (source, replace(one, rater=f"{one.rater} ({source.number})") if one.rater in twice else one)
            for source, one in found
        ]
        for key, found in said.items()
    }


def _unit(
    plan: str,
    label: str,
    criterion: str,
    found: Sequence[tuple[Source, Judgement]],
    tool: Verdict | None,
    places: tuple[tuple[int, str], ...],
) -> Unit:
    blind: dict[str, Judgement] = {}
    for round in ROUNDS:
        for _, one in found:
            if one.blind and one.round == round:
                blind.setdefault(one.rater, one)
    sighted = tuple(one for _, one in found if not one.blind and one.round != "consensus")
    agreed = [one for _, one in found if one.round == "consensus"]
    return Unit(
        plan,
        label,
        criterion,
        tuple(blind[rater] for rater in sorted(blind)),
        sighted,
        agreed[-1] if agreed else None,
        tool,
        places,
    )


def rated_by(units: Sequence[Unit]) -> Counter[str]:
    """How many blind grades each rater gave."""
    return Counter(one.rater for unit in units for one in unit.blind)
