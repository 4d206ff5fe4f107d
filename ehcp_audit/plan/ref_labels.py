"""Labels for a code alone, as forms and case systems print them: "Outcome ref: E1 (B1)", "Need no: 3"."""

from __future__ import annotations

import re

from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.pointers import Pointer, points_only
from ehcp_audit.rare import rarely

_OF_A_CODE = rarely(
    r"(?:(?:outcome|need|provision|line|item|goal|target)s?\s)?(?:ref(?:erence)?s?|nos?|numbers?|ids?|codes?)\W*$",
    re.IGNORECASE,
)
_LONGEST = 24  # characters of such a label


def is_of_codes(label: str) -> bool:
    """Is it a label for a code alone: "Outcome ref", "Need no"?"""
    return len(label) <= _LONGEST and _OF_A_CODE.match(label.strip()) is not None


def code_alone(text: str) -> str:
    """The code that a cell holds and nothing else but a title, as the plan writes it: "OUT-1", "SE1" of "SE1 · Moods";
    "" where it holds more.
    """
    match = _A_CODE.fullmatch(text.strip().rstrip(".:"))
    return match["code"] if match else ""


_A_CODE = rarely(
    r"(?P<code>[A-Z]{1,4}\s?\d{1,2}[a-z]?|[A-Z]{1,10}[-–]\d{1,2}[a-z]?)"
    r"(?:\s?[·|:.–—-]\s{1,2}[A-Z][^\d.:;\n]{3,60})?"
)


def code_said(label: str, rest: str) -> list[Pointer] | None:
    """What a label for a code points at, where nothing else stands beside it. A bare number is that of an item of the
    label's own kind: "Need no: 3".
    """
    if len(label) > _LONGEST or _OF_A_CODE.match(label.strip()) is None:
        return None
    return points_only(rest.strip().rstrip("."), column_name(label) or "")
