"""`interval` and `difference`: what a figure can honestly say."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.cli.options import TerminalOrJson
from ehcp_audit.errors import AuditError, did_you_mean

LEVEL = 0.95
METHOD_WORDS = {"wilson": "Wilson", "clopper_pearson": "Clopper-Pearson, exact", "hypergeometric": "hypergeometric"}


def interval(
    k: Annotated[int, typer.Argument(metavar="K", help="How many were met.")],
    n: Annotated[int, typer.Argument(metavar="N", help="Of how many.")],
    population: Annotated[
        int | None, typer.Option("--population", metavar="N", help="How many plans the N were drawn from.")
    ] = None,
    method: Annotated[
        str, typer.Option("--method", metavar="wilson|clopper_pearson|hypergeometric", help="Which interval.")
    ] = "wilson",
    format: TerminalOrJson = None,
) -> int:
    """Say what K of N can honestly say: the share and its 95% interval."""
    from ehcp_audit import intervals

    how = settings.choose_format(format, ("terminal", "json"))
    wanted = method.strip().lower().replace("-", "_")
    if wanted not in intervals.METHODS:
        raise AuditError(f"There is no method '{method}'. {did_you_mean(wanted, intervals.METHODS)}")
    low, high = intervals.interval(k, n, method=wanted, level=LEVEL, population=population)
    warning = intervals.small_sample(n) if n != population else ""
    if how == "json":
        screen.show_json(
            {
                "schema": "ehcp-audit/interval/1",
                "k": k,
                "n": n,
                "population": population,
                **_figures(wanted, k / n, low, high),
                "warnings": [warning] if warning else [],
            }
        )
        return 0
    if n == population:
        screen.show_lines(f"{k} of {n} is {_percent(k / n)}: everything was counted, so there is no interval.")
    else:
        drawn = "" if population is None else f" (drawn from {population:,})"
        bounds = f"95% interval {_percent(low)} to {_percent(high)}"
        screen.show_lines(f"{k} of {n}{drawn} is {_percent(k / n)}; {bounds} ({METHOD_WORDS[wanted]}).")
    if warning:
        screen.show_lines(warning)
    return 0


def difference(
    k1: Annotated[int, typer.Argument(metavar="K1", help="How many were met in the first.")],
    n1: Annotated[int, typer.Argument(metavar="N1", help="Of how many.")],
    k2: Annotated[int, typer.Argument(metavar="K2", help="How many were met in the second.")],
    n2: Annotated[int, typer.Argument(metavar="N2", help="Of how many.")],
    format: TerminalOrJson = None,
) -> int:
    """Say whether two figures can be told apart: the first share less the second, with Newcombe's 95% interval."""
    from ehcp_audit import intervals

    how = settings.choose_format(format, ("terminal", "json"))
    low, high = intervals.newcombe(k1, n1, k2, n2, LEVEL)
    estimate = k1 / n1 - k2 / n2
    warning = intervals.small_sample(min(n1, n2))
    says = intervals.told_apart(low, high)
    if how == "json":
        screen.show_json(
            {
                "schema": "ehcp-audit/difference/1",
                "first": {"k": k1, "n": n1},
                "second": {"k": k2, "n": n2},
                **_figures("newcombe", estimate, low, high),
                "says": says,
                "warnings": [warning] if warning else [],
            }
        )
        return 0
    screen.show_lines(
        f"{k1} of {n1} ({_percent(k1 / n1)}) less {k2} of {n2} ({_percent(k2 / n2)}) is {_points(estimate)} points;"
        f" 95% interval {_points(low)} to {_points(high)} (Newcombe)."
    )
    screen.show({"higher": "The first is higher.", "lower": "The first is lower."}.get(says, f"They {says}."))
    if warning:
        screen.show_lines(warning)
    return 0


def _figures(method: str, estimate: float, low: float, high: float) -> dict[str, Any]:
    return {"method": method, "level": LEVEL, "estimate": estimate, "low": low, "high": high}


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%"


def _points(share: float) -> str:
    return f"{100 * share:.1f}"
