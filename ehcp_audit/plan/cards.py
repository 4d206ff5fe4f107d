"""Cards: a banner over rows of a label and its words ("By July 2029 | She will ...", "Checked by | ...").

The label that says by when stands beside the outcome; the banner is its title. Over provision, the banner says which
needs and outcomes all its rows are for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ehcp_audit.model import Field, Passage
from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.drafts import NOUNS, Draft
from ehcp_audit.plan.headings import HEADING_FORMAT, format_score
from ehcp_audit.plan.item_prose import Prose
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.pointers import pointers
from ehcp_audit.plan.times import names_time
from ehcp_audit.plan.vocabulary import area_of
from ehcp_audit.rare import rarely

FEWEST_WORDS = 5
"""An outcome has no fewer words."""
LONGEST_LABEL = 10  # words
LONGEST_BANNER = 20  # words
_STEP = rarely(
    r"\W*(?:(?:the |my |our |his |her |their |next |first |second |small(?:er)? |interim )*steps?\b|"
    r"(?:short|medium)(?:er)?[- ]term\b|interim\b|milestones?\b|on the way\b)",
    re.IGNORECASE,
)
_SOON = rarely(
    r"\W*(?:in|within)\b[^.]*\b(?:months?|(?:one|a|1|this|the) year)\b|\W*(?:this|next) (?:school |academic )?year\b",
    re.IGNORECASE,
)
_LATE = rarely(r"\W*long(?:er)?[- ]term\b", re.IGNORECASE)
_WHEN = rarely(
    r"\W*(?:by|before|in|within|at|until|(?:the )?end of|long(?:er)?[- ]term|[A-Z][a-z]+ \d{4})\b|\W*\d", re.IGNORECASE
)
_TO_BE_MET = ("outcome", "by_when", None)
_NUMBER = rarely(
    r"\W{0,2}(?:(?:outcome|need|provision|aim|goal|target)\s{0,2}(?:no\.?|number)?\s{0,2})?(?:[B-H]\.?)?\s?"
    r"(\d{1,2}(?:\.\d{1,2})?[a-z]?)(?![\w%])",
    re.IGNORECASE,
)


def is_deadline(label: str) -> bool:
    """Is a label a time by which an outcome is to be met: "By July 2029", "In 12 months", "End of Key Stage 2"?"""
    few = 0 < len(label.split()) <= LONGEST_LABEL and _STEP.match(label) is None
    if not few or column_name(label) not in _TO_BE_MET:
        return False
    if _LATE.match(label):
        return True
    return names_time(label) and (column_name(label) == "outcome" or _WHEN.match(label) is not None)


def is_card(layout: Layout, code: str, rows: Sequence[Row]) -> bool:
    """Are the rows a label and words each, and some label the time by which the outcome beside it is to be met?"""
    if NOUNS[code] != "outcome" or not rows or any(len(row.cells) != 2 for row in rows):
        return False
    labels = [_label(layout, row) for row in rows]
    dated = [is_deadline(label) and _is_said(layout, row) for label, row in zip(labels, rows, strict=True)]
    said = sum(one or _name(label) is not None for one, label in zip(dated, labels, strict=True))
    return any(dated) and said >= 0.6 * len(rows)


def is_titled(layout: Layout, code: str, rows: Sequence[Row]) -> bool:
    """Are the rows a label and words each, and does one say what a title over them names: "Outcome | By July ..."?"""
    if not rows or any(len(row.cells) != 2 for row in rows):
        return False
    labels = [_label(layout, row) for row in rows]
    own = [
        column_name(label) == NOUNS[code] and own_number(label) is None and _is_said(layout, row)
        for label, row in zip(labels, rows, strict=True)
    ]
    # "What" and then, of the same provision, "Equipment"
    whole = sum(own) == 1 or (NOUNS[code] == "provision" and own[0])
    return whole and sum(_name(label) is not None for label in labels) >= 0.6 * len(rows)


def read_card(
    layout: Layout,
    code: str,
    rows: Sequence[Row],
    begins: dict[int, int],
    areas: Sequence[str | None],
) -> list[Draft]:
    """The outcomes of a card: beside each time its words, and with them the further rows of the card."""
    drafts: list[Draft] = []
    pending: list[Field] = []
    late = any(_LATE.match(_label(layout, row)) for row in rows)
    for row in rows:
        label, said = row.cells
        name = _name(_label(layout, row))
        when = is_deadline(_label(layout, row)) and _is_said(layout, row)
        if when and late and _SOON.match(_label(layout, row)):
            when, name = False, "steps"  # "In 12 months" beside "Long term"
        if when or name == "outcome":
            reader = Prose(layout, code, area=areas[row.first], row=(row.table, row.number))
            reader.waiting = len(said.stretches) == 1
            reader.read(said.stretches, begins, areas)
            dates = [Field("by_when", _words(layout, label.stretches))] if when else []
            for draft in reader.drafts:
                draft.fields[:0] = [*dates, *pending]
            pending = [] if reader.drafts else pending
            drafts.extend(reader.drafts)
        elif name not in ("area", "number", "strengths", "title"):
            one = Field(name or "other", _words(layout, said.stretches))
            (drafts[-1].fields if drafts else pending).append(one)
    return drafts


def banner_of(layout: Layout, stretches: Sequence[int], rows: Sequence[Row]) -> int | None:
    """The last of some paragraphs where it is the banner over the rows: a row across the same table, or a heading."""
    if not stretches or not rows or not _only_heads_between(layout, stretches[-1], rows[0]):
        return None
    index = stretches[-1]
    text, across = layout.stretches[index].text.strip(), layout.rows[index]
    if not text or len(text.split()) > LONGEST_BANNER or text.endswith((".", ";", ",")):
        return None
    if across is not None:
        return index if across.table == rows[0].table else None
    return index if layout.stretches[index].level is not None or format_score(layout, index) >= HEADING_FORMAT else None


def _only_heads_between(layout: Layout, index: int, row: Row) -> bool:
    """Does nothing stand between a paragraph and a row, but rows of the same table that are heads?"""
    between = (layout.rows[one] for one in range(index + 1, row.first))
    return all(one is not None and one.table == row.table and len(one.cells) > 1 for one in between)


def own_number(banner: str) -> str | None:
    """The number that a banner gives to what stands under it: "E3 Learning", "Outcome 2: friends"."""
    match = _NUMBER.match(banner)
    return match[1].lower() if match else None


def with_banner(banner: Passage, number: str | None, drafts: Sequence[Draft]) -> None:
    """The banner says which number an outcome has, what it is called and what the rows under it are for."""
    area = area_of(_NUMBER.sub("", banner.text, count=1).lstrip(" .:–—-"))
    for draft in drafts:
        draft.refers.extend(pointers(banner.text))
        draft.area = draft.area or area
    if len({draft.row for draft in drafts}) == 1:
        drafts[0].number = drafts[0].number or number
    for draft in drafts[:1]:
        draft.fields.append(Field("title", banner))


def _label(layout: Layout, row: Row) -> str:
    return " ".join(layout.cell_text(row.cells[0]).split())


def _name(label: str) -> str | None:
    return "steps" if _STEP.match(label) else column_name(label)


def _is_said(layout: Layout, row: Row) -> bool:
    words = layout.cell_text(row.cells[1]).split()
    return len(words) >= FEWEST_WORDS


def _words(layout: Layout, stretches: Sequence[int]) -> Passage:
    return layout.passage(layout.starts[stretches[0]], layout.ends[stretches[-1]])
