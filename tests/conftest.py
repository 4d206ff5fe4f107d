"""What all tests share: settings of their own, the command here or in a fresh process, tools that may be missing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile("house", derandomize=True, deadline=None, database=None)
settings.load_profile("house")


@dataclass(frozen=True)
class Ended:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


# Whoever starts the tests in the background may have had SIGINT ignored, and what is ignored is inherited: the
# programs that the tests interrupt would never hear of it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _settings_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test sees the settings of whoever runs it."""
    for name in list(os.environ):
        if name.startswith("EHCP_AUDIT_") or name in ("NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING"):
            monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of sample plans."""
    return ROOT / "sample_plans"


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[..., Ended]]:
    """Run a command in this process: `cli("rules", "--section", "F")`."""
    from ehcp_audit.cli import screen
    from ehcp_audit.cli.entry import run
    from ehcp_audit.cli.settings import name_file

    def command(*arguments: object) -> Ended:
        capsys.readouterr()
        code = run([str(one) for one in arguments])
        said = capsys.readouterr()
        return Ended(code, said.out, said.err)

    yield command
    screen.settings.__init__()
    name_file(None)


@pytest.fixture(scope="session")
def process() -> Callable[..., Ended]:
    """Run a command in a process of its own, as a user does: `process("rules", cwd=folder)`."""

    def command(
        *arguments: object, cwd: Path | None = None, env: dict[str, str] | None = None, stdin: str = ""
    ) -> Ended:
        done = subprocess.run(
            [sys.executable, "-m", "ehcp_audit", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
            input=stdin.encode(),
            capture_output=True,
            check=False,
            timeout=300,
        )
        return Ended(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    return command


@pytest.fixture(scope="session")
def needs() -> Callable[..., str]:
    """The path of a tool that a test uses; where it is missing the test is skipped, and with CI=true it fails."""

    def tool(*names: str) -> str:
        for name in names:
            if found := shutil.which(name):
                return found
        said = f"{' or '.join(names)} is not installed"
        if os.environ.get("CI", "").lower() in ("1", "true", "yes"):
            pytest.fail(f"{said}; .ci/run installs what tests use")
        pytest.skip(said)

    return tool


@pytest.fixture(scope="session")
def office(needs: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Path]:
    """A file as LibreOffice saves it in another kind, or in its own again: `office(path, "pdf")`."""
    program = needs("soffice", "libreoffice")
    profile = tmp_path_factory.mktemp("office").as_uri()

    def convert(path: Path, to: str) -> Path:
        out = path.parent / "office"
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", to]
        subprocess.run([*command, "--outdir", str(out), str(path)], check=True, capture_output=True, timeout=300)
        return out / f"{path.stem}.{to.partition(':')[0]}"

    return convert
