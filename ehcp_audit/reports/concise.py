"""One finding a line, for editors, for `grep` and for a quick look: place, criterion, verdict, note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehcp_audit.model import Finding, Scorecard, Verdict
from ehcp_audit.quoting import items_by_subject, place_of
from ehcp_audit.reports.gaps import GAPS, section_of, starts_at, subject_rank
from ehcp_audit.styling import one_line, section_rank

if TYPE_CHECKING:
    from ehcp_audit.runs import Run


def concise_report(run: Run) -> str:
    """Every finding that wants somebody's attention, in document order: gaps, then what waits for a person."""
    lines = [line for scorecard in run.scorecards for line in _lines(scorecard)]
    lines += [f"{one_line(one.file or one.reference)}: {one.kind}: {one_line(one.reason)}" for one in run.unreadable]
    return "".join(line + "\n" for line in lines)


def _lines(scorecard: Scorecard) -> list[str]:
    items = items_by_subject(scorecard)
    name = one_line(scorecard.file or scorecard.reference)
    found = [(result, one) for result in scorecard.criteria for one in result.findings]
    wanted = [pair for pair in found if pair[1].verdict in (*GAPS, Verdict.NEEDS_PERSON)]
    wanted.sort(
        key=lambda pair: (
            pair[1].verdict is Verdict.NEEDS_PERSON,
            section_rank(section_of(pair[1], pair[0])),
            starts_at(pair[1], items),
            subject_rank(pair[1].subject),
        )
    )
    return [_line(name, finding, place_of(finding, items)) for _result, finding in wanted]


def _line(name: str, finding: Finding, where: str) -> str:
    proposed = f" (perhaps {finding.proposed})" if finding.proposed else ""
    waived = " (accepted)" if finding.waived else ""
    note = f": {one_line(finding.note)}" if finding.note else ""
    stands = f"{where}: " if where else ""
    return f"{name}: {stands}{finding.criterion} {finding.subject} {finding.verdict}{proposed}{waived}{note}"
