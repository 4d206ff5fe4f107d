"""Dates as British plans write them: 4/5/2026, 04.05.26, 4th May 2026, May 2026. No spaCy here."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ehcp_audit.months import MONTHS
from ehcp_audit.rare import rarely

NUMBER_OF_MONTH = {
    **{name.lower(): number for number, name in enumerate(MONTHS, start=1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)},
    "sept": 9,
    "febuary": 2,
}
"""By its name as plans write it: in full, cut short, and once misspelt."""
_MONTH = "(?P<month>" + "|".join(sorted(NUMBER_OF_MONTH, key=len, reverse=True)) + r")\b\.?"
_YEAR = (
    r"(?:(?P<year>(?:19|20)\d\d)(?!\d)|'?(?P<short>\d\d)(?![\d:%]|\s{0,2}(?:%|per\s?cent|hours?|minutes?|weeks?|"
    r"days?)))"
)
_FIGURE = re.compile(r"\d\d")
_DAY_MONTH = re.compile(
    r"(?<![\d/.])(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th))?(?:\s{1,3}|-|/|\.)(?:day\s{1,2})?(?:of\s{1,2})?(?:the\s)?"
    + _MONTH
    + r"(?:,?\s{0,3}|-|/)"
    + _YEAR,
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    r"\b"
    + _MONTH
    + r"\s{1,3}(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,\s{0,2}|\s{1,3})(?P<year>(?:19|20)\d\d)(?!\d)(?P<short>){0}",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(r"\b" + _MONTH + r",?\s{0,3}(?P<year>(?:19|20)\d\d)(?!\d)(?P<short>){0}", re.IGNORECASE)
_NUMBERS = re.compile(
    r"(?<![\d/.\-])(?P<day>\d{1,2})(?P<mark>\s?[/.\-]\s?)(?P<number>\d{1,2})(?P=mark)(?P<year>(?:19|20)?\d\d)(?![\d/%]|[.\-]\d)"
)
_ISO = rarely(r"(?<![\d/.\-])(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?![\d/\-])")


_PATTERNS = (
    (_ISO, "day"),
    (_NUMBERS, "day"),
    (_DAY_MONTH, "day"),
    (_MONTH_DAY, "day"),
    (_MONTH_YEAR, "month"),
)
_MONTH_STARTS = tuple(sorted({name[:3].lower() for name in MONTHS}))
_DATED_MONTH = re.compile(r"(?:" + "|".join(NUMBER_OF_MONTH) + r")\b\.?[\s,/'-]{0,5}\d")
"""In small letters, what every date with a month's name holds: "may" and "marked" alone do not."""
_MARKED_TWICE = re.compile(r"\d\s?(?P<mark>[/.\-])\s?\d{1,2}\s?(?P=mark)\s?\d")
"""What every date in figures alone holds."""


class DateFound(NamedTuple):
    """A date in a text: where it stands, and the day it names.

    `value` is None where no such day exists ("31/02/2026"). "May 2026" is its first day, with `precision` "month".
    """

    start: int
    end: int
    value: date | None
    text: str
    precision: str = "day"


@lru_cache(maxsize=1024)  # a line is asked from several sides, and a plan holds some hundreds
def find_dates(text: str) -> tuple[DateFound, ...]:
    """Which dates does the text name, in the order in which they stand?

    Day before month, always. Two-figure years are of 1950 to 2049. "Spring term 2026" and "4 May" are not dates.
    """
    if _FIGURE.search(text) is None:
        return ()
    found: list[DateFound] = []
    taken: list[tuple[int, int]] = []
    lowered = text.lower()
    named = any(map(lowered.__contains__, _MONTH_STARTS)) and _DATED_MONTH.search(lowered) is not None
    in_figures = _MARKED_TWICE.search(text) is not None
    for pattern, precision in _PATTERNS[0 if in_figures else 2 : None if named else 2]:
        if pattern is _ISO and "-" not in text:
            continue
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < stop and begin < end for begin, stop in taken):
                continue
            taken.append((start, end))
            found.append(DateFound(start, end, _value(match, precision), match.group(), precision))
    return tuple(sorted(found, key=lambda one: one.start))


def first_date(text: str) -> DateFound | None:
    """The first date in the text that exists."""
    return next((one for one in find_dates(text) if one.value is not None), None)


def school_year_start(day: date) -> date:
    """The 1 September on which the school year that holds this day began."""
    return date(day.year if day.month >= 9 else day.year - 1, 9, 1)


def year_group_of(born: date, as_of: date) -> int | None:
    """The year group of a child born on this day, by the school year that holds `as_of`.

    0 is Reception, -1 and -2 the nursery years, 12 to 14 post-16 (14 for any older young person up to 25). None
    where the birth date cannot be that of somebody with a plan.
    """
    began = school_year_start(as_of)
    age = began.year - born.year - ((born.month, born.day) > (8, 31))  # completed years on 31 August before term
    year = age - 4
    return min(year, 14) if -2 <= year <= 21 else None


def _value(match: re.Match[str], precision: str) -> date | None:
    parts = match.groupdict()
    figures = parts.get("year") or parts.get("short") or ""
    year = int(figures)
    if len(figures) == 2:
        year += 2000 if year < 50 else 1900
    month = NUMBER_OF_MONTH[parts["month"].lower()] if parts.get("month") else int(parts["number"])
    try:
        return date(year, month, 1 if precision == "month" else int(parts["day"]))
    except ValueError:
        return None
