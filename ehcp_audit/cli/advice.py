"""`check --advice FOLDER` and `--queries FILE`: the reports behind a plan, and what to ask their authors."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.cli import screen
from ehcp_audit.cli.marking import Marks
from ehcp_audit.cli.plans import Named, Reading, crashed, refuse, say_passed_over
from ehcp_audit.errors import AuditError, UnreadableError
from ehcp_audit.model import Advice, Plan, Scorecard, Unreadable
from ehcp_audit.overruns import ADVICE, in_time
from ehcp_audit.styling import count

if TYPE_CHECKING:
    from ehcp_audit.reading import Reader
    from ehcp_audit.reports.queries import Line
    from ehcp_audit.rubric import Rubric


@dataclass(frozen=True, slots=True)
class Beside:
    """The advice that stands beside each plan, by the plan's reference, and how many reports could not be read."""

    by_plan: dict[str, tuple[Advice, ...]] = field(default_factory=dict)
    unread: int = 0

    def all(self) -> tuple[Advice, ...]:
        """Every report once, in the order of their references."""
        return tuple({one.reference: one for reports in self.by_plan.values() for one in reports}.values())


def read_advice(folder: str | None, files: Sequence[Named], how: Reading) -> Beside:
    """The reports of the folder beside these plans, as A01, A02, ... in path order.

    For one plan the whole folder is its own. For several, each has a folder of its own in it, named as the plan's
    file is. Raises AuditError when the folder is not there or holds no report.
    """
    if folder is None:
        return Beside()
    from ehcp_audit.reading import gather

    if not Path(folder).is_dir():
        raise AuditError(f"There is no folder {screen.name_of(folder)}. --advice takes the folder with the reports.")
    gathered = gather([folder])
    say_passed_over(gathered)
    plans = {os.path.realpath(file.path) for file in files}
    reports = [path for path in gathered.files if os.path.realpath(path) not in plans]
    if not reports:
        raise AuditError(f"There is no report in {screen.name_of(folder)}. Put .docx or .pdf files there.")
    digits = max(2, len(str(len(reports))))
    named = [Named(f"A{number:0{digits}}", path) for number, path in enumerate(reports, 1)]
    owners = _owners(Path(folder), files, named)
    unread = 0
    read: dict[str, Advice] = {}
    with how.terms.reader() as reader:
        for report in named:
            advice = _read(reader, report, how)
            if isinstance(advice, Unreadable):
                unread += 1
                refuse(advice)
            else:
                read[report.reference] = advice
                screen.say(_heard(report, advice))
    by_plan = {
        file.reference: tuple(read[one.reference] for one in owners[file.reference] if one.reference in read)
        for file in files
    }
    return Beside(by_plan, unread)


def _owners(folder: Path, files: Sequence[Named], reports: Sequence[Named]) -> dict[str, list[Named]]:
    """Which reports are whose, by the folder that they stand in."""
    if len(files) == 1:
        return {files[0].reference: list(reports)}
    owners = {file.reference: [one for one in reports if folder / file.path.stem in one.path.parents] for file in files}
    without = [file for file in files if not owners[file.reference]]
    if len(without) == len(files):
        raise AuditError(
            f"There are {len(files)} plans and one folder of advice. Give each plan a folder in it, named as its file "
            "is, or check the plans one at a time."
        )
    for file in without:
        screen.complain(f"{file.reference}: no folder in {screen.name_of(folder)} is named as this plan is.")
    return owners


def _read(reader: Reader, report: Named, how: Reading) -> Advice | Unreadable:
    from ehcp_audit.plan import build_advice

    try:
        document = reader.read(report.path)
        work = partial(build_advice, document, reference=report.reference, as_of=how.as_of)
        return in_time(work, how.terms.work_seconds, ADVICE)
    except UnreadableError as error:
        return Unreadable(report.reference, os.fspath(report.path), error.kind, error.reason)
    except Exception as error:
        return crashed(report, error)


def _heard(report: Named, advice: Advice) -> str:
    """One line a report: its reference, its file, and what was made out of it."""
    written = f", {advice.written.isoformat()}" if advice.written else ", no date found"
    role = advice.role or "author's role not found"
    what = f"{count(len(advice.outcomes), 'outcome')} and {count(len(advice.provision), 'line')} of provision."
    if not advice.provision:
        what = f"{what} Nothing can be matched to it: look into it yourself."
    return f"{report.reference} {screen.name_of(report.path)}: {role}{written}; {what}"


Lines = dict[tuple[str, str], "Line"]


def keeping_lines(mark: Marks, lines: Lines) -> Marks:
    """Mark each plan, and keep of it what the query list needs of its lines."""

    def both(file: Named, plan: Plan, card: Scorecard) -> bool:
        from ehcp_audit.reports.queries import lines_of

        lines.update(lines_of(plan))
        return mark(file, plan, card)

    return both


def write_queries(
    path: Path | None, scorecards: Sequence[Scorecard], rubric: Rubric, beside: Beside, lines: Lines, *, force: bool
) -> None:
    """Write the query list, as text, or as a table where the file's name ends in .csv."""
    if path is None:
        return
    from ehcp_audit.reports.queries import queries, query_rows, query_text
    from ehcp_audit.saving import save
    from ehcp_audit.workbooks import csv_text

    found = queries(scorecards, rubric, beside.all(), lines)
    table = path.suffix.lower() == ".csv"
    text = csv_text(query_rows(found)) if table else query_text(found, len(scorecards))
    save(path, text.encode("utf-8"), force=force)
    screen.say(f"Queries: {count(len(found), 'line')} of provision to ask about, in {screen.name_of(path)}")
