"""Plans whose letters stand only in the numbers of their boxes and lines: "A1 | About Ann", "F10 | Help", "H1.1".

Case systems number every box of a form by section, and over the boxes stand titles in the authority's own words, one
over several sections, or none. Each number opens its section, or goes on with it, and whatever stands across a table,
or between the tables, is no section's. A form that is no plan is numbered alike: what stands beside the numbers has to
say what the letters stand for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, format_score, outside_at, same_format, sections_opened
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.vocabulary import WORDS, agreement, area_of, title_code, titles_in_use
from ehcp_audit.rare import rarely

_FEWEST = 7  # sections with numbers of their own
_FEWEST_MORE = 4  # sections than the headings open
_FEWEST_SUITED = 4  # sections of which what stands beside a number tells
_LEAST_HELD = 30  # characters under a number, on average: more than a list of contents has
_LONGEST_CELL = 80  # characters of a cell that a number begins
_LONGEST_HEAD = 40  # of the head of a column
_LONGEST_SHOWN = 60
_CODE = rarely(
    r"[(\[]?(?:Box |BOX |Ref\.? |No\.? )?(?P<code>H[12](?=\.\d)|[A-Z])(?P<dot>\.)?(?P<number>\d{1,2})"
    r"(?:\.\d{1,2})?[a-z]?[)\]]?(?=[\s:.)–—-]|$)[:.)–—\s-]{0,4}"
)
_ORDER = ("A", "B", "C", "D", "E", "G", "I", "J", "K")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A number with its letter: where it stands, and what its cell or line says after it."""

    index: int
    code: str
    number: int
    rest: str
    row: Row | None


def with_coded_rows(chosen: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings; or in their place the numbers of boxes and lines, where these open many more sections."""
    if titles_in_use():
        return list(chosen)
    opened = sections_opened(chosen)
    if len(opened) > len(_ORDER) - _FEWEST_MORE:
        return list(chosen)
    marks = _in_turn(_halved(list(_marks(layout))))
    codes = {one.code for one in marks}
    if len(codes) < max(_FEWEST, len(opened) + _FEWEST_MORE) or not {"B", "E", "F"} <= codes:
        return list(chosen)
    if not _runs_on(marks) or _held(marks, layout) < _LEAST_HELD or not _says_what(marks, layout):
        return list(chosen)
    return sorted([*_opened(marks, layout), *_between(marks, layout)], key=lambda one: one.first)


def _marks(layout: Layout) -> Iterator[_Mark]:
    """The numbers that begin a row or a line, of whatever letter."""
    for index, stretch in enumerate(layout.stretches):
        row = layout.rows[index]
        if row is not None and index != row.first:
            continue
        match = _CODE.match(stretch.text)
        if match is None or (row is not None and len(row.cells) > 1 and len(stretch.text) > _LONGEST_CELL):
            continue
        if match["dot"] and row is None and len(match["code"]) == 1:
            continue  # "E.3" in a line is the middle of a name or a reference
        yield _Mark(index, match["code"], int(match["number"]), stretch.text[match.end() :].strip(), row)


def _halved(marks: list[_Mark]) -> list[_Mark]:
    """H1 and H2 alone are the sections; among H1, H2 and H3 they are the numbers of a lone H."""
    if any(one.code in ("H1", "H2") for one in marks) or any(one.code == "H" and one.number > 2 for one in marks):
        return marks
    return [_Mark(one.index, f"H{one.number}", 1, one.rest, one.row) if one.code == "H" else one for one in marks]


def _in_turn(marks: Sequence[_Mark]) -> list[_Mark]:
    """Those of A to K that count on from the one before of their letter: the others point at something."""
    last: dict[str, int] = {}
    found: list[_Mark] = []
    for one in marks:
        before = last.get(one.code, 0)
        if one.code > "K" or one.number not in (before, before + 1) or one.number == 0:
            continue
        last[one.code] = one.number
        found.append(one)
    return found


def _runs_on(marks: Sequence[_Mark]) -> bool:
    """Do the sections begin in the order of their letters? E, F, G and H may come back for every area of need."""
    begun = list(dict.fromkeys(one.code for one in marks if one.code in _ORDER))
    return begun == sorted(begun)


def _held(marks: Sequence[_Mark], layout: Layout) -> float:
    ends = [layout.starts[one.index] for one in marks[1:]] + [len(layout.text)]
    sizes = sorted(end - layout.starts[one.index] for one, end in zip(marks, ends, strict=True))
    return sizes[len(sizes) // 2]


def _says_what(marks: Sequence[_Mark], layout: Layout) -> bool:
    """Does what stands beside the numbers tell of their sections, and of two among needs, outcomes and provision?"""
    suited: set[str] = set()
    other: set[str] = set()
    for one in marks:
        beside = one.row.cells[1:2] if one.row is not None else ()
        text = " ".join((one.rest or " ".join(layout.cell_text(cell) for cell in beside)).split())[:_LONGEST_CELL]
        told = _told_by(text, one.code)
        if told is not None:
            (suited if told else other).add(one.code)
    return len(suited) >= max(_FEWEST_SUITED, len(other - suited) + 1) and len(suited & {"B", "E", "F"}) > 1


def _told_by(label: str, code: str) -> bool | None:
    """Does a label say what its letter stands for? None where it says nothing of any section."""
    name = column_name(label)
    if code in ("B", "E", "F") and area_of(label) is not None:
        return True if code == "B" else None
    if name in ("need", "outcome", "provision"):
        return {"need": "BCD", "outcome": "E", "provision": "FGH1H2"}[name].find(code) >= 0
    if agreement(label, code) >= WORDS:
        return True
    return False if title_code(label)[1] > WORDS else None


def _opened(marks: Sequence[_Mark], layout: Layout) -> list[Heading]:
    """A heading at the first number of each run of one section; its words begin with the number."""
    found: list[Heading] = []
    for at, one in enumerate(marks):
        first = _header_over(one, layout)
        before = marks[at - 1] if at else None
        if before is not None and before.code == one.code and first == one.index and _are_one(before, one, layout):
            continue
        beside = one.row.cells[1] if one.row is not None and len(one.row.cells) > 1 and not one.rest else None
        title = one.rest if beside is None else " ".join(layout.cell_text(beside).split())
        number = layout.stretches[one.index].text[: len(layout.stretches[one.index].text) - len(one.rest)].strip()
        shown = f"{number} {title}" if len(title) <= _LONGEST_SHOWN else number
        found.append(Heading(first, first, (one.code,), "bare", 0.7, shown.strip(), WORDS, _place(one.row), body=0))
    return found


def _are_one(before: _Mark, one: _Mark, layout: Layout) -> bool:
    """Does nothing that ends a section stand between two numbers?"""
    return not any(_is_apart(index, one, layout) for index in range(before.index + 1, one.index))


def _place(row: Row | None) -> str:
    return "line" if row is None else "row" if len(row.cells) > 1 else "alone"


def _header_over(one: _Mark, layout: Layout) -> int:
    """The first stretch of a row of heads over the first number of a table ("No. | About | What we found"); else the
    number's own.
    """
    rows = layout.tables[one.row.table] if one.row is not None else ()
    at = next((at for at, row in enumerate(rows) if row is one.row), 0)
    above = rows[at - 1] if at else None
    if above is None or len(above.cells) < 2 or (at > 1 and len(rows[0].cells) > 1):
        return one.index
    short = all(len(layout.cell_text(cell)) <= _LONGEST_HEAD for cell in above.cells)
    return above.first if short and _CODE.match(layout.stretches[above.first].text) is None else one.index


def _between(marks: Sequence[_Mark], layout: Layout) -> list[Heading]:
    """What ends a section between the numbers and after the last of them."""
    found: list[Heading] = []
    taken = {one.index for one in marks} | {_header_over(one, layout) for one in marks}
    at = -1
    for index in range(marks[0].index + 1, len(layout.stretches)):
        while at + 1 < len(marks) and marks[at + 1].index <= index:
            at += 1
        if index not in taken and _is_apart(index, marks[at], layout):
            text = " ".join(layout.stretches[index].text.split())
            found.append(outside_at(index, text, place=_place(layout.rows[index]), body=0))
    return found


def _is_apart(index: int, mark: _Mark, layout: Layout) -> bool:
    """Is a stretch a band across the table of numbers, a row under another letter, or, where the numbers stand in
    tables, a line between these? Where they begin lines, it is set like a title, and not as they are.
    """
    row, stretch = layout.rows[index], layout.stretches[index]
    other = _CODE.match(stretch.text)
    if mark.row is None:
        apart = format_score(layout, index) >= HEADING_FORMAT
        return row is None and apart and not same_format(layout, index, mark.index)
    if any(cell[0] == mark.row.table for cell in stretch.within):
        return False
    if row is None:
        return True
    if index != row.first:
        return False
    if other is not None and other["code"] > "K" and not stretch.text[other.end() :].strip():
        return True
    return len(row.cells) == 1 and len(mark.row.cells) > 1 and len(stretch.text) <= _LONGEST_CELL
