"""Cells that hold a day: "On or before 10 December 2026 (before transfer)"."""

from __future__ import annotations

import re

from ehcp_audit.language.dates import find_dates

_BEFORE_DAY = re.compile(
    r"\W*(?:\b(?:on|by|or|before|no|not|later|than|due|to|be|held|the|in|from|week|beginning|ending|w/c|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b\W*)*",
    re.IGNORECASE,
)
_LONGEST_DAY = 80  # characters of a cell with a day and a few words beside it


def is_day(text: str) -> bool:
    """Does a cell hold one day, with no more than a few words beside it?"""
    days = find_dates(text) if len(text) <= _LONGEST_DAY else ()
    return len(days) == 1 and _BEFORE_DAY.fullmatch(text, 0, days[0].start) is not None
