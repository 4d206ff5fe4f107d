"""Tables that hold the steps of the outcomes before them: a column for each time, a row for each outcome's number."""

from __future__ import annotations

from collections.abc import Sequence

from ehcp_audit.model import Field
from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.drafts import Draft
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.lines import PROMISES
from ehcp_audit.plan.times import names_time

_FEWEST = 2  # outcomes with steps
_LONGEST_TIME = 7  # words: "By the end of Year 8"


def add_steps(layout: Layout, rows: Sequence[Row], before: Sequence[Draft]) -> bool:
    """Adds to each outcome before them what rows say of its number under times or "Steps"; False where these are no
    steps: numbers begin anew in the tables of further areas, whose rows promise as the first did.
    """
    head, *body = rows
    columns = {cell.columns for cell in head.cells if _is_over_steps(layout.cell_text(cell))}
    if not columns or len(head.cells) - len(columns) > 1 or len(body) < _FEWEST:
        return False
    promised = sum(PROMISES.search(draft.passages[-1].text) is not None for draft in before)
    if promised * 2 <= len(before):
        return False
    numbered = {(draft.number or str(at)).lower(): draft for at, draft in enumerate(before, start=1)}
    told: list[tuple[Draft, Field]] = []
    for row in body:
        first, *rest = row.cells
        number = layout.cell_text(first).strip(" .:()").lower().removeprefix("outcome ").removeprefix("e").strip(" .")
        if number not in numbered or first.columns in columns or not rest:
            return False
        for cell in rest:
            passage = layout.cell_passage(cell)
            if cell.columns not in columns or PROMISES.search(passage.text):
                return False
            told.append((numbered[number], Field("steps", passage)))
    for draft, field in told:
        draft.fields.append(field)
    return True


def _is_over_steps(text: str) -> bool:
    """Does a cell of the first row say by when steps are taken, or that they stand below it?"""
    return (names_time(text) and len(text.split()) <= _LONGEST_TIME) or column_name(text) == "steps"
