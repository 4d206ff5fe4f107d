"""Records: tables of a label and its words in each row, in which the same labels come back for every item.

Turned, so that each record is a row and each label heads a column, they are read like any other table: whatever a
writer calls the columns, what stands under them tells what they hold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ehcp_audit.plan.cards import own_number
from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.drafts import NOUNS
from ehcp_audit.plan.layout import Cell, Layout, Row
from ehcp_audit.plan.ref_labels import is_of_codes
from ehcp_audit.plan.smart import smart_names
from ehcp_audit.plan.table_columns import Columns
from ehcp_audit.rare import rarely

_FEWEST = 2  # records, and labels in each
_LONGEST_LABEL = 14  # words
_ALIKE = 0.75  # the share of rows whose label comes back in most records
_HEAD = -1  # the number of the row of labels, that stands in no table
_CODE = rarely(
    r"\([^()]{0,40}\)|(?:outcome|need|provision|aim|target|goal)?\s?\b(?:no\.?\s?)?(?:[A-K]\.?\s?)?\d{1,2}(?:\.\d{1,2})?[a-z]?\b",
    re.IGNORECASE,
)
_ASKING = frozenset({"what", "how", "who", "when", "where"})  # "What Ama will do", "Where she is now"
_NOT_LETTERS = rarely(r"[^a-z]+")


class Records(NamedTuple):
    """The rows that a table's records make, under the row of their labels; and each one's own number, by its place."""

    header: Columns
    rows: tuple[Row, ...]
    numbers: dict[tuple[int, int], str]


def records_of(layout: Layout, tables: Sequence[Sequence[Row]]) -> list[Records | None]:
    """For each of a section's tables, or what of it is the section's: its records, turned. None where it has none.

    The records of a section may stand in one table or in one each.
    """
    told = [table for table in tables if not _of_strengths(layout, table)]
    if 0 < len(told) < len(tables):  # "Strengths | ..." alone, over the records of the needs
        found = iter(records_of(layout, told))
        return [None if _of_strengths(layout, table) else next(found) for table in tables]
    rows = [row for table in tables for row in table]
    if len(rows) < _FEWEST * _FEWEST or any(len(row.cells) != 2 for row in rows):
        return [None] * len(tables)
    labels = {row.first: _label(layout, row) for row in rows}
    if not all(labels.values()) or smart_names(list(labels.values())):
        return [None] * len(tables)
    parts = [_parts(table, labels) for table in tables]
    records = [record for part in parts for record in part]
    if not _come_back(records, labels):
        return [None] * len(tables)
    order = {label: at for at, label in enumerate(dict.fromkeys(labels[row.first] for row in rows))}
    heads = {labels[row.first]: row.cells[0] for row in reversed(rows)}
    top = tuple(_turned(heads[label], at) for label, at in order.items())
    named = [(cell.columns, _plain(layout, cell)) for cell in top]
    nouns = Counter(column_name(label) for _, label in named)
    names = tuple((at, _own_name(label, nouns)) for at, label in named)
    if not _are_of_one_item([name for _, name in names], [label.partition(" ")[0] for label in order]):
        return [None] * len(tables)
    head = Row(rows[0].table, _HEAD, top, header=True)
    return [
        Records(
            Columns(_HEAD, names),
            (head, *(_row(record, order, labels) for record in part)),
            {(record[0].table, record[0].number): number for record in part if (number := _number(layout, record))},
        )
        for part in parts
    ]


def _of_strengths(layout: Layout, table: Sequence[Row]) -> bool:
    return all(column_name(layout.cell_text(row.cells[0])) == "strengths" for row in table)


def _own_name(label: str, often: Mapping[str | None, int]) -> str | None:
    """What a label names; beside "Outcome", the label "Outcome ref" is that of its code.

    `often`: how many labels have each name.
    """
    name = column_name(label)
    return "number" if name in NOUNS.values() and often[name] > 1 and is_of_codes(label) else name


def _parts(table: Sequence[Row], labels: dict[int, str]) -> list[list[Row]]:
    """The rows of a table, parted where a label comes that the record has already."""
    parts: list[list[Row]] = []
    held: set[str] = set()
    for row in table:
        label = labels[row.first]
        if not parts or label in held:
            parts.append([])
            held = set()
        parts[-1].append(row)
        held.add(label)
    return parts


def _come_back(records: Sequence[Sequence[Row]], labels: dict[int, str]) -> bool:
    """Do all records begin with the same label, and do most of their labels come back in most of them?"""
    if len(records) < _FEWEST or len({labels[record[0].first] for record in records}) > 1:
        return False
    often = Counter(labels[row.first] for record in records for row in record)
    rows = sum(often.values())
    usual = {label for label, count in often.items() if 2 * count > len(records)}
    return len(usual) >= _FEWEST and sum(often[label] for label in usual) >= _ALIKE * rows


def _are_of_one_item(names: Sequence[str | None], words: Sequence[str]) -> bool:
    """Do the labels say what one item has, and not which item each row holds: "In class" and "At home"?

    Half of them are names that columns have, or questions of different kinds; one at most is that of need, outcome or
    provision itself, and not alone. `words`: the first of each label.
    """
    nouns = [name for name in names if name in NOUNS.values()]
    asked = [word for name, word in zip(names, words, strict=True) if name is None and word in _ASKING]
    told = sum(name is not None for name in names) + len(asked)
    return len(set(asked)) == len(asked) and len(set(nouns)) == len(nouns) < told and 2 * told >= len(names)


def _label(layout: Layout, row: Row) -> str:
    """The words of a row's label, by which it is known again: without its own number ("E1 What Ama will do")."""
    text = _plain(layout, row.cells[0])
    return _NOT_LETTERS.sub(" ", text.lower()).strip() if len(text.split()) <= _LONGEST_LABEL else ""


def _plain(layout: Layout, cell: Cell) -> str:
    return " ".join(_CODE.sub(" ", layout.cell_text(cell)).split()).strip(" .:–—-")


def _row(record: Sequence[Row], order: dict[str, int], labels: dict[int, str]) -> Row:
    cells = (_turned(row.cells[1], order[labels[row.first]]) for row in record)
    return Row(record[0].table, record[0].number, tuple(cells))


def _turned(cell: Cell, at: int) -> Cell:
    return Cell(at + 1, (at + 1, at + 1), cell.stretches)


def _number(layout: Layout, record: Sequence[Row]) -> str | None:
    return own_number(" ".join(layout.cell_text(record[0].cells[0]).split()))
