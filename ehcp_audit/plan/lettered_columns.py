"""Header rows whose cells print the letters of sections alike: the letter says whose a column is, not the title beside
it.
"""

from __future__ import annotations

from ehcp_audit.plan.headings import Heading, covers
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.printed_letters import LONGEST_PRINTED, Printed, are_sections, printed
from ehcp_audit.plan.vocabulary import WORDS, agreement

_NO = 5  # characters: "No." and "Ref." are no sentences
_SURE, _LIKELY = 0.8, 0.65


def lettered_columns(layout: Layout, row: Row, joint: Heading | None) -> list[Heading]:
    """The columns of a header row whose cells print their letters alike; none where it is no such row."""
    if row is layout.tables[row.table][-1] or len(row.cells) < 2 or not _may_head(layout, row):
        return []
    found = [one for cell in row.cells if (one := printed(layout, cell)) is not None]
    over = frozenset(covers(joint.codes) if joint is not None else ())
    for form in dict.fromkeys(one.form for one in found):
        alike = [one for one in found if one.form == form]
        if are_sections(alike, over, every=len(alike) >= len(row.cells) - 1):
            return [_heading(one) for one in alike]
    return []


def _may_head(layout: Layout, row: Row) -> bool:
    """Are all cells of the row short, and none a sentence or a statement?"""
    texts = [layout.cell_text(cell).rstrip() for cell in row.cells]
    return all(len(text) <= LONGEST_PRINTED and (len(text) < _NO or text[-1] not in ".;") for text in texts)


def _heading(one: Printed) -> Heading:
    score = _SURE if one.form[0] == "section" else _LIKELY
    sure = max(WORDS, *(agreement(one.title, code) for code in one.codes))
    kind, where = one.form
    form = "letter after" if where == "last" and kind != "section" else kind
    first = one.cell.stretches[0]
    return Heading(first, one.last, one.codes, form, score, one.text, sure, "column", one.cell.columns, one.body)
