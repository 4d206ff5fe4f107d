"""pdfium's side: a page's text as pieces of lines with their places.

pdfium is asked through its C interface, line by line and never letter by letter: a plan's pages take little longer
than their bare text. Only a line that runs over the border of a cell is taken apart by letters.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_right
from math import pi
from typing import Any

import pypdfium2.raw as pdfium

from ehcp_audit.reading.pdf.geometry import SAME, Box, Matrix, around, back, moved, placed, turned
from ehcp_audit.reading.pdf.page import Piece
from ehcp_audit.reading.pdf.pen import Pen, unchecked
from ehcp_audit.reading.pdf.upended import mended

_BOLD = ("bold", "black", "heavy", "demi")
_WHITE = 245

_get_text = unchecked(pdfium.FPDFText_GetText)
_count_rects = unchecked(pdfium.FPDFText_CountRects)
_get_rect = unchecked(pdfium.FPDFText_GetRect)
_get_origin = unchecked(pdfium.FPDFText_GetCharOrigin)
_get_colour = unchecked(pdfium.FPDFText_GetFillColor)
_get_font = unchecked(pdfium.FPDFText_GetFontInfo)
_get_size = unchecked(pdfium.FPDFText_GetFontSize)
_get_box = unchecked(pdfium.FPDFText_GetCharBox)


class PageEngine:
    """One open page of a PDF. The caller closes it."""

    def __init__(self, document: Any, number: int, pen: Pen) -> None:
        self.raw = pdfium.FPDF_LoadPage(document, number)
        if not self.raw:
            raise ValueError("no such page")
        if pdfium.FPDFPage_GetAnnotCount(self.raw) > 0 and self._has_fields():
            # What is filled into a form stands beside the page's own text: put it where it is shown.
            pdfium.FPDFPage_Flatten(self.raw, pdfium.FLAT_NORMALDISPLAY)
            pdfium.FPDF_ClosePage(self.raw)
            self.raw = pdfium.FPDF_LoadPage(document, number)
            if not self.raw:
                raise ValueError("no such page")
        self.number = number + 1
        self.pen = pen
        self.width = pdfium.FPDF_GetPageWidthF(self.raw)
        self.height = pdfium.FPDF_GetPageHeightF(self.raw)
        self.left, self.upper, self.matrix = self._corner()
        self._text = pdfium.FPDFText_LoadPage(self.raw)
        self.fonts: dict[bytes, tuple[str, bool]] = {}
        self._sizes: dict[float, float] = {}  # as the file says them, and as they are shown

    def _has_fields(self) -> bool:
        """Are there form fields or typed notes on the page?"""
        for number in range(min(pdfium.FPDFPage_GetAnnotCount(self.raw), 2000)):
            one = pdfium.FPDFPage_GetAnnot(self.raw, number)
            kind = pdfium.FPDFAnnot_GetSubtype(one)
            pdfium.FPDFPage_CloseAnnot(one)
            if kind in (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT):
                return True
        return False

    def close(self) -> None:
        """Let go of the page's memory."""
        pdfium.FPDFText_ClosePage(self._text)
        pdfium.FPDF_ClosePage(self.raw)

    def _corner(self) -> tuple[float, float, Matrix]:
        """Where the left upper corner of what is shown stands, and how the page is turned before it is shown."""
        box = pdfium.FS_RECTF()
        if not pdfium.FPDF_GetPageBoundingBox(self.raw, box):
            box.left, box.bottom, box.right, box.top = 0.0, 0.0, self.width, self.height
        quarters = pdfium.FPDFPage_GetRotation(self.raw)
        if quarters not in (1, 2, 3):
            return box.left, box.top, SAME
        return 0.0, self.height, turned(quarters, box.left, box.bottom, box.right, box.top)

    # --- text ---------------------------------------------------------------------------------------

    def characters(self) -> str:
        """The page's text as pdfium puts it together; "" when it holds none."""
        count = pdfium.FPDFText_CountChars(self._text)
        if count <= 0:
            return ""
        buffer = bytearray(4 * count + 4)  # a ctypes array of this length would be a type of its own
        written = _get_text(self._text, 0, count, ctypes.byref(ctypes.c_ushort.from_buffer(buffer)))
        return buffer[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")

    def pieces(self, text: str) -> list[Piece]:
        """The page's lines, parted where there is room for another column between their words."""
        as_indexed = len(text) == pdfium.FPDFText_CountChars(self._text)
        hyphens = "\ufffe" in text or "\x02" in text
        found: list[Piece] = []
        position = 0
        for line in text.split("\r\n"):
            start = position
            position += len(line) + 2
            if hyphens and ("\ufffe" in line or "\x02" in line):
                for part, at in _at_hyphens(line):
                    self._line(part, self._index(start + at, as_indexed), part.endswith("-"), found)
            elif line:
                self._line(line, start if as_indexed else self._index(start, False), False, found)
        return mended(found, self._turned)

    def _index(self, position: int, as_indexed: bool) -> int:
        """pdfium's own number of the letter at this place of the text."""
        return position if as_indexed else int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._text, position))

    def _line(self, line: str, start: int, wrapped: bool, found: list[Piece]) -> None:
        """One line: one piece, or several where rectangles of text stand far apart."""
        page, pen = self._text, self.pen
        text = line.strip()
        if not text:
            return
        if line[0] != text[0]:
            start += len(line) - len(line.lstrip())
        count = _count_rects(page, start, len(text))
        to_box, box_of = pen.to_box, pen.box
        if count == 1:
            _get_rect(page, 0, *to_box)
            box = box_of() if self.matrix is SAME else moved(box_of(), self.matrix)
            self._piece(text, start, box, self._size_of(text, start, [box]), wrapped, found)
            return
        if count <= 0:
            return
        boxes: list[Box] = []
        for number in range(count):
            _get_rect(page, number, *to_box)
            boxes.append(box_of())
        if self.matrix is not SAME:
            boxes = [moved(box, self.matrix) for box in boxes]
        size = self._size_of(text, start, boxes)
        groups = _groups(boxes, size)
        if groups is None:
            self._by_letters(text, start, size, found)  # drawn font by font: boxes to tick first, then their words
        elif len(groups) == 1:
            self._piece(text, start, around(boxes), size, wrapped, found)
        else:
            self._parts(text, start, groups, wrapped, found)

    def _parts(self, text: str, start: int, groups: list[list[Box]], wrapped: bool, found: list[Piece]) -> None:
        """A piece for each group of rectangles that stand together on a line."""
        first = 0
        for number, group in enumerate(groups, start=1):
            past = len(text)
            if number < len(groups):
                past = self._index_at(groups[number][0], start, text, first)
            part = text[first:past]
            if words := part.strip():
                at = start + first + (0 if part[0] == words[0] else len(part) - len(part.lstrip()))
                box = group[0] if len(group) == 1 else around(group)
                self._piece(words, at, box, self._size_of(words, at, group), wrapped and past == len(text), found)
            first = past

    def _by_letters(self, text: str, start: int, size: float, found: list[Piece]) -> None:
        """A line whose words were not drawn from left to right, in the order in which they stand."""
        letters = [
            (box, offset)
            for offset, letter in enumerate(text)
            if letter != " " and (box := self._letter(start + offset)) is not None
        ]
        words: list[list[tuple[Box, int]]] = []
        for box, offset in sorted(letters):
            last = words[-1][-1] if words else None
            if last is not None and 0 < offset - last[1] < 3 and -size < box[0] - last[0][2] < 0.9 * size:
                words[-1].append((box, offset))
            else:
                words.append([(box, offset)])
        for word in words:
            part = text[word[0][1] : word[-1][1] + 1]
            self._piece(part, start + word[0][1], around([box for box, _ in word]), size, False, found)

    def _index_at(self, box: Box, start: int, text: str, after: int) -> int:
        """Which letter of the line is the first in this rectangle? The first of a word as a rule, after another one."""
        left, top, _, bottom = box
        last = len(text) - 1
        place = text.find(" ", after, last)
        while place >= 0:
            near = self._letter(start + place + 1)
            if near is not None and -0.6 < near[0] - left < 0.6 and near[1] > bottom and near[3] < top:
                return place + 1
            place = text.find(" ", place + 1, last)
        for offset in range(len(text)):
            near = self._letter(start + offset)
            if near is not None and -0.6 < near[0] - left < 0.6 and near[1] > bottom and near[3] < top:
                return offset
        return len(text)

    def _letter_at(self, x: float, y: float, reach: float) -> int:
        """The number of the letter at a place; negative where none is."""
        if self.matrix is not SAME:
            x, y = back(self.matrix, x, y)
        return int(pdfium.FPDFText_GetCharIndexAtPos(self._text, x, y, reach, reach))

    def _letter(self, index: int) -> Box | None:
        """The rectangle of a letter."""
        pen = self.pen
        if not _get_box(self._text, index, *pen.to_box):
            return None
        left, right, bottom, top = pen.box()
        box = (left, top, right, bottom)
        return box if self.matrix is SAME else moved(box, self.matrix)

    def _piece(self, text: str, start: int, box: Box, size: float, wrapped: bool, found: list[Piece]) -> None:
        pen, page = self.pen, self._text
        left, top, right, bottom = box
        is_placed = _get_origin(page, start, *pen.to_point)
        is_coloured = _get_colour(page, start, *pen.to_colour)
        begin, base, red, green, blue, alpha = pen.place()
        if not is_placed:
            base = bottom
        else:
            if self.matrix is not SAME:
                begin, base = placed(self.matrix, begin, base)
            if left - size < begin < left:
                left = begin
        font, bold = self._font(start)
        last = start + len(text) - 1
        if not bold and (marker := _MARKED.match(text)) is not None:  # Word may set the number of a bold line plain
            bold = self._font(start + marker.end())[1]
        if bold and last > start:
            bold = self._font(last)[1]
        light = is_coloured and (alpha == 0 or (red >= _WHITE and green >= _WHITE and blue >= _WHITE))
        if light and last > start:
            light = self._is_light(last)
        x, y = self.left, self.upper
        found.append(Piece(text, left - x, y - top, right - x, y - bottom, y - base, size, bold, font, wrapped, light))

    def _is_light(self, index: int) -> bool:
        """Is the letter in the colour of paper, or in none?"""
        if not _get_colour(self._text, index, *self.pen.to_colour):
            return False
        _, _, red, green, blue, alpha = self.pen.place()
        return alpha == 0 or (red >= _WHITE and green >= _WHITE and blue >= _WHITE)

    def _turned(self, piece: Piece) -> float:
        """By how many quarters are the letters of a piece turned?"""
        x, y = (piece.x0 + piece.x1) / 2 + self.left, self.upper - (piece.top + piece.bottom) / 2
        index = self._letter_at(x, y, 1.0)
        return float(pdfium.FPDFText_GetCharAngle(self._text, index)) * 2 / pi if index >= 0 else 0.0

    def _size_of(self, text: str, start: int, boxes: list[Box]) -> float:
        """The size of the words: a number or a bullet before them may have one of its own."""
        index = start if text[0].isalpha() else start + len(text) - 1
        said: float = _get_size(self._text, index)
        size = self._sizes.get(said)
        return self._shown_size(said, index, boxes) if size is None else size

    def _shown_size(self, said: float, index: int, boxes: list[Box]) -> float:
        """Font size in points as it is shown: programs may set letters large and scale the page down."""
        size = said
        pen = self.pen
        if pdfium.FPDFText_GetMatrix(self._text, index, pen.matrix):
            size *= (pen.matrix.c**2 + pen.matrix.d**2) ** 0.5 or 1.0
        if not 1.0 <= size <= 300.0:
            size = max(1.0, min(300.0, max(box[1] - box[3] for box in boxes) * 1.3))
        size = self._sizes[said] = round(size, 1)
        return size

    def _font(self, index: int) -> tuple[str, bool]:
        pen = self.pen
        length = _get_font(self._text, index, pen.name, 128, pen.to_flags)
        if not 1 < length <= 128:
            return "", False
        name = pen.name.value
        known = self.fonts.get(name)
        if known is None:
            called = name.decode("latin-1").lower()
            known = self.fonts[name] = (called, any(word in called for word in _BOLD))
        return known

    def split(self, piece: Piece, borders: list[float]) -> list[Piece]:
        """A piece that runs over borders of cells, taken apart by its letters."""
        x, y = piece.x0 + self.left, self.upper - piece.base
        within = (0.5, 0.1 * piece.size)  # a large letter may begin further in than its piece does
        found = (self._letter_at(x + far, y + piece.size * 0.25, 2.0) for far in within)
        start = next((one for one in found if one >= 0), -1)
        if start < 0:
            return [piece]
        spans: dict[int, list[float]] = {}
        for offset, letter in enumerate(piece.text):
            box = self._letter(start + offset) if letter != " " else None
            if box is None:
                continue
            left, right = box[0] - self.left, box[2] - self.left
            column = bisect_right(borders, (left + right) / 2)
            span = spans.setdefault(column, [offset, offset + 1, left, right])
            span[1], span[3] = offset + 1, max(span[3], right)
        parts = []
        for first, past, left, right in spans.values():
            text = piece.text[int(first) : int(past)]
            place = (left, piece.top, right, piece.bottom)
            parts.append(Piece(text, *place, piece.base, piece.size, piece.bold, piece.font, light=piece.light))
            self._set_size(parts[-1], start + int(first))
        return parts or [piece]

    def _set_size(self, part: Piece, index: int) -> None:
        """Give part of a piece the size of its own letters, and their line: "H1" may be larger than what follows."""
        size = self._sizes.get(_get_size(self._text, index))
        if size is None or abs(size - part.size) < 1:
            return
        pen = self.pen
        part.size = size
        if _get_origin(self._text, index, *pen.to_point):
            at, base, *_ = pen.place()
            part.base = self.upper - (base if self.matrix is SAME else placed(self.matrix, at, base)[1])


_FAR_LARGER = 1.8
_MARKED = re.compile(r"\(?(?:[0-9]{1,2}|[A-K][12]?|[a-z]|[ivx]{1,4})[.)] {1,3}(?=\S)")


def _groups(boxes: list[Box], size: float) -> list[list[Box]] | None:
    """The rectangles of a line, parted where there is room for another column; None where they run backwards."""
    room = max(0.9 * size, 5.0)
    last = boxes[0]
    groups = [[last]]
    for box in boxes[1:]:
        left, beyond = box[0], last[2]
        if last[0] - room < left < beyond - size and _level(last, box):
            return None
        elsewhere = box[1] < last[3] or box[3] > last[1]  # on another line, whatever pdfium says
        if elsewhere or left - beyond > room * _share(last, box) or left < groups[-1][0][0] - room:
            groups.append([box])
        else:
            groups[-1].append(box)
        last = box
    return groups


def _share(one: Box, other: Box) -> float:
    """How much of the usual room parts two boxes? Beside a letter far larger than the words, what parts the words."""
    low, high = sorted((one[1] - one[3], other[1] - other[3]))
    return low / high if high > _FAR_LARGER * low > 0 else 1.0


def _level(one: Box, other: Box) -> bool:
    """Do two boxes stand on one line?"""
    return min(one[1], other[1]) - max(one[3], other[3]) > 0.5 * min(one[1] - one[3], other[1] - other[3])


def _at_hyphens(line: str) -> list[tuple[str, int]]:
    """A line that pdfium put together over hyphens, as the lines that it was, and where each begins."""
    found, start = [], 0
    for at, letter in enumerate(line):
        if letter in "\ufffe\x02":
            found.append((line[start:at] + "-", start))
            start = at + 1
    found.append((line[start:], start))
    return [(part, at) for part, at in found if part.strip("- ")]
