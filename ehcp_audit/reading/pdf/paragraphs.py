"""Lines become paragraphs: within a column or a cell, and over the end of a page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from ehcp_audit.reading.characters import BULLETS, plain
from ehcp_audit.reading.pdf.page import Piece

_NUMBER = re.compile(
    r"(?P<marker>\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}|[a-zA-Z]|[ivxIVX]{1,5})(?P<close>[.):]|\.\))?)(?P<gap>\s+)(?=\S)"
)
_LEADER = re.compile(r" ?\.{4,} ?")
_DASHES = frozenset("-–—")
_WORD_SIGNS = frozenset("oØü§qvnlu¨vØ·")  # what signs of Wingdings and Courier look like without their font
_SIGN_FONTS = ("wingdings", "symbol", "webdings", "dingbats")
_ENDS = frozenset(".?!:;")
_OPENERS = "\"'“‘(["
_MIDDLE = frozenset(",;)&–/")
_LEANING = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "without",
        "as",
        "that",
        "which",
        "who",
        "whose",
        "her",
        "his",
        "their",
        "its",
        "our",
        "my",
        "your",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "will",
        "would",
        "can",
        "could",
        "should",
        "may",
        "must",
        "has",
        "have",
        "had",
        "not",
        "than",
        "into",
        "within",
        "between",
        "each",
        "every",
    ]
)
_AFTER_HANGING = ("and ", "or ", "to ")  # "pre- and post-": the hyphen stands for a word to come
_CLOSERS = "\"'”’)]»"

_WIDTHS = dict(
    zip(
        map(chr, range(32, 127)),
        (
            278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
            556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
            556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
            556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
            500, 500, 500, 334, 260, 334, 584,
        ),
        strict=True,
    )
)  # fmt: skip
"""Helvetica's letters in thousandths of its size: what other fonts do is near enough once a line gives the scale."""


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
    wrapped: bool
    text_left: float  # where the words begin, after a bullet or a number
    marker: str = ""
    sure: bool = False  # the marker stands apart from the words, so it is one


@dataclass(slots=True)
class Column:
    """The space that lines were broken to fit into."""

    left: float
    right: float
    page: int


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, and where they stand."""

    text: str
    page: int
    box: tuple[float, float, float, float]
    size: float
    bold: bool
    marker: str = ""
    indent: float = 0.0
    column: Column | None = None
    rows: list[Row] = field(default_factory=list)


class Leading:
    """The distance from line to line that belongs to a size of letters, learnt from the document."""

    def __init__(self) -> None:
        self._gaps: dict[float, Counter[float]] = {}
        self._known: dict[float, float] = {}

    def learn(self, rows: list[Row]) -> None:
        """Take the distances of the lines of one column or cell into account."""
        for above, below in pairwise(rows):
            gap = below.base - above.base
            if above.size == below.size and 0.9 * below.size <= gap <= 2.5 * below.size:
                self._gaps.setdefault(below.size, Counter())[round(gap * 2) / 2] += 1
        self._known.clear()

    def of(self, size: float) -> float:
        """The usual distance: the smallest that is seen often."""
        if size not in self._known:
            gaps = self._gaps.get(size)
            if gaps:
                often = max(gaps.values()) * 0.25
                self._known[size] = min(gap for gap, times in gaps.items() if times >= often)
            else:
                self._known[size] = 1.25 * size
        return self._known[size]


def rows_of(pieces: list[Piece]) -> list[Row]:
    """The lines of a column or a cell, from its top: pieces on one height are one line."""
    rows: list[Row] = []
    line: list[Piece] = []
    for piece in sorted(pieces, key=lambda one: (one.base, one.x0)):
        if line and abs(piece.base - line[0].base) > 0.35 * max(min(piece.size, line[0].size), 4.0):
            rows.append(_row(line))
            line = []
        line.append(piece)
    if line:
        rows.append(_row(line))
    return rows


def _row(line: list[Piece]) -> Row:
    line.sort(key=lambda piece: piece.x0)
    first, last = line[0], line[-1]
    text = plain(first.text if len(line) == 1 else " ".join(piece.text for piece in line)).strip()
    if "...." in text:
        text = _LEADER.sub(" ", text).strip()  # the dots of a contents list
    row = Row(
        text,
        first.x0,
        max(piece.x1 for piece in line),
        min(piece.top for piece in line),
        max(piece.bottom for piece in line),
        first.base,
        max(line, key=lambda piece: len(piece.text)).size if len(line) > 1 else first.size,
        all(piece.bold for piece in line),
        last.wrapped,
        first.x0,
    )
    _find_marker(row, line)
    return row


def _find_marker(row: Row, line: list[Piece]) -> None:
    """A bullet goes from the text into the marker; a number stays and is named."""
    text, first = row.text, line[0]
    apart = len(line) > 1 and len(plain(first.text).strip()) <= 8
    if not text:
        return
    head, rest = text[0], text[1:2]
    signed = any(font in first.font for font in _SIGN_FONTS)
    is_bullet = head in BULLETS or (signed and len(text) > 1 and (rest == " " or apart) and not head.isdigit())
    if not is_bullet and rest == " " and len(text) > 2:
        is_bullet = (head in _DASHES and text[2:3] not in _DASHES) or (
            head in _WORD_SIGNS and (apart or head in "o§Øü")
        )
    if is_bullet and head not in "☐☒✓":
        row.text = text[1:].strip()
        row.marker, row.sure = "•", True
        row.text_left = line[1].x0 if apart else first.x0 + first.size
        return
    found = _NUMBER.match(text)
    if found and (found["close"] or (apart and not found["marker"].isalpha())):
        row.marker = found["marker"]
        row.sure = apart
        row.text_left = line[1].x0 if apart else first.x0


def width_of(text: str) -> float:
    """How wide is the text beside other text of its font?"""
    return sum(_WIDTHS.get(letter, 540) for letter in text)


def fits(above: Row, below: Row, column: Column) -> float:
    """How many points would be left, had the first word of the line below stood at the end of the line above?"""
    slack = column.right - above.x1
    if slack < 3.0:
        return -1.0
    words = below.text.split(" ", 1)[0]
    if "-" in words[1:-1]:
        words = words[: words.index("-", 1) + 1]
    letters = width_of(below.text)
    scale = (below.x1 - below.text_left) / letters if letters else below.size / 1000
    return slack - (width_of(words) + _WIDTHS[" "]) * scale


def ended(text: str) -> bool:
    """Does the text end as a sentence or a label does?"""
    text = text.rstrip(_CLOSERS)
    return not text or text[-1] in _ENDS


def goes_on(text: str) -> bool:
    """Does the text begin as the rest of a sentence does?"""
    head = text.lstrip(_OPENERS)[:1]
    return head.islower() or text[:1] in _MIDDLE


def expects_more(text: str) -> bool:
    """Does the text break off where no sentence ends: after a comma, an "and", a "the"?"""
    return text[-1:] in _MIDDLE or text.rsplit(" ", 1)[-1].lower() in _LEANING


def runs_on(above: Row, below: Row) -> bool:
    """Is the second line the rest of the first one's sentence, by their words?"""
    if above.wrapped:
        return True
    return not ended(above.text) and (goes_on(below.text) or expects_more(above.text))


def paragraphs(rows: list[Row], column: Column, leading: Leading) -> list[Paragraph]:
    """Which lines belong together? In the order of the lines."""
    found: list[Paragraph] = []
    for row in rows:
        if not row.text:
            continue
        last = found[-1] if found else None
        if last is None or _starts_anew(last, row, column, leading):
            found.append(
                Paragraph(
                    row.text,
                    column.page,
                    (row.x0, row.top, row.x1, row.bottom),
                    row.size,
                    row.bold,
                    row.marker,
                    round(row.x0 - column.left, 1),
                    column,
                    [row],
                )
            )
        else:
            _add(last, row)
    return found


def _starts_anew(last: Paragraph, row: Row, column: Column, leading: Leading) -> bool:
    """Does a new paragraph begin with this line?"""
    above = last.rows[-1]
    left_over = fits(above, row, column)
    flows = left_over < 0 and runs_on(above, row)
    if row.marker and (row.sure or not flows or row.marker == "•"):
        return not (flows and not row.sure)
    gap = row.base - above.base
    if gap < 0.3 * row.size:
        return True
    if abs(row.size - above.size) > 0.6 or row.bold != above.bold:
        return not flows or abs(row.size - above.size) > 0.6
    usual = leading.of(row.size)
    if gap > usual + 0.16 * row.size + 0.4:
        return not flows or gap > 2.2 * row.size
    if left_over > (12.0 if runs_on(above, row) else 1.0):
        return True
    return _shifted(last, row) and not flows


def _shifted(last: Paragraph, row: Row) -> bool:
    """Does the line begin elsewhere than the paragraph's other lines?"""
    first = last.rows[0]
    if len(last.rows) > 1:
        return abs(row.x0 - last.rows[1].x0) > 5.0
    if last.marker:
        return row.x0 < first.x0 - 4.0 or row.x0 > first.text_left + 8.0
    return row.x0 > first.x0 + 5.0 if not first.bold else False


def _add(last: Paragraph, row: Row) -> None:
    last.text = joined(last.text, row.text, last.rows[-1].wrapped)
    x0, top, x1, bottom = last.box
    last.box = (min(x0, row.x0), min(top, row.top), max(x1, row.x1), max(bottom, row.bottom))
    last.rows.append(row)


def joined(above: str, below: str, wrapped: bool = False) -> str:
    """Two lines as one text: a word that a hyphen divides is one word again, its hyphen kept."""
    if not above or not below:
        return above or below
    if above[-1] in "-/" and above[-2:-1].isalnum() and (wrapped or not below.startswith(_AFTER_HANGING)):
        return above + below
    return f"{above} {below}"
