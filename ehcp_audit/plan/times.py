"""Times by which outcomes are to be met, in the few words of a label or of a sentence over them all."""

from __future__ import annotations

import re

from ehcp_audit.months import SHORTENED
from ehcp_audit.rare import rarely

_MONTH = (
    rf"(?:{SHORTENED}|"
    r"spring|summer|autumn|winter|easter|christmas|whitsun|half[- ]term)"
)
_COUNT = r"(?:\d{1,2}|an?|one|two|three|four|five|six|nine|twelve|eighteen|next|this)"
_SCHOOL = r"reception|nursery|early years|post-?16|sixth form|(?:primary|secondary|infant|junior|middle|first) school"
_OF_A_LEVEL = r"(?![-\s](?:old|level|standard|text|book|passage|expectation|curriculum|pupil|peer)s?\b)"
"""After a year or an age that says how well, and not when: "an 8-year level", "a Year 3 text"."""
_TIME = re.compile(
    r"\b(?:"
    + _MONTH
    + r"(?:\sterm)?,?\s(?:of\s)?(?:20)?\d{2}(?:\d{2})?|\d{1,2}/\d{1,2}/(?:20)?\d{2}|\d{1,2}/20\d{2}|20\d{2}|"
    r"year\s(?:group\s)?(?:\d{1,2}|r)\b"
    + _OF_A_LEVEL
    + r"|(?:reception|nursery)\b(?!\s(?:day|session|class|room|week|staff|group)s?\b)|(?:ks|key stage)\s?[1-5]|"
    r"(?<!reading\s)(?<!spelling\s)(?<!language\s)(?<!number\s)age(?:d)?\s(?:of\s)?\d{1,2}|"
    + r"(?<!once\s)(?<!twice\s)(?<!times\s)(?<!hours\s)(?<!days\s)"
    + _COUNT
    + r"[- ](?:months?|years?)\b(?!\s(?:\d|apart\b))"
    + _OF_A_LEVEL
    + r"|"
    r"(?:school|academic|college|calendar) year|phase|early years|post-?16|sixth form|"
    r"(?:transfer|transition|move) to \w+|leav(?:es?|ing) (?:school|college|education)|"
    r"(?:primary|secondary|infant|junior|middle|first) (?:school|phase|education)|"
    r"next (?:annual )?review|end of (?:this|the|my) (?:plan|course|placement|programme))\b",
    re.IGNORECASE,
)
_BY = rarely(
    r"\b(?:by|before|within|in|at(?! least| most)|until|when|after)\b(?=(?P<rest>[^.;:]{0,50}))",
    re.IGNORECASE,
)
_NEAR = 30  # characters from "in" or "at" to the time: "in sound and hold an offer for a post-16 course" says none


def names_time(text: str) -> bool:
    """Do the words name a time: "July 2028", "the end of Key Stage 2", "12 months"?"""
    return _TIME.search(text) is not None


def time_follows(text: str, start: int) -> bool:
    """Do the words from there on name a time before anything else: "the end of July 2028", not "friends by 2028"?"""
    lead = _LEADS_TO_TIME.match(text, start)
    return lead is not None and _TIME.match(text, lead.end()) is not None


_LEADS_TO_TIME = rarely(
    r"\W{0,4}(?:(?:the|end|close|start|beginning|last|school|day|week|time|he|she|they|i|of|on|in|his|her|their|my|"
    r"our|each|or|before|annual|[a-z]{3,6}day|\d{1,2}(?:st|nd|rd|th)?)\W{1,3}){0,7}",
    re.IGNORECASE,
)


def says_by_when(text: str) -> bool:
    """Does an outcome say by when: "By July 2028 ...", "... at the end of Year 6"?"""
    return any(
        _time_after(one) and not _RATE.match(one["rest"]) and not _PLACE.match(text, one.start())
        for one in _BY.finditer(text)
    )


def _time_after(by: re.Match[str]) -> bool:
    """Does a time follow: after "in" or "at" close by, and none that may be a place ("in a kitchen or nursery")?"""
    if by.group()[:2].lower() not in ("in", "at"):
        return any(not _is_start(by, one.start()) for one in _TIME.finditer(by["rest"]))
    near = by["rest"][:_NEAR].partition("(")[0]  # "in a half term (July 2027: four)"
    if _LEVEL.match(near):
        return False
    times = (one for one in _TIME.finditer(near) if not _is_start(by, one.start()))
    return any(_A_PLACE.fullmatch(one.group()) is None for one in times) or _END.search(near) is not None


def _is_start(by: re.Match[str], at: int) -> bool:
    """Is the time in the words after "by" or "in" the one from which something is so: "no fight from May 2027"?"""
    before = by.string[max(0, by.end() + at - _NEAR) : by.end() + at]
    return _START.search(before) is not None


_START = rarely(
    r"\b(?:from|since|start(?:s|ing)?|begin(?:s|ning)?|commenc(?:es|ing))(?:\s(?!to\b|until\b|till\b|by\b)\w+){0,4}\s$",
    re.IGNORECASE,
)
_LEVEL = rarely(r"\s(?:the |a |an )?(?:level|standard|age) of\b", re.IGNORECASE)  # "at the level of 10 years"
_A_PLACE = rarely(_SCHOOL, re.IGNORECASE)
_END = rarely(r"\bend of (?:the |her |his |their |my )?(?:" + _SCHOOL + ")", re.IGNORECASE)


def time_in(text: str) -> tuple[int, int] | None:
    """Where the words stand that say by when an outcome is to be met: "By the end of Reception (16 July 2027)".

    "In Year 3", before "by July 2028", is when something else was.
    """
    found: list[tuple[int, int]] = []
    for one in _BY.finditer(text):
        time = _TIME.search(text, one.end(), one.end() + 60)
        if time is not None and says_by_when(text[one.start() : time.end()]):
            bracket = _BRACKET.match(text, time.end())
            found.append((one.start(), bracket.end() if bracket else time.end()))
    surest = (span for span in found if text[span[0] :][:2].lower() in ("by", "be"))
    return next(surest, found[0] if found else None)


_BRACKET = rarely(r"\s?\([^()]{3,30}\)")


def says_same_time(text: str) -> bool:
    """Does an outcome point at the time of the one before it: "By the same date she will", "By then he will"?"""
    return _SAME.match(text) is not None


_SAME = re.compile(
    r"\W{0,3}(?:(?:\(\w+\)|\d{1,2}[.)])\s)?(?:by|on|at) (?:(?:the|this|that) same (?:date|day|time|point)|then\b|"
    r"(?:that|this) (?:date|day|time|point))\b",
    re.IGNORECASE,
)


def time_at_end(heading: str) -> int | None:
    """Where the time begins that a few words over outcomes end in: "Good health – to be reached by July 2027"."""
    match = _AT_END.search(heading)
    if match is None or _PROMISED.search(match["when"]) is not None:
        return None  # "Health: By July 2027 Sam will read ten words" is the outcome
    return match.start("when") if names_time(match["when"]) else None


_PROMISED = rarely(r"\b(?:will|shall|can|could|able to)\b|['’]ll\b", re.IGNORECASE)

_AT_END = re.compile(
    r"[\s,:(–—-]{2,4}(?:(?:long[- ]term )?outcomes? )?"
    r"(?P<when>(?:(?:are |is )?to be (?:met|achieved|reached|attained|completed) )?(?:by|for|until|to(?= the end\b))\b"
    r"[^()]{3,60}(?:\([^()]{3,20}\))?)\)?\.?$",
    re.IGNORECASE,
)
_RATE = rarely(r"\san?\s(?:(?:whole|full|school|academic|calendar)\s)?(?:month|year)\b")  # "no fight in a school year"
_PLACE = rarely(r"(?:in|at|within)\s(?:the\s|her\s|his\s|their\s|my\s)?(?:" + _SCHOOL + r")\b", re.IGNORECASE)
"""Where and not when: "at nursery and at home", "in the sixth form"."""
