"""What stands in each section, block by block, as a plan's options say: tables, numbered lists, labelled paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from blocks import Block, Box, Cell, Control, Paragraph, Row, Table, cell, p
from cases import AREAS, Case, Provision, Thread, british, slashed
from headings import HEADINGS
from themes import theme

# --- headings


def heading(case: Case, code: str, style: str = "h1") -> list[Paragraph]:
    """A section's heading: one paragraph, or label and title in two."""
    words = {**HEADINGS[case.plan["headings"]], **case.plan.get("words", {})}[code]
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
    if case.plan.get("needs") == "run_on":
        return run_on(case)
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


def run_on(case: Case) -> list[Block]:
    """Every need of every area in one paragraph: what makes needs hard to tell apart."""
    strengths = " ".join(thread.strength for area in case.areas for thread in case.area_threads(area))
    return [p(strengths, section="B"), p(needs_run_on(case), section="B")]


def needs_run_on(case: Case) -> str:
    parts = []
    for area in case.areas:
        parts.append(f"{area_title(case, area)}: " + " ".join(thread.need for thread in case.area_threads(area)))
    return " ".join(parts)


def needs(case: Case, threads: list[Thread], letter: int, code: str) -> list[Block]:
    """Needs as the plan numbers them: by Word, by hand (B1.1), or bulleted."""
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
    health, care = case.plan.get("outcome_groups", ("Health", "Social care"))
    groups += [(health, case.area_threads("health")), (care, case.area_threads("care"))]
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
    if form == "aims":
        return [aim_table(case, threads)]
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


def aim_table(case: Case, threads: list[Thread]) -> Table:
    """Long term aim / short term outcomes / who / by when: the aim is what the plan's end is measured by."""
    rows = [header(case, ("Long term aim", "Short term outcomes", "Who will help", "By when"), "E")]
    for thread in threads:
        steps = Cell(tuple(p(step, section="E") for step in thread.steps), section="E")
        aim, team, by = (cell(words, section="E") for words in (thread.outcome, thread.team, capital(thread.by)))
        rows.append(Row((aim, steps, team, by)))
    return Table(tuple(rows), (3, 4, 2.4, 1.8))


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
    names, widths = K_COLUMNS[case.plan.get("k", "reports")]
    rows = [*section_row, header(case, names, "K")]
    for number, (kind, author, role, day) in enumerate(case.plan["advice"], 1):
        when = day if isinstance(day, str) else slashed(day) if case.plan.get("slashed") else british(day)
        words = k_words(names, kind, case.say(author), case.say(role), when, number)
        rows.append(Row(tuple(cell(word, section="K") for word in words)))
    intro = p("The advice and information listed here was gathered during the assessment and is attached.", section="K")
    return [intro, Table(tuple(rows), widths)]


K_COLUMNS: dict[str, tuple[tuple[str, ...], tuple[float, ...]]] = {
    "reports": (("Advice", "Author", "Role", "Date of report", "Appendix"), (2.4, 2.4, 3.1, 2.1, 1.7)),
    "contributed": (("Name", "Title, role and service", "How they contributed", "Report attached"), (2.3, 3, 2.4, 2.8)),
    "requested": (("Advice requested", "Date received", "Who from", "Appended"), (2.6, 2, 4, 1.4)),
    "documents": (("Document and author", "Date written"), (5, 2)),
}


def k_words(names: tuple[str, ...], kind: str, author: str, role: str, when: str, number: int) -> tuple[str, ...]:
    """A report's row, for these columns."""
    if names[0] == "Name":
        return author, role, "Report" if number > 1 else "Views form", f"Yes, dated {when}"
    if names[0] == "Advice requested":
        return kind, when, f"{author}, {role}", "YES" if number > 1 else "NO"
    if len(names) == 2:
        return f"{kind}: {author}, {role}", when
    return kind, author, role, when, f"K{number}"


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
            replace(row, cells=tuple(_retagged_cell(one, old, new) for one in row.cells)) for row in block.rows
        )
        return replace(block, rows=rows)
    return block


def _retagged_cell(one: Cell, old: str, new: str) -> Cell:
    return replace(one, paragraphs=tuple(retag(paragraph, old, new) for paragraph in one.paragraphs))


def codes_of(case: Case) -> list[str]:
    codes = ["A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K"]
    if "H" in HEADINGS[case.plan["headings"]]:
        codes = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"]
    return [code for code in case.plan.get("order", codes) if not missing(case, code)]


def content(case: Case, code: str) -> list[Block]:
    return h_single(case) if code == "H" else section(case, code)
