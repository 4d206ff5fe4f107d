"""Help as a thing: what the child has, uses, attends or is allowed, and what such a thing does for the child."""

from __future__ import annotations

from ehcp_audit.checks.help_words import (
    BE,
    CHILD,
    LENGTHS,
    OTHERS,
    PEOPLE_AT_LARGE,
    TIMES,
    TITLES,
    fares_badly,
    has_company,
    holds,
    is_dosed,
    is_helper,
    past_adverbs,
    thing_after,
    thing_in,
    thing_or_way_in,
)
from ehcp_audit.checks.phrases import words_of
from ehcp_audit.language.clauses import Clause
from ehcp_audit.language.wordlists import is_number

_HAD = frozenset(
    {
        *("has", "have", "gets", "get", "receives", "receive", "uses", "use", "attends", "attend", "joins", "join"),
        *(
            "accesses",
            "access",
            "follows",
            "needs",
            "need",
            "requires",
            "require",
            "benefits",
            "shares",
            "takes",
            "take",
        ),
    }
)
_DOES = frozenset(
    {
        *("goes", "go", "works", "checks", "check", "spends", "spend", "meets", "sees", "see", "eats", "reads"),
        *("plays", "does", "walks", "sits"),
    }
)
_DOING = frozenset(
    {
        *("working", "following", "doing", "using", "having", "receiving", "getting", "attending"),
        *("accessing", "trialling"),
    }
)
_WOULD = frozenset({"gain", "benefit", "profit", "do", "respond", "cope", "manage"})
_VERBS = _HAD | _DOES | BE | {"would"}
_LINKS = frozenset(
    {"from", "access", "part", "with", "on", "to", "in", "through", "out", "of", "off", "up", "well", "at"}
)
_ALLOWED = frozenset({"to", "into", "a", "an", "extra", "the", "for"})
_FARTHEST = 8  # words before the verb: "To help with this he has a planner"
_OWED = frozenset({"needs", "need", "requires", "require", "receives", "accesses", "attends"})
_OWES = frozenset({"needs", "must", "should", "has"})
_NO_NOUN = frozenset({"", "to", "in", "for", "at", "and"})
_ONE = frozenset({"a", "an", "one", "two", "his", "her", "their", "its"})
_NOT_AT_SCHOOL = frozenset({"social", "family", "of", "from", "to", "for", "new", "in", "with"})
_NAMED = 3  # words in which a meal or a lesson is named
_LONGEST = 40  # words of a clause that are looked through
_SUBJECT = 5  # words of a subject that is no pronoun


def child_has(clause: Clause) -> bool:
    """Has the child a thing that is help: "is on a programme", "joins a group on Wednesdays", "would gain from"?"""
    at = next((place for place, word in enumerate(clause.words[:_FARTHEST]) if word in _VERBS), -1)
    if at < 0 or clause.opener == "which" or fares_badly(clause.words) or not OTHERS.isdisjoint(clause.words[:at]):
        return False
    if at >= _SUBJECT and CHILD.isdisjoint(clause.words[at - 2 : at]):
        return False
    word, at = clause.word(at), past_adverbs(clause, at + 1)
    if word in {"has", "have"} and clause.word(at) in _GAVE:
        return False
    if word in BE:
        return _is_on(clause, at)
    if word in _NEEDS and _is_dependence(clause, at):
        return False
    if word == "would" and clause.word(at) == "be" and clause.word(at + 1) in {"helped", "supported", "calmed"}:
        return thing_after(clause, at + 3)
    if word == "would":
        return clause.word(at) in _WOULD and is_had(clause, at + 1)
    if word in {"take", "takes"} and not {"tests", "exams", "assessments"}.isdisjoint(clause.words[at:]):
        if clause.word(at) == "part":
            return False  # "cannot take part in spoken tests"
        return thing_in(clause, at, len(clause.words))
    if word in {"take", "takes"} and clause.word(at) != "part":
        return False
    if word in _OWED | {"has", "gets", "have", "get"} and _is_one_to_one(clause, at):
        return True
    if word == "shares":
        return _has_somebody(clause, at)
    if word in _OWED and clause.word(at) in TIMES and clause.word(at + 1) not in words_of("taken for health"):
        return clause.word(at + 1) not in _NO_NOUN
    if word in _HAD:
        return is_had(clause, at) or _has_with(clause, at) or _has_somebody(clause, at)
    return _does(clause, word, at)


_GAVE = frozenset({"given", "shown", "told", "lost", "sold", "lent", "sent", "thrown", "torn"})
"""What a child "has" done with a thing: "has given her bus pass to a stranger"."""


def _is_dependence(clause: Clause, at: int) -> bool:
    """Is it how much help the child depends on ("a prompt every two minutes", "one adult to help her move"), or where
    the child is to be ("to be out of her chair twice a day")?
    """
    near = clause.words[at : at + _NAMED]
    if near[-1:] == ("to",) and near[-2:-1] in (("adults",), ("people",), ("carers",)):
        return True  # "needs two adults to transfer"
    return not _PROMPTS.isdisjoint(near) or (near[:2] == ("to", "be") and clause.word(at + 2) in _WHERE)


_NEEDS = frozenset({"needs", "need"})
_PROMPTS = frozenset({"prompt", "prompts", "prompting", "reminder", "reminders", "adult", "somebody", "someone"})
_WHERE = frozenset({"out", "in", "up", "near", "close", "at", "by", "off"})


def _is_one_to_one(clause: Clause, at: int) -> bool:
    """ "Gets 1:1 at break", "has full-time one-to-one"; no "gets one-to-one attention from nobody"."""
    at += 2 * (clause.words[at : at + 2] == ("full", "time")) + (clause.word(at) in {"daily", "some", "constant"})
    told = clause.words[at : at + 3] in (("1", ":", "1"), ("one", "to", "one"), ("1", "to", "1"), ("1", "-", "1"))
    return told and clause.word(at + 3) in {"", "in", "at", "for", "during", "on", "throughout", "from", "all", "with"}


def _has_with(clause: Clause, at: int) -> bool:
    """ "Has ten minutes with Miss Orme", "has her lunch in the library with the TA"."""
    if not has_company(clause):
        return False
    named = clause.words[at : at + _NAMED]
    return not LENGTHS.isdisjoint(clause.words[at : at + _NAMED + 1]) or holds(named, "parts of a day at school")


def _has_somebody(clause: Clause, at: int) -> bool:
    """ "Has a mentor", "shares an assistant with another pupil"; no "has a social worker"."""
    for place in range(at + 1, min(at + 5, len(clause.words))):
        if clause.word(place) in words_of("helpers of one child"):
            return clause.word(at) in _ONE and _NOT_AT_SCHOOL.isdisjoint(clause.words[at:place])
    return False


def is_had(clause: Clause, at: int) -> bool:
    """Does a thing of help follow, whatever leads to it: "access to", "part in", "well with"?"""
    if is_number(clause.word(at)) and clause.word(at + 1) == "of":
        return False  # "uses 6 of 30 keyboard commands"
    first = at
    while clause.word(at) in _LINKS:
        at += 1
    mentored = at > first and any(is_helper(clause, place) for place in range(at, min(at + 4, len(clause.words))))
    return thing_after(clause, at) or mentored


def _is_on(clause: Clause, at: int) -> bool:
    word, following = clause.word(at), clause.word(at + 1)
    if word == "exempt":
        return True
    if word in {"allowed", "permitted", "entitled"}:
        return following in _ALLOWED
    if (word, following) == ("free", "to"):
        return clause.word(at + 2) in {"leave", "use", "go", "take", "move", "sit", "stand"}
    if word in _DOING:
        if not (has_company(clause) or _LEVELS.isdisjoint(clause.words[at : at + _FARTHEST])):
            return False  # "is working in the spring term of Year 1 phonics"
        return is_had(clause, at + 1) or thing_in(clause, at + 1, len(clause.words)) or has_company(clause)
    return word == "on" and thing_after(clause, at + 1)


_LEVELS = frozenset({"term", "level", "levels", "stage", "band", "standard", "expectations", "objectives"})
"""What tells how far a child has come, of whom it is said that he "is working at" it."""


def _does(clause: Clause, word: str, at: int) -> bool:
    """Does the child something with a helper, or somewhere that is help: "checks in with the pastoral lead"?"""
    if "well" in clause.words:
        return False
    if clause.words[at : at + 2] == ("out", "of") and not has_company(clause):
        return False  # "walks out of lessons"
    if word in {"see", "sees"}:
        return is_dosed(clause.words) and any(is_helper(clause, place) for place in range(at, len(clause.words)))
    leads = clause.word(at) in _LINKS
    if (leads or word not in _LIKED) and thing_after(clause, at + leads + (clause.word(at) == "out")):
        return True
    if not has_company(clause):
        return False
    named = not TITLES.isdisjoint(clause.words) or PEOPLE_AT_LARGE.isdisjoint(clause.words)
    return named or is_dosed(clause.words)


_LIKED = frozenset({"plays", "reads"})  # "plays the keyboard", and "reads with a ruler"


def thing_acts(clause: Clause) -> bool:
    """Is a thing of help the subject: "A timer keeps her going", "Sessions with a therapist run on Fridays"?"""
    for place, word in enumerate(clause.words[:_FARTHEST]):
        if word in CHILD or fares_badly((word,)):
            return False
        if place and holds((word,), "things of help act") and clause.word(place - 1) != "to":
            with_one = clause.word(place + 1) == "with" and word.startswith(("start", "begin", "end"))
            found = thing_or_way_in(clause, 0, place) or (with_one and thing_in(clause, place, len(clause.words)))
            return found and not fares_badly(clause.words)
    return False


def there_is(clause: Clause) -> bool:
    """Is it there: "There is a chewy for her by the bookcase", "There is always an adult beside her"?"""
    owed = clause.word(1) in _OWES and "be" in clause.words[2:4]
    if clause.word(0) != "there" or not (owed or clause.word(1) in BE) or fares_badly(clause.words):
        return False
    someone = any(is_helper(clause, place) for place in range(2, min(8, len(clause.words))))
    return someone or thing_in(clause, 2, min(len(clause.words), _LONGEST))
