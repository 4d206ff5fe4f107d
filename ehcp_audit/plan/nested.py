"""Tables within the cells of tables, as case systems print forms: each stands under whatever its cell stands under."""

from __future__ import annotations

from collections.abc import Sequence

from ehcp_audit.plan.layout import Cell, Layout, Row


def cell_around(layout: Layout, index: int, table: int) -> tuple[Row, Cell] | None:
    """The cell of this table in which the stretch's own table stands, with the row of that cell."""
    place = next((one for one in layout.stretches[index].within if one[0] == table), None)
    return None if place is None else _cell_at(layout, *place)


def _cell_at(layout: Layout, table: int, row_number: int, number: int) -> tuple[Row, Cell]:
    """A cell that may hold no words but those of the table in it, and is known to the layout only by its place."""
    rows = layout.tables.get(table, ())
    beside = [cell for row in rows if row.number == row_number for cell in row.cells]
    own = next((cell for cell in beside if cell.number == number), None)
    if own is None:
        own = Cell(number, _columns(rows, beside, number), ())
    cells = sorted({one.number: one for one in (*beside, own)}.values(), key=lambda one: one.number)
    return Row(table, row_number, tuple(cells)), own


def _columns(rows: Sequence[Row], beside: Sequence[Cell], number: int) -> tuple[int, int]:
    """Which columns of the grid such a cell covers: by the cells beside it, or else by those above in its place."""
    before = [cell for cell in beside if cell.number < number]
    after = [cell for cell in beside if cell.number > number]
    if before or after:
        first = before[-1].columns[1] + number - before[-1].number if before else number
        last = after[0].columns[0] - (after[0].number - number) if after else first
        return first, max(first, last)
    above = [cell.columns for row in rows for cell in row.cells if cell.number == number and len(row.cells) > 1]
    return above[-1] if above else (number, number)
