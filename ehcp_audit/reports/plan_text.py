"""What `extract` shows of a plan: its words section by section, as they would be read aloud, each item marked."""

from __future__ import annotations

from bisect import bisect_left

from ehcp_audit.model import SECTION_CODES, Passage, Plan, Section, State
from ehcp_audit.plan.vocabulary import area_of
from ehcp_audit.styling import SECTIONS, STATES, count, format_words, place, section_title, year_words
from ehcp_audit.unseen import visible

SURE = 0.9
"""A section found with less confidence than this says why."""

LONGEST_NUMBER = 8  # characters of "12.3) " before an item


def plan_text(plan: Plan, name: str, codes: tuple[str, ...] = ()) -> str:
    """The plan as text: what it is, then each section with its state in words, its page and its items in place."""
    parts = [_head(plan, name)]
    parts += [_section(plan, plan.section(code)) for code in codes or SECTION_CODES]
    parts += [f"Not read: {one.place}: {one.reason}" for one in plan.unread]
    parts += [f"Note: {warning}" for warning in plan.warnings]
    return "\n\n".join(parts) + "\n"


def _head(plan: Plan, name: str) -> str:
    facts = plan.facts
    pages = count(plan.pages, "page") if plan.pages else ""
    about = [format_words(plan.format), pages, facts.status, year_words(facts.year_group), facts.phase]
    return f"{plan.reference} {name}\n{', '.join(part for part in about if part)}"


def _section(plan: Plan, section: Section) -> str:
    held = [_where(plan, section)] if section.pieces else []
    if section.items:
        held.append(count(len(section.items), "item"))
    state = ", ".join([STATES[section.state], *(part for part in held if part)])
    lines = [f"== {section_title(section.code)} == {state}"]
    if section.heading:
        lines.append(f"Heading: {' '.join(section.heading.split())}")
    if section.note or section.confidence < SURE:
        lines.append(f"({section.note or f'not certain: confidence {section.confidence:.2f}'})")
    said: set[str] = set()
    for piece in section.pieces:
        words = _marked(section, piece, _headers_again(plan, piece, said))
        if words.strip():
            lines += [f"({area})"] if (area := _area_over(plan, piece)) else []
            lines.append(words)
    if section.state is State.PRESENT and section.code in "BCDEFGH1H2" and not section.items:
        lines.append(f"(No single item of {SECTIONS[section.code]} could be told apart.)")
    return visible("\n".join(lines), keep="\n\t")


def _where(plan: Plan, section: Section) -> str:
    stretch = plan.stretch_at(section.pieces[0].start) if plan.stretches else None
    if stretch is None:
        return ""
    return place(stretch)


def _area_over(plan: Plan, piece: Passage) -> str | None:
    """The area's name that stands over the heading of a piece, where sections repeat area by area."""
    index = bisect_left(plan.starts, piece.start)
    for before in range(index - 1, max(-1, index - 4), -1):
        if before >= len(plan.stretches) or plan.section_at(plan.starts[before]) is not None:
            return None
        text = plan.stretches[before].text
        if area_of(text) is not None:
            return " ".join(text.split())
    return None


def _headers_again(plan: Plan, piece: Passage, said: set[str]) -> list[tuple[int, int]]:
    """Where a piece says again the header row of an earlier table: said once, it is not read aloud with each."""
    again, at = [], 0
    for line in piece.text.split("\n"):
        end = at + len(line) + 1
        if "\t" in line and plan.stretches:
            table = plan.stretch_at(piece.start + at).table
            if table is not None and table[1] == 1:
                if line in said:
                    again.append((at, end))
                said.add(line)
        at = end
    return again


def _marked(section: Section, piece: Passage, left_out: list[tuple[int, int]]) -> str:
    """The words of a piece, with "[E.3]" where an item begins; cells of a row parted by bars."""
    starts = sorted(
        (_line_start(piece.text, item.passages[0].start - piece.start), item.subject)
        for item in section.items
        if item.passages and piece.start <= item.passages[0].start < piece.end
    )
    cuts = [(begin, end, "") for begin, end in left_out if not any(begin <= at < end for at, _ in starts)]
    parts, at = [], 0
    for begin, end, mark in sorted(cuts + [(offset, offset, f"[{subject}] ") for offset, subject in starts]):
        parts += [piece.text[at:begin], mark]
        at = end
    parts.append(piece.text[at:])
    return "".join(parts).strip("\n").replace("\t", " | ")


def _line_start(text: str, offset: int) -> int:
    """Where the item's line begins, when only a number or a bullet stands before its words there; else the item."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\t", 0, offset)) + 1
    return start if 0 < offset - start <= LONGEST_NUMBER and " " not in text[start:offset].strip() else offset
