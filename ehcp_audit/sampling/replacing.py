"""What becomes of a draw after it was made: plans replaced, picks added, and the manifest read back.

A plan is replaced for two reasons only, by the next ticket of its stratum: that it does not represent the others is
none. Picks for risk or a theme stand apart from the random core and enter no rate.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from ehcp_audit.errors import AuditError, did_you_mean

REASONS = ("out_of_scope", "unobtainable")
PURPOSES = ("risk", "thematic")

Manifest = dict[str, Any]

_KEYS: dict[str, type | tuple[type, ...]] = {
    "algorithm": str,
    "seed": str,
    "frame_date": str,
    "n": int,
    "stratify": list,
    "minimum": int,
    "filters": dict,
    "population": int,
    "population_sha256": str,
    "strata": list,
    "plans": list,
    "reserve": list,
    "replacements": list,
}


def read_manifest(path: Path) -> Manifest:
    """A draw's manifest. Raises AuditError when the file is none, saying what it lacks."""
    try:
        data = json.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise AuditError(f"There is no file {path}; name the manifest that `sample draw -o` wrote.") from None
    except (OSError, ValueError) as error:
        raise AuditError(f"{path} cannot be read as a draw's manifest; name the file of `sample draw -o`.") from error
    if not isinstance(data, dict):
        raise AuditError(f"{path} is no draw's manifest; name the file that `sample draw -o` wrote.")
    wrong = [name for name, kind in _KEYS.items() if not isinstance(data.get(name), kind)]
    if not wrong and not _sound(data):
        wrong = ["strata"]
    if wrong:
        raise AuditError(f"{path} is no whole manifest of a draw: look at {', '.join(wrong)}; draw again.")
    data.setdefault("extras", [])
    return data


def _sound(data: Manifest) -> bool:
    try:
        date.fromisoformat(data["frame_date"])
        return (
            all(isinstance(id, str) for id in [*data["plans"], *data["reserve"]])
            and all(isinstance(one["key"], str) and isinstance(one["reserve"], list) for one in data["strata"])
            and all(isinstance(one["plans"], list) and isinstance(one["population"], int) for one in data["strata"])
            and {"exclude_audited_within", "exclude_status", "id"} <= data["filters"].keys()
            and all(isinstance(one["out"], str) and isinstance(one["in"], str) for one in data["replacements"])
            and all(isinstance(one["plan"], str) for one in data.get("extras", []))
            and _sound_cap(data.get("cap"))
        )
    except (KeyError, TypeError, ValueError):
        return False


def _sound_cap(cap: Any) -> bool:
    return cap is None or (isinstance(cap["column"], str) and isinstance(cap["most"], int))


def core(manifest: Manifest) -> list[str]:
    """The random core as it is to be audited: the plans drawn, less those replaced, with what replaced them."""
    gone = {one["out"] for one in manifest["replacements"]}
    now = [*manifest["plans"], *(one["in"] for one in manifest["replacements"])]
    return [id for id in now if id not in gone]


def extras(manifest: Manifest) -> dict[str, str]:
    """The picks that stand apart from the core: plan -> purpose. A pick that came into the core counts there."""
    there = set(core(manifest))
    return {one["plan"]: one["purpose"] for one in manifest.get("extras", []) if one["plan"] not in there}


def stratum_of(manifest: Manifest, id: str) -> str | None:
    """The key of the stratum that a plan was drawn from, or stands in reserve for."""
    return next((one["key"] for one in manifest["strata"] if id in one["plans"] or id in one["reserve"]), None)


def replaced(manifest: Manifest, id: str, reason: str, *, when: date | None, note: str = "", who: str = "") -> Manifest:
    """The manifest with a plan replaced by the next ticket of its stratum.

    Raises AuditError for another reason than the two, a plan that is not in the sample, an empty reserve.
    """
    if reason not in REASONS:
        raise AuditError(
            f"A plan is replaced because it is {REASONS[0]} or {REASONS[1]}, not '{reason}'."
            f" {did_you_mean(reason, REASONS)}"
        )
    plan = id.strip()
    there = core(manifest)
    if plan not in there:
        known = did_you_mean(plan, there)
        hint = known if known.startswith("Did you") else "Look at the key `plans` of the manifest."
        raise AuditError(f"The sample does not hold a plan '{plan}' that could be replaced. {hint}")
    key = stratum_of(manifest, plan)
    used = {one["in"] for one in manifest["replacements"]}
    stratum = next(one for one in manifest["strata"] if one["key"] == key)
    waiting = [one for one in stratum["reserve"] if one not in used]
    if not waiting:
        raise AuditError(f"The reserve of the stratum '{key}' is used up; report {plan} as not audited.")
    record = {
        "out": plan,
        "reason": reason,
        "note": note,
        "in": waiting[0],
        "stratum": key,
        "who": who,
        "when": when.isoformat() if when is not None else None,
    }
    return manifest | {"replacements": [*manifest["replacements"], record]}


def with_extra(manifest: Manifest, id: str, purpose: str, *, when: date, note: str = "") -> Manifest:
    """The manifest with a plan picked for risk or a theme, apart from the random core."""
    if purpose not in PURPOSES:
        raise AuditError(f"A pick is for {PURPOSES[0]} or {PURPOSES[1]}, not '{purpose}'.")
    plan = id.strip()
    if not plan:
        raise AuditError("Name the plan to add, by its id in the caseload.")
    if plan in core(manifest):
        raise AuditError(f"{plan} is in the random core already, and its findings count there.")
    if plan in extras(manifest):
        raise AuditError(f"{plan} was added already.")
    record = {"plan": plan, "purpose": purpose, "note": note, "when": when.isoformat()}
    return manifest | {"extras": [*manifest.get("extras", []), record]}


def manifest_text(manifest: Manifest) -> str:
    """The manifest as it is kept: indented, for people too."""
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
