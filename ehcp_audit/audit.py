"""One plan by one rubric: ask each criterion's checks, stamp their answers, give the scorecard.

Each state of a section has one consequence. Present: the check is asked. Nothing to say (nil): the criterion's
`when_nil`. Empty or missing: its `when_absent`. Unknown: a person is needed. So a blank section never raises a score,
and a section that the reader failed to find is never scored as blank.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from ehcp_audit.checks import Check, checks
from ehcp_audit.model import (
    Advice,
    Answer,
    CriterionResult,
    Evidence,
    Finding,
    Item,
    ItemRead,
    Mode,
    Need,
    Outcome,
    Passage,
    Plan,
    PlanRead,
    Provision,
    Scorecard,
    Section,
    State,
    ThreadRow,
    Tier,
    Verdict,
)
from ehcp_audit.scoring import OUTSIDE, score, share

if TYPE_CHECKING:
    from ehcp_audit.rubric import CheckUse, Criterion, Rubric

_FACTS = ("requested", "drafted", "issued", "amended", "reviewed", "review_due")
_TIER_RANK = {tier: rank for rank, tier in enumerate(Tier)}
_QUOTE = 300
_ITEM_TYPES = (Item, Need, Outcome, Provision)
_KINDS: dict[type, str] = {Need: "need", Outcome: "outcome", Provision: "provision", Item: "item"}


def audit_plan(
    plan: Plan,
    rubric: Rubric,
    *,
    select: frozenset[str] | None = None,
    id: str | None = None,
    file: str | None = None,
    team: str | None = None,
) -> Scorecard:
    """How does this plan do by this rubric?

    `select` keeps only the criteria with these ids; what is left is scored and gets no band. `id`, `file` and `team`
    are carried into the scorecard.
    """
    chosen = [one for one in rubric.criteria if select is None or one.id in select]
    results = tuple(_judge(plan, criterion) for criterion in chosen)
    return Scorecard(
        reference=plan.reference,
        plan=plan_read(plan),
        score=score(results, rubric, selection=len(chosen) < len(rubric.criteria)),
        criteria=results,
        thread=_thread(plan),
        id=id,
        file=file,
        team=team,
    )


def plan_read(plan: Plan) -> PlanRead:
    """What a result keeps of the plan: dates, states and items; no name, birth date or number."""
    facts = plan.facts
    return PlanRead(
        format=plan.format,
        pages=plan.pages,
        status=facts.status,
        year_group=facts.year_group,
        phase=facts.phase,
        facts=tuple((name, value) for name in _FACTS if (value := getattr(facts, name)) is not None),
        sections=tuple((section.code, section.state) for section in plan.sections),
        unread=plan.unread,
        warnings=plan.warnings,
        items=tuple(_item_read(plan, item) for section in plan.sections for item in section.items),
    )


def evidence(plan: Plan, passage: Passage) -> Evidence:
    """The passage with its place: section, page, paragraph or table cell; of an advice report, its reference only."""
    if passage.document is not None:
        return Evidence(passage.text, passage.start, document=passage.document)
    place = plan.stretch_at(passage.start)
    return Evidence(
        text=passage.text,
        start=passage.start,
        section=plan.section_at(passage.start),
        page=place.page,
        paragraph=place.paragraph,
        table=place.table,
    )


# --- one criterion ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Asked:
    """An answer and what was asked, before it is a finding."""

    subject: str
    answer: Answer
    tier: Tier
    words: str | None = None  # of the item; None where a section or the plan was asked


def _judge(plan: Plan, criterion: Criterion) -> CriterionResult:
    findings = _stamped(plan, criterion, list(_answers(plan, criterion)))
    verdict, earned = share(finding.verdict for finding in findings)
    return CriterionResult(
        id=criterion.id,
        section=criterion.section,
        tier=criterion.tier,
        mode=criterion.mode,
        verdict=verdict,
        share=earned,
        weight=criterion.weight,
        findings=findings,
    )


def _answers(plan: Plan, criterion: Criterion) -> Iterator[_Asked]:
    """Settle what the states of its sections settle, then ask the checks of what is left."""
    sections = _sections(plan, criterion)
    to_ask: list[Section] = []
    for section in sections:
        ruling = _ruling(section, criterion)
        if ruling is None:
            to_ask.append(section)
        else:
            yield _Asked(section.code, ruling, criterion.tier)
    if sections and not to_ask:
        return
    if criterion.mode is Mode.HUMAN or not criterion.checks:
        subject = to_ask[0].code if to_ask else "plan"
        yield _Asked(subject, Answer(Verdict.NEEDS_PERSON, note="Only a person can judge this."), criterion.tier)
        return
    for use in criterion.checks:
        for asked in _ask(plan, criterion, use, to_ask):
            yield replace(asked, answer=_by_mode(asked.answer, criterion.mode))


def _sections(plan: Plan, criterion: Criterion) -> list[Section]:
    """The lettered sections that a criterion looks at; none for the plan as a whole."""
    if criterion.section in OUTSIDE:
        return []
    if criterion.section != "H":
        return [plan.section(criterion.section)]
    both = [plan.section("H1"), plan.section("H2")]
    known = [section for section in both if section.state is not State.UNKNOWN]
    return known or both[:1]  # one heading "H" holds both: its words stand under H1, and H2 is unknown


def _ruling(section: Section, criterion: Criterion) -> Answer | None:
    """The answer that the section's state gives, or None: ask the check."""
    if section.state is State.PRESENT:
        return None
    if section.state is State.UNKNOWN:
        note = section.note or f"It could not be told whether section {section.code} is there."
        return Answer(Verdict.NEEDS_PERSON, note=note)
    nil = section.state is State.NIL
    verdict = criterion.when_nil if nil else criterion.when_absent
    if not isinstance(verdict, Verdict):
        return None
    words = {
        State.NIL: f"Section {section.code} says that there is nothing.",
        State.EMPTY: f"Section {section.code} has its heading and no words.",
        State.MISSING: f"Section {section.code} was not found in the plan.",
    }
    return Answer(verdict, evidence=_opening(section) if nil else (), note=words[section.state])


def _ask(plan: Plan, criterion: Criterion, use: CheckUse, sections: Sequence[Section]) -> Iterator[_Asked]:
    """Ask one check of everything in these sections that it is asked of; without sections, of the whole plan."""
    asking = checks()[use.check]
    tier = use.tier or criterion.tier
    if asking.asked_of is Plan:
        subject = sections[0].code if sections else "plan"
        yield _Asked(subject, _asked(asking, plan, plan, use), tier)
    elif asking.asked_of is Section:
        for section in sections or [one for one in plan.sections if one.state is State.PRESENT]:
            yield _Asked(section.code, _asked(asking, section, plan, use), tier)
    elif asking.asked_of in _ITEM_TYPES:
        yield from _ask_items(plan, asking, use, tier, sections)
    elif asking.asked_of is Advice:
        subject = sections[0].code if sections else "plan"
        yield _Asked(subject, Answer(Verdict.NEEDS_PERSON, note="The advice reports were not given."), tier)


def _ask_items(plan: Plan, asking: Check, use: CheckUse, tier: Tier, sections: Sequence[Section]) -> Iterator[_Asked]:
    kind = _KINDS[asking.asked_of]
    found = False
    for section in sections or plan.sections:
        items = [item for item in section.items if isinstance(item, asking.asked_of)]
        found = found or bool(items)
        for item in items:
            yield _Asked(item.subject, _asked(asking, item, plan, use), tier, words=item.text)
        if sections and not items:
            note = f"No single {kind} could be made out in section {section.code}."
            yield _Asked(section.code, Answer(Verdict.NEEDS_PERSON, _opening(section), note), tier)
    if not sections and not found:
        yield _Asked("plan", Answer(Verdict.NEEDS_PERSON, note=f"No single {kind} could be made out."), tier)


def _opening(section: Section) -> tuple[Passage, ...]:
    """The first line of a section, enough to find the place by."""
    return tuple(piece.cut(0, min(len(piece.text.split("\n", 1)[0]), _QUOTE)) for piece in section.pieces[:1])


def _asked(asking: Check, subject: object, plan: Plan, use: CheckUse) -> Answer:
    arguments = (subject, plan) if asking.takes_plan else (subject,)
    return asking.function(*arguments, **use.options)


def _by_mode(answer: Answer, mode: Mode) -> Answer:
    """Where a person decides, what the check says is only what it would propose."""
    if mode is Mode.ASSISTED and answer.verdict not in (Verdict.NOT_APPLICABLE, Verdict.NEEDS_PERSON):
        return replace(answer, verdict=Verdict.NEEDS_PERSON, proposed=answer.verdict)
    if answer.verdict is not Verdict.NEEDS_PERSON and answer.proposed is not None:
        return replace(answer, proposed=None)
    return answer


# --- findings --------------------------------------------------------------------------------------------------


def _stamped(plan: Plan, criterion: Criterion, asked: Iterable[_Asked]) -> tuple[Finding, ...]:
    """The answers as findings, each with its place and with a fingerprint that lasts while the words stand."""
    repeats: Counter[str] = Counter()
    findings = []
    for one in asked:
        places = tuple(evidence(plan, passage) for passage in one.answer.evidence)
        words = one.words if one.words is not None else " ".join(place.text for place in places)
        seed = f"{criterion.id}\n{one.subject.split('.')[0]}\n{_letters(words)}"
        repeats[seed] += 1
        findings.append(
            Finding(
                criterion=criterion.id,
                subject=one.subject,
                tier=_weaker(one.tier, criterion.tier),
                verdict=one.answer.verdict,
                note=one.answer.note,
                act=criterion.act,
                fingerprint=hashlib.sha256(f"{seed}\n{repeats[seed]}".encode()).hexdigest()[:16],
                evidence=places,
                proposed=one.answer.proposed,
            )
        )
    return tuple(findings)


@lru_cache(maxsize=512)  # every criterion of a section asks of the same items
def _letters(text: str) -> str:
    """The words of a text as letters and digits alone: alike in Word and PDF, whatever the line ends and hyphens."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).lower()))


def _weaker(one: Tier, other: Tier) -> Tier:
    return max(one, other, key=_TIER_RANK.__getitem__)


def _item_read(plan: Plan, item: Item) -> ItemRead:
    """The item as one run of the plan's text: all of its words where they stand together, else the first of them."""
    first = item.passages[0]
    end = first.end
    for passage in item.passages[1:]:
        if passage.start < end or passage.start - end > 1 or passage.document is not None:
            break
        end = passage.end
    place = plan.stretch_at(first.start)
    text = plan.text[first.start : end]
    return ItemRead(item.subject, text, first.start, place.page, place.paragraph, place.table)


def _thread(plan: Plan) -> tuple[ThreadRow, ...]:
    """The golden thread, as the checks on it tie it."""
    tie = getattr(import_module("ehcp_audit.checks.thread"), "golden_thread", None)
    return () if tie is None else tuple(tie(plan))
