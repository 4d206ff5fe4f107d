"""Bars over a section that hold more than its heading: a crest before it, the date of the last change after it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ehcp_audit.months import MONTHS
from ehcp_audit.plan.fact_labels import DATED, fact_of
from ehcp_audit.plan.headings import Heading
from ehcp_audit.plan.labels import find_label, may_begin_label
from ehcp_audit.plan.layout import Cell, Layout, Row
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.vocabulary import is_outside, title_in_full

LONGEST_ASIDE = 45
MOST_WORDS = 7
LONGEST_TITLE = 200
MOST_CELLS = 6
OFTEN = 3
_ASIDE = re.compile(
    r"\[[^\]]{0,40}\]|[^\w]{1,12}|\d{1,3}|"
    r"(?:council |authority )?(?:crest|logo|icon|picture|image|symbol)|"
    r"(?:date )?(?:last )?(?:reviewed|changed|updated|amended|revised|edited|completed|checked|agreed|issued)\b[^.]*|"
    r"(?:version|ver\.?|v|pages?|p\.?|form|ref\.?|reference|sheet|issue)\s?(?:no\.? ?)?:?\s?[a-z/-]{0,5}\d[\w./-]{0,9}|"
    r"(?:form|reference|page)|"
    r"(?:draft|final|proposed|amended|new|unchanged|no change|updated)(?: (?:plan|version|section))?|"
    r"(?:back|return|go) to (?:the )?(?:top|start|contents(?: page)?|index)|"
    r"(?:(?:date|dated|last|next|review|change|update|version|draft|final|issue|plan|as|at|on|of|in|this|section|ehcp?)"
    r"[ :,-]{1,3}){0,5}(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:\d{1,2}(?:st|nd|rd|th)? )?"
    rf"(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]{{0,6}}\.? \d{{4}})",
    re.IGNORECASE,
)

_FIGURE = re.compile("[0-9]")
_OPENERS = frozenset(  # of those that hold no figure
    {
        "council",
        "authority",
        "crest",
        "logo",
        "icon",
        "picture",
        "image",
        "symbol",
        "date",
        "last",
        "reviewed",
        "changed",
    }
    | {
        "updated",
        "amended",
        "revised",
        "edited",
        "completed",
        "checked",
        "agreed",
        "issued",
        "form",
        "reference",
        "page",
    }
    | {"draft", "final", "proposed", "new", "unchanged", "no", "back", "return", "go"}
)


def without_asides(layout: Layout) -> Layout:
    """The document as if each bar held its heading alone."""
    bars = _bars(layout, layout.tables)
    if not bars:
        return layout
    rows = list(layout.rows)
    for row, kept in bars:
        bar = replace(row, cells=kept)
        for cell in kept:
            for index in cell.stretches:
                rows[index] = bar
    return replace(layout, rows=tuple(rows))


def asides(layout: Layout, headings: Sequence[Heading]) -> list[int]:
    """The stretches that stand beside a heading in its bar and are neither it nor the section's words."""
    lasts = {one.last for one in headings if one.place != "column"}
    tables = {row.table for last in lasts if (row := layout.rows[last]) is not None and len(row.cells) > 1}
    if not tables:
        return []
    return [
        index
        for row, kept in _bars(layout, sorted(tables))
        if kept[-1].stretches[-1] in lasts
        for cell in row.cells
        if cell not in kept
        for index in cell.stretches
    ]


def _bars(layout: Layout, tables: Iterable[int]) -> list[tuple[Row, tuple[Cell, ...]]]:
    """The rows of these tables that hold a heading and asides, with the heading's cells. A contents list has none."""
    often = _said_often(layout)
    found: list[tuple[Row, tuple[Cell, ...]]] = []
    for number in tables:
        table = layout.tables[number]
        bars = [(row, kept) for row in table if (kept := _heading_cells(layout, row, often))]
        if len(bars) < 2 or 2 * len(bars) <= len(table):
            found += bars
    return found


def _said_often(layout: Layout) -> frozenset[str]:
    """What several tables of one row say in a cell: the name of the child, of the authority or of the form."""
    alone = [table[0] for table in layout.tables.values() if len(table) == 1 and len(table[0].cells) > 1]
    said = Counter(layout.cell_text(cell) for row in alone for cell in row.cells)
    return frozenset(text for text, times in said.items() if times >= OFTEN and len(text) <= LONGEST_ASIDE)


def _heading_cells(layout: Layout, row: Row, often: frozenset[str]) -> tuple[Cell, ...]:
    """The one or two cells of a row that may hold a heading, where all others are asides; else none."""
    if not 2 <= len(row.cells) <= MOST_CELLS:
        return ()
    texts = [(cell, layout.cell_text(cell)) for cell in row.cells]
    if any(len(text) > LONGEST_TITLE for _, text in texts):
        return ()
    kept = [(cell, text) for cell, text in texts if not _is_aside(text, often)]
    if not 1 <= len(kept) <= 2 or len(kept) == len(texts) or not any(_may_head(text) for _, text in kept):
        return ()
    return tuple(cell for cell, _ in kept)


def _is_aside(text: str, often: frozenset[str]) -> bool:
    parts = text.split()
    if not 1 <= len(parts) <= MOST_WORDS:
        return False
    first = parts[0].lower()
    if text not in often and first.isalpha() and first not in _OPENERS and not _FIGURE.search(text):
        return False
    words = " ".join(parts)
    if len(words) > LONGEST_ASIDE:
        return False
    return (text in often or _ASIDE.fullmatch(words) is not None) and not is_nil(words)


def _may_head(text: str) -> bool:
    line = text.partition("\n")[0]
    if fact_of(line) in DATED:
        return False  # "Scheduled review date | 1 April 2027"
    if may_begin_label(line) and (label := find_label(line)) is not None and not label.page:
        return label.kind in ("section", "part", "bracket") or bool(label.title)
    return title_in_full(line) is not None or is_outside(line)
