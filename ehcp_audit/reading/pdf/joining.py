"""Over the end of a page: sentences that go on, tables that go on, rows that were cut in two."""

from __future__ import annotations

from ehcp_audit.reading.pdf.layout import Block, CellRead, Free, RowRead, TableRead
from ehcp_audit.reading.pdf.paragraphs import Paragraph, ended, fits, goes_on, joined

_SAME_EDGE = 4.0
_MOST_HEADERS = 3


def join_pages(pages: list[list[Block]], bottoms: dict[int, float]) -> list[Block]:
    """The blocks of all pages as one list; what a page's end parted is one again."""
    whole: list[Block] = []
    for blocks in pages:
        for number, block in enumerate(blocks):
            last = whole[-1] if whole else None
            if number == 0 and last is not None and _page(last) == block.page - 1:
                if isinstance(block, Free) and isinstance(last, Free):
                    _join_text(last, block)
                elif isinstance(block, TableRead) and isinstance(last, TableRead) and _same_grid(last, block):
                    _join_table(last, block, bottoms.get(block.page - 1, last.bottom))
                    continue
            whole.append(block)
    return whole


def _page(block: Block) -> int:
    """The page on which the block ends."""
    if isinstance(block, TableRead):
        return block.page
    return block.page


def _join_text(above: Free, below: Free) -> None:
    """A sentence that runs over the end of the page."""
    if above.paragraphs and below.paragraphs and _runs_on(above.paragraphs[-1], below.paragraphs[0]):
        _merge(above.paragraphs[-1], below.paragraphs.pop(0))


def _runs_on(above: Paragraph, below: Paragraph) -> bool:
    """Is the second the rest of the first?"""
    if below.marker or abs(above.size - below.size) > 0.6 or above.bold != below.bold:
        return False
    if above.rows[-1].wrapped:
        return True
    last = above.rows[-1]
    full = above.column is None or fits(last, below.rows[0], above.column) < 0
    return full and not ended(above.text) and goes_on(below.text)


def _merge(above: Paragraph, below: Paragraph) -> None:
    above.text = joined(above.text, below.text, above.rows[-1].wrapped)
    above.rows.extend(below.rows)


def _same_grid(above: TableRead, below: TableRead) -> bool:
    """Do the two stand on the same columns?"""
    if not above.rows or not below.rows:
        return False
    if abs(above.edges[0] - below.edges[0]) > _SAME_EDGE or abs(above.edges[-1] - below.edges[-1]) > _SAME_EDGE:
        return False
    few, many = sorted((above.edges, below.edges), key=len)
    return all(any(abs(edge - other) <= _SAME_EDGE for other in many) for edge in few)


def _join_table(above: TableRead, below: TableRead, page_bottom: float) -> None:
    """The rows of the second go on in the first; repeated header rows fall away."""
    if len(below.edges) > len(above.edges):
        _regrid(above, below.edges)
    elif len(below.edges) < len(above.edges):
        _regrid(below, above.edges)
    rows = below.rows
    repeated = 0
    for one, other in zip(above.rows[:_MOST_HEADERS], rows, strict=False):
        if not one.texts or one.texts != other.texts:
            break
        repeated += 1
    for row in above.rows[:repeated]:
        row.header = True
    rows = rows[repeated:]
    reaches = above.bottom > page_bottom - 40.0
    if rows and above.rows and len(above.rows) > repeated and _is_rest(above, rows[0], reaches):
        _join_row(above.rows[-1], rows[0])
        rows = rows[1:]
    above.rows.extend(rows)
    above.page, above.bottom = below.page, below.bottom


def _regrid(table: TableRead, edges: list[float]) -> None:
    """Count the table's columns on a finer grid."""

    def column(x: float) -> int:
        return min(range(len(edges)), key=lambda one: abs(edges[one] - x))

    for row in table.rows:
        for cell in row.cells:
            cell.first, cell.last = column(cell.box[0]) + 1, column(cell.box[2])
    table.edges = edges


def _is_rest(above: TableRead, row: RowRead, reaches: bool) -> bool:
    """Is the first row of the next page the rest of the last row of this one?"""
    last = above.rows[-1]
    if not reaches or [(cell.first, cell.last) for cell in last.cells] != [
        (cell.first, cell.last) for cell in row.cells
    ]:
        return False
    pairs = list(zip(last.cells, row.cells, strict=True))
    if any(one.paragraphs and other.paragraphs and _cell_runs_on(one, other) for one, other in pairs):
        return True
    if not any(cell.paragraphs for cell in row.cells):
        return True
    # A row of its own has words wherever the rows above have them.
    filled = [
        sum(1 for one in above.rows if any(c.first == cell.first and c.paragraphs for c in one.cells))
        for cell in row.cells
    ]
    return any(
        not cell.paragraphs and times == len(above.rows) and times > 1
        for cell, times in zip(row.cells, filled, strict=True)
    )


def _cell_runs_on(above: CellRead, below: CellRead) -> bool:
    return _runs_on(above.paragraphs[-1], below.paragraphs[0])


def _join_row(above: RowRead, below: RowRead) -> None:
    for cell, rest in zip(above.cells, below.cells, strict=True):
        more = rest.paragraphs
        if cell.paragraphs and more and _runs_on(cell.paragraphs[-1], more[0]):
            _merge(cell.paragraphs[-1], more[0])
            more = more[1:]
        cell.paragraphs.extend(more)
