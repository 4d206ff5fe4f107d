"""`init`, and what `rubric new` shares with it: files to start from, never in place of what is there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from ehcp_audit.cli import screen
from ehcp_audit.cli.options import Force
from ehcp_audit.errors import AuditError, why
from ehcp_audit.rare import rarely

_ID = rarely(r"[a-z][a-z0-9-]{0,39}\Z")
_README = """\
# Auditing EHC plans in this folder

- ehcp-audit.yml      the settings; every line says what it does
- {rubric}   the rubric to edit; it takes the national rubric and says what is different here
- plans/              put plans here (.docx or .pdf); nothing in this folder leaves your computer

    ehcp-audit check plans/draft.docx          one draft, before it goes out
    ehcp-audit batch plans -o run-2026-q4      a dip sample, with workbooks and a report
    ehcp-audit explain E07                     what a criterion looks for, and why
    ehcp-audit rubric check {rubric}

Plans hold children's data: keep this folder where your authority keeps such data, and out of e-mail.
"""


def init(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Where to start; made if it is not there.")] = ".",
    force: Force = False,
) -> int:
    """Set up a folder: settings with comments, a rubric to edit, and a note on what to do next."""
    from ehcp_audit.rubric.starting import SETTINGS
    from ehcp_audit.saving import save

    place = Path(folder)
    rubric = place / "our-rubric.yaml"
    files = {place / "ehcp-audit.yml": SETTINGS.format(rubric=rubric.name), place / "README.md": _README}
    _refuse_existing([*files, rubric], force=force)
    _made(place)
    _made(place / "plans")
    for path, text in files.items():
        save(path, text.replace("{rubric}", rubric.name).encode("utf-8"), force=force)
        screen.show(screen.name_of(path))
    write_rubric("our-rubric", "national", rubric, force=force)
    screen.say("Put plans into the folder 'plans', then: ehcp-audit check plans")
    return 0


def write_rubric(id: str, base: str, target: Path, *, force: bool) -> None:
    """Write a rubric that extends `base`, and beside it the schema that editors check it by."""
    from ehcp_audit.resources import shipped
    from ehcp_audit.rubric import load_rubric
    from ehcp_audit.rubric.starting import new_rubric
    from ehcp_audit.saving import save

    if not _ID.match(id):
        raise AuditError(f"'{id}' cannot be a rubric's id. Use small letters, digits and hyphens, a letter first.")
    if target.suffix.lower() not in (".yaml", ".yml"):
        raise AuditError(f"{screen.name_of(target)}: a rubric's file ends in .yaml. Name it {id}.yaml.")
    known = load_rubric(base)
    name = os.path.relpath(base, target.parent) if base.lower().endswith((".yaml", ".yml")) else base
    text = new_rubric(id, known, base_name=name.replace(os.sep, "/"), file=target.name)
    save(target, text.encode("utf-8"), force=force)
    schema = target.parent / "rubric.schema.json"
    if not schema.exists():
        save(schema, (shipped("rubrics") / "rubric.schema.json").read_bytes())
    screen.show(screen.name_of(target))


def _refuse_existing(paths: list[Path], *, force: bool) -> None:
    there = [path for path in paths if os.path.lexists(path)]
    if there and not force:
        named = ", ".join(screen.name_of(path) for path in there)
        raise AuditError(f"{named}: there already. Name another folder, or say --force to replace.")


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AuditError(f"{screen.name_of(folder)} could not be made ({why(error)}). Name another folder.") from None
