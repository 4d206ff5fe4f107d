"""`batch`: a dip sample, from a folder of plans to a run folder."""

from __future__ import annotations

from typing import Annotated

import typer

from ehcp_audit.cli.options import AsOf, FailOn, FailUnder, Force, Plans, ReadMib, ReadSeconds, RubricOption


def batch(
    plans: Plans,
    output: Annotated[str, typer.Option("-o", "--output", metavar="RUN", help="The run folder to make.")],
    rubric: RubricOption = None,
    caseload: Annotated[
        str | None, typer.Option("--caseload", metavar="FILE", help="The caseload, CSV or Excel, one row a plan.")
    ] = None,
    map: Annotated[
        str | None, typer.Option("--map", metavar="FILE", help="Which column of the caseload is which.")
    ] = None,
    jobs: Annotated[
        str | None, typer.Option("--jobs", "-j", metavar="N", help="How many plans to work on at once.")
    ] = None,
    no_scorecards: Annotated[bool, typer.Option("--no-scorecards", help="Write no workbook for each plan.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was interrupted.")] = False,
    as_of: AsOf = None,
    fail_on: FailOn = None,
    fail_under: FailUnder = None,
    read_seconds: ReadSeconds = None,
    read_mib: ReadMib = None,
    force: Force = False,
) -> int:
    """Audit a dip sample: scorecards, a summary workbook and a report in one folder."""
    raise NotImplementedError
