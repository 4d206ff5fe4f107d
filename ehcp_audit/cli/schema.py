"""`schema`: the JSON Schemas of what is printed and stored."""

from __future__ import annotations

from typing import Annotated

import typer

from ehcp_audit.cli import screen
from ehcp_audit.errors import AuditError, did_you_mean

NAMES = (
    *("rubric", "result", "scorecard", "plan", "extract", "unreadable", "wording", "rules", "diff"),
    *("interval", "difference", "sample-size", "draw", "agreement", "judgement", "moderation", "comparison", "trend"),
    *("rubric-diff", "crosswalk", "validity", "crosswalk-comparison"),
    *("run", "overall", "action", "exported", "share", "exchange", "exchange-grade", "exchange-figure"),
)


def schema(name: Annotated[str, typer.Argument(metavar="NAME", help=", ".join(NAMES))]) -> int:
    """Print the JSON Schema of what ehcp-audit prints or reads."""
    wanted = name.strip().lower()
    if wanted not in NAMES:
        raise AuditError(f"There is no schema '{name}'. {did_you_mean(wanted, NAMES)}")
    from ehcp_audit.cli.shapes import json_schema

    screen.show_json(json_schema(wanted))
    return 0
