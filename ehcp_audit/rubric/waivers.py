"""Waivers: findings that somebody accepted, for a reason and for a time.

    waivers:
      - finding: 3f2a9c0d51e8b764      # a finding's fingerprint (check --format json shows it)
        reason: The family asked for this wording.
        who: A. Manager, SEND team
        when: 2026-11-02
        expires: 2027-07-31
      - criterion: K02                  # or all findings of a criterion ...
        plan: BX-1042                   # ... in one plan: its caseload id, or its file's name
        reason: ...

A waiver lifts a finding from the gate and never changes the score. It stays visible wherever the finding is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from ehcp_audit.errors import AuditError, ManyErrors, did_you_mean, why
from ehcp_audit.model import GAPS, CriterionResult, Finding, Scorecard, Waiver
from ehcp_audit.rubric.positions import Positioned, read_positioned

KEYS = ("finding", "criterion", "plan", "reason", "who", "when", "expires")


@dataclass(frozen=True, slots=True)
class Accepted:
    """One entry of a waiver file: what it waives, and the waiver itself."""

    waiver: Waiver
    line: int
    finding: str | None = None
    criterion: str | None = None
    plan: str | None = None

    def fits(self, finding: Finding, names: Iterable[str | None]) -> bool:
        """Is this the finding, in a plan of these names, that the entry waives?"""
        if self.finding is not None:
            return finding.fingerprint == self.finding
        return finding.criterion == self.criterion and self.plan in frozenset(names)

    @property
    def what(self) -> str:
        """What it waives, for a message."""
        return self.finding or f"{self.criterion} in {self.plan}"


def read_waivers(path: Path) -> tuple[Accepted, ...]:
    """The waivers of a file. Raises ManyErrors with every mistake in it, each at its line and column."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise AuditError(f"The waivers {path} cannot be read ({why(error)}). Check the path and try again.") from None
    read = read_positioned(content)
    entries = read.data.get("waivers") if isinstance(read.data, dict) else None
    if not isinstance(entries, list) and not read.mistakes:
        read.note(
            (), "a file of waivers starts with 'waivers:' and lists them, each with '- finding:' or '- criterion:'"
        )
    found = [_entry(read, number, one) for number, one in enumerate(entries if isinstance(entries, list) else ())]
    if read.mistakes:
        raise ManyErrors([mistake.under(str(path)) for mistake in sorted(set(read.mistakes))])
    return tuple(one for one in found if one is not None)


def _entry(read: Positioned, number: int, given: Any) -> Accepted | None:
    path = ("waivers", number)
    if not isinstance(given, dict):
        read.note(
            path, "a waiver is a mapping: 'finding' (or 'criterion' and 'plan'), 'reason', 'who', 'when', 'expires'"
        )
        return None
    for key in given:
        if key not in KEYS:
            read.note((*path, key), f"unknown key '{key}'. {did_you_mean(str(key), KEYS)}", key=True)
    lacking = [key for key in ("reason", "who", "when", "expires") if given.get(key) in (None, "")]
    if given.get("finding") is None:
        lacking = [key for key in ("criterion", "plan") if given.get(key) is None] + lacking
    if lacking:
        read.note(
            path, f"the waiver lacks {', '.join(repr(key) for key in lacking)}; every waiver says who, why and how long"
        )
    dates = {key: given.get(key) for key in ("when", "expires")}
    for key, value in dates.items():
        if key not in lacking and type(value) is not date:
            read.note((*path, key), f"'{key}' must be a date such as 2026-11-22")
    when, expires = dates["when"], dates["expires"]
    if type(when) is not date or type(expires) is not date or lacking:
        return None
    if expires <= when:
        read.note((*path, "expires"), "a waiver expires after the day on which it was given")
    return Accepted(
        Waiver(str(given["reason"]), str(given["who"]), when, expires),
        read.place(path)[0],
        *(None if given.get(key) is None else str(given[key]) for key in ("finding", "criterion", "plan")),
    )


def waive(scorecard: Scorecard, waivers: Sequence[Accepted], as_of: date) -> Scorecard:
    """The scorecard with the waivers that hold on this day at their findings. The score stays as it was."""
    holding = [one for one in waivers if one.waiver.when <= as_of <= one.waiver.expires]
    if not holding:
        return scorecard
    names = _names(scorecard)
    return replace(scorecard, criteria=tuple(_waived(result, holding, names) for result in scorecard.criteria))


def _names(scorecard: Scorecard) -> frozenset[str]:
    """What a waiver may call the plan: its caseload id, its file's name with or without the suffix, its reference."""
    file = PurePath(scorecard.file) if scorecard.file else None
    named = (scorecard.id, scorecard.reference, file.name if file else None, file.stem if file else None)
    return frozenset(name for name in named if name)


def _waived(result: CriterionResult, waivers: Sequence[Accepted], names: frozenset[str]) -> CriterionResult:
    findings = []
    for finding in result.findings:
        fits = next((one for one in waivers if finding.verdict in GAPS and one.fits(finding, names)), None)
        findings.append(finding if fits is None else finding._replace(waived=fits.waiver))
    return replace(result, findings=tuple(findings))


def remarks(waivers: Sequence[Accepted], scorecards: Sequence[Scorecard], as_of: date) -> tuple[str, ...]:
    """What to say of waivers that do nothing: those that have run out, and those that fit no finding."""
    said = []
    for one in waivers:
        if one.waiver.expires < as_of:
            said.append(f"The waiver of {one.what} (line {one.line}) ran out on {one.waiver.expires.isoformat()}.")
        elif one.waiver.when > as_of:
            said.append(f"The waiver of {one.what} (line {one.line}) is dated after the day of the audit.")
        elif not any(
            finding.waived == one.waiver and (one.finding or one.criterion) in (finding.fingerprint, finding.criterion)
            for card in scorecards
            for finding in card.findings()
        ):
            said.append(f"The waiver of {one.what} (line {one.line}) fits no finding that is not met; take it out.")
    return tuple(said)
