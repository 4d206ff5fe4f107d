"""Any number of plans made to order: each drawn from the bank by a random stream of its own, the same for a seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from cases import bank, load
from themes import THEMES

BANDS = {  # threads -> phase, (year, year group, how old on 31 August 2026), deadlines
    "early-years": ("early years", (("Nursery (second year)", -1, 3), ("Reception", 0, 4))),
    "key-stage-1": ("primary", (("Year 1", 1, 5), ("Year 2", 2, 6))),
    "key-stage-2": ("primary", (("Year 3", 3, 7), ("Year 4", 4, 8), ("Year 5", 5, 9), ("Year 6", 6, 10))),
    "secondary": ("secondary", tuple((f"Year {year}", year, year + 4) for year in range(7, 12))),
    "post-16": ("post-16", (("Year 12", 12, 16), ("Year 13", 13, 17))),
}
STAGE_ENDS = {2: "Key Stage 1", 6: "Key Stage 2", 9: "Key Stage 3", 11: "Key Stage 4"}
LAYOUT_HEADINGS = {
    "headings": ("full", "capitals", "roman"),
    "headings-two-paragraphs": ("first-person",),
    "headings-letters": ("brackets",),
    "banner-rows": ("roman", "capitals", "full"),
    "areas-tables": ("full", "roman"),
    "areas-paragraphs": ("roman", "capitals"),
    "columns-national": ("national",),
    "columns-bands": ("columns",),
}
ADVICE = (
    ("Parents", "Parents"),
    ("Education", "Special educational needs coordinator"),
    ("Psychological", "Educational psychologist"),
    ("Medical", "Consultant community paediatrician"),
    ("Speech and language therapy", "Speech and language therapist"),
    ("Occupational therapy", "Occupational therapist"),
    ("Social care", "Social worker"),
)


def crowd(count: int, seed: str) -> Iterator[dict[str, Any]]:
    """The content of `count` plans, in the form of the plans' YAML files."""
    for number in range(1, count + 1):
        yield one_plan(number, random.Random(f"{seed}/{number}"))


def one_plan(number: int, draw: random.Random) -> dict[str, Any]:
    band = draw.choice(list(BANDS))
    phase, years = BANDS[band]
    year, group, age = draw.choice(years)
    layout = draw.choice(list(LAYOUT_HEADINGS))
    voices = load("voices.yml")
    plan: dict[str, Any] = {
        **load("defaults.yml"),
        "stem": f"{number:05}-{layout}",
        "layout": layout,
        "headings": draw.choice(LAYOUT_HEADINGS[layout]),
        "theme": draw.choice(sorted(THEMES)),
        "council": draw.choice(voices["councils"]),
        "council_domain": "council.example.org",
        "phase": phase,
        "year": year,
        "year_group": group,
        "number": f"XX-{draw.randrange(100000, 999999)}",
        "setting": draw.choice(voices["settings"][phase]),
        "cover": draw.choice(("pairs", "single")),
        "contents": draw.random() < 0.6,
        "guidance": draw.random() < 0.5,
        "controls": draw.random() < 0.3,
        "slashed": draw.random() < 0.3,
        "needs": draw.choice(("number", "hand", "bullet")),
        "outcomes": draw.choice(("table", "table", "labels", "number")),
        "provision": draw.choice(("table", "table", "number", "bullet")),
        "monitoring": draw.choice(("between", "end", "front")),
        "appendix": draw.sample(["rights", "review", "glossary", "team", "summary", "travel"], 5),
        "columns": ["B", "E", "F"] if layout == "columns-bands" else ["B", "F", "E"],
        "child": child(draw, voices, age),
        "deadlines": deadlines(group),
        "step_dates": {"soon": "By Easter 2027", "later": "By the end of May 2027"},
        "signed": "Sam Hartside",
    }
    if plan["headings"] == "brackets":
        plan["states"] = {"H2": "unknown"}  # a single section H is held under H1
    if layout == "columns-national":
        plan["joined"] = "Sections B, F and E: special educational needs, provision and outcomes"
    plan |= status(draw)
    plan["placement"] = placement(plan)
    plan["threads"] = threads(draw, band)
    plan["a"] = section_a(draw, voices, plan)
    people = draw.sample(voices["professionals"], len(ADVICE))
    plan["advice"] = [
        [kind, "{parents}" if kind == "Parents" else person, role, plan["dates"]["requested"] + timedelta(35 + row)]
        for row, ((kind, role), person) in enumerate(zip(ADVICE, people, strict=True))
    ]
    faults(draw, plan)
    return plan


def child(draw: random.Random, voices: dict[str, Any], age: int) -> dict[str, Any]:
    pronoun = draw.choice(("he", "she"))
    first = draw.choice(voices["first_names"][pronoun])
    surname = draw.choice(voices["surnames"])
    born = date(2026 - age - 1, 9, 1) + timedelta(draw.randrange(364))
    digits = f"{draw.randrange(10_000_000):07}"
    return {
        "name": f"{first} {draw.choice(voices['middle_names'])} {surname}",
        "known_as": first,
        "pronoun": pronoun,
        "born": born,
        "nhs": f"999 {digits[:3]} {digits[3:]}",
        "address": f"{draw.randrange(1, 90)} Example Street, Anytown, ZZ{draw.randrange(1, 10)} 9ZZ",
        "parents": f"{draw.choice(voices['parent_names'])} {surname}",
    }


def deadlines(group: int) -> list[str]:
    end = next((year for year in STAGE_ENDS if year >= group + 1), None)
    found = ["By July 2027", "By the end of the summer term 2027"]
    return [f"By the end of {STAGE_ENDS[end]}", *found] if end and group > 0 else found


def status(draw: random.Random) -> dict[str, Any]:
    """A draft, or a final plan issued within twenty weeks."""
    requested = date(2026, 2, 2) + timedelta(draw.randrange(100))
    drafted = requested + timedelta(draw.randrange(95, 110))
    issued = requested + timedelta(draw.randrange(125, 140))
    if draw.random() < 0.25:
        labels = {"requested": "Date of request", "drafted": "Date of draft plan"}
        return {"stage": "draft", "status": "Draft", "signed_on": "drafted", "date_labels": labels,
                "dates": {"requested": requested, "drafted": drafted}}  # fmt: skip
    due = issued.replace(year=issued.year + 1) - timedelta(1)
    return {
        "stage": "final",
        "status": "Final",
        "dates": {"requested": requested, "drafted": drafted, "issued": issued, "review_due": due},
    }


def placement(plan: dict[str, Any]) -> list[list[str]]:
    if plan["stage"] == "draft":
        return [["Name and type of setting", "To be completed in the final plan."]]
    kinds = {"early years": "Nursery school", "primary": "Mainstream primary school",
             "secondary": "Mainstream secondary school", "post-16": "General further education college"}  # fmt: skip
    return [["Name of setting", plan["setting"]], ["Type of setting", kinds[plan["phase"]]]]


def threads(draw: random.Random, band: str) -> list[str]:
    """Up to eleven threads of the phase, a health need and a care need."""
    own = [name for name, thread in bank().items() if thread["band"] == band]
    chosen = sorted(draw.sample(own, min(len(own), draw.randrange(9, 12))), key=own.index)
    others = [(name, thread["area"]) for name, thread in bank().items() if thread["band"] == "health-care"]
    for area, number in (("health", 2), ("care", 2)):
        chosen += draw.sample([name for name, kind in others if kind == area], number)
    return chosen


def section_a(draw: random.Random, voices: dict[str, Any], plan: dict[str, Any]) -> list[dict[str, Any]]:
    names = plan["child"]["parents"].rpartition(" ")[0]

    def some(key: str, number: int = 1) -> list[str]:
        return [text.replace("{parents}", names) for text in draw.sample(voices[key], number)]

    own = {"heading": draw.choice(voices["own_headings"]), "text": some("own", 2) + some("more", 2), "quote": True}
    titles = (
        ("Interests", "interests", 2), ("The views of the parents", "parents", 2), ("Aspirations", "aspirations", 1),
        ("History", "history", 2), ("How to communicate with {name}", "communication", 1),
        ("How these views were gathered", "gathered", 1),
    )  # fmt: skip
    return [own, *({"heading": title, "text": some(key, number)} for title, key, number in titles)]


def faults(draw: random.Random, plan: dict[str, Any]) -> None:
    """Put faulty wording in place of some outcomes and some provision; a third of the plans get none."""
    plan["edits"], plan["defects"] = {}, []
    plan["good"] = draw.random() < 0.33
    if plan["good"]:
        return
    bad = load("faults.yml")
    chosen = draw.sample(plan["threads"], 6)
    for name, fault in zip(chosen[:3], draw.sample(bad["outcomes"], 3), strict=True):
        plan["edits"][name] = {"outcome": fault["text"], **({"by": ""} if "E07" in fault["criteria"] else {})}
        words = fault["text"].removeprefix("{By}, ")
        plan["defects"] += [
            {"criterion": criterion, "section": "E", "words": words, "note": "Faulty wording of an outcome."}
            for criterion in fault["criteria"]
        ]
    for name, fault in zip(chosen[3:], draw.sample(bad["provision"], 3), strict=True):
        code = bank()[name]["provision"][0].get("code") or ("G" if bank()[name]["area"] == "health" else "F")
        empty = dict.fromkeys(("who", "amount", "group", "review"), "")
        plan["edits"][name] = {"provision": {0: {"what": fault["what"], "text": "", **empty}}}
        plan["defects"] += [
            {"criterion": criterion, "section": code, "words": fault["what"], "note": "Faulty wording of provision."}
            for criterion in (fault["criteria"] if code == "F" else ["G01"] if code == "G" else ["H01"])
        ]
