"""The shapes of what is kept in a run folder, and of what may leave it: run.json, judgements, packs, exchange files."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypedDict

from ehcp_audit.cli.shapes.pieces import Count, Day, Round, RubricStamp, Sha256, Tool

Keyed = Annotated[str, Field(pattern="^[A-Z2-7]+$", description="Says nothing without the key of the exchange")]


class RunCounts(TypedDict):
    """How many plans a run was asked to audit, and what became of them."""

    plans: Count
    scorecards: Count
    unreadable: Count


class Run(TypedDict):
    """RUN/run.json: what was asked, of which bytes, and the hash of every file of the folder."""

    schema: Literal["ehcp-audit/run/1"]
    tool: Tool
    rubric: RubricStamp
    as_of: Day
    settings: Annotated[dict[str, str | int | float | bool | None], Field(description="Those that can change a result")]
    draw: dict[str, Any] | None
    counts: RunCounts
    inputs: Annotated[dict[str, Sha256], Field(description="The sha256 of each file that was read, by reference")]
    files: Annotated[dict[str, Sha256], Field(description="The sha256 of each file of the folder")]
    sha256: Annotated[Sha256, Field(description="Of this file, with 64 noughts in this place")]


class Overall(TypedDict):
    """One person's view of a whole plan: a line of RUN/judgements."""

    schema: Literal["ehcp-audit/overall/1"]
    plan: str
    rater: str
    round: Round
    blind: bool
    judgement: str
    why: str
    works_well: str
    to_improve: str
    concern: str
    told: str
    judged_on: Day | None


class Action(TypedDict):
    """What somebody is to do about a plan: a line of RUN/judgements."""

    schema: Literal["ehcp-audit/action/1"]
    plan: str
    rater: str
    round: Round
    action: str
    owner: Annotated[str, Field(description="A role, not a name")]
    due: Day | None
    done: Day | None
    evidence: str


class Exported(TypedDict):
    """A scorecard that was handed out: a line of RUN/judgements/exported."""

    schema: Literal["ehcp-audit/exported/1"]
    plan: str
    rater: str
    round: Round
    blind: bool


class Share(TypedDict):
    """pack.json of a share pack: what it holds, and the hash of each of its files."""

    schema: Literal["ehcp-audit/share/1"]
    tool: Tool
    rubric: RubricStamp
    as_of: Day
    plans: Count
    criteria: list[str]
    quotes: bool
    files: dict[str, Sha256]


class ExchangeHead(TypedDict):
    """The first line of an exchange file."""

    schema: Literal["ehcp-audit/exchange/1"]
    holds: Literal["grades", "figures"]
    authority: str
    purpose: str
    key_fingerprint: Annotated[str, Field(pattern="^[0-9a-f]{8}$")]
    rubric: str
    rubric_sha256: Sha256
    month: Annotated[str, Field(pattern=r"^\d{4}-\d{2}$")]
    promise: str


class ExchangeGrade(TypedDict):
    """One blind grade, under keyed references."""

    schema: Literal["ehcp-audit/exchange-grade/1"]
    plan: Keyed
    criterion: str
    grade: str | None
    round: Round
    rater: Keyed
    phase: Literal["early years", "primary", "secondary", "post-16"] | None


class ExchangeFigure(TypedDict):
    """One criterion's count; null where there are too few to tell."""

    schema: Literal["ehcp-audit/exchange-figure/1"]
    criterion: str
    k: Count | None
    n: Count | None
    says: Literal["", "too few"]


class Runs(TypedDict):
    """The two runs that a crosswalk sets side by side."""

    left: str
    right: str


class CrosswalkStamp(TypedDict):
    """Which crosswalk joined them."""

    id: str
    version: str


class Coverage(TypedDict):
    """How much of each side's weight the crosswalk covers, as a share of 1."""

    left: float
    right: float


class CrosswalkComparison(TypedDict):
    """What `compare --crosswalk FILE --format json` prints."""

    schema: Literal["ehcp-audit/crosswalk-comparison/1"]
    runs: Runs
    crosswalk: CrosswalkStamp
    coverage: Coverage
    concepts: list[dict[str, Any]]
    overall: dict[str, Any] | None
    shared: Annotated[dict[str, Any] | None, Field(description="How far the scores of the plans in both runs agree")]
    notes: Annotated[list[str], Field(description="What else must be said beside the figures of these runs")]
    says: str


KEPT: dict[str, Any] = {
    "run": Run,
    "overall": Overall,
    "action": Action,
    "exported": Exported,
    "share": Share,
    "exchange": ExchangeHead,
    "exchange-grade": ExchangeGrade,
    "exchange-figure": ExchangeFigure,
    "crosswalk-comparison": CrosswalkComparison,
}
"""Each document by the name that `ehcp-audit schema` knows."""
