"""Make the sample plans: the committed set beside this script, or any number for benchmarks.

    python sample_plans/make.py
    python sample_plans/make.py --count 1000 --seed 7 -o FOLDER [--format docx|pdf|both]

Each plan is content (cases.py, content/*.yml) laid out as blocks (layouts.py) and drawn twice (word_writer.py,
pdf_writer.py). known.yml says what is in each: it is read off the same blocks, so it cannot drift from the files.
"""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import yaml  # noqa: E402 (the modules beside this script are found only now)
from blocks import Sheet, p, section_words  # noqa: E402
from cases import CONTENT, Case, build, load  # noqa: E402
from crowd import crowd  # noqa: E402
from layouts import family, lay_out  # noqa: E402
from pdf_writer import PdfWriter  # noqa: E402
from scan import scanned  # noqa: E402
from sections import needs_run_on  # noqa: E402
from word_writer import WordWriter  # noqa: E402

AS_OF = date(2026, 11, 20)
CODES = ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K")
HEAD = {"schema": "ehcp-audit/known/1", "as_of": AS_OF}
SCANNED = "02-reception-areas"  # the plan that is also there as pictures of its pages
STATUS = {"draft": "draft", "proposed": "draft", "final": "final", "amended final": "final"}
FACTS = ("requested", "drafted", "issued", "amended", "reviewed", "review_due")


ASKED_FOR_NONE = re.compile(r"\b(?:not asked for|not to ask for|have declined)\b")  # a personal budget


class ContentError(Exception):
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
            if code == "J" and found is not None and ASKED_FOR_NONE.search(found.text):
                state = "nil"
        heading, text = (found.heading, found.text) if found else (None, "")
        sections[code] = {"state": state, "heading": heading, "text": text}
    items = {
        "needs": {code: needs_of(case, code, sections) for code in ("B", "C", "D")},
        "outcomes": [outcome for _, outcome in case.outcomes()] if sections["E"]["text"] else [],
        "provision": {code: provision_of(case, code, sections) for code in ("F", "G", "H1", "H2")},
    }
    return {
        "stem": plan["stem"],
        "layout": plan["layout"],
        "family": family(plan["layout"]),
        "phase": plan["phase"],
        "good": bool(plan.get("good")),
        **({"shows": plan["shows"]} if "shows" in plan else {}),
        "facts": facts(plan),
        "sections": sections,
        **items,
        "thread": [row for row in thread_rows(case, items) if row["outcomes"] or row["provision"]],
        "defects": [defect(one, case, sections, items) for one in plan.get("defects", ())],
    }


def needs_of(case: Case, code: str, sections: dict[str, Any]) -> list[str]:
    threads = {"C": ["health"], "D": ["care"]}.get(code, case.areas)
    found = [p(thread.need).text for area in threads for thread in case.area_threads(area)]
    if code == "B" and case.plan.get("needs") == "run_on":  # that they cannot be told apart is the plan's defect
        found = [needs_run_on(case)]
    return [need for need in found if need in sections[code]["text"]]


def provision_of(case: Case, code: str, sections: dict[str, Any]) -> list[str]:
    """Its provision in document order: the first cell of each row, or the whole sentence, as the layout prints it."""
    found = []
    text = sections[code]["text"]
    codes = ("H1", "H2") if code == "H1" and sections["H2"]["state"] == "unknown" else (code,)  # a single section H
    for area in [*case.areas, "health", "care"]:
        threads = case.area_threads(area)
        for one in [line for own in codes for thread in threads for line in thread.of(own)]:
            first = one.what[:1].upper() + one.what[1:]
            words = p(one.text).text
            found += [words] if words in text else [first] if first in text else []
    return found + [case.say(words) for words in case.plan.get("also", {}).get(code, ())]


def thread_rows(case: Case, items: dict[str, Any]) -> list[dict[str, Any]]:
    """The golden thread as it was written: each need, with the outcome and the provision that answer it."""
    rows = []
    for area in [*case.areas, "health", "care"]:
        code = {"health": "C", "care": "D"}.get(area, "B")
        for one in case.area_threads(area):
            need = numbers(code, items["needs"][code], [p(one.need).text])
            provision = [
                number
                for kind in ("F", "G", "H1", "H2")
                for line in one.of(kind)
                for number in numbers(
                    kind, items["provision"][kind], [line.text, line.what[:1].upper() + line.what[1:]]
                )
            ]
            outcomes = numbers("E", items["outcomes"], [one.outcome])
            rows.append({"need": need[0] if need else None, "outcomes": outcomes, "provision": provision})
    return rows


def numbers(code: str, texts: list[str], wanted: list[str]) -> list[str]:
    return [f"{code}.{number}" for number, text in enumerate(texts, 1) if any(one in text for one in wanted if one)][:1]


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
        "status": STATUS.get(plan["stage"]),
        "stage": plan["stage"],
        **{name: dates.get(name) if name in shown and isinstance(dates.get(name), date) else None for name in FACTS},
        "setting": plan.get("setting"),
        "nhs_number": child["nhs"],
    }


def defect(one: dict[str, Any], case: Case, sections: dict[str, Any], items: dict[str, Any]) -> dict[str, Any]:
    """A planted defect with its subject worked out: the item that holds its words, else its section, else the plan."""
    words = case.say(one["words"]) if one.get("words") else None
    section, subject = one.get("section"), "plan" if one["criterion"][0] in "XT" else None
    if words and not subject:
        groups = {"E": items["outcomes"], **items["needs"], **items["provision"]}
        for code in [section] if section in groups else list(groups) if not section else []:
            for number, text in enumerate(groups[code], 1):
                if words in text:
                    section, subject = code, f"{code}.{number}"
                    break
            if subject:
                break
    if words and section and words not in sections[section]["text"]:
        raise ContentError(f"{case.plan['stem']}: no section holds the words of {one['criterion']}: {words}")
    return {
        "criterion": one["criterion"],
        "section": section,
        "subject": subject or section or "plan",
        "words": words,
        "note": one["note"],
        **({"only": one["only"]} if "only" in one else {}),  # the twin that shows it, where the other cannot
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


def make(plan: dict[str, Any], formats: tuple[str, ...]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """What is known of one plan, and its files by their names."""
    case = build(plan)
    sheet = lay_out(case)
    number_contents(sheet)
    return known(case, sheet), {f"{plan['stem']}.{kind}": data for kind, data in draw(sheet, formats).items()}


def committed() -> dict[str, bytes]:
    """Every file of the committed set by its name."""
    files: dict[str, bytes] = {}
    plans = []
    for path in sorted((CONTENT / "plans").glob("*.yml")):
        about, made = make({**load("defaults.yml"), **load(f"plans/{path.name}"), "stem": path.stem}, ("docx", "pdf"))
        plans.append(about)
        files |= made
    scan = {"file": "13-scanned.pdf", "of": SCANNED, "kind": "no_text"}
    files[scan["file"]] = scanned(files[f"{SCANNED}.pdf"])
    files["known.yml"] = dump({**HEAD, "plans": plans, "scans": [scan]})
    return files


def made_to_order(count: int, seed: str, folder: Path, formats: tuple[str, ...]) -> None:
    """Write `count` plans drawn from the bank, and what is known of them."""
    plans = []
    for plan in crowd(count, seed):
        about, files = make(plan, formats)
        plans.append(about)
        save(folder, files)
    save(folder, {"known.yml": dump({**HEAD, "plans": plans})})


def main() -> None:
    """Write the committed set, or a set made to order."""
    parser = argparse.ArgumentParser(description="Make fictional Education, Health and Care Plans.")
    parser.add_argument("--count", type=int, help="how many plans to make from the bank; without it the committed set")
    parser.add_argument("--seed", default="1", help="the same seed makes the same plans")
    parser.add_argument("-o", "--output", type=Path, default=HERE, help="the folder to write to")
    parser.add_argument("--format", choices=("docx", "pdf", "both"), default="both")
    options = parser.parse_args()
    if options.count is None:
        save(options.output, committed())
    else:
        formats = ("docx", "pdf") if options.format == "both" else (options.format,)
        made_to_order(options.count, options.seed, options.output, formats)


if __name__ == "__main__":
    main()
