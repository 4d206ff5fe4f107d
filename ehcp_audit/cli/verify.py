"""`verify`: is a run folder as it was made?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ehcp_audit.cli import screen
from ehcp_audit.errors import ExitCode


def verify(run: Annotated[str, typer.Argument(metavar="RUN", help="The run folder.")]) -> int:
    """Hash every file of a run again: exit code 1 names what was changed, taken away or added since it was made."""
    from ehcp_audit.runs import verify_run

    wrong = verify_run(Path(run))
    for one in wrong:
        screen.show(screen.name_of(one))
    if wrong:
        return int(ExitCode.GATE_NOT_PASSED)
    screen.show(f"{screen.name_of(run)} is as it was made.")
    return int(ExitCode.DONE)
