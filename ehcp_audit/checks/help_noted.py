"""Help noted in few words: a list after its subject, a note without a verb, what people are to do."""

from __future__ import annotations

from ehcp_audit.checks.help_words import (
    BE,
    CHILD,
    HAVE,
    PEOPLE_AT_LARGE,
    TO_CHILD,
    fares_badly,
    has_company,
    holds,
    is_dosed,
    is_helper,
    is_thing,
    thing_or_way_in,
    verbs,
)
from ehcp_audit.checks.phrases import words_of
from ehcp_audit.language.clauses import Clause, clauses

_LONGEST_LIST = 130  # characters
_ANY_VERB = BE | HAVE | TO_CHILD | CHILD | {"was", "were", "had", "can", "cannot", "will", "does", "do"}


def is_listed(text: str) -> bool:
    """ "Attention: short tasks, movement breaks, few distractions": a list of help with no verb, after its subject."""
    head, _, listed = text.partition(":")
    if listed.count(",") < 1 or len(text) > _LONGEST_LIST or head.count(" ") > 1:
        return False
    told = clauses(text)
    words = tuple(word for clause in told for word in clause.words)
    if not _ANY_VERB.isdisjoint(words) or fares_badly(words) or not _FEARED.isdisjoint(words):
        return False
    return any(
        is_thing(one, place)
        and (one.word(place) in words_of("helping things") or one.word(place - 1) in words_of("kinds of help"))
        for one in told[1:]
        for place in range(1, len(one.words))
        if one.word(place) not in {"in", "time"}
    )


_FEARED = frozenset(
    {
        *("triggers", "trigger", "fears", "worries", "likes", "loves", "strengths", "enjoys", "aids", "glasses"),
        *("splints", "diagnosis", "diagnoses", "medication", "level", "levels", "score", "scores", "age", "centile"),
    }
)


def is_noted(clause: Clause) -> bool:
    """A note without a verb of its own: "Working with the mentor on worries", "To continue with group teaching"."""
    words = clause.words
    if words[:1] == ("following",) and words[1:2] and words[1] in _SAID:
        return False
    at = int(words[:1] == ("to",))
    goes_on = words[at : at + 1] in (("continue",), ("maintain",)) or words[at : at + 2] == ("carry", "on")
    extra = words[:1] != () and words[0] in _MORE and _VERBS.isdisjoint(words)
    if extra and any(
        (is_helper(clause, one) or clause.word(one) in words_of("ways of helping by kind"))
        and clause.word(one + 1) in _WHEN
        for one in range(1, 4)
    ):
        return not fares_badly(words)
    goes_on = goes_on or words[at : at + 2] == ("keep", "up")
    if not goes_on and (words[0] not in words_of("taking part") or not _VERBS.isdisjoint(words)):
        return False
    if fares_badly(words):
        return False
    helped = thing_or_way_in(clause, at + 1, len(words))
    return helped or (
        not goes_on and has_company(clause) and (is_dosed(clause.words) or PEOPLE_AT_LARGE.isdisjoint(words))
    )


_SAID = frozenset(
    {
        *("talk", "instructions", "conversation", "conversations", "speech", "directions", "stories", "discussion"),
        *("discussions", "spoken", "verbal", "lessons", "rules", "what", "routines"),
    }
)
"""What a child finds it hard to follow: "Following talk in class"."""
_MORE = frozenset({"extra", "additional", "second", "named", "dedicated", "full", "daily"})
_WHEN = frozenset({"", "in", "at", "for", "during", "on", "throughout"})
_VERBS = BE | {"makes", "make", "takes", "take", "leads", "leaves", "brings", "causes", "means", "can", "has", "was"}


def are_to(clause: Clause) -> bool:
    """ "People are to give her time", "Grown-ups need to speak slowly"."""
    at = next((one for one, word in enumerate(clause.words[:3]) if word in {"people", "ups", "those", "all"}), -1)
    if at < 0 or fares_badly(clause.words):
        return False
    modal, does = clause.word(at + 1), clause.word(at + 2)
    if modal in {"are", "need", "have"} and does == "to":
        does = clause.word(at + 3)
    elif modal not in {"should", "must"}:
        return False
    return does in verbs().plain or does in {"speak", "avoid", "say"}


_TOLD_BY = frozenset((one, "by") for one in ("said", "spoken", "asked", "told", "read", "written", "given", "set"))
_NEXT_TO = frozenset({"with", "by", "beside", "next", "alongside", "near", "has", "have"})


def is_done_by_one(clause: Clause) -> bool:
    """A note of what a helper does: "Stretches carried out by the TA each day", "Reading led by an assistant"."""
    by = next((one for one in range(2, min(8, len(clause.words))) if clause.word(one) in {"by", "with"}), -1)
    if by < 0 or fares_badly(clause.words) or not _NO_NOTE.isdisjoint(clause.words):
        return False
    done = {clause.word(by - 1), clause.word(by - 2)}
    known = not done.isdisjoint(words_of("done to help") | words_of("kept for help") | {"done", "supervised"})
    helped = any(is_helper(clause, one) for one in range(by + 1, min(by + 5, len(clause.words))))
    named = thing_or_way_in(clause, 0, by - 1) or holds(clause.words[: by - 1], "parts of a day at school")
    return known and helped and named


_NO_NOTE = BE | HAVE | CHILD | {"was", "were", "had", "been", "be", "to", "can", "does", "do"}


def is_thing_told_of(told: Clause, clause: Clause) -> bool:
    """Does "that" or "which" tell of a thing of help who sees to it, or when: "a radio aid that staff pass on"?"""
    if clause.opener == "where" and not fares_badly(told.words) and not fares_badly(clause.words):
        return not CHILD.isdisjoint(told.words) and not told.under and not TO_CHILD.isdisjoint(clause.words)
    if clause.opener == "who" and not told.under and is_helper(told, len(told.words) - 1):
        said = _TOLD_BY.isdisjoint(zip(told.words, told.words[1:], strict=False))  # "said by a teacher who ..."
        beside = said and not _NEXT_TO.isdisjoint(told.words[-6:])  # no "shouts at the teacher, who"
        return beside and not fares_badly(told.words)
    if clause.opener not in {"that", "which"} or fares_badly(told.words) or fares_badly(clause.words):
        return False
    last = len(told.words)
    if clause.word(0) in {"runs", "run", "meets", "meet", "happens"} and is_dosed(clause.words):
        return holds(told.words[-1:], "helping things by kind")
    near = any(is_thing(told, place) for place in range(max(0, last - 3), last))
    return near or told.words[-1:] in (("aid",), ("aids",))
