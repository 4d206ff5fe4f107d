"""The door: the one way from a file's path to its Document for every process that must not parse.

A Reader owns one process, started with this interpreter and asked through pipes. It is killed and replaced when a
file takes too long, and replaced when it dies; whoever asked gets a kind and a sentence. Nothing here needs fork, so
a pool's worker, a cluster's worker and Windows use the same door.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import IO, Any, BinaryIO, TypeVar, cast

from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import Document
from ehcp_audit.reading import wire
from ehcp_audit.reading.limits import time_for_pictures
from ehcp_audit.reading.marking import Copy, Sheet, sheet_json

SERVES = 2000
"""Files that one process reads before a fresh one takes its place: what a library leaks stays small."""

T = TypeVar("T")

_START = (
    "import sys, json\n"
    "home, *paths = json.loads(sys.argv.pop())\n"
    "sys.path.insert(0, home)\n"
    "import ehcp_audit\n"  # the very copy that asks, whatever else is installed
    "sys.path[:] = sys.path[1:] + [one for one in paths if one not in sys.path]\n"
    "from importlib import import_module\n"
    "import_module(sys.argv.pop()).main()\n"
)
_HOME = str(Path(__file__).resolve().parents[2])
_TIMED_OUT = (
    "Reading this file took longer than {seconds:g} seconds and was stopped. Save it again (or export it as a PDF) and "
    "try the new copy, or raise --read-seconds."
)
_OUT_OF_MEMORY = "Reading this file took more memory than it may. Save it again without pictures, or raise --read-mib."
_CRASHED = (
    "The reader failed on this file. Open it in the program that made it, save it again, and try the new copy; "
    "if that fails too, export it as a PDF."
)


class Reader:
    """Reads files in a process of its own, one at a time.

    >>> with Reader() as reader:  # doctest: +SKIP
    ...     document = reader.read(Path("plan.docx"))
    """

    def __init__(
        self,
        *,
        seconds: float = 30.0,
        mib: int = 1024,
        ocr: str = "auto",
        passwords: Sequence[str] = (),
        served_by: str = "ehcp_audit.reading.child",
    ) -> None:
        self.seconds = seconds
        self.mib = mib
        self.ocr = ocr
        self.passwords = tuple(passwords)
        self._served_by = served_by
        self._process: _Process | None = None
        self._number = 0

    def __enter__(self) -> Reader:
        self._process = self._start()  # it gets ready while the caller does
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.end()

    def read(self, path: Path) -> Document:
        """What does this file say?

        Raises UnreadableError: its kind is one of errors.KINDS, its reason says what to do and names no file.
        """
        return self._asked(path, {"ocr": self.ocr}, wire.unpacked)

    def mark(self, path: Path, sheet: Sheet) -> Copy:
        """A copy of this file with notes beside its words.

        Raises UnreadableError, as `read` does.
        """
        notes = len(sheet.notes)
        return self._asked(
            path,
            {"ocr": self.ocr, "sheet": sheet_json(sheet)},
            lambda payload, number: wire.unpacked_copy(payload, number, notes),
        )

    def copy(self, path: Path, how: Mapping[str, Any]) -> Copy:
        """A copy of this file as the maker in `served_by` makes it, told `how`.

        Raises UnreadableError, as `read` does.
        """
        return self._asked(path, {"how": dict(how)}, lambda payload, number: wire.unpacked_copy(payload, number, 0))

    def _asked(self, path: Path, what: Mapping[str, Any], unpacked: Callable[[bytes, int], T]) -> T:
        fresh = self._ready()
        try:
            return self._ask(path, what, unpacked)
        except UnreadableError as refusal:
            if fresh or refusal.kind not in ("crashed", "out_of_memory"):
                raise
        # It had read other files before: was it this one, or what they left behind? Once more, alone.
        self.close()
        self._ready()
        return self._ask(path, what, unpacked)

    def _start(self) -> _Process:
        return _Process(self._served_by, self.seconds, self.mib)

    def _ready(self) -> bool:
        """Have a living process; is this file its first?"""
        if self._process is not None and (self._process.served >= SERVES or not self._process.lives()):
            self.close()
        if self._process is None:
            self._process = self._start()
        return self._process.served == 0

    def _ask(self, path: Path, what: Mapping[str, Any], unpacked: Callable[[bytes, int], T]) -> T:
        process = self._process
        assert process is not None, "read() has a process"  # noqa: S101
        self._number += 1
        request = {
            "id": self._number,
            "path": os.path.abspath(path),  # noqa: PTH100  (resolving would follow links; reading does)
            "passwords": self.passwords,
            **what,
        }
        try:
            payload = process.ask(json.dumps(request).encode(), self._number, self.seconds)
            return unpacked(payload, self._number)
        except TimeoutError as error:
            self.close()
            raise UnreadableError("timed_out", _TIMED_OUT.format(seconds=error.args[0])) from None
        except wire.BrokenReplyError:
            used_up = process.died_of_memory(self.mib)
            self.close()
            if used_up:
                raise UnreadableError("out_of_memory", _OUT_OF_MEMORY) from None
            raise UnreadableError("crashed", _CRASHED) from None


class _Process:
    """One reader process and the thread that listens to it (pipes have no deadline on every system; queues have)."""

    def __init__(self, served_by: str, seconds: float, mib: int) -> None:
        self.served = 0
        paths = json.dumps([_HOME, *(one for one in sys.path if one and os.path.isabs(one))])  # noqa: PTH117
        self._popen = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", "-c", _START, str(mib), str(seconds), served_by, paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "MALLOC_ARENA_MAX": "1"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            start_new_session=True,  # so that the tools which it starts end with it
        )
        self._at_start = _most_held()  # a new process counts what its maker held as its own
        self._replies: SimpleQueue[bytes | wire.BrokenReplyError] = SimpleQueue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        pipe = cast("IO[bytes]", self._popen.stdout)
        try:
            while True:
                payload = wire.receive(cast("BinaryIO", pipe), max(wire.LARGEST_REPLY, wire.LARGEST_COPY_REPLY))
                if payload is None:
                    break
                self._replies.put(payload)
        except wire.BrokenReplyError as error:
            self._replies.put(error)
            return
        except (OSError, ValueError, MemoryError):
            pass  # the pipe was closed under us
        self._replies.put(wire.BrokenReplyError("closed"))

    def lives(self) -> bool:
        return self._popen.poll() is None

    def ask(self, request: bytes, number: int, seconds: float) -> bytes:
        """Send a request and wait for its reply; once it may say that pages are pictures, which take more time.

        Raises TimeoutError with the seconds it had, or BrokenReplyError when there is no reply and never will be.
        """
        self.served += 1
        began = time.monotonic()
        try:
            wire.send(cast("BinaryIO", self._popen.stdin), request)
        except (OSError, ValueError):
            raise wire.BrokenReplyError("closed") from None
        reply = self._next(began, seconds)
        if pages := wire.pictures_said(reply, number):
            reply = self._next(began, seconds + time_for_pictures(seconds, pages))
        return reply

    def _next(self, began: float, seconds: float) -> bytes:
        try:
            reply = self._replies.get(timeout=max(0.0, began + seconds - time.monotonic()))
        except Empty:
            raise TimeoutError(seconds) from None
        if isinstance(reply, wire.BrokenReplyError):
            raise reply
        return reply

    def died_of_memory(self, mib: int) -> bool:
        """Did the process die, and had it come near its limit of memory?"""
        if sys.platform == "win32":
            return False
        with contextlib.suppress(OSError, ChildProcessError, ValueError):
            if self._popen.returncode is not None:
                return False
            if not self._gone():
                return False
            _, status, used = os.wait4(self._popen.pid, 0)
            self._popen.returncode = os.waitstatus_to_exitcode(status)
            unit = 1 if sys.platform == "darwin" else 1024
            held = used.ru_maxrss
            return self._popen.returncode != 0 and held > 1.2 * self._at_start and held * unit > mib * 2**20 // 2
        return False

    def _gone(self) -> bool:
        """Has the process ended (its pipe closes a moment before)? It is not reaped here."""
        for _ in range(50):
            if sys.platform == "win32" or os.waitid(os.P_PID, self._popen.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG):
                return True
            time.sleep(0.01)
        return False

    def _kill(self) -> None:
        """End the process and the tools that it started."""
        if sys.platform != "win32":
            import signal

            with contextlib.suppress(OSError):
                os.killpg(self._popen.pid, signal.SIGKILL)
        self._popen.kill()

    def end(self) -> None:
        """Close the pipe, which ends a process that is idle; kill one that is not."""
        with contextlib.suppress(OSError, ValueError):
            cast("IO[bytes]", self._popen.stdin).close()
        try:
            self._popen.wait(timeout=0.5 if self._replies.empty() and self.served == 0 else 0.05)
        except subprocess.TimeoutExpired:
            self._kill()
            self._popen.wait()
        self._listener.join(timeout=5)
        with contextlib.suppress(OSError, ValueError):
            cast("IO[bytes]", self._popen.stdout).close()


def _most_held() -> int:
    """The most memory that this process has held, in the system's unit; 0 where it does not say."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
