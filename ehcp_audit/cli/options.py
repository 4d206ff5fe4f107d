"""The options that several commands share, each described once; and what a group of commands is.

Values arrive as text and are understood by `settings`, so that a flag, a variable and a line in a file say the same
and are refused with the same sentence.
"""

from __future__ import annotations

from typing import Annotated

import typer

from ehcp_audit.cli import screen


def group(help: str) -> typer.Typer:
    """A command that has commands of its own: alone it shows its help and ends with 2."""
    made = typer.Typer(help=help, rich_markup_mode=None, invoke_without_command=True)

    @made.callback()
    def alone(context: typer.Context) -> None:
        if context.invoked_subcommand is None:
            screen.show(context.get_help())
            raise typer.Exit(2)

    return made


Plans = Annotated[
    list[str], typer.Argument(metavar="PLANS", help="Plans: files, folders or patterns like 'drafts/*.docx'.")
]
RubricOption = Annotated[
    str | None, typer.Option("--rubric", metavar="NAME|FILE", help="A rubric that ships, or a .yaml file. [national]")
]
Status = Annotated[
    str | None,
    typer.Option("--status", metavar="auto|draft|final", help="Whether the plans are drafts or final. [auto]"),
]
YearGroup = Annotated[
    str | None,
    typer.Option("--year-group", metavar="N", help="The year group, where the plan does not say (0: Reception)."),
]
Select = Annotated[
    str | None, typer.Option("--select", metavar="ID,..", help="Ask only these criteria: ids or how they start.")
]
Ignore = Annotated[str | None, typer.Option("--ignore", metavar="ID,..", help="Leave these criteria out.")]
SectionOption = Annotated[str | None, typer.Option("--section", metavar="E,..", help="Only these sections.")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="YYYY-MM-DD", help="The date of the audit. [today]")]
FailOn = Annotated[
    str | None, typer.Option("--fail-on", metavar="must|should|never", help="Which findings make the exit code 1.")
]
FailUnder = Annotated[
    str | None, typer.Option("--fail-under", metavar="PERCENT", help="Exit code 1 when the percentage is lower.")
]
Waivers = Annotated[
    str | None,
    typer.Option("--waivers", metavar="FILE", help="Findings that somebody accepted; they leave the gate."),
]
Force = Annotated[bool, typer.Option("--force", help="Replace what is already there.")]
Ocr = Annotated[
    str | None,
    typer.Option("--ocr", metavar="auto|off", help="Whether Tesseract reads pages that are pictures. [auto]"),
]
PasswordFile = Annotated[
    str | None, typer.Option("--password-file", metavar="FILE", help="Passwords to try on locked PDFs, one a line.")
]
ReadSeconds = Annotated[
    str | None,
    typer.Option(
        "--read-seconds",
        metavar="S",
        help="How long reading one plan may take (scans longer), then finding its sections, then auditing it. [30]",
    ),
]
ReadMib = Annotated[
    str | None, typer.Option("--read-mib", metavar="MIB", help="How much memory reading one plan may take. [1024]")
]
TerminalOrJson = Annotated[
    str | None, typer.Option("--format", metavar="terminal|json", help="How to print. [terminal]")
]
OutputFile = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file instead.")]
MapFile = Annotated[str | None, typer.Option("--map", metavar="FILE", help="Which column of the caseload is which.")]
