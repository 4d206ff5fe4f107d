"""Tables that are ruled between their rows only: stripes of shade or level lines, with white space between columns."""

from __future__ import annotations

from itertools import pairwise

from ehcp_audit.reading.pdf.gutters import narrowed, spaces
from ehcp_audit.reading.pdf.lines import lines_in_groups
from ehcp_audit.reading.pdf.page import Piece, RuledTable

_FEWEST = 3  # rows with words in more than one column


def divide(table: RuledTable, pieces: list[Piece]) -> RuledTable:
    """The table with its rows cut into columns, where the same white space parts the words of row after row.

    Only a table of one column is looked at. The pieces are told their new cells. The table itself where nothing parts
    its rows.
    """
    cells = table.cells
    if len(cells) < _FEWEST or len({(round(cell[0]), round(cell[2])) for cell in cells}) > 1:
        return table
    held: dict[int, list[Piece]] = {}
    for piece in pieces:
        held.setdefault(piece.cell, []).append(piece)
    lines = [lines_in_groups(held.get(number, [])) for number in range(len(cells))]
    first, last, gutters = _longest(lines)
    if not gutters:
        return table
    middles = [(left + right) / 2 for left, right in gutters]
    divided = RuledTable(
        [
            part
            for number, cell in enumerate(cells)
            for part in (_cut(cell, middles) if first <= number <= last else [cell])
        ]
    )
    for piece in pieces:
        if piece.cell >= 0:
            top = cells[piece.cell][1]
            at = divided.cell_at((piece.x0 + piece.x1) / 2, top + 0.1)
            piece.cell = at if at >= 0 else divided.nearest((piece.x0 + piece.x1) / 2, top + 0.1)
    return divided


def _cut(cell: tuple[float, float, float, float], middles: list[float]) -> list[tuple[float, float, float, float]]:
    x0, top, x1, bottom = cell
    edges = [x0, *[middle for middle in middles if x0 < middle < x1], x1]
    return [(left, top, right, bottom) for left, right in pairwise(edges)]


def _longest(rows: list[list[list[list[Piece]]]]) -> tuple[int, int, list[tuple[float, float]]]:
    """The longest run of rows that the same gutters part: its first and last row, and the gutters."""
    best: tuple[int, int, list[tuple[float, float]]] = (0, -1, [])
    for start, lines in enumerate(rows):
        parted = next((line for line in lines if len(line) > 1), None)
        if parted is None or start <= best[1]:
            continue
        gutters = spaces(parted)
        last, several = start - 1, 0
        for number in range(start, len(rows)):
            within = gutters
            for line in rows[number]:
                within = narrowed(within, line) if within else []
            if len(within) < len(gutters) and number > start:
                break
            if not within or not any(len(line) > 1 for line in rows[number]):
                break
            gutters, last, several = within, number, several + 1
        if several >= _FEWEST and last - start > best[1] - best[0]:
            best = (start, last, gutters)
    return best
