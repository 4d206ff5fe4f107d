"""`doctor`: is this installation sound? The thing to paste into a support ticket."""

from __future__ import annotations

from ehcp_audit.cli import screen
from ehcp_audit.errors import ExitCode


def doctor() -> int:
    """Say whether this installation is sound, for a support ticket."""
    import shutil
    import textwrap

    from ehcp_audit.cli.diagnosis import diagnose

    width = max(60, shutil.get_terminal_size((80, 24)).columns)
    sound = True
    for line in diagnose():
        mark = "ok  " if line.ok else ("note" if line.optional else "BAD ")
        sound = sound and (line.ok or line.optional)
        start = f"{mark}  {line.subject:<16} "
        words = textwrap.wrap(screen.name_of(line.words), width - len(start), break_on_hyphens=False) or [""]
        screen.show(start + ("\n" + " " * len(start)).join(words))
    screen.show("\n" + ("All is well." if sound else "Something is wrong: see the lines marked BAD."))
    return int(ExitCode.DONE if sound else ExitCode.GATE_NOT_PASSED)
