"""Cards: boxes side by side with room between them, each with a section's letter and title at its head.

They are no row of a table: each is read whole, from the left to the right.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ehcp_audit.reading.pdf.page import PageRead, Piece, RuledTable
from ehcp_audit.reading.pdf.ruling import Cell

_NARROWEST, _LOWEST = 60.0, 24.0
_WIDEST_GAP = 45.0
_SAME = 1.5  # points that the tops of one row may differ by
_MOST_BESIDE, _MOST = 6, 300
_HANGS = 1.0  # points that words may stand out of their box
_LABEL = re.compile(
    r"(?:(?:Section|SECTION|Part|PART)\s)?[\[(]?(?:[A-K]|H ?[12]|H ?\(?i{1,2}\)?)[\])]?(?:\s?[:.–—-])?(?:\s|$)"
)
_LONGEST_HEAD = 90


def lay(read: PageRead) -> None:
    """Add each card of the page to its tables, as one of a single cell."""
    boxes = {*read.frames, *((x0, top, x1, bottom) for x0, top, x1, bottom, _ in [*read.fills, *read.shapes])}
    large = sorted(
        (box for box in boxes if box[2] - box[0] >= _NARROWEST and box[3] - box[1] >= _LOWEST), key=lambda box: box[1]
    )
    if not 2 <= len(large) <= _MOST:
        return
    for row in _rows(large):
        held = _held(read, row)
        if held is not None and all(_has_head(words) for words in held):
            _put(read, row)


def _rows(boxes: list[Cell]) -> list[list[Cell]]:
    """The boxes that begin at one height, from left to right, with a little room between each two."""
    together: list[list[Cell]] = []
    for box in boxes:
        if together and box[1] - together[-1][0][1] <= _SAME:
            together[-1].append(box)
        else:
            together.append([box])
    found: list[list[Cell]] = []
    for several in together:
        row: list[Cell] = []
        for box in sorted(several):
            if not row or box[0] - row[-1][2] > -_HANGS:
                row.append(box)
            elif box[2] - box[0] > row[-1][2] - row[-1][0]:
                row[-1] = box  # the same box drawn twice, once for its filling
        if 1 < len(row) <= _MOST_BESIDE and all(0.5 < one[0] - last[2] <= _WIDEST_GAP for last, one in pairwise(row)):
            found.append(row)
    return found


def _held(read: PageRead, row: list[Cell]) -> list[list[Piece]] | None:
    """The words of each box; None where words run over the side of one."""
    held: list[list[Piece]] = [[] for _ in row]
    for piece in read.pieces:
        y = piece.base - 0.3 * piece.size
        for number, (x0, top, x1, bottom) in enumerate(row):
            if not top <= y <= bottom or piece.x1 <= x0 or piece.x0 >= x1:
                continue
            if piece.x0 < x0 - _HANGS or piece.x1 > x1 + _HANGS:
                return None
            held[number].append(piece)
    return held


def _has_head(words: list[Piece]) -> bool:
    """Does a section's label stand first, with words after it on its line, and others under it?"""
    if not words:
        return False
    first = min(words, key=lambda piece: (round(piece.base), piece.x0))
    line = sorted((piece for piece in words if abs(piece.base - first.base) < 0.6 * piece.size), key=lambda one: one.x0)
    text = " ".join(piece.text for piece in line)
    return len(text) <= _LONGEST_HEAD and _LABEL.match(text) is not None and len(line) < len(words)


def _put(read: PageRead, row: list[Cell]) -> None:
    left, right = row[0][0], row[-1][2]
    top, bottom = min(box[1] for box in row), max(box[3] for box in row)
    kept = []
    for table in read.tables:
        beside = table.x1 < left or table.x0 > right or table.bottom < top or table.top > bottom
        whole = any(
            x0 - 3 <= table.x0 and table.x1 <= x1 + 3 and high - 3 <= table.top and table.bottom <= low + 3
            for x0, high, x1, low in row
        )
        if beside or (whole and len(table.cells) > 1):
            kept.append(table)
    # they follow one another, though they begin at one height
    cards = [RuledTable([(x0, top + 0.01 * number, x1, low)]) for number, (x0, _, x1, low) in enumerate(row)]
    read.tables = [*kept, *cards]
