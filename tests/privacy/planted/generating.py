"""Writing Word plans with planted identities: in sentences, tables, margins, comments, properties, split runs."""

# ruff: noqa: E501, S311  (tables of values; chance is only for variety)
from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.privacy.planted.people import Cast, born_as, cast, folded, misspelt, pools, short_form, templates

ROOT = Path(__file__).resolve().parents[3]
_HEADINGS = {
    "A": "Section A: Views, interests and aspirations", "B": "Section B: Special educational needs", "C": "Section C: Health needs",
    "D": "Section D: Social care needs", "E": "Section E: Outcomes", "F": "Section F: Special educational provision",
    "G": "Section G: Health provision", "H1": "Section H1: Social care provision", "H2": "Section H2: Other social care provision",
    "I": "Section I: Placement", "J": "Section J: Personal budget", "K": "Section K: Advice and information",
}  # fmt: skip


@dataclass(frozen=True)
class Planted:
    """An identity put into a plan: its stratum, its words, and the mark of the line that holds it ("" for none)."""

    stratum: str
    value: str
    mark: str = ""


@dataclass
class Made:
    """A generated plan: its file, what was planted in it, and its ordinary lines."""

    path: Path
    cast: Cast
    planted: list[Planted] = field(default_factory=list)
    ordinary: list[str] = field(default_factory=list)


class Writer:
    """Writes one plan."""

    def __init__(self, path: Path, draw: random.Random, kind: str) -> None:
        import docx

        self.draw, self.cast = draw, cast(draw)
        self.made = Made(path, self.cast)
        self.document: Any = docx.Document()
        self.templates = templates()[kind]
        self.count = 0
        self.skeleton: list[str] = [ENDS, *_HEADINGS.values()]

    def mark(self) -> str:
        self.count += 1
        return f"n{self.count:03}"

    def plant(self, stratum: str, value: str, mark: str = "") -> None:
        self.made.planted.append(Planted(stratum, value, mark))

    # --- sentences ------------------------------------------------------------------------------------

    def values(self, stratum: str) -> dict[str, str]:
        """What stands in the places of a template. Unknown people are drawn afresh each time."""
        one, draw = self.cast, self.draw
        unknown = [
            name
            for name in pools()["given"]
            if name not in one.child and all(name not in p for p in (*one.parents, *one.professionals))
        ]
        families = [name for name in pools()["family"] if name != one.family]
        given, given2 = draw.sample(unknown, 2)
        family = draw.choice(families)
        long = [
            name
            for name in (one.first, one.family, *one.parents[0].split(), *one.professionals[0].split())
            if len(name) >= 5 and name.isalpha()
        ]
        return {
            "child": one.child, "first": one.first, "parent": draw.choice(one.parents),
            "professional": draw.choice(one.professionals), "possessive": f"{one.first}’s",
            "folded": folded(one.child), "plural": f"{one.family}{'es' if one.family[-1] in 'sxz' else 's'}",
            "initials": ".".join((one.first[0], one.family[0])) + ".", "lower": one.child.lower(),
            "short_form": short_form(one.first), "surname": one.family.upper(),
            "misspelt": misspelt(draw, draw.choice(long or ["Thistlewood"])), "word": one.word,
            "u_given": given, "u_given2": given2, "u_family": family, "u_name": f"{draw.choice(unknown)} {family}",
            "u_school": f"{draw.choice([s for s in pools()['schools'] if s not in one.school])} {draw.choice(('Primary School', 'Nursery', 'Academy', 'College'))}",
            "u_hospital": f"{draw.choice(pools()['towns'])} {draw.choice(('Royal Infirmary', 'General Hospital', 'Hospital'))}",
            "school": re.sub(r" (?:Primary|Special|High)? ?(?:School|Academy)$", "", one.school) if draw.random() < 0.5 else one.school,
            "nhs": one.nhs, "upn": one.upn, "uln": one.uln, "nino": one.nino, "reference": one.reference,
            "phone": draw.choice(one.phones), "email": one.email, "web": one.web, "address": one.address,
            "street": one.street, "postcode": one.postcode, "dob": born_as(draw, one.born),
        }  # fmt: skip

    def sentence(self, stratum: str) -> tuple[str, str] | None:
        """A sentence of a stratum and its mark; what it holds is planted."""
        template = self.draw.choice(self.templates[stratum])
        values = self.values(stratum)
        places = re.findall(r"\{(\w+)\}", template)
        if "initials" in places and (self.cast.kind == "short" or not self.cast.family[0].isascii()):
            return None
        mark = self.mark()
        for place in places:
            value = values[place]
            kind = self._kind(stratum, place)
            self.plant(kind, value.removesuffix("’s"), mark)
        self.skeleton.append(re.sub(r"\{\w+\}", " ", template))
        return f"{template.format(**values)} {mark}", mark

    def _kind(self, stratum: str, place: str) -> str:
        if place in ("child", "first", "possessive", "folded", "lower", "short_form") and self.cast.kind != "plain":
            return {"foreign": "non-English names", "short": "names of two letters", "word": "names that are words"}[
                self.cast.kind
            ]
        return NAMES[stratum]

    # --- the document ---------------------------------------------------------------------------------

    def write(self) -> Made:
        self.cover()
        filler = ordinary_lines(self.draw)
        strata = [name for name in self.templates for _ in range(WEIGHTS.get(name, 2))]
        self.draw.shuffle(strata)
        sections = list(_HEADINGS)
        for number, code in enumerate(sections):
            self.document.add_heading(_HEADINGS[code], level=1)
            for line in filler[number * 3 : number * 3 + 3]:
                self.made.ordinary.append(line)
                self.document.add_paragraph(line)
            share = strata[number::12]
            if code == "K":
                self.contributors()
            for at, stratum in enumerate(share):
                made = self.sentence(stratum)
                if made is not None:
                    self.put(made[0], at)
        self.signature()
        self.margins()
        self.hidden_places()
        self.document.save(self.made.path)
        return self.made

    def put(self, text: str, at: int) -> None:
        """A sentence as a paragraph: sometimes in a table, in runs split anywhere, in capitals or over a line break."""
        how = self.draw.choice(("plain", "plain", "plain", "split", "table", "caps", "broken"))
        if how == "split":
            paragraph = self.document.add_paragraph()
            begin = 0
            while begin < len(text):
                end = begin + self.draw.randrange(1, 7)
                paragraph.add_run(text[begin:end])
                begin = end
        elif how == "table":
            table = self.document.add_table(rows=1, cols=2)
            table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Note", text
        elif how == "broken" and text.count(" ") > 3:
            cut = text.rindex(" ", 0, len(text) * 2 // 3)
            paragraph = self.document.add_paragraph(text[:cut])
            paragraph.add_run().add_break()
            paragraph.add_run(text[cut + 1 :])
        else:
            self.document.add_paragraph(text)

    def cover(self) -> None:
        one, draw = self.cast, self.draw
        self.document.add_heading("Education, Health and Care Plan", level=0)
        rows = [
            ("Name of child or young person", f"{one.first} {one.middle} {one.family}"), ("Date of birth", born_as(draw, one.born)),
            ("NHS number", one.nhs), ("UPN", one.upn), ("Home address", one.address), ("Current school", one.school),
            ("Parent/carer 1", one.parents[0]), ("Parent/carer 2", one.parents[1]), ("Telephone", one.phones[0]),
            ("E-mail", one.email), ("Known as", one.word if one.kind != "word" else one.first), ("Status", "Final"), ("Year group", "6"),
        ]  # fmt: skip
        self.skeleton += [label for label, _ in rows]
        if draw.random() < 0.5:
            table = self.document.add_table(rows=0, cols=2)
            for label, value in rows:
                cells = table.add_row().cells
                cells[0].text, cells[1].text = label, value
        else:
            for label, value in rows:
                self.document.add_paragraph(f"{label}: {value}")
        for value in (
            f"{one.first} {one.middle} {one.family}",
            one.address,
            one.school,
            *one.parents,
            one.phones[0],
            one.email,
        ):
            self.plant("fields", value)
        self.plant("numbers", one.nhs)
        self.plant("numbers", one.upn)

    def contributors(self) -> None:
        table = self.document.add_table(rows=1, cols=3)
        for cell, text in zip(table.rows[0].cells, ("Name", "Role", "Date of report"), strict=True):
            cell.text = text
        roles = (
            "Educational psychologist",
            "Class teacher",
            "Community paediatrician",
            "Speech and language therapist",
        )
        for name, role in zip(self.cast.professionals, roles, strict=True):
            cells = table.add_row().cells
            cells[0].text, cells[1].text, cells[2].text = name, role, "12 March 2026"
            self.plant("tables", name)

    def signature(self) -> None:
        name = f"{self.draw.choice(pools()['given'])} {self.draw.choice(pools()['family'])}"
        self.document.add_paragraph(f"Signed: {name}")
        self.plant("fields", name)

    def margins(self) -> None:
        section = self.document.sections[0]
        section.header.paragraphs[0].text = f"Confidential: {self.cast.child} DOB {born_as(self.draw, self.cast.born)}"
        section.footer.paragraphs[0].text = f"EHC plan for {self.cast.first} {self.cast.family}"
        self.plant("headers and footers", self.cast.child)

    def hidden_places(self) -> None:
        """Properties, a comment, hidden text, an alternative text: places that only a Word file has."""
        names = [f"{self.draw.choice(pools()['given'])} {self.draw.choice(pools()['family'])}" for _ in range(4)]
        core = self.document.core_properties
        core.author, core.last_modified_by, core.title = names[0], names[1], f"EHCP {self.cast.child}"
        paragraph = self.document.add_paragraph(ENDS)
        hidden = paragraph.add_run(f" Ask {names[2]} about the placement.")
        hidden.font.hidden = True
        self.document.add_comment(
            paragraph.runs, text=f"Check with {self.cast.parents[0]}.", author=names[3], initials="XX"
        )
        for name in names:
            self.plant("properties, comments, hidden text", name)


ENDS = "This page ends the plan."
NAMES = {
    "exact": "known, exact", "variant": "known, variants", "misspelt": "misspelt", "word_names": "names that are words",
    "unknown_professionals": "unknown professionals", "unknown_relatives": "unknown relatives", "unknown_bare": "unknown, no cue",
    "places": "unknown settings", "known_places": "known settings", "numbers": "numbers", "contacts": "contacts",
    "addresses": "addresses", "birth_dates": "birth dates",
}  # fmt: skip
WEIGHTS = {"exact": 4, "variant": 5, "misspelt": 4, "word_names": 3, "unknown_professionals": 4, "unknown_relatives": 4,
           "numbers": 3, "contacts": 2, "unknown_bare": 2}  # fmt: skip


def ordinary_lines(draw: random.Random) -> list[str]:
    """36 lines of the sample plans' needs, outcomes and provision that name nobody."""
    lines = _ordinary()
    return draw.sample(lines, 36)


def _ordinary() -> list[str]:
    found: dict[str, None] = {}
    for path in sorted((ROOT / "sample_plans" / "content").glob("threads-*.yml")):
        for text in _strings(yaml.safe_load(path.read_text(encoding="utf-8"))):
            if len(text) > 60 and "{" not in text and "[" not in text:
                found[" ".join(text.split())] = None
            elif len(text) > 60 and set(re.findall(r"\{(\w+)\}", text)) <= {"name", "he", "He", "his", "His", "him"}:
                words = {"name": "the child", "he": "he", "He": "He", "his": "his", "His": "His", "him": "him"}
                found[" ".join(text.format(**words).split())] = None
    return list(found)


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)


def make_plan(path: Path, number: int, *, kind: str = "held_out", seed: str = "privacy") -> Made:
    """The plan of this number: the same whenever it is made."""
    return Writer(path, random.Random(f"{seed}/{kind}/{number}"), kind).write()
