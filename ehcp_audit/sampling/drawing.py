"""Drawing a dip sample that anyone can draw again, and checking that a draw is the one it says it is.

Each plan gets a ticket, the SHA-256 of the seed and its id; the lowest tickets of a stratum are drawn. So the order of
the caseload's rows does not matter, one plan more changes at most one plan drawn, and a larger sample with the same
seed holds the smaller one. Strata share the sample by largest remainder, in exact fractions. (Rivest's consistent
sampling; Ohlsson 1995, permanent random numbers; Hamilton's method of apportionment.)
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from ehcp_audit import __version__
from ehcp_audit.caseload import COLUMNS, Caseload, CaseloadRow
from ehcp_audit.errors import AuditError, ManyErrors, did_you_mean
from ehcp_audit.sampling.capping import Cap, Taken, take
from ehcp_audit.sampling.replacing import Manifest

ALGORITHM = "ehcp-audit/draw/v1"
SCHEMA = "ehcp-audit/draw/1"

JOINT = " / "
"""What joins the values of two columns in a stratum's key."""

NOT_GIVEN = "not given"
"""The key of the plans whose column is blank."""

GONE = ("ceased", "moved out", "out of scope")
"""Statuses of plans that are in no frame, unless others are named."""

BAD_ROW = "row could not be used"

SPARE = 5
"""The fewest plans of a stratum's reserve; it holds as many as were drawn, where that is more."""


@dataclass(frozen=True, slots=True)
class DrawSettings:
    """What a draw is made by: everything besides the caseload that decides which plans it holds."""

    n: int
    seed: str
    frame_date: date
    stratify: tuple[str, ...] = ()
    minimum: int = 0
    exclude_audited_within: str | None = None  # "12m"
    exclude_status: tuple[str, ...] = GONE
    id_column: str | None = None
    seed_set_by: str | None = None
    cap: Cap | None = None


def ticket(seed: str, id: str) -> str:
    """The ticket of a plan under a seed: 64 hex digits. The lowest are drawn first; an equal one goes by id."""
    words = f"{ALGORITHM}\n{unicodedata.normalize('NFC', seed)}\n{unicodedata.normalize('NFC', id.strip())}"
    return hashlib.sha256(words.encode()).hexdigest()


def allocate(sizes: Mapping[str, int], n: int, minimum: int = 0) -> dict[str, int]:
    """How many of `n` does each stratum give? By largest remainder, in exact fractions.

    Ties go to the larger stratum, then to the key that comes first. A stratum that would give fewer than `minimum`
    (or than all it has) gives that many, and the rest is shared again. With `n` of everything or more, all are drawn.
    Raises AuditError when the minima need more than `n`, with the smallest `n` that works.
    """
    if n >= sum(sizes.values()):
        return dict(sizes)
    floors = {key: min(minimum, size) for key, size in sizes.items()}
    if sum(floors.values()) > n:
        raise AuditError(
            f"A minimum of {minimum} in each of {sum(size > 0 for size in sizes.values())} strata needs"
            f" {sum(floors.values())} plans, and {n} were asked for; the smallest -n that works is"
            f" {sum(floors.values())}. Ask for that many, or lower --minimum."
        )
    fixed: dict[str, int] = {}
    while True:
        free = {key: size for key, size in sizes.items() if key not in fixed}
        shared = _largest_remainder(free, n - sum(fixed.values()))
        below = {key: floors[key] for key, given in shared.items() if given < floors[key]}
        if not below:
            return {key: fixed[key] if key in fixed else shared[key] for key in sizes}
        fixed |= below


def draw(caseload: Caseload, settings: DrawSettings) -> Manifest:
    """Draw a sample of the caseload: the manifest, with all that is needed to draw it again.

    Raises AuditError for doubled ids, an empty seed, a column that is not there, minima that do not fit.
    """
    _refuse(caseload, settings)
    rows, excluded = _frame(caseload, settings)
    if not rows:
        raise AuditError("No plan is left to draw from; check the exclusions and the caseload's rows.")
    keys = _keys(caseload, settings.stratify)
    groups: dict[str, list[str]] = {keys[row.id]: [] for row in caseload.rows}
    for row in rows:
        groups[keys[row.id]].append(row.id)
    sizes = {key: len(groups[key]) for key in sorted(groups)}
    given = allocate(sizes, settings.n, settings.minimum)
    whose = {} if settings.cap is None else _values(caseload, settings.cap.column)
    taken = _taken(groups, given, settings, whose)
    strata = [_stratum(key, groups[key], taken, len(rows)) for key in sizes]
    ids = sorted(row.id for row in rows)
    return {
        "schema": SCHEMA,
        "algorithm": ALGORITHM,
        "tool": {"version": __version__},
        "seed": settings.seed,
        "seed_set_by": settings.seed_set_by,
        "frame_date": settings.frame_date.isoformat(),
        "n": settings.n,
        "stratify": list(settings.stratify),
        "minimum": settings.minimum,
        "filters": {
            "exclude_audited_within": settings.exclude_audited_within,
            "exclude_status": list(settings.exclude_status),
            "id": settings.id_column,
        },
        "listed": len(caseload.rows) + len(caseload.refused),
        "excluded": excluded,
        "refused_rows": [{"row": number, "reason": reason} for number, reason in caseload.refused],
        "population": len(rows),
        "population_sha256": population_sha256(ids),
        "census": settings.n >= len(rows),
        "strata": strata,
        "plans": _in_ticket_order(settings.seed, [id for one in strata for id in one["plans"]]),
        "reserve": _in_ticket_order(settings.seed, [id for one in strata for id in one["reserve"]]),
        "cap": _cap_record(settings.cap, taken, whose),
        "replacements": [],
        "extras": [],
    }


def population_sha256(ids: Iterable[str]) -> str:
    """The fingerprint of a frame: the SHA-256 of its sorted ids, each with a line feed."""
    return hashlib.sha256("".join(f"{id}\n" for id in sorted(ids)).encode()).hexdigest()


# --- the frame ---------------------------------------------------------------------------------------------


def _refuse(caseload: Caseload, settings: DrawSettings) -> None:
    if caseload.doubled:
        raise ManyErrors(
            [
                f"Rows {' and '.join(map(str, same))} of the caseload have the same id; keep one and draw again."
                for same in caseload.doubled
            ]
        )
    if not settings.seed.strip():
        raise AuditError(
            "The seed is empty. Choose one before the list is made, such as a dated dice roll or a minute."
        )
    if settings.n < 1:
        raise AuditError("-n is how many plans to draw: 1 or more.")
    if settings.minimum < 0:
        raise AuditError("--minimum is a number of plans: 0 or more.")


def _frame(caseload: Caseload, settings: DrawSettings) -> tuple[list[CaseloadRow], dict[str, int]]:
    """The rows in scope, and how many are not, by reason."""
    since = None
    if settings.exclude_audited_within is not None:
        since = _earlier(settings.frame_date, settings.exclude_audited_within)
    gone = {_plain(word): word for word in settings.exclude_status}
    excluded: Counter[str] = Counter()
    kept = []
    for row in caseload.rows:
        status = gone.get(_plain(row.status or ""))
        if status is not None:
            excluded[f"status: {status}"] += 1
        elif since is not None and row.audited is not None and row.audited >= since:
            excluded[f"audited within {settings.exclude_audited_within}"] += 1
        else:
            kept.append(row)
    if caseload.refused:
        excluded[BAD_ROW] = len(caseload.refused)
    return kept, dict(sorted(excluded.items()))


_SPAN = re.compile(r"(\d{1,4}) ?(d|days?|w|weeks?|m|months?|y|years?)", re.IGNORECASE)


def _earlier(day: date, span: str) -> date:
    """The day so long before another: "12m", "2y", "90d"."""
    found = _SPAN.fullmatch(span.strip())
    if found is None or int(found[1]) < 1:
        raise AuditError(f"--exclude-audited-within takes a time such as 12m, 1y or 90d, not '{span}'.")
    number, unit = int(found[1]), found[2][0].lower()
    try:
        if unit in "dw":
            return day - timedelta(days=number * (7 if unit == "w" else 1))
        months = day.year * 12 + day.month - 1 - number * (12 if unit == "y" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        raise AuditError(f"--exclude-audited-within {span} reaches back too far.") from None


def _keys(caseload: Caseload, columns: Sequence[str]) -> dict[str, str]:
    """Each plan's stratum: the values of the columns, joined."""
    if len(columns) > 2:
        raise AuditError("Stratify by one column or two: with more, most strata hold too few plans to draw from.")
    if not columns:
        return {row.id: "all" for row in caseload.rows}
    values = [_values(caseload, column) for column in columns]
    return {row.id: JOINT.join(column[row.id] or NOT_GIVEN for column in values) for row in caseload.rows}


def _values(caseload: Caseload, column: str) -> dict[str, str]:
    wanted = _plain(column)
    known = next((name for name in COLUMNS if _plain(name) == wanted), None)
    if known is not None:
        found = {row.id: getattr(row, known) for row in caseload.rows}
        if any(value is not None for value in found.values()):
            return {id: "" if value is None else " ".join(str(value).split()) for id, value in found.items()}
    for place, (name, _) in enumerate(caseload.rows[0].extra if caseload.rows else ()):
        if _plain(name) == wanted:
            return {row.id: " ".join(row.extra[place][1].split()) for row in caseload.rows}
    there = [name for name in COLUMNS if any(getattr(row, name) is not None for row in caseload.rows)]
    there += [name for name, _ in (caseload.rows[0].extra if caseload.rows else ())]
    raise AuditError(f"The caseload has no column '{column}' with values. {did_you_mean(column, there)}")


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "_", unicodedata.normalize("NFKC", name).strip().casefold())


# --- the draw ----------------------------------------------------------------------------------------------


def _largest_remainder(sizes: Mapping[str, int], n: int) -> dict[str, int]:
    whole = sum(sizes.values())
    if not whole:
        return dict.fromkeys(sizes, 0)
    quotas = {key: Fraction(n * size, whole) for key, size in sizes.items()}
    given = {key: quota.__floor__() for key, quota in quotas.items()}
    order = sorted(sizes, key=lambda key: (given[key] - quotas[key], -sizes[key], key))
    for key in order[: n - sum(given.values())]:
        given[key] += 1
    return given


def _taken(
    groups: Mapping[str, Sequence[str]], given: Mapping[str, int], settings: DrawSettings, whose: Mapping[str, str]
) -> Taken:
    """The plans drawn and those in reserve, by stratum."""
    ordered = {key: _in_ticket_order(settings.seed, ids) for key, ids in groups.items()}
    spare = {key: max(number, SPARE) if number else 0 for key, number in given.items()}
    if settings.cap is not None:
        stratum = {id: key for key, ids in groups.items() for id in ids}
        return take(_in_ticket_order(settings.seed, stratum), stratum, given, spare, whose, settings.cap)
    return Taken(
        {key: tuple(ids[: given[key]]) for key, ids in ordered.items()},
        {key: tuple(ids[given[key] : given[key] + spare[key]]) for key, ids in ordered.items()},
    )


def _stratum(key: str, ids: Sequence[str], taken: Taken, population: int) -> dict[str, Any]:
    return {
        "key": key,
        "population": len(ids),
        "drawn": len(taken.drawn[key]),
        "weight": str(Fraction(len(ids), population)),
        "plans": list(taken.drawn[key]),
        "reserve": list(taken.reserve[key]),
    }


def _cap_record(cap: Cap | None, taken: Taken, whose: Mapping[str, str]) -> dict[str, Any] | None:
    """The cap with how many plans each has of those drawn, the most first; nobody is named."""
    if cap is None:
        return None
    counts = Counter(whose[id] or id for ids in taken.drawn.values() for id in ids)
    return {"column": cap.column, "most": cap.most, "counts": sorted(counts.values(), reverse=True)}


def _in_ticket_order(seed: str, ids: Iterable[str]) -> list[str]:
    return sorted(ids, key=lambda id: (ticket(seed, id), id))
