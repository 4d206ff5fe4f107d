"""What `compare` and `trend` print: the figures of the page in lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


def _group_lines(groups: Sequence[Group], changed: frozenset[str] = frozenset()) -> Iterator[str]:
    longest = max(len(group.name) for group in groups)
    for group in groups:
        if group.name in changed:
            yield f"  {'-' * longest}  the rubric changed here ({group.rubric})"
        day = f"{group.as_of.isoformat()}  " if group.as_of is not None else ""
        yield f"  {group.name:<{longest}}  {day}{count(group.plans, 'plan')}"
        yield f"    mean plan score {mean_words(group.mean)}"
        yield f"    plans at the bar {share_words(group.bar)}"
        yield f"    every must criterion {share_words(group.gate)}"


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
