"""Needs, outcomes and provision out of forms: tables of labels and the answers beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from ehcp_audit.model import Field
from ehcp_audit.plan.cards import own_number, with_banner
from ehcp_audit.plan.columns import column_name, label_name
from ehcp_audit.plan.drafts import NOUNS, Draft, of_last_row
from ehcp_audit.plan.item_prose import Prose
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.lines import PROMISES
from ehcp_audit.plan.pointers import pointers, references
from ehcp_audit.plan.ref_labels import code_alone, is_of_codes
from ehcp_audit.plan.smart import field_name, smart_names
from ehcp_audit.plan.times import says_by_when
from ehcp_audit.plan.vocabulary import area_of
from ehcp_audit.rare import rarely

ITEM_LABEL = rarely(
    r"(?:outcome|need|provision|aim|target|goal)\s{0,2}(?:no\.?|number)?\s{0,2}\d{1,2}[a-z]?", re.IGNORECASE
)
_FEW_WORDS = rarely(r"[\w'’-]+(?: [\w'’-]+){0,6}")  # "What | Support in lessons" is no heading
_CODE = rarely(r"(?:[B-H][12]?\s?\.?\s?)?\d{1,2}(?:\.\d{1,2})?[a-z]?\b")
_LONGEST_TITLE = 14  # words
_LONGEST_POINTING = 40  # words of a title that points at needs: "Need 1. “I want people to wait.”"
_FEWEST_ROWS = 3
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
    labels = [layout.cell_text(row.cells[0]) for row in pairs]
    letters = smart_names(labels)
    labelled = sum(
        at in letters or column_name(label) is not None or ITEM_LABEL.match(label) is not None
        for at, label in enumerate(labels)
    )
    return labelled >= 0.6 * len(pairs)


def heads_a_form(layout: Layout, rows: Sequence[Row]) -> bool:
    """Is the first of some rows the title over the labels of one item, and no header: "Outcome 1 – Talking | Need 1"
    over "Outcome | By July ..." and "Steps | ..."?
    """
    if len(rows) < _FEWEST_ROWS or any(len(row.cells) != 2 for row in rows[:_FEWEST_ROWS]):
        return False
    own, *further = (_label(layout, row) for row in rows if len(row.cells) == 2)
    labels = [*takewhile(lambda label: ITEM_LABEL.match(label) is None and _CODE.match(label) is None, further)]
    if smart_names(labels):
        return True
    names = [label_name(label) for label in labels]
    if (ITEM_LABEL.match(own) is None and _CODE.match(own) is None) or len(names) < _FEWEST_ROWS - 1:
        return False
    return names[0] in NOUNS.values() and (column_name(own) or names[0]) == names[0] and all(names[1:])


def _label(layout: Layout, row: Row) -> str:
    return " ".join(layout.cell_text(row.cells[0]).split())


def _names(layout: Layout, rows: Sequence[Row], noun: str) -> tuple[list[str | None], set[int]]:
    """What the label of each row announces; and the places of those that are letters of SMART."""
    labels = [_label(layout, row) for row in rows]
    names = [column_name(label) for label in labels]
    letters = smart_names(labels) if noun == "outcome" else {}
    for at, name in letters.items():
        names[at] = field_name(name, layout.cell_text(rows[at].cells[-1]))
    for at, (label, row) in enumerate(zip(labels, rows, strict=True)):
        if names[at] == noun and is_of_codes(label) and code_alone(layout.cell_text(row.cells[-1])):
            names[at] = "number"  # "Outcome ref | OUT-1" over "Outcome | By July ..."
    if noun not in names:
        names = [noun if _WHAT.fullmatch(label) else name for label, name in zip(labels, names, strict=True)]
    return names, set(letters)


def _titles(
    layout: Layout, rows: Sequence[Row], noun: str, names: Sequence[str | None], letters: set[int]
) -> dict[int, Row]:
    """The rows that only title the item in the next: "Outcome 2 | Reading" over "Outcome | By July ...", by the place
    of that next row.
    """
    found = {}
    for at, (row, after) in enumerate(pairwise(rows)):
        label, said = _label(layout, row), layout.cell_text(row.cells[-1])
        if len(row.cells) != 2 or len(after.cells) != 2 or names[at] not in (noun, None) or names[at + 1] != noun:
            continue
        if ITEM_LABEL.match(_label(layout, after)):
            continue
        few = len(said.split()) <= _LONGEST_TITLE and not said.rstrip().endswith(".")
        promised = PROMISES.search(said) is not None or says_by_when(said)
        points = bool(references(said)) and len(said.split()) <= _LONGEST_POINTING and not promised
        if ITEM_LABEL.match(label) or _CODE.match(label):
            titled = few or points
        else:
            titled = at + 1 in letters and names[at] == noun and few and not promised
        if titled:
            found[at + 1] = row
    return found


def _with_title(layout: Layout, row: Row, drafts: Sequence[Draft]) -> None:
    """What the row over an item's own says of it: its number, what it is called and what it points at."""
    label, said = layout.cell_passage(row.cells[0]), layout.cell_passage(row.cells[1])
    code = ITEM_LABEL.match(label.text) or _CODE.match(label.text)
    named = code is not None and any(map(str.isalpha, label.text[code.end() :]))
    with_banner(label if named else said, own_number(" ".join(label.text.split())), drafts)
    if named:
        for draft in drafts:
            draft.refers.extend(pointers(said.text))
            draft.fields.append(Field("need" if references(said.text) else "title", said))


def read_form(
    layout: Layout, code: str, rows: Sequence[Row], begins: dict[int, int], areas: Sequence[str | None]
) -> list[Draft]:
    """The items of a form, each with what further rows say of it."""
    noun = NOUNS[code]
    drafts: list[Draft] = []
    pending: list[Field] = []
    code_over = ""
    told = (row.cells[-1] for row in rows if column_name(layout.cell_text(row.cells[0])) == "how_often")
    amount = any(says_amount(layout.cell_text(cell)) for cell in told)
    names, letters = _names(layout, rows, noun)
    titles = _titles(layout, rows, noun, names, letters)
    leads = noun in names and "need" in names and names.index(noun) < names.index("need")
    for at, (row, name) in enumerate(zip(rows, names, strict=True)):
        if at + 1 in titles:
            continue
        original = layout.rows[row.first]  # with a label that is the section's own heading
        alone = len(row.cells) < 2
        if alone and (original is None or len(original.cells) < 2):
            continue
        passage = layout.cell_passage(row.cells[-1])
        numbered = ITEM_LABEL.match(_label(layout, row))
        if at in letters and name == noun and at and names[at - 1] == noun and at not in titles and drafts:
            drafts[-1].passages.append(passage)  # "Outcome | Ana will read more" over "Specific | ..."
        elif alone or name == noun or (numbered and _label(layout, row).lower().startswith(noun)):
            read = _beside(layout, code, row, (begins, areas), amount=amount, own=name == noun)
            for draft in read:
                draft.fields[:0] = pending
            if at in titles:
                _with_title(layout, titles[at], read)
            for draft in read:
                draft.label = code_over
            pending, code_over = ([], "") if read else (pending, code_over)
            drafts.extend(read)
        elif name == "number":
            code_over = code_alone(passage.text)
        elif name is None and noun == "provision":  # "In lessons", "Examinations": where or for what it is given
            reader = Prose(layout, code, area=areas[row.first], row=(row.table, row.number))
            reader.read(row.cells[1].stretches, begins, areas)
            for draft in reader.drafts:
                draft.fields.append(Field("other", layout.cell_passage(row.cells[0])))
            drafts.extend(reader.drafts)
        elif name in ("area", "strengths", None):
            continue
        elif drafts and (name not in ("need", "outcome") or (leads and name == "need")):
            for draft in of_last_row(drafts):
                draft.fields.append(Field(name, passage))
        else:
            pending.append(Field(name, passage))
    return drafts


def _beside(
    layout: Layout,
    code: str,
    row: Row,
    known: tuple[dict[int, int], Sequence[str | None]],
    *,
    amount: bool,
    own: bool,
) -> list[Draft]:
    """The items beside a label. `own`: it says that they are what the section holds; `known`: begins and areas."""
    begins, areas = known
    passage = layout.cell_passage(row.cells[-1])
    figures = [] if len(row.cells) < 2 else re.findall(r"\d{1,2}[a-z]?", _label(layout, row).lower())
    reader = Prose(layout, code, area=areas[row.first], row=(row.table, row.number))
    reader.waiting = (NOUNS[code] != "provision" or amount) and len(row.cells[-1].stretches) == 1
    few = _FEW_WORDS.fullmatch(passage.text.strip()) is not None and area_of(passage.text) is None
    reader.alone = reader.waiting and own and few
    reader.read(row.cells[-1].stretches, begins, areas)
    for draft in reader.drafts:
        draft.number = draft.number or (figures[0] if figures else None)
    return reader.drafts
