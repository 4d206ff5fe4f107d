"""What the engines say of one page, before anything is put together: pieces of lines, and ruled tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from ehcp_audit.reading.pdf.ruling import Cell, Rule


class Piece:
    """Words that stand together on one line, in points from the left top of the page as it is shown."""

    __slots__ = (
        "base",
        "bold",
        "bottom",
        "cell",
        "font",
        "light",
        "ocr",
        "on_end",
        "size",
        "table",
        "text",
        "top",
        "wrapped",
        "x0",
        "x1",
    )

    def __init__(
        self,
        text: str,
        x0: float,
        top: float,
        x1: float,
        bottom: float,
        base: float,
        size: float,
        bold: bool,
        font: str = "",
        wrapped: bool = False,
        light: bool = False,
    ) -> None:
        self.text = text
        self.x0 = x0
        self.top = top
        self.x1 = x1
        self.bottom = bottom
        self.base = base  # where the letters stand
        self.size = size
        self.bold = bold
        self.font = font
        self.wrapped = wrapped  # the engine says that a hyphen at its end divides a word
        self.light = light  # in the colour of paper
        self.on_end = False  # the words stand on end
        self.ocr: float | None = None  # how sure the recognised words are, 0 to 1
        self.table = -1  # which of the page's ruled tables holds it
        self.cell = -1  # and which of that table's cells

    def __repr__(self) -> str:
        return f"Piece({self.text!r}, {self.x0:.0f}, {self.top:.0f}, {self.x1:.0f}, {self.bottom:.0f}, {self.size:.1f})"


class RuledTable:
    """Cells that ruling lines enclose, and the box around them."""

    __slots__ = ("_tops", "bottom", "cells", "top", "x0", "x1")

    def __init__(self, cells: list[Cell]) -> None:
        self.cells = sorted(cells, key=_corner)
        self._tops = [cell[1] for cell in self.cells]
        self.x0 = min(cell[0] for cell in cells)
        self.top = min(cell[1] for cell in cells)
        self.x1 = max(cell[2] for cell in cells)
        self.bottom = max(cell[3] for cell in cells)

    def without(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces that do not stand in this table."""
        top, bottom, left, right = self.top, self.bottom, self.x0 - 2, self.x1 + 2
        return [
            piece
            for piece in pieces
            if not (top <= piece.base - 0.3 * piece.size <= bottom and left <= (piece.x0 + piece.x1) / 2 <= right)
        ]

    def cell_at(self, x: float, y: float) -> int:
        """Which cell holds this place? The innermost; -1 where none does."""
        at = bisect_right(self._tops, y) - 1
        while at >= 0:
            x0, _, x1, bottom = self.cells[at]
            if x0 <= x <= x1 and y <= bottom:
                return at
            at -= 1
        return -1

    def nearest(self, x: float, y: float) -> int:
        """Which cell is nearest to this place?"""
        return min(range(len(self.cells)), key=lambda one: _distance(self.cells[one], x, y))


def _corner(cell: Cell) -> tuple[float, float]:
    return cell[1], cell[0]


def _distance(cell: Cell, x: float, y: float) -> float:
    x0, top, x1, bottom = cell
    return max(x0 - x, 0.0, x - x1) + max(top - y, 0.0, y - bottom)


@dataclass(slots=True)
class PageRead:
    """One page as an engine read it."""

    number: int  # from 1
    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)
    level: list[Rule] = field(default_factory=list)
    thin: list[Rule] = field(default_factory=list)  # the level ones that were drawn as lines, not as sides of a box
    tables: list[RuledTable] = field(default_factory=list)
    shapes: list[tuple[float, float, float, float, int]] = field(default_factory=list)  # filled, and no plain boxes
    fills: list[tuple[float, float, float, float, int]] = field(default_factory=list)  # box and lightness 0 to 255
    frames: list[Cell] = field(default_factory=list)  # boxes with round corners, or without a filling
    dots: list[Cell] = field(default_factory=list)  # small round or square marks: bullets that are drawn
    heads: list[list[Piece]] = field(default_factory=list)  # headings in the margin beside the text
    pictures: float = 0.0  # share of the page that pictures cover
    struck: list[Piece] = field(default_factory=list)  # a line is drawn through their letters
    hidden: int = 0  # characters that nobody sees: off the page, or in the colour of the paper
    fallback: str = ""  # why the other engine read it
    strange: float = 0.0  # share of the characters that mean nothing
    recognised: bool = False  # its words were read from a picture
    failed: bool = False  # the engine could not open the page

    @property
    def shape(self) -> tuple[int, int]:
        """Its size, coarse enough that pages of one kind of paper are alike."""
        return round(self.width / 10), round(self.height / 10)


def by_shape(pages: Iterable[PageRead]) -> list[list[PageRead]]:
    """The pages in groups of one kind of paper, each in order."""
    groups: dict[tuple[int, int], list[PageRead]] = {}
    for page in pages:
        groups.setdefault(page.shape, []).append(page)
    return list(groups.values())
