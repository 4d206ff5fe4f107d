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
_RUN = 20  # letters of a class that stands for any letter of a word
IN_NAMES = "'’-"
"""What may stand between the words of a name, and in a class that stands for its letters."""
_AT_THE_START = ("AT_BEGINNING", "AT_BEGINNING_STRING")  # not of a line: MULTILINE is left untold
_LETTERS_OF_OTHERS = "ıİſ\u212a"  # letters that an i, s or k matches in either case


class Openings(NamedTuple):
    """How the matches of a pattern begin, as keys of at most LENGTH characters.

    `bounded` ones stand where a word begins (no letter, digit or _ before it) or are signs, that no word holds;
    `capitals` do so with a capital letter; `anywhere` may stand inside a word too. `held`: the match begins where a
    word does that holds one of these, or that one follows ("\\w*therapist", "[a-z]+'s views"). `first`: some match only
    where the text that is searched begins, and it cannot be told how.
    """

    bounded: frozenset[str]
    capitals: frozenset[str]
    anywhere: frozenset[str]
    held: frozenset[str]
    first: bool = False


class _UnknownError(Exception):
    """The beginning of a match cannot be told."""


class _State(NamedTuple):
    """What is known of a beginning: its characters, whether a word can only begin there, whether that is all.

    `first`: whether it can only stand where the text begins. `within`: whether more of the word may stand before its
    characters; `letters`: how that begins, where it can be told. Letters of either case are written small.
    """

    text: str
    bounded: bool = False
    done: bool = False
    first: bool = False
    within: bool = False
    letters: str = ""


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
    exact = not pattern.flags & re.IGNORECASE
    try:
        states = _after({_State("")}, import_module("re._parser").parse(pattern.pattern, pattern.flags), exact)
    except (_UnknownError, ImportError, AttributeError):
        return None
    told = {state for state in states if _can_be_looked_up(state)}
    by_letters = {state for state in states - told if state.letters and not state.first}
    untold = states - told - by_letters
    if not all(state.first for state in untold):
        return None
    if untold:  # the place where the text begins is tried, whatever begins there
        told = {state for state in told if not state.first}
    letters = {letter for state in by_letters for letter in state.letters}
    told = {state for state in told if not state.letters or not letters.issuperset(state.letters)}
    texts = {state.text for state in told if not state.within} | letters
    anywhere = {state.text for state in told if not state.within and not state.bounded and is_word(state.text[0])}
    capitals = {text for text in texts if text[0].isupper()}
    return Openings(
        bounded=_keys(texts - capitals) - _keys(anywhere),
        capitals=_keys(capitals) - _keys(texts - capitals) - _keys(anywhere),
        anywhere=_keys(anywhere),
        held=frozenset(state.text.lower() for state in told if state.within),
        first=bool(untold),
    )


def _keys(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(map(key_of, texts))


def _can_be_looked_up(state: _State) -> bool:
    """Does it begin with no white space, in letters that have no other case in another alphabet?"""
    text = state.text
    if any(one.isalpha() and not one.isascii() for one in text):
        return False
    if state.within:
        return len(text) >= _LEAST_HELD and any(map(str.isalpha, text)) and not any(map(str.isdigit, text))
    return bool(text) and not text[0].isspace()


def is_word(letter: str) -> bool:
    """Is it a letter, a digit or _, as \\w is; nothing is none?"""
    return letter.isalnum() or letter == "_"


def _after(states: set[_State], parts: Iterable[tuple[Any, Any]], exact: bool) -> set[_State]:
    """The beginnings once these parts of the expression have followed them; `exact`: in the case as written."""
    for name, value in parts:
        going = {state for state in states if not state.done}
        if not going:
            break
        states = (states - going) | {_cut(state) for state in _step(going, str(name), value, exact)}
    return states


def _cut(state: _State) -> _State:
    return state._replace(text=state.text[:LENGTH], done=state.done or len(state.text) >= LENGTH)


def _step(going: set[_State], name: str, value: Any, exact: bool) -> set[_State]:
    match name:
        case "LITERAL":
            return _longer(going, [value], exact)
        case "IN":
            run = _run(value)
            more = {state for state in going if run is None or state.text or not state.bounded}
            return _begun(going - more, run or "", exact) | (_longer(more, _letters(value), exact) if more else more)
        case "SUBPATTERN":
            _, added, taken, parts = value
            if added & re.MULTILINE:
                raise _UnknownError
            return _after(going, parts, bool(taken & re.IGNORECASE) or (exact and not added & re.IGNORECASE))
        case "BRANCH":
            return {state for branch in value[1] for state in _after(going, branch, exact)}
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _repeated(going, *value, exact=exact)
        case "ASSERT" | "ASSERT_NOT" | "AT":
            bounds, first = _bounds(name, value), name == "AT" and str(value) in _AT_THE_START
            return {
                state if state.text or not bounds else state._replace(bounded=True, first=first or state.first)
                for state in going
            }
        case _:
            return _ended(going)


def _longer(going: set[_State], letters: Sequence[int] | None, exact: bool) -> set[_State]:
    if letters is None or len(going) * len(letters) > _MOST:
        return _ended(going)
    more = [chr(letter) if exact else chr(letter).lower() for letter in letters]
    return {state._replace(text=state.text + letter) for state in going for letter in more}


def _begun(going: set[_State], letters: str, exact: bool) -> set[_State]:
    """A word has begun with one of these letters, if they are told, or goes on with any."""
    letters = letters if exact else letters.lower()
    return {state if state.within else state._replace(within=True, letters=letters) for state in going}


def _ended(going: set[_State]) -> set[_State]:
    """Anything may follow: what is known so far is all there is."""
    if any(not (state.text or state.first or state.letters) for state in going):
        raise _UnknownError
    return {state._replace(done=True) for state in going}


def _repeated(going: set[_State], least: int, most: int, parts: Any, *, exact: bool) -> set[_State]:
    run = _run(parts[0][1]) if len(parts) == 1 and str(parts[0][0]) == "IN" else None
    whole = run is not None and (least or not run)  # it is not part of a word alone that may be left out
    in_word = {state for state in going if whole and state.bounded and not state.text}
    within = _begun(in_word, run or "", exact)
    going = going - in_word
    if not going:
        return within
    for _ in range(min(least, LENGTH)):
        going = _after(going, parts, exact)
    if least == most or least >= LENGTH:
        return going | within
    once = _after({state for state in going if not state.done}, parts, exact)
    return within | going | {state if int(most) == 1 else state._replace(done=True) for state in once}


def _run(parts: Sequence[tuple[Any, Any]]) -> str | None:
    """The letters of a class that stands for any letter of a word, "" where they are too many; None: of no such."""
    if any(str(name) not in ("LITERAL", "RANGE") and str(kind) != "CATEGORY_WORD" for name, kind in parts):
        return None
    letters = "".join(map(chr, _letters([(name, value) for name, value in parts if str(name) != "CATEGORY"]) or ()))
    if not all(is_word(letter) or letter in IN_NAMES for letter in letters):
        return None
    if any(str(name) == "CATEGORY" for name, _ in parts):
        return ""
    return letters if len(letters) >= _RUN else None


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
        return str(kind) == "LITERAL" and not is_word(chr(letters))
    held = [(str(one), str(what)) for one, what in letters] if str(kind) == "IN" else []
    return len(parts) == 1 and ("CATEGORY", "CATEGORY_WORD") in held and held[0][0] != "NEGATE"
