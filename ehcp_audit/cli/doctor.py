"""`doctor`: is this installation sound? The thing to paste into a support ticket."""

from __future__ import annotations

from ehcp_audit.cli import screen
from ehcp_audit.errors import ExitCode


def doctor() -> int:
    """Say whether this installation is sound, for a support ticket."""
    from ehcp_audit.cli.diagnosis import diagnose

    sound = True
    for line in diagnose():
        mark = "ok  " if line.ok else ("note" if line.optional else "BAD ")
        sound = sound and (line.ok or line.optional)
        screen.show(f"{mark}  {line.subject:<20} {screen.name_of(line.words)}")
    screen.show("\n" + ("All is well." if sound else "Something is wrong: see the lines marked BAD."))
    return int(ExitCode.DONE if sound else ExitCode.GATE_NOT_PASSED)
