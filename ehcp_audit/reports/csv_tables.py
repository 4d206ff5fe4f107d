"""Four tidy tables for Power BI or Excel: plans, criteria, scores and findings, joined by `reference` and `criterion`.

One row is one fact. Columns keep their names and order; new ones are added at the end. Dates are ISO, UTF-8 with a byte
order mark, and no cell is a formula. Exact shares stand in two columns, numerator and denominator, with a percentage of
one decimal beside them: "3/5" in one cell would open in Excel as the third of May.

- plans: one row a plan, read or not (`reference`)
- criteria: one row a criterion of the rubric (`criterion`)
- scores: one row a plan and criterion (`reference`, `criterion`)
- findings: one row a finding, the met ones too (`reference`, `criterion`, `subject`, `fingerprint`)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from ehcp_audit.model import DATES_KEPT, CriterionResult, Finding, ItemRead, Scorecard, Unreadable, Verdict
from ehcp_audit.quoting import items_by_subject
from ehcp_audit.reports.gaps import section_of
from ehcp_audit.scoring import percent
from ehcp_audit.workbooks import Value, csv_cells, csv_text

if TYPE_CHECKING:
    from ehcp_audit.judgements import Kept
    from ehcp_audit.rubric import Criterion, Rubric
    from ehcp_audit.runs import Run

Row = tuple[Value, ...]

PLANS = (
    *("reference", "id", "team", "read", "kind", "reason", "format", "pages", "status", "year_group", "phase"),
    *("numerator", "denominator", "percent", "unweighted", "coverage", "low", "high", "band"),
    *("must_met", "must_applicable", "must_open", "open", "findings_not_met", "findings_partly_met"),
    *DATES_KEPT,
    *("rubric", "rubric_version", "law_as_at", "as_of"),
    "purpose",  # core, risk or thematic, where the plans were drawn, or "part of a plan"; only the core enters a rate
)
CRITERIA = ("criterion", "section", "question", "tier", "mode", "weight", "act", "basis", "looks_for", "good", "rubric")
SCORES = (
    *("reference", "id", "team", "criterion", "section", "tier", "mode", "verdict"),
    *("numerator", "denominator", "percent", "weight"),
    *("met", "partly_met", "not_met", "not_applicable", "needs_a_person"),
)
FINDINGS = (
    *("reference", "id", "team", "criterion", "section", "subject", "tier", "mode", "verdict", "proposed", "note"),
    *("evidence", "page", "paragraph", "table", "row", "cell", "document", "start"),
    *("act", "waived_until", "waived_reason", "advice", "fingerprint"),
    "label",  # the plan's own number for the line, "F8"; blank where it prints none
)

JUDGEMENTS = ("reference", "criterion", "rater", "round", "blind", "grade", "reason", "judged_on", "comment")


def csv_tables(run: Run, rubric: Rubric) -> dict[str, str]:
    """The four tables as the run folder keeps them: file name -> text."""
    return {**short_tables(run, rubric), "scores.csv": scores_csv(run), "findings.csv": findings_csv(run)}


def short_tables(run: Run, rubric: Rubric) -> dict[str, str]:
    """The tables of one line a plan and of one line a criterion."""
    return {"plans.csv": plans_csv(run), "criteria.csv": criteria_csv(rubric)}


def plans_csv(run: Run) -> str:
    """One row a plan, in order of reference; one that could not be read says why and holds no figure."""
    read = [(card.reference, _plan_row(card)) for card in run.scorecards]
    unread = [(one.reference, _unread_row(one)) for one in run.unreadable]
    stamp = (run.rubric.id, run.rubric.version, run.rubric.law_as_at, run.as_of)
    rows = sorted([*read, *unread], key=lambda pair: pair[0])
    core = None if run.draw is None else "core"
    return csv_text([PLANS, *((*row, *stamp, run.apart.get(reference, core)) for reference, row in rows)])


def _plan_row(card: Scorecard) -> Row:
    plan, score = card.plan, card.score
    verdicts = Counter(finding.verdict for finding in card.findings())
    facts = dict(plan.facts)
    low, high = score.bounds or (None, None)
    return (
        *(card.reference, card.id, card.team, True, None, None),
        *(plan.format, plan.pages, plan.status, plan.year_group, plan.phase),
        *(*_exact(score.total), _percent(score.total), _percent(score.unweighted), _percent(score.coverage)),
        *(_percent(low), _percent(high), score.band),
        *(score.must.met, score.must.applicable, score.must.open, score.open),
        *(verdicts[Verdict.NOT_MET], verdicts[Verdict.PARTLY_MET]),
        *(facts.get(name) for name in DATES_KEPT),
    )


def _unread_row(one: Unreadable) -> Row:
    return (one.reference, None, None, False, one.kind, one.reason, *(None,) * (len(PLANS) - 11))


def criteria_csv(rubric: Rubric) -> str:
    """One row a criterion of the rubric, in its order."""
    return csv_text([CRITERIA, *(_criterion_row(one, rubric.id) for one in rubric.criteria)])


def _criterion_row(one: Criterion, rubric: str) -> Row:
    words = (one.guidance.looks_for, one.guidance.good)
    basis = "; ".join(one.basis)
    return (
        *(one.id, one.section, one.question, str(one.tier), str(one.mode), _weight(one.weight)),
        *(one.act, basis, *words, rubric),
    )


def scores_csv(run: Run) -> str:
    """One row a plan and criterion, with its share and how many findings gave which verdict."""
    return heading("scores.csv") + "".join(map(score_lines, run.scorecards))


def score_lines(card: Scorecard) -> str:
    """The lines of one plan in scores.csv."""
    head = csv_cells(card.reference, card.id, card.team)
    return "".join([f"{head},{_score_cells(result)}\n" for result in card.criteria])


def _score_cells(result: CriterionResult) -> str:
    verdicts = [finding.verdict for finding in result.findings]
    cells = (
        csv_cells(result.id, result.section, str(result.tier), str(result.mode)),
        csv_cells(str(result.verdict), *_exact(result.share), _percent(result.share), _weight(result.weight)),
        csv_cells(*(verdicts.count(verdict) for verdict in Verdict)),
    )
    return ",".join(cells)


def findings_csv(run: Run) -> str:
    """One row a finding; the evidence is the first passage found, its place beside it."""
    return heading("findings.csv") + "".join(map(finding_lines, run.in_full()))


def finding_lines(card: Scorecard) -> str:
    """The lines of one plan in findings.csv."""
    return "".join([f"{line}\n" for line in _finding_lines(card)])


def _finding_lines(card: Scorecard) -> Iterator[str]:
    items = items_by_subject(card)
    for result in card.criteria:
        head = csv_cells(card.reference, card.id, card.team, result.id)
        mode = str(result.mode)
        for finding in result.findings:
            proposed = str(finding.proposed) if finding.proposed else None
            waived = (finding.waived.expires, finding.waived.reason) if finding.waived else (None, None)
            advice = finding.advice.says if finding.advice else None
            item = items.get(finding.subject)
            cells = (
                head,
                csv_cells(section_of(finding, result), finding.subject),
                csv_cells(str(finding.tier), mode, str(finding.verdict), proposed, finding.note),
                csv_cells(*_evidence(finding, items)),
                csv_cells(finding.act, *waived, advice),
                finding.fingerprint,
                csv_cells(item.label if item else None),
            )
            yield ",".join(cells)


PLAN_LINES = {"scores.csv": score_lines, "findings.csv": finding_lines}
"""The tables that grow by many lines a plan, and what gives one plan's; the first line of each is in `HEADINGS`."""

HEADINGS = {"scores.csv": SCORES, "findings.csv": FINDINGS}


def heading(table: str) -> str:
    """The first line of one of these tables."""
    return csv_text([HEADINGS[table]])


def judgements_csv(kept: Kept) -> str:
    """One row a judgement, in the order in which they came in; a blank grade is not applicable."""
    rows = (
        (one.plan, one.criterion, one.rater, one.round, one.blind, one.grade, one.reason, one.judged_on, one.comment)
        for one in kept.judgements
    )
    return csv_text([JUDGEMENTS, *rows])


def _evidence(finding: Finding, items: dict[str, ItemRead]) -> Row:
    """Words, page, paragraph, table, row, cell, document and start: of the evidence, else of the item asked about."""
    where = finding.evidence[0] if finding.evidence else items.get(finding.subject)
    if where is None:
        return (None,) * 8
    document = finding.evidence[0].document if finding.evidence else None
    return (where.text, where.page, where.paragraph, *(where.table or (None, None, None)), document, where.start)


def _exact(value: Fraction | None) -> tuple[int | None, int | None]:
    return (None, None) if value is None else (value.numerator, value.denominator)


def _percent(value: Fraction | None) -> float | None:
    return None if value is None else percent(value)


def _weight(value: Fraction) -> float | int:
    return value.numerator if value.denominator == 1 else float(value)
