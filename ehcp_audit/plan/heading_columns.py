"""Headings that own a column: the section labels in the header row of a table."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ehcp_audit.plan.columns import column_name, label_name
from ehcp_audit.plan.heading_lines import labelled, titled, trailing
from ehcp_audit.plan.headings import LONGEST_HEADING, Heading, covers, same_format
from ehcp_audit.plan.labels import find_label, find_trailing_label, may_begin_label, may_end_in_label
from ehcp_audit.plan.layout import Cell, Layout, Row
from ehcp_audit.plan.titles_after_labels import LONGEST_UNSURE
from ehcp_audit.plan.vocabulary import STARTS, WORDS, title_code
from ehcp_audit.rare import rarely

_NEED = re.compile(r"\bneeds?\b|\bdifficult", re.IGNORECASE)  # "Area and need", "What does Sam find difficult?"
_FIGURES = re.compile(r"[\d{}<>_]")
OF_PROVISION = frozenset({"who", "how_often", "group", "monitoring", "review", "by_when", "source"})
"""What columns beside provision say of it."""
_OF_OUTCOME = frozenset({"number", "success", "steps", "by_when", "review", "baseline", "who", "need", "monitoring"})
"""What columns beside outcomes say of them."""
_LONE = ("bare", "bracket", "letter")  # "B", "(B)", "B."
_LONGEST_LETTER = 8  # characters, with brackets or a mark
_LABEL, _QUESTION = 6, 12  # words, at most
_ASKS = re.compile(r"(?:what|how|who|which|when)\b", re.IGNORECASE)  # "What I want to be able to do", with no mark
_OF_ACT = rarely(r"\b(?:act|1970|chronically|csdpa?|section 2|must)\b", re.IGNORECASE)
_GIVEN = rarely(r"\b(?:provi|support|help)", re.IGNORECASE)
_OTHER = rarely(r"\b(?:other|additional|further|else)\b", re.IGNORECASE)


def column_headings(layout: Layout, row: Row) -> list[Heading]:
    """The section labels of a table's header row, where two or more cells hold one: each owns its column."""
    found: list[Heading] = []
    likely = [cell for cell in row.cells if is_likely(layout.stretches[cell.stretches[0]].text)]
    if len(likely) < 2:
        found = _letter_before_details(layout, row) or _beside_strengths(layout, row, likely)
        return found or _outcome_among_details(layout, row, likely)
    unsure: list[Heading] = []
    for cell in likely:
        heading = cell_heading(layout, cell)
        if heading is None or heading.form == "title":
            heading = _unsure_heading(layout, cell)
        if heading is not None and not _is_item(layout, cell, heading):
            (unsure if heading.unsure else found).append(heading)
    if found and unsure:
        kinds = {heading.form for heading in found}
        found += [
            replace(heading, unsure=False, score=max(heading.score, 0.6)) for heading in unsure if heading.form in kinds
        ]
        found.sort(key=lambda heading: heading.first)
    return found if len(found) > 1 and _are_apart(found) else []


def _is_item(layout: Layout, cell: Cell, heading: Heading) -> bool:
    """Is it one of a section's items by its number, in words of its own: "H1.1 Support worker: 4 hours ..."?"""
    text = layout.cell_text(cell)
    return heading.titled < STARTS and len(text.split()) > _LABEL and _NUMBERED.match(text) is not None


_NUMBERED = rarely(r"\W{0,2}(?:H[12]|[A-K])[.-]\s?\d{1,2}(?:\.\d{1,2})?[a-z]?[.:)]?\s")


def is_map(layout: Layout, columns: Sequence[Heading]) -> bool:
    """Do the columns hold only where their sections' words stand: "Need | Outcome (E) | Provision (F)" over "Reading |
    5.2 | 6.2, 6.3"?
    """
    row = layout.rows[columns[0].first] if columns else None
    if row is None:
        return False
    places = dict.fromkeys((one.columns for one in columns), 0)  # of each column, the cells that say where
    table = layout.tables[row.table]
    for below in table[bisect_right(table, row.number, key=lambda one: one.number) :]:
        for cell in below.cells:
            if cell.columns in places and (text := layout.cell_text(cell).strip()):
                if not PLACES.fullmatch(text):
                    del places[cell.columns]
                    if len(places) < max(2, len(columns) - 1):
                        return False
                else:
                    places[cell.columns] += 1
    return sum(map(bool, places.values())) > 1


_PLACE = r"(?:(?:and|to|see|needs?|outcomes?|provision) )?(?:[A-K][. ]?)?\d{1,2}(?:\.\d{1,2})?[a-z]?"
PLACES = rarely(  # "5.1", "6.1, 6.2 and 6.3", "E2 to E4", "-"
    _PLACE + r"(?:(?:\s?[,;&/–-]\s?|\s)" + _PLACE + r")*|\W{0,3}|n/?a|none", re.IGNORECASE
)


def _beside_strengths(layout: Layout, row: Row, likely: Sequence[Cell]) -> list[Heading]:
    """The one section of a table whose other columns are of strengths: "Strengths | Section B: Needs"."""
    others = [layout.cell_text(cell) for cell in row.cells if cell not in likely]
    if not likely or not others or any(column_name(text) != "strengths" for text in others):
        return []
    heading = cell_heading(layout, likely[0])
    if heading is None or not (heading.form == "section" or (heading.form == "bracket" and heading.titled >= STARTS)):
        return []
    table = layout.tables[row.table]
    above = table[: bisect_right(table, row.number, key=lambda one: one.number) - 1]
    return [heading] if all(len(one.cells) == 1 for one in above) else []  # under nothing but the name of an area


def _letter_before_details(layout: Layout, row: Row) -> list[Heading]:
    """The letter alone that heads a table of provision, before what is said of each: "F | Who | When"."""
    index = row.first
    text = layout.stretches[index].text
    if row is not layout.tables[row.table][0] or len(text) > _LONGEST_LETTER or not may_begin_label(text):
        return []
    label = find_label(text)
    names = {column_name(layout.cell_text(cell)) for cell in row.cells[1:]}
    if label is None or label.title or label.sub or label.kind == "section" or not names <= OF_PROVISION:
        return []
    if len(label.codes) > 1 or label.codes[0] not in ("F", "G", "H1", "H2"):
        return []
    return [Heading(index, index, label.codes, "bare", 0.6, text, WORDS, "row")]


def _outcome_among_details(layout: Layout, row: Row, likely: Sequence[Cell]) -> list[Heading]:
    """The letter of outcomes over their column, among what is said of each: "No. | E: Outcome | Measure | Steps"."""
    if not likely or row is not layout.tables[row.table][0]:
        return []
    names = {column_name(layout.cell_text(cell)) for cell in row.cells if cell is not likely[0]}
    text = " ".join(layout.cell_text(likely[0]).split())
    label = find_label(text) if len(text) < LONGEST_UNSURE else None
    if label is None or label.sub or label.codes != ("E",) or label_name(label.title) != "outcome":
        return []
    if not names or not names <= _OF_OUTCOME:
        return []
    return [Heading(row.first, likely[0].stretches[-1], ("E",), label.kind, 0.7, text, STARTS, "row")]


def _are_apart(found: Sequence[Heading]) -> bool:
    """Does each section own columns of its own? It may own several, one beside the other, each with its label."""
    runs = [codes for codes, _ in groupby(found, key=lambda heading: heading.codes)]
    codes = [code for run in runs for code in run]
    return len(set(codes)) == len(codes) and (len(runs) > 1 or all(one.form == "section" for one in found))


def _unsure_heading(layout: Layout, cell: Cell) -> Heading | None:
    """A letter whose title says too little, with nothing else in its cell, or set apart there: "H2 - Other provision".

    It owns its column beside one that is sure.
    """
    index = cell.stretches[0]
    text = layout.stretches[index].text
    apart = len(cell.stretches) == 1 or not same_format(layout, index, cell.stretches[1])
    label = find_label(text) if apart and len(text) < LONGEST_UNSURE else None
    if label is None or (label.kind == "bare" and (label.sub or not text[label.end : label.end + 1].isupper())):
        return None  # "F1", "A language group": a number, an article
    heading = labelled(layout, index, text, label, "column")
    if heading is None or not heading.unsure or not heading.codes or heading.last != index:
        return None
    return replace(heading, place="column", columns=cell.columns, score=0.6)


def joint_columns(layout: Layout, row: Row, joint: Heading) -> list[Heading]:
    """Under "Sections C and G": which columns are the needs, the provision and the outcomes, by their titles alone."""
    covered = covers(joint.codes)
    found: list[Heading] = []
    for cell in row.cells:
        text = layout.cell_text(cell)
        code = joint_code(text, covered) if len(text) < 160 and not text.rstrip().endswith(".") else None
        if code is not None and not any(code in one.codes for one in found):
            last = cell.stretches[-1]
            found.append(
                Heading(
                    cell.stretches[0],
                    last,
                    (code,),
                    "column",
                    0.75,
                    " ".join(text.split()),
                    STARTS,
                    "column",
                    cell.columns,
                )
            )
    return found if len(found) > 1 else []


def own_column(layout: Layout, row: Row, above: Heading) -> list[Heading]:
    """Beside columns with letters, that of the section whose heading stands over the table: "Needs" under "Social
    care", with "Provision (H1)" and "Provision (H2)" beside it.
    """
    for cell in row.cells if len(above.codes) == 1 else ():
        text = " ".join(layout.cell_text(cell).split())
        if len(text) < LONGEST_UNSURE and not text.endswith(".") and joint_code(text, above.codes) == above.codes[0]:
            first, last = cell.stretches[0], cell.stretches[-1]
            return [Heading(first, last, above.codes, "column", 0.75, text, STARTS, "column", cell.columns)]
    return []


def joint_code(text: str, covered: Sequence[str]) -> str | None:
    """Which of the sections that a heading covers a column's header or a row's label names; E beside others."""
    for label in (find_label(text), find_trailing_label(text)):
        if label is not None and len(label.codes) == 1 and label.codes[0] in (*covered, "E") and not label.sub:
            return label.codes[0]
    social = _social_care_of(text) if {"H1", "H2"}.issubset(covered) else None
    if social is not None:
        return social
    titled, sure = title_code(text)
    if titled in covered and sure >= STARTS:
        return titled
    few = len(text.split()) <= (_QUESTION if _ASKS.match(text) else _LABEL)
    name = label_name(text) or (column_name(text) if few and not _FIGURES.search(text) else None)
    if name == "outcome":
        return "E"
    if name == "need" or (name in (None, "area") and few and _NEED.search(text)):
        return next((code for code in covered if code in ("B", "C", "D")), None)
    if name == "provision":
        given = [code for code in covered if code in ("F", "G", "H1", "H2")]
        return titled if titled in given else next(iter(given), None)
    return None


def _social_care_of(text: str) -> str | None:
    """H1 or H2, of a label that says which: "Provision under the 1970 Act", "Other help"; in brackets too."""
    if _NEED.search(text) or not _GIVEN.search(text):
        return None
    if _OTHER.search(text):
        return "H2"
    return "H1" if _OF_ACT.search(text) else None


def cell_heading(layout: Layout, cell: Cell) -> Heading | None:
    """The heading that a cell begins with, as the owner of its column."""
    index = cell.stretches[0]
    text = layout.stretches[index].text
    line = text.partition("\n")[0]
    if len(line) > LONGEST_HEADING:
        return None
    line = _in_lines(layout, cell) or line
    label = find_label(line)
    heading = None
    if label is not None and label.sub and label.codes[0] != "A" and label.kind not in ("section", "part"):
        return None  # F1, E2: an item's number
    lone = label is not None and label.kind in _LONE and len(text) == len(line)
    if lone and label is not None and (_is_gloss(label.title) if label.title else len(line) <= _LONGEST_LETTER):
        return Heading(index, index, label.codes, label.kind, 0.6, line, 0.0, "column", cell.columns)
    if label is not None:
        heading = labelled(layout, index, line, label, "column")
        heading = None if heading is not None and heading.unsure else heading
    last_label = find_trailing_label(line) if heading is None and may_end_in_label(line) else None
    if last_label is not None:
        heading = trailing(layout, index, line, last_label, "column")
    heading = heading or titled(layout, index, line, "column")
    if heading is None or not heading.codes:
        return None
    last = heading.last if heading.last in cell.stretches else index
    shown = heading.text
    if heading.body is None:
        last = _whole(layout, cell, last)
        shown = " ".join(layout.between(heading.first, last).split())
    score = max(heading.score, 0.65) if heading.titled >= WORDS else heading.score
    return replace(heading, place="column", columns=cell.columns, last=last, text=shown, score=score)


def _is_gloss(title: str) -> bool:
    """Is all that follows a letter said in brackets: "H1 (1970 Act, section 2)" beside "H2 (other)"?"""
    return title.startswith("(") and title.endswith(")") and title.count("(") == 1


def _in_lines(layout: Layout, cell: Cell) -> str | None:
    """The words of a cell that a narrow column broke into a few lines of one make, as one line."""
    if not 1 < len(cell.stretches) < 5 or not all(same_format(layout, cell.stretches[0], at) for at in cell.stretches):
        return None
    text = " ".join(layout.cell_text(cell).split())
    return text if len(text) < LONGEST_UNSURE and not text.endswith(".") else None


def _whole(layout: Layout, cell: Cell, last: int) -> int:
    """The last stretch of a heading that fills its cell in several lines of bold."""
    for index in cell.stretches:
        if index <= last:
            continue
        stretch = layout.stretches[index]
        if not stretch.bold or not same_format(layout, last, index) or stretch.text.rstrip().endswith((".", ":")):
            break
        last = index
    return last


def is_likely(text: str) -> bool:
    """May the words of a cell begin or end with the letter of a section?"""
    return may_begin_label(text) or (len(text) < 160 and may_end_in_label(text))
