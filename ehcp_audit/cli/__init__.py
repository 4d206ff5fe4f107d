"""The `ehcp-audit` command: read options, call one function, show one result."""

from __future__ import annotations

__all__ = ["main"]


def main() -> int:
    """Run the command line that this process was started with, and give its exit code."""
    import gc
    import sys

    from ehcp_audit.cli.entry import run

    code = run(sys.argv[1:])
    gc.freeze()  # all memory goes back with the process: no last look through it for garbage, a tenth of a `check`
    return code
