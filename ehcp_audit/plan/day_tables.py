"""Tables of the plan's history: what was done in the header, and under it the days, a row for each review."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ehcp_audit.language.dates import DateFound, find_dates
from ehcp_audit.plan.day_cells import is_day
from ehcp_audit.plan.fact_labels import DATED, dated_fact_of
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.pairs import Pair
from ehcp_audit.plan.plan_days import NEXT
from ehcp_audit.rare import rarely

_BESIDE = rarely(r"[a-z]{2,}", re.IGNORECASE)
_MOST_BESIDE = 3  # words beside the days of a cell: "by", "(held late)"
_FEWEST = 2  # columns of the plan's days, and days
_FEWEST_STEPS = 3
_LONGEST_OVER = 10  # words
_ANNOUNCES = rarely(r":\s?$|\b(?:plans?|ehcp|history|dates|timeline|process|reviews|steps)\b", re.IGNORECASE)
_DUE = rarely(r"\W{0,3}(?:due|deadline|target|statutory|planned|expected|by law|limit)\b", re.IGNORECASE)
_OF_PLAN = rarely(r"\b(?:plan|ehcp?|annual review|amend\w*|needs assessment|to assess)\b", re.IGNORECASE)
_OTHER_PLAN = rarely(
    r"(?<!health and )(?<!health & )\b(?:care|behaviour|support|risk|feeding|therapy|transition|healthcare|safety|"
    r"provision|pathway|lesson|learning) plan\b",
    re.IGNORECASE,
)
_MOST_CELLS = 4  # of a row with a step and its day


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


def histories(layout: Layout, owners: Sequence[str | None]) -> list[int]:
    """The stretches of tables of the plan's own steps, with the line over each: they belong to no section."""
    found: list[int] = []
    for rows in layout.tables.values():
        first = rows[0].first
        if owners[first] is None or not _is_history(layout, rows):
            continue
        over = first > 0 and owners[first - 1] == owners[first]
        over = over and _is_over(layout.stretches[first - 1].text)
        found.extend(range(first - over, rows[-1].last + 1))
    return found


def _is_over(text: str) -> bool:
    """Does a short line announce the table under it: "History of this plan"?"""
    return (
        len(text.split()) <= _LONGEST_OVER and not text.rstrip().endswith(".") and _ANNOUNCES.search(text) is not None
    )


def _is_history(layout: Layout, rows: Sequence[Row]) -> bool:
    """Do most rows of a table tell a step of the plan and its day ("Draft plan sent | 5 May 2026"), and two or more
    name the plan? Reviews of an epilepsy, or of provision, are the section's own.
    """
    beside = [texts for row in rows if (texts := _beside_day(layout, row))]
    if len(beside) < _FEWEST_STEPS or 2 * len(beside) <= len(rows):
        return False
    told = [step for texts in beside if (step := _step(texts)) is not None]
    if len(told) < _FEWEST_STEPS or 2 * len(told) <= len(rows) or len({fact for fact, _ in told}) == 1:
        return False
    labels = [label for _, label in told]
    return sum(map(_names_plan, labels)) >= _FEWEST and not any(map(_OTHER_PLAN.search, labels))


def _names_plan(label: str) -> bool:
    return _OF_PLAN.search(label) is not None


def _beside_day(layout: Layout, row: Row) -> list[str]:
    """What stands in a row beside its only day; nothing where there is none, or several."""
    if not 1 < len(row.cells) <= _MOST_CELLS:
        return []
    texts = [layout.cell_text(cell).strip() for cell in row.cells]
    others = [text for text in texts if not is_day(text)]
    return others if len(others) == len(texts) - 1 else []


def _step(texts: Sequence[str]) -> tuple[str, str] | None:
    """The fact of which a row gives the day, and its label among the words beside that day."""
    facts = ((dated_fact_of(text.rstrip(":")), text) for text in texts)
    return next(((fact, text) for fact, text in facts if fact in DATED and fact not in (None, "date_of_birth")), None)


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
    label = layout.cell_text(row.cells[0])
    if _DUE.match(label):
        return  # "Due by law" over "Done"
    following = NEXT.search(label) is not None  # "Next review"
    for cell in row.cells:
        if cell.columns[0] not in facts:
            continue
        fact, step = facts[cell.columns[0]]
        passage = layout.cell_passage(cell)
        read.update(layout.starts[one] for one in cell.stretches)
        if following and fact in ("reviewed", "review"):
            fact = "review_due"
        for one in find_dates(passage.text):
            if one.value is not None:
                yield one, Pair(fact, step, passage.cut(0 if following else one.start, one.end))
