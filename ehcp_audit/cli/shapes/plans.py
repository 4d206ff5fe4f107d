"""The shapes of what is said of plans: results, scorecards, what was read, the wording of a sentence, the rules."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from ehcp_audit.cli.shapes.pieces import (
    Act,
    Count,
    Day,
    Exact,
    Fingerprint,
    From1,
    Mode,
    Percent,
    Reference,
    RubricStamp,
    Tier,
    Tool,
    Verdict,
)
from ehcp_audit.errors import Kind

State = Literal["present", "nil", "empty", "missing", "unknown"]
TableCell = Annotated[
    list[From1], Field(min_length=3, max_length=3, description="Table, row and cell, each counted from 1")
]


class Unread(TypedDict):
    """Something of a document that could not be read."""

    place: str
    reason: str


class Unreadable(TypedDict):
    """A file that could not be read, by a named kind."""

    schema: Literal["ehcp-audit/unreadable/1"]
    reference: Reference
    file: NotRequired[Annotated[str, Field(description="Left out of a run folder")]]
    kind: Kind
    reason: str


class Evidence(TypedDict):
    """Exact words and where they stand."""

    text: str
    start: Count
    section: str | None
    page: From1 | None
    paragraph: From1 | None
    table: TableCell | None
    document: str | None


class Waived(TypedDict):
    """A finding that somebody accepted, for a reason and for a time."""

    reason: str
    who: str
    when: Day
    expires: Day


class AdviceSays(TypedDict):
    """What the advice says where the plan's words come from it."""

    document: str
    says: Literal["as vague", "more specific", "nothing"]
    evidence: list[Evidence]


class Finding(TypedDict):
    """What is said of one item, one section or the plan under one criterion."""

    subject: str
    tier: Tier
    verdict: Verdict
    note: str
    proposed: Verdict | None
    act: Act
    fingerprint: Fingerprint
    waived: Waived | None
    advice: AdviceSays | None
    evidence: list[Evidence]


class Criterion(TypedDict):
    """One criterion's verdict on one plan."""

    id: str
    section: str
    tier: Tier
    mode: Mode
    verdict: Verdict
    share: Exact | None
    weight: Exact
    findings: list[Finding]


class ItemRead(TypedDict):
    """A need, an outcome or a provision as it was read."""

    subject: str
    text: str
    start: Count
    page: From1 | None
    paragraph: From1 | None
    table: TableCell | None
    label: NotRequired[str | None]


class PlanRead(TypedDict):
    """What a result keeps of the plan: no names, no birth date, no numbers that identify."""

    format: str
    pages: int | None
    status: Literal["draft", "final"] | None
    year_group: int | None
    phase: str | None
    facts: dict[str, Day]
    sections: dict[str, State]
    unread: list[Unread]
    warnings: list[str]
    partial: NotRequired[bool]
    items: list[ItemRead]


class Must(TypedDict):
    """The statutory gate."""

    met: int
    applicable: int
    open: int


class Cap(TypedDict):
    """A criterion that limits the band, and whether it does here."""

    criterion: str
    to: str
    binding: bool


class Score(TypedDict):
    """One plan's figures."""

    exact: Exact | None
    percent: Percent | None
    unweighted: Percent | None
    method: Literal["flat", "sections"]
    band: str | None
    band_before_caps: str | None
    caps: list[Cap]
    coverage: Percent
    bounds: Annotated[list[Percent], Field(min_length=2, max_length=2)] | None
    must: Must
    sections: dict[str, Percent | None]
    open: int


class ThreadRow(TypedDict):
    """One line of the golden thread."""

    need: str | None
    aspirations: list[str]
    outcomes: list[str]
    provision: list[str]
    by: Literal["row", "number", "area", "words"] | None


class OnScale(TypedDict):
    """What the plan comes to on one of the rubric's scales."""

    scale: Literal["percentage", "grades", "0-10", "1-5", "met-partly-not", "gate", "non-negotiables"]
    title: str
    value: Annotated[float | int | str | dict[str, int] | None, Field(description="Null: nothing to say yet")]
    words: str


class Scorecard(TypedDict):
    """One plan by one rubric."""

    schema: Literal["ehcp-audit/scorecard/1"]
    reference: Reference
    id: str | None
    file: str | None
    plan: PlanRead
    score: Score
    scales: NotRequired[
        Annotated[list[OnScale], Field(description="Worked out when printed, left out of a run folder")]
    ]
    criteria: list[Criterion]
    thread: list[ThreadRow]


class Result(TypedDict):
    """What `check --format json` prints."""

    schema: Literal["ehcp-audit/result/1"]
    tool: Tool
    rubric: RubricStamp
    as_of: Day
    scorecards: list[Scorecard]
    unreadable: list[Unreadable]


class ExtractedItem(TypedDict):
    """A need, an outcome or a provision with the fields that stand beside it."""

    number: From1
    subject: str
    text: str
    fields: dict[str, str]
    area: str | None
    row: From1 | None
    page: From1 | None


class ExtractedSection(TypedDict):
    """One section as it was read."""

    state: State
    heading: str | None
    text: str
    page: From1 | None
    confidence: Annotated[float, Field(ge=0, le=1)]
    note: str | None
    items: list[ExtractedItem]


class Plan(TypedDict):
    """What was read of one plan: a line of `extract --format jsonl`."""

    schema: Literal["ehcp-audit/plan/1"]
    reference: Reference
    file: str
    format: str
    pages: int | None
    sections: dict[str, ExtractedSection]
    facts: dict[str, Any]
    unread: list[Unread]


class Extract(TypedDict):
    """What `extract --format json` prints."""

    schema: Literal["ehcp-audit/extract/1"]
    plans: list[Plan]
    unreadable: list[Unreadable]


class OutcomeWording(TypedDict):
    """What is said of one sentence as an outcome."""

    schema: Literal["ehcp-audit/wording/1"]
    id: Any
    specific: bool
    measurable: bool
    time_bound: bool
    is_provision: bool
    is_aspiration: bool
    person_centred: bool
    multiple: bool
    time_phrase: str | None
    vague_terms: list[str]
    overall: Literal["smart", "partly", "not"]
    notes: Any


class ProvisionWording(TypedDict):
    """What is said of one sentence as provision."""

    schema: Literal["ehcp-audit/wording/1"]
    id: Any
    specific_type: bool
    quantified: bool
    who: bool
    vague_terms: list[str]
    overall: Literal["specified", "partly", "vague"]
    notes: Any


class CheckAsked(TypedDict):
    """A check that a criterion asks."""

    check: str
    options: dict[str, Any]
    tier: Tier | None


class Rule(TypedDict):
    """A criterion as `rules --format json` prints it."""

    id: str
    section: str
    question: str
    tier: Tier
    basis: list[str]
    mode: Mode
    checks: list[CheckAsked]
    weight: Exact
    when_absent: str
    when_nil: str
    act: Act


class Rules(TypedDict):
    """What `rules --format json` prints."""

    schema: Literal["ehcp-audit/rules/1"]
    rubric: RubricStamp
    criteria: list[Rule]


PLANS: dict[str, Any] = {
    "result": Result,
    "scorecard": Scorecard,
    "plan": Plan,
    "extract": Extract,
    "unreadable": Unreadable,
    "wording": OutcomeWording | ProvisionWording,
    "rules": Rules,
}
"""Each document by the name that `ehcp-audit schema` knows."""
