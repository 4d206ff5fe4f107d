"""Ruling lines in the picture of a page: long runs of dots that are darker than the paper."""

from __future__ import annotations

import re
from collections import Counter

from ehcp_audit.reading.pdf.ruling import Rule

_DARKER = 35  # steps of 256 below the paper
_SHORTEST = 30.0  # points
_THICKEST = 5.0
_GAP = 3  # rows or dots that a line may miss, and how far a slanting one may step

Line = tuple[float, float, float, float]
"""Where a line starts and ends along, and across at its start and at its end, in points."""


def rules(data: bytes, width: int, height: int, scale: float) -> tuple[list[Line], list[Line], bytes]:
    """The upright and the level lines of a grey picture (one byte a dot), in points; and the picture without them.

    Lines at the sides of cells are easily taken for letters, so words are looked for where no line is.
    """
    paper = Counter(data[:: max(1, len(data) // 50_000)]).most_common(1)[0][0] if data else 255
    dark = data.translate(bytes(1 if value < paper - _DARKER else 0 for value in range(256)))
    turned = bytearray(len(dark))
    for column in range(width):
        turned[column * height : (column + 1) * height] = dark[column::width]
    upright, level = _runs(bytes(turned), height, width, scale), _runs(dark, width, height, scale)
    clean = bytearray(data)
    blank = bytes([paper]) * max(width, height)
    for line in level:
        for row, start, end in line.runs:
            for near in range(max(row - 1, 0), min(row + 2, height)):
                clean[near * width + start : near * width + end] = blank[: end - start]
    for line in upright:
        for column, start, end in line.runs:
            for near in range(max(column - 1, 0), min(column + 2, width)):
                clean[start * width + near : end * width + near : width] = blank[: end - start]
    return [_line(one, scale) for one in upright], [_line(one, scale) for one in level], bytes(clean)


def _line(one: _Growing, scale: float) -> Line:
    return one.start * scale, one.end * scale, one.first * scale, one.last * scale


class _Growing:
    """A line while its rows of dots are gathered."""

    __slots__ = ("end", "first", "last", "row", "runs", "start")

    def __init__(self, row: int, start: int, end: int) -> None:
        self.start, self.end = start, end
        self.first = self.last = self.row = row
        self.runs = [(row, start, end)]

    def touches(self, row: int, start: int, end: int) -> bool:
        """Does a run of the row at hand go on with this line?"""
        return self.row >= row - _GAP and start <= self.end + 12 and end >= self.start - 12

    def add(self, row: int, start: int, end: int) -> None:
        """Take in one more run."""
        if start < self.start:
            self.start, self.first = start, row
        if end > self.end:
            self.end, self.last = end, row
        self.row = row
        self.runs.append((row, start, end))


def _runs(dark: bytes, width: int, height: int, scale: float) -> list[_Growing]:
    """Lines along the rows. Runs that touch from row to row are one line, unless they fill an area."""
    for _ in range(2):
        dark = dark.replace(b"\x01\x00\x01", b"\x01\x01\x01")
    long = re.compile(b"\\x01{%d,}" % max(8, int(_SHORTEST / scale)))
    growing: list[_Growing] = []
    found: list[_Growing] = []
    for row in range(height):
        begin = row * width
        for run in long.finditer(dark, begin, begin + width):
            start, end = run.start() - begin, run.end() - begin
            line = next((one for one in growing if one.touches(row, start, end)), None)
            if line is None:
                growing.append(_Growing(row, start, end))
            else:
                line.add(row, start, end)
        if row % 8 == 0:
            found.extend(line for line in growing if line.row < row - _GAP)
            growing = [line for line in growing if line.row >= row - _GAP]
    found.extend(growing)
    return [
        one
        for one in found
        if sum(end - start for _, start, end in one.runs) <= _THICKEST / scale * (one.end - one.start)
    ]


def straightened(lines: list[Line], slope: float, middle: float) -> list[Rule]:
    """Lines as rules once the slant of the page is taken off: `slope` points across for a point along."""
    found = []
    for start, end, first, last in lines:
        across = (first - slope * (start - middle) + last - slope * (end - middle)) / 2
        found.append((across, start, end))
    return found
