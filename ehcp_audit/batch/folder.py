"""The run folder: what was kept of each plan becomes results, tables, summary and report; the manifest comes last."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.batch.work import Task, kept
from ehcp_audit.errors import AuditError
from ehcp_audit.model import Scorecard
from ehcp_audit.results import scorecard_from_json
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
from ehcp_audit.saving import save

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

SUMMARY, REPORT, TABLES = "summary.xlsx", "report.html", "csv"


def scorecard_of(folder: Path, task: Task) -> Scorecard:
    """The scorecard that a worker kept of this plan."""
    return scorecard_from_json(json.loads(_body(folder, task)))


def write_results(folder: Path, tasks: Iterable[Task]) -> None:
    """results.jsonl, from what the workers kept of these plans, in this order."""
    save(folder / RESULTS, (_body(folder, task).encode() for task in tasks), force=True)


def _body(folder: Path, task: Task) -> str:
    result = kept(folder, task)
    if result is None:
        raise AuditError(f"The result of {task.reference} was lost from {folder}; run again with --resume.")
    return result.body


def write_outputs(folder: Path, run: Run, rubric: Rubric) -> None:
    """Everything of a run folder but the results and the scorecards, and run.json when all the rest is there."""
    from ehcp_audit.reports.csv_tables import csv_tables
    from ehcp_audit.reports.html import html_report
    from ehcp_audit.reports.summary import summary_workbook
    from ehcp_audit.rubric.keeping import rubric_text

    texts = {UNREAD: unreadable_text(run), REFERENCES: references_text(run)}
    texts[REPORT] = html_report(run, rubric)
    texts[RUBRIC] = rubric_text(rubric)
    (folder / TABLES).mkdir(exist_ok=True)
    for name, text in csv_tables(run, rubric).items():
        texts[f"{TABLES}/{name}"] = text
    for name, text in texts.items():
        save(folder / name, text.encode(), force=True)
    save(folder / SUMMARY, summary_workbook(run, rubric), force=True)
    write_manifest(folder, run)


def write_manifest(folder: Path, run: Run) -> None:
    """run.json, which names the sha256 of every other file: written last, so that where it is all is there."""
    save(folder / MANIFEST, manifest_text(manifest_json(run, files_of(folder), draw=run.draw)).encode(), force=True)
