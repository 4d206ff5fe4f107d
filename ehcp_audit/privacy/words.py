"""The word lists that tell a name from an ordinary word: names, short forms, capitals that name nobody, acronyms."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from ehcp_audit.rare import rarely
from ehcp_audit.resources import read_data

_DATA = Path(__file__).parent / "data"
_FOLDED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)
_ENDINGS = rarely(
    r"(?:ing|ings|ed|ly|tion|tions|sion|sions|ment|ments|ness|ity|ities|able|ible|ful|less|ised|ises|ising|isation|"
    r"ology|ological|ally|ically|ical|ative|ivity|ship|ships|hood|wards|ously|ious|eous|iently|ence|ences|ance|ances)$"
)
_LONG_ENOUGH = 7


def fold(word: str) -> str:
    """A word without case, accents, apostrophes and hyphens: "Zoë" and "zoe", "O’Neill" and "oneill" are one."""
    if word.isascii():
        plain = word.lower()
    else:
        spread = unicodedata.normalize("NFKD", word.casefold().translate(_FOLDED))
        plain = "".join(one for one in spread if not unicodedata.combining(one))
    return plain if plain.isalnum() else "".join(one for one in plain if one.isalnum())


@cache
def _listed(name: str) -> frozenset[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return frozenset(fold(word) for line in lines if not line.startswith("#") for word in line.split())


def given_names() -> frozenset[str]:
    """Given names, folded."""
    return _listed("given_names.txt")


def family_names() -> frozenset[str]:
    """Common family names, folded."""
    return _listed("surnames.txt")


def known_capitals() -> frozenset[str]:
    """Words written with a capital that name nobody, folded."""
    return _listed("known_capitals.txt")


def acronyms() -> frozenset[str]:
    """Short forms in capitals that are no one's initials, folded."""
    return _listed("acronyms.txt")


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """What else a person of this given name may be called, both ways round; folded."""
    forms: dict[str, set[str]] = {}
    for line in (_DATA / "short_forms.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, *others = (fold(word) for word in line.split())
        forms.setdefault(name, set()).update(others)
        for other in others:
            forms.setdefault(other, set()).add(name)
    return {name: frozenset(others) for name, others in forms.items()}


@cache
def is_plain(word: str) -> bool:
    """Is this folded word an ordinary one: in the list, or made from one in the list by a regular ending?"""
    plain = _listed("plain_words.txt")
    if word in plain:
        return True
    if word in given_names() or word in family_names():
        return False
    if is_in_use(word):
        return True
    if len(word) >= _LONG_ENOUGH and _ENDINGS.search(word):
        return True
    start = next((one for one in ("un", "re", "non", "pre", "mis", "dis", "over", "self") if word.startswith(one)), "")
    return bool(start) and len(word) - len(start) >= 4 and word[len(start) :] in plain


@cache
def is_in_use(word: str) -> bool:
    """Is this folded word in the list, or a regular form of one that is? An ending alone is not enough."""
    plain = _listed("plain_words.txt")
    return word in plain or any(stem in plain for stem in _stems(word))


def _stems(word: str) -> list[str]:
    """What a regular plural, past, -ing, -er or -ly form may come from."""
    found = []
    for ending, instead in (
        ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"),
        ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("est", ""), ("ly", ""), ("ily", "y"), ("ness", ""),
        ("y", ""),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            found.append(stem + instead)
            if ending in ("ed", "ing", "er") and len(stem) > 3 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return found


def one_letter_apart(one: str, other: str) -> bool:
    """Do two words differ by one letter put in, left out, changed, or two neighbours changed about?"""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    if one[at + 1 :] == other[at + 1 :]:
        return True
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


@cache
def word_set(name: str) -> frozenset[str]:
    """A named set of words of data/sets.yml."""
    return frozenset(lists("sets.yml")[name])


@cache
def lists(name: str) -> dict[str, list[Any]]:
    """What a YAML file of data/ holds."""
    return read_data(_DATA / name)
