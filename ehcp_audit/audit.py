"""One plan by one rubric: put each criterion to the plan, stamp the answers, give the scorecard."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from ehcp_audit.checks.scanning import learn_afresh, once, scanning, section_at
from ehcp_audit.language.lexicon import compile_afresh
from ehcp_audit.language.wordlists import using
from ehcp_audit.model import (
    DATES_KEPT,
    GAPS,
    SECTION_CODES,
    AdviceSays,
    Answer,
    CriterionResult,
    Evidence,
    Finding,
    Item,
    ItemRead,
    Passage,
    Plan,
    PlanRead,
    Provision,
    Scorecard,
    State,
    ThreadRow,
    Tier,
    Verdict,
)
from ehcp_audit.plan.own_labels import own_labels
from ehcp_audit.plan.states import LOWEST_OCR
from ehcp_audit.rare import rarely
from ehcp_audit.rubric.asking import Asked, answers
from ehcp_audit.scoring import score, share

if TYPE_CHECKING:
    from ehcp_audit.rubric import Criterion, Rubric

_WORDING = ("provision.", "advice.followed", "advice.also_vague")
FROM_A_PICTURE = "Read from a picture of the page: check the words."
_LETTERS = rarely(r"[^\W_]+")
_NO_LETTERS = {code: None for code in range(128) if not chr(code).isalnum()}
_TIER_RANK = {tier: rank for rank, tier in enumerate(Tier)}


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
    try:
        with scanning(plan), using(rubric.word_changes):
            results = tuple(_judge(plan, criterion) for criterion in chosen)
            thread = _thread(plan)
    except BaseException:  # an audit that is broken off may have been about to learn something for the next
        learn_afresh()
        compile_afresh()
        raise
    return Scorecard(
        reference=plan.reference,
        plan=plan_read(plan),
        score=score(results, rubric, selection=len(chosen) < len(rubric.criteria)),
        criteria=results,
        thread=thread,
        id=id,
        file=file,
        team=team,
    )


def plan_read(plan: Plan) -> PlanRead:
    """What a result keeps of the plan: dates, states and items; no name, birth date or number."""
    facts, labels = plan.facts, own_labels(plan)
    return PlanRead(
        format=plan.format,
        pages=plan.pages,
        status=facts.status,
        year_group=facts.year_group,
        phase=facts.phase,
        facts=tuple((name, value) for name in DATES_KEPT if (value := getattr(facts, name)) is not None),
        sections=tuple((section.code, section.state) for section in plan.sections),
        unread=plan.unread,
        warnings=plan.warnings,
        items=tuple(_item_read(plan, item, labels) for section in plan.sections for item in section.items),
        partial=plan.partial,
    )


def evidence(plan: Plan, passages: Iterable[Passage]) -> tuple[Evidence, ...]:
    """The passages with their places: section, page, paragraph or table cell; of advice, its reference only."""
    known: dict[tuple[str, int, str | None], Evidence] = once(plan, "evidence", dict)  # many criteria quote the same
    places = []
    for passage in passages:
        key = (passage.text, passage.start, passage.document)
        place = known.get(key)
        if place is None:
            place = known[key] = _evidence(plan, passage)
        places.append(place)
    return tuple(places)


def _evidence(plan: Plan, passage: Passage) -> Evidence:
    if passage.document is not None:
        return Evidence(passage.text, passage.start, document=passage.document)
    place = plan.stretch_at(passage.start)
    section = section_at(plan, passage.start)
    return Evidence(passage.text, passage.start, section, place.page, place.paragraph, place.table)


# --- one criterion ---------------------------------------------------------------------------------------


def _judge(plan: Plan, criterion: Criterion) -> CriterionResult:
    findings = _stamped(plan, criterion, list(answers(plan, criterion)))
    if plan.advice:
        findings = _with_advice(plan, criterion, findings)
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


# --- findings --------------------------------------------------------------------------------------------------


def _stamped(plan: Plan, criterion: Criterion, asked: Iterable[Asked]) -> tuple[Finding, ...]:
    """The answers as findings, each with its place and with a fingerprint that lasts while the words stand."""
    repeats: dict[tuple[str, str], int] = {}
    pictures = _pictures(plan)
    tier, by_adviser = criterion.tier, criterion.act == "advice-giver"
    findings = []
    for one in asked:
        answer = one.answer
        places = evidence(plan, answer.evidence) if answer.evidence else ()
        words = one.words if one.words is not None else " ".join([place.text for place in places])
        if pictures:
            answer = _doubted(plan, answer, places)
        section, letters = one.subject.partition(".")[0], _letters(words)
        times = repeats[section, letters] = repeats.get((section, letters), 0) + 1
        seed = f"{criterion.id}\n{section}\n{letters}\n{times}"
        findings.append(
            Finding(  # by place: by name it takes twice as long, and a plan has hundreds
                criterion.id,
                one.subject,
                tier if one.tier is tier else _weaker(one.tier, tier),
                answer.verdict,
                _noted(plan, answer, places) if pictures else answer.note,
                _who_acts(plan, criterion, one.subject) if by_adviser else criterion.act,
                hashlib.sha256(seed.encode()).hexdigest()[:16],
                places,
                answer.proposed,
            )
        )
    return tuple(findings)


def _who_acts(plan: Plan, criterion: Criterion, subject: str) -> str:
    """Who can mend it: where a whole section is missing or blank, the plan's writer, for no advice is at fault."""
    blank = subject in SECTION_CODES and plan.section(subject).state in (State.MISSING, State.EMPTY)
    return "writer" if blank and criterion.act == "advice-giver" else criterion.act


def _with_advice(plan: Plan, criterion: Criterion, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Say of each vague provision what the advice behind it says, and so who acts: its author, or the plan's writer."""
    from ehcp_audit.checks.attribution import says, source_of

    check = next((use.check for use in criterion.checks), "")
    if not check.startswith(_WORDING):
        return findings
    provision = {
        item.subject: item for section in plan.sections for item in section.items if isinstance(item, Provision)
    }
    kept = []
    for finding in findings:
        item = provision.get(finding.subject)
        source = source_of(item, plan) if item and (finding.proposed or finding.verdict) in GAPS else None
        if item is None or source is None:
            kept.append(finding)
            continue
        what = says(item, source, check)
        places = evidence(plan, source.passages)
        act = {"as vague": "advice-giver", "more specific": "writer"}.get(what, finding.act)
        kept.append(finding._replace(advice=AdviceSays(source.advice.reference, what, places), act=act))
    return tuple(kept)


def _pictures(plan: Plan) -> bool:
    """Was any of the plan recognised in a picture of a page?"""
    return once(plan, "recognised", lambda: any(one.ocr is not None for one in plan.stretches))


def _doubted(plan: Plan, answer: Answer, places: tuple[Evidence, ...]) -> Answer:
    """The answer; where the words that it quotes were hardly recognised, a person decides, and it is proposed."""
    if answer.verdict in (Verdict.NEEDS_PERSON, Verdict.NOT_APPLICABLE):
        return answer
    sure = (plan.stretch_at(place.start).ocr for place in places if place.document is None)
    if all(one is None or one >= LOWEST_OCR for one in sure):
        return answer
    return answer._replace(verdict=Verdict.NEEDS_PERSON, proposed=answer.verdict)


def _noted(plan: Plan, answer: Answer, places: tuple[Evidence, ...]) -> str:
    """The answer's note; where it rests on words that were recognised in a picture of a page, it says so."""
    note = answer.note
    if not places and answer.proposed is None and answer.verdict in (Verdict.NEEDS_PERSON, Verdict.NOT_APPLICABLE):
        return note  # nothing is said of any words
    own = [place for place in places if place.document is None]
    if own and all(plan.stretch_at(place.start).ocr is None for place in own):
        return note
    return f"{note} {FROM_A_PICTURE}".strip()


@lru_cache(maxsize=4096)  # every criterion of a section asks of the same items
def _letters(text: str) -> str:
    """The words of a text as letters and digits alone: alike in Word and PDF, whatever the line ends and hyphens."""
    if text.isascii():  # the same, in a fifth of the time
        return text.lower().translate(_NO_LETTERS)
    return "".join(_LETTERS.findall(unicodedata.normalize("NFKC", text).lower()))


def forget() -> None:
    """Forget the words that have been looked at, as a measurement does before each run."""
    _letters.cache_clear()


def _weaker(one: Tier, other: Tier) -> Tier:
    return max(one, other, key=_TIER_RANK.__getitem__)


def _item_read(plan: Plan, item: Item, labels: Mapping[str, str]) -> ItemRead:
    """The item as one run of the plan's text: all of its words where they stand together, else most of them.

    Words that it shares with its neighbours ("By the end of Year 6:") are left out where it has words of its own.
    """
    runs: list[list[Passage]] = []
    for passage in item.passages:
        last = runs[-1][-1] if runs else None
        if last is None or last.document is not passage.document or not 0 <= passage.start - last.end <= 1:
            runs.append([passage])
        else:
            runs[-1].append(passage)
    if len(runs) > 1:
        others = {
            one.start for other in plan.section(item.section).items if other is not item for one in other.passages
        }
        runs = [run for run in runs if run[0].start not in others] or runs
        runs = [run for run in runs if run[0].document is None] or runs
    run = max(runs, key=lambda run: run[-1].end - run[0].start)
    place = plan.stretch_at(run[0].start)
    text = plan.text[run[0].start : run[-1].end]
    label = labels.get(item.subject)
    return ItemRead(item.subject, text, run[0].start, place.page, place.paragraph, place.table, label)


def _thread(plan: Plan) -> tuple[ThreadRow, ...]:
    """The golden thread, as the checks on it tie it."""
    from ehcp_audit.checks.golden_thread import golden_thread

    return golden_thread(plan)
