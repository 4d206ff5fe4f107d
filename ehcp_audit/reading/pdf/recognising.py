"""Pages without text are pictures of text: the Tesseract program reads them, where it is installed.

Pages are drawn at 300 dots an inch and handed over through pipes: no picture of a plan is ever written to a disc.
Words come back with their places and with how sure the program is of each.
"""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium

from ehcp_audit.reading.ocr import LANGUAGE, program
from ehcp_audit.reading.pdf import pixels
from ehcp_audit.reading.pdf.page import PageRead, Piece

DOTS = 300
MOST_PIXELS = 40_000_000
_AT_ONCE = max(1, min(2, os.cpu_count() or 1))
_SURE = 0.5  # a page whose words are less sure than this, on average, may lie on its side
_CLEAR = 0.8  # one whose words are as sure as this stands upright: no further look is needed
_NOISE = 0.25  # specks and drawings that were taken for words
_LOW = frozenset("gjpqy,;Q")
_RULED = re.compile(r"^[|\[\]{}_=~—]+$|^\|+(?=\w)|(?<=\w)\|+$")
NOT_INSTALLED = "The page is a picture without text, and the program Tesseract, which could read it, is not installed."
NOT_ASKED = "The page is a picture without text, and pictures of pages were not to be read (--ocr off)."
NO_TIME = "The page is a picture, and there was no time left to read it. Raise --read-seconds."
NOT_WORKING = "The page is a picture, and the program Tesseract, which is installed, failed to read it."
FAILED = "The page is a picture in which no words could be read."

Box = tuple[float, float, float, float]
"""Left, top, width, height, in dots."""

Words = list[tuple[tuple[int, int, int], Box, float, str]]
"""Line, box, how sure, text."""


class _FailedError(Exception):
    """Tesseract could not be started, or ended with an error."""


def recognise(
    document: Any, pages: list[PageRead], seconds: float, told: Callable[[int], None] | None = None
) -> dict[int, str]:
    """Put the words of these picture pages into their records; why were some not read, by number?

    `told` hears how many pages there are to read, before that takes its time.
    """
    found = program()
    if found is None:
        return {page.number: NOT_INSTALLED for page in pages}
    if told is not None:
        told(len(pages))
    ends = time.monotonic() + seconds
    why: dict[int, str] = {}
    with ThreadPoolExecutor(_AT_ONCE) as workers:
        waiting: list[tuple[PageRead, _Picture, Future[Words | None]]] = []
        for page in pages:
            if time.monotonic() > ends:
                why[page.number] = NO_TIME
                continue
            picture = _Picture(document, page, 0)
            waiting.append((page, picture, workers.submit(_words, found, picture, ends)))
            if len(waiting) > _AT_ONCE:
                _take(document, found, waiting.pop(0), ends, why)
        for one in waiting:
            _take(document, found, one, ends, why)
    return why


def _take(
    document: Any, found: str, waited: tuple[PageRead, _Picture, Future[Words | None]], ends: float, why: dict[int, str]
) -> None:
    """Wait for a page's words; look at it from its other sides where they make no sense."""
    page, first, future = waited
    picture = first
    try:
        words = future.result()
    except _FailedError:
        why[page.number] = NOT_WORKING
        return
    if words is None:
        why[page.number] = NO_TIME
        return
    lies, sure = _lies(words), _how_sure(words)
    upright = lies == 0 and sure >= _SURE
    best = 0.0 if lies else max(_SURE, sure + 0.2)
    for turn in () if upright else _turns(lies, sure):
        other = _Picture(document, page, turn)
        try:
            turned = _words(found, other, ends)
        except _FailedError:
            continue
        if turned is None:
            if picture is first:  # what was read makes no sense, and there is no time to look from elsewhere
                why[page.number] = NO_TIME
                return
            break
        if not _lies(turned) and _how_sure(turned) > best:
            words, picture, best = turned, other, _how_sure(turned)
            if best >= _CLEAR:
                break
    _record(page, words, picture)
    if not page.pieces:
        why[page.number] = FAILED


def _turns(lies: int, sure: float) -> tuple[int, ...]:
    """By how many quarters to turn a page whose words make no sense, the likeliest first.

    Lines that mean nothing are most often read upside down, whichever way they run.
    """
    if lies == 2:
        return (2,)
    if lies:
        return (lies, 4 - lies) if sure >= _SURE else (4 - lies, lies)
    return (2, 1, 3)


def _record(page: PageRead, words: Words, picture: _Picture) -> None:
    """The words and the ruling lines of a picture as the page's own, the slant of the scan taken off."""
    scale = 72 / picture.dots
    page.width, page.height = picture.width * scale, picture.height * scale
    words = [word for word in map(_mended, words) if word[3]]
    slope = _slope(words)
    page.upright = pixels.straightened(picture.upright, -slope, page.height / 2)
    page.level = pixels.straightened(picture.level, slope, page.width / 2)
    page.thin = list(page.level)
    middle = picture.width / 2
    straight: Words = [
        (key, (left, top - slope * (left + width / 2 - middle), width, height), sure, text)
        for key, (left, top, width, height), sure, text in words
    ]
    page.pieces = list(_pieces(straight, scale))
    page.recognised = True


def _mended(word: tuple[tuple[int, int, int], Box, float, str]) -> tuple[tuple[int, int, int], Box, float, str]:
    """A bar that is no taller than a letter is an I; a longer one is the side of a cell and no word."""
    key, box, sure, text = word
    if text in ("|", "!") and box[3] < 6 * max(box[2], 1.0) and box[3] < 70:
        return key, box, min(sure, 0.6), "I"
    return key, box, sure, _RULED.sub("", text)


def _lies(words: Words) -> int:
    """By how many quarters must the page be turned, so that its words follow one another from left to right?"""
    lines: dict[tuple[int, int, int], Words] = {}
    for word in words:
        lines.setdefault(word[0], []).append(word)
    ways = [0, 0, 0, 0]
    for line in lines.values():
        if len(line) >= 3:
            across, down = line[-1][1][0] - line[0][1][0], line[-1][1][1] - line[0][1][1]
            if abs(across) > abs(down):
                ways[0 if across > 0 else 2] += 1
            else:
                ways[3 if down > 0 else 1] += 1
    return ways.index(max(ways)) if max(ways) > 0.6 * sum(ways) else 0


def _slope(words: Words) -> float:
    """How much lower does the page stand for a dot further right? From lines of many words."""
    lines: dict[tuple[int, int, int], Words] = {}
    for word in words:
        if not _LOW & set(word[3]):
            lines.setdefault(word[0], []).append(word)
    slopes = []
    for line in lines.values():
        (_, first, _, _), (_, last, _, _) = line[0], line[-1]
        apart = last[0] - first[0]
        if len(line) >= 3 and apart > 400:
            slopes.append((last[1] + last[3] - first[1] - first[3]) / apart)
    return median(slopes) if len(slopes) >= 3 else 0.0


class _Picture:
    """A page drawn in greys, one byte a dot. `turn`: by so many quarters."""

    def __init__(self, document: Any, page: PageRead, turn: int) -> None:
        raw = pdfium.FPDF_LoadPage(document, page.number - 1)
        width, height = pdfium.FPDF_GetPageWidthF(raw), pdfium.FPDF_GetPageHeightF(raw)
        if turn % 2:
            width, height = height, width
        self.dots = min(DOTS, int(72 * (MOST_PIXELS / max(width * height, 1.0)) ** 0.5))
        self.width, self.height = max(1, int(width * self.dots / 72)), max(1, int(height * self.dots / 72))
        bitmap = pdfium.FPDFBitmap_CreateEx(self.width, self.height, pdfium.FPDFBitmap_Gray, None, 0)
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, self.width, self.height, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(bitmap, raw, 0, 0, self.width, self.height, turn, pdfium.FPDF_ANNOT)
            stride = pdfium.FPDFBitmap_GetStride(bitmap)
            data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * self.height)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
            pdfium.FPDF_ClosePage(raw)
        if stride != self.width:
            data = b"".join(data[row * stride : row * stride + self.width] for row in range(self.height))
        self.upright, self.level, self.data = pixels.rules(data, self.width, self.height, 72 / self.dots)


def _words(found: str, picture: _Picture, ends: float) -> Words | None:
    """What Tesseract reads in a picture; None when there was no time."""
    left = ends - time.monotonic()
    if left <= 0:
        return None
    head = b"P5 %d %d 255\n" % (picture.width, picture.height)
    try:
        done = subprocess.run(
            [found, "stdin", "stdout", "-l", LANGUAGE, "--psm", "3", "--dpi", str(picture.dots), "tsv"],
            input=head + picture.data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=left,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        return None
    except OSError:
        raise _FailedError from None
    if done.returncode:
        raise _FailedError
    return list(_parsed(done.stdout.decode("utf-8", "replace")))


def _parsed(table: str) -> Iterator[tuple[tuple[int, int, int], Box, float, str]]:
    """The words of Tesseract's table: twelve columns, words at level 5."""
    for line in table.split("\n"):
        cells = line.split("\t")
        if len(cells) != 12 or cells[0] != "5" or not cells[11].strip():
            continue
        try:
            numbers = [float(cell) for cell in cells[2:11]]
        except ValueError:
            continue
        block, paragraph, row, _, left, top, width, height, sure = numbers
        yield (
            (int(block), int(paragraph), int(row)),
            (left, top, width, height),
            max(sure, 0.0) / 100,
            cells[11].strip(),
        )


def _how_sure(words: Words) -> float:
    """How sure is Tesseract of the page, a letter as much as a letter?"""
    letters = sum(len(text) for *_, text in words)
    return sum(sure * len(text) for *_, sure, text in words) / letters if letters else 0.0


def _pieces(words: Words, scale: float) -> Iterator[Piece]:
    """Words as pieces of lines, in points; lines of about one height have one size."""
    lines: dict[tuple[int, int, int], Words] = {}
    for word in words:
        lines.setdefault(word[0], []).append(word)
    heights = {key: max(box[3] for _, box, _, _ in line) * scale / 0.93 for key, line in lines.items()}
    usual = median(heights.values()) if heights else 0.0
    for key, line in lines.items():
        size = usual if abs(heights[key] - usual) < 0.22 * usual else heights[key]
        standing = [box[1] + box[3] for _, box, _, text in line if not _LOW & set(text)]
        base = (
            median(standing) if standing else max(box[1] + box[3] for _, box, _, _ in line) - 0.21 * size / scale
        ) * scale
        group: Words = []
        for word in sorted(line, key=lambda one: one[1][0]):
            if group and (word[1][0] - group[-1][1][0] - group[-1][1][2]) * scale > max(1.2 * size, 8.0):
                yield _piece(group, scale, base, size)
                group = []
            group.append(word)
        if group and _how_sure(group) >= _NOISE:
            yield _piece(group, scale, base, size)


def _piece(group: Words, scale: float, base: float, size: float) -> Piece:
    first, last = group[0][1], group[-1][1]
    top = min(box[1] for _, box, _, _ in group) * scale
    bottom = max(box[1] + box[3] for _, box, _, _ in group) * scale
    text = " ".join(text for *_, text in group)
    piece = Piece(text, first[0] * scale, top, (last[0] + last[2]) * scale, bottom, base, round(size, 1), False)
    piece.ocr = _how_sure(group)
    return piece
