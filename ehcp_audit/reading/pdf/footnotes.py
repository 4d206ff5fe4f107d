"""Footnotes stand under a short line at the foot of a page, in smaller letters: no part of the running text."""

from __future__ import annotations

import re

from ehcp_audit.reading.pdf.page import PageRead, Piece

_GLUED = re.compile(r"[0-9]{1,2}[A-Za-z\"“(]")  # a raised number and the first word of its note
_SHORTEST, _LONGEST = 40.0, 0.45  # points, and share of the page's width


def set_apart(pages: list[PageRead]) -> list[tuple[int, Piece]]:
    """Take the footnotes off the pages; what were they?"""
    if not any(page.thin and page.pieces for page in pages):
        return []
    sizes: dict[float, int] = {}
    for page in pages:
        for piece in page.pieces:
            sizes[piece.size] = sizes.get(piece.size, 0) + len(piece.text)
    usual = max(sizes, key=sizes.__getitem__)
    taken: list[tuple[int, Piece]] = []
    for page in pages:
        if not page.thin:
            continue
        line = _line_above_notes(page, usual)
        if line is None:
            continue
        notes = [piece for piece in page.pieces if piece.base > line]
        page.pieces = [piece for piece in page.pieces if piece.base <= line]
        taken.extend((page.number, piece) for piece in notes)
    return taken


def _line_above_notes(page: PageRead, usual: float) -> float | None:
    """Where is the short line under which stand nothing but small letters?"""
    left = min((piece.x0 for piece in page.pieces), default=0.0)
    for y, x0, x1 in sorted(page.thin, reverse=True):
        if y < 0.4 * page.height or not _SHORTEST <= x1 - x0 <= _LONGEST * page.width or abs(x0 - left) > 20:
            continue
        below = [piece for piece in page.pieces if piece.base > y]
        starts = sorted(below, key=lambda piece: (piece.base, piece.x0))
        if not starts or any(piece.size > usual + 0.3 for piece in below):
            continue
        small = all(piece.size < usual - 0.8 for piece in below) and starts[0].text[0] in "0123456789*†i"
        if small or _GLUED.match(starts[0].text):
            return y
    return None
