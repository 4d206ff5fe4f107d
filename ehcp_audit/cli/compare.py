"""`compare` and `trend`: runs, teams and phases side by side, with what their intervals allow to be said."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.cli.moderate import run_names
from ehcp_audit.errors import AuditError, did_you_mean
from ehcp_audit.styling import count

if TYPE_CHECKING:
    from ehcp_audit.comparison.comparing import Comparison, Difference
    from ehcp_audit.comparison.groups import Count, Group, Mean, Source
    from ehcp_audit.comparison.trend import Trend

Runs = Annotated[list[str], typer.Argument(metavar="RUN", help="Run folders.")]
Format = Annotated[str | None, typer.Option("--format", metavar="terminal|json", help="How to print. [terminal]")]
Judged = Annotated[
    bool, typer.Option("--judged", help="As people judged, of plans judged in full, instead of by the checks.")
]
FIRST = 12


def compare(
    runs: Runs,
    by: Annotated[str, typer.Option("--by", metavar="run|team|phase", help="What to set side by side. [run]")] = "run",
    crosswalk: Annotated[
        str | None, typer.Option("--crosswalk", metavar="FILE", help="How the rubrics of two runs meet.")
    ] = None,
    judged: Judged = False,
    format: Format = None,
) -> int:
    """Set periods, teams or authorities side by side: intervals, and no word that they do not allow."""
    from ehcp_audit.comparison.comparing import compare as set_side_by_side
    from ehcp_audit.comparison.groups import BY, groups_of
    from ehcp_audit.comparison.record import comparison_json

    how = settings.choose_format(format, ("terminal", "json"))
    wanted = by.strip().lower()
    if wanted not in BY:
        raise AuditError(f"--by takes {', '.join(BY)}, not '{by}'. {did_you_mean(wanted, BY)}")
    sources = sources_of(runs)
    if crosswalk is not None:
        _by_concept(Path(crosswalk), sources, judged, how)
        return 0
    _refuse_other_rubrics(sources)
    groups = groups_of(sources, wanted, judged=judged)
    if len(groups) < 2:
        raise AuditError(
            f"There is only one {wanted} here ({groups[0].name}); name another run, or compare by another."
        )
    rubrics = [f"{one.run.rubric.id} {one.run.rubric.version} {one.run.rubric.sha256[:8]}" for one in sources]
    found = set_side_by_side(groups, wanted, judged=judged, rubrics=rubrics)
    if how == "json":
        screen.show_json(comparison_json(found))
    else:
        _show(found)
    return 0


def trend(runs: Runs, judged: Judged = False, format: Format = None) -> int:
    """Show quarter after quarter, with intervals and the places where the rubric changed."""
    from ehcp_audit.comparison.trend import trend as followed
    from ehcp_audit.comparison.trend import trend_json

    how = settings.choose_format(format, ("terminal", "json"))
    sources = sources_of(runs)
    _refuse_other_rubrics(sources)
    found = followed(sources, judged=judged)
    if how == "json":
        screen.show_json(trend_json(found))
    else:
        _show_trend(found)
    return 0


def sources_of(runs: Sequence[str]) -> list[Source]:
    """The runs named, each with its rubric and what people said of it."""
    from ehcp_audit.cli.run_rubric import run_rubric
    from ehcp_audit.comparison.groups import Source
    from ehcp_audit.judgements import read_judgements
    from ehcp_audit.runs import read_run

    folders = [Path(one) for one in dict.fromkeys(runs)]
    found = []
    for name, folder in zip(run_names(folders), folders, strict=True):
        run = read_run(folder)
        found.append(Source(name, run, run_rubric(run, None, folder), read_judgements(folder)))
    return found


def _refuse_other_rubrics(sources: Sequence[Source]) -> None:
    ids = dict.fromkeys(source.run.rubric.id for source in sources)
    if len(ids) > 1:
        raise AuditError(
            f"These runs were judged by different rubrics ({', '.join(ids)}): compare two of them with a --crosswalk."
        )


# --- in words ------------------------------------------------------------------------------------------------


def share_words(count: Count | None) -> str:
    """ "31 of 36, 86% (71 to 94%)", or the counts alone."""
    if count is None:
        return "no bar"
    bounds = count.interval
    if bounds is None:
        return f"{count.k} of {count.n}"
    return f"{count.k} of {count.n}, {100 * count.k / count.n:.0f}% ({100 * bounds[0]:.0f} to {100 * bounds[1]:.0f}%)"


def mean_words(mean: Mean) -> str:
    """ "79.4% (78.0 to 80.8%)", or the mean alone."""
    if mean.value is None:
        return "none"
    bounds = mean.interval
    value = f"{100 * float(mean.value):.1f}%"
    return value if bounds is None else f"{value} ({100 * bounds[0]:.1f} to {100 * bounds[1]:.1f}%)"


def _difference(one: Difference) -> str:
    if one.estimate is None:
        return one.says
    points = f"{100 * one.estimate:+.1f} points"
    if one.low is None or one.high is None:
        return f"{points}; {one.says}"
    return f"{points} ({100 * one.low:+.1f} to {100 * one.high:+.1f}): {one.says}"


def _head(judged: bool) -> str:
    return "As judged, of plans judged in full" if judged else "By these checks, of what they could judge"


def _group_lines(groups: Sequence[Group], changed: frozenset[str] = frozenset()) -> list[str]:
    longest = max(len(group.name) for group in groups)
    lines = []
    for group in groups:
        if group.name in changed:
            lines.append(f"  {'-' * longest}  the rubric changed here ({group.rubric})")
        day = f"{group.as_of.isoformat()}  " if group.as_of is not None else ""
        lines.append(f"  {group.name:<{longest}}  {day}{count(group.plans, 'plan')}")
        lines.append(f"    mean plan score {mean_words(group.mean)}")
        lines.append(f"    plans at the bar {share_words(group.bar)}; every must criterion {share_words(group.gate)}")
    return lines


def _show(found: Comparison) -> None:
    lines = [_head(found.judged), *_group_lines(found.groups)]
    names = ("mean plan score", "plans at the bar", "plans that meet every must criterion")
    pairs = list(dict.fromkeys((one.first, one.second) for one in found.differences))
    for first, second in pairs:
        own = [one for one in found.differences if (one.first, one.second) == (first, second)]
        lines.append(f"{second} less {first}")
        lines += [f"  {one.figure}: {_difference(one)}" for one in own if one.figure in names]
        told = [one for one in own if one.figure not in names and one.low is not None and "cannot" not in one.says]
        lines += [f"  {one.figure}: {_difference(one)}" for one in told[:FIRST]]
        rest = sum(one.figure not in names for one in own) - len(told[:FIRST])
        lines.append(f"  {rest} criteria more, which cannot be told apart or are too few; --format json has them all")
    for flag in found.funnel:
        if flag.says:
            lines.append(f"  {flag.group}: {flag.k} of {flag.n} against {100 * flag.target:.0f}% of all: {flag.says}")
    lines += [f"Note: {note}" for note in found.notes]
    screen.show(screen.printable("\n".join(lines)))


def _show_trend(found: Trend) -> None:
    lines = [_head(found.judged), *_group_lines(found.groups, found.changed)]
    if found.pooled is not None:
        lines.append(f"The last four together: plans at the bar {share_words(found.pooled)}")
    lines += [f"Note: {note}" for note in found.notes]
    screen.show(screen.printable("\n".join(lines)))


def _by_concept(path: Path, sources: Sequence[Source], judged: bool, how: str) -> None:
    from ehcp_audit.comparison.crosswalk import compare_by_concept, load_crosswalk

    if len(sources) != 2:
        raise AuditError("A crosswalk joins two runs: name the left one, then the right one.")
    left, right = sources
    walk = load_crosswalk(path, left.rubric, right.rubric)
    found = compare_by_concept(walk, left, right, judged=judged)
    if how == "json":
        names = {"left": left.name, "right": right.name}
        screen.show_json({"schema": "ehcp-audit/crosswalk-comparison/1", "runs": names, **found})
        return
    covers = found["coverage"]
    lines = [
        _head(judged),
        f"The crosswalk covers {100 * covers['left']:.0f}% of the weight of {left.name},"
        f" {100 * covers['right']:.0f}% of {right.name}",
    ]
    rows: list[dict[str, Any]] = [*found["concepts"]]
    if found["overall"] is not None:
        rows.append({"id": "all concepts", "match": "", **found["overall"]})
    for row in rows:
        sides = " and ".join(
            _side(name, row[side]) for name, side in ((left.name, "left"), (right.name, "right")) if side in row
        )
        lines.append(
            f"  {row['id']} ({row['match']}): {sides}; {row['says']}" if sides else f"  {row['id']}: {row['says']}"
        )
    if found["says"]:
        lines.append(f"Note: {found['says']}")
    screen.show(screen.printable("\n".join(lines)))


def _side(name: str, side: dict[str, Any]) -> str:
    if side["estimate"] is None:
        return f"{name} none"
    bounds = "" if side["low"] is None else f" ({100 * side['low']:.0f} to {100 * side['high']:.0f}%)"
    return f"{name} {100 * side['estimate']:.0f}%{bounds} of {side['n']}"
