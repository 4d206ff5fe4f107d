"""Sentences over the outcomes that say by when for all or some of them: "E1 to E6 run to the end of Key Stage 4"."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ehcp_audit.model import Field, Passage
from ehcp_audit.plan.drafts import Draft
from ehcp_audit.plan.item_words import is_date_alone
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.lines import PROMISES, joined_lines
from ehcp_audit.plan.over_all import is_label_over_all, is_over_all
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.plan.times import names_time, says_by_when, says_same_time, time_at_end, time_follows, time_in
from ehcp_audit.plan.vocabulary import area_of
from ehcp_audit.rare import rarely

_MET = r"(?:met|achieved|reached|attained|completed|accomplished|fulfilled)"
_SOME = re.compile(  # E1 to E6 run to the end of Key Stage 4
    r"\s{0,3}(?:unless [^,.;]{3,60},\s)?(?:outcomes?\s)?E?\.?\s?\d{1,2}(?:\s?(?:,|and|&|to|-|–)\s?E?\.?\s?\d{1,2}){1,8}"
    r"\s(?=(?:all\s|each\s)?(?:runs?|lasts?|goes|go|appl(?:y|ies)|is|are|stands?|looks?|should|will|shall|must|have)\b)",
    re.IGNORECASE,
)
_HEADED = rarely(
    r"(?:(?:\w{1,15}\s){0,3}outcomes?\b\W{0,3})?(?:to be (?:met|achieved|reached)\s)?(?P<when>by\s[^()]{3,40}"
    r"(?:\([^()]{3,20}\))?)\)?(?:,? and (?:on|along) the way)?",
    re.IGNORECASE,
)
_STANDING = re.compile(  # "By the end of Key Stage 2, July 2028, except where stated."; "To the end of Year 2."
    r"(?P<when>(?:by|to) [^.;]{3,60}?),? (?:(?:except|unless)(?: where)?|"
    r"with (?:points|steps|targets|stages|markers|milestones|short)) [^.;]{3,40}[.:]?|"
    r"unless (?:[a-z]+ ){0,4}(?:otherwise|differently|another|different)(?: (?:date|time))?[a-z ]{0,20}, "
    r"(?:(?:the date|it|each|this|all|they) (?:is|are|falls) (?:to be " + _MET + r" )?)?(?P<unless>[^.;:,]{3,40}"
    r"(?:, (?:in |that is,? )?[a-z]{3,9} 20\d\d)?)[.:]?|"
    r"(?P<until>(?:to|until|up to) (?:the end of |july |august |summer )[^.;:]{1,40})[.:]?|"
    r"(?P<alone>(?:(?:by|for|at) )?(?:the )?end of (?!.*\b(?:will|can|he|she|they|with)\b)[^.,;:]{3,50}"
    r"(?:, [a-z]{3,9} 20\d\d)?)[.:]?",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s{0,3}(?:to|should|must) be (?:all )?" + _MET + r" by\b", re.IGNORECASE)
_CLAUSE = rarely(r"[,;.]|\bunless\b|\bexcept\b|\band (?:the )?(?:short|are|is|will)\b", re.IGNORECASE)
_OF_SOMETHING_ELSE = rarely(  # when they were written, begin or are looked at, and when their steps are due
    r"\b(?:review\w*|looked at|check\w*|monitor\w*|measur\w*|consider\w*|discuss\w*|agreed(?! for)|set out|"
    r"wr(?:ote|itten)(?! for| to)|provision|support|assess\w*|steps|targets|milestones|"
    r"drafted|amended|updated|revised|looked|meetings?|talked|since|begins?|starts?|takes? effect|comes? from|"
    r"(?<!what )follows?|replaces?|based|carr(?:y|ies) over|from\b(?![^,;]{0,60}\b(?:to|until)\b)|"
    r"(?:was|were|(?<!to )(?<!will )(?:have|has) (?:been|run))\b(?![^,;]{0,60}\b(?:for|until|to be)\b)|"
    r"(?:short|interim|smaller|medium|nearer|yearly|first)\b)",
    re.IGNORECASE,
)
_NUMBERS = rarely(r"\d{1,2}")
_RANGE = rarely(r"(\d{1,2})\s?(?:to|-|–)\s?E?\.?\s?(\d{1,2})", re.IGNORECASE)
_BEGINS = rarely(r"(?:by|before|at the end|when|within)\b", re.IGNORECASE)
_LONGEST = 500


class SharedDate(NamedTuple):
    """When outcomes are to be met, and the numbers of those it is said of; none where it is said of all."""

    words: Passage
    numbers: frozenset[str]
    under: range | None = None  # the characters of the plan under the heading that says it; None: not said by area


def shared_dates(layout: Layout, stretches: Sequence[int]) -> tuple[list[SharedDate], set[int]]:
    """What the paragraphs over outcomes say of all of them; and the stretches of the paragraphs that say it."""
    found: list[SharedDate] = []
    told: set[int] = set()
    runs = joined_lines(layout, stretches)
    texts = [layout.stretches[first].text for first, _ in runs]
    bare = sum(_is_bare(text) or is_label_over_all(text) for text in texts)
    for first, last in runs:
        passage = layout.passage(layout.starts[first], layout.ends[last])
        if len(passage.text) > _LONGEST or (layout.stretches[first].marker and not _numbered_over_all(passage)):
            continue
        spans = sentence_spans(passage.text.replace("\n", " "))
        opening = bare == 1 and (len(spans) == 1 or first == runs[0][0])
        said = [_date_in(passage.cut(*span), bare=opening and at == 0) for at, span in enumerate(spans)]
        dates = [date for date in (*said, *_of_then(passage, spans)) if date is not None]
        if first == runs[0][0] and (of_all := _over_the_first(passage, spans, texts)) is not None:
            found.append(of_all)
            told.update(range(first, last + 1))
            continue
        alone = [_is_alone(passage.text[slice(*span)]) for span in spans]
        if any(alone) and any(map(_promises_of_somebody, (passage.text[slice(*span)] for span in spans))):
            continue  # "By the end of Year 6. Rowan will read 40 words."
        begins = (span for span in spans if _BEGINS.match(passage.text, span[0]))
        if first == runs[-1][0] and passage.text.endswith(":") and _BEGINS.match(passage.text):
            found.extend(dates or _of_lead(passage))  # "By July 2028, when she leaves, Ana will:", over a table
            continue
        if dates and all(_STANDING.fullmatch(passage.text[slice(*span)].strip()) for span in begins):
            found.extend(dates)
            told.update(range(first, last + 1))
    return found, told


def _over_the_first(passage: Passage, spans: Sequence[tuple[int, int]], texts: Sequence[str]) -> SharedDate | None:
    """What the first paragraph says in a sentence of its own, where no outcome begins in it and none after it says by
    when: "By 19 July 2029, the end of Year 6. Steps are by 16 July 2027, set each term by the SENCO.".
    """
    lead, *more = (passage.text[slice(*span)].strip() for span in spans)
    if not is_date_alone(lead) or len(texts) < _FEWEST_BELOW or any(map(_promises_of_somebody, more)):
        return None
    below = texts[1:]
    if any(_BEGINS.match(one) or is_date_alone(one) for one in below) or not any(map(PROMISES.search, below)):
        return None
    return SharedDate(passage.cut(*spans[0]), frozenset())


_FEWEST_BELOW = 3  # paragraphs in all: a date over two outcomes at the least


def _of_then(passage: Passage, spans: Sequence[tuple[int, int]]) -> Iterator[SharedDate]:
    """ "I leave school in July 2028. I want all of these to be true by then."."""
    for (before, end), (start, last) in pairwise(spans):
        if _BY_THEN.search(passage.text, start, last) and names_time(passage.text[before:end]):
            yield SharedDate(passage.cut(before, end), frozenset())


_BY_THEN = rarely(
    r"\b(?:these|they|them|those|all|each|everything|this|outcomes?|goals?)\b[^.;]{0,60}\bby then\b", re.IGNORECASE
)


def _numbered_over_all(passage: Passage) -> bool:
    """Does a paragraph with a number of its own speak of all outcomes: "E.0 The outcomes are for July 2028"?"""
    text = _OWN_NUMBER.sub("", passage.text.replace("\n", " "), count=1)
    return all(is_over_all(text[start:end]) for start, end in sentence_spans(text)[:1])


_OWN_NUMBER = rarely(r"\W{0,2}(?:[A-K]\.?)?\d{1,2}(?:\.\d{1,2})?[.):]?\s{1,4}")


def dates_elsewhere(layout: Layout, owners: Sequence[str | None]) -> list[SharedDate]:
    """What sentences outside section E say of all outcomes, with a year in it: "Outcomes are for July 2028, the end of
    Year 8", over needs, outcomes and provision that stand by areas. In "Outcomes are in section E, and Ana leaves in
    July 2028" the time is of something else.
    """
    found: list[SharedDate] = []
    for index, stretch in enumerate(layout.stretches):
        if owners[index] == "E" or "outcome" not in stretch.text.lower() or len(stretch.text) > _LONGEST:
            continue
        passage = layout.passage(layout.starts[index], layout.ends[index])
        for span in sentence_spans(stretch.text.replace("\n", " ")):
            sentence = passage.cut(*span)
            if "outcome" in sentence.text.lower() and _YEAR.search(sentence.text):
                date = _date_in(sentence, bare=False)
                if date is not None and not date.numbers and _OF_THE_SAME.search(_CLAUSE.split(date.words.text)[-1]):
                    found.append(date)
    return found


_OF_THE_SAME = rarely(r"^\s{0,2}(?:by|for|to|until|at)\b|outcome", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\b|\b(?:Year|Key Stage|KS) ?\d")


def _promises_of_somebody(sentence: str) -> bool:
    """Does a sentence say what will be, and not of the school, steps or reviews: "The nursery will set small steps"?"""
    return PROMISES.search(sentence) is not None and _OF_THE_SCHOOL.match(sentence) is None


_OF_THE_SCHOOL = rarely(r"\W{0,3}(?:The|Staff|School|Steps|Small|Progress|Parents|Each|All|Targets|These|Teachers)\b")


def _of_lead(passage: Passage) -> list[SharedDate]:
    return [SharedDate(passage, frozenset())] if names_time(passage.text) else []


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
    mark = len(told.group()) - len(told.group().lstrip(".:;,–— -"))
    return [SharedDate(heading.cut(told.start() + mark, told.end()), frozenset())]


_IN_A_HEADING = rarely(
    r"(?:\b(?:by|for|until|to be (?:met|achieved|reached) by)\s|[.:;,–—-]\s(?=(?:the )?end of\b))(?:the\s)?"
    r"[^()\n]{3,60}(?:\([^()\n]{3,30}\))?(?:,? (?:unless|except) [^.\n]{3,60})?\)?\.?$",  # "(by July 2028)"
    re.IGNORECASE,
)


def dates_of_areas(layout: Layout) -> list[SharedDate]:
    """The times that the headings of areas, or a few words before a time in brackets, name for the outcomes under
    them: "Employment – by July 2028", "Within school (to the end of Year 11)".
    """
    heads: list[tuple[int, SharedDate | None]] = []
    for index, stretch in enumerate(layout.stretches):
        row = layout.rows[index]
        if row is not None and len(row.cells) > 1:
            continue
        if area_of(stretch.text) or ("(" in stretch.text and _WITH_TIME.fullmatch(stretch.text)):
            heading = layout.passage(layout.starts[index], layout.ends[index])
            until = time_at_end(heading.text)
            told = SharedDate(heading.cut(until, len(heading.text)), frozenset()) if until is not None else None
            heads.append((heading.end, told))
    ends = [*(start for start, _ in heads[1:]), sys.maxsize]
    return [
        told._replace(under=range(start, end))
        for (start, told), end in zip(heads, ends, strict=False)
        if told is not None
    ]


_WITH_TIME = rarely(r"\s{0,2}[A-Z][\w ,’'&/-]{2,60}\s\((?:to|by|until|for)\s[^()\n]{3,50}\)\s{0,2}")


def with_days_under_by(drafts: Sequence[Draft]) -> None:
    """Of outcomes "By: July 2028" says by when; the same label says who gives what provision."""
    for draft in drafts:
        draft.fields = [
            one._replace(name="by_when") if one.name == "who" and is_date_alone(one.passage.text) else one
            for one in draft.fields
        ]


def with_same_dates(drafts: Sequence[Draft]) -> None:
    """Gives each outcome that points at the time of the one before it those words: "By the same date she will ..."."""
    for before, draft in pairwise(drafts):
        if not says_same_time(draft.passages[0].text) or any(says_by_when(one.text) for one in draft.passages):
            continue
        told = next((one for one in before.fields if one.name == "by_when"), None)
        spans = ((passage, time_in(passage.text)) for passage in before.passages)
        words = next((passage.cut(*span) for passage, span in spans if span is not None), None)
        if told is not None or words is not None:
            draft.fields.append(told or Field("by_when", words or before.passages[0]))


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
    said = standing and (standing["when"] or standing["until"] or standing["alone"] or standing["unless"])
    if said and names_time(said):
        start = text.index(said)
        return SharedDate(sentence.cut(start, start + len(said)), frozenset())
    some = _SOME.match(text)
    over_all = is_over_all(text) and (bare or not is_label_over_all(text))
    if not (some or over_all or (bare and _is_bare(text))):
        return None
    begins = [0, *(one.end() for one in _CLAUSE.finditer(text))]
    ends = [*(one.start() for one in _CLAUSE.finditer(text)), len(text)]
    for start, end in zip(begins, ends, strict=True):
        if names_time(text[start:end]) and not _OF_SOMETHING_ELSE.search(text[start:end]):
            words = sentence.cut(0, len(sentence.text[:end].rstrip()))
            return SharedDate(words, _numbers(some.group()) if some else frozenset())
    return None


def _is_bare(text: str) -> bool:
    """Does it say by when without a word of what: "To be met by July 2028", and not "To be met by friends ..."?"""
    said = _BARE.match(text)
    return said is not None and time_follows(text, said.end())


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
