"""A section's letter in a box of its own on the line of its title: at the end, "My outcomes      [E]", or before it.

The box is no cell of a table. Its lines, and those of such boxes at the same height, would make cells of the page.
"""

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
_BEFORE = 2.6  # of the size of letters, at most, between a box and the title after it
_EDGE = 1.0  # points within which lines meet

Box = tuple[float, float, float, float]


def put_beside_titles(pages: list[PageRead]) -> None:
    """Move such letters next to their titles, in brackets, and take the lines of their boxes off the page."""
    for page in pages:
        if _moved(page):
            find_cells(page)


def _moved(read: PageRead) -> bool:
    """Put the page's letters beside their titles; was there any?"""
    letters = [piece for piece in read.pieces if len(piece.text) < 6 and _LETTER.fullmatch(piece.text.strip())]
    if not letters or len(letters) > _MOST or not (read.fills or read.shapes or read.upright):
        return False
    moved = False
    for letter in letters:
        box = _box_around(letter, read)
        after = _title_after(letter, box, read) if box is not None else None
        if box is not None and after is not None:
            _put_at(letter, after, after.x0 - 1.1 * after.size)
            _take_off(box, read)
            moved = True
            continue
        box = _shade_around(letter, read)
        title = _title_before(letter, read) if box is not None else None
        if box is None or title is None or _is_boxed(title, box, read):
            continue
        letter.text = f"[{letter.text.strip()}]"
        _put_at(letter, title, title.x1 + 0.3 * title.size)
        _take_off(box, read)
        moved = True
    return moved


def _put_at(letter: Piece, title: Piece, left: float) -> None:
    """Set the letter as its title is set, with its left side there."""
    letter.x0 = left
    letter.x1 = left + 0.8 * title.size
    letter.top, letter.bottom, letter.base, letter.size = title.top, title.bottom, title.base, title.size
    letter.bold, letter.light, letter.font = title.bold, title.light, title.font


def _box_around(letter: Piece, read: PageRead) -> Box | None:
    """The shade around the letter; or the lines that are drawn around it and it alone, and meet no others."""
    box = _shade_around(letter, read) or _lines_around(letter, read)
    return box if box is not None and not _is_met(box, read) else None


def _shade_around(letter: Piece, read: PageRead) -> Box | None:
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
    return box if _is_alone(letter, box, read) else None


def _lines_around(letter: Piece, read: PageRead) -> Box | None:
    """The box that the nearest lines on all four sides of the letter make."""
    x, y = (letter.x0 + letter.x1) / 2, (letter.top + letter.bottom) / 2
    wide, high = _WIDEST * letter.size, _HIGHEST * letter.size
    sides = [at for at, top, bottom in read.upright if top <= y <= bottom and abs(at - x) <= wide]
    edges = [at for at, left, right in read.level if left <= x <= right and abs(at - y) <= high]
    left, right = max((at for at in sides if at < x), default=None), min((at for at in sides if at > x), default=None)
    top, bottom = max((at for at in edges if at < y), default=None), min((at for at in edges if at > y), default=None)
    if left is None or right is None or top is None or bottom is None:
        return None
    if right - left > wide or bottom - top > high:
        return None
    return (left, top, right, bottom) if _is_alone(letter, (left, top, right, bottom), read) else None


def _is_alone(letter: Piece, box: Box, read: PageRead) -> bool:
    return not any(
        piece is not letter and box[0] < (piece.x0 + piece.x1) / 2 < box[2] and box[1] < piece.base < box[3]
        for piece in read.pieces
    )


def _is_met(box: Box, read: PageRead) -> bool:
    """Do lines or shades go on from the sides of the box, as those of a table's other cells do?"""
    x0, top, x1, bottom = box

    def goes_on(at: float, start: float, end: float, sides: tuple[float, float], span: tuple[float, float]) -> bool:
        near = any(abs(at - side) <= _NEAR for side in sides)
        reaches = start <= span[1] + _EDGE and end >= span[0] - _EDGE
        return near and reaches and (start < span[0] - _NEAR or end > span[1] + _NEAR)

    return (
        any(goes_on(*one, (x0, x1), (top, bottom)) for one in read.upright)
        or any(goes_on(*one, (top, bottom), (x0, x1)) for one in read.level)
        or any(
            (abs(left - x1) <= _EDGE or abs(right - x0) <= _EDGE) and high < bottom - _EDGE and low > top + _EDGE
            for left, high, right, low, _ in read.fills
        )
    )


def _title_after(letter: Piece, box: Box, read: PageRead) -> Piece | None:
    """The words right after the box on the letter's line, where no line stands between."""
    after = [
        piece
        for piece in read.pieces
        if piece is not letter
        and abs(piece.base - letter.base) <= 0.6 * max(piece.size, letter.size)
        and box[2] - _EDGE <= piece.x0 <= box[2] + _BEFORE * max(piece.size, letter.size)
    ]
    if not after:
        return None
    title = min(after, key=lambda piece: piece.x0)
    parted = any(box[2] + _EDGE < x < title.x0 and high < letter.base < low for x, high, low in read.upright)
    return title if title.text[:1].isalpha() and not parted else None


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
