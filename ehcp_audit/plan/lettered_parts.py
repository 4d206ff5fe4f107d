"""Parts of a need under letters of its own: "B1 Attention" over "a) ..." and "b) ..." is one need."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ehcp_audit.model import Passage
from ehcp_audit.plan.drafts import Draft
from ehcp_audit.plan.layout import Layout
from ehcp_audit.rare import rarely

_LETTER = rarely(r"\s{0,4}\(?(?P<letter>[a-h]|[ivx]{1,4})[).]\s{0,4}")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?")


def with_lettered_parts(layout: Layout, drafts: Sequence[Draft]) -> list[Draft]:
    """Needs with the lettered parts that follow a numbered one added to it: its effects, starting points, sources.

    Where an outcome or a line of provision names a part ("B1a"), the plan counts the parts, and they stay needs.
    """
    kept: list[Draft] = []
    parts = 0  # of the last need
    for draft in drafts:
        found = _part(layout, draft)
        head = kept[-1] if kept else None
        if found is None or head is None or not _goes_on(layout, head, draft, found[0], parts):
            kept.append(draft)
            parts = 0
            continue
        head.passages.append(found[1])
        head.passages.extend(draft.passages[1:])
        head.fields.extend(draft.fields)
        parts += 1
    return kept


def _goes_on(layout: Layout, head: Draft, draft: Draft, letter: str, parts: int) -> bool:
    """Is this the next part of a numbered need, in its row, that nothing in the plan names by its letter?"""
    if head.number is None or not _NUMBER.fullmatch(head.number) or head.row != draft.row:
        return False
    if letter not in (chr(ord("a") + parts), _ROMAN[min(parts, len(_ROMAN) - 1)]):
        return False
    return not _is_named(layout, head.number, letter)


def _part(layout: Layout, draft: Draft) -> tuple[str, Passage] | None:
    """The letter that an item without a number of its own begins with, and its first words with it."""
    if draft.number is not None:
        return None
    first = draft.passages[0]
    at = bisect_right(layout.starts, first.start) - 1
    start = layout.starts[at]
    line = layout.stretches[at]
    before = line.text[: first.start - start]
    if marked := _LETTER.fullmatch(line.marker or "") if not before.strip() else None:
        return marked["letter"], first
    if marked := _LETTER.fullmatch(before) or (_LETTER.match(first.text) if not before else None):
        return marked["letter"], layout.passage(start, first.end)
    return None


def _is_named(layout: Layout, number: str, letter: str) -> bool:
    code = rf"(?:\b[BCD]\.?\s?|\b[Nn]eeds?\s){re.escape(number)}(?:\.?{letter}|\s?\({letter}\))(?!\w)"
    return any(letter in line.text and re.search(code, line.text) for line in layout.stretches)
