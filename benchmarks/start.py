"""What it costs to ask for help: beside an argparse twin with the same commands, and beside an empty Python."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Ratio, cpu_of_process, python

TWIN = """
import argparse
parser = argparse.ArgumentParser(prog="ehcp-audit", description="Audit the quality of plans, offline.")
commands = parser.add_subparsers(metavar="COMMAND")
for name in "check batch extract wording explain rules rubric schema config doctor".split():
    command = commands.add_parser(name, help="What it does, in one line of words.")
    for option in ("--rubric", "--status", "--format", "--section", "--as-of", "--fail-on", "--fail-under"):
        command.add_argument(option, help="What it says.")
parser.parse_args(["--help"])
"""


def measure(_plans: Path, runs: int) -> Iterator[Ratio]:
    """`ehcp-audit --help`, whole process."""
    runs = max(runs, 9)
    ours = cpu_of_process(python("-m", "ehcp_audit", "--help"), runs)
    twin = cpu_of_process(python("-c", TWIN), runs)
    nothing = cpu_of_process(python("-c", "pass"), runs)
    yield Ratio("ehcp-audit --help", ours, twin, "an argparse twin", goal=4.0)
    yield Ratio("ehcp-audit --help", ours, nothing, "python -c pass")
    explain = cpu_of_process(python("-m", "ehcp_audit", "explain", "E01"), runs)
    yield Ratio("ehcp-audit explain E01", explain, twin, "an argparse twin")
