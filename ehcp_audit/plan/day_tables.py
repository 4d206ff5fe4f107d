"""Tables of the plan's history: what was done in the header, and under it the days, a row for each review."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ehcp_audit.language.dates import DateFound, find_dates
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.pairs import DATED, Pair, dated_fact_of
from ehcp_audit.plan.plan_days import NEXT

_BESIDE = re.compile(r"[a-z]{2,}", re.IGNORECASE)
_MOST_BESIDE = 3  # words beside the days of a cell: "by", "(held late)"
_FEWEST = 2  # columns of the plan's days, and days


class DayTables(NamedTuple):
    """What the tables tell, the latest day of each kind first, and the starts of the cells that were read."""

    pairs: list[Pair]
    read: set[int]


def tables_of_days(layout: Layout, indexes: Iterable[int]) -> DayTables:
    """The tables among these stretches whose header names steps ("Review meeting", "Notice sent", "Amended plan")."""
    pairs: list[tuple[DateFound, Pair]] = []
    read: set[int] = set()
    seen: set[int] = set()
    for index in indexes:
        row = layout.rows[index]
        if row is None or row.table in seen:
            continue
        seen.add(row.table)
        rows = layout.tables[row.table]
        facts = _header(layout, rows[0])
        if len(facts) < _FEWEST or not _holds_days(layout, rows[1:], set(facts)):
            continue
        read.update(layout.starts[cell.stretches[0]] for cell in rows[0].cells)
        for below in rows[1:]:
            pairs.extend(_days(layout, below, facts, read))
    pairs.sort(key=lambda one: one[0].value.toordinal() if one[0].value else 0, reverse=True)
    return DayTables([pair for _, pair in pairs], read)


def _header(layout: Layout, row: Row) -> dict[int, tuple[str, str]]:
    """By its column, the fact and label of each cell that names a step; none where a day stands in the row."""
    texts = {cell.columns[0]: layout.cell_text(cell).strip().rstrip(":") for cell in row.cells}
    if any(find_dates(text) for text in texts.values()):
        return {}
    facts = {column: (dated_fact_of(text), text) for column, text in texts.items()}
    return {column: (fact, text) for column, (fact, text) in facts.items() if fact in DATED and fact is not None}


def _holds_days(layout: Layout, rows: Iterable[Row], columns: set[int]) -> bool:
    """Do days, or marks for none, fill these columns?"""
    days = 0
    for row in rows:
        for cell in row.cells:
            if cell.columns[0] not in columns:
                continue
            text = layout.cell_text(cell)
            found = find_dates(text)
            rest = text
            for one in reversed(found):
                rest = rest[: one.start] + rest[one.end :]
            if len(_BESIDE.findall(rest)) > _MOST_BESIDE:
                return False
            days += sum(one.value is not None for one in found)
    return days >= _FEWEST


def _days(
    layout: Layout, row: Row, facts: dict[int, tuple[str, str]], read: set[int]
) -> Iterable[tuple[DateFound, Pair]]:
    following = NEXT.search(layout.cell_text(row.cells[0])) is not None  # "Next review"
    for cell in row.cells:
        if cell.columns[0] not in facts:
            continue
        fact, label = facts[cell.columns[0]]
        passage = layout.cell_passage(cell)
        read.update(layout.starts[one] for one in cell.stretches)
        if following and fact in ("reviewed", "review"):
            fact = "review_due"
        for one in find_dates(passage.text):
            if one.value is not None:
                yield one, Pair(fact, label, passage.cut(0 if following else one.start, one.end))
