"""A professional's report as the checks see it: who wrote it and when, the outcomes and the provision it asks for.

A report has no lettered sections. Its headings say what follows ("Recommendations", "Outcomes", "Tom's views"), and
so do the first row or the first column of its tables. What stands under no such heading is provision where a sentence
recommends something. Each part is laid out as the section it belongs to in a plan, so that the same checks can be
asked of it: views as A, needs as B, outcomes as E, provision as F.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ehcp_audit.language.dates import find_dates
from ehcp_audit.language.roles import find_roles
from ehcp_audit.model import (
    SECTION_CODES,
    Advice,
    Contributor,
    Document,
    Facts,
    Item,
    Need,
    Outcome,
    Passage,
    Plan,
    Provision,
    Section,
    State,
    Stretch,
)
from ehcp_audit.plan.layout import Layout, lay_out
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.rare import rarely

_HEADINGS = {
    "E": r"outcomes?|(?:long|medium|short)[- ]term (?:aims?|goals?|targets?)|aims?|goals?|targets?",
    "A": r"views?|voice|wishes|aspirations?|hopes|(?:his|her|their|my) own words|perspective|says about",
    "F": r"recommend\w*|provision|strateg(?:y|ies)|interventions?|advice to|support (?:needed|required|recommended)"
    r"|(?:what|how) (?:will|would|could|to|can) (?:help|support)|next steps|therapy plan|programme of",
    "B": r"needs?|difficult(?:y|ies)|findings|results|presentation|strengths|summary of assessment|observations?"
    r"|current (?:levels?|functioning|attainment)|background to need",
}
_KINDS = {code: re.compile(rf"\b(?:{words})\b", re.I) for code, words in _HEADINGS.items()}
_ITEMS: dict[str, type[Item]] = {"B": Need, "E": Outcome, "F": Provision}
_NOTES = {
    "A": "No part with the child's views could be made out in this report.",
    "B": "No needs could be made out in this report.",
    "E": "No outcomes could be made out in this report.",
    "F": "No recommendations could be made out in this report.",
}
_HEADING_WORDS = 10
_LONG = 45  # words from which a paragraph is taken sentence by sentence
_RECOMMENDS = rarely(
    r"\b(?:recommend(?:ed|s|ation)?|advise[ds]?|should (?:have|receive|be (?:given|offered|provided|taught|supported))"
    r"|will (?:need|require|benefit from)|would benefit from|requires|needs (?:to have|access to|a|an|\d+|one|two)\b)",
    re.I,
)
_HELP = rarely(
    r"\b(?:support|therap\w+|programme|sessions?|teaching|intervention|adult|help|assistant|training|strateg\w+|time"
    r"|group|minutes|hours?|equipment|aid|visits?|input|provision)\b",
    re.I,
)
_OUTCOME_LINE = rarely(r"^(?:[•\-–\d.)\s]{0,5})by\b[^.]{3,60}?\b(?:will|can|to be able)\b", re.I)
_AUTHOR = rarely(
    r"\b(?:author|(?:report|advice|written|prepared|completed|compiled|provided|signed) by|job title|role|designation"
    r"|position|profession|title)\b",
    re.I,
)
_DATED = rarely(
    r"\b(?:date (?:of|the) (?:the )?(?:report|advice)|report date|dated|date (?:written|completed)|signed)\b", re.I
)
_BIRTH = rarely(r"\b(?:birth|born|dob|d\.o\.b)\b", re.I)
_ENDS = 15  # stretches at either end of a report where its author and date usually stand
_NOT_AUTHORS = ("parent", "child", "authority")


def build_report(document: Document, *, reference: str, as_of: date) -> Plan:
    """An advice report as a plan is: so that the criteria of an advice rubric can be put to it. Never "not a plan"."""
    layout = lay_out(document.stretches)
    parts = _parts(layout)
    return Plan(
        reference=reference,
        text=layout.text,
        sections=tuple(_section(layout, code, parts.get(code, [])) for code in SECTION_CODES),
        facts=_facts(layout),
        stretches=tuple(document.stretches),
        starts=layout.starts,
        as_of=as_of,
        format=document.format,
        pages=document.pages,
        unread=document.unread,
        warnings=document.warnings,
    )


def build_advice(document: Document, *, reference: str, as_of: date) -> Advice:
    """The report as what a plan draws on; its passages carry its reference and are not the plan's."""
    report = build_report(document, reference=reference, as_of=as_of)
    entry = report.facts.contributors[0]

    def of_report(item: Item) -> Item:
        return replace(item, passages=tuple(one._replace(document=reference) for one in item.passages))

    return Advice(
        reference=reference,
        text=report.text,
        role=entry.role,
        written=entry.written,
        outcomes=tuple(one for item in report.section("E").items if isinstance(one := of_report(item), Outcome)),
        provision=tuple(one for item in report.section("F").items if isinstance(one := of_report(item), Provision)),
    )


# --- which stretch is what -------------------------------------------------------------------------------


def _parts(layout: Layout) -> dict[str, list[int]]:
    """The stretches of each part, by the section that the part would be in a plan."""
    parts: dict[str, list[int]] = {}
    under: str | None = None
    for index, stretch in enumerate(layout.stretches):
        if stretch.table is None:
            if _is_heading(stretch):
                under = _kind(stretch.text)
                continue
            code = under
        else:
            code = _by_table(layout, index) or under
            if _names_a_part(layout, index):
                continue
        if code in (None, "F") and _OUTCOME_LINE.search(stretch.text):
            code = "E"
        if code is None and _recommends(stretch.text):
            code = "F"
        if code is not None:
            parts.setdefault(code, []).append(index)
    return parts


def _kind(text: str) -> str | None:
    return next((code for code, pattern in _KINDS.items() if pattern.search(text)), None)


def _is_heading(stretch: Stretch) -> bool:
    """A title, or a short line without a sentence's end that names a part or stands out as bold or in capitals."""
    text = stretch.text.strip()
    if stretch.level is not None:
        return True
    if len(text.split()) > _HEADING_WORDS or text.endswith((".", ";", ",", "?", "!")) or stretch.marker == "•":
        return False
    if text.endswith(":") or stretch.bold or stretch.caps or text.isupper():
        return len(text) > 2
    return _kind(text) is not None and len(text.split()) <= 5 and not _recommends(text)


def _names_a_part(layout: Layout, index: int) -> bool:
    """Is this cell the name of a column or of a row, and not what stands in it?"""
    row, cell = layout.rows[index], layout.cells[index]
    if row is None or cell is None:
        return False
    header = layout.tables[row.table][0]
    if header is row and len(row.cells) > 1:
        return _column_kinds(layout, row.table) != {}
    return cell is row.cells[0] and len(row.cells) > 1 and _label(layout, index) is not None


def _by_table(layout: Layout, index: int) -> str | None:
    """What a cell holds, by the first row of its table or the first cell of its row."""
    row, cell = layout.rows[index], layout.cells[index]
    if row is None or cell is None:
        return None
    columns = _column_kinds(layout, row.table)
    if columns:
        return columns.get(cell.columns[0])
    return _label(layout, row.cells[0].stretches[0]) if len(row.cells) > 1 else None


def _column_kinds(layout: Layout, table: int) -> dict[int, str]:
    header = layout.tables[table][0]
    if len(header.cells) < 2 or len(layout.tables[table]) < 2:
        return {}
    kinds: dict[int, str] = {}
    for cell in header.cells:
        text = layout.cell_text(cell)
        kind = _kind(text) if len(text.split()) <= _HEADING_WORDS else None
        if kind is not None:
            kinds[cell.columns[0]] = kind
    return kinds if len(kinds) > 1 else {}


def _label(layout: Layout, index: int) -> str | None:
    text = layout.stretches[index].text
    return _kind(text) if len(text.split()) <= _HEADING_WORDS and not text.rstrip().endswith(".") else None


def _recommends(text: str) -> bool:
    return _RECOMMENDS.search(text) is not None and _HELP.search(text) is not None


# --- sections, items and facts ------------------------------------------------------------------------------


def _section(layout: Layout, code: str, indexes: list[int]) -> Section:
    if code not in _NOTES:
        return Section(code, State.MISSING)
    pieces = tuple(layout.passage(layout.starts[index], layout.ends[index]) for index in indexes)
    if not pieces:
        return Section(code, State.UNKNOWN, note=_NOTES[code])
    kind = _ITEMS.get(code)
    items: list[Item] = []
    for piece in pieces if kind else ():
        for words in _items(piece):
            if kind and len(words.text.split()) > 1:
                items.append(kind(f"{code}.{len(items) + 1}", (words,)))
    return Section(code, State.PRESENT, pieces=pieces, items=tuple(items))


def _items(piece: Passage) -> Iterator[Passage]:
    """A line, or each sentence of a paragraph that is long."""
    if len(piece.text.split()) < _LONG:
        yield piece
        return
    for start, end in sentence_spans(piece.text):
        yield piece.cut(start, end)


def _facts(layout: Layout) -> Facts:
    """Author's role and the date, from lines that are labelled so, else from the top and the foot of the report."""
    lines = [layout.passage(start, end) for start, end in zip(layout.starts, layout.ends, strict=True)]
    ends = [*lines[:_ENDS], *lines[-_ENDS:]]
    where, role = _role(_labelled(lines, _AUTHOR)) or _role(ends) or (None, None)
    written = _date(_labelled(lines, _DATED)) or _date(ends)
    passage = where or (lines[0] if lines else Passage("", 0))
    return Facts(drafted=written, contributors=(Contributor(passage, role=role, written=written),))


def _labelled(lines: list[Passage], label: re.Pattern[str]) -> list[Passage]:
    """The lines that carry the label, each with the line after it, which may be the cell that it names."""
    found = []
    for number, line in enumerate(lines):
        if len(line.text.split()) <= 2 * _HEADING_WORDS and label.search(line.text):
            found.append(line)
            found.extend(lines[number + 1 : number + 2] if len(line.text.split()) <= 4 else ())
    return found


def _role(lines: list[Passage]) -> tuple[Passage, str] | None:
    for line in lines:
        for role in find_roles(line.text):
            if role.kind not in _NOT_AUTHORS and len(line.text.split()) <= 2 * _HEADING_WORDS:
                return line, role.role
    return None


def _date(lines: list[Passage]) -> date | None:
    before = ""
    for line in lines:
        if not _BIRTH.search(line.text) and not (_BIRTH.search(before) and len(line.text.split()) <= 4):
            for day in find_dates(line.text):
                if day.value is not None:
                    return day.value
        before = line.text
    return None
