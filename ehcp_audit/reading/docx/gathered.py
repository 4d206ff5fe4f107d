"""What one walk over a part gathers: lines of text with their looks, and counts of what was set apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ehcp_audit.model import Stretch
from ehcp_audit.reading.characters import shown
from ehcp_audit.reading.docx.styles import Look

if TYPE_CHECKING:
    from lxml import etree


@dataclass(slots=True)
class Place:
    """Where the walk stands: in no table, or in a cell."""

    table: tuple[int, int, int] | None = None
    columns: tuple[int, int] | None = None
    header_row: bool = False
    within: tuple[tuple[int, int, int], ...] = ()  # the cells around the table


@dataclass(slots=True)
class Tally:
    """Characters of a part that are no live text, by what became of them; and how often things were met."""

    delivered: int = 0
    hidden: int = 0
    placeholders: int = 0
    moved: int = 0  # the old place of moved text
    struck: int = 0
    merged: int = 0  # text in cells that a merge hides
    fields: int = 0  # text inside the instruction of a field
    insertions: int = 0
    deletions: int = 0
    pictures: int = 0
    foreign: int = 0  # embedded parts whose text is not read
    diagrams: int = 0
    authors: set[str] = field(default_factory=set)

    @property
    def apart(self) -> int:
        """Characters that stand in the part and were set apart on purpose."""
        return self.hidden + self.placeholders + self.moved + self.struck + self.merged + self.fields


class Line:
    """One paragraph as it is walked: its live text, each piece with its look and source, and what is struck."""

    __slots__ = ("looks", "number", "parts", "sources", "struck")

    def __init__(self, number: int) -> None:
        self.number = number
        self.parts: list[str] = []
        self.looks: list[Look] = []
        self.sources: list[etree._Element] = []  # the element that each part was read from
        self.struck: list[str] = []

    def take(self, other: Line) -> None:
        """Put what another line holds before this one: its paragraph mark was deleted."""
        self.parts[:0] = other.parts
        self.looks[:0] = other.looks
        self.sources[:0] = other.sources
        self.struck[:0] = other.struck

    def look(self, beneath: Look) -> Look:
        """How most of the line looks; what the paragraph's style says where it holds no text."""
        looks = self.looks
        if not looks:
            return beneath
        if len(looks) == 1 or looks.count(looks[0]) == len(looks):
            return looks[0]
        total = bold = caps = italic = 0
        sizes: dict[float | None, int] = {}
        for part, look in zip(self.parts, looks, strict=True):
            length = shown(part)
            total += length
            bold += length if look.bold else 0
            caps += length if look.caps else 0
            italic += length if look.italic else 0
            sizes[look.size] = sizes.get(look.size, 0) + length
        if not total:
            return beneath
        most = 4 * total
        return Look(
            max(sizes, key=lambda one: sizes[one]), 5 * bold >= most, 5 * caps >= most, italic=5 * italic >= most
        )


@dataclass(slots=True)
class Gathered:
    """Everything that a walk found, in reading order."""

    stretches: list[Stretch] = field(default_factory=list)
    struck: list[Stretch] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
