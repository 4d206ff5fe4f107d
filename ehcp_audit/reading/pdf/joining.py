"""Over the end of a page: sentences that go on, tables that go on, rows that were cut in two."""

from __future__ import annotations

import re
from dataclasses import replace

from ehcp_audit.reading.pdf.breaking import Habits, fits, joined, runs_on
from ehcp_audit.reading.pdf.layout import Block, CellRead, Free, RowRead, TableRead
from ehcp_audit.reading.pdf.paragraphs import Paragraph

_SAME_EDGE = 4.0
_MOST_HEADERS = 3
_LONGEST_TITLE = 60
_LETTER = re.compile(r"[(\[]\s?(?:[Ss]ection |SECTION )?[A-K][12]?\s?[)\]]")
_LABEL = re.compile(r"\s{0,2}(?:[Ss]ection |SECTION |[Pp]art |PART )?[A-K][12]?[.:]?\s{0,2}")
_SECTION = re.compile(r"\b(?:[Ss]ection|SECTION) ([A-K][12]?)\b")
_NEAR_END = 40.0  # points above the lowest line of any page


def join_pages(pages: list[list[Block]], bottoms: dict[int, float], body: Habits, cells: Habits) -> list[Block]:
    """The blocks of all pages as one list; what a page's end parted is one again."""
    whole: list[Block] = []
    for blocks in pages:
        for number, block in enumerate(blocks):
            last = whole[-1] if whole else None
            if number and isinstance(block, Free) and isinstance(last, Free) and _is_beside(last, block):
                _join_text(last, block, body)
            if number == 0 and last is not None and _page(last) == block.page - 1:
                if isinstance(block, Free) and isinstance(last, Free):
                    _join_text(last, block, body)
                elif isinstance(block, TableRead) and isinstance(last, TableRead) and _same_grid(last, block):
                    _join_table(last, block, bottoms.get(block.page - 1, last.bottom), cells)
                    continue
            whole.append(block)
    return whole


def _page(block: Block) -> int:
    """The page on which the block ends."""
    if isinstance(block, TableRead):
        return block.page
    return block.page


def _is_beside(left: Free, right: Free) -> bool:
    """Is the second the column to the right of the first?"""
    return right.column.left >= left.column.right and right.top - left.top < 1


def _join_text(above: Free, below: Free, habits: Habits) -> None:
    """A sentence that runs over the end of the page."""
    if above.paragraphs and below.paragraphs and _runs_on(above.paragraphs[-1], below.paragraphs[0], habits):
        _merge(above.paragraphs[-1], below.paragraphs.pop(0))


def _runs_on(above: Paragraph, below: Paragraph, habits: Habits) -> bool:
    """Is the second the rest of the first?"""
    if below.marker or abs(above.size - below.size) > 0.6 or above.bold != below.bold:
        return False
    last = above.rows[-1]
    if last.text.isupper() and not below.rows[0].text.isupper():
        return False  # a heading in capitals at the foot of the page
    return fits(last, below.rows[0], above.column, habits) <= above.column.slack and runs_on(last, below.rows[0])


def _merge(above: Paragraph, below: Paragraph) -> None:
    above.text = joined(above.text, below.text, above.rows[-1].wrapped)
    above.rows.extend(below.rows)


def _same_grid(above: TableRead, below: TableRead) -> bool:
    """Do the two stand on the same columns?"""
    if not above.rows or not below.rows or _is_letter_alone(above, below):
        return False
    if not above.ruled or not below.ruled:
        return _aligned(_lefts(above), _lefts(below)) or _aligned(_lefts(below), _lefts(above))
    if abs(above.edges[0] - below.edges[0]) > _SAME_EDGE or abs(above.edges[-1] - below.edges[-1]) > _SAME_EDGE:
        return False
    few, many = sorted((above.edges, below.edges), key=len)
    return all(any(abs(edge - other) <= _SAME_EDGE for other in many) for edge in few)


def _is_letter_alone(above: TableRead, below: TableRead) -> bool:
    """Is the second one cell with a section's letter in it, "G", below a table that has no row of one cell?"""
    texts = [text for row in below.rows for _, text in row.texts]
    alone = len(below.rows) == 1 and len(below.rows[0].cells) == 1 and len(texts) == 1
    return alone and _LABEL.fullmatch(texts[0]) is not None and all(len(row.cells) > 1 for row in above.rows)


def _lefts(table: TableRead) -> list[float]:
    """Where the words of each column begin: the one thing that white space keeps from page to page."""
    lefts: dict[int, float] = {}
    for row in table.rows:
        for cell in row.cells:
            if cell.lines:
                lefts[cell.first] = min(lefts.get(cell.first, cell.column.left), cell.column.left)
    return [lefts[column] for column in sorted(lefts)]


def _aligned(many: list[float], few: list[float]) -> bool:
    """Do the columns of one table all begin where columns of the other do, from the first on?"""
    return (
        len(few) > 1
        and len(few) <= len(many)
        and abs(few[0] - many[0]) <= _SAME_EDGE
        and all(any(abs(left - other) <= _SAME_EDGE for other in many) for left in few)
    )


def _join_table(above: TableRead, below: TableRead, page_bottom: float, habits: Habits) -> None:
    """The rows of the second go on in the first; repeated header rows fall away."""
    if not above.ruled or not below.ruled:
        _number_by_lefts(above, below)
    elif len(below.edges) > len(above.edges):
        _regrid(above, below.edges)
    elif len(below.edges) < len(above.edges):
        _regrid(below, above.edges)
    rows = below.rows
    repeated = _repeated(above, rows)
    rows = rows[repeated:]
    if rows and _is_rest(above, rows[0], page_bottom, habits):
        _join_row(above.rows[-1], rows[0], habits)
        rows = rows[1:]
    above.rows.extend(rows)
    above.page, above.bottom = below.page, below.bottom


def _repeated(above: TableRead, rows: list[RowRead]) -> int:
    """How many rows at the top of the next page say again what rows above them said: headers that Word repeats?"""
    before = {row.texts: number for number, row in enumerate(above.rows)}
    repeated, expected = 0, None
    for row in rows[:_MOST_HEADERS]:
        number = before.get(row.texts) if row.texts else None
        if number is None or (expected is not None and number != expected):
            break
        if len(row.texts) < 2 and expected is None and number:
            break  # a single word may well stand twice; a row of them only in a header, or at the top of the table
        if len(row.texts) == 1 and expected is None and _is_band(row.texts[0][1], above):
            break
        above.rows[number].header = True
        repeated, expected = repeated + 1, number + 1
    return repeated


def _is_band(text: str, above: TableRead) -> bool:
    """Is a row across the table the label of a section, as further rows across it are: "Section F – My support" under
    "Section E – My outcomes"? Then it opens that section anew.
    """
    label = _SECTION.search(text)
    if label is None:
        return False
    others = (_SECTION.search(row.texts[0][1]) for row in above.rows if len(row.texts) == 1)
    return any(other is not None and other[1] != label[1] for other in others)


def _regrid(table: TableRead, edges: list[float]) -> None:
    """Count the table's columns on a finer grid."""

    def column(x: float) -> int:
        return min(range(len(edges)), key=lambda one: abs(edges[one] - x))

    for row in table.rows:
        for cell in row.cells:
            cell.first, cell.last = column(cell.box[0]) + 1, column(cell.box[2])
    table.edges = edges


def _number_by_lefts(above: TableRead, below: TableRead) -> None:
    """Count the columns of two tables without lines alike, though one of them leaves a column empty."""
    lefts = max(_lefts(above), _lefts(below), key=len)
    for table in (above, below):
        own = _lefts(table)
        columns = sorted({cell.first for row in table.rows for cell in row.cells if cell.lines})
        number = {
            column: 1 + min(range(len(lefts)), key=lambda one: abs(lefts[one] - left))
            for column, left in zip(columns, own, strict=True)
        }
        for row in table.rows:
            row.cells = [cell for cell in row.cells if cell.first in number]
            for cell in row.cells:
                cell.first = cell.last = cell.place = number[cell.first]
            _fill_gaps(row, len(lefts))


def _fill_gaps(row: RowRead, columns: int) -> None:
    """Empty cells where the row has none."""
    there = {cell.first for cell in row.cells}
    if not row.cells:
        return
    for column in range(1, columns + 1):
        if column not in there:
            row.cells.append(replace(row.cells[0], first=column, last=column, place=column, lines=[], paragraphs=[]))
    row.cells.sort(key=lambda cell: cell.first)


def _is_rest(above: TableRead, row: RowRead, page_bottom: float, habits: Habits) -> bool:
    """Is the first row of the next page the rest of the last row of this one?

    The page's end cuts a row only where its words reach it: whatever goes on overleaf must have filled its cell.
    """
    last = above.rows[-1]
    pairs = _pairs(last, row)
    if above.bottom < page_bottom - _NEAR_END or not pairs:
        return False
    goes_on = [(one, other) for one, other in pairs if other.says]
    if not goes_on:
        return True
    if not all(one.says and _fills(one, above.bottom) for one, _ in goes_on):
        return False
    if _is_labelled_anew(pairs[0][0], pairs[0][1], habits) or _all_begin(pairs, habits):
        return False
    if any(_go_on(one, other, habits) for one, other in goes_on):
        return True
    # A row of its own has words in the columns in which every row has them; the rest of one, in those that were full.
    return len(goes_on) <= 2 and any(
        one.says and not other.says and all(_has_words(earlier, one.first) for earlier in above.rows)
        for one, other in pairs
    )


def _pairs(above: RowRead, below: RowRead) -> list[tuple[CellRead, CellRead]]:
    """The cells of two rows that stand in the same columns; none where words of the second stand in others.

    A cell that spans many rows is said anew, and empty, at the top of each page.
    """
    places = {(cell.first, cell.last): cell for cell in above.cells}
    if any(cell.says and (cell.first, cell.last) not in places for cell in below.cells):
        return []
    return [(places[cell.first, cell.last], cell) for cell in below.cells if (cell.first, cell.last) in places]


def _is_labelled_anew(above: CellRead, below: CellRead, habits: Habits) -> bool:
    """Does the first cell of a row bear a short name or number of its own, as the row above has one?"""
    if not above.paragraphs or not below.paragraphs or _go_on(above, below, habits):
        return False
    one, other = above.paragraphs[-1], below.paragraphs[0]
    sections = [_SECTION.search(paragraph.text) for paragraph in (one, other)]
    if all(sections) and len({found[1] for found in sections if found is not None}) > 1:
        return True  # "Health – Section G" at the foot of the page, and "Outcome – Section E" overleaf
    return len(one.rows) == 1 and len(one.text) <= 12 and len(other.text) <= 12 and not other.text[:1].islower()


def _all_begin(pairs: list[tuple[CellRead, CellRead]], habits: Habits) -> bool:
    """Do all cells of a row of several have words on both pages, one paragraph above, and had one room for more?

    A row that is cut goes on where it was full; where all go on, and one was not and had said all, it is a row anew.
    """
    if len(pairs) < 3 or not all(one.says and other.says for one, other in pairs):
        return False
    if all(_is_line(one) for one, _ in pairs) and any(_had_room(one, other, habits) for one, other in pairs):
        return True
    if any(len(one.parts()) > 1 or one.inner or one.paragraphs[-1].marker for one, _ in pairs):
        return False
    ends = [one.paragraphs[-1].rows[-1] for one, _ in pairs]
    room = max(line.base for line in ends) - min(line.base for line in ends) > 0.9 * ends[0].size
    return room and any(
        one.paragraphs[-1].text.rstrip().endswith(".") and not _go_on(one, other, habits) for one, other in pairs
    )


def _is_line(cell: CellRead) -> bool:
    """Is one line all that stands in the cell?"""
    return not cell.inner and sum(len(paragraph.rows) for paragraph in cell.paragraphs) == 1


def _had_room(above: CellRead, below: CellRead, habits: Habits) -> bool:
    """Could the next word have stood at the end of the only line of the cell above, had it been of that sentence?"""
    if not below.paragraphs or below.paragraphs[0].text[:1].islower():
        return False
    one = above.paragraphs[-1]
    return fits(one.rows[-1], below.paragraphs[0].rows[0], one.column, habits) > one.column.slack


def _go_on(above: CellRead, below: CellRead, habits: Habits) -> bool:
    """Do the words of a cell run on in another, or its last table?"""
    one, other = above.parts()[-1], below.parts()[0]
    if isinstance(one, TableRead) or isinstance(other, TableRead):
        return isinstance(one, TableRead) and isinstance(other, TableRead) and _same_grid(one, other)
    return _runs_on(one, other, habits) or _ends_label(one, other)


def _ends_label(above: Paragraph, below: Paragraph) -> bool:
    """Is the second the letter of the section that the first names, or the end of what stands in brackets there?"""
    one, other = above.text, below.text
    opened = one.count("(") > one.count(")")
    closed = 0 <= other.find(")") < (other.find("(") if "(" in other else len(other))
    return (opened and closed) or (len(one) <= _LONGEST_TITLE and _LETTER.fullmatch(other) is not None)


def _fills(cell: CellRead, bottom: float) -> bool:
    """Do the cell's words reach its lower border, but for the few lines that a page's end may push over?"""
    if cell.inner and (not cell.paragraphs or cell.inner[-1].table.bottom > cell.paragraphs[-1].box[3]):
        return cell.inner[-1].table.bottom > bottom - 60.0
    line = cell.paragraphs[-1].rows[-1]
    return line.base > bottom - 4.5 * line.size


def _has_words(row: RowRead, column: int) -> bool:
    return any(cell.first == column and cell.says for cell in row.cells)


def _join_row(above: RowRead, below: RowRead, habits: Habits) -> None:
    for cell, rest in _pairs(above, below):
        more = rest.paragraphs
        if rest.inner:
            _join_inner(cell, rest, habits)
        if cell.paragraphs and more and _runs_on(cell.paragraphs[-1], more[0], habits):
            _merge(cell.paragraphs[-1], more[0])
            more = more[1:]
        cell.paragraphs.extend(more)


def _join_inner(above: CellRead, below: CellRead, habits: Habits) -> None:
    """The tables inside a cell go on in the rest of it: the first of them may be the rest of the last above."""
    more = below.inner
    one, other = above.parts()[-1] if above.says else None, below.parts()[0]
    if isinstance(one, TableRead) and isinstance(other, TableRead) and _same_grid(one, other):
        _join_table(one, other, one.bottom, habits)
        more = [inner for inner in more if inner.table is not other]
    above.inner.extend(more)
