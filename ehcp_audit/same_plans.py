"""Which plans of two runs are the same: those whose caseload ids are equal, or, without a caseload, whose files are.

A plan's reference (P01) says nothing outside its run. Within a run a plan may stand twice, as Word and as PDF: a
warning on each of them says so, and here is how it is worded and read back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ehcp_audit.model import Scorecard
from ehcp_audit.runs import Run
from ehcp_audit.styling import count, join_words

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


# --- twice in one run --------------------------------------------------------------------------------------


_LOOKS = "It looks like the same plan as "
_NAMED = 3  # groups named in a line, and plans of a group


def twice_warnings(groups: Iterable[Sequence[str]]) -> Mapping[str, str]:
    """What is said of each plan that looks like others: of the first, who they are; of them, which is the first."""
    told: dict[str, str] = {}
    for first, *others in groups:
        told[first] = _warning(_listed(others))
        told |= dict.fromkeys(others, _warning(first))
    return told


def _warning(whom: str) -> str:
    return f"{_LOOKS}{whom}. If it is, keep one of them, or the counts hold it more than once."


def plans_twice(cards: Iterable[Scorecard]) -> list[list[str]]:
    """The groups that these warnings came from: references in their order, each group by its first."""
    groups: dict[str, list[str]] = {}
    for card in cards:
        for warning in card.plan.warnings:
            if warning.startswith(_LOOKS):
                first = warning.removeprefix(_LOOKS).partition(".")[0]
                groups.setdefault(first if first in groups else card.reference, []).append(card.reference)
    return [one for one in groups.values() if len(one) > 1]


def twice_words(cards: Iterable[Scorecard]) -> str:
    """ "9 pairs look like the same plan twice (P01 and P02, ...): keep one of each, or ..."; "" where none does."""
    groups = plans_twice(cards)
    if not groups:
        return ""
    more = len(groups) - _NAMED
    shown = "; ".join([_listed(one) for one in groups[:_NAMED]] + ([f"{more} more"] if more > 0 else []))
    if all(len(one) == 2 for one in groups):
        what = f"{count(len(groups), 'pair looks', 'pairs look')} like the same plan twice"
    else:
        what = f"{count(len(groups), 'plan looks', 'plans look')} to be here more than once"
    keep = "keep one of them" if len(groups) == 1 else "keep one of each"
    return f"{what} ({shown}): {keep}, or it is counted more than once"


def _listed(references: Sequence[str]) -> str:
    more = len(references) - _NAMED
    return join_words([*references[:_NAMED], *([f"{more} more"] if more > 0 else [])])
