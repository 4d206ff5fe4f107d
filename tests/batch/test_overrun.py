"""A plan of which the sections are not found in time, or which is not audited in time: it alone is refused."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from multiprocessing import active_children

import pytest

from ehcp_audit import audit, plan
from ehcp_audit.batch import BatchRequest, pool, run_batch
from ehcp_audit.batch.work import start
from ehcp_audit.reading import Terms
from ehcp_audit.resources import shipped

AS_OF = date(2026, 11, 20)
SLOW = "05-year-4-first-person.docx"  # between the others in path order
OTHERS = ("03-key-stage-1-columns.docx", "11-year-11-areas.docx")
BUILT, AUDITED = "Finding the sections of this plan", "Auditing this plan"
SECONDS = 3.0  # a worker's first audit is done in a quarter of that


def hopeless():
    re.match(r"(?:a+)+$", "a" * 60 + "b")


def slow_build(document, **named):
    if any("Teodor" in one.text for one in document.stretches):
        hopeless()
    return build_plan(document, **named)


def slow_thread(read):
    if "Teodor" in read.text:
        hopeless()
    return thread(read)


build_plan, thread = plan.build_plan, audit._thread


def start_slow_to_build(rubric, settings):
    """A worker with little time for what follows reading, that comes to no end with one plan."""
    start(rubric, settings)
    Terms.work_seconds = SECONDS
    plan.build_plan = slow_build


def start_slow_to_audit(rubric, settings):
    start(rubric, settings)
    Terms.work_seconds = SECONDS
    audit._thread = slow_thread


def batch(folder, output, jobs):
    return run_batch(BatchRequest((str(folder),), output, "national", AS_OF, jobs=jobs))


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plans")
    for name in (SLOW, *OTHERS):
        shutil.copy(shipped("sample_plans") / name, folder)
    return folder


@pytest.fixture(scope="module")
def undisturbed(plans, tmp_path_factory):
    """The lines of results.jsonl of the same plans, where nothing is slow."""
    run = tmp_path_factory.mktemp("undisturbed") / "run"
    batch(plans, run, 1)
    return (run / "results.jsonl").read_bytes().splitlines()


@pytest.mark.parametrize(
    ("jobs", "begin", "stage"), [(1, start_slow_to_audit, AUDITED), (2, start_slow_to_build, BUILT)]
)
def test_it_is_refused_and_the_others_are_as_ever(plans, undisturbed, tmp_path, monkeypatch, jobs, begin, stage):
    monkeypatch.setattr(pool, "start", begin)
    result = batch(plans, tmp_path / "run", jobs)
    (refused,) = result.run.unreadable
    assert (refused.reference, refused.kind) == ("P02", "timed_out")
    assert refused.reason.startswith(f"{stage} took longer than 3 seconds and was stopped.")
    assert "Teodor" not in refused.reason
    assert result.faults == ()
    lines = (tmp_path / "run" / "results.jsonl").read_bytes().splitlines()
    assert lines == [undisturbed[0], undisturbed[2]]
    (said,) = [json.loads(one) for one in (tmp_path / "run" / "unreadable.jsonl").read_text().splitlines()]
    assert said["kind"] == "timed_out"
    assert sorted(one.name for one in (tmp_path / "run" / "scorecards").iterdir()) == ["P01.xlsx", "P03.xlsx"]
    assert not list(tmp_path.glob("*.part"))
    assert active_children() == []
