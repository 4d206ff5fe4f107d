"""One workbook for all the plans of an auditor: the same columns, with the plan in front of each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ehcp_audit.model import Scorecard
from ehcp_audit.scorecards.parts import (
    ACTION_COLUMNS,
    ACTION_ROWS,
    OVERALL,
    add_guidance,
    add_meta,
    how_to_grade,
    origin,
)
from ehcp_audit.scorecards.sheet import NA_REASONS, SCHEMA, columns_for, criterion_rows, offer, offered
from ehcp_audit.sheets import Column, choices, drop_down, new_sheet, page_setup, protect, table, title_rows
from ehcp_audit.styling import count, long_date
from ehcp_audit.workbooks import new_workbook, workbook_bytes

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from ehcp_audit.rubric import Rubric

PLAN = Column("Plan", 9, wrap=False)
PLAN_KEY = Column("plan_reference", 10, hidden=True)


def scorecards_workbook(
    cards: Sequence[Scorecard],
    rubric: Rubric,
    *,
    as_of: date,
    tool_version: str,
    auditor: str,
    blind: bool,
    round: str,
    run: str,
    so_far: Mapping[str, Mapping[str, str]] | None = None,
) -> bytes:
    """All the plans of an auditor in one workbook, a row for each plan and criterion. `so_far` is by plan."""
    book = new_workbook(f"Scorecards of {auditor}")
    sheet = new_sheet(book, "Scorecard")
    columns = [PLAN, *columns_for(blind=blind, so_far=so_far is not None), PLAN_KEY]
    rows = []
    for card in cards:
        others = (so_far or {}).get(card.reference, {})
        inner = criterion_rows(card, rubric, columns[1:-1], others)
        rows += [[card.reference, *cells, card.reference] for cells in inner]
    lines = [
        f"{count(len(cards), 'plan')}.  Rubric: {rubric.title}, {rubric.id} {rubric.version}. "
        f" Audit date: {long_date(as_of)}.  Filter the column Plan to see one plan.",
        how_to_grade(blind=blind),
    ]
    start = title_rows(sheet, f"Scorecards of {auditor}{', blind' if blind else ''}", lines)
    table(sheet, start, columns, rows, freeze_columns=3)
    overall = _overall(book, cards)
    actions = _actions(book)
    guidance = add_guidance(book, rubric, auditor)
    lists = new_sheet(book, "Lists")
    grades, reasons = (
        choices(book, lists, 1, "Grades", offered(blind=blind)),
        choices(book, lists, 2, "NA_reasons", NA_REASONS),
    )
    offer(sheet, [column.heading for column in columns], start, len(rows), grades, reasons)
    plans = choices(book, lists, 4, "Plans", [card.reference for card in cards])
    drop_down(actions, f"A4:A{ACTION_ROWS + 3}", plans, error="Choose one of the plans.")
    if rubric.bands and cards:
        bands = choices(book, lists, 3, "Bands", [band.name for band in rubric.bands])
        drop_down(overall, f"D4:D{len(cards) + 3}", bands, error="Choose one of the rubric's bands.")
    for one in (sheet, overall, actions, guidance, lists):
        protect(one)
        page_setup(one, f"Scorecards of {auditor}")
    lists.sheet_state = "hidden"
    made = origin(rubric, tool_version=tool_version, as_of=as_of, auditor=auditor, round=round, blind=blind)
    add_meta(book, {"schema": SCHEMA, "scorecard": "all", **made, "run": run})
    return workbook_bytes(book)


def _overall(book: Workbook, cards: Sequence[Scorecard]) -> Worksheet:
    sheet = new_sheet(book, "Overall")
    columns = [PLAN, *(Column(label, max(14, min(40, height * 0.5)), unlocked=True) for label, height in OVERALL)]
    line = "One row a plan. An overall judgement is this rubric's own. It is no inspection grade."
    start = title_rows(sheet, "Overall judgements", [line])
    table(sheet, start, columns, [[card.reference, *[""] * len(OVERALL)] for card in cards], freeze_columns=1)
    return sheet


def _actions(book: Workbook) -> Worksheet:
    sheet = new_sheet(book, "Actions")
    columns = [replace(PLAN, unlocked=True), *ACTION_COLUMNS]
    line = "What each plan needs, who does it and by when. Dates as 31/01/2027. No names of children or parents."
    start = title_rows(sheet, "Actions", [line])
    table(sheet, start, columns, [[""] * len(columns)] * ACTION_ROWS, filters=False)
    return sheet
