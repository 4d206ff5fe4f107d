"""The shapes of what the commands around judgements print and keep: intervals, draws, agreement, judgements."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from ehcp_audit.cli.shapes.pieces import Count, From1, Round, Sha256

ShareOf1 = Annotated[float, Field(ge=-1, le=1, description="A share of 1")]
Level = Annotated[float, Field(gt=0, lt=1)]


class Interval(TypedDict):
    """What `interval --format json` prints."""

    schema: Literal["ehcp-audit/interval/1"]
    k: Count
    n: From1
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
    n: From1


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


class SampleSize(TypedDict):
    """What `sample size --format json` prints."""

    schema: Literal["ehcp-audit/sample-size/1"]
    n: From1
    margin: float
    level: Level
    population: int | None
    expect: float


class Stratum(TypedDict):
    """A part of the caseload that gives its share of a sample."""

    key: str
    population: Count
    drawn: Count
    weight: Annotated[str, Field(pattern=r"^\d+(/\d+)?$", description="Its share of the population, exact")]
    plans: Annotated[list[str], Field(description="Ids in ticket order")]
    reserve: list[str]


Replacement = TypedDict(
    "Replacement",
    {
        "out": str,
        "reason": Literal["out_of_scope", "unobtainable"],
        "note": str,
        "in": str,
        "stratum": str | None,
        "who": str,
        "when": str | None,
    },
)
"""A plan that could not be audited, and the next ticket of its stratum."""


class Extra(TypedDict):
    """A plan picked for risk or a theme, which enters no rate."""

    plan: str
    purpose: Literal["risk", "thematic"]
    note: str
    when: str


class DrawCap(TypedDict):
    """At most so many plans of one officer, and how many plans each has: the most first, nobody named."""

    column: str
    most: From1
    counts: list[Count]


class Draw(TypedDict):
    """The manifest of a draw: all that is needed to draw it again. Personal data."""

    schema: Literal["ehcp-audit/draw/1"]
    algorithm: Literal["ehcp-audit/draw/v1"]
    tool: dict[str, str]
    seed: Annotated[str, Field(min_length=1)]
    seed_set_by: str | None
    frame_date: str
    n: From1
    stratify: list[str]
    minimum: Count
    filters: dict[str, Any]
    listed: Count
    excluded: Annotated[dict[str, Count], Field(description="How many were left out, by reason")]
    refused_rows: list[dict[str, Any]]
    population: Count
    population_sha256: Sha256
    census: bool
    strata: list[Stratum]
    plans: list[str]
    reserve: list[str]
    cap: NotRequired[DrawCap | None]
    replacements: list[Replacement]
    extras: list[Extra]


class StatisticInterval(TypedDict):
    """Where a figure may lie."""

    low: float
    high: float
    method: str
    level: Level
    reps: NotRequired[int]
    seed: NotRequired[int]


class Limits(TypedDict):
    """The limits of agreement of Bland and Altman."""

    low: float
    high: float
    sd: float
    multiplier: float


class Statistic(TypedDict):
    """One figure of agreement; a value that does not exist is null and has a reason."""

    statistic: Literal[
        "percent_agreement",
        "within_one",
        "cohen_kappa",
        "krippendorff_alpha",
        "fleiss_kappa",
        "gwet_ac1",
        "gwet_ac2",
        "icc",
        "bland_altman",
    ]
    params: dict[str, str]
    value: float | None
    n_units: Count
    n_used: Count
    dropped: Count
    ci: StatisticInterval | None
    reason: str | None
    warnings: list[str]
    k: NotRequired[Count]
    n: NotRequired[Count]
    limits: NotRequired[Limits]


class Agreement(TypedDict):
    """What `agreement --format json` prints."""

    schema: Literal["ehcp-audit/agreement/1"]
    statistics: list[Statistic]


class Judgement(TypedDict):
    """One person's grade of one criterion of one plan: a line of RUN/judgements."""

    schema: Literal["ehcp-audit/judgement/1"]
    plan: str
    criterion: str
    rater: str
    round: Round
    blind: bool
    grade: Annotated[str | None, Field(description="null: not applicable, and `reason` says why")]
    reason: str
    judged_on: str | None
    comment: str
    evidence: str
    extra: dict[str, str]


class Changes(TypedDict):
    """How many grades differ from those before them, up and down."""

    n: Count
    changed: Count
    up: Count
    down: Count
    says: str


class CriterionAgreement(TypedDict):
    """How far the blind grades of one criterion, or of all, agree."""

    name: str
    plans: Count
    statistics: list[Statistic]
    label: str | None
    grades: list[str]
    matrix: list[list[Count]] | None
    direction: Changes | None
    applies: Count
    notes: list[str]


class Moderation(TypedDict):
    """What `moderate --format json` prints and `agreement.json` holds."""

    schema: Literal["ehcp-audit/moderation/1"]
    rubric: dict[str, str]
    runs: list[dict[str, str]]
    raters: list[dict[str, Any]]
    plans: Count
    statistics: list[Statistic]
    overall: CriterionAgreement
    criteria: list[CriterionAgreement]
    agenda: list[dict[str, Any]]
    settled: Count
    severity: list[dict[str, Any]]
    severity_note: str
    regraded: Changes
    tool: list[dict[str, Any]]
    drift: list[dict[str, Any]]
    scores: Annotated[list[dict[str, Any]], Field(description="Plan scores of every two raters, in points of 100")]
    only: Annotated[list[str] | None, Field(description="The criteria looked at; null: all of them")]
    wording: list[dict[str, str]]


class ShareOfPlans(TypedDict):
    """So many of so many plans; share and interval are null below ten plans, and while `open` ones need a person."""

    k: Count
    n: Count
    open: Count
    estimate: float | None
    low: float | None
    high: float | None


class MeanScore(TypedDict):
    """A mean plan score; its interval is null below ten plans."""

    n: Count
    exact: str | None
    estimate: float | None
    low: float | None
    high: float | None
    lowest: float | None
    highest: float | None


class Group(TypedDict):
    """The plans of a run, a team or a phase."""

    name: str
    as_of: str | None
    rubric: str
    plans: Count
    mean: MeanScore
    bar: ShareOfPlans | None
    gate: ShareOfPlans
    criteria: list[dict[str, Any]]
    rubric_changed: NotRequired[bool]


class Comparison(TypedDict):
    """What `compare --format json` prints."""

    schema: Literal["ehcp-audit/comparison/1"]
    by: Literal["run", "team", "phase"]
    basis: Literal["by these checks", "as judged"]
    groups: list[Group]
    differences: list[dict[str, Any]]
    funnel: list[dict[str, Any]]
    notes: list[str]


class Trend(TypedDict):
    """What `trend --format json` prints."""

    schema: Literal["ehcp-audit/trend/1"]
    basis: Literal["by these checks", "as judged"]
    runs: list[Group]
    pooled: ShareOfPlans | None
    notes: list[str]


FIGURES: dict[str, Any] = {
    "interval": Interval,
    "difference": Difference,
    "sample-size": SampleSize,
    "draw": Draw,
    "agreement": Agreement,
    "judgement": Judgement,
    "moderation": Moderation,
    "comparison": Comparison,
    "trend": Trend,
}
"""Each document by the name that `ehcp-audit schema` knows."""
