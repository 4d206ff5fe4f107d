"""The number that an item bears by its noun: "Need 1. She cannot ...", or "Seeing (need 1)" in the heading over it; or
after the area at its head: "Cognition and learning. (4) He reads ...".

Where no item of a section is given a number, a pointer to it is read by place, and a paragraph of strengths at its head
would put each one too far.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ehcp_audit.plan.headings import HEADING_FORMAT, format_score
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.marked import Marked
from ehcp_audit.plan.vocabulary import area_of
from ehcp_audit.rare import rarely

_NOUN = r"(?P<noun>need|outcome|provision)\s{0,2}(?:no\.?\s|number\s)?(?P<mark>\d{1,2}(?:\.\d{1,2})?[a-z]?)"
_OPENS = rarely(r"\W{0,3}" + _NOUN + r"(?:[.:)]|\s[–—-])\s{1,3}(?=\S)", re.IGNORECASE)
_AFTER_AREA = rarely(r"(?P<area>[^.:;\n]{3,60})[.:]\s{1,2}(?P<rest>(?:\(|need\b).{0,30})", re.IGNORECASE)
_BRACKETED = rarely(r"\((?:need )?(?P<mark>\d{1,2})\)\s", re.IGNORECASE)
_OVER = rarely(r"[(\[]" + _NOUN + r"[)\]]\W{0,3}$", re.IGNORECASE)
_FARTHEST = 12  # stretches from an item to the heading that it stands under
_FEWEST = 2  # items of a section with a number in the heading over them, for this to be its way of numbering


def number_by_nouns(layout: Layout, several: Sequence[Marked]) -> None:
    """Gives the items of a section without a number the one that their words open with, or the heading over them."""
    bare = [one for one in several if not one.marks]
    for one in bare:
        match = _OPENS.match(one.item.passages[-1].text)
        if match is not None and match["noun"].lower() == one.noun:
            one.marks.add(match["mark"].lower())
    opened = [(one, mark) for one in bare if not one.marks and (mark := _after_area(one)) is not None]
    if len({mark for _, mark in opened}) >= _FEWEST:
        for one, mark in opened:
            one.marks.add(mark)
    over = [(one, mark) for one in bare if not one.marks and (mark := _over(layout, one)) is not None]
    if len({mark for _, mark in over}) >= _FEWEST:
        for one, mark in over:
            one.marks.add(mark)


def _after_area(one: Marked) -> str | None:
    """The number that follows the name of an area at the head of an item."""
    match = _AFTER_AREA.match(one.item.passages[-1].text)
    if match is None or area_of(match["area"]) is None:
        return None
    told = _BRACKETED.match(match["rest"]) or _OPENS.match(match["rest"])
    return told["mark"].lower() if told is not None else None


def _over(layout: Layout, one: Marked) -> str | None:
    """The number in the heading that an item stands under."""
    at = bisect_right(layout.starts, one.item.passages[-1].start) - 1
    for place in range(at - 1, max(-1, at - 1 - _FARTHEST), -1):
        if layout.stretches[place].level is not None or format_score(layout, place) >= HEADING_FORMAT:
            match = _OVER.search(layout.stretches[place].text)
            return match["mark"].lower() if match is not None and match["noun"].lower() == one.noun else None
    return None
