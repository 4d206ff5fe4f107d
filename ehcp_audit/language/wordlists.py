"""The word lists beside this module, as data: their entries, the sets that patterns name, and the forms of verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

from ehcp_audit.rare import rarely
from ehcp_audit.resources import read_data

FOLDER = Path(__file__).resolve().parent / "words"

_NOT_LISTS = frozenset({"acronyms", "irregular", "sets"})
_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred")
NUMBERS: Mapping[str, int] = (
    {word: number for number, word in enumerate(_UNITS)}
    | {word: 20 + 10 * number for number, word in enumerate(_TENS)}
    | dict.fromkeys("½¼¾⅓⅔⅛⅜⅝⅞", 0)
)

_IN_A_CONSONANT_AND_Y = rarely(r"[^aeiou]y$")
_DOUBLED = rarely(r"[^aeiou]*[aeiou][^aeiouwxy]")
_THIRD = {"have": "has", "be": "is"}


def number_words(first: int, last: int) -> tuple[str, ...]:
    """The words for the numbers from `first` to `last`, nineteen at most: of 1 and 3 "one", "two", "three"."""
    return _UNITS[first : last + 1]


def is_number(word: str) -> bool:
    """Is the word a number, in figures or in words?"""
    return word[:1].isdigit() or word in NUMBERS


def is_year(word: str) -> bool:
    """Is the word a year of four figures, 1900 to 2099?"""
    return len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}


def is_date(word: str) -> bool:
    """Is the word a date of three numbers parted by dots?"""
    return word.count(".") == 2 and word[:1].isdigit() and len(word) <= 10


def int_of(word: str) -> int:
    """The number that a word stands for, 0 for none."""
    return NUMBERS.get(word, 0) or (int(word) if word.isdigit() and len(word) < 7 else 0)


def entries(folder: Path = FOLDER) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each list's name (`file.key`) with each of its entries as a mapping that holds at least `words`.

    A list is written one entry a line, or as one text with commas between (long lists of verbs), by subject or not.
    """
    for path in sorted(folder.glob("*.yml")):
        if path.stem in _NOT_LISTS:
            continue
        for key, listed in read_data(path).items():
            name = f"{path.stem}.{key}"
            for part in listed.values() if isinstance(listed, dict) else [listed]:
                for entry in part.split(", ") if isinstance(part, str) else part:
                    yield name, entry if isinstance(entry, dict) else {"words": str(entry)}


@cache
def sets() -> Mapping[str, tuple[str, ...]]:
    """The sets of single words that patterns name in braces, as shipped."""
    return {name: tuple(words.split()) for name, words in read_data(FOLDER / "sets.yml").items()}


Change = tuple[str, tuple[str, ...], tuple[str, ...]]
"""A list's name, the entries that a rubric adds to it, and those that it takes from it."""


class Lists:
    """The word lists with what a rubric changes in them. Equal only to itself, so that what is looked up is kept."""

    def __init__(self, changes: tuple[Change, ...] = ()) -> None:
        self.changes = changes
        self.beside = any(name.startswith(_BESIDE) for name, _, _ in changes)
        self.sets = _Sets({name.removeprefix("sets."): (also, never) for name, also, never in changes})

    def entries(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Every list's entries with the added ones; what is taken away is a list of its own, `-` before the name."""
        yield from _shipped()
        for name, also, never in self.changes:
            if not is_single(name) and not name.startswith(_BESIDE):
                yield from ((name, {"words": words}) for words in also)
                named = [name] if "." in name else [one for one in list_names() if one.startswith(f"{name}.")]
                yield from ((f"-{one}", {"words": words}) for one in named for words in never)

    def changed_in(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What is added to a list, and what is taken from it."""
        return next(((also, never) for one, also, never in self.changes if one == name), ((), ()))


class _Sets(dict[str, frozenset[str]]):
    """The sets by name, each made when it is first asked for."""

    def __init__(self, changes: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
        super().__init__()
        self._changes = changes

    def __missing__(self, name: str) -> frozenset[str]:
        also, never = self._changes.get(name, ((), ()))
        listed = name.removeprefix(_ACRONYMS)
        shipped = sets()[name] if listed == name else read_data(FOLDER / "acronyms.yml")[listed]
        self[name] = found = (frozenset(map(str, shipped)) | {*also}) - {*never}
        return found


_SCOPES: Mapping[str, frozenset[str]] = {
    "outcome": frozenset({"amounts.amount", "baseline", "frames", "measures", "roles", "times", "vague", "verbs"}),
    "provision": frozenset({"amounts", "hedges", "lines", "roles", "times", "traps", "types"}),
}
"""The lists that the questions about one kind of item ask for, by file or by file and key."""

_ACRONYMS = "acronyms."
_ACRONYM_LISTS = (f"{_ACRONYMS}allowed", f"{_ACRONYMS}names")
_SINGLE = ("sets.", _ACRONYMS)  # lists of single words, not of phrases and patterns
_BESIDE = ("phrases.", "concepts.", "generic_words", "hollow_words", "contributors.")  # lists that beside.py reads
SHIPPED = Lists()
_LISTS: ContextVar[Lists] = ContextVar("lists", default=SHIPPED)


@cache
def _shipped() -> tuple[tuple[str, Mapping[str, Any]], ...]:
    return tuple(entries())


@cache
def changed(changes: tuple[Change, ...]) -> Lists:
    """The lists with these changes; the same object for the same changes."""
    return Lists(changes)


def active() -> Lists:
    """The lists that are asked now: the shipped ones, or those that a rubric has changed."""
    return _LISTS.get()


@contextmanager
def using(changes: tuple[Change, ...]) -> Iterator[None]:
    """Ask these lists for as long as the block runs."""
    if not changes:
        yield
        return
    token = _LISTS.set(changed(changes))
    try:
        yield
    finally:
        _LISTS.reset(token)


@cache
def in_scope(scope: str, name: str) -> bool:
    """Does the scope ask for this list? No scope asks for all."""
    asked, name = _SCOPES[scope] if scope else None, name.lstrip("-")
    return asked is None or name in asked or name.partition(".")[0] in asked


def listed(name: str) -> tuple[str, ...]:
    """The entries of one list, as shipped."""
    if name.startswith(_ACRONYMS):
        return tuple(sorted(SHIPPED.sets[name]))
    if is_single(name):
        return sets()[name.removeprefix("sets.")]
    return tuple(str(entry["words"]) for each, entry in _shipped() if each == name)


def is_single(name: str) -> bool:
    """Does the list hold single words, not phrases and patterns?"""
    return name.startswith(_SINGLE)


@cache
def file_names() -> tuple[str, ...]:
    """The names of the files of lists: what a rubric takes from one, it takes from all its lists."""
    return tuple(dict.fromkeys(name.partition(".")[0] for name, _ in _shipped()))


@cache
def list_names() -> tuple[str, ...]:
    """The name of every list that a rubric may change."""
    return (*dict.fromkeys(name for name, _ in _shipped()), *(f"sets.{name}" for name in sets()), *_ACRONYM_LISTS)


def word_set(name: str) -> frozenset[str]:
    """One of the sets of single words, for asking whether a word is in it."""
    return _LISTS.get().sets[name]


def acronyms_allowed() -> frozenset[str]:
    """The acronyms that need no explanation in a plan."""
    return word_set("acronyms.allowed")


def acronyms_of_names() -> frozenset[str]:
    """Those that are the name of a test, a programme, a product or a body."""
    return word_set("acronyms.names")


@cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    return {str(base): tuple(str(forms).split()) for base, forms in read_data(FOLDER / "irregular.yml").items()}


def variants(name: str, words: str) -> tuple[str, ...]:
    """The entry, or in a list of verbs its forms: base, -s, -ing and past."""
    if not name.endswith("_verbs"):
        return (words,)
    first, _, rest = words.partition(" ")
    return tuple(f"{form} {rest}".rstrip() for form in forms(first))


def stem(base: str) -> str:
    """What all the forms of a verb begin with; "" where one may begin otherwise, as irregular ones do."""
    regular = len(base) > 2 and base.isalpha() and base not in _THIRD and base not in _irregular()
    return base[:-1] if regular else ""


def forms(base: str) -> tuple[str, ...]:
    """The forms of a verb: base, -s, -ing, past; irregular ones stand in irregular.yml."""
    if _IN_A_CONSONANT_AND_Y.search(base):
        third, past = base[:-1] + "ies", base[:-1] + "ied"
    else:
        third, past = base + ("es" if base.endswith(("s", "x", "ch", "sh", "z", "o")) else "s"), ""
    stem = base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) else base
    if _DOUBLED.fullmatch(base) or base in sets()["doubled"]:
        stem = base + base[-1]
    third = _THIRD.get(base, third)
    regular = (past or stem + "ed",)
    return tuple(dict.fromkeys((base, third, stem + "ing", *_irregular().get(base, regular))))


@cache
def vocabulary() -> frozenset[str]:
    """Every word of the lists, to tell a word broken at a line's end ("teach-ing") from two ("self-regulate")."""
    listed = " ".join(form for name, entry in _shipped() for form in variants(name, entry["words"]))
    return frozenset(re.findall(r"[a-z]{4,}", listed)).union(*sets().values())
