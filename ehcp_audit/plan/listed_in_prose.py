"""Advice that section K lists in running text: "The following are attached. Mrs Ash's letter of 3 July 2026. ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ehcp_audit.language.dates import find_dates
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.rare import rarely

_FEWEST = 2  # dated pieces that make running text a list
_PARTS = rarely(r";\s+(?:and )?|:\s+(?=[A-Za-z])")
_BESIDE = rarely(r"[)\]]*[.,;]*\s*(?:and\s+)?")
_NOBODY = rarely(r"(?:[^\w]|\b(?:on|in|and|dated|of|by|the|then|also|from)\b)*", re.IGNORECASE)


def pieces(text: str) -> list[tuple[int, int]]:
    """Where each piece of a list in running text starts and ends; nothing where fewer than two hold a date.

    A sentence is a piece, and so is what stands between semicolons; one with several dates is cut after each of them,
    or before each where it begins with one.
    """
    found = [one for start, end in sentence_spans(text) for one in _parted(text, start, end)]
    dated = [one for one in found if find_dates(text[one[0] : one[1]])]
    return found if len(dated) >= _FEWEST else []


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _PARTS.finditer(text, start, end):
        yield from _by_dates(text, begin, match.start())
        begin = match.end()
    yield from _by_dates(text, begin, end)


def _by_dates(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    dates = [(start + one.start, start + one.end) for one in find_dates(text[start:end]) if one.value is not None]
    if len(dates) < _FEWEST:
        yield start, end
        return
    date_first = _NOBODY.fullmatch(text[start : dates[0][0]]) is not None
    cuts = [one for one, _ in dates[1:]] if date_first else [_past(text, one, end) for _, one in dates[:-1]]
    for begin, stop in zip([start, *cuts], [*cuts, end], strict=True):
        if text[begin:stop].strip():
            yield begin, stop


def _past(text: str, at: int, end: int) -> int:
    """Past the bracket, comma and "and" that follow a date."""
    match = _BESIDE.match(text, at, end)
    return match.end() if match is not None else at
