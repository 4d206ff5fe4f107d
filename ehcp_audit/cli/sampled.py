"""What `batch` says when it is done: what was passed over, the headline, what to open next, and the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehcp_audit.cli import screen
from ehcp_audit.cli.gate import batch_exit
from ehcp_audit.cli.plans import refuse, say_passed_over
from ehcp_audit.cli.waiving import say_idle, waivers_of
from ehcp_audit.errors import ExitCode

if TYPE_CHECKING:
    from ehcp_audit.batch import BatchRequest, BatchResult


def batch_ended(result: BatchResult, request: BatchRequest, *, fail_on: str, fail_under: float | None) -> ExitCode:
    """Show a finished run and give its exit code: 3 when a plan or a row of the caseload could not be read."""
    from ehcp_audit.reports.batch_terminal import show_batch
    from ehcp_audit.rubric import load_rubric

    run = result.run
    if result.verified:
        screen.say(f"{screen.name_of(result.folder)} was whole already; nothing in it has changed since.")
    if result.gathered is not None:
        say_passed_over(result.gathered)
    for one in run.unreadable:
        refuse(one)
    for reference, where in result.faults:
        screen.detail(f"{reference}: {where}")
    for number, reason in result.refused_rows:
        screen.complain(f"{screen.name_of(str(request.caseload))}, row {number}: {reason}")
    say_idle(waivers_of(None if request.waivers is None else str(request.waivers)), run.scorecards, run.as_of)
    show_batch(
        screen.console(),
        run,
        load_rubric(request.rubric),
        result.folder,
        scorecards=(result.folder / "scorecards").is_dir(),
    )
    unread = len(run.unreadable) + len(result.refused_rows)
    return batch_exit(run.scorecards, unread, fail_on=fail_on, fail_under=fail_under)
