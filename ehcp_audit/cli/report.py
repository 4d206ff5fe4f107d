"""`report`: the outputs of a run again, with what people have judged since beside what the checks found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.cli.options import Force, ReadMib, ReadSeconds, RubricOption
from ehcp_audit.errors import AuditError

if TYPE_CHECKING:
    from ehcp_audit.judgements import Kept
    from ehcp_audit.rubric import Rubric
    from ehcp_audit.runs import Run

FORMATS = ("html", "xlsx", "board", "csv")


def report(
    run: Annotated[
        str, typer.Argument(metavar="RUN|RESULT", help="A run folder, or a result that `check --format json` wrote.")
    ],
    format: Annotated[
        str, typer.Option("--format", metavar="html|xlsx|board|csv", help="Which output. [html]")
    ] = "html",
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE|DIR", help="Where to write; a folder for csv. html: stdout."),
    ] = None,
    template: Annotated[
        str | None,
        typer.Option("--template", metavar="DOCX", help="Your own Word template for the board page."),
    ] = None,
    rubric: RubricOption = None,
    read_seconds: ReadSeconds = None,
    read_mib: ReadMib = None,
    force: Force = False,
) -> int:
    """Write a report of a run: by these checks and, where people have judged, as judged."""
    from ehcp_audit.cli.run_rubric import run_rubric
    from ehcp_audit.judgements import read_judgements
    from ehcp_audit.runs import read_result, read_run

    how = settings.choice("--format", format, FORMATS)
    if template is not None and how != "board":
        raise AuditError("--template is for --format board: the other outputs take none.")
    if output is None and how != "html":
        raise AuditError(f"Say where to write the {how} with -o.")
    source = Path(run)
    found = read_run(source) if source.is_dir() else read_result(source)
    kept = read_judgements(source) if source.is_dir() else None
    chosen = run_rubric(found, rubric, source if source.is_dir() else None)
    if how == "csv":
        _write_tables(Path(output or ""), found, chosen, kept, force=force)
        return 0
    target = screen.output_file(output, force=force)
    if how == "board":
        limits = settings.setting("read_seconds", read_seconds), settings.setting("read_mib", read_mib)
        _save(target, _board(found, chosen, kept, template, limits), force=force)
        return 0
    if how == "xlsx":
        from ehcp_audit.reports.summary import summary_workbook

        _save(target, summary_workbook(found, chosen, kept), force=force)
        return 0
    page = _page(found, chosen, kept)
    if target is None:
        screen.show(page)
    else:
        _save(target, page.encode(), force=force)
    return 0


def _page(run: Run, rubric: Rubric, kept: Kept | None) -> str:
    """A page of one plan where a stored result holds one plan alone; else the page of the sample."""
    if kept is None and len(run.scorecards) == 1 and not run.unreadable:
        from ehcp_audit.reports.plan_page import plan_page

        return plan_page(run, rubric)
    from ehcp_audit.reports.html import html_report

    return html_report(run, rubric, kept)


def _save(target: Path | None, data: bytes, *, force: bool) -> None:
    from ehcp_audit.saving import save

    if target is not None:
        save(target, data, force=force)
        screen.show(f"Written: {screen.name_of(target)}")


def _board(run: Run, rubric: Rubric, kept: Kept | None, template: str | None, limits: tuple[float, int]) -> bytes:
    """The page for the board, as a Word document; in the authority's own template where there is one."""
    from ehcp_audit.reports.board import board_blocks, title_of
    from ehcp_audit.reports.judged import judged
    from ehcp_audit.word_pages import word_page

    found = judged(run, rubric, kept) if kept else None
    blocks = board_blocks(run, rubric, found.actions, found.people) if found else board_blocks(run, rubric)
    if template is None:
        return word_page(blocks, title_of(run))
    from ehcp_audit.errors import UnreadableError
    from ehcp_audit.reports.filling import filled

    try:
        return filled(Path(template), blocks, title_of(run), seconds=limits[0], mib=limits[1])
    except UnreadableError as error:
        raise AuditError(f"The template {screen.name_of(template)} cannot be used. {error.reason}") from error


def _write_tables(folder: Path, run: Run, rubric: Rubric, kept: Kept | None, *, force: bool) -> None:
    from ehcp_audit.reports.csv_tables import csv_tables, judgements_csv
    from ehcp_audit.saving import new_folder

    tables = csv_tables(run, rubric)
    if kept:
        tables["judgements.csv"] = judgements_csv(kept)
    with new_folder(folder, force=force, whole="plans.csv") as part:
        for name, text in tables.items():
            (part / name).write_bytes(text.encode())
    screen.show(f"Written: {screen.name_of(folder)}")
