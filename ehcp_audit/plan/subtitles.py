"""Titles in anybody's words under lone letters: "E" over "What I will be able to do", told by their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ehcp_audit.plan.headings import Heading, same_format
from ehcp_audit.plan.labels import find_label
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.vocabulary import area_of

_FEWEST = 6  # letters with a title in the line below
_MOST_WORDS = 12
_SHARE = 0.75  # of the letters that stand alone


def with_subtitles(headings: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings, each lone letter with the title in the line below, where nearly every letter has one.

    A single short line under a letter may be all that the section says, and so may an area of need; where the same
    thing stands under nearly all of them it is what the form prints there.
    """
    lone = [one for one in headings if _is_lone_letter(one, layout)]
    firsts = {one.first for one in headings}
    below = [one for one in lone if one.last == one.first and _has_title_below(one, firsts, layout)]
    known = [one for one in lone if one.last > one.first]
    if len(known) + len(below) < max(_FEWEST, _SHARE * len(lone)):
        return list(headings)
    sample = known[0].last if known else below[0].first + 1
    below = [one for one in below if same_format(layout, one.first + 1, sample)]
    return [_with_title(one, layout) if one in below else one for one in headings]


def _is_lone_letter(one: Heading, layout: Layout) -> bool:
    if len(one.codes) != 1 or one.place not in ("line", "alone") or one.body is not None or one.run_in is not None:
        return False
    label = find_label(layout.stretches[one.first].text)
    return label is not None and not label.title


def _has_title_below(one: Heading, firsts: set[int], layout: Layout) -> bool:
    """Is the next line short, no sentence and no answer, and does the section say more after it?"""
    after = one.first + 1
    if after + 1 >= len(layout.stretches) or not firsts.isdisjoint((after, after + 1)):
        return False
    stretch = layout.stretches[after]
    text = stretch.text.strip()
    if stretch.marker or layout.rows[after] is not layout.rows[one.first] or not text[:1].isupper():
        return False
    if len(text.split()) > _MOST_WORDS or any(letter.isdigit() for letter in text) or text[-1] in ".:;,":
        return False
    return not is_nil(text) and area_of(text) is None


def _with_title(one: Heading, layout: Layout) -> Heading:
    return replace(one, last=one.last + 1, text=f"{one.text} {' '.join(layout.stretches[one.last + 1].text.split())}")
