"""Quarter after quarter: a run chart in figures, with the places where the rubric changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ehcp_audit.comparison.groups import Count, Group, Source, beside_figures, groups_of
from ehcp_audit.comparison.record import count_json, group_json
from ehcp_audit.styling import count

SCHEMA = "ehcp-audit/trend/1"

ENOUGH = 3
POOLED = 4


@dataclass(frozen=True, slots=True)
class Trend:
    """Runs in the order of their dates; `changed` are those before which the rubric changed."""

    groups: tuple[Group, ...]
    changed: frozenset[str]
    pooled: Count | None  # the last four runs together, at the bar
    judged: bool
    notes: tuple[str, ...]


def trend(sources: Sequence[Source], *, judged: bool) -> Trend:
    """The figures of runs in the order of their dates."""
    groups = groups_of(sources, "run", judged=judged)
    hashes = {source.name: source.run.rubric.sha256 for source in sources}
    changed = frozenset(after.name for before, after in pairwise(groups) if hashes[before.name] != hashes[after.name])
    last = groups[-POOLED:]
    pooled = None
    if (
        len(last) == POOLED
        and all(group.bar is not None for group in last)
        and not changed & {one.name for one in last[1:]}
    ):
        counts = [group.bar for group in last if group.bar is not None]
        pooled = Count(sum(one.k for one in counts), sum(one.n for one in counts))
    notes = ["From one quarter of 36 plans to the next, a move of under about 20 points at the bar is noise."]
    if len(groups) < ENOUGH:
        notes.append(f"{count(len(groups), 'run')} make no trend: from {ENOUGH} on a direction may show.")
    if changed:
        notes.append(f"The rubric changed before {', '.join(one.name for one in groups if one.name in changed)}.")
    return Trend(groups, changed, pooled, judged, (*notes, *beside_figures(sources)))


def trend_json(found: Trend) -> dict[str, Any]:
    """What `trend --format json` prints."""
    return {
        "schema": SCHEMA,
        "basis": "as judged" if found.judged else "by these checks",
        "runs": [{**group_json(group), "rubric_changed": group.name in found.changed} for group in found.groups],
        "pooled": count_json(found.pooled) if found.pooled is not None else None,
        "notes": list(found.notes),
    }
