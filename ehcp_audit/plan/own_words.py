"""Plans all of whose titles are the authority's own: "What matters to Ann", "Being well", "Who told us, and when".

No letter is printed, and no title is known whole. What the titles share is how they are set and that they follow one
another as the sections do. Each opens a section whose words it uses, where what stands under it speaks of that section
too; over columns that are sections it opens none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ehcp_audit.model import SECTION_CODES
from ehcp_audit.plan.annexes import is_annex
from ehcp_audit.plan.columns import label_name
from ehcp_audit.plan.heading_lines import SIGNED
from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, covers, format_score, sections_opened
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.own_titles import is_of_a
from ehcp_audit.plan.titled_columns import titled_grids
from ehcp_audit.plan.titles_alone import speaks
from ehcp_audit.plan.vocabulary import STARTS, area_of, is_outside, title_code, titles_in_use
from ehcp_audit.rare import rarely

_FEWEST = 6  # sections that are told
_FEWEST_BY_TITLE = 3  # of them, by titles over their words
_LONGEST = 90  # characters of a title
_SCORE = 0.65
_OF_PLAN = rarely(r"\b(?:education,? health and care plan|EHC plan|EHCP)\b", re.IGNORECASE)
_NEAR_TOP = 20  # stretches, among which a plan says that it is one
_CLOSES = rarely(
    r"\b(?:agreed|signed|signatures?|approved|authorised|disagree\w{0,4}|appeals?|contacts?|glossary|next)\b",
    re.IGNORECASE,
)
_LONGEST_OVER = 300  # characters between a title and its table
_NAMED = {"need": "B", "outcome": "E", "provision": "F"}
OWN = "own"
"""The form of a title that no section could be told for."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A title, where the next one stands, its words, and those under it."""

    first: int
    end: int
    text: str
    under: str


def with_own_words(chosen: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings; or, where they open hardly any section, the titles of one make that tell most of them."""
    opened = sections_opened(chosen)
    top = layout.stretches[:_NEAR_TOP]
    if len(opened) >= _FEWEST_BY_TITLE or titles_in_use() or not any(_OF_PLAN.search(one.text) for one in top):
        return list(chosen)
    found: list[Heading] = []
    for parts in _by_make(layout):
        headings = _told(parts, layout)
        if len(_codes(headings, layout)) > len(_codes(found, layout)):
            found = headings
    titles = {one.codes for one in found if one.codes}
    told = _codes(found, layout)
    return (
        found if len(titles) >= _FEWEST_BY_TITLE and len(told) >= _FEWEST and {"B", "E", "F"} <= told else list(chosen)
    )


def _codes(headings: Sequence[Heading], layout: Layout) -> set[str]:
    """The sections that titles open, and those of the columns of tables."""
    columns = {code for _, codes in titled_grids(headings, layout) for code in codes}
    return columns | sections_opened(headings)


def _by_make(layout: Layout) -> Iterator[list[_Part]]:
    """The lines that are set apart, by how they are set, each with what stands under it."""
    makes: dict[tuple[object, ...], list[int]] = {}
    for index, stretch in enumerate(layout.stretches):
        row = layout.rows[index]
        if format_score(layout, index) < HEADING_FORMAT or not 2 < len(stretch.text) <= _LONGEST or stretch.marker:
            continue
        if (row is None or len(row.cells) == 1) and not stretch.text.rstrip().endswith((".", ",", ";")):
            make = (stretch.level, stretch.bold, round(stretch.size or 0), row is None)
            makes.setdefault(make, []).append(index)
    for lines in makes.values():
        if len(lines) >= _FEWEST_BY_TITLE:
            ends = [*lines[1:], len(layout.stretches)]
            yield [_part(layout, first, end) for first, end in zip(lines, ends, strict=True)]


def _part(layout: Layout, first: int, end: int) -> _Part:
    under = "\n".join(one.text for one in layout.stretches[first + 1 : end])
    return _Part(first, end, " ".join(layout.stretches[first].text.split()), under)


def _told(parts: Sequence[_Part], layout: Layout) -> list[Heading]:
    """The titles with the sections that they open, in the order of these; each other title is nobody's."""
    grids = [first for first, _ in titled_grids([], layout)]
    over = [any(_is_over(one, first, layout) for first in grids) for one in parts]
    codes = [None if above else _code(one) for one, above in zip(parts, over, strict=True)]
    kept = _in_order(codes)
    found: list[Heading] = []
    for at, one in enumerate(parts):
        code = codes[at]
        if at in kept and code is not None:
            found.append(Heading(one.first, one.first, (code,), "title", _SCORE, one.text, STARTS))
        elif found or over[at]:  # and not a title of the cover
            after = at > max(kept) if kept else False
            nobodys = over[at] or _is_outside(one.text) or (after and _CLOSES.search(one.text) is not None)
            found.append(Heading(one.first, one.first, (), "outside" if nobodys else OWN, 0.6, one.text))
    return found


def _is_over(part: _Part, grid: int, layout: Layout) -> bool:
    """Does a title stand over a table whose columns are sections, with hardly a word between?"""
    return part.first < grid < part.end and layout.starts[grid] - layout.ends[part.first] <= _LONGEST_OVER


def _code(part: _Part) -> str | None:
    """The section that a title names and the words under it speak of."""
    if _is_outside(part.text) or area_of(part.text) is not None or not part.under.strip():
        return None
    named, sure = title_code(part.text)
    if sure < STARTS:
        named = _NAMED.get(label_name(part.text) or "", named)
    code = "H1" if named == "H" else named
    if code is None or not (is_of_a(part.under) if code == "A" else speaks(code, part.under)):
        return None
    return named


def _is_outside(text: str) -> bool:
    return is_outside(text) or is_annex(text) or SIGNED.match(text) is not None


def _in_order(codes: Sequence[str | None]) -> set[int]:
    """The places of the longest run of titles whose sections follow one another."""
    runs: list[list[int]] = []
    for at, code in enumerate(codes):
        if code is None:
            continue
        place = SECTION_CODES.index(covers((code,))[0])
        before = [run for run in runs if SECTION_CODES.index(covers((codes[run[-1]] or "",))[-1]) < place]
        longest: list[int] = max(before, key=len) if before else []
        runs.append([*longest, at])
    best: list[int] = max(runs, key=len) if runs else []
    return set(best)


def may_be_sections(headings: Sequence[Heading]) -> Iterator[tuple[int, str]]:
    """The sections that a title which tells none may open, as they are wanting where it stands; and where that is."""
    own = [one for one in headings if one.form == OWN]
    opened = sections_opened(headings)
    for one in own:
        before = [code for other in headings if other.first < one.first for code in covers(other.codes)]
        after = [code for other in headings if other.first > one.first for code in covers(other.codes)]
        low = max(map(SECTION_CODES.index, before), default=-1)
        high = max([low, min(map(SECTION_CODES.index, after), default=len(SECTION_CODES))])
        yield from ((one.first, code) for code in SECTION_CODES[low + 1 : high] if code not in opened)
