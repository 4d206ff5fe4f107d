"""Which day does a deadline allow at the latest, where its words name a year themselves?"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date

from ehcp_audit.language.dates import NUMBER_OF_MONTH
from ehcp_audit.language.wordlists import int_of, is_date, is_year

_ENDS = {
    "autumn": (12, 31),
    "winter": (12, 31),
    "spring": (4, 30),
    "summer": (8, 31),
    "easter": (4, 30),
    "christmas": (12, 25),
}


def resolve(words: Sequence[str], kind: str) -> date | None:
    """The last day that the words allow; None where they name no year, or no such day exists."""
    try:
        return _resolved(words, kind)
    except ValueError:
        return None


def _resolved(words: Sequence[str], kind: str) -> date | None:
    years = [int_of(word) for word in words if is_year(word)]
    numbers = [int_of(word) for word in words if word.isdigit() and not is_year(word)]
    month = next((NUMBER_OF_MONTH[word] for word in words if word in NUMBER_OF_MONTH), 0)
    if kind == "date":
        return _day(words, years, numbers, month)
    if kind == "month" and len(words) == 3 and words[1] == "/" and not month:
        month, year = numbers[0], years[-1] if years else _full(numbers[-1])
        return date(year, month, calendar.monthrange(year, month)[1])
    if kind == "month" and month and (years or numbers):
        year = years[-1] if years else _full(numbers[-1])
        return date(year, month, calendar.monthrange(year, month)[1])
    if kind in {"term", "season"} and years:
        named = next((_ENDS[word] for word in words if word in _ENDS), None)
        if named is None and month:  # "May half term 2027"
            named = (month, calendar.monthrange(years[-1], month)[1])
        return date(years[-1], *named) if named else None
    if kind == "school_year" and years:
        return date(_full(numbers[-1]) if numbers else years[-1], 8, 31)
    return None


def _day(words: Sequence[str], years: list[int], numbers: list[int], month: int) -> date | None:
    if is_date(words[0]):
        parts = [int_of(part) for part in words[0].split(".")]
        return date(_full(parts[2]), parts[1], parts[0])
    if len(words) == 5 and words[1] in {"/", "-"}:
        return date(_full(int_of(words[4])), int_of(words[2]), int_of(words[0]))
    if month and years and numbers:
        return date(years[-1], month, numbers[0])
    if month and len(numbers) == 2:
        return date(_full(numbers[1]), month, numbers[0])
    return None


def _full(year: int) -> int:
    return year + 2000 if year < 100 else year
