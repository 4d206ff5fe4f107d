"""Does a document say of itself that it holds only a part of the plan?

A working document for the tribunal sets out what is in dispute, an amendment notice what changes. What is not in it may
well stand in the plan: that cannot be told, and is no fault of the plan. Only what the document says of itself counts,
before its first section; a plan that simply lacks a section says nothing of the kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ehcp_audit.model import SECTION_CODES, Document, Plan, Section, State
from ehcp_audit.plan.headings import Heading
from ehcp_audit.plan.layout import Layout
from ehcp_audit.rare import rarely

_NOTE = "It is not in this document, which says of itself that it sets out only a part of the plan."
WARNING = (
    "This document says of itself that it sets out only a part of the plan. The sections that are not in it were not"
    " graded."
)
_CONFIDENCE = 0.5
_LONGEST_COVER = 20_000  # characters before the first section: where more stand, it was not found
_LONGEST_NAME = 12  # words of a line that names the document
_FEWEST_MISSING = len(SECTION_CODES) // 2  # a working document of most sections lacks the others like any plan

_PART = r"(?:parts|sections|passages|points|paragraphs|pages|wording|words|text|areas|needs|provisions?|matters|issues)"
_SHOWN = r"(?:set out|shown|included|reproduced|printed|given|copied|repeated|contained|here|below|attached|appears?)"
_SHOWS = r"(?:sets? out|shows?|includes?|contains?|covers?|holds?|reproduces?|gives?|is made up of|consists? of)"
_OPEN = (
    r"(?:(?:that|which) )?(?:(?:are|is|remains?|still) ){0,2}"
    r"(?:in (?:dispute|issue)|at issue|disputed|contested|under appeal|appealed|not (?:yet )?agreed|"
    r"(?:being |to be |proposed to be )?(?:amended|changed)|changing|that change)"
)
_LETTER = r"[A-K][12]?"
_MORE = rf"(?:(?:, and | and |, | & |/)(?:section )?{_LETTER})"
_LETTERS = rf"(?:sections? {_LETTER}{_MORE}{{0,10}}|{_LETTER}{_MORE}{{1,10}})"
_OTHERS = (
    r"(?:(?:other|remaining|undisputed|agreed|unchanged) (?:sections|parts)|"
    r"rest of (?:the|this|her|his|my|[A-Z][\w’'-]{1,20}) (?:plan|EHCP|document))"
)
_LEFT_OUT = (
    r"(?:(?:is|are) (?:therefore )?(?:not (?:set out|shown|included|reproduced|printed|given|copied|repeated)|"
    r"left out|omitted)|(?:has|have) (?:not been (?:set out|included|reproduced|copied)|been (?:left out|omitted)))"
)
_SAYS = rarely(
    rf"\b[Oo]nly (?:(?:the|those) )?{_PART} {_OPEN}\b[^.;]{{0,40}}\b{_SHOWN}\b|"
    rf"\b{_SHOWS} only (?:(?:the|those) )?{_PART} {_OPEN}\b|"
    rf"\b{_SHOWS} only (?:the )?{_LETTERS}(?=[.;,]| of | \(|$)|"
    rf"\b{_SHOWS} (?:the )?{_LETTERS} (?:only|alone)\b|"
    rf"\b[Oo]nly {_LETTERS} (?:of the plan )?(?:is|are) {_SHOWN}\b|"
    rf"\b{_LETTERS} (?:only|alone) (?:is|are) {_SHOWN}\b|"
    rf"\b{_OTHERS}\b[^.;]{{0,60}}\b{_LEFT_OUT}\b"
)
_NAMED = rarely(
    r"\b[Ww](?:orking|ORKING) [Dd](?:ocument|OCUMENT)\b|\b[Ee]xtracts? (?:from|of) .{0,60}\b(?:[Pp]lan|EHCP)\b"
)


def marked_as_part(plan: Plan, document: Document, layout: Layout, headings: Sequence[Heading]) -> Plan:
    """The plan, marked and warned of where the document says that it holds only a part of it.

    What is missing from such a document is unknown: nothing tells whether the plan has it.
    """
    missing = sum(one.state is State.MISSING for one in plan.sections)
    if not missing or not _says_so(document, layout, headings, missing):
        return plan
    sections = tuple(_unknown(one) if one.state is State.MISSING else one for one in plan.sections)
    return replace(plan, sections=sections, warnings=(WARNING, *plan.warnings), partial=True)


def _unknown(section: Section) -> Section:
    return replace(section, state=State.UNKNOWN, confidence=_CONFIDENCE, note=_NOTE)


def _says_so(document: Document, layout: Layout, headings: Sequence[Heading], missing: int) -> bool:
    first = min((one.first for one in headings if one.codes), default=len(layout.stretches))
    cover = [stretch.text for stretch in layout.stretches[:first]]
    if sum(map(len, cover)) > _LONGEST_COVER:
        return False
    if _SAYS.search(" ".join(" ".join(cover).split())):
        return True
    if missing < _FEWEST_MISSING:
        return False
    named = (*cover, *(stretch.text for stretch in document.margins))
    return any(len(line.split()) <= _LONGEST_NAME and _NAMED.search(line) for line in named)
