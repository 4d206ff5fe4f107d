"""The n-th call to the disc fails while a whole run is written: what was there stays, the next run ends well (F1)."""

from __future__ import annotations

import errno
import itertools
import os
import shutil
from dataclasses import replace
from datetime import date

import pytest

from ehcp_audit import batch, saving
from ehcp_audit.batch import BatchRequest, run_batch
from ehcp_audit.batch.work import WORK, Done
from ehcp_audit.errors import AuditError
from ehcp_audit.runs import files_of

CALLS = ("open", "fsync", "replace", "rename", "unlink", "mkdir", "rmdir")


@pytest.fixture(scope="module")
def asked(tmp_path_factory, samples):
    folder = tmp_path_factory.mktemp("plans")
    for path in sorted(samples.glob("0[34]*.docx")):
        shutil.copy(path, folder)
    return BatchRequest(
        (str(folder),), folder.parent / "none", "national", date(2026, 11, 20), jobs=1, scorecards=False
    )


@pytest.fixture(scope="module")
def whole(asked, tmp_path_factory):
    """The undisturbed run, and what its workers kept on the way."""
    folder = tmp_path_factory.mktemp("whole")
    kept = folder / "kept"
    real = shutil.rmtree

    def remember(path, **more):
        if str(path).endswith(WORK):
            shutil.copytree(path, kept)
        real(path, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch.shutil, "rmtree", remember)
        run = run_batch(replace(asked, output=folder / "run")).run
    return folder / "run", kept, run.inputs


def quick(kept, inputs):
    """Workers that have their results already: the writing is what is tried here."""

    def do_all(tasks, rubric, settings, jobs, done):
        for task in tasks:
            shutil.copy(kept / f"{task.reference}.json", os.path.join(settings.folder, WORK))  # noqa: PTH118
            done(Done(task.reference, inputs[task.reference], None))

    return do_all


def fail_at(monkeypatch, number, error):
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


def tried(asked, whole, tmp_path, monkeypatch, error, numbers):
    monkeypatch.setattr(saving, "_PAUSE", 0)
    folder, kept, inputs = whole
    monkeypatch.setattr(batch, "do_all", quick(kept, inputs))
    for number in numbers:
        target = tmp_path / str(number) / "run"
        target.parent.mkdir()
        with monkeypatch.context() as patched:
            counter = fail_at(patched, number, error)
            try:
                run_batch(replace(asked, output=target))
            except (AuditError, KeyboardInterrupt) as ended:
                assert "Traceback" not in str(ended)  # noqa: PT017
            reached = next(counter) > number
        if target.exists():
            assert files_of(target) == files_of(folder), f"call {number}: there, but not whole"
        run_batch(replace(asked, output=target, resume=True))
        assert files_of(target) == files_of(folder), f"call {number}"
        assert [path.name for path in target.parent.iterdir()] == ["run"], f"call {number}"
        shutil.rmtree(target.parent)
        if not reached:
            return number
    return None


@pytest.mark.parametrize(
    ("error", "first"),
    [(OSError(errno.ENOSPC, "No space left on device"), 2), (KeyboardInterrupt(), 7)],
    ids=["full", "interrupted"],
)
def test_some_calls_fail(asked, whole, tmp_path, monkeypatch, error, first):
    tried(asked, whole, tmp_path, monkeypatch, error, range(first, 60, 11))


@pytest.mark.soak
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), OSError(errno.EIO, "broken"), KeyboardInterrupt()])
def test_every_call_fails_in_turn(asked, whole, tmp_path, monkeypatch, error):
    assert tried(asked, whole, tmp_path, monkeypatch, error, itertools.count(1))
