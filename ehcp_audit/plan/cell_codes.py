"""Cells that hold a code alone ("OUT-1"), and columns of bare numbers under the unit that they count ("40", "Min")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ehcp_audit.plan.vocabulary import area_of
from ehcp_audit.rare import rarely

CODE = rarely(
    r"\W{0,2}(?:(?:[A-Z]{1,4}|need|outcome|provision|sen|no)[ .:-]{0,2}|[A-Z]{5,10}[-–])?"
    r"\d{1,2}(?:\.\d{1,2})?[a-z]?\W{0,2}",
    re.IGNORECASE,
)
_WITH_WORDS = rarely(
    r"\W{0,2}[A-Z]{0,4}[ -]?\d{1,2}(?:\.\d{1,2})?[a-z]?\W{1,4}(?P<words>[A-Z][^\d.;:]{3,60})", re.IGNORECASE
)
_ROMAN = rarely(r"\W{0,2}[A-K][12]?\s?\((?:[ivx]{1,4}|[a-h])\)\W{0,2}")  # "C(iii)"
_UNIT = rarely(
    r"\W{0,3}(?:(?:time|length|amount)\W{1,3})?(?:in )?(?P<unit>min(?:ute)?s?|h(?:ou)?rs?)\W{0,3}", re.IGNORECASE
)
_TIMES = rarely(  # "× a week", "Times per term", "Sessions each week unless said"
    r"\W{0,3}(?:number of )?(?:[×x]|times|sessions|visits|lessons)\s?(?:an?|per|each|every|/)\s?"
    r"(?P<unit>day|week|fortnight|month|term|half[- ]term|year)\b[^\d]{0,30}",
    re.IGNORECASE,
)
_BARE = rarely(r"\W{0,2}\d{1,3}(?:[.,]\d{1,2})?\W{0,2}")
_MOST = 0.6  # of a column's cells, for what they are to tell what the column is


def is_code(text: str) -> bool:
    """Is it a code, or one with the area that it is of: "N1 · Cognition and learning"?"""
    if CODE.fullmatch(text) or _ROMAN.fullmatch(text):
        return True
    parted = _WITH_WORDS.fullmatch(text)
    return parted is not None and area_of(parted["words"]) is not None


def unit_of(head: str, cells: Sequence[str]) -> str | None:
    """The name of a column of bare numbers whose heading is the unit that they count."""
    unit, times = _UNIT.fullmatch(head), _TIMES.fullmatch(head)
    numbers = sum(_BARE.fullmatch(text) is not None for text in cells)
    if (unit is None and times is None) or numbers <= _MOST * len(cells):
        return None
    if times is not None:
        return f"times a {times['unit'].lower()}"
    return "minutes" if unit is not None and unit["unit"][0] in "mM" else "hours"
