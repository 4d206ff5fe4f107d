"""A rubric that extends another: which of its criteria it keeps, drops and changes, under ids of its own.

    extends: national           # a rubric that ships, or a file beside this one
    keep: [E, F03, F09]         # only these of its criteria: ids, or how they start (all, where `keep` is not there)
    drop: [E04]                 # and none of these
    change:
      - id: E07                 # this criterion of the other rubric
        as: OUT-3               # under this id here
        weight: 3               # and with these keys in place of its own

What the extending rubric does not say (bands, weights of sections, the law's date) it takes from the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ehcp_audit.errors import did_you_mean
from ehcp_audit.rubric.positions import Origin, Path, Positioned

OWN = ("id", "version", "title", "description")
"""What a rubric never takes from the one that it extends."""

KEYS = ("extends", "keep", "drop", "change")
"""What only a rubric that extends another may say."""


def extend(read: Positioned, base: Positioned, base_name: str) -> None:
    """Turn the extending rubric in `read` into the whole rubric that it stands for, its mistakes and places kept."""
    read.mistakes += [
        mistake if mistake.file else type(mistake)(mistake.line, mistake.column, mistake.message, base_name)
        for mistake in base.mistakes
    ]
    data: dict[str, Any] = read.data
    given: Mapping[str, Any] = base.data if isinstance(base.data, dict) else {}
    theirs = given.get("criteria")
    found = {
        str(one["id"]): number
        for number, one in enumerate(theirs if isinstance(theirs, list) else ())
        if isinstance(one, dict) and "id" in one
    }
    kept = _kept(read, found)
    changes = _changes(read, found, kept)
    criteria: list[Any] = []
    moved: dict[Path, Path] = {}
    for id, number in found.items():
        if id not in kept:
            continue
        path: Path = ("criteria", len(criteria))
        read_from, change = changes.get(id, ((), {}))
        criteria.append(_changed(given["criteria"][number], change))
        moved[read_from or ("nowhere", id)] = path
        read.origins[path] = Origin(base_name, base, ("criteria", number))
    own = data.get("criteria")
    moved |= {("criteria", number): ("criteria", len(criteria) + number) for number in range(_length(own))}
    _move(read, moved)
    _renamed(read, changes, kept)
    if isinstance(given.get("words"), dict) and isinstance(data.get("words"), dict):
        data["words"] = {**given["words"], **data["words"]}  # a list that both change is as the extending one says
    for key, value in given.items():
        if key not in data and key not in (*OWN, *KEYS, "criteria"):
            data[key] = value
            read.origins[(key,)] = Origin(base_name, base, (key,))
    data["criteria"] = [*criteria, *(own if isinstance(own, list) else ())]
    for key in KEYS[1:]:
        data.pop(key, None)


def _length(value: Any) -> int:
    return len(value) if isinstance(value, list) else 0


def _names(read: Positioned, key: str) -> list[tuple[Path, str]]:
    """The ids listed under `keep` or `drop`, each with its place."""
    listed = read.data.get(key)
    if listed is not None and not isinstance(listed, list):
        read.note((key,), f"'{key}' must be a list of ids, such as [E07, F03]")
        return []
    return [((key, number), str(one)) for number, one in enumerate(listed or ())]


def _kept(read: Positioned, found: Mapping[str, int]) -> set[str]:
    kept = set(found)
    for key in ("keep", "drop"):
        named: set[str] = set()
        listed = _names(read, key)
        for path, name in listed:
            fits = {id for id in found if id == name} or {id for id in found if id.startswith(name)}
            if not fits:
                read.note(path, f"the rubric that is extended has no criterion '{name}'. {_near(name, found)}")
            named |= fits
        kept = named if key == "keep" and listed else kept - named if key == "drop" else kept
    return kept


def _near(name: str, found: Mapping[str, int]) -> str:
    hint = did_you_mean(name, list(found))
    return hint if hint.startswith("Did") else "'ehcp-audit rules' lists its ids."


def _changes(read: Positioned, found: Mapping[str, int], kept: set[str]) -> dict[str, tuple[Path, dict[str, Any]]]:
    """The entries under `change` by the id that they change, each with its place."""
    listed = read.data.get("change")
    if listed is not None and not isinstance(listed, list):
        read.note(("change",), "'change' must be a list; each entry starts with '- id:'")
    changes: dict[str, tuple[Path, dict[str, Any]]] = {}
    for number, entry in enumerate(listed if isinstance(listed, list) else ()):
        path: Path = ("change", number)
        if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
            read.note(path, "an entry of 'change' needs the 'id' of the criterion that it changes")
            continue
        id = entry["id"]
        if id not in found:
            read.note((*path, "id"), f"the rubric that is extended has no criterion '{id}'. {_near(id, found)}")
        elif id not in kept:
            read.note((*path, "id"), f"criterion '{id}' is left out above, so there is nothing to change")
        elif id in changes:
            read.note((*path, "id"), f"criterion '{id}' is changed twice; write one entry")
        else:
            changes[id] = (path, {key: value for key, value in entry.items() if key != "id"})
    return changes


def _changed(criterion: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """The criterion with the change laid over it; of `guidance`, only what the change says is replaced."""
    merged = {**criterion, **{key: value for key, value in change.items() if key != "as"}}
    if isinstance(change.get("guidance"), dict) and isinstance(criterion.get("guidance"), dict):
        merged["guidance"] = {**criterion["guidance"], **change["guidance"]}
    if "as" in change:
        merged["id"] = change["as"]
    return merged


def _move(read: Positioned, moved: Mapping[Path, Path]) -> None:
    """Give the places of what was moved their new paths."""
    for places in (read.keys, read.values):
        held = {path: place for path, place in places.items() if path[:2] in moved and path[:1] != ("nowhere",)}
        for path in held:
            del places[path]
        for path, place in held.items():
            new = moved[path[:2]]
            if path[0] == "change" and len(path) == 2:
                continue  # what is not in the change stands in the other rubric
            key = ("id",) if path[0] == "change" and path[2:] == ("as",) else path[2:]
            if path[0] == "change" and path[2:] == ("id",):
                continue
            places[(*new, *key)] = place


def _renamed(read: Positioned, changes: Mapping[str, tuple[Path, dict[str, Any]]], kept: set[str]) -> None:
    """Let the lists of ids at the head (`non_negotiables`) name a criterion by its id here or in the other rubric."""
    listed = read.data.get("non_negotiables")
    names = {id: str(change["as"]) for id, (_, change) in changes.items() if "as" in change and id in kept}
    if isinstance(listed, Sequence) and not isinstance(listed, str):
        read.data["non_negotiables"] = [names.get(str(one), one) for one in listed]
