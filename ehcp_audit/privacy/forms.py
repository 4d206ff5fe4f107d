"""The ways in which a known identity may be written: parts, short forms, initials, plural, joined, broken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ehcp_audit.privacy.identities import PEOPLE, Identity, Lexicon
from ehcp_audit.privacy.people import KIN, TITLES
from ehcp_audit.privacy.places import distinctive
from ehcp_audit.privacy.tokens import Word, words_in
from ehcp_audit.privacy.words import acronyms, fold, given_names, is_plain, known_capitals, short_forms, word_set

_PARTICLES = word_set("forms.particles")
_BROKEN = re.compile(r"[-‐‑\u00ad]\s{0,2}|\n")
_STREET_WORDS = word_set("forms.street_words")


@dataclass(slots=True)
class Forms:
    """Folded word -> whose name it may be (numbers of identities); phrases; initials; codes.

    `alone`: words that stand for their owner without another word of the name beside them. `sure`: known from a
    field, so that they are masked in small letters too.
    """

    tokens: dict[str, frozenset[int]] = field(default_factory=dict)
    phrases: dict[tuple[str, ...], frozenset[int]] = field(default_factory=dict)
    initials: dict[str, frozenset[int]] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)
    sure: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)  # parts of names that fields hold, ordinary words among them
    whole: set[tuple[str, ...]] = field(default_factory=set)  # full names, masked in small letters too
    given: dict[str, frozenset[int]] = field(default_factory=dict)  # whose first name it is
    by_length: dict[int, set[str]] = field(default_factory=dict)
    starts: dict[str, set[int]] = field(default_factory=dict)
    nicknames: dict[str, frozenset[int]] = field(default_factory=dict)  # "AJ" of Arjun

    def token(self, word: str, owner: int, *, alone: bool = True, sure: bool = False) -> None:
        self.tokens[word] = self.tokens.get(word, frozenset()) | {owner}
        if alone:
            self.alone.add(word)
        if sure:
            self.sure.add(word)

    def add_phrase(self, words: tuple[str, ...], owner: int) -> None:
        self.phrases[words] = self.phrases.get(words, frozenset()) | {owner}
        self.starts.setdefault(words[0], set()).add(len(words))

    def phrases_in(self, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Where phrases of the dictionary stand: first and last word. Their own words begin with capitals."""
        for i, word in enumerate(words):
            for length in self.starts.get(word.folded, ()):
                run = words[i : i + length]
                if len(run) == length and tuple(one.folded for one in run) in self.phrases and self._is_written_so(run):
                    yield i, i + length - 1

    def _is_written_so(self, run: Sequence[Word]) -> bool:
        if tuple(one.folded for one in run) in self.whole:
            return True
        long = [one for one in run if one.folded not in _PARTICLES]
        return all(one.capital for one in long) or (any(not one.plain for one in long) and len(run) > 1)

    def phrase(self, words: Sequence[Word], first: int, last: int) -> frozenset[int]:
        return self.phrases[tuple(one.folded for one in words[first : last + 1])]

    def plural(self, word: Word, before: str = "") -> frozenset[int]:
        """ "The Smiths", "Jamies": a name with an s, where that is no ordinary word or "the" stands before it."""
        if not word.capital or (word.plain and before != "the" and before not in self.tokens):
            return frozenset()
        for ending in ("s", "es"):
            if word.folded.endswith(ending) and len(word.folded) - len(ending) >= 3:
                owners = self.tokens.get(word.folded[: -len(ending)])
                if owners:
                    return owners
        return frozenset()

    def broken(self, text: str, words: Sequence[Word], i: int) -> frozenset[int]:
        """A name broken over two lines: this word and a neighbour make one that is known."""
        for j in (i, i - 1):
            if 0 <= j < len(words) - 1 and _BROKEN.fullmatch(text[words[j].end : words[j + 1].start]):
                whole = words[j].folded + words[j + 1].folded
                if len(whole) >= 6 and whole in self.tokens and words[j].capital:
                    return self.tokens[whole]
        return frozenset()


def forms_of(lexicon: Lexicon) -> Forms:
    """Every way of writing the identities of a lexicon that is looked for."""
    forms = Forms()
    for owner, identity in enumerate(lexicon.identities):
        for name in identity.names:
            if identity.kind in PEOPLE:
                _person(forms, owner, identity, name)
            elif identity.kind in ("SCHOOL", "PLACE"):
                _place(forms, owner, identity, name)
            elif identity.kind == "ADDRESS":
                _address(forms, owner, name)
            elif sum(one.isalnum() for one in name) >= 4:
                for code in (name.lower(), re.sub(r"[\s-]", "", name.lower())):
                    forms.codes.setdefault(code, identity.kind)
    for word in forms.tokens:
        if (
            (not is_plain(word) or (word in forms.known and len(word) >= 5))
            and len(word) >= 4
            and word not in known_capitals()
        ):
            forms.by_length.setdefault(len(word), set()).add(word)
    return forms


def _person(forms: Forms, owner: int, identity: Identity, name: str) -> None:
    words = [
        word
        for word in words_in(name)
        if word.folded not in TITLES and (identity.kind == "CHILD" or word.folded not in KIN)
    ]
    parts = [word.folded for word in words]
    if not parts:
        return
    for place, part in enumerate(parts):
        if len(part) < 2 or part in _PARTICLES:
            continue
        plain = is_plain(part)
        # "My sister Rose": so "Rose" alone is she, though it is a word too.
        told = identity.kind == "RELATIVE" or (identity.kind == "PERSON" and part in given_names())
        forms.token(part, owner, alone=identity.known or told or not plain, sure=identity.known and not plain)
        for half in _after_apostrophe(words[place]):
            forms.token(half, owner, sure=identity.known)
        if identity.known:
            forms.known.add(part)
        if place == 0:
            forms.given[part] = forms.given.get(part, frozenset()) | {owner}
        if place == 0 or place < len(parts) - 1:
            for short in short_forms().get(part, ()):
                if len(short) >= 2 and short not in forms.tokens:
                    forms.token(short, owner, alone=not is_plain(short) or identity.kind == "CHILD")
    if identity.kind == "CHILD":
        for short in (parts[0][0] + "j", parts[0][0] * 2):
            forms.nicknames[short] = frozenset((owner,))
    if len(parts) > 1:
        forms.add_phrase(tuple(parts), owner)
        if identity.kind == "CHILD":
            groups = [[word.folded for word in words_in(group)] for group in name.split()]
            ends = tuple(groups[0] + groups[-1]) if len(groups) > 1 else tuple(groups[0])
            wholes: list[tuple[str, ...]] = [tuple(parts), (parts[0], parts[-1]), ends, tuple(groups[0])]
            for full in wholes:
                if len(full) > 1:
                    forms.add_phrase(full, owner)
                    forms.whole.add(full)
        for joined in ("".join(parts), parts[0] + parts[-1], parts[-1] + parts[0], parts[0][0] + parts[-1]):
            if len(joined) >= 5 and not is_plain(joined):
                forms.token(joined, owner, sure=identity.known)
        for letters in {"".join(part[0] for part in parts), *(parts[0][0] + part[0] for part in parts[1:])}:
            if 2 <= len(letters) <= 4 and identity.kind in ("CHILD", "PARENT"):
                forms.initials[letters] = forms.initials.get(letters, frozenset()) | {owner}
    for i in range(len(parts) - 1):  # halves of a joined name, joined: "Smith-Jones", "SmithJones"
        if name[words[i].end : words[i + 1].start].strip() in ("-", "‐", "‑"):
            forms.token(parts[i] + parts[i + 1], owner, sure=identity.known)


def _after_apostrophe(word: Word) -> Iterator[str]:
    """ "Neill" of "O'Neill"."""
    pieces = re.split(r"['’ʼ`´]", word.text)
    if len(pieces) == 2 and len(pieces[1]) >= 4:
        yield fold(pieces[1])


def _place(forms: Forms, owner: int, identity: Identity, name: str) -> None:
    words = words_in(name)
    forms.add_phrase(tuple(word.folded for word in words), owner)
    for word in distinctive(words):
        forms.token(word, owner, sure=identity.known)
    own = [word.folded for word in words]
    while len(own) > 2:
        own = own[:-1]
        if any(len(word) > 3 for word in own):
            forms.add_phrase(tuple(own), owner)
    letters = "".join(word.text[0] for word in words if word.capital)
    if identity.known and len(letters) >= 3 and letters.lower() not in acronyms():
        forms.initials[letters.lower()] = forms.initials.get(letters.lower(), frozenset()) | {owner}


def _address(forms: Forms, owner: int, name: str) -> None:
    words = words_in(name)
    if any(one.isdigit() for one in name):  # "Flat 3", "27 Tannery Row"
        forms.codes.setdefault(name.lower(), "ADDRESS")
    if len(words) > 1:
        forms.add_phrase(tuple(word.folded for word in words), owner)
    for word in words:
        if len(word.folded) >= 3 and not word.plain and word.folded not in _STREET_WORDS:
            forms.token(word.folded, owner, sure=True)
