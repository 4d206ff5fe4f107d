"""Which fact does a label of the cover stand for: "Date of final plan", "D.O.B.", "NC year"?"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ehcp_audit.plan.events import event_of_label, is_to_come
from ehcp_audit.plan.vocabulary import plain
from ehcp_audit.plan.word_rules import Rule, holds_all, holds_any, ready, spaced
from ehcp_audit.rare import rarely
from ehcp_audit.resources import read_data

LONGEST_LABEL = 90  # characters
_WORD = re.compile(r"[a-z0-9]+")
_BRACKETS = rarely(r"\([^()]{0,80}\)")
_IGNORED = frozenset({"the", "of", "s", "my", "your", "an", "a"})
_SMALL = frozenset({"was", "on"})
_STAGES = frozenset({"draft", "proposed", "final", "amended", "amendment"})
STAGE_WORDS = _STAGES | {
    "or",
    "and",
    "plan",
    "notice",
    "ehcp",
    "ehc",
    "delete",
    "as",
    "appropriate",
    "please",
    "state",
}
_UNFILLED = rarely("[{}<>«»]")  # a field of a template
DATED = (
    "date_of_birth",
    "requested",
    "assess_decided",
    "plan_decided",
    "drafted",
    "issued",
    "first_issued",
    "effective",
    "versioned",
    "amended",
    "reviewed",
    "review",
    "review_due",
    "issue_due",
    "answer_due",
)
_MADE = ("drafted", "issued", "amended")


def fact_of(label: str) -> str | None:
    """Which fact a label announces; "other" for a label that is known and of no use; None for no label."""
    return _fact_of(label) if len(label) <= LONGEST_LABEL else None


def dated_fact_of(label: str) -> str | None:
    """Which fact a label announces beside a day: one that is known, or what its words speak of."""
    fact = fact_of(label)
    if fact in (None, "status") and len(label) <= LONGEST_LABEL:
        event = event_of_label(label.strip(" .:,;–-"))
        return event if event in DATED or event == "other" else fact
    return fact


@lru_cache(maxsize=4096)
def _fact_of(label: str) -> str | None:
    if _UNFILLED.search(label):
        return None
    words = words_of_label(label)
    if not words:
        return None
    known = _known(words)
    if known is not None or len(words) > 12:
        return known
    if len(_STAGES & set(words)) > 1 and set(words) <= STAGE_WORDS:
        return "status"  # "Draft / Proposed / Final"
    text = spaced(words)
    for fact, all_of, none_of in _rules():
        if all_of[0] in text and holds_all(text, all_of) and not holds_any(text, none_of):
            if fact in _MADE and is_to_come(label):
                return "issue_due" if fact == "issued" else "other"
            return _refined(fact, label)
    return None


def _refined(fact: str, label: str) -> str:
    """A fact that a few words of a label gave, or what all of them speak of: "Date agreed to issue" is a decision."""
    event = event_of_label(label) if fact in DATED and fact not in ("date_of_birth", "effective") else None
    return event if event in DATED or event == "other" else fact


def words_of_label(label: str) -> list[str]:
    """The words of a label that count."""
    lowered = plain(label).replace("'s", "")
    if "(" in lowered:
        lowered = _BRACKETS.sub(" ", lowered)
    return [word for word in _WORD.findall(lowered) if word not in _IGNORED]


@lru_cache(maxsize=4096)
def label_in_full(label: str) -> str | None:
    """Which fact a label names by all its words; None for one that only holds the words of one."""
    words = words_of_label(label)
    known = _known(words) if words else None
    return None if known == "other" else known


def _known(words: list[str]) -> str | None:
    """The fact of a label in all its words, but for the small ones of "Plan was issued on"."""
    labels = _labels()
    return labels.get(" ".join(words)) or labels.get(" ".join(word for word in words if word not in _SMALL))


def is_known_label(label: str) -> bool:
    """Is this a label in all its words, of any use or none?"""
    words = words_of_label(label)
    return bool(words) and " ".join(words) in _labels()


def forget() -> None:
    """Nothing is remembered of the texts that were looked at."""
    for remembering in (_fact_of, label_in_full):
        remembering.cache_clear()


@cache
def _labels() -> dict[str, str]:
    labels: dict[str, str] = {}
    for fact, names in _data().items():
        if fact == "rules":
            continue
        for name in names:
            words = [word for word in _WORD.findall(str(name).lower()) if word not in _IGNORED]
            labels.setdefault(" ".join(words), fact)
    return labels


@cache
def _rules() -> tuple[tuple[str, Rule, Rule], ...]:
    return tuple((rule[0], ready(rule[1]), ready(rule[2]) if len(rule) > 2 else ()) for rule in _data()["rules"])


@cache
def _data() -> dict[str, Any]:
    return read_data(Path(__file__).parent / "facts.yml")
