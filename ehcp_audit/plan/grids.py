"""Whose the cells under a header row are, where its columns are those of sections."""

from __future__ import annotations

from collections.abc import Sequence

from ehcp_audit.plan.columns import column_name, is_over_provision
from ehcp_audit.plan.layout import Cell, Layout, Row
from ehcp_audit.plan.vocabulary import area_of
from ehcp_audit.rare import rarely

NEEDS = ("B", "C", "D")
PROVISION = ("F", "G", "H1", "H2")
_FORM = 2  # columns of a form: a label and its answer
_REFERENCE = rarely(r"(?:[A-Za-z]{0,8}\W{0,3}\d{1,2}(?:\.\d{1,2})?[a-z]?\W{0,3}){1,6}")  # "B2, B5", "Need 3"
Owned = tuple[tuple[int, int], str | None]
"""The first and last column that a section has, and its code; None for a column that reports on the plan."""


def need_of(grid: Sequence[Owned]) -> str | None:
    """The section of needs among the columns; else that of the first."""
    return next((code for _, code in grid if code in NEEDS), next((code for _, code in grid if code), None))


def owner_in_grid(layout: Layout, grid: Sequence[Owned], row: Row, cell: Cell, index: int) -> str | None:
    """The section of a stretch under a grid's header. Alone in its row, an area's name stands over all the columns, and
    "Provision for every outcome" over those of provision.
    """
    if len(row.cells) == 1:
        if area_of(layout.stretches[index].text) is not None:
            return None
        given = {code for _, code in grid if code in PROVISION}
        if len(given) == 1 and is_over_provision(layout.stretches[cell.stretches[0]].text):
            return given.pop()
    return column_owner(grid, row, cell)


def column_owner(grid: Sequence[Owned], row: Row, cell: Cell) -> str | None:
    """The section of a cell: that of the column it stands under; for a cell across columns, alone or beside a label
    ("Strengths"), that of the needs.
    """
    first, last = cell.columns
    shared = [(min(last, right) - max(first, left) + 1, code) for (left, right), code in grid]
    under = [(width, code) for width, code in shared if width > 0]
    if len(under) > 1 and len({code for _, code in under}) > 1 and len(row.cells) <= 2:
        return need_of(grid)
    if under:
        return max(under, key=lambda one: one[0])[1]
    left_of = [code for (left, _), code in grid if left <= first and code]
    return left_of[-1] if left_of else None  # a first column of areas or numbers, over all the sections


def same_shape(layout: Layout, row: Row, grid: Sequence[Owned]) -> bool:
    """Does a further table go on with the columns of the one before? As wide, and with no header of its own."""
    rows = layout.tables[row.table]
    widest = max(cell.columns[1] for one in rows for cell in one.cells)
    narrowest = min(cell.columns[0] for one in rows for cell in one.cells)
    if widest != max(right for (_, right), _ in grid) or narrowest < min(left for (left, _), _ in grid):
        return False
    texts = [layout.cell_text(cell) for cell in rows[0].cells]
    named = sum(len(text) < 70 and not text.endswith(".") and column_name(text) is not None for text in texts)
    return len(texts) < 2 or named < 2


def is_provision(grid: Sequence[Owned]) -> bool:
    """Is all of a table provision, by the one column of its header that says so?"""
    return len(grid) == 1 and grid[0][1] in PROVISION


def goes_on(layout: Layout, row: Row, grid: Sequence[Owned]) -> bool:
    """Does a further table, after other tables, go on with the columns of one of provision, with no header of its own?
    Its first column says which need or outcome is meant.
    """
    rows = layout.tables[row.table]
    wide = len(row.cells) > _FORM and all(len(one.cells) == len(row.cells) for one in rows)
    return (
        wide
        and same_shape(layout, row, grid)
        and all(_REFERENCE.fullmatch(layout.cell_text(one.cells[0]).strip()) for one in rows)
    )
