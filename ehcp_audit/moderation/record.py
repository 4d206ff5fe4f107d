"""A moderation round as one JSON document."""

from __future__ import annotations

from typing import Any

from ehcp_audit.judgements import GRADES, NA
from ehcp_audit.moderation.agenda import Point
from ehcp_audit.moderation.measuring import Agreement, Changes, Moderation
from ehcp_audit.moderation.scores import ScorePair

SCHEMA = "ehcp-audit/moderation/1"


def moderation_json(found: Moderation) -> dict[str, Any]:
    """agreement.json: agreement overall and by criterion, the agenda, raters, what people overrule."""
    overall = agreement_json(found.overall)
    return {
        "schema": SCHEMA,
        "rubric": {"id": found.sources[0].run.rubric.id, "sha256": found.sources[0].run.rubric.sha256},
        "runs": [{"name": one.name, "as_of": one.run.as_of.isoformat()} for one in found.sources],
        "raters": [{"rater": rater, "grades": count} for rater, count in found.raters],
        "plans": found.overall.plans,
        "statistics": overall["statistics"],
        "overall": overall,
        "criteria": [agreement_json(one) for one in found.criteria],
        "agenda": [point_json(point) for point in found.agenda],
        "settled": found.settled,
        "severity": [
            {
                "rater": one.rater,
                "plans": one.n,
                "mean": one.mean,
                "low": one.interval[0] if one.interval else None,
                "high": one.interval[1] if one.interval else None,
            }
            for one in found.severity
        ],
        "severity_note": found.severity_note,
        "regraded": changes_json(found.regraded),
        "tool": [
            {"criterion": one.criterion, **changes_json(one.changes), "not_applicable": one.not_applicable}
            for one in found.tool
        ],
        "drift": [{"run": run, "k": k, "n": n} for run, k, n in found.drift],
        "scores": [scores_json(one) for one in found.scores],
        "only": sorted(found.only) if found.only is not None else None,
        "wording": [{"criterion": id, "wording": words, "owner": owner} for id, words, owner in found.wording],
    }


def agreement_json(one: Agreement) -> dict[str, Any]:
    """How far the grades of one criterion, or all of them, agree."""
    figures = [one.exact, one.within_one, one.coefficient, one.beside]
    return {
        "name": one.name,
        "plans": one.plans,
        "statistics": [figure.json() for figure in figures if figure is not None],
        "label": one.label or None,
        "grades": [*GRADES, NA],
        "matrix": [list(row) for row in one.matrix] or None,
        "direction": changes_json(one.direction) if one.direction is not None else None,
        "applies": one.applies,
        "notes": list(one.notes),
    }


def scores_json(one: ScorePair) -> dict[str, Any]:
    """The plan scores of two raters, in points of 100, and how far they agree."""
    return {
        "first": one.first,
        "second": one.second,
        "plans": one.plans,
        "scores": [{"plan": plan, "first": first, "second": second} for plan, first, second in one.scores],
        "statistics": [figure.json() for figure in (one.icc, one.apart) if figure is not None],
    }


def changes_json(one: Changes) -> dict[str, Any]:
    """How many changed, up and down, and what may be said of it."""
    return {"n": one.n, "changed": one.changed, "up": one.up, "down": one.down, "says": one.says}


def point_json(point: Point) -> dict[str, Any]:
    """One point of the agenda with everybody's words."""
    return {
        "plan": point.unit.label,
        "criterion": point.criterion.id,
        "question": point.criterion.question,
        "gap": point.gap,
        "reasons": list(point.reasons),
        "tool": None if point.unit.tool is None else str(point.unit.tool),
        "judgements": [
            {
                "rater": one.rater,
                "round": one.round,
                "blind": one.blind,
                "grade": one.grade,
                "reason": one.reason,
                "comment": one.comment,
                "evidence": one.evidence,
            }
            for one in point.words
        ],
    }
