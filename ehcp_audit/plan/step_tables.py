"""Tables that hold the steps of the outcomes before them: a column for each time, a row for each outcome's number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from ehcp_audit.model import Field
from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.drafts import Draft
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.lines import PROMISES
from ehcp_audit.plan.times import names_time
from ehcp_audit.rare import rarely

_FEWEST = 2  # outcomes with steps
_LONGEST_TIME = 7  # words: "By the end of Year 8"


def add_steps(layout: Layout, rows: Sequence[Row], before: Sequence[Draft]) -> bool:
    """Adds to each outcome before them what rows say of its number under times or "Steps"; False where these are no
    steps: numbers begin anew in the tables of further areas, whose rows promise as the first did.
    """
    head, *body = rows
    promised = [any(PROMISES.search(one.text) for one in draft.passages) for draft in before]
    if sum(promised) * 2 < len(before) or not body:
        return False
    if not promised[-1]:  # words over all outcomes may be the last of these; their letters tell them all the same
        return _add_numbered(layout, head, body, before, _letters(layout, before))
    if _add_timed(layout, head, body, before[-1]):
        return True
    return _add_listed(layout, head, body, before) or _add_numbered(
        layout, head, body, before, {str(at): one for at, one in enumerate(before, start=1)} | _letters(layout, before)
    )


def _letters(layout: Layout, before: Sequence[Draft]) -> dict[str, Draft]:
    """The outcomes by the letters that stand before them: "(a) read 40 words"; none where two have the same."""
    found: dict[str, Draft] = {}
    for draft in before:
        start = draft.passages[-1].start
        at = bisect_right(layout.starts, start) - 1
        match = _LETTER.fullmatch(layout.stretches[at].marker or layout.text[layout.starts[at] : start])
        if match is not None and found.setdefault(match["letter"].lower(), draft) is not draft:
            return {}
    return found


_LETTER = rarely(r"\s{0,3}[(\[]?(?P<letter>[A-Za-z])[).\]]{1,2}\s{0,4}")


def _add_listed(layout: Layout, head: Row, body: Sequence[Row], before: Sequence[Draft]) -> bool:
    """Those of a table "Step | By when | Who checks" below its outcome, or of the outcome whose code a step gives."""
    names = {cell.columns: column_name(layout.cell_text(cell)) for cell in head.cells}
    first = head.cells[0].columns
    if names[first] != "steps":
        if names[first] not in _OF_ANYTHING or not _are_timed(layout, names, body):
            return False
        names[first] = "steps"
    if len(names) < _FEWEST or not set(names.values()) <= _BESIDE_STEPS:
        return False
    if any(PROMISES.search(layout.cell_text(row.cells[0])) for row in body):
        return False
    if all(row.cells[0].columns not in names for row in body):  # numbers, under no head of their own
        return False
    numbered = {draft.number: draft for draft in before if draft.number}
    above = _straight_above(before)
    for row in body:
        code = _CODE.match(layout.cell_text(row.cells[0]))
        named = numbered.get(code["number"]) if code is not None else None
        for cell in row.cells:
            name = names.get(cell.columns) or "steps"
            field = Field("steps" if name == "by_when" else name, layout.cell_passage(cell))
            for draft in above if named is None else [named]:
                draft.fields.append(field)
    return True


def _add_timed(layout: Layout, head: Row, body: Sequence[Row], above: Draft) -> bool:
    """Those of a table that has a time over each of its columns, "What we'll see by Easter | by July", below an outcome
    of its own.
    """
    cells = [cell for row in body for cell in row.cells]
    texts = [layout.cell_text(cell) for cell in (*head.cells, *cells)]
    heads = texts[: len(head.cells)]
    if len(heads) < _FEWEST or len(body) > 1 or not all(map(_is_over_steps, heads)) or not all(map(names_time, heads)):
        return False
    if any(PROMISES.search(text) for text in texts[len(heads) :]):
        return False
    above.fields.extend(Field("steps", layout.cell_passage(cell)) for cell in cells)
    return True


_OF_ANYTHING = ("provision", "outcome", None)  # what heads such as "What" and "What I will do" are taken for
_BESIDE_STEPS = {"steps", "by_when", "monitoring", "who", "review", "success"}


def _are_timed(layout: Layout, names: Mapping[tuple[int, int], str | None], body: Sequence[Row]) -> bool:
    """Does every row say by when, in a column of its own: "What | Who checks it | When", "..., by Easter 2027"?"""
    for row in body:
        told = [layout.cell_text(cell) for cell in row.cells if names.get(cell.columns) == "by_when"]
        if len(told) != 1 or not names_time(told[0]) or len(row.cells) < _FEWEST:
            return False
    return True


def _straight_above(before: Sequence[Draft]) -> Sequence[Draft]:
    """The outcome above a table, and the one or two before it that have no steps either: an area's, told together."""
    first = len(before)
    while first and not any(one.name == "steps" for one in before[first - 1].fields):
        if PROMISES.search(before[first - 1].passages[-1].text) is None:
            break
        first -= 1
    return before[first:] if 0 < len(before) - first <= _MOST_OF_AREA else before[-1:]


_MOST_OF_AREA = 3  # outcomes over one table of steps


_CODE = rarely(r"\W{0,2}(?:E\.?\s?|[Oo]utcome )(?P<number>\d{1,2})\b")


def _add_numbered(
    layout: Layout, head: Row, body: Sequence[Row], before: Sequence[Draft], marked: Mapping[str, Draft]
) -> bool:
    columns = {cell.columns for cell in head.cells if _is_over_steps(layout.cell_text(cell))}
    if not columns or len(head.cells) - len(columns) > 1 or len(body) < _FEWEST:
        return False
    numbered = {**marked, **{draft.number.lower(): draft for draft in before if draft.number}}
    told: list[tuple[Draft, Field]] = []
    for row in body:
        first, *rest = row.cells
        number = layout.cell_text(first).strip(" .:()").lower().removeprefix("outcome ").strip(" .()")
        number = number if number in numbered else number.removeprefix("e").strip(" .")
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
