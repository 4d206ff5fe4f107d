"""`check`: a caseworker's look at a draft before it goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.cli.options import (
    AsOf,
    FailOn,
    FailUnder,
    Force,
    Ignore,
    Ocr,
    OutputFile,
    PasswordFile,
    Plans,
    ReadMib,
    ReadSeconds,
    RubricOption,
    SectionOption,
    Select,
    Status,
    Waivers,
    YearGroup,
)
from ehcp_audit.reports import REPORTS

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

FORMATS = ("terminal", *REPORTS)

Format = Annotated[str | None, typer.Option("--format", metavar="|".join(FORMATS), help="How to print. [terminal]")]
Marked = Annotated[
    str | None, typer.Option("--marked", metavar="DIR", help="Write a copy of each plan with the findings in it.")
]
AdviceFolder = Annotated[
    str | None,
    typer.Option("--advice", metavar="FOLDER", help="The advice reports behind the plan, to compare it with."),
]
Queries = Annotated[
    str | None, typer.Option("--queries", metavar="FILE", help="Write what to ask each advice-giver (.txt, or .csv).")
]


def check(
    plans: Plans,
    rubric: RubricOption = None,
    status: Status = None,
    year_group: YearGroup = None,
    format: Format = None,
    output: OutputFile = None,
    marked: Marked = None,
    select: Select = None,
    ignore: Ignore = None,
    section: SectionOption = None,
    advice: AdviceFolder = None,
    queries: Queries = None,
    waivers: Waivers = None,
    as_of: AsOf = None,
    fail_on: FailOn = None,
    fail_under: FailUnder = None,
    ocr: Ocr = None,
    password_file: PasswordFile = None,
    read_seconds: ReadSeconds = None,
    read_mib: ReadMib = None,
    force: Force = False,
) -> int:
    """Check drafts before they go out: what to mend, where, and why."""
    from ehcp_audit.cli.advice import Lines, keeping_lines, read_advice, write_queries
    from ehcp_audit.cli.gate import check_exit
    from ehcp_audit.cli.judging import judge_files
    from ehcp_audit.cli.marking import marker
    from ehcp_audit.cli.plans import named_files, reading_settings, reading_terms
    from ehcp_audit.cli.showing import show_results
    from ehcp_audit.cli.waiving import say_idle, waivers_of
    from ehcp_audit.rubric import load_rubric

    how = settings.choose_format(format, FORMATS)
    target = screen.output_file(output, force=force)
    gate_on = settings.setting("fail_on", fail_on) or "must"
    gate_under = settings.setting("fail_under", fail_under)
    asked = screen.output_file(queries, force=force)
    chosen = load_rubric(settings.setting("rubric", rubric))
    terms = reading_terms(read_seconds, read_mib, ocr, password_file)
    reading = reading_settings(as_of=as_of, terms=terms, status=status, year_group=year_group)
    kept = _kept(chosen, select, ignore, section)
    accepted = waivers_of(waivers)
    files = named_files(plans)

    beside = read_advice(advice, files, reading)
    lines: Lines = {}
    with marker(marked, files, chosen, reading, force=force) as mark:
        judged = judge_files(files, chosen, reading, kept, keeping_lines(mark, lines), beside.by_plan, accepted)
    say_idle(accepted, judged.scorecards, reading.as_of)
    write_queries(asked, judged.scorecards, chosen, beside, lines, force=force)
    show_results(judged, chosen, reading.as_of, how, target, whole=kept is not None, force=force)
    refused = len(judged.unreadable) + judged.unmarked + beside.unread
    return int(check_exit(judged.scorecards, refused, fail_on=gate_on, fail_under=gate_under))


def _kept(rubric: Rubric, select: str | None, ignore: str | None, section: str | None) -> frozenset[str] | None:
    from ehcp_audit.cli.selection import kept_criteria

    return kept_criteria(
        rubric,
        select=settings.setting("select", select),
        ignore=settings.setting("ignore", ignore),
        sections=settings.setting("section", section),
    )
