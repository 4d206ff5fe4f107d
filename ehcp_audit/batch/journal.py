"""journal.jsonl in RUN.part: which plans are done, a line each, in the order in which they were done.

A line says what a result was made from and the seal of what was kept. It is written after the result, so the journal
never promises what is not there; a line that a power cut tore is passed over, and a result without a line is taken up
when its own seal holds.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from ehcp_audit import __version__
from ehcp_audit.errors import AuditError
from ehcp_audit.results import line

JOURNAL = "journal.jsonl"
_FLUSHED = 16
"""Plans between two flushes to the disc: each one stops the run for a moment, and what they lose finds itself again."""


class Journal:
    """The journal of a run that is being made; to be closed before the folder takes its name."""

    def __init__(self, folder: Path, rubric_sha256: str) -> None:
        self.path = folder / JOURNAL
        self._rubric = rubric_sha256
        self._written = 0
        self.seals = _seals(self.path)
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._file = os.fdopen(descriptor, "ab", buffering=0)
        if self._file.tell() or self.path.stat().st_size:
            self._file.write(b"\n")  # after a torn line the next one begins afresh

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):
            self._file.close()

    def note(self, reference: str, input: str | None, state: str, seal: str) -> None:
        """Say that a plan is done, unless that is said already. Raises AuditError when it cannot be written."""
        if self.seals.get(reference) == seal:
            return
        entry = {
            "reference": reference,
            "state": state,
            "input": input,
            "rubric": self._rubric,
            "version": __version__,
            "result": seal,
        }
        try:
            self._file.write(line(entry))
            self._written += 1
            if self._written % _FLUSHED == 0:
                os.fsync(self._file.fileno())
        except OSError as error:
            raise AuditError(f"{self.path} could not be written: {(error.strerror or 'unknown').lower()}") from error


def _seals(path: Path) -> dict[str, str]:
    """The seal of each plan's result, as an interrupted run wrote it down."""
    found: dict[str, str] = {}
    try:
        data = path.read_bytes()
    except OSError:
        return found
    for one in data.split(b"\n"):
        with suppress(ValueError, KeyError, TypeError):
            entry = json.loads(one)
            found[str(entry["reference"])] = str(entry["result"])
    return found
