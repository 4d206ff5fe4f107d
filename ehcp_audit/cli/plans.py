"""From the arguments of a command to plans: which files, under which reference, read through the reader's door."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.cli import screen
from ehcp_audit.errors import AuditError, UnreadableError
from ehcp_audit.model import Document, Plan, Unreadable
from ehcp_audit.overruns import BUILDING, in_time

if TYPE_CHECKING:
    from ehcp_audit.reading import Gathered, Reader, Terms

WILD = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Named:
    """A file that was asked for: its opaque reference, and its path as it was given."""

    reference: str
    path: Path


@dataclass(frozen=True, slots=True)
class Reading:
    """How plans are to be read."""

    as_of: date
    terms: Terms
    status: str | None = None
    year_group: int | None = None
    plan_type: str = "ehcp"  # what the files are, by the rubric: plans, or advice reports
    titles: tuple[tuple[str, tuple[str, ...]], ...] = ()  # of the sections, where the rubric is for another plan


def reading_settings(
    *,
    as_of: str | None = None,
    terms: Terms | None = None,
    status: str | None = None,
    year_group: str | None = None,
) -> Reading:
    """How plans are to be read, from the options given and the settings behind them."""
    from ehcp_audit.cli.settings import setting

    said = setting("status", status)
    return Reading(
        as_of=audit_date(as_of),
        terms=terms or reading_terms(),
        status=None if said == "auto" else said,
        year_group=setting("year_group", year_group),
    )


def reading_terms(
    seconds: str | None = None, mib: str | None = None, ocr: str | None = None, password_file: str | None = None
) -> Terms:
    """On what terms files are read, from the options given and the settings behind them."""
    from ehcp_audit.cli.settings import setting
    from ehcp_audit.reading import Terms, read_passwords

    passwords = setting("password_file", password_file)
    return Terms(
        seconds=setting("read_seconds", seconds),
        mib=setting("read_mib", mib),
        ocr=setting("ocr", ocr),
        passwords=() if passwords is None else read_passwords(Path(passwords)),
    )


def audit_date(flag: str | None) -> date:
    """The date of the audit. This is the one place in ehcp-audit that reads the clock."""
    from ehcp_audit.cli.settings import setting

    chosen: date | None = setting("as_of", flag)
    return chosen or date.today()  # noqa: DTZ011  (the date on the person's desk, not the one in Greenwich)


def named_files(arguments: Sequence[str]) -> tuple[Named, ...]:
    """The files that the arguments name, in path order, each under its reference P01, P02, ...

    What was skipped in a folder is said on stderr. Raises AuditError when there is nothing to read.
    """
    from ehcp_audit.reading import gather

    gathered = gather(arguments)
    say_passed_over(gathered)
    empty = [one for one in gathered.missing if WILD & set(one)]
    absent = [Path(one) for one in gathered.missing if one not in empty]
    paths = sorted([*gathered.files, *absent], key=_in_path_order)
    if not paths:
        what = ", ".join(screen.name_of(one) for one in arguments)
        raise AuditError(f"There is no plan in {what}. Name a plan, or a folder that holds .docx or .pdf files.")
    digits = max(2, len(str(len(paths))))
    return tuple(Named(f"P{number:0{digits}}", path) for number, path in enumerate(paths, 1))


def say_passed_over(gathered: Gathered) -> None:
    """Say what the arguments named that is no plan: nothing is left out in silence."""
    for path, reason in gathered.skipped:
        screen.say(f"Skipped {screen.name_of(path)}: {reason}.")
    if gathered.others:
        screen.say(f"Other files in these folders, left alone: {gathered.others}.")
    for pattern in gathered.missing:
        if WILD & set(pattern):
            screen.complain(f"No plan fits {screen.name_of(pattern)}.")


def read_plans(files: Sequence[Named], how: Reading) -> Iterator[tuple[Named, Plan | Unreadable]]:
    """Read each file into a plan, in order; one that cannot be read comes back as Unreadable and is said on stderr."""
    with screen.progress("Reading") as advance, how.terms.reader() as reader:
        for number, file in enumerate(files):
            if advance is not None:
                advance(number, len(files))
            screen.detail(f"{file.reference}: reading")
            plan = _read(reader, file, how)
            if isinstance(plan, Unreadable):
                refuse(plan)
            yield file, plan


def refuse(unreadable: Unreadable) -> None:
    """The sentence on stderr that refuses a file, with its reference and its name."""
    screen.complain(f"{unreadable.reference} {screen.name_of(unreadable.file)}: {unreadable.reason}")


def _read(reader: Reader, file: Named, how: Reading) -> Plan | Unreadable:
    try:
        document = reader.read(file.path)
        return in_time(lambda: _built(document, file, how), how.terms.work_seconds, BUILDING)
    except UnreadableError as error:
        return Unreadable(file.reference, os.fspath(file.path), error.kind, error.reason)
    except Exception as error:
        return crashed(file, error)


def _built(document: Document, file: Named, how: Reading) -> Plan:
    from ehcp_audit.plan import build_plan, build_report

    if how.plan_type == "advice":
        return build_report(document, reference=file.reference, as_of=how.as_of)
    return build_plan(
        document,
        reference=file.reference,
        as_of=how.as_of,
        status=how.status,
        year_group=how.year_group,
        titles=how.titles,
    )


def crashed(file: Named, error: Exception) -> Unreadable:
    """A fault of ours in one plan: it must not end the others. Its text may hold the plan's words: `--debug` only."""
    if screen.settings.debug:
        import sys
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    reason = f"A fault in ehcp-audit stopped this plan ({type(error).__name__}). Report it, without the plan."
    return Unreadable(file.reference, os.fspath(file.path), "crashed", reason)


def _in_path_order(path: Path) -> tuple[tuple[str, ...], str]:
    return tuple(part.casefold() for part in path.parts), str(path)
