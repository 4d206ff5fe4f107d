"""One fictional child's plan as content, before any layout: who, when, and the threads from need to provision.

A thread is a need with the outcome and the provision that answer it. Threads live in content/*.yml with slots for the
name, the pronouns and the dates, so that committed plans and the thousands made for benchmarks draw on one bank.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).resolve().parent / "content"
AREAS = {
    "communication": "Communication and interaction",
    "cognition": "Cognition and learning",
    "social": "Social, emotional and mental health",
    "sensory": "Sensory and/or physical",
    "independence": "Independence and preparing for adulthood",
}
PRONOUNS = {
    "he": {"he": "he", "him": "him", "his": "his", "himself": "himself", "He": "He", "His": "His", "Him": "Him"},
    "she": {"he": "she", "him": "her", "his": "her", "himself": "herself", "He": "She", "His": "Her", "Him": "Her"},
}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def british(day: date) -> str:
    """14 October 2026"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def slashed(day: date) -> str:
    """14/10/2026"""
    return f"{day.day:02}/{day.month:02}/{day.year}"


@cache
def load(name: str) -> Any:
    """A YAML file of content/. Read once: callers copy what they change."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((CONTENT / name).read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (both are safe loaders)


@dataclass(slots=True)
class Provision:
    """One thing that is to be done: whole as a sentence, and in the parts that a table has columns for."""

    what: str
    who: str = ""
    amount: str = ""
    group: str = ""
    review: str = ""
    code: str = "F"
    text: str = ""


@dataclass(slots=True)
class Thread:
    """A need, and what the plan does about it. `need` stands in B, C or D."""

    id: str
    area: str
    need: str
    outcome: str = ""
    steps: list[str] = field(default_factory=list)
    team: str = ""
    by: str = ""
    strength: str = ""
    provision: list[Provision] = field(default_factory=list)

    def of(self, code: str) -> list[Provision]:
        return [one for one in self.provision if one.code == code]


@dataclass(slots=True)
class Case:
    """Everything that a layout needs. `plan` is the plan's own YAML: options and words that belong to it alone."""

    plan: dict[str, Any]
    threads: list[Thread]
    slots: dict[str, str]
    voices: list[dict[str, Any]]

    @property
    def name(self) -> str:
        return self.slots["name"]

    def say(self, text: str) -> str:
        return fill(text, self.slots)

    def area_threads(self, area: str) -> list[Thread]:
        return [thread for thread in self.threads if thread.area == area]

    @property
    def areas(self) -> list[str]:
        order = self.plan.get("area_order", list(AREAS))
        return [area for area in order if self.area_threads(area) or area in self.plan.get("empty_areas", {})]

    def outcomes(self) -> list[tuple[str, str]]:
        """(thread id, outcome) in the order of areas, then health, then care."""
        every = [thread for area in self.areas for thread in self.area_threads(area)]
        every += self.area_threads("health") + self.area_threads("care")
        return [(thread.id, thread.outcome) for thread in every if thread.outcome]


def fill(text: str, slots: dict[str, str]) -> str:
    """The words with their slots filled: {name}, {he}, {his}, {By}."""
    if "{" not in text:
        return text
    for key, value in slots.items():
        text = text.replace("{" + key + "}", value)
    if "{" in text:
        raise ValueError(f"a slot that nothing fills: {text}")
    return text


@cache
def bank() -> dict[str, dict[str, Any]]:
    """Every thread of content/threads-*.yml by its id."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(CONTENT.glob("threads-*.yml")):
        band = path.stem.removeprefix("threads-")
        for thread in load(path.name):
            if thread["id"] in found:
                raise ValueError(f"two threads are called {thread['id']}")
            found[thread["id"]] = {"band": band, **thread}
    return found


SENTENCES = (
    "{What}, {amount}, {group}, delivered by {who}. Progress will be reviewed {review}.",
    "{What}: {amount}, {group}, led by {who}; reviewed {review}.",
    "{Who} will provide {what}, {amount}, {group}. This will be reviewed {review}.",
)

LEFT_OUT = {
    "amount": r"[,:] {amount}",
    "group": r", {group}",
    "who": r", (?:delivered|led) by {who}",
    "review": r"(?:;| Progress will be| This will be) reviewed {review}\.?",
}
TIDY = re.compile(r"(?:[,;:] ?)*([.;,])(?=[.,; ]|$)\.?")


def sentence(one: dict[str, str], form: int) -> str:
    """A provision as one sentence, the way an officer copies it from advice. Parts that are not known leave no gap."""
    known = {key: str(one.get(key) or "") for key in ("what", "who", "amount", "group", "review")}
    made = SENTENCES[form % 3]
    if not known["who"]:
        made = SENTENCES[1].replace("led by {who}", "")
    for key in ("amount", "group", "review", "who"):
        if not known[key]:
            made = re.sub(LEFT_OUT[key], "", made)
    for key, value in known.items():
        made = made.replace("{" + key + "}", value).replace("{" + key.capitalize() + "}", value[:1].upper() + value[1:])
    return TIDY.sub(lambda found: found.group(1), made).removesuffix(".") + "."


def build(plan: dict[str, Any]) -> Case:
    """A case from a plan's YAML: its threads drawn from the bank, its slots filled, its edits made."""
    child, dates = plan["child"], plan["dates"]
    slots = {
        **PRONOUNS[child["pronoun"]],
        "name": child["known_as"],
        "full_name": child["name"],
        "setting": plan.get("setting") or "the setting",
        "council": plan["council"],
        "council_domain": plan["council_domain"],
        "year": plan["year"],
        "parents": child["parents"],
        **{key: british(value) for key, value in dates.items() if isinstance(value, date)},
    }
    threads = []
    for position, name in enumerate(plan["threads"]):
        raw = copy.deepcopy(bank()[name])
        change(raw, plan.get("edits", {}).get(name, {}))
        deadline = raw["by"] if "by" in raw else plan["deadlines"][position % len(plan["deadlines"])]
        own = {**slots, "By": deadline}
        steps = [fill(step, {**own, **plan.get("step_dates", {})}) for step in raw.get("steps", [])]
        provision = [
            Provision(
                *(fill(str(one.get(key, "")), own) for key in ("what", "who", "amount", "group", "review")),
                code=one.get("code", "G" if raw["area"] == "health" else "H2" if raw["area"] == "care" else "F"),
                text=fill(one.get("text") or sentence(one, position + number), own),
            )
            for number, one in enumerate(raw.get("provision", []))
        ]
        threads.append(
            Thread(
                name,
                raw["area"],
                fill(raw["need"], own),
                fill(raw.get("outcome", ""), own),
                steps,
                fill(raw.get("team", ""), own),
                deadline[3:] if deadline.startswith("By ") else deadline,
                fill(raw.get("strength", ""), own),
                provision,
            )
        )
    return Case(plan, threads, slots, plan["a"])


def change(thread: dict[str, Any], edits: dict[str, Any]) -> None:
    """Make a plan's own edits to a thread: new words for a field, or for one provision by its number."""
    for key, value in edits.items():
        if key == "provision":
            for number, words in value.items():
                if number == "add":
                    thread["provision"] += words
                elif words is None:
                    thread["provision"][number] = None
                else:
                    thread["provision"][number].update(words)
            thread["provision"] = [one for one in thread["provision"] if one is not None]
        else:
            thread[key] = value
