"""What a table's column or a line's label is about: who, how often, by when, steps, the outcome itself."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import yaml

from ehcp_audit.plan.vocabulary import plain

LONGEST_LABEL = 110
_WORD = re.compile(r"[a-z0-9']+")
_FILLERS = frozenset(
    ["a", "an", "and", "any", "as", "at", "be", "been", "by", "can", "child", "child's", "do", "does", "help", "helps", "helping", "support", "supports", "happen", "each", "education", "educational", "for", "from", "group", "has", "have", "he", "health", "how", "i", "if", "in", "individual", "is", "it", "its", "key", "long", "made", "me", "meet", "measure", "my", "need", "needs", "needed", "of", "often", "on", "or", "our", "outcome", "outcomes", "person", "plan", "progress", "provide", "provided", "delivered", "delivering", "deliver", "providing", "provision", "receive", "review", "reviewed", "reviewing", "monitored", "monitoring", "responsible", "role", "school", "section", "service", "setting", "she", "size", "special", "staff", "steps", "success", "support", "take", "taken", "term", "that", "the", "their", "them", "there", "these", "they", "this", "those", "to", "towards", "date", "dates", "by", "target", "targets", "we", "what", "when", "where", "which", "who", "whom", "will", "with", "work", "you", "your", "young", "achieve", "achieved", "s", "measured", "know", "evidence", "happen", "happening", "frequency", "duration", "ratio", "level", "no", "number", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "title", "name", "involved", "lead", "required", "start", "end", "short", "longer", "medium", "used", "identified", "met", "meeting", "arrangements", "criteria", "described"]
)
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


@lru_cache(maxsize=2048)
def label_name(label: str) -> str | None:
    """The same for a label with its answer in the same line: it must be a label whole, not only begin like one.

    "Who will deliver this: ..." is one; "Review of the health care plan: ..." and "Staff training: ..." are provision.
    """
    if len(label) > LONGEST_LABEL or len(label.split()) > 14:
        return None
    text = " ".join(plain(label).split()).strip(" .:-*•()?")
    for opening in ("my ", "the ", "our "):
        text = text.removeprefix(opening)
    for name, begins, holds, exact in _entries():
        for one in (*begins, *exact):
            if _starts(text, one.strip()) and all(word in _FILLERS for word in _WORD.findall(text[len(one.strip()) :])):
                return name
        if text.endswith(tuple(holds)) and len(text.split()) <= 8 and text.split()[0] in _FILLERS:
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
