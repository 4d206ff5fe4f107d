"""Workers that die, and what becomes of the plans they had."""

import os
from datetime import date
from pathlib import Path

import pytest

from ehcp_audit.batch import pool
from ehcp_audit.batch.pool import default_jobs, do_all
from ehcp_audit.batch.work import Done, Settings, Task
from ehcp_audit.errors import AuditError
from ehcp_audit.reading import Terms


def begin(rubric, settings):
    """A worker that needs no reader."""


def deadly(task):
    """Stands for `work`: the plan P03 kills whoever takes it, the others are done."""
    if task.reference == "P03":
        os._exit(139)
    return Done(task.reference, None, None)


def once_deadly(task):
    """Kills its worker the first time only."""
    mark = Path(task.path)
    if task.reference == "P03" and not mark.exists():
        mark.touch()
        os._exit(139)
    return Done(task.reference, None, None)


def always_deadly(task):
    os._exit(139)


def failing(task):
    raise AuditError("the disc is full")


@pytest.fixture
def run(monkeypatch, tmp_path):
    def call(work, count=8, jobs=2):
        monkeypatch.setattr(pool, "start", begin)
        monkeypatch.setattr(pool, "work", work)
        tasks = [Task(f"P{number:02}", str(tmp_path / "mark")) for number in range(1, count + 1)]
        done = {}
        do_all(
            tasks,
            None,
            Settings(str(tmp_path), date(2026, 1, 1), Terms(), scorecards=False),
            jobs,
            lambda one: done.__setitem__(one.reference, one),
        )
        return done

    return call


def test_the_plan_that_kills_its_worker_is_refused_and_the_others_are_done(run):
    done = run(deadly)
    assert len(done) == 8
    assert {one.reference: one.unreadable.kind for one in done.values() if one.unreadable} == {"P03": "crashed"}


def test_a_worker_that_dies_once_costs_no_plan(run):
    done = run(once_deadly)
    assert len(done) == 8
    assert not any(one.unreadable for one in done.values())


def test_workers_that_never_live_end_the_batch(run):
    with pytest.raises(AuditError, match="doctor"):
        run(always_deadly)


def test_what_ends_one_worker_with_a_sentence_ends_the_batch_with_it(run):
    with pytest.raises(AuditError, match="the disc is full"):
        run(failing, count=3)


def test_nothing_to_do_starts_no_worker(run):
    assert run(deadly, count=0) == {}


def test_workers_are_asked_to_use_one_thread_each_and_the_environment_is_put_back(run):
    before = dict(os.environ)
    run(deadly, count=1)
    assert dict(os.environ) == before


def test_four_workers_at_most_unless_more_are_asked_for():
    assert 1 <= default_jobs() <= 4
