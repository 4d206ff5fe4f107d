"""Word plans in layouts of many makes, built at test time, each with the text that its sections hold.

A layout is a function that fills a `Sheet`; `Sheet.say` and its kin write to the document and to the known text
of the open section at once, so that what is written and what is expected cannot part.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Pt

VIEWS = [
    "I am Rowan and I am nine. I like trains, toast and my dog Biscuit. I want people to know that I hate loud bells.",
    "Rowan's parents say that he is kind and funny. They would like him to have a friend who comes home to play.",
    "When I grow up I want to drive the night train to Scotland.",
]
NEEDS = {
    "Communication and interaction": [
        "Rowan understands sentences of up to three key words. He finds it hard to follow instructions given to "
        "the class.",
        "Rowan speaks in short phrases and is understood by familiar adults about half of the time.",
    ],
    "Cognition and learning": [
        "Rowan reads 12 of the first 45 high-frequency words and loses his place when a page holds more than "
        "five lines.",
    ],
    "Social, emotional and mental health": [
        "Rowan leaves the classroom two or three times a day when the noise rises, and needs an adult to bring "
        "him back.",
    ],
    "Sensory and/or physical needs": [
        "Rowan covers his ears at bells, dryers and chairs scraping. He cannot yet fasten buttons or use a knife.",
    ],
}
HEALTH_NEEDS = [
    "Rowan has epilepsy with about two absence seizures a week, after which he is drowsy for up to an hour."
]
CARE_NEEDS = [
    "Rowan cannot be left alone near roads, and his parents have had no break from caring since his sister was born."
]
OUTCOMES = {
    "Communication and interaction": (
        "By July 2027, Rowan will follow a two-step instruction given to the class on four days out of five."
    ),
    "Cognition and learning": (
        "By the end of Year 5, Rowan will read 45 high-frequency words by sight on three days running."
    ),
    "Social, emotional and mental health": (
        "By Easter 2027, Rowan will ask for a break with his card, and not leave the room, in nine cases out of ten."
    ),
    "Sensory and/or physical needs": (
        "By July 2027, Rowan will dress himself after swimming within ten minutes without help."
    ),
}
PROVISION = {
    "Communication and interaction": [
        "A speech and language therapist will see Rowan individually for 45 minutes every fortnight in term time.",
        "A teaching assistant will carry out the language programme for 15 minutes on four days a week, in a "
        "group of three.",
    ],
    "Cognition and learning": [
        "A specialist teacher will teach Rowan reading for 30 minutes three times a week, one to one."
    ],
    "Social, emotional and mental health": [
        "The SENCO will meet Rowan for 20 minutes every Monday to go through his break cards."
    ],
    "Sensory and/or physical needs": [
        "An occupational therapist will visit for one hour each half term and update the dressing programme."
    ],
}
HEALTH_PROVISION = [
    "The epilepsy nurse will train four members of staff for two hours every September in the use of the seizure plan."
]
CARE_PROVISION = ["Four hours of short break each Saturday for 40 weeks of the year, given by a personal assistant."]
OTHER_CARE = [
    "A parent carer will be offered six sessions of a sleep workshop of 90 minutes between January and March 2027."
]
PLACE = ["Harbour Lane Primary School", "A mainstream primary school"]
BUDGET = [
    "A direct payment of GBP 42.00 a week is made for the personal assistant; the council reviews it every six months."
]
ADVICE = [
    ("Educational psychologist", "Dr Ada Finch", "12 March 2026", "Yes"),
    ("Speech and language therapist", "Mina Okoro", "20/03/2026", "Yes"),
    ("Paediatrician", "Dr Leo Hart", "2 April 2026", "Yes"),
    ("Social worker", "Jo Brand-Lacey", "8.4.26", "No"),
    ("Class teacher", "Sue Marlow", "16 March 2026", "Yes"),
]
TITLES = {
    "A": "The views, interests and aspirations of the child and their parents",
    "B": "Special educational needs",
    "C": "Health needs related to special educational needs",
    "D": "Social care needs related to special educational needs",
    "E": "Outcomes",
    "F": "Special educational provision",
    "G": "Health provision",
    "H1": "Social care provision under section 2 of the Chronically Sick and Disabled Persons Act 1970",
    "H2": "Any other social care provision",
    "I": "Placement",
    "J": "Personal budget and direct payments",
    "K": "Advice and information",
}
BODIES: dict[str, list[str]] = {
    "A": VIEWS,
    "B": [need for needs in NEEDS.values() for need in needs],
    "C": HEALTH_NEEDS,
    "D": CARE_NEEDS,
    "E": list(OUTCOMES.values()),
    "F": [one for many in PROVISION.values() for one in many],
    "G": HEALTH_PROVISION,
    "H1": CARE_PROVISION,
    "H2": OTHER_CARE,
    "I": PLACE,
    "J": BUDGET,
}


@dataclass
class Sheet:
    """A document under way, and what each section of it holds."""

    path: Path
    known: dict[str, list[str]] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    items: dict[str, list[str]] = field(default_factory=dict)
    code: str | None = None

    def __post_init__(self) -> None:
        self.document = docx.Document()

    def open(self, code: str | None) -> None:
        self.code = code
        if code is not None:
            self.known.setdefault(code, [])

    def heading(self, text: str, level: int = 1, code: str | None = None) -> None:
        self.document.add_heading(text, level)
        self.open(code)

    def bold(self, text: str, size: float = 11, code: str | None = None) -> None:
        run = self.document.add_paragraph().add_run(text)
        run.bold = True
        run.font.size = Pt(size)
        self.open(code)

    def plain_heading(self, text: str, code: str | None = None) -> None:
        self.document.add_paragraph(text)
        self.open(code)

    def say(self, *lines: str, style: str | None = None) -> None:
        for line in lines:
            self.document.add_paragraph(line, style=style)
            if self.code is not None:
                self.known[self.code].append(line)

    def sub(self, text: str, level: int | None = 3) -> None:
        """A sub-heading inside the open section: its own words."""
        if level is None:
            self.document.add_paragraph().add_run(text).bold = True
        else:
            self.document.add_heading(text, level)
        if self.code is not None:
            self.known[self.code].append(text)

    def table(self, rows: list[list[str]], owned: bool = True, header: bool = False) -> None:
        """A table whose text is the open section's, row by row."""
        table = self.document.add_table(rows=0, cols=max(len(row) for row in rows))
        table.style = "Table Grid"
        for at, row in enumerate(rows):
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=False):
                self._fill(cell, text, bold=header and at == 0)
            if owned and self.code is not None:
                self.known[self.code].append("\t".join(" ".join(text.split("\n")) for text in row if text))
        self.document.add_paragraph()

    def grid(
        self, header: list[tuple[str, str | None]], rows: list[list[str]], full: list[tuple[str, str | None]] = ()
    ) -> None:
        """A table whose columns are sections: `header` gives each column's label and code; `full` rows go across
        it first.
        """
        table = self.document.add_table(rows=0, cols=len(header))
        table.style = "Table Grid"
        for text, code in full:
            cells = table.add_row().cells
            self._fill(cells[0].merge(cells[-1]), text, bold=True)
            if code is not None:
                self.known.setdefault(code, []).append(text)
        for cell, (label, _) in zip(table.add_row().cells, header, strict=True):
            self._fill(cell, label, bold=True)
        for _, code in header:
            if code is not None:
                self.known.setdefault(code, [])
        for row in rows:
            for cell, text, (_, code) in zip(table.add_row().cells, row, header, strict=True):
                self._fill(cell, text)
                if code is not None and text:
                    self.known[code].append(text)
        self.document.add_paragraph()
        self.code = None

    def _fill(self, cell, text: str, bold: bool = False) -> None:
        first = True
        for line in text.split("\n"):
            paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
            paragraph.add_run(line).bold = bold
            first = False

    def cover(self, **more: str) -> None:
        self.open(None)
        self.document.add_heading("Education, Health and Care Plan", 0)
        rows = [
            ["Name", "Rowan Tidewell", "Known as", "Ro"],
            ["Date of birth", "14 February 2017", "NHS number", "999 012 3456"],
            ["Status", "Final", "Year group", "5"],
            ["Date of request", "5 January 2026", "Date of final plan", "22 May 2026"],
            ["Date of draft", "10 April 2026", "Next review due by", "21 May 2027"],
            ["Current setting", "Harbour Lane Primary School", "UPN", "A999000000001"],
        ]
        self.table(rows, owned=False)

    def contents(self, label: Callable[[str], str], pages: str = " {}") -> None:
        self.document.add_paragraph().add_run("Contents").bold = True
        for at, code in enumerate(TITLES):
            self.document.add_paragraph(label(code) + pages.format(at + 2))

    def guide(self, label: Callable[[str], str]) -> None:
        self.document.add_paragraph().add_run("What each part of this plan is about").bold = True
        says = {
            code: f"This section sets out what the assessment found about: {TITLES[code].lower()}." for code in TITLES
        }
        self.table([[label(code), says[code]] for code in TITLES], owned=False)

    def advice(self) -> None:
        self.table([["Advice", "Author", "Date", "Appended"], *[list(row) for row in ADVICE]], header=True)

    def signed(self) -> None:
        self.open(None)
        self.document.add_heading("Sign-off", 2)
        self.table([["Signed", "", "Date", "22 May 2026"], ["Name", "P. Ledger", "Post", "Team manager"]], owned=False)

    def text(self, code: str) -> str:
        return "\n".join(self.known.get(code, []))


def _body(sheet: Sheet, code: str) -> None:
    if code == "K":
        sheet.advice()
    elif code == "B":
        for area, needs in NEEDS.items():
            sheet.sub(area)
            sheet.say(*needs)
    elif code == "F":
        for area, many in PROVISION.items():
            sheet.sub(area)
            sheet.say(*many, style="List Bullet")
    else:
        sheet.say(*BODIES[code])


def two_line_headings(sheet: Sheet) -> None:
    """Label and title in two bold paragraphs; contents with dots; a guide table."""
    sheet.cover()
    sheet.contents(lambda code: f"Section {code} {TITLES[code]}", " ........ {}")
    sheet.guide(lambda code: f"Section {code}")
    for code, title in TITLES.items():
        sheet.bold(f"SECTION {code}", 12)
        sheet.bold(title, 12, code)
        _body(sheet, code)
    sheet.signed()


def brackets_any_order(sheet: Sheet) -> None:
    """(A) with a title, headings of level 2, K and monitoring before A, E before B."""
    sheet.cover()
    sheet.heading("(K) Advice and information", 2, "K")
    sheet.advice()
    sheet.heading("Monitoring arrangements", 2)
    sheet.say("The school will hold a meeting each term. Section F says who will be there.")
    for code in ("A", "E", "B", "F", "C", "G", "D", "H1", "H2", "I", "J"):
        sheet.heading(f"({code}) {TITLES[code]}", 2, code)
        _body(sheet, code)


def bars(sheet: Sheet) -> None:
    """Each heading in a one-cell table, the words in another below it; letter and dash, no word Section."""
    sheet.cover()
    for code, title in TITLES.items():
        sheet.open(None)
        sheet.table([[f"{code} – {title}"]], owned=False, header=True)
        sheet.open(code)
        if code == "K":
            sheet.advice()
        else:
            sheet.table([[line] for line in BODIES[code]])


def rows_of_sections(sheet: Sheet) -> None:
    """One table: the label in the first cell, the words in the second."""
    sheet.cover()
    table = sheet.document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for code, title in TITLES.items():
        cells = table.add_row().cells
        sheet._fill(cells[0], f"Section {code}\n{title}", bold=True)
        lines = BODIES.get(code) or [" ".join(row) for row in ADVICE]
        sheet._fill(cells[1], "\n".join(lines))
        sheet.known[code] = list(lines)


def letter_title_words(sheet: Sheet) -> None:
    """One table of three columns: letter, title, words."""
    sheet.cover()
    sheet.contents(lambda code: f"{code}  {TITLES[code]}")
    table = sheet.document.add_table(rows=0, cols=3)
    table.style = "Table Grid"
    for code, title in TITLES.items():
        cells = table.add_row().cells
        sheet._fill(cells[0], code, bold=True)
        sheet._fill(cells[1], title, bold=True)
        lines = BODIES.get(code) or [" ".join(row) for row in ADVICE]
        sheet._fill(cells[2], "\n".join(lines))
        sheet.known[code] = list(lines)


def first_person(sheet: Sheet) -> None:
    """Titles without letters, in the first person."""
    sheet.cover()
    titles = {
        "A": "All about me",
        "B": "My special educational needs",
        "C": "My health needs",
        "D": "My social care needs",
        "E": "My outcomes",
        "F": "My special educational provision",
        "G": "My health provision",
        "H1": "Social care provision under the Chronically Sick and Disabled Persons Act 1970",
        "H2": "Any other social care provision",
        "I": "My placement",
        "J": "My personal budget",
        "K": "Advice used to write my plan",
    }
    for code, title in titles.items():
        sheet.heading(title, 1, code)
        _body(sheet, code)
    sheet.heading("Signatures", 1)
    sheet.say("Signed on behalf of the council", "22 May 2026")


def national(sheet: Sheet) -> None:
    """The columns B, F, E by area; C, G, E; D, H1, H2, E; A in two parts; strengths above the grids."""
    sheet.cover()
    sheet.table([["A1 Summary of the child's history"]], owned=False)
    sheet.open("A")
    sheet.say(VIEWS[0])
    sheet.open(None)
    sheet.table([["A2 Summary of the views, interests and aspirations of the child and their parents"]], owned=False)
    sheet.open("A")
    sheet.table([["Views"], [VIEWS[1]], ["Aspirations"], [VIEWS[2]]])
    for area in NEEDS:
        rows = []
        provision = PROVISION[area]
        for at in range(max(len(NEEDS[area]), len(provision))):
            rows.append([_nth(NEEDS[area], at), _nth(provision, at), OUTCOMES[area] if at == 0 else ""])
        sheet.grid(
            [("B – Special Educational Needs", "B"), ("F – Special Educational Provision", "F"), ("E – Outcomes", "E")],
            rows,
            full=[
                (f"Special Educational Needs and Provision (B-F-E)\n{area}", None),
                ("Strengths", "B"),
                ("Rowan hums when he is happy.", "B"),
            ],
        )
    sheet.plain_heading(
        "Sections C (The child or young person's health care needs which relate to their SEN) and G (Health Care "
        "Provision relating to those needs)"
    )
    sheet.grid(
        [
            ("C - Health care needs which relate to their special educational needs", "C"),
            ("G – Health Care Provision", "G"),
            ("E – Outcomes", "E"),
        ],
        [
            [
                HEALTH_NEEDS[0],
                HEALTH_PROVISION[0],
                "By July 2027, Rowan will wear his alert band all day on every school day.",
            ]
        ],
    )
    sheet.plain_heading("Sections D (Social care needs which relate to the SEN) and H1 and H2 (Social care provision)")
    sheet.grid(
        [
            ("D – Social care needs which relate to the child's SEN", "D"),
            ("H1 – Any social care provision which must be made for a child under 18", "H1"),
            ("H2 - Other social care provision", "H2"),
            ("E – Outcomes", "E"),
        ],
        [
            [
                CARE_NEEDS[0],
                CARE_PROVISION[0],
                OTHER_CARE[0],
                "By December 2026, Rowan will spend Saturday afternoons with his personal assistant.",
            ]
        ],
    )
    sheet.bold("I - Placement", 12, "I")
    sheet.table([["Name", PLACE[0]], ["Type", PLACE[1]]])
    sheet.bold("J - Direct Payments", 12, "J")
    sheet.table([["Details", BUDGET[0]]])
    sheet.bold("K - The advice and information gathered during the EHC needs assessment", 12, "K")
    sheet.advice()
    sheet.bold("Sign-off", 12)
    sheet.table(
        [
            ["Local authority officer – name", "Local authority officer - signature", "Date"],
            ["P. Ledger", "", "22 May 2026"],
        ],
        owned=False,
    )


def joined_with_bare_columns(sheet: Sheet) -> None:
    """Landscape; "Sections C and G" over columns that carry only titles; a lone H joined to D."""
    section = sheet.document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    sheet.cover()
    for code in ("A", "B", "E", "F"):
        sheet.heading(f"Section {code}: {TITLES[code]}", 1, code)
        _body(sheet, code)
    sheet.heading("Sections C and G: Health needs and provision", 1)
    sheet.grid(
        [("Health needs", "C"), ("Outcomes", "E"), ("Health provision", "G")],
        [
            [
                HEALTH_NEEDS[0],
                "By July 2027, Rowan will wear his alert band all day on every school day.",
                HEALTH_PROVISION[0],
            ]
        ],
    )
    sheet.heading("Sections D and H: Social care", 1)
    sheet.grid(
        [("Section D – Social care needs", "D"), ("Section H – Social care provision", "H1")],
        [[CARE_NEEDS[0], CARE_PROVISION[0]]],
    )
    sheet.states["H2"] = "unknown"
    for code in ("I", "J", "K"):
        sheet.heading(f"Section {code}: {TITLES[code]}", 1, code)
        _body(sheet, code)


def areas(sheet: Sheet) -> None:
    """E and F again for each area of need, then health and care."""
    sheet.cover()
    sheet.contents(lambda code: f"Section {code} - {TITLES[code]}")
    for code in ("A", "B", "C", "D"):
        sheet.heading(f"Section {code} - {TITLES[code]}", 1, code)
        _body(sheet, code)
    sheet.heading("Outcomes and support plan", 1)
    for area in NEEDS:
        sheet.heading(area, 2)
        sheet.heading("Section E - Outcomes", 3, "E")
        sheet.table(
            [
                ["Outcome", "By when", "Steps towards the outcome"],
                [OUTCOMES[area], "July 2027", "He will manage this with an adult by Christmas 2026."],
            ],
            header=True,
        )
        sheet.heading("Section F - Special educational provision", 3, "F")
        sheet.table(
            [["Provision", "Who", "How often"], *[[one, "As named", "As stated"] for one in PROVISION[area]]],
            header=True,
        )
    for code in ("G", "H1", "H2", "I", "J", "K"):
        sheet.heading(f"Section {code} - {TITLES[code]}", 1, code)
        _body(sheet, code)
    sheet.heading("Appendix 1: Weekly timetable", 1)
    sheet.table([["Monday", "Reading, 30 minutes"], ["Tuesday", "Language group, 15 minutes"]], owned=False)


def nil_and_blank(sheet: Sheet) -> None:
    """A draft: nothing for health and care in many words, I and J blank."""
    sheet.cover()
    nil = {
        "C": "No health needs related to his special educational needs have been identified.",
        "D": "Not known to social care.",
        "G": "None required",
        "H1": "N/A",
        "H2": "There is no other social care provision.",
    }
    for code, title in TITLES.items():
        sheet.heading(f"Section {code}. {title}", 2, code)
        if code in nil:
            sheet.say(nil[code])
            sheet.states[code] = "nil"
        elif code in "IJ":
            sheet.document.add_paragraph()
            sheet.states[code] = "empty"
        else:
            _body(sheet, code)


def decoys(sheet: Sheet) -> None:
    """Sentences, charts and acts that look like headings; monitoring between E and F; appendices after K."""
    sheet.cover()
    sheet.bold("Section 1: About this document", 12)
    sheet.say(
        "Section F sets out the provision that the council must secure.", "Section B and Section F are read together."
    )
    for code, title in TITLES.items():
        sheet.bold(f"Section {code}: {title}", 14, code)
        if code == "B":
            sheet.sub("Observation by the class teacher", None)
            sheet.table([["A: the bell rings", "B: Rowan shouts and runs", "C: an adult walks him back"]])
            sheet.say("A: The chair scrapes.", "B: Rowan covers his ears.", "C: The lesson stops.")
            sheet.say("He moved from Class 4B to Class 4C in May 2026.", "Part 1 of the assessment was done at home.")
        if code == "D":
            sheet.sub("Section 17", None)
            sheet.say("He is a child in need under section 17 of the Children Act 1989.", "Section 20 does not apply.")
            sheet.sub("D1 Needs at home", None)
            sheet.sub("D2 Needs in the community", None)
        if code == "H1":
            sheet.say("Section 2 of the Chronically Sick and Disabled Persons Act 1970 applies to this provision.")
        _body(sheet, code)
        if code == "F":
            sheet.say("See Section E for the outcomes. Section G, below, holds the health provision.")
        if code == "E":
            sheet.bold("Monitoring arrangements", 14)
            sheet.say(
                "The school will review progress each term with Rowan's parents.",
                "Steps will be set within two months of the final plan.",
            )
    sheet.bold("Review arrangements", 14)
    sheet.say("The plan will be reviewed by 21 May 2027.")
    sheet.bold("Appendix A – Report of the educational psychologist", 14)
    sheet.say(
        "Background", "Rowan was seen at school on two mornings.", "Section B", "This heading is the report's own."
    )


def parts(sheet: Sheet) -> None:
    """PART A to PART K in capitals, set in bold only; statements in the heading line; H i and H ii."""
    sheet.cover()
    label = {"H1": "H i", "H2": "H ii"}
    for code, title in TITLES.items():
        sheet.bold(f"PART {label.get(code, code)}: {title.upper()}", 11, code)
        _body(sheet, code)


def soft_breaks(sheet: Sheet) -> None:
    """Heading and words in one paragraph, parted by a line break; J answered in its heading; SECTIONA without a
    space.
    """
    sheet.cover()
    for code, title in TITLES.items():
        paragraph = sheet.document.add_paragraph()
        sheet.open(code)
        if code == "J":
            paragraph.add_run("Section J: Personal budget: None requested").bold = True
            sheet.known["J"] = ["None requested"]
            sheet.states["J"] = "nil"
            continue
        run = paragraph.add_run(f"SECTION{code} {title}")
        run.bold = True
        lines = BODIES.get(code) or [" ".join(row) for row in ADVICE]
        run.add_break()
        paragraph.add_run(lines[0])
        sheet.known[code].append(lines[0])
        sheet.say(*lines[1:])


def one_h(sheet: Sheet) -> None:
    """A single H; contents and running titles "(continued)"; K in plain lines; appendices as K's title."""
    sheet.cover()
    for code, title in TITLES.items():
        if code == "H2":
            sheet.states["H2"] = "unknown"
            continue
        shown, words = ("H", "Social care provision") if code == "H1" else (code, title)
        sheet.heading(f"Section {shown} – {words}", 1, code)
        if code == "K":
            sheet.say(*[f"{role} – {name}, {day}" for role, name, day, _ in ADVICE], style="List Bullet")
            continue
        _body(sheet, code)
        if code == "B":
            sheet.heading("Section B – Special educational needs (continued)", 1, "B")
            sheet.say("Rowan also tires after lunch and works best in the morning.")


def outcome_and_provision_table(sheet: Sheet) -> None:
    """Sections E and F under one heading, told apart by the columns of the table."""
    sheet.cover()
    for code in ("A", "B", "C", "D"):
        sheet.heading(f"Section {code}: {TITLES[code]}", 1, code)
        _body(sheet, code)
    sheet.heading("Sections E and F: Outcomes and special educational provision", 1)
    sheet.grid(
        [("Outcome", "E"), ("Special educational provision", "F"), ("Who will provide it", "F"), ("How often", "F")],
        [[OUTCOMES[area], "\n".join(PROVISION[area]), "As named", "Weekly"] for area in NEEDS],
    )
    for code in ("G", "H1", "H2", "I", "J", "K"):
        sheet.heading(f"Section {code}: {TITLES[code]}", 1, code)
        _body(sheet, code)


def plain_text(sheet: Sheet) -> None:
    """No formatting at all: every line a plain paragraph; label, then title, then words."""
    for line in (
        "EDUCATION, HEALTH AND CARE PLAN",
        "Name: Rowan Tidewell",
        "Date of birth: 14/02/2017",
        "Status: Draft / Proposed / Final",
    ):
        sheet.plain_heading(line)
    for code, title in TITLES.items():
        sheet.plain_heading(f"Section {code}")
        sheet.plain_heading(title, code)
        if code == "K":
            sheet.say(*[f"{role}: {name}, {day}" for role, name, day, _ in ADVICE])
        else:
            sheet.say(*BODIES[code])


def _nth(lines: list[str], at: int) -> str:
    return lines[at] if at < len(lines) else ""


LAYOUTS: dict[str, Callable[[Sheet], None]] = {
    one.__name__: one
    for one in (
        two_line_headings,
        brackets_any_order,
        bars,
        rows_of_sections,
        letter_title_words,
        first_person,
        national,
        joined_with_bare_columns,
        areas,
        nil_and_blank,
        decoys,
        parts,
        soft_breaks,
        one_h,
        outcome_and_provision_table,
        plain_text,
    )
}


def build(name: str, folder: Path) -> Sheet:
    """Writes the layout of this name into a folder and says what it holds."""
    sheet = Sheet(folder / f"{name}.docx")
    LAYOUTS[name](sheet)
    sheet.document.save(str(sheet.path))
    return sheet
