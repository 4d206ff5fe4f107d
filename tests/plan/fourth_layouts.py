"""A fourth set of layouts, each built first and read afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from odd_layouts import ADVICE, BODIES, NEEDS, OUTCOMES, PROVISION, TITLES, Sheet, _body


def label_down_the_side(sheet: Sheet) -> None:
    """One table: the section's label runs down the side over several rows of area and words."""
    sheet.cover()
    table = sheet.document.add_table(rows=0, cols=3)
    table.style = "Table Grid"
    for code, title in TITLES.items():
        rows = (
            [(area, text) for area, many in (NEEDS if code == "B" else PROVISION).items() for text in many]
            if code in "BF"
            else []
        )
        rows = rows or [("", line) for line in BODIES.get(code) or [" – ".join(row) for row in ADVICE]]
        first = None
        sheet.known[code] = []
        for area, text in rows:
            cells = table.add_row().cells
            if first is None:
                first = cells[0]
                sheet._fill(first, f"Section {code}: {title}", bold=True)
            else:
                first = first.merge(cells[0])
            sheet._fill(cells[1], area)
            sheet._fill(cells[2], text)
            sheet.known[code].append(f"{area}\t{text}" if area else text)


def area_in_the_heading(sheet: Sheet) -> None:
    """B and F come again with the area in the heading; E and F joined with it would be one more; two parts of A."""
    sheet.cover()
    sheet.heading("Section A – Part 1: My views", 2, "A")
    sheet.say(BODIES["A"][0])
    sheet.heading("Section A – Part 2: The views of my parents", 2, "A")
    sheet.say(*BODIES["A"][1:])
    for area in NEEDS:
        sheet.heading(f"Section B: Special educational needs – {area}", 2, "B")
        sheet.say(*NEEDS[area])
    for code in ("C", "D"):
        sheet.heading(f"Section {code}: {TITLES[code]}", 2, code)
        _body(sheet, code)
    for area in NEEDS:
        sheet.heading(f"Section E: Outcomes – {area}", 2, "E")
        sheet.say(OUTCOMES[area])
        sheet.heading(f"Section F: Special educational provision – {area}", 2, "F")
        sheet.say(*PROVISION[area])
    for code in ("G", "H1", "H2", "I", "J", "K"):
        sheet.heading(f"Section {code}: {TITLES[code]}", 2, code)
        _body(sheet, code)


def h_rows(sheet: Sheet) -> None:
    """H1 and H2 as rows of one table; K before J and I; a record of amendments that names sections."""
    sheet.cover()
    sheet.open(None)
    sheet.document.add_paragraph().add_run("Record of amendments").bold = True
    sheet.table(
        [
            ["Section", "What was changed", "Date"],
            ["Section B", "Paragraph 2 rewritten", "1 May 2026"],
            ["Section F", "Hours raised", "1 May 2026"],
            ["Section I", "New school", "8 May 2026"],
        ],
        owned=False,
    )
    for code in ("A", "B", "C", "D", "E", "F", "G"):
        sheet.bold(f"Section {code}: {TITLES[code]}", 13, code)
        _body(sheet, code)
    sheet.bold("Social care provision", 13)
    sheet.open(None)
    table = sheet.document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for code, said in (("H1", "N/A"), ("H2", "None required at present")):
        cells = table.add_row().cells
        sheet._fill(cells[0], f"Section {code}", bold=True)
        sheet._fill(cells[1], said)
        sheet.known[code] = [said]
        sheet.states[code] = "nil"
    for code in ("K", "J", "I"):
        sheet.bold(f"Section {code}: {TITLES[code]}", 13, code)
        _body(sheet, code)


def letter_title_and_reference(sheet: Sheet) -> None:
    """Each section opens with a row of three cells: the letter, the title, a form number."""
    sheet.cover()
    for code, title in TITLES.items():
        sheet.open(None)
        sheet.table([[code, title, "Form EHC7"]], owned=False, header=True)
        sheet.open(code)
        _body(sheet, code)


def guide_is_longer_than_the_plan(sheet: Sheet) -> None:
    """A long guide in prose with the same headings, before a short draft."""
    sheet.cover()
    for code, title in TITLES.items():
        sheet.bold(f"Section {code}: {title}", 12)
        sheet.document.add_paragraph(
            f"This section should describe {title.lower()}. It must be written in plain words and should not be "
            f"longer than it "
            "needs to be. The plan writer will include what the assessment found and say where it came from. "
            "Where there is "
            "nothing to say, the section must say so, because a blank section tells the family nothing."
        )
    short = {
        "A": "Rowan likes trains.",
        "B": "Rowan has dyslexia and reads 12 words by sight.",
        "C": "None identified.",
        "D": "Not known to social care.",
        "E": "By July 2027 Rowan will read 45 words.",
        "F": ("A teacher will teach reading for 30 minutes three times a week."),
        "G": "None.",
        "H1": "None.",
        "H2": "None.",
        "I": "Elm Road School",
        "J": "None requested.",
        "K": ("Educational psychologist, Dr Ada Finch, 12 March 2026"),
    }
    for code, title in TITLES.items():
        sheet.bold(f"Section {code}: {title}", 12, code)
        sheet.say(short[code])
        if code in ("C", "D", "G", "H1", "H2", "J"):
            sheet.states[code] = "nil"


def sections_in_capitals_plain(sheet: Sheet) -> None:
    """No style at all: SECTION A and the title in capitals on one line, words below; page headings said again."""
    sheet.cover()
    for code, title in TITLES.items():
        sheet.plain_heading(f"SECTION {code} {title.upper()}", code)
        _body(sheet, code)
        if code in "BF":
            sheet.plain_heading(f"SECTION {code} {title.upper()} (CONTINUED)", code)
            sheet.say("Rowan works best in the morning, and an adult should greet him by name.")


LAYOUTS: dict[str, Callable[[Sheet], None]] = {
    one.__name__: one
    for one in (
        label_down_the_side,
        area_in_the_heading,
        h_rows,
        letter_title_and_reference,
        guide_is_longer_than_the_plan,
        sections_in_capitals_plain,
    )
}


def build(name: str, folder: Path) -> Sheet:
    """Writes the layout of this name into a folder and says what it holds."""
    sheet = Sheet(folder / f"{name}.docx")
    LAYOUTS[name](sheet)
    sheet.document.save(str(sheet.path))
    return sheet
