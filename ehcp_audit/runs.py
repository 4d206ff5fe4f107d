"""The run folder and the stored result: write, read back, verify.

A run is its scorecards, what could not be read, and the stamp of what judged them. Everything else in the folder is a
view of these. `run.json` is written last and knows the sha256 of every other file.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

from ehcp_audit import __version__
from ehcp_audit.caseload import Caseload
from ehcp_audit.errors import AuditError, why
from ehcp_audit.model import Scorecard, Unreadable, Verdict
from ehcp_audit.results import (
    Json,
    line,
    scorecard_from_json,
    scorecard_json,
    unreadable_from_json,
    unreadable_json,
)
from ehcp_audit.workbooks import csv_text, csv_unguarded, read_rows

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

__all__ = [
    "RubricStamp",
    "Run",
    "manifest_json",
    "read_result",
    "read_run",
    "result_json",
    "scorecard_from_json",
    "scorecard_json",
    "stamp",
    "verify_run",
]

RESULT = "ehcp-audit/result/1"
RUN = "ehcp-audit/run/1"

MANIFEST, RESULTS, UNREAD, REFERENCES = "run.json", "results.jsonl", "unreadable.jsonl", "references.csv"
RUBRIC = "rubric.json"
"""The rubric as it was, so that a run can be judged and read when the rubric's file has moved on."""
_UNSEALED = "0" * 64
JUDGEMENTS = "judgements"
"""The folder of people's views: beside the results, never among the files that the manifest fixes."""

PART = "part of a plan"
"""Why a document that sets out only a part of a plan enters no rate."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RubricStamp:
    """Which rubric judged: enough to tell that two runs used the same one."""

    id: str
    version: str
    sha256: str
    law_as_at: date


@dataclass(frozen=True, slots=True)
class Run:
    """Plans audited together by one rubric on one date: all that an output needs to know.

    `files` (reference -> file) is for this machine only and is empty when the run is read without it; `settings` are
    those that can change a result; `caseload` is there while the run is made, not when it is read back.

    A run of many plans may hold outlines of its scorecards: every figure and none of the words. `source` is then the
    folder whose results hold them whole, and `in_full` reads them one by one.
    """

    rubric: RubricStamp
    as_of: date
    scorecards: tuple[Scorecard, ...]
    unreadable: tuple[Unreadable, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, str | int | float | bool | None] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)  # reference -> sha256 of the file that was read
    caseload: Caseload | None = None
    draw: Mapping[str, Any] | None = None  # how the plans were drawn, and which stand apart from the random core
    tool_version: str = __version__
    source: Path | None = None

    def in_full(self, verdicts: Collection[Verdict] = tuple(Verdict)) -> Iterator[Scorecard]:
        """The scorecards with all their words, in reference order; findings of other verdicts may be left out."""
        return iter(self.scorecards) if self.source is None else stored_scorecards(self.source, verdicts)

    @property
    def apart(self) -> Mapping[str, str]:
        """The plans that enter no rate, by reference, and why: what they were picked for, or that each is a part."""
        return {**self.picked, **dict.fromkeys(self.parts, PART)}

    @property
    def picked(self) -> Mapping[str, str]:
        """The plans picked for risk or a theme, by reference, with their purpose."""
        return {} if self.draw is None else self.draw.get("extras", {})

    @property
    def parts(self) -> tuple[str, ...]:
        """The references of documents that say of themselves that they set out only a part of a plan."""
        return tuple(card.reference for card in self.scorecards if card.plan.partial)

    @property
    def core(self) -> tuple[Scorecard, ...]:
        """The scorecards that a rate may count: whole plans, of the random core of a draw or else all of them."""
        apart = self.apart
        return tuple(card for card in self.scorecards if card.reference not in apart)


def parts_words(parts: int) -> str:
    """ "1 sets out only a part of a plan and is in no figure"; "" where none does."""
    if not parts:
        return ""
    say, be = ("sets", "is") if parts == 1 else ("set", "are")
    return f"{parts} {say} out only a part of a plan and {be} in no figure"


def stamp(rubric: Rubric) -> RubricStamp:
    """The stamp of a rubric."""
    return RubricStamp(rubric.id, rubric.version, rubric.sha256, rubric.law_as_at)


# --- one document ---------------------------------------------------------------------------------------


def result_json(run: Run) -> Json:
    """The run as one document, ehcp-audit/result/1, with its files named: what `check --format json` prints."""
    return {
        "schema": RESULT,
        **_head(run),
        "scorecards": [scorecard_json(card) for card in run.scorecards],
        "unreadable": [unreadable_json(one, named=True) for one in run.unreadable],
    }


def read_result(path: Path) -> Run:
    """A stored ehcp-audit/result/1 document, as it was. Raises AuditError when the file is none."""
    data = _loaded(path, _bytes(path).decode("utf-8", errors="replace"))
    return _believed(path, lambda: _run(data, tuple(map(scorecard_from_json, data["scorecards"])), data["unreadable"]))


# --- a folder ---------------------------------------------------------------------------------------------


def unreadable_text(run: Run) -> str:
    """unreadable.jsonl: reference, kind and reason; never a file's name."""
    return b"".join(line(unreadable_json(one, named=False)) for one in run.unreadable).decode()


def references_text(run: Run) -> str:
    """references.csv: reference -> file, the only map between the two. Local only; never shared."""
    return csv_text([("reference", "file"), *run.files.items()])


def manifest_json(run: Run, files: Mapping[str, str], *, draw: Mapping[str, Any] | None = None) -> Json:
    """run.json. `files` is the sha256 of every other file of the folder, by its path inside it."""
    return {
        "schema": RUN,
        **_head(run),
        "settings": dict(sorted(run.settings.items())),
        "draw": draw,
        "counts": {
            "plans": len(run.scorecards) + len(run.unreadable),
            "scorecards": len(run.scorecards),
            "unreadable": len(run.unreadable),
        },
        "inputs": dict(sorted(run.inputs.items())),
        "files": dict(sorted(files.items())),
    }


def manifest_text(manifest: Mapping[str, Any]) -> str:
    """run.json as it is stored: indented, for people too, and sealed by the sha256 of its own other bytes."""
    text = json.dumps({**manifest, "sha256": _UNSEALED}, ensure_ascii=False, indent=1) + "\n"
    return text.removesuffix(_end(_UNSEALED)) + _end(hashlib.sha256(text.encode()).hexdigest())


def _end(seal: str) -> str:
    return f'"{seal}"\n}}\n'


def _is_sealed(data: bytes) -> bool:
    """Is this a manifest whose every byte is as it was written?"""
    body, seal = data[: -len(_end(_UNSEALED))], data[-len(_end(_UNSEALED)) :]
    return seal == _end(hashlib.sha256(body + _end(_UNSEALED).encode()).hexdigest()).encode()


def files_of(folder: Path) -> dict[str, str]:
    """The sha256 of every file of a run folder but its manifest, judgements, what is hidden and Office's locks."""
    return {
        path.relative_to(folder).as_posix(): sha256(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and _is_ours(path.relative_to(folder))
    }


def sha256(path: Path) -> str:
    """The sha256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def stored_scorecards(folder: Path, verdicts: Collection[Verdict] = tuple(Verdict)) -> Iterator[Scorecard]:
    """The scorecards of a run folder, one by one, with the findings of these verdicts.

    Raises AuditError where what is stored is damaged.
    """
    path = folder / RESULTS
    for data in _json_lines(path):
        yield _believed(path, partial(_scorecard, data, frozenset(verdicts)))


def _scorecard(data: Mapping[str, Any], verdicts: frozenset[Verdict]) -> Scorecard:
    if len(verdicts) < len(Verdict):
        for one in data["criteria"]:
            one["findings"] = [finding for finding in one["findings"] if finding["verdict"] in verdicts]
    return scorecard_from_json(data)


def read_run(folder: Path, outlined: Callable[[Scorecard], Scorecard] | None = None) -> Run:
    """A run folder, as it was when it was made; with `outlined`, that of each scorecard is held and the words are not.

    Raises AuditError when it is no run folder or is damaged.
    """
    manifest = _loaded(folder / MANIFEST, _bytes(folder / MANIFEST).decode("utf-8", errors="replace"))
    unreadable = tuple(_json_lines(folder / UNREAD))
    files: dict[str, str] = {}
    if (folder / REFERENCES).is_file():
        files = {row[0]: csv_unguarded(row[1]) for row in read_rows(folder / REFERENCES)[1:] if len(row) == 2}
    cards = stored_scorecards(folder) if outlined is None else map(outlined, stored_scorecards(folder))
    run = _believed(folder / RESULTS, lambda: _run(manifest, tuple(cards), unreadable, files))
    if outlined is not None:
        run = replace(run, source=folder)
    if [card.reference for card in run.scorecards] != sorted(card.reference for card in run.scorecards):
        raise AuditError(f"{folder / RESULTS} is out of order; make the run again")
    return run


def verify_run(folder: Path) -> list[str]:
    """What does not hold in a run folder: files changed, missing or added since it was made; none when it is whole."""
    data = _bytes(folder / MANIFEST)
    if not _is_sealed(data):
        return [f"{MANIFEST} was changed after the run"]
    manifest = _loaded(folder / MANIFEST, data.decode())
    wanted = _believed(folder / MANIFEST, lambda: dict(manifest["files"]))
    there = files_of(folder)
    return [
        *(f"{name} is missing" for name in wanted if name not in there),
        *(f"{name} was changed after the run" for name in wanted if name in there and there[name] != wanted[name]),
        *(f"{name} was added after the run" for name in there if name not in wanted),
        *_changed_judgements(folder),
    ]


def _changed_judgements(folder: Path) -> Iterator[str]:
    """Files of people's views that are not as they came in: each bears the hash of its own text in its name."""
    for path in sorted((folder / JUDGEMENTS).rglob("*.jsonl")):
        mark = path.stem.rpartition("-")[2]
        if re.fullmatch("[0-9a-f]{12}", mark) and not sha256(path).startswith(mark):
            yield f"{path.relative_to(folder).as_posix()} was changed after it came in"


def _head(run: Run) -> Json:
    rubric = run.rubric
    return {
        "tool": {"version": run.tool_version},
        "rubric": {
            "id": rubric.id,
            "version": rubric.version,
            "sha256": rubric.sha256,
            "law_as_at": rubric.law_as_at.isoformat(),
        },
        "as_of": run.as_of.isoformat(),
    }


def _run(
    head: Mapping[str, Any],
    cards: tuple[Scorecard, ...],
    unreadable: Sequence[Mapping[str, Any]],
    files: Mapping[str, str] | None = None,
) -> Run:
    rubric = head["rubric"]
    return Run(
        rubric=RubricStamp(rubric["id"], rubric["version"], rubric["sha256"], date.fromisoformat(rubric["law_as_at"])),
        as_of=date.fromisoformat(head["as_of"]),
        scorecards=cards,
        unreadable=tuple(unreadable_from_json(one) for one in unreadable),
        files=files or {},
        settings=head.get("settings", {}),
        inputs=head.get("inputs", {}),
        draw=head.get("draw"),
        tool_version=head["tool"]["version"],
    )


def _is_ours(path: Path) -> bool:
    return (
        path.parts[0] not in (MANIFEST, JUDGEMENTS)
        and not path.name.startswith("~$")
        and "." not in [part[0] for part in path.parts]
    )


def _bytes(path: Path) -> bytes:
    with _opened(path) as file:
        return file.read()


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """A stored file, open for reading. Raises AuditError with what to do where it cannot be read."""
    try:
        with path.open("rb") as file:
            yield file
    except FileNotFoundError:
        raise AuditError(f"{path} is not there; name the folder of a finished run, or a stored result") from None
    except OSError as error:
        raise AuditError(f"{path} could not be read: {why(error)}") from error


def _loaded(path: Path, text: str, where: str = "") -> Mapping[str, Any]:
    try:
        data = json.loads(text)
    except ValueError as error:
        raise AuditError(f"{path}{where} is damaged: it is not JSON; make the run again") from error
    if not isinstance(data, dict):
        raise AuditError(f"{path}{where} is no document of ehcp-audit; name another file")
    return data


def _json_lines(path: Path) -> Iterator[Mapping[str, Any]]:
    """The documents of a file, one a line; only one at a time is held."""
    with _opened(path) as file:
        for number, one in enumerate(file, 1):
            if one != b"\n":
                yield _loaded(path, one.decode("utf-8", errors="replace"), f" line {number}")


def _believed(path: Path, read: Callable[[], T]) -> T:
    """What `read` makes of stored JSON, whose shape is not to be trusted."""
    try:
        return read()
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, ZeroDivisionError) as error:
        raise AuditError(f"{path} is no document that this version of ehcp-audit wrote; make it again") from error
