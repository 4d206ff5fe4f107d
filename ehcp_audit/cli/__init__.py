"""The `ehcp-audit` command: read options, call one function, show one result."""

from __future__ import annotations

__all__ = ["main"]


def main() -> int:
    """Run the command line that this process was started with, and give its exit code."""
    import sys

    from ehcp_audit.cli.entry import run

    return run(sys.argv[1:])
