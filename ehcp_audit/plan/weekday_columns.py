"""Columns of provision that are days of the week: a tick or a length under "Mon" says that it is given on that day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ehcp_audit.model import Field, Passage
from ehcp_audit.plan.layout import Cell, Layout, Row
from ehcp_audit.rare import rarely

_DAY = rarely(r"(?:mon|tues?|wed(?:nes)?s?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\.?|[mtwf]|th", re.IGNORECASE)
_FEWEST = 3  # days, so that a lone "Sat" is no timetable
_NOT_THEN = rarely(r"\W*(?:no(?:ne|t)?|n/?a|nil|0|[-–—.✗✘☐□]+)?\W*", re.IGNORECASE)
_SAYS_MORE = rarely(r"\d|\w{3,}")


def days_given(layout: Layout, row: Row, head: Row | None) -> Iterator[tuple[Cell, list[Field]]]:
    """The cells that stand under days of the week, each with its fields: how often, and how long where it says so."""
    days = _days_of(layout, head) if head is not None and head is not row else {}
    if len(days) < _FEWEST:
        return
    for cell in row.cells:
        day = days.get(cell.columns[0])
        if day is None:
            continue
        passage = layout.cell_passage(cell)
        if passage.text.strip() not in _TICKS and _NOT_THEN.fullmatch(passage.text):
            yield cell, []
        elif _SAYS_MORE.search(passage.text) and passage.text.strip().lower() not in _TICKS:
            yield cell, [Field("how_often", day), Field("how_often", passage)]
        else:
            yield cell, [Field("how_often", day)]


_TICKS = frozenset({"✓", "✔", "✅", "☑", "☒", "√", "x", "X", "×", "•", "●", "*", "y", "yes", "1", "/", "ü"})


def _days_of(layout: Layout, head: Row) -> dict[int, Passage]:
    """The days of a header row, by their columns."""
    return {
        cell.columns[0]: layout.cell_passage(cell)
        for cell in head.cells
        if _DAY.fullmatch(layout.cell_text(cell).strip())
    }


def days_of_the_week(texts: Sequence[str]) -> int:
    """How many of a header's titles are days of the week; 0 where they are too few to be meant as such."""
    days = sum(map(is_day_of_the_week, texts))
    return days if days >= _FEWEST else 0


def is_day_of_the_week(text: str) -> bool:
    """Is it a day of the week alone: "Mon", "Fridays"?"""
    return _DAY.fullmatch(text.strip()) is not None
