"""What people open: every report is a view of one stored result, and computes no score of its own.

`REPORTS` holds the formats of `check` that are text: each a function from a run and its rubric to the whole document.
What a terminal shows (`terminal`, `batch_terminal`, `comparison_terminal`, `wording_terminal`), the page (`html`), the
board's page (`board`) and the workbooks (`summary`, `comparison_book`, `moderation_book`) are called by name.
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


REPORTS: dict[str, Callable[[Run, Rubric], str]] = {
    "concise": _concise,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
}
"""The formats by name. To add one: a module here, a function above, a line in this dictionary."""
