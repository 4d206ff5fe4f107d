"""Weekly timetables: a grid of days and lessons, which lists no lines of provision."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.rare import rarely

_DAY = rarely(r"(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?s?\.?", re.IGNORECASE)
_LESSON = rarely(
    r"(?:p|period|lesson|session|l|slot|block)?\s?\d{1,2}\w?|(?:am|pm|registration|tutor(?: time)?|form|break|lunch|"
    r"morning|afternoon|early|late|assembly|time|day|lesson|period)\.?|"
    r"\d{1,2}[.:]\d{2}(?:\s?(?:am|pm))?(?:\s?(?:-|–|to)\s?\d{1,2}[.:]\d{2}(?:\s?(?:am|pm))?)?",
    re.IGNORECASE,
)
_FEWEST_DAYS = 3
_LONGEST_CELL = 8  # words: a subject, its room and whoever teaches it


def timetable_rows(layout: Layout, rows: Sequence[Row]) -> set[int]:
    """The numbers of the rows of a table that are a timetable: days down its side, or lessons under the days.

    Rows of days under named columns ("Day | Provision | Who | How long") are none: these say what is given on each.
    """
    texts = {row.number: [" ".join(layout.cell_text(cell).split()) for cell in row.cells] for row in rows}
    head = next((number for number, cells in texts.items() if sum(map(_is_day, cells)) >= _FEWEST_DAYS), None)
    if head is not None:
        under = [row.number for row in rows if row.number > head and _is_grid(texts[row.number], _LESSON)]
        return {head, *under} if under else set()
    days = [number for number, cells in texts.items() if _is_grid(cells, _DAY)]
    over = [number for number in texts if days and number < days[0]]
    if len(days) < _FEWEST_DAYS or (over and not _names_lessons(texts[over[-1]])):
        return set()
    return {*days, *over[-1:]}


def _is_day(text: str) -> bool:
    return _DAY.fullmatch(text) is not None


def _is_grid(cells: Sequence[str], first: re.Pattern[str]) -> bool:
    """Is a row a day, or a lesson, and then what is taught, in a few words each?"""
    told = cells[1:]
    return (
        len(told) >= _FEWEST_DAYS
        and first.fullmatch(cells[0]) is not None
        and all(len(one.split()) <= _LONGEST_CELL for one in told)
    )


def _names_lessons(cells: Sequence[str]) -> bool:
    return all(_LESSON.fullmatch(one) is not None for one in cells if one)
