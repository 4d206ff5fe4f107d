"""A reader that starts processes of its own and hangs: they end with it, and the next file is read (F5)."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from ehcp_audit.errors import UnreadableError
from ehcp_audit.reading import Reader

FORKING = """
import subprocess, sys, time
from ehcp_audit.reading import child, formats

def read(path, **wishes):
    if path.stem.startswith("hang"):
        tool = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        path.with_suffix(".pid").write_text(str(tool.pid))
        time.sleep(60)
    return formats.read(path, **wishes)

def main():
    child.main(read)
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_what_a_reader_started_ends_with_it(tmp_path, samples, monkeypatch):
    (tmp_path / "forking_reader.py").write_text(FORKING)
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    good = samples / "03-key-stage-1-columns.docx"
    shutil.copy(good, tmp_path / "hang.docx")
    with Reader(seconds=4, served_by="forking_reader") as reader:
        with pytest.raises(UnreadableError) as refused:
            reader.read(tmp_path / "hang.docx")
        assert refused.value.kind == "timed_out"
        assert reader.read(good).stretches
    tool = int((tmp_path / "hang.pid").read_text())
    deadline = time.monotonic() + 5
    while runs(tool) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not runs(tool)


def runs(pid):
    """Does this process run still (one that ended and was not collected does not)?"""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
