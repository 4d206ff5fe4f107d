"""What `compare` and `trend` print: the figures of the page in lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ehcp_audit.comparison.comparing import Comparison
from ehcp_audit.comparison.groups import Group
from ehcp_audit.comparison.trend import Trend
from ehcp_audit.reports.comparison import (
    HEADLINES,
    basis_words,
    difference_words,
    mean_words,
    pairs_to_tell,
    share_words,
    told,
    too_small,
)
from ehcp_audit.styling import count

FIRST = 12
"""How many criteria that can be told apart are printed of each pair."""


def comparison_lines(found: Comparison) -> list[str]:
    """Each group, then each pair of groups with what its intervals allow to be said."""
    lines = [basis_words(judged=found.judged), *_group_lines(found.groups)]
    for first, second in pairs_to_tell(found):
        lines += _pair_lines(found, first, second)
    if small := too_small(found):
        lines.append(f"Too few plans to tell apart from any other: {', '.join(small)}")
    for flag in found.funnel:
        if flag.says:
            lines.append(f"  {flag.group}: {flag.k} of {flag.n} against {100 * flag.target:.0f}% of all: {flag.says}")
    return [*lines, *(f"Note: {note}" for note in found.notes)]


def trend_lines(found: Trend) -> list[str]:
    """Each audit in the order of their dates, with the places where the rubric changed."""
    lines = [basis_words(judged=found.judged), *_group_lines(found.groups, found.changed)]
    if found.pooled is not None:
        lines.append(f"The last four together: plans at the bar {share_words(found.pooled)}")
    return [*lines, *(f"Note: {note}" for note in found.notes)]


def concept_lines(found: Mapping[str, Any], left: str, right: str, *, judged: bool) -> list[str]:
    """Two runs by the concepts that a crosswalk joins, and how far the scores of plans in both agree."""
    covers = found["coverage"]
    lines = [
        basis_words(judged=judged),
        f"The crosswalk covers {100 * covers['left']:.0f}% of the weight of {left},"
        f" {100 * covers['right']:.0f}% of {right}",
    ]
    rows: list[Mapping[str, Any]] = [*found["concepts"]]
    if found["overall"] is not None:
        rows.append({"id": "all concepts", "match": "", **found["overall"]})
    for row in rows:
        sides = " and ".join(_side(name, row[side]) for name, side in ((left, "left"), (right, "right")) if side in row)
        lines.append(
            f"  {row['id']} ({row['match']}): {sides}; {row['says']}" if sides else f"  {row['id']}: {row['says']}"
        )
    if found["shared"] is not None:
        lines.append(_shared_words(left, right, found["shared"]))
    if found["says"]:
        lines.append(f"Note: {found['says']}")
    return lines


def _group_lines(groups: Sequence[Group], changed: frozenset[str] = frozenset()) -> Iterator[str]:
    longest = max(len(group.name) for group in groups)
    for group in groups:
        if group.name in changed:
            yield f"  {'-' * longest}  the rubric changed here ({group.rubric})"
        day = f"{group.as_of.isoformat()}  " if group.as_of is not None else ""
        yield f"  {group.name:<{longest}}  {day}{count(group.plans, 'plan')}"
        yield f"    mean plan score {mean_words(group.mean)}"
        yield f"    plans at the bar {share_words(group.bar)}; every must criterion {share_words(group.gate)}"


def _pair_lines(found: Comparison, first: str, second: str) -> Iterator[str]:
    own = [one for one in found.differences if (one.first, one.second) == (first, second)]
    yield f"{second} less {first}"
    for one in own:
        if one.figure in HEADLINES:
            yield f"  {one.figure}: {difference_words(one)}"
    apart = [one for one in told(found) if (one.first, one.second) == (first, second)]
    for one in apart[:FIRST]:
        yield f"  {one.figure}: {difference_words(one)}"
    if len(apart) > FIRST:
        yield f"  {len(apart) - FIRST} more criteria that can be told apart"
    rest = sum(one.figure not in HEADLINES for one in own) - len(apart)
    yield f"  {rest} criteria cannot be told apart, or are too few; -o DIR writes them all"


def _shared_words(left: str, right: str, shared: Mapping[str, Any]) -> str:
    head = f"Plans in both: {shared['plans']}"
    if not shared["statistics"]:
        return f"{head}; too few to say how far their scores agree"
    icc, apart = shared["statistics"]
    limits = apart["limits"]
    agreement = f"ICC(2,1) {icc['value']:.2f}" if icc["value"] is not None else f"ICC(2,1) none: {icc['reason']}"
    return (
        f"{head}. {left} less {right}: {apart['value']:+.1f} points ({apart['ci']['low']:+.1f} to"
        f" {apart['ci']['high']:+.1f}), limits of agreement {limits['low']:+.1f} to {limits['high']:+.1f}; {agreement}"
    )


def _side(name: str, side: Mapping[str, Any]) -> str:
    if side["estimate"] is None:
        return f"{name} none"
    bounds = "" if side["low"] is None else f" ({100 * side['low']:.0f} to {100 * side['high']:.0f}%)"
    return f"{name} {100 * side['estimate']:.0f}%{bounds} of {side['n']}"
