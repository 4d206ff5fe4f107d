"""Sentences that say who is meant: "The assistant referred to is a teaching assistant with a level 3 award"."""

from __future__ import annotations

import re

from ehcp_audit.rare import rarely

_PERSON = (
    r"(?:(?:[A-Za-z]+-)?(?:assistant|adult|teacher|therapist|mentor|nurse|worker|person|practitioner|leader|lead|"
    r"helper|tutor|coach|specialist|keyworker|psychologist|counsellor|trainer|instructor|supporter|escort|co-?ordinator|"
    r"member of staff)|(?-i:TA|LSA|HLTA|ELSA|SENCo|SENCO|SaLT|SALT|SLT|OT|EP))s?"
)
_SOMEBODY = rf"(?:(?:the|an?|her|his|their|my|any|each|every|all|[\w-]+['’]s) )?(?:[\w-]+ ){{0,3}}?{_PERSON}"
_BOUND = r"(?:in|below|above|here|throughout|there|to)"
_SPOKEN_OF = (
    r"(?:(?:who is |who are )?(?:referred to|mentioned|spoken of|named|written of|meant|called \w+)"
    rf"(?: {_BOUND}(?: (?:this|these|the|section|[A-H]|plan|pages?|table|lines?|rows?|list)){{0,3}})?|"
    r"(?:here|below|above|throughout|in this (?:section|plan|table|part))(?: below)?)"
)
_IS_ONE = (
    rf"(?:is|are|means?|will be|refers? to) (?:always )?(?:(?:an?|the|one) )?(?:[\w-]+[, ]{{1,2}}){{0,5}}?{_PERSON}\b"
)
_WHO_IS_MEANT = rarely(
    rf"{_SOMEBODY},? {_SPOKEN_OF},? {_IS_ONE}|"
    rf"(?:by )?[\"“‘'](?:(?:the|an?) )?(?:[\w-]+ ){{0,3}}?{_PERSON}[\"”’'] (?:\w+ )?(?:is meant|we mean|I mean|means?|"
    rf"stands for|is short for|refers to|is)\b|"
    rf"{_SOMEBODY} (?:means|stands for|is short for|refers to) ",
    re.IGNORECASE,
)
_SAYS: tuple[str, ...] = (
    "here",
    "mean",
    "above",
    "below",
    "refer",
    "called",
    "named",
    "mentioned",
    "spoken of",
    "written of",
)
_SAYS += ("throughout", "in this ", "stands for", "is short for", '"', "“", "‘", "'")
"""Each way of saying who is meant holds one of these, which are found in no time."""
_GIVES = rarely(
    r"\b(?:each|every|daily|weekly|fortnightly|monthly|termly|per|once|twice|full[- ]time|one[- ]to[- ]one|"
    r"at all times|(?:a|an|in the) (?:day|week|fortnight|month|term|lesson|morning|year)|all (?:lessons|day)|"
    r"minutes?|mins?)\b|"
    r"\d ?: ?\d|\b(?:who|that|which|and|to) (?:(?:will|shall|must|also) )?(?:teach|see|work|support|read|deliver|run|"
    r"give|provid|help|meet|lead|visit|sit|check|practi[sc])(?!ing\b|er\b|itioner)\w*",
    re.IGNORECASE,
)


def is_definition(sentence: str) -> bool:
    """Does a sentence say only who is meant by a word, and give nothing to the child?"""
    text = " ".join(sentence.split())
    lowered = text.lower()
    if not any(map(lowered.__contains__, _SAYS)):
        return False
    return _WHO_IS_MEANT.match(text) is not None and _GIVES.search(text) is None
