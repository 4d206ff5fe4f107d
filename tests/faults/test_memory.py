"""A run of thousands of plans holds no more memory and no more open files than one of a few (F12)."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ehcp_audit import batch
from ehcp_audit.batch import BatchRequest, folder, run_batch
from ehcp_audit.batch.kept import keep, kept
from ehcp_audit.batch.work import Done

AS_OF = date(2026, 11, 20)
HERE = Path("/proc/self")
MIB = 2**20

pytestmark = pytest.mark.skipif(not (HERE / "statm").exists(), reason="memory and open files are read from /proc")


def held():
    """Memory of this process in MiB, and its open files."""
    return int((HERE / "statm").read_text().split()[1]) * 4096 / MIB, len(list((HERE / "fd").iterdir()))


def many(samples, where, count):
    where.mkdir()
    for number in range(count):
        shutil.copy(samples / "03-key-stage-1-columns.docx", where / f"plan{number:05}.docx")
    return BatchRequest((str(where),), where.parent / "run", "national", AS_OF, jobs=2, scorecards=False)


def watched(request, early, late):
    """What the run held when so many plans were done, and so many."""
    seen = {}

    def progress(done, total):
        if done in (early, late):
            seen[done] = held()

    run_batch(request, progress=progress)
    return seen[early], seen[late]


def test_the_parent_holds_no_more_after_a_thousand_plans_than_after_a_hundred(samples, tmp_path, monkeypatch):
    """Its workers are stood in for by one result that was kept; what the parent does with it is the same."""
    request = many(samples, tmp_path / "plans", 1100)
    one = tmp_path / "one"
    one.mkdir()
    (only,) = many(samples, one / "plans", 1).plans
    results = []
    with monkeypatch.context() as patch:
        patch.setattr(batch, "clear_work", lambda part: (results.append(kept(part, "P01")), folder.clear_work(part)))
        run_batch(replace(request, plans=(only,), output=one / "run"))

    def do_all(tasks, rubric, settings, jobs, done):
        for task in tasks:
            seal = keep(Path(settings.folder), task.reference, results[0])
            done(Done(task.reference, results[0].input, None, outline=results[0].outline, seal=seal))

    monkeypatch.setattr(batch, "do_all", do_all)
    (early, files), (late, more_files) = watched(request, 100, 1100)
    assert late - early < 20, f"{early:.0f} MiB after 100 plans, {late:.0f} after 1,100"
    assert more_files <= files
    assert len((tmp_path / "run" / "results.jsonl").read_bytes().splitlines()) == 1100


@pytest.mark.soak
def test_two_thousand_plans_in_one_batch(samples, tmp_path):
    (early, files), (late, more_files) = watched(many(samples, tmp_path / "plans", 2000), 200, 1900)
    assert late - early < 50, f"{early:.0f} MiB after 200 plans, {late:.0f} after 1,900"
    assert abs(more_files - files) <= 2
