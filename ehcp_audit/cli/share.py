"""`share` and `share-check`: what may leave the authority, and whether it may."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.cli.options import Force, MapFile, Ocr, PasswordFile, ReadMib, ReadSeconds
from ehcp_audit.errors import AuditError, ExitCode, why

if TYPE_CHECKING:
    from ehcp_audit.caseload import Caseload

RunFolder = Annotated[str, typer.Argument(metavar="RUN", help="The run folder.")]
CaseloadFile = Annotated[
    str | None, typer.Option("--caseload", metavar="FILE", help="The caseload: whom it names is looked for too.")
]


def share(
    run: RunFolder,
    output: Annotated[str, typer.Option("-o", "--output", metavar="pack.zip", help="The pack to write.")],
    quotes: Annotated[
        bool,
        typer.Option("--quotes", help="Quotations too, masked, 200 characters at most; the plans must be at hand."),
    ] = False,
    caseload: CaseloadFile = None,
    map: MapFile = None,
    references: Annotated[
        str | None,
        typer.Option("--references", metavar="FILE", help="Write here which plan is which, for yourself alone."),
    ] = None,
    ocr: Ocr = None,
    password_file: PasswordFile = None,
    read_seconds: ReadSeconds = None,
    read_mib: ReadMib = None,
    force: Force = False,
) -> int:
    """Make a pack of scores and counts that may leave the authority: no plan text unless asked for."""
    from ehcp_audit.cli.plans import reading_terms
    from ehcp_audit.runs import read_run
    from ehcp_audit.saving import save
    from ehcp_audit.sharing import check_pack, make_pack
    from ehcp_audit.sharing.quoting import lexicons_of, quotes_of

    target = screen.output_file(output, force=force)
    map_to = screen.output_file(references, force=force)
    found = read_run(Path(run))
    lexicons = None
    if quotes:
        lexicons = lexicons_of(
            found,
            _caseload(caseload, map),
            terms=reading_terms(read_seconds, read_mib, ocr, password_file),
        )
    pack = make_pack(found, quotes=None if lexicons is None else list(quotes_of(found, lexicons)))
    wrong = check_pack(pack.data, list((lexicons or {}).values()))
    if wrong:
        for one in wrong:
            screen.complain(one)
        raise AuditError("The pack did not pass its own check and was not written; report this, without the pack.")
    save(target, pack.data, force=force)
    screen.say(f"Written: {screen.name_of(target)}; {pack.quotes} quotations. It is personal data: see its README.txt.")
    if map_to is not None:
        from ehcp_audit.workbooks import csv_text

        rows = [("pack", "run"), *sorted((mine, theirs) for theirs, mine in pack.references.items())]
        save(map_to, csv_text(rows).encode(), force=force)
    return int(ExitCode.DONE)


def share_check(
    pack: Annotated[str, typer.Argument(metavar="PACK", help="The pack: a .zip that `share` wrote.")],
    run: Annotated[
        str | None,
        typer.Option("--run", metavar="RUN", help="The run it was made of: whom its plans name is looked for."),
    ] = None,
    caseload: CaseloadFile = None,
    map: MapFile = None,
    ocr: Ocr = None,
    password_file: PasswordFile = None,
    read_seconds: ReadSeconds = None,
    read_mib: ReadMib = None,
) -> int:
    """Say whether a share pack may leave: exit code 1 names the sheet and the cell that may not."""
    from ehcp_audit.privacy.identities import lexicon_of_caseload
    from ehcp_audit.sharing import check_pack

    data = _bytes(Path(pack))
    rows = _caseload(caseload, map)
    lexicons = [lexicon_of_caseload(rows.rows)] if rows is not None else []
    if run is not None:
        from ehcp_audit.cli.plans import reading_terms
        from ehcp_audit.runs import read_run
        from ehcp_audit.sharing.quoting import lexicons_of

        terms = reading_terms(read_seconds, read_mib, ocr, password_file)
        lexicons += lexicons_of(read_run(Path(run)), rows, terms=terms).values()
    wrong = check_pack(data, lexicons)
    for one in wrong:
        screen.show(one)
    if wrong:
        screen.say(f"Do not send this pack: {len(wrong)} finding(s).")
        return int(ExitCode.GATE_NOT_PASSED)
    screen.show("Nothing was found that a share pack may not hold. It is still personal data.")
    return int(ExitCode.DONE)


def _caseload(name: str | None, map: str | None) -> Caseload | None:
    from ehcp_audit.caseload import read_caseload

    chosen, mapping = settings.setting("caseload", name), settings.setting("map", map)
    return None if chosen is None else read_caseload(Path(chosen), None if mapping is None else Path(mapping))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise AuditError(f"{screen.name_of(path)} is not there; check the name.") from None
    except OSError as error:
        raise AuditError(f"{screen.name_of(path)} could not be read: {why(error)}.") from error
