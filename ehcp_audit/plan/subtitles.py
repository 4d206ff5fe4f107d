"""Titles in anybody's words under labels that stand alone, told by their place: "E" over "What I will be able to do",
"SECTION A" and a break before "Me, and how I want to live", or what stands set apart below the form's guidance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ehcp_audit.plan.form_words import is_guidance
from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, format_score, same_format
from ehcp_audit.plan.labels import find_label, may_begin_label
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.vocabulary import area_of, title_key

_FEWEST = 6  # letters with a title in the line below
_FEWEST_BELOW = 4  # labels with a title below guidance
_MOST_WORDS = 12
_MOST_GUIDING = 4  # lines of guidance between a label and its title
_SMALLER = 0.9  # points, at least, that guidance is smaller than the text
_SHARE = 0.75  # of the letters that stand alone


def with_subtitles(headings: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings, each lone label with the title below it, where nearly every label has one.

    A single short line under a letter may be all that the section says, and so may an area of need; where the same
    thing stands under nearly all of them it is what the form prints there.
    """
    found = list(headings)
    for of_place in (_in_next_line, _after_break, _below_guidance):
        firsts = {one.first for one in found}
        titled = of_place(found, firsts, layout)
        found = [titled.get(one.first, one) for one in found]
    return found


def _in_next_line(headings: Sequence[Heading], firsts: set[int], layout: Layout) -> dict[int, Heading]:
    """Letters with their title in the line below."""
    lone = [one for one in headings if _is_lone_letter(one, layout)]
    below = [one for one in lone if one.last == one.first and _has_title_below(one, firsts, layout)]
    known = [one for one in lone if one.last > one.first]
    if len(known) + len(below) < max(_FEWEST, _SHARE * len(lone)):
        return {}
    sample = known[0].last if known else below[0].first + 1
    below = [one for one in below if same_format(layout, one.first + 1, sample)]
    return {one.first: _with_title(one, one.last + 1, layout) for one in below}


def _is_lone_letter(one: Heading, layout: Layout) -> bool:
    if not one.codes or one.place not in ("line", "alone") or one.body is not None or one.run_in is not None:
        return False
    label = find_label(layout.stretches[one.first].text)
    return label is not None and not label.title


def _has_title_below(one: Heading, firsts: set[int], layout: Layout) -> bool:
    """Is the next line short, no sentence and no answer, and does the section say more after it?"""
    after = one.first + 1
    if after + 1 >= len(layout.stretches) or not firsts.isdisjoint((after, after + 1)):
        return False
    stretch = layout.stretches[after]
    if stretch.marker or layout.rows[after] is not layout.rows[one.first]:
        return False
    return _may_be_title(stretch.text)


def _may_be_title(text: str) -> bool:
    """Is a line short, no sentence and no answer?"""
    text = text.strip()
    if not text[:1].isupper() or len(text.split()) > _MOST_WORDS:
        return False
    if any(letter.isdigit() for letter in text) or text[-1] in ".:;,":
        return False
    return not is_nil(text) and area_of(text) is None


def _with_title(one: Heading, at: int, layout: Layout) -> Heading:
    return replace(one, last=at, text=f"{one.text} {' '.join(layout.stretches[at].text.split())}")


def _after_break(headings: Sequence[Heading], firsts: set[int], layout: Layout) -> dict[int, Heading]:
    """Labels with their title after a break in the same paragraph."""
    broken = [one for one in headings if one.codes and _lone_first_line(one, layout) and _lines(one, layout)[1]]
    titled = {one.first: more for one in broken if (more := _with_second(one, firsts, layout)) is not None}
    known = [one for one in broken if one.body is None and one.first not in titled]
    return titled if len(known) + len(titled) >= max(_FEWEST, _SHARE * len(broken)) else {}


def _lone_first_line(one: Heading, layout: Layout) -> bool:
    """Is the first line of a heading's paragraph its label, and no more?"""
    line = _lines(one, layout)[0]
    if one.place not in ("line", "alone") or one.last > one.first or not may_begin_label(line):
        return False
    label = find_label(line)
    return label is not None and (not label.title or (label.continued and not title_key(label.title)))


def _lines(one: Heading, layout: Layout) -> tuple[str, str, str]:
    """The first line of a heading's paragraph, the second, and the rest."""
    line, _, more = layout.stretches[one.first].text.partition("\n")
    return line, *more.partition("\n")[::2]


def _with_second(one: Heading, firsts: set[int], layout: Layout) -> Heading | None:
    """The heading with its second line as its title, where that may be one and the section says more."""
    line, second, rest = _lines(one, layout)
    says_more = rest or (one.last + 1 < len(layout.stretches) and one.last + 1 not in firsts)
    if one.body != len(line) + 1 or not says_more or not _may_be_title(second):
        return None
    body = one.body + len(second) + 1 if rest else None
    return replace(one, body=body, text=" ".join(f"{line} {second}".split()))


def _below_guidance(headings: Sequence[Heading], firsts: set[int], layout: Layout) -> dict[int, Heading]:
    """Labels with what the form tells its writer under them, and their title below that, set apart and alike."""
    lone = [one for one in headings if _is_lone_label(one, layout)]
    places = {one.first: at for one in lone if (at := _title_below(one, firsts, layout)) is not None}
    makes = Counter(_make(layout, at) for at in places.values())
    make = max(makes, key=makes.__getitem__, default=None)
    titled = {first: at for first, at in places.items() if _make(layout, at) == make}
    if len(titled) < max(_FEWEST_BELOW, _SHARE * len(lone)):
        return {}
    by_first: dict[int, Heading] = {one.first: one for one in lone}
    return {first: _with_title(_bare(by_first[first], layout), at, layout) for first, at in titled.items()}


def _is_lone_label(one: Heading, layout: Layout) -> bool:
    """Does a label stand alone in its line, with nothing after it that is not guidance?"""
    text = layout.stretches[one.first].text
    if one.continued or not one.codes or one.body is not None or one.place not in ("line", "alone"):
        return False
    label = find_label(text) if may_begin_label(text) and "\n" not in text else None
    below = range(one.first + 1, one.last + 1)
    return label is not None and not label.title and all(_guides(layout, at) for at in below)


def _title_below(one: Heading, firsts: set[int], layout: Layout) -> int | None:
    """Where the title of a label stands, below its guidance."""
    at = one.first + 1
    while at < min(one.first + 1 + _MOST_GUIDING, len(layout.stretches)) and at not in firsts and _guides(layout, at):
        at += 1
    if at == one.first + 1 or at + 1 >= len(layout.stretches) or not firsts.isdisjoint((at, at + 1)):
        return None
    stretch, row = layout.stretches[at], layout.rows[at]
    apart = format_score(layout, at) >= HEADING_FORMAT and not stretch.marker
    return at if apart and (row is None or len(row.cells) == 1) and _may_be_title(stretch.text) else None


def _guides(layout: Layout, index: int) -> bool:
    """Is a line set as what a form tells its writer is, or is it one by its words?"""
    stretch, body = layout.stretches[index], layout.body_size
    small = stretch.size is not None and body is not None and stretch.size <= body - _SMALLER
    return not stretch.bold and (stretch.italic or small or is_guidance(stretch.text))


def _make(layout: Layout, index: int) -> tuple[object, ...]:
    stretch = layout.stretches[index]
    return stretch.level, stretch.bold, round(stretch.size or 0)


def _bare(one: Heading, layout: Layout) -> Heading:
    """A heading whose text is its label: guidance below it was taken for the title."""
    return replace(one, text=" ".join(layout.stretches[one.first].text.split()))
