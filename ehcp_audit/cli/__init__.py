"""The `ehcp-audit` command: read options, call one function, show one result."""

from __future__ import annotations

__all__ = ["main"]


def main() -> int:
    """Run the command line that this process was started with, and give its exit code."""
    import gc
    import signal
    import sys

    from ehcp_audit.cli.entry import run
    from ehcp_audit.errors import ExitCode

    code = run(sys.argv[1:])
    if code == ExitCode.INTERRUPTED:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a second one ends it at once, with no word from Python's own end
    gc.freeze()  # all memory goes back with the process: no last look through it for garbage, a tenth of a `check`
    return code
