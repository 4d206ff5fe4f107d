"""Rules that are lists of words: which of them stand in a short text, whole or (a word that ends in *) as beginnings?

A rule is made ready once (`ready`) and the text once (`spaced`), so that to ask is to look for one string in another:
a plan's lines are asked for hundreds of rules each.
"""

from __future__ import annotations

from collections.abc import Iterable

Rule = tuple[str, ...]


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
