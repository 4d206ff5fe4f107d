"""Two rubrics side by side: which criteria ask the same, how their grades meet, and how much of each that covers.

Only exact and close matches enter a comparison. How much of each side's weight they cover is always said; below half
of either there is no overall comparison. The best a swap can do is to grade with one shared rubric; this is second
best.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ehcp_audit.comparison.groups import Source, cards_of
from ehcp_audit.errors import AuditError, ManyErrors, did_you_mean
from ehcp_audit.intervals import COUNTS_ONLY, mean_interval, told_apart, welch
from ehcp_audit.model import Scorecard

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

MATCHES = ("exact", "close", "broad", "narrow", "none")
ENTER = ("exact", "close")
COMBINE = ("min", "mean", "all")
SIDES = ("left", "right")
HALF = Fraction(1, 2)

Scale = tuple[tuple[Fraction, Fraction], ...]
"""Points and what they are worth, from the lowest up."""


@dataclass(frozen=True, slots=True)
class Side:
    """How one rubric answers a concept."""

    criteria: tuple[str, ...]
    scale: Scale
    combine: str


@dataclass(frozen=True, slots=True)
class Concept:
    """What both rubrics ask."""

    id: str
    label: str
    match: str
    left: Side
    right: Side


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """A crosswalk that holds: every id known, none mapped twice, every scale rising."""

    id: str
    version: str
    concepts: tuple[Concept, ...]
    coverage: tuple[Fraction, Fraction]  # of left and right weight, by exact and close matches


def load_crosswalk(path: Path, left: Rubric, right: Rubric) -> Crosswalk:
    """Read a crosswalk of two rubrics. Raises ManyErrors with every mistake at once."""
    data = _yaml(path)
    mistakes: list[str] = []
    head = _mapping(data.get("crosswalk"))
    if not head:
        mistakes.append("crosswalk: say its id, version, and the rubric and sha256 of left and right")
    rubrics = {"left": left, "right": right}
    for side, rubric in rubrics.items():
        said = _mapping(head.get(side))
        if str(said.get("rubric")) != rubric.id:
            mistakes.append(
                f"crosswalk.{side}: it maps the rubric '{said.get('rubric')}', and the run has '{rubric.id}'"
            )
        elif str(said.get("sha256")) != rubric.sha256:
            mistakes.append(
                f"crosswalk.{side}: the rubric {rubric.id} has changed since (its sha256 is {rubric.sha256})"
            )
    concepts = []
    seen: dict[tuple[str, str], str] = {}
    rows = _list(data.get("concepts"))
    for number, row in enumerate(rows, 1):
        one = _concept(_mapping(row), number, rubrics, seen, mistakes)
        if one is not None:
            concepts.append(one)
    if not rows:
        mistakes.append("concepts: there is none; each has id, match, left and right")
    for side, rubric in rubrics.items():
        unmapped = _list(_mapping(data.get("unmapped")).get(side))
        mistakes += _unknown(unmapped, rubric, f"unmapped.{side}", seen, side)
    if mistakes:
        raise ManyErrors([f"{path}: {one}" for one in mistakes])
    covered = [_coverage(concepts, side, rubric) for side, rubric in rubrics.items()]
    return Crosswalk(str(head.get("id", "")), str(head.get("version", "")), tuple(concepts), (covered[0], covered[1]))


def _yaml(path: Path) -> Mapping[str, Any]:
    import yaml

    class Loader(yaml.SafeLoader):
        """Numbers stay as they are written, and a key that stands twice is refused."""

    def mapping(loader: Any, node: Any) -> dict[Any, Any]:
        pairs = [(loader.construct_object(key, deep=True), value) for key, value in node.value]
        keys = [str(key) for key, _ in pairs]
        for place, (key, _) in enumerate(pairs):
            if str(key) in keys[:place]:
                line = node.value[place][0].start_mark.line + 1
                raise AuditError(f"{path}:{line}: '{key}' stands twice; keep one")
        return {key: loader.construct_object(value, deep=True) for key, value in pairs}

    Loader.add_constructor("tag:yaml.org,2002:map", mapping)
    Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: str(node.value))
    try:
        data = yaml.load(path.read_bytes(), Loader=Loader)  # noqa: S506  a safe loader
    except FileNotFoundError:
        raise AuditError(f"There is no crosswalk {path}; name a YAML file.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise AuditError(f"{path} cannot be read; name a YAML file.") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        raise AuditError(f"{where}: not valid YAML") from error
    if not isinstance(data, dict):
        raise AuditError(f"{path} is no crosswalk; it has the keys crosswalk, concepts and unmapped.")
    return data


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _concept(
    row: Mapping[str, Any],
    number: int,
    rubrics: Mapping[str, Rubric],
    seen: dict[tuple[str, str], str],
    mistakes: list[str],
) -> Concept | None:
    where = str(row.get("id") or f"concept {number}")
    before = len(mistakes)
    match = str(row.get("match"))
    if match not in MATCHES:
        mistakes.append(f"{where}: match is one of {', '.join(MATCHES)}, not '{match}'. {did_you_mean(match, MATCHES)}")
    sides = []
    for side, rubric in rubrics.items():
        sides.append(_side(_mapping(row.get(side)), f"{where}.{side}", rubric, seen, side, mistakes))
    return Concept(where, str(row.get("label", "")), match, sides[0], sides[1]) if len(mistakes) == before else None


def _side(
    said: Mapping[str, Any],
    where: str,
    rubric: Rubric,
    seen: dict[tuple[str, str], str],
    side: str,
    mistakes: list[str],
) -> Side:
    ids = _list(said.get("criteria"))
    if not ids:
        mistakes.append(f"{where}: name its criteria in a list")
    mistakes += _unknown(ids, rubric, where, seen, side)
    combine = str(said.get("combine", "mean" if len(ids) < 2 else None))
    if combine not in COMBINE:
        mistakes.append(f"{where}: with several criteria say combine: {', '.join(COMBINE)}")
    return Side(tuple(map(str, ids)), _scale(said.get("scale"), where, mistakes), combine)


def _unknown(
    ids: Sequence[Any], rubric: Rubric, where: str, seen: dict[tuple[str, str], str], side: str
) -> Iterator[str]:
    known = [one.id for one in rubric.criteria]
    for id in map(str, ids):
        if id not in known:
            hint = did_you_mean(id, known)
            near = hint if hint.startswith("Did") else ""
            yield f"{where}: the rubric {rubric.id} has no criterion '{id}'. {near}".strip()
        elif (side, id) in seen:
            yield f"{where}: {id} is mapped twice; it stands in {seen[(side, id)]} already"
        seen.setdefault((side, id), where)


def _scale(said: Any, where: str, mistakes: list[str]) -> Scale:
    """Points to shares: 0, 1 and 2 are not met, partly met and met. It must rise."""
    if said is None:
        return ((Fraction(0), Fraction(0)), (Fraction(1), HALF), (Fraction(2), Fraction(1)))
    try:
        pairs = sorted((Fraction(str(points)), Fraction(str(worth))) for points, worth in said.items())
    except (AttributeError, ValueError, ZeroDivisionError):
        mistakes.append(f"{where}: scale is points and their worth, such as {{0: 0, 1: 1/2, 2: 1}}")
        return ()
    worths = [worth for _, worth in pairs]
    if len(pairs) < 2 or worths != sorted(worths) or worths[0] == worths[-1]:
        mistakes.append(f"{where}: the scale does not rise; more points must never be worth less")
    if any(not 0 <= worth <= 1 for worth in worths):
        mistakes.append(f"{where}: what points are worth is a share from 0 to 1")
    return tuple(pairs)


def _coverage(concepts: Sequence[Concept], side: str, rubric: Rubric) -> Fraction:
    """How much of a rubric's weight the exact and close matches cover."""
    mapped = {id for one in concepts if one.match in ENTER for id in getattr(one, side).criteria}
    whole = sum((one.weight for one in rubric.criteria), Fraction(0))
    return sum((one.weight for one in rubric.criteria if one.id in mapped), Fraction(0)) / whole


def worth(side: Side, card: Scorecard) -> Fraction | None:
    """What a plan earns on one concept, from 0 to 1; None where nothing of it has been judged or applies.

    A share between two points of the scale is worth what lies between them.
    """
    results = {one.id: one for one in card.criteria}
    found = [_worth_of(results[id].share, side.scale) for id in side.criteria if id in results]
    earned = [one for one in found if one is not None]
    if not earned or (side.combine != "mean" and len(earned) < len(side.criteria)):
        return None
    if side.combine == "min":
        return min(earned)
    if side.combine == "all":
        return Fraction(int(all(one == 1 for one in earned)))
    return sum(earned, Fraction(0)) / len(earned)


def _worth_of(share: Fraction | None, scale: Scale) -> Fraction | None:
    if share is None:
        return None
    low, high = scale[0][0], scale[-1][0]
    points = low + share * (high - low)
    for (before, less), (after, more) in pairwise(scale):
        if points <= after:
            return less + (more - less) * (points - before) / (after - before)
    return scale[-1][1]


def compare_by_concept(walk: Crosswalk, left: Source, right: Source, *, judged: bool) -> dict[str, Any]:
    """Each concept on both sides with intervals; all together only where half of each side's weight is covered."""
    cards = cards_of(left, judged=judged), cards_of(right, judged=judged)
    rows = []
    totals: tuple[dict[str, list[Fraction]], dict[str, list[Fraction]]] = ({}, {})
    for one in walk.concepts:
        if one.match not in ENTER:
            rows.append({"id": one.id, "label": one.label, "match": one.match, "says": "not compared"})
            continue
        values = []
        for side, side_cards, total in zip((one.left, one.right), cards, totals, strict=True):
            earned = {card.reference: got for card in side_cards if (got := worth(side, card)) is not None}
            for reference, got in earned.items():
                total.setdefault(reference, []).append(got)
            values.append(list(earned.values()))
        rows.append({"id": one.id, "label": one.label, "match": one.match, **_set_side_by_side(*values)})
    enough = min(walk.coverage) >= HALF
    overall = None
    if enough:
        means = [[sum(earned, Fraction(0)) / len(earned) for earned in total.values()] for total in totals]
        overall = _set_side_by_side(*means)
    return {
        "crosswalk": {"id": walk.id, "version": walk.version},
        "coverage": {"left": float(walk.coverage[0]), "right": float(walk.coverage[1])},
        "concepts": rows,
        "overall": overall,
        "says": ""
        if enough
        else "The crosswalk covers less than half of a side's weight: there is no overall comparison.",
    }


def _set_side_by_side(left: Sequence[Fraction], right: Sequence[Fraction]) -> dict[str, Any]:
    sides = [_mean(left), _mean(right)]
    says, low, high = "too few plans to tell", None, None
    if min(len(left), len(right)) >= COUNTS_ONLY:
        low, high = welch([float(one) for one in right], [float(one) for one in left])
        says = told_apart(low, high)
    return {"left": sides[0], "right": sides[1], "low": low, "high": high, "says": says}


def _mean(values: Sequence[Fraction]) -> dict[str, Any]:
    if not values:
        return {"n": 0, "estimate": None, "low": None, "high": None}
    bounds = mean_interval([float(one) for one in values]) if len(values) >= COUNTS_ONLY else (None, None)
    return {
        "n": len(values),
        "estimate": float(sum(values, Fraction(0)) / len(values)),
        "low": bounds[0],
        "high": bounds[1],
    }
