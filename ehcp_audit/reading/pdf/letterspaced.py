"""Headings whose letters are set apart: pdfium gives them as letters with spaces between, and each word by itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ehcp_audit.reading.pdf.lines import PLACE
from ehcp_audit.reading.pdf.page import PageRead, Piece

_FEWEST = 6  # letters of a line that is set so
_MOST_APART = 1.6  # of the size of letters, from word to word


def put_together(pages: list[PageRead]) -> None:
    """Make one piece of each such line, with its words whole."""
    for page in pages:
        few = [piece for piece in page.pieces if " " in piece.text[1:3] or len(piece.text) < 3]
        spaced = sorted([piece for piece in few if _is_spaced(piece.text)], key=PLACE)
        gone: set[int] = set()
        for run in _runs(spaced):
            if sum(map(str.isalpha, "".join(piece.text for piece in run))) < _FEWEST:
                continue
            _join(run)
            gone.update(id(piece) for piece in run[1:])
        if gone:
            page.pieces = [piece for piece in page.pieces if id(piece) not in gone]


def _is_spaced(text: str) -> bool:
    """Does the text fall into letters, with a mark after some of them?"""
    parts = text.split()
    return bool(parts) and all(len(part.strip(".,:;()'’")) <= 1 for part in parts)


def _runs(pieces: list[Piece]) -> Iterator[list[Piece]]:
    run = pieces[:1]
    for last, piece in pairwise(pieces):
        level = abs(piece.base - last.base) <= 0.35 * min(piece.size, last.size)
        if not (level and piece.table == last.table and -1 <= piece.x0 - last.x1 <= _MOST_APART * piece.size):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _join(run: list[Piece]) -> None:
    first = run[0]
    whole = len(run) > 1  # else the letters alone do not say where a word ends
    first.text = " ".join("".join(piece.text.split()) if whole else piece.text for piece in run)
    first.x1 = run[-1].x1
    first.top, first.bottom = min(piece.top for piece in run), max(piece.bottom for piece in run)
