"""Sections' letters that stand large in the margin, beside a title of the usual size: "A" in 36 points, left of it.

On the height of such a letter stand the title and lines of the text, and its foot is on the line of some of them.
"""

from __future__ import annotations

import re
from collections import Counter

from ehcp_audit.reading.pdf.page import PageRead, Piece

_LETTER = re.compile(r"(?:(?:Section|SECTION|Part|PART) )?\(?(?:[A-K]|H ?(?:[12]|\(?i{1,2}\)?))\)?[.:]?")
_LARGER = 1.4  # than most of the document's words
_FEWEST = 5  # sections that are opened so
_NEAR = 200.0  # points from the letter to its title
_HIGHEST, _LOW = 0.82, 0.35  # of the letter's size above and below its foot, where the lines beside it stand
_SET_APART = 1.06  # a title that is as much larger than the text, or bold


def put_before_titles(pages: list[PageRead]) -> None:
    """Move such letters in front of their titles, or over the text where it has none."""
    letters: dict[float, int] = {}
    for page in pages:
        for piece in page.pieces:
            letters[piece.size] = letters.get(piece.size, 0) + len(piece.text)
    sizes: Counter[float] = Counter()
    for size, number in letters.items():
        sizes[round(size, 1)] += number
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    beside = [
        (piece, line)
        for page in pages
        for piece in page.pieces
        if piece.table < 0 and piece.size >= _LARGER * body and _LETTER.fullmatch(piece.text.strip())
        if (line := _first_beside(piece, page)) is not None
    ]
    if len({piece.text for piece, _ in beside}) < _FEWEST:
        return
    for piece, line in beside:
        _put_before(piece, line, body)


def _first_beside(letter: Piece, page: PageRead) -> Piece | None:
    """The highest words beside the letter; none where others stand left of it, or it is on the line of a title as large
    as itself.
    """
    level = [
        piece
        for piece in page.pieces
        if piece is not letter
        and piece.table < 0
        and letter.base - _HIGHEST * letter.size < piece.base <= letter.base + _LOW * letter.size
    ]
    right = [piece for piece in level if piece.x0 >= letter.x1 - 1]
    if not right or len(right) < len(level):
        return None
    line = min(right, key=lambda piece: (round(piece.base), piece.x0))
    near = line.x0 - letter.x1 <= _NEAR and line.size < letter.size / 1.2
    return line if near else None


def _put_before(letter: Piece, line: Piece, body: float) -> None:
    titled = line.bold or line.size >= _SET_APART * body
    up = 0.0 if titled else 0.6 * line.size  # over the text, as a line of its own
    letter.x1 = line.x0 - 0.3 * line.size if titled else line.x0 + line.size
    letter.x0 = letter.x1 - line.size
    letter.top, letter.bottom, letter.base = line.top - up, line.bottom - up, line.base - up
    if titled:
        letter.size, letter.bold, letter.light, letter.font = line.size, line.bold, line.light, line.font
