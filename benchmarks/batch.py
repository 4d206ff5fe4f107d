"""What a second worker is worth: serial CPU beside two workers' wall-clock time, after start."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Ratio, Share, busy, python, timed_process
from benchmarks.sample import files

WORKERS = 2
SPARE = (os.cpu_count() or 1) + 0.3
"""Processors, and a little: two workers need two that nothing else uses, for wall-clock time to mean anything."""


def measure(plans: Path, runs: int) -> Iterator[Ratio | Share]:
    """`batch --no-scorecards` over all Word plans with one worker and with two; start is measured on two plans."""
    many = files(plans, ".docx")
    work = plans.parent / "batch"
    work.mkdir(exist_ok=True)
    few = many[:WORKERS]
    runs = min(runs, 3)
    load = busy()
    serial = min(_run(many, work / "serial", 1)[0] for _ in range(runs)) - min(
        _run(few, work / "few", 1)[0] for _ in range(runs)
    )
    wall = min(_run(many, work / "double", WORKERS)[1] for _ in range(runs)) - min(
        _run(few, work / "few", WORKERS)[1] for _ in range(runs)
    )
    rate = (len(many) - len(few)) / wall
    load = max(load, busy())
    void = f"void: other work kept {load:.1f} processors busy" if load > SPARE - WORKERS else None
    what = f"{len(many)} plans, {WORKERS} workers, after start: {rate:.1f}/s"
    yield Share(what, serial, WORKERS * wall, goal=0.85, void=void)
    same = (work / "serial" / "results.jsonl").read_bytes() == (work / "double" / "results.jsonl").read_bytes()
    yield Share("  parity: the same results.jsonl", int(same), 1, goal=1.0)
    shutil.rmtree(work)


def _run(paths: list[Path], run: Path, workers: int) -> tuple[float, float]:
    """CPU and wall-clock seconds of one batch."""
    options = ("--no-scorecards", "--jobs", str(workers), "--as-of", "2026-11-20", "--force", "-q")
    return timed_process(
        python("-m", "ehcp_audit", "batch", *map(str, paths), "-o", str(run), *options), allowed=(0, 3)
    )
