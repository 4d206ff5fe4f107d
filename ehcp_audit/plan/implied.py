"""Sections that no heading opens but a table's column holds: provision beside outcomes or needs under one heading."""

from __future__ import annotations

from collections.abc import Sequence

from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.heading_columns import joint_code
from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, format_score, sections_opened
from ehcp_audit.plan.labels import find_label
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.vocabulary import WORDS

_HALVES = (("H1",), ("H2",))
_OF_CARE = ("D", "H1", "H2")
_BESIDE = (("E", "outcome", "F"), ("B", "need", "F"), ("C", "need", "G"), ("D", "need", "H1"))


def implied_columns(chosen: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The columns that hold a section nothing else opens: "Outcome | Provision" under Section E, where no F is found.

    Their confidence is low: the plan has not labelled the section separately.
    """
    opened = sections_opened(chosen)
    found: list[Heading] = []
    for at, one in enumerate(chosen):
        for owner, noun, missing in _BESIDE:
            if one.codes != (owner,) or one.place == "column" or missing in opened:
                continue
            end = chosen[at + 1].first if at + 1 < len(chosen) else len(layout.stretches)
            for row in _first_rows(layout, one.last + 1, end):
                found.extend(_columns(layout, row, owner, noun, missing))
    return found


def _first_rows(layout: Layout, begin: int, end: int) -> list[Row]:
    """The first row of each table between two stretches."""
    rows: list[Row] = []
    for index in range(begin, end):
        row = layout.rows[index]
        if row is not None and layout.tables[row.table][0] is row and index == row.first and len(row.cells) > 1:
            rows.append(row)
    return rows


def _columns(layout: Layout, row: Row, owner: str, noun: str, missing: str) -> list[Heading]:
    texts = [(cell, " ".join(layout.cell_text(cell).split())) for cell in row.cells]
    if any(len(text) > 90 or text.endswith(".") for _, text in texts):
        return []
    names = [(cell, text, column_name(text)) for cell, text in texts]
    first = next(((cell, text) for cell, text, name in names if name == noun), None)
    second = next(((cell, text) for cell, text, name in names if name == "provision"), None)
    if first is None or second is None:
        return []
    further = [
        (cell, text, "H2")
        for cell, text, name in names
        if owner == "D" and cell is not second[0] and name == "provision" and joint_code(text, _OF_CARE) == "H2"
    ]
    return [
        Heading(cell.stretches[0], cell.stretches[-1], (code,), "title", 0.5, text, WORDS, "column", cell.columns)
        for cell, text, code in ((*first, owner), (*second, missing), *further)
    ]


def inside_joined(chosen: Sequence[Heading], layout: Layout) -> list[Heading]:
    """Under a lone "H", the lines that open H1 and H2: "H1" alone, "H2 – Other provision", "H1: ..." with its words."""
    lone = next((one for one in chosen if one.codes == ("H",)), None)
    if lone is None:
        return []
    own = {one.codes for one in chosen if one.codes in _HALVES}
    if len(own) == len(_HALVES):
        return []
    after = (one.first for one in chosen if one.first > lone.last and one.codes not in _HALVES)
    end = next(after, len(layout.stretches))
    taken = {at for one in chosen for at in range(one.first, one.last + 1)}
    found: list[Heading] = []
    for index in range(lone.last + 1, end):
        text = layout.stretches[index].text
        label = find_label(text) if text[:4].lstrip(" (•").startswith("H") and index not in taken else None
        if label is None or label.codes not in _HALVES or label.codes in own:
            continue
        title = format_score(layout, index) >= HEADING_FORMAT and not text.rstrip().endswith(".")
        body = None if title or label.end >= len(text) else label.end
        shown = (text if body is None else text[:body]).rstrip(" :-–")
        found.append(Heading(index, index, label.codes, "section", 0.8, shown, WORDS, "line", None, body))
    return found if own | {one.codes for one in found} == set(_HALVES) else []
