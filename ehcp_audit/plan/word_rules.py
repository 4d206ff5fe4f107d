"""Rules that are lists of words: which of them stand in a short text, whole or (a word that ends in *) as beginnings?

A rule is made ready once (`ready`) and the text once (`spaced`), so that to ask is to look for one string in another:
a plan's lines are asked for hundreds of rules each.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

Rule = tuple[str, ...]


class Ranked(NamedTuple):
    """Rules in order, each with what it tells; and where in that order those with each first word stand."""

    rules: tuple[tuple[str, Rule], ...]
    places: dict[str, list[int]]


def ranked(rules: Iterable[tuple[str, Rule]]) -> Ranked:
    """The rules, so that those are tried alone whose first word stands in a text."""
    found = Ranked(tuple(rules), {})
    for place, (_, rule) in enumerate(found.rules):
        found.places.setdefault(rule[0], []).append(place)
    return found


def told_by(text: str, rules: Ranked) -> str | None:
    """What the first of the rules tells all of whose words stand in the text."""
    places = [place for first, places in rules.places.items() if first in text for place in places]
    for told, rule in map(rules.rules.__getitem__, sorted(places)):
        if holds_all(text, rule):
            return told
    return None


def ready(words: Iterable[str]) -> Rule:
    """The words of a rule as they stand in a text made ready."""
    return tuple(f" {word[:-1]}" if word.endswith("*") else f" {word} " for word in words)


def spaced(words: Iterable[str]) -> str:
    """The words of a text with a space before and after each."""
    return f" {' '.join(words)} "


def holds_all(text: str, rule: Rule) -> bool:
    """Do all words of the rule stand in the text?"""
    return all(map(text.__contains__, rule))


def holds_one_of(text: str, rules: Iterable[Rule]) -> bool:
    """Do all words of any of the rules stand in the text?"""
    return any(rule[0] in text and holds_all(text, rule) for rule in rules)  # most fail by their first word


def holds_any(text: str, rule: Rule) -> bool:
    """Does any word of the rule stand in the text?"""
    return any(map(text.__contains__, rule))
