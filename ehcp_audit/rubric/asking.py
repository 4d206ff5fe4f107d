"""A criterion put to a plan: first what the states of its sections settle, then its checks.

Each state of a section has one consequence. Present: the check is asked. Nothing to say (nil): the criterion's
`when_nil`. Empty or missing: its `when_absent`. Unknown: a person is needed. So a blank section never raises a score,
and a section that the reader failed to find is never scored as blank. Before all that, `from_year` says of whom.

In a document that is only a part of a plan, what a section or the plan as a whole lacks may stand in the rest: a person
looks it up. What is wrong with the words there, and with its single items, is as certain as in a whole plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ehcp_audit.checks import Check, checks
from ehcp_audit.checks.passages import says_nothing
from ehcp_audit.model import (
    GAPS,
    SECTION_CODES,
    Advice,
    Answer,
    Item,
    Mode,
    Need,
    Outcome,
    Passage,
    Plan,
    Provision,
    Section,
    State,
    Tier,
    Verdict,
)
from ehcp_audit.rubric.schema import CheckUse, Criterion
from ehcp_audit.styling import year_words

_QUOTE = 300
_NOTHING = "The line says that there is no need here."
_TOLD = "Told once, in the finding on section {} as a whole."
_ITEM_TYPES = (Item, Need, Outcome, Provision)
_KINDS: dict[type, str] = {Need: "need", Outcome: "outcome", Provision: "provision", Item: "item"}


class Asked(NamedTuple):
    """An answer and what was asked, before it is a finding."""

    subject: str
    answer: Answer
    tier: Tier
    words: str | None = None  # of the item; None where a section or the plan was asked


def answers(plan: Plan, criterion: Criterion) -> Iterator[Asked]:
    """Settle what the states of its sections settle, then ask the checks of what is left."""
    sections = _sections(plan, criterion)
    too_young = _too_young(plan, criterion)
    if too_young is not None:
        yield Asked(sections[0].code if sections else "plan", too_young, criterion.tier)
        return
    to_ask: list[Section] = []
    for section in sections:
        ruling = _ruling(section, criterion)
        if ruling is None:
            to_ask.append(section)
        else:
            yield Asked(section.code, _of_a_part(ruling) if plan.partial else ruling, criterion.tier)
    if sections and not to_ask:
        return
    if criterion.mode is Mode.HUMAN or not criterion.checks:
        subject = to_ask[0].code if to_ask else "plan"
        yield Asked(subject, Answer(Verdict.NEEDS_PERSON, note="Only a person can judge this."), criterion.tier)
        return
    for use in criterion.checks:
        asking = checks()[use.check]
        elsewhere = plan.partial and asking.asked_of not in _ITEM_TYPES and not asking.holds_in_part
        for one in _ask(plan, asking, use, criterion.tier, to_ask):
            answer = _by_mode(_of_a_part(one.answer) if elsewhere else one.answer, criterion.mode)
            yield one if answer is one.answer else Asked(one.subject, answer, one.tier, one.words)


def _too_young(plan: Plan, criterion: Criterion) -> Answer | None:
    """Not applicable, where the year group is known to be below the first that is asked; unknown, it is asked."""
    year, first = plan.facts.year_group, criterion.from_year
    if year is None or first is None or year >= first:
        return None
    return Answer(Verdict.NOT_APPLICABLE, note=f"It is asked from {year_words(first)} on.")


def _sections(plan: Plan, criterion: Criterion) -> list[Section]:
    """The lettered sections that a criterion looks at; none for the plan as a whole."""
    if criterion.section != "H":
        return [plan.section(criterion.section)] if criterion.section in SECTION_CODES else []
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


def _ask(plan: Plan, asking: Check, use: CheckUse, tier: Tier, sections: Sequence[Section]) -> Iterator[Asked]:
    """Ask one check of everything in these sections that it is asked of; without sections, of the whole plan."""
    tier = use.tier or tier
    if asking.asked_of is Plan:
        subject = sections[0].code if sections else "plan"
        yield Asked(subject, _asked(asking, plan, plan, use), tier)
    elif asking.asked_of is Section:
        for section in sections or [one for one in plan.sections if one.state is State.PRESENT]:
            yield Asked(section.code, _asked(asking, section, plan, use), tier)
    elif asking.asked_of in _ITEM_TYPES:
        yield from _ask_items(plan, asking, use, tier, sections)
    elif asking.asked_of is Advice:
        subject = sections[0].code if sections else "plan"
        yield Asked(subject, Answer(Verdict.NEEDS_PERSON, note="The advice reports were not given."), tier)


def _ask_items(plan: Plan, asking: Check, use: CheckUse, tier: Tier, sections: Sequence[Section]) -> Iterator[Asked]:
    kind = _KINDS[asking.asked_of]
    found = False
    for section in sections or plan.sections:
        items = [item for item in section.items if isinstance(item, asking.asked_of)]
        found = found or bool(items)
        answers = [(item, _asked_of_item(asking, item, plan, use)) for item in items]
        told = asking.told(answers) if asking.told else None
        if told is not None:
            yield Asked(section.code, told.answer, tier)
        for item, answer in answers:
            if told is not None and item.subject in told.of:
                answer = Answer(Verdict.NOT_APPLICABLE, note=_TOLD.format(section.code))
            yield Asked(item.subject, answer, tier, words=item.text)
        if sections and not items:
            note = f"No single {kind} could be made out in section {section.code}."
            yield Asked(section.code, Answer(Verdict.NEEDS_PERSON, _opening(section), note), tier)
    if not sections and not found:
        yield Asked("plan", Answer(Verdict.NEEDS_PERSON, note=f"No single {kind} could be made out."), tier)


def _asked_of_item(asking: Check, item: Item, plan: Plan, use: CheckUse) -> Answer:
    if isinstance(item, Need) and says_nothing(item):
        return Answer(Verdict.NOT_APPLICABLE, note=_NOTHING)
    return _asked(asking, item, plan, use)


def _opening(section: Section) -> tuple[Passage, ...]:
    """The first line of a section, enough to find the place by."""
    return tuple(piece.cut(0, min(len(piece.text.split("\n", 1)[0]), _QUOTE)) for piece in section.pieces[:1])


def _asked(asking: Check, subject: object, plan: Plan, use: CheckUse) -> Answer:
    arguments = (subject, plan) if asking.takes_plan else (subject,)
    return asking.function(*arguments, **use.options)


def _of_a_part(answer: Answer) -> Answer:
    """The answer; what it finds lacking may stand in the rest of the plan, and a person looks it up."""
    if answer.verdict not in GAPS:
        return answer
    return answer._replace(verdict=Verdict.NEEDS_PERSON, proposed=answer.verdict)


def _by_mode(answer: Answer, mode: Mode) -> Answer:
    """Where a person decides, what the check says is only what it would propose."""
    if mode is Mode.ASSISTED and answer.verdict not in (Verdict.NOT_APPLICABLE, Verdict.NEEDS_PERSON):
        return Answer(Verdict.NEEDS_PERSON, answer.evidence, answer.note, proposed=answer.verdict)
    if answer.verdict is not Verdict.NEEDS_PERSON and answer.proposed is not None:
        return Answer(answer.verdict, answer.evidence, answer.note)
    return answer
