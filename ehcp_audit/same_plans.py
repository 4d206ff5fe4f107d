"""Which plans of two runs are the same: those whose caseload ids are equal, or, without a caseload, whose files are.

A plan's reference (P01) says nothing outside its run.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ehcp_audit.model import Scorecard
from ehcp_audit.runs import Run

What = TypeVar("What")


@dataclass(frozen=True, slots=True)
class PlanKey:
    """What a plan is known by from run to run: its caseload id, and its file's checksum."""

    id: str | None
    sha256: str | None

    def same(self, other: PlanKey) -> bool:
        """Is it the same plan? Where both have an id, that decides; else the file does."""
        if self.id and other.id:
            return self.id == other.id
        return self.sha256 is not None and self.sha256 == other.sha256


def plan_key(run: Run, card: Scorecard) -> PlanKey:
    """What a plan of a run is known by."""
    return PlanKey(card.id, run.inputs.get(card.reference))


class KnownPlans(Generic[What]):
    """Something of each plan, found again by what the plan is known by."""

    def __init__(self, plans: Iterable[tuple[PlanKey, What]] = ()) -> None:
        self._by_id: dict[str, What] = {}
        self._by_file: dict[str, list[tuple[PlanKey, What]]] = {}
        for key, what in plans:
            self.add(key, what)

    def add(self, key: PlanKey, what: What) -> None:
        """Note what belongs to a plan."""
        if key.id:
            self._by_id.setdefault(key.id, what)
        if key.sha256:
            self._by_file.setdefault(key.sha256, []).append((key, what))

    def get(self, key: PlanKey) -> What | None:
        """What belongs to the same plan; None where there is none."""
        if key.id and key.id in self._by_id:
            return self._by_id[key.id]
        return next((what for other, what in self._by_file.get(key.sha256 or "", ()) if key.same(other)), None)


def in_both(first: Iterable[PlanKey], second: Iterable[PlanKey]) -> int:
    """How many plans of the first are in the second too."""
    there = KnownPlans((key, key) for key in second)
    return sum(there.get(key) is not None for key in first)
