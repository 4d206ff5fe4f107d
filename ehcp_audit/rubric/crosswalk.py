"""A crosswalk: which criteria of two rubrics ask the same, so that results can be set side by side.

Only what matches exactly or closely enters a comparison, and how much of either rubric that covers is always said:
under half of either, there is no comparison as a whole. Both rubrics are named with the fingerprint of the file they
were when the crosswalk was agreed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

from ehcp_audit.errors import AuditError, ManyErrors, did_you_mean, why
from ehcp_audit.model import SECTION_CODES
from ehcp_audit.rubric.loading import load_rubric
from ehcp_audit.rubric.positions import Path as Place
from ehcp_audit.rubric.positions import Positioned, read_positioned
from ehcp_audit.rubric.schema import Rubric, fraction

MATCHES = ("exact", "close", "broad", "narrow", "none")
COMPARED = ("exact", "close")
COMBINES = ("min", "mean", "all")
SIDES = ("left", "right")
LEAST = Fraction(1, 2)
"""The share of either rubric's weight below which two sets of results are not compared as a whole."""


PLAIN = (("0", Fraction(0)), ("1", Fraction(1, 2)), ("2", Fraction(1)))
"""Not met, partly met and met, where a side names no scale of its own."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one rubric has for a concept: its criteria, how several combine, and the share of 1 that each grade is."""

    criteria: tuple[str, ...] = ()
    combine: str = "mean"
    scale: tuple[tuple[str, Fraction], ...] = PLAIN

    @property
    def steps(self) -> tuple[tuple[Fraction, Fraction], ...]:
        """Points and their worth, from the lowest up; grades that are words are one point apart."""
        if all(_is_number(grade) for grade, _ in self.scale):
            return tuple((Fraction(grade), share) for grade, share in self.scale)
        return tuple((Fraction(at), share) for at, (_, share) in enumerate(self.scale))


@dataclass(frozen=True, slots=True)
class Concept:
    """What both rubrics ask about, and how closely they do."""

    id: str
    label: str
    match: str
    left: Side
    right: Side
    note: str = ""

    @property
    def compared(self) -> bool:
        """Do results on it enter a comparison?"""
        return self.match in COMPARED


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """Two rubrics and the concepts that join them."""

    id: str
    version: str
    left: Rubric
    right: Rubric
    concepts: tuple[Concept, ...]

    def coverage(self, side: str) -> Fraction:
        """The share of that rubric's weight that enters a comparison."""
        rubric = self.left if side == "left" else self.right
        weights = _weights(rubric)
        held = {id for one in self.concepts if one.compared for id in getattr(one, side).criteria}
        whole = sum(weights.values(), Fraction(0))
        return sum((weights[id] for id in held), Fraction(0)) / whole if whole else Fraction(0)

    def forgotten(self, side: str) -> tuple[str, ...]:
        """Criteria of lettered sections that are mapped nowhere: no result on them can be set beside the other's."""
        rubric = self.left if side == "left" else self.right
        mapped = {id for one in self.concepts for id in getattr(one, side).criteria}
        scored = (*SECTION_CODES, "H")
        return tuple(one.id for one in rubric.criteria if one.section in scored and one.id not in mapped)

    @property
    def comparable(self) -> bool:
        """Does it cover enough of both rubrics to compare results as a whole?"""
        return min(self.coverage("left"), self.coverage("right")) >= LEAST


def _weights(rubric: Rubric) -> dict[str, Fraction]:
    """What each criterion counts in the total: its weight, or its part of its section's."""
    if rubric.method != "sections" or not rubric.section_weights:
        return {criterion.id: criterion.weight for criterion in rubric.criteria}
    weights: dict[str, Fraction] = dict.fromkeys((criterion.id for criterion in rubric.criteria), Fraction(0))
    for key, weight in rubric.section_weights.items():
        codes = set(key.split("+")) | ({"H"} if {"H1", "H2"} & set(key.split("+")) else set())
        held = [criterion for criterion in rubric.criteria if criterion.section in codes]
        whole = sum((criterion.weight for criterion in held), Fraction(0))
        weights |= {criterion.id: weight * criterion.weight / whole for criterion in held}
    return weights


# --- reading -------------------------------------------------------------------------------------------------


def load_crosswalk(path: Path, left: Rubric | None = None, right: Rubric | None = None) -> Crosswalk:
    """The crosswalk in this file, of the rubrics that it names, or of those that two runs kept.

    Raises ManyErrors with every mistake in it, each at its line and column.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise AuditError(f"The crosswalk {path} cannot be read ({why(error)}). Check the path and try again.") from None
    read = read_positioned(content)
    data: Mapping[str, Any] = read.data if isinstance(read.data, dict) else {}
    if not data and not read.mistakes:
        read.note((), "a crosswalk starts with 'crosswalk:', then lists 'concepts:' and 'unmapped:'")
    _unknown(read, (), data, ("crosswalk", "concepts", "unmapped"))
    given = data.get("crosswalk")
    head: Mapping[str, Any] = given if isinstance(given, dict) else {}
    for key in ("id", "version", *SIDES):
        if head.get(key) is None and not (data and read.mistakes and not head):
            read.note(("crosswalk",), f"the crosswalk's head lacks '{key}'")
    kept = {"left": left, "right": right}
    rubrics = {side: _rubric(read, side, head.get(side), path.parent, kept[side]) for side in SIDES}
    concepts = _concepts(read, data, rubrics)
    _unmapped(read, data, rubrics, concepts)
    left, right = rubrics["left"], rubrics["right"]
    if read.mistakes or left is None or right is None:
        raise ManyErrors([mistake.under(str(path)) for mistake in sorted(set(read.mistakes))])
    return Crosswalk(str(head["id"]), str(head["version"]), left, right, concepts)


def _unknown(read: Positioned, path: Place, given: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for key in given:
        if key not in known:
            read.note((*path, key), f"unknown key '{key}'. {did_you_mean(str(key), known)}", key=True)


def _rubric(read: Positioned, side: str, given: Any, folder: Path, kept: Rubric | None) -> Rubric | None:
    path: Place = ("crosswalk", side)
    if not isinstance(given, dict) or not isinstance(given.get("rubric"), str):
        if given is not None:
            read.note(path, f"'{side}' needs 'rubric' (a name, or a .yaml file beside this one) and its 'sha256'")
        return None
    _unknown(read, path, given, ("rubric", "sha256"))
    name = given["rubric"]
    a_file = name.lower().endswith((".yaml", ".yml"))
    try:
        rubric = kept or load_rubric(str(folder / name) if a_file else name)
    except AuditError as error:
        read.note((*path, "rubric"), str(error).splitlines()[0])
        return None
    if not a_file and name != rubric.id:
        read.note((*path, "rubric"), f"the crosswalk is of the rubric '{name}', and the run has '{rubric.id}'")
    elif str(given.get("sha256") or "") != rubric.sha256:
        place = (*path, "sha256") if "sha256" in given else path
        read.note(
            place,
            f"the rubric '{rubric.id}' is not the one that this was agreed for: its sha256 is {rubric.sha256}. "
            "Look at 'rubric diff' before you change it here",
        )
    return rubric


def _concepts(read: Positioned, data: Mapping[str, Any], rubrics: Mapping[str, Rubric | None]) -> tuple[Concept, ...]:
    listed = data.get("concepts")
    if not isinstance(listed, list):
        if data:
            read.note(("concepts",), "'concepts' is missing or no list; each entry starts with '- id:'")
        return ()
    taken: dict[str, dict[str, str]] = {side: {} for side in SIDES}
    ids: set[str] = set()
    concepts = []
    for number, given in enumerate(listed):
        path: Place = ("concepts", number)
        if not isinstance(given, dict) or not isinstance(given.get("id"), str):
            read.note(path, "a concept needs an 'id'")
            continue
        _unknown(read, path, given, ("id", "label", "match", *SIDES, "note"))
        if given["id"] in ids:
            read.note((*path, "id"), f"the concept '{given['id']}' stands twice")
        ids.add(given["id"])
        match = given.get("match")
        if match not in MATCHES:
            near = did_you_mean(str(match), MATCHES)
            hint = f". {near}" if near.startswith("Did") else ""
            read.note((*path, "match") if "match" in given else path, f"'match' may be {', '.join(MATCHES)}{hint}")
        sides = {
            side: _side(read, (*path, side), given.get(side), rubrics[side], taken[side], str(match)) for side in SIDES
        }
        label, note = (str(given.get(key) or "") for key in ("label", "note"))
        concepts.append(Concept(given["id"], label, str(match), sides["left"], sides["right"], note))
    return tuple(concepts)


def _side(read: Positioned, path: Place, given: Any, rubric: Rubric | None, taken: dict[str, str], match: str) -> Side:
    if given is None and match == "none":
        return Side()
    if not isinstance(given, dict) or not isinstance(given.get("criteria"), list) or not given["criteria"]:
        read.note(path, f"'{path[-1]}' needs 'criteria', a list of ids")
        return Side()
    _unknown(read, path, given, ("criteria", "combine", "scale"))
    known = [criterion.id for criterion in rubric.criteria] if rubric else []
    for number, id in enumerate(given["criteria"]):
        place = (*path, "criteria", number)
        if rubric and id not in known:
            near = did_you_mean(str(id), known)
            read.note(
                place, f"'{rubric.id}' has no criterion '{id}'. {near if near.startswith('Did') else ''}".rstrip()
            )
        if id in taken:
            read.note(place, f"'{id}' is mapped already, in '{taken[id]}'; an id is mapped once")
        taken.setdefault(str(id), str(read.data["concepts"][path[1]].get("id")))
    combine = given.get("combine", "mean")
    if combine not in COMBINES:
        read.note((*path, "combine"), f"'combine' may be {', '.join(COMBINES)}")
    elif len(given["criteria"]) > 1 and "combine" not in given:
        read.note(path, f"with several criteria say how they combine: combine: {', '.join(COMBINES)}")
    return Side(tuple(map(str, given["criteria"])), str(combine), _scale(read, (*path, "scale"), given.get("scale")))


def _scale(read: Positioned, path: Place, given: Any) -> tuple[tuple[str, Fraction], ...]:
    """The grades with their shares, worst first; a better grade never earns less."""
    if given is None:
        return PLAIN
    if not isinstance(given, dict) or not given:
        read.note(path, "'scale' maps each grade to a share from 0 to 1, such as {0: 0, 1: 1/2, 2: 1}")
        return ()
    grades: list[tuple[str, Fraction]] = []
    for grade, value in given.items():
        try:
            share = fraction(value)
        except ValueError as error:
            read.note((*path, grade), f"the grade '{grade}' {error}")
            continue
        if not 0 <= share <= 1:
            read.note((*path, grade), f"the grade '{grade}' must be a share from 0 to 1")
        grades.append((str(grade), share))
    if all(_is_number(grade) for grade, _ in grades):
        grades.sort(key=lambda one: Fraction(one[0]))
    if any(later < earlier for (_, earlier), (_, later) in pairwise(grades)):
        read.note(path, "the scale goes down where the grade goes up; a better grade never earns less")
    elif len(grades) < 2 or grades[0][1] == grades[-1][1]:
        read.note(path, "the scale does not rise; it needs two grades at least, the best worth more than the worst")
    return tuple(grades)


def _is_number(grade: str) -> bool:
    try:
        Fraction(grade)
    except (ValueError, ZeroDivisionError):
        return False
    return True


def _unmapped(
    read: Positioned, data: Mapping[str, Any], rubrics: Mapping[str, Rubric | None], concepts: tuple[Concept, ...]
) -> None:
    """What is said to be unmapped is known, and mapped nowhere."""
    given = data.get("unmapped") or {}
    if not isinstance(given, dict):
        read.note(("unmapped",), "'unmapped' has two lists, 'left' and 'right'")
        return
    _unknown(read, ("unmapped",), given, SIDES)
    for side in SIDES:
        rubric = rubrics[side]
        mapped = {id for one in concepts for id in getattr(one, side).criteria}
        listed = given.get(side) if isinstance(given.get(side), list) else []
        for number, id in enumerate(listed or ()):
            if id in mapped:
                read.note(("unmapped", side, number), f"'{id}' is mapped above and unmapped here; keep one of them")
            elif rubric and id not in {criterion.id for criterion in rubric.criteria}:
                read.note(("unmapped", side, number), f"'{rubric.id}' has no criterion '{id}'")
