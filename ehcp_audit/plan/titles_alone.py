"""Titles of the writer's own among those that are known, in a plan whose sections are opened by titles alone.

Such a title stands between two neighbours where exactly one section is wanting, is set like the others, and is nobody
else's. Where the words under it speak of that section it opens it; where not, the section is in doubt, and so is the
one before, which would have held its words. A section that no such line may open is missing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ehcp_audit.model import SECTION_CODES
from ehcp_audit.plan.columns import column_name, label_name
from ehcp_audit.plan.heading_lines import SIGNED
from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, covers, format_score, same_format, sections_opened
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.learnt import learnt
from ehcp_audit.plan.vocabulary import (
    WORDS,
    area_of,
    is_outside,
    is_surely_outside,
    is_weak,
    title_code,
    title_key,
)
from ehcp_audit.rare import rarely

_FEWEST = 8  # sections that are opened by titles of one make
_ALIKE = 0.8  # of them, at least
_MOST = 3  # lines of that make that open nothing: where there are more, the plan sets its sub-headings so
_LONGEST = 90  # characters of a title
_LONGEST_WORDS = 6000  # characters under it that are looked at
_SCORE = 0.65
_HELPED = rarely(r"\b(?:people|professionals|services|who)\b", re.IGNORECASE)  # "Who helped", which may be section K
_AT_THE_END = rarely(  # what stands after the last section, and is none: "What to do if we disagree"
    r"\b(?:disagree\w{0,5}|appeal\w{0,3}|mediat\w{1,4}|complain\w{0,3}|rights?|contacts?|glossary|words|useful|sign\w{0,6}|"
    r"review\w{0,3}|check\w{0,3}|next|timetables?|append\w{2,4}|annex\w{0,2}|maps?|agree\w{0,4}|data|privacy|copies)\b",
    re.IGNORECASE,
)
_NAMES = {  # what a title is that also names a column or a field; any other such title opens nothing
    "need": ("B", "C", "D"),
    "outcome": ("E",),
    "provision": ("F", "G", "H1", "H2"),
}
_GIVEN = rarely(
    r"\b(?:hours?|minutes?|weekly|daily|fortnight\w{0,2}|monthly|termly|times? a|once a|twice a|each (?:day|week|term)|"
    r"every (?:day|week|term|month)|"
    r"will (?:be )?(?:give|provide|deliver|support|help|train|check|visit|teach)\w{0,3})\b",
    re.IGNORECASE,
)
_CARE = rarely(
    r"\b(?:social (?:care|work\w{0,2})|carers?|respite|short breaks?|personal assistants?|act 1970|1970 act)\b",
    re.IGNORECASE,
)
_SPEAKS = {  # of each section, what its words hold that is hardly said in the one before
    "B": rarely(
        r"\b(?:needs?|difficult\w{0,4}|finds? it|hard|struggl\w{1,3}|delay\w{0,2}|autis\w{1,4})\b", re.IGNORECASE
    ),
    "C": rarely(
        r"\b(?:health|medic\w{2,8}|asthma|epilep\w{2,4}|hospital|clinics?|doctors?|GP|nurses?|inhaler|paediatric\w{0,4}|"
        r"allerg\w{1,4}|diabet\w{2,3}|seizures?)\b",
        re.IGNORECASE,
    ),
    "D": _CARE,
    "E": rarely(r"\bby (?:the end|[A-Z][a-z]{2,8} 20\d\d|20\d\d)\b|\bwill be able to\b|\boutcomes?\b", re.IGNORECASE),
    "F": _GIVEN,
    "G": rarely(r"\b(?:NHS|nurs(?:es?|ing)|health|clinics?|paediatric\w{0,4}|hospital)\b", re.IGNORECASE),
    "H1": _CARE,
    "H2": _CARE,
    "I": rarely(r"\b(?:schools?|academy|colleges?|nursery|setting|education otherwise|placement)\b", re.IGNORECASE),
    "J": rarely(r"\b(?:budgets?|direct payments?)\b|£", re.IGNORECASE),
    "K": rarely(r"\b(?:reports?|psychologists?|therapists?|paediatricians?|assessed)\b", re.IGNORECASE),
}
_FEWEST_OF_ADVICE = 2  # such words of the list of advice, after which nothing stands that could tell where it ends


class _Title(NamedTuple):
    """A line that may open a section: its first and last stretch, the section, and whether its words leave no doubt."""

    first: int
    last: int
    code: str
    sure: bool


def with_titles_alone(chosen: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings, with the titles of the writer's own that surely open the one section that is wanting there."""
    chosen = _without_words_within(chosen, layout)
    found = [one for one in _titles(chosen, layout) if one.sure]
    opened = {one.code for one in found}
    kept = [one for one in chosen if opened.isdisjoint(one.codes)]
    for one in found:
        text = " ".join(layout.between(one.first, one.last).split())
        kept.append(Heading(one.first, one.last, (one.code,), "title", _SCORE, text, WORDS))
    return sorted(kept, key=lambda one: one.first)


_NEEDS = {"G": "C", "H": "D"}  # and which needs a title of care or of health tells of, where it stands among the needs


def with_needs_in_place(chosen: Sequence[Heading]) -> list[Heading]:
    """The headings, with a title of provision among the needs as that of the needs which nothing else opens, where
    another such title follows the outcomes: "My care and support at home", and "The help I will get from social care".
    """
    opened = sections_opened(chosen)
    outcomes = next((at for at, one in enumerate(chosen) if one.codes == ("E",)), len(chosen))
    found = list(chosen)
    for code, need in _NEEDS.items():
        titles = [at for at, one in enumerate(chosen) if one.codes == (code,) and one.form == "title"]
        if need in opened or len(titles) < 2 or not titles[0] < outcomes < titles[1]:
            continue
        before = next((one.codes[-1] for one in reversed(found[: titles[0]]) if one.codes), "")
        if before in ("B", "C", "D"):
            found[titles[0]] = replace(found[titles[0]], codes=(need,), titled=WORDS)
    return found


def _without_words_within(chosen: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings without plain words of another make that are out of their place, where the others run in order:
    "My school" within section A is not where I begins.
    """
    sections = [one for one in chosen if one.codes]
    make = _make_of(sections, layout)
    usual = _usual(sections, layout, make) if make is not None else []
    if make is None or len({one.codes for one in usual}) < _FEWEST or not _run_on(usual):
        return list(chosen)
    return [
        one
        for one in chosen
        if not one.codes or one in usual or _is_alike(layout, one.first, make) or is_in_place(one, usual)
    ]


def may_be_titles(headings: Sequence[Heading], layout: Layout) -> list[tuple[int, str]]:
    """The lines that may open a section which nothing opens, each with the section."""
    return [(one.first, one.code) for one in _titles(headings, layout)]


def _titles(headings: Sequence[Heading], layout: Layout) -> list[_Title]:
    """The lines of the sections' own make that open nothing, with the sections wanting there that they may open."""
    make = _make_of([one for one in headings if one.codes], layout)
    usual = _usual([one for one in headings if one.codes], layout, make) if make is not None else []
    opened = sections_opened(usual)
    if make is None or len(opened) < _FEWEST or len(opened) == len(SECTION_CODES):
        return []
    outside = [one.first for one in headings if not one.codes]
    in_order = _run_on(usual)
    found: list[_Title] = []
    strays = 0  # lines of the make where nothing is wanting
    for before, after in zip(usual, [*usual[1:], None], strict=True):
        low, high = _ends(before)[1], _ends(after)[0] if after is not None else len(SECTION_CODES)
        wanting = [code for code in SECTION_CODES[low + 1 : high] if code not in opened]
        if not in_order:
            wanting = [code for code in SECTION_CODES if code not in opened]
        end = (
            after.first if after is not None else min([at for at in outside if at > before.last] or [len(layout.rows)])
        )
        lines = _lines(before.last + 1, end, layout, make, at_end=after is None)
        strays += len(lines) if not wanting and after is not None else 0
        alone = in_order and len(wanting) == len(lines) == 1
        for first, last in lines:
            if any(one.text.strip() for one in layout.stretches[last + 1 : end]):
                found += [
                    _Title(first, last, code, alone and _is_told(layout, first, last, end, code)) for code in wanting
                ]
    unsure = {one.first for one in found if not one.sure}
    if strays + len(unsure) > _MOST:
        return []
    return [one._replace(sure=one.sure and not strays) for one in found]


def _make_of(sections: Sequence[Heading], layout: Layout) -> int | None:
    """A heading that is set as most are, where they are titles alone, set apart, in lines of their own."""
    lines = [one for one in sections if one.place in ("line", "alone")]
    if len(lines) < _FEWEST or any(one.form != "title" for one in sections):
        return None
    makes = Counter(_setting(layout, one.first) for one in lines)
    setting, often = makes.most_common(1)[0]
    first = next(one.first for one in lines if _setting(layout, one.first) == setting)
    apart = format_score(layout, first) >= HEADING_FORMAT
    return first if apart and often >= _ALIKE * len({one.codes for one in lines}) else None


def _setting(layout: Layout, index: int) -> tuple[object, ...]:
    stretch, row = layout.stretches[index], layout.rows[index]
    return stretch.level, stretch.bold, round(stretch.size or 0), row and len(row.cells)


def _is_alike(layout: Layout, index: int, make: int) -> bool:
    row, other = layout.rows[index], layout.rows[make]
    return same_format(layout, index, make) and (row and len(row.cells)) == (other and len(other.cells))


def _usual(sections: Sequence[Heading], layout: Layout, make: int) -> list[Heading]:
    """The headings without plain words of another make, or out of their place: "My school" within section A."""
    sure = [one for one in sections if one.titled > WORDS and not is_weak(title_key(one.text))]
    alike = [one for one in sections if one not in sure and _is_alike(layout, one.first, make)]
    sure += [one for one in alike if title_key(one.text) in learnt() or is_in_place(one, sure)]
    return sorted(sure, key=lambda one: one.first)


def _run_on(sections: Sequence[Heading]) -> bool:
    """Do the sections stand in the order of their letters?"""
    places = [SECTION_CODES.index(code) for one in sections for code in covers(one.codes)]
    return places == sorted(places)


def is_in_place(one: Heading, others: Sequence[Heading]) -> bool:
    """Does a heading stand, among others, after those of the sections before its own and before those after it?"""
    first, last = _ends(one)
    before = max((_ends(other)[1] for other in others if other.first < one.first), default=-1)
    after = min((_ends(other)[0] for other in others if other.first > one.first), default=len(SECTION_CODES))
    return before <= first and last <= after


def _ends(one: Heading) -> tuple[int, int]:
    """The places in the alphabet of the first and the last section that a heading covers."""
    places = [SECTION_CODES.index(code) for code in covers(one.codes)]
    return places[0], places[-1]


def _lines(begin: int, end: int, layout: Layout, make: int, *, at_end: bool) -> list[tuple[int, int]]:
    """The lines of the make that may be titles; one that a PDF broke in two is one."""
    found: list[tuple[int, int]] = []
    for index in range(begin, end):
        text = layout.stretches[index].text
        if not _is_alike(layout, index, make) or layout.stretches[index].marker:
            continue
        if found and found[-1][1] == index - 1 and text[:1].islower():
            found[-1] = (found[-1][0], index)
        else:
            found.append((index, index))
    texts = [(one, " ".join(layout.between(*one).split())) for one in found]
    return [one for one, text in texts if _may_be_title(text) and not (at_end and _AT_THE_END.search(text))]


def _may_be_title(text: str) -> bool:
    if not 2 < len(text) <= _LONGEST or not text[0].isalpha() or text.endswith((".", ",", ";")):
        return False
    outside = is_surely_outside(text) or (is_outside(text) and _HELPED.search(text) is None)
    if outside or SIGNED.match(text) or area_of(text) is not None:
        return False
    return (label_name(text) or "outcome") in _NAMES


def _is_told(layout: Layout, first: int, last: int, end: int, code: str) -> bool:
    """Do a line's own words, or those under it, say that it opens this section, and nothing that it does not?"""
    text = " ".join(layout.between(first, last).split())
    under = "\n".join(one.text for one in layout.stretches[last + 1 : end])[:_LONGEST_WORDS]
    named, _ = title_code(text)
    if named is not None:
        return named == code or (named == "H" and code in ("H1", "H2"))
    name = label_name(text) or column_name(text)
    if is_outside(text) or (name is not None and code not in _NAMES.get(name, (code,))):
        return False
    if code == "I" and _GIVEN.search(under) is not None:
        return False  # "The after-school club, for two hours a week" is provision
    return speaks(code, under)


def speaks(code: str, words: str) -> bool:
    """Do words speak of what this section is about, B to K?"""
    said = {match[0].lower() for match in _SPEAKS[code].finditer(words[:_LONGEST_WORDS])}
    return len(said) >= (_FEWEST_OF_ADVICE if code == "K" else 1)
