"""Tables whose rows are shaded by turns and ruled by nothing: the rows left white between the shades are rows too."""

from __future__ import annotations

from itertools import pairwise

from ehcp_audit.reading.pdf.page import PageRead, Piece, RuledTable
from ehcp_audit.reading.pdf.ruling import NEAR, Cell

_PAUSE = 1.75  # of the size of letters: rows of a table stand further apart than lines of a cell
_FAR = 2.6  # from a shade to the nearest line of the white row beside it

Columns = list[tuple[float, float]]


def fill_in(read: PageRead) -> None:
    """Add the white rows above, below and between shaded ones to the page's tables."""
    if not read.fills or not read.tables:
        return
    shades = {_corner(x0, top) for x0, top, _, _, _ in read.fills}
    bands = [table for table in read.tables if _is_band(table, shades)]
    if not bands:
        return
    lines = _lines(read)
    found: list[RuledTable] = []
    gone: set[int] = set()
    for band in sorted(bands, key=lambda table: table.top):
        columns = _columns(band)
        last = found[-1] if found else None
        above = [line for line in lines if line[0].base < band.top]
        if last is not None and _columns_agree(_columns(last), columns):
            between = [line for line in above if line[0].base > last.bottom]
            rows = _rows(between, columns)
            if rows and _is_near(rows, last.bottom, band.top) and sum(map(len, rows)) == len(between):
                cells = [*last.cells, *_cells(rows, columns, last.bottom, band.top), *band.cells]
                found[-1] = RuledTable(cells)
                gone.add(id(band))
                continue
        found.append(band)
    for number, band in enumerate(found):
        found[number] = _with_rows_beside(band, lines, found, number)
    first = {id(band) for band in bands}
    read.tables = sorted(
        [*(table for table in read.tables if id(table) not in first), *found], key=lambda table: (table.top, table.x0)
    )


def _corner(x: float, y: float) -> tuple[int, int]:
    return round(x / 2), round(y / 2)


def _is_band(table: RuledTable, shades: set[tuple[int, int]]) -> bool:
    """Is every cell of the table a shade of its own, and are there several beside one another?"""
    if len({round(cell[0]) for cell in table.cells}) < 2:
        return False
    for x0, top, _, _ in reversed(table.cells):  # the first are often shaded as a header
        x, y = _corner(x0, top)
        if (x, y) not in shades and all((x + dx, y + dy) not in shades for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            return False
    return True


def _columns(table: RuledTable) -> Columns:
    """The finest columns of the table, from left to right."""
    sides: list[float] = []
    for side in sorted({side for cell in table.cells for side in (cell[0], cell[2])}):
        if not sides or side - sides[-1] > NEAR:
            sides.append(side)
    return list(pairwise(sides))


def _columns_agree(one: Columns, other: Columns) -> bool:
    return len(one) == len(other) and all(abs(a[0] - b[0]) <= NEAR for a, b in zip(one, other, strict=True))


def _lines(read: PageRead) -> list[list[Piece]]:
    """The lines of the page that stand in no table, from its top."""
    free = read.pieces
    for table in read.tables:
        free = table.without(free)
    lines: list[list[Piece]] = []
    for piece in sorted(free, key=lambda one: (one.base, one.x0)):
        if lines and piece.base - lines[-1][0].base <= 0.35 * piece.size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _rows(lines: list[list[Piece]], columns: Columns) -> list[list[list[Piece]]]:
    """The lines as rows, as far as they stand within the columns and have words in several of them."""
    rows: list[list[list[Piece]]] = []
    for line in lines:
        if not all(_place(piece, columns) is not None for piece in line):
            break
        if rows and line[0].base - rows[-1][-1][0].base <= _PAUSE * line[0].size:
            rows[-1].append(line)
        else:
            rows.append([line])
    wide = [len({_place(piece, columns) for line in row for piece in line}) > 1 for row in rows]
    return rows[: wide.index(False)] if False in wide else rows


def _place(piece: Piece, columns: Columns) -> int | None:
    """Which column holds the piece?"""
    for number, (left, right) in enumerate(columns):
        if left - 2 <= piece.x0 and piece.x1 <= right + 2:
            return number
    return None


def _is_near(rows: list[list[list[Piece]]], above: float, below: float) -> bool:
    """Do the rows stand right under the shade above, and right over the one below?"""
    first, last = rows[0][0][0], rows[-1][-1][0]
    return first.base - above < _FAR * first.size and below - last.base < _FAR * last.size


def _cells(rows: list[list[list[Piece]]], columns: Columns, top: float, bottom: float) -> list[Cell]:
    """Cells for the rows between two heights."""
    edges = [top]
    for above, below in pairwise(rows):
        edges.append((above[-1][0].base + below[0][0].base - below[0][0].size) / 2 + 1)
    edges.append(bottom)
    return [(left, low, right, high) for low, high in pairwise(edges) for left, right in columns]


def _with_rows_beside(band: RuledTable, lines: list[list[Piece]], tables: list[RuledTable], number: int) -> RuledTable:
    """The table with the white rows right above its first shade and right below its last."""
    columns = _columns(band)
    roof = tables[number - 1].bottom if number else 0.0
    floor = tables[number + 1].top if number + 1 < len(tables) else float("inf")
    cells = list(band.cells)
    below = _rows([line for line in lines if band.bottom < line[0].base < floor], columns)
    if below and below[0][0][0].base - band.bottom < _FAR * below[0][0][0].size:
        end = below[-1][-1][0].base + 0.5 * below[-1][-1][0].size
        cells += _cells(below, columns, band.bottom, end)
    above = _rows_upwards([line for line in lines if roof < line[0].base < band.top], columns)
    if above and band.top - above[-1][-1][0].base < _FAR * above[-1][-1][0].size:
        begin = above[0][0][0].base - 1.2 * above[0][0][0].size
        cells += _cells(above, columns, begin, band.top)
    return band if len(cells) == len(band.cells) else RuledTable(cells)


def _rows_upwards(lines: list[list[Piece]], columns: Columns) -> list[list[list[Piece]]]:
    """The rows that stand within the columns, from the lowest line upwards."""
    fitting: list[list[Piece]] = []
    for line in reversed(lines):
        if not all(_place(piece, columns) is not None for piece in line):
            break
        fitting.append(line)
    fitting.reverse()
    rows: list[list[list[Piece]]] = []
    for line in fitting:
        if rows and line[0].base - rows[-1][-1][0].base <= _PAUSE * line[0].size:
            rows[-1].append(line)
        else:
            rows.append([line])
    kept: list[list[list[Piece]]] = []
    for row in reversed(rows):
        if len({_place(piece, columns) for line in row for piece in line}) < 2:
            break
        if kept and kept[0][0][0].base - row[-1][0].base > _FAR * row[0][0].size:
            break
        kept.insert(0, row)
    return kept
