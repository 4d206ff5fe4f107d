"""Pages in two columns throughout: what stands in columns that the document has shown before is prose again.

A short section balanced over two columns has a few lines only, which tell little by themselves: "Monitoring of height,
weight and the | attention clinic". The longer sections before it have told where the columns are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ehcp_audit.reading.pdf.page import Piece

_NEAR = 3.0  # points that the sides of a column may be off
_LONGEST_PAUSE = 2.8  # of the size of letters, between lines of a column that runs on
_FEWEST_SHOWN = 8  # lines from which on a band of prose tells the columns


@dataclass(slots=True)
class Sides:
    """Two columns of prose: where each begins and ends."""

    left: float
    left_end: float
    right: float
    right_end: float

    def side_of(self, piece: Piece) -> int | None:
        """Which column holds the piece, 0 or 1?"""
        if self.left - _NEAR <= piece.x0 and piece.x1 <= self.left_end + _NEAR:
            return 0
        if self.right - _NEAR <= piece.x0 and piece.x1 <= self.right_end + _NEAR:
            return 1
        return None


def shown_by(sides: list[list[Piece]]) -> Sides | None:
    """The columns that a long band of prose shows."""
    if len(sides) != 2 or any(len(side) < _FEWEST_SHOWN for side in sides):
        return None
    (left, left_end), (right, right_end) = ((min(p.x0 for p in one), max(p.x1 for p in one)) for one in sides)
    return Sides(left, left_end, right, right_end)


def band(rows: list[list[list[Piece]]], start: int, sides: Sides) -> int:
    """How far down from here do the lines stand in the two columns, both of which begin here? Nowhere: the same line.

    A line set larger than the one below or above it ends them, as the next heading does.
    """
    at = start
    base = rows[start][0][0].base
    firsts: list[tuple[int, Piece]] = []
    to_the_foot = False
    while at < len(rows):
        pieces = [piece for group in rows[at] for piece in group]
        first = pieces[0]
        held = [sides.side_of(piece) for piece in pieces]
        if None in held or first.base - base > 4.0 * first.size:
            break
        if len(rows[at]) == 1 and not to_the_foot and _is_larger(rows, at) and not _flows_past(rows, at, sides):
            to_the_foot = _ends_the_left(rows[at:], sides)
            if not to_the_foot:
                break
        firsts += [(side, piece) for side, piece in zip(held, pieces, strict=True) if side is not None]
        base = first.base
        at += 1
    begin = dict(reversed(firsts))
    if set(begin) != {0, 1} or abs(begin[0].base - begin[1].base) > 1.2 * begin[0].size:
        return start
    if abs(begin[0].x0 - sides.left) > _NEAR or abs(begin[1].x0 - sides.right) > _NEAR:
        return start
    return at


def _is_larger(rows: list[list[list[Piece]]], at: int) -> bool:
    size = rows[at][0][0].size
    beside = [rows[other][0][0].size for other in (at - 1, at + 1) if 0 <= other < len(rows)]
    return any(size >= 1.12 * other for other in beside)


def _flows_past(rows: list[list[list[Piece]]], at: int, sides: Sides) -> bool:
    """Do the lines of the other column run on beside this one, as they do beside a heading within a column?"""
    heading = rows[at][0][0]
    other = 1 - (sides.side_of(heading) or 0)
    above = _next_in(reversed(rows[:at]), other, sides)
    below = _next_in(rows[at + 1 :], other, sides)
    return above is not None and below is not None and below.base - above.base < _LONGEST_PAUSE * below.size


def _ends_the_left(rest: list[list[list[Piece]]], sides: Sides) -> bool:
    """Are these lines, down to the foot of the page, the end of the left column, the right one being shorter?

    They are where lines break off at that column's end and go on in the next: text across the page would run further.
    """
    if any(sides.side_of(piece) != 0 for row in rest for group in row for piece in group):
        return False
    full = sides.left_end - 0.25 * (sides.left_end - sides.left)
    return any(line[-1][-1].x1 > full and after[0][0].text[:1].islower() for line, after in pairwise(rest))


def _next_in(rows: Iterable[list[list[Piece]]], side: int, sides: Sides) -> Piece | None:
    return next((piece for row in rows for group in row for piece in group if sides.side_of(piece) == side), None)
