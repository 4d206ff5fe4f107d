"""What every share pack says of itself first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from ehcp_audit.sharing.tables import LONGEST_QUOTE


def banner(*, quotes: bool) -> tuple[str, ...]:
    """The lines of the banner: what is in the pack, what was masked, how much is missed, and what it remains."""
    lines = [
        "Share pack made by ehcp-audit. This is personal data about children: share it under your agreement only.",
        "It holds scores, counts and ids of criteria. Plans have numbers of this pack alone; counts from 1 to 4 are "
        "held back, and so is what they could be worked out from.",
    ]
    if not quotes:
        lines.append("It holds no words of any plan.")
        return tuple(lines)
    found = measured()
    lines += [
        f"It holds quotations from plans, of {LONGEST_QUOTE} characters at most. Names and numbers known from each "
        "plan and its caseload row were replaced, and so were people and places that the words named; days of dates "
        "were dropped.",
        f"In our test set {found['missed']} of {found['planted']} planted identifiers were missed (least certain kind: "
        f"{found['worst']}); real plans are harder. Other details may still point to a child. Read every "
        "quotation before you send this on.",
    ]
    return tuple(lines)


@cache
def measured() -> dict[str, Any]:
    """The miss rate as it was last measured; docs/privacy.md holds the whole table."""
    data: dict[str, Any] = json.loads((files("ehcp_audit") / "privacy" / "data" / "measured.json").read_text("utf-8"))
    return data


def as_text(lines: Sequence[str]) -> str:
    """The banner as a text file."""
    return "\n\n".join(lines) + "\n"
