"""One plan as `extract` prints it: the JSON of docs/commands.md."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from ehcp_audit.model import SECTION_CODES, Facts, Item, Plan, Section

NOT_FACTS = ("contributors", "sources")


def plan_json(plan: Plan, *, file: str, codes: tuple[str, ...] = ()) -> dict[str, Any]:
    """The plan as ehcp-audit/plan/1. Every section is a key; with `codes`, the others are left out."""
    return {
        "schema": "ehcp-audit/plan/1",
        "reference": plan.reference,
        "file": file,
        "format": plan.format,
        "pages": plan.pages,
        "sections": {code: _section_json(plan, plan.section(code)) for code in codes or SECTION_CODES},
        "facts": facts_json(plan.facts),
        "unread": [{"place": one.place, "reason": one.reason} for one in plan.unread],
        "warnings": list(plan.warnings),
    }


def facts_json(facts: Facts) -> dict[str, Any]:
    """What is known of the child and the plan; dates as YYYY-MM-DD, the unknown as null."""
    values: dict[str, Any] = {}
    for known in fields(facts):
        if known.name not in NOT_FACTS:
            value = getattr(facts, known.name)
            values[known.name] = value.isoformat() if isinstance(value, date) else value
    values["contributors"] = [
        {
            "name": one.name,
            "role": one.role,
            "written": None if one.written is None else one.written.isoformat(),
            "appended": one.appended,
        }
        for one in facts.contributors
    ]
    return values


def _section_json(plan: Plan, section: Section) -> dict[str, Any]:
    return {
        "state": str(section.state),
        "heading": section.heading,
        "text": section.text,
        "page": _page(plan, section.pieces[0].start) if section.pieces else None,
        "confidence": round(section.confidence, 2),
        "note": section.note,
        "items": [_item_json(plan, item, number) for number, item in enumerate(section.items, 1)],
    }


def _item_json(plan: Plan, item: Item, number: int) -> dict[str, Any]:
    found: dict[str, str] = {}
    for one in item.fields:
        found[one.name] = f"{found[one.name]}\n{one.passage.text}" if one.name in found else one.passage.text
    return {
        "number": number,
        "subject": item.subject,
        "text": item.text,
        "fields": found,
        "area": item.area,
        "row": None if item.row is None else item.row[1],
        "page": _page(plan, item.passages[0].start) if item.passages else None,
    }


def _page(plan: Plan, start: int) -> int | None:
    return plan.stretch_at(start).page if plan.stretches else None
