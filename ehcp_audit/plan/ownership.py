"""Whose words each stretch is: cuts the document at its headings, and tables by their columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from ehcp_audit.model import Passage
from ehcp_audit.plan.columns import column_name, is_report
from ehcp_audit.plan.day_tables import histories
from ehcp_audit.plan.form_guidance import guidance
from ehcp_audit.plan.grids import Owned, column_owner, goes_on, is_provision, need_of, owner_in_grid, same_shape
from ehcp_audit.plan.heading_bars import asides
from ehcp_audit.plan.heading_columns import joint_code
from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, format_score, same_format
from ehcp_audit.plan.joint_lines import give_provision_after_grids, give_strengths, part_lines
from ehcp_audit.plan.joint_rows import part_rows
from ehcp_audit.plan.layout import Cell, Layout, Row
from ehcp_audit.plan.nested import cell_around
from ehcp_audit.plan.provision_headers import is_within
from ehcp_audit.plan.set_apart import free_area_headings, free_guidance, free_repeated_rows, free_small_print
from ehcp_audit.plan.strays import of_later_sections, strays
from ehcp_audit.plan.vocabulary import area_of, title_code

LONGEST_TITLE = 60  # characters of a column's title over its letter
LONGEST_INTRODUCTION = 9  # stretches between an area's name and its grid


@dataclass(slots=True)
class Ownership:
    """`owners`: the section of each stretch, None for headings and for text of no section.

    `begins`: where a stretch's own words begin, when a heading stands in it too. `opened`: the headings of each
    section. `joined`: the headings that cover several sections. `columns`: tables cut by columns.
    """

    owners: list[str | None]
    begins: dict[int, int]
    headings: set[int]
    codes_at: dict[int, tuple[str, ...]] = field(default_factory=dict)  # headings of lines, by their first stretch
    repeated: set[int] = field(default_factory=set)  # header rows said again, counted among the headings
    opened: dict[str, list[Heading]] = field(default_factory=dict)
    joined: list[Heading] = field(default_factory=list)
    columns: dict[int, list[Owned]] = field(default_factory=dict)


@dataclass(slots=True)
class _Reading:
    """Where the reader of a plan stands: in which section, under which heading, in which table cut by columns."""

    current: str | None = None
    above: Heading | None = None  # the last heading that is a line: what stands over the grids after it
    grid: list[Owned] = field(default_factory=list)
    table: int | None = None  # that of the grid
    others: set[int] = field(default_factory=set)  # tables after a grid that do not go on with its columns
    before: str | None = None  # the section in which the first grid after the heading stands
    given: list[Owned] = field(default_factory=list)  # the last grid that is provision's whole


def assign(layout: Layout, headings: Sequence[Heading]) -> Ownership:
    """Gives each stretch to its section, from the headings in reading order."""
    result = Ownership([None] * (count := len(layout.stretches)), {}, set())
    by_first = {one.first: one for one in headings}
    at = _Reading()
    of_row: dict[tuple[int, int], list[Heading]] = {}
    for heading in headings:
        place = layout.rows[heading.first]
        if heading.place == "column" and place is not None:
            of_row.setdefault((place.table, place.number), []).append(heading)
    index = 0
    while index < count:
        one = by_first.get(index)
        row, cell = layout.rows[index], layout.cells[index]
        if one is not None and row is not None and one.place == "column":
            _enter_grid(layout, result, at, of_row[(row.table, row.number)], row)
            _open_in_cells(result, row, by_first)
            index = _after_header(layout, result, at, row)
            continue
        if one is not None:
            result.headings.update(range(one.first, one.last + 1))
            result.codes_at[one.first] = one.codes
            at.grid, at.table, at.before = [], None, None
            at.current, at.above = _open(result, one), one
            body = one.body
            if body is None and one.run_in is not None and (one.last + 1 == count or one.last + 1 in by_first):
                body = one.run_in  # nothing else follows: the end of the heading's line is the section's answer
            if body is not None:
                result.owners[one.last] = at.current
                result.begins[one.last] = body
            index = one.last + 1
            continue
        around = cell_around(layout, index, at.table) if at.grid and at.table is not None else None
        if around is not None:  # a table in a cell stands in that cell's column
            result.owners[index] = column_owner(at.grid, *around)
        elif row is not None and cell is not None and _is_in_grid(layout, result, at, row, cell):
            result.owners[index] = owner_in_grid(layout, at.grid, row, cell, index)
        else:
            result.owners[index] = at.current
        index += 1
    _settle(layout, result, headings)
    return result


def _enter_grid(layout: Layout, result: Ownership, at: _Reading, headings: Sequence[Heading], row: Row) -> None:
    """Goes on with the table that a header row cuts into columns."""
    first_grid = row.table != at.table
    above_it = () if first_grid else at.grid
    at.before = at.current if first_grid and at.before is None else at.before
    at.grid = _open_columns(layout, result, headings, row)
    at.given = at.grid if is_provision(at.grid) else []
    at.table, at.current = row.table, need_of(at.grid)
    _join_row_above(layout, result, row, above_it, at.grid)
    if first_grid and not (at.given and is_within(layout, row)):
        _claim_before(layout, result, row, at.current)
        codes = {code for _, code in at.grid}
        if codes & {"B", "E", "F"} and (at.above is None or not set(at.above.codes) & codes):
            _free_introduction(layout, result, row.first - 1)


def _open_in_cells(result: Ownership, row: Row, by_first: Mapping[int, Heading]) -> None:
    """What a further heading opens within a cell of a header row: "H2 Other provision" below what stands under H1."""
    for cell in row.cells:
        opened: str | None = None
        for index in cell.stretches:
            one = by_first.get(index)
            if one is not None and one.place != "column":
                result.headings.update(range(one.first, one.last + 1))
                opened = _open(result, one)
            elif opened is not None and index not in result.headings:
                result.owners[index] = opened


def _after_header(layout: Layout, result: Ownership, at: _Reading, row: Row) -> int:
    """The stretch after a header row. Tables in its cells stand in their columns."""
    for index in range(row.first, row.last + 1):
        if layout.rows[index] is not row and (around := cell_around(layout, index, row.table)) is not None:
            result.owners[index] = column_owner(at.grid, *around)
    return row.last + 1


def _is_in_grid(layout: Layout, result: Ownership, at: _Reading, row: Row, cell: Cell) -> bool:
    """Are a row's cells under the columns of a grid: in its table, or in one that goes on with them?"""
    opens = row is layout.tables[row.table][0]
    if opens and at.given and not at.grid and at.current == "E" and goes_on(layout, row, at.given):
        at.grid, at.current, at.table = at.given, need_of(at.given), None  # after the form of the next outcome
    if at.grid and row.table != at.table and row.table not in at.others:
        if same_shape(layout, row, at.grid):
            at.table = row.table
            result.columns[row.table] = at.grid
        else:
            at.others.add(row.table)
            if at.before == "E" and is_provision(at.grid) and joint_code(layout.cell_text(cell), ("E",)) == "E":
                at.current = at.before  # the form of the next outcome, after what is given for the one before
                _give_line_over(layout, result, row, at.before)
    return bool(at.grid) and row.table == at.table


def _give_line_over(layout: Layout, result: Ownership, row: Row, code: str) -> None:
    """The title over an outcome's form stands with it: "Outcome 2"."""
    title = row.first - 1
    if title >= 0 and layout.rows[title] is None and format_score(layout, title) >= HEADING_FORMAT:
        result.owners[title] = code


def _settle(layout: Layout, result: Ownership, headings: Sequence[Heading]) -> None:
    """What is told only once all is given: rows under one heading for two, and what belongs to no section."""
    part_rows(layout, result)
    part_lines(layout, result)
    give_provision_after_grids(layout, result)
    give_strengths(layout, result, headings)
    free_area_headings(layout, result, headings)
    free_guidance(layout, result)
    free_small_print(layout, result, headings)
    freed = (
        *guidance(layout, result.owners, headings),
        *histories(layout, result.owners),
        *asides(layout, headings),
        *strays(layout, headings),
        *of_later_sections(layout, result.owners),
    )
    for index in freed:
        result.owners[index] = None
    free_repeated_rows(layout, result)


def cut(layout: Layout, result: Ownership) -> tuple[dict[str, list[Passage]], list[Passage]]:
    """The pieces of each section, and the text outside A to K, as slices of the text."""
    pieces: dict[str, list[Passage]] = {}
    outside: list[Passage] = []
    start = 0
    count = len(layout.stretches)
    while start < count:
        if start in result.headings and start not in result.begins:
            start += 1
            continue
        owner = result.owners[start]
        end = start
        while end + 1 < count and result.owners[end + 1] == owner and end + 1 not in result.headings:
            end += 1
        begin = layout.starts[start] + result.begins.get(start, 0)
        passage = layout.passage(begin, layout.ends[end])
        if passage.text.strip():
            (outside if owner is None else pieces.setdefault(owner, [])).append(passage)
        start = end + 1
    return pieces, outside


def _open(result: Ownership, one: Heading) -> str | None:
    """Opens the section of a heading. A heading over several letters opens the first; H opens H1."""
    if not one.codes:
        return None
    codes = tuple("H1" if code == "H" else code for code in one.codes)
    if len(codes) > 1 or "H" in one.codes:
        result.joined.append(one)
    result.opened.setdefault(codes[0], []).append(one)
    return codes[0]


def _open_columns(layout: Layout, result: Ownership, headings: Sequence[Heading], row: Row) -> list[Owned]:
    """The columns that a header row gives to sections. What else stands in that row is theirs too, but for
    the columns of what a review found since.
    """
    grid: list[Owned] = []
    for one in headings:
        code = _open(result, one)
        if code is not None and one.columns is not None:
            grid.append((one.columns, code))
            result.headings.update(range(one.first, one.last + 1))
    own = {columns for columns, _ in grid}
    grid += [
        (cell.columns, None) for cell in row.cells if cell.columns not in own and is_report(layout.cell_text(cell))
    ]
    grid.sort(key=itemgetter(0))
    for cell in row.cells:
        for index in cell.stretches:
            if index not in result.headings:
                result.owners[index] = column_owner(grid, row, cell)
    for one in headings:
        if one.body is not None:
            result.owners[one.last] = "H1" if one.codes[0] == "H" else one.codes[0]
            result.begins[one.last] = one.body
    result.columns[row.table] = grid
    return grid


def _join_row_above(
    layout: Layout,
    result: Ownership,
    row: Row,
    before: Sequence[Owned],
    grid: list[Owned],
) -> None:
    """A header of two rows: the titles stand in the first ("Outcome | Education | Health"), their letters below.

    Where a letter stands in the first row, with nothing below it, its column is as that says.
    """
    rows = layout.tables[row.table]
    above = rows[0] if len(rows) > 1 and rows[1] is row else None
    if above is None or len(above.cells) < 2 or not same_format(layout, above.first, row.first):
        return
    texts = [" ".join(layout.cell_text(cell).split()) for cell in above.cells]
    if any(len(text) > LONGEST_TITLE or text.endswith((".", ";", ":")) for text in texts):
        return
    named = sum(column_name(text) is not None or title_code(text)[0] is not None for text in texts)
    if len(above.cells) < len(row.cells) and named < 2:
        return
    result.headings.update(index for cell in above.cells for index in cell.stretches)
    below = [columns for columns, _ in grid]
    grid += [one for one in before if not any(one[0][0] <= last and first <= one[0][1] for first, last in below)]
    grid.sort(key=itemgetter(0))


def _claim_before(layout: Layout, result: Ownership, row: Row, need: str | None) -> None:
    """Rows above a grid's header row ("Strengths") belong to the needs; an area's name stands over all its columns.

    Not where a heading of one section stands over them in the table: they are that section's words.
    """
    index = row.first - 1
    while index >= 0 and layout.rows[index] is not None and layout.rows[index].table == row.table:  # type: ignore[union-attr]
        if index in result.headings:
            break
        index -= 1
    within = index >= 0 and index in result.headings and layout.rows[index] is not None
    within = within and layout.rows[index].table == row.table  # type: ignore[union-attr]
    if within and len(_codes_over(result, index)) == 1:
        return
    for line in range(index + 1, row.first):
        result.owners[line] = None if area_of(layout.stretches[line].text) else need
    if within:
        _free_rest_of_cell(layout, result, index)
        return
    while index >= 0 and index not in result.headings and area_of(layout.stretches[index].text):
        result.owners[index] = None
        index -= 1


def _codes_over(result: Ownership, index: int) -> tuple[str, ...]:
    """The letters of the heading that a stretch is part of; none for one that owns a column."""
    while index in result.headings and index not in result.codes_at:
        index -= 1
    return result.codes_at.get(index, ())


def _free_introduction(layout: Layout, result: Ownership, above: int) -> None:
    """Lines from an area's name down to its grid ("Cognition and learning", "Strengths: ...") are no section's words.

    They stand before the header row that gives the columns to their sections, so the section before does not own them
    (where a heading over the grids opens one of their sections, they are its words).
    """
    index = above
    while index > above - LONGEST_INTRODUCTION and index >= 0 and index not in result.headings:
        stretch = layout.stretches[index]
        if layout.rows[index] is not None and len(layout.rows[index].cells) > 1:  # type: ignore[union-attr]
            return
        if area_of(stretch.text) is not None and (format_score(layout, index) > 0.1 or index == above):
            if index == above or column_name(layout.stretches[index + 1].text[:30].partition(":")[0]) == "strengths":
                for line in range(index, above + 1):
                    result.owners[line] = None
            return
        index -= 1


def _free_rest_of_cell(layout: Layout, result: Ownership, heading: int) -> None:
    """What a joined heading's own cell says besides (the area, what it covers) belongs to none of its sections."""
    cell = layout.cells[heading]
    for index in cell.stretches if cell is not None else ():
        if index > heading:
            result.owners[index] = None
