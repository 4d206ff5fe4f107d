"""The plan's own history in running words: which day of a text is that of the request, the draft, the review?

A day belongs to the words before it ("the draft was sent on 3 May 2026"), to the words after it where it opens its part
of the sentence ("On 3 May 2026 the draft was sent", "3 May 2026: draft sent"), or to both ("decided on 3 May 2026 to
make a plan"). Where these words tell of nothing that is known, the day is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ehcp_audit.language.dates import NUMBER_OF_MONTH, DateFound
from ehcp_audit.plan.events import DONE, Event, events_in, is_to_come, to_come
from ehcp_audit.rare import rarely

_TO_BE = ("review", "review_due", "issue_due", "answer_due")
_LOOK_BACK = 160  # characters before a day, or after it, that may say what it is


class ToldDay(NamedTuple):
    """What a day is the day of, the words that say so, and where the day stands. `weak` is said of a plan that was
    "prepared" or "written": such a day counts where no other does.
    """

    kind: str
    words: str
    start: int
    end: int
    weak: bool = False


@dataclass(slots=True)
class _Told:
    """What the text has told so far: up to where its words are used, of what last, and of what in this part."""

    used: int = 0
    last: str | None = None
    subject: str | None = None
    part: int = -1


class _Anchor(NamedTuple):
    start: int
    end: int
    value: date | None


_PAPERS = ("drafted", "issued", "amended")
_REVIEWS = ("review", "reviewed")
_ONE_MORE = rarely(
    r" ?(?:[,;&]|[,;]? (?:and|then|and then))(?:,? (?:again|last|lastly|most recently|finally)\b)?,?(?: on)? ?",
    re.IGNORECASE,
)
_IT = rarely(r"\W*(?:it|this|which)\b", re.IGNORECASE)
_NO_YEAR = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{'|'.join(NUMBER_OF_MONTH)})\b", re.IGNORECASE)
_PARTS = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bNo)\.\s+(?=[\"'“‘(]?[A-Z0-9])|[;|·•\n\t]|\.$")
_SOFT = re.compile(
    r",\s+(?:and |but |then )?|\s(?:and|but|then|so|while|who|which|when|after|before|following|having|because)\s"
)
_NAME_OF_PLAN = re.compile(r"education,? health (?:and|&) care", re.IGNORECASE)
_OPENS = re.compile(
    r"\W*(?:\b(?:and|then|but|on|the|dated|week|w/c|when|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}[.)]|"
    r"[a-z]\)|dates?|timeline|history|process|timetable|stages?)\b\W*)*",
    re.IGNORECASE,
)
_SMALL = rarely(
    r"(?:and|but|then|again|was|were|is|are|has|have|had|been|being|it|that|of|on|to|in|by|the|an?|with|from|for|at|their|"
    r"his|her|my|our|dated?|sent|(?:re-?)?issued|made|given|served|posted|shared|received|finali[sz]ed|finished|"
    r"completed|taken|reached|logged|out|them|him|us|you|both|all|famil(?:y|ies)|parents?|carers?|mother|father|mum|dad|"
    r"grandmother|grandfather|school|college|nursery|council|authority|local|integrated|care|board|team|young|person|"
    r"child|pupil|student|setting|email|post|formally|mr|mrs|ms|miss|dr|head|teacher|senco|sendco|gp|health|visitor|"
    r"virtual|la|icb|lea)(?:['’]s?)?",
    re.IGNORECASE,
)
"""Words of a clause that add nothing to what it is about: who sent it, to whom and how."""
_WORD = re.compile(r"[\w'’-]+")
_BORN = re.compile(r"\b(?:born|birth|DOB|d\.o\.b\.?)\W{0,3}(?:on )?$", re.IGNORECASE)
_OPEN_DECISION = rarely(
    r"\b(?P<decided>decided|resolved|determined|agreed|concluded)\b[^,;]{0,30}$|"
    r"\b(?:wrote|told|notified|informed|said)\b[^,;]{0,60}$",
    re.IGNORECASE,
)
_DECIDES = rarely(r"\b(?:decided|resolved|determined|agreed|concluded|told|notified|informed)\b", re.IGNORECASE)
_OF_NEXT = rarely(  # 19 May 2025 (comments by 5 June 2025); of the two days the words are the second's
    r"\((?=[^()]*$)|[;,–-]\s?(?=[^;,()]*\b(?:by|due|until|before|no later than)\W*(?:the )?$)"
)
_UNTIL = re.compile(r"\b(?:have|has|had)\b[^.;,]{0,30}\b(?:until|till|up to)\W*(?:the end of\W*)?$", re.IGNORECASE)
_TO_DO = re.compile(r"\W*to\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\W{0,3}(?:to|that|whether|asking|of (?:its|their|our|the) decision)\b", re.IGNORECASE)
_AGREED = re.compile(r"\b(?:agreed|accepted|approved|said yes)\b(?: (?:it|this|to it))?\W*(?:\bon\W*)?$", re.IGNORECASE)
_RANGE = rarely(r"\b(?:between|from|since)\W*$", re.IGNORECASE)
_UNDONE = re.compile(
    r"\W{0,3}(?:(?:had been|has been|was|were|is) (?:refused|withdrawn|declined|rejected|put off|postponed|cancelled|"
    r"delayed|not)\b|did not\b)"
)
_PREPARED = rarely(r"\b(?:prepared|written|drawn up|produced)\b", re.IGNORECASE)
_DONE_TO = rarely(r"\b(?:again|sent|issued|finali[sz]ed|shared|served|posted|published|circulated)\b", re.IGNORECASE)
_OF_ANOTHER = rarely(
    r"\b(?!(?:plan|ehcp|it|this|that|which|document|assessment|reviews?|draft|version|final|request|notice|amendments?|"
    r"changes|what|proposals?|they|also|then|and)\b)(?P<subject>\w+) (?:was|were|has been|have been|is) "
    r"(?:last |first |also |then |next )?(?:reviewed|requested|issued|finali[sz]ed|amended|made)\b",
    re.IGNORECASE,
)


def told_days(text: str, dates: Sequence[DateFound]) -> Iterator[ToldDay]:
    """The days of a text that are the plan's own, in order, each with what it is the day of; `dates` are all in it."""
    if not dates:
        return
    anchors = _anchors(text, dates)
    if not any(one.value for one in anchors):
        return
    edges = [0, *(match.end() for match in _PARTS.finditer(text) if not _inside(match.start(), anchors))]
    told = _Told()
    for number, anchor in enumerate(anchors):
        at = bisect_right(edges, anchor.start) - 1
        part = edges[at]
        if part != told.part:
            told.part = part
            told.subject = _subject_of(text[edges[at - 1] : part]) if at and _IT.match(text, part) else None
        begin = max(part, told.used, anchor.start - _LOOK_BACK)
        after = next((edge for edge in edges if edge > anchor.end), len(text))
        following = anchors[number + 1].start if number + 1 < len(anchors) else len(text)
        before, then = text[begin : anchor.start], text[anchor.end : min(after, following, anchor.end + _LOOK_BACK)]
        if following < len(text) and (own := _OF_NEXT.search(then)):
            then = then[: own.start()]
        between, told.used = text[told.used : anchor.start], anchor.end
        found = _opening(text[part : anchor.start], before, then, told) if _OPENS.fullmatch(before) else None
        found = found or _closing(text[part : anchor.start], before, then, told) or _another_review(between, told)
        if found is None:
            continue
        kind, words, weak = found
        if kind in DONE or kind in _TO_BE:
            told.last = kind
            if anchor.value is not None:
                yield ToldDay(kind, words, anchor.start, anchor.end, weak)


def _anchors(text: str, dates: Sequence[DateFound]) -> list[_Anchor]:
    """The days of a text; a day that has no year, or that does not exist, has no value."""
    days = [_Anchor(one.start, one.end, one.value if one.precision == "day" else None) for one in dates]
    for match in _NO_YEAR.finditer(text):
        if not _inside(match.start(), days):
            days.append(_Anchor(match.start(), match.end(), None))
    return sorted(days)


def _inside(place: int, anchors: list[_Anchor]) -> bool:
    return any(one.start <= place < one.end for one in anchors)


def _fragments(words: str) -> list[int]:
    """Where the parts of a clause begin, at its commas and joining words."""
    names = [match.span() for match in _NAME_OF_PLAN.finditer(words)]
    cuts = [
        match.end()
        for match in _SOFT.finditer(words)
        if match.start() > 1 and not any(a <= match.start() < b for a, b in names)
    ]
    return [0, *cuts]


def _opening(sentence: str, before: str, then: str, told: _Told) -> tuple[str, str, bool] | None:
    """What a day that opens its part of the sentence is the day of, by the words after it."""
    starts = _fragments(then)
    first = then[: starts[1]] if len(starts) > 1 else then
    if _UNDONE.match(then) or _BORN.search(before):
        return None
    words = f"decided {first.strip()}" if _GOES_ON.match(first) and _DECIDES.search(sentence) else first
    events = [one for one in events_in(words) if one.kind != "plan"]
    if not events or _is_of_another(words, events[0]) or any(one.kind == "foreign" for one in events):
        return None
    kind = events[0].kind
    if is_to_come(first) or is_to_come(before):
        kind = to_come(kind)
    told.used += len(first)
    return kind, words, False


def _closing(sentence: str, before: str, then: str, told: _Told) -> tuple[str, str, bool] | None:
    """What a day is the day of by the words before it."""
    if _UNDONE.match(then):
        return None
    if _UNTIL.search(before) and _GOES_ON.match(then) and any(one.kind == "answer" for one in events_in(then)):
        return "answer_due", before + then, False
    open_decision = _OPEN_DECISION.search(before) if _GOES_ON.match(then) else None
    if open_decision is not None:
        starts = _fragments(then)
        rest = then[: starts[1]] if len(starts) > 1 else then
        verb = "decided " if open_decision["decided"] else "wrote "
        events = [one for one in events_in(verb + rest.strip()) if one.kind != "plan"]
        if events:
            told.used += len(rest)
            return events[0].kind, before + rest, False
    starts = _fragments(before)
    for number in range(len(starts) - 1, -1, -1):
        end = starts[number + 1] if number + 1 < len(starts) else len(before)
        fragment, words = before[starts[number] : end], before[starts[number] :]
        if _AGREED.search(words) and told.last == "requested" and not _is_of_plan(fragment):
            return "assess_decided", words, False
        if _TO_DO.match(fragment) and _DECIDES.search(sentence):
            fragment = f"decided {fragment.strip()}"  # "agreed on 3 May to assess and to make a plan on 9 August"
        spoken = events_in(fragment)
        if spoken:
            return _of_events(spoken, fragment, words, told)
        if not all(word[:1].isupper() or _SMALL.fullmatch(word) for word in _WORD.findall(fragment)):
            return None
    if told.subject is not None and _DONE_TO.search(before):
        return told.subject, before, False
    return None


def _another_review(between: str, told: _Told) -> tuple[str, str, bool] | None:
    """The next day of a list of reviews: "Reviews were held on 3 May 2024, 2 May 2025 and 6 May 2026"."""
    return ("reviewed", between, False) if told.last in _REVIEWS and _ONE_MORE.fullmatch(between) else None


def _subject_of(sentence: str) -> str | None:
    """The paper that a sentence speaks of last, for the one after it: "This is a draft. It was sent on ..."."""
    spoken = [one.kind for one in events_in(sentence) if one.kind in _PAPERS]
    return spoken[-1] if spoken else None


def _is_of_another(words: str, event: Event) -> bool:
    """Is it something else that was reviewed, issued or made: "her attendance was reviewed"?"""
    return any(match.start() < event.start < match.end() <= event.end for match in _OF_ANOTHER.finditer(words))


def _is_of_plan(fragment: str) -> bool:
    return any(one.kind in ("assess_decided", "plan_decided", "plan") for one in events_in(fragment))


def _of_events(events: tuple[Event, ...], fragment: str, words: str, told: _Told) -> tuple[str, str, bool] | None:
    """The event of a fragment that stands nearest to the day after it."""
    if any(one.kind == "foreign" for one in events) or _is_of_another(fragment, events[-1]):
        return None
    kind = next((one.kind for one in reversed(events) if one.kind != "plan"), "plan")
    prepared = _PREPARED.search(words) is not None and _DONE_TO.search(words) is None
    if kind == "plan" or (prepared and kind in ("drafted", "issued")):
        kind = "issued" if kind == "plan" else kind
        told.subject = kind
        return (kind, words, True) if prepared and not _RANGE.search(words) else None
    told.subject = kind if kind in _PAPERS else None
    if is_to_come(words):
        return to_come(kind), words, False
    if _RANGE.search(words) and kind != "first_issued":
        return None
    return kind, words, False
