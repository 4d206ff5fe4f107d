"""`diff`: what the second draft put right, and what it brought in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.cli.options import (
    AsOf,
    Force,
    Ocr,
    OutputFile,
    PasswordFile,
    ReadMib,
    ReadSeconds,
    RubricOption,
    TerminalOrJson,
)
from ehcp_audit.errors import AuditError, ExitCode

if TYPE_CHECKING:
    from ehcp_audit.changes import Changes
    from ehcp_audit.cli.plans import Reading
    from ehcp_audit.model import Facts
    from ehcp_audit.rubric import Rubric
    from ehcp_audit.runs import Run

FORMATS = ("terminal", "json")
_WHAT = "a run folder, a result (check --format json), or a plan."


def diff(
    before: Annotated[str, typer.Argument(metavar="A", help=f"The first: {_WHAT}")],
    after: Annotated[str, typer.Argument(metavar="B", help=f"The second: {_WHAT}")],
    rubric: RubricOption = None,
    format: TerminalOrJson = None,
    output: OutputFile = None,
    as_of: AsOf = None,
    ocr: Ocr = None,
    password_file: PasswordFile = None,
    read_seconds: ReadSeconds = None,
    read_mib: ReadMib = None,
    force: Force = False,
) -> int:
    """Compare two drafts of a plan, or two runs: findings fixed, unchanged and new."""
    from ehcp_audit.changes import changes, whose_plans
    from ehcp_audit.cli.plans import reading_settings, reading_terms

    how = settings.choose_format(format, FORMATS)
    target = screen.output_file(output, force=force)
    reading = reading_settings(as_of=as_of, terms=reading_terms(read_seconds, read_mib, ocr, password_file))
    facts: tuple[list[Facts], list[Facts]] = [], []
    first, second = _run(before, rubric, reading, facts[0]), _run(after, rubric, reading, facts[1])
    unread = len(first.unreadable) + len(second.unreadable)
    if not first.scorecards or not second.scorecards:
        if unread:
            return int(ExitCode.SOME_UNREADABLE)
        raise AuditError("There is nothing to compare: one of the two holds no plan.")
    found = changes(first, second)
    if [len(one) for one in facts] == [1, 1]:
        found = replace(found, warnings=(*whose_plans(facts[0][0], facts[1][0]), *found.warnings))
    if not found.same_rubric:
        screen.say("The two were judged by different rubrics: a finding may be new or gone for that reason alone.")
    text = _text(how, found, first, second, rubric)
    if target is not None:
        screen.save(target, text.encode("utf-8", "replace"), force=force)
    elif how == "json":
        screen.show_json_text(text)
    else:
        from ehcp_audit.reports.changes import show_changes

        show_changes(screen.console(), found, _rubric(second, rubric))
    read_now = [one for one in (before, after) if _kind(one) == "plans"]
    return int(ExitCode.SOME_UNREADABLE if read_now and unread else ExitCode.DONE)


def _kind(argument: str) -> str:
    from ehcp_audit.cli.stored import source_of

    return source_of(argument).kind


def _run(argument: str, rubric: str | None, reading: Reading, facts: list[Facts]) -> Run:
    from ehcp_audit.cli.stored import checked_now, source_of, stored_run
    from ehcp_audit.rubric import load_rubric

    source = source_of(argument)
    if source.kind != "plans":
        return stored_run(source)
    return checked_now([argument], load_rubric(settings.setting("rubric", rubric)), reading, facts)


def _rubric(run: Run, named: str | None) -> Rubric | None:
    from ehcp_audit.cli.run_rubric import run_rubric

    try:
        return run_rubric(run, named)
    except AuditError:
        if named is not None:
            raise
        return None  # the findings say what they say without the criteria's questions


def _text(how: str, found: Changes, first: Run, second: Run, named: str | None) -> str:
    import io

    from ehcp_audit.reports.changes import changes_json_text, show_changes

    if how == "json":
        return changes_json_text(found, first, second)
    page = io.StringIO()
    show_changes(screen.console(file=page), found, _rubric(second, named))
    return page.getvalue()
