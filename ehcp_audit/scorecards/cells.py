"""The cells of a workbook that came back: found by sheet and heading, never by position; formulas told from text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ehcp_audit.caseload import british_date
from ehcp_audit.unseen import in_cell

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

HEADING_ROWS = 60
"""How far down the row of headings is looked for."""

_DASHES = re.compile("[\u2010-\u2015\u2212]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its number, and its cells by heading."""

    number: int
    cells: Mapping[str, Cell]

    def text(self, heading: str) -> str:
        """The words of a cell; "" where it is blank."""
        cell = self.cells.get(heading)
        return "" if cell is None else cell_text(cell)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it stands on a sheet: headings with their columns, and every row that holds anything."""

    sheet: str
    header: int
    columns: Mapping[str, int]
    rows: tuple[Row, ...]
    mistakes: tuple[str, ...] = ()

    def address(self, row: Row, heading: str) -> str:
        """Where a cell is: "Scorecard!H12"."""
        from openpyxl.utils import get_column_letter

        return f"{self.sheet}!{get_column_letter(self.columns[heading])}{row.number}"


@dataclass
class Found:
    """What a search for a table came to."""

    table: Table | None = None
    mistakes: list[str] = field(default_factory=list)


def plain(text: str) -> str:
    """What two spellings of a heading or a grade have in common: blanks, capitals, dashes, compatibility forms."""
    return " ".join(_DASHES.sub("-", unicodedata.normalize("NFKC", text)).casefold().split())


def cell_text(cell: Any) -> str:
    """The words of a cell, without blanks around them; whole numbers without .0, dates as ISO."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return in_cell(str(value)).replace("\u00a0", " ").strip()


def is_formula(cell: Any) -> bool:
    """Does the cell hold a formula or an error value instead of something written?"""
    return cell.data_type in ("f", "e") or not isinstance(cell.value, str | int | float | bool | date | None)


def is_struck(cell: Any) -> bool:
    """Is the cell struck through, as people do who take something back?"""
    return bool(cell.font is not None and cell.font.strike)


def notes_on(table: Table) -> list[str]:
    """The cells of a table that carry a note, which is not among their words."""
    places = [(row, heading, cell) for row in table.rows for heading, cell in row.cells.items()]
    return [table.address(row, heading) for row, heading, cell in places if getattr(cell, "comment", None) is not None]


def looks_like(sheet: Worksheet, headings: Sequence[str]) -> bool:
    """Does a sheet hold the table with these headings?"""
    return _heading_row(sheet, headings) is not None


def cell_date(cell: Any) -> date | None:
    """The day in a cell: a real date, 2027-01-31 or 31/01/2027, never the American order. Raises ValueError."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = cell_text(cell)
    return british_date(text) if text else None


def sheet_named(book: Workbook, name: str) -> Worksheet | None:
    """The sheet of this name, whatever its capitals and blanks."""
    return next((sheet for sheet in book.worksheets if plain(sheet.title) == plain(name)), None)


def find_table(book: Workbook, name: str, headings: Sequence[str], key: str) -> Found:
    """The table on a sheet whose row of headings holds `key`; every heading that is missing or doubled is a mistake."""
    sheet = sheet_named(book, name)
    if sheet is None:
        renamed = [one.title for one in book.worksheets if _heading_row(one, headings) is not None]
        hint = f"; the sheet '{renamed[0]}' looks like it: give it back its name" if renamed else ""
        return Found(mistakes=[f"there is no sheet '{name}'{hint}"])
    row = _heading_row(sheet, headings)
    if row is None:
        return Found(mistakes=[f"{name}: its row of headings is gone ({', '.join(headings)})"])
    return _read(sheet, name, row, headings, key)


def _read(sheet: Any, name: str, header: int, headings: Sequence[str], key: str) -> Found:
    known = {plain(heading): heading for heading in headings}
    columns: dict[str, int] = {}
    found = Found()
    by_row: dict[int, list[Any]] = {}
    for (row, _), cell in sorted(sheet._cells.items()):  # only those that are there: one far cell costs nothing
        if cell.value is not None and cell_text(cell):
            by_row.setdefault(row, []).append(cell)
    for cell in by_row.get(header, []):
        heading = known.get(plain(cell_text(cell)))
        if heading is None:
            found.mistakes.append(f"{name}!{cell.coordinate}: there is no such heading as '{cell_text(cell)[:40]}'")
        elif heading in columns:
            found.mistakes.append(f"{name}!{cell.coordinate}: the heading '{heading}' stands twice")
        else:
            columns[heading] = cell.column
    for heading in headings:
        if heading not in columns:
            found.mistakes.append(f"{name}, row {header}: the heading '{heading}' is missing")
    if key not in columns or len(columns) < len(headings):
        return found
    places = {column: heading for heading, column in columns.items()}
    rows = tuple(
        Row(number, {places[cell.column]: cell for cell in cells if cell.column in places})
        for number, cells in by_row.items()
        if number > header
    )
    stray = [cell for number, cells in by_row.items() if number > header for cell in cells if cell.column not in places]
    found.mistakes += [f"{name}!{cell.coordinate}: this cell is outside the table; clear it" for cell in stray[:20]]
    if len(stray) > 20:
        found.mistakes.append(f"{name}: {len(stray) - 20} more cells outside the table; clear them")
    found.mistakes += _merged(sheet, name, header, columns.values())
    found.table = Table(name, header, columns, rows)
    return found


def _heading_row(sheet: Any, headings: Sequence[str]) -> int | None:
    """The row that holds most of the headings, at least half of them."""
    wanted = {plain(heading) for heading in headings}
    counts: dict[int, set[str]] = {}
    for (row, _), cell in sheet._cells.items():
        if row <= HEADING_ROWS and isinstance(cell.value, str) and (word := plain(cell.value)) in wanted:
            counts.setdefault(row, set()).add(word)
    best = max(sorted(counts), key=lambda row: len(counts[row]), default=None)
    return best if best is not None and len(counts[best]) * 2 >= len(wanted) else None


def _merged(sheet: Any, name: str, header: int, columns: Iterable[int]) -> list[str]:
    inside = set(columns)
    return [
        f"{name}!{area.coord}: these cells are merged; part them and fill each"
        for area in sheet.merged_cells.ranges
        if area.max_row >= header and any(area.min_col <= column <= area.max_col for column in inside)
    ]


def identity_of(book: Workbook) -> tuple[dict[str, str], list[str]]:
    """What the workbook says it is, from its hidden sheet and its properties; and where the two differ."""
    said: dict[str, str] = {}
    sheet = sheet_named(book, "_meta")
    if sheet is not None:
        cells: Mapping[tuple[int, int], Any] = sheet._cells  # type: ignore[attr-defined,unused-ignore]
        for (row, column), cell in sorted(cells.items()):
            if column == 1 and cell.value is not None:
                value = cells.get((row, 2))
                said[cell_text(cell)] = "" if value is None else cell_text(value)
    stored: dict[str, str] = {}
    for one in getattr(book, "custom_doc_props", None) or ():
        if str(one.name).startswith("ehcp_audit_"):
            stored[str(one.name).removeprefix("ehcp_audit_")] = str(one.value).strip()
    both = said.keys() & stored.keys()
    mistakes = [
        f"_meta: '{name}' is not what the file's properties say; the workbook was put together from two"
        for name in sorted(both)
        if said[name] != stored[name]
    ]
    return stored | said, mistakes
