"""The stored result as one JSON document, or one document a line, each plan with its score on the rubric's scales."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ehcp_audit.results import line, scorecard_json, unreadable_json
from ehcp_audit.rubric.scales import on_scales
from ehcp_audit.runs import result_json

if TYPE_CHECKING:
    from ehcp_audit.model import Scorecard
    from ehcp_audit.rubric import Rubric
    from ehcp_audit.runs import Run


def json_report(run: Run, rubric: Rubric) -> str:
    """The whole result, schema ehcp-audit/result/1."""
    whole = result_json(run) | {"scorecards": [_shown(card, rubric) for card in run.scorecards]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def jsonl_report(run: Run, rubric: Rubric) -> str:
    """The scorecards one a line, then what could not be read."""
    cards = [line(_shown(card, rubric)) for card in run.scorecards]
    return b"".join((*cards, *(line(unreadable_json(one, named=True)) for one in run.unreadable))).decode()


def _shown(card: Scorecard, rubric: Rubric) -> dict[str, Any]:
    """The scorecard with what it comes to on the rubric's scales, which are worked out and never stored."""
    return scorecard_json(card) | {"scales": [asdict(one) for one in on_scales(card, rubric)]}
