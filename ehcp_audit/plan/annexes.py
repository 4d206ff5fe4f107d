"""Sections that stand in annexes behind the plan's body: "Annex 1: Section E – Outcomes"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ehcp_audit.plan.heading_lines import labelled
from ehcp_audit.plan.headings import (
    HEADING_FORMAT,
    LONGEST_HEADING,
    Heading,
    covers,
    format_score,
    outside_at,
    place_of,
    sections_opened,
)
from ehcp_audit.plan.labels import find_label, find_trailing_label, may_begin_label, may_end_in_label
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.vocabulary import EXACT, WORDS, agreement, title_in_full
from ehcp_audit.rare import rarely

FEWEST_IN_BODY = 3
SURE = 1.0
LONGEST_POINTER = 240  # characters of a section that only says where its words stand
_KINDS = r"(?:annexe?|appendix|schedule|attachment|enclosure|supplement|insert|addendum)"
_ANNEX = re.compile(
    r"\W{0,3}"
    + _KINDS
    + r"\s(?:(?:no\.?\s?|number\s)?(?P<number>\d{1,2}|[a-k]|[ivx]{1,4}|one|two|three|four|five|six)\b|"
    r"(?:to|of) (?:the|this|my|your) (?:(?:final|draft|amended|ehc|education,? health and care) )*(?:plan|ehcp)\b)"
    r"\s{0,2}(?P<mark>[:.,|/–—-]?)\s{0,3}",
    re.IGNORECASE,
)
_POINTS_AT_ANNEX = rarely(
    r"\b(?:annex(?:es|e)?|appendi(?:x|ces)|schedules?|attachments?|attached|enclosures?)\b", re.IGNORECASE
)
_PARTED = rarely(r"[:.–—|)\]/(-]\s{0,3}$")  # what parts a letter from its title: "Section F – ", "Section F ("


def is_annex(text: str) -> bool:
    """Does a line begin with the name of an annex: "Appendix 2: ..."?"""
    return _ANNEX.match(text) is not None


def with_annexes(lettered: Sequence[Heading], body: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The lettered headings, with those of annexes that hold a section which the plan's body does not, or which the
    body only says where to find. What else begins with an annex's name opens no section, whatever it speaks of.
    """
    lines = [index for index in range(len(layout.stretches)) if is_annex(layout.stretches[index].text)]
    body = [one for one in body if one.first not in lines]
    opened = sections_opened(body)
    if not lines or len(opened) < FEWEST_IN_BODY:
        return list(lettered)
    found = [one for index in lines if (one := _in_annex(layout, index)) is not None]
    apart = {one.first for one in found} | {one.first for one in body}
    held = [one for one in found if one.last + 1 < len(layout.stretches) and one.last + 1 not in apart]
    wanted = opened - _pointed(body, layout)
    kept = [one for one in held if wanted.isdisjoint(covers(one.codes))]
    gone = {one.first for one in found}
    return sorted([*(one for one in lettered if one.first not in gone), *kept], key=lambda one: one.first)


def further_annexes(lines: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The annexes without a section, after the first with one: "Annex 3: Weekly timetable" ends the section before."""
    first = next((one.last for one in lines if is_annex(one.text)), len(layout.stretches))
    taken = {one.first for one in lines}
    return [
        outside_at(index, text)
        for index in range(first + 1, len(layout.stretches))
        if index not in taken and is_annex(text := layout.stretches[index].text) and len(text) <= LONGEST_HEADING
        if place_of(layout, index) in ("line", "alone") and format_score(layout, index) >= HEADING_FORMAT
    ]


def _pointed(body: Sequence[Heading], layout: Layout) -> set[str]:
    """The sections that say no more than that they stand in an annex."""
    found: set[str] = set()
    for at, one in enumerate(body):
        end = layout.starts[body[at + 1].first] if at + 1 < len(body) else len(layout.text)
        begin = layout.ends[one.last] if one.body is None else layout.starts[one.last] + one.body
        if 0 < end - begin <= LONGEST_POINTER and _POINTS_AT_ANNEX.search(layout.text[begin:end]):
            found.update(covers(one.codes))
    return found


def _in_annex(layout: Layout, index: int) -> Heading | None:
    """The heading of a section after an annex's name, set apart, with a title of its own or none."""
    line = layout.stretches[index].text.partition("\n")[0]
    match, place = _ANNEX.match(line), place_of(layout, index)
    if match is None or place not in ("line", "alone") or len(line) > LONGEST_HEADING:
        return None
    if format_score(layout, index) < HEADING_FORMAT and place != "alone":
        return None
    rest = line[match.end() :]
    label = find_label(rest) if may_begin_label(rest) else None
    if label is not None:
        parted = label.title.startswith("(") or _PARTED.search(rest, 0, label.end) is not None
        title = label.title.strip("() ")
        agreed = max(agreement(title, code) for code in label.codes) if title else EXACT
        if label.page or agreed < (WORDS if parted else EXACT):
            return None
        return labelled(layout, index, line, label._replace(end=label.end + match.end()), place)
    last = find_trailing_label(rest) if may_end_in_label(rest) else None
    codes = last.codes if last is not None and agreement(last.title, last.codes[0]) >= EXACT else ()
    number = (match["number"] or "").upper()
    if not codes and number and title_in_full(rest) == number:  # "Annex E: Outcomes"
        codes = (number,)
    if not codes:
        return None
    text = layout.stretches[index].text
    body = len(line) + 1 if len(text) > len(line) else None
    return Heading(index, index, codes, "section", SURE, " ".join(line.split()), EXACT, place, None, body)
