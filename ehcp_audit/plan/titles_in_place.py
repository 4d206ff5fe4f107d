"""Titles without letters, and set no other way than the text, that are told by their place.

They run down the left of a table, stand over the text in a cell or a row of their own, are numbered, or begin their
paragraphs; and they name most sections in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ehcp_audit.model import SECTION_CODES
from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.copies import LONGEST_ENTRY
from ehcp_audit.plan.headings import Heading, covers, same_format, sections_opened
from ehcp_audit.plan.layout import Cell, Layout, Row
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.vocabulary import (
    STARTS,
    WORDS,
    agreement,
    area_of,
    bare_title,
    is_outside,
    title_code,
    title_in_full,
    titles_in_use,
)
from ehcp_audit.rare import rarely

_LONGEST = 130  # characters of a title
_FEWEST, _FEWEST_LINES = 6, 8  # sections named by titles in cells, and by lines
_OF_PLANS = frozenset({"G", "H1", "H2", "I", "J", "K"})  # which a report does not have
_FEWEST_OF_PLANS = 2
_LONGEST_NAME = 40  # of a column's name
_LARGE_TABLE = 6  # rows
_NEARLY_ALL = 9  # sections
_MOST_BOXES = 60
_SHORTEST_ANSWER = 3  # characters: "N/A"
_SCORE = 0.7
_NUMBER = rarely(r"\s{0,2}(?:(?:part|section) )?\d{1,2}\s{0,2}[.:)–-]{0,1}\s{1,3}", re.IGNORECASE)
_NO = rarely(r"\d{1,2}[.)]?")
_RUN_IN = rarely(r"(?P<title>[A-Z][^a-z.\n]{2,120}|[A-Z][^.:\n]{2,120}):\s{1,3}(?=\S)")


class _Place(NamedTuple):
    """Where a title may stand: its stretches, its words, and where the section's own words begin in the last."""

    first: int
    last: int
    text: str
    place: str
    body: int | None = None


def titles_in_place(layout: Layout, *, alone: bool) -> list[Heading]:
    """The headings of the places that name the most sections; none where no kind of place names enough of them.

    `alone`: nothing else tells the document's sections, so that fewer lines are enough where a report has none such.
    """
    best: list[Heading] = []
    for places, strict in () if titles_in_use() else _kinds(layout):
        found = _headings(places, layout, _FEWEST if alone or strict else _FEWEST_LINES, strict=strict)
        of_plan = not alone or len(sections_opened(found) & _OF_PLANS) >= _FEWEST_OF_PLANS
        if of_plan and len(sections_opened(found)) > len(sections_opened(best)):
            best = found
    return best or ([] if titles_in_use() else _questions(layout))


def _questions(layout: Layout) -> list[Heading]:
    """Boxes of one cell whose words, in the order of the sections, speak of nearly all of them, in whatever question:
    "What do we want Ana to be able to do?".
    """
    boxes = [rows[0] for rows in layout.tables.values() if len(rows) == 1 and len(rows[0].cells) == 1]
    places = [_Place(row.first, row.last, layout.cell_text(row.cells[0]), "alone") for row in boxes]
    longest: list[list[tuple[_Place, str]]] = [[] for _ in SECTION_CODES]  # by the section that the last of them opens
    for one in places[:_MOST_BOXES]:
        name = _name(one.text)
        may = [at for at, code in enumerate(SECTION_CODES) if name and agreement(name, code) >= WORDS]
        for at in reversed(may):
            before = max(longest[:at], key=len, default=[])
            if len(before) + 1 > len(longest[at]):
                longest[at] = [*before, (one, SECTION_CODES[at])]
    told = max(longest, key=len)
    held = _held([one for one, _ in told], layout)
    enough = len(told) >= _NEARLY_ALL and all(size > _SHORTEST_ANSWER for size in held)
    return [_heading(one, code, WORDS) for one, code in told] if enough else []


def _kinds(layout: Layout) -> Iterator[tuple[list[_Place], bool]]:
    """The places of each kind, and whether hardly anything but titles stands in them."""
    single: list[_Place] = []
    every: list[_Place] = []
    for rows in layout.tables.values():
        left = _left_cells(rows, layout)
        if len(left) >= _LARGE_TABLE:
            yield left, True
        every += left
        alone = [row for row in rows if len(row.cells) == 1]
        yield [_Place(row.first, row.last, layout.cell_text(row.cells[0]), "alone") for row in alone], True
        single += [_Place(row.first, row.first, layout.stretches[row.first].text, "alone") for row in alone[:1]]
    yield every, True
    yield single, True
    lines = [index for index, row in enumerate(layout.rows) if row is None or len(row.cells) == 1]
    texts = [(index, layout.stretches[index].text) for index in lines]
    yield [_Place(index, index, text, "line") for index, text in texts if _NUMBER.match(text)], False
    yield [_Place(index, index, text, "line") for index, text in texts], False
    run_in = [(index, match) for index, text in texts if (match := _RUN_IN.match(text)) is not None]
    yield [_Place(index, index, match["title"], "line", match.end()) for index, match in run_in], False


def _left_cells(rows: Sequence[Row], layout: Layout) -> list[_Place]:
    """The labels down the left of a table, after their numbers; what stands beside one may be a table, or nothing."""
    usual = min((row.cells[0].columns for row in rows if len(row.cells) > 1), default=None)
    found: list[_Place] = []
    for row in rows:
        numbered = len(row.cells) > 1 and _NO.fullmatch(layout.cell_text(row.cells[0]).strip()) is not None
        label, *others = row.cells[1 if numbered else 0 :]
        if row.cells[0].columns != usual or _are_names(others, layout):
            continue
        last = label.stretches[-1] if numbered else _end_of_label(label, layout)
        found.append(_Place(row.first, last, layout.between(label.stretches[0], last), "row"))
    return found


def _are_names(cells: Sequence[Cell], layout: Layout) -> bool:
    """Does a label stand beside the name of a column, in a table's header: "Outcome | Step this year"?"""
    texts = [" ".join(layout.cell_text(cell).split()) for cell in cells]
    return any(len(text) <= _LONGEST_NAME and not is_nil(text) and column_name(text) is not None for text in texts)


def _end_of_label(cell: Cell, layout: Layout) -> int:
    """The last stretch of a label, without the lines under it that are set otherwise."""
    first = last = cell.stretches[0]
    for index in cell.stretches[1:]:
        if not same_format(layout, first, index):
            break
        last = index
    return last


def _headings(places: Sequence[_Place], layout: Layout, fewest: int, *, strict: bool) -> list[Heading]:
    """The headings among places of one kind, where they name enough sections in order, and words stand between."""
    told = [(one, *title_code(name)) for one in places if (name := _name(one.text))]
    known = [(one, code, sure) for one, code, sure in told if code is not None and sure >= STARTS]
    if len({code for _, code, _ in known}) < fewest:
        return []
    held = _held([one for one, _, _ in known], layout)
    chosen: dict[str, tuple[int, _Place, float]] = {}
    for (one, code, sure), size in zip(known, held, strict=True):
        if code not in chosen or size > chosen[code][0]:
            chosen[code] = (size, one, sure)
    found = sorted((one, code, sure) for code, (_, one, sure) in chosen.items())
    steps = sum(_order(one) < _order(other) for (_, one, _), (_, other, _) in pairwise(found))
    filled = sum(size > LONGEST_ENTRY for size, _, _ in chosen.values())
    if steps < len(found) - 3 or 2 * filled < len(found):
        return []
    named = [(one, code or "", sure) for one, code, sure in told]
    further = _between(found, named, layout, strict=strict)
    return [_heading(one, code, sure) for one, code, sure in sorted([*found, *further])]


def _name(text: str) -> str:
    """The title that a text may be; nothing where it is a sentence, a statement, an area of need or a column's name."""
    words = " ".join(text.split())
    name = bare_title(words[match.end() :] if (match := _NUMBER.match(words)) else words).strip(" :")
    if not 3 < len(name) <= _LONGEST or name.endswith((".", ";", ",")) or is_nil(name) or is_outside(name):
        return ""
    return name if area_of(name) is None or title_in_full(name) is not None else ""  # "Health needs" is both


def _held(places: Sequence[_Place], layout: Layout) -> list[int]:
    """How many characters stand after each place, up to the next."""
    begins = [layout.starts[one.first] for one in places] + [len(layout.text)]
    ends = [layout.ends[one.last] if one.body is None else layout.starts[one.last] + one.body for one in places]
    return [begins[at + 1] - end for at, end in enumerate(ends)]


def _order(code: str) -> int:
    return SECTION_CODES.index(covers((code,))[0])


_Told = tuple[_Place, str, float]  # a place, the section that its title names, and how surely


def _between(found: Sequence[_Told], told: Sequence[_Told], layout: Layout, *, strict: bool) -> list[_Told]:
    """The places whose titles say less, between two that are known, or after the last: of the one section that is
    wanting there.
    """
    further: list[_Told] = []
    opened = {one for _, code, _ in found for one in covers((code,))}
    edges = [(None, -1), *((one, _order(covers((code,))[-1])) for one, code, _ in found), (None, len(SECTION_CODES))]
    for (before, low), (after, high) in pairwise(edges):
        wanting = [code for code in SECTION_CODES[low + 1 : high] if code not in opened]
        if before is None or len(wanting) != 1:
            continue
        code, last = wanting[0], after.first if after is not None else len(layout.stretches)
        fits = [
            one
            for one, other, sure in told
            if before.last < one.first < last
            and same_format(layout, one.first, before.first)
            and ((other[:1] == code[0] and sure >= WORDS) or (strict and after is not None and _may_be(one.text, code)))
        ]
        if len(fits) == 1 or (fits and after is None):
            further.append((fits[0], code, WORDS))
    return further


def _may_be(text: str, code: str) -> bool:
    """May a label among titles be that of the one section that is wanting: one that names no column, and no other?"""
    return agreement(text, code) >= 0 and column_name(text) is None


def _heading(one: _Place, code: str, sure: float) -> Heading:
    shown = " ".join(one.text.split())
    return Heading(one.first, one.last, (code,), "title", _SCORE, shown, sure, one.place, None, one.body)
