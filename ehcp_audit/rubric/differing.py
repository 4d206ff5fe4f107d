"""What changed from one rubric to another: criteria, weights, wording; and which of the changes can move a score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ehcp_audit.rubric.schema import Criterion, Rubric

MOVES = ("section", "mode", "checks", "weight", "when_absent", "when_nil", "na_allowed", "from_year")
"""What of a criterion can move a score."""

GATES = ("tier",)
"""What of a criterion can move the statutory gate."""

BANDS = ("bands", "bar", "cap")
"""What can move a band and not the score under it."""

_HEAD = (
    "method",
    "section_weights",
    "bands",
    "bar",
    "scales",
    "non_negotiables",
    "plan_type",
    "sections",
    "law_as_at",
    "words",
)
_PARTS = (*MOVES, *GATES, "cap", "basis", "act", "question", "guidance", "examples")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: of which criterion (None: of the rubric's head), what of it, from what to what, and what it moves."""

    criterion: str | None
    what: str  # added, removed, renamed, or the key that changed
    before: str
    after: str
    moves: str  # score, gate, band or nothing


def differences(one: Rubric, other: Rubric) -> tuple[Change, ...]:
    """Every change that leads from the first rubric to the second, in the first one's order."""
    return tuple(_changes(one, other))


def _changes(one: Rubric, other: Rubric) -> Iterator[Change]:
    for key in _HEAD:
        before, after = getattr(one, key), getattr(other, key)
        if before != after:
            moves = "score" if key in ("method", "section_weights", "plan_type", "sections", "words") else "nothing"
            yield Change(None, key, _shown(before), _shown(after), "band" if key in BANDS else moves)
    theirs = {criterion.id: criterion for criterion in other.criteria}
    renamed = _renamed(one, other)
    for criterion in one.criteria:
        id = renamed.get(criterion.id, criterion.id)
        if id not in theirs:
            yield Change(criterion.id, "removed", criterion.question, "", "score")
            continue
        if id != criterion.id:
            yield Change(criterion.id, "renamed", criterion.id, id, "nothing")
        yield from _between(criterion, theirs[id])
    taken = {renamed.get(criterion.id, criterion.id) for criterion in one.criteria}
    for criterion in other.criteria:
        if criterion.id not in taken:
            yield Change(criterion.id, "added", "", criterion.question, "score")


def _renamed(one: Rubric, other: Rubric) -> dict[str, str]:
    """Criteria that ask the same checks under another id: the same question too, or nobody else asks those checks."""
    ours, theirs = {c.id for c in one.criteria}, {c.id for c in other.criteria}
    gone = [criterion for criterion in one.criteria if criterion.id not in theirs]
    come = [criterion for criterion in other.criteria if criterion.id not in ours]
    renamed: dict[str, str] = {}
    for criterion in gone:
        same = [new for new in come if _asks(new) == _asks(criterion) and new.id not in renamed.values()]
        exact = [new for new in same if new.question == criterion.question]
        if exact or (len(same) == 1 and criterion.checks):
            renamed[criterion.id] = (exact or same)[0].id
    return renamed


def _asks(criterion: Criterion) -> Any:
    return criterion.section, criterion.checks, criterion.basis


def _between(before: Criterion, after: Criterion) -> Iterator[Change]:
    for key in _PARTS:
        one, other = getattr(before, key), getattr(after, key)
        if one == other:
            continue
        moves = "score" if key in MOVES else "gate" if key in GATES else "band" if key == "cap" else "nothing"
        if key == "checks" and [use.check for use in one] == [use.check for use in other]:
            moves = "score" if [use.options for use in one] != [use.options for use in other] else "gate"
        if key == "examples":
            yield Change(before.id, key, _counted(one), _counted(other), moves)
        elif key == "guidance":
            for part in type(one).model_fields:
                if getattr(one, part) != getattr(other, part):
                    yield Change(before.id, f"guidance, {part}", getattr(one, part), getattr(other, part), moves)
        else:
            yield Change(before.id, key, _shown(one), _shown(other), moves)


def _counted(examples: dict[str, tuple[Any, ...]]) -> str:
    return ", ".join(f"{len(listed)} {verdict}" for verdict, listed in examples.items())


def _shown(value: Any) -> str:
    """A value as its owner wrote it."""
    if value is None:
        return "none"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_shown(one)}" for key, one in value.items()) or "none"
    if isinstance(value, tuple | list):
        return ", ".join(_shown(one) for one in value) or "none"
    if hasattr(value, "check"):
        options = f" ({_shown(value.options)})" if value.options else ""
        return f"{value.check}{options}{f' [{value.tier}]' if value.tier else ''}"
    if hasattr(value, "min"):
        return f"{value.name} from {value.min}"
    if hasattr(value, "below"):
        return f"below {value.below}: {value.to}"
    return str(value)
