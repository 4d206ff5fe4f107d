"""`scorecard export` and `scorecard import`: the auditors' workbooks out, and back in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.cli.options import Force, RubricOption, group
from ehcp_audit.errors import AuditError, ExitCode

if TYPE_CHECKING:
    from ehcp_audit.judgements import Exported
    from ehcp_audit.scorecards.handing import Taken

app = group("Hand scorecards out to auditors and take them back.")

TABLES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv")
"""What somebody may have saved a scorecard as."""

RunFolder = Annotated[str, typer.Argument(metavar="RUN", help="A run folder, as `batch` made it.")]


@app.command("export")
def export(
    run: RunFolder,
    auditor: Annotated[str, typer.Option("--auditor", metavar="AB", help="Who is to judge: initials or a key.")],
    blind: Annotated[bool, typer.Option("--blind", help="Hide the tool's verdicts and everybody's grades.")] = False,
    round: Annotated[
        str, typer.Option("--round", metavar="first|second|panel|consensus", help="Which round. [first]")
    ] = "first",
    one_workbook: Annotated[
        bool, typer.Option("--one-workbook", help="All plans in one workbook instead of one each.")
    ] = False,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="DIR", help="The folder to make. [beside RUN]")
    ] = None,
    rubric: RubricOption = None,
    force: Force = False,
) -> int:
    """Write an auditor's scorecards: a workbook a plan, or one for all of them."""
    from ehcp_audit.cli.run_rubric import run_rubric
    from ehcp_audit.judgements import ROUNDS
    from ehcp_audit.runs import read_run
    from ehcp_audit.scorecards.handing import hand_out
    from ehcp_audit.styling import count

    wanted = settings.choice("--round", round, ROUNDS)
    folder = Path(run)
    chosen = run_rubric(read_run(folder), rubric, folder)
    name = f"{folder.resolve().name}-{auditor.strip()}-{wanted}"
    target = Path(output) if output is not None else folder.resolve().parent / name
    files = hand_out(
        folder,
        chosen,
        target,
        auditor=auditor,
        blind=blind,
        round=wanted,
        one_workbook=one_workbook,
        force=force,
    )
    screen.show(f"{count(len(files), 'workbook')} for {auditor} in {screen.name_of(target)}")
    screen.say(f"When they come back: ehcp-audit scorecard import {screen.name_of(run)} {screen.name_of(target)}")
    return 0


@app.command("import")
def take(
    run: RunFolder,
    files: Annotated[
        list[str], typer.Argument(metavar="FILES", help="Workbooks that came back: files, folders or patterns.")
    ],
    partial: Annotated[
        bool, typer.Option("--partial", help="Take what is graded; grades left blank stay out.")
    ] = False,
    rubric: RubricOption = None,
) -> int:
    """Take scorecards back: every mistake named with its cell, each workbook whole or not at all."""
    from ehcp_audit.cli.run_rubric import run_rubric
    from ehcp_audit.runs import read_run
    from ehcp_audit.scorecards.handing import take_back

    folder = Path(run)
    chosen = run_rubric(read_run(folder), rubric, folder)
    found = workbooks(files)
    gathered = set(found) - {Path(one) for one in files}  # a workbook that is named outright is never passed over
    taken = take_back(folder, chosen, found, partial=partial, again=gathered)
    for refused in taken.refused:
        for mistake in refused.mistakes:
            screen.complain(mistake)
    _show(taken)
    return int(ExitCode.SOME_UNREADABLE if taken.refused else ExitCode.DONE)


def workbooks(arguments: Sequence[str]) -> list[Path]:
    """The workbooks that the arguments name: of a folder its tables, of a pattern what fits it.

    Tables of another kind than .xlsx are among them, to be refused by name: what came back is never passed over.
    """
    from ehcp_audit.scorecards.handing import LIST

    found: list[Path] = []
    for argument in arguments:
        path = Path(argument)
        if path.is_dir():
            inside = [one for one in sorted(path.iterdir()) if one.suffix.lower() in TABLES and one.name != LIST]
            found += [one for one in inside if not one.name.startswith(("~$", "."))]
        elif set("*?[") & set(argument) and not path.exists():
            import glob

            found += [Path(one) for one in sorted(glob.glob(argument)) if not Path(one).name.startswith("~$")]  # noqa: PTH207
        else:
            found.append(path)
    if not found:
        raise AuditError(f"There is no workbook in {', '.join(arguments)}. Name .xlsx files, or a folder of them.")
    return found


def _show(taken: Taken) -> None:
    from ehcp_audit.styling import count

    for one in taken.returned:
        how = f"{one.round}, {'blind' if one.blind else 'sighted'}"
        grades = len(one.kept.judgements)
        more = f", {count(len(one.kept.actions), 'action')}" if one.kept.actions else ""
        screen.show(
            screen.printable(f"{one.file}: {', '.join(one.plans)} by {one.rater} ({how}): {grades} grades in{more}")
        )
        for note in one.notes:
            screen.say(f"{one.file}, {note}")
    if taken.already:
        screen.show(f"Already in: {count(len(taken.already), 'workbook')}, passed over.")
    if taken.path is not None:
        screen.show(f"Kept in judgements/{taken.path.name}, which is never changed.")
    for line in [*_grades_out(taken), *cards_out(taken.out)]:
        screen.show(screen.printable(line))
    waiting = [plan for plan in taken.unjudged if plan not in {one.plan for one in taken.out}]
    if waiting:
        screen.show(f"Not judged by anybody yet: {', '.join(waiting)}")
    elif not taken.out and not taken.refused:
        screen.show("No scorecard is out.")


def _grades_out(taken: Taken) -> list[str]:
    lines = []
    for one in (*taken.returned, *taken.already):
        by_plan: dict[str, list[str]] = {}
        for plan, id in one.blank:
            by_plan.setdefault(plan, []).append(id)
        lines += [f"Still out, by {one.rater}: {plan} {', '.join(ids)}" for plan, ids in by_plan.items()]
    return lines


def cards_out(out: Sequence[Exported]) -> list[str]:
    """One line for each auditor and round on the scorecards that have not come back."""
    plans: dict[tuple[str, str], list[str]] = {}
    for one in out:
        plans.setdefault((one.rater, one.round), []).append(one.plan)
    return [f"Still out: {rater} ({round}): {', '.join(found)}" for (rater, round), found in plans.items()]
