"""What of an item's words tells what it is of, for the ties of a plan: its own, and the fields that say more."""

from __future__ import annotations

import re

from ehcp_audit.model import Item

_SOURCE = re.compile(
    r"[(\[][^()\[\]]{0,120}(?:psycholog|therap|teacher|SENCO|paediatric|nurse|doctor|audiolog|report|advice|parents?\b)"
    r"[^()\[\]]{0,120}[)\]]",
    re.IGNORECASE,
)


def own_telling(item: Item) -> str:
    """The words of an item that tell what it is of: without the brackets in which a need names its source."""
    return _SOURCE.sub(" ", _full_text(item)) if item.section in "BCD" else _full_text(item)


def _full_text(item: Item) -> str:
    named = ("title", "steps", "need", "outcome", "provision")
    return "\n".join((item.text, *(field.passage.text for field in item.fields if field.name in named)))
