"""`redact`: a plan with its identities replaced, for a moderation table or for training."""

from __future__ import annotations

from typing import Annotated

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.cli.options import Force, MapFile, Ocr, PasswordFile, ReadMib, ReadSeconds, SectionOption


def redact(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="The plan, as Word or PDF.")],
    format: Annotated[
        str | None, typer.Option("--format", metavar="text|docx", help="Plain text, or a Word copy. [text]")
    ] = None,
    section: SectionOption = None,
    caseload: Annotated[
        str | None, typer.Option("--caseload", metavar="FILE", help="The caseload: what it says of the plan is masked.")
    ] = None,
    map: MapFile = None,
    residue: Annotated[
        str | None,
        typer.Option("--residue", metavar="FILE", help="List here the capitals that are left."),
    ] = None,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file.")] = None,
    ocr: Ocr = None,
    password_file: PasswordFile = None,
    read_seconds: ReadSeconds = None,
    read_mib: ReadMib = None,
    force: Force = False,
) -> int:
    """Replace the identities in a plan by placeholders."""
    from ehcp_audit.cli.plans import reading_settings, reading_terms
    from ehcp_audit.cli.redacting import redact_plan

    how = settings.choose_format(format, ("text", "docx"))
    return redact_plan(
        plan,
        how=how,
        sections=settings.setting("section", section),
        caseload=settings.setting("caseload", caseload),
        map=settings.setting("map", map),
        residue=screen.output_file(residue, force=force),
        output=screen.output_file(output, force=force),
        reading=reading_settings(terms=reading_terms(read_seconds, read_mib, ocr, password_file)),
        force=force,
    )
