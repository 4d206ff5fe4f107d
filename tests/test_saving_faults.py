"""The n-th call to the disc fails, for every n: the old is intact or the new is whole, and the next run ends well."""

import contextlib
import itertools

import pytest

from ehcp_audit import saving
from ehcp_audit.errors import AuditError
from ehcp_audit.saving import new_folder, save
from tests.failing_calls import BROKEN, DENIED, FULL, INTERRUPTED, failing


def build(target):
    with new_folder(target, force=True, resume=True) as part:
        save(part / "results.jsonl", b"new results", force=True)
        save(part / "run.json", b"new manifest", force=True)


def contents(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.name != saving.LOCK}


@pytest.mark.parametrize("error", [FULL, BROKEN, DENIED, INTERRUPTED], ids=["full", "broken", "denied", "interrupted"])
def test_whichever_call_fails_nothing_is_lost_and_the_next_run_ends_well(tmp_path, monkeypatch, error):
    old, new = (
        {"results.jsonl": b"old results", "run.json": b"old manifest"},
        {"results.jsonl": b"new results", "run.json": b"new manifest"},
    )
    for number in itertools.count(1):
        target = tmp_path / f"case{number}" / "run"
        target.mkdir(parents=True)
        for name, data in old.items():
            (target / name).write_bytes(data)
        with failing(monkeypatch, target.parent, number, error) as was_reached:
            with contextlib.suppress(AuditError, KeyboardInterrupt):
                build(target)
            reached = was_reached()
        aside = target.with_name(f"{saving.TEMPORARY}run.old")
        there = target if target.exists() else aside
        assert contents(there) in (old, new), f"call {number}"
        build(target)
        assert contents(target) == new, f"call {number}"
        assert [path.name for path in target.parent.iterdir()] == ["run"], f"call {number}"
        if not reached:
            break
    assert number > 15
