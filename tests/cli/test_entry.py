"""How a command starts and ends: exit codes, one sentence, never a traceback."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from ehcp_audit import __version__
from ehcp_audit.cli import entry, rules, screen
from ehcp_audit.cli.entry import hoist_shared_options
from ehcp_audit.errors import AuditError, ManyErrors

WORDS = "Aisha Example throws chairs"


def test_version_is_printed_and_nothing_else(cli):
    done = cli("--version")
    assert (done.code, done.out, done.err) == (0, f"ehcp-audit {__version__}\n", "")


def test_without_a_command_the_help_is_shown_and_nothing_was_done(cli):
    done = cli()
    assert done.code == 2
    assert "check" in done.out


@pytest.mark.parametrize(
    "command", ["check", "batch", "extract", "wording", "explain", "rules", "schema", "config", "doctor"]
)
def test_every_command_has_help(cli, command):
    done = cli(command, "--help")
    assert done.code == 0
    assert f"ehcp-audit {command}" in done.out


@pytest.mark.parametrize(
    ("arguments", "suggestion"),
    [
        (["chek"], "'check'"),
        (["check", "x.docx", "--formt", "json"], "'--format'"),
        (["check", "x.docx", "--format", "jsn"], "'json'"),
        (["check", "x.docx", "--fail-on", "shoud"], "'should'"),
        (["explain", "E7"], "'E07'"),
        (["explain", "placement"], "'ehcp-audit rules'"),
        (["schema", "scorecards"], "'scorecard'"),
        (["rules", "--rubric", "nationl"], "'national'"),
    ],
)
def test_an_unknown_name_gets_a_suggestion(cli, arguments, suggestion):
    done = cli(*arguments)
    assert done.code == 2
    assert suggestion in done.err
    assert done.out == ""


def test_a_missing_option_is_named(cli):
    done = cli("batch", "plans")
    assert done.code == 2
    assert "-o" in done.err


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (AuditError("The rubric is missing. Name another."), 2, "The rubric is missing. Name another.\n"),
        (ManyErrors(["a.yaml:1:1: one", "a.yaml:2:1: two"]), 2, "a.yaml:1:1: one\na.yaml:2:1: two\n"),
        (KeyboardInterrupt(), 130, "Interrupted.\n"),
    ],
)
def test_each_end_has_its_code_and_sentence(cli, monkeypatch, raised, code, said):
    def fail(_name):
        raise raised

    monkeypatch.setattr("ehcp_audit.rubric.load_rubric", fail)
    done = cli("rules")
    assert (done.code, done.err) == (code, said)


def test_a_crash_is_2_and_one_line_without_its_text(cli, monkeypatch):
    """An exception's text may hold a plan's words: its type and the stage are all that is said."""

    def fail(_name):
        raise ValueError(WORDS)

    monkeypatch.setattr("ehcp_audit.rubric.load_rubric", fail)
    done = cli("rules")
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert "ValueError" in done.err
    assert "rules" in done.err
    assert WORDS not in done.err + done.out


def test_debug_shows_the_traceback(cli, monkeypatch):
    def fail(_name):
        raise ValueError("invented")

    monkeypatch.setattr("ehcp_audit.rubric.load_rubric", fail)
    done = cli("rules", "--debug")
    assert done.code == 2
    assert "Traceback" in done.err


def test_a_reader_that_leaves_early_hears_nothing(monkeypatch):
    """`ehcp-audit schema result | head -1` ends quietly."""
    command = [sys.executable, "-m", "ehcp_audit", "schema", "result"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.read(1)
        process.stdout.close()
        said = process.stderr.read()
    assert said == b""
    assert process.returncode == 0


def test_shared_options_stand_anywhere():
    assert hoist_shared_options(["check", "a.docx", "-q", "--color", "never", "--config=x.yml"]) == [
        "--quiet",
        "--color",
        "never",
        "--config=x.yml",
        "check",
        "a.docx",
    ]


def test_after_two_dashes_everything_is_a_name():
    assert hoist_shared_options(["check", "--", "-q"]) == ["check", "--", "-q"]


def test_quiet_and_verbose_contradict_each_other(cli):
    done = cli("rules", "-q", "-v")
    assert done.code == 2
    assert "-q and -v" in done.err


def test_quiet_leaves_only_the_result(cli):
    assert cli("rules", "-q").err == ""
    assert cli("rules").err != ""


@pytest.mark.parametrize("text", ["a\x1b[31mb", "a\x9bb", "a\u202eb", "a\x07b", "a\u2028b"])
def test_nothing_in_a_name_can_steer_a_terminal(text):
    shown = screen.name_of(text)
    assert shown.isprintable()
    assert shown.startswith("a\\")
    assert shown.endswith("b")


def test_a_name_with_accents_and_spaces_stays_as_it_is():
    assert screen.name_of("Zoë's draft (2).docx") == "Zoë's draft (2).docx"


def test_a_piped_stream_speaks_utf8_and_never_fails(monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", stream)
    screen.prepare_streams()
    assert stream.encoding == "utf-8"
    print("\u2713 met")


def test_a_chosen_encoding_stays_and_loses_no_command(process):
    done = process("rules", env={"PYTHONIOENCODING": "cp1252"})
    assert done.code == 0
    done = process(
        "wording", "\u2713 By July 2027 \u4e2d Sam will read.", "--format", "jsonl", env={"PYTHONIOENCODING": "cp1252"}
    )
    assert done.code == 0
    assert done.out.isascii()


def test_json_for_a_narrow_pipe_is_still_json(monkeypatch, capsys):
    import json

    monkeypatch.setattr(screen, "speaks_utf8", lambda: False)
    screen.show_json({"words": 'a \u2713 "quoted" \U0001f600 \\ back'})
    assert json.loads(capsys.readouterr().out) == {"words": 'a \u2713 "quoted" \U0001f600 \\ back'}


@pytest.mark.parametrize(
    ("color", "no_color", "wanted"), [("always", "1", True), ("never", "", False), (None, "1", False), (None, "", None)]
)
def test_colour_is_as_it_was_asked_for(monkeypatch, color, no_color, wanted):
    monkeypatch.setattr(screen.settings, "color", color)
    if no_color:
        monkeypatch.setenv("NO_COLOR", no_color)
    assert screen.colour_wanted() is wanted


def test_an_interrupt_in_a_process_is_130(samples, tmp_path):
    """Ctrl-C while plans are read: one word, exit code 130, no folder that looks whole."""
    import signal
    import time

    if os.name == "nt":
        pytest.skip("signals differ")
    command = [sys.executable, "-m", "ehcp_audit", "batch", str(samples), "-o", str(tmp_path / "run"), "--jobs", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        for _ in range(200):
            if (tmp_path / "run.part").is_dir():
                break
            time.sleep(0.05)
        time.sleep(0.3)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130, said.decode()
    assert b"Traceback" not in said
    assert not (tmp_path / "run").exists()


def test_the_functions_of_commands_are_short():
    """A command reads options, calls one function and shows one result."""
    import inspect

    from ehcp_audit.cli import batch, check, extract, wording

    for function in (batch.batch, check.check, extract.extract, wording.wording, rules.rules, rules.explain, entry.run):
        body = inspect.getsource(function).split('"""')[-1]
        assert len(body.splitlines()) <= 32, function.__name__


def test_a_group_without_a_command_shows_its_help(cli):
    done = cli("rubric")
    assert done.code == 2
    assert "check" in done.out
    assert done.err == ""
