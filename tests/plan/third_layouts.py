"""A third set of layouts, each built first and read afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docx.shared import Pt
from later_layouts import BODIES, NEEDS, OUTCOMES, PROVISION, TITLES, Sheet, _body
from odd_layouts import ADVICE

FULL = {
    "A": "The views, interests and aspirations of the child and their parents, or of the young person",
    "B": "The child or young person's special educational needs",
    "C": "The child or young person's health care needs which relate to their special educational needs",
    "D": (
        "The child or young person's social care needs which relate to their special educational needs or to a "
        "disability"
    ),
    "E": "The outcomes sought for the child or young person, including outcomes for adult life",
    "F": "The special educational provision required by the child or the young person",
    "G": (
        "Any health care provision reasonably required by the learning difficulties or disabilities which result "
        "in the child or young person having special educational needs"
    ),
    "H1": (
        "Any social care provision which must be made for a child or young person under 18 resulting from "
        "section 2 of the Chronically Sick and Disabled Persons Act 1970"
    ),
    "H2": (
        "Any other social care provision reasonably required by the learning difficulties or disabilities which "
        "result in the child or young person having special educational needs"
    ),
    "I": (
        "The name and type of the school, maintained nursery school, post-16 institution or other institution to "
        "be attended by the child or young person"
    ),
    "J": (
        "Where any special educational provision is to be secured by a direct payment, the special educational "
        "needs and outcomes to be met by the direct payment"
    ),
    "K": "The advice and information gathered during the EHC needs assessment, in appendices",
}


def regulation_titles(sheet: Sheet) -> None:
    """The whole wording of regulation 12 in bold at the size of the text, so that it wraps; a list of it at the
    front.
    """
    sheet.cover()
    sheet.document.add_paragraph("The plan has these parts:")
    for code, title in FULL.items():
        sheet.document.add_paragraph(f"Section {code}: {title}", style="List Bullet")
    for code, title in FULL.items():
        sheet.bold(f"Section {code}: {title}", 11, code)
        _body(sheet, code)


def regulation_titles_alone(sheet: Sheet) -> None:
    """The same wording without letters, as headings."""
    sheet.cover()
    for code, title in FULL.items():
        sheet.heading(title, 2, code)
        _body(sheet, code)


def some_are_not_there(sheet: Sheet) -> None:
    """C, G and J are not in the plan, though its words speak of health, outcomes and money."""
    sheet.cover()
    for code, title in TITLES.items():
        if code in "CGJ":
            continue
        sheet.heading(f"Section {code}: {title}", 1, code)
        _body(sheet, code)
        if code == "A":
            sheet.sub("My health")
            sheet.say("I take medicine in the morning.")
            sheet.sub("Money")
            sheet.say("I save for train tickets. The section about my health is not here.")
        if code == "D":
            sheet.sub("Health and care together")
            sheet.say("Health provision is described in the health plan, not in this document.")


def everything_bold(sheet: Sheet) -> None:
    """A plan typed in bold throughout; headings differ by size alone."""
    sheet.cover()
    for code, title in TITLES.items():
        sheet.bold(f"Section {code}   {title}", 14, code)
        lines = BODIES.get(code) or [" – ".join(row) for row in ADVICE]
        for line in lines:
            sheet.document.add_paragraph().add_run(line).bold = True
            sheet.known[code].append(line)


def label_title_then_rows(sheet: Sheet) -> None:
    """Each section a table: label and title side by side in its first row, the words across below."""
    sheet.cover()
    for code, title in TITLES.items():
        table = sheet.document.add_table(rows=1, cols=2)
        table.style = "Table Grid"
        sheet._fill(table.rows[0].cells[0], f"SECTION {code}", bold=True)
        sheet._fill(table.rows[0].cells[1], title, bold=True)
        lines = BODIES.get(code) or [" – ".join(row) for row in ADVICE]
        cells = table.add_row().cells
        sheet._fill(cells[0].merge(cells[1]), "\n".join(lines))
        sheet.known[code] = list(lines)
        sheet.document.add_paragraph()


def letter_and_spaces(sheet: Sheet) -> None:
    """ "A  My story": a letter, spaces, a title, all in the style of the text but larger."""
    sheet.cover()
    titles = {
        **TITLES,
        "A": "My story",
        "E": "Outcomes I want to achieve",
        "F": "What support",
        "I": "Educational placement",
        "K": "Appendices",
    }
    for code, title in titles.items():
        run = sheet.document.add_paragraph().add_run(f"{code}   {title}")
        run.font.size = Pt(16)
        sheet.open(code)
        _body(sheet, code)


def support_plan_by_area(sheet: Sheet) -> None:
    """Needs first; then a support plan by area in which E, F, G, H1 and H2 come again, as rows of one table each."""
    sheet.cover()
    for code in ("A", "B", "C", "D"):
        sheet.heading(f"Section {code} {TITLES[code]}", 1, code)
        _body(sheet, code)
    sheet.heading("Support plan", 1)
    for at, area in enumerate(NEEDS):
        sheet.heading(area, 2)
        table = sheet.document.add_table(rows=0, cols=2)
        table.style = "Table Grid"
        rows = [
            ("E", "Section E\nOutcomes", [OUTCOMES[area]]),
            ("F", "Section F\nSpecial educational provision", PROVISION[area]),
        ]
        if at == 3:
            rows += [(code, f"Section {code}\n{TITLES[code]}", BODIES[code]) for code in ("G", "H1", "H2")]
        for code, label, lines in rows:
            cells = table.add_row().cells
            sheet._fill(cells[0], label, bold=True)
            sheet._fill(cells[1], "\n".join(lines))
            sheet.known.setdefault(code, []).extend(lines)
    for code in ("I", "J", "K"):
        sheet.heading(f"Section {code} {TITLES[code]}", 1, code)
        _body(sheet, code)


def aims_and_steps(sheet: Sheet) -> None:
    """E in columns of long-term and short-term outcomes; I and J of a draft hold only their prompts."""
    sheet.cover()
    for code, title in TITLES.items():
        sheet.heading(f"Section {code}: {title}", 1, code)
        if code == "E":
            for area, outcome in OUTCOMES.items():
                sheet.sub(area, 2)
                sheet.table(
                    [
                        ["Long term outcome", "Short term outcomes", "How will we know?", "Review"],
                        [outcome, "He manages with help by December 2026.", "Staff notes", "Termly"],
                    ],
                    header=True,
                )
        elif code == "I":
            sheet.table([["Name of setting:", ""], ["Type of setting:", ""]])
            sheet.states["I"] = "empty"
        elif code == "J":
            sheet.states["J"] = "empty"
        else:
            _body(sheet, code)


LAYOUTS: dict[str, Callable[[Sheet], None]] = {
    one.__name__: one
    for one in (
        regulation_titles,
        regulation_titles_alone,
        some_are_not_there,
        everything_bold,
        label_title_then_rows,
        letter_and_spaces,
        support_plan_by_area,
        aims_and_steps,
    )
}


def build(name: str, folder: Path) -> Sheet:
    """Writes the layout of this name into a folder and says what it holds."""
    sheet = Sheet(folder / f"{name}.docx")
    LAYOUTS[name](sheet)
    sheet.document.save(str(sheet.path))
    return sheet
