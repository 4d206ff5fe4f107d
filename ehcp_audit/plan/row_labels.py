"""Labels in the rows and cells of a section's tables that say more of an item: "Who | ...", "Steps: ..."."""

from __future__ import annotations

from collections.abc import Sequence

from ehcp_audit.model import Field, Passage
from ehcp_audit.plan.columns import column_name, label_name
from ehcp_audit.plan.drafts import NOUNS
from ehcp_audit.plan.labels import find_label, find_trailing_label
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.times import names_time

_NO_FIELDS = ("need", "outcome", "provision", "area", "number", "strengths", "title", "other")
_LONGEST_LABEL = 40  # characters
_SMALL = frozenset({"by", "when", "date", "until"})
_LONGEST_DATE = 8  # words


def are_labels(layout: Layout, rows: Sequence[Row], *, area: bool) -> bool:
    """Do labels run down the left: "What | A now and next board" over "Who | ..." and "How often | ...", or
    "Area | Provision across all areas" over "Provision | ..."?
    """
    told = {column_name(" ".join(layout.cell_text(one.cells[0]).split())) for one in rows if len(one.cells) == 2}
    return (area and "provision" in told) or len(told & {"who", "how_often", "group", "review", "by_when"}) > 1


def labelled_row(layout: Layout, code: str, row: Row) -> Field | None:
    """A row of label and answer that says more of the item in the row before it: "Steps | ...", "Who | ..."."""
    if len(row.cells) > 2:
        return None
    if len(row.cells) == 1:
        name = _name_by_letter(layout, code, row)
    else:
        name = _name_beside(*(" ".join(layout.cell_text(one).split()) for one in row.cells[:2]))
    if name is None or name in (NOUNS[code], *_NO_FIELDS):
        return None
    return Field(name, layout.cell_passage(row.cells[-1]))


def _name_beside(label: str, answer: str) -> str | None:
    """What a label is about; one small word is, where a date stands beside it: "By | Easter 2027"."""
    if label.strip(" :").lower() not in _SMALL:
        return label_name(label)
    return "by_when" if names_time(answer) and len(answer.split()) <= _LONGEST_DATE else None


def _name_by_letter(layout: Layout, code: str, row: Row) -> str | None:
    """What a label is about that opens its section by the letter, and so stands apart from the answer that is left of
    its row: "Steps to the outcome (Section E) | ...".
    """
    original = layout.rows[row.first]
    if original is None or len(original.cells) != 2 or original.cells[1].number != row.cells[0].number:
        return None
    text = " ".join(layout.cell_text(original.cells[0]).split())
    label = find_label(text) or find_trailing_label(text)
    return column_name(label.title) if label is not None and label.codes == (code,) else None


def cell_label(layout: Layout, code: str, passage: Passage) -> Field | None:
    """What a cell under no header says of the item beside it, where it begins by saying what it is: "Steps: ..."."""
    label, colon, words = passage.text[:_LONGEST_LABEL].partition(":")
    name = label_name(label) if colon and words.strip() and "\n" not in label else None
    if name is None or name in (NOUNS[code], *_NO_FIELDS):
        return None
    start = passage.start + len(label) + 1
    while layout.text[start].isspace():
        start += 1
    return Field(name, layout.passage(start, passage.end))
