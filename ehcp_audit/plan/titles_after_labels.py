"""The title of a label that stands alone, in the next cell or line: "F" beside "The help I will get"."""

from __future__ import annotations

from ehcp_audit.plan.headings import format_score, same_format
from ehcp_audit.plan.labels import find_label
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.vocabulary import STARTS, WORDS, agreement, area_of
from ehcp_audit.rare import rarely

LONGEST_UNSURE = 120
FEWEST_TITLES = 4
LONGEST_LABEL = 26  # "Sections D, H1 and H2"


def title_after(layout: Layout, index: int, code: str) -> tuple[str, int]:
    """The title of a label that stands alone, in the next cell or the next line: its text and last stretch."""
    after = index + 1
    if after >= len(layout.stretches):
        return "", index
    row, cell = layout.rows[index], layout.cells[index]
    text = layout.stretches[after].text
    first_line = text.partition("\n")[0]
    if len(text) > 220 or find_label(text) is not None:
        return "", index
    agreed = agreement(first_line, code)
    if row is not None and cell is not None and len(row.cells) > 1 and layout.cells[after] is not cell:
        if layout.rows[after] is not row:  # the last cell of a header: the next row begins with another column's words
            return "", index
        if agreed >= STARTS and len(layout.cells[after].stretches) == 1:  # type: ignore[union-attr]
            return text, _end_of_label_row(layout, row, index, after)
        if _is_lettered_bar(layout, row):
            return text, row.last
        left = agreed >= WORDS and cell is row.cells[0] and row is not layout.tables[row.table][0]
        if len(row.cells) > 2 and (left or (agreed >= 0 and _is_of_titles(layout, row))):
            return text, after  # "K" | "Reports used for this plan" | its words
        return "", index
    beside = row is not None and cell is not None and len(row.cells) > 1 and cell is row.cells[0]
    if beside and cell is not None and after == cell.stretches[-1] and not text.rstrip().endswith("."):
        return text, after  # "Section F" over "Help in school" in the cell beside the section's words
    near = (
        layout.cells[after] is cell or (cell is not None and len(row.cells) == 1)
        if row is not None
        else layout.rows[after] is None
    )
    if not near:
        return "", index
    alike = same_format(layout, index, after) and format_score(layout, after) > 0.1
    if not alike and (STATEMENT.match(text) or _ANSWERS.search(text)):
        return "", index  # "Section D" over "Social care advice was given in May. There are no needs."
    if agreed >= STARTS or (agreed >= WORDS and (alike or format_score(layout, after) > 0.1) and len(text) < 120):
        return text, after
    area = area_of(text)
    above = (alike and area is None) or (area in (None, "other") and _is_set_above(layout, after, index))
    if above and agreed >= 0 and len(text) < 120 and not text.endswith("."):
        return text, after
    return "", index


STATEMENT = rarely(r"[^.]{3,160} (?:is|are|was|were|has|have|had|will|does|do) [^.]{3,160}\.(?:\s|$)")

_ANSWERS = rarely(
    r"£|\b\d{1,2} [A-Z][a-z]{2,8} 20\d\d\b|\w\. (?:[A-Z]\w+ ){2}|\w\. [A-Z]\w+(?: \w+){0,2}: |"
    r"^[A-Z]\w+(?: \w+){0,3}: [^.:]{3,120}\.$"
)
"""Money, a day, a second sentence or a label with its answer: "J" over "Direct payment for the assistant: £16 an hour.
Held by Ann Lee.", "I" over "Type: mainstream primary school. Name: Elm Road School.".
"""


def _is_set_above(layout: Layout, one: int, other: int) -> bool:
    """Is a line larger than another, or of a higher style? The title of a label that stands over it may be."""
    a, b = layout.stretches[one], layout.stretches[other]
    if a.level is not None and b.level is not None:
        return a.level < b.level
    return (a.size or 0.0) > (b.size or 0.0) + 0.6


def _is_lettered_bar(layout: Layout, row: Row) -> bool:
    """Is the row a letter and a short title, both in bold and nothing else: "F | The help I will get"?"""
    one, *others = range(row.first, row.last + 1)
    return (
        len(row.cells) == 2
        and len(others) == 1
        and len(layout.stretches[one].text) < LONGEST_LABEL
        and layout.bold_share < 0.6
        and layout.stretches[one].bold
        and layout.stretches[others[0]].bold
        and len(layout.stretches[others[0]].text) < LONGEST_UNSURE
        and not layout.stretches[others[0]].text.rstrip().endswith(".")
        and not is_nil(layout.stretches[others[0]].text)
    )


_MOST_TITLES = 60  # rows: a table of letters and titles has a row or a few for each section


def _is_of_titles(layout: Layout, row: Row) -> bool:
    """Do the second cells of the table's rows hold the titles of the letters in the first, as four or more tell?"""
    if len(row.cells[1].stretches) > 1 or len(layout.stretches[row.cells[1].stretches[0]].text) > LONGEST_UNSURE:
        return False
    alike = [one for one in layout.tables[row.table] if len(one.cells) == len(row.cells)]
    if len(alike) > _MOST_TITLES:
        return False
    told = 0
    for one in alike:
        label = find_label(layout.stretches[one.first].text)
        told += label is not None and agreement(layout.cell_text(one.cells[1]), label.codes[0]) >= STARTS
    return told >= FEWEST_TITLES and told > len(alike) / 2


def _end_of_label_row(layout: Layout, row: Row, label: int, title: int) -> int:
    """The last stretch of a row of label and title; a short third cell in the same bold ("Form 7") is part of it."""
    rest = range(title + 1, row.last + 1)
    texts = [layout.stretches[index] for index in rest]
    if texts and all(one.bold and len(one.text) < 25 and not is_nil(one.text) for one in texts):
        return row.last if layout.stretches[label].bold else title
    return title
