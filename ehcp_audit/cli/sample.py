"""`sample`: draw a dip sample, check a draw, replace a plan, say how many plans are needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.cli.options import AsOf, Force, MapFile, TerminalOrJson, group
from ehcp_audit.errors import ExitCode

if TYPE_CHECKING:
    from ehcp_audit.caseload import Caseload

app = group("Draw a dip sample that anyone can draw again.")

CaseloadFile = Annotated[str, typer.Argument(metavar="CASELOAD", help="The caseload, CSV or Excel, one row a plan.")]
DrawFile = Annotated[str, typer.Argument(metavar="DRAW", help="The manifest of a draw, as `sample draw -o` wrote it.")]
Plan = Annotated[str, typer.Option("--plan", metavar="ID", help="The plan, by its id in the caseload.")]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="A few words more; no names.")]
ChangedDraw = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Write the changed manifest here. [DRAW itself]")
]
Seed = Annotated[str, typer.Option("--seed", metavar="TEXT", help="Chosen before the list was made; kept on record.")]
Stratify = Annotated[
    str | None, typer.Option("--stratify", metavar="COLUMN,..", help="One column or two to draw evenly from.")
]
Minimum = Annotated[int, typer.Option("--minimum", metavar="N", help="The fewest plans of each stratum.")]
Cap = Annotated[
    str | None, typer.Option("--cap", metavar="COLUMN=N", help="At most N plans of one officer: --cap officer=4.")
]
AuditedWithin = Annotated[
    str | None, typer.Option("--exclude-audited-within", metavar="12m", help="Leave out plans audited so recently.")
]
ExcludeStatus = Annotated[
    str | None,
    typer.Option(
        "--exclude-status", metavar="WORD,..", help="Statuses to leave out. [ceased, moved out, out of scope]"
    ),
]
SeedSetBy = Annotated[
    str | None, typer.Option("--seed-set-by", metavar="ROLE", help="Who chose the seed, for the record.")
]


@app.command("draw")
def draw(
    caseload: CaseloadFile,
    n: Annotated[int, typer.Option("-n", metavar="N", help="How many plans to draw.")],
    seed: Seed,
    stratify: Stratify = None,
    minimum: Minimum = 0,
    cap: Cap = None,
    exclude_audited_within: AuditedWithin = None,
    exclude_status: ExcludeStatus = None,
    id: Annotated[str | None, typer.Option("--id", metavar="COLUMN", help="The column of the plans' ids. [id]")] = None,
    map: MapFile = None,
    seed_set_by: SeedSetBy = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write the manifest here.")
    ] = None,
    format: TerminalOrJson = None,
    as_of: AsOf = None,
    force: Force = False,
) -> int:
    """Draw a random sample of the caseload: the same seed and list give the same plans, on any machine."""
    from ehcp_audit.cli.drawn import show_draw
    from ehcp_audit.cli.plans import audit_date
    from ehcp_audit.sampling import GONE, DrawSettings, manifest_text, parse_cap
    from ehcp_audit.sampling import draw as drawn

    how = settings.choose_format(format, ("terminal", "json"))
    target = screen.output_file(output, force=force)
    rows = _caseload(caseload, map, id)
    manifest = drawn(
        rows,
        DrawSettings(
            n=n,
            seed=seed,
            frame_date=audit_date(as_of),
            stratify=_names(stratify),
            minimum=minimum,
            exclude_audited_within=exclude_audited_within,
            exclude_status=GONE if exclude_status is None else _names(exclude_status),
            id_column=id,
            seed_set_by=seed_set_by,
            cap=None if cap is None else parse_cap(cap),
        ),
    )
    for number, reason in rows.refused:
        screen.complain(f"{screen.name_of(caseload)}, row {number}: {reason}")
    if target is not None:
        screen.save(target, manifest_text(manifest).encode(), force=force)
    if how == "json":
        screen.show_json(manifest)
    else:
        show_draw(manifest, n)
    return int(ExitCode.SOME_UNREADABLE if rows.refused else ExitCode.DONE)


@app.command("verify")
def verify(draw: DrawFile, caseload: CaseloadFile, map: MapFile = None) -> int:
    """Draw again from the caseload and say whether the manifest holds."""
    from ehcp_audit.sampling import differences, read_manifest

    manifest = read_manifest(Path(draw))
    wrong = differences(manifest, _caseload(caseload, map, manifest["filters"]["id"]))
    for line in wrong:
        screen.show_lines(f"Differs: {line}")
    if wrong:
        screen.say("It does not re-derive: this is another caseload, or the manifest was changed.")
        return int(ExitCode.GATE_NOT_PASSED)
    screen.show(f"It re-derives exactly: {len(manifest['plans'])} plans of {manifest['population']:,}.")
    return 0


@app.command("replace")
def replace(
    draw: DrawFile,
    plan: Plan,
    reason: Annotated[
        str, typer.Option("--reason", metavar="out_of_scope|unobtainable", help="The two reasons that there are.")
    ],
    note: Note = "",
    who: Annotated[str, typer.Option("--who", metavar="ROLE", help="Who decided, for the record.")] = "",
    output: ChangedDraw = None,
    as_of: AsOf = None,
    force: Force = False,
) -> int:
    """Replace a plan by the next ticket of its stratum, on the record."""
    from ehcp_audit.cli.plans import audit_date
    from ehcp_audit.sampling import manifest_text, read_manifest, replaced

    target = _changed(draw, output, force=force)
    manifest = replaced(
        read_manifest(Path(draw)),
        plan,
        reason.strip().lower().replace("-", "_").replace(" ", "_"),
        when=audit_date(as_of),
        note=note,
        who=who,
    )
    record = manifest["replacements"][-1]
    screen.save(target, manifest_text(manifest).encode(), force=True)
    screen.show_lines(f"{record['out']} is replaced by {record['in']} ({record['reason']}).")
    return 0


@app.command("add")
def add(
    draw: DrawFile,
    plan: Plan,
    purpose: Annotated[str, typer.Option("--purpose", metavar="risk|thematic", help="Why it is looked at.")],
    note: Note = "",
    output: ChangedDraw = None,
    as_of: AsOf = None,
    force: Force = False,
) -> int:
    """Add a plan picked for risk or a theme: it is audited too, and enters no rate."""
    from ehcp_audit.cli.plans import audit_date
    from ehcp_audit.sampling import manifest_text, read_manifest, with_extra

    target = _changed(draw, output, force=force)
    manifest = with_extra(read_manifest(Path(draw)), plan, purpose.strip().lower(), when=audit_date(as_of), note=note)
    screen.save(target, manifest_text(manifest).encode(), force=True)
    screen.show_lines(f"{plan.strip()} is added apart from the random core ({purpose}). It enters no rate.")
    return 0


@app.command("size")
def size(
    margin: Annotated[float, typer.Option("--margin", metavar="POINTS", help="Plus or minus so many points of 100.")],
    population: Annotated[
        int | None, typer.Option("--population", metavar="N", help="How many plans there are to draw from.")
    ] = None,
    expect: Annotated[
        float | None, typer.Option("--expect", metavar="PERCENT", help="About how many of 100 will be met. [50]")
    ] = None,
    format: TerminalOrJson = None,
) -> int:
    """Say how many plans a margin needs, at 95%."""
    from ehcp_audit.intervals import sample_size

    how = settings.choose_format(format, ("terminal", "json"))
    n = sample_size(margin / 100, 0.5 if expect is None else expect / 100, population)
    if how == "json":
        said: dict[str, Any] = {"schema": "ehcp-audit/sample-size/1", "n": n, "margin": margin, "level": 0.95}
        screen.show_json(said | {"population": population, "expect": 50 if expect is None else expect})
        return 0
    of = "" if population is None else f" of {population:,}"
    about = "at worst (when half are met)" if expect is None else f"when about {expect:g}% are met"
    screen.show_lines(f"{n} plans{of} give plus or minus {margin:g} points {about}, at 95%.")
    return 0


def _caseload(name: str, map: str | None, id: str | None) -> Caseload:
    from ehcp_audit.caseload import read_caseload

    mapping = settings.setting("map", map)
    return read_caseload(Path(name), None if mapping is None else Path(mapping), id_column=id)


def _names(words: str | None) -> tuple[str, ...]:
    return tuple(one.strip() for one in (words or "").split(",") if one.strip())


def _changed(draw: str, output: str | None, *, force: bool) -> Path:
    """Where the changed manifest goes: onto the draw itself, unless another file is named."""
    if output is None or Path(output) == Path(draw):
        return Path(draw)
    return screen.output_file(output, force=force)
