"""Building a share pack from a run: scores, counts and ids in a workbook and tables, the banner first."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ehcp_audit.errors import AuditError
from ehcp_audit.model import Scorecard
from ehcp_audit.sharing.banner import as_text, banner
from ehcp_audit.sharing.figures import counts
from ehcp_audit.sharing.tables import ABOUT, CRITERIA, PLANS, QUOTES, SHEETS
from ehcp_audit.styling import tenths
from ehcp_audit.workbooks import Value, csv_text

if TYPE_CHECKING:
    from ehcp_audit.runs import Run
    from ehcp_audit.sharing.quoting import Quote

SHARE = "ehcp-audit/share/1"
README, MANIFEST, WORKBOOK = "README.txt", "pack.json", "scores.xlsx"
TABLES = {CRITERIA: "criteria.csv", PLANS: "plans.csv", QUOTES: "quotes.csv"}
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack's bytes, and which of its plan numbers stands for which plan of the run (for the sender alone)."""

    data: bytes
    references: Mapping[str, str]
    quotes: int = 0


def make_pack(run: Run, *, quotes: Sequence[Quote] | None = None) -> Pack:
    """A share pack of a finished run. `quotes`, masked already, only where they were asked for.

    Raises AuditError where the run holds no scorecard.
    """
    if not run.scorecards:
        raise AuditError("The run holds no scorecard, so there is nothing to share.")
    references = pack_references(run)
    tables: dict[str, list[tuple[Value, ...]]] = {
        CRITERIA: [
            (id, one.section, str(one.tier), str(one.mode), *numbers)
            for id, (one, numbers) in counts(run.scorecards, run.core).items()
        ],
        PLANS: sorted(_plan_row(card, references[card.reference]) for card in run.scorecards),
    }
    if quotes is not None:
        tables[QUOTES] = sorted(
            (references[one.reference], one.criterion, one.subject, str(one.verdict), one.words) for one in quotes
        )
    lines = banner(quotes=quotes is not None)
    files = {README: as_text(lines).encode(), WORKBOOK: _workbook(lines, tables)}
    for name, rows in tables.items():
        files[TABLES[name]] = csv_text([[one.heading for one in SHEETS[name]], *rows]).encode()
    files[MANIFEST] = _manifest(run, tables, files, quoted=quotes is not None)
    return Pack(_zipped(files), references, len(quotes or ()))


def pack_references(run: Run) -> dict[str, str]:
    """A number for each plan that says nothing outside the pack: in the order of their files' hashes."""
    order = sorted(run.scorecards, key=lambda card: (run.inputs.get(card.reference, ""), card.reference))
    digits = max(2, len(str(len(order))))
    return {card.reference: f"S{number:0{digits}}" for number, card in enumerate(order, 1)}


def _plan_row(card: Scorecard, reference: str) -> tuple[Value, ...]:
    """The plan's figures; a part of a plan has no score of the whole."""
    score = card.score
    total, unweighted = (None, None) if card.plan.partial else (score.total, score.unweighted)
    return (
        reference,
        "" if total is None else tenths(total),
        "" if unweighted is None else tenths(unweighted),
        tenths(score.coverage),
        score.must.met,
        score.must.applicable,
        score.open,
    )


def _workbook(lines: Sequence[str], tables: Mapping[str, Sequence[Sequence[Value]]]) -> bytes:
    from ehcp_audit.sheets import Column, at, new_sheet, page_setup, table, write
    from ehcp_audit.workbooks import new_workbook, workbook_bytes

    book = new_workbook("Share pack")
    sheet = new_sheet(book, ABOUT)
    for row, line in enumerate(lines, 1):
        write(at(sheet, row, 1), line, bold=row == 1)
    sheet.column_dimensions["A"].width = 100
    for name, rows in tables.items():
        made = new_sheet(book, name)
        columns = [Column(one.heading, one.width) for one in SHEETS[name]]
        table(made, 1, columns, rows, freeze_columns=1)
        page_setup(made, name)
    return workbook_bytes(book)


def _manifest(
    run: Run, tables: Mapping[str, Sequence[Sequence[Value]]], files: Mapping[str, bytes], *, quoted: bool
) -> bytes:
    rubric = run.rubric
    return (
        json.dumps(
            {
                "schema": SHARE,
                "tool": {"version": run.tool_version},
                "rubric": {"id": rubric.id, "version": rubric.version, "sha256": rubric.sha256,
                           "law_as_at": rubric.law_as_at.isoformat()},
                "as_of": run.as_of.isoformat(),
                "plans": len(tables[PLANS]),
                "criteria": [str(row[0]) for row in tables[CRITERIA]],
                "quotes": quoted,
                "files": {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())},
            },
            indent=1,
        )
        + "\n"
    ).encode()  # fmt: skip


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """The pack: the same bytes whenever it is made; the banner is its first file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in (README, *sorted(set(files) - {README})):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, files[name])
    return out.getvalue()
