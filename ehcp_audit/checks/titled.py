"""Whether those of the child's family whom a plan calls by title and surname say or want something in section A."""

from __future__ import annotations

import re

from ehcp_audit.checks.phrases import phrases
from ehcp_audit.model import Passage
from ehcp_audit.rare import rarely


def speaks_by_title(words: Passage, family: str) -> bool:
    """Does somebody with a title who has the child's surname or a part of it, or a couple, say or want it: "Mr and Mrs
    Ash hope"?
    """
    return any(
        _is_of_the_family(match, family)
        and _AT_WORK.match(words.text, match.end()) is None
        and (
            phrases("view of adults").search(_CLAUSE_END.split(words.text[match.end() :], 1)[0][:_NEAR]) is not None
            or _goes_on(words.text, match)
            or _under_a_label(words.text, match)
        )
        for match in _TITLED.finditer(words.text)
    )


def is_headed_by_title(words: Passage, family: str) -> bool:
    """Does a line stand under the title of one of the family, or of a couple: "Mr and Mrs Ash, on 3 May 2026: ..."?"""
    return any(
        _is_of_the_family(match, family)
        and match.start() <= _HEAD
        and _LABEL.match(words.text, match.end()) is not None
        for match in _TITLED.finditer(words.text)
    )


def _is_of_the_family(match: re.Match[str], family: str) -> bool:
    return _is_couple(match) or match["surname"] in {family, *family.split("-")}


def _is_couple(match: re.Match[str]) -> bool:
    """Is it two of one surname?"""
    return match["couple"] is not None and match["first"] in (None, match["surname"])


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Do they speak in the next sentence: "Mr and Mrs Ash wrote on 3 May 2026. They worry that she will get lost"?

    Of two of different surnames, "they" may be anybody.
    """
    if _is_couple(match):
        return _THEY_GO_ON.match(text, match.end()) is not None
    return match["couple"] is None and _ONE_GOES_ON.match(text, match.end()) is not None


def _under_a_label(text: str, match: re.Match[str]) -> bool:
    """Do they speak further on in a line that they stand at the head of: "Mrs and Mr Ash, on 3 May 2026: Isla spoke at
    three. She is well. They long for her to be understood"?

    "She" may be the child, so of one alone it counts where it is said of somebody else: "She hopes that he ...".
    """
    label = _LABEL.match(text, match.end())
    if label is None or match.start() > _HEAD:
        return False
    hopes = _THEY_HOPE if _is_couple(match) else _ONE_HOPES
    return hopes.search(text, label.end()) is not None


_HEAD = 8  # characters, as of a number before the line
_WORDS_OF_VIEW = (
    r"(?:hopes?|worr(?:y|ies)|wants?|wish(?:es)?|fears?|longs?|dreams?|says?|said|tells?|told|explain(?:s|ed)?|"
    r"describe[sd]?|feels?|felt|asks?|asked|would (?:like|love))\b"
)
_HOPES = r"(?:hopes?|worr(?:y|ies)|wants?|wish(?:es)?|fears?|longs?|dreams?|asks?|would (?:like|love))\b"
_SOON = r"[^.;:\n]{0,60}\.\s"
_THEY_GO_ON = rarely(
    rf"{_SOON}They (?:\w+ly |also |both )?(?:{_WORDS_OF_VIEW}|[^.;:\n]{{0,160}}?\band (?:\w+ly |also |both )?{_HOPES})"
)
_ONE_GOES_ON = rarely(rf"{_SOON}(?:She|He) (?:\w+ly |also )?{_WORDS_OF_VIEW}")
_LABEL = rarely(r"(?:,? (?:on |\()[^.:;\n]{3,60}|,? [^.:;,\n]{0,30})?:\s")
_THEY_HOPE = rarely(rf"(?<=[.!] )(?:[A-Z]\w+ )?[Tt]hey (?:\w+ly |also |both )?{_HOPES}")
_ONE_HOPES = rarely(
    rf"(?<=[.!] )(?:She (?:\w+ly |also )?{_HOPES}[^.\n]{{0,20}} (?:he|him|his)\b|"
    rf"He (?:\w+ly |also )?{_HOPES}[^.\n]{{0,20}} (?:she|her)\b|"
    rf"(?:I|[Ww]e) (?:\w+ly |also |just )?{_HOPES}[^.\n]{{0,20}} (?:her|him|them|she|he|they)\b)"
)
_CLAUSE_END = rarely(r"[.;:]")
_NEAR = 40  # characters after a name
_TITLED = re.compile(
    r"\bM(?:rs?|s|iss|x)\.? (?P<couple>(?:(?P<first>[A-Z][\w'’-]+) )?(?:and|&) M(?:rs?|s|x)\.? )?(?:[A-Z][\w'’]+[ -])?"
    r"(?P<surname>(?:[A-Z]['’])?[A-Z][\w-]*)"
)
_AT_WORK = rarely(  # "Mr and Mrs Lark, her teachers, think ..."
    r",? (?:\((?!written|in writing|by (?:letter|telephone|phone|e-?mail)|at home|on \d|\d)|"
    r"who (?:teach|work|run|help|support|lead)|(?:both |all )?(?:at|of|from) (?!home\b)|"
    r"(?:her|his|their|the|an?) (?:\w+ ){0,3}(?:teachers?|tutors?|assistants?|heads?|senco|therapists?|mentors?|"
    r"workers?|coach(?:es)?|leads?|governors?)\b)",
    re.IGNORECASE,
)
