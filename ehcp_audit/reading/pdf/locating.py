"""Where words stand on the page: the letters of a stretch found again in pdfium's, and their boxes.

Only letters and figures are compared, so that spaces, hyphens at line ends and ligatures make no difference. Boxes are
asked for on the pages that hold words to be marked, and on no others.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from ehcp_audit.model import Stretch
    from ehcp_audit.reading.pdf.opening import Opened

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the left top of the page as it is shown."""

_NEAR = 4.0  # points that a letter may stand out of its stretch's box
_ONWARDS = 2  # pages on which a stretch may go on
_SURE = 24  # letters that tell where a stretch begins
_UP, _DOWN = 0.9, 0.22  # how far a line of type reaches above and below its base, in its size

Place = tuple[int, int]
"""A letter: its page, and its number among the letters of that page."""


@dataclass(slots=True)
class Letters:
    """The letters and figures of one page in pdfium's order, each with its box."""

    page: int  # from 1
    text: str = ""
    boxes: list[Box] = field(default_factory=list)
    bases: list[float] = field(default_factory=list)  # how far down the line stands that each is written on

    def within(self, box: Box) -> list[int]:
        """The letters that stand in a box."""
        x0, top, x1, bottom = box
        return [
            number
            for number, (left, upper, right, lower) in enumerate(self.boxes)
            if x0 - _NEAR <= (left + right) / 2 <= x1 + _NEAR and top - _NEAR <= (upper + lower) / 2 <= bottom + _NEAR
        ]


class Turned:
    """How a page's own coordinates become those of the page as it is shown, and back again."""

    def __init__(self, page: Any) -> None:
        box = pdfium.FS_RECTF()
        if not pdfium.FPDF_GetPageBoundingBox(page, box):
            box.right, box.top = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        self.left, self.low, self.right, self.high = box.left, box.bottom, box.right, box.top
        self.quarter = pdfium.FPDFPage_GetRotation(page) % 4

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as points from the left top of what is shown."""
        if self.quarter == 1:
            return y - self.low, x - self.left
        if self.quarter == 2:
            return self.right - x, y - self.low
        if self.quarter == 3:
            return self.high - y, self.right - x
        return x - self.left, self.high - y

    def own(self, x: float, y: float) -> tuple[float, float]:
        """A point of what is shown in the page's own coordinates."""
        if self.quarter == 1:
            return y + self.left, x + self.low
        if self.quarter == 2:
            return self.right - x, y + self.low
        if self.quarter == 3:
            return self.right - y, self.high - x
        return x + self.left, self.high - y


@cache
def plain_letters(character: str) -> str:
    """The letters and figures that a character stands for: "ﬁ" is "fi", a space is nothing."""
    return "".join(one for one in unicodedata.normalize("NFKC", character).casefold() if one.isalnum())


def letters_of(text: str) -> tuple[str, list[int]]:
    """The letters of a text, and from which of its characters each comes."""
    found = [(letter, number) for number, one in enumerate(text) for letter in plain_letters(one)]
    return "".join(letter for letter, _ in found), [number for _, number in found]


class Locator:
    """Finds the letters of stretches on the pages of one open document."""

    def __init__(self, document: Opened, stretches: Sequence[Stretch]) -> None:
        self._document = document
        self._stretches = stretches
        self._pages: dict[int, Letters] = {}
        self.turned: dict[int, Turned] = {}
        self._found: dict[int, list[Place | None]] = {}

    def lines(self, number: int, start: int, end: int) -> Iterator[tuple[int, Box]]:
        """The boxes of some characters of a stretch, one a line of the page: page and box."""
        stretch = self._stretches[number]
        if stretch.ocr is not None and stretch.page is not None and stretch.box is not None:
            self.letters(stretch.page)
            yield stretch.page, stretch.box  # recognised from a picture: no letters, but where the line stands
            return
        _, sources = letters_of(stretch.text)
        places = self._places(number)
        found = [place for place, at in zip(places, sources, strict=True) if place and start <= at < end]
        size = stretch.size or 0.0
        line: list[Box] = []
        page = 0
        for on, at in found:
            box = _as_high_as_its_line(self.letters(on).boxes[at], self.letters(on).bases[at], size)
            if line and (on != page or not _same_line(line[-1], box)):
                yield page, _hull(line)
                line = []
            page = on
            line.append(box)
        if line:
            yield page, _hull(line)

    def _places(self, number: int) -> list[Place | None]:
        """The place of each letter of a stretch; None for one that was not found."""
        if number not in self._found:
            self._found[number] = self._search(self._stretches[number])
        return self._found[number]

    def _search(self, stretch: Stretch) -> list[Place | None]:
        wanted = letters_of(stretch.text)[0]
        if stretch.page is None or not wanted:
            return [None] * len(wanted)
        here = self.letters(stretch.page)
        inside = here.within(stretch.box) if stretch.box else []
        by_lines = sorted(inside, key=lambda one: (round(here.boxes[one][3] / 3), here.boxes[one][0]))
        for order in (inside, by_lines, list(range(len(here.text)))):
            found = self._match(wanted, here, order, stretch)
            if found is not None:
                return found
        return [None] * len(wanted)

    def _match(self, wanted: str, here: Letters, order: list[int], stretch: Stretch) -> list[Place | None] | None:
        """The letters in one order of those of a page, and of the pages after it where the stretch goes on there."""
        text = "".join(here.text[one] for one in order)
        at = text.find(wanted)
        if at >= 0:
            return [(here.page, one) for one in order[at : at + len(wanted)]]
        at = text.find(wanted[:_SURE])
        if at < 0:
            at = _end_that_begins(text, wanted) if len(order) < len(here.text) else -1
        if at < 0:
            return None
        length = _common(wanted, text[at:])
        found: list[Place | None] = [(here.page, one) for one in order[at : at + length]]
        for onwards in range(here.page + 1, min(here.page + _ONWARDS, self._document.pages) + 1):
            rest = wanted[len(found) :]
            if not rest:
                break
            there = self.letters(onwards)
            at = _goes_on(there, rest, stretch.box)
            if at < 0:
                break
            length = _common(rest, there.text[at:])
            found += [(onwards, at + number) for number in range(length)]
        return found + [None] * (len(wanted) - len(found))

    def letters(self, page: int) -> Letters:
        """The letters of a page (from 1)."""
        if page not in self._pages:
            self._pages[page] = self._read(page)
        return self._pages[page]

    def _read(self, number: int) -> Letters:
        found = Letters(number)
        page = pdfium.FPDF_LoadPage(self._document.raw, number - 1)
        if not page:
            return found
        turned = self.turned[number] = Turned(page)
        text = pdfium.FPDFText_LoadPage(page)
        letters: list[str] = []
        loose, pen = pdfium.FS_RECTF(), self._document.pen
        for index in range(pdfium.FPDFText_CountChars(text)):
            code = pdfium.FPDFText_GetUnicode(text, index)
            shows = plain_letters(chr(code)) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
            if not shows or not pdfium.FPDFText_GetCharBox(text, index, pen.a, pen.b, pen.c, pen.d):
                continue
            tight = (pen.a.value, pen.c.value, pen.b.value, pen.d.value)  # left, low, right, high
            if pdfium.FPDFText_GetLooseCharBox(text, index, loose):
                tight = _grown(tight, (loose.left, loose.bottom, loose.right, loose.top))
            base = turned.shown(*_origin(text, index, pen, (tight[0], tight[1])))[1]
            one, other = turned.shown(tight[0], tight[1]), turned.shown(tight[2], tight[3])
            box = (min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))
            letters.append(shows)
            found.boxes += [box] * len(shows)
            found.bases += [base] * len(shows)
        found.text = "".join(letters)
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
        return found


def _grown(tight: Box, loose: Box) -> Box:
    """The loose box of a letter, which is as high as its line, unless its font says nonsense."""
    wide, high = loose[2] - loose[0], loose[3] - loose[1]
    reach = 3.5 * max(tight[2] - tight[0], tight[3] - tight[1], 2.0)
    if not (0 < wide <= reach and 0 < high <= reach):
        return tight
    return min(tight[0], loose[0]), min(tight[1], loose[1]), max(tight[2], loose[2]), max(tight[3], loose[3])


def _origin(text: Any, index: int, pen: Any, otherwise: tuple[float, float]) -> tuple[float, float]:
    """Where on its line a letter is written."""
    if pdfium.FPDFText_GetCharOrigin(text, index, pen.a, pen.b):
        return pen.a.value, pen.b.value
    return otherwise


def _as_high_as_its_line(box: Box, base: float, size: float) -> Box:
    """The box of a letter as high as its line, so that a highlight covers "a" as it covers "h"."""
    if abs(base - box[3]) > 0.5 * size:
        return box  # not written on a level line, or of a size that is not known
    return box[0], min(box[1], base - _UP * size), box[2], max(box[3], base + _DOWN * size)


def _end_that_begins(text: str, wanted: str) -> int:
    """Where the end of a text is the beginning of what is wanted, three letters at least; -1 where it is not."""
    for length in range(min(len(text), len(wanted)), 2, -1):
        if text.endswith(wanted[:length]):
            return len(text) - length
    return -1


def _goes_on(there: Letters, rest: str, box: Box | None) -> int:
    """Where on a page does a text go on? In the same column if it stands there, else where it stands first."""
    wanted = rest if len(rest) < _SURE else rest[:_SURE]
    first = at = there.text.find(wanted)
    while at >= 0 and box is not None:
        left, _, right, _ = there.boxes[at]
        if box[0] - _NEAR <= (left + right) / 2 <= box[2] + 4 * _NEAR:
            return at
        at = there.text.find(wanted, at + 1)
    return first


def _same_line(one: Box, other: Box) -> bool:
    """Do two letters that follow each other stand on one line, the second to the right of the first?"""
    overlap = min(one[3], other[3]) - max(one[1], other[1])
    height = min(one[3] - one[1], other[3] - other[1])
    return overlap > 0.5 * height and -2.0 <= other[0] - one[0] < 20 * max(height, 4.0)


def _hull(boxes: list[Box]) -> Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _common(one: str, other: str) -> int:
    """How many letters do two texts begin with alike?"""
    length = min(len(one), len(other))
    return next((number for number in range(length) if one[number] != other[number]), length)
