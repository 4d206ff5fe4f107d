"""The word lists beside this module, compiled for spaCy: fixed phrases for a PhraseMatcher, patterns for Matchers.

An entry is a phrase (`would benefit from`) or a pattern. In a pattern every word stands for itself, `a|b` for either,
`word?` for a word that may be missing, `#` for a number in figures or words, `#year` for 1990 to 2099, `{name}` for a
word of a set in sets.yml (`{name}?` too), `*3` for up to three words that do not end a sentence. A list whose name
ends in `verbs` holds base forms; their other forms are made here, irregular ones stand in irregular.yml. An entry may
be a mapping with `words`, and `example` and `near_miss` that the tests run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import Any

from ehcp_audit.language.tokens import Hit, Look, longest, sentence_starts, split

FOLDER = Path(__file__).resolve().parent / "words"

NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}

_OPERATORS = re.compile(r"[|?#{*]")
_LONGEST_CACHED = 20_000


def is_number(word: str) -> bool:
    """Is the word a number, in figures or in words?"""
    return word[:1].isdigit() or word in NUMBERS


def is_year(word: str) -> bool:
    """Is the word a year of four figures, 1990 to 2099?"""
    return len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}


def entries(folder: Path = FOLDER) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each list's name (`file.key`) with each of its entries as a mapping that holds at least `words`."""
    for path in sorted(folder.glob("*.yml")):
        if path.stem in {"sets", "irregular", "acronyms"}:
            continue
        for key, listed in _yaml(path).items():
            for entry in listed:
                yield f"{path.stem}.{key}", entry if isinstance(entry, dict) else {"words": str(entry)}


@cache
def sets() -> Mapping[str, tuple[str, ...]]:
    """The sets of single words that patterns name in braces."""
    return {name: tuple(str(word) for word in words) for name, words in _yaml(FOLDER / "sets.yml").items()}


@cache
def word_set(name: str) -> frozenset[str]:
    """One of those sets, for asking whether a word is in it."""
    return frozenset(sets()[name])


@cache
def lexicon() -> Lexicon:
    """All the word lists, compiled. The first call imports spaCy."""
    return Lexicon(entries())


def look_at(text: str) -> Look:
    """The text tokenised once, with every hit of every list."""
    return _look_again(text) if len(text) <= _LONGEST_CACHED else lexicon().look(text)


@lru_cache(maxsize=512)
def _look_again(text: str) -> Look:
    return lexicon().look(text)


class Lexicon:
    """Lists of phrases and patterns, ready to be looked for in one pass each."""

    def __init__(self, listed: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
        import spacy
        from spacy.matcher import Matcher, PhraseMatcher
        from spacy.tokens import Doc

        self._doc = Doc
        self._vocab = spacy.blank("en").vocab
        self._number = self._vocab.add_flag(is_number)
        self._year = self._vocab.add_flag(is_year)
        self._phrases = PhraseMatcher(self._vocab, attr="ORTH")
        self._matcher = Matcher
        self._patterns: list[_Pattern] = []
        phrases: dict[str, set[tuple[str, ...]]] = {}
        for name, entry in listed:
            for words in _variants(name, str(entry["words"])):
                if _OPERATORS.search(words) is None:
                    phrases.setdefault(name, set()).add(tuple(split(words)[0]))
                    continue
                self._patterns.append(_Pattern(name, words))
        for name in sorted(phrases):
            self._phrases.add(name, [Doc(self._vocab, words=list(phrase)) for phrase in sorted(phrases[name])])
        self._anchored: dict[str, list[int]] = {}
        for number, pattern in enumerate(self._patterns):
            for word in pattern.anchor:
                self._anchored.setdefault(word, []).append(number)

    def look(self, text: str, *, prefilter: bool = True) -> Look:
        """The text with its hits; `prefilter=False` runs every pattern and finds the same (the tests hold it to that)."""
        words, starts, ends = split(text)
        sentences = sentence_starts(text, words, starts, ends)
        if not words:
            return Look(text, (), (), ())
        doc = self._doc(self._vocab, words=words)
        found: dict[str, list[Hit]] = {}
        strings = self._vocab.strings
        for key, first, last in self._phrases(doc):
            name = strings[key]
            found.setdefault(name, []).append(Hit(first, last, name))
        for number in self._candidates(words) if prefilter else range(len(self._patterns)):
            pattern = self._patterns[number]
            if pattern.matcher is None:
                pattern.matcher = self._matcher(self._vocab, validate=False)
                pattern.matcher.add(pattern.name, [self._tokens(pattern.words)])
            for _, first, last in pattern.matcher(doc):
                found.setdefault(pattern.name, []).append(Hit(first, last, pattern.name))
        hits_by_list = {name: longest(hits) for name, hits in sorted(found.items()) if hits}
        return Look(text, tuple(words), tuple(starts), tuple(ends), sentences, hits_by_list)

    def _candidates(self, words: list[str]) -> list[int]:
        distinct = set(words)
        numbers: set[int] = set()
        for word in distinct:
            numbers.update(self._anchored.get(word, ()))
        if any(is_number(word) for word in distinct):
            numbers.update(self._anchored.get("#", ()))
        return sorted(numbers)

    def _tokens(self, words: str) -> list[dict[Any, Any]]:
        """The pattern as spaCy's Matcher takes it."""
        tokens: list[dict[Any, Any]] = []
        for part in words.split():
            if part.startswith("*"):
                tokens += [{"ORTH": {"NOT_IN": [".", ";", "!", "?", ":"]}, "OP": "?"}] * int(part[1:])
                continue
            bare = part.removesuffix("?")
            token: dict[Any, Any]
            if bare in {"#", "#year"}:
                token = {self._number if bare == "#" else self._year: True}
            else:
                allowed = _allowed(bare)
                token = {"ORTH": {"IN": sorted(allowed)}} if len(allowed) > 1 else {"ORTH": next(iter(allowed))}
            tokens.append({**token, "OP": "?"} if part != bare else token)
        return tokens


class _Pattern:
    """A pattern, the words of which one must occur for it to match, and its Matcher once it was needed."""

    __slots__ = ("anchor", "matcher", "name", "words")

    def __init__(self, name: str, words: str) -> None:
        self.name = name
        self.words = words
        self.matcher: Any = None
        required = [part for part in words.split() if not part.startswith("*") and not part.endswith("?")]
        choices = [_allowed(part) for part in required if not part.startswith("#")]
        if not required:
            raise ValueError(f"{name}: the pattern '{words}' holds no word that must occur")
        self.anchor = max(choices, key=_rarity) if choices else frozenset({"#"})


def _allowed(part: str) -> frozenset[str]:
    return word_set(part[1:-1]) if part.startswith("{") else frozenset(part.split("|"))


_COMMON = frozenset("a an and as at be by for from has have in is it of on or the to will with".split())


def _rarity(words: frozenset[str]) -> tuple[bool, int]:
    return not words & _COMMON, -len(words)


def _variants(name: str, words: str) -> Iterator[str]:
    """The entry, or in a list of verbs its forms."""
    if not name.endswith("_verbs"):
        yield words
        return
    first, _, rest = words.partition(" ")
    for form in _forms(first):
        yield f"{form} {rest}".rstrip()


@cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    return {str(base): tuple(str(forms).split()) for base, forms in _yaml(FOLDER / "irregular.yml").items()}


def _forms(base: str) -> tuple[str, ...]:
    """A verb's forms: base, -s, -ing, -ed; a doubled consonant where the verb is short."""
    if _OPERATORS.search(base):
        return tuple(dict.fromkeys(form for one in base.split("|") for form in _forms(one))) if "|" in base else (base,)
    third = (
        base[:-1] + "ies"
        if re.search(r"[^aeiou]y$", base)
        else base + "es"
        if base.endswith(("s", "x", "ch", "sh", "z", "o"))
        else base + "s"
    )
    stem = base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) else base
    if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", base) or base in {
        "begin",
        "control",
        "refer",
        "travel",
        "label",
        "signal",
    }:
        stem = base + base[-1]
    past = base[:-1] + "ied" if third.endswith("ies") else stem + "ed"
    forms = [base, third, stem + "ing", past]
    extra = _irregular().get(base)
    if extra:
        forms[3:] = extra
    return tuple(dict.fromkeys(forms))


def _yaml(path: Path) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (CSafeLoader is safe)
    return loaded if isinstance(loaded, dict) else {}


def expand(parts: Iterable[Iterable[str]]) -> list[str]:
    """Every phrase made of one word from each part."""
    return [" ".join(words) for words in product(*parts)]


def acronyms_allowed() -> frozenset[str]:
    """The acronyms that need no explanation in a plan."""
    return frozenset(str(one) for one in _yaml(FOLDER / "acronyms.yml")["allowed"])
