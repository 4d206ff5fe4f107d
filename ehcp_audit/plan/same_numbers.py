"""Numbers that a plan gives to a need and again to the outcome and the provision for it: "3.1" in B, in E and in F.

Provision that counts itself never bears one number twice. Where it does, or where all three parts bear the very same
numbers, and none that is not a need's or an outcome's, the number is that of what it is for. Only numbers of two parts
("3.1") are asked: "1" begins anew in each table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ehcp_audit.plan.pointers import numbers_in, points_only

_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}[a-z]?")
_LED = re.compile(  # "1.1 and 1.2 Advice to teachers"
    r"\W{0,3}(?P<list>\d{1,2}\.\d{1,2}[a-z]?(?:\s?(?:,\s?(?:and\s)?|;\s?|&\s?|/\s?|\band\s|\bto\s|[–-]\s?)"
    r"\d{1,2}\.\d{1,2}[a-z]?){1,6})[.:)]?\s{1,3}(?=[A-Z])"
)
_FEWEST = 4  # numbers that are shared, for these to be no chance
_MOST_APART = 2  # numbers of needs without an outcome, and the other way


class Printed(NamedTuple):
    """The numbers that are printed before one item, and the stretch that it stands in."""

    at: int
    numbers: tuple[str, ...]


def numbers_before(head: str, text: str) -> tuple[str, ...]:
    """The numbers of two parts that stand before an item, or open it as a list."""
    said = points_only(head) if head else None
    if said is not None:
        found = [mark for noun, mark in said if not noun]
    else:
        led = _LED.match(text) if not head else None
        found = numbers_in(led["list"]) if led is not None else []
    return tuple(found) if found and all(map(_DOTTED.fullmatch, found)) else ()


def sections_meant(printed: Mapping[str, Sequence[Printed]]) -> tuple[str, ...]:
    """The sections whose numbers provision repeats: B and E, or one of them; none where it counts itself."""
    needs, outcomes, given = (_numbers(printed.get(code, ())) for code in "BEF")
    if len(given) < _FEWEST or not _is_again(printed["F"], same=needs == outcomes == given):
        return ()
    shared = needs & outcomes
    if len(shared) >= _FEWEST and len(needs ^ outcomes) <= _MOST_APART:
        return ("B", "E") if given <= needs | outcomes else ()
    holders = tuple(code for code, numbers in (("B", needs), ("E", outcomes)) if given <= numbers)
    return holders if len(holders) == 1 else ()


def _numbers(several: Sequence[Printed]) -> frozenset[str]:
    return frozenset(number for one in several for number in one.numbers)


def _is_again(given: Sequence[Printed], *, same: bool) -> bool:
    """Does provision in different places bear one number, or all three parts the very same?"""
    places = {(number, one.at) for one in given for number in one.numbers}
    return same or len(places) > len(_numbers(given))
