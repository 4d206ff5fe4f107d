"""What is this file, and who reads it? Decided by what it holds, never by its name alone."""

from __future__ import annotations

import gc
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import Document
from ehcp_audit.reading.marking import Copy, Sheet

LARGEST = 256 * 1024 * 1024
"""Bytes of a file. Plans with photographs stay far below."""

SUFFIXES = (".docx", ".docm", ".dotx", ".pdf", ".odt", ".doc", ".rtf")
"""What counts as a document in a folder. A file named outright is read whatever its suffix."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the caller wants a file read."""

    ocr: str = "auto"  # auto, off
    passwords: tuple[str, ...] = ()
    seconds: float = 30.0  # what the whole file may take: slow steps end themselves in time
    pictures: Callable[[int], None] | None = None  # told how many pages are pictures, before they are read


class _ReadsOne(Protocol):
    def __call__(self, path: Path, wishes: Wishes) -> Document: ...


class _MarksOne(Protocol):
    def __call__(self, path: Path, wishes: Wishes, sheet: Sheet) -> Copy: ...


def _reader(module: str) -> Callable[[Path, Wishes], Document]:
    """The `read` of a module that is imported when a file first needs it."""

    def read(path: Path, wishes: Wishes) -> Document:
        return cast("_ReadsOne", import_module(f"ehcp_audit.reading.{module}").read)(path, wishes)

    return read


READERS: dict[str, Callable[[Path, Wishes], Document]] = {
    "docx": _reader("docx"),
    "pdf": _reader("pdf"),
    "odt": _reader("odt"),
    "doc": _reader("legacy"),
    "rtf": _reader("legacy"),
    "txt": _reader("txt"),
}
"""A format's name, as `Document.format` says it, and what reads it."""

MARKERS = {"docx": "docx.marking", "pdf": "pdf.marking"}
"""The formats of which a marked copy can be made, and the module that makes it."""

_SUFFIXES_OF = {
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
    "pdf": (".pdf",),
    "odt": (".odt", ".ott"),
    "doc": (".doc", ".dot"),
    "rtf": (".rtf", ".doc"),
    "txt": (".txt", ".md", ".markdown", ".text"),
}
_CALLED = {
    "docx": "a Word document",
    "pdf": "a PDF",
    "odt": "an OpenDocument text",
    "doc": "an old Word document",
    "rtf": "a Rich Text document",
    "txt": "plain text",
}


def read(
    path: Path,
    *,
    ocr: str = "auto",
    passwords: Sequence[str] = (),
    seconds: float = 30.0,
    pictures: Callable[[int], None] | None = None,
) -> Document:
    """What does this file say? Parses in this process: only the reader process, tests and benchmarks call it.

    `pictures` is told how many pages are pictures, before they are read: each takes time beyond `seconds`.
    Raises UnreadableError with one of the kinds of errors.KINDS.
    """
    from ehcp_audit.reading.sniffing import sniff

    _refuse_what_is_no_file(path)
    found = sniff(path)
    reader = READERS.get(found)
    if reader is None:
        raise UnreadableError(
            "legacy_format",
            f"This is {_CALLED.get(found, 'a document')}, which this copy of ehcp-audit cannot read. "
            "Open it in Word and save it as .docx, or export it as a PDF.",
        )
    with _collector_at_rest():
        document = reader(path, Wishes(ocr, tuple(passwords), seconds, pictures))
    if not document.stretches and not document.struck:
        raise UnreadableError("no_text", "The document holds no text of its own. Check that the right file was saved.")
    said = path.suffix.lower()
    if (
        said in {suffix for suffixes in _SUFFIXES_OF.values() for suffix in suffixes}
        and said not in _SUFFIXES_OF[found]
    ):
        note = f"The file's name ends in {said}, but it holds {_CALLED[found]} and was read as one."
        document = replace(document, warnings=(note, *document.warnings))
    return document


def mark(
    path: Path,
    sheet: Sheet,
    *,
    ocr: str = "auto",
    passwords: Sequence[str] = (),
    seconds: float = 30.0,
    pictures: Callable[[int], None] | None = None,
) -> Copy:
    """A copy of this file with notes beside its words. Parses in this process: only the reader process and tests do.

    Raises UnreadableError; `legacy_format` where no copy of this format can be marked.
    """
    from ehcp_audit.reading.sniffing import sniff

    _refuse_what_is_no_file(path)
    found = sniff(path)
    if found not in MARKERS:
        raise UnreadableError(
            "legacy_format",
            f"No marked copy can be made of {_CALLED.get(found, 'such a document')}. Save it as .docx or PDF first.",
        )
    marker = cast("_MarksOne", import_module(f"ehcp_audit.reading.{MARKERS[found]}").mark)
    return marker(path, Wishes(ocr, tuple(passwords), seconds, pictures), sheet)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Reading makes thousands of records that live on and no cycles: looking for cycles among them only costs time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _refuse_what_is_no_file(path: Path) -> None:
    """Regular files only, looked at before they are opened: a pipe would wait for ever."""
    try:
        about = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadableError("not_found", "There is no file of this name. Check the name and the folder.") from None
    except (OSError, ValueError):
        raise UnreadableError(
            "not_readable",
            "The file could not be looked at. Check that you may open it and that its drive is connected.",
        ) from None
    if stat.S_ISDIR(about.st_mode):
        raise UnreadableError(
            "not_readable", "This is a folder, not a file. Name the folder itself to read what is in it."
        )
    if not stat.S_ISREG(about.st_mode):
        raise UnreadableError(
            "not_readable", "This is no regular file. Copy the document to a folder and name it there."
        )
    if about.st_size == 0:
        raise UnreadableError(
            "empty_file",
            "The file is empty (0 bytes). If it is kept in a cloud folder, download it first; else ask for it again.",
        )
    if about.st_size > LARGEST:
        raise UnreadableError(
            "too_large",
            f"The file is larger than {LARGEST // 2**20} MiB. Save it again with smaller pictures, or none.",
        )
