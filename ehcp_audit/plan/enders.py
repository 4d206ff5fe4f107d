"""Where the sections end: headings of what stands outside A to K.

Titles in lines are told here, rows of the tables of sections in ender_rows, what parts two sections in partings, and
the heads of a table to sign in signing_rows. They share the heading that they make and no rule: a row is told by the
rows like it, a parting by how seldom it comes, and what is signed by its words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from ehcp_audit.language.dates import find_dates
from ehcp_audit.model import Stretch
from ehcp_audit.plan.annexes import further_annexes, is_annex
from ehcp_audit.plan.ender_rows import after_rows, below_table, between_rows, is_row_of_none
from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, format_score, outside_at, same_format
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.numerals import NUMBERED
from ehcp_audit.plan.partings import partings
from ehcp_audit.plan.signing_rows import is_row_to_sign
from ehcp_audit.plan.vocabulary import is_of_watching, is_surely_outside, title_key
from ehcp_audit.rare import rarely

FEWEST_OF_RANK = 4
MOST_SIGNING = 8  # lines of a block to sign
LONGEST_SIGNED = 90  # characters of one of them
LONGEST_SIGNING = 4  # rows of a table to sign in: a longer one is a list of advice
_FOR_THEM = (  # "Dr Ada Finch, Head of Service, for and on behalf of the council"
    r"[^.:;\d]{3,90}[,–-] (?:for and on behalf of\b|"
    r"(?:for|on behalf of) (?:the )?(?:\w+ ){0,4}(?:council|authority)\.?$)|"
    r"(?:for|on behalf of) the (?:\w+ ){0,4}(?:council|authority)\s?[:,]\s?\w"
)
_FOR_THE_COUNCIL = rarely(_FOR_THEM, re.IGNORECASE)
_WROTE = (  # "Prepared by N. Vane, plan writer, 16 June 2026"; a school's SEND co-ordinator gives advice
    r"(?:(?:(?:this|the) )?(?:draft |final )?(?:plan|ehcp|ehc plan) (?:was )?)?"
    r"(?:prepared|written|drafted|compiled|produced)(?: by)?:? (?:the )?[^:;\n]{0,60}?\b"
    r"(?:(?:sen|send|ehc|ehcp|plan|casework) (?:casework |plan )?(?:officer|caseworker|manager|writer)|"
    r"(?:ehc|ehcp|plan) (?:plan )?co-?ordinator|caseworker)\b|"
    r"(?:plan|ehcp|ehc plan) (?:writer|author|officer|co-?ordinator)\s?:|"
    r"not to be signed\b|this (?:draft|plan|copy) is (?:not signed|unsigned)\b|"
    r"we (?:will|shall) (?:look at|look over|review|check|update|go over|go through) (?:the|this|your) "
    r"(?:plan|ehcp|ehc plan)\b|(?:this|the) (?:plan|ehcp|ehc plan) (?:will|must|is to) next be\b|"
)
_PREPARED = rarely(r"(?:plan )?(?:prepared|written|drafted|compiled|produced) by\s?:?", re.IGNORECASE)
MOST_WRITING = 3  # lines of who wrote the plan
_BY_WRITER = rarely(_WROTE.removesuffix("|"), re.IGNORECASE)
_CLOSES = re.compile(
    _WROTE + r"_{10,}\W{0,4}$|(?:a )?(?:duly )?(?:authorised|proper) officer (?:of|for) the\b|"
    r"(?:(?:signed|agreed|approved|authorised|finalised|issued|countersigned)(?: and dated)?(?: on [^.:;]{4,25})?\s"
    r"(?:off )?(?:by|for|on behalf of)\b|"
    r"(?:agreed|approved|checked|made|read) and (?:signed|agreed|approved|authorised|issued)(?: off)? "
    r"(?:by|for|on behalf of)\b|"
    r"(?:signed|authorised|approved|agreed|countersigned)(?: and dated)?\s{0,2}[:_.…]|signature\b|"
    r"(?:for and )?on behalf of the (?:local authority|council)\b|"
    + _FOR_THEM
    + r"|(?:any |your )?(?:comments|representations|responses) (?:on|about|to) (?:this|the) (?:draft|plan|proposed)\b|"
    r"(?:please )?(?:return|send) (?:your|any) (?:comments|views|response)\b|"
    r"please (?:return|send|tell us|let us know|contact|sign|respond|reply|write (?:back )?to)\b|"
    r"(?:you|parents|the parents|young people) (?:now |then )?(?:may|can|have (?:the|a) right|must|"
    r"have (?:15|fifteen) (?:calendar )?days)\b|"
    r"the (?:local authority|council) (?:will|must|shall) (?:next )?review (?:this|the|your) (?:plan|ehcp|ehc plan)\b|"
    r"this is (?:a|the|your) (?:draft|proposed|amended|final)\b[^.:;]{0,40}\b(?:plan|ehcp)\.|"
    r"what (?:to do|you (?:can|should|need to|must) do|happens|will happen|comes) (?:next|now)\b|"
    r"how to (?:comment|respond|reply|appeal|disagree)\b|"
    r"if you (?:disagree|do not agree|are unhappy|wish|would like|want|have any)\b|"
    r"your (?:right|rights|representations)\b|(?:the|a) right of appeal\b|"
    r"(?:(?:this|the) )?(?:draft |final )?(?:plan|ehcp|ehc plan) (?:signed|agreed|approved|authorised|finalised|issued)"
    r"(?: off)?(?: and (?:signed|agreed|issued|dated|sent)(?: off)?)? (?:by|for|on behalf of)\b|"
    r"(?:this|the) (?:draft |final )?(?:plan|ehcp|ehc plan) (?:was|has been|is|will be) "
    r"(?:issued|agreed|signed|sent|finalised|reviewed|copied|due|approved|authorised|made|written|drafted|prepared|"
    r"drawn up)\b|"
    r"copies? (?:of this plan|to\b|sent)|copies?:|yours (?:sincerely|faithfully)\b|a copy of this plan\b)",
    re.IGNORECASE,
)

_SIGNED = rarely(
    r"(?:(?:(?:this |the )?(?:draft |final )?(?:plan|ehcp|ehc plan) )?(?:is |was )?(?:signed|authorised|countersigned))"
    r"(?: and dated)?(?:\s{0,2}[:_.…]|\s(?:off )?(?:by|for|on behalf of)\b)|"
    r"(?:this |the )(?:draft |final )?(?:plan|ehcp|ehc plan) (?:is|was|has been) (?:approved|agreed|finalised) by\b|"
    r"signatures?\b|" + _FOR_THEM + r"|(?:for and )?on behalf of the (?:local authority|council)\b",
    re.IGNORECASE,
)


_OF_SIGNING = re.compile(
    r"(?:signed|authorised|countersigned|signatures?|name|position|role|job title|designation|date|dated|"
    r"(?:for and )?on behalf of)\b(?! of (?:birth|school|child|pupil|setting))",
    re.IGNORECASE,
)


_TO_SIGN = rarely(
    r"\b(?:approv|authoris|sign(?:ed|ature|atory|atories|ing|[ -]?off)|agree(?:d|ment)|finalis|endors|ratifi|"
    r"countersign|certifi|confirm|issued by)\w{0,8}\b",
    re.IGNORECASE,
)
_FOR_COUNCIL = rarely(  # "For the council:", "On behalf of Thornby Borough Council"
    r"(?:for(?: and on behalf of)?|on behalf of|by order of) (?:the )?(?:[\w'’-]{1,20} ){0,4}"
    r"(?:council|authority|borough|county|city|la)\s?[:,]?",
    re.IGNORECASE,
)
_DATED = rarely(r"(?:dated?|on)?(?: (?:this|the))?[\W_]{0,4}(?=\d)", re.IGNORECASE)
LONGEST_DATED = 40  # characters: "Dated this 5th day of June 2026"
LONGEST_TITLE = 6  # words of one over who signs
MOST_SIGNED = 3  # days in a block to sign
_PART = re.compile(r"\s{0,2}(?P<word>part|chapter|section)\s(?P<number>\d{1,2})\b\s{0,2}[:.–—-]", re.IGNORECASE)
FEWEST_PARTS = 2
MOST_PARTS = 4  # after the last that holds a section
LONGEST_PART = 120


class _Rank(NamedTuple):
    """How the sections' own headings are set."""

    level: int | None
    size: float
    score: float

    def holds(self, layout: Layout, index: int) -> bool:
        """Is a stretch set at least as high as the sections' headings?"""
        stretch = layout.stretches[index]
        if self.level is not None:
            if stretch.level is None:  # set by hand among styled headings: as large as they, and bold
                return bool(self.size) and (stretch.size or 0.0) >= self.size and format_score(layout, index) >= 0.2
            return stretch.level <= self.level
        spared = 0.01 if stretch.caps or stretch.text.isupper() else 0.07  # the others may be in capitals
        return (stretch.size or 0.0) >= self.size - 0.6 and format_score(layout, index) >= min(self.score, 0.4) - spared


def _rank(lines: Sequence[Heading], layout: Layout) -> _Rank:
    own = [one for one in lines if one.place in ("line", "alone")]
    lines = own if len(own) >= FEWEST_OF_RANK else lines  # a table's labels are set smaller than the headings over it
    places = [_title_of(one, layout) for one in lines]
    sizes = sorted(layout.stretches[at].size or 0.0 for at in places)
    scores = sorted(format_score(layout, at) for at in places)
    level = Counter(layout.stretches[at].level for at in places).most_common(1)[0][0]
    return _Rank(level, sizes[len(sizes) // 2], scores[len(scores) // 3])


def _title_of(one: Heading, layout: Layout) -> int:
    """Where the title of a heading stands: below its letter, which may be far larger, or in the same line."""
    below = one.last if one.last == one.first + 1 and layout.rows[one.last] is layout.rows[one.first] else one.first
    return below if format_score(layout, below) >= HEADING_FORMAT else one.first


def ends(candidates: Sequence[Heading], chosen: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings of what stands outside A to K: set like those of the sections, or of titles that are no
    section's.
    """
    lines = [one for one in chosen if one.codes]
    if not lines:
        return []
    rank = _rank(lines, layout)
    found = [*_after_advice(chosen, rank, layout), *_signed_between(chosen, layout), *_parts_between(lines, layout)]
    numbered = {one.first: one for one in candidates if one.form == NUMBERED}  # a part that may be a section stays one
    found += [*between_rows(lines, layout), *after_rows(lines, layout), *below_table(lines, layout)]
    found += further_annexes(lines, layout)
    taken = {one.first for one in [*chosen, *found]}
    found += [one for one in partings(candidates, lines, layout) if one.first not in taken]
    found = [numbered.get(one.first, one) for one in found]
    often = Counter(title_key(one.text) for one in candidates if not one.codes)
    taken = {one.first for one in [*chosen, *found]}
    for one in candidates:
        if one.first in taken:
            continue
        if one.codes:
            if len(one.codes) > 1 and _leads_to_heading(one, lines, layout):
                found.append(replace(one, codes=(), form="outside"))
            continue
        if one.form == NUMBERED:
            found.append(one)
            continue
        if one.place in ("row", "column"):
            if (_signs(one) and one.first > lines[-1].first) or is_row_of_none(one, lines, layout):
                found.append(one)
            continue
        if _answers_label(one, lines, layout):
            continue
        set_apart = format_score(layout, one.first) >= HEADING_FORMAT or one.place == "alone"
        once = (
            often[title_key(one.text)] == 1
            and is_surely_outside(one.text)
            and set_apart
            and not one.text[:8].lower().startswith("appendix")
        )
        after = one.first > lines[-1].first
        left = after and lines[-1].place == "row" and layout.rows[one.first] is None and set_apart  # below their table
        anew = set_apart and often[title_key(one.text)] > 1 and _watches_between(one, lines)
        if (_signs(one) and after) or once or left or anew or rank.holds(layout, one.first):
            found.append(one)
    return found


def _answers_label(one: Heading, lines: Sequence[Heading], layout: Layout) -> bool:
    """Does it stand in the cell beside the label of a section, as the title of a list there?"""
    row = layout.rows[one.first]
    if row is None or one.first == row.first:
        return False
    return any(row.first <= other.first < one.first and other.place == "row" for other in lines)


def _watches_between(one: Heading, lines: Sequence[Heading]) -> bool:
    """Is it the title of how progress is watched, between outcomes and provision, as it may stand for every area?"""
    before = next((other for other in reversed(lines) if other.first < one.first), None)
    after = next((other for other in lines if other.first > one.first), None)
    if before is None or after is None or not is_of_watching(one.text):
        return False
    return before.codes == ("E",) and before.place == "line" and after.codes[0] in ("F", "G", "H", "H1", "H2")


def _after_advice(chosen: Sequence[Heading], rank: _Rank, layout: Layout) -> list[Heading]:
    """Whatever is set like the sections' headings after the list of advice: an appendix, a glossary, a summary.

    Annexes with sections of their own may follow it.
    """
    lines = [one for one in chosen if one.codes]
    annexed = next((at for at, one in enumerate(lines) if at and is_annex(one.text)), len(lines))
    end = lines[annexed].first if annexed < len(lines) else len(layout.stretches)
    lines = lines[:annexed]
    if lines[-1].codes[-1] != "K":  # the plan is signed at its end, whichever section stands last
        return _closing_words(lines[-1], layout, _SIGNED)
    closing = [one for one in _closing_words(lines[-1], layout, _CLOSES) if one.first < end]
    if rank.score < HEADING_FORMAT:
        return closing
    alike = len({one.codes for one in lines if same_format(layout, one.first, lines[-1].first)})
    found = []
    for index in range(lines[-1].last + 1, end):
        stretch = layout.stretches[index]
        row = layout.rows[index]
        if (
            alike > 0.6 * len({one.codes for one in lines})
            and (row is None or len(row.cells) == 1)
            and same_format(layout, index, lines[-1].first)
            and rank.holds(layout, index)
            and len(stretch.text) < 100
            and not stretch.text.rstrip().endswith((".", ":", ";"))
            and not stretch.marker
        ):
            found.append(outside_at(index, stretch.text))
    return [*found, *(one for one in closing if all(other.first != one.first for other in found))]


def _signed_between(chosen: Sequence[Heading], layout: Layout) -> list[Heading]:
    """A block to sign at the end of a section that is not the last: "Authorised by ...", "Position: ..."."""
    found: list[Heading] = []
    for one, other in pairwise(chosen):
        first = None
        for index in range(other.first - 1, max(one.last, other.first - MOST_SIGNING - 1), -1):
            if (
                not _OF_SIGNING.match(layout.stretches[index].text)
                or len(layout.stretches[index].text) > LONGEST_SIGNED
            ):
                break
            first = index
        if one.codes and first is not None and other.first - first > 1:
            words = [layout.stretches[index].text for index in range(first, other.first)]
            if any(_SIGNED.match(text) for text in words):
                found.append(outside_at(first, words[0], body=0))
    return found


def _closing_words(advice: Heading, layout: Layout, closes: re.Pattern[str]) -> list[Heading]:
    """Where whoever signs, or what the reader is to do, follows the list of advice in plain type: it is none of it.

    "Agreed by the local authority: ...", "Please return your comments within 15 days." The words of a row beside other
    cells, and those before the list, are no such thing.
    """
    tables = [rows for rows in layout.tables.values() if len(rows) > LONGEST_SIGNING]
    after = min((rows[0].first for rows in tables if rows[0].first > advice.first), default=0)
    last = max((rows[-1].last for rows in tables if rows[0].first <= after or _is_dated(layout, rows)), default=0)
    for index in range(max(advice.last + 2, last + 1), len(layout.stretches)):
        row, text = layout.rows[index], layout.stretches[index].text
        if (row is not None and row.first != index) or layout.stretches[index].marker:
            continue
        if (_BY_WRITER.match(text) or _PREPARED.fullmatch(text.strip())) and _goes_on(layout, index):
            continue
        signed = row is not None and is_row_to_sign(layout, row)
        if signed or (closes.match(text) and not _is_in_list(layout, index)) or _heads_signature(layout, index):
            return [_with_title(layout, index, advice)]
    return []


def _with_title(layout: Layout, index: int, advice: Heading) -> Heading:
    """Closing words, from the title over them if they have one: "Your fifteen days" over "Please write to us"."""
    title = layout.stretches[index - 1].text.strip()
    apart = format_score(layout, index - 1) >= HEADING_FORMAT > format_score(layout, index)
    free = layout.rows[index - 1] is None and not layout.stretches[index - 1].marker
    if apart and free and index - 1 > advice.last and len(title.split()) <= LONGEST_TITLE and title[-1] not in ".;,:":
        return outside_at(index - 1, title)
    return outside_at(index, layout.stretches[index].text, body=0)


def _is_dated(layout: Layout, rows: Sequence[Row]) -> bool:
    """Do days stand in a table, as in a list of advice, and not in a glossary after who signed?"""
    return sum(bool(find_dates(one.text)) for one in layout.stretches[rows[0].first : rows[-1].last + 1]) > 1


def _goes_on(layout: Layout, index: int) -> bool:
    """Does more advice stand below, a professional and a day in each line of it?"""
    from ehcp_audit.language.roles import find_roles

    below = layout.text[layout.ends[index] :].split("\n")
    return any(find_dates(one) and any(role.kind != "authority" for role in find_roles(one)) for one in below)


def _is_in_list(layout: Layout, index: int) -> bool:
    """Is a line that names somebody for the council one of a list that goes on, each with its day?"""
    if _FOR_THE_COUNCIL.match(layout.stretches[index].text) is None:
        return False
    return sum(bool(find_dates(one.text)) for one in layout.stretches[index + 1 :]) > 1


def _heads_signature(layout: Layout, index: int) -> bool:
    """Is a line near the end a title of signing, in any words for it, over who signed and when: "Plan approved"?"""
    text, rest = layout.stretches[index].text, layout.stretches[index + 1 :][:MOST_SIGNING]
    if index + 1 + len(rest) < len(layout.stretches):
        return False
    if _PREPARED.fullmatch(text.strip()) is not None:  # over the last line or two of the document
        return 0 < len(rest) <= MOST_WRITING and not any(one.marker == "•" for one in rest)  # "N." may be a name's
    if _FOR_COUNCIL.fullmatch(text.strip()) is not None:  # over a name, and a day that stands in a line of its own
        return len(rest) > 1 and sum(map(_is_day, rest)) == 1 and not any(one.marker for one in rest)
    if len(text.split()) > LONGEST_TITLE or _TO_SIGN.search(text) is None:
        return False
    if text.rstrip().endswith((".", ";", ",")) or find_dates(text):
        return False
    dated = [one.text for one in rest if find_dates(one.text)]
    return 0 < len(dated) <= MOST_SIGNED and not any(one.marker or len(one.text) > LONGEST_SIGNED for one in rest)


def _is_day(stretch: Stretch) -> bool:
    """Does a line say a day and no more: "Dated 5 June 2026", "22 May 2026"?"""
    text = stretch.text
    return len(text) <= LONGEST_DATED and _DATED.match(text) is not None and bool(find_dates(text))


def _parts_between(lines: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The further parts of a plan whose sections are numbered parts: "Part 5: What we agreed at my meeting", set like
    "Part 3: My needs (Section B)", where its number comes next.
    """
    numbered = [(one, match) for one in lines if one.place == "line" and (match := _PART.match(one.text))]
    if len(numbered) < FEWEST_PARTS:
        return []
    found: list[Heading] = []
    taken = {one.first for one in lines}
    for at, (one, match) in enumerate(numbered):
        after = numbered[at + 1] if at + 1 < len(numbered) else None
        last = int(match["number"])
        end, most = (after[0].first, int(after[1]["number"])) if after else (len(layout.stretches), last + MOST_PARTS)
        for index in range(one.last + 1, end):
            text = layout.stretches[index].text
            part = _PART.match(text) if index not in taken and len(text) <= LONGEST_PART else None
            if part is None or not last < int(part["number"]) < most or part["word"].lower() != match["word"].lower():
                continue
            if same_format(layout, index, one.first) and format_score(layout, index) >= HEADING_FORMAT:
                found.append(outside_at(index, text))
                last = int(part["number"])
    return found


def _leads_to_heading(one: Heading, lines: Sequence[Heading], layout: Layout) -> bool:
    """A title over several sections ("Outcomes and support plan") with little before the first of them; and one with
    their letters before a heading of one of these, which parts it from the section before.
    """
    after = next((other for other in lines if other.first > one.last), None)
    return (
        after is not None
        and one.place != "column"
        and (one.form == "title" or set(after.codes) < set(one.codes))
        and layout.starts[after.first] - layout.ends[one.last] < 600
        and (format_score(layout, one.first) >= HEADING_FORMAT or one.place == "alone")
    )


def _signs(one: Heading) -> bool:
    return one.form == "outside" and one.text[:4].lower() in ("sign", "auth", "loca", "name")
