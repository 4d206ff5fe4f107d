"""Pages whose text stands in two columns, with tables inside them: each column is read as a page of its own.

Prose in columns is told by its lines (gutters.py). A ruled table within one column parts what stands at its height,
the lines of the other column too; so where such tables stand beside text, the columns are parted first. What runs over
both, as a title or a table of facts does, is read before them or after.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from ehcp_audit.model import Stretch
from ehcp_audit.reading.pdf.lines import is_marker, lines_in_groups
from ehcp_audit.reading.pdf.page import PageRead, RuledTable, by_shape
from ehcp_audit.reading.pdf.sides import Sides
from ehcp_audit.reading.pdf.spread import HANGS, Band, Thing, bands, tell

_MIDDLE = (0.35, 0.68)  # shares of the page's width between which a right column begins
_FEWEST = 5  # lines that begin at its edge
_MOST_EDGES = 3  # places that may be its edge
_NEAR = 2.0  # points from the end of a column to that of a line that fills it
_SPREAD = 3.0  # of the size of letters: the widest space between words
_FEWEST_PIECES = 12  # of a page that may tell

Part = tuple[PageRead, float]
"""What is read as a page, and how far it was moved to the left."""


@dataclass(slots=True)
class Columned:
    """The pages as they are read, and where each of them comes from."""

    pages: list[PageRead]
    sources: dict[int, tuple[int, float]]  # by number: the page of the document, and how far it was moved to the left
    shown: list[Sides]

    def back(self, stretches: Iterable[Stretch]) -> list[Stretch]:
        """The stretches with the page and the place that they have in the document."""
        return [one if one.page is None else _moved_back(one, *self.sources[one.page]) for one in stretches]


def _moved_back(one: Stretch, page: int, by: float) -> Stretch:
    box = one.box and (round(one.box[0] + by, 1), one.box[1], round(one.box[2] + by, 1), one.box[3])
    return replace(one, page=page, box=box)


def parted(pages: list[PageRead]) -> Columned | None:
    """The columns of these pages as pages; None where no tables stand within columns."""
    found: dict[int, list[Part]] = {}
    shown: list[Sides] = []
    for alike in by_shape(pages):
        telling = [page for page in alike if _may_tell(page)]
        for edge in _right_edges(alike) if telling else ():
            if not tell(band for page in telling for band in bands(page, edge)):
                continue
            cut = {page.number: (page, bands(page, edge)) for page in alike if page.pieces and not page.failed}
            sides = _sides([band for _, several in cut.values() for band in several if band.columns], edge)
            found |= {number: _parts(page, several, sides) for number, (page, several) in cut.items()}
            shown.append(sides)
            break
    if not found:
        return None
    parts: list[PageRead] = []
    sources: dict[int, tuple[int, float]] = {}
    for page in pages:
        for part, by in found.get(page.number, [(page, 0.0)]):
            parts.append(replace(part, number=len(parts) + 1))
            sources[len(parts)] = (page.number, by)
    return Columned(parts, sources, shown)


def _may_tell(page: PageRead) -> bool:
    """Is there a table within one half of the page, or do many lines begin in its middle?"""
    if page.failed or len(page.pieces) < _FEWEST_PIECES:
        return False
    low, high = (share * page.width for share in _MIDDLE)
    if any(table.x1 < high or table.x0 > low for table in page.tables):
        return True
    return sum([low < piece.x0 < high and piece.table < 0 for piece in page.pieces]) >= _FEWEST_PIECES


def _right_edges(pages: list[PageRead]) -> list[float]:
    """Where lines in the middle of these pages begin again and again: a right column may begin there.

    The words in the first cells of a table begin where the lines of its column do.
    """
    lefts: Counter[int] = Counter()
    for page in pages:
        low, high = (share * page.width for share in _MIDDLE)
        for piece in page.pieces:
            if low < piece.x0 < high and (piece.table < 0 or page.tables[piece.table].x0 > piece.x0 - HANGS):
                lefts[round(piece.x0)] += 1
    often = {left: times + lefts[left - 1] + lefts[left + 1] for left, times in lefts.items()}
    peaks = [left for left in often if often[left] >= _FEWEST and lefts[left - 1] < lefts[left] >= lefts[left + 1]]
    return sorted(float(left) for left in sorted(peaks, key=lambda left: (-often[left], left))[:_MOST_EDGES])


def _sides(columns: list[Band], edge: float) -> Sides:
    """Where the two columns begin and end, as their lines show; tables may hang out of them."""
    left = [thing for band in columns for thing in band.left]
    right = [thing for band in columns for thing in band.right]
    one = [thing for thing in left if not thing.tables] or left
    other = [thing for thing in right if not thing.tables] or right
    return Sides(min(thing.x0 for thing in one), max(thing.x1 for thing in one), edge, max(thing.x1 for thing in other))


def _parts(page: PageRead, several: list[Band], sides: Sides) -> list[Part]:
    """What stands over both columns, and each column; the page as it is where nothing stands in columns."""
    if not any(band.columns for band in several):
        return [(page, 0.0)]
    by = sides.right - sides.left
    width = sides.left + max(sides.left_end, sides.right_end - by)
    found: list[Part] = []
    for band in several:
        if band.columns:
            _close_up(band.left, sides.left_end)
            _close_up(band.right, sides.right_end)
            found += [(_part(page, band.left, 0.0, width), 0.0), (_part(page, band.right, by, width), by)]
        else:
            found.append((_part(page, [*band.left, *band.right], 0.0, page.width), 0.0))
    return found


def _close_up(things: list[Thing], end: float) -> None:
    """Words that are spread to fill a line of a narrow column stand together, and are no columns themselves."""
    for groups in lines_in_groups([thing.pieces[0] for thing in things if not thing.tables]):
        line = [piece for group in groups for piece in group]
        if len(groups) > 1 and abs(line[-1].x1 - end) < _NEAR:
            for one, other in pairwise(line):
                if other.x0 - one.x1 < _SPREAD * one.size and not is_marker(one):
                    one.x1 = max(one.x1, other.x0 - 1.0)


def _part(page: PageRead, things: list[Thing], by: float, width: float) -> PageRead:
    """A page with these things on it and no others, moved to the left."""
    pieces = [piece for thing in things for piece in thing.pieces]
    kept = {id(table) for thing in things for table in thing.tables}
    number = {-1: -1}
    tables: list[RuledTable] = []
    for at, table in enumerate(page.tables):
        if id(table) in kept:
            number[at] = len(tables)
            tables.append(RuledTable([(x0 - by, top, x1 - by, low) for x0, top, x1, low in table.cells]))
    for piece in pieces:
        piece.table = number[piece.table]
        piece.x0, piece.x1 = piece.x0 - by, piece.x1 - by
    top, bottom = min(thing.top for thing in things), max(thing.bottom for thing in things)
    left, right = min(thing.x0 for thing in things), max(thing.x1 for thing in things)
    thin = [
        (y, x0 - by, x1 - by)
        for y, x0, x1 in page.thin
        if top <= y <= bottom and left - HANGS <= x0 and x1 <= right + HANGS
    ]
    return replace(page, width=width, pieces=pieces, tables=tables, thin=thin)
