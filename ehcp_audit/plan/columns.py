"""What a table's column or a line's label is about: who, how often, by when, steps, the outcome itself."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import yaml

from ehcp_audit.plan.vocabulary import plain

LONGEST_LABEL = 110
_Entry = tuple[str, tuple[str, ...], tuple[str, ...], frozenset[str]]


@lru_cache(maxsize=2048)
def column_name(label: str) -> str | None:
    """The name of the field that a label announces (see `Field` for the names); None where it announces none.

    Besides the names of `Field` it answers `area`, `number` and `strengths`.
    """
    if len(label) > LONGEST_LABEL:
        return None
    text = " ".join(plain(label).split()).strip(" .:-*•()")
    for opening in ("my ", "the ", "our "):
        text = text.removeprefix(opening)
    if not text:
        return None
    for name, begins, holds, exact in _entries():
        if text in exact or any(_starts(text, one) for one in begins):
            return name
        if len(text.split()) <= 12 and any(one in text for one in holds):
            return name
    return None


def _starts(text: str, beginning: str) -> bool:
    return text.startswith(beginning) and not text[len(beginning) : len(beginning) + 1].isalpha()


@cache
def _entries() -> tuple[_Entry, ...]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with (Path(__file__).parent / "columns.yml").open(encoding="utf-8") as file:
        data = yaml.load(file, Loader=loader)  # noqa: S506 (a safe loader)
    return tuple(
        (
            entry["name"],
            tuple(entry.get("begins", ())),
            tuple(entry.get("holds", ())),
            frozenset(entry.get("is", ())),
        )
        for entry in data
    )
