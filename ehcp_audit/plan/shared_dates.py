"""Sentences over the outcomes that say by when for all or some of them: "E1 to E6 run to the end of Key Stage 4"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ehcp_audit.model import Field, Passage
from ehcp_audit.plan.drafts import Draft
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.lines import joined_lines
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.plan.times import names_time, says_by_when

_SOME = r"(?:outcomes?\s)?E?\.?\s?\d{1,2}(?:\s?(?:,|and|&|to|-|–)\s?E?\.?\s?\d{1,2}){1,8}"
_OF = r"(?:of\s)?(?:(?:the|these|those|his|her|their|my|\w{2,20}['’]s)\s)?"
_ALL = (
    r"(?:(?:all|each|every one|the|these|those|both)\s"
    + _OF
    + r"(?:\w{3,12}\s)?outcomes?(?:\sin this (?:plan|section)|"
    r"\sbelow|\sin section e)?|\w{2,20}['’]s outcomes|outcomes|these|they|all|each(?: one)?|every one|"
    r"(?:all\s|the\s)?long(?:er)?(?:[- ]term)?\s(?:outcomes|ones|aims|goals))"
)
_RUN = (
    r"(?:all\s|each\s)?(?:runs?|lasts?|goes|go|applies|apply|is|are|stands?|looks?\s(?:ahead|forward))(?:\sall)?"
    r"(?:\sset|\smeant|\swritten|\sintended|\sexpected|\sto\sbe\s(?:met|achieved|reached)|\sdue)?"
    r"\s(?:for|to|until|till|by|up to|as far as)\b"
    r"|(?:should|will|are\sto|is\sto|must)\sbe\s(?:met|achieved|reached)\sby\b"
)
_RUNS = re.compile(
    r"\s{0,3}(?:(?:(?P<some>" + _SOME + r")|(?P<all>" + _ALL + r"))\s(?:" + _RUN + r")|"
    r"(?:all )?to be (?:met|achieved|reached) by\b)",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"(?:(?:\w{1,15}\s){0,3}outcomes?\b\W{0,3})?(?:to be (?:met|achieved|reached)\s)?(?P<when>by\s[^()]{3,40})\)?",
    re.IGNORECASE,
)
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


def shared_dates(layout: Layout, stretches: Sequence[int]) -> tuple[list[SharedDate], set[int]]:
    """What the paragraphs over outcomes say of all of them; and the stretches of the paragraphs that say it."""
    found: list[SharedDate] = []
    told: set[int] = set()
    for first, last in joined_lines(layout, stretches):
        passage = layout.passage(layout.starts[first], layout.ends[last])
        if len(passage.text) > _LONGEST or layout.stretches[first].marker:
            continue
        spans = sentence_spans(passage.text.replace("\n", " "))
        dates = [date for span in spans if (date := _date_in(passage.cut(*span), len(spans) == 1)) is not None]
        if dates and not any(_BEGINS.match(passage.text, start) for start, _ in spans):
            found.extend(dates)
            told.update(range(first, last + 1))
    return found, told


def with_shared_dates(drafts: Sequence[Draft], dates: Sequence[SharedDate]) -> None:
    """Gives each outcome that names no time of its own the one that is said of it."""
    for at, draft in enumerate(drafts if dates else (), start=1):
        if any(one.name == "by_when" for one in draft.fields) or any(says_by_when(one.text) for one in draft.passages):
            continue
        number = draft.number or str(at)
        date = next((one for one in dates if number in one.numbers), None)
        date = date or next((one for one in dates if not one.numbers), None)
        if date is not None:
            draft.fields.append(Field("by_when", date.words))


def _date_in(sentence: Passage, alone: bool) -> SharedDate | None:
    """What a sentence says of all outcomes. "To be achieved by: July 2028" after one outcome is said of that one."""
    match = _RUNS.match(sentence.text)
    if match is None or not (match["some"] or match["all"] or alone):
        return None
    clauses = [*(one.start() for one in _CLAUSE.finditer(sentence.text, match.end())), len(sentence.text)]
    end = next((end for end in clauses[:2] if names_time(sentence.text[match.end() : end])), None)
    if end is None:
        return None
    words = sentence.cut(0, len(sentence.text[:end].rstrip()))
    return SharedDate(words, _numbers(match["some"]) if match["some"] else frozenset())


def date_of_column(layout: Layout, rows: Sequence[Row]) -> list[SharedDate]:
    """What the header over the outcomes says of all of them: "Outcome (by July 2030)"."""
    texts = [layout.passage(layout.starts[one], layout.ends[one]) for cell in rows[0].cells for one in cell.stretches]
    found = ((one, _HEADED.fullmatch(one.text.strip())) for one in texts)
    return [SharedDate(one, frozenset()) for one, match in found if match and names_time(match["when"])]


def _numbers(text: str) -> frozenset[str]:
    numbers = {int(one) for one in _NUMBERS.findall(text)}
    for one, other in _RANGE.findall(text):
        numbers.update(range(int(one), int(other) + 1))
    return frozenset(map(str, numbers))
