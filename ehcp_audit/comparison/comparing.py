"""Setting groups side by side: what can be told apart, what cannot, and which team is outside what chance allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ehcp_audit.comparison.groups import Count, Group, Mean
from ehcp_audit.intervals import CANNOT, COUNTS_ONLY, binomial_tail, newcombe, told_apart, welch
from ehcp_audit.same_plans import in_both
from ehcp_audit.styling import count

MEAN, BAR, GATE = "mean plan score", "plans at the bar", "plans that meet every must criterion"
"""The figures that are compared, each by its name."""

WAITS = "not known while so many plans wait for a person"

OUTER, INNER = 0.001, 0.025
"""The tails beyond which a team is flagged: 99.8% and 95% of what chance allows."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure of the second group less the first's, and what may be said of it."""

    figure: str
    first: str
    second: str
    estimate: float | None
    low: float | None
    high: float | None
    says: str


@dataclass(frozen=True, slots=True)
class Flag:
    """How a team stands against what all of them together reach, by exact binomial tails."""

    group: str
    k: int
    n: int
    target: float
    says: str  # "", "too few", "below ...", "above ..."


@dataclass(frozen=True, slots=True)
class Comparison:
    """Groups side by side."""

    by: str
    judged: bool
    groups: tuple[Group, ...]
    differences: tuple[Difference, ...]
    funnel: tuple[Flag, ...]
    notes: tuple[str, ...]


def compare(
    groups: Sequence[Group], by: str, *, judged: bool, rubrics: Sequence[str], beside: Sequence[str] = ()
) -> Comparison:
    """Set groups side by side: runs in the order of their dates, teams and phases by name; never by rank.

    `beside` is what else must be said of the runs that they come from.
    """
    periods = by == "run" and len({group.as_of for group in groups}) > 1
    pairs = _pairs(groups, periods)
    differences = tuple(one for first, second in pairs for one in _differences(first, second, periods=periods))
    funnel = tuple(_funnel(groups)) if by != "run" else ()
    notes = (*_notes(groups, differences, funnel, rubrics), *beside)
    return Comparison(by, judged, tuple(groups), differences, funnel, notes)


def _pairs(groups: Sequence[Group], periods: bool) -> list[tuple[Group, Group]]:
    if periods:
        return list(pairwise(groups))
    return [(first, second) for place, first in enumerate(groups) for second in groups[place + 1 :]]


def _differences(first: Group, second: Group, *, periods: bool) -> Iterator[Difference]:
    yield _of_means(first, second, first.mean, second.mean, periods)
    if first.bar is not None and second.bar is not None:
        yield _of_shares(BAR, first, second, first.bar, second.bar, periods)
    yield _of_shares(GATE, first, second, first.gate, second.gate, periods)
    for id, met in first.criteria.items():
        if id in second.criteria:
            yield _of_shares(id, first, second, met, second.criteria[id], periods)


def _of_means(first: Group, second: Group, one: Mean, other: Mean, periods: bool) -> Difference:
    if one.value is None or other.value is None:
        return Difference(MEAN, first.name, second.name, None, None, None, "nothing scored")
    estimate = float(other.value - one.value)
    if min(len(one.scores), len(other.scores)) < COUNTS_ONLY:
        return Difference(MEAN, first.name, second.name, estimate, None, None, "too few plans to tell")
    low, high = welch([float(score) for score in other.scores], [float(score) for score in one.scores])
    return Difference(MEAN, first.name, second.name, estimate, low, high, _words(low, high, periods))


def _of_shares(figure: str, first: Group, second: Group, one: Count, other: Count, periods: bool) -> Difference:
    if not one.n or not other.n:
        return Difference(figure, first.name, second.name, None, None, None, "nothing judged")
    if one.many_open or other.many_open:
        return Difference(figure, first.name, second.name, None, None, None, WAITS)
    estimate = other.k / other.known - one.k / one.known
    if min(one.known, other.known) < COUNTS_ONLY:
        return Difference(figure, first.name, second.name, estimate, None, None, "too few plans to tell")
    sizes = (other.population, one.population)
    large = all(size is not None and size >= n for size, n in zip(sizes, (other.known, one.known), strict=True))
    low, high = newcombe(other.k, other.known, one.k, one.known, populations=sizes if large else None)  # type: ignore[arg-type]
    return Difference(figure, first.name, second.name, estimate, low, high, _words(low, high, periods))


def _words(low: float, high: float, periods: bool) -> str:
    """A comparative word only where the interval leaves 0 out."""
    says = told_apart(low, high)
    if says == CANNOT or not periods:
        return says
    return "improved" if says == "higher" else "got worse"


def held_by(groups: Sequence[Group]) -> str:
    """The figure by which groups are held against all together: plans at the bar; without a bar, the gate."""
    return GATE if any(group.bar is None for group in groups) else BAR


def _funnel(groups: Sequence[Group]) -> Iterator[Flag]:
    """Each group's share of that figure against that of all together, where it has ten plans or more."""
    gated = held_by(groups) == GATE
    shares = [(group, group.gate if gated or group.bar is None else group.bar) for group in groups]
    counts = [(group, reached) for group, reached in shares if not reached.many_open]
    whole = sum(reached.known for _, reached in counts)
    if not whole:
        return
    target = sum(reached.k for _, reached in counts) / whole
    for group, reached in counts:
        if reached.known < COUNTS_ONLY:
            yield Flag(group.name, reached.k, reached.known, target, "too few")
            continue
        fewer, more = binomial_tail(reached.k, reached.known, target)
        says = ""
        for limit, words in ((OUTER, "outside 99.8% of what chance allows"), (INNER, "outside 95%")):
            if not says and fewer < limit:
                says = f"below, {words}"
            elif not says and more < limit:
                says = f"above, {words}"
        yield Flag(group.name, reached.k, reached.known, target, says)


def _notes(
    groups: Sequence[Group], differences: Sequence[Difference], funnel: Sequence[Flag], rubrics: Sequence[str]
) -> Iterator[str]:
    yield "The mean plan score and the share of plans at the bar are two figures: the first is much sharper."
    made = sum(one.low is not None for one in differences)
    if made > 1:
        chance = f"about {made * 0.05:.0f} of them" if made >= 20 else "now and then one"
        yield f"{made} comparisons were made: by chance alone {chance} would seem to differ."
    flagged = [one for one in funnel if one.says != "too few"]
    if flagged:
        yield f"{len(flagged)} groups were held against what all reach together, by exact tails."
    if len(set(rubrics)) > 1:
        named = ", ".join(dict.fromkeys(rubrics))
        yield f"The rubric changed between these runs ({named}): criteria are compared by id."
    shared = sum(
        in_both(first.keys, second.keys) for place, first in enumerate(groups) for second in groups[place + 1 :]
    )
    if shared:
        yield f"In two groups: {count(shared, 'plan')}. These are not independent, and the intervals are not exact."
    small = [group.name for group in groups if group.plans < COUNTS_ONLY]
    if small:
        yield f"Below ten plans only counts are given: {', '.join(small)}."
