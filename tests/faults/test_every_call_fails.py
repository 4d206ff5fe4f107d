"""The n-th call to the disc fails while a whole run is written: what was there stays, the next run ends well (F1)."""

from __future__ import annotations

import itertools
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ehcp_audit import batch
from ehcp_audit.batch import BatchRequest, folder, run_batch
from ehcp_audit.batch.kept import WORK, kept, kept_file
from ehcp_audit.batch.work import Done
from ehcp_audit.errors import AuditError
from ehcp_audit.runs import files_of
from tests.failing_calls import BROKEN, FULL, INTERRUPTED, failing


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
    """The undisturbed run, and the RUN.part in which its workers kept their results."""
    made = tmp_path_factory.mktemp("whole")
    real = folder.clear_work

    def remember(part):
        shutil.copytree(part / WORK, made / "kept" / WORK)
        real(part)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch, "clear_work", remember)
        run_batch(replace(asked, output=made / "run"))
    return made / "run", made / "kept"


def quick(before):
    """Workers that have their results already: the writing is what is tried here."""

    def do_all(tasks, rubric, settings, jobs, done):
        for task in tasks:
            result = kept(before, task.reference)
            source, target = (kept_file(one, task.reference) for one in (before, Path(settings.folder)))
            shutil.copy(source, target)
            seal = source.read_text().partition("\n")[0]
            done(Done(task.reference, result.input, None, outline=result.outline, seal=seal))

    return do_all


def tried(asked, whole, tmp_path, monkeypatch, error, numbers):
    undisturbed, before = whole
    monkeypatch.setattr(batch, "do_all", quick(before))
    for number in numbers:
        target = tmp_path / str(number) / "run"
        target.parent.mkdir()
        with failing(monkeypatch, target.parent, number, error) as was_reached:
            try:
                run_batch(replace(asked, output=target))
            except (AuditError, KeyboardInterrupt) as ended:
                assert "Traceback" not in str(ended)  # noqa: PT017
            reached = was_reached()
        if target.exists():
            assert files_of(target) == files_of(undisturbed), f"call {number}: there, but not whole"
        run_batch(replace(asked, output=target, resume=True))
        assert files_of(target) == files_of(undisturbed), f"call {number}"
        assert [path.name for path in target.parent.iterdir()] == ["run"], f"call {number}"
        shutil.rmtree(target.parent)
        if not reached:
            return number
    return None


@pytest.mark.parametrize(
    ("error", "first"),
    [(FULL, 2), (INTERRUPTED, 7)],
    ids=["full", "interrupted"],
)
def test_some_calls_fail(asked, whole, tmp_path, monkeypatch, error, first):
    tried(asked, whole, tmp_path, monkeypatch, error, range(first, 60, 11))


@pytest.mark.soak
@pytest.mark.parametrize("error", [FULL, BROKEN, INTERRUPTED])
def test_every_call_fails_in_turn(asked, whole, tmp_path, monkeypatch, error):
    assert tried(asked, whole, tmp_path, monkeypatch, error, itertools.count(1))
