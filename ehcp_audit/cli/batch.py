"""`batch`: a dip sample, from a folder of plans to a run folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.cli.options import (
    AsOf,
    FailOn,
    FailUnder,
    Force,
    MapFile,
    Ocr,
    PasswordFile,
    Plans,
    ReadMib,
    ReadSeconds,
    RubricOption,
    Waivers,
)


def batch(
    plans: Plans,
    output: Annotated[str, typer.Option("-o", "--output", metavar="RUN", help="The run folder to make.")],
    rubric: RubricOption = None,
    draw: Annotated[
        str | None, typer.Option("--draw", metavar="draw.json", help="Audit the plans of this draw, and no others.")
    ] = None,
    caseload: Annotated[
        str | None, typer.Option("--caseload", metavar="FILE", help="The caseload, CSV or Excel, one row a plan.")
    ] = None,
    map: MapFile = None,
    jobs: Annotated[
        str | None, typer.Option("--jobs", "-j", metavar="N", help="How many plans to work on at once.")
    ] = None,
    no_scorecards: Annotated[bool, typer.Option("--no-scorecards", help="Write no workbook for each plan.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was interrupted.")] = False,
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
    """Audit a dip sample into a folder of scorecards and reports."""
    from ehcp_audit.batch import BatchRequest, run_batch
    from ehcp_audit.cli.plans import audit_date, reading_terms
    from ehcp_audit.cli.sampled import batch_ended

    gate_on = settings.setting("fail_on", fail_on) or "never"
    gate_under = settings.setting("fail_under", fail_under)
    request = BatchRequest(
        plans=tuple(plans),
        output=Path(output),
        rubric=settings.setting("rubric", rubric),
        as_of=audit_date(as_of),
        caseload=_path(settings.setting("caseload", caseload)),
        map=_path(settings.setting("map", map)),
        draw=_path(draw),
        jobs=settings.setting("jobs", jobs),
        scorecards=settings.setting("scorecards", False if no_scorecards else None),
        resume=resume,
        force=force,
        terms=reading_terms(read_seconds, read_mib, ocr, password_file),
        waivers=_path(waivers),
    )
    with screen.progress("Auditing") as advance:
        result = run_batch(request, progress=advance)
    return int(batch_ended(result, request, fail_on=gate_on, fail_under=gate_under))


def _path(name: str | None) -> Path | None:
    return None if name is None else Path(name)
