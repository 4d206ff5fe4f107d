"""Tables on their side: a column for each area or outcome, and rows that say what, who, how often and by when.

"E: outcome", "E: steps", "F: what", "F: by whom" stand at the left, and above are the areas of need, or "1 Work",
"2 My own home". A cell may hold several items, of which the rows below tell one by one: "F1: ...", "Safety: ...".
Needs may stand below the names of their areas alone, with no labels beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ehcp_audit.model import Field, Passage
from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.drafts import NOUNS, Draft
from ehcp_audit.plan.item_prose import Prose
from ehcp_audit.plan.item_words import OWN
from ehcp_audit.plan.layout import Cell, Layout, Row
from ehcp_audit.plan.own_parts import parts_of
from ehcp_audit.plan.pointers import pointers
from ehcp_audit.plan.times import names_time
from ehcp_audit.plan.vocabulary import area_of
from ehcp_audit.rare import rarely

_LONGEST_LABEL = 9  # words
_LONGEST_HEAD = 8
_FEWEST = 2  # columns
_LETTER = rarely(
    r"(?:(?:section|part)\s)?(?P<code>(?-i:H[12]|[B-H]))(?:\s?[:.)|–—-]\s{0,2}|\s{1,2})(?=\S)", re.IGNORECASE
)
_NOUN = rarely(
    r"(?P<noun>(?:my |the )?(?:(?:special )?educational )?(?:needs?|outcomes?|provision|support|help))"
    r"(?:\s?[:,|]\s{0,2}|\s[–—-]\s)(?=\S)",
    re.IGNORECASE,
)
_LETTER_LAST = rarely(r"\s{0,2}[(\[](?:(?:section|part)\s)?(?P<code>(?-i:H[12]|[B-H]))[)\]]$", re.IGNORECASE)
_BY = rarely(r"(?:by|before|at)\b", re.IGNORECASE)
_ITEM = rarely(
    r"(?:(?:for|to meet|meets|towards|supports|about) )?(?:(?P<noun>outcome|aim|goal|provision|need|target)\s{0,2})?"
    r"(?:no\.?\s)?(?P<letter>[B-H])?\.?(?P<number>\d{1,2}(?:\.\d{1,2})?[a-z]?)\b",
    re.IGNORECASE,
)
_NEEDS = rarely(
    r"(?:from|for|meets?|answers?|which|what|the|my|links? to|linked to|ties? to)?\s?needs?\b", re.IGNORECASE
)
_ASIDE = ("area", "number", "strengths", "title")


class _Label(NamedTuple):
    """What a row holds, and the words of its label that say by when."""

    name: str | None
    by_when: Passage | None = None


def read_sideways(
    layout: Layout, code: str, rows: Sequence[Row], begins: dict[int, int], areas: Sequence[str | None]
) -> list[Draft] | None:
    """The items of a table that lies on its side; None where it is no such table."""
    head, heads = _head(layout, rows)
    if head is None:
        return None
    body = [row for row in rows if row.number > head.number]
    if not body:
        return None
    if _are_areas_alone(layout, head, heads, body):
        return [
            draft
            for columns, text in heads.items()
            for cell in (one for row in body for one in row.cells if one.columns == columns)
            for draft in _items(layout, code, cell, text, begins, areas)
        ]
    labels = _labels(layout, code, heads, body)
    if labels is None:
        return None
    drafts: list[Draft] = []
    for columns, text in heads.items():
        drafts.extend(_column(layout, code, (columns, text), list(zip(body, labels, strict=True)), begins, areas))
    return drafts or None


def _head(layout: Layout, rows: Sequence[Row]) -> tuple[Row | None, dict[tuple[int, int], str]]:
    """The row over the columns of a table, and what each column is headed by but for that of the labels."""
    table = layout.tables[rows[0].table]
    head = next((row for row in table if len(row.cells) >= _FEWEST), None)
    if head is None or head is table[-1] or head.number > rows[0].number:
        return None, {}
    below = [row for row in table if row.number > head.number and len(row.cells) > 1]
    first = min((row.cells[0].columns for row in below), default=(0, 0))
    texts = {cell.columns: " ".join(layout.cell_text(cell).split()) for cell in head.cells}
    if first in texts and area_of(texts[first]) is None:
        del texts[first]
    told = [area_of(text) is not None or _ITEM.match(text) is not None for text in texts.values()]
    if len(texts) < _FEWEST or not all(map(_may_head, texts.values(), told)):
        return None, {}
    return (head, texts) if len(set(texts.values())) == len(texts) else (None, {})


def _may_head(text: str, told: bool) -> bool:
    """May a few words head a column of items: the name of an area, a number, or a title that announces nothing?"""
    if not text or len(text.split()) > _LONGEST_HEAD or text.endswith((".", ":", ";")) or names_time(text):
        return False
    return told or column_name(text) is None


def _are_areas_alone(layout: Layout, head: Row, heads: dict[tuple[int, int], str], body: Sequence[Row]) -> bool:
    """Do nothing but areas head the columns, the first too, and no label stand below them?"""
    if len(heads) != len(head.cells) or any(area_of(text) is None for text in heads.values()):
        return False
    whole = {row.number: row for row in layout.tables[head.table]}
    cells = [cell for row in body for cell in whole[row.number].cells]
    return all(cell.columns in heads and column_name(layout.cell_text(cell)) is None for cell in cells)


def _labels(layout: Layout, code: str, heads: dict[tuple[int, int], str], body: Sequence[Row]) -> list[_Label] | None:
    """What each row holds, by the words at its left; None where these tell too little for a table on its side."""
    whole = {row.number: row for row in layout.tables[body[0].table]}
    found: list[_Label] = []
    for row in body:
        first = whole[row.number].cells[0]
        passage = layout.cell_passage(first)
        if first.columns in heads or not 0 < len(passage.text.split()) <= _LONGEST_LABEL:
            return None
        found.append(_label(code, passage))
    names = [label.name for label in found]
    if NOUNS[code] not in names and _are_items(code, heads.values()):  # under "Outcome 1" the first row says what
        own = next((at for at, name in enumerate(names) if name in ("outcome", "need", "provision")), 0)
        found[own] = _Label(NOUNS[code], found[own].by_when)
        return found
    if NOUNS[code] not in names:
        lettered = _LETTER.match(layout.cell_text(whole[body[0].number].cells[0]))
        if lettered is None or lettered["code"] != code or names[0] is not None:
            return None
        names[0] = NOUNS[code]
        found[0] = _Label(NOUNS[code], found[0].by_when)
    areas = all(area_of(text) is not None for text in heads.values())
    told = sum(name is not None for name in names)
    return found if told * 3 >= len(names) * 2 and (areas or told > 1) else None


def _are_items(code: str, heads: Iterable[str]) -> bool:
    """Is each column headed by the number of an item of this section, and nothing else: "Outcome 1", "Outcome 2"?"""
    told = [_ITEM.fullmatch(head.rstrip(" .:")) for head in heads]
    return all(one is not None and (one["noun"] or "").lower() in OWN[NOUNS[code]] for one in told)


def _label(code: str, passage: Passage) -> _Label:
    """What a label announces, without the letter or the section's name before it: "F: who", "Provision: who"."""
    noun = NOUNS[code]
    text = " ".join(passage.text.split())
    letter = _LETTER.match(text)
    body = text[letter.end() :] if letter is not None and letter["code"] == code else text
    body = _LETTER_LAST.sub("", body)
    section = _NOUN.match(body)
    own = section is not None and column_name(section["noun"]) == noun
    rest = body[section.end() :] if section is not None and own else body
    if _BY.match(rest) and names_time(rest):
        return _Label(noun, passage) if own else _Label("steps")
    name = column_name(rest)
    if name is None and _NEEDS.match(rest):
        name = "need"
    if name == noun and names_time(rest):
        return _Label(noun, passage)
    return _Label(noun if name is None and own else name)


def _column(
    layout: Layout,
    code: str,
    head: tuple[tuple[int, int], str],
    rows: Sequence[tuple[Row, _Label]],
    begins: dict[int, int],
    areas: Sequence[str | None],
) -> Iterator[Draft]:
    """The items of one column, with what the rows below each say of them."""
    columns, text = head
    above: list[Draft] = []  # those of the last row of items, of which further rows tell
    for row, label in rows:
        cell = next((one for one in row.cells if one.columns == columns), None)
        if cell is None or label.name in _ASIDE:
            continue
        if label.name == NOUNS[code]:
            yield from above
            above = _items(layout, code, cell, text, begins, areas)
            for draft in above:
                draft.fields.extend([Field("by_when", label.by_when)] if label.by_when is not None else [])
            continue
        for draft, passage in parts_of(layout, cell, above):
            due = label.name == "who" and names_time(passage.text)  # "By | July 2027"
            draft.fields.append(Field("by_when" if due else label.name or "other", passage))
            if label.name == "need":
                draft.refers.extend(pointers(passage.text))
    yield from above


def _items(
    layout: Layout, code: str, cell: Cell, text: str, begins: dict[int, int], areas: Sequence[str | None]
) -> list[Draft]:
    """The items of a cell under the name of an area, or of an outcome that these are or are for."""
    index = cell.stretches[0]
    row = layout.rows[index]
    reader = Prose(layout, code, area=area_of(text) or areas[index], own_area=area_of(text))
    reader.row = (row.table, row.number) if row is not None else None
    number = _ITEM.match(text) if area_of(text) is None else None
    reader.alone = len(cell.stretches) == 1 and "\n" not in layout.cell_text(cell)
    reader.waiting = NOUNS[code] == "outcome" and reader.alone
    reader.read(cell.stretches, begins, areas)
    if number is not None:
        noun = _OF_ITEM.get((number["noun"] or number["letter"] or "outcome").lower(), "outcome")
        for draft in reader.drafts:
            if noun == NOUNS[code] and len(reader.drafts) == 1:
                draft.number = draft.number or number["number"]
            elif noun != NOUNS[code] and (noun, number["number"]) not in draft.refers:
                draft.refers.append((noun, number["number"]))
    return reader.drafts


_OF_ITEM = {"need": "need", "b": "need", "provision": "provision", "f": "provision"}  # all else names an outcome
