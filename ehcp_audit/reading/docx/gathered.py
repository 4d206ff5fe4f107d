"""What one walk over a part gathers: lines of text with their looks, and counts of what was set apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from ehcp_audit.model import Stretch
from ehcp_audit.reading.characters import count
from ehcp_audit.reading.docx.styles import Look


@dataclass(slots=True)
class Place:
    """Where the walk stands: in no table, or in a cell."""

    table: tuple[int, int, int] | None = None
    columns: tuple[int, int] | None = None
    header_row: bool = False


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
    """One paragraph as it is walked."""

    __slots__ = ("_bold", "_caps", "_sizes", "_total", "number", "parts", "struck")

    def __init__(self, number: int) -> None:
        self.number = number
        self.parts: list[str] = []
        self.struck: list[str] = []
        self._total = self._bold = self._caps = 0
        self._sizes: dict[float | None, int] = {}

    def add(self, text: str, look: Look) -> None:
        """Live text of one run."""
        self.parts.append(text)
        length = count(text)
        if length:
            self._total += length
            if look.bold:
                self._bold += length
            if look.caps:
                self._caps += length
            self._sizes[look.size] = self._sizes.get(look.size, 0) + length

    @property
    def length(self) -> int:
        """Characters that can be seen."""
        return self._total

    def take(self, other: Line) -> None:
        """Put what another line holds before this one: its paragraph mark was deleted."""
        self.parts[:0] = other.parts
        self.struck[:0] = other.struck
        self._total += other._total
        self._bold += other._bold
        self._caps += other._caps
        for size, length in other._sizes.items():
            self._sizes[size] = self._sizes.get(size, 0) + length

    def look(self, beneath: Look) -> Look:
        """How most of the line looks; what the paragraph's style says where it holds no text."""
        if not self._total:
            return Look(beneath.size, bool(beneath.bold), bool(beneath.caps))
        size = max(self._sizes, key=lambda one: self._sizes[one])
        return Look(size, 5 * self._bold >= 4 * self._total, 5 * self._caps >= 4 * self._total)


@dataclass(slots=True)
class Gathered:
    """Everything that a walk found, in reading order."""

    stretches: list[Stretch] = field(default_factory=list)
    struck: list[Stretch] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
