"""From a rubric's name or file to a Rubric, or to every mistake in it at once."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ehcp_audit.errors import AuditError, ManyErrors, did_you_mean
from ehcp_audit.resources import shipped
from ehcp_audit.rubric.extending import KEYS, extend
from ehcp_audit.rubric.mistakes import pydantic_mistakes, sense_mistakes
from ehcp_audit.rubric.positions import Mistake, Positioned, read_positioned
from ehcp_audit.rubric.schema import Rubric

NOT_RUBRICS = ("law",)
"""YAML files in `rubrics/` that hold something else: the table of legal references."""


_EXTENDS = re.compile(rb"^extends:[ \t]*([^#\r\n]+)", re.M)
_MOST = 5

Chain = tuple[tuple[str, bytes], ...]


def shipped_rubrics() -> tuple[str, ...]:
    """The names of the rubrics that come with ehcp-audit."""
    folder = shipped("rubrics")
    return tuple(sorted(path.stem for path in folder.glob("*.yaml") if path.stem not in NOT_RUBRICS))


def load_rubric(name_or_path: str) -> Rubric:
    """The rubric of a shipped name ("national"), or of a path that ends in .yaml or .yml.

    Raises ManyErrors with one `file:line:column: ...` line for each mistake in the file, AuditError when there is
    no such rubric.
    """
    return _parsed(_chain(rubric_path(name_or_path)))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise AuditError(f"The rubric {path} cannot be read ({reason}). Check the path and try again.") from None


def _chain(path: Path) -> Chain:
    """The rubric's file, then the one that it extends, and so on: each with its name and its bytes."""
    chain: list[tuple[str, bytes]] = []
    seen: list[Path] = []
    while True:
        content = _content(path)
        chain.append((str(path), content))
        seen.append(path.resolve())
        match = _EXTENDS.search(content)
        if match is None:
            return tuple(chain)
        name = match.group(1).decode("utf-8", "replace").strip().strip("'\"")
        line = content.count(b"\n", 0, match.start(1)) + 1
        at = f"{path}:{line}:{match.start(1) - match.start() + 1}"
        if name.lower().endswith((".yaml", ".yml")):
            name = str(path.parent / name)
        try:
            path = rubric_path(name)
        except AuditError as error:
            raise ManyErrors([f"{at}: {error}"]) from None
        if path.resolve() in seen or len(chain) >= _MOST:
            raise ManyErrors([f"{at}: a rubric cannot extend itself, and at most {_MOST} may stand on one another"])


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
def _parsed(chain: Chain) -> Rubric:
    read = _whole(chain)
    rubric = _validated(read, _fingerprint(chain))
    if read.mistakes or rubric is None:
        raise ManyErrors([one.under(chain[0][0]) for one in sorted(set(read.mistakes), key=_in_order)])
    return rubric


def _in_order(one: Mistake) -> tuple[bool, str, int, int, str]:
    """The rubric's own mistakes first, from its top down; then those of the rubrics that it extends."""
    return one.file != "", one.file, one.line, one.column, one.message


def _fingerprint(chain: Chain) -> str:
    """SHA-256 of the file's bytes; of a rubric that extends another, of its bytes and then the other's fingerprint."""
    content = chain[0][1]
    if len(chain) > 1:
        content += f"\nextends {_fingerprint(chain[1:])}\n".encode()
    return hashlib.sha256(content).hexdigest()


def _whole(chain: Chain) -> Positioned:
    """The first rubric of the chain with all that it takes from the others, and the mistakes in any of them."""
    read = read_positioned(chain[0][1])
    if not isinstance(read.data, dict):
        return read
    _spell_out(read)
    if len(chain) > 1:
        extend(read, _whole(chain[1:]), chain[1][0])
        return read
    for key in [key for key in KEYS[1:] if key in read.data]:
        read.note((key,), f"'{key}' is for a rubric that extends another; say 'extends: national' too", key=True)
        del read.data[key]
    return read


def _validated(read: Positioned, sha256: str) -> Rubric | None:
    if not isinstance(read.data, dict):
        if not read.mistakes:
            read.note((), "the file holds no rubric; it starts with keys such as 'id:' and 'criteria:'")
        return None
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
    for listed in ("criteria", "change"):
        _spell_out_list(read, listed)


def _spell_out_list(read: Positioned, name: str) -> None:
    criteria: Any = read.data.get(name)
    for places in (read.keys, read.values):
        for old in [old for old in places if len(old) > 2 and old[0] == name and old[2] in ("check", "options")]:
            places[(*old[:2], "checks", 0, *old[2:])] = places[old]
    for number, criterion in enumerate(criteria if isinstance(criteria, list) else ()):
        if not isinstance(criterion, dict) or not ({"check", "options"} & criterion.keys()):
            continue
        path = (name, number)
        if "checks" in criterion:
            read.note((*path, "checks"), "write either 'check' or 'checks', not both", key=True)
            criterion.pop("check", None)
            criterion.pop("options", None)
            continue
        use = {key: criterion.pop(key) for key in ("check", "options") if key in criterion}
        read.values[(*path, "checks", 0)] = read.place((*path, next(iter(use))), key=True)
        criterion["checks"] = [use]
