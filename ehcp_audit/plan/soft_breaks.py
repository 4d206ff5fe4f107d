"""Headings within a paragraph whose lines are parted by breaks: each begins a stretch of its own for the finder.

The text stays as it is, character for character: where a stretch is cut a line break stood, and one stands between
two stretches too. Only the finder sees them cut; the plan keeps its document's stretches, and with them all places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ehcp_audit.model import Stretch
from ehcp_audit.plan.heading_lines import holds_item, runs_in, without_statement
from ehcp_audit.plan.headings import LONGEST_HEADING
from ehcp_audit.plan.labels import (
    POINTS_AT,
    Label,
    find_label,
    find_trailing_label,
    may_begin_label,
    may_end_in_label,
)
from ehcp_audit.plan.layout import Layout, lay_out
from ehcp_audit.plan.vocabulary import STARTS, WORDS, agreement

_OPEN = (",", "-", "–", "&", "(", "/")
_BARE = re.compile(r"[^a-z]{0,12}sections?\s[^a-z]{0,3}[a-k]\W{0,2}[12i]{0,2}\W{0,4}", re.IGNORECASE)


def with_headings_apart(layout: Layout) -> Layout:
    """The document as if each heading after a break began a paragraph; the layout itself where there is none."""
    stretches: list[Stretch] = []
    for index, stretch in enumerate(layout.stretches):
        row = layout.rows[index]
        if "\n" not in stretch.text or (row is not None and len(row.cells) > 1):
            stretches.append(stretch)  # in a row of several cells the lines of a cell are one label, or its answer
            continue
        pieces = _pieces(stretch.text.split("\n"))
        stretches.append(replace(stretch, text=pieces[0]))
        stretches += [replace(stretch, text=text, marker="") for text in pieces[1:]]
    return layout if len(stretches) == len(layout.stretches) else lay_out(stretches)


def _pieces(lines: Sequence[str]) -> list[str]:
    """The text of a paragraph, cut before each line but the first that is a heading.

    A list of sections, most of which hold nothing there, stays whole.
    """
    heads = [at for at in range(len(lines)) if _is_heading(lines, at)]
    holding = sum((at + 1 not in heads and at + 1 < len(lines)) or _says_more(lines[at]) for at in heads)
    cuts = [at for at in heads if at] if 2 * holding >= len(heads) else []
    return ["\n".join(lines[first:end]) for first, end in zip([0, *cuts], [*cuts, len(lines)], strict=True)]


def _is_heading(lines: Sequence[str], at: int) -> bool:
    """Is a line the label of a section with its title, in it or in the next line?"""
    line = lines[at]
    if at and (lines[at - 1].endswith(_OPEN) or POINTS_AT.search(lines[at - 1].lower())):
        return False  # "as set out in" over "Section F: ...": a sentence that goes on
    label = find_label(line) if may_begin_label(line) else None
    if label is not None and (holds_item(line) or runs_in(line)):
        return True
    if len(line) > LONGEST_HEADING or (line.endswith(".") and not _says_more(line)):
        return False
    if label is not None and label.title:
        return not label.page and not label.sub and _is_titled(label, label.title)
    if label is not None:
        below = lines[at + 1] if at + 1 < len(lines) else ""
        return _is_titled(label, below) or (label.kind == "section" and _BARE.fullmatch(line) is not None)
    last = find_trailing_label(line) if may_end_in_label(line) else None
    return last is not None and _is_titled(last, last.title)


def _is_titled(label: Label, title: str) -> bool:
    """Is this the title of the section, or of one of several, that the label names?"""
    title = without_statement(title, label.codes[0])
    sure = max(agreement(title, code) for code in label.codes)
    if label.kind not in ("section", "part"):
        return sure >= STARTS and not title[:1].islower()
    return sure >= (STARTS if title[:1].islower() else WORDS)


def _says_more(line: str) -> bool:
    """Do words of the section stand in the line of its heading: "Section J: Personal budget: none"?"""
    label = find_label(line) if may_begin_label(line) else None
    if label is None:
        return False
    return holds_item(line) or runs_in(line) or without_statement(label.title, label.codes[0]) != label.title
