"""The shape of what `diff --format json` prints."""

from __future__ import annotations

from typing import Any, Literal

from typing_extensions import TypedDict

from ehcp_audit.cli.shapes.pieces import Act, Count, Day, Exact, Fingerprint, Percent, Reference, Stamp, Tier

How = Literal["mended", "reworded", "gone"]


class Side(TypedDict):
    """One of the two that are compared; its mean score is of the plans that both hold."""

    rubric: Stamp
    as_of: Day
    plans: Count
    unreadable: Count
    exact: Exact | None
    percent: Percent | None


class Counts(TypedDict):
    """Findings: before is fixed and unchanged, after is unchanged and new; reworded and gone are among the fixed."""

    before: Count
    fixed: Count
    unchanged: Count
    new: Count
    after: Count
    reworded: Count
    gone: Count


class Gate(TypedDict):
    """The statutory gate."""

    met: Count
    applicable: Count
    open: Count


class Card(TypedDict):
    """A plan on one side."""

    reference: Reference
    id: str | None
    file: str | None
    exact: Exact | None
    percent: Percent | None
    must: Gate


class Found(TypedDict):
    """A finding, with the words that it is about."""

    criterion: str
    subject: str
    tier: Tier
    verdict: Literal["partly met", "not met"]
    note: str
    act: Act
    fingerprint: Fingerprint
    words: list[str]


class Fixed(Found):
    """A finding that is not there any more, and how it went."""

    how: How


class Plan(TypedDict):
    """A plan that both hold."""

    a: Card
    b: Card
    counts: Counts
    new: list[Found]
    fixed: list[Fixed]
    unchanged: list[Found]


class Named(TypedDict):
    """A plan that only one side holds."""

    reference: Reference
    id: str | None


class Diff(TypedDict):
    """What `diff --format json` prints."""

    schema: Literal["ehcp-audit/diff/1"]
    a: Side
    b: Side
    same_rubric: bool
    summary: str
    warnings: list[str]
    counts: Counts
    plans: list[Plan]
    only_in_a: list[Named]
    only_in_b: list[Named]


CHANGES: dict[str, Any] = {"diff": Diff}
