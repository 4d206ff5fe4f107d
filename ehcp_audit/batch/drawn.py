"""Exactly the plans of a draw: each found by its id, those that are not there named and never left out.

The random core and the picks for risk or a theme are audited alike and kept apart: only the core enters a rate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ehcp_audit.batch.work import Task, input_sha256
from ehcp_audit.caseload import Caseload, CaseloadRow
from ehcp_audit.joining import joined
from ehcp_audit.sampling import core, extras, stratum_of

if TYPE_CHECKING:
    from ehcp_audit.sampling import Manifest

NOT_FOUND = (
    "This plan was drawn and is not where you said to look: the caseload names no file for it that is there, and there"
    " is not one file with its id in the name. Find it, or put `sample replace` on record. A missing file is a finding."
)

_KEPT = ("algorithm", "seed", "seed_set_by", "frame_date", "population", "population_sha256", "census", "minimum")
"""What a run remembers of the manifest."""


def drawn_rows(manifest: Manifest, caseload: Caseload | None) -> tuple[CaseloadRow, ...]:
    """The rows of the plans to audit, the core first; a plan that the caseload does not hold is known by its id."""
    known = {row.id: row for row in caseload.rows} if caseload is not None else {}
    ids = [*core(manifest), *extras(manifest)]
    return tuple(known.get(id) or CaseloadRow(0, id) for id in ids)


def drawn_files(
    manifest: Manifest, caseload: Caseload | None, files: Sequence[Path]
) -> tuple[list[tuple[Path, CaseloadRow]], list[CaseloadRow]]:
    """The file of each plan drawn, and the plans whose file was not found."""
    wanted = drawn_rows(manifest, caseload)
    others = [
        row for row in (caseload.rows if caseload is not None else ()) if row.id not in {one.id for one in wanted}
    ]
    rows = joined(Caseload((*wanted, *others)), files)
    ids = {row.id for row in wanted}
    found = [(path, row) for path, row in rows.items() if row.id in ids]
    there = {row.id for _, row in found}
    return found, [row for row in wanted if row.id not in there]


def draw_record(path: Path, manifest: Manifest, tasks: Sequence[Task]) -> Mapping[str, Any]:
    """What run.json keeps of a draw: how it was made, which reference is which plan, and what stands apart."""
    apart = extras(manifest)
    by_id = {task.id: task.reference for task in tasks}
    strata = [
        {
            "key": one["key"],
            "population": one["population"],
            "weight": one["weight"],
            "references": sorted(by_id[id] for id in core(manifest) if stratum_of(manifest, id) == one["key"]),
        }
        for one in manifest["strata"]
    ]
    return {
        **{name: manifest.get(name) for name in _KEPT},
        "manifest_sha256": input_sha256(path),
        "excluded": manifest.get("excluded", {}),
        "plans": {task.reference: task.id for task in tasks},
        "strata": strata,
        "replacements": manifest["replacements"],
        "extras": {by_id[id]: purpose for id, purpose in apart.items()},
        **({"cap": manifest["cap"]} if manifest.get("cap") else {}),
    }
