"""A line that says only from when until when all of the provision runs: "My help starts on 5 October 2026"."""

from __future__ import annotations

import re

from ehcp_audit.months import NAMED
from ehcp_audit.rare import rarely

_OPENS = rarely(
    r"\b(?:starts?|begins?|runs?|lasts?|appl(?:y|ies)|continues?|go(?:es)? on|in place|stands?|from)\b", re.IGNORECASE
)
_LONGEST = 300  # characters

_OF_WHOM = r"(?:my|his|her|their|our|your|the|this|these|that|[A-Z][\w’'-]{0,30}['’]s?)"
_PLACED = (
    r"(?: (?:that )?(?:I|he|she|they|[A-Z][\w’'-]{0,30}) (?:gets?|has|have|receives?)| (?:that is |which is )?"
    r"(?:(?:set out|written|described|listed|told|promised) )?(?:here|below|above|in (?:this|the) "
    r"(?:section|part|table|plan)|in section [FGH]\d?))?"
)
_SUBJECT = (
    rf"(?:(?:all|each|every one|everything|both) (?:of )?)?(?:{_OF_WHOM} )?"
    r"(?:(?:special educational|extra|additional|special|whole|full) )?"
    rf"(?:help|support|provision|package|arrangements|lines?|rows?|hours|amounts){_PLACED}|"
    rf"(?:all|everything|what)(?: (?:that )?(?:is|I (?:get|have)|(?:he|she) (?:gets|has)))?{_PLACED}|"
    r"(?:all (?:of )?)?(?:it|this|these|them)(?: all)?"
)
_TIME = (  # every word that such a line may hold: none for what is done, for how much of it nor for how often
    rf"{NAMED}|\d{{1,4}}(?:st|nd|rd|th)?|one|two|three|four|six|twelve|thirty[- ](?:six|eight|nine)|"
    r"(?:each|every)(?! (?:half[- ])?(?:term|week|month)\b)|(?:first|last|second|final|next) (?:full )?week|"
    r"on|from|at|in|until|till|to|through|throughout|for|during|over|across|of|by|and|then|both|the|a|an|my|his|her|"
    r"their|this|that|all|next|following|first|final|beginning|close|date|day (?:of|that)|"
    r"it|they|will|is|are|be|begins?|starts?|runs?|lasts?|continues?|appl(?:y|ies)|go(?:es)? on|stays?|ends?|in place|"
    r"years?|terms?|half-terms?|half|weeks['’]?|months|term[- ]time|school|college|nursery|academic|teaching|"
    r"calendar|autumn|spring|summer|holidays?|annual|early|interim|review|meeting|plan|Reception|Key Stage \d|"
    r"has|have|there|unless|otherwise|stated|said|says|changes?|changed|amended|(?:another|other) (?:period|date|time)|"
    r"due|named|issued|made|except|where|but|not|amounts are (?:the )?(?:amounts )?(?:of |for |in )?each week"
)
_REVIEWED = (
    r"(?:reviewed|looked at|checked|monitored|gone over)"
    r"(?:(?: again)? (?:each|every|once|twice|at|in|by|with|on|when)\b[^.;\n]{0,150})?(?=[.;]|$)"
)
_ONLY_RUNS = rarely(
    rf"\W{{0,3}}(?:unless [^,.]{{3,60}}, )?(?:(?:{_SUBJECT}) )?"
    r"(?=(?:will )?(?:(?:all|also) )?(?:(?:is|are|be) )?"
    r"(?:starts?|begins?|runs?|lasts?|appl(?:y|ies)|continues?|go(?:es)? on|in place|stands?|from)\b)"
    rf"(?:(?:{_REVIEWED}|{_TIME})(?![\w’'-])[\s,.;:()–]{{0,4}}){{2,60}}",
    re.IGNORECASE,
)
_DATED = rarely(rf"\d|\b(?:{NAMED}|review|term[- ]time)\b", re.IGNORECASE)


def only_runs(text: str) -> bool:
    """Does the line say when all of the provision runs, with nothing in it but words for time and review?

    "It is in place from 12 January 2027 for 39 weeks"; not "Support runs as required", which says when of nothing else,
    nor "My help continues with speech therapy".
    """
    return (
        len(text) <= _LONGEST
        and _OPENS.search(text) is not None
        and _ONLY_RUNS.fullmatch(text) is not None
        and _DATED.search(text) is not None
    )
