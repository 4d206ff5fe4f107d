"""What the engines say of one page, before anything is put together: pieces of lines, and ruling lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from ehcp_audit.reading.pdf.ruling import Cell, Rule


class Piece:
    """Words that stand together on one line, in points from the left top of the page as it is shown."""

    __slots__ = ("base", "bold", "bottom", "font", "marker", "size", "text", "top", "wrapped", "x0", "x1")

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
        self.marker = ""

    def __repr__(self) -> str:
        return f"Piece({self.text!r}, {self.x0:.0f}, {self.top:.0f}, {self.x1:.0f}, {self.bottom:.0f}, {self.size:.1f})"


@dataclass(slots=True)
class PageRead:
    """One page as an engine read it."""

    number: int  # from 1
    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)
    level: list[Rule] = field(default_factory=list)
    tables: list[list[Cell]] = field(default_factory=list)
    thin: list[Rule] = field(default_factory=list)  # the level ones that were drawn as lines, not as sides of a box
    fills: list[tuple[float, float, float, float, int]] = field(default_factory=list)  # box and lightness 0 to 255
    pictures: float = 0.0  # share of the page that pictures cover
    hidden: int = 0  # characters that nobody sees: off the page, or in the colour of the paper
    fallback: str = ""  # why the other engine read it
    strange: float = 0.0  # share of the characters that mean nothing
    failed: bool = False  # the engine could not open the page

    @property
    def cells(self) -> list[Cell]:
        """Every ruled cell of the page."""
        return [cell for table in self.tables for cell in table]

    def reach_of(self, cell: Cell) -> tuple[float, float]:
        """From where to where down the page does the table of this cell reach?"""
        table = next(one for one in self.tables if cell in one)
        return min(top for _, top, _, _ in table), max(bottom for _, _, _, bottom in table)
