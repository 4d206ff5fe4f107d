"""Words that stand on end, as the names of areas often do down the side of a table; and letters taken for lines.

pdfium gives either as lines of a letter or two each.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from ehcp_audit.reading.pdf.page import Piece

_FEWEST = 4  # letters of a run that is worth a look


def mended(pieces: list[Piece], angle_of: Callable[[Piece], float]) -> list[Piece]:
    """The pieces with letters put together where they make words, along the line or up the page.

    `angle_of` says how a piece's letters are turned, in quarters of a turn.
    """
    single = sum(1 for piece in pieces if len(piece.text) == 1)
    if single < _FEWEST:
        return pieces
    pieces = _upright(pieces, angle_of)
    return _along(pieces) if len(pieces) >= 20 and 2 * single >= len(pieces) else pieces


def _along(pieces: list[Piece]) -> list[Piece]:
    """Letters that follow one another on one height, as the words that they are."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is None or abs(last.base - piece.base) > 0.2 * piece.size or abs(last.size - piece.size) > 0.6:
            found.append(piece)
            continue
        gap = piece.x0 - last.x1
        if not -0.3 * piece.size < gap < 0.9 * piece.size:
            found.append(piece)
            continue
        last.text += f" {piece.text}" if gap > 0.18 * piece.size else piece.text
        last.x1, last.top, last.bottom = piece.x1, min(last.top, piece.top), max(last.bottom, piece.bottom)
    return found


def _upright(pieces: list[Piece], angle_of: Callable[[Piece], float]) -> list[Piece]:
    """Letters that follow one another up or down the page, as one piece where they are turned themselves."""
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        past, way = _run(pieces, at)
        if past - at >= _FEWEST and round(angle_of(pieces[at])) % 2 == 1:
            found.append(_stood(pieces[at:past], way))
            at = past
        else:
            found.append(pieces[at])
            at += 1
    _start_together([piece for piece in found if piece.on_end])
    return found


def _run(pieces: list[Piece], start: int) -> tuple[int, int]:
    """How far do letters stand over (or under) one another from here, each close to the last? And which way?"""
    way, past = 0, start + 1
    while past < len(pieces):
        above, below = pieces[past - 1], pieces[past]
        size = below.size
        if len(below.text) > 2 or len(above.text) > 2 or below.x0 > above.x1 or below.x1 < above.x0:
            break
        up, down = above.top - below.bottom, below.top - above.bottom
        step = -1 if -0.3 * size < up < 0.9 * size else 1 if -0.3 * size < down < 0.9 * size else 0
        if step == 0 or way not in (0, step):
            break
        way, past = step, past + 1
    return past, way


def _stood(run: list[Piece], way: int) -> Piece:
    text = run[0].text
    for before, piece in pairwise(run):
        gap = before.top - piece.bottom if way < 0 else piece.top - before.bottom
        text += f" {piece.text}" if gap > 0.18 * piece.size else piece.text
    first = run[0]
    top, bottom = min(piece.top for piece in run), max(piece.bottom for piece in run)
    x0, x1 = min(piece.x0 for piece in run), max(piece.x1 for piece in run)
    base = bottom if way < 0 else top + first.size
    piece = Piece(text, x0, top, x1, bottom, base, first.size, first.bold, first.font, light=first.light)
    piece.on_end = True
    return piece


def _start_together(standing: list[Piece]) -> None:
    """Lines on end that stand beside one another are lines of one text: they are read from left to right."""
    standing.sort(key=lambda piece: piece.x0)
    for left, right in pairwise(standing):
        if right.x0 - left.x1 < 1.2 * right.size and right.top < left.bottom and left.top < right.bottom:
            right.base = left.base
