"""Headings within a paragraph whose lines are parted by breaks: each begins a stretch of its own for the finder.

The text stays as it is, character for character: where a stretch is cut a line break stood, and one stands between
two stretches too. Only the finder sees them cut; the plan keeps its document's stretches, and with them all places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ehcp_audit.model import Stretch
from ehcp_audit.plan.heading_lines import SIGNED, holds_item, runs_in, without_statement
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
from ehcp_audit.plan.titles_after_labels import LONGEST_LABEL
from ehcp_audit.plan.vocabulary import STARTS, WORDS, agreement, is_surely_outside
from ehcp_audit.rare import rarely

_OPEN = (",", "-", "–", "&", "(", "/")
_BARE = rarely(r"[^a-z]{0,12}sections?\s[^a-z]{0,3}[a-k]\W{0,2}[12i]{0,2}\W{0,4}", re.IGNORECASE)


def with_headings_apart(layout: Layout) -> Layout:
    """The document as if each heading after a break began a paragraph; the layout itself where there is none."""
    stretches: list[Stretch] = []
    for index, stretch in enumerate(layout.stretches):
        row = layout.rows[index]
        if "\n" not in stretch.text or (row is not None and len(row.cells) > 1):
            stretches.append(stretch)  # in a row of several cells the lines of a cell are one label, or its answer
            continue
        pieces = _pieces(stretch.text.split("\n"))
        if stretches and layout.cells[index] is layout.cells[index - 1]:
            pieces[:1] = _without_title(pieces[0], stretches[-1].text)
        stretches.append(replace(stretch, text=pieces[0]))
        stretches += [replace(stretch, text=text, marker="") for text in pieces[1:]]
    return layout if len(stretches) == len(layout.stretches) else lay_out(stretches)


def _pieces(lines: Sequence[str]) -> list[str]:
    """The text of a paragraph, cut before each line but the first that is a heading.

    So is a list of sections: that it is no more than a list is told as of one in paragraphs.
    """
    heads = [at for at in range(len(lines)) if _is_heading(lines, at)]
    cuts = [at for at in heads if at]
    if heads:
        cuts += [
            at for at in range(heads[-1] + 1, len(lines)) if is_surely_outside(lines[at]) or SIGNED.match(lines[at])
        ]
    return ["\n".join(lines[first:end]) for first, end in zip([0, *cuts], [*cuts, len(lines)], strict=True)]


def _without_title(text: str, above: str) -> list[str]:
    """A paragraph cut after its first line, where that is the title of a label that stands alone above it."""
    title, _, rest = text.partition("\n")
    label = find_label(above) if len(above) <= LONGEST_LABEL and may_begin_label(above) else None
    if label is None or label.title or not rest or rest[:1].islower() or not _is_titled(label, title):
        return [text]
    return [title, rest]


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
        inside = bool(label.sub) and label.codes[0] != "A" and label.kind not in ("section", "part")  # C1, D2
        return not inside and _is_titled(label, label.title)
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
