"""`agreement`: the statistics of any ratings file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.cli.options import TerminalOrJson
from ehcp_audit.errors import AuditError, did_you_mean

if TYPE_CHECKING:
    from ehcp_audit.moderation.entries import Statistic


def agreement(
    ratings: Annotated[
        str,
        typer.Argument(metavar="RATINGS", help="CSV or Excel with the columns unit, rater, grade; blank: no grade."),
    ],
    scale: Annotated[
        str | None, typer.Option("--scale", metavar="GRADE,..", help="The grades from low to high; numbers need none.")
    ] = None,
    level: Annotated[
        str, typer.Option("--level", metavar="nominal|ordinal|interval", help="For Krippendorff's alpha.")
    ] = "ordinal",
    statistic: Annotated[
        str | None, typer.Option("--statistic", metavar="NAME,..", help="Only these statistics. [all of them]")
    ] = None,
    format: TerminalOrJson = None,
) -> int:
    """Say how far raters agree: counts first, then what is left when chance is taken out, with intervals."""
    from ehcp_audit.moderation.ratings import named_scale, read_ratings
    from ehcp_audit.moderation.statistics import LEVELS, NAMES, statistics

    how = settings.choose_format(format, ("terminal", "json"))
    wanted = settings.choice("--level", level, LEVELS)
    names = _names(statistic, NAMES)
    given = read_ratings(Path(ratings), None if scale is None else named_scale(scale.split(",")))
    found = statistics(given, names, wanted)
    if how == "json":
        screen.show_json({"schema": "ehcp-audit/agreement/1", "statistics": [one.json() for one in found]})
        return 0
    screen.show(f"{len(given.units)} units, {len(given.raters)} raters")
    for one in found:
        screen.show_lines(_line(one))
    for warning in dict.fromkeys(warning for one in found for warning in one.warnings):
        screen.show_lines(f"Note: {warning}")
    return 0


def _names(said: str | None, known: tuple[str, ...]) -> tuple[str, ...]:
    if said is None:
        return known
    names = tuple(dict.fromkeys(one.strip().lower().replace("-", "_") for one in said.split(",") if one.strip()))
    for name in names:
        if name not in known:
            raise AuditError(f"There is no statistic '{name}'. {did_you_mean(name, known)}")
    return names or known


def _line(one: Statistic) -> str:
    name = " ".join([one.name, *(f"({key} {value})" for key, value in one.params.items())])
    if one.value is None:
        return f"{name:<34} none: {one.reason}"
    figure = f"{one.value:.2f}"
    if one.interval is not None:
        figure += f" (95% interval {one.interval.low:.2f} to {one.interval.high:.2f})"
    counted = f"{one.more['k']} of {one.more['n']}, " if "k" in one.more else ""
    limits = one.more.get("limits")
    ends = f"; limits of agreement {limits['low']:.2f} to {limits['high']:.2f} (1.96 SD)" if limits else ""
    return f"{name:<34} {counted}{figure}, {one.n_used} units{ends}"
