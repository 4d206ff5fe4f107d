"""Worker processes, and what becomes of a plan whose worker dies.

Workers are spawned, not forked, on every system. Only a few plans at a time are handed out, so that ten thousand cost
no more memory than ten. When a worker dies the plans then in work are tried again one by one; the one that kills its
worker a second time is the one that is refused.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TYPE_CHECKING

from ehcp_audit.batch.work import THREADS, Done, Settings, Task, start, work
from ehcp_audit.errors import AuditError
from ehcp_audit.model import Unreadable

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

_IN_HAND = 3
"""Plans handed out for each worker: enough that none waits, few enough that little is lost."""

_HOPELESS = 3
"""Workers that died over a plan of their own, before any plan was done: the fault is not in the plans."""

_DIED = "Its worker process ended without a word. Close other programs to free memory, and run it alone."


def default_jobs() -> int:
    """How many workers, when nobody says: the processor's cores, four at most."""
    return max(1, min(os.cpu_count() or 1, 4))


def do_all(tasks: Sequence[Task], rubric: Rubric, settings: Settings, jobs: int, done: Callable[[Done], None]) -> None:
    """Do every plan in `jobs` worker processes, and say so as each is done, in whatever order they finish.

    Whatever interrupts it, no worker stays behind.
    """
    waiting = deque(tasks)
    suspects: deque[Task] = deque()
    deaths, successes = 0, 0

    def count(one: Done) -> None:
        nonlocal successes
        successes += 1
        done(one)

    while waiting or suspects:
        alone = bool(suspects)
        with _workers(1 if alone else min(jobs, len(waiting)), rubric, settings) as pool:
            lost = _drain(pool, suspects if alone else waiting, 1 if alone else _IN_HAND * jobs, count)
        if alone and lost:
            deaths += 1
            if not successes and deaths == _HOPELESS:
                raise AuditError("No worker process stays alive on this machine; run `ehcp-audit doctor` to see why.")
            done(_died(lost[0]))
            suspects.extendleft(reversed(lost[1:]))
        else:
            suspects.extend(lost)


def _drain(pool: ProcessPoolExecutor, waiting: deque[Task], in_hand: int, done: Callable[[Done], None]) -> list[Task]:
    """Hand out what waits until nothing does; the plans that were in work when a worker died come back."""
    running: dict[Future[Done], Task] = {}
    lost: list[Task] = []
    while (waiting and not lost) or running:
        try:
            while waiting and not lost and len(running) < in_hand:
                with _interrupts_held():
                    running[pool.submit(work, waiting[0])] = waiting[0]
                waiting.popleft()
        except BrokenProcessPool:
            if not running:
                lost.append(waiting.popleft())
        finished, _ = wait(running, return_when=FIRST_COMPLETED) if running else (set(), set())
        for future in finished:
            task = running.pop(future)
            try:
                done(future.result())
            except BrokenProcessPool:
                lost.append(task)
    return sorted(lost, key=lambda task: task.reference)


def _died(task: Task) -> Done:
    return Done(task.reference, None, Unreadable(task.reference, task.path, "crashed", _DIED))


@contextmanager
def _workers(jobs: int, rubric: Rubric, settings: Settings) -> Iterator[ProcessPoolExecutor]:
    with _one_thread_each():
        pool = ProcessPoolExecutor(
            max(1, jobs), mp_context=get_context("spawn"), initializer=start, initargs=(rubric, settings)
        )
        try:
            yield pool
        except BaseException:
            _end(pool)
            raise
        pool.shutdown()


def _end(pool: ProcessPoolExecutor) -> None:
    """End the workers now: what they are at is lost, and a resume does it again."""
    processes = list((getattr(pool, "_processes", None) or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()
    for process in processes:
        process.join(timeout=1)
        if process.is_alive():
            process.kill()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits for the end of the block. Workers are born deaf to it: else one that starts would answer itself."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _one_thread_each() -> Iterator[None]:
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update(dict.fromkeys(THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
