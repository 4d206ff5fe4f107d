"""What is drawn on a page beside its text: ruling lines, filled boxes, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from ehcp_audit.reading.pdf.geometry import SAME, Matrix, placed, times
from ehcp_audit.reading.pdf.page import PageRead
from ehcp_audit.reading.pdf.pen import unchecked

if TYPE_CHECKING:
    from ehcp_audit.reading.pdf.engine import PageEngine

_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
_DEEPEST = 8
MOST_OBJECTS = 60_000
_get_object = unchecked(pdfium.FPDFPage_GetObject)
_kind_of = unchecked(pdfium.FPDFPageObj_GetType)
_get_bounds = unchecked(pdfium.FPDFPageObj_GetBounds)
_count_segments = unchecked(pdfium.FPDFPath_CountSegments)
_get_fill = unchecked(pdfium.FPDFPageObj_GetFillColor)
_LARGEST_DOT = 7.5  # points: what is drawn larger than this before a line is a box to tick


def draw(page: PageEngine, read: PageRead) -> None:
    """Put the page's ruling lines, filled boxes and the share of its pictures into the record."""
    _Drawing(page, read)


class _Drawing:
    """One look at all that is drawn on a page."""

    def __init__(self, page: PageEngine, read: PageRead) -> None:
        self._read = read
        self.pen = page.pen
        self.left, self.upper = page.left, page.upper
        self._left_to_see = MOST_OBJECTS
        count = pdfium.FPDFPage_CountObjects(page.raw)
        self._objects(_get_object, page.raw, count, page.matrix, 0)

    def _objects(self, get: Any, parent: Any, count: int, matrix: Matrix, depth: int) -> None:
        if count > self._left_to_see:
            count = self._left_to_see
        self._left_to_see -= count
        for number in range(count):
            one = get(parent, number)
            kind = _kind_of(one)
            if kind == _TEXT:
                continue
            if kind == _PATH:
                self._path(one, matrix)
            elif kind == _IMAGE:
                box = self._bounds(one, matrix)
                if box is not None:
                    area = max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])
                    self._read.pictures += area / max(self._read.width * self._read.height, 1.0)
            elif kind == _SHADING:
                box = self._bounds(one, matrix)
                if box is not None:
                    self._read.fills.append((*box, 0))  # a run of colours: it may be dark anywhere
            elif kind == _FORM and depth < _DEEPEST:
                inner = pdfium.FPDFFormObj_CountObjects(one)
                if inner > 0 and pdfium.FPDFPageObj_GetMatrix(one, self.pen.matrix):
                    m = self.pen.matrix
                    own = times((m.a, m.b, m.c, m.d, m.e, m.f), matrix)
                    self._objects(pdfium.FPDFFormObj_GetObject, one, inner, own, depth + 1)

    def _bounds(self, one: Any, matrix: Matrix) -> tuple[float, float, float, float] | None:
        """The box of an object: x0, top, x1, bottom."""
        pen = self.pen
        if not _get_bounds(one, *pen.to_bounds):
            return None
        left, low, right, high = pen.bounds()
        if matrix is not SAME:
            corners = [placed(matrix, x, y) for x in (left, right) for y in (low, high)]
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            low, high = min(y for _, y in corners), max(y for _, y in corners)
        return left - self.left, self.upper - high, right - self.left, self.upper - low

    def _path(self, one: Any, matrix: Matrix) -> None:
        read = self._read
        box = self._bounds(one, matrix)
        if box is None:
            return
        x0, top, x1, bottom = box
        width, height = x1 - x0, bottom - top
        if width <= 2 or height <= 2:
            _rule(read, x0, top, x1, bottom)
            return
        segments = _count_segments(one)
        if width < _LARGEST_DOT and height < _LARGEST_DOT and segments > 3:
            if abs(width - height) < 1:
                read.dots.append(box)
            return
        if width <= 3 or height <= 3:
            return
        if segments > 5:
            for part in self._parts(one, segments, matrix):
                _rule(read, *part)
            self._shape(one, box)
            read.frames.append(box)
            return
        if segments <= 3:
            return  # a slanting line
        _rule(read, x0, top, x1, bottom)
        shade = self._shade(one)
        if shade is not None:
            read.fills.append((x0, top, x1, bottom, shade))
        else:
            read.frames.append(box)

    def _shape(self, one: Any, box: tuple[float, float, float, float]) -> None:
        """A filled shape that is no plain box, as one with rounded corners: light words may stand on it."""
        shade = self._shade(one)
        if shade is not None:
            self._read.shapes.append((*box, shade))

    def _shade(self, one: Any) -> int | None:
        """How light is what an object is filled with, 0 to 255? None where nothing fills it."""
        pen = self.pen
        if not _get_fill(one, *pen.to_colour):
            return None
        _, _, red, green, blue, alpha = pen.place()
        return max(red, green, blue) if alpha else None

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

        path_matrix = SAME
        if pdfium.FPDFPageObj_GetMatrix(one, pen.matrix):
            m = pen.matrix
            path_matrix = (m.a, m.b, m.c, m.d, m.e, m.f)
        whole = path_matrix if matrix is SAME else times(path_matrix, matrix)
        for number in range(min(segments, 2000)):
            segment = pdfium.FPDFPath_GetPathSegment(one, number)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, pen.e, pen.f)
            point = placed(whole, pen.e.value, pen.f.value)
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
