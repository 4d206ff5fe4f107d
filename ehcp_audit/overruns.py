"""Work on what a plan says, broken off when it takes too long: no text holds up the plans that come after it.

Files are read in a process that can be killed; what follows is done where its result is wanted. There a timer of the
system's breaks it off, within a regular expression too, which looks for signals as it goes. The time is that of the
processor: a busy machine cuts no plan short that an idle one would have done.
"""

from __future__ import annotations

import _thread
import signal
import sys
import threading
from collections.abc import Callable
from contextvars import copy_context
from time import process_time
from types import FrameType
from typing import TypeVar

from ehcp_audit.errors import UnreadableError

BUILDING = "Finding the sections of this plan"
AUDITING = "Auditing this plan"
MASKING = "Finding the names in this plan"
ADVICE = "Finding what this report advises"
"""How the sentence begins that refuses a file: what took too long."""

_REASON = (
    "{what} took longer than {seconds:g} seconds and was stopped. Look in it for what belongs in no plan, such as the "
    "same few characters or numbers over and over, and take that out; or raise --read-seconds."
)
_HAS_TIMER = hasattr(signal, "setitimer")  # Windows has none, and nothing there sends a SIGTERM
_SIGNAL = signal.SIGPROF if _HAS_TIMER else signal.SIGTERM
_AGAIN = 0.1  # seconds until it rings once more, should the first exception have been lost (in a `__del__`, say)
_IMPORTING = "<frozen importlib._bootstrap>"

T = TypeVar("T")

_due: list[float] = []
"""When the work that is under way must be done, by the processor's time of this process."""


class _OverrunError(BaseException):
    """Raised within the work. It is no Exception, so that nothing on its way mistakes it for a fault of the plan's."""


def in_time(work: Callable[[], T], seconds: float, what: str) -> T:
    """What this work gives, within so many seconds of the processor's time.

    `what` is BUILDING, AUDITING, MASKING or ADVICE. Work that is broken off must leave nothing half done behind: it
    runs in a context of its own, and what `audit_plan` learns from a plan for the next ones it then forgets. Work
    within such work shares its time. Only the main thread can be interrupted; in another there is no limit. On Windows
    a single match of a regular expression is not broken off, all else is.

    Raises UnreadableError("timed_out").
    """
    if _due or threading.current_thread() is not threading.main_thread():
        return work()
    handler, hook = signal.signal(_SIGNAL, _ring), sys.unraisablehook
    sys.unraisablehook = lambda lost: None if lost.exc_type is _OverrunError else hook(lost)  # it rings again
    stop = _timer(seconds)
    try:
        try:
            _due.append(process_time() + seconds)
            return copy_context().run(work)
        finally:
            _due.clear()  # from here on nothing rings
    except _OverrunError:
        raise UnreadableError("timed_out", _REASON.format(what=what, seconds=seconds)) from None
    finally:
        stop()
        sys.unraisablehook = hook
        if callable(handler):
            signal.signal(_SIGNAL, handler)  # the system's own would end the process, were a signal still on its way


def _ring(number: int, frame: FrameType | None) -> None:
    """Break off the work that is overdue; never within an import, which would leave half a module."""
    if not _due or process_time() < _due[0]:
        return
    while frame is not None:
        if frame.f_code.co_filename == _IMPORTING:
            return
        frame = frame.f_back
    raise _OverrunError


def _timer(seconds: float) -> Callable[[], object]:
    """Have it ring after these seconds of the processor's time, and again; what is returned stops it."""
    if _HAS_TIMER:
        before = signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
        return lambda: signal.setitimer(signal.ITIMER_PROF, *before)
    done, due = threading.Event(), process_time() + seconds

    def wait() -> None:
        while not done.wait(_AGAIN):
            if process_time() >= due:
                _thread.interrupt_main(_SIGNAL)

    threading.Thread(target=wait, daemon=True).start()
    return done.set
