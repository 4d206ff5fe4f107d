"""Files and folders appear whole or not at all."""

import errno
import os
import stat
import subprocess
import sys

import pytest

from ehcp_audit import saving
from ehcp_audit.errors import AuditError
from ehcp_audit.saving import new_folder, save


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def test_a_file_is_written_for_its_owner_only_and_nothing_is_left_beside_it(tmp_path):
    save(tmp_path / "out.json", b"{}")
    assert (tmp_path / "out.json").read_bytes() == b"{}"
    assert names(tmp_path) == ["out.json"]
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / "out.json").stat().st_mode) == 0o600


def test_an_existing_file_is_kept_unless_forced(tmp_path):
    target = tmp_path / "out.json"
    save(target, b"old")
    with pytest.raises(AuditError, match="--force"):
        save(target, b"new")
    assert target.read_bytes() == b"old"
    save(target, b"new", force=True)
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("call", ["fsync", "open"])
def test_a_full_disc_leaves_the_old_file_and_no_temporary_one(tmp_path, monkeypatch, call):
    target = tmp_path / "out.json"
    save(target, b"old")

    def full(*args, **kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(AuditError, match="no space left"):
        save(target, b"new", force=True)
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["out.json"]


def test_a_target_held_open_for_a_moment_is_waited_for(tmp_path, monkeypatch):
    target, real, held = tmp_path / "out.json", type(tmp_path).replace, iter([True, True, False])

    def replace(self, other):
        if next(held):
            raise PermissionError(errno.EACCES, "Access is denied")
        return real(self, other)

    monkeypatch.setattr(saving, "_PAUSE", 0)
    monkeypatch.setattr(type(tmp_path), "replace", replace)
    save(target, b"new")
    assert target.read_bytes() == b"new"


def test_a_folder_takes_its_name_only_when_it_is_whole(tmp_path):
    with new_folder(tmp_path / "run") as part:
        (part / "run.json").write_text("{}")
        assert names(tmp_path) == ["run.part"]
    assert names(tmp_path) == ["run"]
    assert names(tmp_path / "run") == ["run.json"]


def fail_in(path, **options):
    with new_folder(path, **options) as part:
        (part / "half").write_text("x")
        raise KeyboardInterrupt


def test_what_fails_stays_apart_and_the_next_run_starts_clean_or_resumes(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        fail_in(tmp_path / "run")
    assert names(tmp_path) == ["run.part"]
    (tmp_path / "run.part" / f"{saving.TEMPORARY}x.tmp").write_text("left by a killed run")
    with new_folder(tmp_path / "run", resume=True) as part:
        assert names(part) == [saving.LOCK, "half"]
        (part / "run.json").write_text("{}")
    with pytest.raises(KeyboardInterrupt):
        fail_in(tmp_path / "run", force=True)
    assert names(tmp_path / "run") == ["half", "run.json"]
    with new_folder(tmp_path / "run", force=True) as part:
        assert names(part) == [saving.LOCK]
        (part / "run.json").write_text("{}")
    assert names(tmp_path) == ["run"]
    assert names(tmp_path / "run") == ["run.json"]


def refuse(path, **options):
    with new_folder(path, **options):
        raise AssertionError("no work may be done")


def test_force_replaces_only_folders_of_ours(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.docx").write_text("years of work")
    with pytest.raises(AuditError, match="--force"):
        refuse(tmp_path / "mine")
    with pytest.raises(AuditError, match="holds no run"):
        refuse(tmp_path / "mine", force=True)
    (tmp_path / "judged" / "judgements").mkdir(parents=True)
    (tmp_path / "judged" / "run.json").write_text("{}")
    (tmp_path / "judged" / "judgements" / "one.jsonl").write_text("{}")
    with pytest.raises(AuditError, match="judgements"):
        refuse(tmp_path / "judged", force=True)


def test_a_second_run_into_the_same_folder_is_refused(tmp_path):
    with new_folder(tmp_path / "run") as part:
        with pytest.raises(AuditError, match="another run"):
            refuse(tmp_path / "run")
        (part / "run.json").write_text("{}")
    assert names(tmp_path / "run") == ["run.json"]


def test_a_kill_in_the_middle_of_a_replacement_brings_the_old_folder_back(tmp_path):
    old = tmp_path / f"{saving.TEMPORARY}run.old"
    old.mkdir()
    (old / "run.json").write_text("{}")
    with pytest.raises(AuditError, match="exists already"):
        refuse(tmp_path / "run")
    assert names(tmp_path) == ["run"]
    old.mkdir()
    with new_folder(tmp_path / "run", force=True) as part:
        (part / "run.json").write_text("{}")
    assert names(tmp_path) == ["run"]


def test_a_target_that_stays_open_elsewhere_is_left_and_said(tmp_path, monkeypatch):
    target = tmp_path / "out.json"
    save(target, b"old")

    def held(self, other):
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(saving, "_PAUSE", 0)
    monkeypatch.setattr(type(tmp_path), "replace", held)
    with pytest.raises(AuditError, match="open in another program"):
        save(target, b"new", force=True)
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["out.json"]


def test_data_may_come_piece_by_piece(tmp_path):
    save(tmp_path / "out.jsonl", (f"{number}\n".encode() for number in range(3)))
    assert (tmp_path / "out.jsonl").read_bytes() == b"0\n1\n2\n"


@pytest.mark.skipif(os.name == "nt", reason="kills with a POSIX signal")
def test_a_killed_process_holds_no_lock(tmp_path):
    code = (
        "import os, signal, sys; from pathlib import Path; from ehcp_audit.saving import new_folder\n"
        "with new_folder(Path(sys.argv[1])) as part:\n"
        "    (part / 'half').write_text('x'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path / "run")], check=False).returncode == -9
    with new_folder(tmp_path / "run", resume=True) as part:
        assert (part / "half").read_text() == "x"


def test_a_folder_that_may_not_be_written_is_refused_at_once(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x")
    with pytest.raises(AuditError, match="not a folder"):
        refuse(tmp_path / "file" / "run")
    monkeypatch.setattr(os, "access", lambda *args, **kwargs: False)
    with pytest.raises(AuditError, match="may not write"):
        refuse(tmp_path / "closed" / "run")


def test_no_other_run_gets_in_while_a_folder_takes_its_name(tmp_path, monkeypatch):
    real = saving._replace
    tried = []

    def replace(source, target):
        if target.name == "run":
            with pytest.raises(AuditError, match="another run"), new_folder(tmp_path / "run", force=True):
                pass
            tried.append(target)
        real(source, target)

    monkeypatch.setattr(saving, "_replace", replace)
    with new_folder(tmp_path / "run", force=True) as part:
        (part / "run.json").write_text("{}")
    assert tried
    assert names(tmp_path / "run") == ["run.json"]
