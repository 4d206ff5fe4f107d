"""CPU time of our own work and of whole processes, and the rows that are printed."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("typer", "spacy", "pypdfium2", "pdfplumber", "lxml", "openpyxl")
ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "",
}


@dataclass(frozen=True, slots=True)
class Ratio:
    """What ours costs against a floor, in CPU seconds; `goal` is the ratio that is aimed at."""

    what: str
    ours: float
    floor: float
    against: str
    goal: float | None = None

    def __str__(self) -> str:
        ratio = self.ours / self.floor if self.floor else float("inf")
        figure = f"{ratio:8.3f}x" if ratio < 0.5 else f"{ratio:8.2f}x"
        goal = "" if self.goal is None else f"  goal <= {self.goal:g}x  {'ok' if ratio <= self.goal else 'NOT MET'}"
        return (
            f"{self.what:<44} {self.ours * 1000:9.1f} ms  against {self.against:<40} {self.floor * 1000:9.1f} ms"
            f"  {figure}{goal}"
        )


@dataclass(frozen=True, slots=True)
class Share:
    """A parity row, or another share: how many of how many, and the share that is aimed at.

    `void` says why the figure means nothing, where it does: it is printed, and is neither ok nor missed.
    """

    what: str
    part: float
    whole: float
    goal: float | None = None
    void: str | None = None

    def __str__(self) -> str:
        share = self.part / self.whole if self.whole else 0.0
        verdict = self.void or ("ok" if share >= (self.goal or 0) else "NOT MET")
        goal = f"  {self.void or ''}" if self.goal is None else f"  goal >= {self.goal:.1%}  {verdict}"
        figures = (
            f"{self.part:g} of {self.whole:g}"
            if float(self.part).is_integer()
            else f"{self.part:.2f} of {self.whole:.2f}"
        )
        return f"{self.what:<44} {figures:>24}  {share:8.1%}{goal}".rstrip()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that is compared with nothing here; `void` says why it means nothing, where it does."""

    what: str
    value: float
    unit: str
    void: str | None = None

    def __str__(self) -> str:
        return f"{self.what:<44} {f'{self.value:,.1f} {self.unit}':>24}  {self.void or ''}".rstrip()


@dataclass(frozen=True, slots=True)
class Watched:
    """What a command and all its processes took; the peak memory in MiB of each kind of process, where it is known."""

    cpu: float
    wall: float
    peaks: dict[str, float]


def host() -> str:
    """The machine and the versions that figures belong to."""
    from ehcp_audit import __version__

    cpu = platform.processor() or platform.machine()
    names = Path("/proc/cpuinfo")
    if names.is_file():
        cpu = next((line.split(":")[1].strip() for line in names.read_text().splitlines() if "model name" in line), cpu)
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"ehcp-audit {__version__}, Python {platform.python_version()}, {packages}\n"
        f"{platform.system()} {platform.machine()}, {cpu}, {os.cpu_count()} processors{_load()}"
    )


def _load() -> str:
    """How busy the machine is: wall-clock figures (batch) mean nothing on a busy one."""
    return f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""


def busy(seconds: float = 1.0) -> float:
    """How many processors other work keeps busy just now, measured over some seconds while we do nothing.

    From the kernel's own count where there is one (the load average still holds our last run), else that average.
    """
    counts = Path("/proc/stat")
    if not counts.is_file():
        return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    before = _jiffies(counts)
    time.sleep(seconds)
    after = _jiffies(counts)
    idle, whole = after[0] - before[0], after[1] - before[1]
    return (os.cpu_count() or 1) * (1 - idle / whole) if whole else 0.0


def _jiffies(counts: Path) -> tuple[int, int]:
    """Idle time and all time of all processors so far."""
    times = [int(one) for one in counts.read_text().split("\n", 1)[0].split()[1:9]]
    return times[3] + times[4], sum(times)


def cpu_of_process(command: Sequence[str], runs: int, *, allowed: Sequence[int] = (0,)) -> float:
    """The least CPU time of a command over several runs, with all the processes that it started and waited for."""
    return min(_one_process(command, allowed)[0] for _ in range(runs))


def python(*arguments: str) -> list[str]:
    """A command line for this interpreter."""
    return [sys.executable, *arguments]


def watched_process(command: Sequence[str], *, allowed: Sequence[int] = (0,)) -> Watched:
    """One run of a command, with the most memory that its parent, its workers and their readers held."""
    before, start, peaks = _children(), time.perf_counter(), dict[str, float]()
    with tempfile.TemporaryFile() as said:
        running = subprocess.Popen(command, stdout=said, stderr=said, env={**os.environ, **ENVIRONMENT})
        while running.poll() is None:
            _note_peaks(running.pid, peaks)
            time.sleep(0.25)
        said.seek(0)
        _check(command, running.returncode, allowed, said.read())
    return Watched(_children() - before, time.perf_counter() - start, peaks)


def _note_peaks(root: int, peaks: dict[str, float]) -> None:
    """Take down the peak memory of a process, of those that it started (workers), and of theirs (readers)."""
    roles = {root: "parent"}
    for _ in range(3):
        for path in Path("/proc").glob("[0-9]*/status"):
            try:
                fields = dict(line.split(":\t", 1) for line in path.read_text().splitlines() if ":\t" in line)
                parent, mib = int(fields["PPid"]), int(fields["VmHWM"].split()[0]) / 1024
            except (OSError, KeyError, ValueError):  # it has ended, or it is the system's own
                continue
            pid = int(path.parent.name)
            if pid not in roles and parent in roles:
                roles[pid] = {"parent": "worker", "worker": "reader"}.get(roles[parent], "other")
            if pid in roles:
                peaks[roles[pid]] = max(mib, peaks.get(roles[pid], 0.0))


def cpu_of_work(work: Callable[[], object], runs: int) -> float:
    """The least CPU time of some work in this process, after one run to warm up."""
    work()
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _one_process(command: Sequence[str], allowed: Sequence[int]) -> tuple[float, float]:
    before, start = _children(), time.perf_counter()
    done = subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, **ENVIRONMENT}, check=False
    )
    wall, cpu = time.perf_counter() - start, _children() - before
    _check(command, done.returncode, allowed, done.stderr)
    return cpu, wall


def _check(command: Sequence[str], code: int, allowed: Sequence[int], said: bytes) -> None:
    if code not in allowed:
        raise SystemExit(f"{' '.join(command)} ended with {code}: {said.decode(errors='replace')[-500:]}")


def _children() -> float:
    """CPU seconds of the processes that were started from here and have ended, and of theirs."""
    try:
        import resource
    except ImportError:  # Windows: coarser, and only what we started ourselves
        times = os.times()
        return times.children_user + times.children_system
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
