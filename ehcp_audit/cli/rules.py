"""`explain` and `rules`: the rubric in words, offline and without a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.cli.options import RubricOption, SectionOption

if TYPE_CHECKING:
    from ehcp_audit.rubric import Criterion, Rubric

COLUMNS = ("id", "section", "tier", "mode", "weight", "when_absent", "when_nil", "act", "check", "basis", "question")


def explain(
    id: Annotated[str, typer.Argument(metavar="ID", help="A criterion, for example E07.")],
    rubric: RubricOption = None,
) -> int:
    """Say what a criterion looks for, why, and in which law."""
    from ehcp_audit.cli.explanation import explanation
    from ehcp_audit.cli.selection import no_criterion
    from ehcp_audit.rubric import load_rubric

    chosen = load_rubric(settings.setting("rubric", rubric))
    found = next((one for one in chosen.criteria if one.id.lower() == id.strip().lower()), None)
    if found is None:
        raise no_criterion(chosen, id)
    screen.show(screen.printable(explanation(chosen, found)))
    return 0


def rules(
    rubric: RubricOption = None,
    section: SectionOption = None,
    format: Annotated[
        str | None, typer.Option("--format", metavar="table|json|csv", help="How to print. [table]")
    ] = None,
) -> int:
    """List a rubric's criteria."""
    from ehcp_audit.cli.selection import in_sections
    from ehcp_audit.rubric import load_rubric

    how = settings.choose_format(format, ("table", "json", "csv"))
    chosen = load_rubric(settings.setting("rubric", rubric))
    criteria = [one for one in chosen.criteria if in_sections(one, settings.setting("section", section), chosen)]
    if how == "json":
        screen.show_json(rules_json(chosen, criteria))
    elif how == "csv":
        screen.show_csv_text(_csv(criteria))
    else:
        _table(chosen, criteria)
    return 0


def rules_json(rubric: Rubric, criteria: list[Criterion]) -> dict[str, Any]:
    """The criteria as one JSON document, ehcp-audit/rules/1."""
    return {
        "schema": "ehcp-audit/rules/1",
        "rubric": {
            "id": rubric.id,
            "version": rubric.version,
            "title": rubric.title,
            "sha256": rubric.sha256,
            "law_as_at": rubric.law_as_at.isoformat(),
        },
        "criteria": [_criterion_json(criterion) for criterion in criteria],
    }


def _criterion_json(criterion: Criterion) -> dict[str, Any]:
    return {
        "id": criterion.id,
        "section": criterion.section,
        "question": criterion.question,
        "tier": str(criterion.tier),
        "basis": list(criterion.basis),
        "mode": str(criterion.mode),
        "checks": [
            {"check": use.check, "options": dict(use.options), "tier": None if use.tier is None else str(use.tier)}
            for use in criterion.checks
        ],
        "weight": str(criterion.weight),
        "when_absent": str(criterion.when_absent),
        "when_nil": str(criterion.when_nil),
        "act": criterion.act,
    }


def _row(criterion: Criterion) -> list[str]:
    facts = _criterion_json(criterion)
    facts["check"] = " + ".join(use.check for use in criterion.checks)
    facts["basis"] = "; ".join(criterion.basis)
    return [str(facts[column]) for column in COLUMNS]


def _csv(criteria: list[Criterion]) -> str:
    from ehcp_audit.workbooks import csv_text

    return csv_text([list(COLUMNS), *(_row(criterion) for criterion in criteria)])


def _table(rubric: Rubric, criteria: list[Criterion]) -> None:
    """Id, section, tier, mode and question in columns; rich is not needed for that."""
    import shutil
    import textwrap

    width = max(60, shutil.get_terminal_size((110, 24)).columns)
    ids = max([len(criterion.id) for criterion in criteria] + [2])
    head = f"{rubric.title} ({rubric.id} {rubric.version}), law as at {rubric.law_as_at.isoformat()}"
    screen.show(textwrap.fill(screen.printable(head), width))
    for criterion in criteria:
        start = f"{criterion.id:<{ids}}  {criterion.section:<5}  {criterion.tier!s:<6}  {criterion.mode!s:<9}  "
        lines = textwrap.wrap(screen.printable(criterion.question), max(30, width - len(start))) or [""]
        screen.show(start + ("\n" + " " * len(start)).join(lines))
    screen.say(f"{len(criteria)} of {len(rubric.criteria)} criteria. 'ehcp-audit explain ID' says more of one.")
