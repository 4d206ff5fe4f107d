"""An import of judgements that fails at any call to the disc leaves all of its rows or none (F7)."""

from __future__ import annotations

import contextlib
import itertools

import pytest

from ehcp_audit.errors import AuditError
from ehcp_audit.judgements import Kept, keep, read_judgements
from ehcp_audit.model import Judgement
from tests.failing_calls import BROKEN, DENIED, FULL, INTERRUPTED, failing


def judged(*plans):
    return Kept(tuple(Judgement(plan, "E07", "AB", "first", True, "met") for plan in plans))


@pytest.mark.parametrize("error", [FULL, BROKEN, DENIED, INTERRUPTED], ids=["full", "broken", "denied", "interrupted"])
def test_an_import_goes_in_whole_or_not_at_all(tmp_path, monkeypatch, error):
    before, came = judged("P01", "P02"), judged("P03", "P04", "P05")
    for number in itertools.count(1):
        folder = tmp_path / str(number)
        folder.mkdir()
        keep(folder, before)
        with failing(monkeypatch, folder, number, error) as was_reached:
            with contextlib.suppress(AuditError, KeyboardInterrupt, OSError):
                keep(folder, came)
            reached = was_reached()
        rows = read_judgements(folder).judgements
        assert rows in (before.judgements, before.judgements + came.judgements), f"call {number}"
        if rows == before.judgements:
            keep(folder, came)
        assert read_judgements(folder).judgements == before.judgements + came.judgements
        assert not [path for path in (folder / "judgements").iterdir() if path.suffix != ".jsonl"], f"call {number}"
        if not reached:
            break
    assert number > 5
