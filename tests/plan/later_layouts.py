"""A second set of layouts that the rules had not seen when they were written; what each broke is mended since."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from held_layouts import BODIES, HEALTH_NEEDS, NEEDS, OUTCOMES, PROVISION, TITLES, Sheet, _body
from odd_layouts import ADVICE, CARE_NEEDS, CARE_PROVISION, HEALTH_PROVISION, OTHER_CARE


def letters_alone(sheet: Sheet) -> None:
    """A table of bare letters in the first column and the words in the second, without a title anywhere."""
    sheet.cover()
    table = sheet.document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for code in TITLES:
        cells = table.add_row().cells
        sheet._fill(cells[0], code, bold=True)
        lines = BODIES.get(code) or [" ".join(row) for row in ADVICE]
        sheet._fill(cells[1], "\n".join(lines))
        sheet.known[code] = list(lines)


def area_column(sheet: Sheet) -> None:
    """A first column of areas beside B, E and F, whose letters end their titles; D1 and D2 as rows."""
    sheet.cover()
    sheet.heading("About me – Section A", 2, "A")
    _body(sheet, "A")
    sheet.heading("Needs, outcomes and provision", 2)
    sheet.grid(
        [
            ("Area of need", None),
            ("Needs (Section B)", "B"),
            ("Outcomes (Section E)", "E"),
            ("Provision (Section F)", "F"),
        ],
        [[area, "\n".join(NEEDS[area]), OUTCOMES[area], "\n".join(PROVISION[area])] for area in NEEDS],
    )
    for code, title in (
        ("C", "My health"),
        ("D", "Social care"),
        ("G", "Help from health services"),
        ("H1", "Social care support"),
        ("H2", "Other social care support"),
    ):
        sheet.heading(f"{title} – Section {code}", 2, code)
        if code == "D":
            sheet.table(
                [
                    ["D1", "Needs at home", CARE_NEEDS[0]],
                    ["D2", "Needs in the community", "None identified beyond these."],
                ]
            )
            continue
        _body(sheet, code)
    for code in ("I", "J", "K"):
        sheet.heading(f"{TITLES[code]} – Section {code}", 2, code)
        _body(sheet, code)


def answers_in_the_heading(sheet: Sheet) -> None:
    """I and J are answered in the line of their heading; the guide is a page of headings like the real ones."""
    sheet.cover()
    sheet.heading("How this plan is set out", 1)
    for code, title in TITLES.items():
        sheet.heading(f"Section {code}: {title}", 2)
        sheet.document.add_paragraph(f"This section describes {title.lower()} as the assessment found them.")
    for code, title in TITLES.items():
        if code == "I":
            sheet.heading("Section I: Placement – Harbour Lane Primary School", 2, "I")
            sheet.known["I"] = ["Harbour Lane Primary School"]
            continue
        if code == "J":
            sheet.heading("Section J: Personal budget – N/A", 2, "J")
            sheet.known["J"] = ["N/A"]
            sheet.states["J"] = "nil"
            continue
        sheet.heading(f"Section {code}: {title}", 2, code)
        if code == "B":
            for at, (area, needs) in enumerate(NEEDS.items(), start=1):
                sheet.sub(f"B{at} {area}")
                sheet.say(*needs)
            continue
        _body(sheet, code)


def h_with_parts(sheet: Sheet) -> None:
    """H as a chapter over H1 and H2; K as a list of appendices; future changes and monitoring under E."""
    sheet.cover()
    for code, title in TITLES.items():
        if code == "H1":
            sheet.heading("Section H: Social care provision", 1)
        sheet.heading(
            f"{code}: {title}" if code[0] == "H" else f"Section {code}: {title}", 2 if code[0] == "H" else 1, code
        )
        if code == "K":
            sheet.say(
                *[f"Appendix {at}: {role}, {name}, {day}" for at, (role, name, day, _) in enumerate(ADVICE, start=1)]
            )
            continue
        _body(sheet, code)
        if code == "E":
            sheet.heading("Monitoring arrangements and short term targets", 1)
            sheet.say("The school sets short-term targets with the family each term.")
    sheet.heading("Contacts", 1)
    sheet.say("SEND team, 01632 960000")


def second_header_row(sheet: Sheet) -> None:
    """Letters in one header row and what each column holds in a second; C and G, D and H likewise."""
    sheet.cover()
    sheet.heading("A", 1)
    sheet.heading("My views, interests and aspirations", 2, "A")
    _body(sheet, "A")
    table = sheet.document.add_table(rows=0, cols=5)
    table.style = "Table Grid"
    cells = table.add_row().cells
    for cell, label in zip((cells[0], cells[1].merge(cells[3]), cells[4]), ("B", "F", "E"), strict=True):
        sheet._fill(cell, label, bold=True)
    second = ["Special educational needs", "Provision", "Who", "How often", "Outcomes"]
    for cell, label in zip(table.add_row().cells, second, strict=True):
        sheet._fill(cell, label, bold=True)
    sheet.known.update({"B": [second[0]], "F": ["\t".join(second[1:4])], "E": [second[4]]})
    for area in NEEDS:
        row = ["\n".join(NEEDS[area]), "\n".join(PROVISION[area]), "As named", "As stated", OUTCOMES[area]]
        for cell, text in zip(table.add_row().cells, row, strict=True):
            sheet._fill(cell, text)
        sheet.known["B"].append(row[0])
        sheet.known["F"].append("\t".join(row[1:4]))
        sheet.known["E"].append(row[4])
    sheet.grid([("C", "C"), ("G", "G")], [[HEALTH_NEEDS[0], HEALTH_PROVISION[0]]])
    sheet.grid([("D", "D"), ("H1", "H1"), ("H2", "H2")], [[CARE_NEEDS[0], CARE_PROVISION[0], OTHER_CARE[0]]])
    for code in ("I", "J", "K"):
        sheet.heading(code, 1)
        sheet.heading(TITLES[code], 2, code)
        _body(sheet, code)


def numbered_by_word(sheet: Sheet) -> None:
    """The letters stand only in Word's automatic numbering: "Section A:" by a list style."""
    numbering = sheet.document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for tag, value in (("w:start", "1"), ("w:numFmt", "upperLetter"), ("w:lvlText", "Section %1:")):
        child = OxmlElement(tag)
        child.set(qn("w:val"), value)
        level.append(child)
    abstract.append(level)
    numbering.insert(0, abstract)
    num = OxmlElement("w:num")
    num.set(qn("w:numId"), "77")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "77")
    num.append(link)
    numbering.append(num)
    sheet.cover()
    for code, title in TITLES.items():
        if code == "H2":
            sheet.heading("H2: Any other social care provision", 1, "H2")
            _body(sheet, code)
            continue
        paragraph = sheet.document.add_heading("Social care provision" if code == "H1" else title, 1)
        properties = paragraph._p.get_or_add_pPr()
        numbered = OxmlElement("w:numPr")
        for tag, value in (("w:ilvl", "0"), ("w:numId", "77")):
            child = OxmlElement(tag)
            child.set(qn("w:val"), value)
            numbered.append(child)
        properties.append(numbered)
        sheet.open(code)
        _body(sheet, code)


def advice_reports_attached(sheet: Sheet) -> None:
    """Reports bound in after K, with headings of their own that use the words of sections."""
    sheet.cover()
    for code, title in TITLES.items():
        sheet.bold(f"Section {code} – {title}", 13, code)
        _body(sheet, code)
    sheet.bold("Appendix 1: Report of the educational psychologist", 13)
    sheet.say("Rowan was seen in May 2026.")
    sheet.bold("Special educational needs", 11)
    sheet.say("Rowan's reading is at the level of a child of six.")
    sheet.bold("Outcomes", 11)
    sheet.say("By July 2027 Rowan should read sixty words.")
    sheet.bold("Section F: suggested provision", 11)
    sheet.say("Reading could be taught each day.")


def banners_and_tables(sheet: Sheet) -> None:
    """Every section is a table: a banner across two columns, prompts at the left, answers at the right."""
    sheet.cover()
    prompts = {
        "A": "What matters to me",
        "B": "What is hard for me",
        "C": "Health",
        "D": "Care",
        "E": "What we hope for",
        "F": "What will be done",
    }
    for code, title in TITLES.items():
        table = sheet.document.add_table(rows=1, cols=2)
        table.style = "Table Grid"
        sheet._fill(table.rows[0].cells[0].merge(table.rows[0].cells[1]), f"Section {code}: {title}", bold=True)
        sheet.known[code] = []
        for line in BODIES.get(code) or [" – ".join(row) for row in ADVICE]:
            cells = table.add_row().cells
            prompt = prompts.get(code, "Details")
            sheet._fill(cells[0], prompt)
            sheet._fill(cells[1], line)
            sheet.known[code].append(f"{prompt}\t{line}")
        sheet.document.add_paragraph()


LAYOUTS: dict[str, Callable[[Sheet], None]] = {
    one.__name__: one
    for one in (
        letters_alone,
        area_column,
        answers_in_the_heading,
        h_with_parts,
        second_header_row,
        numbered_by_word,
        advice_reports_attached,
        banners_and_tables,
    )
}


def build(name: str, folder: Path) -> Sheet:
    """Writes the layout of this name into a folder and says what it holds."""
    sheet = Sheet(folder / f"{name}.docx")
    LAYOUTS[name](sheet)
    sheet.document.save(str(sheet.path))
    return sheet
