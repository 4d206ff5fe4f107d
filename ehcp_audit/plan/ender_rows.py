"""Where the sections end in a plan that is one table, or several: labels of rows, and titles between them, of what
stands outside A to K.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, format_score, outside_at, same_format
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.vocabulary import is_outside, is_surely_outside

FEWEST_ROWS = 4  # of sections
_MOST_IN_TABLE = 9  # sections in the rows of one table: all of them, but for a few that a plan may lack
_LEAST_OF_LAST = 60  # characters that the last of them holds
_LONGEST = 120  # characters of a title
_LONGEST_LABEL = 60  # characters


def is_row_of_none(one: Heading, lines: Sequence[Heading], layout: Layout) -> bool:
    """Is a title of what stands outside the label of a row like those of four sections in tables? Between the sections
    the title must surely be no section's; below the last of them that it may be none is enough.
    """
    row = layout.rows[one.first]
    if row is None or one.place != "row" or not (one.first > lines[-1].first or is_surely_outside(one.text)):
        return False
    return len({other.codes for other in _alike(one.first, row, lines, layout)}) >= FEWEST_ROWS


def _alike(index: int, row: Row, lines: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings that label a row of their own as the stretch labels this one."""
    return [
        other
        for other in lines
        if other.place == "row" and (beside := layout.rows[other.first]) is not None
        if same_format(layout, index, other.first) and len(beside.cells) == len(row.cells)
        if beside.cells[0].columns[0] == row.cells[0].columns[0]
    ]


def after_rows(lines: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The rows below that of the last section, where every section is a row of its table beside its label: "Agreed",
    "What happens next", whatever their labels say, or "Review" however it is set. The last section's words stand in its
    own row.
    """
    last = lines[-1]
    own = layout.rows[last.first]
    if last.codes != ("K",) or last.place != "row" or own is None or own.last == last.last:
        return []
    table = layout.tables[own.table]
    sections = {one.codes for one in lines if (at := layout.rows[one.first]) is not None and at.table == own.table}
    if len(sections) <= FEWEST_ROWS:
        return []
    found: list[Heading] = []
    for row in table[table.index(own) + 1 :]:
        text = layout.stretches[row.first].text
        if len(row.cells) < 2 or len(text) > _LONGEST_LABEL or text.endswith("."):
            continue
        if is_outside(text) or len({one.codes for one in _alike(row.first, row, lines, layout)}) > FEWEST_ROWS:
            found.append(outside_at(row.first, text, place="row"))
    return found


def between_rows(lines: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The titles between the tables of a plan whose sections all stand in rows, each beside its label, set larger than
    those labels: "My pathways to adulthood".
    """
    rows = [layout.rows[one.first] for one in lines if one.place == "row"]
    held = [row is not None and row.last > one.last for one, row in zip(lines, rows, strict=False)]
    if len(lines) < FEWEST_ROWS or len(rows) < len(lines) or not all(held):
        return []
    found: list[Heading] = []
    for one, other in pairwise(lines):
        row, label = layout.rows[one.first], layout.stretches[one.first]
        for index in range(row.last + 1 if row is not None else other.first, other.first):
            stretch = layout.stretches[index]
            if layout.rows[index] is None and stretch.bold and (stretch.size or 0.0) > (label.size or 0.0) + 0.6:
                found.append(outside_at(index, stretch.text))
                break
    return found


def below_table(lines: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The first title below the table in whose rows nearly all sections stand, each with its words in its row: "Adult
    life: who will help".
    """
    rows = [layout.rows[one.first] for one in lines]
    table = rows[-1].table if rows[-1] is not None else 0
    codes = {code for one, row in zip(lines, rows, strict=True) if row and row.table == table for code in one.codes}
    if not table or any(row is None or row.table != table for row in rows) or len(codes) < _MOST_IN_TABLE:
        return []
    last = layout.tables[table][-1].last
    if layout.ends[last] - layout.ends[lines[-1].last] < _LEAST_OF_LAST:
        return []  # the words of the last section may stand below
    for index in range(last + 1, len(layout.stretches)):
        text = layout.stretches[index].text.rstrip()
        if layout.rows[index] is None and format_score(layout, index) >= HEADING_FORMAT and len(text) < _LONGEST:
            return [outside_at(index, text)] if text[-1] not in ".;," else []
    return []
