"""The run folder: what was kept of each plan becomes results, tables, summary and report; the manifest comes last.

Results and long tables are written plan after plan: a run of ten thousand needs hardly more memory than a small one.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.batch.journal import JOURNAL
from ehcp_audit.batch.kept import SCORECARDS, WORK, kept
from ehcp_audit.errors import AuditError
from ehcp_audit.results import line
from ehcp_audit.runs import (
    MANIFEST,
    REFERENCES,
    RESULTS,
    RUBRIC,
    UNREAD,
    Run,
    files_of,
    manifest_json,
    manifest_text,
    references_text,
    unreadable_text,
)
from ehcp_audit.saving import new_file, save

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

SUMMARY, REPORT, TABLES = "summary.xlsx", "report.html", "csv"


def make_rooms(folder: Path, *, scorecards: bool) -> None:
    """The folders inside a run folder."""
    for name in (WORK, TABLES, *((SCORECARDS,) if scorecards else ())):
        (folder / name).mkdir(exist_ok=True)


def write_results(folder: Path, references: Iterable[str], told: Mapping[str, str]) -> None:
    """results.jsonl and the long tables, from what the workers kept of these plans, in this order.

    `told` are warnings, by reference, that no worker could give: it saw one plan.
    """
    from ehcp_audit.reports.csv_tables import PLAN_LINES, heading

    with ExitStack() as stack:
        results = stack.enter_context(new_file(folder / RESULTS, force=True))
        tables = {name: stack.enter_context(new_file(folder / TABLES / name, force=True)) for name in PLAN_LINES}
        for name, table in tables.items():
            table.write(heading(name).encode())
        for reference in references:
            one = kept(folder, reference)
            if one is None:
                raise AuditError(f"The result of {reference} was lost from {folder}; run again with --resume.")
            results.write(_warned(one.body, told[reference]) if reference in told else one.body)
            for name, table in tables.items():
                table.write(one.tables[name])


def _warned(body: bytes, warning: str) -> bytes:
    data = json.loads(body)
    data["plan"]["warnings"].append(warning)
    return line(data)


def write_outputs(folder: Path, run: Run, rubric: Rubric) -> None:
    """The reports of a run folder whose results are written, and run.json when all the rest is there."""
    from ehcp_audit.reports.csv_tables import short_tables
    from ehcp_audit.reports.html import html_report
    from ehcp_audit.reports.summary import summary_workbook
    from ehcp_audit.rubric.keeping import rubric_text

    save(folder / UNREAD, unreadable_text(run).encode(), force=True)
    save(folder / REFERENCES, references_text(run).encode(), force=True)
    save(folder / RUBRIC, rubric_text(rubric).encode(), force=True)
    for name, text in short_tables(run, rubric).items():
        save(folder / TABLES / name, text.encode(), force=True)
    save(folder / REPORT, html_report(run, rubric).encode(), force=True)
    save(folder / SUMMARY, summary_workbook(run, rubric), force=True)
    files = files_of(folder)
    files.pop(JOURNAL, None)
    manifest = manifest_json(run, files, draw=run.draw)
    save(folder / MANIFEST, manifest_text(manifest).encode(), force=True)


def sweep(folder: Path, scorecards: Collection[str]) -> None:
    """Take away scorecards that an interrupted run made of plans which this one has not, or could not read."""
    for path in (folder / SCORECARDS).glob("*"):
        if path.stem not in scorecards:
            path.unlink()
    if not scorecards:
        shutil.rmtree(folder / SCORECARDS, ignore_errors=True)


def clear_work(folder: Path) -> None:
    """Take away what was needed only while the run was made."""
    (folder / JOURNAL).unlink(missing_ok=True)
    shutil.rmtree(folder / WORK)
