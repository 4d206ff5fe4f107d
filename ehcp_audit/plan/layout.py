"""The document as the section finder sees it: one text, and the rows and cells that its stretches stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ehcp_audit.model import Passage, Stretch


@dataclass(slots=True)  # made by the hundred: a frozen record takes three times as long to fill
class Cell:
    """One table cell: its stretches, and the first and last grid column it covers."""

    number: int
    columns: tuple[int, int]
    stretches: tuple[int, ...]


@dataclass(slots=True)
class Row:
    """One row of a table that holds any text, with its filled cells from left to right."""

    table: int
    number: int
    cells: tuple[Cell, ...]
    header: bool = False

    @property
    def first(self) -> int:
        return self.cells[0].stretches[0]

    @property
    def last(self) -> int:
        return self.cells[-1].stretches[-1]


@dataclass(frozen=True, slots=True)
class Layout:
    """`text` with where each stretch starts and ends in it; the row and cell of each stretch; rows of each table."""

    stretches: Sequence[Stretch]
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    rows: tuple[Row | None, ...]
    cells: tuple[Cell | None, ...]
    tables: dict[int, tuple[Row, ...]]
    body_size: float | None
    bold_share: float

    def passage(self, start: int, end: int) -> Passage:
        return Passage(self.text[start:end], start)

    def between(self, first: int, last: int) -> str:
        """The text from one stretch to another, both included."""
        return self.text[self.starts[first] : self.ends[last]]

    def cell_text(self, cell: Cell) -> str:
        if len(cell.stretches) == 1:
            return self.stretches[cell.stretches[0]].text
        return "\n".join([self.stretches[i].text for i in cell.stretches])

    def cell_passage(self, cell: Cell) -> Passage:
        """A cell's words with their place: from its first stretch to its last."""
        return self.passage(self.starts[cell.stretches[0]], self.ends[cell.stretches[-1]])


def lay_out(stretches: Sequence[Stretch]) -> Layout:
    """The stretches joined into one text (cells of a row by tabs, all else by line breaks), with their rows and
    cells.
    """
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    before: tuple[int, int, int] | None = None  # the cell of the stretch before
    sizes: dict[float, int] = {}
    bold = 0
    for stretch in stretches:
        text, cell, size = stretch.text, stretch.table, stretch.size
        length = len(text)
        if starts:
            in_row = cell is not None and before is not None and cell[2] != before[2] and cell[:2] == before[:2]
            parts.append("\t" if in_row else "\n")
            at += 1
        parts.append(text)
        starts.append(at)
        at += length
        ends.append(at)
        before = cell
        if size is not None:
            sizes[size] = sizes.get(size, 0) + length
        if stretch.bold:
            bold += length
    rows, cells, tables = _rows_and_cells(stretches)
    return Layout(
        stretches,
        "".join(parts),
        tuple(starts),
        tuple(ends),
        rows,
        cells,
        tables,
        max(sizes, key=sizes.__getitem__) if sizes else None,
        bold / max(1, at),
    )


def _rows_and_cells(
    stretches: Sequence[Stretch],
) -> tuple[tuple[Row | None, ...], tuple[Cell | None, ...], dict[int, tuple[Row, ...]]]:
    grouped: dict[tuple[int, int], dict[int, list[int]]] = {}
    for index, stretch in enumerate(stretches):
        if stretch.table is not None:
            table, row, cell = stretch.table
            grouped.setdefault((table, row), {}).setdefault(cell, []).append(index)
    row_of: list[Row | None] = [None] * len(stretches)
    cell_of: list[Cell | None] = [None] * len(stretches)
    tables: dict[int, list[Row]] = {}
    for (table, number), by_cell in grouped.items():
        cells = []
        header = False
        for cell_number, indexes in by_cell.items():
            first = stretches[indexes[0]]
            cells.append(Cell(cell_number, first.columns or (cell_number, cell_number), tuple(indexes)))
            header = header or first.header_row
        rows = tables.setdefault(table, [])
        if _is_parted(by_cell) and all(len(row.cells) == 1 for row in rows):
            filled = [Row(table, number, (one,), header) for one in cells]  # boxes side by side, each with its own
        else:
            filled = [Row(table, number, tuple(cells), header)]
        rows += filled
        for whole in filled:
            for one in whole.cells:
                for index in one.stretches:
                    row_of[index] = whole
                    cell_of[index] = one
    return tuple(row_of), tuple(cell_of), {table: tuple(rows) for table, rows in tables.items()}


def _is_parted(by_cell: Mapping[int, Sequence[int]]) -> bool:
    """Do other tables stand between the cells of a row, or within one of them?"""
    held = [index for indexes in by_cell.values() for index in indexes]
    return len(by_cell) > 1 and held[-1] - held[0] + 1 != len(held)
