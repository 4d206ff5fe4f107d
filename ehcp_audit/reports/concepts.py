"""Two runs by the concepts that a crosswalk joins: as one JSON document, and in lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ehcp_audit.comparison.crosswalk import compare_by_concept
from ehcp_audit.comparison.groups import beside_figures
from ehcp_audit.comparison.pairs import shared_scores
from ehcp_audit.moderation.scores import score_pair
from ehcp_audit.reports.comparison import basis_words
from ehcp_audit.styling import between

if TYPE_CHECKING:
    from ehcp_audit.comparison.groups import Source
    from ehcp_audit.comparison.pairs import Pair
    from ehcp_audit.rubric.crosswalk import Crosswalk

SCHEMA = "ehcp-audit/crosswalk-comparison/1"


def concepts_json(walk: Crosswalk, left: Source, right: Source, *, judged: bool) -> dict[str, Any]:
    """What `compare --crosswalk FILE --format json` prints."""
    return {
        "schema": SCHEMA,
        "runs": {"left": left.name, "right": right.name},
        **compare_by_concept(walk, left, right, judged=judged),
        "shared": _shared(shared_scores(walk, left, right, judged=judged)),
        "notes": list(beside_figures([left, right])),
    }


def _shared(pairs: tuple[Pair, ...]) -> dict[str, Any] | None:
    """How far the scores of the plans that both runs hold agree; None where they share none."""
    if not pairs:
        return None
    found = score_pair("1", "2", pairs)
    figures = []
    if found.icc is not None and found.apart is not None:
        figures = [found.icc.json(), found.apart.json() | {"params": {"difference": "left less right"}}]
    return {
        "plans": found.plans,
        "scores": [{"plan": plan, "left": first, "right": second} for plan, first, second in pairs],
        "statistics": figures,
    }


def concept_lines(found: Mapping[str, Any], *, judged: bool) -> list[str]:
    """What `compare --crosswalk FILE` prints: each concept, and how far the scores of plans in both agree."""
    left, right = found["runs"]["left"], found["runs"]["right"]
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
    return [*lines, *(f"Note: {note}" for note in found["notes"])]


def _side(name: str, side: Mapping[str, Any]) -> str:
    if side["estimate"] is None:
        return f"{name} none"
    bounds = "" if side["low"] is None else f" ({between(side['low'], side['high'])})"
    return f"{name} {100 * side['estimate']:.0f}%{bounds} of {side['n']}"


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
