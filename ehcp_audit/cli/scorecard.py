"""`scorecard export` and `scorecard import`: the auditors' workbooks out, and back in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.cli.options import Force, RubricOption, group
from ehcp_audit.errors import AuditError, ExitCode

if TYPE_CHECKING:
    from ehcp_audit.judgements import Exported
    from ehcp_audit.scorecards.desk import Returned
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
    for line in _not_started(taken.untouched):
        screen.complain(line)
    _show(taken)
    left = taken.refused or (taken.untouched and not partial)
    return int(ExitCode.SOME_UNREADABLE if left else ExitCode.DONE)


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
    from ehcp_audit.styling import count, run_words

    screen.show_lines(*_came_in(taken.returned))
    for one in taken.returned:
        for note in one.notes:
            screen.say(f"{one.file}, {note}")
    if taken.already:
        screen.show(f"Already in: {count(len(taken.already), 'workbook')}, passed over.")
    if taken.path is not None:
        screen.show(f"Kept in judgements/{taken.path.name}, which is never changed.")
    idle = {(plan, one.rater, one.round) for one in taken.untouched for plan in one.plans}
    out = [one for one in taken.out if (one.plan, one.rater, one.round) not in idle]
    screen.show_lines(*_grades_out(taken), *cards_out(out))
    named = {plan for plan, *_ in idle} | {one.plan for one in out}
    waiting = [plan for plan in taken.unjudged if plan not in named]
    if waiting:
        screen.show_lines(f"Not judged by anybody yet: {run_words(waiting)}")
    elif not (taken.out or idle or taken.refused):
        screen.show("No scorecard is out.")


SINGLY = 6  # workbooks of one auditor that are named one by one


def _came_in(returned: Sequence[Returned]) -> Iterator[str]:
    """What went in: a line a workbook, or one for the many of an auditor."""
    from ehcp_audit.styling import count, run_words

    by_auditor: dict[str, list[Returned]] = {}
    for one in returned:
        how = f"{one.rater} ({one.round}, {'blind' if one.blind else 'sighted'})"
        by_auditor.setdefault(how, []).append(one)
    for how, own in by_auditor.items():
        for some in [[one] for one in own] if len(own) <= SINGLY else [own]:
            plans = [plan for one in some for plan in one.plans]
            actions = sum(len(one.kept.actions) for one in some)
            grades = sum(len(one.kept.judgements) for one in some)
            what = some[0].file if len(some) == 1 else count(len(some), "workbook")
            more = f", {count(actions, 'action')}" if actions else ""
            yield f"{what}: {run_words(plans)} by {how}: {grades} grades in{more}"


MOST_NAMED = 12  # criteria that are named where a plan's grades are not all given


def _grades_out(taken: Taken) -> Iterator[str]:
    """The grades left blank, by auditor; plans of which as many are blank stand together."""
    from ehcp_audit.styling import count, run_words

    blank: dict[tuple[str, str], list[str]] = {}
    for one in (*taken.returned, *taken.already):
        by_plan: dict[str, list[str]] = {}
        for plan, id in one.blank:
            by_plan.setdefault(plan, []).append(id)
        for plan, ids in by_plan.items():
            named = ", ".join(ids) if len(ids) <= MOST_NAMED else count(len(ids), "grade")
            blank.setdefault((one.rater, named), []).append(plan)
    for (rater, named), plans in blank.items():
        yield f"Still out, by {rater}: {run_words(plans)} {named}"


def cards_out(out: Sequence[Exported]) -> list[str]:
    """One line for each auditor and round on the scorecards that have not come back."""
    from ehcp_audit.styling import run_words

    plans: dict[tuple[str, str], list[str]] = {}
    for one in out:
        plans.setdefault((one.rater, one.round), []).append(one.plan)
    return [f"Still out: {rater} ({round}): {run_words(found)}" for (rater, round), found in plans.items()]


def _not_started(untouched: Sequence[Returned]) -> Iterator[str]:
    """The workbooks in which nobody has written yet: a few by their names, many in one line for each auditor."""
    from ehcp_audit.styling import count, run_words

    if len(untouched) <= SINGLY:
        yield from (f"{one.file}: nothing was graded in it yet, and nothing of it went in." for one in untouched)
        return
    plans: dict[str, list[str]] = {}
    for one in untouched:
        who = f"{one.rater}, {one.round}" if one.rater else one.round
        plans.setdefault(who, []).extend(one.plans)
    for who, found in plans.items():
        yield f"Not started ({who}): {run_words(found)}, {count(len(found), 'plan')}. Nothing of them went in."
