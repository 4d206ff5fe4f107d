"""Columns without lines between them: pages in two columns, and tables that only white space rules.

A gutter is white space that several lines in a row keep clear at the same place. What stands to its left and right
is a table when its rows begin together, and two columns of prose when each side runs on by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from ehcp_audit.reading.pdf.breaking import Column
from ehcp_audit.reading.pdf.headed import Line, headed
from ehcp_audit.reading.pdf.lines import NARROWEST, is_marker, lines_in_groups
from ehcp_audit.reading.pdf.page import Piece
from ehcp_audit.reading.pdf.prose import is_prose, runs_on
from ehcp_audit.reading.pdf.sides import Sides, shown_by
from ehcp_audit.reading.pdf.sides import band as sides_band

_TIGHTEST = 4.0  # of a gutter that is known from other lines
_LONGEST_REST = 12  # lines of one cell that go on overleaf
_FEWEST = 2  # lines with words on both sides


@dataclass(slots=True)
class Run:
    """Text in one column. `beside`: it follows another column that stands to its left."""

    pieces: list[Piece]
    column: Column
    beside: bool = False


@dataclass(slots=True)
class Grid:
    """A table without lines: its rows, each with the pieces of its columns."""

    pieces: list[Piece]
    column: Column
    gutters: list[float]
    rows: list[list[list[Piece]]]
    rights: list[float]
    beside: bool = field(default=False)


Part = Run | Grid


def parts(
    pieces: list[Piece],
    column: Column,
    above: list[tuple[float, float]] | None = None,
    shown: list[Sides] | None = None,
) -> list[Part]:
    """What stands outside tables, in reading order.

    `above`: the columns (left and right) of a table without lines that ended the page before, which may go on here.
    `shown`: the columns of prose that the document has shown so far; further ones are added.
    """
    shown = [] if shown is None else shown
    rows = lines_in_groups(pieces)
    rest = _lines_of(rows, above) if above else 0
    if rest:
        gutters = [(left[1], right[0]) for left, right in pairwise(above or ())]
        others = [piece for row in rows[rest:] for group in row for piece in group]
        return [*_in_band(rows[:rest], gutters, column), *(parts(others, column, None, shown) if others else [])]
    if not shown and sum(1 for row in rows if len(row) > 1) < _FEWEST and not _is_header(rows[-1]):
        return [Run(pieces, column)]
    found: list[Part] = []
    waiting: list[Piece] = []
    at = 0
    while at < len(rows):
        band, gutters = _band(rows, at)
        inside = _in_band(rows[at:band], gutters, column) if band > at else []
        if not _are_columns(inside):
            known = _as_shown(rows, at, shown, column) if shown else None
            band, inside = known or (band, inside)
        elif (sides := shown_by([part.pieces for part in inside])) is not None and sides not in shown:
            shown.append(sides)
        if band == at:
            waiting.extend(piece for group in rows[at] for piece in group)
            at += 1
            continue
        if waiting:
            found.append(Run(waiting, column))
            waiting = []
        found.extend(inside)
        at = band
    foot = rows[-1] if at == len(rows) and waiting and _is_header(rows[-1]) else []
    if foot:
        last = {id(piece) for group in foot for piece in group}
        waiting = [piece for piece in waiting if id(piece) not in last]
    if waiting:
        found.append(Run(waiting, _narrow(waiting, shown, column)))
    if foot:
        found.extend(_in_band([foot], spaces(foot), column))
    return found


def runs_down(table: Grid) -> bool:
    """Do both columns of a table without lines hold line after full line, as columns of prose do?"""
    sides = [[piece for row in table.rows for piece in row[at]] for at in range(len(table.rights))]
    return len(sides) == 2 and all(
        side and runs_on(side, right) for side, right in zip(sides, table.rights, strict=True)
    )


def _narrow(pieces: list[Piece], shown: list[Sides], column: Column) -> Column:
    """The left one of the columns that the document has shown, where all the text at a page's end stands in it."""
    for sides in shown:
        full = sum(1 for piece in pieces if piece.x1 > sides.left_end - 0.25 * (sides.left_end - sides.left))
        if full > 1 and all(sides.side_of(piece) == 0 for piece in pieces):
            return Column(sides.left, sides.left_end, column.page)
    return column


def _as_shown(
    rows: list[list[list[Piece]]], start: int, shown: list[Sides], column: Column
) -> tuple[int, list[Part]] | None:
    """How far down from here do lines stand in columns of prose that the document has shown, and the two columns."""
    for sides in shown:
        past = sides_band(rows, start, sides)
        if past > start:
            held: tuple[list[Piece], list[Piece]] = ([], [])
            for piece in (piece for row in rows[start:past] for group in row for piece in group):
                held[sides.side_of(piece) or 0].append(piece)
            left = Run(held[0], Column(sides.left, sides.left_end, column.page))
            return past, [left, Run(held[1], Column(sides.right, sides.right_end, column.page), beside=True)]
    return None


def _are_columns(inside: list[Part]) -> bool:
    return len(inside) > 1 and isinstance(inside[1], Run) and inside[1].beside


def _lines_of(rows: list[list[list[Piece]]], columns: list[tuple[float, float]]) -> int:
    """How many lines from the top stand in these columns? None unless one of them has words in several."""
    last = 0
    for number, row in enumerate(rows):
        first = row[0][0]
        far = number > 0 and first.base - rows[number - 1][0][0].base > 3.0 * first.size
        if far or (len(row) == 1 and first.bold) or not all(_stands_in(group, columns) for group in row):
            break
        last = number + 1 if len(row) > 1 or last else last
        if len(row) == 1 and not last and number > _LONGEST_REST:
            break
    several = [number for number in range(last) if len(rows[number]) > 1]
    return last if several else 0


def _stands_in(group: list[Piece], columns: list[tuple[float, float]]) -> bool:
    """Does a group of words begin where a column does, and end within it?"""
    return any(abs(group[0].x0 - left) < 4.0 and group[-1].x1 <= right + 1 for left, right in columns)


def _is_header(row: list[list[Piece]]) -> bool:
    """Does the last line look like a table's header, whose rows may stand overleaf: three names or more, in bold?"""
    return len(row) > 2 and all(piece.bold for group in row for piece in group) and not is_marker(row[0][0])


def _crosses(group: list[Piece], gutters: list[tuple[float, float]]) -> bool:
    return group[-1].x1 > gutters[0][0] + 1 and group[0].x0 < gutters[-1][1] - 1


def _band(rows: list[list[list[Piece]]], start: int) -> tuple[int, list[tuple[float, float]]]:
    """How far down from here does a gutter stay clear, and where is it? Nowhere: the same line again."""
    if len(rows[start]) < 2:
        if _is_heading(rows, start):
            return start, []
        # a column may begin before its neighbour: look whether the lines that follow part it from the other
        ahead = _ahead(rows, start)
        if not ahead or _crosses(rows[start][0], ahead):
            return start, []
        gutters = ahead
    else:
        gutters = spaces(rows[start])
    at, last, lines = start, start, 0
    base = rows[start][0][0].base
    while at < len(rows):
        row = rows[at]
        first = row[0][0]
        if first.base - base > 4.0 * first.size or (at > start and _is_heading(rows, at)):
            break
        clear = narrowed(gutters, row)
        if not clear or (len(clear) < len(gutters) and len(row) == 1 and lines >= _FEWEST):
            break  # a line over the columns, as the next heading is
        gutters, base = clear, first.base
        if len(row) > 1:
            lines += 1
        at += 1
        last = at
    if lines < _FEWEST or _is_contents(rows[start:last], gutters):
        return start, []
    return last, gutters


def _is_heading(rows: list[list[list[Piece]]], at: int) -> bool:
    """Is this one line over all columns: larger than those around it, with nothing beside it and room about it?"""
    first = rows[at][0][0]
    above = rows[at - 1][0][0] if at else None
    below = rows[at + 1][0][0] if at + 1 < len(rows) else None
    if len(rows[at]) > 1 or (above is None and below is None):
        return False
    if below is not None and (first.size < 1.12 * below.size or below.base - first.base < 1.2 * first.size):
        return False
    if below is None and above is not None and first.size < 1.12 * above.size:
        return False
    return above is None or first.base - above.base > 1.6 * first.size


def _ahead(rows: list[list[list[Piece]]], start: int) -> list[tuple[float, float]]:
    """The gutters of the first of the next lines that has any; two lines of two columns may stand a hair apart."""
    for row in rows[start : start + 4]:
        if len(row) > 1:
            return spaces(row)
    for above, below in pairwise(rows[start : start + 4]):
        one, other = sorted((above[0], below[0]), key=lambda group: group[0].x0)
        near = below[0][0].base - above[0][0].base < 0.8 * min(below[0][0].size, above[0][0].size)
        if near and other[0].x0 - one[-1].x1 >= NARROWEST:
            return [(one[-1].x1, other[0].x0)]
    return []


def spaces(row: list[list[Piece]]) -> list[tuple[float, float]]:
    """The white space between the groups of one line."""
    return [(left[-1].x1, right[0].x0) for left, right in pairwise(row)]


def narrowed(gutters: list[tuple[float, float]], row: list[list[Piece]]) -> list[tuple[float, float]]:
    """What stays clear of the gutters beside the words of one more line."""
    clear = []
    for left, right in gutters:
        for group in row:
            x0, x1 = group[0].x0, group[-1].x1
            if x1 <= left or x0 >= right:
                continue
            if x0 <= left and x1 >= right:
                left = _parted_inside(group, left, right)
                if left == right:
                    break
                continue
            if x0 <= left:
                left = x1
            elif x1 >= right:
                right = x0
            else:  # words inside the gutter: the wider side stays
                left, right = (x1, right) if right - x1 > x0 - left else (left, x0)
        if right - left >= _TIGHTEST:
            clear.append((left, right))
    return clear


def _parted_inside(group: list[Piece], left: float, right: float) -> float:
    """Where a gutter begins that a long line of the column to its left nearly fills: the next column begins as ever.

    The gutter's right side where the words run across it.
    """
    for one, other in pairwise(group):
        if abs(other.x0 - right) < 2.0 and left <= one.x1 <= other.x0 - _TIGHTEST:
            return one.x1
    return right


def _is_contents(rows: list[list[list[Piece]]], gutters: list[tuple[float, float]]) -> bool:
    """Is the right-hand column nothing but page numbers?"""
    edge = gutters[-1][0]
    rights = [group for row in rows for group in row if group[0].x0 >= edge]
    return bool(rights) and all(len(group) == 1 and group[0].text.strip(". ").isdigit() for group in rights)


def _in_band(rows: list[list[list[Piece]]], gutters: list[tuple[float, float]], column: Column) -> list[Part]:
    """A table, or columns of prose one after the other."""
    middles = [(left + right) / 2 for left, right in gutters]
    columns: list[list[list[Piece]]] = [[[] for _ in range(len(middles) + 1)] for _ in rows]
    for number, row in enumerate(rows):
        for group in row:
            for piece in group:
                columns[number][sum(1 for middle in middles if piece.x0 > middle)].append(piece)
    sides = [[piece for row in columns for piece in row[at]] for at in range(len(middles) + 1)]
    rights = [max((piece.x1 for piece in side), default=0.0) for side in sides]
    rights[-1] = max(rights[-1], column.right) if len(sides[-1]) < 3 else rights[-1]
    if is_prose(columns, sides, rights):
        found: list[Part] = []
        for number, side in enumerate(sides):
            left = min(piece.x0 for piece in side)
            found.append(Run(side, Column(left, rights[number], column.page), beside=number > 0))
        return found
    boxes = headed(columns)
    if boxes is not None:
        return _boxes(*boxes, gutters, column)
    every = [piece for side in sides for piece in side]
    return [Grid(every, column, middles, _table_rows(columns, rights), rights)]


def _boxes(
    blocks: list[list[Line]], rest: list[Line], gutters: list[tuple[float, float]], column: Column
) -> list[Part]:
    """Boxes side by side, each from its heading down; what stands under all of them comes after."""
    found: list[Part] = []
    rights = [*(left for left, _ in gutters), column.right]
    for block in blocks:
        for at, right in enumerate(rights):
            side = [piece for line in block for piece in line[at]]
            left = min(piece.x0 for piece in side)
            found.append(Run(side, Column(left, right, column.page), beside=at > 0))
    under = [piece for line in rest for cell in line for piece in cell]
    return [*found, Run(under, column)] if under else found


def _table_rows(columns: list[list[list[Piece]]], rights: list[float]) -> list[list[list[Piece]]]:
    """Lines gathered into rows: a row begins after a pause, or where its first column does."""
    bases = [next(piece.base for cell in row for piece in cell) for row in columns]
    gaps = [below - above for above, below in pairwise(bases)]
    usual = max(min(gaps, default=0.0), _leading(columns))
    paused = any(gap > 1.3 * usual for gap in gaps)
    each = all(line[0] for line in columns)  # every line has its label
    rows: list[list[list[Piece]]] = []
    for number, line in enumerate(columns):
        gap = gaps[number - 1] if number else 0.0
        begins = gap > 1.3 * usual if paused and usual else bool(line[0]) and not line[0][0].text[:1].islower()
        asked = bool(rows and rows[-1][0] and line[0]) and rows[-1][0][-1].text.rstrip().endswith(":")
        if not rows or begins or asked or _is_label(line, rows[-1], rights, apart=each or gap > 1.04 * usual):
            rows.append([[] for _ in line])
        for cell, pieces in zip(rows[-1], line, strict=True):
            cell.extend(pieces)
    return rows


def _leading(columns: list[list[list[Piece]]]) -> float:
    """The least distance from line to line within a column: columns may stand a few points above one another."""
    least = float("inf")
    for at in range(len(columns[0])):
        bases = [line[at][0].base for line in columns if line[at]]
        least = min([least, *(below - above for above, below in pairwise(bases))])
    return 0.0 if least == float("inf") else least


def _is_label(line: list[list[Piece]], row: list[list[Piece]], rights: list[float], *, apart: bool) -> bool:
    """Does a row begin with this line, though no pause says so?

    With a label in bold whose neighbour does not go on from the line above, or after a heading in bold.
    """
    if not line[0] or not row[0] or not line[1]:
        return False
    if line[0][0].bold != row[0][-1].bold:
        return not row[1]
    beside = [cell[0] for cell in (*line[1:], *row[1:]) if cell]
    if not line[0][0].bold or any(piece.bold for piece in beside) or not line[0][0].text[:1].isupper():
        return False
    return bool(row[1]) and (apart or row[1][-1].x1 < rights[1] - 0.2 * (rights[1] - line[1][0].x0))
