"""The files of RUN/judgements: one for each import, never changed and never overwritten.

A line is a judgement, what an auditor says of a plan as a whole, or an action. `exported/` beside them says which
scorecards are out, so that an import can say which have not come back.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from ehcp_audit.errors import AuditError
from ehcp_audit.model import Judgement
from ehcp_audit.runs import JUDGEMENTS
from ehcp_audit.saving import save

ROUNDS = ("first", "second", "panel", "consensus")
BLIND_ROUNDS = ("first", "second", "panel")
"""The rounds that may be blind: what is agreed in the open cannot be."""

EXPORTED = "exported"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Overall:
    """What an auditor says of a plan as a whole. `judgement` is one of the rubric's bands."""

    plan: str
    rater: str
    round: str
    blind: bool
    judgement: str = ""
    why: str = ""
    works_well: str = ""
    to_improve: str = ""
    concern: str = ""
    told: str = ""
    judged_on: date | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """Something to be done about a plan, by a role, by a date."""

    plan: str
    rater: str
    round: str
    action: str
    owner: str = ""
    due: date | None = None
    done: date | None = None
    evidence: str = ""

    def status(self, on: date) -> str:
        """Where the action stands on a day: done, overdue or open."""
        if self.done is not None:
            return "done"
        return "overdue" if self.due is not None and self.due < on else "open"


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that people said of a run, in the order in which it came in."""

    judgements: tuple[Judgement, ...] = ()
    overall: tuple[Overall, ...] = ()
    actions: tuple[Action, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.judgements or self.overall or self.actions)

    def cards(self) -> frozenset[tuple[str, str, str]]:
        """The scorecards that came in: plan, rater and round."""
        return frozenset((one.plan, one.rater, one.round) for one in self.judgements)

    def of(self, plans: Collection[str], rater: str, round: str) -> frozenset[Judgement | Overall | Action]:
        """Everything that somebody said of these plans in a round."""
        said: tuple[Judgement | Overall | Action, ...] = (*self.judgements, *self.overall, *self.actions)
        return frozenset(one for one in said if one.plan in plans and (one.rater, one.round) == (rater, round))


@dataclass(frozen=True, slots=True)
class Exported:
    """A scorecard that was handed out."""

    plan: str
    rater: str
    round: str
    blind: bool


_KINDS: tuple[tuple[str, type[Any]], ...] = (
    ("ehcp-audit/judgement/1", Judgement),
    ("ehcp-audit/overall/1", Overall),
    ("ehcp-audit/action/1", Action),
)
_DATES = ("judged_on", "due", "done")

T = TypeVar("T")


def keep(folder: Path, kept: Kept) -> Path:
    """Write one import into RUN/judgements, whole or not at all. Nothing that is there is changed."""
    records: list[Judgement | Overall | Action] = [*kept.judgements, *kept.overall, *kept.actions]
    text = "".join(_line(record) for record in records)
    there = folder / JUDGEMENTS
    there.mkdir(mode=0o700, exist_ok=True)
    number = 1 + max((_number(path) for path in there.glob("*.jsonl")), default=0)
    path = there / f"{number:04}-{_fingerprint(text)}.jsonl"
    save(path, text.encode())
    return path


def read_judgements(folder: Path) -> Kept:
    """Everything in RUN/judgements, file by file. Raises AuditError where a file is damaged."""
    records: dict[type[Any], list[Any]] = {kind: [] for _, kind in _KINDS}
    for path in sorted((folder / JUDGEMENTS).glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if line:
                record = _record(path, number, line)
                records[type(record)].append(record)
    return Kept(tuple(records[Judgement]), tuple(records[Overall]), tuple(records[Action]))


def keep_export(folder: Path, exported: Sequence[Exported]) -> None:
    """Remember which scorecards were handed out."""
    text = "".join(
        json.dumps({"schema": "ehcp-audit/exported/1", **asdict(one)}, ensure_ascii=False) + "\n" for one in exported
    )
    there = folder / JUDGEMENTS / EXPORTED
    there.mkdir(mode=0o700, parents=True, exist_ok=True)
    save(there / f"{_fingerprint(text)}.jsonl", text.encode(), force=True)


def read_exports(folder: Path) -> tuple[Exported, ...]:
    """The scorecards that were handed out, each once."""
    found: dict[tuple[str, str, str], Exported] = {}
    for path in sorted((folder / JUDGEMENTS / EXPORTED).glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if line:
                one = _believed(path, number, line, Exported)
                found[(one.plan, one.rater, one.round)] = one
    return tuple(found[key] for key in sorted(found))


def judgement_json(record: Judgement | Overall | Action) -> Json:
    """A line of a judgements file."""
    schema = next(name for name, kind in _KINDS if type(record) is kind)
    data = {"schema": schema, **asdict(record)}
    for name in _DATES:
        if data.get(name) is not None:
            data[name] = data[name].isoformat()
    if "extra" in data:
        data["extra"] = dict(data["extra"])
    return data


def _line(record: Judgement | Overall | Action) -> str:
    return json.dumps(judgement_json(record), ensure_ascii=False) + "\n"


def _record(path: Path, number: int, line: str) -> Any:
    try:
        schema = json.loads(line)["schema"]
    except (ValueError, KeyError, TypeError):
        schema = None
    for name, kind in _KINDS:
        if schema == name:
            return _believed(path, number, line, kind)
    raise AuditError(f"{path} line {number} is damaged: it is no judgement; restore the file from a copy")


def _believed(path: Path, number: int, line: str, kind: type[T]) -> T:
    try:
        data: Mapping[str, Any] = json.loads(line)
        values = {one.name: data[one.name] for one in fields(kind) if one.name in data}  # type: ignore[arg-type]
        for name in _DATES:
            if values.get(name) is not None:
                values[name] = date.fromisoformat(values[name])
        if "extra" in values:
            values["extra"] = tuple(sorted(values["extra"].items()))
        return kind(**values)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise AuditError(
            f"{path} line {number} is damaged: it is no judgement; restore the file from a copy"
        ) from error


def _number(path: Path) -> int:
    head = path.name.split("-")[0]
    return int(head) if head.isdecimal() else 0


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
