"""Workbooks and CSV both ways: what a plan says is never a formula. The one door to openpyxl.

Text goes into cells as text whatever it begins with, control characters are shown as escapes, and what is cut at
Excel's limit says so. The same workbook gives the same bytes on every machine. Tables come in as text, with the
damage that spreadsheets do to dates and long numbers left visible for the reader to refuse.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ehcp_audit.errors import AuditError, why
from ehcp_audit.unseen import in_cell

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FONT = "Arial"
CELL_LIMIT = 32_767
"""The most characters that Excel keeps in a cell."""

FORMULA_SIGNS = ("=", "+", "-", "@")

CUT_NOTE = " [cut here: longer than a cell can hold]"

Value = str | int | float | Fraction | Decimal | date | bool | None

_TRIGGERS = "=+\\-@\t\uff1d\uff0b\uff0d\uff20"
_FIRST = re.compile(f"[ \u00a0\u3000]*[{_TRIGGERS}\n]")
_GUARD = re.compile(f"(\\A|[,;\"\n])'(?=[ \u00a0\u3000]{{0,8}}[{_TRIGGERS}\n])")
_WITHIN = re.compile(f'([,;"\n])(?=[{_TRIGGERS}])')
_ENDS = re.compile('[,"\n]')
_FIXED = datetime(2000, 1, 1)  # noqa: DTZ001  the date every workbook carries; Excel's dates know no zone
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_PARTS_LIMIT = 256 * 2**20
_ROWS_LIMIT = 1_000_000
_COLUMNS_LIMIT = 1_000


# --- writing workbooks ------------------------------------------------------------------------------


def new_workbook(title: str) -> Workbook:
    """An empty workbook with a title, in English, and nothing that tells when or where it was made."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils.indexed_list import IndexedList

    book = Workbook()
    book.remove(book.worksheets[0])
    # The width of a column is counted in figures of this type; Excel's own is not there on every machine.
    own = Font(name=FONT, size=10)
    styles: Any = book
    styles._fonts = IndexedList([own])
    styles._named_styles["Normal"].font = own
    book.properties.title = in_cell(title)
    book.properties.creator = "ehcp-audit"
    book.properties.language = "en-GB"
    book.properties.created = book.properties.modified = _FIXED
    return book


def cell_text(value: str) -> str:
    """A text as a cell holds it: what cannot be seen is shown, what is too long is cut and says so."""
    text = in_cell(value)
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - len(CUT_NOTE)] + CUT_NOTE


def put(cell: Cell | MergedCell, value: Value) -> None:
    """Set a cell: text as text even where it begins with =, numbers and dates as themselves, a fraction as a number."""
    if isinstance(value, str):
        text = cell_text(value)
        cell.value = text
        cell.data_type = "s"
        if text[:1] in FORMULA_SIGNS:
            cell.quotePrefix = True
    elif isinstance(value, Fraction):
        cell.value = float(value)
    else:
        cell.value = value


def workbook_bytes(book: Workbook) -> bytes:
    """The .xlsx file of a workbook: the same bytes whenever and wherever it is made. No temporary file is written."""
    from openpyxl.writer.excel import ExcelWriter

    class Writer(ExcelWriter):
        _archive: _SameBytes

        def write_worksheet(self, ws: Worksheet) -> None:
            _write_sheet(self._archive, ws)
            self.manifest.append(ws)

    kept = io.BytesIO()
    Writer(book, _SameBytes(kept, "w", zipfile.ZIP_DEFLATED)).save()
    return kept.getvalue()


def _write_sheet(archive: _SameBytes, sheet: Any) -> None:
    """What openpyxl's own writer does, but through memory: a temporary file would hold plan text."""
    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
    from openpyxl.worksheet import _writer

    sheet._drawing = SpreadsheetDrawing()
    sheet._drawing.charts = sheet._charts
    sheet._drawing.images = sheet._images
    out = io.BytesIO()
    writer: Any = _writer.WorksheetWriter(sheet, out)
    writer.write()
    sheet._rels = writer._rels
    long = getattr(sheet, "long_table", None)  # see long_tables.py
    archive.write_pieces(sheet.path[1:], [out.getvalue()] if long is None else long.within(out.getvalue()))


class _SameBytes(zipfile.ZipFile):
    """A zip file whose entries all carry the same time and system."""

    def writestr(
        self,
        name: str | zipfile.ZipInfo,
        data: Any,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        self.write_pieces(name if isinstance(name, str) else name.filename, [data])

    def write_pieces(self, name: str, pieces: Iterable[str | bytes]) -> None:
        """Write an entry piece by piece."""
        entry = zipfile.ZipInfo(name, _ZIP_TIME)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 3
        entry.external_attr = 0o600 << 16
        with self.open(entry, "w") as file:
            for piece in pieces:
                file.write(piece.encode() if isinstance(piece, str) else piece)


# --- writing CSV --------------------------------------------------------------------------------------


def csv_text(rows: Iterable[Sequence[Value]]) -> str:
    """Rows as CSV that Excel opens as UTF-8 and never as a formula.

    Text that begins with = + - @, a tab or a line end (or their full-width twins), at the start of a cell, after a
    comma, a semicolon, a quote or a line end, gets an apostrophe before it. Numbers stay numbers.
    """
    lines = [",".join(map(_csv_written, row)) or '""' for row in rows]  # a lone cell without words is no empty line
    return "\ufeff" + "".join([f"{line}\n" for line in lines])


@lru_cache(maxsize=4096, typed=True)
def csv_cells(*values: Value) -> str:
    """Cells of a line of `csv_text`, for tidy tables that say the same words beside each other in thousands of them."""
    return ",".join(map(_csv_written, values))


def csv_cell(value: Value) -> str:
    """One cell of a CSV table: dates as ISO, exact numbers as their fraction, text guarded against formulas."""
    if value is None:
        return ""
    if isinstance(value, str):
        text = in_cell(value)
        guarded = _WITHIN.sub(r"\1'", text) if _WITHIN.search(text) else text
        return f"'{guarded}" if _FIRST.match(text) else guarded
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def _csv_written(value: Value) -> str:
    """A cell as the file holds it: in quotes where its words hold what would end it."""
    if value is None:
        return ""
    if value.__class__ is int:
        return str(value)
    if isinstance(value, str):
        return value if value.isalnum() else _csv_quoted(value)  # letters and digits alone need no guard, and no room
    return csv_cell(value)


@lru_cache(maxsize=4096)
def _csv_quoted(text: str) -> str:
    cell = csv_cell(text)
    return '"' + cell.replace('"', '""') + '"' if _ENDS.search(cell) else cell


def csv_unguarded(cell: str) -> str:
    """The text of a cell of ours without the apostrophes that guarded it."""
    return _GUARD.sub(r"\1", cell)


# --- reading tables ---------------------------------------------------------------------------------------


def read_rows(path: Path) -> tuple[tuple[str, ...], ...]:
    """Every row of a CSV file or of the first sheet of an Excel workbook, as text.

    Row 1 of the table is the first of the tuple, so that a mistake can be named by the number Excel shows. CSV may be
    UTF-8 with or without BOM, UTF-16 with BOM or cp1252, parted by commas, semicolons or tabs. Dates of Excel come as
    YYYY-MM-DD. Raises AuditError when the file is no such table.
    """
    data = _bytes_of(path)
    if data[:4] == b"PK\x03\x04":
        return _workbook_rows(path, data)
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise AuditError(f"{path} is an old or a locked Excel workbook; save it as .xlsx without a password, or as CSV")
    return _csv_rows(path, data)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise AuditError(f"{path} is not there; check the name") from None
    except OSError as error:
        raise AuditError(f"{path} could not be read: {why(error)}") from error


def open_workbook(path: Path) -> Workbook:
    """A workbook that came back from somebody, with its formulas as formulas. Raises AuditError with what to do.

    Checked before it is opened: what it is, how much it unpacks to, and that it declares no entities.
    """
    return opened(_bytes_of(path), str(path))


def opened(data: bytes, path: str) -> Workbook:
    """The same of a workbook's bytes; `path` is what the sentence calls it."""
    from openpyxl import load_workbook

    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise AuditError(f"{path} is an old or a locked Excel workbook; save it as .xlsx without a password")
    if data[:4] != b"PK\x03\x04":
        raise AuditError(f"{path} is no .xlsx workbook; save it from Excel as 'Excel Workbook (.xlsx)'")
    _refuse_bombs(path, data)
    if other := _other_kind(data):
        raise AuditError(f"{path} is {other}; save it as 'Excel Workbook (.xlsx)'")
    try:
        return load_workbook(io.BytesIO(data), data_only=False, keep_links=False)
    except Exception as error:  # openpyxl raises whatever the damage leads it to
        raise AuditError(f"{path} could not be read as a workbook; open it in Excel and save it again") from error


def _other_kind(data: bytes) -> str:
    """What a package is that is no .xlsx workbook; "" for one that may be."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        if "mimetype" in names and b"opendocument" in archive.read("mimetype")[:100]:
            return "an OpenDocument file"
    return "a binary Excel workbook (.xlsb)" if "xl/workbook.bin" in names else ""


def _csv_rows(path: Path, data: bytes) -> tuple[tuple[str, ...], ...]:
    text = decoded(data)
    if "\0" in text:
        raise AuditError(f"{path} is neither a CSV table nor an .xlsx workbook; save the table as one of these")
    lines = text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    mark = max(",;\t", key=first.count) if first else ","
    csv.field_size_limit(2**24)
    try:
        return tuple(tuple(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True))
    except csv.Error as error:
        raise AuditError(f"{path} is not a well-formed CSV table ({error}); save it again from Excel") from error


def decoded(data: bytes) -> str:
    """Text of a table as Excel may have saved it: UTF-8, UTF-16 with its mark, else Windows-1252."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _workbook_rows(path: Path, data: bytes) -> tuple[tuple[str, ...], ...]:
    from openpyxl import load_workbook

    _refuse_bombs(path, data)
    try:
        book = load_workbook(io.BytesIO(data), data_only=True)
        sheet = next(one for one in book.worksheets if one.sheet_state == "visible")
    except Exception as error:  # openpyxl raises whatever the damage leads it to
        raise AuditError(f"{path} could not be read as a workbook; open it in Excel and save it again") from error
    cells: dict[int, dict[int, str]] = {}
    for (row, column), cell in sheet._cells.items():  # only those that are there: one far corner cell costs nothing
        text = _cell_text(cell)
        if text and row <= _ROWS_LIMIT and column <= _COLUMNS_LIMIT:
            cells.setdefault(row, {})[column] = text
        elif text:
            raise AuditError(f"{path} has a value in {cell.coordinate}, far outside a table; clear that cell")
    width = max((max(row) for row in cells.values()), default=0)
    blank = ("",) * width
    last = max(cells, default=0)
    if last > 10 * len(cells) + 100_000:
        raise AuditError(f"{path} has a value in row {last}, far below its table; clear that row")
    return tuple(
        tuple(cells[row].get(column, "") for column in range(1, width + 1)) if row in cells else blank
        for row in range(1, last + 1)
    )


def _refuse_bombs(path: Path | str, data: bytes) -> None:
    """Refuse a workbook that would unpack beyond bounds or that declares entities, before openpyxl opens it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            total = 0
            for entry in archive.infolist():
                with archive.open(entry) as part:
                    head = part.read(4096)
                    total += len(head)
                    while chunk := part.read(1 << 20):
                        total += len(chunk)
                        if total > _PARTS_LIMIT:
                            raise AuditError(f"{path} unpacks to more than 256 MiB; save the table as CSV")
                if b"<!DOCTYPE" in head.upper():
                    raise AuditError(
                        f"{path} holds a document type declaration, which no Excel file does; save it again"
                    )
    except AuditError:
        raise
    except Exception as error:  # zipfile raises a dozen kinds on damage
        raise AuditError(f"{path} is a damaged workbook; open it in Excel and save it again") from error


def _cell_text(cell: Cell | MergedCell) -> str:
    """What a person would read in the cell: whole numbers without .0, dates as ISO, leading zeros where shown."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        if abs(value) >= 10**15:
            return f"{value:.15G}"  # Excel keeps 15 digits: longer numbers are damaged, and must look it
        if isinstance(value, int) or value.is_integer():
            digits = str(int(value))
            zeros = cell.number_format
            return digits.zfill(len(zeros)) if zeros and set(zeros) == {"0"} else digits
        return repr(value).replace("e", "E")
    return str(value)
