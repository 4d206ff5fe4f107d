"""Outcomes that say the same in other words: the order turned round, "all lessons" for "every lesson"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache, partial

from ehcp_audit.checks.phrases import words_of
from ehcp_audit.checks.scanning import once
from ehcp_audit.checks.ties import stem
from ehcp_audit.language.outcomes import outcome_wording
from ehcp_audit.language.wordlists import NUMBERS, is_number, number_words
from ehcp_audit.model import Item, Passage, Plan
from ehcp_audit.rare import rarely

_WORD = re.compile(r"[a-z]+|\d+")
_ALIKE = 0.8  # the share of the longer one's words that both hold
_LEAST = 4
_WORD_FOR_WORD = 12  # words, the deadline counted, from which one that goes on where another ends is the same
_SINCE = rarely(r"[(\s](?:Now|Baseline|Currently|At present|From|Starting point)\s?:.*\Z", re.DOTALL)
_MOST = 0.55  # of the other words of two for the same needs
_HALF = 0.5  # of the words of the shorter
_MUCH = 0.4  # of words that these two alone have, where only one number is the same
_THIRD = 0.33  # where all numbers are the same: of its words, three numbers or more; of what these two alone have
_NUMBERS_ALIKE = 2
_BOTH = 2  # outcomes that hold a word which these two alone have
_FEW_OWN = 3  # such words, in two that say the same
_POINTERS = rarely(r"[(\[][^()\[\]]{0,60}[A-Z]?\d[^()\[\]]{0,40}[)\]]")  # "(B6)"
_AMOUNTS = (  # what an amount is written as, a word that stands in it, which is found in no time, and what it is
    (rarely(r"\bdaily\b"), "daily", "each day"),
    (rarely(r"\bevery day\b"), "every day", "each day"),
    (rarely(r"\bweekly\b"), "weekly", "each week"),
    (rarely(r"\bthree[- ]quarters of an hour\b"), "quarters", "45 minutes"),
    (rarely(r"\bhalf[- ](?:an )?hour\b"), "hour", "30 minutes"),
    (rarely(r"\b(?:a )?quarter of an hour\b"), "quarter", "15 minutes"),
    (rarely(r"\b(?:an|one|1) hour and a half\b"), "hour", "90 minutes"),
    (rarely(r"\b(?:an|one|1) hour\b"), "hour", "60 minutes"),
    (rarely(r"\bthree[- ]quarters\b"), "quarters", "75"),
    (rarely(r"\bhalf\b"), "half", "50"),
    (rarely(r"\b(?:a|one) quarter\b"), "quarter", "25"),
    (rarely(r"\b(?:a )?fortnight\b"), "fortnight", "two weeks"),
    (rarely(r"\btwice\b"), "twice", "two times"),
    (rarely(r"\bonce\b"), "once", "one time"),
)
_SAME_THINGS = (  # which a plan's second writer says for the first one's
    "listen hear", "begin start initiate", "within inside under", "take taken taking",
    "tell told say said explain retell describe",
    "whole entire full end", "finish complete",
    "go gone walk travel get got arrive come reach", "make cook prepare",
    "remain stay keep kept stick", "speak spoken talk chat conversation discussion", "join enter", "leave exit",
    "answer reply respond response", "ask request", "show point indicate",
    "adult staff teacher assistant", "child pupil classmate peer friend partner student learner",
    "picture photograph symbol image", "write written record", "read decode", "calm settle regulate relax",
    "carry continue", "help prompt reminder support assist", "lesson class classroom",
    "task activity work job exercise",
    "choose chosen pick select choice", "correct right accurate", "alone independent unaided unprompted solo",
    "unseen unfamiliar new", "text page passage book", "buy pay shop purchase", "breaktime playtime break recess",
    "order sequence", "link connect", "manage do cope", "wear use", "topic subject something", "play game playing",
    "dress clothes clothing", "eat meal lunch dinner", "toilet lavatory loo", "feel feeling emotion",
    "worry anxious worried", "club group", "money coins cash", "bus train transport",
    "sound phoneme letter", "spell spelling", "add sum",
    "understand follow comprehend", "instruction direction", "look watch see", "hold grasp grip", "move transfer",
    "try attempt", "sit seat seated", "sleep bed asleep", "wash bath shower clean", "attend present attendance",
    "pain ache sore", "word vocabulary", "sentence phrase", "sign gesture", "wait queue", "fix mend repair",
    "plan organise", "swap exchange", "idea thought", "mark grade score", "safe safely safety",
    "person somebody someone people", "placement experience", "qualification award certificate",
)  # fmt: skip
_NUMBERS = {word: str(NUMBERS[word]) for word in (*number_words(1, 12), "twenty", "thirty")}


_NUMBER = rf"(?:{'|'.join(_NUMBERS)}|\d{{1,3}})"
_SHARE = re.compile(
    rf"\b(?P<some>{_NUMBER})(?P<what> (?!(?:second|minute|hour)s?\b)[a-z]+)? "
    rf"(?:out of|in|of) (?:(?:every|the|all) )?(?P<all>{_NUMBER})\b(?! (?:minutes?|mins?|seconds?|hours?)\b)"
)
"""In "for 15 minutes in 4 of 5 tasks" it is a share of the tasks."""
_OF_A_WEEK = rarely(
    rf"\b(?P<some>{_NUMBER})(?P<what> (?:school )?days) (?:in |of )?(?:a|each|every|the) (?:school )?week\b"
)
"""A school week has five days: "on four days a week" is "on four days out of five"."""


_OTHERS = rarely(rf"\b(?P<others>{_NUMBER}) (?:others\b|other (?:children|pupils|students)\b)")


def _as_group(match: re.Match[str]) -> str:
    """ "With three others" is in a group of four."""
    return f"group of {int(_NUMBERS.get(match['others'], match['others'])) + 1}"


def _as_percent(match: re.Match[str]) -> str:
    """ "Eight words in ten", "four out of five" and "80 per cent" are the same share."""
    some, whole = (_NUMBERS.get(match[name], match[name]) for name in ("some", "all"))
    if whole not in _WHOLES or int(some) > int(whole):
        return match.group()
    return f"{100 * int(some) // int(whole)}{match['what'] or ''}"


_WHOLES = frozenset({"4", "5", "10", "20", "100"})


_COUNTED = frozenset({"second", "minut", "hour", "day", "days", "week", "month", "term"})
"""Stems of what numbers count, which say no more than the numbers do."""

Pair = tuple[Passage, Passage]
"""What was said first, and what says it again."""


def outcomes_again(plan: Plan) -> list[Pair]:
    """Outcomes that an earlier one says already: nearly all of their telling words, and the same numbers."""
    return [pair for pair, sure in _known(plan) if sure]


def outcomes_alike(plan: Plan) -> list[Pair]:
    """Outcomes with the numbers of an earlier one and half of its telling words, which may say the same."""
    return [pair for pair, sure in _known(plan) if not sure]


def _known(plan: Plan) -> list[tuple[Pair, bool]]:
    """What `_repeated` finds, worked out once for both questions."""
    return once(plan, "repeated outcomes", partial(_repeated, plan))


def _repeated(plan: Plan) -> list[tuple[Pair, bool]]:
    """Each outcome that says, surely or it may be, what an earlier one says, with the first that does."""
    outcomes = plan.section("E").items
    names = set(_WORD.findall(f"{plan.facts.child_name or ''} {plan.facts.known_as or ''}".lower()))
    said = [_said(outcome, names) for outcome in outcomes] if len(outcomes) > 1 else []
    meant = [frozenset(_meanings().get(word, word) for word in one) for one in said]
    numbers = [_numbers(one) for one in said]
    held = Counter(word for one in meant for word in one) if len(meant) > _FEW_OWN else Counter()
    plain = [_plain(outcome) for outcome in outcomes]
    found: list[tuple[Pair, bool]] = []
    for place in range(1, len(said)):
        outcome, words = outcomes[place], said[place]
        before = [at for at in range(place) if numbers[at] == numbers[place]]
        again = [at for at in range(place) if _begins(plain[at], plain[place])]
        again += [
            at for at in before if _same(said[at], words) or _for_the_same(outcomes[at], outcome, said[at], words)
        ]
        alike = again or [
            at
            for at in range(place)
            if _by_the_same_steps(outcomes[at], outcome)
            or (
                (
                    _nearly(numbers[at], numbers[place])
                    or _numberless(outcomes[at], outcome, numbers[at] | numbers[place])
                )
                and _alike(meant[at], meant[place], held)
            )
        ]
        if alike:
            found.append(((outcomes[min(alike)].passages[-1], outcome.passages[-1]), bool(again)))
    return found


def _numbers(said: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in said if word.isdigit())


def _nearly(one: frozenset[str], other: frozenset[str]) -> bool:
    """Are the numbers the same, or all of the one's, or two or more, with one at most that the other lacks?"""
    if one <= other or other <= one:
        return bool(one & other)
    return (
        len(one & other) >= _NUMBERS_ALIKE and len(one - other) < _NUMBERS_ALIKE and len(other - one) < _NUMBERS_ALIKE
    )


def _numberless(one: Item, other: Item, numbers: frozenset[str]) -> bool:
    """Are they, for the same needs, without any number by which two could be told apart?"""
    return not numbers and bool(one.refers) and one.refers == other.refers


def _alike(one: frozenset[str], other: frozenset[str], held: Mapping[str, int]) -> bool:
    """Do they share enough words, for the numbers that they share? Words that no other outcome has count more.

    The more numbers are the same, the fewer words have to be: a single one of several tells little.
    """
    words, more = (each - _numbers(each) - _COUNTED for each in (one, other))
    shared, shorter = len(words & more), min(len(words), len(more))
    own = sum(held[word] == _BOTH for word in words & more)
    numbers = _numbers(one) & _numbers(other)
    all_same = _numbers(one) == _numbers(other)
    if all_same and not numbers:
        return shared >= max(_FEW_OWN, _ALIKE * shorter)
    if not all_same and len(numbers) < _NUMBERS_ALIKE:
        return own > _FEW_OWN and own >= _MUCH * shorter
    if all_same and own >= max(_FEW_OWN, _THIRD * shorter):
        return True
    if all_same and len(numbers) > _NUMBERS_ALIKE:
        return shared >= max(_NUMBERS_ALIKE, _THIRD * shorter)
    return shared >= max(_LEAST, _HALF * shorter)


def _for_the_same(one: Item, other: Item, said: frozenset[str], again: frozenset[str]) -> bool:
    """Two outcomes for the same needs, with the same two numbers or more, and most of their other words in common."""
    numbers = _numbers(said)
    words, more = said - numbers, again - numbers
    shared = len(words & more)
    if not one.refers or one.refers != other.refers or len(numbers) < _NUMBERS_ALIKE:
        return False
    return shared > _NUMBERS_ALIKE and shared >= _MOST * min(len(words), len(more))


def _by_the_same_steps(one: Item, other: Item) -> bool:
    """Do two outcomes answer the same needs by the same steps, whatever their words: "Amelia is understood by an adult
    ..." and "an adult understands Amelia ..."?
    """
    told = [[field.passage for field in each.fields if field.name == "steps"] for each in (one, other)]
    steps, again = (" ".join(piece.text.lower().strip(" .") for piece in pieces) for pieces in told)
    shared = {piece.start for piece in told[0]} & {piece.start for piece in told[1]}  # a cell beside both
    same = bool(one.refers) and one.refers == other.refers and steps == again
    return same and not shared and any(map(str.isdigit, steps))


def _begins(one: list[str], other: list[str]) -> bool:
    """Does one say all that the other says, word for word, and then more ("..., so that he keeps pace")?"""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _WORD_FOR_WORD and longer[: len(shorter)] == shorter


def _plain(outcome: Item) -> list[str]:
    return _WORD.findall(_POINTERS.sub(" ", _SINCE.sub("", outcome.text)).lower())


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    longer, shorter = max(len(one), len(other)), min(len(one), len(other))
    return shorter >= _LEAST and len(one & other) >= _ALIKE * longer


def _said(outcome: Item, names: set[str]) -> frozenset[str]:
    """The telling words of an outcome, as stems and digits, without deadline, the child's name and where it starts."""
    text = _SINCE.sub("", outcome.text)
    for deadline in sorted(outcome_wording(text).deadlines, key=lambda one: one.span.start, reverse=True):
        text = f"{text[: deadline.span.start]} {text[deadline.span.end :]}"
    text = _POINTERS.sub(" ", text).lower()
    for pattern, word, plain in _AMOUNTS:
        if word in text:
            text = pattern.sub(plain, text)
    text = _OTHERS.sub(_as_group, text)
    if "week" in text:
        text = _OF_A_WEEK.sub(r"\g<some>\g<what> out of five", text)
    text = _SHARE.sub(_as_percent, text)
    passed_over = names | words_of("same words")
    words = {_NUMBERS.get(word, word) for word in _WORD.findall(text)}
    return frozenset(map(_stem, words - passed_over))


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    root = word if word.isdigit() or is_number(word) else stem(word)
    if len(root) <= 3 or root[-1] not in "ye":
        return root
    return f"{root[:-1]}i" if root.endswith("y") else root[:-1]


@cache
def _meanings() -> dict[str, str]:
    """The stem of a word for which others are said, by the stem of each."""
    groups = [[_stem(word) for word in group.split()] for group in _SAME_THINGS]
    return {word: group[0] for group in reversed(groups) for word in group}
