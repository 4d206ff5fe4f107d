"""What a heading is: the lines that may open a section, and how far they are set like one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ehcp_audit.plan.layout import Layout

LONGEST_HEADING = 260


@dataclass(frozen=True, slots=True)
class Heading:
    """A line, or a label with its title in the next line or cell, that may open one or several sections.

    `codes` is empty for a heading of what stands outside A to K. `form` says how the label is written (section,
    part, bracket, letter, bare), or `title` (no letter printed), or `outside`. `place` is line, row (first cell of a
    row with others), alone (the only cell of its row) or column (owns the column below). `body` is where the
    section's own words begin inside the last stretch, when they do.
    """

    first: int
    last: int
    codes: tuple[str, ...]
    form: str
    score: float
    text: str
    titled: float = 0.0
    place: str = "line"
    columns: tuple[int, int] | None = None
    body: int | None = None
    page: bool = False
    continued: bool = False
    sub: str = ""
    run_in: int | None = None  # where words begin that may be the section's, should nothing else follow
    unsure: bool = False  # a letter whose title says too little: a heading only in the company of others like it


def covers(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The sections that a heading's letters stand for: a lone H stands for H1 and H2."""
    if "H" not in codes:
        return codes
    return tuple(one for code in codes for one in (("H1", "H2") if code == "H" else (code,)))


def sections_opened(headings: Iterable[Heading]) -> set[str]:
    """The sections that these headings open."""
    return {code for one in headings for code in covers(one.codes)}


def outside_at(index: int, text: str, *, place: str = "line", body: int | None = None) -> Heading:
    """The heading of what stands outside A to K, in one stretch."""
    return Heading(index, index, (), "outside", _OUTSIDE_SCORE, text, place=place, body=body)


_OUTSIDE_SCORE = 0.6
HEADING_FORMAT = 0.12  # the least score of a line that is set apart: bold, large or styled


def format_score(layout: Layout, index: int) -> float:
    """How far a stretch looks like a heading: level, size, weight, capitals."""
    stretch = layout.stretches[index]
    score = 0.0
    if stretch.level is not None:
        score += 0.25
    if stretch.bold and layout.bold_share < 0.6:
        score += 0.12
    if stretch.size is not None and layout.body_size is not None and stretch.size > layout.body_size * 1.06:
        score += 0.15
    if stretch.caps or (len(stretch.text) > 6 and stretch.text.isupper()):
        score += 0.06
    return score


def same_format(layout: Layout, one: int, other: int) -> bool:
    """Are two stretches set alike (level, weight, and size within half a point)?"""
    a, b = layout.stretches[one], layout.stretches[other]
    return a.level == b.level and a.bold == b.bold and abs((a.size or 0) - (b.size or 0)) < 0.6


def place_of(layout: Layout, index: int) -> str | None:
    """Where a heading stands; None where none can stand: in a later cell of its row."""
    row, cell = layout.rows[index], layout.cells[index]
    if row is None or cell is None:
        return "line"
    if len(row.cells) == 1:
        return "alone"
    if cell is row.cells[0] and index == cell.stretches[0]:
        return "row"
    return None if len(cell.stretches) < 4 else "line"
