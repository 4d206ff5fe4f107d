"""Header rows that name a section of provision over one column, between those that say what it is for and how often:
"Needs | F: Special educational provision | How often and how long | Who | Review".

Such a table is that section's whole, wherever it stands: after each outcome's form too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.grids import NEEDS, PROVISION
from ehcp_audit.plan.heading_columns import OF_PROVISION, PLACES, cell_heading, is_likely, own_column
from ehcp_audit.plan.headings import Heading, covers
from ehcp_audit.plan.labels import find_label, may_begin_label
from ehcp_audit.plan.layout import Cell, Layout, Row

_GIVEN = ("H", *PROVISION)
_FOR = {"need": NEEDS, "outcome": ("E",)}
"""What provision is for, and the sections that hold it."""
_BESIDE = OF_PROVISION | {"need", "outcome", "area", "number", "title", "steps", "success"}
_LONGEST = 60  # characters of a column's title
_SHORT = 4  # words, on average, of the cells of a column that only say which need or outcome is meant
_LONE = 8  # characters of a letter that is all its cell says
_FEWEST = 2  # columns that say more of provision, beside a letter alone


def of_provision(
    layout: Layout, row: Row, columns: Sequence[Heading], above: Heading | None, joint: Heading | None
) -> list[Heading]:
    """The columns of a header row that names one section of provision, and beside it no other; none elsewhere.

    `columns`: those whose letters are known; `above`, `joint`: the heading that stands last, and the one over several
    sections.
    """
    if columns:
        return _whole_row(row, columns) if _others_point(layout, row, columns) else []
    own = _provision_header(layout, row, above, joint)
    if own and above is not None and own[0].columns != _span(row):
        own = [*own_column(layout, row, above), *own]
    return own


def _provision_header(layout: Layout, row: Row, above: Heading | None, joint: Heading | None) -> list[Heading]:
    """The one section of provision among titles without letters. All columns are its own; or those from its title on,
    where the needs or outcomes themselves stand before it, under the heading of their section.
    """
    likely = [cell for cell in row.cells if is_likely(layout.stretches[cell.stretches[0]].text)]
    if not likely or likely[0] is row.cells[0]:  # one that begins its row is a row's heading
        return []
    found = [(cell, one) for cell in likely if (one := cell_heading(layout, cell)) is not None and one.form != "title"]
    if len(found) != 1 or found[0][1].codes not in [(code,) for code in _GIVEN] or found[0][1].body is not None:
        return []
    own, heading = found[0]
    beside = [cell for cell in row.cells if cell is not own]
    if not _are_beside(layout, row, beside, lone=len(layout.cell_text(own)) <= _LONE):
        return []
    if not _rows_below(layout, row):
        return []
    first, last = _span(row)
    for cell in beside:
        sections = _FOR.get(column_name(layout.cell_text(cell)) or "")
        if sections is None or only_points(layout, row, cell):
            continue
        if joint is not None and set(covers(joint.codes)) & set(sections):
            return []
        if above is not None and len(above.codes) == 1 and above.codes[0] in sections:
            first = own.columns[0]
        elif "E" in sections:
            return []
    return [replace(heading, columns=(first, last))]


def _others_point(layout: Layout, row: Row, columns: Sequence[Heading]) -> bool:
    """Do all the columns but the one of provision only say which needs or outcomes it is for: "B: Needs | F: Provision"
    over "B2, B5 | Catch-up in algebra"?
    """
    given = [one for one in columns if one.codes[0] in _GIVEN]
    others = [one for one in columns if one.codes[0] not in _GIVEN]
    if len(given) != 1 or len(given[0].codes) != 1 or not others:
        return False
    under = _rows_below(layout, row)
    return bool(under) and all(_hold_places(_texts(layout, under, one.columns)) for one in others)


def _whole_row(row: Row, columns: Sequence[Heading]) -> list[Heading]:
    """The column of provision, as the owner of all the columns of its row."""
    return [replace(one, columns=_span(row)) for one in columns if one.codes[0] in _GIVEN]


def _span(row: Row) -> tuple[int, int]:
    return row.cells[0].columns[0], row.cells[-1].columns[1]


def _rows_below(layout: Layout, row: Row) -> list[Row]:
    """The rows under a header that have its columns, down to the first that has others."""
    table = layout.tables[row.table]
    places = [cell.columns for cell in row.cells]
    below: list[Row] = []
    for one in table[bisect_right(table, row.number, key=lambda one: one.number) :]:
        if len(one.cells) > 1 and not {cell.columns for cell in one.cells} <= set(places):
            break
        below.append(one)
    return [one for one in below if len(one.cells) > 1]


def _are_beside(layout: Layout, row: Row, beside: Sequence[Cell], *, lone: bool) -> bool:
    """Do the other titles of a header row say what provision is for, how often, or by whom, none with a letter?"""
    texts = [" ".join(layout.cell_text(cell).split()) for cell in beside]
    if not texts or any(not text or len(text) > _LONGEST or text.endswith((".", ";")) for text in texts):
        return False
    if any(may_begin_label(text) and (label := find_label(text)) and label.kind != "bare" for text in texts):
        return False
    names = [column_name(text) for text in texts]
    known = sum(name in _BESIDE for name in names)
    details = sum(name in OF_PROVISION for name in names)
    least = _FEWEST if lone or is_within(layout, row) else 1
    return known >= max(least, len(names) - 1) and details + (not lone) >= least


def is_within(layout: Layout, row: Row) -> bool:
    """Do other rows of cells stand before a header row in its table: those of an outcome?"""
    return any(len(one.cells) > 1 for one in layout.tables[row.table] if one.number < row.number)


def only_points(layout: Layout, row: Row, head: Cell) -> bool:
    """Do the cells under a title say but which need or outcome is meant: "B2 B5", "Reading"?"""
    texts = _texts(layout, _rows_below(layout, row), head.columns)
    return _hold_places(texts) or (bool(texts) and sum(len(text.split()) for text in texts) <= _SHORT * len(texts))


def _hold_places(texts: Sequence[str]) -> bool:
    return any(any(map(str.isdigit, text)) for text in texts) and all(map(PLACES.fullmatch, texts))


def _texts(layout: Layout, rows: Sequence[Row], columns: tuple[int, int] | None) -> list[str]:
    cells = (cell for row in rows for cell in row.cells if cell.columns == columns)
    return [text for cell in cells if (text := layout.cell_text(cell).strip())]
