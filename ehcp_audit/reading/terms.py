"""On what terms files are read: how long, with how much memory, pictures too or not, with which passwords."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.errors import AuditError

if TYPE_CHECKING:
    from ehcp_audit.reading.door import Reader

MOST_PASSWORDS = 200
LONGEST_PASSWORD = 127  # characters: no PDF knows a longer one
LEAST_FOR_WORK = 20.0
"""Seconds in which any plan's sections are found, or any plan is audited, by a slow processor that does it first."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a Reader keeps to. Passwords go through pipes alone: they are in no command line, variable, log or file."""

    seconds: float = 30.0
    mib: int = 1024
    ocr: str = "auto"  # auto: pages that are pictures are read where Tesseract is installed; off
    passwords: tuple[str, ...] = field(default=(), repr=False)

    @property
    def work_seconds(self) -> float:
        """How long what follows may take at a time: finding a plan's sections, auditing it. As long as reading it."""
        return max(self.seconds, LEAST_FOR_WORK)

    def reader(self, served_by: str = "ehcp_audit.reading.child") -> Reader:
        """A reader on these terms."""
        from ehcp_audit.reading.door import Reader

        return Reader(seconds=self.seconds, mib=self.mib, ocr=self.ocr, passwords=self.passwords, served_by=served_by)


def read_passwords(path: Path) -> tuple[str, ...]:
    """The passwords of a file, one a line; a space at the end of a line may belong to it or not, so both are tried.

    Raises AuditError, which says what to do and nothing of what the file holds.
    """
    try:
        if not path.is_file():
            raise AuditError(f"There is no password file {path}. Name a text file with one password on each line.")
        with path.open("rb") as file:
            data = file.read(MOST_PASSWORDS * (4 * LONGEST_PASSWORD + 2) + 1)
    except (OSError, ValueError) as error:
        raise AuditError(f"The password file {path} could not be read. Check that you may open it.") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    lines = [line.rstrip("\r") for line in text.split("\n")]
    found = dict.fromkeys(word for line in lines for word in (line, line.strip()) if word.strip())
    if len(found) > MOST_PASSWORDS or any(len(word) > LONGEST_PASSWORD or "\0" in word for word in found):
        raise AuditError(
            f"{path} is no password file: it may hold {MOST_PASSWORDS} lines, each with one password of "
            f"{LONGEST_PASSWORD} characters at most."
        )
    if not found:
        raise AuditError(f"The password file {path} is empty. Write one password on each line.")
    return tuple(found)
