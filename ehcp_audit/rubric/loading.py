"""From a rubric's name or file to a Rubric, or to every mistake in it at once."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ehcp_audit.errors import AuditError, ManyErrors, did_you_mean
from ehcp_audit.resources import shipped
from ehcp_audit.rubric.mistakes import pydantic_mistakes, sense_mistakes
from ehcp_audit.rubric.positions import Positioned, read_positioned
from ehcp_audit.rubric.schema import Rubric

NOT_RUBRICS = ("law",)
"""YAML files in `rubrics/` that hold something else: the table of legal references."""


def shipped_rubrics() -> tuple[str, ...]:
    """The names of the rubrics that come with ehcp-audit."""
    folder = shipped("rubrics")
    return tuple(sorted(path.stem for path in folder.glob("*.yaml") if path.stem not in NOT_RUBRICS))


def load_rubric(name_or_path: str) -> Rubric:
    """The rubric of a shipped name ("national"), or of a path that ends in .yaml or .yml.

    Raises ManyErrors with one `file:line:column: ...` line for each mistake in the file, AuditError when there is
    no such rubric.
    """
    path = rubric_path(name_or_path)
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise AuditError(f"The rubric {path} cannot be read ({reason}). Check the path and try again.") from None
    return _parsed(content, str(path))


def rubric_path(name_or_path: str) -> Path:
    """Where a rubric's file is. Raises AuditError, with a suggestion, when no rubric has that name."""
    if name_or_path.lower().endswith((".yaml", ".yml")):
        path = Path(name_or_path)
        if not path.is_file():
            near = [str(one) for one in sorted(path.parent.glob("*.y*ml"))] if path.parent.is_dir() else []
            hint = f" {did_you_mean(str(path), near)}" if near else ""
            raise AuditError(f"There is no rubric file {path}.{hint}")
        return path
    names = shipped_rubrics()
    if name_or_path not in names:
        raise AuditError(
            f"There is no rubric called '{name_or_path}'. {did_you_mean(name_or_path, names)} "
            "For a rubric of your own, give the path of its .yaml file."
        )
    return shipped("rubrics") / f"{name_or_path}.yaml"


@lru_cache(maxsize=16)
def _parsed(content: bytes, name: str) -> Rubric:
    read = read_positioned(content)
    rubric = _validated(read, hashlib.sha256(content).hexdigest())
    if read.mistakes or rubric is None:
        raise ManyErrors([mistake.under(name) for mistake in sorted(set(read.mistakes))])
    return rubric


def _validated(read: Positioned, sha256: str) -> Rubric | None:
    if not isinstance(read.data, dict):
        if not read.mistakes:
            read.note((), "the file holds no rubric; it starts with keys such as 'id:' and 'criteria:'")
        return None
    _spell_out(read)
    sense_mistakes(read)
    try:
        return Rubric.model_validate({**read.data, "sha256": sha256})
    except ValidationError as error:
        pydantic_mistakes(error, read)
        return None


def _spell_out(read: Positioned) -> None:
    """Write `check:` and `options:` as a list of one under `checks:`, keeping their places."""
    if "sha256" in read.data:
        read.note(("sha256",), "unknown key 'sha256'; it is worked out from the file", key=True)
    criteria: Any = read.data.get("criteria")
    for places in (read.keys, read.values):
        for old in [old for old in places if len(old) > 2 and old[0] == "criteria" and old[2] in ("check", "options")]:
            places[(*old[:2], "checks", 0, *old[2:])] = places[old]
    for number, criterion in enumerate(criteria if isinstance(criteria, list) else ()):
        if not isinstance(criterion, dict) or not ({"check", "options"} & criterion.keys()):
            continue
        path = ("criteria", number)
        if "checks" in criterion:
            read.note((*path, "checks"), "write either 'check' or 'checks', not both", key=True)
            criterion.pop("check", None)
            criterion.pop("options", None)
            continue
        use = {key: criterion.pop(key) for key in ("check", "options") if key in criterion}
        read.values[(*path, "checks", 0)] = read.place((*path, next(iter(use))), key=True)
        criterion["checks"] = [use]
