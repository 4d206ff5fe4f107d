"""`compare` and `trend`: runs, teams and phases side by side, with what their intervals allow to be said."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.cli.options import Force, TerminalOrJson
from ehcp_audit.errors import AuditError

if TYPE_CHECKING:
    from ehcp_audit.comparison.comparing import Comparison
    from ehcp_audit.comparison.groups import Source
    from ehcp_audit.comparison.trend import Trend

Runs = Annotated[list[str], typer.Argument(metavar="RUN", help="Run folders.")]
Judged = Annotated[
    bool, typer.Option("--judged", help="As people judged, of plans judged in full, instead of by the checks.")
]
Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="DIR", help="Write a page, a workbook and the JSON here.")
]


def compare(
    runs: Runs,
    by: Annotated[str, typer.Option("--by", metavar="run|team|phase", help="What to set side by side. [run]")] = "run",
    crosswalk: Annotated[
        str | None, typer.Option("--crosswalk", metavar="FILE", help="How the rubrics of two runs meet.")
    ] = None,
    judged: Judged = False,
    output: Output = None,
    format: TerminalOrJson = None,
    force: Force = False,
) -> int:
    """Set periods, teams or authorities side by side: intervals, and no word that they do not allow."""
    from ehcp_audit.comparison.comparing import compare as set_side_by_side
    from ehcp_audit.comparison.groups import BY, beside_figures, groups_of
    from ehcp_audit.comparison.record import comparison_json
    from ehcp_audit.reports.comparison_terminal import comparison_lines

    how = settings.choose_format(format, ("terminal", "json"))
    wanted = settings.choice("--by", by, BY)
    sources = sources_of(runs)
    if crosswalk is not None:
        if output is not None:
            raise AuditError("With a --crosswalk the comparison is printed: leave out -o.")
        _by_concept(Path(crosswalk), sources, judged, how)
        return 0
    _refuse_other_rubrics(sources)
    groups = groups_of(sources, wanted, judged=judged)
    if len(groups) < 2:
        raise AuditError(
            f"There is only one {wanted} here ({groups[0].name}); name another run, or compare by another."
        )
    rubrics = [f"{one.run.rubric.id} {one.run.rubric.version} {one.run.rubric.sha256[:8]}" for one in sources]
    found = set_side_by_side(groups, wanted, judged=judged, rubrics=rubrics, beside=beside_figures(sources))
    if output is not None:
        _write_comparison(Path(output), found, sources, force=force)
    if how == "json":
        screen.show_json(comparison_json(found))
    else:
        _show(comparison_lines(found))
    return 0


def trend(
    runs: Runs, judged: Judged = False, output: Output = None, format: TerminalOrJson = None, force: Force = False
) -> int:
    """Show quarter after quarter, with intervals and the places where the rubric changed."""
    from ehcp_audit.comparison.trend import trend as followed
    from ehcp_audit.comparison.trend import trend_json
    from ehcp_audit.reports.comparison_terminal import trend_lines

    how = settings.choose_format(format, ("terminal", "json"))
    sources = sources_of(runs)
    _refuse_other_rubrics(sources)
    found = followed(sources, judged=judged)
    if output is not None:
        _write_trend(Path(output), found, sources, force=force)
    if how == "json":
        screen.show_json(trend_json(found))
    else:
        _show(trend_lines(found))
    return 0


def sources_of(runs: Sequence[str]) -> list[Source]:
    """The runs named, each with its rubric and what people said of it."""
    from ehcp_audit.cli.run_rubric import run_rubric
    from ehcp_audit.cli.stored import run_names
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


def _write_comparison(target: Path, found: Comparison, sources: Sequence[Source], *, force: bool) -> None:
    from ehcp_audit.comparison.record import comparison_json
    from ehcp_audit.reports.comparison import comparison_html
    from ehcp_audit.reports.comparison_book import comparison_workbook

    rubrics = [source.rubric for source in sources]
    page, book = comparison_html(found, rubrics), comparison_workbook(found, rubrics)
    _write(target, "comparison", comparison_json(found), page, book, force=force)


def _write_trend(target: Path, found: Trend, sources: Sequence[Source], *, force: bool) -> None:
    from ehcp_audit.comparison.trend import trend_json
    from ehcp_audit.reports.comparison import trend_html
    from ehcp_audit.reports.comparison_book import trend_workbook

    rubrics = [source.rubric for source in sources]
    _write(target, "trend", trend_json(found), trend_html(found, rubrics), trend_workbook(found, rubrics), force=force)


def _write(target: Path, name: str, data: dict[str, Any], page: str, book: bytes, *, force: bool) -> None:
    import json

    from ehcp_audit.saving import new_folder, save

    mark = f"{name}.json"
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    files = {f"{name}.html": page.encode(), f"{name}.xlsx": book, mark: text.encode()}
    with new_folder(target, force=force, whole=mark) as part:
        for file, held in files.items():
            save(part / file, held, force=True)
    screen.say(f"Written: {screen.name_of(target)} ({', '.join(files)})")


def _by_concept(path: Path, sources: Sequence[Source], judged: bool, how: str) -> None:
    from ehcp_audit.reports.concepts import concept_lines, concepts_json
    from ehcp_audit.rubric.crosswalk import load_crosswalk

    if len(sources) != 2:
        raise AuditError("A crosswalk joins two runs: name the left one, then the right one.")
    left, right = sources
    walk = load_crosswalk(path, left.rubric, right.rubric)
    found = concepts_json(walk, left, right, judged=judged)
    if how == "json":
        screen.show_json(found)
    else:
        _show(concept_lines(found, judged=judged))


def _show(lines: Sequence[str]) -> None:
    screen.show_lines(*lines)
