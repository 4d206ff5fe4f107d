"""A small rubric, and invented scorecards judged by it, made by hand so that every state of the outputs is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from types import SimpleNamespace

from ehcp_audit.model import (
    SECTION_CODES,
    Cap,
    CriterionResult,
    Evidence,
    Finding,
    ItemRead,
    Mode,
    Must,
    PlanRead,
    Score,
    Scorecard,
    State,
    Tier,
    Unread,
    Unreadable,
    Verdict,
)
from ehcp_audit.results import line, scorecard_json
from ehcp_audit.rubric.schema import Rubric

AS_OF = date(2026, 11, 20)

CRITERIA = [
    # id, section, question, tier, mode, check, act
    ("X01", "all", "Is every lettered section there and labelled?", "must", "automatic", "plans.sections", "writer"),
    ("A01", "A", "Does section A hold the child's own views?", "must", "automatic", "children.voice", "writer"),
    ("B02", "B", "Is every need described by its effect on the child?", "should", "assisted", "sections.x", "writer"),
    ("E02", "E", "Is every outcome free of provision?", "should", "automatic", "outcomes.not_provision", "writer"),
    (
        "E07",
        "E",
        "Does every outcome say by when it should be achieved?",
        "should",
        "automatic",
        "outcomes.t",
        "writer",
    ),
    ("F04", "F", "Is provision free of vague words?", "must", "automatic", "wording.avoids", "advice-giver"),
    (
        "F05",
        "F",
        "Does every provision say how much and how often?",
        "must",
        "automatic",
        "provision.q",
        "advice-giver",
    ),
    ("G01", "G", "Is health provision set out by itself?", "must", "automatic", "sections.present", "panel"),
    ("K02", "K", "Does the plan draw on all the advice listed?", "local", "human", "", "panel"),
]


def rubric() -> Rubric:
    """A rubric of nine criteria."""
    return Rubric.model_validate(
        {
            "id": "made",
            "version": "2026.1",
            "title": "A made-up framework",
            "law_as_at": date(2026, 9, 1),
            "jurisdiction": "England",
            "bands": [{"name": "good", "min": "3/4"}, {"name": "inadequate", "min": 0}],
            "criteria": [_criterion(*row) for row in CRITERIA],
            "sha256": "ab" * 32,
        }
    )


def _criterion(id: str, section: str, question: str, tier: str, mode: str, check: str, act: str) -> dict[str, object]:
    return {
        "id": id,
        "section": section,
        "question": question,
        "tier": tier,
        "basis": ["SEND Code of Practice 2015, paragraph 9.66"],
        "mode": mode,
        "checks": [{"check": check}] if check else [],
        "weight": 1,
        "when_absent": "not met",
        "act": act,
        "guidance": {
            "looks_for": "Words that answer the question in each item of the section.",
            "why": "A family must be able to tell whether it has happened.",
            "good": "A date, an age or a school year: by the end of Year 6.",
            "cannot_know": "Whether the date is realistic for this child.",
        },
        "examples": {
            "met": ["By the end of Year 6, Sam will order lunch."],
            "not met": ["Sam will sit by the window."],
        },
    }


OUTCOMES = [
    "Sam will improve his communication skills.",
    "Sam will be happier in school and have access to a quiet space when he needs one.",
    "By July 2027 Sam will order lunch on four days out of five.",
    "Sam will develop his confidence.",
    "Sam will sit by the window to see the board.",
    '=HYPERLINK("http://example.org","Sam") will <b>improve</b> [red]his[/red] \x1b[31mreading\u202e.',
]


def _outcome_place(number: int, form: str) -> dict[str, object]:
    if form == "pdf":
        return {"page": 6 + number // 3}
    return {"paragraph": 80 + number, "table": (2, number + 1, 1)}


def _finding(criterion: str, subject: str, verdict: Verdict, note: str, **more: object) -> Finding:
    tier, act = next((Tier(row[3]), row[6]) for row in CRITERIA if row[0] == criterion)
    values = {"tier": tier, "act": act, "fingerprint": f"{criterion}{subject}".ljust(16, "0")[:16], **more}
    return Finding(criterion=criterion, subject=subject, verdict=verdict, note=note, **values)  # type: ignore[arg-type]


def _result(id: str, verdict: Verdict, share: Fraction | None, findings: list[Finding]) -> CriterionResult:
    row = next(row for row in CRITERIA if row[0] == id)
    return CriterionResult(id, row[1], Tier(row[3]), Mode(row[4]), verdict, share, Fraction(1), tuple(findings))


def scorecard(reference: str = "P01", *, form: str = "docx", clean: bool = False, team: str | None = None) -> Scorecard:
    """A plan with faults of every kind, or one that is `clean`."""
    items = tuple(
        ItemRead(f"E.{n + 1}", text, 1000 + 100 * n, **_outcome_place(n, form))  # type: ignore[arg-type]
        for n, text in enumerate(OUTCOMES)
    )
    timed = [_timed(n, item, clean) for n, item in enumerate(items)]
    met = [one.verdict for one in timed].count(Verdict.MET)
    vague = Evidence(
        "access to", 5210, "F", page=9 if form == "pdf" else None, paragraph=None if form == "pdf" else 140
    )
    regular = Evidence(
        "regular", 5310, "F", page=9 if form == "pdf" else None, paragraph=None if form == "pdf" else 142
    )
    bad = Verdict.MET if clean else Verdict.NOT_MET
    health = Verdict.NOT_APPLICABLE if reference == "P02" else Verdict.MET
    criteria = (
        _result("X01", bad, Fraction(int(clean)), [_finding("X01", "J", bad, "Section J has no heading.")]),
        _result("A01", Verdict.MET, Fraction(1), [_finding("A01", "A", Verdict.MET, "Sam's own words are quoted.")]),
        _result("B02", Verdict.NEEDS_PERSON, None, [_person("B02", "B.1", items), _person("B02", "B.2", items)]),
        _result("E02", Verdict.MET, Fraction(1), [_finding("E02", i.subject, Verdict.MET, "") for i in items]),
        _result("E07", Verdict.MET if clean else Verdict.PARTLY_MET, Fraction(met, len(items)), timed),
        _result("F04", bad, Fraction(int(clean)), [_vague("F.1", bad, vague), _vague("F.2", bad, regular)]),
        _result("F05", Verdict.MET, Fraction(1), [_finding("F05", "F.1", Verdict.MET, "")]),
        _result(
            "G01", health, None if health is Verdict.NOT_APPLICABLE else Fraction(1), [_finding("G01", "G", health, "")]
        ),
        _result(
            "K02", Verdict.NEEDS_PERSON, None, [_finding("K02", "K", Verdict.NEEDS_PERSON, "A person must read it.")]
        ),
    )
    return Scorecard(
        reference, _read(form, items), _score(criteria), criteria, file=f"draft {reference}.{form}", team=team
    )


def stored(cards: Iterable[Scorecard]) -> bytes:
    """Scorecards as results.jsonl keeps them: one a line, without their files."""
    return b"".join(line(scorecard_json(replace(card, file=None))) for card in cards)


def _timed(n: int, item: ItemRead, clean: bool) -> Finding:
    if clean or n == 2:
        return _finding("E07", item.subject, Verdict.MET, "", evidence=(_whole(item),))
    return _finding("E07", item.subject, Verdict.NOT_MET, "Nothing says by when.", evidence=(_whole(item),))


def _whole(item: ItemRead) -> Evidence:
    return Evidence(item.text, item.start, "E", page=item.page, paragraph=item.paragraph, table=item.table)


def _vague(subject: str, verdict: Verdict, evidence: Evidence) -> Finding:
    note = "" if verdict is Verdict.MET else f'"{evidence.text}" leaves open what will be done.'
    return _finding("F04", subject, verdict, note, evidence=() if verdict is Verdict.MET else (evidence,))


def _person(criterion: str, subject: str, items: tuple[ItemRead, ...]) -> Finding:
    proposed = Verdict.NOT_MET if subject == "B.1" else Verdict.MET
    words = Evidence("Sam has a diagnosis of dyslexia.", 300, "B", paragraph=31)
    note = "The diagnosis is named and no effect on daily life."
    return _finding(criterion, subject, Verdict.NEEDS_PERSON, note, evidence=(words,), proposed=proposed)


def _read(form: str, items: tuple[ItemRead, ...]) -> PlanRead:
    states = tuple((code, State.MISSING if code == "J" else State.PRESENT) for code in SECTION_CODES)
    return PlanRead(
        format=form,
        pages=14 if form == "pdf" else None,
        status="draft",
        year_group=6,
        phase="primary",
        facts=(("issued", date(2026, 6, 15)),),
        sections=states,
        unread=(Unread("page 9", "the page is a picture"),) if form == "pdf" else (),
        warnings=("23 words struck through were set apart.",),
        items=items,
    )


def _score(criteria: tuple[CriterionResult, ...]) -> Score:
    shares = [one.share for one in criteria if one.share is not None]
    total = sum(shares, Fraction(0)) / len(shares)
    musts = [one for one in criteria if one.tier is Tier.MUST and one.verdict is not Verdict.NOT_APPLICABLE]
    return Score(
        total=total,
        unweighted=total,
        method="flat",
        coverage=Fraction(len(shares), len(shares) + 2),
        bounds=(total * Fraction(7, 9), total * Fraction(7, 9) + Fraction(2, 9)),
        must=Must(sum(one.verdict is Verdict.MET for one in musts), len(musts), 0),
        sections=tuple((one.section, one.share) for one in criteria if one.id not in ("E02", "F05")),
        open=2,
        caps=(Cap("F04", "inadequate", True),),
    )


def settled(card: Scorecard) -> Scorecard:
    """The scorecard with nothing left for a person: its figures are whole, and no proposal stands."""
    criteria = tuple(
        replace(one, verdict=Verdict.MET, share=Fraction(1), findings=tuple(map(_met, one.findings)))
        if one.verdict is Verdict.NEEDS_PERSON
        else one
        for one in card.criteria
    )
    total = card.score.total or Fraction(0)
    return replace(
        card, criteria=criteria, score=replace(card.score, coverage=Fraction(1), bounds=(total, total), open=0)
    )


def _met(finding: Finding) -> Finding:
    return finding._replace(verdict=Verdict.MET, proposed=None)


def run(plans: int = 12) -> SimpleNamespace:
    """A run of so many plans, every third of them clean, and two that could not be read."""
    cards = tuple(
        scorecard(f"P{n:02}", form="pdf" if n % 2 else "docx", clean=n % 3 == 0, team=("North", "South")[n % 2])
        for n in range(1, plans + 1)
    )
    unreadable = (
        Unreadable(
            "P98", "scan.pdf", "no_text", "The pages are pictures; ask for the Word file or a PDF made from it."
        ),
        Unreadable("P99", "locked.docx", "encrypted", "The file is locked with a password; save an unlocked copy."),
    )
    stamp = SimpleNamespace(id="made", version="2026.1", sha256="ab" * 32, law_as_at=date(2026, 9, 1))
    files = {card.reference: card.file or "" for card in cards}
    return SimpleNamespace(
        tool_version="0.1.0",
        rubric=stamp,
        as_of=AS_OF,
        scorecards=cards,
        unreadable=unreadable,
        files=files,
        caseload=None,
        draw=None,
        apart={},
        picked={},
        parts=(),
        core=cards,
        in_full=lambda verdicts=(): iter(cards),
    )
