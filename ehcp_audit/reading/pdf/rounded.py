"""Frames with rounded corners: their lines stop short of the corners, and the cells there stay open.

The first or last row of such a table lacks the cells at its ends, though its other lines are drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

from ehcp_audit.reading.pdf.ruling import NEAR, Cell, Rule

_ROUND = 16.0  # points that a corner may take
_MOST = 0.7  # of a side that must be drawn


def closed(cells: list[Cell], upright: Sequence[Rule], level: Sequence[Rule]) -> list[Cell]:
    """The cells of one table, with those at its rounded corners."""
    left, right = min(cell[0] for cell in cells), max(cell[2] for cell in cells)
    found = list(cells)
    for last in (False, True):
        edge = max(cell[3] for cell in cells) if last else min(cell[1] for cell in cells)
        row = sorted(cell for cell in cells if abs((cell[3] if last else cell[1]) - edge) < NEAR)
        low, high = (row[0][1], row[0][3]) if row else (0.0, 0.0)
        if any(abs(cell[1] - low) > NEAR or abs(cell[3] - high) > NEAR for cell in row):
            continue
        for start, end in ((left, row[0][0]), (row[-1][2], right)):
            if end - start <= _ROUND:
                continue  # the row ends where the table does
            sides = (start, end) if start == left else (end,)
            drawn = all(_covers(upright, x, low, high) for x in sides if x in (left, right))
            outer = left if start == left else right
            short = _stops_short(upright, outer, edge, low, high) or _stops_short(level, edge, outer, start, end)
            if drawn and short and _covers(level, edge, start, end):
                found.append((start, low, end, high))
    return found


def _stops_short(rules: Sequence[Rule], at: float, corner: float, start: float, end: float) -> bool:
    """Do the lines of a side all end some points before the corner, as they do before a round one?"""
    ends = [
        tip
        for place, one, other in rules
        if abs(place - at) <= NEAR and one < end and other > start
        for tip in (one, other)
    ]
    return bool(ends) and NEAR < min(abs(tip - corner) for tip in ends) < _ROUND


def _covers(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    """Is most of this side drawn, all but a rounded corner at either end?"""
    drawn = [
        (max(one, start), min(other, end))
        for place, one, other in rules
        if abs(place - at) <= NEAR and one < end and other > start
    ]
    if not drawn or end - start < NEAR:
        return False
    first, last = min(one for one, _ in drawn), max(other for _, other in drawn)
    return first - start < _ROUND and end - last < _ROUND and last - first > _MOST * (end - start)
