"""The stored result as one JSON document, or one document a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ehcp_audit.runs import jsonl_lines, result_json

if TYPE_CHECKING:
    from ehcp_audit.runs import Run


def json_report(run: Run) -> str:
    """The whole result, schema ehcp-audit/result/1."""
    return json.dumps(result_json(run), ensure_ascii=False, indent=2) + "\n"


def jsonl_report(run: Run) -> str:
    """The scorecards one a line, then what could not be read."""
    return "".join(jsonl_lines(run))
