"""Cells from ruling lines: pdfplumber's table algorithm over plain tuples.

The steps and tolerances are pdfplumber's (snap lines that are near, join those that touch, take crossings, find the
smallest rectangle at each): `tests/reading/test_pdf_parity.py` holds the two equal. Written again because importing
pdfplumber and its parser costs a self-check more time than reading the plan does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter

NEAR = 3.0  # points

Rule = tuple[float, float, float]
"""A ruling line: its position (x of an upright one, y of a level one), where it starts and where it ends."""

Cell = tuple[float, float, float, float]
"""x0, top, x1, bottom."""

_span = itemgetter(1, 2)
_corner = itemgetter(1, 0)
_FEWEST_NESTED = 3  # cells: one around two
_MOST_AROUND = 4  # cells of a table that may hold tables
MOST_RULES = 4000  # a page with more is a drawing


def cells(upright: Sequence[Rule], level: Sequence[Rule]) -> list[Cell]:
    """Which cells do these lines enclose? In the order of their left upper corners, column by column."""
    if len(upright) > MOST_RULES or len(level) > MOST_RULES or not upright or not level:
        return []
    return enclosed(merged(upright), merged(level))


def enclosed(uprights: list[Rule], levels: list[Rule]) -> list[Cell]:
    """The same, of lines that have been merged."""
    heights = [rule[0] for rule in levels]
    crossings: dict[tuple[float, float], tuple[int, int]] = {}  # which lines go through: a bit for each
    for number, (x, top, bottom) in enumerate(uprights):
        for other in range(bisect_left(heights, top - NEAR), bisect_right(heights, bottom + NEAR)):
            y, left, right = levels[other]
            if left - NEAR <= x <= right + NEAR:
                down, across = crossings.get((x, y), (0, 0))
                crossings[x, y] = down | 1 << number, across | 1 << other
    by_x: dict[float, list[float]] = {}
    by_y: dict[float, list[float]] = {}
    corners = sorted(crossings)
    for x, y in corners:
        by_x.setdefault(x, []).append(y)
        by_y.setdefault(y, []).append(x)
    found = (_smallest(corner, crossings, by_x, by_y) for corner in corners)
    return [cell for cell in found if cell is not None]


def tables(found: Iterable[Cell]) -> list[list[Cell]]:
    """Cells that share a corner stand in one table; tables in the order of their highest, then leftmost corner."""
    table_of: dict[tuple[float, float], list[Cell]] = {}  # the cells that are joined to a corner, as far as is known
    for cell in found:
        x0, top, x1, bottom = cell
        corners = ((x0, top), (x0, bottom), (x1, top), (x1, bottom))
        members: list[Cell] | None = None
        for corner in corners:
            other = table_of.get(corner)
            if other is None or other is members:
                continue
            if members is None:
                members = other
                continue
            if len(other) > len(members):
                members, other = other, members
            members += other
            for x0, top, x1, bottom in other:
                for moved in ((x0, top), (x0, bottom), (x1, top), (x1, bottom)):
                    table_of[moved] = members
        if members is None:
            members = []
        members.append(cell)
        for corner in corners:
            table_of[corner] = members
    groups = {id(members): members for members in table_of.values()}  # each table once, not once a corner
    in_order = [sorted(members, key=_corner) for members in groups.values()]
    return sorted(in_order, key=lambda members: _corner(members[0]))


def within_one_another(members: list[Cell]) -> list[list[Cell]]:
    """The cells of one table; those that stand inside a cell of it are tables of their own.

    A table in a cell whose borders it touches shares corners with the cell's table, which is thereby one with it.
    """
    if len(members) < _FEWEST_NESTED:
        return [members]
    largest = sorted(members, key=lambda cell: (cell[2] - cell[0]) * (cell[3] - cell[1]))[-_MOST_AROUND:]
    inside: list[Cell] = []
    for around in largest:
        x0, top, x1, bottom = around
        held = [
            cell
            for cell in members
            if cell is not around and x0 <= cell[0] and top <= cell[1] and cell[2] <= x1 and cell[3] <= bottom
        ]
        inside += held if len(held) > 1 else []
    if not inside:
        return [members]
    nested = set(inside)
    return [[cell for cell in members if cell not in nested], *tables(sorted(nested))]


def merged(rules: Sequence[Rule]) -> list[Rule]:
    """Lines that are near one another at their common position; those that touch as one."""
    found: list[Rule] = []
    cluster: list[Rule] = []
    at = 0.0  # where the last of them stands
    for rule in sorted(rules):
        if rule[0] - at > NEAR and cluster:
            _join(cluster, found)
            cluster = []
        cluster.append(rule)
        at = rule[0]
    if cluster:
        _join(cluster, found)
    return found


def _join(cluster: list[Rule], found: list[Rule]) -> None:
    """Lines that follow one another within reach move to their mean; there, those that touch are one."""
    if len(cluster) == 1:
        found.append(cluster[0])
        return
    mean = sum([rule[0] for rule in cluster]) / len(cluster)
    if cluster[0][0] != cluster[-1][0]:
        cluster.sort(key=_span)
    _, start, end = cluster[0]
    for _, one_start, one_end in cluster:
        if one_start <= end + NEAR:
            if one_end > end:
                end = one_end
        else:
            found.append((mean, start, end))
            start, end = one_start, one_end
    found.append((mean, start, end))


def _smallest(
    corner: tuple[float, float],
    crossings: dict[tuple[float, float], tuple[int, int]],
    by_x: dict[float, list[float]],
    by_y: dict[float, list[float]],
) -> Cell | None:
    """The smallest rectangle of lines whose left upper corner this crossing is."""
    x, y = corner
    uprights, levels = crossings[corner]
    column, row = by_x[x], by_y[y]
    first = bisect_right(row, x)
    if first == len(row):
        return None
    for below in column[bisect_right(column, y) :]:
        under = crossings[x, below]
        if not uprights & under[0]:
            continue
        for right in row[first:]:
            beside = crossings[right, y]
            if not levels & beside[1]:
                continue
            opposite = crossings.get((right, below))
            if opposite is not None and opposite[0] & beside[0] and opposite[1] & under[1]:
                return (x, y, right, below)
    return None
