"""How can a match of an expression begin, read off its own letters?

As openings.py, in a tenth of the time and for plain expressions only: those of which every match begins where a word
does, or with a sign. It is for the first plan that a process looks at: what can begin nowhere in it is not compiled.
What is read off may hold too much, never too little; where more than this would have to be understood, it says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ehcp_audit.checks.openings import LENGTH, is_word, key_of

_PARTS = re.compile(r"\\.|\[\^?\]?(?:[^\]\\]|\\.)*\]|[()|]", re.DOTALL)
_PLAIN = re.compile(rf"[A-Za-z][A-Za-z ,'-]{{{LENGTH - 1}}}(?![?*+{{])")
_RUN = re.compile(r"[A-Za-z][A-Za-z ,'-]*(?![?*+{])")
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|[is]*(?:-[is]+)?:|<?[=!]))?")
_REPEAT = re.compile(r"(?:([?*+])|\{(\d*)(,?)(\d*)\})[?+]?")
_CLASS = re.compile(r"\[((?:[\w '’\"“”(<./:;,!?–—-]|\\[-.()\]\[d])+)\]")
_MEMBER = re.compile(r"\\?(.)(?:-(?!$)(.))?", re.DOTALL)
_NO_WORD_BEFORE = ("(?<!\\w)", "(?<![\\w")
_MOST = 2000  # beginnings of one expression that are told apart
_WIDEST = 40  # characters of a class that are told apart


class _UnknownError(Exception):
    """The beginning of a match cannot be read off."""


class _Heads(NamedTuple):
    """What a part can begin with: what is told to its end or far enough, and what the next part goes on from."""

    done: set[str]
    going: set[str]


def beginnings(expression: str) -> frozenset[str] | None:
    """The keys (see `key_of`) of which each match begins with one, where a word begins or a sign stands; or None."""
    try:
        heads = _Expression(expression).heads()
    except _UnknownError:
        return None
    return None if "" in heads else frozenset(key_of("\0".join(heads)).split("\0"))


class _Expression:
    """A regular expression, with where the alternatives of each of its groups begin and where it ends."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends: dict[int, int] = {}
        self.starts: dict[int, list[int]] = {-1: [0]}
        open_ones = [-1]
        for part in _PARTS.finditer(text):
            match part[0]:
                case "(":
                    open_ones.append(part.start())
                    self.starts[part.start()] = [part.end()]
                case "|":
                    self.starts[open_ones[-1]].append(part.end())
                case ")":
                    self.ends[open_ones.pop()] = part.end()

    def heads(self) -> set[str]:
        return set().union(*self._of_any(self.starts[-1], bounded=False, inside=False))

    def _of_any(self, starts: Iterable[int], *, bounded: bool, inside: bool) -> _Heads:
        done, going = set[str](), set[str]()
        for start in starts:
            if (bounded or inside) and (plain := _PLAIN.match(self.text, start)):  # most are words
                done.add(plain[0])
                continue
            one = self._of_one(start, bounded=bounded, inside=inside)
            done |= one.done
            going |= one.going
        return _Heads(done, going)

    def _of_one(self, at: int, *, bounded: bool, inside: bool) -> _Heads:
        """Of the alternative that starts here. `bounded`: a word can only begin here; `inside`: one may have begun."""
        text, done, going = self.text, set[str](), {""}
        while going and at < len(text) and text[at] not in "|)":
            if (bounded or inside or "" not in going) and (run := _RUN.match(text, at)):
                part, least, most, at = _Heads(set(), {run[0][:LENGTH]}), 1, 1, run.end()
            elif (bound := self._bound(at)) is not None:
                bounded, at = bounded or bound[0], bound[1]
                continue
            else:
                part, at = self._part(at, bounded=bounded, inside=inside or "" not in going)
                least, most, at = _repeated(text, at)
            longer = {before + after for before in going for after in part.going}
            done |= {(before + after)[:LENGTH] for before in going for after in part.done}
            done |= {one[:LENGTH] for one in longer if most > 1 or len(one) >= LENGTH}
            longer = set() if most > 1 else {one for one in longer if len(one) < LENGTH}
            going = longer | going if least == 0 else longer
            if len(done) + len(going) > _MOST:
                raise _UnknownError
        return _Heads(done, going)

    def _bound(self, at: int) -> tuple[bool, int] | None:
        """Of what stands here and matches no characters: can a word only begin there, and where does it end?"""
        text = self.text
        if text.startswith("\\b", at):
            return True, at + 2
        if text.startswith(("(?<", "(?=", "(?!"), at):
            return text.startswith(_NO_WORD_BEFORE, at), self.ends[at]
        return None

    def _part(self, at: int, *, bounded: bool, inside: bool) -> tuple[_Heads, int]:
        """What the part that stands here can begin with, and where it ends."""
        text, letter = self.text, self.text[at]
        if letter == "(":
            opened = _GROUP.match(text, at)
            if opened is None or (text.startswith("(?", at) and opened.end() == at + 1):
                raise _UnknownError
            starts = [opened.end(), *self.starts[at][1:]]
            return self._of_any(starts, bounded=bounded, inside=inside), self.ends[at]
        letters, at = _letters(text, at)
        if not inside and (not letters or any(_cannot_begin(one, bounded=bounded) for one in letters)):
            raise _UnknownError
        return (_Heads(set(), letters) if letters else _Heads({""}, set())), at


def _cannot_begin(letter: str, *, bounded: bool) -> bool:
    """Is it no place to look up: white space, a letter inside a word, one with another case in another alphabet?"""
    return letter.isspace() or (is_word(letter) and not (bounded and letter.isascii()))


def _letters(text: str, at: int) -> tuple[set[str], int]:
    """The characters that this part stands for, none where they are too many; and where it ends."""
    letter = text[at]
    if letter == "[":
        whole = _PARTS.match(text, at)
        if whole is None:
            raise _UnknownError
        listed = _CLASS.fullmatch(whole[0])
        return _members(listed[1]) if listed else set(), whole.end()
    if letter == "\\":
        letter = text[at + 1]
        if letter.isalnum() and letter not in "dwsDWS":
            raise _UnknownError
        return ({"0"} if letter == "d" else set() if letter.isalpha() else {letter}), at + 2
    if letter in "^$*+?{":
        raise _UnknownError
    return (set() if letter == "." or (letter.isalpha() and not letter.isascii()) else {letter}), at + 1


def _members(listed: str) -> set[str]:
    """The characters of a class; none where they are too many to tell apart."""
    found: set[str] = set()
    for first, last in _MEMBER.findall(listed.replace("\\d", "0")):
        found |= set(map(chr, range(ord(first), ord(last or first) + 1)))
    told = len(found) <= _WIDEST and all(one.isascii() or not one.isalpha() for one in found)
    return found if told else set()


def _repeated(text: str, at: int) -> tuple[int, int, int]:
    """How often the part that ends here must stand at least, and may at most; and where that is said to the end."""
    said = _REPEAT.match(text, at)
    if said is None:
        return 1, 1, at
    sign, least, comma, most = said.groups()
    if sign:
        return int(sign == "+"), 1 if sign == "?" else 2, said.end()
    return int(least or 0), int(most or (2 if comma else least)), said.end()
