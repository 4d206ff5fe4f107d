"""Kinds of difficulty: which a sentence of a need tells of, and whether provision speaks of any of them.

A need is often one sentence of a longer paragraph that is tied to provision by its other sentences, or shares a word
by chance with a line for something else ("her hand aches after a few lines", "one idea to a line"). What is asked here
is narrower than a tie: does anything in the section speak of this kind of difficulty at all?
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache, partial

from ehcp_audit.checks.passages import lettered, sentences
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import holds, once
from ehcp_audit.checks.ties import concepts_of, content_of, generic, is_one_thing, subjects, ties_of
from ehcp_audit.language import beside
from ehcp_audit.language.wordlists import Lists
from ehcp_audit.model import Item, Passage, Plan
from ehcp_audit.rare import rarely

_WORD = re.compile(r"£|[a-z][a-z'’-]*")
_CLAUSE = rarely(r"[:;,]")
_OF_CARE = frozenset(
    (
        "break for carers", "young carer", "left alone", "friends", "leisure", "exploitation", "danger", "strangers",
        "travel", "sleep", "wet beds", "bathing", "dressing", "toileting", "getting out",
    )
)  # fmt: skip
"""The kinds to which social care may be the answer."""
_EFFECTS = frozenset(("tiring", "sleep"))
"""What a condition brings with it: whatever the plan gives for the condition by its number answers these too."""
_AFTER = rarely(r"\b(?:after(?:wards?)?|brings? on|cause[sd]?|disturbs?|leaves?|shortens?|tired for)\b", re.IGNORECASE)
_TIRING = frozenset(("tiring",))
_WEARY = frozenset(("tiring", "tired eyes"))
"""What a difficulty brings with it in lessons: whatever the plan gives for the need by its number answers these too."""
_SHORTEST = 4  # letters of the beginning of a word; shorter ones are whole words
_Finder = Callable[[str], frozenset[str]]


def unanswered(need: Item, tied: tuple[Item, ...], plan: Plan, codes: tuple[str, ...]) -> tuple[Passage, ...]:
    """The sentences of the need that tell of a kind of difficulty of which nothing in these sections speaks.

    A single sentence that is tied by its row or number is answered by what stands there, in whatever words.
    """
    one_alone = len(tuple(sentences(need.passages))) < 2
    if one_alone and ties_of(plan).how(need, tied) in ("row", "number"):
        return ()
    return once(plan, ("difficulties unanswered", need.subject, codes), partial(_bare_of, need, tied, plan, codes))


def is_answered(sentence: Passage, tied: Iterable[Item]) -> bool:
    """Does the sentence tell of a kind of difficulty of which one of these lines speaks, in whatever words?"""
    told = _told(sentence.text)
    return bool(told) and not told.isdisjoint(_spoken_in(_words_of(tied)))


def _bare_of(need: Item, tied: tuple[Item, ...], plan: Plan, codes: tuple[str, ...]) -> tuple[Passage, ...]:
    spoken: frozenset[str] | None = None
    bare = []
    linked = ties_of(plan).how(need, tied) in ("row", "number")
    for sentence in sentences(need.passages):
        told = _told(sentence.text)
        if need.section == "D":
            told &= _OF_CARE
        elif linked and need.section == "C":
            told -= _EFFECTS if _AFTER.search(sentence.text) else _TIRING
        elif linked and (told <= _WEARY or _is_spoken_of(sentence, told, tied, plan)):
            continue
        if told and _tells_of_something_hard(sentence):
            spoken = spoken if spoken is not None else _answered(plan, codes)
            if told.isdisjoint(spoken) and not _is_cause_answered(sentence.text, plan, codes):
                bare.append(sentence)
    return tuple(bare)


def _is_spoken_of(sentence: Passage, told: frozenset[str], tied: tuple[Item, ...], plan: Plan) -> bool:
    """Does what the plan itself sets beside the need speak of two things of the sentence, or of one of its kind?

    "Reads 24 point print for 15 minutes before her eyes ache" is a detail of what a teacher of braille is given for;
    "a busy road" is none of what ear defenders for busy places are given for.
    """
    said = " ".join(line.text for line in _words_of(tied, _WHAT_IS_GIVEN))
    shared = ties_of(plan).telling(sentence.text) & ties_of(plan).telling(said)
    return not is_one_thing(shared) or not shared.isdisjoint(_things_of_kinds(told, beside.lists()))


_WHAT_IS_GIVEN = ("title", "provision")  # the need itself may stand beside it, and is no answer


@lru_cache(maxsize=256)
def _things_of_kinds(kinds: frozenset[str], lists: Lists) -> frozenset[str]:
    """What the words of provision for these kinds of difficulty stand for (with a #)."""
    words = (entry for kind in kinds for entry in beside.words_now(f"answers.{kind}", lists))
    parts = {entry.strip("=") for entry in words if entry.strip("=").isalpha()}
    return frozenset(f"#{concept}" for part in parts for concept in concepts_of(part))


def _is_cause_answered(text: str, plan: Plan, codes: tuple[str, ...]) -> bool:
    """Does provision speak of what the sentence says that it comes from: "Tiredness from low iron" of iron?"""
    cause = _CAUSE.search(text)
    things = content_of(cause["cause"], generic()) if cause is not None else frozenset()
    return bool(things) and not things.isdisjoint(_things_of(plan, codes))


_CAUSE = rarely(r"\b(?:from|due to|because of|caused by)\s(?P<cause>[\w’'-]+(?:\s[\w’'-]+)?)")


def _things_of(plan: Plan, codes: tuple[str, ...]) -> frozenset[str]:
    """What the provision of these sections speaks of, worked out once for all needs."""
    return once(plan, ("things given in", codes), partial(_content_of, plan, codes))


def _content_of(plan: Plan, codes: tuple[str, ...]) -> frozenset[str]:
    return content_of("\n".join(piece.text for piece in _words_of(subjects(plan, codes))), generic())


def _told(text: str) -> frozenset[str]:
    """The kinds that a sentence tells of: those of its first clause that tells of any; what follows is how it shows.

    That a child tires comes of something else, which may be named after it: "tires, is unsafe on steps".
    """
    kinds = _kinds("difficulties", beside.lists())
    text = _BY_MEANS.sub(" ", text)
    whole = kinds(text)
    if len(whole) < 2:
        return whole
    first = next(filter(None, map(kinds, _CLAUSE.split(text))), whole)
    return whole if first == _TIRING else first


_BY_MEANS = rarely(r"\b(?:by|from) memory\b", re.IGNORECASE)  # how it is done, and no difficulty


def _tells_of_something_hard(sentence: Passage) -> bool:
    if holds(sentence, phrases("goes well")) or _TOLD_ELSEWHERE.search(sentence.text):
        return False
    return bool(holds(sentence, phrases("hard or helped"))) or not holds(sentence, phrases("strengths"))


_TOLD_ELSEWHERE = rarely(  # "(His balance is in section C", "Her sleep is told under D"
    r"\b(?:is|are|see|stands?)\s(?:(?:told|set out|described|dealt with|covered|given|recorded)\s)?(?:also\s)?"
    r"(?:(?:in|under|at)\s(?:[Ss]ection\s)?|[Ss]ection\s)[CDGH][12]?\.?\d{0,2}\)?[.;]?\s*$"
)


def _answered(plan: Plan, codes: tuple[str, ...]) -> frozenset[str]:
    """The kinds of difficulty of which these sections speak, worked out once for all needs."""
    return once(plan, ("difficulties answered in", codes), partial(_spoken_of, plan, codes))


def _spoken_of(plan: Plan, codes: tuple[str, ...]) -> frozenset[str]:
    return _spoken_in(_words_of(subjects(plan, codes)) or lettered(plan, codes))


def _words_of(items: Iterable[Item], named: tuple[str, ...] = ()) -> tuple[Passage, ...]:
    """The items' own words and their fields, all or those with one of these names."""
    return tuple(
        piece
        for item in items
        for piece in (*item.passages, *(one.passage for one in item.fields if not named or one.name in named))
    )


def _spoken_in(given: Iterable[Passage]) -> frozenset[str]:
    kinds = _kinds("answers", beside.lists())
    return frozenset().union(*(kinds(line.text) for line in sentences(given)))


@cache
def _kinds(group: str, lists: Lists) -> _Finder:
    """What tells the kinds of a sentence, by one group of these lists."""
    alone: dict[str, set[str]] = {}
    together: dict[str, list[tuple[frozenset[str], str]]] = {}
    parts: set[str] = set()
    phrased: list[tuple[str, str]] = []
    for name in beside.difficulties():
        for entry in beside.words_now(f"{group}.{name}", lists):
            if " " in entry:
                phrased.append((entry, name))
                continue
            needed = frozenset(entry.split("+"))
            parts |= needed
            if len(needed) == 1:
                alone.setdefault(entry, set()).add(name)
            else:
                together.setdefault(min(needed), []).append((needed, name))

    @lru_cache(maxsize=8192)
    def parts_of(word: str) -> frozenset[str]:
        ends = (word[:end] for end in range(_SHORTEST, len(word) + 1))
        whole = (word, f"={word}") if len(word) < _SHORTEST else (f"={word}",)
        return frozenset(parts.intersection((*ends, *whole)))

    def kinds(text: str) -> frozenset[str]:
        held = frozenset().union(*map(parts_of, _words(text)))
        found = {name for part in held for name in alone.get(part, ())}
        found |= {name for part in held for needed, name in together.get(part, ()) if needed <= held}
        lowered = text.lower()
        found |= {name for phrase, name in phrased if phrase in lowered}
        return frozenset(found)

    return kinds


def _words(text: str) -> Iterable[str]:
    words = set(_WORD.findall(text.lower().replace("’", "'")))
    return words.union(*(word.split("-") for word in words if "-" in word))
