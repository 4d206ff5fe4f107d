"""Signs that somebody else than the plan speaks: its writer of the work still to be done, or the form to its writer.

A plan speaks about the child in the third person, or as the child or the parents, quoted or in a section of their own.
Each sign of leftovers.yml has points: SURE is one that cannot be read otherwise, PLAIN asks for a person, and a HINT
needs another.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ehcp_audit.rare import rarely
from ehcp_audit.resources import read_data

SURE, PLAIN, HINT = 4, 2, 1
PROVISION = frozenset({"F", "G", "H1", "H2"})
_POINTS = {"sure": SURE, "plain": PLAIN, "hint": HINT, "none": 0}
_SPOKEN = frozenset({"A", "B", "C", "D", "E", "F", "G", "H1", "H2", "J"})  # K says of advice that it is awaited


class Sign(NamedTuple):
    """Words that another voice uses, and what they weigh."""

    kind: str
    """Whose sign it is: of a gap (`mark`), the writer (`voice`), the `document`, `work` on the case, the `form`, ..."""
    points: int
    words: re.Pattern[str]
    beside: tuple[str, ...]
    """One of these stands, in small letters, wherever the sign does: most plans hold none. Nothing: it may stand."""
    leads: bool
    """Only where a sentence or a clause begins: "Query whether", and not "Amina will query"."""
    provided: int
    """The points in sections F to H2, where staff are told what to do."""
    where: frozenset[str]
    spoken: bool
    """Nothing where the section is told in the first person."""


@cache
def signs() -> tuple[Sign, ...]:
    """The signs of leftovers.yml."""
    return tuple(_sign(head, line) for head, lines in _data()["signs"].items() for line in lines)


def part(name: str) -> str:
    """A regular expression that several signs share."""
    return _filled(_data()["parts"][name])


@cache
def _data() -> dict[str, Any]:
    return read_data(Path(__file__).parent / "leftovers.yml")


def _filled(expression: str) -> str:
    """The expression with the parts that it names: "<who>"."""
    return re.sub(r"(?<!\?P)<([a-z ]+)>", lambda match: part(match[1]), expression)


def _sign(head: str, line: str | dict[str, str]) -> Sign:
    """A line of leftovers.yml under the head that says what it weighs: "work, plain, leads, provided hint"."""
    kind, weight, *more = head.split(", ")
    beside, expression = ("", line) if isinstance(line, str) else next(iter(line.items()))
    points = _POINTS[weight]
    provided = next((_POINTS[one.removeprefix("provided ")] for one in more if one.startswith("provided ")), points)
    where = PROVISION if "in F to H2" in more else _SPOKEN
    for one in more:
        how, _, code = one.partition(" ")
        where = where | {code} if how == "with" else where - {code} if how == "without" else where
    words = rarely(_filled(expression), re.NOFLAG if "exactly" in more else re.IGNORECASE)
    gate = tuple(beside.split(" | ")) if beside else ()
    return Sign(kind, points, words, gate, "leads" in more, provided, where, "spoken" in more)
