"""The outline of a scorecard: every figure that a report of many plans counts, and hardly a word.

A run of ten thousand plans holds outlines where it would need gigabytes for the scorecards. What is alike in many
plans (a criterion met in all of five outcomes) is held once. An outline is a Scorecard, so every count is made from it
as from the whole: findings keep their verdicts and the vague words that they quote, and stand in no order; items,
thread, notes and places are left out, and are read from the results where a report shows them.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ehcp_audit.model import CriterionResult, Evidence, Finding, Mode, Scorecard, Tier, Verdict, Waiver
from ehcp_audit.reports.figures import vague_words_of
from ehcp_audit.results import as_fraction, scorecard_from_json, scorecard_json


def outline_text(card: Scorecard, wordings: Collection[str]) -> str:
    """The outline as text, for `Outlines.read`. `wordings` are the criteria whose evidence is vague words."""
    bare = replace(card, criteria=(), thread=(), plan=replace(card.plan, items=()))
    criteria = [_text([*_head(one), _findings(one, one.id in wordings)]) for one in card.criteria]
    return _text({"card": scorecard_json(bare), "criteria": criteria})


def _text(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _head(result: CriterionResult) -> tuple[str | None, ...]:
    share = None if result.share is None else str(result.share)
    return result.id, result.section, result.tier, result.mode, result.verdict, share, str(result.weight)


def _findings(result: CriterionResult, quotes: bool) -> list[tuple[Any, ...]]:
    return sorted((_finding(one, vague_words_of(one) if quotes else ()) for one in result.findings), key=repr)


def _finding(finding: Finding, words: Sequence[str]) -> tuple[Any, ...]:
    waiver = finding.waived
    if waiver is None:
        return (finding.tier, finding.verdict, finding.proposed, *words)
    said = waiver.reason, waiver.who, waiver.when.isoformat(), waiver.expires.isoformat(), finding.fingerprint
    return (finding.tier, finding.verdict, finding.proposed, said, *words)


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

    def _finding(self, criterion: str, said: list[Any]) -> Finding:
        key = (criterion, *(tuple(one) if isinstance(one, list) else one for one in said))
        if key not in self._findings:
            tier, verdict, proposed, *rest = said
            waived = rest.pop(0) if rest and isinstance(rest[0], list) else None
            self._findings[key] = Finding(
                criterion=criterion,
                subject="",
                tier=Tier(tier),
                verdict=Verdict(verdict),
                note="",
                act="",
                fingerprint=waived[4] if waived else "",
                evidence=tuple(Evidence(words, 0) for words in rest),
                proposed=None if proposed is None else Verdict(proposed),
                waived=_waiver(waived) if waived else None,
            )
        return self._findings[key]


def _waiver(said: Sequence[str]) -> Waiver:
    return Waiver(said[0], said[1], date.fromisoformat(said[2]), date.fromisoformat(said[3]))
