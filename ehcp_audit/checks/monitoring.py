"""Who looks at progress towards outcomes, and when: a person, a verb of looking and how often, in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ehcp_audit.checks.passages import sentences_holding
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.language.roles import find_roles
from ehcp_audit.model import Passage
from ehcp_audit.rare import rarely


def looked_at(pieces: Iterable[Passage]) -> Iterator[Passage]:
    """Which sentences say that somebody who is no child looks at progress or sets the next steps, and how often?

    "Tallied weekly by the key person"; "the co-ordinator checks each term"; "steps are set each term by his tutor".
    What the child is to do ("By July 2027 Ida will check her bag with her tutor each day") is no such sentence.
    """
    for sentence in sentences_holding(pieces, phrases("how often looked at")):
        words = sentence.text
        if _AIM.search(words) and not _will_look(words):
            continue
        people = [(one.start, one.end) for one in find_roles(words) if one.kind != "child"]
        people += [match.span() for match in _TITLED.finditer(words)]
        if people and (_told_of(words, people) or _done_by(words, people)):
            yield sentence


def _will_look(words: str) -> bool:
    """Is the looking itself what will be: "her tutor will check the steps each week"?"""
    ends = [match.end() for match in _WILL.finditer(words)]
    return any(phrases(name).match(words, end) for end in ends for name in ("looks at progress", "is looked at"))


def _told_of(words: str, people: list[tuple[int, int]]) -> bool:
    """Does somebody do the looking: "her parents look at the steps", "the tutor, who keeps the score"?"""
    return any(
        start >= end and not _OF_ANOTHER.search(words[end:start]) and not _THING.search(words[:start])
        for start in (match.start() for match in phrases("looks at progress").finditer(words))
        for _, end in people
    )


def _done_by(words: str, people: list[tuple[int, int]]) -> bool:
    """Is the looking done by somebody: "counted each term by the therapist", "set by the tutor, checked termly"?"""
    looking = [match.end() for match in phrases("is looked at").finditer(words)]
    if not looking:
        return False
    by = any(_BY.search(words[:start]) or _MET_BY.search(words[:start]) for start, _ in people)
    return by or any(_LISTED.fullmatch(words[end:start]) for start, _ in people for end in looking if end < start)


_OF_ANOTHER = rarely(r"[.;]|\b(?:help|ask|remind|prompt|teach)(?:s|es)?\b", re.IGNORECASE)
"""Between who is named and the verb: the verb is then said of somebody else, "his tutor helps him check ..."."""
_BY = rarely(r"\b(?:by|with|between) (?:[^\s.;]+[ /]){0,8}\Z", re.IGNORECASE)
_MET_BY = rarely(r"\b(?:by|with)\b[^.;\n]{0,80}(?:,|\band) (?:[^\s.;]+ ){0,3}\Z", re.IGNORECASE)
_LISTED = rarely(r"[^:.;]{0,40}:[^:.;]{0,60}", re.IGNORECASE)
"""From the looking to who does it: "checked each term: co-ordinator, Ida, mother"."""
_TITLED = rarely(r"\b(?:Mr|Mrs|Ms|Miss|Dr) [A-Z][\w’'-]+|\bkey (?:person|adult|assistant)\b")
_AIM = rarely(r"\b(?:will|can|be able to)\b|^\W{0,3}(?:[A-Z]?\d{1,2}\W{1,3})?by [^.:]{0,40}20\d\d(?!:)", re.IGNORECASE)
_WILL = rarely(r"\bwill (?:also |then |all |both |be )?", re.IGNORECASE)
_THING = rarely(r"\b(?:an?|the|his|her|their|my|no|of|health|yearly|annual|spelling|\w+ing) \Z", re.IGNORECASE)
"""Before the word: it is then a thing, "a check", and nobody's doing."""
