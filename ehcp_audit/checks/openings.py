"""How can a match of a pattern begin? The first few characters of all that a regular expression can match.

Worked out from the expression itself, so that a list of phrases is tried only where one of its phrases can begin and
not at every character. What is worked out may hold too much, never too little; where it cannot be told, it says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any, NamedTuple

LENGTH = 4
"""How many characters of an opening are told apart at most."""
_DIGIT = re.compile(r"\d")
_WIDEST = 40  # characters of a class that are told apart
_MOST = 400  # openings that are told apart before the longer ones are cut
_LEAST_HELD = 3  # letters of what a word holds: fewer stand in too many words
_PART_OF_A_WORD = "[(IN, [(CATEGORY, CATEGORY_WORD)])]"  # \w, as it is parsed
_AT_THE_START = ("AT_BEGINNING", "AT_BEGINNING_STRING")  # not of a line: MULTILINE is left untold
_LETTERS_OF_OTHERS = "ıİſ\u212a"  # letters that an i, s or k matches in either case


class Openings(NamedTuple):
    """How the matches of a pattern begin, as keys of at most LENGTH characters.

    `bounded` ones stand where a word begins (no letter, digit or _ before it) or are signs, that no word holds;
    `anywhere` may stand inside a word too. `held`: the match begins where a word does that holds one of these
    ("\\w*therapist"). `capital`: each of the bounded begins with a capital letter. `first`: some match only where the
    text that is searched begins, and it cannot be told how.
    """

    bounded: frozenset[str]
    anywhere: frozenset[str]
    held: frozenset[str]
    capital: bool
    first: bool = False


class _UnknownError(Exception):
    """The beginning of a match cannot be told."""


class _State(NamedTuple):
    """What is known of a beginning: its characters, whether a word can only begin there, whether that is all.

    `first`: whether it can only stand where the text begins. `within`: whether more of the word may stand before its
    characters.
    """

    text: str
    bounded: bool = False
    done: bool = False
    first: bool = False
    within: bool = False


def key_of(text: str) -> str:
    """The text as openings are compared: in lower case, with 0 for every digit."""
    return _DIGIT.sub("0", text.lower())


def comparable(text: str) -> bool:
    """Is the text free of the few letters whose other case is written in another alphabet?"""
    return text.isascii() or not any(letter in text for letter in _LETTERS_OF_OTHERS)


@lru_cache(maxsize=1024)
def openings(pattern: re.Pattern[str]) -> Openings | None:
    """How can the pattern's matches begin? None where that cannot be told."""
    if pattern.flags & (re.VERBOSE | re.MULTILINE | re.ASCII):
        return None
    try:
        states = _after({_State("")}, import_module("re._parser").parse(pattern.pattern, pattern.flags))
    except (_UnknownError, ImportError, AttributeError):
        return None
    untold = {state for state in states if not _can_be_looked_up(state)}
    if not all(state.first for state in untold):
        return None
    states -= untold
    held = frozenset(state.text.lower() for state in states if state.within)
    states = {state for state in states if not state.within}
    anywhere = frozenset(key_of(state.text) for state in states if not state.bounded and _is_word(state.text[0]))
    bounded = frozenset(key_of(state.text) for state in states) - anywhere
    capital = not pattern.flags & re.IGNORECASE and all(state.text[0].isupper() for state in states)
    return Openings(bounded, anywhere, held, capital, first=bool(untold))


def _can_be_looked_up(state: _State) -> bool:
    """Does it begin with no white space, in letters that have no other case in another alphabet?"""
    text = state.text
    if state.within and not (text.isalpha() and len(text) >= _LEAST_HELD):
        return False
    return bool(text) and not text[0].isspace() and not any(one.isalpha() and not one.isascii() for one in text)


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _after(states: set[_State], parts: Iterable[tuple[Any, Any]]) -> set[_State]:
    """The beginnings once these parts of the expression have followed them."""
    for name, value in parts:
        going = {state for state in states if not state.done}
        if not going:
            break
        states = (states - going) | {_cut(state) for state in _step(going, str(name), value)}
    return states


def _cut(state: _State) -> _State:
    return state._replace(text=state.text[:LENGTH], done=state.done or len(state.text) >= LENGTH)


def _step(going: set[_State], name: str, value: Any) -> set[_State]:
    match name:
        case "LITERAL":
            return _longer(going, [value])
        case "IN":
            return _longer(going, _letters(value))
        case "SUBPATTERN":
            if value[1] & re.MULTILINE:
                raise _UnknownError
            return _after(going, value[-1])
        case "BRANCH":
            return {state for branch in value[1] for state in _after(going, branch)}
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _repeated(going, *value)
        case "ASSERT" | "ASSERT_NOT" | "AT":
            bounds, first = _bounds(name, value), name == "AT" and str(value) in _AT_THE_START
            return {
                state if state.text or not bounds else state._replace(bounded=True, first=first or state.first)
                for state in going
            }
        case _:
            return _ended(going)


def _longer(going: set[_State], letters: Sequence[int] | None) -> set[_State]:
    if letters is None or len(going) * len(letters) > _MOST:
        return _ended(going)
    return {state._replace(text=state.text + chr(letter)) for state in going for letter in letters}


def _ended(going: set[_State]) -> set[_State]:
    """Anything may follow: what is known so far is all there is."""
    if any(not (state.text or state.first) for state in going):
        raise _UnknownError
    return {state._replace(done=True) for state in going}


def _repeated(going: set[_State], least: int, most: int, parts: Any) -> set[_State]:
    if repr(list(parts)) == _PART_OF_A_WORD:
        within = {state._replace(within=True) for state in going if state.bounded and not state.text}
        going = {state for state in going if state.text or not state.bounded}
        if not going:
            return within
    else:
        within = set()
    for _ in range(min(least, LENGTH)):
        going = _after(going, parts)
    if least == most or least >= LENGTH:
        return going | within
    once = _after({state for state in going if not state.done}, parts)
    return within | going | {state if int(most) == 1 else state._replace(done=True) for state in once}


def _letters(parts: Sequence[tuple[Any, Any]]) -> list[int] | None:
    """The characters of a class; None where they are too many to tell apart."""
    letters: list[int] = []
    for name, value in parts:
        match str(name), str(value):
            case "LITERAL", _:
                letters.append(value)
            case "RANGE", _ if value[1] - value[0] < _WIDEST:
                letters.extend(range(value[0], value[1] + 1))
            case "CATEGORY", "CATEGORY_DIGIT":
                letters.append(ord("0"))
            case _:
                return None
    return letters if len(letters) <= _WIDEST else None


def _bounds(name: str, value: Any) -> bool:
    """Can no part of a word stand before a place where this holds (if a part of a word follows)?"""
    if name == "AT":
        return str(value) in (*_AT_THE_START, "AT_BOUNDARY")
    direction, parts = value
    if direction > 0 or not len(parts):
        return False
    kind, letters = parts[len(parts) - 1]
    if name == "ASSERT":
        return str(kind) == "LITERAL" and not _is_word(chr(letters))
    held = [(str(one), str(what)) for one, what in letters] if str(kind) == "IN" else []
    return len(parts) == 1 and ("CATEGORY", "CATEGORY_WORD") in held and held[0][0] != "NEGATE"
