"""What is known of a run when a workbook comes back to it, and what every workbook that comes back is asked first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ehcp_audit.judgements import BLIND_ROUNDS, GRADES, NA, ROUNDS, Kept
from ehcp_audit.model import Scorecard
from ehcp_audit.scorecards.cells import plain

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

KEY = "criterion_id"
OUTCOMES = "ehcp-audit/outcomes-workbook/1"
"""What the record of a moderation meeting says that it is."""

WRITTEN = ("Grade", "N/A reason", "Your evidence and place", "Comment")
"""What an auditor writes; everything else is locked."""

_RATER = re.compile(r"[^\W_](?:[\w.-]{0,19})")

SPELT = {
    **{plain(grade): grade for grade in GRADES},
    "m": "met",
    "fully met": "met",
    "partly": "partly met",
    "partially met": "partly met",
    "p": "partly met",
    "not-met": "not met",
    "partly-met": "partly met",
    "n": "not met",
    "unmet": "not met",
    **dict.fromkeys(("n/a", "na", "n.a.", "n.a", "not applicable"), NA),
}
"""Grades as people write them, labels and codes."""

AS_TOOL = "as the tool"
"""What a scorecard offers beside the grades, to take what the tool would say."""

ACCEPTS = frozenset(map(plain, (AS_TOOL, "as tool", "accept", "accepted")))
"""What people write for it."""

ACCEPTED = "Accepted as the tool would say."
"""The comment that is kept where nobody wrote another."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What is known of a run when a scorecard comes back to it."""

    scorecards: Mapping[str, Scorecard]
    rubric: Rubric
    fingerprint: str  # of the run's results
    inputs: Mapping[str, str]
    kept: Kept


@dataclass(frozen=True, slots=True)
class Returned:
    """A scorecard that may go in: what it says, of which plans, and what it leaves blank."""

    file: str
    rater: str
    round: str
    blind: bool
    plans: tuple[str, ...]
    kept: Kept
    blank: tuple[tuple[str, str], ...]  # plan and criterion
    notes: tuple[str, ...] = ()
    already: bool = False  # all that it says is in, so that nothing of it goes in again
    untouched: bool = False  # nobody has written in it yet


def rater_key(text: str) -> str | None:
    """The key of a rater as it may be kept, or None: initials or a code, short, never a name in full."""
    return text.strip() if _RATER.fullmatch(text.strip()) else None


def wrong_identity(identity: Mapping[str, str], desk: Desk, schema: str) -> list[str]:
    """Why this is no workbook of this run."""
    if identity.get("schema") != schema:
        return ["this is no scorecard of ehcp-audit, or its hidden sheet _meta and its properties are gone"]
    mistakes = []
    card = identity.get("scorecard", "")
    if identity.get("rubric_sha256") != desk.rubric.sha256:
        mistakes.append(
            f"_meta: it was made with another rubric ({identity.get('rubric', '?')}"
            f" {identity.get('rubric_version', '?')}) than the run's; export it again"
        )
    if identity.get("run") and identity["run"] != desk.fingerprint:
        mistakes.append("_meta: it belongs to another run, or the run was made again since; name the run it is from")
    if card != "all" and card not in desk.scorecards:
        mistakes.append(f"_meta: the run has no plan {card or '(blank)'}")
    elif card != "all" and identity.get("input") and identity["input"] != desk.inputs.get(card):
        mistakes.append(f"_meta: {card} of this run is another plan than the one that was graded")
    elif card != "all" and identity.get("id", "") != (desk.scorecards[card].id or ""):
        mistakes.append(f"_meta: {card} of this run has another caseload id")
    if identity.get("round") not in ROUNDS or identity.get("blind") not in ("yes", "no"):
        mistakes.append("_meta: the round, or whether it is blind, cannot be read; export it again")
    elif identity["blind"] == "yes" and identity["round"] not in BLIND_ROUNDS:
        mistakes.append("_meta: a consensus cannot be blind")
    return mistakes
