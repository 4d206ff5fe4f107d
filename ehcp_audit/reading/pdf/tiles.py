"""Boxes of colour that stand beside one another with a little room between them: the cells of a table."""

from __future__ import annotations

from itertools import pairwise

from ehcp_audit.reading.pdf.page import PageRead, Piece, RuledTable
from ehcp_audit.reading.pdf.ruling import Cell

_SAME = 1.5  # points that the edges of one row may differ by
_NARROWEST, _LOWEST = 60.0, 14.0
_WIDEST_GAP, _HIGHEST_GAP = 45.0, 30.0
_MOST_BESIDE, _MOST = 6, 400
_WIDTH = 0.4  # of the page, which a row of them takes at least

Row = list[Cell]


def lay(read: PageRead) -> None:
    """Add the tables whose cells are boxes of colour with room between them to the page's tables."""
    boxes = [(x0, top, x1, bottom) for x0, top, x1, bottom, _ in [*read.fills, *read.shapes]]
    boxes = [box for box in boxes if box[2] - box[0] >= _NARROWEST and box[3] - box[1] >= _LOWEST]
    if not 2 <= len(boxes) <= _MOST:
        return
    found: list[list[Row]] = []
    for row in _rows(sorted(set(boxes), key=lambda box: (box[1], box[0]))):
        if not _holds_words(read, row) or any(_within(row, table) for table in read.tables):
            continue
        if found and _goes_on(found[-1][-1], row, read.pieces):
            found[-1].append(row)
        else:
            found.append([row])
    read.tables.extend(RuledTable(_closed(rows)) for rows in found)


def _rows(boxes: Row) -> list[Row]:
    """The boxes that begin and end at the same heights, from left to right, where they stand side by side."""
    together: list[Row] = []
    for box in boxes:
        for row in together[-4:]:
            if abs(row[0][1] - box[1]) <= _SAME and abs(row[0][3] - box[3]) <= _SAME:
                row.append(box)
                break
        else:
            together.append([box])
    found = []
    for row in together:
        row.sort()
        beside = 1 < len(row) <= _MOST_BESIDE
        if beside and all(0.5 < right[0] - left[2] <= _WIDEST_GAP for left, right in pairwise(row)):
            found.append(row)
    return found


def _holds_words(read: PageRead, row: Row) -> bool:
    """Do words stand in two of the boxes at least, and none across the room between them?"""
    if row[-1][2] - row[0][0] < _WIDTH * read.width:
        return False
    top, bottom = row[0][1], row[0][3]
    full: set[int] = set()
    for piece in read.pieces:
        if top <= piece.base - 0.3 * piece.size <= bottom and piece.x1 > row[0][0] and piece.x0 < row[-1][2]:
            at = next((n for n, box in enumerate(row) if box[0] - 1 <= piece.x0 and piece.x1 <= box[2] + 1), None)
            if at is None:
                return False
            full.add(at)
    return len(full) > 1


def _within(row: Row, table: RuledTable) -> bool:
    return row[0][1] < table.bottom - 1 and row[0][3] > table.top + 1 and row[0][0] < table.x1 and row[-1][2] > table.x0


def _goes_on(above: Row, below: Row, pieces: list[Piece]) -> bool:
    """Does a row stand right under another, on the same columns, with no words between them?"""
    if len(above) != len(below) or not -1 <= below[0][1] - above[0][3] <= _HIGHEST_GAP:
        return False
    if any(abs(one[0] - other[0]) > 3 or abs(one[2] - other[2]) > 3 for one, other in zip(above, below, strict=True)):
        return False
    return not any(above[0][3] < piece.base - 0.3 * piece.size < below[0][1] for piece in pieces)


def _closed(rows: list[Row]) -> list[Cell]:
    """The boxes as cells that touch."""
    first = rows[0]
    sides = [first[0][0], *((left[2] + right[0]) / 2 for left, right in pairwise(first)), first[-1][2]]
    heights = [first[0][1], *((above[0][3] + below[0][1]) / 2 for above, below in pairwise(rows)), rows[-1][0][3]]
    return [(x0, top, x1, bottom) for top, bottom in pairwise(heights) for x0, x1 in pairwise(sides)]
