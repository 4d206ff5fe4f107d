"""Under one heading for two sections ("Parts E and F"): the rows that say by their labels which of the two they are.

A table for each outcome holds it in a row over all columns, its steps, and then its provision row by row ("F. What",
"Provision"), with who gives it and how often below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ehcp_audit.plan.heading_columns import joint_code
from ehcp_audit.plan.headings import Heading, covers
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.vocabulary import STARTS

if TYPE_CHECKING:
    from ehcp_audit.plan.ownership import Ownership

_LONGEST = 60  # characters of a label
_LEAST = 2  # rows with the second section's label, below which it may be a word of the first


def part_rows(layout: Layout, result: Ownership) -> None:
    """Gives the rows under each heading over several sections to the one that their labels name."""
    for joint in result.joined:
        codes = covers(joint.codes)
        if len(codes) != 2:
            continue
        rows = list(_rows_under(layout, result, joint, codes))
        labels = {id(row): code for row in rows if (code := _label(layout, row, codes)) is not None}
        if sum(code == codes[1] for code in labels.values()) >= _LEAST:
            _part(layout, result, rows, labels, codes)


def _rows_under(layout: Layout, result: Ownership, joint: Heading, codes: Sequence[str]) -> Iterator[Row]:
    """The rows of tables between a heading over two sections and the next heading of another."""
    seen: Row | None = None
    for index in range(joint.last + 1, len(layout.stretches)):
        if index in result.headings and not set(result.codes_at.get(index, ("",))) <= set(codes):
            return
        row = layout.rows[index]
        if row is None or row is seen:
            continue
        seen = row
        own = [one for cell in row.cells for one in cell.stretches if one not in result.headings]
        if own and all(result.owners[one] in codes for one in own):
            yield row


def _label(layout: Layout, row: Row, codes: Sequence[str]) -> str | None:
    text = layout.cell_text(row.cells[0]) if len(row.cells) > 1 else ""
    return joint_code(text, codes) if text and len(text) <= _LONGEST else None


def _part(layout: Layout, result: Ownership, rows: Sequence[Row], labels: dict[int, str], codes: Sequence[str]) -> None:
    current, table = codes[0], -1
    for row in rows:
        if row.table != table or len(row.cells) == 1:
            current, table = codes[0], row.table
        label = labels.get(id(row))
        current = label if label is not None and label in codes else current
        for cell in row.cells:
            for index in cell.stretches:
                if index not in result.headings:
                    result.owners[index] = current
        if label == codes[1]:
            first, last = row.cells[0].stretches[0], row.cells[0].stretches[-1]
            text = " ".join(layout.cell_text(row.cells[0]).split())
            result.opened.setdefault(label, []).append(Heading(first, last, (label,), "row", 0.75, text, STARTS, "row"))
            result.headings.update(range(first, last + 1))
