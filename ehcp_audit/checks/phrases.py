"""The phrases of phrases.yml as compiled patterns, with what the rubric that is asked changes in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby

from ehcp_audit.language import beside
from ehcp_audit.language.wordlists import Lists
from ehcp_audit.rare import rarely


def phrases(name: str) -> re.Pattern[str]:
    """The pattern of the list with this name."""
    return _compiled(name, beside.lists())


@cache
def _compiled(name: str, lists: Lists) -> re.Pattern[str]:
    return rarely(_source(name, lists), 0 if name in beside.phrases_in(beside.EXACTLY) else re.I)


def source(name: str) -> str:
    """The list's regular expression, for use inside another."""
    return _source(name, beside.lists())


@cache
def _source(name: str, lists: Lists) -> str:
    also, never = lists.changed_in(f"phrases.{name}")
    filled = [_filled(line, lists) for line in beside.phrase_lists()[name]]
    lines = [_joined(alike, bounded) for bounded, alike in groupby(filled, _is_bounded)]
    lines += [rf"(?i:(?<!\w){beside.expression(words)}(?!\w))" for words in also]
    anything = f"(?:{'|'.join(lines)})"
    if not never:
        return anything
    taken = "|".join(map(beside.expression, never))
    return rf"(?:(?!(?i:(?:{taken})(?!\w))){anything})"


def _is_bounded(line: str) -> bool:
    """Does the line match whole words only, without saying so itself?"""
    return not line.startswith(("^", "<", "«", "\\")) and "_{" not in line


def _filled(line: str, lists: Lists) -> str:
    """The line with the lists that it names: "<parent>"."""
    return re.sub(r"(?<!\(\?)(?<!\\)<([a-z ]+)>", lambda match: _source(match.group(1), lists), line)


def _joined(lines: Iterable[str], bounded: bool) -> str:
    """Lines that follow one another, as one: what bounds them all is looked for once."""
    return rf"(?<!\w)(?:{'|'.join(lines)})(?!\w)" if bounded else f"(?:{'|'.join(lines)})"


def is_as_shipped(name: str) -> bool:
    """Does the rubric that is asked change nothing in the list with this name?"""
    return beside.lists().changed_in(f"phrases.{name}") == ((), ())


def words_of(name: str) -> frozenset[str]:
    """The list as plain words, where each of its alternatives is one."""
    return _words(name, beside.lists())


@cache
def _words(name: str, lists: Lists) -> frozenset[str]:
    kept: set[str] = set()
    for word in beside.words_now(f"phrases.{name}", lists):
        kept |= {word[:-2], word[:-1]} if word.endswith("?") else {word}
    return frozenset(kept - {*lists.changed_in(f"phrases.{name}")[1]})
