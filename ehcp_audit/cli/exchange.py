"""`exchange`: moderate a shared set with another authority without exchanging plans."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ehcp_audit.cli import screen
from ehcp_audit.cli.options import Force, group
from ehcp_audit.errors import AuditError

if TYPE_CHECKING:
    from ehcp_audit.exchange import Round

app = group("Moderate with another authority without exchanging plans.")

RunFolder = Annotated[str, typer.Argument(metavar="RUN", help="A run folder whose scorecards came back.")]
KeyFile = Annotated[str, typer.Option("--key", metavar="FILE", help="The key that both sides hold for this round.")]
Authority = Annotated[str, typer.Option("--authority", metavar="CODE", help="Your own short code, such as BFD.")]
Purpose = Annotated[
    str, typer.Option("--purpose", metavar="TEXT", help="What both sides call this round: moderation-2026Q4.")
]


@app.command("key")
def key(
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Where to write the key.")],
) -> int:
    """Make a key for one round: one side makes it and passes it on by a way of its own."""
    from ehcp_audit.exchange import new_key
    from ehcp_audit.saving import save

    target = screen.output_file(output, force=False)
    save(target, new_key().encode())
    screen.show(f"Written: {screen.name_of(target)}. Keep it apart from all data; never send it with a file.")
    return 0


@app.command("export")
def export(
    run: RunFolder,
    key: KeyFile,
    authority: Authority,
    purpose: Purpose,
    figures: Annotated[
        bool, typer.Option("--figures", help="Counts by criterion alone, small cells suppressed; no grade of any plan.")
    ] = False,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file instead of printing.")
    ] = None,
    force: Force = False,
) -> int:
    """Write the blind grades of a run under keyed references: no name, no date but the month, no words."""
    from ehcp_audit.exchange import PROMISE, exchange_text, figures_text
    from ehcp_audit.judgements import Kept, own, read_judgements
    from ehcp_audit.runs import read_run
    from ehcp_audit.saving import save

    agreed = _round(key, authority, purpose)
    folder = Path(run)
    found = read_run(folder)
    target = screen.output_file(output, force=force)
    if figures:
        text = figures_text(found, agreed)
    else:
        text = exchange_text(found, Kept(own(read_judgements(folder).judgements)), agreed)
    if target is None:
        screen.show(text)
    else:
        save(target, text.encode(), force=force)
        screen.show(f"Written: {screen.name_of(target)}. Key {agreed.fingerprint}.")
    screen.say(PROMISE)
    return 0


@app.command("import")
def take(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An exchange file from the other authority.")],
    run: Annotated[
        str | None,
        typer.Option("--run", metavar="RUN", help="The run whose plans both judged; without it: only check."),
    ] = None,
    key: Annotated[str | None, typer.Option("--key", metavar="FILE", help="The key of this round.")] = None,
    purpose: Annotated[str | None, typer.Option("--purpose", metavar="TEXT", help="What both sides call it.")] = None,
) -> int:
    """Check another authority's file and, with --run, keep its grades beside your own; then `moderate` the run."""
    from ehcp_audit.exchange import check_exchange, received
    from ehcp_audit.judgements import Kept, keep, read_judgements
    from ehcp_audit.runs import read_run

    path = Path(file)
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise AuditError(f"There is no file {screen.name_of(file)}.") from None
    except (OSError, UnicodeDecodeError):
        raise AuditError(f"{screen.name_of(file)} cannot be read as an exchange file.") from None
    where = screen.name_of(path.name)
    if run is None:
        head, *lines = check_exchange(text, where)
        what = f"{len(lines)} {head['holds']}" if head["holds"] == "grades" else f"figures of {len(lines)} criteria"
        screen.show_lines(
            f"{where} is sound: {what} from {head['authority']}, {head['month']}, key {head['key_fingerprint']}."
        )
        screen.say("With --run RUN --key FILE --purpose TEXT its grades come beside your own.")
        return 0
    if key is None or purpose is None:
        raise AuditError("To match plans give the round's --key FILE and --purpose TEXT.")
    folder = Path(run)
    agreed = _round(key, "own", purpose)
    found = received(text, where, read_run(folder), read_judgements(folder), agreed)
    if not found.judgements:
        raise AuditError(
            f"None of the plans of {where} is in {screen.name_of(run)}; check that both have the same ids."
        )
    kept = keep(folder, Kept(found.judgements))
    others = f"; {found.unknown} plans there are none of yours" if found.unknown else ""
    screen.show_lines(
        f"{len(found.judgements)} grades on {found.plans} plans from {found.authority} in {kept.name}{others}."
    )
    screen.say(f"Next: ehcp-audit moderate {screen.name_of(run)}")
    return 0


def _round(key: str, authority: str, purpose: str) -> Round:
    from ehcp_audit.exchange import agreed_round, read_key

    return agreed_round(authority, purpose, read_key(Path(key)))
