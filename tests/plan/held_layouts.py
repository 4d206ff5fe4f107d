"""More layouts, written before the rules were tried on them and not tuned to: a check on how far the rules
generalise.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from odd_layouts import ADVICE, BODIES, HEALTH_NEEDS, NEEDS, OUTCOMES, PROVISION, TITLES, Sheet, _body, _nth


def one_long_table(sheet: Sheet) -> None:
    """The whole plan is one table of four columns; headings are rows across it."""
    sheet.cover()
    table = sheet.document.add_table(rows=0, cols=4)
    table.style = "Table Grid"

    def across(text: str, code: str | None, own: bool = True, bold: bool = False) -> None:
        cells = table.add_row().cells
        sheet._fill(cells[0].merge(cells[-1]), text, bold=bold)
        if code and own:
            sheet.known.setdefault(code, []).extend(text.split("\n"))

    for code, title in TITLES.items():
        across(f"SECTION {code} - {title}", code, own=False, bold=True)
        sheet.known.setdefault(code, [])
        if code in ("E", "F", "K"):
            rows = {
                "E": [
                    ["Outcome", "Steps", "By when", "Who"],
                    *[
                        [one, "He tries it with an adult first", "July 2027", "Class teacher"]
                        for one in OUTCOMES.values()
                    ],
                ],
                "F": [
                    ["Provision", "Who", "How often", "Review"],
                    *[[one, "As named", "As stated", "Termly"] for many in PROVISION.values() for one in many],
                ],
                "K": [["Type of advice", "Name", "Date", "Attached"], *[list(row) for row in ADVICE]],
            }[code]
            for row in rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    sheet._fill(cell, text)
                sheet.known[code].append("\t".join(row))
        else:
            across("\n".join(BODIES[code]), code)
    across("Signed on behalf of the authority", None, bold=True)
    across("P. Ledger, 22 May 2026", None)


def titles_of_the_code(sheet: Sheet) -> None:
    """Bold titles without letters, as many authorities word them; a glossary after the list of reports."""
    sheet.cover()
    titles = {
        "A": "My Views, Interests, Hopes and Dreams",
        "B": "Special Educational Needs (SEN)",
        "C": "Health Care Needs",
        "D": "Care Needs",
        "E": "Desired Outcomes",
        "F": "Provision Required",
        "G": "Health Care Provision",
        "H1": "Social care provision which must be made for a child under 18",
        "H2": "Any other social care provision reasonably required",
        "I": "Name and Type of Education Placement",
        "J": "Personal Budget Arrangements",
        "K": "Report list",
    }
    for code, title in titles.items():
        sheet.bold(title, 15, code)
        _body(sheet, code)
    sheet.bold("Glossary", 15)
    sheet.say("SENCO: the teacher who leads on special educational needs.")


def grids_that_go_on(sheet: Sheet) -> None:
    """B, E and F in columns; the second half of each table follows without its header row."""
    sheet.cover()
    sheet.heading("Section A: My story", 1, "A")
    _body(sheet, "A")
    sheet.heading("Sections B, E and F", 1)
    for area in NEEDS:
        sheet.sub(area, 2)
        header = [
            ("Section B: Special educational needs", "B"),
            ("Section E: Outcomes", "E"),
            ("Section F: Special educational provision", "F"),
        ]
        sheet.grid(header, [[NEEDS[area][0], OUTCOMES[area], PROVISION[area][0]]])
        if len(NEEDS[area]) > 1 or len(PROVISION[area]) > 1:
            sheet.table([[_nth(NEEDS[area], 1), "", _nth(PROVISION[area], 1)]], owned=False)
            for code, text in (("B", _nth(NEEDS[area], 1)), ("F", _nth(PROVISION[area], 1))):
                if text:
                    sheet.known[code].append(text)
    for code in ("C", "D", "G", "H1", "H2", "I", "J", "K"):
        sheet.heading(f"Section {code}: {TITLES[code]}", 1, code)
        _body(sheet, code)


def both_h(sheet: Sheet) -> None:
    """Section H1/H2 as one; prompts under each heading; numbers before the word Section."""
    sheet.cover()
    at = 0
    for code, title in TITLES.items():
        if code == "H2":
            sheet.states["H2"] = "unknown"
            continue
        at += 1
        shown, words = ("H1/H2", "Social care provision") if code == "H1" else (code, title)
        sheet.heading(f"{at}. Section {shown} – {words}", 2, code)
        sheet.say("Please complete this part with the family and keep to plain words.")
        _body(sheet, code)


def letters_with_stops(sheet: Sheet) -> None:
    """ "A. ..." in bold; a contents list of the same; a plan at a glance at the end that names each letter again."""
    sheet.cover()
    sheet.contents(lambda code: f"{code}. {TITLES[code]}", "\t{}")
    for code, title in TITLES.items():
        sheet.bold(f"{code}. {title}", 13, code)
        _body(sheet, code)
    sheet.bold("The plan at a glance", 13)
    sheet.open(None)
    sheet.table(
        [["Section", "In one line"], *[[f"Section {code}", "See above"] for code in TITLES]], owned=False, header=True
    )


def side_by_side(sheet: Sheet) -> None:
    """C beside G, D beside H1 and H2, I beside J, each pair a small table."""
    sheet.cover()
    for code in ("A", "B", "E", "F"):
        sheet.heading(f"Section {code}", 1)
        sheet.heading(TITLES[code], 2, code)
        _body(sheet, code)
    sheet.grid(
        [("Section C: Health needs", "C"), ("Section G: Health provision", "G")], [[HEALTH_NEEDS[0], BODIES["G"][0]]]
    )
    sheet.grid(
        [
            ("Section D: Social care needs", "D"),
            ("Section H1: Social care provision (CSDPA 1970)", "H1"),
            ("Section H2: Other social care provision", "H2"),
        ],
        [[BODIES["D"][0], BODIES["H1"][0], BODIES["H2"][0]]],
    )
    sheet.grid(
        [("Section I: Placement", "I"), ("Section J: Personal budget", "J")], [["\n".join(BODIES["I"]), BODIES["J"][0]]]
    )
    sheet.heading("Section K", 1)
    sheet.heading("Advice and information", 2, "K")
    sheet.advice()


def running_titles(sheet: Sheet) -> None:
    """A running line with the section's title before each part of it, and numbered outcomes with labels."""
    sheet.cover()
    for code, title in TITLES.items():
        sheet.bold(f"Section {code}: {title}", 12, code)
        if code == "E":
            for at, one in enumerate(OUTCOMES.values(), start=1):
                sheet.sub(f"Outcome {at}", None)
                sheet.say(one, "Steps towards this outcome:")
                sheet.say(
                    "He will do this with help by Christmas 2026.",
                    "He will do this alone in class by Easter 2027.",
                    style="List Bullet",
                )
                sheet.say("Who will help: the class teacher and the SENCO")
                if at == 2:
                    sheet.bold("Section E: Outcomes (continued)", 12, "E")
            continue
        _body(sheet, code)


def title_then_letter(sheet: Sheet) -> None:
    """A bar of two cells before each section: its title at the left, "Section A" at the right."""
    sheet.cover()
    for code, title in TITLES.items():
        sheet.open(None)
        sheet.table([[title, f"Section {code}"]], owned=False, header=True)
        sheet.open(code)
        _body(sheet, code)


def needs_and_provision_by_area(sheet: Sheet) -> None:
    """B, F and E again under every area, by heading; letters in the middle of the line: "My outcomes (Section E)"."""
    sheet.cover()
    sheet.heading("My views (Section A)", 1, "A")
    _body(sheet, "A")
    for area in NEEDS:
        sheet.heading(area, 1)
        sheet.heading("My special educational needs (Section B)", 2, "B")
        sheet.say(*NEEDS[area])
        sheet.heading("My outcomes (Section E)", 2, "E")
        sheet.say(OUTCOMES[area])
        sheet.heading("My support (Section F)", 2, "F")
        sheet.say(*PROVISION[area], style="List Number")
    more = {
        "C": "My health needs",
        "G": "My health support",
        "D": "My social care needs",
        "H1": "Social care support under the CSDPA",
        "H2": "Other social care support",
        "I": "Where I go to school",
        "J": "Personal budget",
        "K": "Advice",
    }
    for code, title in more.items():
        sheet.heading(f"{title} (Section {code})", 1, code)
        _body(sheet, code)


def three_sections(sheet: Sheet) -> None:
    """A working document of B, F and I alone."""
    sheet.document.add_paragraph("Working document, version 3")
    for code in ("B", "F", "I"):
        sheet.bold(f"Section {code}", 12, code)
        _body(sheet, code)
    sheet.states.update(dict.fromkeys(("A", "C", "D", "E", "G", "H1", "H2", "J", "K"), "unknown"))


LAYOUTS: dict[str, Callable[[Sheet], None]] = {
    one.__name__: one
    for one in (
        one_long_table,
        titles_of_the_code,
        grids_that_go_on,
        both_h,
        letters_with_stops,
        side_by_side,
        running_titles,
        title_then_letter,
        needs_and_provision_by_area,
        three_sections,
    )
}


def build(name: str, folder: Path) -> Sheet:
    """Writes the layout of this name into a folder and says what it holds."""
    sheet = Sheet(folder / f"{name}.docx")
    LAYOUTS[name](sheet)
    sheet.document.save(str(sheet.path))
    return sheet
