"""Whether a line of section A that has a parent at its head holds what that parent says or wants.

"His mother: "I want him to have one year without being sent home"", "Mum (5 August 2026): Jordan is loyal. She wants
him to get through Year 11", "Her parents (statement, 25 July 2026). She was born early. They hope that she will read":
who is named at the head speaks in all of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ehcp_audit.checks.phrases import phrases, source
from ehcp_audit.model import Passage
from ehcp_audit.rare import rarely

_NUMBER = r"\W{0,3}(?:[A-K]?\d{1,2}[a-z]?[.):]?\s{1,3})?"
_BRACKETS = r",? ?\([^()\n]{2,80}\)"
_HOW_TOLD = rf"(?:(?:{_BRACKETS}|,? [^.:;()\n“\"]{{2,80}})?(?::|\s[–—-])|{_BRACKETS}\.)\s{{1,3}}"
_QUOTES = rarely(r"\W{0,3}[“\"‘]\s?\w")
_WANTS = (
    r"(?:wants?|hopes?|wish(?:es)?|fears?|longs?|prays?|asks?|worr(?:y|ies)|would (?:like|love)|"
    r"(?:am|are) (?:afraid|proud))\b"
)
_HOPES = rarely(
    rf"(?:^|[.!?:–“\"] ?)(?:[A-Z]\w+ )?(?:I|[Ww]e|[Tt]hey) (?:\w+ly |also |both |just )?{_WANTS}|"
    rf"\b[Mm]y (?:\w+ )?(?:hope|wish|fear|worry|dream) (?:is|for)\b|"
    # She may be the child, who wants things of and for herself.
    rf"(?:^|[.!?:“\"] ?)(?:She|He) (?:\w+ly |also )?{_WANTS} (?:that |for |to see )?(?:him|her|them|he|they)\b"
    r"(?! (?:own|mother|father|mum|dad|parents|teacher|friends?)\b)"
)
_ADJECTIVES = r"(?:[\w’'-]+,? (?:and )?){0,6}?"
_OF_A_CHILD = rarely(  # only a parent has a son: "praised a generous, inventive daughter", "hope that their son will"
    r"\b(?:praise[sd]?|(?:tells?|told|speaks?|spoke|writes?|wrote|talks?|talked) of|describe[sd]?|paints?|remembers?|"
    rf"recalls?|proud of)[^.:;\n]{{0,40}}?\b(?:an?|their|his|her) {_ADJECTIVES}(?:grand)?(?:son|daughter)\b|"
    rf"\b{_WANTS}[^.:;\n]{{0,40}}?\b(?:their|his|her) {_ADJECTIVES}(?:grand)?(?:son|daughter)\b",
    re.IGNORECASE,
)


_FOR_THE_CHILD = rarely(  # somebody who is not the child
    rf"(?:^|[.!?] )They (?:\w+ly |also |both )?{_WANTS} (?:that |for |to see )?(?:him|her|he|she)\b"
)
_FOR_THE_CHILD_BESIDE = rarely(  # beside the name of a parent or a title: "It is her hope that Ida will read"
    rf"(?:^|[.!?] )(?:She (?:\w+ly |also )?{_WANTS} (?:that |for |to see )?(?:him|he)\b|"
    rf"He (?:\w+ly |also )?{_WANTS} (?:that |for |to see )?(?:her|she)\b)|"
    r"\b[Ii]t is (?:also )?(?:hoped|wished|feared|(?:his|her|their) (?:\w+ )?(?:hope|wish|fear)) that\b|"
    r"\b(?:worr(?:y|ies)|concerns?|pride|fears?) (?:is|are|was|were) (?:also )?(?:expressed|felt|voiced)\b|"
    r"\bviews of (?:M(?:rs?|s|iss|x)\.? (?:and )?){1,2}[A-Z][\w’'-]+ (?:were|are)\b",
    re.IGNORECASE,
)
_TITLE = rarely(r"\bM(?:rs?|s|iss|x)\.? [A-Z]")
_TITLE_AT_HEAD = rarely(  # "Mrs Ash (conversation, 5 June 2026): “I want her to feel safe”"
    rf"{_NUMBER}(?:M(?:rs?|s|iss|x)\.? [A-Z][\w’'-]+(?: (?:and|&) )?){{1,2}}(?:{_BRACKETS}|, [^.:;()\n“\"]{{2,60}})?:\s"
    rf"[“\"‘][^\n]{{0,600}}?(?<![\w’'])(?:I|[Ww]e) (?:\w+ly |also |just )?{_WANTS}"
    r"[^.\n]{0,20} (?:him|her|them|he|she|they)\b"
)
_AT_WORK = rarely(
    r"\b(?:teachers?|tutors?|assistants?|heads?|senco|therapists?|mentors?|workers?|psychologists?)\b", re.I
)


def hopes_for_child(line: Passage, parents: Iterable[str]) -> bool:
    """Does somebody who is not the child want or fear something for them: "They want him to leave with a trade"?"""
    text = line.text
    if _FOR_THE_CHILD.search(text) and not _TITLE.search(text):
        return True  # of "Mr Rowe and Ms Doe" they may be teachers
    if (titled := _TITLE_AT_HEAD.match(text)) and not _AT_WORK.search(text[: text.find(":", 0, titled.end())]):
        return True
    named = any(re.search(rf"\b{re.escape(name)}\b", text) for name in parents)
    beside = bool(named or _TITLE.search(text) or phrases("parent").search(text))
    return beside and _FOR_THE_CHILD_BESIDE.search(text) is not None


def speaks_at_head(line: Passage, parents: Iterable[str]) -> bool:
    """Has the line a parent at its head, by that word or by a name that is a parent's, and quoted words or hopes?"""
    label = _head(tuple(sorted(parents)), source("parent")).match(line.text)
    if label is None:
        return False
    return _QUOTES.match(line.text, label.end()) is not None or _HOPES.search(line.text, label.end() - 2) is not None


def tells_of_own_child(words: Passage) -> bool:
    """Does somebody praise, describe or want something for a son or a daughter?"""
    return _OF_A_CHILD.search(words.text) is not None


@lru_cache(maxsize=64)
def _head(parents: tuple[str, ...], words: str) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in parents)
    named = rf"|(?-i:(?:{names})\b(?: [A-Z][\w’'-]+)?)" if names else ""
    one = rf"(?:(?:(?:my|his|her|their|the|[a-z]+['’]s?) )?(?:{words})\b{named})"
    return re.compile(rf"{_NUMBER}{one}(?: (?:and|&) {one})?{_HOW_TOLD}", re.IGNORECASE)
