"""pdfium's side: a page's text as pieces of lines with their places, and its ruling lines.

pdfium is asked through its C interface, line by line and never letter by letter: a plan's pages take little longer
than their bare text. Only a line that runs over the border of a cell is taken apart by letters.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from typing import Any

import pypdfium2.raw as pdfium

from ehcp_audit.reading.pdf.page import PageRead, Piece

_PATH, _IMAGE, _FORM = 2, 3, 5
_DEEPEST = 8
MOST_OBJECTS = 60_000
_BOLD = ("bold", "black", "heavy", "demi")
_WHITE = 245

Box = tuple[float, float, float, float]
"""A rectangle as pdfium gives it: left, top, right, bottom, from the bottom of the page."""

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


_count_rects = pdfium.FPDFText_CountRects
_get_rect = pdfium.FPDFText_GetRect
_get_origin = pdfium.FPDFText_GetCharOrigin
_get_colour = pdfium.FPDFText_GetFillColor
_get_font = pdfium.FPDFText_GetFontInfo
_get_size = pdfium.FPDFText_GetFontSize


class Pen:
    """The numbers that pdfium writes its answers into, made once."""

    def __init__(self) -> None:
        self.a, self.b, self.c, self.d = (ctypes.c_double() for _ in range(4))
        self.e, self.f, self.g, self.h = (ctypes.c_float() for _ in range(4))
        self.colour = tuple(ctypes.c_uint() for _ in range(4))
        self.flags = ctypes.c_int()
        self.name = ctypes.create_string_buffer(128)
        self.matrix = pdfium.FS_MATRIX()


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
        self.rotated = pdfium.FPDFPage_GetRotation(self.raw) != 0
        self.width = pdfium.FPDF_GetPageWidthF(self.raw)
        self.height = pdfium.FPDF_GetPageHeightF(self.raw)
        self.left, self.upper = self._corner()
        self._text = pdfium.FPDFText_LoadPage(self.raw)
        self.fonts: dict[bytes, tuple[str, bool]] = {}

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

    def _corner(self) -> tuple[float, float]:
        """Where the left upper corner of what is shown stands in the page's own coordinates."""
        box = pdfium.FS_RECTF()
        if pdfium.FPDF_GetPageBoundingBox(self.raw, box):
            return box.left, box.top
        return 0.0, self.height

    # --- text ---------------------------------------------------------------------------------------

    def characters(self) -> str:
        """The page's text as pdfium puts it together; "" when it holds none."""
        count = pdfium.FPDFText_CountChars(self._text)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count * 2 + 2))()
        written = pdfium.FPDFText_GetText(self._text, 0, count, buffer)
        return bytes(memoryview(buffer)[: max(written - 1, 0)]).decode("utf-16-le", "replace")

    def pieces(self, text: str) -> list[Piece]:
        """The page's lines, parted where there is room for another column between their words."""
        as_indexed = len(text) == pdfium.FPDFText_CountChars(self._text)
        found: list[Piece] = []
        position = 0
        for line in text.split("\r\n"):
            start = position
            position += len(line) + 2
            if "\ufffe" in line or "\x02" in line:
                for part, at in _at_hyphens(line):
                    self._line(part, self._index(start + at, as_indexed), part.endswith("-"), found)
            elif line:
                self._line(line, start if as_indexed else self._index(start, False), False, found)
        return found

    def _index(self, position: int, as_indexed: bool) -> int:
        """pdfium's own number of the letter at this place of the text."""
        return position if as_indexed else int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._text, position))

    def _line(self, text: str, start: int, wrapped: bool, found: list[Piece]) -> None:
        """One line: one piece, or several where rectangles of text stand far apart."""
        page, pen = self._text, self.pen
        length = len(text)
        text = text.lstrip()
        start += length - len(text)
        text = text.rstrip()
        if not text:
            return
        count = _count_rects(page, start, len(text))
        if count <= 0:
            return
        left, top, right, bottom = pen.a, pen.b, pen.c, pen.d
        boxes = []
        for number in range(count):
            _get_rect(page, number, left, top, right, bottom)
            boxes.append((left.value, top.value, right.value, bottom.value))
        size = self._size(start, boxes)
        if count == 1:
            self._piece(text, start, boxes[0], size, wrapped, found)
            return
        room = max(0.9 * size, 5.0)
        groups: list[list[Box]] = [[boxes[0]]]
        for box in boxes[1:]:
            if box[0] - groups[-1][-1][2] > room or box[0] < groups[-1][0][0] - room:
                groups.append([box])
            else:
                groups[-1].append(box)
        if len(groups) == 1:
            self._piece(text, start, _around(boxes), size, wrapped, found)
            return
        cuts = [0, *(self._index_at(group[0], start, len(text)) for group in groups[1:]), len(text)]
        for number, group in enumerate(groups):
            first, past = cuts[number], max(cuts[number], cuts[number + 1])
            part = text[first:past]
            if part.strip():
                lead = len(part) - len(part.lstrip())
                last, at = past == len(text), start + first + lead
                self._piece(part.strip(), at, _around(group), self._size(at, group), wrapped and last, found)

    def _index_at(self, box: Box, start: int, length: int) -> int:
        """Which letter of the line is the first in this rectangle?"""
        page, pen = self._text, self.pen
        guess = pdfium.FPDFText_GetCharIndexAtPos(page, box[0] + 0.2, (box[1] + box[3]) / 2, 1.0, 1.0) - start
        if 0 < guess < length:
            pdfium.FPDFText_GetCharBox(page, start + guess, pen.a, pen.b, pen.c, pen.d)
            if abs(pen.a.value - box[0]) < 1.0:
                return int(guess)
        for offset in range(length):
            if not pdfium.FPDFText_GetCharBox(page, start + offset, pen.a, pen.b, pen.c, pen.d):
                continue
            if abs(pen.a.value - box[0]) < 0.6 and pen.d.value > box[3] and pen.c.value < box[1]:
                return offset
        return length

    def _piece(self, text: str, start: int, box: Box, size: float, wrapped: bool, found: list[Piece]) -> None:
        pen, page = self.pen, self._text
        left, top, right, bottom = box
        base = bottom
        if _get_origin(page, start, pen.a, pen.b):
            base = pen.b.value
            if left - size < pen.a.value < left:
                left = pen.a.value
        font, bold = self._font(start)
        if bold and len(text) > 1:
            bold = self._font(start + len(text) - 1)[1]
        red, green, blue, alpha = pen.colour
        light = False
        if _get_colour(page, start, red, green, blue, alpha):
            light = alpha.value == 0 or (red.value >= _WHITE and green.value >= _WHITE and blue.value >= _WHITE)
        x, y = self.left, self.upper
        found.append(Piece(text, left - x, y - top, right - x, y - bottom, y - base, size, bold, font, wrapped, light))

    def _size(self, index: int, boxes: list[Box]) -> float:
        """Font size in points: where the file scales a tiny font up, the height of the letters says more."""
        size = float(_get_size(self._text, index))
        if size < 4.0 or size > 80.0:
            pen = self.pen
            if pdfium.FPDFText_GetMatrix(self._text, index, pen.matrix):
                scale = (pen.matrix.c**2 + pen.matrix.d**2) ** 0.5
                size *= scale or 1.0
            if not 1.0 <= size <= 300.0:
                size = max(1.0, min(300.0, max(box[1] - box[3] for box in boxes) * 1.3))
        return round(size, 1)

    def _font(self, index: int) -> tuple[str, bool]:
        pen = self.pen
        length = _get_font(self._text, index, pen.name, 128, pen.flags)
        if not 1 < length <= 128:
            return "", False
        name = pen.name.raw[: length - 1]
        known = self.fonts.get(name)
        if known is None:
            called = name.decode("latin-1").lower()
            known = self.fonts[name] = (called, any(word in called for word in _BOLD))
        return known

    def split(self, piece: Piece, borders: list[float]) -> list[Piece]:
        """A piece that runs over borders of cells, taken apart by its letters."""
        x, y = piece.x0 + self.left, self.upper - piece.base
        start = pdfium.FPDFText_GetCharIndexAtPos(self._text, x + 0.5, y + piece.size * 0.25, 2.0, 2.0)
        if start < 0:
            return [piece]
        pen = self.pen
        spans: dict[int, list[float]] = {}
        for offset, letter in enumerate(piece.text):
            if letter == " " or not pdfium.FPDFText_GetCharBox(self._text, start + offset, pen.a, pen.b, pen.c, pen.d):
                continue
            left, right = pen.a.value - self.left, pen.b.value - self.left
            column = bisect_right(borders, (left + right) / 2)
            span = spans.setdefault(column, [offset, offset + 1, left, right])
            span[1], span[3] = offset + 1, max(span[3], right)
        parts = []
        for first, past, left, right in spans.values():
            text = piece.text[int(first) : int(past)]
            box = (left, piece.top, right, piece.bottom)
            parts.append(Piece(text, *box, piece.base, piece.size, piece.bold, piece.font, light=piece.light))
        return parts or [piece]

    # --- lines and pictures -------------------------------------------------------------------------

    def draw(self, read: PageRead) -> None:
        """Put the page's ruling lines, filled boxes and the share of its pictures into the record."""
        self._left_to_see = MOST_OBJECTS
        count = pdfium.FPDFPage_CountObjects(self.raw)
        self._objects(pdfium.FPDFPage_GetObject, self.raw, count, _SAME, read, 0)

    def _objects(self, get: Any, parent: Any, count: int, matrix: Matrix, read: PageRead, depth: int) -> None:
        kind_of = pdfium.FPDFPageObj_GetType
        for number in range(count):
            self._left_to_see -= 1
            if self._left_to_see < 0:
                return
            one = get(parent, number)
            kind = kind_of(one)
            if kind == _PATH:
                self._path(one, matrix, read)
            elif kind == _IMAGE:
                box = self._bounds(one, matrix)
                if box is not None:
                    area = max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])
                    read.pictures += area / max(read.width * read.height, 1.0)
            elif kind == _FORM and depth < _DEEPEST:
                inner = pdfium.FPDFFormObj_CountObjects(one)
                if inner > 0 and pdfium.FPDFPageObj_GetMatrix(one, self.pen.matrix):
                    m = self.pen.matrix
                    own = _times((m.a, m.b, m.c, m.d, m.e, m.f), matrix)
                    self._objects(pdfium.FPDFFormObj_GetObject, one, inner, own, read, depth + 1)

    def _bounds(self, one: Any, matrix: Matrix) -> tuple[float, float, float, float] | None:
        """The box of an object: x0, top, x1, bottom."""
        pen = self.pen
        if not pdfium.FPDFPageObj_GetBounds(one, pen.e, pen.f, pen.g, pen.h):
            return None
        left, low, right, high = pen.e.value, pen.f.value, pen.g.value, pen.h.value
        if matrix is not _SAME:
            corners = [_at(matrix, x, y) for x in (left, right) for y in (low, high)]
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            low, high = min(y for _, y in corners), max(y for _, y in corners)
        return left - self.left, self.upper - high, right - self.left, self.upper - low

    def _path(self, one: Any, matrix: Matrix, read: PageRead) -> None:
        segments = pdfium.FPDFPath_CountSegments(one)
        box = self._bounds(one, matrix)
        if box is None:
            return
        x0, top, x1, bottom = box
        if segments > 5 and x1 - x0 > 3 and bottom - top > 3:
            for part in self._parts(one, segments, matrix):
                _rule(read, *part)
            return
        if segments <= 3 and x1 - x0 > 3 and bottom - top > 3:
            return  # a slanting line
        _rule(read, x0, top, x1, bottom)
        if x1 - x0 > 3 and bottom - top > 3:
            red, green, blue, alpha = self.pen.colour
            if pdfium.FPDFPageObj_GetFillColor(one, red, green, blue, alpha) and alpha.value:
                read.fills.append((x0, top, x1, bottom, max(red.value, green.value, blue.value)))

    def _parts(self, one: Any, segments: int, matrix: Matrix) -> list[tuple[float, float, float, float]]:
        """The straight lines of a path that draws several: their boxes."""
        pen = self.pen
        found: list[tuple[float, float, float, float]] = []
        begin = last = (0.0, 0.0)

        def line(start: tuple[float, float], end: tuple[float, float]) -> None:
            (ax, ay), (bx, by) = start, end
            if abs(ax - bx) <= 0.5 or abs(ay - by) <= 0.5:
                left, right = min(ax, bx) - self.left, max(ax, bx) - self.left
                found.append((left, self.upper - max(ay, by), right, self.upper - min(ay, by)))

        path_matrix = _SAME
        if pdfium.FPDFPageObj_GetMatrix(one, pen.matrix):
            m = pen.matrix
            path_matrix = (m.a, m.b, m.c, m.d, m.e, m.f)
        whole = path_matrix if matrix is _SAME else _times(path_matrix, matrix)
        for number in range(min(segments, 2000)):
            segment = pdfium.FPDFPath_GetPathSegment(one, number)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, pen.e, pen.f)
            point = _at(whole, pen.e.value, pen.f.value)
            if kind == 2:  # move
                begin = point
            elif kind == 0:
                line(last, point)
            last = point
            if pdfium.FPDFPathSegment_GetClose(segment):
                line(last, begin)
                last = begin
        return found


def _rule(read: PageRead, x0: float, top: float, x1: float, bottom: float) -> None:
    """A thin box is a ruling line; a box has four."""
    if bottom - top <= 2:
        if x1 - x0 >= 3:
            read.level.append(((top + bottom) / 2, x0, x1))
            read.thin.append(read.level[-1])
    elif x1 - x0 <= 2:
        if bottom - top >= 3:
            read.upright.append(((x0 + x1) / 2, top, bottom))
    elif x1 - x0 > 3 and bottom - top > 3:
        read.level.append((top, x0, x1))
        read.level.append((bottom, x0, x1))
        read.upright.append((x0, top, bottom))
        read.upright.append((x1, top, bottom))


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _around(boxes: list[Box]) -> Box:
    """The rectangle around several."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), max(tops), max(rights), min(bottoms)


def _at_hyphens(line: str) -> list[tuple[str, int]]:
    """A line that pdfium put together over hyphens, as the lines that it was, and where each begins."""
    found, start = [], 0
    for at, letter in enumerate(line):
        if letter in "\ufffe\x02":
            found.append((line[start:at] + "-", start))
            start = at + 1
    found.append((line[start:], start))
    return [(part, at) for part, at in found if part.strip("- ")]
