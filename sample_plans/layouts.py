"""The layouts: one case -> the blocks of a whole plan, as different councils set them out.

Three families (regulation 12 asks only that each section be separately identified): one heading per section, E and F
repeated per area of need, and columns side by side as in the national test template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from blocks import Block, Box, Cell, Control, PageBreak, Paragraph, Row, Sheet, Table, cell, p
from cases import AREAS, Case, Provision, Thread, british, slashed
from front import appendices, contents, cover, guidance, monitoring, sign_off
from headings import HEADINGS
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


# --- headings


def heading(case: Case, code: str, style: str = "h1") -> list[Paragraph]:
    """A section's heading: one paragraph, or label and title in two."""
    words = HEADINGS[case.plan["headings"]][code]
    parts = [words] if isinstance(words, str) else list(words)
    codes = "H1" if code == "H" else code
    made = [p(case.say(part), style, heading=codes) for part in parts]
    if len(made) > 1:
        made[1] = replace(made[1], style="h2" if style == "h1" else style)
    return made


def missing(case: Case, code: str) -> bool:
    return code in case.plan.get("missing", ())


def own_words(case: Case, code: str) -> list[Block] | None:
    """What the plan's YAML says in place of the section: a nil statement, a prompt left in, or nothing at all."""
    said = case.plan.get("say", {}).get(code)
    if said is None:
        return None
    return [p(case.say(words), section=code) for words in ([said] if isinstance(said, str) else said)]


# --- the sections' contents, one after another


def section(case: Case, code: str) -> list[Block]:
    """The blocks of one section, without its heading."""
    said = own_words(case, code)
    if said is not None:
        return said
    return CONTENTS[code](case)


def a_section(case: Case, codes: str = "A") -> list[Block]:
    made: list[Block] = []
    for voice in case.voices:
        if "box" in voice:
            made.append(Box(tuple(p(case.say(text), section="A") for text in voice["box"]), "FFFFFF"))
            continue
        made.append(p(case.say(voice["heading"]), "h3", "A"))
        style = "quote" if voice.get("quote") else "bullet" if voice.get("bullets") else "body"
        texts = tuple(p(case.say(text), style, "A") for text in voice["text"])
        made += [Control(texts, voice["control"])] if "control" in voice else texts
    return made


def b_section(case: Case) -> list[Block]:
    made: list[Block] = []
    for letter, area in enumerate(case.areas, 1):
        made.append(p(area_title(case, area), "h2", "B"))
        empty = case.plan.get("empty_areas", {}).get(area)
        if empty is not None:
            made += [p(case.say(empty), section="B")] if empty else []
            continue
        threads = case.area_threads(area)
        strengths = [thread.strength for thread in threads if thread.strength]
        if strengths:
            made.append(p("Strengths", "label", "B"))
            made += [p(text, section="B") for text in strengths]
        made.append(p("Special educational needs", "label", "B"))
        made += needs(case, threads, letter, "B")
    return made


def needs(case: Case, threads: list[Thread], letter: int, code: str) -> list[Block]:
    """Needs as the plan numbers them: by Word, by hand (B1.1), or bulleted; `run_on` joins them into one paragraph."""
    form = case.plan.get("needs", "number")
    if form == "run_on":
        return [p(" ".join(thread.need for thread in threads), section=code)]
    if form == "hand":
        return [p(f"{code}{letter}.{number} {thread.need}", section=code) for number, thread in enumerate(threads, 1)]
    if form == "bullet":
        return [p(thread.need, "bullet", code) for thread in threads]
    base = {"B": 0, "C": 20, "D": 30}[code]
    return [
        p(thread.need, "number", code, marker=f"{number}.", list_id=base + letter)
        for number, thread in enumerate(threads, 1)
    ]


def area_title(case: Case, area: str) -> str:
    return case.plan.get("area_titles", {}).get(area, AREAS[area])


def need_section(code: str, area: str) -> Callable[[Case], list[Block]]:
    def made(case: Case) -> list[Block]:
        return needs(case, case.area_threads(area), 1, code)

    return made


def e_section(case: Case) -> list[Block]:
    """Outcomes, all in one place: under their areas, as a table, or in numbered paragraphs."""
    made: list[Block] = []
    count = 0
    groups = [(area_title(case, area), case.area_threads(area)) for area in case.areas]
    groups += [("Health", case.area_threads("health")), ("Social care", case.area_threads("care"))]
    for title, threads in groups:
        threads = [thread for thread in threads if thread.outcome]
        if threads:
            made.append(p(title, "h2", "E"))
            made += outcomes(case, threads, count)
            count += len(threads)
    return made


def outcomes(case: Case, threads: list[Thread], count: int, form: str = "") -> list[Block]:
    form = form or case.plan.get("outcomes", "table")
    if form == "table":
        return [outcome_table(case, threads)]
    made: list[Block] = []
    for number, thread in enumerate(threads, count + 1):
        if form == "labels":
            made.append(p(f"**Outcome {number}:** {thread.outcome}", section="E"))
            made += [p(f"Steps towards this outcome: {'; '.join(thread.steps)}.", section="E")] if thread.steps else []
            made += [p(f"Who will help: {thread.team}.", section="E")] if thread.team else []
        else:
            made.append(p(thread.outcome, "number", "E", marker=f"{number}.", list_id=10))
            made += [p(step + ".", "bullet", "E") for step in thread.steps]
    return made


def outcome_table(case: Case, threads: list[Thread], section_row: tuple[Row, ...] = ()) -> Table:
    """Outcome / steps / who / how often / by when."""
    names = ("Outcome", "Steps towards the outcome", "Who will help", "How often reviewed", "By when")
    rows = [*section_row, header(case, names, "E")]
    for thread in threads:
        steps = tuple(p(step, section="E") for step in thread.steps)
        rows.append(
            Row(
                (
                    cell(thread.outcome, section="E"),
                    Cell(steps or (p("", section="E"),), section="E"),
                    cell(thread.team, section="E"),
                    cell(case.plan.get("monitored", "Every term"), section="E"),
                    cell(capital(thread.by), section="E"),
                )
            )
        )
    return Table(tuple(rows), (3.5, 3.2, 2.2, 1.7, 1.8))


def header(case: Case, names: Iterable[str], code: str) -> Row:
    tint = theme(case).tint
    return Row(tuple(cell(p(name, "label", code), fill=tint) for name in names), header=True)


def f_section(case: Case) -> list[Block]:
    made: list[Block] = []
    for letter, area in enumerate(case.areas, 1):
        lines = [one for thread in case.area_threads(area) for one in thread.of("F")]
        if lines:
            made.append(p(area_title(case, area), "h2", "F"))
            made += provision(case, lines, "F", letter)
    others = [one for area in ("health", "care") for thread in case.area_threads(area) for one in thread.of("F")]
    if others:
        made += [p("Health and care", "h2", "F"), *provision(case, others, "F", 9)]
    return made + [p(case.say(text), section="F") for text in case.plan.get("also", {}).get("F", ())]


def provision(case: Case, lines: list[Provision], code: str, letter: int = 1, form: str = "") -> list[Block]:
    form = form or case.plan.get("provision", "table")
    if form == "table":
        return [provision_table(case, lines, code)]
    if form == "bullet":
        return [p(one.text, "bullet", code) for one in lines]
    base = {"F": 40, "G": 60, "H1": 70, "H2": 80}[code]
    return [
        p(one.text, "number", code, marker=f"{number}.", list_id=base + letter) for number, one in enumerate(lines, 1)
    ]


def provision_table(case: Case, lines: list[Provision], code: str, section_row: tuple[Row, ...] = ()) -> Table:
    names = ("Provision", "By whom", "How much and how often", "Group size", "Review")
    rows = [*section_row, header(case, names, code)]
    for one in lines:
        what = one.what[:1].upper() + one.what[1:]
        words = (what, capital(one.who), capital(one.amount), capital(one.group), capital(one.review))
        rows.append(Row(tuple(cell(word, section=code) for word in words)))
    return Table(tuple(rows), (3.5, 2.7, 2.7, 1.9, 2.2))


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def provision_section(code: str, area: str) -> Callable[[Case], list[Block]]:
    def made(case: Case) -> list[Block]:
        others = [name for name in case.areas if code == "G"]  # therapy that a plan has put in the wrong section
        lines = [one for name in (*others, area) for thread in case.area_threads(name) for one in thread.of(code)]
        return provision(case, lines, code) if lines else []

    return made


def i_section(case: Case) -> list[Block]:
    rows = [
        Row((cell(p(name, "label", "I"), fill=theme(case).pale), cell(case.say(value), section="I")))
        for name, value in case.plan["placement"]
    ]
    return [Table(tuple(rows), (2, 5), control="Placement" if case.plan.get("controls") else "")]


def j_section(case: Case) -> list[Block]:
    return [p(case.say(text), section="J") for text in case.plan["budget"]]


def k_section(case: Case, section_row: tuple[Row, ...] = ()) -> list[Block]:
    names = ("Advice", "Author", "Role", "Date of report", "Appendix")
    rows = [*section_row, header(case, names, "K")]
    for number, (kind, author, role, day) in enumerate(case.plan["advice"], 1):
        when = day if isinstance(day, str) else slashed(day) if case.plan.get("slashed") else british(day)
        words = (kind, case.say(author), case.say(role), when, f"K{number}")
        rows.append(Row(tuple(cell(word, section="K") for word in words)))
    intro = p("The advice and information listed here was gathered during the assessment and is attached.", section="K")
    return [intro, Table(tuple(rows), (2.4, 2.4, 3.1, 2.1, 1.7))]


CONTENTS: dict[str, Callable[[Case], list[Block]]] = {
    "A": a_section,
    "B": b_section,
    "C": need_section("C", "health"),
    "D": need_section("D", "care"),
    "E": e_section,
    "F": f_section,
    "G": provision_section("G", "health"),
    "H1": provision_section("H1", "care"),
    "H2": provision_section("H2", "care"),
    "I": i_section,
    "J": j_section,
    "K": k_section,
}


def h_single(case: Case) -> list[Block]:
    """A single section H, that does not tell H1 and H2 apart: all its words are held under H1."""
    made = []
    for code in ("H1", "H2"):
        made += [retag(block, code, "H1") for block in section(case, code)]
    return made


def retag(block: Block, old: str, new: str) -> Block:
    """The same block, its words given to another section."""
    if isinstance(block, Paragraph):
        return replace(block, section=new if block.section == old else block.section)
    if isinstance(block, Table):
        rows = tuple(
            replace(row, cells=tuple(replace(one, paragraphs=tuple(retag(x, old, new) for x in one.paragraphs)) for one in row.cells))
            for row in block.rows
        )  # fmt: skip
        return replace(block, rows=rows)
    return block


def codes_of(case: Case) -> list[str]:
    codes = ["A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K"]
    if "H" in HEADINGS[case.plan["headings"]]:
        codes = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"]
    return [code for code in case.plan.get("order", codes) if not missing(case, code)]


def content(case: Case, code: str) -> list[Block]:
    return h_single(case) if code == "H" else section(case, code)


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
        elif isinstance(block, Table) and rows and not waiting:
            span = len(block.widths)
            first = tuple(replace(row, cells=(replace(row.cells[0], span=span),)) for row in rows)
            made.append(replace(block, rows=(*first, *block.rows)))
            rows = []
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
    sheet.add(p("This part of the plan is set out by area of need, so that each outcome stands next to the provision for it.", "small"))
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
        sheet.add(p(area_title(case, area), "h2"))
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
}
FAMILIES = {"headings": "one heading per section", "banner": "one heading per section", "areas": "E and F per area", "columns": "columns"}


def family(layout: str) -> str:
    return FAMILIES[layout.split("-")[0]]
