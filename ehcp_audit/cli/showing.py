"""Printing what `check` found, in the format asked for."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ehcp_audit.cli import screen
from ehcp_audit.cli.judging import Judged

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric


def show_results(
    judged: Judged, rubric: Rubric, as_of: date, how: str, target: Path | None, *, force: bool = False
) -> None:
    """Print the results, or write them to the file that `-o` named."""
    if how == "terminal" and target is None:
        from ehcp_audit.reports.terminal import show_check

        show_check(screen.console(), judged.scorecards, rubric, judged.unreadable)
        return
    ascii_only = target is None and not screen.speaks_utf8()
    text = _text(judged, rubric, as_of, how, ascii_only)
    if target is None:
        screen.show(text)
        return
    from ehcp_audit.saving import save

    save(target, text.encode("utf-8"), force=force)
    screen.say(f"Written: {screen.name_of(target)}")


def _text(judged: Judged, rubric: Rubric, as_of: date, how: str, ascii_only: bool) -> str:
    if how == "json":
        return screen.json_text(_result(judged, rubric, as_of), ascii_only=ascii_only) + "\n"
    if how == "jsonl":
        lines = [screen.json_text(one, indent=None, ascii_only=ascii_only) for one in _documents(judged)]
        return "".join(line + "\n" for line in lines)
    if how == "csv":
        from ehcp_audit.reports.csv_tables import findings_csv

        return findings_csv(judged.scorecards, rubric)
    if how == "concise":
        from ehcp_audit.reports.concise import concise

        return concise(judged.scorecards, judged.unreadable)
    from ehcp_audit.reports.terminal import show_check

    page = io.StringIO()
    show_check(screen.console(file=page), judged.scorecards, rubric, judged.unreadable)
    return page.getvalue()


def _documents(judged: Judged) -> list[dict[str, Any]]:
    from ehcp_audit.results import scorecard_json, unreadable_json

    cards = [scorecard_json(card) for card in judged.scorecards]
    return cards + [unreadable_json(one, named=True) for one in judged.unreadable]


def _result(judged: Judged, rubric: Rubric, as_of: date) -> dict[str, Any]:
    from ehcp_audit.runs import result_json

    return result_json(judged.scorecards, judged.unreadable, rubric, as_of)
