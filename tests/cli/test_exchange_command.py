"""`exchange`: key, export, import, then moderate."""

from __future__ import annotations

import judged_runs
import pytest

from ehcp_audit.judgements import Kept, keep
from ehcp_audit.model import Judgement


@pytest.fixture
def runs(tmp_path):
    folders = []
    for name, rater, grade in (("north", "AB", "met"), ("south", "CD", "partly met")):
        folder = judged_runs.national_run(tmp_path / name)
        keep(folder, Kept((Judgement("P01", "E07", rater, "first", True, grade),)))
        folders.append(folder)
    return folders


def test_a_shared_set_is_moderated_without_exchanging_plans(cli, runs, tmp_path):
    north, south = runs
    key = tmp_path / "round.key"
    assert cli("exchange", "key", "-o", key).code == 0
    assert key.stat().st_mode & 0o077 == 0
    assert cli("exchange", "key", "-o", key).code == 2, "a key is never overwritten"
    file = tmp_path / "north.jsonl"
    names = ("--key", key, "--purpose", "moderation-2026Q4")
    done = cli("exchange", "export", north, *names, "--authority", "NOR", "-o", file)
    assert done.code == 0
    assert "personal data" in done.err
    assert key.read_text().strip() not in file.read_text() + done.out + done.err
    assert "is sound: 1 grades from NOR" in cli("exchange", "import", file).out
    done = cli("exchange", "import", file, "--run", south, *names)
    assert "1 grades on 1 plans from NOR" in done.out
    assert "P01 E07 (1 grade apart" in cli("moderate", south).out
    assert cli("exchange", "import", file, "--run", south, *names).code == 2
    assert cli("exchange", "export", north, *names, "--authority", "NOR", "--figures").code == 0


def test_what_is_missing_is_said(cli, runs, tmp_path):
    north, _ = runs
    bad = tmp_path / "bad.key"
    bad.write_text("abc", encoding="ascii")
    for key in (bad, tmp_path / "none.key"):
        done = cli("exchange", "export", north, "--key", key, "--purpose", "x1", "--authority", "NOR")
        assert done.code == 2
        assert "exchange key" in done.err
    assert cli("exchange", "import", tmp_path / "none.jsonl").code == 2
