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


def code_said(label: str, rest: str) -> list[Pointer] | None:
    """What a label for a code points at, where nothing else stands beside it. A bare number is that of an item of the
    label's own kind: "Need no: 3".
    """
    if len(label) > _LONGEST or _OF_A_CODE.match(label.strip()) is None:
        return None
    return points_only(rest.strip().rstrip("."), column_name(label) or "")
