"""Ratings as the statistics take them: units by raters, each cell a grade of one scale or a gap."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ehcp_audit.errors import AuditError, ManyErrors, did_you_mean

COLUMNS = ("unit", "rater", "grade")

GAP = -1
"""What stands in the table where a rater gave no grade."""

NO_GRADE = frozenset(("n/a", "na", "n.a.", "n.a", "nan", "null", "not applicable", "not rated", "-", ".", "*"))
"""How people write that there is no grade, beside grades that are numbers or on a scale that does not name it."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The grades that there are. `positions` place them for weights, `values` for arithmetic; None: they have none."""

    grades: tuple[str, ...]
    positions: tuple[float, ...] | None
    values: tuple[float, ...] | None
    stepped: bool = False  # the values are no numbers of the raters' own but equal steps of the scale

    @property
    def step(self) -> tuple[float, ...] | None:
        """Positions in which neighbours are 1 apart, for "within one grade"."""
        if self.positions is None or all(float(one).is_integer() for one in self.positions):
            return self.positions
        return tuple(map(float, range(len(self.positions))))


@dataclass(frozen=True, slots=True)
class Ratings:
    """A table of ratings: `table[unit][rater]` is the number of a grade of the scale, or GAP."""

    scale: Scale
    units: tuple[str, ...]
    raters: tuple[str, ...]
    table: tuple[tuple[int, ...], ...]
    clusters: tuple[str, ...] = ()  # what each unit belongs to (its plan), where units are not independent
    unsaid: int = 0  # grades that only said that there is none


@dataclass(frozen=True, slots=True)
class Rating:
    """One grade by one rater; None: a gap. `row` is where it stands, for messages."""

    unit: str
    rater: str
    grade: str | None
    row: int = 0
    cluster: str = ""


def ratings_of(given: Sequence[Rating], scale: Scale | None = None) -> Ratings:
    """The table of some ratings, units and raters in order of their names.

    Raises ManyErrors when somebody graded a unit twice, or gave a grade that the scale does not hold.
    """
    chosen = scale if scale is not None else scale_found(one.grade for one in given if one.grade is not None)
    places = {_key(grade): place for place, grade in enumerate(chosen.grades)}
    said = given
    if chosen.positions is not None:
        given = [replace(one, grade=None) if _no_grade(one.grade, places) else one for one in given]
    unsaid = sum(one.grade != before.grade for one, before in zip(given, said, strict=True))
    units = sorted({one.unit for one in given})
    raters = sorted({one.rater for one in given})
    cells: dict[tuple[str, str], int] = {}
    rows: dict[tuple[str, str], int] = {}
    mistakes = []
    for one in given:
        cell = (one.unit, one.rater)
        place = GAP if one.grade is None else places.get(_key(one.grade))
        if cell in cells:
            mistakes.append(f"row {one.row}: this rater graded this unit in row {rows[cell]} already; keep one of them")
        elif place is None:
            hint = did_you_mean(one.grade or "", chosen.grades)
            mistakes.append(f"row {one.row}: the scale has no grade '{one.grade}'. {hint}")
        else:
            cells[cell], rows[cell] = place, one.row
    if mistakes:
        raise ManyErrors(mistakes)
    table = tuple(tuple(cells.get((unit, rater), GAP) for rater in raters) for unit in units)
    of = {one.unit: one.cluster for one in given if one.cluster}
    clusters = tuple(of.get(unit, unit) for unit in units) if of else ()
    return Ratings(chosen, tuple(units), tuple(raters), table, clusters, unsaid)


def _no_grade(grade: str | None, places: Mapping[str, int]) -> bool:
    """Does this say that there is no grade? Only where the scale has none of that name."""
    return grade is not None and (key := _key(grade)) in NO_GRADE and key not in places


def named_scale(grades: Sequence[str]) -> Scale:
    """A scale whose grades are named from low to high: equal steps, unless they are numbers."""
    names = tuple(one for grade in grades if (one := " ".join(grade.split())))
    if len(names) < 2 or len({_key(one) for one in names}) < len(names):
        raise AuditError('A scale names two grades or more, each once, from low to high: --scale "low,middle,high".')
    steps = tuple(map(float, range(len(names))))
    numbers = [_number(one) for one in names]
    if all(number is not None for number in numbers):
        return Scale(names, steps, tuple(number for number in numbers if number is not None))
    return Scale(names, steps, steps, stepped=True)


def scale_found(grades: Iterable[str]) -> Scale:
    """The scale of grades as they come: numbers are in their order, words are in none."""
    grades = list(grades)
    if any(_number(grade) is not None for grade in grades):
        grades = [grade for grade in grades if _key(grade) not in NO_GRADE]
    distinct: dict[str, str] = {}
    for grade in grades:
        distinct.setdefault(_key(grade), " ".join(grade.split()))
    numbers = {key: _number(text) for key, text in distinct.items()}
    if distinct and all(number is not None for number in numbers.values()):
        ordered = sorted(distinct, key=lambda key: numbers[key] or 0.0)
        values = tuple(numbers[key] or 0.0 for key in ordered)
        return Scale(tuple(distinct[key] for key in ordered), values, values)
    return Scale(tuple(distinct[key] for key in sorted(distinct)), None, None)


def read_ratings(path: Path, scale: Scale | None = None) -> Ratings:
    """Ratings from a CSV or Excel table with the columns unit, rater and grade; a blank grade is a gap.

    Raises ManyErrors with every bad row by its number.
    """
    from ehcp_audit.workbooks import csv_unguarded, read_rows

    table = read_rows(path)
    heading = next((index for index, row in enumerate(table) if any(cell.strip() for cell in row)), None)
    names = [] if heading is None else [cell.strip().casefold() for cell in table[heading]]
    lacking = [name for name in COLUMNS if names.count(name) != 1]
    if heading is None or lacking:
        raise AuditError(f"{path} needs one column each of unit, rater and grade; look at {', '.join(lacking)}.")
    places = [names.index(name) for name in COLUMNS]
    given: list[Rating] = []
    mistakes: list[str] = []
    for number, cells in enumerate(table[heading + 1 :], heading + 2):
        if not any(cell.strip() for cell in cells):
            continue
        unit, rater, grade = (csv_unguarded(cells[place]).strip() if place < len(cells) else "" for place in places)
        if not unit or not rater:
            mistakes.append(f"{path}, row {number}: the {'unit' if not unit else 'rater'} is blank")
        given.append(Rating(unit, rater, grade or None, number))
    if mistakes:
        raise ManyErrors(mistakes)
    if not given:
        raise AuditError(f"{path} holds no ratings below its headings.")
    try:
        return ratings_of(given, scale)
    except ManyErrors as errors:
        raise ManyErrors([f"{path}, {message}" for message in errors.messages]) from None


def _key(grade: str) -> str:
    """What two spellings of one grade have in common: 2 and 2.0, "Good" and " good"."""
    text = " ".join(unicodedata.normalize("NFKC", grade).casefold().split())
    number = _number(text)
    return text if number is None else repr(number)


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) and "_" not in text else None
