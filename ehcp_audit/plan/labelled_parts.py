"""Provision told in parts: who gives it in a first line, and under it "Direct: ...", "Indirect: ...", "Training: ...".

The first line gives nothing by itself, and each part is given by whom it names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ehcp_audit.language.roles import find_roles
from ehcp_audit.model import Passage
from ehcp_audit.plan.columns import label_name
from ehcp_audit.plan.drafts import NOUNS, Draft
from ehcp_audit.plan.givers import givers_of
from ehcp_audit.plan.headings import HEADING_FORMAT, format_score
from ehcp_audit.plan.item_words import marker_of
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.lines import CODED, HOW_MUCH, lines_of
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.rare import rarely

_LONGEST_LEAD = 30  # words
_FEWEST = 2  # parts
_NUMBERED = re.compile(r"\(?\d{1,2}(?:\.\d{1,2})?[a-z]?[.):]\s|\(?[a-z][.)]\s")
_PART = re.compile(
    r"(?:[•▪■●◦o*–-]\s{1,4})?(?P<label>[A-Z][\w’'/&-]*(?: [\w’'/&-]+){0,4}(?:\s?\([^()\n]{1,30}\))?)"
    r"\s?(?::|\s[–—-])\s{1,3}(?=\S)"
)
_DIRECT = rarely(r"(?:in-?)?direct\b", re.IGNORECASE)
_AMOUNT = rarely(
    r"\b\d{1,3}[- ]minutes?\b|\bminutes?\b|\bhours?\b|\b(?:monthly|annually|per (?:week|fortnight|month|term))\b",
    re.IGNORECASE,
)
_SOMEBODY = rarely(r"\b(?:persons?|people|keyworkers?|peers?|famil(?:y|ies))\b", re.IGNORECASE)


class Part(NamedTuple):
    """A part with the line that names who gives it, and that line's number; no words: the line itself."""

    words: list[Passage]
    number: str | None


Runs = list[tuple[int, int]]


def parts_among(
    layout: Layout, code: str, runs: Runs, passages: list[Passage]
) -> tuple[Runs, list[Passage], dict[int, Part]]:
    """The paragraphs of provision that are parts of what an earlier one names, and those that name it, by place.

    A paragraph of such lines, broken by hand, is taken apart: so the paragraphs are answered too.
    """
    if NOUNS[code] != "provision":
        return runs, passages, {}
    lines = [(run, line) for run, one in zip(runs, passages, strict=True) for line in _by_hand(run, one)]
    read = [marker_of(layout, index, passage, code) for (index, _), passage in lines]
    cells = [layout.cells[index] for (index, _), _ in lines]
    begins = [cell is not None and (at == 0 or cells[at - 1] is not cell) for at, cell in enumerate(cells)]
    numbered = [
        one[1] is not None or any(map(str.isalnum, layout.stretches[index].marker or ""))
        for one, ((index, _), _) in zip(read, lines, strict=True)
    ]
    marked = [one or first for one, first in zip(numbered, begins, strict=True)]
    texts = [passage.text for _, passage in lines]
    told = parts_of(texts, marked)
    heads = [format_score(layout, index) >= HEADING_FORMAT for (index, _), _ in lines]
    below = [one[0] and not number and not head for one, number, head in zip(read, numbered, heads, strict=True)]
    apart = [number or head for number, head in zip(numbered, heads, strict=True)]
    told = {**givers_of(texts, apart, below, _leads), **told}
    found = {lead: Part([], None) for lead in told.values()}
    for at, lead in told.items():
        found[at] = Part([read[lead][2], read[at][2]], read[at][1] or read[lead][1])
    return [run for run, _ in lines], [passage for _, passage in lines], found


def _by_hand(run: tuple[int, int], passage: Passage) -> list[Passage]:
    """The lines that a writer broke a paragraph into, where some are parts; else the paragraph."""
    lines = lines_of(passage) if "\n" in passage.text and run[0] == run[1] else []
    return lines if parts_of([one.text for one in lines], [at == 0 for at in range(len(lines))]) else [passage]


def parts_of(texts: Sequence[str], marked: Sequence[bool]) -> dict[int, int]:
    """The lines among some that are parts of what an earlier line names: by their places, the place of that line.

    `marked`: lines that are numbered, or begin their cell; any of these may be such an earlier line. Where no label
    says "direct", it must name a role.
    """
    found: dict[int, int] = {}
    for at, text in enumerate(texts):
        if not marked[at] or at in found or not _leads(text):
            continue
        under = [at + 1 + further for further in range(_reach(texts[at + 1 :]))]
        parts = [one for one in under if _is_part(texts[one])]
        direct = any(_DIRECT.match(texts[one].lstrip("•▪■●◦o*–- ")) for one in parts)
        if parts and parts[0] == at + 1 and (direct or (len(parts) >= _FEWEST and find_roles(text))):
            found |= dict.fromkeys(parts, at)
    return found


def is_over_lines(label: str, said: str, lines: Sequence[Draft]) -> bool:
    """Is "Period: ..." no word on the lines before: has it none, or more sentences than its own?"""
    return label.lower().startswith("period") and (not lines or len(sentence_spans(said)) > 1)


def _leads(text: str) -> bool:
    """May a line name who or what, and give nothing yet: "F1. Speech and language therapist, trained in autism."?"""
    said = text[match.end() :] if (match := CODED.match(text) or _NUMBERED.match(text)) else text
    few = 0 < len(said.split()) <= _LONGEST_LEAD and not said.rstrip().endswith((":", ";", ","))
    return few and not _says_how_much(said) and _PART.match(said) is None


def _reach(texts: Sequence[str]) -> int:
    """How many lines there are before the next that is numbered."""
    return next((at for at, text in enumerate(texts) if CODED.match(text) or _NUMBERED.match(text)), len(texts))


def _is_part(text: str) -> bool:
    match = _PART.match(text)
    if match is None or label_name(match["label"]) is not None or not _says_how_much(text[match.end() :]):
        return False
    if _DIRECT.match(match["label"]):
        return not find_roles(match["label"])
    return not find_roles(text) and _SOMEBODY.search(match["label"]) is None


def _says_how_much(text: str) -> bool:
    return HOW_MUCH.search(text) is not None or _AMOUNT.search(text) is not None
