"""The n-th call to the disc fails, for every n: the old is intact or the new is whole, and the next run ends well."""

import contextlib
import errno
import itertools
import os

import pytest

from ehcp_audit import saving
from ehcp_audit.errors import AuditError
from ehcp_audit.saving import new_folder, save

CALLS = ("open", "fsync", "replace", "rename", "unlink", "mkdir", "rmdir", "scandir", "listdir")


def build(target):
    with new_folder(target, force=True, resume=True) as part:
        save(part / "results.jsonl", b"new results", force=True)
        save(part / "run.json", b"new manifest", force=True)


def contents(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def fail_at(monkeypatch, number, error):
    """Make the call of this number, of all calls to the disc, raise."""
    counter = itertools.count(1)

    def wrap(real):
        def call(*args, **kwargs):
            if next(counter) == number:
                raise error
            return real(*args, **kwargs)

        return call

    for name in CALLS:
        monkeypatch.setattr(os, name, wrap(getattr(os, name)))
    return counter


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EIO, "Input/output error"),
        PermissionError(errno.EACCES, "Permission denied"),
        KeyboardInterrupt(),
    ],
    ids=["full", "broken", "denied", "interrupted"],
)
def test_whichever_call_fails_nothing_is_lost_and_the_next_run_ends_well(tmp_path, monkeypatch, error):
    monkeypatch.setattr(saving, "_PAUSE", 0)
    old, new = (
        {"results.jsonl": b"old results", "run.json": b"old manifest"},
        {"results.jsonl": b"new results", "run.json": b"new manifest"},
    )
    for number in itertools.count(1):
        target = tmp_path / f"case{number}" / "run"
        target.mkdir(parents=True)
        for name, data in old.items():
            (target / name).write_bytes(data)
        with monkeypatch.context() as patched:
            counter = fail_at(patched, number, error)
            with contextlib.suppress(AuditError, KeyboardInterrupt):
                build(target)
            reached = next(counter) > number
        aside = target.with_name(f"{saving.TEMPORARY}run.old")
        there = target if target.exists() else aside
        assert contents(there) in (old, new), f"call {number}"
        build(target)
        assert contents(target) == new, f"call {number}"
        assert [path.name for path in target.parent.iterdir()] == ["run"], f"call {number}"
        if not reached:
            break
    assert number > 15
