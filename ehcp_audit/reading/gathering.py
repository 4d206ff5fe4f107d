"""Which files do the arguments name? Files, folders and patterns, the same on every system."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ehcp_audit.reading.formats import SUFFIXES

MARKED = {"docx": ".reviewed.docx", "pdf": ".reviewed.pdf"}
"""How the name of a marked copy ends, by the plan's format: `check --marked` writes it, and a folder passes over it."""

_WILD = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files that the arguments name, and what was passed over."""

    files: tuple[Path, ...]  # in path order, each once
    missing: tuple[str, ...] = ()  # arguments that name nothing
    skipped: tuple[tuple[Path, str], ...] = ()  # looked like a plan, and why it was left
    others: int = 0  # files in folders whose suffix is no document's


def gather(arguments: Sequence[str]) -> Gathered:
    """Which files do these files, folders and patterns name?

    From a folder (and all below it) and from a pattern come the files with a document's suffix; a file named
    outright comes whatever its suffix. Lock files of Office, hidden files, empty placeholders and our own marked
    copies of plans that are here too are named in `skipped`. Links to folders are not followed. A name that holds
    wildcard characters and exists is a name.
    """
    files: dict[str, Path] = {}
    skipped: dict[str, tuple[Path, str]] = {}
    missing: list[str] = []
    others: set[str] = set()
    outright: set[str] = set()
    for argument in arguments:
        path = Path(argument)
        if path.is_dir():
            found = _sort_out(_below(path), files, skipped, others)
        elif _exists(path):
            files.setdefault(_key(path), path)
            outright.add(_key(path))
            found = True
        elif _WILD & set(argument):
            found = _sort_out(_matching(argument), files, skipped, others)
        else:
            found = False
        if not found and not path.is_dir():
            missing.append(argument)
    for key in _copies(files) - outright:
        skipped[key] = (files.pop(key), "a marked copy of a plan that is here too; name it outright to read it")
    in_order = sorted(files.values(), key=_order)
    left = sorted((one for key, one in skipped.items() if key not in files), key=lambda one: _order(one[0]))
    return Gathered(tuple(in_order), tuple(missing), tuple(left), len(others - files.keys()))


def _sort_out(
    found: Iterator[Path], files: dict[str, Path], skipped: dict[str, tuple[Path, str]], others: set[str]
) -> bool:
    """Put what a folder or a pattern holds where it belongs; was there anything at all?"""
    any_found = False
    for path in found:
        any_found = True
        if path.suffix.lower() not in SUFFIXES:
            others.add(_key(path))
        elif reason := _why_left(path):
            skipped.setdefault(_key(path), (path, reason))
        else:
            files.setdefault(_key(path), path)
    return any_found


def _why_left(path: Path) -> str:
    """Why a file with a document's suffix is none of the plans; "" when it is one."""
    if path.name.startswith("~$"):
        return "a lock file that Word leaves while a document is open"
    if path.name.startswith("."):
        return "a hidden file"
    try:
        empty = path.stat().st_size == 0
    except OSError:
        return ""  # let the reader say what is wrong with it
    return "an empty file, perhaps a cloud placeholder that has not been downloaded" if empty else ""


def _copies(files: dict[str, Path]) -> set[str]:
    """The keys of the marked copies whose plan is among these files."""
    stems = {path.stem.lower() for path in files.values()}
    found = set()
    for key, path in files.items():
        name = path.name.lower()
        original = next((name.removesuffix(end) for end in MARKED.values() if name.endswith(end)), None)
        if original is not None and stems & {original, original.rpartition(".")[0]}:  # "draft", or "draft.P02"
            found.add(key)
    return found


def _below(folder: Path) -> Iterator[Path]:
    """Every file in a folder and below it; hidden folders are not entered."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            yield Path(root, name)


def _matching(pattern: str) -> Iterator[Path]:
    """The files that a pattern matches; folders that match give what is in them."""
    from glob import glob

    for name in sorted(glob(pattern, recursive=True, include_hidden=False)):  # noqa: PTH207  (the pattern may be absolute)
        path = Path(name)
        if path.is_dir():
            if "**" not in pattern:
                yield from _below(path)
        else:
            yield path


def _exists(path: Path) -> bool:
    """Is something there under this name, even a link to nothing?"""
    try:
        return os.path.lexists(path)
    except (OSError, ValueError):
        return False


def _key(path: Path) -> str:
    """One key for one file, however it was named."""
    try:
        return os.path.normcase(path.resolve())
    except (OSError, RuntimeError, ValueError):
        return os.path.normcase(path.absolute())


def _order(path: Path) -> tuple[tuple[str, ...], str]:
    """Path order that no locale changes: folder by folder, capitals beside small letters."""
    return tuple(part.casefold() for part in path.parts), str(path)
