"""Work that takes too long is broken off, says so in a sentence, and harms nothing that comes after it."""

import re
import signal
import sys
import threading
from contextvars import ContextVar
from time import process_time

import pytest

from ehcp_audit import overruns
from ehcp_audit.errors import UnreadableError
from ehcp_audit.overruns import AUDITING, BUILDING, in_time

variable: ContextVar[str] = ContextVar("variable", default="as it was")
HOPELESS = re.compile(r"(?:a+)+$"), "a" * 60 + "b"


def hopeless():
    pattern, text = HOPELESS
    return pattern.match(text)


def endless():
    while True:
        pass


def refused(work, seconds=0.2, what=AUDITING):
    with pytest.raises(UnreadableError) as caught:
        in_time(work, seconds, what)
    return caught.value


@pytest.mark.parametrize("work", [hopeless, endless])
def test_it_is_broken_off_within_its_time_and_says_what_took_too_long(work):
    before = process_time()
    refusal = refused(work, what=BUILDING)
    assert 0.2 <= process_time() - before < 1.2
    assert refusal.kind == "timed_out"
    assert refusal.reason.startswith("Finding the sections of this plan took longer than 0.2 seconds and was stopped.")
    assert refusal.reason.endswith("or raise --read-seconds.")


def test_what_is_done_in_time_is_given_and_what_it_raises_is_raised():
    assert in_time(lambda: 7, 5, AUDITING) == 7
    with pytest.raises(ValueError, match="its own"):
        in_time(lambda: (_ for _ in ()).throw(ValueError("its own")), 5, AUDITING)


def test_neither_a_broad_except_nor_an_exception_that_is_lost_keeps_it_alive(monkeypatch):
    def stubborn():
        while True:
            try:
                endless()
            except Exception:  # noqa: S112
                continue

    class Lost:
        def __del__(self):  # an exception here is passed over
            until = process_time() + 0.6
            while process_time() < until:
                pass

    def losing():
        Lost()
        endless()

    assert refused(stubborn).kind == "timed_out"
    said = []
    monkeypatch.setattr(sys, "unraisablehook", said.append)
    assert refused(losing).kind == "timed_out"
    assert said == []
    assert sys.unraisablehook == said.append


def test_an_import_is_never_broken_off(tmp_path, monkeypatch):
    (tmp_path / "slow_to_import.py").write_text(
        "from time import process_time\nuntil = process_time() + 0.5\nwhile process_time() < until:\n    pass\n"
    )
    monkeypatch.syspath_prepend(tmp_path)

    def work():
        import slow_to_import  # noqa: F401

        endless()

    try:
        assert refused(work).kind == "timed_out"
        assert "until" in vars(sys.modules["slow_to_import"])
    finally:
        sys.modules.pop("slow_to_import", None)


def test_work_within_work_shares_its_time():
    def outer():
        with pytest.raises(ValueError, match="inner"):
            in_time(lambda: (_ for _ in ()).throw(ValueError("inner")), 0.01, BUILDING)
        in_time(endless, 60, BUILDING)

    assert refused(outer).reason.startswith("Auditing this plan took longer than 0.2")
    assert in_time(lambda: in_time(lambda: 1, 5, BUILDING) + in_time(lambda: 2, 5, BUILDING), 5, AUDITING) == 3


def test_what_the_work_sets_for_itself_goes_with_it():
    def work():
        variable.set("the work's")
        endless()

    refused(work)
    assert variable.get() == "as it was"


def test_nothing_rings_afterwards_and_a_timer_of_others_is_put_back():
    rung = []
    before = signal.signal(signal.SIGPROF, lambda *_: rung.append(1))
    signal.setitimer(signal.ITIMER_PROF, 100.0)
    try:
        refused(hopeless)
        assert signal.getitimer(signal.ITIMER_PROF)[0] > 90
        signal.raise_signal(signal.SIGPROF)
        assert rung == [1]
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    in_time(lambda: 1, 5, AUDITING)
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    signal.raise_signal(signal.SIGPROF)  # one that was late must not end the process


def test_outside_the_main_thread_it_is_done_without_a_limit():
    done = []

    def busy():
        until = process_time() + 0.6
        while process_time() < until:
            pass
        return "done"

    thread = threading.Thread(target=lambda: done.append(in_time(busy, 0.1, AUDITING)))
    thread.start()
    thread.join()
    assert done == ["done"]


def test_where_the_system_has_no_timer_a_thread_keeps_the_time(monkeypatch):
    monkeypatch.setattr(overruns, "_HAS_TIMER", False)
    before = threading.active_count()
    assert refused(endless).kind == "timed_out"
    assert in_time(lambda: 7, 5, AUDITING) == 7
    for thread in threading.enumerate()[before:]:
        thread.join(timeout=2)
    assert threading.active_count() == before
