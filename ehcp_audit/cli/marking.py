"""`check --marked DIR`: a marked copy of each plan. The original is only ever read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.cli import screen
from ehcp_audit.cli.plans import Named, Reading, crashed
from ehcp_audit.errors import AuditError, UnreadableError, why
from ehcp_audit.model import Plan, Scorecard

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

SUFFIX = {"docx": ".reviewed.docx", "pdf": ".reviewed.pdf"}

Marks = Callable[[Named, Plan, Scorecard], bool]
"""Marks one plan; was its copy written?"""


@contextmanager
def marker(folder: str | None, files: Sequence[Named], rubric: Rubric, how: Reading, *, force: bool) -> Iterator[Marks]:
    """What marks each plan as it is judged. Without a folder it does nothing and says that all is well.

    Raises AuditError before any work when the folder cannot be written, or a copy is there already.
    """
    if folder is None:
        yield lambda file, plan, card: True
        return
    names = _names(files)
    likely = [f"{names[file.reference]}{SUFFIX[_format_by_name(file.path)]}" for file in files]
    target = _folder(Path(folder), likely, force=force)
    with how.terms.reader() as reader:

        def mark(file: Named, plan: Plan, card: Scorecard) -> bool:
            from ehcp_audit.reports.marked import marked_copy
            from ehcp_audit.saving import save

            path = target / (names[file.reference] + SUFFIX.get(plan.format, SUFFIX["docx"]))
            try:
                copy, unplaced = marked_copy(reader, file.path, plan, card, rubric)
            except UnreadableError as error:
                screen.complain(f"{file.reference} {screen.name_of(file.path)}: no marked copy. {error.reason}")
                return False
            except Exception as error:
                fault = crashed(file, error)  # one of ours: the plan's findings are printed all the same
                screen.complain(f"{file.reference} {screen.name_of(file.path)}: no marked copy. {fault.reason}")
                return False
            save(path, copy.data, force=force)
            screen.say(f"Marked copy: {screen.name_of(path)}")
            for remark in copy.remarks:
                screen.say(f"{file.reference}: {remark}")
            if unplaced:
                screen.say(f"{file.reference}: {unplaced} finding(s) found no place in the copy; they are listed here.")
            return True

        yield mark


def _names(files: Sequence[Named]) -> dict[str, str]:
    """The stem of each plan's copy; where two plans share one, the reference tells them apart."""
    stems = [file.path.stem.casefold() + file.path.suffix.casefold() for file in files]
    return {
        file.reference: file.path.stem if stems.count(stem) == 1 else f"{file.path.stem}.{file.reference}"
        for file, stem in zip(files, stems, strict=True)
    }


def _format_by_name(path: Path) -> str:
    """What a file most likely is, before it is read: a copy that is there already is then refused before any work."""
    return "pdf" if path.suffix.lower() == ".pdf" else "docx"


def _folder(folder: Path, names: Sequence[str], *, force: bool) -> Path:
    """The folder for the copies, made if it is not there."""
    if folder.exists() and not folder.is_dir():
        raise AuditError(f"{folder} is a file. Name a folder for the marked copies.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AuditError(f"{folder} could not be made: {why(error)}. Name a folder that you may write to.") from error
    if not os.access(folder, os.W_OK):
        raise AuditError(f"{folder} cannot be written. Name a folder that you may write to.")
    if not force:
        for name in names:
            if os.path.lexists(folder / name):
                raise AuditError(f"{folder / name} exists already. Say --force to replace it.")
    return folder
