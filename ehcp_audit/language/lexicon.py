"""The word lists compiled for spaCy: fixed phrases for its PhraseMatcher, patterns for its Matcher.

An entry is a phrase (`would benefit from`) or a pattern. In a pattern every word stands for itself, `a|b` for either,
`word?` for a word that may be missing, `#` for a number in figures or words, `#year` for a year, `#date` for one like
31.7.2027, `{name}` for a word of a set in sets.yml (`{name}?` too), `*3` for up to three words that do not end a
sentence.

Nothing is compiled before a text calls for it. A phrase is added when all of its words have occurred (it is made when
the first of them does, and the forms of a verb when a word begins as all of them do), and a pattern runs only around
the words that it requires, where all that it requires occur: a plan touches a small part of the lists.
`prefilter=False` runs everything on the whole text; the tests hold both ways to the same hits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import Any

from ehcp_audit.language.spacy_parts import spacy_parts
from ehcp_audit.language.tokens import Hit, Look, first_word, is_respelt, longest, sentence_starts, split
from ehcp_audit.language.wordlists import (
    NUMBERS,
    Lists,
    active,
    in_scope,
    is_date,
    is_number,
    is_single,
    is_year,
    stem,
    variants,
    word_set,
)
from ehcp_audit.rare import rarely

_OPERATORS = rarely(r"[|?#{*]")
_STOPS = [".", ";", "!", "?", ":"]
_LONGEST_CACHED = 20_000
_EXPANDED = 150  # a pattern that stands for at most so many phrases is looked for as phrases


def lexicon(scope: str = "") -> Lexicon:
    """The word lists of a scope, or all of them. The first call imports spaCy."""
    return _lexicon(scope, active())


@lru_cache(maxsize=16)
def _lexicon(scope: str, lists: Lists) -> Lexicon:
    return Lexicon((name, entry) for name, entry in lists.entries() if in_scope(scope, name))


def look_at(text: str, scope: str = "") -> Look:
    """The text tokenised once, with every hit of every list of the scope: "outcome", "provision" or all of them.

    All checks of an item share one look at each of its texts.
    """
    return _look_again(text, scope, active()) if len(text) <= _LONGEST_CACHED else lexicon(scope).look(text)


@lru_cache(maxsize=4096)
def _look_again(text: str, scope: str, lists: Lists) -> Look:
    return _lexicon(scope, lists).look(text)


def forget() -> None:
    """Forget the texts that have been looked at, as a measurement does before each run."""
    _look_again.cache_clear()


def compile_afresh() -> None:
    """Drop the lists as they are compiled, and what they found: a phrase that was being added may be missing."""
    _lexicon.cache_clear()
    forget()


class Pattern:
    """A pattern's parts, what it requires, and how far around the rarest word that it requires it can reach."""

    __slots__ = ("after", "anchor", "before", "beside", "fixed", "matcher", "name", "needs", "others", "words")

    def __init__(self, name: str, words: str) -> None:
        self.name, self.words = name, words
        self.matcher: Any = None
        self.needs: list[frozenset[str]] = []
        reach, places = 0, []
        for part in words.split():
            if part.startswith("*"):
                reach += int(part[1:])
                continue
            if not part.endswith("?"):
                self.needs.append(allowed(part))
                places.append(reach)
            reach += 1
        if not self.needs:
            raise ValueError(f"{name}: the pattern '{words}' holds no word that must occur")
        self.anchor = max(self.needs, key=_rarity)
        self.before = places[self.needs.index(self.anchor)]
        self.after = reach - self.before
        self.beside = _beside(words.split(), self.anchor)
        told = all(part in _FIGURES or _FIGURES.isdisjoint(part.split("|")) for part in words.split())
        self.fixed = told and len(self.beside) + 1 == len(words.split())  # all of it stands beside the anchor
        self.others = tuple(sorted((need for need in self.needs if need is not self.anchor), key=_rarity, reverse=True))


_MOST_SEEN = 20_000  # words of plans that are kept, so that a worker keeps none of them for good


class Lexicon:
    """Lists of phrases and patterns, ready to be looked for."""

    def __init__(self, listed: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
        parts = spacy_parts()
        self._doc, self._matcher = parts.doc, parts.matcher
        # Words as they are: the English attributes (shape, likeness to a number or an address) would cost more than
        # all the rest and no rule asks for them.
        self._vocab = parts.vocab()
        flags = (("#", is_number), ("#year", is_year), ("#date", is_date))
        self._flags = {name: self._vocab.add_flag(asked) for name, asked in flags}
        self._phrases = parts.phrase_matcher(self._vocab, attr=parts.orth)
        self._waiting: dict[str, list[tuple[str, str]]] = {}  # entries, by the word that a phrase of them begins with
        self._wanting: dict[str, list[tuple[str, list[str]]]] = {}  # phrases, by a word that no text has held so far
        self._anchored: dict[str, list[Pattern]] = {}
        self._anchors: set[tuple[str, str]] = set()  # the patterns that are anchored
        self._verbs: dict[str, list[tuple[str, str]]] = {}
        self._longest = 0
        self._seen: set[str] = set()
        for name, entry in listed:
            words = str(entry["words"])
            begins = stem(words.partition(" ")[0]) if name.endswith("_verbs") else ""
            if begins and not is_respelt(begins):
                self._verbs.setdefault(begins, []).append((name, words))
                self._longest = max(self._longest, len(begins))
            else:
                self._file_all(name, words)

    def _file_all(self, name: str, words: str) -> None:
        for one in variants(name, words):
            self._file(name, one)

    def _file(self, name: str, words: str) -> None:
        """Keep an entry under the words that bring it in: those that it begins with, where they are told apart."""
        begins = words.partition(" ")[0]
        if _OPERATORS.search(words) is None:
            firsts = [first_word(words)]
        elif begins.replace("|", "").isalpha():
            firsts = begins.split("|")
        elif _is_short(words):
            firsts = sorted(allowed(begins))
        else:
            self._anchor(name, words)
            return
        for first in firsts:
            self._waiting.setdefault(first, []).append((name, words))

    def _anchor(self, name: str, words: str) -> None:
        """Have a pattern looked for around its rarest words; once, whatever brings it in."""
        if (name, words) not in self._anchors:
            self._anchors.add((name, words))
            pattern = Pattern(name, words)
            for word in sorted(pattern.anchor):
                self._anchored.setdefault(word, []).append(pattern)

    def look(self, text: str, *, prefilter: bool = True) -> Look:
        """The text with its hits."""
        words, starts, ends = split(text)
        if not words:
            return Look(text, (), (), ())
        if prefilter:
            self._bring_in(set(words))
        else:
            self._bring_in_all()
        doc = self._doc(self._vocab, words=words)
        found: dict[str, list[Hit]] = {}
        strings = self._vocab.strings
        for key, first, last in self._phrases(doc):
            name = strings[key]
            found.setdefault(name, []).append(Hit(first, last, name))
        for pattern, windows in self._windows(words) if prefilter else self._everywhere(len(words)):
            hits = found.setdefault(pattern.name, [])
            if pattern.fixed and prefilter:
                hits.extend(Hit(low, high, pattern.name) for low, high in windows)
                continue
            for low, high in windows:
                hits.extend(
                    Hit(low + first, low + last, pattern.name)
                    for _, first, last in self._run(pattern)(doc if high - low == len(words) else doc[low:high])
                )
        _take_away(found)
        hits_by_list = {
            name: longest(hits) if len(hits) > 1 else tuple(hits) for name, hits in sorted(found.items()) if hits
        }
        sentences = sentence_starts(text, words, starts, ends)
        return Look(text, tuple(words), tuple(starts), tuple(ends), sentences, hits_by_list)

    def _bring_in(self, distinct: set[str]) -> None:
        """Add the phrases of which these words are the last that were wanting, each once."""
        for word in distinct - self._seen:
            for end in range(2, min(len(word), self._longest) + 1):
                for verb in self._verbs.pop(word[:end], ()):
                    self._file_all(*verb)
        self._seen = distinct | (self._seen if len(self._seen) < _MOST_SEEN else set())
        for word in sorted((self._waiting.keys() & distinct) | (self._wanting.keys() & distinct)):
            for name, words in self._waiting.pop(word, ()):
                if _OPERATORS.search(words) is None:
                    self._add(name, split(words)[0])
                elif _is_short(words):
                    for phrase in _expanded(words, word):
                        self._add(name, phrase)
                else:
                    self._anchor(name, words)
            for name, phrase in self._wanting.pop(word, ()):
                self._add(name, phrase)

    def _add(self, name: str, phrase: list[str]) -> None:
        """Have the phrase looked for, or keep it under a word of it that no text has held so far."""
        for word in phrase:
            if word not in self._seen:
                self._wanting.setdefault(word, []).append((name, phrase))
                return
        self._phrases.add(name, [self._doc(self._vocab, words=phrase)])

    def _bring_in_all(self) -> None:
        """Add every phrase of the lists, all verbs in all their forms."""
        while self._verbs:
            for verb in self._verbs.popitem()[1]:
                self._file_all(*verb)
        while self._waiting or self._wanting:
            self._bring_in({*self._waiting, *self._wanting})

    def _windows(self, words: list[str]) -> Iterator[tuple[Pattern, list[tuple[int, int]]]]:
        """Each pattern of which every required word occurs, with the stretches around its anchors."""
        places: dict[str, list[int]] = {}
        anchored = self._anchored
        for index, word in enumerate(words):
            if word in anchored:
                places.setdefault(word, []).append(index)
            if word[0].isdigit() or word in NUMBERS:
                places.setdefault("#", []).append(index)
                if is_year(word):
                    places.setdefault("#year", []).append(index)
                elif is_date(word):
                    places.setdefault("#date", []).append(index)
        present, distinct = set(places), {*words, *places}
        for anchor_word in sorted(places):
            for pattern in anchored.get(anchor_word, ()):
                for need in pattern.others:
                    if need.isdisjoint(distinct):
                        break
                else:
                    met = pattern.anchor & present if len(pattern.anchor) > 1 else pattern.anchor
                    if len(met) > 1 and anchor_word != min(met):
                        continue  # another word of its anchor has brought it in
                    anchors = [place for word in met for place in places[word] if _fits(words, place, pattern)]
                    if anchors and pattern.fixed:
                        yield pattern, [(place - pattern.before, place + pattern.after) for place in anchors]
                    elif anchors:
                        yield pattern, _stretches(sorted(anchors), pattern, len(words))

    def _everywhere(self, size: int) -> Iterator[tuple[Pattern, list[tuple[int, int]]]]:
        every = {id(pattern): pattern for patterns in self._anchored.values() for pattern in patterns}
        return ((pattern, [(0, size)]) for pattern in every.values())

    def _run(self, pattern: Pattern) -> Any:
        if pattern.matcher is None:
            pattern.matcher = self._matcher(self._vocab, validate=False)
            pattern.matcher.add(pattern.name, [self._tokens(pattern.words)])
        return pattern.matcher

    def _tokens(self, words: str) -> list[dict[Any, Any]]:
        """The pattern as spaCy's Matcher takes it."""
        tokens: list[dict[Any, Any]] = []
        for part in words.split():
            if part.startswith("*"):
                tokens += [{"ORTH": {"NOT_IN": _STOPS}, "OP": "?"}] * int(part[1:])
                continue
            bare = part.removesuffix("?")
            token: dict[Any, Any]
            if bare in self._flags:
                token = {self._flags[bare]: True}
            else:
                choice = sorted(allowed(bare))
                token = {"ORTH": {"IN": choice}} if len(choice) > 1 else {"ORTH": choice[0]}
            tokens.append({**token, "OP": "?"} if part != bare else token)
        return tokens


def mistake_in(name: str, words: str) -> str | None:
    """What is wrong with an entry that somebody adds to a list; None where it can be used."""
    if is_single(name):
        return None if len(words.split()) == 1 else f"'{words}': this list holds single words"
    try:
        if _OPERATORS.search(words):
            Pattern(name, words.lower())
    except KeyError as unknown:
        return f"'{words}': no set of words is called {unknown}"
    except ValueError:
        return f"'{words}' could stand for nothing at all; one of its words must be one that has to occur"
    return None if split(words)[0] else f"'{words}' holds no word"


def _take_away(found: dict[str, list[Hit]]) -> None:
    """Drop the hits that a rubric takes from a list: those of the list of the same name with `-` before it."""
    for name in [name for name in found if name.startswith("-")]:
        dropped = {(hit.first, hit.last) for hit in found.pop(name)}
        kept = name.removeprefix("-")
        found[kept] = [hit for hit in found.get(kept, ()) if (hit.first, hit.last) not in dropped]


def allowed(part: str) -> frozenset[str]:
    """The words that a part of a pattern stands for; a number is "#", a year "#year", a date "#date"."""
    bare = part.removesuffix("?")
    if bare.startswith("#"):
        return frozenset({bare})
    return word_set(bare[1:-1]) if bare.startswith("{") else _either(bare)


@lru_cache(maxsize=4096)
def _either(words: str) -> frozenset[str]:
    return frozenset(words.split("|"))


_FIGURES = frozenset({"#", "#year", "#date"})
_COMMON = frozenset(
    ["#", "#year", "#date", "a", "an", "and", "as", "at", "be", "by", "for", "from", "has", "have", "in", "is", "it"]
) | {*("of", "on", "or", "the", "to", "will", "with", ",", "his", "her", "their", "each", "every", "all", "he", "she")}


def _rarity(words: frozenset[str]) -> tuple[int, int]:
    return -len(words & _COMMON), -len(words)


def _is_short(words: str) -> bool:
    """Does the pattern begin with a word, hold no number and no gap, and stand for few phrases?"""
    parts = words.split()
    if parts[0].endswith("?") or any(part.startswith(("#", "*")) for part in parts):
        return False
    count = 1
    for part in parts:
        count *= len(allowed(part)) + part.endswith("?")
    return count <= _EXPANDED


def _expanded(words: str, first: str) -> Iterator[list[str]]:
    """The phrases that a short pattern stands for, those that begin with this word."""
    choices = [sorted(allowed(part)) + [""] * part.endswith("?") for part in words.split()[1:]]
    for rest in product(*choices):
        yield [first, *(word for word in rest if word)]


def _beside(parts: list[str], anchor: frozenset[str]) -> tuple[tuple[int, frozenset[str]], ...]:
    """What must stand right beside the anchor, by its distance: parts with no gap or optional word between."""
    required = [index for index, part in enumerate(parts) if not part.startswith("*") and not part.endswith("?")]
    place = next(index for index in required if allowed(parts[index]) == anchor)
    found: list[tuple[int, frozenset[str]]] = []
    for step in (-1, 1):
        index = place + step
        while 0 <= index < len(parts) and not parts[index].startswith("*") and not parts[index].endswith("?"):
            found.append((index - place, allowed(parts[index])))
            index += step
    return tuple(found)


def _fits(words: list[str], place: int, pattern: Pattern) -> bool:
    """Could the pattern match with its anchor here: does what must stand beside it, and all else that it requires?"""
    size = len(words)
    for distance, choice in pattern.beside:
        index = place + distance
        if not 0 <= index < size or not (words[index] in choice or _is_figure(words[index], choice)):
            return False
    if pattern.fixed:
        return "#" not in words[place - pattern.before : place + pattern.after]  # the sign is no number
    if not pattern.others:
        return True
    near = words[max(0, place - pattern.before) : place + pattern.after]
    for need in pattern.others:
        if need.isdisjoint(near) and (need.isdisjoint(_FIGURES) or not any(_is_figure(word, need) for word in near)):
            return False
    return True


def _is_figure(word: str, choice: frozenset[str]) -> bool:
    """Is the word a number, a year or a date, where the choice allows one?"""
    if "#" in choice:
        return is_number(word)
    return ("#year" in choice and is_year(word)) or ("#date" in choice and is_date(word))


def _stretches(anchors: list[int], pattern: Pattern, size: int) -> list[tuple[int, int]]:
    """The stretches of tokens in which a match around one of these places must lie, joined where they touch."""
    joined: list[tuple[int, int]] = []
    for place in anchors:
        low, high = max(0, place - pattern.before), min(size, place + pattern.after)
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return joined
