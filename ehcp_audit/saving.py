"""A file or a folder appears whole or not at all.

A file is written beside its final name under a random one, flushed to the disc and renamed. A folder is built as
`NAME.part` and renamed when everything in it is there. Temporary files are the owner's only, and never hold a name
taken from what is saved.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ehcp_audit.errors import AuditError, why

TEMPORARY = ".ehcp-audit-"
"""How the names of our temporary files begin, so that the next run can sweep those of a killed one."""

LOCK = TEMPORARY + "lock"
"""The file inside `NAME.part` that the process building it holds locked."""

_TRIES = 10
_PAUSE = 0.2


def save(path: Path, data: bytes | Iterable[bytes], *, force: bool = False, lasting: bool = True) -> None:
    """Write a file so that it is there whole or not at all, as `new_file` does. `data` may come piece by piece."""
    with new_file(path, force=force, lasting=lasting) as file:
        file.writelines((data,) if isinstance(data, bytes) else data)


@contextmanager
def new_file(path: Path, *, force: bool = False, lasting: bool = True) -> Iterator[BinaryIO]:
    """A file to write to; it takes its name when the block ends without an error, else nothing is left of it.

    Without `force` a file that exists is left alone. `lasting=False` spares the flush to the disc, for what can be
    made again and is checked before it is used. Raises AuditError with what to do: the file exists, the folder
    is missing or may not be written, the disc is full, or another program holds the file open.
    """
    if not force and os.path.lexists(path):
        raise AuditError(f"{path} exists already; name another output or say --force to replace it")
    temporary = path.parent / f"{TEMPORARY}{secrets.token_hex(8)}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(temporary, flags, 0o600), "wb") as file:
            yield file
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        _replace(temporary, path)
        if lasting:
            _flush_folder(path.parent)
    except OSError as error:
        raise AuditError(f"{path} could not be written: {_why(error)}") from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


@contextmanager
def new_folder(path: Path, *, force: bool = False, resume: bool = False, whole: str = "run.json") -> Iterator[Path]:
    """Build a folder as `NAME.part`; it takes its name when the block ends without an error.

    An existing folder is refused without `force`, and even with it unless it is empty or one that we made: it holds
    the file `whole`. With `resume` what a process that is gone left in `NAME.part` is kept, else it is cleared away;
    while another process is at work there, AuditError. When the block fails, `NAME.part` stays for a resume.
    """
    refuse_output(path, force=force, whole=whole)
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if part.is_symlink() or (part.exists() and not part.is_dir()):
            raise AuditError(f"{part} is in the way: it is no folder of ours; move it or name another output")
        part.mkdir(mode=0o700, exist_ok=True)
        lock = _lock(part)
    except OSError as error:
        raise AuditError(f"{path} could not be made: {_why(error)}; name a folder that you may write to") from error
    try:
        if _recover(path):
            _refuse_after_all(part, path, force, whole)
        try:
            clear(part, keep_results=resume)
        except OSError as error:
            raise AuditError(f"{part} could not be cleared: {_why(error)}; take it away and run again") from error
        yield part
        _flush_folder(part)
        _take_name(part, path, lock)
    except OSError as error:
        raise AuditError(f"{path} could not be written: {_why(error)}; what was made is in {part}") from error
    finally:
        _unlock(lock)


def refuse_output(path: Path, *, force: bool = False, whole: str = "run.json") -> None:
    """Raise AuditError when a folder of this name may not be made here, before any work is done."""
    try:
        if os.path.lexists(path):
            if not force:
                raise AuditError(f"{path} exists already; name another folder or say --force to replace it")
            _refuse_to_replace(path, whole)
    except OSError as error:
        raise AuditError(f"{path} could not be looked into: {_why(error)}; name another folder") from error
    parent = path.parent
    while not parent.exists() and parent != parent.parent:
        parent = parent.parent
    if not parent.is_dir():
        raise AuditError(f"{path} could not be made: {parent} is not a folder; name another output")
    if not os.access(parent, os.W_OK | os.X_OK):
        raise AuditError(f"{path} could not be made: you may not write in {parent}; name another folder")


def _refuse_after_all(part: Path, path: Path, force: bool, whole: str) -> None:
    """Refuse an output that was there all along, and leave no folder behind for it."""
    try:
        refuse_output(path, force=force, whole=whole)
    except AuditError:
        if [one.name for one in part.iterdir()] == [LOCK]:
            (part / LOCK).unlink()
            part.rmdir()
        raise


def clear(folder: Path, *, keep_results: bool) -> None:
    """Sweep a `.part` folder: of our temporary files alone, or of everything but the lock."""
    for entry in sorted(folder.iterdir()):
        if entry.name == LOCK:
            continue
        if entry.is_dir() and not entry.is_symlink():
            if keep_results:
                clear(entry, keep_results=True)
            else:
                shutil.rmtree(entry)
        elif not keep_results or entry.name.startswith(TEMPORARY):
            entry.unlink()


def _replace(source: Path, target: Path) -> None:
    """Rename over the target, with patience: on Windows Excel or a virus scanner may hold it for a moment."""
    for remaining in reversed(range(_TRIES)):
        try:
            source.replace(target)
            return
        except PermissionError:
            if not remaining or target.is_dir():
                raise
            time.sleep(_PAUSE)


def _flush_folder(folder: Path) -> None:
    """Make a rename last through a power cut, where the file system knows how; network drives often do not."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _refuse_to_replace(path: Path, whole: str) -> None:
    if path.is_symlink() or not path.is_dir():
        raise AuditError(f"{path} is not a folder of ours, so --force does not replace it; name another output")
    if any(path.iterdir()) and not (path / whole).is_file():
        raise AuditError(f"{path} holds no {whole}, so --force does not replace it; name another folder")
    if any((path / "judgements").glob("*")):
        raise AuditError(f"{path} holds people's judgements, so --force does not replace it; move it or name another")


def _take_name(part: Path, path: Path, lock: int) -> None:
    """Give the finished folder its name; what stood there under --force goes only then.

    The lock goes with the folder and is let go of last: till then no other run may take the folder for its own.
    """
    aside = _aside(path)
    if sys.platform == "win32":
        _unlock(lock)  # there a folder with an open file keeps its name
    try:
        if path.exists():
            _replace(path, aside)
        _replace(part, path)
        with contextlib.suppress(OSError):  # it is empty and hidden, and part of no run
            (path / LOCK).unlink()
        _flush_folder(path.parent)
    except OSError as error:
        if aside.exists() and not path.exists():
            aside.replace(path)
        raise AuditError(f"{path} could not take its name: {_why(error)}; what was made is in {part}") from error
    if aside.exists():
        shutil.rmtree(aside, ignore_errors=True)


def _aside(path: Path) -> Path:
    return path.with_name(f"{TEMPORARY}{path.name}.old")


def _recover(path: Path) -> bool:
    """Undo what a kill left in the middle of a replacement: the old folder back, or its remains away. Is it back?

    Only whoever holds the lock may: between its two renames another run looks just the same.
    """
    aside = _aside(path)
    if not aside.is_dir() or aside.is_symlink():
        return False
    if os.path.lexists(path):
        shutil.rmtree(aside, ignore_errors=True)
        return False
    aside.replace(path)
    return True


def _lock(folder: Path) -> int:
    """Hold the folder for this process. The system lets go when the process ends, however it ends."""
    descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        os.close(descriptor)
        raise AuditError(f"{folder} is being written by another run; wait for it, or name another output") from None
    except OSError:
        pass  # a network drive without locks: one run at a time is then the users' own care
    if not _is_file_there(descriptor, folder / LOCK):  # whoever held it has finished, and the folder has its name
        os.close(descriptor)
        raise AuditError(f"{folder} is being written by another run; wait for it, or name another output")
    return descriptor


def _is_file_there(descriptor: int, path: Path) -> bool:
    """Is this open file the one of that name, still?"""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False


def _unlock(descriptor: int) -> None:
    with contextlib.suppress(OSError):
        os.close(descriptor)


def _why(error: OSError) -> str:
    """The system's own words for what went wrong, without the name of any temporary file."""
    if isinstance(error, PermissionError):
        return "access is denied; it may be open in another program, or you may not write there"
    return why(error)
