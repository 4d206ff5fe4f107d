"""Sentences over the outcomes that say by when for all or some of them: "E1 to E6 run to the end of Key Stage 4"."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ehcp_audit.model import Field, Passage
from ehcp_audit.plan.drafts import Draft
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.lines import PROMISES, joined_lines
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.plan.times import names_time, says_by_when, time_at_end
from ehcp_audit.plan.vocabulary import area_of

_SOME = r"(?:outcomes?\s)?E?\.?\s?\d{1,2}(?:\s?(?:,|and|&|to|-|–)\s?E?\.?\s?\d{1,2}){1,8}"
_OF = r"(?:of\s)?(?:(?:the|these|those|his|her|their|my|\w{2,20}['’]s)\s)?"
_BELOW = r"(?:\s(?:(?:listed|set out|given|shown)\s)?(?:below|here|in this (?:plan|section|part)|in section e))?"
_ALL = (
    r"(?:(?:all|each|every one|every|the|these|those|both)\s"
    + _OF
    + r"(?:(?!short|interim|medium)[\w-]{3,12}\s)?outcomes?"
    + _BELOW
    + r"|\w{2,20}['’]s outcomes|outcomes|these|they|all|each(?: one)?|every one|"
    r"(?:all\s|the\s)?long(?:er)?(?:[- ]term)?\s(?:outcomes|ones|aims|goals))"
)
_MET = r"(?:met|achieved|reached|attained|completed|accomplished|fulfilled)"
_RUN = (
    r"(?:all\s|each\s)?(?:runs?|lasts?|goes|go|applies|apply|is|are|stands?|looks?\s(?:ahead|forward))(?:\sall)?"
    r"(?:\sset|\smeant|\swritten|\sintended|\sexpected|\sto\sbe\s" + _MET + r"|\sdue)?"
    r"\s(?:for|to|until|till|by|up to|as far as)\b"
    r"|(?:(?:should|will|shall|must|can)\s(?:all\s)?be|(?:(?:is|are)\s(?:all\s)?(?:due\s|expected\s|intended\s|meant\s|"
    r"likely\s)?)?to\s(?:all\s)?be)\s(?:all\s)?(?:fully\s)?" + _MET + r"\s(?:by|before|within)\b"
    r"|covers?\sthe\s(?:period|time|years)\s(?:up\s)?(?:to|until)\b"
    r"|(?:all\s)?(?:has|have|share|carry)\s(?:an?|the|the same|one)\s(?:target\s|end\s|completion\s)?"
    r"(?:date|time\s?scale|time\s?frame|deadline)\s?(?:of|:|,|–|-)"
)
_DATED = (  # The target date for every outcome is July 2028; timescale for all outcomes: the end of Year 6.
    r"(?:the\s|our\s)?(?:target\s|end\s|completion\s|agreed\s|shared\s)?(?:date|time\s?scale|time\s?frame|deadline)\s"
    r"(?:for|of)\s(?:meeting\s|achieving\s|reaching\s)?" + _ALL + r"\s?(?:(?:is|are)\b|[:–-])"
    r"|(?:the\s)?(?:date|time)\sby\swhich\s"
    + _ALL
    + r"\s(?:(?:is|are|should|will|must)\s)?(?:to\s)?(?:be\s)?"
    + _MET
    + r"\s?(?:is\b|[:–-])"
)
_HOPED = (  # We expect Rowan to achieve these outcomes by July 2028.
    r"(?:(?:it is|we|[A-Z][\w’'-]{1,20}|he|she|they|the (?:plan|authority))\s)(?:(?:is|are|will|should|to|that|have|"
    r"has|expects?|expected|hopes?|hoped|aims?|wants?|intended|able|[A-Z][\w’'-]{1,20})\s){1,6}"
    r"(?:be\s)?(?:achieve|meet|reach|attain|" + _MET + r")\s(?:all\s)?(?:of\s)?(?:the|these|those|his|her|their|all)\s"
    r"(?:following\s)?outcomes" + _BELOW + r"\sby\b"
    r"|(?:it is|we)\s(?:expect|hope|expected|hoped|intended|aim|intend)\s(?:that\s|for\s)?"
    + _ALL
    + r"\s(?:will|to|should|can)\s(?:all\s)?be\s"
    + _MET
    + r"\sby\b"
)
_UNLESS = r"(?:(?:unless|except where|where not)\s[^,.;]{3,60},\s)?"
_RUNS = re.compile(
    r"\s{0,3}" + _UNLESS + r"(?:(?:(?P<some>" + _SOME + r")|(?P<all>" + _ALL + r"))\s(?:" + _RUN + r")|"
    r"(?P<said>" + _DATED + r"|" + _HOPED + r")|"
    r"(?P<every>all )?(?:to|should|must) be (?:all )?" + _MET + r" by\b)",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"(?:(?:\w{1,15}\s){0,3}outcomes?\b\W{0,3})?(?:to be (?:met|achieved|reached)\s)?(?P<when>by\s[^()]{3,40}"
    r"(?:\([^()]{3,20}\))?)\)?",
    re.IGNORECASE,
)
_STANDING = re.compile(  # "By the end of Key Stage 2, July 2028, except where stated."; "To the end of Year 2."
    r"(?P<when>(?:by|to) [^.;]{3,60}?),? (?:(?:except|unless)(?: where)?|"
    r"with (?:points|steps|targets|stages|markers|milestones|short)) [^.;]{3,40}[.:]?|"
    r"(?P<until>(?:to|until|up to) (?:the end of |july |august |summer )[^.;:]{1,40})[.:]?|"
    r"(?P<alone>(?:(?:by|for|at) )?(?:the )?end of (?!.*\b(?:will|can|he|she|they|with)\b)[^.,;:]{3,50}"
    r"(?:, [a-z]{3,9} 20\d\d)?)[.:]?",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s{0,3}(?:to|should|must) be (?:all )?" + _MET + r" by\b", re.IGNORECASE)
_OTHERWISE = re.compile(r"\b(?:unless|except where)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;.]|\bunless\b|\bexcept\b|\band (?:the )?short", re.IGNORECASE)
_NUMBERS = re.compile(r"\d{1,2}")
_RANGE = re.compile(r"(\d{1,2})\s?(?:to|-|–)\s?E?\.?\s?(\d{1,2})", re.IGNORECASE)
_BEGINS = re.compile(r"(?:by|before|at the end|when|within)\b", re.IGNORECASE)
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class SharedDate:
    """When outcomes are to be met, and the numbers of those it is said of; none where it is said of all."""

    words: Passage
    numbers: frozenset[str]
    under: range | None = None  # the characters of the plan under the heading that says it; None: not said by area


def shared_dates(layout: Layout, stretches: Sequence[int]) -> tuple[list[SharedDate], set[int]]:
    """What the paragraphs over outcomes say of all of them; and the stretches of the paragraphs that say it."""
    found: list[SharedDate] = []
    told: set[int] = set()
    runs = joined_lines(layout, stretches)
    bare = sum(_BARE.match(layout.stretches[first].text) is not None for first, _ in runs)
    for first, last in runs:
        passage = layout.passage(layout.starts[first], layout.ends[last])
        if len(passage.text) > _LONGEST or layout.stretches[first].marker:
            continue
        spans = sentence_spans(passage.text.replace("\n", " "))
        opening = bare == 1 and (len(spans) == 1 or first == runs[0][0])
        dates = [
            date
            for at, span in enumerate(spans)
            if (date := _date_in(passage.cut(*span), bare=opening and at == 0)) is not None
        ]
        if any(_is_alone(passage.text[slice(*span)]) for span in spans) and PROMISES.search(passage.text):
            continue  # "By the end of Year 6. Rowan will read 40 words."
        begins = (span for span in spans if _BEGINS.match(passage.text, span[0]))
        if dates and all(_STANDING.fullmatch(passage.text[slice(*span)].strip()) for span in begins):
            found.extend(dates)
            told.update(range(first, last + 1))
    return found, told


def _is_alone(sentence: str) -> bool:
    """Is a sentence a time and nothing more: "By the end of Key Stage 2 (July 2029)."?"""
    standing = _STANDING.fullmatch(sentence.strip())
    return standing is not None and standing["alone"] is not None


def date_of_heading(layout: Layout, first: int, last: int) -> list[SharedDate]:
    """The time that the section's own heading names: "E: Outcomes, by the end of the programme in July 2028"."""
    heading = layout.passage(layout.starts[first], layout.ends[last])
    told = _IN_A_HEADING.search(heading.text)
    if told is None or not names_time(told.group()):
        return []
    return [SharedDate(heading.cut(*told.span()), frozenset())]


_IN_A_HEADING = re.compile(
    r"\b(?:by|for|until|to be (?:met|achieved|reached) by)\s(?:the\s)?[^()\n]{3,60}$", re.IGNORECASE
)


def dates_of_areas(layout: Layout) -> list[SharedDate]:
    """The times that the headings of areas name for the outcomes under them: "Employment – by July 2028"."""
    heads: list[tuple[int, SharedDate | None]] = []
    for index, stretch in enumerate(layout.stretches):
        row = layout.rows[index]
        if (row is None or len(row.cells) == 1) and area_of(stretch.text) is not None:
            heading = layout.passage(layout.starts[index], layout.ends[index])
            until = time_at_end(heading.text)
            told = SharedDate(heading.cut(until, len(heading.text)), frozenset()) if until is not None else None
            heads.append((heading.end, told))
    ends = [*(start for start, _ in heads[1:]), sys.maxsize]
    return [
        replace(told, under=range(start, end))
        for (start, told), end in zip(heads, ends, strict=False)
        if told is not None
    ]


def with_shared_dates(drafts: Sequence[Draft], dates: Sequence[SharedDate]) -> None:
    """Gives each outcome that names no time of its own the one that is said of it."""
    for at, draft in enumerate(drafts if dates else (), start=1):
        if any(one.name == "by_when" for one in draft.fields) or any(says_by_when(one.text) for one in draft.passages):
            continue
        number = draft.number or str(at)
        start = draft.passages[0].start
        date = (
            next((one for one in dates if number in one.numbers), None)
            or next((one for one in dates if one.under is not None and start in one.under), None)
            or next((one for one in dates if not one.numbers and one.under is None), None)
        )
        if date is not None:
            draft.fields.append(Field("by_when", date.words))


def _date_in(sentence: Passage, *, bare: bool) -> SharedDate | None:
    """What a sentence says of all outcomes. "To be achieved by: July 2028" after one outcome is said of that one.

    `bare`: may it be said of all without a word of whom?
    """
    text = sentence.text.replace("\n", " ")
    standing = _STANDING.fullmatch(text.strip())
    said = standing and (standing["when"] or standing["until"] or standing["alone"])
    if said and names_time(said):
        start = text.index(said)
        return SharedDate(sentence.cut(start, start + len(said)), frozenset())
    match = _RUNS.match(text)
    if match is None:
        return None
    of_all = match["some"] or match["all"] or match["said"] or match["every"] or _OTHERWISE.search(text, match.end())
    if not of_all and not bare:
        return None
    clauses = [*(one.start() for one in _CLAUSE.finditer(sentence.text, match.end())), len(sentence.text)]
    end = next((end for end in clauses[:2] if names_time(sentence.text[match.end() : end])), None)
    if end is None:
        return None
    words = sentence.cut(0, len(sentence.text[:end].rstrip()))
    return SharedDate(words, _numbers(match["some"]) if match["some"] else frozenset())


def date_of_column(layout: Layout, rows: Sequence[Row]) -> list[SharedDate]:
    """What the header over the outcomes says of all of them: "Outcome (by July 2030)".

    "By July 2028" in a column of its own is over their steps, where another is headed "Outcome".
    """
    texts = [layout.passage(layout.starts[one], layout.ends[one]) for cell in rows[0].cells for one in cell.stretches]
    texts = [one for one in texts if "outcome" in one.text.lower()] or texts
    found = ((one, _HEADED.fullmatch(one.text.strip())) for one in texts)
    return [SharedDate(one, frozenset()) for one, match in found if match and names_time(match["when"])]


def _numbers(text: str) -> frozenset[str]:
    numbers = {int(one) for one in _NUMBERS.findall(text)}
    for one, other in _RANGE.findall(text):
        numbers.update(range(int(one), int(other) + 1))
    return frozenset(map(str, numbers))
