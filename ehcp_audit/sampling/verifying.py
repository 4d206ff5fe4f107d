"""Is a draw the one it says it is? Drawn again from the caseload, and whatever differs named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ehcp_audit.caseload import Caseload
from ehcp_audit.errors import AuditError
from ehcp_audit.sampling.capping import Cap
from ehcp_audit.sampling.drawing import ALGORITHM, DrawSettings, draw
from ehcp_audit.sampling.replacing import Manifest, replaced

COMPARED = ("algorithm", "listed", "excluded", "population", "population_sha256", "strata", "cap", "plans", "reserve")
"""What a draw must give again."""


def differences(manifest: Manifest, caseload: Caseload) -> list[str]:
    """What does not hold of a draw when it is made again from the caseload? None when it re-derives exactly."""
    if manifest["algorithm"] != ALGORITHM:
        return [f"the algorithm is {manifest['algorithm']}, and this version of ehcp-audit draws by {ALGORITHM}"]
    again = draw(caseload, settings_of(manifest))
    said = [
        _differs(name, manifest.get(name), again[name]) for name in COMPARED if manifest.get(name) != again.get(name)
    ]
    return [*said, *_unsound_changes(manifest)]


def settings_of(manifest: Manifest) -> DrawSettings:
    """What a draw was made by."""
    filters = manifest["filters"]
    return DrawSettings(
        n=manifest["n"],
        seed=manifest["seed"],
        frame_date=date.fromisoformat(manifest["frame_date"]),
        stratify=tuple(manifest["stratify"]),
        minimum=manifest["minimum"],
        exclude_audited_within=filters["exclude_audited_within"],
        exclude_status=tuple(filters["exclude_status"]),
        id_column=filters["id"],
        seed_set_by=manifest.get("seed_set_by"),
        cap=Cap(manifest["cap"]["column"], manifest["cap"]["most"]) if manifest.get("cap") else None,
    )


def _differs(name: str, said: Any, found: Any) -> str:
    """One line on what a manifest says and the caseload gives."""
    if name in ("plans", "reserve") and isinstance(said, list):
        gone = [id for id in said if id not in found]
        new = [id for id in found if id not in said]
        if not gone and not new:
            return f"{name}: the same plans in another order"
        return f"{name}: {_listed(gone)} in the manifest alone, {_listed(new)} in the draw made again"
    if name == "strata" and isinstance(said, list):
        keys = {one.get("key"): one for one in said if isinstance(one, dict)}
        again = {one["key"]: one for one in found}
        wrong = [str(key) for key in {**keys, **again} if keys.get(key) != again.get(key)]
        return f"strata: {', '.join(wrong) if wrong else 'their order'} not as the caseload gives"
    return f"{name}: {said} in the manifest, {found} from the caseload"


def _listed(ids: Sequence[Any]) -> str:
    more = f" and {len(ids) - 5} more" if len(ids) > 5 else ""
    return ", ".join(map(str, ids[:5])) + more if ids else "none"


def _unsound_changes(manifest: Manifest) -> list[str]:
    """Replacements that do not follow from the reserve."""
    clean = manifest | {"replacements": []}
    for number, one in enumerate(manifest["replacements"], 1):
        try:
            wanted = replaced(clean, one["out"], one["reason"], when=None)["replacements"][-1]["in"]
        except (AuditError, KeyError, TypeError):
            return [f"replacements: number {number} replaces a plan that could not be replaced so"]
        if wanted != one.get("in"):
            return [f"replacements: number {number} takes {one.get('in')}, and the next of the reserve is {wanted}"]
        clean = clean | {"replacements": [*clean["replacements"], one]}
    return []
