"""`moderate`: how far people agree, what to talk about, and the papers for the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.cli.options import Force, RubricOption, SectionOption, TerminalOrJson

if TYPE_CHECKING:
    from ehcp_audit.moderation.measuring import Moderation
    from ehcp_audit.moderation.pairing import Source
    from ehcp_audit.rubric import Rubric

MARK = "agreement.json"
FIRST = 10


def moderate(
    runs: Annotated[list[str], typer.Argument(metavar="RUN", help="Run folders whose scorecards came back.")],
    format: TerminalOrJson = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="DIR", help="Write the papers for the meeting here.")
    ] = None,
    section: SectionOption = None,
    rubric: RubricOption = None,
    force: Force = False,
) -> int:
    """Pair blind judgements: agreement overall and by criterion, and the agenda of disagreements."""
    from ehcp_audit.cli.run_rubric import run_rubric
    from ehcp_audit.cli.selection import kept_criteria
    from ehcp_audit.cli.stored import run_names
    from ehcp_audit.judgements import read_judgements
    from ehcp_audit.moderation import measuring
    from ehcp_audit.moderation.pairing import Source
    from ehcp_audit.moderation.record import moderation_json
    from ehcp_audit.runs import read_run

    how = settings.choose_format(format, ("terminal", "json"))
    folders = [Path(one) for one in dict.fromkeys(runs)]
    names = run_names(folders)
    sources = [
        Source(number, name, read_run(folder), read_judgements(folder))
        for number, (name, folder) in enumerate(zip(names, folders, strict=True), 1)
    ]
    chosen = run_rubric(sources[0].run, rubric, folders[0])
    only = kept_criteria(chosen, sections=settings.setting("section", section))
    found = measuring.moderate(sources, chosen, only)
    if output is not None:
        _write(Path(output), found, chosen, folders, force=force)
    if how == "json":
        screen.show_json(moderation_json(found))
    else:
        _show(found)
    return 0


def _write(target: Path, found: Moderation, rubric: Rubric, folders: Sequence[Path], *, force: bool) -> None:
    import json

    from ehcp_audit.moderation.record import moderation_json
    from ehcp_audit.reports.moderation import moderation_html
    from ehcp_audit.reports.moderation_book import moderation_workbook, scoring_sheet
    from ehcp_audit.saving import new_folder, save

    files = {
        MARK: (json.dumps(moderation_json(found), ensure_ascii=False, indent=1) + "\n").encode(),
        "moderation.xlsx": moderation_workbook(found, rubric),
        "moderation.html": moderation_html(found, rubric).encode(),
        "scoring-sheet.xlsx": scoring_sheet(rubric, found.only),
    }
    for source, folder in zip(found.sources, folders, strict=True):
        name = "outcomes.xlsx" if len(folders) == 1 else f"outcomes-{source.number}.xlsx"
        files[name] = _outcomes(found, source, folder, rubric)
    with new_folder(target, force=force, whole=MARK) as part:
        for name, data in files.items():
            save(part / name, data, force=True)
    screen.say(f"For the meeting: {screen.name_of(target)} ({', '.join(files)})")


def _outcomes(found: Moderation, source: Source, folder: Path, rubric: Rubric) -> bytes:
    """The record for one run: the points of the agenda that are about its plans."""
    from ehcp_audit.scorecards.handing import fingerprint_of
    from ehcp_audit.scorecards.outcomes import outcomes_workbook

    points = [
        (reference, point)
        for point in found.agenda
        for number, reference in point.unit.places
        if number == source.number
    ]
    return outcomes_workbook(source.run, fingerprint_of(folder), points, rubric)


def _show(found: Moderation) -> None:
    from ehcp_audit.reports.moderation import headline, said

    lines = [f"{name:<36} {words}" for name, words in headline(found)]
    if found.agenda:
        lines.append("Talk about first")
    for point in found.agenda[:FIRST]:
        lines.append(
            f"  {point.unit.label} {point.criterion.id} ({', '.join(point.reasons)}): {point.criterion.question}"
        )
        lines += [f"    {one.rater}: {said(one)}" for one in point.words]
    if len(found.agenda) > FIRST:
        lines.append(f"  and {len(found.agenda) - FIRST} more; -o DIR writes all of them, with the record to fill in.")
    screen.show_lines(*lines)
