"""The letters of sections in the cells of tables, beside titles of any words: "Education (Section F)", "NHS (G)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.drafts import NOUNS
from ehcp_audit.plan.headings import covers
from ehcp_audit.plan.labels import Label, find_label, find_trailing_label, may_begin_label, may_end_in_label
from ehcp_audit.plan.layout import Cell, Layout
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.vocabulary import WORDS, agreement

JOINT = ("B", "C", "D", "E", "F", "G", "H", "H1", "H2")  # what tables hold side by side
LONGEST_PRINTED = 120  # characters of a cell with a letter and a title
_MOST_LINES = 5
_FEWEST_WORDED, _FEWEST_LETTERS = 2, 3
_LETTER_LAST = re.compile(r"(?<=[A-Za-z)]) (?P<code>H ?[12]|[B-H])$")  # "Outcome E", broken after "Outcome"


class Printed(NamedTuple):
    """What a cell says: its letters, how they are written, its title; and where the heading ends in it."""

    cell: Cell
    codes: tuple[str, ...]
    form: tuple[str, str]  # kind of label; first, last or alone in its cell
    title: str
    text: str
    last: int
    body: int | None


def are_sections(alike: Sequence[Printed], over: frozenset[str], *, every: bool) -> bool:
    """Are letters that are written alike, in cells of a row or a column, those of sections, each once?

    With the word "Section" two tell. Letters alone are told by a heading over them all; two by titles that name what
    such sections hold; three by one with its section's title beside it, or by titles of their own in every cell. None
    may be the A of a list.
    """
    runs = [one for at, one in enumerate(alike) if not at or alike[at - 1].codes != one.codes]
    codes = [code for one in runs for code in one.codes]
    if len(runs) < _FEWEST_WORDED or len(set(codes)) < len(codes):
        return False
    if runs[0].form[0] == "section":
        return True
    if not set(codes).issubset(JOINT):
        return False
    if over.issuperset(covers(tuple(codes))):
        return True
    if len(runs) == _FEWEST_WORDED and _are_named(runs):
        return True
    suits = any(agreement(one.title, one.codes[0]) >= WORDS for one in runs)
    titles = {one.title.lower() for one in runs}
    return len(runs) >= _FEWEST_LETTERS and (suits or (every and len(titles) == len(runs) and all(titles)))


def _are_named(runs: Sequence[Printed]) -> bool:
    """Do the titles beside letters say what these sections hold: "E. What Sam will do" beside "F. What we provide"?"""
    names = [(column_name(one.title), NOUNS.get(one.codes[0])) for one in runs if len(one.codes) == 1 and one.title]
    told = sum(name == noun for name, noun in names)
    return len(names) == len(runs) and told > 0 and all(name in (None, noun) for name, noun in names)


def printed(layout: Layout, cell: Cell) -> Printed | None:
    """The letters that a cell prints, in its first lines or in all of them."""
    lines = list(_lines(layout, cell))[:_MOST_LINES]
    for count in range(len(lines), 0, -1):
        text = " ".join(" ".join([line for _, _, line in lines[:count]]).split())
        found = _label(text) if len(text) <= LONGEST_PRINTED and not text.endswith((".", ";")) else None
        if found is None or (count < len(lines) and not found[0].title):
            continue
        label, where = found
        last, end, _ = lines[count - 1]
        within = end < len(layout.stretches[last].text)
        body = end + 1 if within else None
        kind = "section" if label.kind == "part" else label.kind
        return Printed(cell, label.codes, (kind, where), label.title, text, last, body)
    return None


def _lines(layout: Layout, cell: Cell) -> Iterator[tuple[int, int, str]]:
    """The lines of a cell, each with its stretch and where it ends in it."""
    for index in cell.stretches:
        end = -1
        for line in layout.stretches[index].text.split("\n"):
            end += len(line) + 1
            yield index, end, line


def _label(text: str) -> tuple[Label, str] | None:
    """The label that a cell's words begin or end in, or are."""
    label = find_label(text) if may_begin_label(text) else None
    if label is not None:
        whole = not label.sub and not label.page and not is_nil(text)  # "E2" is an item's number
        return (label, "first" if label.title else "alone") if whole else None
    label = find_trailing_label(text) if may_end_in_label(text) else None
    if label is not None:
        return (label, "last") if label.title else None
    letter = _LETTER_LAST.search(text)
    if letter is None:
        return None
    return Label((letter["code"].replace(" ", ""),), "bare", len(text), text[: letter.start()]), "last"
