"""Provision grouped by who gives it: "1. Occupational therapist (registered)" over the lines that this one gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ehcp_audit.language.roles import find_roles
from ehcp_audit.rare import rarely

_FEWEST = 2  # givers, for a section to be grouped by them
_LONGEST = 8  # words, without what stands in brackets
_BRACKETS = rarely(r"\s?\([^()]{0,160}\)")
_NUMBER = re.compile(r"\W{0,3}(?:[FGH][12]?\.?)?(?:\d{1,2}(?:\.\d{1,2})?[.):]?|\(?[a-z][.)])\s{1,3}")
_BY = rarely(r"(?:(?:provided|given|delivered|led) )?(?:by|from) ", re.IGNORECASE)


def givers_of(
    texts: Sequence[str], apart: Sequence[bool], below: Sequence[bool], leads: Callable[[str], bool]
) -> dict[int, int]:
    """The lines that a giver over them gives: by their places, the place of the giver's line.

    `apart`: lines that are numbered or set like headings; `below`: lines of a list, without a number. `leads` says
    whether a line may name somebody and give nothing yet.
    """
    over = [
        at
        for at, text in enumerate(texts[:-1])
        if apart[at] and not below[at] and below[at + 1] and leads(_without_brackets(text))
    ]
    if sum(_names_giver(texts[at]) for at in over) < max(_FEWEST, len(over) - len(over) // 3):
        return {}
    found: dict[int, int] = {}
    for at in over:
        under = at + 1
        while under < len(texts) and below[under]:
            found[under] = at
            under += 1
    return found


def _without_brackets(text: str) -> str:
    return _BRACKETS.sub("", text).strip()


def _names_giver(text: str) -> bool:
    """Is a line a role and nothing more, but for its qualification: "Two teaching assistants (level 3)"?"""
    said = _without_brackets(_NUMBER.sub("", text, count=1)).rstrip(" .:")
    said = said.partition(",")[0]
    roles = find_roles(_BY.sub("", said, count=1))
    if not roles or len(said.split()) > _LONGEST:
        return False
    return roles[-1].end >= len(_BY.sub("", said, count=1)) and not said.lower().endswith(_OF_WORK)


_OF_WORK = ("therapy", "support", "teaching", "training", "service", "school", "college", "nursery", "team")
