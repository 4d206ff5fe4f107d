"""What people open: every report is a view of one stored result, and computes no score of its own.

`REPORTS` holds the formats that are text: each is a function from a run and its rubric to the whole document. The
terminal has functions of its own (`terminal`, `batch_terminal`, `plan_terminal`, `rubric_terminal`), and so has the
summary workbook (`summary.summary_workbook`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric
    from ehcp_audit.runs import Run


def _concise(run: Run, rubric: Rubric) -> str:
    from ehcp_audit.reports.concise import concise_report

    return concise_report(run)


def _json(run: Run, rubric: Rubric) -> str:
    from ehcp_audit.reports.json_report import json_report

    return json_report(run, rubric)


def _jsonl(run: Run, rubric: Rubric) -> str:
    from ehcp_audit.reports.json_report import jsonl_report

    return jsonl_report(run, rubric)


def _csv(run: Run, rubric: Rubric) -> str:
    from ehcp_audit.reports.csv_tables import findings_csv

    return findings_csv(run)


def _html(run: Run, rubric: Rubric) -> str:
    from ehcp_audit.reports.html import html_report

    return html_report(run, rubric)


REPORTS: dict[str, Callable[[Run, Rubric], str]] = {
    "concise": _concise,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "html": _html,
}
"""The formats by name. To add one: a module here, a function above, a line in this dictionary."""
