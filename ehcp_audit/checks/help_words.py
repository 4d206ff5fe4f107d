"""The words by which help is told: who gives it, what it is, how often it comes, and that it fails."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ehcp_audit.checks.phrases import words_of
from ehcp_audit.language import beside
from ehcp_audit.language.clauses import Clause
from ehcp_audit.language.wordlists import Lists, forms, is_number

TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr"})
CHILD = frozenset({"he", "she", "they", "i"})
OTHERS = frozenset({"children", "pupils", "peers", "others", "friends", "classmates", "people", "it"})
TO_CHILD = frozenset({"him", "her", "them", "me"})
BE, HAVE = frozenset({"is", "are", "am"}), frozenset({"has", "have"})
PEOPLE_AT_LARGE = frozenset({"staff", "adults", "adult", "teachers", "teacher", "school", "everyone", "we", "somebody"})
_ADVERBS = frozenset(
    {
        *("also", "now", "always", "then", "already", "currently", "both", "all", "each", "therefore", "often"),
        *("usually", "sometimes", "presently", "just", "still", "today", "thus", "since", "instead"),
    }
)
_NO_ADVERBS = frozenset({"rely", "apply", "supply", "reply", "family", "only"})
TIMES = frozenset({"daily", "weekly", "fortnightly", "monthly", "termly", "hourly", "twice", "once", "wkly", "pw"})
DAYS = frozenset(f"{day}day{s}" for day in ("mon", "tues", "wednes", "thurs", "fri") for s in ("", "s"))
EACH = frozenset({"alternate", "each", "every", "per", "a", "most"})
_SPANS = frozenset(
    {
        *("day", "morning", "afternoon", "week", "weeks", "fortnight", "month", "term", "half", "lunchtime"),
        *("lesson", "break"),
    }
)
LENGTHS = frozenset({"hour", "hours", "minutes", "minute", "mins", "hrs", "afternoons", "mornings", "sessions"})
_STRETCHES = _SPANS | LENGTHS
_COUNTED = LENGTHS | {"x"}  # "3 x weekly"
_NO_THING_BEFORE = frozenset(
    {
        *("game", "games", "change", "changes", "times", "activity", "activities", "than", "score", "scores", "age"),
    }
)


class Verbs(NamedTuple):
    """The forms of the verbs of helping, and every form of those of noticing."""

    plain: frozenset[str]
    third: frozenset[str]
    going: frozenset[str]
    done: frozenset[str]
    noticing: frozenset[str]


def verbs() -> Verbs:
    """The verbs as the rubric that is asked has them."""
    return _verbs(beside.lists())


@cache
def _verbs(_: Lists) -> Verbs:
    every = [forms(verb) for verb in words_of("helping")]
    plain, third, going = (frozenset(one[at] for one in every) for at in range(3))
    done = frozenset(one[-1] if len(one) > 3 else one[0] for one in every)  # "put" has three forms
    noticing = frozenset(form for verb in words_of("noticing") for form in forms(verb))
    return Verbs(plain, third, going, done | words_of("done to help") | {"seen", "met", "set"}, noticing)


def holds(words: tuple[str, ...], name: str) -> bool:
    """Is one of these a word of the list with this name?"""
    return not words_of(name).isdisjoint(words)


def fares_badly(words: tuple[str, ...]) -> bool:
    """Do the words tell that it does not help, or how hard it is?"""
    return holds(words, "fares badly")


def past_adverbs(clause: Clause, at: int) -> int:
    """The place of the first word from there that is no adverb."""
    while (word := clause.word(at)) in _ADVERBS or (word.endswith("ly") and word not in _NO_ADVERBS | TIMES):
        at += 1
    return at


def is_helper(clause: Clause, place: int) -> bool:
    """Is the word there the last one of somebody who helps: "assistant", or "Obi" after "Mrs"?"""
    word, before = clause.word(place), clause.word(place - 1)
    if before in TITLES:
        return clause.capitals[place] and not word.endswith("'s")
    if before in {"no", "not"} or (word in words_of("schools attended") and before in _AT):
        return False
    if word == "1":
        return clause.words[max(0, place - 2) : place] == ("1", ":") and clause.word(place + 1).endswith("s")
    return word in words_of("helping people") or word.endswith(_JOBS) or (word, before) in _BY_TWO


_AT = frozenset({"after", "before", "at", "from", "to", "into", "out", "of", "off", "home"})
_BY_TWO = frozenset({("ups", "grown"), ("person", "key"), ("person", "named")})
_JOBS = ("therapist", "therapists", "ologist", "ologists", "ician", "icians", "metrist", "metrists")


def has_company(clause: Clause) -> bool:
    """Is somebody who helps named beside it: "with the TA", "Mrs Pell's group"?"""
    return any(
        (place and clause.word(place - 1) in TITLES and clause.capitals[place - 1] and clause.capitals[place])
        or (is_helper(clause, place) and not _BESIDE.isdisjoint(clause.words[max(0, place - 5) : place]))
        for place in range(len(clause.words))
    )


_BESIDE = frozenset({"with", "from", "by"})


def is_dosed(words: tuple[str, ...]) -> bool:
    """Do the words, of needs or of outcomes, say how often, on which day, or for how long at a time?"""
    if not (TIMES | DAYS).isdisjoint(words):
        return True
    return any(
        (word in EACH and (following in _SPANS or (word != "a" and _after(words, place) in _STRETCHES)))
        or (following in _COUNTED and is_number(word))
        for place, (word, following) in enumerate(pairwise(words))
    )


def _after(words: tuple[str, ...], place: int) -> str:
    """The word after next: "every other week", "every 40 minutes"."""
    return words[place + 2] if place + 2 < len(words) else ""


_HOURS_OF = frozenset({"of", "with", "from", "ta", "1"})


def is_thing(clause: Clause, place: int) -> bool:
    """Is the word there a thing that is help: by itself, or by what stands before it or how often it comes?"""
    word, before = clause.word(place), clause.word(place - 1)
    if clause.word(place + 1) in _NO_THING_BEFORE or (word == "hours" and clause.word(place + 1) not in _HOURS_OF):
        return False
    if word in words_of("helping things"):
        return True
    if before == "small" and word in {"group", "groups", "room", "class", "classes"}:
        return clause.word(place + 1) not in {"of", "situations", "settings", "discussions"}
    if word not in words_of("helping things by kind") or (word, before) == ("worker", "social"):
        return False
    if word == "card" and clause.word(place + 1) in {"he", "she", "they", "to"}:
        return True
    if word == "pass" and clause.word(place + 1) == "to":
        return True  # "a pass to leave lessons early"
    if holds(clause.words, "spare time") and not has_company(clause):
        return False  # "goes to a chess club on Fridays", "attends swimming lessons each week"
    if before.endswith("'s") and word in words_of("plans of help") | {"exercises"} and before[:-2].endswith(_JOBS):
        return True  # "the therapist's plan"
    branded = place > 1 and clause.capitals[place - 1] and not before.endswith("'s")
    if before in words_of("kinds of help") or branded:
        return True
    of_what = clause.word(place + 1) == "of" and not is_number(clause.word(place + 2))  # "a session of crying"
    return not of_what and (is_dosed(clause.words) or has_company(clause))


def thing_in(clause: Clause, first: int, last: int) -> bool:
    """Is a thing of help named between these places?"""
    return any(is_thing(clause, place) for place in range(first, last))


def is_way(clause: Clause, place: int) -> bool:
    """Is the word there a way of teaching: "overlearning", "teaching" after "pre"?"""
    word, before = clause.word(place), clause.word(place - 1)
    return word in words_of("ways of helping") or (
        word in words_of("ways of helping by kind") and place > 0 and before in words_of("kinds of ways")
    )


def thing_or_way_in(clause: Clause, first: int, last: int) -> bool:
    """Is a thing of help, or a way of teaching, named between these places?"""
    return thing_in(clause, first, last) or any(is_way(clause, place) for place in range(first, last))


def thing_after(clause: Clause, at: int) -> bool:
    """Does a thing of help follow, before another phrase begins?"""
    for place in range(at, min(at + _PHRASE, len(clause.words))):
        named = 0 < place < len(clause.words) - 1 and clause.capitals[place - 1] and clause.capitals[place + 1]
        if (clause.word(place) in _ENDS_A_PHRASE and not named) or clause.word(place) in words_of("fares badly"):
            return False
        if is_thing(clause, place):
            return True
    return False


_PHRASE = 10  # words
_ENDS_A_PHRASE = frozenset(
    {
        *("to", "in", "on", "at", "from", "with", "by", "for", "like", "about", "fear", "problem", "is", "are"),
        *("was", "were", "had", "been"),
    }
)
