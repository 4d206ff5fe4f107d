"""What parts the sections of a plan and belongs to none: "PART 2" over the next of them, a band across their table,
and how the plan will be reviewed, under a small heading at the end of a section.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, format_score, outside_at
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.vocabulary import area_of, is_of_watching
from ehcp_audit.rare import rarely

_LONGEST = 90  # characters of a band
_LONGEST_INTRODUCTION = 200  # characters of a line under the title of a part
_FIRST_WORDS = 160  # characters of them that say what they are about
_LONGEST_WATCHING = 900  # characters of how a plan will be reviewed
_FEWEST_BANDS = 2
_MOST_BANDS = 0.5  # of the sections: where more have one above them, they are what the section before says
_LARGE = 0.15  # the least score of a line that is more than bold
_PART = rarely(  # "PART 2", "Part two: outcomes and support"; not "Part 2 of the programme"
    r"(?:part|stage|chapter)\s{1,2}(?:\d{1,2}|one|two|three|four|five|six|i{1,3}|iv|vi?)\b(?! (?:of|is|was|will)\b)"
    r"[^.;\n]{0,80}",
    re.IGNORECASE,
)
_INTRODUCES = rarely(r"\b(?:this|each|the) (?:part|stage|chapter)\b|\bsections?\b|\bbelow\b", re.IGNORECASE)
_OF_PLAN = rarely(
    r"\b(?:the|this|my|your|his|her|their) (?:(?:whole|final|ehc) )?(?:plan|ehcp)\b|"
    r"\b(?:annual|yearly|first|next|early) reviews?\b|\breviews? meetings?\b|"
    r"\b(?:reviewed|meet\w{0,3}) (?:each|every|once a|at least once a) (?:year|term)\b",
    re.IGNORECASE,
)
_MAY_WATCH = rarely(
    r"\b(?:plan|review\w{0,3}|check\w{0,3}|meet\w{0,4}|track\w{0,3}|again|look\w{0,3}|watch\w{0,3}|monitor\w{0,3}|progress|"
    r"updat\w{1,3}|chang\w{1,3})\b",
    re.IGNORECASE,
)
_IS_REVIEWED = rarely(
    r"\b(?:plan|ehcp)\b (?:is|will be|must be|shall be) (?:next |formally )?"
    r"(?:reviewed|looked at|checked|updated|gone through)\b|"
    r"\b(?:annual|yearly|first|next)? ?reviews? (?:meeting )?(?:is|will|must|takes)\b|"
    r"\breview (?:meeting|this plan|the plan|your plan|my plan)\b",
    re.IGNORECASE,
)
_GIVEN = rarely(
    r"\b(?:\d{1,3}|one|two|three|four|five|six|half an?|an?)[ -](?:minutes?|hours?)\b|"
    r"\b(?:one|1)[ :-]to[ -](?:one|1)\b",
    re.IGNORECASE,
)
"""An amount of something: it is provided, whatever stands over it."""


def partings(candidates: Sequence[Heading], lines: Sequence[Heading], layout: Layout) -> list[Heading]:
    """What stands between two sections and belongs to none, as headings of what is outside them."""
    bands = set(_bands(lines, layout))
    found: dict[int, str] = {}
    named = {one.first for one in candidates if not one.codes and is_of_watching(one.text)}
    known = {one.first for one in candidates if one.codes and not one.unsure}
    for one, other in pairwise(lines):
        row, end = layout.rows[other.first], other.first
        above = (row.first if row is not None and other.place == "column" else other.first) - 1
        part = _part_above(layout, one.last, above)
        if part is None and above in bands and above > one.last + 1:
            part = above
        if part is not None:
            found[part], end = layout.stretches[part].text, part
        title = next((at for at in range(end - 1, one.last + 1, -1) if _is_band(layout, at)), None)
        if title is not None and title not in known and _watches(layout, title, end, named=title in named):
            found[title] = layout.stretches[title].text
    return [outside_at(at, text) for at, text in found.items()]


def _part_above(layout: Layout, last: int, above: int) -> int | None:
    """Where the title of a part stands right above a section's heading, or over one line that introduces it; the title
    of the first area may come next.
    """
    above -= 1 if above > last and _is_band(layout, above) and _PART.match(layout.stretches[above].text) is None else 0
    for at in (above, above - 1):
        if at <= last:
            return None
        text = layout.stretches[at].text
        if _is_band(layout, at) and _PART.fullmatch(text.strip()) is not None:
            return at
        if len(text) > _LONGEST_INTRODUCTION or _INTRODUCES.search(text) is None:
            return None
    return None


def _is_band(layout: Layout, index: int) -> bool:
    """Is a line short, set apart, and alone in its line or its row?"""
    row, text = layout.rows[index], layout.stretches[index].text
    alone = row is None or (len(row.cells) == 1 and row.first == row.last)
    short = len(text) <= _LONGEST and not text.rstrip().endswith((".", ";", ",", ":")) and "\n" not in text
    return alone and short and format_score(layout, index) >= HEADING_FORMAT and not layout.stretches[index].marker


def _bands(lines: Sequence[Heading], layout: Layout) -> Iterator[int]:
    """The bands right above the headings of some sections: "WHAT IS TO BE DONE" across their table, or over a line.

    Two at least are set alike, most of the sections have none, and in lines of their own nothing else is set so. One
    over a section that opens again and again is an area's title.
    """
    often = Counter(one.codes for one in lines)
    found = [at for one in lines if often[one.codes] == 1 and (at := _band_above(one, layout)) is not None]
    makes = Counter(_make(layout, at) for at in found)
    rows = sum(one.place == "row" for one in lines)
    headings = {at for one in lines for at in range(one.first, one.last + 1)}
    for at in found:
        make, in_row = _make(layout, at), layout.rows[at] is not None
        if not _FEWEST_BANDS <= makes[make] <= _MOST_BANDS * (rows if in_row else len(lines)):
            continue
        others = () if in_row else range(lines[0].first, len(layout.stretches))
        if sum(_make(layout, other) == make for other in others if other not in headings) <= makes[make]:
            yield at


def _band_above(one: Heading, layout: Layout) -> int | None:
    """The line right above a section's heading, where it may be a band."""
    above = one.first - 1
    if one.place == "column" or above < 0 or not _is_band(layout, above):
        return None
    row, over = layout.rows[one.first], layout.rows[above]
    text = layout.stretches[above].text
    if is_nil(text) or area_of(text) is not None:
        return None
    if over is None:
        large = format_score(layout, above) >= _LARGE and text.partition(":")[0] == text
        return above if row is None and large else None
    across = one.place == "row" and row is not None and over.table == row.table and len(row.cells) > 1
    return above if across else None


def _make(layout: Layout, index: int) -> tuple[object, ...]:
    stretch = layout.stretches[index]
    return stretch.level, stretch.bold, round(stretch.size or 0), stretch.text.isupper(), layout.rows[index] is None


def _watches(layout: Layout, title: int, end: int, *, named: bool) -> bool:
    """Does a title set apart at the end of a section stand over how the plan will be reviewed, and nothing else?

    `named`: the title says so itself. One in other words ("When we meet again") has that below it in as many words.
    """
    if title + 1 >= end or not (named or _MAY_WATCH.search(layout.stretches[title].text)):
        return False
    words = layout.between(title + 1, end - 1)
    if len(words) > _LONGEST_WATCHING or _GIVEN.search(words) is not None:
        return False
    return (_OF_PLAN if named else _IS_REVIEWED).search(words[:_FIRST_WORDS]) is not None
