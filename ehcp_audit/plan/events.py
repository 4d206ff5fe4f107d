"""What words say of the plan's own history: the request, the decisions, the draft, the plan itself, its reviews.

Labels ("Date final plan sent to parents") and the clauses of a sentence ("the council resolved to make a plan") are
read alike, by the patterns of `events.yml`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from ehcp_audit.plan.pattern_data import joined
from ehcp_audit.plan.vocabulary import plain
from ehcp_audit.rare import rarely
from ehcp_audit.resources import read_data

DONE = frozenset(
    {"requested", "assess_decided", "plan_decided", "drafted", "issued", "first_issued", "amended", "reviewed"}
)
"""What has been done by its day; a review may be still to come."""
_AHEAD = {"issued": "issue_due", "reviewed": "review_due", "review": "review_due", "answer": "answer_due"}
_AND = rarely(r"(?:\b(?:and|with)|[&+,])(?: the| an?)? ?$")
_LONGEST = 300  # characters of a clause


class Event(NamedTuple):
    """What words speak of, and where they stand in the text."""

    kind: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def events_in(words: str) -> tuple[Event, ...]:
    """The events that a label or a clause speaks of, in order.

    "foreign" is what makes all of it no date of the plan, "other" what is none itself; "answer" is the family's to the
    draft; "review" may have been held or be due; "plan" is the plan with nothing that was done to it.
    """
    lowered = plain(words[:_LONGEST])
    found: list[Event] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(lowered):
            start, end = match.span()
            if start < end and not any(start < one.end and one.start < end for one in found):
                found.append(Event(kind, start, end))
    return tuple(sorted(found, key=lambda one: one.start))


@lru_cache(maxsize=4096)
def event_of_label(label: str) -> str | None:
    """The event whose day a label announces; "other" where it is still to come or is of something else, "issue_due"
    where a final plan is.
    """
    label = label.rpartition(". ")[2]  # "Status: FINAL. Request received"
    events = [one for one in events_in(label) if one.kind != "plan"]
    if not events:
        return None
    if any(one.kind == "foreign" for one in events):
        return "other"
    kind = _first_kind(plain(label), events)
    return to_come(kind) if is_to_come(label) else "other" if kind == "answer" else kind


def _first_kind(label: str, events: list[Event]) -> str:
    """What a label speaks of first: "decision letter" is no day of a plan, "and amendment notice" beside it is."""
    first, *rest = events
    beside = [one.kind for one in rest if one.kind in DONE and _AND.search(label[: one.start])]
    return beside[0] if first.kind == "other" and beside else first.kind


def to_come(kind: str) -> str:
    """What the day is of an event that is still to come."""
    return _AHEAD.get(kind, "other" if kind in DONE else kind)


def is_to_come(words: str) -> bool:
    """Do words before a day say that it is still to come: "to be issued by", "due"?"""
    lowered = plain(words)
    return any(pattern.search(lowered) for pattern in _to_come())


def forget() -> None:
    """Nothing is remembered of the texts that were looked at."""
    for remembering in (events_in, event_of_label):
        remembering.cache_clear()


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(joined(patterns, _data()["parts"])))
        for group in _data()["events"]
        for kind, patterns in group.items()
    )


@cache
def _to_come() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in _data()["to come"])


@cache
def _data() -> dict[str, Any]:
    return read_data(Path(__file__).parent / "events.yml")
