"""Nothing in the package reaches for the network: every process of a whole batch is watched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

RECORDER = """
import os, sys
_log = os.open(os.environ["OFFLINE_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
os.write(_log, f"start {os.getpid()} {' '.join(sys.orig_argv)[:2000]!r}\\n".encode())
def _record(event, arguments):
    if event.startswith("socket.") and event != "socket.__new__" or event == "urllib.Request":
        os.write(_log, f"event {os.getpid()} {event}\\n".encode())
sys.addaudithook(_record)
"""


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An interpreter that records every network event, in itself and in every process it starts, isolated or not."""
    folder = tmp_path_factory.mktemp("watched") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True, timeout=120)
    scheme = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", "venv", vars=scheme))
    (packages / "offline_recorder.py").write_text(RECORDER, encoding="utf-8")
    own = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib"), str(ROOT)]
    lines = ["import offline_recorder", *dict.fromkeys(own)]
    (packages / "watched.pth").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Path(sysconfig.get_path("scripts", "venv", vars=scheme)) / Path(sys.executable).name


def recorded(python: Path, log: Path, *arguments: str) -> tuple[int, list[str], str]:
    done = subprocess.run(
        [str(python), *arguments],
        cwd=log.parent,
        env={**os.environ, "OFFLINE_LOG": str(log)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return done.returncode, log.read_text(encoding="utf-8").splitlines(), done.stderr


def test_the_recorder_would_notice(watched, tmp_path):
    """A look-up in a process that a process started is on the record: the test below can fail."""
    inner = "import socket\ntry: socket.getaddrinfo('localhost', 1)\nexcept OSError: pass"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-I', '-c', {inner!r}])"
    _, lines, _ = recorded(watched, tmp_path / "log", "-c", outer)
    assert sum(line.startswith("start") for line in lines) == 2
    assert any("socket.getaddrinfo" in line for line in lines)


def test_no_process_of_a_whole_batch_reaches_for_the_network(watched, tmp_path, samples):
    plans = tmp_path / "plans"
    plans.mkdir()
    words = sorted(samples.glob("*.docx"))
    for path in [*words[:3], *(path.with_suffix(".pdf") for path in words[-3:])]:
        shutil.copy(path, plans)
    code, lines, said = recorded(
        watched, tmp_path / "log", "-m", "ehcp_audit", "batch", str(plans), "-o", "run", "--jobs", "2"
    )
    assert code in (0, 3), said
    assert (tmp_path / "run" / "report.html").is_file()
    assert len((tmp_path / "run" / "results.jsonl").read_text(encoding="utf-8").splitlines()) == 6
    starts = [line for line in lines if line.startswith("start")]
    assert sum("spawn_main" in line for line in starts) >= 2, "both workers were watched"
    assert sum("ehcp_audit.reading.child" in line for line in starts) >= 2, "both readers were watched"
    assert [line for line in lines if line.startswith("event")] == []


@pytest.mark.parametrize("use", ["getaddrinfo('localhost', 80)", "create_connection(('127.0.0.1', 9))"])
def test_the_guard_refuses_the_network(use):
    code = (
        "from ehcp_audit import offline; import socket; offline.guard(); offline.guard()\n"
        f"try: socket.{use}\n"
        "except Exception as error: print(type(error).__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "NetworkRefused", done.stderr


def test_the_guard_is_set_before_a_command_does_anything(process):
    done = process("doctor")
    assert "network guard" in done.out
    assert "a name look-up was refused" in done.out
