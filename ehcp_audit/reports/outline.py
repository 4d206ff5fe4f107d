"""The outline of a scorecard: every figure that a report of many plans counts, and hardly a word.

A run of ten thousand plans holds outlines where it would need gigabytes for the scorecards. What is alike in many
plans (a criterion met in all of five outcomes) is held once. An outline is a Scorecard, so every count is made from it
as from the whole: findings keep their verdicts, who acts, whether they are of an item or an absent section, and the
vague words that they quote, and stand in no order; items, thread, notes and places are left out, and are read from the
results where a report shows them.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ehcp_audit.model import GAPS, CriterionResult, Evidence, Finding, Mode, Scorecard, Tier, Verdict, Waiver
from ehcp_audit.reports.vague_phrases import vague_words_of
from ehcp_audit.results import as_fraction, scorecard_from_json, scorecard_json

_Said = tuple[str, str, str, str, Sequence[str], Sequence[str], str]
"""A finding of an outline: tier, verdict, what is proposed, what it is of, the vague words, its waiver if any, and who
acts, where it falls short.
"""


def outline_text(card: Scorecard, wordings: Collection[str]) -> str:
    """The outline as text, for `Outlines.read`. `wordings` are the criteria whose evidence is vague words."""
    bare = replace(card, criteria=(), thread=(), plan=replace(card.plan, items=()))
    criteria = [_text([*_head(one), _findings(one, one.id in wordings)]) for one in card.criteria]
    return _text({"card": scorecard_json(bare), "criteria": criteria})


_text = json.JSONEncoder(separators=(",", ":")).encode


def _head(result: CriterionResult) -> tuple[str | None, ...]:
    share = None if result.share is None else str(result.share)
    return result.id, result.section, result.tier, result.mode, result.verdict, share, str(result.weight)


def _findings(result: CriterionResult, quotes: bool) -> list[_Said]:
    return sorted(
        (
            one.tier,
            one.verdict,
            one.proposed or "",
            _of(one),
            vague_words_of(one) if quotes else (),
            _waiver_said(one) if one.waived else (),
            one.act if one.verdict in GAPS else "",
        )
        for one in result.findings
    )


def _of(finding: Finding) -> str:
    """ "." of an item; the section or the plan where no words stand behind a shortfall (it may be absent); else "".

    Words behind it are left out of an outline, and would look like none.
    """
    if "." in finding.subject:
        return "."
    return finding.subject if finding.verdict in GAPS and not finding.evidence else ""


def _waiver_said(finding: Finding) -> tuple[str, ...]:
    one = finding.waived
    assert one is not None, "asked of a finding that is waived"  # noqa: S101
    return one.reason, one.who, one.when.isoformat(), one.expires.isoformat(), finding.fingerprint


class Outlines:
    """Reads outlines, and holds once what is alike in many of them."""

    def __init__(self, wordings: Collection[str] = ()) -> None:
        self._wordings = wordings
        self._criteria: dict[str, CriterionResult] = {}
        self._findings: dict[tuple[Any, ...], Finding] = {}

    def of(self, card: Scorecard) -> Scorecard:
        """The outline of a scorecard that is here whole."""
        return self.read(outline_text(card, self._wordings))

    def read(self, text: str) -> Scorecard:
        """The outline that `outline_text` made."""
        data: Mapping[str, Any] = json.loads(text)
        card = scorecard_from_json(data["card"])
        return replace(card, criteria=tuple(map(self._criterion, data["criteria"])))

    def _criterion(self, text: str) -> CriterionResult:
        found = self._criteria.get(text)
        if found is None:
            id, section, tier, mode, verdict, share, weight, findings = json.loads(text)
            found = self._criteria[text] = CriterionResult(
                id,
                section,
                Tier(tier),
                Mode(mode),
                Verdict(verdict),
                None if share is None else as_fraction(share),
                as_fraction(weight),
                tuple(self._finding(id, one) for one in findings),
            )
        return found

    def _finding(self, criterion: str, said: _Said) -> Finding:
        tier, verdict, proposed, subject, words, waived, act = said
        key = (criterion, tier, verdict, proposed, subject, act, *words, None, *waived)
        if key not in self._findings:
            self._findings[key] = Finding(
                criterion=criterion,
                subject=subject,
                tier=Tier(tier),
                verdict=Verdict(verdict),
                note="",
                act=act,
                fingerprint=waived[4] if waived else "",
                evidence=tuple(Evidence(one, 0) for one in words),
                proposed=Verdict(proposed) if proposed else None,
                waived=_waiver(waived) if waived else None,
            )
        return self._findings[key]


def _waiver(said: Sequence[str]) -> Waiver:
    return Waiver(said[0], said[1], date.fromisoformat(said[2]), date.fromisoformat(said[3]))
