"""Checks on the lettered sections: whether each is there, says something, and holds what it is for.

Rubrics name each check by the id in its decorator. Section A's checks are in `children.py`, section K's in `advice.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from ehcp_audit.checks import check
from ehcp_audit.checks.needing import needing
from ehcp_audit.checks.passages import first, found, is_adult, is_long, lines, listed, sections_listed, sentences, words
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import holds
from ehcp_audit.checks.ties import content_of, generic
from ehcp_audit.model import SECTION_CODES, Answer, Item, Passage, Plan, Section, State, Verdict
from ehcp_audit.rare import rarely
from ehcp_audit.styling import capital, count

_AREA_NAMES = {
    "communication": "communication and interaction",
    "cognition": "cognition and learning",
    "social": "social, emotional and mental health",
    "sensory": "sensory and physical",
}


_MANY_SENTENCES = 5


@check("sections.present")
def present(
    plan: Plan, *, codes: tuple[str, ...] = SECTION_CODES, ages: Literal["any", "under 18", "18 and over"] = "any"
) -> Answer:
    """Is each of these sections there, under a heading of its own?

    `ages` limits the question to a child or young person under 18, or to one of 18 and over. A section that the
    reader could not tell apart is for a person to look at; only one whose heading is nowhere counts as missing.
    """
    if ages != "any":
        adult = is_adult(plan)
        if adult is not None and adult is not (ages == "18 and over"):
            return Answer(Verdict.NOT_APPLICABLE, note=f"This is asked only of plans for those {ages}.")
    else:
        adult = False
    if plan.partial:
        return _of_a_part(plan, codes)
    missing = [code for code in codes if plan.section(code).state is State.MISSING]
    unknown = [code for code in codes if plan.section(code).state is State.UNKNOWN]
    if missing and adult is None:
        return Answer(
            Verdict.NEEDS_PERSON, note=f"No heading was found for {sections_listed(missing)}, and the age is not shown."
        )
    if missing and plan.unread:
        note = f"No heading was found for {sections_listed(missing)}, but part of the document could not be read."
        return Answer(Verdict.NEEDS_PERSON, note=note, proposed=Verdict.NOT_MET)
    if missing:
        verdict = Verdict.NOT_MET if len(missing) > 2 or len(missing) == len(codes) else Verdict.PARTLY_MET
        return Answer(verdict, note=f"No heading was found for {sections_listed(missing)}.")
    if unknown:
        reasons = " ".join(dict.fromkeys(plan.section(code).note or "" for code in unknown)).strip()
        note = f"{capital(sections_listed(unknown))} could not be told apart. {reasons}".strip()
        joined = any(plan.section(code).note for code in unknown)  # one heading covers two letters
        return Answer(Verdict.NEEDS_PERSON, note=note, proposed=Verdict.NOT_MET if joined else None)
    return Answer(Verdict.MET, note=f"{capital(sections_listed(codes))} found, each under its own heading.")


def _of_a_part(plan: Plan, codes: tuple[str, ...]) -> Answer:
    """Of a document that says it sets out only a part of the plan: what is not in it may stand in the plan."""
    gone = [code for code in codes if plan.section(code).state is State.UNKNOWN]
    if not gone:
        return Answer(Verdict.MET, note=f"{capital(sections_listed(codes))} found, each under its own heading.")
    gone_from = f"{capital(sections_listed(gone))} {'is' if len(gone) == 1 else 'are'} not in this document"
    note = f"{gone_from}, which says of itself that it is a part of the plan."
    return Answer(Verdict.NEEDS_PERSON, note=note)


@check("sections.says_so")
def says_so(plan: Plan, *, blank_in_draft: tuple[str, ...] = ("I", "J")) -> Answer:
    """Does every section with nothing to say say so, in place of standing blank?

    The sections of `blank_in_draft` may stand blank unless the plan is final.
    """
    empty = [section.code for section in plan.sections if section.state is State.EMPTY]
    if plan.facts.status != "final":
        empty = [code for code in empty if code not in blank_in_draft]
    if empty:
        one = "stands" if len(empty) == 1 else "stand"
        return Answer(
            Verdict.NOT_MET,
            note=f"{capital(sections_listed(empty))} {one} blank: 'nothing needed' and 'not yet asked' look alike.",
        )
    unread = [one.code for one in plan.sections if one.state is State.UNKNOWN and one.heading is not None]
    if unread:
        return Answer(Verdict.NEEDS_PERSON, note=f"Whether {sections_listed(unread)} says anything could not be read.")
    # A draft cannot know the setting yet; whether a budget was asked for it can.
    if plan.section("J").state is State.EMPTY:
        note = "Section J of the draft stands blank. Has nobody asked for a personal budget yet? Then it may say so."
        return Answer(Verdict.NEEDS_PERSON, note=note, proposed=Verdict.NOT_MET)
    if any(section.state in (State.PRESENT, State.NIL) for section in plan.sections):
        return Answer(Verdict.MET, note="No section stands blank.")
    return Answer(Verdict.NEEDS_PERSON, note="The sections could not be told apart.")


@check("sections.areas")
def areas(section: Section, plan: Plan) -> Answer:
    """Is each of the four broad areas of need spoken to, or marked as none?

    From Year 9 the local headings for adult life (employment, independent living, community, health) do as well. So do
    needs that are set out in another way, where among them is one of each area.
    """
    marks = {item.area for item in section.items if item.area}
    evidence: list[Passage] = []
    heads = [*_headings(section), *_headings_around(section, plan)]
    for area in _AREA_NAMES:
        if area in marks:
            continue
        if named := [head for head in heads if holds(head, phrases(f"{area} heading"))]:
            marks.add(area)
            evidence.extend(named[:1])
            continue
        if none := _marked_none(section, plan, area):
            marks.add(area)
            evidence.append(none)
            continue
        hits = [hit for hit in found(section.pieces, phrases(f"{area} area")) if not _nothing_below(section, hit)]
        if hits:
            marks.add(area)
            evidence.extend(hits[:1])
    absent = [_AREA_NAMES[area] for area in _AREA_NAMES if area not in marks]
    if not absent:
        return Answer(Verdict.MET, tuple(evidence), "All four broad areas of need are spoken to.")
    year = plan.facts.year_group
    if year is not None and year >= 9:
        adult = found((*section.pieces, *heads), phrases("adult areas"))
        if len({passage.text.lower() for passage in adult}) >= 3:
            return Answer(Verdict.MET, first(adult, 4), "Needs stand under headings for adult life.")
    if told := _told_of(section, [area for area in _AREA_NAMES if area not in marks]):
        return Answer(Verdict.MET, told, "Needs of all four broad areas are told, though not all under their names.")
    note = f"These checks did not recognise {listed(absent)}, nor words for no need there."
    if len(absent) == len(_AREA_NAMES) and not is_long(section):
        return Answer(Verdict.NOT_MET, note=note)
    if any(item.area for item in section.items) and not any(_names_no_area(head) for head in heads):
        return Answer(Verdict.PARTLY_MET, tuple(evidence), note)
    verdict = Verdict.NOT_MET if len(absent) == len(_AREA_NAMES) else Verdict.PARTLY_MET
    return Answer(Verdict.NEEDS_PERSON, tuple(evidence), note, proposed=verdict)  # it is not set out by these areas


def _told_of(section: Section, lacking: Sequence[str]) -> tuple[Passage, ...]:
    """For each area that no heading or word names, a need of it that stands under no other; nothing unless all have one
    of their own.
    """
    told_in_words = [item for item in section.items if not item.area and not _is_short(item.passages[0])]
    things = [(item, content_of(item.text.lower(), generic())) for item in told_in_words]
    fits = [[item for item, held in things if not held.isdisjoint(_THINGS_OF[area])] for area in lacking]
    told: list[Item] = []
    for candidates in sorted(fits, key=len):
        told += [item for item in candidates if item not in told][:1]
    return tuple(item.passages[0] for item in told) if len(told) == len(lacking) else ()


_THINGS_OF = {
    area: frozenset(f"#{concept}" for concept in concepts.split())
    for area, concepts in {
        "communication": "speech language aac",
        "cognition": "reading spelling number memory processing learning-disability",
        "social": "anxiety behaviour friendship self-esteem depression trauma",
        "sensory": "hearing vision motor mobility touch",
    }.items()
}
"""The concepts by which a need is of an area."""


def _headings(section: Section) -> list[Passage]:
    """Short lines with text below that are no items: "Sensory: hearing", "Feelings and friends"."""
    told = list(lines(section.pieces))
    items = [(item.passages[0].start, item.passages[-1].end) for item in section.items if item.passages]
    return [
        line
        for line, below in pairwise(told)
        if _is_short(line)
        and not _is_short(below)
        and not any(start < line.end and line.start < end for start, end in items)
    ]


def _headings_around(section: Section, plan: Plan) -> list[Passage]:
    """Short lines outside the sections with an item of this one below them: areas that divide B, E and F together."""
    begin = min((piece.start for one in plan.sections for piece in one.pieces), default=0)
    heads = [line for line in lines(plan.outside) if _is_short(line) and line.start > begin]
    starts = [item.passages[0].start for item in section.items if item.passages]
    over = [
        head
        for head, below in pairwise((*heads, Passage("", len(plan.text))))
        if any(head.start < start < below.start for start in starts)
    ]
    return over if len(over) > 1 else []


def _marked_none(section: Section, plan: Plan, area: str) -> Passage | None:
    """A heading with the area's name, anywhere in the plan, straight over words for no need there: its own, as in
    "None identified. Hearing normal", or such that name section B, where B, E and F are divided by area.
    """
    from ehcp_audit.plan.nil import is_nil

    whole = Passage(plan.text, 0)
    for named in found((whole,), phrases(f"{area} area")):
        begin, end = plan.text.rfind("\n", 0, named.start) + 1, plan.text.find("\n", named.start)
        head = plan.text[begin:end]
        if end < 0 or "\t" in head or not _is_short(Passage(head, begin)):
            continue
        below = plan.text[end + 1 : end + 1 + _NEAR].partition("\n")[0].partition("\t")[0]
        label = _OF_SECTION_B.match(below)
        own = any(piece.start <= end + 1 < piece.end for piece in section.pieces)
        said = _FIRST_SENTENCE.match(below, label.end() if label else 0)
        if (own or label is not None) and said is not None and is_nil(said.group()):
            return whole.cut(begin, end)
    return None


_NEAR = 300  # characters
_OF_SECTION_B = rarely(r"(?:Section )?B\s?(?:\([^()]{3,40}\)\s?)?[:.–-]\s")
_FIRST_SENTENCE = rarely(r"[^.;\n]{1,200}")


def _is_short(line: Passage) -> bool:
    return len(line.text.split()) <= _HEADING and not line.text.endswith((".", ";", ","))


_HEADING = 8  # words


def _names_no_area(head: Passage) -> bool:
    """Is it a heading in words that name no area, and may stand over one: "Everyday life"?"""
    return not (
        holds(head, _OF_NO_AREA)
        or any(holds(head, phrases(f"{area} {kind}")) for area in _AREA_NAMES for kind in _KINDS)
    )


_KINDS = ("heading", "area")
_OF_NO_AREA = rarely(
    r"\b(?:strengths?|does well|goes well|can do|good at|diagnos\w+|summary|introduction|background|overview|"
    r"special educational needs?|area|independence|adulthood)\b",
    re.IGNORECASE,
)


def _nothing_below(section: Section, hit: Passage) -> bool:
    """Is the words' line a heading, with another area's heading, or the section's end, straight below it?"""
    after = iter(lines(section.pieces))
    line = next((line for line in after if line.start <= hit.start < line.end), None)
    if line is None or len(line.text.split()) > 8 or line.text.endswith("."):
        return False
    below = next(after, None)
    return below is None or (
        len(below.text.split()) <= 8
        and not below.text.endswith(".")
        and any(phrases(f"{area} area").search(below.text) for area in _AREA_NAMES)
    )


@check("sections.separable", holds_in_part=True)
def separable(section: Section, plan: Plan | None = None, *, longest: int = 70) -> Answer:
    """Can the needs or outcomes be told apart: numbered, on lines or in rows of their own?

    One item of more than `longest` words in five sentences or more is a block in which several are likely to hide.
    """
    items = section.items
    blocks = [
        item
        for item in items
        if len(item.text.split()) > longest and sum(1 for _ in sentences(item.passages)) >= _MANY_SENTENCES
    ]
    lone = len(items) == 1 and sum(1 for _ in sentences(items[0].passages)) >= _MANY_SENTENCES
    if not items:
        return Answer(Verdict.NEEDS_PERSON, note="Nothing in this section could be told apart as an item.")
    if lone:
        note = "Everything stands in one block, so nothing in it can be pointed at."
        return Answer(Verdict.NOT_MET, items[0].passages[:1], note)
    if blocks:
        heads = tuple(block.passages[0] for block in blocks)
        note = "Some of it stands in long blocks, in which several things may hide."
        return Answer(Verdict.NEEDS_PERSON, first(heads), note, proposed=Verdict.PARTLY_MET)
    return Answer(Verdict.MET, note=_told_apart(section, plan))


def _told_apart(section: Section, plan: Plan | None) -> str:
    """How many there are; of section B its needs, and beside them what tells of none."""
    every = len(section.items)
    needs = len(needing(plan, "B")) if plan is not None and section.code == "B" else every
    if needs < every:
        return f"{count(needs, 'need')} told apart, and {count(every - needs, 'line')} of no need."
    return f"{every} told apart." if every > 1 else "One, and it stands by itself."


@check("sections.has_items")
def has_items(section: Section) -> Answer:
    """Does the section hold at least one need, outcome or provision?"""
    if section.items:
        return Answer(Verdict.MET, section.items[0].passages[:1], f"{len(section.items)} found.")
    return Answer(
        Verdict.NEEDS_PERSON, first(lines(section.pieces), 2), "There is text here, but no item could be told apart."
    )


@check("sections.needs_or_none")
def needs_or_none(section: Section) -> Answer:
    """Does the section say what the needs or the provision are, or that there are none?

    A line that only points elsewhere ("see the medical report", "to be confirmed") says neither.
    """
    elsewhere = found(section.pieces, phrases("elsewhere"))
    if elsewhere and words(section) <= 25:
        return Answer(
            Verdict.NOT_MET,
            first(elsewhere),
            "This points elsewhere; it says neither what there is nor that there is none.",
        )
    if section.items or words(section) >= 4:
        return Answer(Verdict.MET, first(lines(section.pieces), 1), "It says what there is.")
    return Answer(
        Verdict.NEEDS_PERSON, first(lines(section.pieces), 1), "It is too short to tell whether it says anything."
    )
