"""What a second worker is worth, how many plans a second that is, and how much memory each process takes."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.measuring import Figure, Ratio, Share, Watched, busy, python, watched_process
from benchmarks.sample import files

WORKERS = 2
MANY = 1000
"""From so many plans on, a run is made once, and the serial cost of a plan is measured on the first of them."""
FIRST = 200
SPARE = (os.cpu_count() or 1) + 0.3
"""Processors, and a little: two workers need two that nothing else uses, for wall-clock time to mean anything."""


def measure(plans: Path, runs: int) -> Iterator[Ratio | Share | Figure]:
    """`batch --no-scorecards` over all Word plans with one worker and with two; start is measured on two plans."""
    every = files(plans, ".docx")
    work = plans.parent / "batch"
    work.mkdir(exist_ok=True)
    few, part = every[:WORKERS], every if len(every) < MANY else every[:FIRST]
    runs = 1 if len(every) >= MANY else min(runs, 3)
    load = busy()
    alone = min(_run(part, work / "serial", 1).cpu for _ in range(runs)) - _start(few, work, 1, runs).cpu
    serial = alone * (len(every) - len(few)) / (len(part) - len(few))
    begun = _start(few, work, WORKERS, runs)
    double = min((_run(every, work / "double", WORKERS) for _ in range(runs)), key=lambda one: one.wall)
    wall = double.wall - begun.wall
    load = max(load, busy())
    void = f"void: other work kept {load:.1f} processors busy" if load > SPARE - WORKERS else None
    yield Share(f"{len(every)} plans, {WORKERS} workers, after start", serial, WORKERS * wall, goal=0.85, void=void)
    yield Figure("  plans a second, after start", (len(every) - len(few)) / wall, "/s", void)
    yield Figure("  the whole run, wall clock", double.wall, "s", void)
    yield Figure("  CPU time of a plan, all processes", 1000 * (double.cpu - begun.cpu) / (len(every) - len(few)), "ms")
    for role, mib in double.peaks.items():
        yield Figure(f"  peak memory, {role}", mib, "MiB")
    if len(part) == len(every):
        same = (work / "serial" / "results.jsonl").read_bytes() == (work / "double" / "results.jsonl").read_bytes()
        yield Share("  parity: the same results.jsonl", int(same), 1, goal=1.0)
    else:
        yield Share("  parity: the first lines of results.jsonl", *_equal_lines(work), goal=1.0)
    shutil.rmtree(work)


def _start(few: list[Path], work: Path, workers: int, runs: int) -> Watched:
    return min((_run(few, work / "few", workers) for _ in range(runs)), key=lambda one: one.wall)


def _run(paths: list[Path], run: Path, workers: int) -> Watched:
    """One batch; the plans are named in a folder of links, since ten thousand names are too long for a command."""
    links = run.with_name(f"{run.name}-plans")
    shutil.rmtree(links, ignore_errors=True)
    links.mkdir()
    for path in paths:
        (links / path.name).hardlink_to(path)
    options = ("--no-scorecards", "--jobs", str(workers), "--as-of", "2026-11-20", "--force", "-q")
    return watched_process(python("-m", "ehcp_audit", "batch", str(links), "-o", str(run), *options), allowed=(0, 3))


def _equal_lines(work: Path) -> tuple[int, int]:
    """Of the lines of the short run, how many stand in the long one, but for the digits of their references."""
    with (work / "serial" / "results.jsonl").open() as ours, (work / "double" / "results.jsonl").open() as others:
        pairs = list(zip(map(json.loads, ours), map(json.loads, islice(others, FIRST)), strict=False))
    return sum(one == {**other, "reference": one["reference"]} for one, other in pairs), len(pairs)
