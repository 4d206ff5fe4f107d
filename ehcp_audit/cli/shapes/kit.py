"""The shapes of what the rubric kit prints: differences between rubrics, crosswalks, validity."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypedDict

from ehcp_audit.cli.shapes.pieces import Count, Stamp

Share = Annotated[float, Field(ge=0, le=1)]


class Change(TypedDict):
    """One change between two rubrics; `criterion` null: of the rubric as a whole."""

    criterion: str | None
    what: str
    before: str
    after: str
    moves: Literal["score", "gate", "band", "nothing"]


class RubricDiff(TypedDict):
    """What `rubric diff --format json` prints."""

    schema: Literal["ehcp-audit/rubric-diff/1"]
    a: Stamp
    b: Stamp
    changes: list[Change]


class Covered(TypedDict):
    """One side of a crosswalk: the rubric, and the percentage of its weight that enters a comparison."""

    rubric: str
    sha256: str
    coverage: Annotated[float, Field(ge=0, le=100)]


class Concept(TypedDict):
    """What both rubrics ask about."""

    id: str
    match: Literal["exact", "close", "broad", "narrow", "none"]
    compared: bool
    left: list[str]
    right: list[str]


class Sides(TypedDict):
    """Criteria of lettered sections that are mapped nowhere."""

    left: list[str]
    right: list[str]


class Crosswalk(TypedDict):
    """What `rubric crosswalk --format json` prints."""

    schema: Literal["ehcp-audit/crosswalk/1"]
    id: str
    version: str
    left: Covered
    right: Covered
    comparable: bool
    concepts: list[Concept]
    forgotten: Sides


class Figure(TypedDict):
    """A share of 1 and its 95% interval; null where there is nothing to take it of."""

    value: Share | None
    ci: list[Share] | None


class Disagreement(TypedDict):
    """A sentence on which the rules and the person differ."""

    id: str
    text: str
    person: str
    rules: str


class Label(TypedDict):
    """How the rules do on one label."""

    label: str
    n: Count
    contested: Count
    both: Count
    only_rules: Count
    only_person: Count
    precision: Figure
    recall: Figure
    f1: Figure
    kappa: float | None
    grades: Annotated[int, Field(ge=2)]
    disagreements: list[Disagreement]


class Validity(TypedDict):
    """What `rubric validity --format json` prints."""

    schema: Literal["ehcp-audit/validity/1"]
    labels: list[Label]


KIT: dict[str, Any] = {"rubric-diff": RubricDiff, "crosswalk": Crosswalk, "validity": Validity}
"""Each document by the name that `ehcp-audit schema` knows."""
