"""What a person sees in a terminal of 80 columns: tmux is asked what stands on its screen."""

import os
import shlex
import subprocess
import sys

import pytest

COLUMNS = 80
ASKED = {
    "check": ("check", "{plans}/10-year-10-banner-rows.docx", "--as-of", "2026-11-20"),
    "a file that is not there": ("check", "{plans}/a-name-that-no-plan-has.docx", "--as-of", "2026-11-20"),
    "extract": ("extract", "{plans}/10-year-10-banner-rows.docx", "--section", "I"),
    "wording": ("wording", "Asha will be able to ask for help in lessons when she is stuck, as required."),
    "explain": ("explain", "E07"),
    "rules": ("rules", "--section", "E"),
    "doctor": ("doctor",),
    "batch": ("batch", "{plans}/08-year-8-headings.docx", "{plans}/none.docx", "-o", "run", "--no-scorecards"),
}


@pytest.fixture
def terminal(needs, root, tmp_path):
    """Run ehcp-audit in a terminal of 80 columns: gives what stands there, as lines and with wrapped lines joined."""
    tmux = needs("tmux")

    def run(*arguments):
        command = shlex.join([sys.executable, "-m", "ehcp_audit", *arguments])
        inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
        environment = {**inherited, "PYTHONPATH": str(root), "TERM": "xterm-256color"}
        server = [tmux, "-L", f"ehcp-audit-{os.getpid()}-{tmp_path.name[-24:]}", "-f", os.devnull]
        keep = f"{command}; {shlex.join([*server, 'wait-for', '-S', 'done'])}; sleep 60"
        options = ["set-option", "-g", "history-limit", "5000", ";"]
        size = ["-x", str(COLUMNS), "-y", "50"]

        def ask(*words):
            return subprocess.run([*server, *words], capture_output=True, check=True, timeout=120, text=True).stdout

        try:
            subprocess.run(
                [*server, *options, "new-session", "-d", *size, "-c", str(tmp_path), keep],
                env=environment,
                check=True,
                timeout=60,
            )
            ask("wait-for", "done")
            return ask("capture-pane", "-p", "-S", "-"), ask("capture-pane", "-p", "-J", "-S", "-")
        finally:
            subprocess.run([*server, "kill-server"], capture_output=True, check=False, timeout=60)

    return run


@pytest.mark.parametrize("what", ASKED)
def test_no_line_is_broken_by_the_edge(terminal, root, what):
    seen, joined = terminal(*(word.format(plans=root / "sample_plans") for word in ASKED[what]))
    lines = [line.rstrip() for line in seen.rstrip().split("\n")]
    whole = [line.rstrip() for line in joined.rstrip().split("\n")]
    broken = [line for line in whole if line not in lines and " " in line.strip()]  # a path alone may be longer
    assert broken == []
    assert len(lines) > 1
    assert all(len(line) <= COLUMNS for line in lines)
    assert "━" not in seen, "the progress bar is gone when it has done its work"


def test_a_batch_ends_in_a_summary_of_under_25_lines(terminal, root):
    words = [word.format(plans=root / "sample_plans") for word in ASKED["batch"]]
    seen, _ = terminal(*words)
    lines = seen.rstrip().split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith("Dip sample of"))
    assert len(lines) - start < 25
    assert any(line.startswith("Open next") for line in lines)
