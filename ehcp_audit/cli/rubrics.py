"""`rubric`: make a rubric, check it, compare two, join two, and see how far its rules agree with people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.cli.options import Force, TerminalOrJson, group

app = group("Work on rubrics.")

FORMATS = ("terminal", "json")
_FILE = "A rubric: a .yaml file, or the name of one that ships."


@app.command()
def check(file: Annotated[str, typer.Argument(metavar="FILE", help=_FILE)]) -> int:
    """Name every mistake in a rubric, then try its own examples."""
    from ehcp_audit.errors import ExitCode
    from ehcp_audit.rubric import load_rubric
    from ehcp_audit.rubric.examples import run_examples

    rubric = load_rubric(file)
    failures = run_examples(rubric)
    for failure in failures:
        screen.complain(failure)
    count = sum(len(examples) for criterion in rubric.criteria for examples in criterion.examples.values())
    if failures:
        screen.complain(f"{len(failures)} of {count} examples do not come out as {screen.name_of(file)} says.")
        return int(ExitCode.COULD_NOT)
    screen.show(f"{rubric.id} {rubric.version}: {len(rubric.criteria)} criteria, {count} examples, all as they say.")
    return 0


@app.command()
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its id: small letters, digits and hyphens.")],
    extends: Annotated[
        str, typer.Option("--extends", metavar="NAME|FILE", help="The rubric that it starts from.")
    ] = "national",
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Where. [NAME.yaml]")] = None,
    force: Force = False,
) -> int:
    """Write a rubric to edit, with comments and one criterion that works."""
    from ehcp_audit.cli.starting import write_rubric

    target = Path(output or f"{name}.yaml")
    write_rubric(name, extends, target, force=force)
    screen.say(f"Open it in a text editor; then try: ehcp-audit rubric check {screen.name_of(target)}")
    return 0


@app.command()
def diff(
    one: Annotated[str, typer.Argument(metavar="A", help=_FILE)],
    other: Annotated[str, typer.Argument(metavar="B", help=_FILE)],
    format: TerminalOrJson = None,
) -> int:
    """Say what changed from one rubric to another, and what of it moves scores."""
    from ehcp_audit.cli.rubric_reports import show_differences
    from ehcp_audit.rubric import load_rubric

    show_differences(load_rubric(one), load_rubric(other), settings.choose_format(format, FORMATS))
    return 0


@app.command()
def crosswalk(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A crosswalk between two rubrics, YAML.")],
    format: TerminalOrJson = None,
) -> int:
    """Check a crosswalk between two rubrics, and say how much of each it covers."""
    from ehcp_audit.cli.rubric_reports import show_crosswalk
    from ehcp_audit.rubric.crosswalk import load_crosswalk

    show_crosswalk(load_crosswalk(Path(file)), settings.choose_format(format, FORMATS))
    return 0


@app.command()
def validity(
    file: Annotated[str, typer.Argument(metavar="LABELLED.jsonl", help="Sentences with people's labels, one a line.")],
    rubric: Annotated[
        str | None,
        typer.Option(
            "--rubric", metavar="NAME|FILE", help="Its word lists, and its criteria for rows that name one. [national]"
        ),
    ] = None,
    format: TerminalOrJson = None,
) -> int:
    """Say how far the rules agree with people: precision, recall, F1, kappa, and where they differ."""
    from ehcp_audit.cli.rubric_reports import labelled_rows, show_validity
    from ehcp_audit.moderation.validity import validity as measured
    from ehcp_audit.rubric import load_rubric

    how = settings.choose_format(format, FORMATS)
    rows = labelled_rows(Path(file))
    named = rubric is not None or any("criterion" in row for row in rows)
    asked = load_rubric(settings.setting("rubric", rubric)) if named else None
    show_validity(measured(rows, asked), how)
    return 0


@app.command()
def words(
    name: Annotated[
        str | None, typer.Argument(metavar="[LIST]", help="A list to print, such as hedges.amount; all names if none.")
    ] = None,
) -> int:
    """Print the word lists that a rubric may change, or the entries of one."""
    from ehcp_audit.errors import AuditError, did_you_mean
    from ehcp_audit.language.beside import every_name, listed

    if name is None:
        for each in every_name():
            screen.show(f"{each}  ({len(listed(each))})")
        return 0
    if name not in every_name():
        raise AuditError(f"No word list is called '{name}'. {did_you_mean(name, every_name())}")
    for entry in listed(name):
        screen.show(entry)
    return 0
