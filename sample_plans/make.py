"""Make the sample plans: the committed set beside this script, or any number for benchmarks.

    python sample_plans/make.py
    python sample_plans/make.py --count 1000 --seed 7 -o FOLDER [--format docx|pdf|both]

Each plan is content (cases.py, content/*.yml) laid out as blocks (layouts.py) and drawn twice (word_writer.py,
pdf_writer.py). known.yml says what is in each: it is read off the same blocks, so it cannot drift from the files.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import yaml  # noqa: E402 (the modules beside this script are found only now)
from blocks import Sheet, p, section_words  # noqa: E402
from cases import CONTENT, Case, build, load  # noqa: E402
from headings import HEADINGS  # noqa: E402
from layouts import family, lay_out  # noqa: E402
from pdf_writer import PdfWriter  # noqa: E402
from word_writer import WordWriter  # noqa: E402

AS_OF = date(2026, 11, 20)
CODES = ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K")
FACTS = ("requested", "drafted", "issued", "amended", "reviewed", "review_due")


class Refused(Exception):
    """The content contradicts itself: words that a defect names do not stand in the plan."""


def known(case: Case, sheet: Sheet) -> dict[str, Any]:
    """What a perfect reader would find in the plan, and what a perfect auditor would say is wrong with it."""
    plan, words = case.plan, section_words(sheet.blocks)
    sections = {}
    for code in CODES:
        found = words.get(code)
        state = plan.get("states", {}).get(code)
        if state is None:
            state = "missing" if found is None else "present" if found.lines else "empty"
        sections[code] = {"state": state, "heading": found.heading if found else None, "text": found.text if found else ""}
    items = {
        "needs": {code: needs_of(case, code, sections) for code in ("B", "C", "D")},
        "outcomes": [outcome for _, outcome in ordered_outcomes(case)] if sections["E"]["text"] else [],
        "provision": {code: provision_of(case, code, sections, sheet) for code in ("F", "G", "H1", "H2")},
    }
    return {
        "stem": plan["stem"],
        "layout": plan["layout"],
        "family": family(plan["layout"]),
        "phase": plan["phase"],
        "good": bool(plan.get("good")),
        "facts": facts(plan),
        "sections": sections,
        **items,
        "defects": [defect(one, case, sections, items) for one in plan.get("defects", ())],
    }


def ordered_outcomes(case: Case) -> list[tuple[str, str]]:
    return case.outcomes()


def needs_of(case: Case, code: str, sections: dict[str, Any]) -> list[str]:
    threads = {"C": ["health"], "D": ["care"]}.get(code, case.areas)
    found = [thread.need for area in threads for thread in case.area_threads(area)]
    return [need for need in found if need in sections[code]["text"]]


def provision_of(case: Case, code: str, sections: dict[str, Any], sheet: Sheet) -> list[str]:
    """Its provision in document order: the first cell of each row, or the whole sentence, whichever the layout prints."""
    found = []
    text = sections[code]["text"]
    for area in [*case.areas, "health", "care"]:
        for one in [line for thread in case.area_threads(area) for line in thread.of(code)]:
            first = one.what[:1].upper() + one.what[1:]
            found += [one.text] if one.text in text else [first] if first in text else []
    return found + [case.say(words) for words in case.plan.get("also", {}).get(code, ())]


def facts(plan: dict[str, Any]) -> dict[str, Any]:
    child, dates = plan["child"], plan["dates"]
    shown = set(plan["date_labels"])
    return {
        "child_name": child["name"],
        "known_as": child["known_as"],
        "date_of_birth": child["born"],
        "year": plan["year"],
        "year_group": plan["year_group"],
        "phase": plan["phase"],
        "status": {"proposed": "draft", "amendment notice": "draft", "amended final": "final"}.get(plan["stage"], plan["stage"]),
        "stage": plan["stage"],
        **{name: dates.get(name) if name in shown and isinstance(dates.get(name), date) else None for name in FACTS},
        "setting": plan.get("setting"),
        "nhs_number": child["nhs"],
    }


def defect(one: dict[str, Any], case: Case, sections: dict[str, Any], items: dict[str, Any]) -> dict[str, Any]:
    """A planted defect with its subject worked out: the item that holds its words, else its section, else the plan."""
    words = case.say(one["words"]) if one.get("words") else None
    section, subject = one.get("section"), one.get("subject")
    if words and not subject:
        groups = {"E": items["outcomes"], **items["needs"], **items["provision"]}
        for code in [section] if section in groups else list(groups) if not section else []:
            for number, text in enumerate(groups[code], 1):
                if words in text:
                    section, subject = code, f"{code}.{number}"
                    break
            if subject:
                break
    if words and not subject and not any(words in held["text"] for held in sections.values()) and section:
        raise Refused(f"{case.plan['stem']}: no section holds the words of {one['criterion']}: {words}")
    return {
        "criterion": one["criterion"],
        "section": section,
        "subject": subject or section or "plan",
        "words": words,
        "note": one["note"],
    }


def dump(document: dict[str, Any]) -> bytes:
    """YAML in the order it was made, the same from every version of the library."""
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text = yaml.dump(document, Dumper=dumper, sort_keys=False, allow_unicode=True, width=4000)
    return text.encode()


def number_contents(sheet: Sheet) -> None:
    """Put the pages that the sections start on into the contents page, where the plan has one."""
    lines = [number for number, block in enumerate(sheet.blocks) if getattr(block, "style", "") == "toc"]
    if lines:
        writer = PdfWriter(sheet)
        writer.draw(0)
        for number in lines:
            line = sheet.blocks[number]
            title = line.text.rpartition("\t")[0]
            page = writer.heading_pages.get("H1" if line.marker == "H" else line.marker, writer.pages)
            sheet.blocks[number] = p(f"{title}\t{page}", "toc", marker=line.marker)


def draw(sheet: Sheet, formats: tuple[str, ...]) -> dict[str, bytes]:
    writers = {"docx": WordWriter, "pdf": PdfWriter}
    return {name: writers[name](sheet).save() for name in formats}


def save(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


def committed() -> dict[str, bytes]:
    """Every file of the committed set by its name."""
    files: dict[str, bytes] = {}
    plans = []
    for path in sorted((CONTENT / "plans").glob("*.yml")):
        case = build({**load("defaults.yml"), **load(f"plans/{path.name}"), "stem": path.stem})
        sheet = lay_out(case)
        number_contents(sheet)
        plans.append(known(case, sheet))
        files |= {f"{path.stem}.{kind}": data for kind, data in draw(sheet, ("docx", "pdf")).items()}
    files["known.yml"] = dump({"schema": "ehcp-audit/known/1", "as_of": AS_OF, "plans": plans})
    return files


def main() -> None:
    """Write the committed set, or a set made to order."""
    parser = argparse.ArgumentParser(description="Make fictional Education, Health and Care Plans.")
    parser.add_argument("--count", type=int, help="how many plans to make from the bank; without it the committed set")
    parser.add_argument("--seed", default="1", help="the same seed makes the same plans")
    parser.add_argument("-o", "--output", type=Path, default=HERE, help="the folder to write to")
    parser.add_argument("--format", choices=("docx", "pdf", "both"), default="both")
    options = parser.parse_args()
    save(options.output, committed())


if __name__ == "__main__":
    main()
