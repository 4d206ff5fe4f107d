"""One worker: whatever its plan does, the answer is a result or one kind of unreadable."""

import json
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from ehcp_audit import audit, plan
from ehcp_audit.batch import work
from ehcp_audit.batch.kept import kept, kept_file
from ehcp_audit.batch.work import Settings, Task, Worker, input_sha256, still_holds
from ehcp_audit.errors import AuditError, UnreadableError
from ehcp_audit.model import Document
from ehcp_audit.reading import Terms
from tests import made_runs

RUBRIC = SimpleNamespace(sha256="ab" * 32, plan_type="ehcp", titles=(), criteria=())


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "run.part" / ".work").mkdir(parents=True)
    return tmp_path / "run.part"


@pytest.fixture
def task(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"the plan")
    return Task("P01", str(tmp_path / "a.docx"))


def settings_of(folder):
    return Settings(str(folder), date(2026, 11, 20), Terms(), scorecards=False)


def worker_of(folder, monkeypatch, read=None, judge=None):
    monkeypatch.setattr(plan, "build_plan", lambda document, **named: document)
    monkeypatch.setattr(audit, "audit_plan", judge or (lambda *args, **named: made_runs.scorecard()))
    reader = SimpleNamespace(read=read or (lambda path: Document("docx", 1, ())))
    return Worker(RUBRIC, settings_of(folder), reader)


def fails(error):
    def call(*args, **named):
        raise error

    return call


def test_a_result_is_kept_whole_with_what_it_was_made_from(folder, task, monkeypatch):
    done = worker_of(folder, monkeypatch).do(task)
    assert (done.reference, done.unreadable, done.input) == ("P01", None, input_sha256(folder.parent / "a.docx"))
    assert json.loads(kept(folder, task.reference).body)["schema"] == "ehcp-audit/scorecard/1"
    assert still_holds(folder, task, RUBRIC, settings_of(folder)) == done


def test_a_refused_file_is_kept_with_its_kind_and_without_its_name(folder, task, monkeypatch):
    done = worker_of(folder, monkeypatch, read=fails(UnreadableError("no_text", "It is a picture."))).do(task)
    assert (done.unreadable.kind, done.unreadable.file) == ("no_text", task.path)
    assert "a.docx" not in kept_file(folder, task.reference).read_text()
    assert still_holds(folder, task, RUBRIC, settings_of(folder)) == done


@pytest.mark.parametrize("kind", ["crashed", "timed_out", "out_of_memory"])
def test_what_the_machine_may_have_caused_is_tried_again_on_resume(folder, task, monkeypatch, kind):
    worker_of(folder, monkeypatch, read=fails(UnreadableError(kind, "It failed."))).do(task)
    assert kept(folder, task.reference) is not None
    assert still_holds(folder, task, RUBRIC, settings_of(folder)) is None


@pytest.mark.parametrize("error", [ValueError("Aisha"), RecursionError(), MemoryError(), KeyError("x")])
def test_a_fault_of_ours_in_one_plan_is_that_plans_alone(folder, task, monkeypatch, error):
    done = worker_of(folder, monkeypatch, judge=fails(error)).do(task)
    assert done.unreadable.kind == "crashed"
    assert "Aisha" not in kept_file(folder, task.reference).read_text()
    assert type(error).__name__ not in done.unreadable.reason
    assert done.fault.startswith(type(error).__name__)
    assert "work.py" in done.fault
    assert "Aisha" not in done.fault


def test_a_file_that_changes_while_it_is_read_is_refused(folder, task, monkeypatch):
    def read(path):
        path.write_bytes(b"another version")
        return Document("docx", 1, ())

    assert worker_of(folder, monkeypatch, read=read).do(task).unreadable.kind == "not_readable"


def test_a_locked_plan_is_tried_again_where_there_are_passwords_now(folder, task, monkeypatch):
    worker_of(folder, monkeypatch, read=fails(UnreadableError("encrypted", "It is locked."))).do(task)
    settings = settings_of(folder)
    assert still_holds(folder, task, RUBRIC, settings) is not None
    with_passwords = replace(settings, terms=Terms(passwords=("opensesame",)))
    assert still_holds(folder, task, RUBRIC, with_passwords) is None
    assert "opensesame" not in repr(with_passwords)
    worker_of(folder, monkeypatch).do(task)
    assert still_holds(folder, task, RUBRIC, with_passwords) is not None


def test_a_file_that_is_refused_because_it_changes_is_not_called_damaged(folder, task, monkeypatch):
    def read(path):
        path.write_bytes(b"half of it")
        raise UnreadableError("damaged", "It is damaged.")

    refused = worker_of(folder, monkeypatch, read=read).do(task).unreadable
    assert (refused.kind, "changed" in refused.reason) == ("not_readable", True)


def test_a_full_disc_ends_the_batch_and_not_the_plan(folder, task, monkeypatch):
    worker = worker_of(folder, monkeypatch)
    (folder / ".work").rmdir()
    with pytest.raises(AuditError, match="could not be written"):
        worker.do(task)


def test_what_was_kept_holds_only_while_everything_it_was_made_from_stands(folder, task, monkeypatch):
    worker_of(folder, monkeypatch).do(task)
    settings = settings_of(folder)
    assert still_holds(folder, task, SimpleNamespace(sha256="cd" * 32, plan_type="ehcp", titles=()), settings) is None
    assert still_holds(folder, Task("P01", task.path, id="K1"), RUBRIC, settings) is None
    later = Settings(str(folder), date(2026, 11, 21), Terms(), scorecards=False)
    assert still_holds(folder, task, RUBRIC, later) is None
    with_workbooks = Settings(str(folder), date(2026, 11, 20), Terms(), scorecards=True)
    assert still_holds(folder, task, RUBRIC, with_workbooks) is None
    without_pictures = Settings(str(folder), date(2026, 11, 20), Terms(ocr="off"), scorecards=False)
    assert still_holds(folder, task, RUBRIC, without_pictures) is None
    another = replace(settings, recogniser="tesseract 9.9")
    assert still_holds(folder, task, RUBRIC, another) is None
    kept_text = kept_file(folder, task.reference).read_text()
    kept_file(folder, task.reference).write_text(kept_text.replace("Sam", "Tom"))
    assert kept(folder, task.reference) is None
    kept_file(folder, task.reference).write_text(kept_text[:200])
    assert still_holds(folder, task, RUBRIC, settings) is None
    kept_file(folder, task.reference).write_text(kept_text)
    assert still_holds(folder, task, RUBRIC, settings) is not None
    (folder.parent / "a.docx").write_bytes(b"edited")
    assert still_holds(folder, task, RUBRIC, settings) is None


def test_a_worker_that_cannot_begin_says_so_in_a_sentence(folder, task, monkeypatch, capfd):
    monkeypatch.setattr(work, "_begin", fails(ModuleNotFoundError("No module named 'spacy'", name="spacy")))
    monkeypatch.setattr(work, "_broken", [])
    work.start(RUBRIC, settings_of(folder))
    with pytest.raises(AuditError, match=r"could not start \(spacy cannot be loaded\).*doctor"):
        work.work(task)
    assert capfd.readouterr() == ("", "")
