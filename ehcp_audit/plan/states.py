"""What can be said of each section: present, nil, empty, missing or unknown, and how surely."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ehcp_audit.model import SECTION_CODES, Document, Passage, Section, State, Stretch
from ehcp_audit.plan.columns import column_name, label_name
from ehcp_audit.plan.doubts import doubts, left_empty
from ehcp_audit.plan.form_words import is_of_the_form
from ehcp_audit.plan.headings import Heading, covers
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.nil import is_bare_nil, is_nil, says_nothing, together, without_number
from ehcp_audit.plan.ownership import Ownership
from ehcp_audit.plan.vocabulary import area_of, title_in_full
from ehcp_audit.rare import rarely

LONGEST_NIL = 420
_PARTS = re.compile(r"[\n\t]")
_NUMBER_ALONE = re.compile(r"(?:[A-K]\.?)?\d{1,2}(?:\.\d{1,2})?[a-z]?")  # of a row: "H2", "3", "D.1"
_PROMPT_END = re.compile(r"[:?]\s{0,2}$")
_PAGE = rarely(r"page (\d{1,4})")
LOW = 0.7
_LEAST_LOST = 60  # characters under a heading that are nobody's
_SHARE_LOST = 0.1  # of the document's text
SOME_LENGTH = 3000  # characters: a form that is not filled in has fewer
FEWEST_LISTED = 7  # sections of a line each before the one that holds all the rest
LONGEST_LISTED = 110  # characters of such a line
LOWEST_OCR = 0.6


def settle(
    document: Document,
    layout: Layout,
    candidates: Sequence[Heading],
    headings: Sequence[Heading],
    result: Ownership,
    pieces: dict[str, list[Passage]],
) -> tuple[Section, ...]:
    """All twelve sections, without their items."""
    unsure = doubts(layout, candidates, headings, result)
    sections = [_section(code, document, layout, headings, result, pieces.get(code, [])) for code in SECTION_CODES]
    unsure = left_empty(result, {one.code: one.state for one in sections}) | unsure
    unsure |= _of_a_list(layout, sections) | _lost_under(layout, headings, result, sections)
    return tuple(_told(one, unsure.get(one.code)) for one in _nil_together(sections, result))


def _nil_together(sections: Sequence[Section], result: Ownership) -> list[Section]:
    """The sections, those too that one heading covers with another whose few words are said of both: "None." under
    "Social care provision (H1 and H2)".
    """
    found = {one.code: one for one in sections}
    for joint in result.joined:
        first, *others = covers(joint.codes)
        held = found[first]
        bare = held.state is State.NIL and all(_is_nil_of_both(piece.text) for piece in held.pieces)
        for code in others:
            if bare and found[code].state is State.UNKNOWN and not result.opened.get(code):
                found[code] = replace(held, code=code, pieces=(), note=found[code].note)  # words are of one
    return list(found.values())


def _is_nil_of_both(text: str) -> bool:
    """Does a statement that there is nothing name neither of two parts: "None: there are no social care needs"?"""
    return is_bare_nil(text) or (is_nil(text) and _OF_ONE_PART.search(text) is None)


_OF_ONE_PART = rarely(r"\bother\b|\bsection 2\b|\b1970\b|\bCSDPA\b|\bdisabled persons\b|\bH ?[12]\b", re.IGNORECASE)


def _lost_under(
    layout: Layout, headings: Sequence[Heading], result: Ownership, sections: Sequence[Section]
) -> dict[str, str]:
    """The sections that seem to be empty, where cells that were given to no section follow their heading."""
    empty = {one.code for one in sections if one.state is State.EMPTY}
    lost: dict[str, int] = {}
    for one in headings if len(empty) > 1 else ():
        held, after = 0, one.last + 1
        while after < len(layout.stretches) and result.owners[after] is None and after not in result.headings:
            row = layout.rows[after]
            held += len(layout.stretches[after].text) if row is not None and len(row.cells) > 1 else 0
            after += 1
        for code in empty.intersection(covers(one.codes)):
            lost[code] = lost.get(code, 0) + held
    lost = {code: held for code, held in lost.items() if held > _LEAST_LOST}
    if len(lost) < 2 or sum(lost.values()) < _SHARE_LOST * len(layout.text):
        return {}  # what a form prints under its headings is nobody's either
    return dict.fromkeys(lost, "Words follow its heading that were given to no section: they may be its own.")


def _of_a_list(layout: Layout, sections: Sequence[Section]) -> dict[str, str]:
    """The sections under headings that seem to be a list's, in a document of some length: half of all are empty; or
    nearly all but the last are no more than an entry in a list.

    With them goes the one that then holds most of the text.
    """
    if len(layout.text) < SOME_LENGTH:
        return {}
    held = {one.code: sum(len(piece.text) for piece in one.pieces) for one in sections}
    most = [code for code, size in held.items() if 2 * size > len(layout.text)]
    empty = [one.code for one in sections if one.state is State.EMPTY]
    if len(empty) >= len(SECTION_CODES) / 2:
        why = "No words stand under most headings that were found: they may be a list's."
        return dict.fromkeys([*empty, *most], why)
    begins = {one.code: one.pieces[0].start for one in sections if one.pieces}
    listed = [
        one.code
        for one in sections
        if one.heading is not None and most and begins.get(one.code, 0) < begins[most[0]]
        if held[one.code] <= LONGEST_LISTED
    ]
    if len(listed) < FEWEST_LISTED:
        return {}
    why = f"A line or none stands under each heading before that of section {most[0]}, which holds most of the text."
    return dict.fromkeys([*listed, *most], f"{why} The headings may be a list's.")


def _told(section: Section, doubt: str | None) -> Section:
    """The section, or that it could not be told which words are its own."""
    if doubt is None or section.state is State.UNKNOWN:
        return section
    return Section(section.code, State.UNKNOWN, section.heading, confidence=0.3, note=doubt)


def _section(
    code: str,
    document: Document,
    layout: Layout,
    headings: Sequence[Heading],
    result: Ownership,
    pieces: list[Passage],
) -> Section:
    opened = result.opened.get(code)
    joined = next((one for one in result.joined if code in covers(one.codes)), None)
    if not opened:
        if joined is not None:
            first = covers(joined.codes)[0]
            return Section(
                code, State.UNKNOWN, confidence=0.5, note=f"One heading covers it; its words are held under {first}."
            )
        if document.unread:
            return Section(
                code,
                State.UNKNOWN,
                confidence=0.3,
                note="No heading was found, and part of the document could not be read.",
            )
        if any(one.ocr is not None for one in layout.stretches):
            return Section(
                code,
                State.UNKNOWN,
                confidence=0.3,
                note="No heading was found, and pages are pictures, in which one may stand that could not be read.",
            )
        return Section(code, State.MISSING, confidence=_sureness_of_absence(headings))
    heading = next((one for one in opened if one.codes == (code,)), opened[0])
    confidence, notes = _confidence(opened)
    if joined is not None and joined in opened and len(opened) == 1:
        others = [one for one in covers(joined.codes) if one != code and not _has_own(one, joined, result)]
        if others:
            notes.append(f"One heading covers {' and '.join([code, *others])}; the words of both are held here.")
            confidence = min(confidence, 0.6)
    text = "\n".join(piece.text for piece in pieces)
    state = state_of(text, code)
    doubt = _doubt(document, headings, opened, state, layout, pieces)
    if doubt is not None:
        return Section(code, State.UNKNOWN, heading.text, confidence=0.3, note=doubt)
    return Section(
        code,
        state,
        heading=heading.text,
        pieces=tuple(pieces),
        confidence=round(confidence, 2),
        note=" ".join(notes) or None,
    )


def state_of(text: str, code: str = "") -> State:
    """Is the text that follows a section's heading present, a statement that there is nothing, or empty?"""
    if not text.strip():
        return State.EMPTY
    if len(text) > 4 * LONGEST_NIL:
        return State.PRESENT
    parts = [without_number(part.strip()) for part in _PARTS.split(text) if part.strip()]
    if any(len(part) > LONGEST_NIL for part in parts):
        return State.PRESENT
    if len(text) > LONGEST_NIL + 200:
        return State.EMPTY if all(_is_structure(part) or _is_label(part) for part in parts) else State.PRESENT
    said = [part for part in parts if not _is_structure(part)]
    if not said or all(_is_label(part) for part in said):
        return State.EMPTY
    nil = together(None if _is_label(part) else says_nothing(part, code) for part in said)
    return State.NIL if nil else State.PRESENT


_HEADS_OF_EXPORTS = frozenset({"field", "value", "question", "response", "answer", "entry", "details", "record"})
"""What stands over the two columns of a form that a case system prints, whatever it holds."""


def _is_structure(part: str) -> bool:
    """A column's heading, an area's name or a section's title: structure without a statement."""
    if is_nil(part):
        return False
    if "{{" in part or "«" in part:
        return False  # a field left unfilled is text, for others to find
    bare = part.strip(" .:-–•")
    if bare.lower() in _HEADS_OF_EXPORTS:
        return True
    if not bare or _NUMBER_ALONE.fullmatch(bare):
        return True
    if area_of(bare) is not None or title_in_full(bare) is not None or label_name(bare) is not None:
        return True
    if is_of_the_form(part):
        return True
    return column_name(bare) is not None and len(bare.split()) <= 6 and not part.endswith(".") and ":" not in bare


def _is_label(part: str) -> bool:
    """A short prompt that waits for an answer: "Health needs:", "Who will provide this?"."""
    return len(part) < 120 and bool(_PROMPT_END.search(part))


def _doubt(
    document: Document,
    headings: Sequence[Heading],
    opened: Sequence[Heading],
    state: State,
    layout: Layout,
    pieces: Sequence[Passage],
) -> str | None:
    """Why a section cannot be told although its heading stands: unread pages under it, or pictures badly read."""
    if (
        state is State.EMPTY
        and document.unread
        and any(_unread_follows(document, headings, one, layout) for one in opened)
    ):
        return "Nothing was read under its heading, and part of the document could not be read."
    if state is State.EMPTY and any(layout.stretches[one.first].ocr is not None for one in opened):
        return "Nothing was recognised under its heading in the picture of the page; writing by hand is not read."
    sure = [(stretch.ocr, len(stretch.text)) for stretch in _stretches(layout, pieces) if stretch.ocr is not None]
    if sure and sum(one * size for one, size in sure) < LOWEST_OCR * sum(size for _, size in sure):
        return "Its words were recognised from a picture, and not surely enough."
    return None


def _stretches(layout: Layout, pieces: Sequence[Passage]) -> Iterator[Stretch]:
    for piece in pieces:
        first = bisect_right(layout.starts, piece.start) - 1
        for index in range(first, bisect_left(layout.starts, piece.end)):
            yield layout.stretches[index]


def _unread_follows(document: Document, headings: Sequence[Heading], one: Heading, layout: Layout) -> bool:
    """Could what was not read stand between this heading and the next? Yes, unless both give pages that say no."""
    page = layout.stretches[one.first].page
    after = next((other for other in headings if other.first > one.last), None)
    until = layout.stretches[after.first].page if after is not None else document.pages
    places = [_PAGE.fullmatch(unread.place) for unread in document.unread]
    if page is None or until is None or any(place is None for place in places):
        return True
    return any(place is not None and page <= int(place[1]) <= until for place in places)


def _has_own(code: str, joined: Heading, result: Ownership) -> bool:
    return any(one is not joined for one in result.opened.get(code, ()))


def _confidence(opened: Sequence[Heading]) -> tuple[float, list[str]]:
    best = max(opened, key=lambda one: one.score)
    notes: list[str] = []
    confidence = min(0.99, 0.45 + 0.5 * min(best.score, 1.1))
    if best.form == "title" and best.place == "column":
        confidence = min(confidence, 0.6)
        notes.append("No heading opens it: its words are those of a column in the table of another section.")
    elif best.form == "title":
        confidence = min(confidence, 0.85)
    if best.titled < 0:
        confidence = min(confidence, 0.55)
        notes.append("The heading's letter and its title are those of different sections.")
    elif confidence < LOW:
        notes.append("The heading looks little like one.")
    return confidence, notes


def _sureness_of_absence(headings: Sequence[Heading]) -> float:
    """A section is surely missing where the others were found surely and by letter."""
    lettered = [one for one in headings if one.codes and one.form != "title"]
    return 0.95 if len(lettered) >= 6 else 0.7
