"""The layouts: one case -> the blocks of a whole plan, as different councils set them out.

Three families (regulation 12 asks only that each section be separately identified): one heading per section, E and F
repeated per area of need, and columns side by side as in the national test template.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from blocks import (
    CONTINUED,
    Block,
    Box,
    Cell,
    Columns,
    Control,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Sheet,
    Table,
    cell,
    p,
)
from cases import Case, Thread
from front import appendices, contents, cover, guidance, monitoring, sign_off
from headings import HEADINGS
from sections import area_title, codes_of, content, heading, missing, outcomes, own_words, provision
from themes import THEMES, theme

WIDE = ("columns-national", "columns-bands")


def lay_out(case: Case) -> Sheet:
    """The whole plan in its own layout."""
    name = case.plan["layout"]
    sheet = Sheet(
        f"Education, Health and Care Plan {case.plan['number']}",
        THEMES[case.plan["theme"]],
        case.say(case.plan.get("header", "{council}\tEducation, Health and Care Plan: CONFIDENTIAL")),
        case.say(case.plan.get("footer", "EHC plan for {full_name}	Page [page] of [pages]")),
        landscape=name in WIDE,
    )
    LAYOUTS[name](case, sheet)
    return sheet


# --- family a: one heading per section


def headings_layout(case: Case, sheet: Sheet) -> None:
    """One heading per section, A to K, with monitoring arrangements between E and F where the plan says so."""
    front(case, sheet)
    for code in codes_of(case):
        if code in case.plan.get("new_page", ("B", "E", "F", "K")):
            sheet.add(PageBreak())
        sheet.add(*heading(case, code), *content(case, code))
        if code == "E" and case.plan.get("monitoring") == "between":
            sheet.add(*monitoring(case))
    back(case, sheet)


def banner_layout(case: Case, sheet: Sheet) -> None:
    """Each section a table whose first row, across its width and coloured, is the heading."""
    front(case, sheet)
    for code in codes_of(case):
        if code in case.plan.get("new_page", ("B", "F")):
            sheet.add(PageBreak())
        bands = [Row((Cell((line,), theme(case).main, 1),)) for line in heading(case, code, "band")]
        sheet.add(*under_band(bands, content(case, code), code))
    back(case, sheet)


def under_band(bands: list[Row], blocks: list[Block], code: str) -> list[Block]:
    """Paragraphs in a row of one cell below the band; tables with the band as their first row."""
    made: list[Block] = []
    waiting: list[Paragraph] = []
    rows = list(bands)

    def flush() -> None:
        nonlocal rows
        if waiting:
            rows.append(Row((Cell(tuple(waiting), section=code),)))
            waiting.clear()
        if rows:
            made.append(Table(tuple(rows), (1.0,)))
            rows = []

    for block in blocks:
        if isinstance(block, Paragraph):
            waiting.append(block)
        elif isinstance(block, Control | Box):
            waiting.extend(block.paragraphs)
        elif isinstance(block, Table) and all(line.style == "h2" for line in waiting):
            span = len(block.widths)
            titles = [Row((Cell((line,), section=code),)) for line in waiting]
            first = tuple(replace(row, cells=(replace(row.cells[0], span=span),)) for row in (*rows, *titles))
            made.append(replace(block, rows=(*first, *block.rows)))
            rows = []
            waiting.clear()
        else:
            flush()
            made.append(block)
    if waiting or rows:
        if not waiting and not blocks:
            rows.append(Row((Cell((p("", section=code),)),)))
        flush()
    return made


# --- family b: outcomes and provision per area of need


def areas_layout(case: Case, sheet: Sheet) -> None:
    """A to D first, then an outcomes and support plan in which E and F stand under each area."""
    front(case, sheet)
    codes = codes_of(case)
    for code in [code for code in codes if code in "ABCD"]:
        if code == "B":
            sheet.add(PageBreak())
        sheet.add(*heading(case, code), *content(case, code))
    sheet.add(PageBreak(), p("Outcomes and support plan", "h1"))
    sheet.add(
        p("This part of the plan is set out by area of need: each outcome stands by the provision for it.", "small")
    )
    count = 0
    for area in case.areas:
        threads = case.area_threads(area)
        if not threads:
            continue
        sheet.add(p(area_title(case, area), "h2"))
        goals = [thread for thread in threads if thread.outcome]
        if goals and not missing(case, "E"):
            sheet.add(*heading(case, "E", "h3"), *outcomes(case, goals, count))
            count += len(goals)
        lines = [one for thread in threads for one in thread.of("F")]
        if lines and not missing(case, "F"):
            sheet.add(*heading(case, "F", "h3"), *provision(case, lines, "F", len(sheet.blocks)))
    sheet.add(*(p(case.say(text), section="F") for text in case.plan.get("also", {}).get("F", ())))
    for title, area, codes_here in (("Health", "health", ("G",)), ("Social care", "care", ("H1", "H2"))):
        sheet.add(p(title, "h2"))
        goals = [thread for thread in case.area_threads(area) if thread.outcome]
        if goals:
            sheet.add(*heading(case, "E", "h3"), *outcomes(case, goals, count))
            count += len(goals)
        for code in codes_here:
            if not missing(case, code):
                sheet.add(*heading(case, code, "h3"), *content(case, code))
    for code in [code for code in codes if code in "IJK"]:
        sheet.add(*heading(case, code), *content(case, code))
    back(case, sheet)


# --- family c: columns


def columns_layout(case: Case, sheet: Sheet) -> None:
    """Landscape grids: B beside F and E for each area, C with G and E, D with H1, H2 and E."""
    front(case, sheet)
    sheet.add(*heading(case, "A"), *content(case, "A"), PageBreak())
    order = case.plan.get("columns", ["B", "F", "E"])
    joined = case.plan.get("joined")
    if joined:
        sheet.add(p(joined, "h1"))
    for area in case.areas:
        sheet.add(p(area_title(case, area), "h2", "B" if joined else ""))
        threads = case.area_threads(area)
        empty = case.plan.get("empty_areas", {}).get(area)
        if empty is not None:
            sheet.add(p(case.say(empty), section="B"))
            continue
        if case.plan.get("strengths", True):
            pale = theme(case).pale
            lines = [p("Strengths", "label", "B"), *(p(x.strength, section="B") for x in threads if x.strength)]
            sheet.add(Table((Row((Cell(tuple(lines), pale, section="B"),)),), (1.0,)))
        sheet.add(grid(case, order, threads))
    sheet.add(p(case.plan.get("health_title", "Health needs and provision"), "h2"))
    sheet.add(grid(case, ["C", "G", "E"], case.area_threads("health")))
    sheet.add(p(case.plan.get("care_title", "Social care needs and provision"), "h2"))
    sheet.add(grid(case, ["D", "H1", "H2", "E"], case.area_threads("care")))
    for code in ("I", "J", "K"):
        if not missing(case, code):
            sheet.add(*heading(case, code), *content(case, code))
    back(case, sheet)


def grid(case: Case, order: list[str], threads: list[Thread]) -> Table:
    """Columns owned by sections: their labels in the first row, one need a row."""
    tint = theme(case).tint
    order = [code for code in order if not missing(case, code)]
    top = Row(tuple(Cell(tuple(heading(case, code, "label")), tint) for code in order), header=True)
    rows = [top]
    for thread in threads:
        cells = []
        for code in order:
            said = own_words(case, code)
            words = grid_cell(case, code, thread) if said is None else said or [p("", section=code)]
            cells.append(Cell(tuple(words), section=code))
        rows.append(Row(tuple(cells)))
    if not threads:
        cells = []
        for code in order:
            said = own_words(case, code)
            default = p("", section=code) if code == "E" else p("None identified.", section=code)
            cells.append(Cell(tuple(said) if said is not None and code != "E" else (default,), section=code))
        rows.append(Row(tuple(cells)))
    return Table(tuple(rows), tuple(1.0 if code in ("B", "C", "D", "E") else 1.25 for code in order))


def grid_cell(case: Case, code: str, thread: Thread) -> list[Paragraph]:
    if code in ("B", "C", "D"):
        return [p(thread.need, section=code)]
    if code == "E":
        made = [p(thread.outcome, section="E")]
        if thread.steps:
            made += [p("Steps towards this outcome:", "label", "E"), *(p(step, "bullet", "E") for step in thread.steps)]
        return made
    style = case.plan.get("grid_provision", "body")
    return [p(one.text, style, code) for one in thread.of(code)] or [p("None required.", section=code)]


# --- as written: the plan's own file says block by block what stands where


def written_layout(case: Case, sheet: Sheet) -> None:
    """A plan that is set out as its file says: `body` lists headings, contents, texts, tables and pictures in order."""
    sheet.landscape = bool(case.plan.get("wide"))
    sheet.turned, sheet.typeset = bool(case.plan.get("turned")), bool(case.plan.get("typeset"))
    cover(case, sheet)
    for entry in case.plan["body"]:
        kind = next(iter(entry))
        sheet.add(*WRITTEN[kind](case, entry[kind], entry))
    back(case, sheet)


def _heading(case: Case, code: str, entry: dict) -> list[Block]:
    """The heading of a section: numbered by Word, in a text box, with words behind a soft break, said again."""
    made = heading(case, code, entry.get("style", "h1"))
    if "auto" in entry:
        kind, words, start, marker = entry["auto"]
        made[0] = replace(made[0], auto=(kind, words, start), marker=marker)
    if entry.get("continued"):
        made = [p(made[0].text + CONTINUED, made[0].style, heading=code)]
    if "after" in entry:
        made[-1] = replace(made[-1], after=case.say(entry["after"]))
    return [Box(tuple(made))] if entry.get("box") else list(made)


def _texts(case: Case, texts: list[str], entry: dict) -> list[Block]:
    return [p(case.say(text), entry.get("style", "body"), entry.get("in", "")) for text in texts]


def _rows(case: Case, rows: list[list[str]], entry: dict) -> list[Block]:
    """A ruled table whose words all belong to one section, or to none; its first row may be a header."""
    code, tint = entry.get("in", ""), theme(case).tint
    made = []
    for number, words in enumerate(rows):
        head = number == 0 and entry.get("header", False)
        cells = (
            cell(p(case.say(str(one)), "label" if head else "body", code), fill=tint if head else "") for one in words
        )
        made.append(Row(tuple(cells), header=head))
    return [Table(tuple(made), tuple(entry.get("widths", [1.0] * len(rows[0]))))]


def _columns(case: Case, sides: list[list[str]], entry: dict) -> list[Block]:
    left, right = (tuple(p(case.say(text), section=entry["in"]) for text in side) for side in sides)
    return [Columns(left, right)]


def _provision(case: Case, codes: list[str], entry: dict) -> list[Block]:
    """Some of a section's provision: of these threads."""
    threads = [thread for area in case.areas for thread in case.area_threads(area) if thread.id in codes]
    lines = [one for thread in threads for one in thread.of(entry["in"])]
    return provision(case, lines, entry["in"], entry.get("list", 1))


WRITTEN: dict[str, Callable[[Case, Any, dict], list[Block]]] = {
    "heading": _heading,
    "content": lambda case, code, entry: content(case, code),
    "texts": _texts,
    "rows": _rows,
    "columns": _columns,
    "provision": _provision,
    "grid": lambda case, area, entry: [grid(case, entry["of"], case.area_threads(area))],
    "picture": lambda case, kind, entry: [Picture(kind, entry["alt"], entry["height"])],
    "monitoring": lambda case, _, entry: monitoring(case),
    "page": lambda case, _, entry: [PageBreak()],
}


# --- before and after the sections


def front(case: Case, sheet: Sheet) -> None:
    cover(case, sheet)
    if case.plan.get("contents"):
        sheet.add(PageBreak(), *contents(case, HEADINGS[case.plan["headings"]]))
    if case.plan.get("guidance"):
        sheet.add(*guidance(case))
    sheet.add(PageBreak())
    if case.plan.get("monitoring") == "front":
        sheet.add(*monitoring(case))


def back(case: Case, sheet: Sheet) -> None:
    if case.plan.get("monitoring") == "end":
        sheet.add(*monitoring(case))
    sheet.add(*sign_off(case), *appendices(case))


LAYOUTS: dict[str, Callable[[Case, Sheet], None]] = {
    "headings": headings_layout,
    "headings-two-paragraphs": headings_layout,
    "headings-letters": headings_layout,
    "banner-rows": banner_layout,
    "areas-tables": areas_layout,
    "areas-paragraphs": areas_layout,
    "columns-national": columns_layout,
    "columns-bands": columns_layout,
    "written-headings": written_layout,
    "written-columns": written_layout,
}
FAMILIES = {"headings": "headings", "written": "headings", "banner": "headings", "areas": "areas", "columns": "columns"}


def family(layout: str) -> str:
    """headings (one a section), areas (E and F repeated for each area of need) or columns (side by side)."""
    return FAMILIES[layout.split("-")[0]]
