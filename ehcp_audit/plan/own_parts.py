"""What one cell says of several items, each in its turn: "F1: 30 minutes. F2 and F3: termly", "Money: ...; ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ehcp_audit.model import Passage
from ehcp_audit.plan.drafts import Draft
from ehcp_audit.plan.layout import Cell, Layout
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.rare import rarely

_CODE = r"(?:H[12]\.|[B-G]\.?)?\d{1,2}(?:\.\d{1,2})?[a-z]?"
_CODES = rarely(
    r"(?P<codes>[B-H][.\d]{0,3}\d[a-z]?(?:(?:\s?[,&]\s?|\sand\s|\s?[,]\s?and\s)"
    + _CODE
    + r"){0,5})(?::|\s|\sto\b)\s{0,2}"
)
_ONE = rarely(r"(?:H[12]\.|[B-G]\.?)?(?P<number>\d{1,2}(?:\.\d{1,2})?[a-z]?)")
_PART = rarely(r"[^;\n]{1,600}(?:[;\n]\s{0,4}|$)")
_WORD = rarely(r"[A-Za-z][A-Za-z’'-]{3,}")
_LEAST_STEM = 4  # letters that the word of a part and that of its item share


def parts_of(layout: Layout, cell: Cell, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Passage]]:
    """Each item with the words of a cell that are said of it; all of them are said of each where no order is seen."""
    passage = layout.cell_passage(cell)
    if len(drafts) > 1:
        parts = list(_parts(passage))
        told = _by_number(parts, drafts) or _by_name(parts, drafts) or _by_order(layout, cell, drafts)
        if told:
            yield from told
            return
    for draft in drafts:
        yield draft, passage


def _parts(passage: Passage) -> Iterator[Passage]:
    """The lines, sentences and halves of sentences of a cell."""
    for first, last in sentence_spans(passage.text):
        for match in _PART.finditer(passage.text, first, last):
            start, end = match.span()
            text = passage.text[start:end]
            lead = len(text) - len(text.lstrip())
            if text.strip():
                yield passage.cut(start + lead, start + len(text.rstrip()))


def _by_number(parts: Sequence[Passage], drafts: Sequence[Draft]) -> list[tuple[Draft, Passage]]:
    """By the numbers that parts begin with; a part without goes on with the one before it."""
    numbered = {draft.number: draft for draft in drafts if draft.number}
    found: list[tuple[Draft, Passage]] = []
    current: list[Draft] = []
    for part in parts:
        codes = _CODES.match(part.text)
        if codes is not None:
            numbers = [one["number"] for one in _ONE.finditer(codes["codes"])]
            current = [numbered[one] for one in numbers if one in numbered]
            part = part.cut(codes.end(), len(part.text))
        if not current:
            return []
        found.extend((draft, part) for draft in current)
    return found


def _by_name(parts: Sequence[Passage], drafts: Sequence[Draft]) -> list[tuple[Draft, Passage]]:
    """By the word that parts begin with, where it stands in one item alone: "Safety: 60 minutes once a week"."""
    found: list[tuple[Draft, Passage]] = []
    for part in parts:
        first = _WORD.search(part.text)
        if first is None or first.start() > 1:
            return []
        stem = first[0].lower()[: max(_LEAST_STEM, len(first[0]) - 3)]
        named = [
            draft for draft in drafts if re.search(rf"\b{re.escape(stem)}", draft.passages[-1].text, re.IGNORECASE)
        ]
        if len(named) != 1:
            return []
        found.append((named[0], part))
    return found if len({id(draft) for draft, _ in found}) == len(drafts) else []


def _by_order(layout: Layout, cell: Cell, drafts: Sequence[Draft]) -> list[tuple[Draft, Passage]]:
    """By their order, where a cell has as many paragraphs as there are items."""
    if len(cell.stretches) != len(drafts):
        return []
    lines = [layout.passage(layout.starts[one], layout.ends[one]) for one in cell.stretches]
    return list(zip(drafts, lines, strict=True))
