"""What a command is given that shows results: a run folder, a stored result, or plans that are checked now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.cli import screen
from ehcp_audit.errors import AuditError

if TYPE_CHECKING:
    from ehcp_audit.cli.plans import Named, Reading
    from ehcp_audit.model import Facts, Plan, Scorecard
    from ehcp_audit.rubric import Rubric
    from ehcp_audit.runs import Run


@dataclass(frozen=True, slots=True)
class Source:
    """An argument, and what it is: `run`, `result` or `plans`."""

    name: str
    kind: str


def source_of(argument: str) -> Source:
    """What is this argument? Raises AuditError where a folder is a run that is not finished."""
    path = Path(argument)
    if (path / "run.json").is_file():
        return Source(argument, "run")
    if path.is_file():
        with path.open("rb") as file:
            head = file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")
        if head.startswith(b"{"):
            return Source(argument, "result")
    if path.is_dir() and path.name.endswith(".part"):
        raise AuditError(f"{screen.name_of(argument)} is a run that was not finished; go on with batch --resume.")
    return Source(argument, "plans")


def stored_run(source: Source) -> Run:
    """The run that a folder or a stored result holds."""
    from ehcp_audit.runs import read_result, read_run

    return read_run(Path(source.name)) if source.kind == "run" else read_result(Path(source.name))


def run_names(folders: Sequence[Path]) -> list[str]:
    """What each run is called in print: its folder's name, with its number where two have the same."""
    names = [folder.resolve().name for folder in folders]
    return [name if names.count(name) == 1 else f"{name} ({number})" for number, name in enumerate(names, 1)]


def checked_now(arguments: Sequence[str], rubric: Rubric, reading: Reading, facts: list[Facts] | None = None) -> Run:
    """Plans read and audited now; one that cannot be read is said on stderr and is in the run's unreadable.

    What each plan says of the child is added to `facts`: it is in no result.
    """
    from ehcp_audit.cli.judging import judge_files
    from ehcp_audit.cli.plans import named_files
    from ehcp_audit.runs import Run, stamp

    def note(file: Named, plan: Plan, card: Scorecard) -> bool:
        if facts is not None:
            facts.append(plan.facts)
        return True

    judged = judge_files(named_files(arguments), rubric, reading, None, note)
    return Run(stamp(rubric), reading.as_of, judged.scorecards, judged.unreadable)
