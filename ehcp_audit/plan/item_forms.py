"""Needs, outcomes and provision out of forms: tables of labels and the answers beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ehcp_audit.model import Field, Passage
from ehcp_audit.plan.cards import own_number, with_banner
from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.drafts import NOUNS, Draft, of_last_row
from ehcp_audit.plan.item_prose import Prose
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.vocabulary import area_of
from ehcp_audit.rare import rarely

ITEM_LABEL = rarely(
    r"(?:outcome|need|provision|aim|target|goal)\s{0,2}(?:no\.?|number)?\s{0,2}\d{1,2}[a-z]?", re.IGNORECASE
)
_FEW_WORDS = rarely(r"[\w'’-]+(?: [\w'’-]+){0,6}")  # "What | Support in lessons" is no heading
_LONGEST_TITLE = 14  # words
_WHAT = rarely(r"what\W{0,2}", re.IGNORECASE)  # the item itself, whatever the section holds
_LEFT_OPEN = rarely(
    r"\b(?:regular(?:ly)?|(?:as|when|where|if)(?: and when)? (?:required|needed|necessary|appropriate|possible)|"
    r"opportunit\w{1,4}|access to|flexibl[ey]|ongoing|frequent(?:ly)?|to be (?:confirmed|agreed)|tbc|ad hoc)\b",
    re.IGNORECASE,
)


def says_amount(text: str) -> bool:
    """Does a cell on how often say it, so that one amount stands for the whole row? "As required" does not."""
    return bool(text.strip()) and _LEFT_OPEN.search(text) is None


def is_form(layout: Layout, rows: Sequence[Row]) -> bool:
    """Is the table a form: a label in the first cell of each row, its answer in the second?"""
    pairs = [row for row in rows if len(row.cells) == 2]
    if not pairs or len(pairs) < 0.6 * len(rows):
        return False
    labelled = sum(
        column_name(layout.cell_text(row.cells[0])) is not None
        or ITEM_LABEL.match(layout.cell_text(row.cells[0])) is not None
        for row in pairs
    )
    return labelled >= 0.6 * len(pairs)


def _titles(layout: Layout, rows: Sequence[Row], noun: str) -> dict[int, tuple[Passage, str | None]]:
    """What stands beside "Outcome 2" where it is only a title, the next row having the words: "Outcome | By July ...".

    By the number of the row with the words; with the number that it gives.
    """
    found = {}
    for row, after in pairwise(rows):
        labels = [" ".join(layout.cell_text(one.cells[0]).split()) for one in (row, after)]
        own = len(row.cells) == len(after.cells) == 2 and [column_name(label) for label in labels] == [noun, noun]
        if own and ITEM_LABEL.match(labels[0]) and not ITEM_LABEL.match(labels[1]):
            said = layout.cell_passage(row.cells[1])
            if len(said.text.split()) <= _LONGEST_TITLE and not said.text.rstrip().endswith("."):
                found[after.number] = (said, own_number(labels[0]))
    return found


def read_form(
    layout: Layout, code: str, rows: Sequence[Row], begins: dict[int, int], areas: Sequence[str | None]
) -> list[Draft]:
    """The items of a form, each with what further rows say of it."""
    noun = NOUNS[code]
    drafts: list[Draft] = []
    pending: list[Field] = []
    told = (row.cells[-1] for row in rows if column_name(layout.cell_text(row.cells[0])) == "how_often")
    amount = any(says_amount(layout.cell_text(cell)) for cell in told)
    titles = _titles(layout, rows, noun)
    named = any(column_name(layout.cell_text(row.cells[0])) == noun for row in rows)
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        if after is not None and after.number in titles:
            continue
        title = titles.get(row.number)
        original = layout.rows[row.first]  # with a label that is the section's own heading
        label = " ".join(layout.cell_text(row.cells[0]).split())
        name = noun if not named and _WHAT.fullmatch(label) else column_name(label)
        numbered = ITEM_LABEL.match(label)
        alone = len(row.cells) < 2
        if alone and (original is None or len(original.cells) < 2):
            continue
        passage = layout.cell_passage(row.cells[-1])
        if alone or name == noun or (numbered and label.lower().startswith(noun)):
            figures = [] if alone else re.findall(r"\d{1,2}[a-z]?", label.lower())
            reader = Prose(layout, code, area=areas[row.first], row=(row.table, row.number))
            reader.waiting = (noun != "provision" or amount) and len(row.cells[-1].stretches) == 1
            few = _FEW_WORDS.fullmatch(passage.text.strip()) is not None and area_of(passage.text) is None
            reader.alone = reader.waiting and name == noun and few
            reader.read(row.cells[-1].stretches, begins, areas)
            for draft in reader.drafts:
                draft.number = draft.number or (figures[0] if figures else None)
                draft.fields[:0] = pending
            if title is not None:
                with_banner(title[0], title[1], reader.drafts)
            pending = [] if reader.drafts else pending
            drafts.extend(reader.drafts)
        elif name is None and noun == "provision":  # "In lessons", "Examinations": where or for what it is given
            reader = Prose(layout, code, area=areas[row.first], row=(row.table, row.number))
            reader.read(row.cells[1].stretches, begins, areas)
            for draft in reader.drafts:
                draft.fields.append(Field("other", layout.cell_passage(row.cells[0])))
            drafts.extend(reader.drafts)
        elif name in ("area", "number", "strengths", None):
            continue
        elif drafts and name not in ("need", "outcome"):
            for draft in of_last_row(drafts):
                draft.fields.append(Field(name, passage))
        else:
            pending.append(Field(name, passage))
    return drafts
