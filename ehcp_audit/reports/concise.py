"""One finding a line, for editors, for `grep` and for a quick look: place, criterion, verdict, note, words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ehcp_audit.model import GAPS, Finding, ItemRead, Scorecard, Verdict
from ehcp_audit.quoting import items_by_subject, named, place_shown, placed_quotes, quoted, with_own_labels
from ehcp_audit.reports.gaps import section_of, starts_at, subject_rank
from ehcp_audit.scoring import is_doubtful
from ehcp_audit.styling import one_line, section_rank

if TYPE_CHECKING:
    from ehcp_audit.runs import Run


LONGEST = 200


def concise_report(run: Run, *, every: bool = False) -> str:
    """Every finding that wants somebody's attention, in document order: gaps, then what to look at first.

    `every`: what is perhaps met, and what only a person can judge, too: by far the most lines.
    """
    lines = [line for scorecard in map(with_own_labels, run.scorecards) for line in _lines(scorecard, every=every)]
    lines += [f"{one_line(one.file or one.reference)}: {one.kind}: {one_line(one.reason)}" for one in run.unreadable]
    return "".join(line + "\n" for line in lines)


def left_out(scorecards: Sequence[Scorecard]) -> int:
    """How many lines are left out unless `every` one is asked for."""
    found = [one for card in scorecards for one in card.findings() if one.verdict is Verdict.NEEDS_PERSON]
    return sum(not is_doubtful(one) for one in found)


def _lines(scorecard: Scorecard, *, every: bool) -> list[str]:
    items = items_by_subject(scorecard)
    name = one_line(scorecard.file or scorecard.reference)
    found = [(result, one) for result in scorecard.criteria for one in result.findings]
    wanted = [pair for pair in found if pair[1].verdict in GAPS or is_doubtful(pair[1])]
    if every:
        wanted = [pair for pair in found if pair[1].verdict in (*GAPS, Verdict.NEEDS_PERSON)]
    wanted.sort(
        key=lambda pair: (
            pair[1].verdict is Verdict.NEEDS_PERSON,
            section_rank(section_of(pair[1], pair[0])),
            starts_at(pair[1], items),
            subject_rank(pair[1].subject),
        )
    )
    return [_line(name, finding, items) for _result, finding in wanted]


def _line(name: str, finding: Finding, items: dict[str, ItemRead]) -> str:
    where = place_shown(finding, items)
    proposed = f" (perhaps {finding.proposed})" if finding.proposed else ""
    waived = " (accepted)" if finding.waived else ""
    about = named(finding.subject, items) if finding.subject in items else finding.subject
    note = f": {one_line(finding.note)}" if finding.note else ""
    stands = f"{where}: " if where else ""
    said = f"{stands}{finding.criterion} {about} {finding.verdict}{proposed}{waived}{note}"
    return f"{name}: {said}{_quoted(finding, items)}"


def _quoted(finding: Finding, items: dict[str, ItemRead]) -> str:
    """The words in question, each with its place where they stand in several; none where the whole line is meant."""
    said_already = all(one_line(one.text) in finding.note for one in finding.evidence)
    if said_already or not any(one.exact for one in quoted(finding, items, LONGEST)):
        return ""
    words, more = placed_quotes(finding, items, LONGEST)
    said = [f'{one.at} "{one.text}"' if one.at else f'"{one.text}"' for one in words]
    return f" {'; '.join([*said, *([f'and {more} more'] if more else [])])}"
