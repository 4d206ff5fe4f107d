"""The reader process: takes paths from its standard input, answers with documents or refusals, until it is closed.

It keeps a limit on its own memory, never touches the network, and says nothing on standard error. Whatever goes
wrong in it is a kind and a sentence of ours: never an exception's own text, which could hold words of a plan.
"""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from ehcp_audit import offline
from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import Document
from ehcp_audit.reading import formats, wire
from ehcp_audit.reading.limits import limit_memory, time_for_pictures
from ehcp_audit.reading.marking import Copy, sheet_from_json

LARGEST_REQUEST = 16 * 1024 * 1024
OUT_OF_MEMORY = "Reading this file took more memory than it may. Save it again without pictures, or raise --read-mib."
CRASHED = (
    "The reader failed on this file. Open it in the program that made it, save it again, and try the new copy; "
    "if that fails too, export it as a PDF."
)
_GRACE = 10.0


def main(
    read: Callable[..., Document] = formats.read, make: Callable[[Path, dict[str, Any]], Copy] | None = None
) -> None:
    """Serve until the other end closes. Arguments of the process: memory limit in MiB, seconds for one file.

    `make` makes the copies that a request with a `how` asks for.
    """
    mib, seconds = int(sys.argv[1]), float(sys.argv[2])
    offline.guard()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who asked decides what an interrupt means
    sys.setrecursionlimit(3000)
    requests, replies = _take_pipes()
    limit_memory(mib)
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        while True:
            payload = wire.receive(requests, LARGEST_REQUEST)
            if payload is None:
                gc.freeze()  # all memory goes back with the process: no last look through it for garbage
                return
            # Should the asking process be gone, nobody stops a read that hangs: this does.
            faulthandler.dump_traceback_later(seconds + _GRACE, exit=True, file=nowhere)
            request = json.loads(payload)
            reply, last = _answer(request, read, make, _Teller(replies, nowhere, int(str(request["id"])), seconds))
            faulthandler.cancel_dump_traceback_later()
            wire.send(replies, reply)
            if last:
                return


class _Teller:
    """Says through the pipe that pages are pictures, and gives this process the time that the other end then gives."""

    def __init__(self, replies: BinaryIO, nowhere: BinaryIO, number: int, seconds: float) -> None:
        self._replies, self._nowhere, self._number, self._seconds = replies, nowhere, number, seconds
        self._said = False

    def __call__(self, pages: int) -> None:
        if self._said or pages < 1:
            return
        self._said = True
        more = time_for_pictures(self._seconds, pages)
        faulthandler.dump_traceback_later(self._seconds + more + _GRACE, exit=True, file=self._nowhere)
        wire.send(self._replies, wire.packed_pictures(self._number, pages))


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes for ourselves: what a library prints goes nowhere, what a tool asks for finds nothing."""
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    return requests, replies


def _answer(
    request: dict[str, object],
    read: Callable[..., Document],
    make: Callable[[Path, dict[str, Any]], Copy] | None = None,
    pictures: Callable[[int], None] | None = None,
) -> tuple[bytes, bool]:
    """The reply to one request, and whether this process should end after it."""
    number = int(str(request["id"]))
    try:
        how = request.get("how")
        if make is not None and isinstance(how, dict):
            return wire.packed_copy(number, make(Path(str(request["path"])), how)), False
        sheet = request.get("sheet")
        if isinstance(sheet, dict):
            made = formats.mark(Path(str(request["path"])), sheet_from_json(sheet), **_wishes(request, pictures))
            return wire.packed_copy(number, made), False
        document = read(Path(str(request["path"])), **_wishes(request, pictures))
        return wire.packed(number, document), False
    except UnreadableError as refusal:
        return wire.packed_refusal(number, refusal.kind, refusal.reason), False
    except MemoryError:
        return wire.packed_refusal(number, "out_of_memory", OUT_OF_MEMORY), True
    except RecursionError:
        return wire.packed_refusal(
            number, "too_large", "The document is nested too deep to be read. " + CRASHED[33:]
        ), False
    except Exception:
        return wire.packed_refusal(number, "crashed", CRASHED), False


def _wishes(request: dict[str, object], pictures: Callable[[int], None] | None) -> dict[str, Any]:
    words = request["passwords"]
    return {
        "ocr": str(request.get("ocr", "off")),
        "passwords": tuple(map(str, words)) if isinstance(words, list) else (),
        "seconds": float(sys.argv[2]),
        "pictures": pictures,
    }
