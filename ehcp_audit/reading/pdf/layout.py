"""One page as blocks in reading order: text that runs freely, and tables with their cells."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from ehcp_audit.reading.pdf.page import PageRead, Piece
from ehcp_audit.reading.pdf.paragraphs import Column, Leading, Paragraph, Row, paragraphs, rows_of
from ehcp_audit.reading.pdf.ruling import NEAR, Cell


@dataclass(slots=True)
class CellRead:
    """A cell with what stands in it."""

    box: Cell
    column: Column
    first: int  # grid columns, from 1
    last: int
    height: int  # rows that it spans
    place: int  # which cell of its row it is, from 1
    lines: list[Row] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(one.text for one in self.paragraphs)


@dataclass(slots=True)
class RowRead:
    """A row of a table."""

    cells: list[CellRead]
    header: bool = False

    @property
    def texts(self) -> tuple[tuple[int, str], ...]:
        return tuple((cell.first, cell.text) for cell in self.cells if cell.text)


@dataclass(slots=True)
class TableRead:
    """A table, or the part of one that stands on a page."""

    page: int
    top: float
    bottom: float
    edges: list[float]  # x of the grid's columns
    rows: list[RowRead]


@dataclass(slots=True)
class Free:
    """Text outside tables, in one column."""

    page: int
    top: float
    column: Column
    lines: list[Row]
    paragraphs: list[Paragraph] = field(default_factory=list)


Block = Free | TableRead


def blocks(page: PageRead, column: Column) -> list[Block]:
    """What stands on the page, from its top: its lines are found, not yet its paragraphs."""
    tables: list[TableRead] = []
    left = page.pieces
    for cells in page.tables:
        x0, x1 = min(cell[0] for cell in cells), max(cell[2] for cell in cells)
        top, bottom = min(cell[1] for cell in cells), max(cell[3] for cell in cells)
        if len(cells) == 1 and not _is_table(cells[0], page):
            continue
        inside: list[Piece] = []
        outside: list[Piece] = []
        for piece in left:
            across, down = (piece.x0 + piece.x1) / 2, piece.base - 0.3 * piece.size
            within = top <= down <= bottom and x0 - 2 <= across <= x1 + 2
            (inside if within else outside).append(piece)
        if inside:
            tables.append(_table(page, cells, inside))
            left = outside
    found: list[Block] = list(tables)
    found.extend(_free(page, left, tables, column))
    return sorted(found, key=lambda block: block.top)


def _is_table(cell: Cell, page: PageRead) -> bool:
    """Is a single cell a table of one cell? A shade, a frame drawn as one box and the border of a page are none."""
    x0, top, x1, bottom = cell
    if x1 - x0 > 0.85 * page.width and bottom - top > 0.8 * page.height:
        return False
    return all(
        any(abs(y - edge) <= NEAR for y, left, right in page.thin if left < x1 and right > x0) for edge in (top, bottom)
    )


def _free(page: PageRead, pieces: list[Piece], tables: list[TableRead], column: Column) -> list[Free]:
    """The lines outside tables, parted where a table stands between them."""
    tops = sorted(table.top for table in tables)
    parts: dict[int, list[Piece]] = {}
    for piece in pieces:
        parts.setdefault(bisect_left(tops, piece.base), []).append(piece)
    found = []
    for number in sorted(parts):
        lines = rows_of(parts[number])
        if lines:
            found.append(Free(page.number, min(line.top for line in lines), column, lines))
    return found


def _table(page: PageRead, cells: list[Cell], pieces: list[Piece]) -> TableRead:
    """Cells on their grid, each with its lines."""
    edges = _positions([cell[0] for cell in cells] + [cell[2] for cell in cells])
    tops = _positions([cell[1] for cell in cells])
    bottom = max(cell[3] for cell in cells)
    held = _held(cells, pieces)
    grid: list[list[CellRead]] = [[] for _ in tops]
    reads = []
    for number, cell in enumerate(cells):
        x0, top, x1, low = cell
        row, past = _index(tops, top), _index([*tops, bottom], low)
        lines = rows_of(held.get(number, []))
        pad = min((line.x0 - x0 for line in lines), default=5.0)
        space = Column(x0 + max(pad, 0.0), x1 - min(max(pad, 2.0), 12.0), page.number)
        read = CellRead(cell, space, _index(edges, x0) + 1, _index(edges, x1), max(1, past - row), 1, lines)
        reads.append((row, read))
        grid[row].append(read)
    for row, read in reads:
        read.place = 1 + sum(
            1
            for above, other in reads
            if other is not read and above <= row < above + other.height and other.first < read.first
        )
    rows = [RowRead(sorted(row, key=lambda cell: cell.first)) for row in grid]
    return TableRead(page.number, tops[0], bottom, edges, rows)


def _held(cells: list[Cell], pieces: list[Piece]) -> dict[int, list[Piece]]:
    """Which pieces stand in which cell? The smallest that holds a piece's middle; the nearest where none does."""
    held: dict[int, list[Piece]] = {}
    order = sorted(range(len(cells)), key=lambda one: (cells[one][2] - cells[one][0]) * (cells[one][3] - cells[one][1]))
    for piece in pieces:
        x, y = (piece.x0 + piece.x1) / 2, piece.base - 0.3 * piece.size
        for number in order:
            x0, top, x1, bottom = cells[number]
            if x0 <= x <= x1 and top <= y <= bottom:
                break
        else:
            number = min(order, key=lambda one: _distance(cells[one], x, y))
        held.setdefault(number, []).append(piece)
    return held


def _distance(cell: Cell, x: float, y: float) -> float:
    x0, top, x1, bottom = cell
    return max(x0 - x, 0.0, x - x1) + max(top - y, 0.0, y - bottom)


def _positions(values: list[float]) -> list[float]:
    """The distinct positions among values that may differ by a hair."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def _index(positions: list[float], value: float) -> int:
    return min(range(len(positions)), key=lambda one: abs(positions[one] - value))


def fill(block: Block, body: Leading, tables: Leading) -> None:
    """Join the lines of a block into paragraphs."""
    if isinstance(block, Free):
        block.paragraphs = paragraphs(block.lines, block.column, body)
        return
    for row in block.rows:
        for cell in row.cells:
            if cell.lines:
                cell.paragraphs = paragraphs(cell.lines, cell.column, tables)
