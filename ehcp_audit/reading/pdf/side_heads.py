"""Headings in the margin beside their text: "Section C / Health needs" at the left, what it says at the right."""

from __future__ import annotations

import re
from collections import Counter

from ehcp_audit.reading.pdf.page import PageRead, Piece

_CODE = r"[A-K](?:[12]|\(?i{1,2}\)?)?"
_LABEL = re.compile(
    rf"(?:(?i:section|part) ?(?P<letter>{_CODE})\b|\(?(?P<alone>{_CODE})\)?[.:]?\s?$)"  # "Section C", "C"
)
_FEWEST = 5  # sections that are opened in the margin
_STEP = 3.0  # points
_APART = 6.0  # points between the margin and the text
_NARROWEST = 48.0  # points of a margin that holds headings
_WIDEST = 0.42  # share of the page's width
_TOGETHER = 1.9  # of the size of letters, from line to line of one heading
_MOST = 0.25  # share of all free pieces that may stand in the margin


def set_apart(pages: list[PageRead]) -> None:
    """Where sections are opened in the margin, keep these headings apart from the lines beside them."""
    free = [piece for page in pages for piece in page.pieces if piece.table < 0]
    if sum(_LABEL.match(piece.text) is not None for piece in free) < _FEWEST:
        return
    weight: Counter[int] = Counter()
    for piece in free:
        weight[round(piece.x0 / _STEP)] += len(piece.text)
    left = weight.most_common(1)[0][0] * _STEP - _STEP
    in_margin = {page.number: [piece for piece in page.pieces if _stands_in_margin(piece, left)] for page in pages}
    every = [piece for pieces in in_margin.values() for piece in pieces]
    labels = [match for piece in every if (match := _LABEL.match(piece.text))]
    if len({match["letter"] or match["alone"] for match in labels}) < _FEWEST or len(every) > _MOST * len(free):
        return
    if left - min(piece.x0 for piece in every) < _NARROWEST or left > _WIDEST * pages[0].width:
        return
    blocks = {number: _blocks(pieces) for number, pieces in in_margin.items()}
    opening = [block for several in blocks.values() for block in several if _LABEL.match(block[0].text)]
    if sum(all(piece.bold for piece in block) for block in opening) < 0.8 * len(opening):
        return
    if 3 * sum(len(several) for several in blocks.values()) > 5 * len(opening):
        return
    for page in pages:
        page.heads = [block for block in blocks[page.number] if _LABEL.match(block[0].text)]
        taken = {id(piece) for block in page.heads for piece in block}
        page.pieces = [piece for piece in page.pieces if id(piece) not in taken]


def _stands_in_margin(piece: Piece, left: float) -> bool:
    return piece.table < 0 and piece.x1 <= left - _APART


def _blocks(pieces: list[Piece]) -> list[list[Piece]]:
    """The lines that follow one another in the margin; a label begins anew."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (one.base, one.x0)):
        last = found[-1][-1] if found else None
        near = last is not None and piece.base - last.base <= _TOGETHER * max(piece.size, last.size)
        if near and not _LABEL.match(piece.text):
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def begins(head: list[Piece]) -> float:
    """From which height on does a line stand beside the heading or under it?"""
    return head[0].base - 0.95 * head[0].size
