"""The zip archive of a Word or OpenDocument file, opened with a budget before anything in it is parsed."""

from __future__ import annotations

import zipfile
import zlib
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, cast

from ehcp_audit.errors import UnreadableError

if TYPE_CHECKING:
    from lxml import etree

MOST_ENTRIES = 10_000
LARGEST_PART = 64 * 1024 * 1024
LARGEST_WHOLE = 256 * 1024 * 1024
STEEPEST = 100  # bytes out for a byte in, above one MiB

DAMAGED = "The document is damaged and cannot be opened. Open it in Word, let it repair the file, and save it again."
_FORBIDDEN = (
    "A part of the document holds a document type declaration (DOCTYPE), which no Word document needs. "
    "It was not opened. Open it in Word and save it again if you trust where it came from."
)
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)


class Container:
    """A zip archive that has been checked before it is used, and whose parts are read under a limit."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError, UnicodeDecodeError):
            raise UnreadableError("damaged", DAMAGED) from None
        entries = self._zip.infolist()
        self.order = tuple(entry.filename for entry in entries)
        self.names = frozenset(self.order)
        self._read_so_far = 0
        try:
            self._refuse_over_budget(entries)
        except BaseException:
            self._zip.close()
            raise

    def _refuse_over_budget(self, entries: list[zipfile.ZipInfo]) -> None:
        if len(entries) > MOST_ENTRIES:
            raise _too_large(f"it holds more than {MOST_ENTRIES:,} parts")
        if len(self.names) < len(self.order):
            raise UnreadableError("damaged", "The document holds two parts of one name. " + DAMAGED.split(". ", 1)[1])
        if sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
            raise _too_large(f"it unpacks to more than {LARGEST_WHOLE // 2**20} MiB")
        if any(entry.flag_bits & 1 for entry in entries):
            raise UnreadableError(
                "encrypted", "The document is locked with a password. Save it again without one, and try that copy."
            )
        spans = sorted((entry.header_offset, entry.compress_size) for entry in entries)
        if any(start + size > after for (start, size), (after, _) in pairwise(spans)):
            raise UnreadableError("damaged", DAMAGED)

    def __enter__(self) -> Container:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def read(self, name: str, *, steepest: int = STEEPEST) -> bytes:
        """The bytes of a part, counted as they come; `steepest` is how far it may unpack, in bytes for a byte.

        Raises UnreadableError (`damaged`, `too_large`).
        """
        try:
            entry = self._zip.getinfo(name)
            with self._zip.open(entry) as part:
                data = part.read(LARGEST_PART + 1)
        except (
            KeyError,
            zipfile.BadZipFile,
            NotImplementedError,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            RuntimeError,
        ):
            raise UnreadableError("damaged", DAMAGED) from None
        self._read_so_far += len(data)
        if len(data) > LARGEST_PART or self._read_so_far > LARGEST_WHOLE:
            raise _too_large(f"a part of it unpacks to more than {LARGEST_PART // 2**20} MiB")
        if len(data) > 2**20 and len(data) > steepest * max(entry.compress_size, 1):
            raise _too_large(f"a part of it unpacks to more than {steepest} times its size, as no plan does")
        return data

    def xml(self, name: str) -> etree._Element:
        """A part as XML: nothing outside it is opened, no entity is put in, no DOCTYPE is let through.

        The strict dialect is turned into the common one, so that one walk reads both.

        Raises UnreadableError (`damaged`, `too_large`).
        """
        return parse_xml(self.read(name))


@cache
def _parser() -> etree.XMLParser:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def parse_xml(data: bytes) -> etree._Element:
    """XML bytes as a tree, by a parser that opens nothing else.

    Raises UnreadableError (`damaged`, `too_large`).
    """
    from lxml import etree

    if b"<!DOCTYPE" in data:
        raise UnreadableError("damaged", _FORBIDDEN)
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, common in _STRICT:
            data = data.replace(strict, common)
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        message = str(error.msg)
        if "depth" in message or "huge" in message.lower() or "too long" in message:
            raise _too_large("its parts are nested too deep, or one of its texts is too long") from None
        raise UnreadableError("damaged", DAMAGED) from None
    except (ValueError, LookupError):
        raise UnreadableError("damaged", DAMAGED) from None
    if cast("Any", root.getroottree().docinfo).doctype:
        raise UnreadableError("damaged", _FORBIDDEN)
    return root


def _too_large(why: str) -> UnreadableError:
    return UnreadableError(
        "too_large",
        f"The document is too large to be read safely: {why}. Save it again without pictures and attachments.",
    )
