"""Items side by side: a column each under "Outcome 1", "Outcome 2", and rows that say what and by when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ehcp_audit.model import Field, Passage
from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.drafts import NOUNS, Draft
from ehcp_audit.plan.item_prose import Prose
from ehcp_audit.plan.item_words import OWN
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.times import names_time
from ehcp_audit.rare import rarely

_LONGEST_LABEL = 6  # words
_BY = rarely(r"by\b", re.IGNORECASE)
_NUMBERED = rarely(
    r"(?P<noun>outcome|need|provision|aim|goal|target)\s{0,2}(?:no\.?|number)?\s{0,2}[B-H]?\.?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})?[a-z]?)\W{0,2}",
    re.IGNORECASE,
)


def read_across(
    layout: Layout, code: str, rows: Sequence[Row], begins: dict[int, int], areas: Sequence[str | None]
) -> list[Draft] | None:
    """The items of a table that gives each a column; None where it is no such table."""
    numbers = _numbers(layout, code, rows[0])
    body = rows[1:]
    if len(numbers) < 2 or not body:
        return None
    labels = [_label(layout, row, numbers) for row in body]
    if not all(labels):
        return None
    names = [_name(label) for label in labels if label is not None]
    whats = [name in (NOUNS[code], "outcome", "need", "provision") for name in names]  # "What", over an outcome too
    own = next((at for at, what in enumerate(whats) if what), 0)
    drafts: list[Draft] = []
    for columns, head in numbers.items():
        cells = [next((cell for cell in row.cells if cell.columns == columns), None) for row in body]
        said = cells[own]
        if said is None:
            continue
        reader = Prose(layout, code, area=areas[body[own].first], row=(body[own].table, body[own].number))
        reader.waiting, reader.number = True, head
        reader.read(said.stretches, begins, areas)
        for draft in reader.drafts[:1]:
            draft.fields.extend(
                _field(name, layout.cell_passage(cell))
                for at, (name, cell) in enumerate(zip(names, cells, strict=True))
                if at != own and cell is not None and name not in ("area", "number", "strengths", "title")
            )
        drafts.extend(reader.drafts)
    return drafts or None


def _numbers(layout: Layout, code: str, row: Row) -> dict[tuple[int, int], str]:
    """The numbers that the cells of a row give to the columns under them; none where a cell of another kind is."""
    found: dict[tuple[int, int], str] = {}
    for at, cell in enumerate(row.cells):
        match = _NUMBERED.fullmatch(" ".join(layout.cell_text(cell).split()))
        if match is not None and match["noun"].lower() in OWN[NOUNS[code]]:
            found[cell.columns] = match["number"].lower()
        elif at or not layout.cell_text(cell).strip():
            return {}
    return found if len(set(found.values())) == len(found) else {}


def _name(label: str) -> str | None:
    """What a row holds: "Outcome", "Who monitors"; "By July 2027" over an outcome's end holds steps."""
    return column_name(label) or ("steps" if _BY.match(label) and names_time(label) else None)


def _label(layout: Layout, row: Row, numbers: dict[tuple[int, int], str]) -> str | None:
    """The few words before a row's cells that say what they hold."""
    first = row.cells[0]
    words = " ".join(layout.cell_text(first).split())
    few = 0 < len(words.split()) <= _LONGEST_LABEL
    return words if few and first.columns not in numbers and len(row.cells) > 1 else None


def _field(name: str | None, passage: Passage) -> Field:
    if name == "who" and names_time(passage.text):
        return Field("by_when", passage)  # "By | July 2027"
    return Field(name or "other", passage)
