"""A rubric's examples are its tests: each is put to the criterion's checks and must earn the verdict it stands under.

An example is a text (one need, outcome or provision, or the words of the criterion's section), or a small plan: a
mapping of section letters to text, where "" is a blank section, null a missing one and each line an item, with facts
such as `status`, `year_group` and `as_of` beside them. `advice` holds the lines of a report that lies beside the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from ehcp_audit.language.wordlists import using
from ehcp_audit.model import (
    SECTION_CODES,
    Advice,
    Contributor,
    Facts,
    Field,
    Item,
    Need,
    Outcome,
    Passage,
    Plan,
    Provision,
    Section,
    State,
    Stretch,
    Verdict,
)
from ehcp_audit.rubric.asking import answers
from ehcp_audit.rubric.schema import Criterion, Rubric

AS_OF = date(2026, 11, 20)
"""The day on which examples are judged, unless one says otherwise with `as_of`."""

_KINDS: dict[str, type[Item]] = {
    **dict.fromkeys(("B", "C", "D"), Need),
    "E": Outcome,
    **dict.fromkeys(("F", "G", "H1", "H2"), Provision),
}
_NIL = re.compile(
    r"(?:none|nil|n/?a|not applicable|none (?:identified|required|known)|not known to [\w ]{3,30}|"
    r"no [\w ]{3,60} (?:identified|required))\.?",
    re.I,
)
_NUMBER = re.compile(r"(\d{1,2}[a-z]?)[.):] +|[•*-] +")
_REFERS = re.compile(r"\b(Outcomes?|Needs?|Provision) (\d{1,2})(?:(?:,| and) (\d{1,2}))?")
_AREA = re.compile(r"(communication|cognition|social|sensory)[^\n:]{0,60}: ", re.I)


def run_examples(rubric: Rubric) -> list[str]:
    """Which examples do not earn the verdict they stand under? One sentence for each; none when all hold."""
    with using(rubric.word_changes):
        return [failure for criterion in rubric.criteria for failure in failures(criterion)]


def failures(criterion: Criterion) -> list[str]:
    """The sentences of `run_examples` for one criterion."""
    if not criterion.checks:
        return []
    wrong = []
    for verdict, examples in criterion.examples.items():
        for number, example in enumerate(examples, start=1):
            got = verdict_of(criterion, example)
            if got != verdict:
                wrong.append(f"{criterion.id}: example {number} under '{verdict}' comes out as '{got}'.")
    return wrong


def verdict_of(criterion: Criterion, example: str | Mapping[str, Any]) -> Verdict:
    """What the criterion's checks make of an example; for an assisted criterion, what they propose."""
    verdicts = {
        one.answer.proposed
        if one.answer.verdict is Verdict.NEEDS_PERSON and one.answer.proposed
        else one.answer.verdict
        for one in answers(small_plan(criterion, example), criterion)
    } - {Verdict.NOT_APPLICABLE}
    if not verdicts:
        return Verdict.NOT_APPLICABLE
    if Verdict.NEEDS_PERSON in verdicts:
        return Verdict.NEEDS_PERSON
    return verdicts.pop() if len(verdicts) == 1 else Verdict.PARTLY_MET


def small_plan(criterion: Criterion, example: str | Mapping[str, Any]) -> Plan:
    """The plan that an example stands for."""
    given: dict[str, Any]
    if isinstance(example, str):
        given = {criterion.section_codes[0] if criterion.section_codes else "F": example}
    else:
        given = dict(example)
    text, stretches, starts = "", [], []
    sections: list[Section] = []
    outside: tuple[Passage, ...] = ()
    for code in ("cover", *SECTION_CODES):
        words = given.get(code)
        body = None if words is None else str(words).strip()
        piece = Passage(body or "", len(text))
        if body:
            for line in body.split("\n"):
                starts.append(len(text))
                stretches.append(Stretch(line or " ", paragraph=len(starts)))
                text += line + "\n"
        if code == "cover":
            outside = (piece,) if body else ()
            continue
        sections.append(_section(code, body, piece, isinstance(example, str)))
    return Plan(
        "P01",
        text,
        tuple(sections),
        _facts(given, sections),
        tuple(stretches),
        tuple(starts),
        _as_of(given),
        outside=outside,
        advice=_advice(given.get("advice")),
    )


def _advice(words: object) -> tuple[Advice, ...]:
    """The report whose lines an example gives, each a provision that it asks for."""
    if not words:
        return ()
    lines = str(words).strip().split("\n")
    provision = tuple(
        Provision(f"A01.{number}", (Passage(line, 0, "A01"),)) for number, line in enumerate(lines, start=1)
    )
    return (Advice("A01", "\n".join(lines), provision=provision),)


def _as_of(given: Mapping[str, Any]) -> date:
    return given["as_of"] if isinstance(given.get("as_of"), date) else AS_OF


def _section(code: str, body: str | None, piece: Passage, single: bool) -> Section:
    if body is None:
        return Section(code, State.MISSING)
    if not body:
        return Section(code, State.EMPTY, heading=f"Section {code}")
    if _NIL.fullmatch(body):
        return Section(code, State.NIL, heading=f"Section {code}", pieces=(piece,))
    kind = _KINDS.get(code)
    items: list[Item] = []
    start = 0
    for line in [body] if single else body.split("\n"):
        if kind and line.strip():
            items.append(_item(kind, f"{code}.{len(items) + 1}", piece.cut(start, start + len(line))))
        start += len(line) + 1
    return Section(code, State.PRESENT, heading=f"Section {code}", pieces=(piece,), items=tuple(items))


def _item(kind: type[Item], subject: str, passage: Passage) -> Item:
    area = number = None
    if match := _NUMBER.match(passage.text):
        number = match.group(1)
        passage = passage.cut(match.end(), len(passage.text))
    if match := _AREA.match(passage.text):
        area = match.group(1).lower()
        passage = passage.cut(match.end(), len(passage.text))
    letters = {"o": "E", "n": "B", "p": "F"}
    refers = tuple(
        f"{letters[match.group(1)[0].lower()]}.{digits}"
        for match in _REFERS.finditer(passage.text)
        for digits in match.groups()[1:]
        if digits
    )
    steps = passage.text.lower().find("\tsteps: ")
    extra: tuple[Field, ...] = ()
    if steps > 0:
        extra = (Field("steps", passage.cut(steps + 8, len(passage.text))),)
        passage = passage.cut(0, steps)
    return kind(subject, (passage,), fields=extra, area=area, number=number, refers=refers)


def _facts(given: Mapping[str, Any], sections: list[Section]) -> Facts:
    known = {field.name for field in fields(Facts)}
    facts = {name: value for name, value in given.items() if name in known}
    listed = sections[SECTION_CODES.index("K")]
    return Facts(**facts, contributors=tuple(_contributors(listed)))


def _contributors(section: Section) -> Iterator[Contributor]:
    """Lines of section K written as "name | role | date"."""
    for piece in section.pieces:
        start = 0
        for line in piece.text.split("\n"):
            parts = [part.strip() for part in line.split("|")]
            if len(parts) == 3:
                written = date.fromisoformat(parts[2]) if re.fullmatch(r"\d{4}-\d\d-\d\d", parts[2]) else None
                yield Contributor(piece.cut(start, start + len(line)), parts[0] or None, parts[1] or None, written)
            start += len(line) + 1
