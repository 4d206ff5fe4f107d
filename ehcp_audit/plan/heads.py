"""Heads of provision and outcomes: lines with a code of their own, and words in front of a paragraph's own."""

from __future__ import annotations

import re

from ehcp_audit.model import Passage
from ehcp_audit.plan.headings import HEADING_FORMAT, format_score
from ehcp_audit.plan.introductions import is_pointing_heading, leads_in
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.lines import PROVIDES, ROLE, labelled_apart, unbroken, with_name, with_names, with_what_follows
from ehcp_audit.plan.preambles import is_preamble, is_scope
from ehcp_audit.plan.rules_over_all import is_rule
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.rare import rarely

_LONGEST, _FEWEST_UNDER = 7, 14  # words
_GIVES = rarely(
    r"\d|\b(?:will|must|shall|should|is|are|be|has|have|daily|weekly|fortnightly|termly|monthly|each|every|once|twice|"
    r"per|provided?|given|taught)\b",
    re.IGNORECASE,
)
_POINTED = rarely(r"\s?[(\[][^()\[\]]{1,60}[)\]]\s{0,3}$")  # "Rest and pacing (E5)", "[B1; E5]"
_NUMBER = r"(?:[B-E]\.?\s?)?\d{1,2}(?:\.\d{1,2})?[a-z]?"
_AND = r"\s?(?:,\s?(?:and\s)?|;\s?|&\s?|/\s?|\band\s|\bto\s|[–-]\s?)"
_MARK = r"(?:" + _NUMBER + r"|\((?:[ivx]{1,4}|[a-h])\))"  # "need 2", "need (i)"
_KIND = r"(?:(?:health|medical|(?:social )?care|educational|learning|SEN) )?"  # "For health need 1: a clinic ..."
_NAMED = r"(?:" + _KIND + r"(?:needs?|outcomes?)\s" + _MARK + r"|[B-E]\.?\s?\d{1,2}(?:\.\d{1,2})?[a-z]?)"
_POINTER = re.compile(  # "FOR NEEDS 2 AND 3. Tutor ...", "For B1.1: ...", "To meet need 4 (outcome 2) – ..."
    r"\s{0,3}(?:(?P<led>for|to (?:meet|support|address)|meets|meeting|addresses|linked to|links to)\s"
    + _NAMED
    + r"|(?:needs|outcomes)\s"
    + _MARK
    + r")(?:"
    + _AND
    + r"(?:(?:needs?|outcomes?)\s)?"
    + _MARK
    + r"){0,8}(?:\s?\([^()]{1,40}\))?(?:\s?[.:]|\s[–—-])\s{1,3}(?=[A-Z\d])",
    re.IGNORECASE,
)
_CAPITALS = re.compile(  # "ADAPTATIONS AND EQUIPMENT. In assessments ..."
    r"\s{0,3}(?P<name>[A-Z][A-Z'’-]{6,30}|[A-Z][A-Z'’-]{1,20}(?:,? (?:[A-Z][A-Z'’-]{1,20}|&)){1,6})(?:\.|:|\s[–—-])"
    r"\s{1,3}(?=[A-Z\d])"
)
_WHO = rarely(ROLE + r"\b", re.IGNORECASE)


def _without_pointers(text: str) -> str:
    """A line without the brackets at its end: "Rest and pacing" of "Rest and pacing (E5)"."""
    return _POINTED.sub("", text) if text.rstrip().endswith((")", "]")) else text


def is_coded_heading(layout: Layout, index: int, body: Passage, following: int | None) -> bool:
    """Is a line with a code a heading over what follows, and no item: "F6. Oversight", "2. Staff training"?

    It is set apart, and holds a few words that give nothing; what follows is longer and not set alike.
    """
    stretch = layout.stretches[index]
    named = _without_pointers(body.text)
    words = len(named.split())
    across = following is None and _is_across(layout, index)  # the rows of a table
    run_on = following is not None and _runs_on_plainly(layout, index, following)
    if (following is None and not across) or (stretch.marker and not run_on) or body.start == layout.starts[index]:
        return False
    if not 0 < words <= _LONGEST or body.text.rstrip()[-1] in (";,:" if run_on else ".;,:"):
        return False
    if _GIVES.search(named) and not (following is not None and _is_over_its_parts(layout, index, following)):
        return False
    if stretch.level is None and format_score(layout, index) < HEADING_FORMAT:
        return False
    if following is None:
        return True
    after = layout.stretches[following]
    return len(after.text.split()) > words and (after.level, after.bold) != (stretch.level, stretch.bold)


def _is_over_its_parts(layout: Layout, index: int, following: int) -> bool:
    """Does the first of its parts follow a heading: "F6. When staff are absent" over "F6.1 The duties pass to ..."?"""
    code = _OF_HEADING.match(layout.stretches[index].text)
    if layout.stretches[index].level is None or code is None:
        return False
    return re.match(rf"{re.escape(code[1])}(?:\.1|\(?a)\b", layout.stretches[following].text) is not None


_OF_HEADING = re.compile(r"\W{0,2}((?:[A-H]\.?)?\d{1,2})\b")


def says_what_for(layout: Layout, index: int, passage: Passage, body: Passage, following: int | None) -> bool:
    """Does a line over provision only say what the lines under it are for: "Hearing (outcomes 1 and 6)", "B1 → E1"?"""
    return is_pointing_heading(body.text) or _is_of_codes(layout, index, passage.text, following)


def _is_of_codes(layout: Layout, index: int, text: str, following: int | None) -> bool:
    """Is it a few words between codes of needs and outcomes: "B1 + B2   talk + understanding   → E1 E2"?

    What follows is a list, or not set as it is; a line that is alike makes it one of several of provision.
    """
    match = _OF_CODES.fullmatch(" ".join(text.split())) if _DIGIT.search(text) is not None else None
    if match is None or not (match["before"] or match["after"]) or _GIVES.search(match["named"]):
        return False
    if layout.stretches[index].marker or following is None or len(match["named"].split()) > _LONGEST:
        return False
    one, after = layout.stretches[index], layout.stretches[following]
    apart = bool(after.marker) or (after.level, after.bold) != (one.level, one.bold)
    return apart and _OF_CODES.fullmatch(" ".join(after.text.split())) is None


_DIGIT = re.compile(r"\d")
_CODE = r"[B-E]\.?\s?\d{1,2}(?:\.\d{1,2})?[a-z]?"
_CODES = _CODE + r"(?:\s?(?:[,;&+/–-]|and\b|to\b)?\s?" + _CODE + r"){0,9}"
_OF_CODES = re.compile(
    r"(?:(?:[Ff]or )?(?P<before>" + _CODES + r")(?:\s?[:.–—-])?\s)?"
    r"(?P<named>[^\d.;:→>⇒]{3,60}?)"
    r"(?:\s?(?:→|->|=>|>|⇒|[:–—-])\s?(?P<after>" + _CODES + r"))?"
)


def _runs_on_plainly(layout: Layout, index: int, following: int) -> bool:
    """Does plain text without a number follow a bold line in its cell, as a PDF parts "8. Friends. | She will ..."?"""
    one, after = layout.stretches[index], layout.stretches[following]
    same = layout.cells[index] is layout.cells[following] and following == index + 1
    return same and bool(one.bold) and not after.bold and not after.marker


def is_over_letters(layout: Layout, index: int, body: Passage, following: int | None) -> bool:
    """Is a numbered line of a few words the heading over lettered ones: "9. Emotional support." over "(a) ..."?"""
    stretch = layout.stretches[index]
    if following != index + 1 or (body.start == layout.starts[index] and not stretch.marker):
        return False
    named, after = _without_pointers(body.text), layout.stretches[following]
    few = 0 < len(named.split()) <= _LONGEST and not _GIVES.search(named) and not _VAGUE.search(named)
    whole = len(after.text.split()) >= _FEWEST_LETTERED
    return few and whole and _FIRST_LETTER.match(f"{after.marker or ''} {after.text}") is not None


_FEWEST_LETTERED = 8  # words: a paragraph, and not a part of what the numbered line gives ("(a) phonics")
_FIRST_LETTER = rarely(r"\s{0,3}\(?(?:a|i)[).]\s")
_VAGUE = rarely(
    r"\b(?:regular\w*|access|opportunit\w+|needed|required|appropriate|possible|available|further|additional|extra|"
    r"some|small group|improv\w+|increas\w+|develop\w*|better|reduc\w+|greater|from)\b",
    re.IGNORECASE,
)
"""What a line that promises something, or an outcome, holds and a heading does not: "Regular small group work"."""


def _is_across(layout: Layout, index: int) -> bool:
    """Does a line stand in a row of its own across a table, or over one, and a row of several cells under it?"""
    row, under = layout.rows[index], layout.rows[index + 1] if index + 1 < len(layout.stretches) else None
    if under is None or len(under.cells) < 2:
        return False
    return row is None or (row.table == under.table and len(row.cells) == 1)


def is_plain_title(layout: Layout, noun: str, index: int, text: str, following: int | None) -> bool:
    """Are a few words, set no other way than what follows, a title over it?"""
    if noun == "provision":
        return _is_over_paragraph(layout, index, text, following)
    return noun == "outcome" and _is_over_list(layout, index, text, following)


def _is_over_paragraph(layout: Layout, index: int, text: str, following: int | None) -> bool:
    """Are a few words that give nothing set over a paragraph, though they are set no other way than it?

    "Family time, moves and endings" over what staff do then. Further short lines make it one of a list.
    """
    stretch = layout.stretches[index]
    if following != index + 1 or stretch.marker or layout.rows[index] is not layout.rows[following]:
        return False
    few = 1 <= len(text.split()) <= _LONGEST and text[:1].isupper() and text.rstrip()[-1:].isalpha()
    before, after = layout.stretches[index - 1].text if index else "", layout.stretches[following]
    whole = len(after.text.split()) >= _FEWEST_UNDER and after.text.rstrip().endswith((".", ")"))
    return few and whole and not after.marker and before.rstrip().endswith((".", ")")) and _GIVES.search(text) is None


def _is_over_list(layout: Layout, index: int, text: str, following: int | None) -> bool:
    """Are a few words that say for what or where set over the bullets of outcomes: "For work (employment)"?"""
    if following != index + 1 or layout.stretches[index].marker or not layout.stretches[following].marker:
        return False
    return len(text.split()) <= _LONGEST and _FOR_OR_IN.fullmatch(text.strip()) is not None


_FOR_OR_IN = rarely(r"(?:For|In|At|Around|About|With|Towards?)\s[^\d.;:]+")


def head_before(text: str) -> tuple[int, bool]:
    """Where a paragraph's own words begin after a head in front of them (0: none), and whether it only points:
    "FOR NEED 1. ..." does, "TRAINING. ..." names. "SPEECH THERAPIST: ..." says who, and is no head.
    """
    match = _POINTER.match(text)
    if match is not None:
        return match.end(), True
    match = _CAPITALS.match(text)
    return (match.end(), False) if match is not None and not _WHO.search(match["name"]) else (0, False)


def is_for(text: str) -> bool:
    """Does a paragraph begin by saying which need or outcome its provision is for: "For need 2: A mentor ..."?"""
    match = _POINTER.match(text)
    return match is not None and match["led"] is not None


Spans = list[tuple[int, int]]


def provision_in(
    layout: Layout, passage: Passage, *, numbered: bool, headed: bool
) -> tuple[tuple[int, int] | None, Spans, dict[int, list[tuple[str, tuple[int, int]]]]]:
    """The sentences of a paragraph that provide something; before them, where a few words point at what they are for:
    "Emotional support (for E5; B5). A mentor ..."; and what labelled sentences say of those before them.

    `headed`: a head in front names what is given, so that the first sentence gives something in any words.
    """
    spans = sentence_spans(unbroken(layout, passage))
    pointing = None
    if not numbered and len(spans) > 1:  # before sentences are joined: they would go on from one that is no line
        opening = passage.text[slice(*spans[0])]
        of_all = is_preamble(opening) or is_scope(opening) or is_rule(opening, of_provision=True)
        spans = [one for one in spans if not (of_all and is_rule(passage.text[slice(*one)], of_this=True))] or spans[:1]
        spans = [span for span in spans if not is_preamble(passage.text[slice(*span)])] or spans[:1]
    if len(spans) > 1:
        spans = with_what_follows(passage.text, spans)
    if len(spans) > 1 and is_pointing_heading(passage.text[slice(*spans[0])].strip()):
        pointing, spans = spans[0], spans[1:]
    spans, said = labelled_apart(passage.text, spans, "provision")
    if not numbered and len(spans) > 1:
        spans = [span for span in spans if not leads_in("provision", passage.text[slice(*span)])] or spans[:1]
    spans = with_names(passage.text, with_name(passage.text, spans))
    first = headed or numbered  # "F11. All films are captioned by the technician": a number says that it is an item
    provided = [one for at, one in enumerate(spans) if (first and at == 0) or PROVIDES.search(passage.text, *one)]
    return pointing, provided or spans[:1], said
