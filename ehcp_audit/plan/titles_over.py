"""What a line of codes over an item says that it is for: "F1 (B1, E1)" or "Need and outcome: B1 / E1" over "What: ...".

Such lines stand over each item of a section or under it. They are taken where one stands over the first item, or none
under the last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.marked import ORDER, Marked
from ehcp_audit.plan.pointers import BRACKET, Pointer, points_only
from ehcp_audit.rare import rarely

_OWN = rarely(r"[A-Z][a-z]{2,15}(?: [a-z]{2,15})? \d{1,2}[a-z]?[.:]?\s{0,2}(?=[(\[])")  # "Help 1 (need 1, outcome 1)"
_SECTION = rarely(r"\W{0,3}(?:[Ss]ection |SECTION |[Pp]art )?(?:[A-K]|H[12])(?:[.:)]|\s[–—-]|\s[A-Z][a-z]|$)")
_LONGEST = 90  # characters of such a line
_UNDER = 10  # stretches after the last item among which its own line of codes would stand
_FEWEST = 2  # such lines in a section, for these to be its way of pointing


def point_over(layout: Layout, several: Sequence[Marked]) -> None:
    """Gives the items of a section what the lines over them point at, where they point at nothing themselves."""
    silent = [one for one in several if not _says(one)]
    over = {id(one): said for one in silent if (said := _over(layout, one))}
    if len(over) < _FEWEST or (id(silent[0]) not in over and _stands_under(layout, several[-1])):
        return
    for one in silent:
        one.said += over.get(id(one), ())


def _says(one: Marked) -> bool:
    """Does the item point at anything of an earlier kind in its own words, cells or codes?"""
    kinds = {noun.partition(" ")[0] for noun, _ in (*one.said, *one.columns, *one.led)}
    return any(ORDER.get(kind, 9) < ORDER[one.noun] for kind in kinds)


def _over(layout: Layout, one: Marked) -> list[Pointer]:
    """What the line over the item points at; the name of a field may stand between the two."""
    at = bisect_right(layout.starts, one.item.passages[-1].start) - 1
    for place in (at - 1, at - 2):
        if place < 0:
            break
        text = _text(layout, place)
        if said := _pointed(text, one) or _in_banner(layout, place, one):
            return said
        if len(text) > 25 or any(map(str.isdigit, text)) or text.endswith("."):
            break
    return []


def _in_banner(layout: Layout, place: int, one: Marked) -> list[Pointer]:
    """What the bracket in a row across the item's table says: "Outcome 2 (need B1) - friends"."""
    across = layout.rows[place]
    if across is None or len(across.cells) > 1 or one.item.row is None or across.table != one.item.row[0]:
        return []
    bracket = BRACKET.search(_text(layout, place))
    return _pointed(bracket.group(), one) if bracket is not None else []


def _pointed(text: str, one: Marked) -> list[Pointer]:
    """What a line that does nothing but point says of items of earlier kinds, by their nouns or letters."""
    if len(text) > _LONGEST:
        return []
    own = _OWN.match(text)
    said = points_only(text) or (points_only(text[own.end() :]) if own is not None else None) or []
    return [pointer for pointer in said if ORDER.get(pointer[0].partition(" ")[0], 9) < ORDER[one.noun]]


def _stands_under(layout: Layout, last: Marked) -> bool:
    """Does a line of codes follow the last item, as it would where each stands under its item?"""
    at = bisect_right(layout.starts, last.item.passages[-1].start)
    for place in range(at, min(at + _UNDER, len(layout.starts))):
        text = _text(layout, place)
        if _SECTION.match(text):
            return False
        if _pointed(text, last):
            return True
    return False


def _text(layout: Layout, place: int) -> str:
    return layout.text[layout.starts[place] : layout.ends[place]].strip()
