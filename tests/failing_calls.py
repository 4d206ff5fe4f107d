"""The n-th call to the disc fails: for the loops that try every n until nothing is left to fail (F1)."""

from __future__ import annotations

import errno
import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ehcp_audit import saving

CALLS = ("open", "fsync", "replace", "rename", "unlink", "mkdir", "rmdir", "scandir", "listdir")

FULL = OSError(errno.ENOSPC, "No space left on device")
BROKEN = OSError(errno.EIO, "Input/output error")
DENIED = PermissionError(errno.EACCES, "Permission denied")
INTERRUPTED = KeyboardInterrupt()


@contextmanager
def failing(
    monkeypatch: pytest.MonkeyPatch, under: Path, number: int, error: BaseException
) -> Iterator[Callable[[], bool]]:
    """Inside the block the call of this number, of all calls to the disc about a folder, raises; was it reached?"""
    calls = itertools.count(1)

    def wrap(real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            of_ours = isinstance(args[0], int) or Path(os.fsdecode(args[0])).is_relative_to(under)  # type: ignore[arg-type]
            if of_ours and next(calls) == number:
                raise error
            return real(*args, **kwargs)

        return call

    with monkeypatch.context() as patched:
        patched.setattr(saving, "_PAUSE", 0)
        for name in CALLS:
            patched.setattr(os, name, wrap(getattr(os, name)))
        yield lambda: next(calls) > number
