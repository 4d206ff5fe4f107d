"""What stands on one height of a column or a cell is a line; what stands before its words is a marker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from ehcp_audit.reading.characters import BULLETS, plain
from ehcp_audit.reading.pdf.page import Piece

_NUMBER = re.compile(
    r"(?P<marker>\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}|[a-zA-Z]|[ivxIVX]{1,5}|[A-K][0-9]?(?P<dotted>\.[0-9]{1,2}){1,3})"
    r"(?P<close>[.):]|\.\))?) +(?=\S)"
)
_LONE_MARKER = re.compile(
    r"\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}|[a-zA-Z]|[A-K][0-9](?:\.[0-9]{1,2})?|[ivxIVX]{1,5})[.):]{0,2}$"
)
_GLUED = re.compile(r"(\(?[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}[.)])(?=[A-Z])")
_LOOSE = re.compile(r" ([,;](?: |$))")  # a comma whose words were struck
_LEADER = re.compile(r" ?\.{4,} ?")
_DASHES = frozenset("-–—")
_LETTER_SIGNS = frozenset("o§Øü")  # what the signs of Courier and Wingdings look like without their font
_SIGN_FONTS = ("wingdings", "symbol", "webdings", "dingbats")
_TICKS = frozenset("☐☒☑✓✔✗✘")
_ROMAN = frozenset(("ii", "iii", "iv", "vi", "vii", "ix"))
_MOST_OF_BAR = 5
NARROWEST = 8.0  # points of a gutter
LEFT = attrgetter("x0")
PLACE = attrgetter("base", "x0")
"""In the order of lines, and along each."""


@dataclass(slots=True)
class Row:
    """All that stands on one line of a column or a cell."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool
    italic: bool
    wrapped: bool
    text_left: float  # where the words begin, after a bullet or a number
    marker: str = ""
    sure: bool = False  # the marker stands apart from the words, so it is one
    spread: bool = False  # its pieces stand far apart, as prose does not: it is a line of its own
    ocr: float | None = None  # how sure recognised words are
    dash: str = ""  # the dash that was taken for a bullet
    listed: bool = False  # dots lead to a page number at its end


def _is_italic(piece: Piece) -> bool:
    return any(word in piece.font for word in _ITALIC)


_ITALIC = ("italic", "oblique")
"""In the names of fonts, which are small letters here."""


def rows_of(pieces: list[Piece]) -> list[Row]:
    """The lines of a column or a cell, from its top: pieces on one height are one line."""
    if len(pieces) == 1 or (len(pieces) <= _MOST_OF_BAR and _is_one_line(pieces)):
        return [_row(pieces)]
    rows: list[Row] = []
    line: list[Piece] = []
    for piece in sorted(pieces, key=PLACE):
        if line:
            first = line[0]
            size = piece.size if piece.size < first.size else first.size
            if piece.base - first.base > 0.35 * size:
                rows.append(_row(line))
                line = []
        line.append(piece)
    if line:
        rows.append(_row(line))
    return rows


def _is_one_line(pieces: list[Piece]) -> bool:
    """Do all pieces stand side by side at the height of the tallest, as those of a bar do, whatever their sizes?"""
    tallest = max(pieces, key=lambda piece: piece.bottom - piece.top)
    if not all(tallest.top - 1 <= (piece.top + piece.bottom) / 2 <= tallest.bottom + 1 for piece in pieces):
        return False
    return all(left.x1 <= right.x0 + 1 for left, right in pairwise(sorted(pieces, key=LEFT)))


def _row(line: list[Piece]) -> Row:
    first = line[0]
    if len(line) == 1:
        text = plain(first.text).strip()
        row = Row(
            text,
            first.x0,
            first.x1,
            first.top,
            first.bottom,
            first.base,
            first.size,
            first.bold,
            _is_italic(first),
            first.wrapped,
            first.x0,
        )
    else:
        line.sort(key=LEFT)
        first = line[0]
        text = plain(_LOOSE.sub(r"\1", " ".join(piece.text for piece in line))).strip()
        row = Row(
            text,
            first.x0,
            max(piece.x1 for piece in line),
            min(piece.top for piece in line),
            max(piece.bottom for piece in line),
            first.base,
            max(line, key=lambda piece: len(piece.text)).size,
            all(piece.bold for piece in (line[1:] if is_marker(first) else line)),  # its number may be plain
            all(map(_is_italic, line)),
            line[-1].wrapped,
            first.x0,
        )
        row.spread = "...." not in text and _is_spread(line)
        if row.spread:  # what stands small at the end of a heading's line says nothing of how the heading is set
            row.size = max(piece.size for piece in line)
            row.bold = all(piece.bold for piece in line if piece.size > row.size - 0.3)
    if first.ocr is not None:
        row.ocr = sum(piece.ocr or 0.0 for piece in line) / len(line)
    if "...." in text:
        row.text = text = _LEADER.sub(" ", text).strip()  # the dots of a contents list
        row.listed = True
    if text and (not text[:2].isalpha() or (text[0] in "ivIV" and text[:3].strip(".)").lower() in _ROMAN)):
        _find_marker(row, line)
    return row


def _is_spread(line: list[Piece]) -> bool:
    """Do words stand far apart on the line? A bullet or a number may stand before them."""
    start = 1 if is_marker(line[0]) else 0
    gaps = [right.x0 - left.x1 for left, right in pairwise(line[start:])]
    widest = max(gaps, default=0.0)
    if widest <= 2.0 * line[-1].size:
        return False
    # Words that are spread to fill a line stand equally far apart.
    return widest > 1.3 * min(gaps) if len(gaps) > 1 else widest > 3.0 * line[-1].size


def _find_marker(row: Row, line: list[Piece]) -> None:
    """A bullet goes from the text into the marker; a number stays and is named."""
    text, first = row.text, line[0]
    apart = len(line) > 1 and is_marker(first)
    head, rest = text[0], text[1:2]
    if head not in _TICKS and len(text) > 1 and _is_bullet(head, rest, text, first, apart):
        row.text = text[1:].strip()
        row.marker, row.sure = "•", True
        row.dash = head if head in _DASHES and not apart else ""
        row.text_left = line[1].x0 if apart else first.x0 + first.size
        return
    if glued := _GLUED.match(text):
        row.text = text = f"{glued[1]} {text[glued.end() :]}"
    found = _NUMBER.match(text)
    if found and (found["close"] or found["dotted"] or (apart and not found["marker"].isalpha())):
        row.marker = found["marker"]
        row.sure = apart
        row.text_left = line[1].x0 if apart else first.x0


def _is_bullet(head: str, rest: str, text: str, first: Piece, apart: bool) -> bool:
    if head in BULLETS:
        return True
    if rest != " " and not apart:
        return False
    if head in _DASHES:
        return text[2:3] not in _DASHES
    if head in _LETTER_SIGNS:
        return True
    return not head.isalnum() and any(font in first.font for font in _SIGN_FONTS)


def is_marker(piece: Piece) -> bool:
    """Is the piece nothing but a bullet or a number, so that the next one on its line holds the words?"""
    text = plain(piece.text).strip()
    if len(text) == 1 and not text.isalnum():
        return True
    return text in _LETTER_SIGNS or (len(text) <= 8 and _LONE_MARKER.match(text) is not None)


def lines_in_groups(pieces: list[Piece]) -> list[list[list[Piece]]]:
    """The lines, each as groups of pieces that stand together: a bullet or a number goes with its words."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=PLACE):
        if rows and piece.base - rows[-1][0].base <= 0.35 * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    grouped = []
    for row in rows:
        if len(row) == 1:
            grouped.append([row])
            continue
        row.sort(key=LEFT)
        groups: list[list[Piece]] = []
        for piece in row:
            if groups and _stand_together(groups[-1], piece):
                groups[-1].append(piece)
            else:
                groups.append([piece])
        grouped.append(groups)
    return grouped


def _stand_together(group: list[Piece], piece: Piece) -> bool:
    """Is the piece near the group, or are they a bullet and its words?"""
    room = piece.x0 - group[-1].x1
    return room < NARROWEST or (room < 40 and len(group) == 1 and is_marker(group[0]))
