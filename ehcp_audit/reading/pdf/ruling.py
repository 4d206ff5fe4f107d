"""Cells from ruling lines: pdfplumber's table algorithm over plain tuples.

The steps and tolerances are pdfplumber's (snap lines that are near, join those that touch, take crossings, find the
smallest rectangle at each): `tests/reading/test_pdf_parity.py` holds the two equal. Written again because importing
pdfplumber and its parser costs a self-check more time than reading the plan does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

NEAR = 3.0  # points

Rule = tuple[float, float, float]
"""A ruling line: its position (x of an upright one, y of a level one), where it starts and where it ends."""

Cell = tuple[float, float, float, float]
"""x0, top, x1, bottom."""

MOST_RULES = 4000  # a page with more is a drawing


def cells(upright: Sequence[Rule], level: Sequence[Rule]) -> list[Cell]:
    """Which cells do these lines enclose? In the order of their left upper corners, column by column."""
    if len(upright) > MOST_RULES or len(level) > MOST_RULES:
        return []
    uprights, levels = merged(upright), merged(level)
    crossings: dict[tuple[float, float], tuple[set[int], set[int]]] = {}
    for number, (x, top, bottom) in enumerate(uprights):
        for other, (y, left, right) in enumerate(levels):
            if top <= y + NEAR and bottom >= y - NEAR and left - NEAR <= x <= right + NEAR:
                through = crossings.setdefault((x, y), (set(), set()))
                through[0].add(number)
                through[1].add(other)
    by_x: dict[float, list[float]] = {}
    by_y: dict[float, list[float]] = {}
    for x, y in sorted(crossings):
        by_x.setdefault(x, []).append(y)
        by_y.setdefault(y, []).append(x)
    found = (_smallest(corner, crossings, by_x, by_y) for corner in sorted(crossings))
    return [cell for cell in found if cell is not None]


def tables(found: Iterable[Cell]) -> list[list[Cell]]:
    """Cells that share a corner stand in one table; tables in the order of their highest, then leftmost corner."""
    by_corner: dict[tuple[float, float], list[int]] = {}
    every = list(found)
    for number, (x0, top, x1, bottom) in enumerate(every):
        for corner in ((x0, top), (x0, bottom), (x1, top), (x1, bottom)):
            by_corner.setdefault(corner, []).append(number)
    group = [-1] * len(every)
    groups: list[list[Cell]] = []
    for start in range(len(every)):
        if group[start] >= 0:
            continue
        group[start] = len(groups)
        members, waiting = [], [start]
        while waiting:
            number = waiting.pop()
            members.append(every[number])
            x0, top, x1, bottom = every[number]
            for corner in ((x0, top), (x0, bottom), (x1, top), (x1, bottom)):
                for other in by_corner[corner]:
                    if group[other] < 0:
                        group[other] = len(groups)
                        waiting.append(other)
        groups.append(sorted(members, key=lambda cell: (cell[1], cell[0])))
    return sorted(groups, key=lambda members: min((top, x0) for x0, top, _, _ in members))


def merged(rules: Sequence[Rule]) -> list[Rule]:
    """Lines that are near one another at their common position; those that touch as one."""
    merged: list[Rule] = []
    for position, group in groupby(_snapped(rules), key=lambda rule: rule[0]):
        start = end = None
        for _, one_start, one_end in sorted(group, key=lambda rule: rule[1]):
            if start is not None and end is not None and one_start <= end + NEAR:
                end = max(end, one_end)
                continue
            if start is not None and end is not None:
                merged.append((position, start, end))
            start, end = one_start, one_end
        if start is not None and end is not None:
            merged.append((position, start, end))
    return merged


def _snapped(rules: Sequence[Rule]) -> list[Rule]:
    """Lines whose positions follow one another within reach move to their mean."""
    snapped: list[Rule] = []
    cluster: list[Rule] = []
    for rule in sorted(rules):
        if cluster and rule[0] - cluster[-1][0] > NEAR:
            snapped.extend(_at_mean(cluster))
            cluster = []
        cluster.append(rule)
    snapped.extend(_at_mean(cluster))
    return snapped


def _at_mean(cluster: list[Rule]) -> list[Rule]:
    if not cluster:
        return []
    mean = sum(rule[0] for rule in cluster) / len(cluster)
    return [(mean, start, end) for _, start, end in cluster]


def _smallest(
    corner: tuple[float, float],
    crossings: dict[tuple[float, float], tuple[set[int], set[int]]],
    by_x: dict[float, list[float]],
    by_y: dict[float, list[float]],
) -> Cell | None:
    """The smallest rectangle of lines whose left upper corner this crossing is."""
    x, y = corner
    uprights, levels = crossings[corner]
    column, row = by_x[x], by_y[y]
    belows = column[column.index(y) + 1 :]
    rights = row[row.index(x) + 1 :]
    for below in belows:
        under = crossings[x, below]
        if uprights.isdisjoint(under[0]):
            continue
        for right in rights:
            beside = crossings[right, y]
            if levels.isdisjoint(beside[1]):
                continue
            opposite = crossings.get((right, below))
            if opposite is not None and not (opposite[0].isdisjoint(beside[0]) or opposite[1].isdisjoint(under[1])):
                return (x, y, right, below)
    return None
