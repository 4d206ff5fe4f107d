"""One page as blocks in reading order: text that runs freely, and tables with their cells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from ehcp_audit.reading.pdf.breaking import Column, Habits
from ehcp_audit.reading.pdf.gutters import Grid, Part, parts, runs_down
from ehcp_audit.reading.pdf.lines import Row, rows_of
from ehcp_audit.reading.pdf.page import PageRead, Piece, RuledTable
from ehcp_audit.reading.pdf.paragraphs import Paragraph, paragraphs
from ehcp_audit.reading.pdf.ruling import Cell
from ehcp_audit.reading.pdf.side_heads import begins
from ehcp_audit.reading.pdf.sides import Sides
from ehcp_audit.reading.pdf.striped import divide


@dataclass(slots=True)
class CellRead:
    """A cell with what stands in it."""

    box: Cell
    column: Column
    first: int  # grid columns, from 1
    last: int
    height: int  # rows that it spans
    place: int  # which cell of its row it is, from 1
    lines: list[Row]
    paragraphs: list[Paragraph] = field(default_factory=list)
    inner: list[Inner] = field(default_factory=list)  # tables inside the cell

    @property
    def says(self) -> bool:
        """Does anything stand in it?"""
        return bool(self.paragraphs or self.inner)

    def parts(self) -> Sequence[Paragraph | TableRead]:
        """Its paragraphs and tables, from its top."""
        if not self.inner:
            return self.paragraphs
        placed: list[tuple[int, float, Paragraph | TableRead]] = [
            (one.page, one.box[1], one) for one in self.paragraphs
        ]
        placed += [(one.page, one.top, one.table) for one in self.inner]
        placed.sort(key=lambda one: one[:2])
        return [one for _, _, one in placed]


@dataclass(slots=True)
class Inner:
    """A table inside a cell, and where it begins."""

    page: int
    top: float
    table: TableRead


@dataclass(slots=True)
class RowRead:
    """A row of a table."""

    cells: list[CellRead]
    header: bool = False

    @property
    def texts(self) -> tuple[tuple[int, str], ...]:
        """What its cells say, by their first column."""
        return tuple(
            (cell.first, "\n".join(one.text for one in cell.paragraphs)) for cell in self.cells if cell.paragraphs
        )


@dataclass(slots=True)
class TableRead:
    """A table, or the part of one that stands on a page."""

    page: int
    top: float
    bottom: float
    edges: list[float]  # x of the grid's columns
    rows: list[RowRead]
    ruled: bool = True


@dataclass(slots=True)
class Free:
    """Text outside tables, in one column."""

    page: int
    top: float
    column: Column
    lines: list[Row]
    paragraphs: list[Paragraph] = field(default_factory=list)


Block = Free | TableRead
_NARROWEST = 7.0  # points of a column
_NOWHERE = Column(0.0, 0.0, 0)  # where nothing stands


def blocks(
    page: PageRead, column: Column, before: Block | None = None, shown: list[Sides] | None = None
) -> list[Block]:
    """What stands on the page, from its top: its lines are found, not yet its paragraphs.

    `before` is what ended the page before; `shown` the columns of prose that the document has shown so far.
    """
    held: dict[int, list[Piece]] = {}
    for piece in page.pieces:
        held.setdefault(piece.table, []).append(piece)
    tables = [_table(page, page.tables[number], pieces) for number, pieces in held.items() if number >= 0]
    free = _free(page, held.get(-1, []), tables, column, _columns_of(before), shown)
    found: list[Block] = [*(_outermost(tables) if len(tables) > 1 else tables), *free]
    found.extend(_head(page, head, found) for head in page.heads)
    found.sort(key=lambda block: block.top)
    return found


def _outermost(tables: list[TableRead]) -> list[TableRead]:
    """The tables that stand by themselves; those that stand in a cell of another go into it."""
    outer: list[TableRead] = []
    for table in sorted(tables, key=lambda one: (one.bottom - one.top) * (one.edges[-1] - one.edges[0]), reverse=True):
        cell = next((cell for other in reversed(outer) if (cell := _cell_around(other, table)) is not None), None)
        if cell is not None:
            cell.inner.append(Inner(table.page, table.top, table))
        outer.append(table)
    within = {id(one.table) for table in outer for row in table.rows for cell in row.cells for one in cell.inner}
    return [table for table in outer if id(table) not in within]


def _cell_around(outer: TableRead, inner: TableRead) -> CellRead | None:
    """The cell of one table in which another stands whole."""
    if not (outer.top <= inner.top and inner.bottom <= outer.bottom + 3):
        return None
    for row in outer.rows:
        for cell in row.cells:
            x0, top, x1, bottom = cell.box
            if (
                top - 3 <= inner.top
                and inner.bottom <= bottom + 3
                and x0 - 3 <= inner.edges[0]
                and inner.edges[-1] <= x1 + 3
            ):
                return cell
    return None


def _columns_of(table: Block | None) -> list[tuple[float, float]] | None:
    """Where the words of a table without lines begin, column by column, and how far they may go."""
    if not isinstance(table, TableRead) or table.ruled:
        return None
    lefts: dict[int, float] = {}
    for row in table.rows:
        for cell in row.cells:
            if cell.lines:
                left = min(line.x0 for line in cell.lines)
                lefts[cell.first] = min(left, lefts.get(cell.first, left))
    begins = [lefts[column] for column in sorted(lefts)]
    return list(zip(begins, [*(left - 4.0 for left in begins[1:]), table.edges[-1]], strict=True))


def _head(page: PageRead, head: list[Piece], others: list[Block]) -> Free:
    """A heading in the margin, before whatever begins beside it."""
    begin = begins(head)
    beside = [one.top for one in others if begin - head[0].size <= one.top <= head[0].base]
    top = min([begin, *beside]) - 0.001
    column = Column(min(piece.x0 for piece in head), max(piece.x1 for piece in head), page.number)
    return Free(page.number, top, column, rows_of(head))


def _free(
    page: PageRead,
    pieces: list[Piece],
    tables: list[TableRead],
    column: Column,
    above: list[tuple[float, float]] | None,
    shown: list[Sides] | None,
) -> list[Block]:
    """The lines outside tables, parted where a table stands between them, column by column."""
    tops = sorted([*(table.top for table in tables), *map(begins, page.heads)])
    zones: dict[int, list[Piece]] = {}
    for piece in pieces:
        zones.setdefault(bisect_left(tops, piece.base), []).append(piece)
    found: list[Block] = []
    for number, several in _in_zones(zones, column, above, shown).items():
        top = min(piece.top for piece in zones[number])
        for part in several:
            # a second column follows the first, though it starts no lower: order is kept by a hair
            top = max(top + 0.001, min(piece.top for piece in part.pieces)) if not part.beside else top + 0.001
            if isinstance(part, Grid):
                found.append(_unruled(page, part, top))
            else:
                found.append(Free(page.number, top, part.column, rows_of(part.pieces)))
    return found


def _in_zones(
    zones: dict[int, list[Piece]],
    column: Column,
    above: list[tuple[float, float]] | None,
    shown: list[Sides] | None,
) -> dict[int, list[Part]]:
    """The parts of each zone. What further down shows the columns of a page tells what runs on in them above it too."""
    known = [] if shown is None else shown
    before = len(known)
    found = {at: parts(zones[at], column, above if at == 0 else None, known) for at in sorted(zones)}
    if len(known) > before:
        for at, several in found.items():
            if any(isinstance(one, Grid) and runs_down(one) for one in several):
                found[at] = parts(zones[at], column, above if at == 0 else None, known)
    return found


def _table(page: PageRead, table: RuledTable, pieces: list[Piece]) -> TableRead:
    """Cells on their grid, each with its lines."""
    table = divide(table, pieces)
    cells = table.cells
    edges, column_of = _columns(sorted({side for x0, _, x1, _ in cells for side in (x0, x1)}))
    tops = sorted({cell[1] for cell in cells})
    row_of = {top: number for number, top in enumerate(tops)}
    held: dict[int, list[Piece]] = {}
    for piece in pieces:
        held.setdefault(piece.cell, []).append(piece)
    grid: list[list[CellRead]] = [[] for _ in tops]
    spans: list[list[int]] = [[] for _ in tops]  # first columns of the cells that stand in each row
    for number, cell in enumerate(cells):
        x0, top, x1, low = cell
        row, past = row_of[top], row_of[low] if low in row_of else bisect_left(tops, low)
        first, last = column_of[x0] + 1, column_of[x1]
        within = held.get(number)
        if within is not None:
            lines = rows_of(within)
            left = lines[0].x0 if len(lines) == 1 else min([line.x0 for line in lines])
            pad = max(left - x0, 0.0)
            space = Column(x0 + pad, x1 - min(max(pad, 2.0), 12.0), page.number, ruled=True)
        else:
            lines, space = [], _NOWHERE
        height = past - row if past > row else 1
        grid[row].append(CellRead(cell, space, first, last if last > first else first, height, 1, lines))
        for one in range(row, row + height):
            spans[one].append(first)
    rows = []
    for row, in_row in enumerate(grid):
        firsts = sorted(spans[row])
        for read in in_row:
            read.place = bisect_left(firsts, read.first) + 1
        rows.append(RowRead(in_row))
    return TableRead(page.number, tops[0], table.bottom, edges, rows)


def _columns(sides: list[float]) -> tuple[list[float], dict[float, int]]:
    """The grid's edges, and which of them each side of a cell stands at.

    No column is narrower than a few letters: sides that stand nearer than that are one edge, drawn by rows that do
    not quite agree.
    """
    edges: list[float] = []
    column_of: dict[float, int] = {}
    for side in sides:
        if not edges or side - edges[-1] > _NARROWEST:
            edges.append(side)
        column_of[side] = len(edges) - 1
    return edges, column_of


def _unruled(page: PageRead, part: Grid, top: float) -> TableRead:
    """A table without lines, as its gutters show it."""
    edges = [part.column.left, *part.gutters, part.column.right]
    rows = []
    for row in part.rows:
        cells = []
        for number, pieces in enumerate(row):
            lines = rows_of(pieces) if pieces else []
            left, right = edges[number], edges[number + 1]
            box = (left, top, right, top)
            space = Column(min((line.x0 for line in lines), default=left), part.rights[number], page.number)
            cells.append(CellRead(box, space, number + 1, number + 1, 1, number + 1, lines))
        rows.append(RowRead(cells))
    bottom = max(piece.bottom for piece in part.pieces)
    return TableRead(page.number, top, bottom, edges, rows, ruled=False)


def learn(block: Block, body: Habits, tables: Habits) -> None:
    """Let the lines of a block tell what is usual in this document."""
    if isinstance(block, Free):
        body.learn(block.lines, block.column)
        return
    for row in block.rows:
        for cell in row.cells:
            if cell.lines:
                tables.learn(cell.lines, cell.column)
            for one in cell.inner:
                learn(one.table, body, tables)


def fill(block: Block, body: Habits, tables: Habits) -> None:
    """Join the lines of a block into paragraphs."""
    if isinstance(block, Free):
        block.paragraphs = paragraphs(block.lines, block.column, body)
        return
    for row in block.rows:
        for cell in row.cells:
            if cell.lines:
                cell.paragraphs = paragraphs(cell.lines, cell.column, tables)
            for one in cell.inner:
                fill(one.table, body, tables)
