"""The shapes of what the commands around judgements print and keep: intervals, draws, agreement, judgements."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypedDict

Count = Annotated[int, Field(ge=0)]
ShareOf1 = Annotated[float, Field(ge=-1, le=1, description="A share of 1")]
Level = Annotated[float, Field(gt=0, lt=1)]


class Interval(TypedDict):
    """What `interval --format json` prints."""

    schema: Literal["ehcp-audit/interval/1"]
    k: Count
    n: Annotated[int, Field(ge=1)]
    population: int | None
    method: Literal["wilson", "clopper_pearson", "hypergeometric"]
    level: Level
    estimate: ShareOf1
    low: ShareOf1
    high: ShareOf1
    warnings: list[str]


class Counts(TypedDict):
    """So many of so many."""

    k: Count
    n: Annotated[int, Field(ge=1)]


class Difference(TypedDict):
    """What `difference --format json` prints: the first share less the second."""

    schema: Literal["ehcp-audit/difference/1"]
    first: Counts
    second: Counts
    method: Literal["newcombe"]
    level: Level
    estimate: ShareOf1
    low: ShareOf1
    high: ShareOf1
    says: str
    warnings: list[str]


FIGURES: dict[str, Any] = {
    "interval": Interval,
    "difference": Difference,
}
"""Each document by the name that `ehcp-audit schema` knows."""
