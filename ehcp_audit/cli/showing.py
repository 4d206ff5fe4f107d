"""Printing what `check` found, in the format asked for."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.cli import screen
from ehcp_audit.cli.judging import Judged

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric


def show_results(
    judged: Judged,
    rubric: Rubric,
    as_of: date,
    how: str,
    target: Path | None,
    *,
    whole: bool = False,
    force: bool = False,
) -> None:
    """Print the results, or write them to the file that `-o` named. `whole`: as `show_check` knows it."""
    _say_left_out(judged, how)
    if target is not None:
        screen.save(target, _text(judged, rubric, as_of, how, whole=whole).encode("utf-8", "replace"), force=force)
    elif how == "terminal":
        from ehcp_audit.reports.terminal import show_check

        show_check(screen.console(), judged.scorecards, rubric, whole=whole)  # the unreadable were said on stderr
    elif how in ("json", "jsonl"):
        screen.show_json_text(_text(judged, rubric, as_of, how))
    elif how == "csv":
        screen.show_csv_text(_text(judged, rubric, as_of, how))
    else:
        screen.show(_text(judged, rubric, as_of, how))


def _text(judged: Judged, rubric: Rubric, as_of: date, how: str, *, whole: bool = False) -> str:
    """The whole output as text; what a terminal shows, without its colours."""
    if how == "terminal":
        from ehcp_audit.reports.terminal import show_check

        page = io.StringIO()
        show_check(screen.console(file=page), judged.scorecards, rubric, judged.unreadable, whole=whole)
        return page.getvalue()
    from ehcp_audit.reports import REPORTS
    from ehcp_audit.runs import Run, stamp

    run = Run(stamp(rubric), as_of, judged.scorecards, judged.unreadable)
    if how == "concise" and screen.settings.verbose:
        from ehcp_audit.reports.concise import concise_report

        return concise_report(run, every=True)
    return REPORTS[how](run, rubric)


def _say_left_out(judged: Judged, how: str) -> None:
    """Say how many lines `--format concise` leaves out, and how to see them."""
    if how != "concise" or screen.settings.verbose:
        return
    from ehcp_audit.reports.concise import left_out

    if number := left_out(judged.scorecards):
        screen.say(f"Left out: {number:,} line(s) that are perhaps met or that only a person can judge. -v shows them.")
