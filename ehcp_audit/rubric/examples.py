"""A rubric's examples are its tests: each is put to the criterion's checks and must earn the verdict it stands under.

An example is a text (one need, outcome or provision, or the words of the criterion's section), or a small plan: a
mapping of section letters to text, where "" is a blank section, null a missing one and each line an item, with facts
such as `status`, `year_group` and `as_of` beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal

from ehcp_audit.checks import Check, checks
from ehcp_audit.model import (
    SECTION_CODES,
    Advice,
    Answer,
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
    Tier,
    Verdict,
)
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


@dataclass(frozen=True, slots=True)
class Asked:
    """One answer to one of a criterion's checks: about what, at which tier."""

    subject: str
    tier: Tier
    answer: Answer


def run_examples(rubric: Rubric) -> list[str]:
    """Which examples do not earn the verdict they stand under? One sentence for each; none when all hold."""
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
    answers = [asked.answer for asked in ask(criterion, example)]
    verdicts = {
        answer.proposed if answer.verdict is Verdict.NEEDS_PERSON and answer.proposed is not None else answer.verdict
        for answer in answers
    } - {Verdict.NOT_APPLICABLE}
    if not verdicts:
        return Verdict.NOT_APPLICABLE
    if Verdict.NEEDS_PERSON in verdicts:
        return Verdict.NEEDS_PERSON
    return verdicts.pop() if len(verdicts) == 1 else Verdict.PARTLY_MET


def ask(criterion: Criterion, example: str | Mapping[str, Any]) -> Iterator[Asked]:
    """Every answer of the criterion's checks to an example."""
    plan = small_plan(criterion, example)
    whole_item = isinstance(example, str)
    for use in criterion.checks:
        check = checks()[use.check]
        tier = use.tier or criterion.tier
        for subject, answer in _answers(criterion, check, use.options, plan, whole_item):
            yield Asked(subject, tier, answer)


def _answers(
    criterion: Criterion, check: Check, options: Mapping[str, Any], plan: Plan, whole_item: bool
) -> Iterator[tuple[str, Answer]]:
    if check.asked_of is Advice:
        yield "advice", check.function(Advice("A01", plan.text), **options)
        return
    extra = (plan,) if check.takes_plan else ()
    codes = criterion.section_codes
    if check.asked_of is Plan:
        if not codes or not (settled := _by_state(criterion, plan, codes)):
            yield codes[0] if len(codes) == 1 else "plan", check.function(plan, **options)
        else:
            yield from settled
        return
    for code in codes or SECTION_CODES:
        section = plan.section(code)
        if settled := _by_state(criterion, plan, (code,)):
            yield from settled if not whole_item else ()
        elif check.asked_of is Section:
            yield code, check.function(section, *extra, **options)
        else:
            for item in section.items:
                if isinstance(item, check.asked_of):
                    yield item.subject, check.function(item, *extra, **options)


def _by_state(criterion: Criterion, plan: Plan, codes: tuple[str, ...]) -> list[tuple[str, Answer]] | None:
    """What follows from sections that are blank, missing or say that there is nothing; None when a check decides."""
    states = [plan.section(code).state for code in codes]
    if State.PRESENT in states:
        return None
    verdict: Verdict | Literal["ask"]
    if State.UNKNOWN in states:
        verdict = Verdict.NEEDS_PERSON
    else:
        verdict = criterion.when_nil if State.NIL in states else criterion.when_absent
    return None if verdict == "ask" else [(codes[0], Answer(Verdict(verdict)))]


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
    )


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
