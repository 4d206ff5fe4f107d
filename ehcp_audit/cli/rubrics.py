"""`rubric check`: is a rubric sound, and do its own examples come out as it says?"""

from __future__ import annotations

from typing import Annotated

import typer

from ehcp_audit.cli import screen

app = typer.Typer(help="Work on rubrics.", rich_markup_mode=None, invoke_without_command=True)


@app.callback()
def rubric(context: typer.Context) -> None:
    """Work on rubrics."""
    if context.invoked_subcommand is None:
        screen.show(context.get_help())
        raise typer.Exit(2)


@app.command()
def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A rubric: a .yaml file, or the name of one that ships.")],
) -> int:
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
