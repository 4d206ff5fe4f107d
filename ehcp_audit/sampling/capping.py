"""A draw that takes at most so many plans of one officer, so that a dip sample is no appraisal of one member of staff.

The tickets are walked in their order over all strata: a plan is taken where its stratum still has room and its officer
has fewer than the most. So the order of rows stays irrelevant. The reserve is what the same walk would take next, so
that any of it may replace a plan without breaking the cap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ehcp_audit.errors import AuditError

ALIKE = 0.1
"""How far plans of one officer are taken to be alike, where nobody has measured it: an intraclass correlation."""


@dataclass(frozen=True, slots=True)
class Cap:
    """At most `most` plans with one value of this column."""

    column: str
    most: int


@dataclass(frozen=True, slots=True)
class Taken:
    """What a walk took: ids by stratum, in the order of their tickets."""

    drawn: Mapping[str, tuple[str, ...]]
    reserve: Mapping[str, tuple[str, ...]]


def parse_cap(words: str) -> Cap:
    """ "officer=4": at most four plans of one officer."""
    column, mark, number = words.partition("=")
    if not mark or not column.strip() or not number.strip().isdecimal() or int(number) < 1:
        raise AuditError(f"--cap takes a column and a number, such as officer=4, not '{words}'.")
    return Cap(column.strip(), int(number))


def take(
    order: Sequence[str],
    stratum: Mapping[str, str],
    given: Mapping[str, int],
    spare: Mapping[str, int],
    whose: Mapping[str, str],
    cap: Cap,
) -> Taken:
    """Walk the ids in the order of their tickets and take what strata and cap allow; then the reserve.

    A plan whose column is blank stands for itself. Raises AuditError when a stratum cannot be filled, with the
    smallest cap that would do.
    """
    drawn = _walk(order, stratum, given, whose, cap.most)
    if any(len(drawn[key]) < number for key, number in given.items()):
        enough = next(_enough(order, stratum, given, whose, cap.most), None)
        raise AuditError(
            f"With at most {cap.most} plans of one {cap.column} the sample cannot be filled; the smallest that works is"
            f" --cap {cap.column}={enough}. Allow that many, or draw fewer."
        )
    taken = {id for ids in drawn.values() for id in ids}
    counts = Counter(whose[id] for id in taken)
    rest = [id for id in order if id not in taken]
    return Taken(drawn, _walk(rest, stratum, spare, whose, cap.most, counts))


def _enough(
    order: Sequence[str], stratum: Mapping[str, str], given: Mapping[str, int], whose: Mapping[str, str], most: int
) -> Iterator[int]:
    for wider in range(most + 1, len(order) + 1):
        drawn = _walk(order, stratum, given, whose, wider)
        if all(len(drawn[key]) == number for key, number in given.items()):
            yield wider


def _walk(
    order: Sequence[str],
    stratum: Mapping[str, str],
    room: Mapping[str, int],
    whose: Mapping[str, str],
    most: int,
    counts: Counter[str] | None = None,
) -> dict[str, tuple[str, ...]]:
    have = Counter() if counts is None else Counter(counts)
    found: dict[str, list[str]] = {key: [] for key in room}
    for id in order:
        key, owner = stratum[id], whose[id]
        if len(found[key]) < room[key] and (not owner or have[owner] < most):
            found[key].append(id)
            have[owner] += 1
    return {key: tuple(ids) for key, ids in found.items()}


def worth(counts: Sequence[int], alike: float = ALIKE) -> float:
    """As how many independent plans do these count, when plans of one officer are so much alike?

    n over the design effect 1 + (sum m^2 / sum m - 1) rho, with m plans of each officer (Kish 1965).
    """
    whole = sum(counts)
    if not whole:
        return 0.0
    return whole / (1 + (sum(m * m for m in counts) / whole - 1) * alike)
