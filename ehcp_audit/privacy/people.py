"""People whom a text names though no field holds them: by title, role, kin word, initial or given name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ehcp_audit.language.roles import find_roles
from ehcp_audit.privacy.tokens import Word, is_titled, line_around
from ehcp_audit.privacy.words import acronyms, family_names, given_names, is_plain, known_capitals, word_set

TITLES = word_set("people.titles")
_NEVER_AFTER_MISS = word_set("people.never_after_miss")
KIN = word_set("people.kin")
_JOINS = re.compile(r"[ \u00a0]{1,2}|[ \u00a0]?[-‐‑][ \u00a0]?|['’]|\.[ \u00a0]{0,2}|\n")
_TO_NAME = re.compile(r"[\s,:;(–—\[\"'“‘-]{1,4}[\"'“‘(]{0,2}")
_LIST = re.compile(
    r"\s?,\s{1,2}(?:and\s)?|\s(?:and|&|or)\s|\s?/\s?|\s?\(\s?(?:age|aged)?\s?\d{1,2}\s?\)\s?(?:,|and|&)?\s{0,2}"
)
_FROM_NAME = re.compile(
    r"\s{0,2}[,(–—-]\s{0,2}(?:(?:who )?(?:is |was )?(?:his|her|my|their|our|the|a|an)\s)?(?:\w+\s)?$"
)
_PARTICLES = word_set("people.particles")
_LONGEST = 5
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name in a text: where its first and last word stand, and what the words around say of the person."""

    first: int  # index of its first word
    last: int
    kind: str  # PROFESSIONAL, RELATIVE, PERSON, NAME (nothing but its capital says that it is one)


def find_people(text: str, words: Sequence[Word], common: frozenset[str] = frozenset()) -> list[Named]:
    """Who is named, by the words around the name, a given name in it, or by nothing but a capital?

    `common`: words that the plan writes in small letters too.
    """
    found: list[Named] = []
    found += _titled(text, words)
    found += _beside_roles(text, words)
    found += _beside_kin(text, words)
    found += _by_given_name(text, words)
    found += _unknown(text, words, common)
    return found


def could_be_name(word: Word) -> bool:
    """Is the word one with a capital that is no ordinary word, no acronym and nothing known?"""
    return (
        word.capital
        and len(word.folded) >= 2
        and not word.plain
        and word.folded not in known_capitals()
        and not (word.caps and (word.folded in acronyms() or len(word.folded) < 3))
    )


def is_listed(word: Word) -> bool:
    """Is it a given or family name of the lists, whether or not it is an ordinary word too?"""
    return word.capital and (word.folded in given_names() or word.folded in family_names())


def _is_name(word: Word) -> bool:
    """May the word be part of a name, where the words around say that one stands here?"""
    if not word.capital:
        return False
    if could_be_name(word):
        return True
    if word.caps and word.folded in acronyms():
        return False
    return is_listed(word)


def run_from(text: str, words: Sequence[Word], at: int, *, any_first: bool = False) -> int:
    """The last word of the name that begins at this word (-1: no name begins here)."""
    if at >= len(words) or not words[at].capital:
        return -1
    last, seen = -1, False
    i = at
    while i < len(words) and i - at < _LONGEST:
        word = words[i]
        if i > at and not _JOINS.fullmatch(text[words[i - 1].end : word.start]):
            break
        if i > at and words[i - 1].owns:
            break
        if _is_name(word) or (i == at and any_first and word.capital):
            last, seen = i, True
        elif len(word.folded) == 1 and word.capital and not word.owns:
            pass  # an initial: part of the name when more of it follows
        elif word.folded in _PARTICLES and i + 1 < len(words) and words[i + 1].capital:
            pass
        elif i > at and "-" in text[words[i - 1].end : word.start] and word.capital and seen:
            last = i
        else:
            break
        i += 1
    return last


def _titled(text: str, words: Sequence[Word]) -> Iterator[Named]:
    for i, word in enumerate(words[:-1]):
        if word.folded not in TITLES or not (word.capital or word.folded in ("dr", "mr", "mrs")):
            continue
        after = words[i + 1]
        if not re.fullmatch(r"\.?[ \u00a0\n]{1,2}|\.", text[word.end : after.start]):
            continue
        if (
            after.folded in _NEVER_AFTER_MISS
            or after.folded in TITLES
            or (word.folded == "miss" and after.plain and not is_listed(after))
        ):
            continue
        if len(after.folded) > 1 and not after.capital:
            continue
        last = _with_family(text, words, i + 1, run_from(text, words, i + 1, any_first=True))
        if last >= 0:
            yield Named(
                i + 1, last, "PROFESSIONAL" if word.folded in ("dr", "doctor", "prof", "professor") else "PERSON"
            )


def _with_family(text: str, words: Sequence[Word], first: int, last: int) -> int:
    """Where the name ends when a family name that is an ordinary word follows a given name: "Bob Tanner reports"."""
    after = last + 1
    if last < first or after >= len(words) or words[last].owns or words[last].folded not in given_names():
        return last
    name, gap = words[after], text[words[last].end : words[after].start]
    is_one = name.capital and not name.caps and name.plain and gap in (" ", "\u00a0") and len(name.folded) >= 3
    if not is_one or name.folded in _NO_FAMILY or name.folded in known_capitals() | KIN or find_roles(name.text):
        return last
    goes_on = words[after + 1] if after + 1 < len(words) else None
    titled = goes_on is not None and goes_on.capital and text[name.end : goes_on.start] == " "
    return last if titled or text[name.end : name.end + 2].strip()[:1].isdigit() else after


def _beside_roles(text: str, words: Sequence[Word]) -> Iterator[Named]:
    starts = {word.start: i for i, word in enumerate(words)}
    for role in find_roles(text):
        if role.kind == "child" or role.role in ("school", "setting", "nursery", "college", "family", "pre-school"):
            continue
        kind = "RELATIVE" if role.kind == "parent" else "PROFESSIONAL"
        first = next((i for i, word in enumerate(words) if word.start >= role.end), len(words))
        if first < len(words) and _TO_NAME.fullmatch(text[role.end : words[first].start]):
            skip = first + 1 if words[first].folded in TITLES else first
            last = run_from(text, words, skip)
            if last >= 0 and _worth(words[skip : last + 1]):
                yield Named(skip, last, kind)
        before = starts.get(role.start)
        if before:
            yield from _name_before(text, words, before, kind)


def _name_before(text: str, words: Sequence[Word], role: int, kind: str) -> Iterator[Named]:
    """ "Janet Obi (SENCO)", "Janet Obi, his class teacher": a name of two words at least, then the role."""
    end = role - 1
    while end >= 0 and role - end <= 3 and not words[end].capital:
        end -= 1
    if end < 0 or not re.match(r"\s{0,2}[,(–—-]|\s{0,2}$", text[words[end].end : words[end + 1].start]):
        return
    if not _FROM_NAME.fullmatch(text[words[end].end : words[role].start]) and end != role - 1:
        return
    first = end
    while (
        first > 0
        and _JOINS.fullmatch(text[words[first - 1].end : words[first].start])
        and words[first - 1].capital
        and _is_name(words[first - 1])
    ):
        first -= 1
    last = run_from(text, words, first)
    if last == end and _worth(words[first : last + 1]) and (last > first or could_be_name(words[first])):
        yield Named(first, last, kind)


def _worth(run: Sequence[Word]) -> bool:
    """Does the run hold a word that is a name and nothing else, or a given name and a family name?"""
    return any(could_be_name(word) for word in run) or (
        len(run) >= 2 and any(word.folded in given_names() for word in run[:-1])
    )


def _beside_kin(text: str, words: Sequence[Word]) -> Iterator[Named]:
    for i, word in enumerate(words):
        if word.folded not in KIN:
            continue
        at = _after_kin(text, words, i)
        if at is not None:
            while at < len(words):
                if words[at].folded in TITLES:
                    at += 1
                last = run_from(text, words, at)
                if last < 0 or not (_worth(words[at : last + 1]) or (is_listed(words[at]) and not words[at].opens)):
                    break
                yield Named(at, last, "RELATIVE")
                if last + 1 >= len(words) or not _LIST.fullmatch(text[words[last].end : words[last + 1].start]):
                    nxt = last + 1
                    if nxt < len(words) and words[nxt].folded in ("and", "or"):
                        at = nxt + 1
                        continue
                    break
                at = last + 1
        if i > 0 and words[i - 1].folded in (
            "his",
            "her",
            "my",
            "their",
            "our",
            "the",
            "older",
            "younger",
            "big",
            "little",
            "a",
        ):
            yield from _name_before(text, words, i - 1, "RELATIVE")
        elif i > 0:
            yield from _name_before(text, words, i, "RELATIVE")
            yield from _one_name_before(text, words, i)
        yield from _said_to_be(text, words, i)


def _one_name_before(text: str, words: Sequence[Word], kin: int) -> Iterator[Named]:
    """ "Rose (sister, 4)": one name, an ordinary word maybe, and the kin word in brackets after it."""
    before = words[kin - 1]
    if is_listed(before) and re.fullmatch(r"\s?\(", text[before.end : words[kin].start]):
        yield Named(kin - 1, kin - 1, "RELATIVE")


def _said_to_be(text: str, words: Sequence[Word], kin: int) -> Iterator[Named]:
    """ "Star is Ada's best friend": whoever is said to be kin or a friend has a name, whatever word it is."""
    for i in range(kin - 1, max(0, kin - 5), -1):
        if words[i].folded in ("is", "was") and text[words[i - 1].end : words[i].start] == " ":
            name = words[i - 1]
            if name.capital and not name.caps and name.folded not in _PRONOUNS | _NO_PERSON | KIN | TITLES:
                yield Named(i - 1, i - 1, "RELATIVE")
            return


def _after_kin(text: str, words: Sequence[Word], kin: int) -> int | None:
    """Where a name may begin after a word for kin: "my dad Piotr", "my best friend is Rose", "my dad and Rose"."""
    at = kin + 1
    while at < min(kin + 3, len(words)) and words[at].folded in _TO_KIN:
        at += 1
    if at >= len(words):
        return None
    begin = words[kin if at == kin + 1 else at - 1].end
    return at if _TO_NAME.fullmatch(text[begin : words[at].start]) else None


def _by_given_name(text: str, words: Sequence[Word]) -> Iterator[Named]:
    """A given name with what follows it, or alone where it is no ordinary word; an initial and a name."""
    for i, word in enumerate(words):
        if not word.capital:
            continue
        if word.folded in given_names():
            last = run_from(text, words, i)
            if could_be_name(word) and not word.caps:
                last = _with_family(text, words, i, last)
            if last > i and (could_be_name(words[last]) or is_listed(words[last]) or could_be_name(word)):
                if not (word.plain and words[last].plain and is_titled(line_around(text, word.start)) and last - i > 1):
                    yield Named(i, last, "PERSON")
            elif (could_be_name(word) and (not word.caps or len(word.folded) >= 4)) or (
                word.plain
                and not word.opens
                and not word.caps
                and word.folded not in known_capitals() | {"will"}
                and not is_titled(line_around(text, word.start))
            ):
                yield Named(i, i, "PERSON")
        elif len(word.folded) == 1 and word.text not in ("I", "A") and i + 1 < len(words):
            after = words[i + 1]
            joined = re.fullmatch(r"\.?\s{0,1}|\.\s?", text[word.end : after.start])
            lettered = i > 0 and words[i - 1].folded in _LETTERED
            if joined and could_be_name(after) and not after.caps and not lettered:
                yield Named(i, run_from(text, words, i + 1), "PERSON")


def _unknown(text: str, words: Sequence[Word], common: frozenset[str]) -> Iterator[Named]:
    """A word with a capital inside a sentence, of no list: most likely a name."""
    i = 0
    while i < len(words):
        if not could_be_name(words[i]) or words[i].caps or words[i].folded in common:
            i += 1
            continue
        last = run_from(text, words, i)
        run = words[i : last + 1]
        line = line_around(text, words[i].start)
        if _stands_as_name(text, words, i, last, line):
            yield Named(i, last, "NAME")
        i += max(1, len(run))


def _stands_as_name(text: str, words: Sequence[Word], first: int, last: int, line: str) -> bool:
    run = words[first : last + 1]
    sure = sum(could_be_name(word) for word in run)
    if is_titled(line):
        begin = text.find(line, max(0, run[0].start - len(line)))
        near = words[max(0, first - _NEAR) : last + 1 + _NEAR]
        others = [one for one in near if one.capital and begin <= one.start < begin + len(line) and one not in run]
        return not others and len(run) <= 4 and sure >= 1
    after = words[last + 1] if last + 1 < len(words) else None
    if len(run) == 1 and after is not None and after.folded in _ENDS_CONDITION:
        return False  # a syndrome or a test that bears a name
    return not run[0].opens or len(run[0].folded) >= 4 or len(run) >= 2 or run[-1].owns


FOLLOW = word_set("people.follow")
"""What follows a name that begins a sentence."""


def plain_reading(after: Word | None, gap: str, name: Word) -> bool:
    """A name that is a word too begins a sentence: does the next word make sure that the word is meant?"""
    if after is None or gap not in (" ", "\u00a0", "\n"):
        return False
    if name.folded in ("will", "may"):
        return after.folded in _PRONOUNS
    if after.capital:
        return False
    if name.folded in _ADJECTIVES:
        verb = after.folded in FOLLOW or (after.folded.endswith(("s", "ed")) and not after.folded.endswith("ss"))
        return not verb and is_plain(after.folded)
    return after.folded in _PRONOUNS | _AFTER_VERBS


_PRONOUNS = word_set("people.pronouns")
_AFTER_VERBS = word_set("people.after_verbs")
_ENDS_CONDITION = word_set("people.ends_condition")
_LETTERED = word_set("people.lettered")
_NO_FAMILY = word_set("places.domain")
_NO_PERSON = frozenset(("who", "what", "here", "one", "another", "school", "home", "child", "support", "both", "each"))
_TO_KIN = frozenset(("is", "was", "are", "were", "called", "named", "aka", "and", "or"))
_ADJECTIVES = word_set("people.adjectives")
