"""What `extract` shows of a plan: its words section by section, as they would be read aloud, each item marked."""

from __future__ import annotations

from ehcp_audit.model import SECTION_CODES, Passage, Plan, Section, State
from ehcp_audit.styling import SECTIONS, STATES, count, format_words, place, section_title, visible, year_words

SURE = 0.9
"""A section found with less confidence than this says why."""


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
    lines += [_marked(section, piece) for piece in section.pieces if piece.text.strip()]
    if section.state is State.PRESENT and section.code in "BCDEFGH1H2" and not section.items:
        lines.append(f"(No single item of {SECTIONS[section.code]} could be told apart.)")
    return visible("\n".join(lines), keep="\n\t")


def _where(plan: Plan, section: Section) -> str:
    stretch = plan.stretch_at(section.pieces[0].start) if plan.stretches else None
    if stretch is None:
        return ""
    return place(stretch)


def _marked(section: Section, piece: Passage) -> str:
    """The words of a piece, with "[E.3]" where an item begins; cells of a row parted by bars."""
    starts = sorted(
        (item.passages[0].start - piece.start, item.subject)
        for item in section.items
        if item.passages and piece.start <= item.passages[0].start < piece.end
    )
    parts, at = [], 0
    for offset, subject in starts:
        parts += [piece.text[at:offset], f"[{subject}] "]
        at = offset
    parts.append(piece.text[at:])
    return "".join(parts).replace("\t", " | ")
