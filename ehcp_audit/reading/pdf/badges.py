"""A section's letter in a box of its own at the end of the line that its title stands on: "My outcomes      [E]"."""

from __future__ import annotations

import re

from ehcp_audit.reading.pdf.opening import find_cells
from ehcp_audit.reading.pdf.page import PageRead, Piece

_LETTER = re.compile(r"[A-K]|H ?[12]|H ?\(?i{1,2}\)?")
_MOST = 40  # letters of a page: more are those of a chart
_LONGEST_TITLE = 110
_WIDEST, _HIGHEST = 6.0, 4.0  # of the size of letters, that the box may be
_NEAR = 1.6  # points that a line may be off the side of the box
_FAR = 1.9  # of the size of letters, at least, between the title and the middle of the letter

Box = tuple[float, float, float, float]


def put_beside_titles(pages: list[PageRead]) -> None:
    """Move such letters next to their titles, in brackets, and take the lines of their boxes off the page."""
    for page in pages:
        if _moved(page):
            find_cells(page)


def _moved(read: PageRead) -> bool:
    """Put the page's letters beside their titles; was there any?"""
    letters = [piece for piece in read.pieces if len(piece.text) < 6 and _LETTER.fullmatch(piece.text.strip())]
    if not letters or len(letters) > _MOST or not (read.fills or read.shapes):
        return False
    moved = False
    for letter in letters:
        box = _box_around(letter, read)
        title = _title_before(letter, read) if box is not None else None
        if box is None or title is None or _is_boxed(title, box, read):
            continue
        letter.text = f"[{letter.text.strip()}]"
        letter.x0 = title.x1 + 0.3 * title.size
        letter.x1 = letter.x0 + 0.8 * letter.size
        letter.top, letter.bottom, letter.base, letter.size = title.top, title.bottom, title.base, title.size
        letter.bold, letter.light, letter.font = title.bold, title.light, title.font
        _take_off(box, read)
        moved = True
    return moved


def _box_around(letter: Piece, read: PageRead) -> Box | None:
    """The smallest shade that holds the letter, where it is hardly larger than it and holds nothing else."""
    x, y = (letter.x0 + letter.x1) / 2, (letter.top + letter.bottom) / 2
    found = [
        (x0, top, x1, bottom)
        for x0, top, x1, bottom, _ in [*read.fills, *read.shapes]
        if x0 <= x <= x1
        and top <= y <= bottom
        and x1 - x0 <= _WIDEST * letter.size
        and bottom - top <= _HIGHEST * letter.size
    ]
    if not found:
        return None
    box = min(found, key=lambda one: (one[2] - one[0]) * (one[3] - one[1]))
    alone = not any(
        piece is not letter and box[0] < (piece.x0 + piece.x1) / 2 < box[2] and box[1] < piece.base < box[3]
        for piece in read.pieces
    )
    return box if alone else None


def _title_before(letter: Piece, read: PageRead) -> Piece | None:
    """The last words on the letter's line, where they are a title's and the letter ends the line."""
    beside = [
        piece
        for piece in read.pieces
        if piece is not letter and abs(piece.base - letter.base) <= 0.6 * max(piece.size, letter.size)
    ]
    before = [piece for piece in beside if piece.x1 <= letter.x0]
    if not before or len(before) < len([piece for piece in beside if piece.x0 < letter.x1 + 20]):
        return None
    title = max(before, key=lambda piece: piece.x1)
    after = min((piece.x0 for piece in beside if piece.x0 >= letter.x1), default=None)
    if after is not None and after - letter.x1 < letter.x0 - title.x1:
        return None  # of two columns, the letter stands before the title in the second
    words = sum(len(piece.text) for piece in before)
    far = (letter.x0 + letter.x1) / 2 - title.x1 > _FAR * letter.size
    ended = title.text.rstrip().endswith((".", ",", ";", ":"))
    return title if far and words <= _LONGEST_TITLE and not ended and title.text[:1].isalnum() else None


def _is_boxed(title: Piece, box: Box, read: PageRead) -> bool:
    """Does the title stand in a box too, that touches the letter's: a row of two cells?"""
    return any(
        x0 <= title.x0 and title.x1 <= x1 and abs(x1 - box[0]) < 4 and abs(top - box[1]) < 4 and abs(low - box[3]) < 4
        for x0, top, x1, low, _ in read.fills
    )


def _take_off(box: Box, read: PageRead) -> None:
    x0, top, x1, bottom = box

    def on_side(at: float, start: float, end: float, sides: tuple[float, float], span: tuple[float, float]) -> bool:
        near = any(abs(at - side) <= _NEAR for side in sides)
        return near and start >= span[0] - _NEAR and end <= span[1] + _NEAR

    read.upright = [one for one in read.upright if not on_side(*one, (x0, x1), (top, bottom))]
    read.level = [one for one in read.level if not on_side(*one, (top, bottom), (x0, x1))]
    read.thin = [one for one in read.thin if not on_side(*one, (top, bottom), (x0, x1))]
