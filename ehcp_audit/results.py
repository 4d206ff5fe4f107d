"""A scorecard as JSON and back, without loss: the one stored form that every output is a view of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from sys import intern
from typing import Any

from ehcp_audit.model import (
    AdviceSays,
    Cap,
    CriterionResult,
    Evidence,
    Finding,
    ItemRead,
    Mode,
    Must,
    PlanRead,
    Score,
    Scorecard,
    State,
    ThreadRow,
    Tier,
    Unread,
    Unreadable,
    Verdict,
    Waiver,
)
from ehcp_audit.scoring import percent

SCORECARD = "ehcp-audit/scorecard/1"
UNREADABLE = "ehcp-audit/unreadable/1"

Json = dict[str, Any]
Shared = dict[tuple[Any, ...], Evidence]
"""The places met so far in a scorecard: a dozen criteria quote the same one, and a run keeps thousands of plans."""


def line(value: Mapping[str, Any]) -> bytes:
    """A JSON document on one line, its line end included."""
    from pydantic_core import PydanticSerializationError, to_json

    try:
        return to_json(value) + b"\n"
    except PydanticSerializationError:  # half a surrogate pair: as an escape it can be stored
        return json.dumps(value, separators=(",", ":")).encode() + b"\n"


# --- out ----------------------------------------------------------------------------------------------


def scorecard_json(card: Scorecard) -> Json:
    """The scorecard as commands.md prints it. Percentages are rounded; the exact figures stand beside them."""
    return {
        "schema": SCORECARD,
        "reference": card.reference,
        "id": card.id,
        "file": card.file,
        "team": card.team,
        "plan": _plan_json(card.plan),
        "score": _score_json(card.score),
        "criteria": [_criterion_json(one) for one in card.criteria],
        "thread": [
            {
                "need": row.need,
                "aspirations": list(row.aspirations),
                "outcomes": list(row.outcomes),
                "provision": list(row.provision),
                "by": row.by,
            }
            for row in card.thread
        ],
    }


def unreadable_json(one: Unreadable, *, named: bool) -> Json:
    """What is said of a plan that could not be read; its file only where files may be named."""
    file = {"file": one.file} if named else {}
    return {"schema": UNREADABLE, "reference": one.reference, **file, "kind": one.kind, "reason": one.reason}


def _plan_json(plan: PlanRead) -> Json:
    return {
        "format": plan.format,
        "pages": plan.pages,
        "status": plan.status,
        "year_group": plan.year_group,
        "phase": plan.phase,
        "facts": {name: value.isoformat() for name, value in plan.facts},
        "sections": {code: str(state) for code, state in plan.sections},
        "unread": [{"place": one.place, "reason": one.reason} for one in plan.unread],
        "warnings": list(plan.warnings),
        "partial": plan.partial,
        "items": [
            {
                "subject": item.subject,
                "text": item.text,
                "start": item.start,
                "page": item.page,
                "paragraph": item.paragraph,
                "table": _triple_json(item.table),
                "label": item.label,
            }
            for item in plan.items
        ],
    }


def _score_json(score: Score) -> Json:
    return {
        "exact": _exact(score.total),
        "percent": _percent(score.total),
        "unweighted": _percent(score.unweighted),
        "method": score.method,
        "band": score.band,
        "band_before_caps": score.band_before_caps,
        "caps": [{"criterion": cap.criterion, "to": cap.to, "binding": cap.binding} for cap in score.caps],
        "coverage": percent(score.coverage),
        "bounds": None if score.bounds is None else [percent(bound) for bound in score.bounds],
        "must": {"met": score.must.met, "applicable": score.must.applicable, "open": score.must.open},
        "sections": {name: _percent(value) for name, value in score.sections},
        "open": score.open,
        "notes": list(score.notes),
        "exact_parts": {
            "unweighted": _exact(score.unweighted),
            "coverage": str(score.coverage),
            "bounds": None if score.bounds is None else [str(bound) for bound in score.bounds],
            "sections": {name: _exact(value) for name, value in score.sections},
        },
    }


def _criterion_json(result: CriterionResult) -> Json:
    return {
        "id": result.id,
        "section": result.section,
        "tier": str(result.tier),
        "mode": str(result.mode),
        "verdict": str(result.verdict),
        "share": _exact(result.share),
        "weight": str(result.weight),
        "findings": [_finding_json(one) for one in result.findings],
    }


def _finding_json(finding: Finding) -> Json:
    waived, advice = finding.waived, finding.advice
    return {
        "subject": finding.subject,
        "tier": str(finding.tier),
        "verdict": str(finding.verdict),
        "note": finding.note,
        "proposed": None if finding.proposed is None else str(finding.proposed),
        "act": finding.act,
        "fingerprint": finding.fingerprint,
        "waived": None
        if waived is None
        else {
            "reason": waived.reason,
            "who": waived.who,
            "when": waived.when.isoformat(),
            "expires": waived.expires.isoformat(),
        },
        "advice": None
        if advice is None
        else {
            "document": advice.document,
            "says": advice.says,
            "evidence": [_evidence_json(one) for one in advice.evidence],
        },
        "evidence": [_evidence_json(one) for one in finding.evidence],
    }


def _evidence_json(evidence: Evidence) -> Json:
    return {
        "text": evidence.text,
        "start": evidence.start,
        "section": evidence.section,
        "page": evidence.page,
        "paragraph": evidence.paragraph,
        "table": _triple_json(evidence.table),
        "document": evidence.document,
    }


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def _percent(value: Fraction | None) -> float | None:
    return None if value is None else percent(value)


def _triple_json(table: tuple[int, int, int] | None) -> list[int] | None:
    return None if table is None else list(table)


# --- in -----------------------------------------------------------------------------------------------


def scorecard_from_json(data: Mapping[str, Any]) -> Scorecard:
    """The scorecard that gave this JSON. Raises ValueError, KeyError or TypeError when it is no such document."""
    if data["schema"] != SCORECARD:
        raise ValueError(f"not a document of schema {SCORECARD}")
    shared: Shared = {}
    return Scorecard(
        reference=data["reference"],
        plan=_plan(data["plan"]),
        score=_score(data["score"]),
        criteria=tuple(_criterion(one, shared) for one in data["criteria"]),
        thread=tuple(
            ThreadRow(
                row["need"], tuple(row["aspirations"]), tuple(row["outcomes"]), tuple(row["provision"]), row["by"]
            )
            for row in data["thread"]
        ),
        id=data["id"],
        file=data["file"],
        team=data.get("team"),
    )


def unreadable_from_json(data: Mapping[str, Any]) -> Unreadable:
    """The record that gave this JSON; its file is empty where it was not named."""
    return Unreadable(data["reference"], data.get("file", ""), data["kind"], data["reason"])


def _plan(data: Mapping[str, Any]) -> PlanRead:
    return PlanRead(
        format=data["format"],
        pages=data["pages"],
        status=data["status"],
        year_group=data["year_group"],
        phase=data["phase"],
        facts=tuple((name, date.fromisoformat(value)) for name, value in data["facts"].items()),
        sections=tuple((code, State(state)) for code, state in data["sections"].items()),
        unread=tuple(Unread(one["place"], one["reason"]) for one in data["unread"]),
        warnings=tuple(data["warnings"]),
        items=tuple(
            ItemRead(
                item["subject"],
                item["text"],
                item["start"],
                item["page"],
                item["paragraph"],
                _triple(item["table"]),
                item.get("label"),  # runs of before have none
            )
            for item in data["items"]
        ),
        partial=data.get("partial", False),  # runs of before do not say
    )


def _score(data: Mapping[str, Any]) -> Score:
    parts, must, bounds = data["exact_parts"], data["must"], data["exact_parts"]["bounds"]
    return Score(
        total=_fraction(data["exact"]),
        unweighted=_fraction(parts["unweighted"]),
        method=data["method"],
        coverage=as_fraction(parts["coverage"]),
        bounds=None if bounds is None else (as_fraction(bounds[0]), as_fraction(bounds[1])),
        must=Must(must["met"], must["applicable"], must["open"]),
        sections=tuple((name, _fraction(value)) for name, value in parts["sections"].items()),
        open=data["open"],
        band=data["band"],
        band_before_caps=data["band_before_caps"],
        caps=tuple(Cap(cap["criterion"], cap["to"], cap["binding"]) for cap in data["caps"]),
        notes=tuple(data["notes"]),
    )


def _criterion(data: Mapping[str, Any], shared: Shared) -> CriterionResult:
    return CriterionResult(
        id=intern(data["id"]),
        section=intern(data["section"]),
        tier=Tier(data["tier"]),
        mode=Mode(data["mode"]),
        verdict=Verdict(data["verdict"]),
        share=_fraction(data["share"]),
        weight=as_fraction(data["weight"]),
        findings=tuple(_finding(data["id"], one, shared) for one in data["findings"]),
    )


def _finding(criterion: str, data: Mapping[str, Any], shared: Shared) -> Finding:
    waived, advice = data["waived"], data["advice"]
    return Finding(
        criterion=intern(criterion),
        subject=intern(data["subject"]),
        tier=Tier(data["tier"]),
        verdict=Verdict(data["verdict"]),
        note=intern(data["note"]),
        act=intern(data["act"]),
        fingerprint=data["fingerprint"],
        evidence=_evidence(data["evidence"], shared),
        proposed=None if data["proposed"] is None else Verdict(data["proposed"]),
        waived=None
        if waived is None
        else Waiver(
            waived["reason"],
            waived["who"],
            date.fromisoformat(waived["when"]),
            date.fromisoformat(waived["expires"]),
        ),
        advice=None
        if advice is None
        else AdviceSays(advice["document"], advice["says"], _evidence(advice["evidence"], shared)),
    )


def _evidence(rows: Sequence[Mapping[str, Any]], shared: Shared) -> tuple[Evidence, ...]:
    return tuple(_one_evidence(row, shared) for row in rows)


def _one_evidence(row: Mapping[str, Any], shared: Shared) -> Evidence:
    place = (row["section"], row["page"], row["paragraph"], _triple(row["table"]), row["document"])
    key = (row["text"], row["start"], *place)
    if key not in shared:
        shared[key] = Evidence(row["text"], row["start"], *place)
    return shared[key]


def _fraction(value: str | None) -> Fraction | None:
    return None if value is None else as_fraction(value)


@lru_cache(maxsize=16_384)  # the same few thousand shares stand in every scorecard; taking one apart is slow
def as_fraction(value: str) -> Fraction:
    """The exact number that "3/4" says."""
    return Fraction(value)


def _triple(value: Sequence[int] | None) -> tuple[int, int, int] | None:
    return None if value is None else (value[0], value[1], value[2])
