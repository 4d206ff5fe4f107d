"""A comparison, or a trend, as one JSON document."""

from __future__ import annotations

from typing import Any

from ehcp_audit.comparison.comparing import Comparison
from ehcp_audit.comparison.groups import Count, Group, Mean

SCHEMA = "ehcp-audit/comparison/1"


def comparison_json(found: Comparison) -> dict[str, Any]:
    """What `compare --format json` prints."""
    return {
        "schema": SCHEMA,
        "by": found.by,
        "basis": "as judged" if found.judged else "by these checks",
        "groups": [group_json(group) for group in found.groups],
        "differences": [
            {
                "figure": one.figure,
                "first": one.first,
                "second": one.second,
                "estimate": one.estimate,
                "low": one.low,
                "high": one.high,
                "says": one.says,
            }
            for one in found.differences
        ],
        "funnel": [
            {"group": one.group, "k": one.k, "n": one.n, "target": one.target, "says": one.says} for one in found.funnel
        ],
        "notes": list(found.notes),
    }


def group_json(group: Group) -> dict[str, Any]:
    """One group and its figures, as shares of 1."""
    return {
        "name": group.name,
        "as_of": group.as_of.isoformat() if group.as_of is not None else None,
        "rubric": group.rubric,
        "plans": group.plans,
        "mean": mean_json(group.mean),
        "bar": count_json(group.bar) if group.bar is not None else None,
        "gate": count_json(group.gate),
        "criteria": [{"id": id, **count_json(count)} for id, count in group.criteria.items()],
    }


def count_json(count: Count) -> dict[str, Any]:
    """k of n with its share and interval; these are null below ten plans, and while many are `open` for a person.

    Where a few are, the share is of the plans that are known.
    """
    bounds = count.interval
    return {
        "k": count.k,
        "n": count.n,
        "open": count.open,
        "estimate": count.k / count.known if bounds else None,
        "low": bounds[0] if bounds else None,
        "high": bounds[1] if bounds else None,
    }


def mean_json(mean: Mean) -> dict[str, Any]:
    """A mean with its interval and the lowest and highest plan."""
    bounds = mean.interval
    return {
        "n": len(mean.scores),
        "exact": str(mean.value) if mean.value is not None else None,
        "estimate": float(mean.value) if mean.value is not None else None,
        "low": bounds[0] if bounds else None,
        "high": bounds[1] if bounds else None,
        "lowest": float(min(mean.scores)) if mean.scores else None,
        "highest": float(max(mean.scores)) if mean.scores else None,
    }
