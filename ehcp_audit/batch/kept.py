"""What a worker keeps of a plan while the run is made: a file of its own, whole or absent, sealed by its sha256.

It says what it was made from (which input, which rubric, which version, which settings), so that a run that was
interrupted goes on from what is there. It holds the plan's line of results.jsonl, its lines of the tables, and its
outline: what remains to be done when the last plan is done is to put them one after the other.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ehcp_audit.results import line
from ehcp_audit.saving import save

WORK = ".work"
"""The folder of results kept while a run is made."""

SCORECARDS = "scorecards"


@dataclass(frozen=True, slots=True)
class Kept:
    """A result that a worker kept: of a plan that was read, or what is said of one that could not be."""

    made_from: str
    input: str | None  # sha256 of the file that was read
    readable: bool
    body: bytes  # the line of results.jsonl, or the record of what could not be read
    outline: str = ""
    tables: Mapping[str, bytes] = field(default_factory=dict)  # lines of the tables, by the table's name
    workbook: str | None = None  # sha256 of the scorecard in Excel
    seal: str = ""  # sha256 of all of this, as it is kept


def kept_file(folder: Path, reference: str) -> Path:
    """Where the result of a plan is kept while the run is made."""
    return folder / WORK / f"{reference}.json"


def workbook_file(folder: Path, reference: str) -> Path:
    """The scorecard in Excel."""
    return folder / SCORECARDS / f"{reference}.xlsx"


def keep(folder: Path, reference: str, result: Kept) -> str:
    """Keep a result; its seal is returned. It can be made again, so it is not flushed to the disc: the seal tells."""
    parts = {"body": result.body, "outline": result.outline.encode(), **result.tables}
    head = {
        "made_from": result.made_from,
        "input": result.input,
        "readable": result.readable,
        "workbook": result.workbook,
        "parts": {name: len(part) for name, part in parts.items()},
    }
    data = b"".join((line(head), *parts.values()))
    seal = hashlib.sha256(data).hexdigest()
    save(kept_file(folder, reference), (seal.encode(), b"\n", data), force=True, lasting=False)
    return seal


def kept(folder: Path, reference: str, seal: str | None = None) -> Kept | None:
    """The result that was kept of this plan; None when there is none that is whole, or not the one of this `seal`."""
    try:
        said, data = kept_file(folder, reference).read_bytes().split(b"\n", 1)
        if said.decode() != hashlib.sha256(data).hexdigest() or (seal is not None and seal != said.decode()):
            return None
        first, _, rest = data.partition(b"\n")
        head: dict[str, Any] = json.loads(first)
        parts: dict[str, bytes] = {}
        for name, size in head.pop("parts").items():
            parts[name], rest = rest[:size], rest[size:]
        return Kept(
            **head, body=parts.pop("body"), outline=parts.pop("outline").decode(), tables=parts, seal=said.decode()
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
