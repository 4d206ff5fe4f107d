"""How a worksheet of ours is laid out: readable, printable, and usable with a screen reader.

One table to a sheet, its header row frozen and repeated on paper, text wrapped and rows high enough to show it,
columns fitted to one A4 page across, every colour joined by a word. No merged cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import TYPE_CHECKING, Any, cast

from ehcp_audit.long_tables import LongTable, may_be_long
from ehcp_audit.model import Verdict
from ehcp_audit.styling import BLUE, INK, INPUT, PAPER, RULE, SHADE, VERDICTS
from ehcp_audit.workbooks import FONT, Value, put

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Border
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

TALLEST = 400  # points; Excel allows 409
SHARE = "0.0%"  # how a share of 1 is shown
LINE = 1.25  # points of row height for each point of type
_WIDTHS = {
    222: "ijl'|‘’", 278: "ftI.,:;/!\\[] \u00a0", 333: "r-()“”`", 355: '"', 389: "*", 469: "^", 500: "ckvsxyzJ",
    584: "+<>=~→", 611: "FTZ", 667: "ABEKPSVXY&", 722: "CDHNRUw", 778: "GOQ", 833: "mM", 889: "%", 944: "W", 1000: "—…",
    1015: "@",
}  # fmt: skip
"""How wide the letters are, in thousandths of the size of the type; any other has the width of a figure."""

_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_FIGURE = 556


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its width in characters, and what may be done in it."""

    heading: str
    width: float
    wrap: bool = True
    centre: bool = False
    unlocked: bool = False
    hidden: bool = False
    number: str = ""  # an Excel number format


def at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell at a row and a column, both counted from 1. We merge none, so it is a cell of its own."""
    return cast("Cell", sheet.cell(row, column))


def write(cell: Cell, value: Value, *, bold: bool = False, size: float = 10, colour: str = INK, fill: str = "") -> None:
    """Put a value in a cell, in our type, wrapped and set to the top."""
    from openpyxl.styles import Alignment, Font, PatternFill

    put(cell, value)
    cell.font = Font(name=FONT, size=size, bold=bold, color=colour)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if fill:
        cell.fill = PatternFill("solid", start_color=fill, end_color=fill)


def new_sheet(book: Workbook, title: str) -> Worksheet:
    """A new sheet at the end of the workbook."""
    return cast("Worksheet", book.create_sheet(title))


def title_rows(sheet: Worksheet, title: str, lines: Sequence[str], *, column: int = 1) -> int:
    """Write a title and the lines below it in a column, running on to the right. Returns the next free row.

    A `column` that is printed again on each page has room for none: there they are cut at its edge.
    """
    from openpyxl.styles import Alignment

    write(at(sheet, 1, column), title, bold=True, size=16)
    sheet.row_dimensions[1].height = 24
    for row, line in enumerate(lines, start=2):
        write(at(sheet, row, column), line)
        sheet.row_dimensions[row].height = 16
    for row in range(1, len(lines) + 2):
        at(sheet, row, column).alignment = Alignment(vertical="center", wrap_text=False)
    return len(lines) + 2


def table(
    sheet: Worksheet,
    row: int,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Value]],
    *,
    size: float = 10,
    freeze_columns: int = 0,
    filters: bool = True,
    long: bool = False,
) -> int:
    """Write a table with its headings at `row`; freeze, filter and repeat them. Returns the row after the table.

    A `long` table may have ten thousand rows: those between its first and its last are no cells to be changed later.
    """
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = column.width
        dimension.hidden = column.hidden
        write(at(sheet, row, number), column.heading, bold=True, size=size, colour=PAPER, fill=BLUE)
        at(sheet, row, number).border = edges()
        at(sheet, row, number).alignment = Alignment(vertical="center", wrap_text=True)
    sheet.row_dimensions[row].height = row_height(columns, [one.heading for one in columns], size, bold=True)
    dressed: list[Any] = []
    middle = range(2, len(rows)) if long and may_be_long(rows) else range(0)
    for offset, values in enumerate(rows, start=1):
        if offset in middle:
            continue
        for number, (column, value) in enumerate(zip(columns, values, strict=True), start=1):
            cell: Any = at(sheet, row + offset, number)  # the stubs do not know `_style`
            if offset == 1:
                _dress(cell, column, size)
                dressed.append(copy(cell._style))
            else:  # a style made anew for every cell takes most of the time that a workbook takes
                cell._style = copy(dressed[number - 1])
            put(cell, value)
        sheet.row_dimensions[row + offset].height = row_height(columns, values, size)
    if middle:
        like = [at(sheet, row + 1, number) for number in range(1, len(columns) + 1)]
        height = partial(row_height, columns, size=size)
        cast("Any", sheet).long_table = LongTable(row + 2, rows[1:-1], like, height)
    last = f"{get_column_letter(len(columns))}{row + max(1, len(rows))}"
    if filters:
        sheet.auto_filter.ref = f"A{row}:{last}"
    sheet.freeze_panes = f"{get_column_letter(freeze_columns + 1)}{row + 1}"
    sheet.print_title_rows = f"{row}:{row}"
    return row + len(rows) + 1


def _dress(cell: Cell, column: Column, size: float) -> None:
    """Give a cell of the table's body its looks, before it holds anything."""
    from openpyxl.styles import Alignment, Font, PatternFill, Protection

    cell.font = Font(name=FONT, size=size, color=INK)
    cell.border = edges()
    cell.alignment = Alignment(vertical="top", wrap_text=column.wrap, horizontal="center" if column.centre else None)
    if column.number:
        cell.number_format = column.number
    if column.unlocked:
        cell.fill = PatternFill("solid", start_color=INPUT, end_color=INPUT)
        cell.protection = Protection(locked=False)


def edges() -> Border:
    """A thin line round a cell."""
    from openpyxl.styles import Border, Side

    side = Side(style="thin", color=RULE)
    return Border(left=side, right=side, top=side, bottom=side)


def row_height(columns: Sequence[Column], values: Sequence[Value], size: float, *, bold: bool = False) -> float:
    """Points of height that show the longest cell of a row, wrapped."""
    most = 1
    for column, value in zip(columns, values, strict=True):
        if isinstance(value, str) and column.wrap and not column.hidden:
            most = max(most, lines_needed(value, column.width, size, bold=bold))
    return min(TALLEST, most * size * LINE + 3)


def lines_needed(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """Lines that a text takes in a column so many figures wide: words are not parted, as Excel wraps them."""
    room = (width * 5.25 - 4) * 1000 / size * (0.9 if bold else 0.97)  # a figure of the workbook's type takes 7 pixels
    return sum(_lines_of(paragraph, max(room, 4.0 * _FIGURE)) for paragraph in text.split("\n"))


def _lines_of(paragraph: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in paragraph.split(" "):
        long = sum(_WIDTH.get(letter, _FIGURE) for letter in word)
        if used and used + _WIDTH[" "] + long > room:
            lines, used = lines + 1, 0.0
        used += long + (_WIDTH[" "] if used else 0)
        if used > room:
            lines += ceil(used / room) - 1
            used %= room
    return lines


def page_setup(sheet: Worksheet, name: str, *, landscape: bool = True, across: int = 1) -> None:
    """Print on A4, one page `across` or several, the sheet's name at the head and "Page 1 of 3" at the foot."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = across
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.6, 0.55
    margins.header = margins.footer = 0.3
    head, foot = HeaderFooterItem(), HeaderFooterItem()
    head.left.text, head.right.text = _small(name.replace("&", "&&")), _small("&A")
    foot.left.text, foot.right.text = _small("By these checks. Not legal advice."), _small("Page &P of &N")
    sheet.oddHeader, sheet.oddFooter = head, foot
    sheet.sheet_view.showGridLines = False


def _small(words: str) -> str:
    return f'&"Arial,Regular"&9{words}'


def protect(sheet: Worksheet) -> None:
    """Guard a sheet against slips, without a password: filtering and resizing stay allowed."""
    sheet.protection.sheet = True
    sheet.protection.autoFilter = False
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.protection.formatCells = True
    sheet.protection.selectLockedCells = False
    sheet.protection.selectUnlockedCells = False


def colour_verdicts(
    sheet: Worksheet, cells: str, words: dict[Verdict, str] | None = None, also: dict[str, Verdict] | None = None
) -> None:
    """Colour the cells of a range by the verdict word that stands in them; `also` are words coloured as a verdict."""
    from openpyxl.formatting.rule import CellIsRule
    from openpyxl.styles import Font, PatternFill

    named = {(words or {}).get(verdict, str(verdict)): verdict for verdict in VERDICTS}
    for word, verdict in {**named, **(also or {})}.items():
        tone = VERDICTS[verdict]
        fill = PatternFill("solid", start_color=tone.background, end_color=tone.background)
        rule = CellIsRule(  # type: ignore[no-untyped-call]
            "equal", [f'"{word}"'], font=Font(color=tone.text), fill=fill
        )
        sheet.conditional_formatting.add(cells, rule)


def choices(book: Workbook, lists: Worksheet, column: int, name: str, words: Sequence[str]) -> str:
    """Write a list of choices in a column of the sheet of lists and give it a name. Returns its formula."""
    from openpyxl.utils import get_column_letter
    from openpyxl.workbook.defined_name import DefinedName

    letter = get_column_letter(column)
    write(at(lists, 1, column), name, bold=True, fill=SHADE)
    lists.column_dimensions[letter].width = max(14, *(len(word) + 2 for word in words))
    for row, word in enumerate(words, start=2):
        write(at(lists, row, column), word)
    book.defined_names[name] = DefinedName(name, attr_text=f"'{lists.title}'!${letter}$2:${letter}${len(words) + 1}")
    return f"={name}"


def drop_down(sheet: Worksheet, cells: str, formula: str, *, strict: bool = True, error: str = "") -> None:
    """Offer the choices in these cells; refuse others when `strict`, else take free text too."""
    from openpyxl.worksheet.datavalidation import DataValidation

    validation = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=strict)
    if strict:
        validation.errorStyle = "stop"
        validation.errorTitle = "Not one of the choices"
        validation.error = error or "Choose one of the words in the list."
    sheet.add_data_validation(validation)
    validation.add(cells)


def bars(
    sheet: Worksheet,
    place: str,
    title: str,
    rows: tuple[int, int],
    names: int,
    values: Sequence[int],
    *,
    upright: bool = False,
) -> None:
    """Draw a native bar chart of counts: `rows` from heading to last, the columns of `names` and of `values`.

    Of two columns of values the second goes on where the first ends, in grey. What the chart shows stands in the table
    beside it, so that nothing is in the picture alone.
    """
    from openpyxl.chart import BarChart, Reference
    from openpyxl.chart.shapes import GraphicalProperties

    chart: Any = BarChart()
    chart.type = "col" if upright else "bar"
    chart.title, chart.legend, chart.gapWidth, chart.style = title, None, 60, 2
    head, last = rows
    for column, colour in zip(values, (BLUE, RULE), strict=False):
        chart.add_data(Reference(sheet, min_col=column, min_row=head, max_row=last), titles_from_data=True)
        chart.series[-1].graphicalProperties = GraphicalProperties(solidFill=colour)
    if len(values) > 1:
        chart.grouping, chart.overlap = "stacked", 100
    chart.set_categories(Reference(sheet, min_col=names, min_row=head + 1, max_row=last))
    chart.y_axis.scaling.min = 0
    chart.y_axis.majorUnit, chart.y_axis.number_format = None, "0"
    chart.x_axis.scaling.orientation = "minMax" if upright else "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=_line(RULE))
    chart.width, chart.height = 24, max(8.0, 2.6 + 0.85 * (last - head)) if not upright else 9.0
    sheet.add_chart(chart, place)


def _line(colour: str) -> Any:
    from openpyxl.drawing.line import LineProperties

    return LineProperties(solidFill=colour, w=9525)
