"""What goes through the pipes between a door and its reader: JSON, its length before it.

The reader writes a document with the fields that are not at their default. The door believes nothing: the length
is capped, the JSON is checked against Document, and what Document promises of its values is checked after it.
"""

from __future__ import annotations

import binascii
import json
import struct
from dataclasses import MISSING, dataclass, fields
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, BinaryIO

from ehcp_audit.errors import KINDS, UnreadableError
from ehcp_audit.model import Document, Stretch, Unread
from ehcp_audit.reading.marking import LARGEST_COPY, Copy

if TYPE_CHECKING:
    from pydantic import TypeAdapter

LARGEST_REPLY = 64 * 1024 * 1024
LARGEST_COPY_REPLY = LARGEST_COPY * 4 // 3 + 1024 * 1024
MOST_STRETCHES = 200_000
MOST_CHARACTERS = 16_000_000
_LENGTH = struct.Struct(">Q")


class BrokenReplyError(Exception):
    """What came back is no reply: too long, cut off, or not what was asked for."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The reader's answer to one request: a document, or a kind of refusal with its sentence."""

    id: int
    document: Document | None = None
    kind: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class CopyReply:
    """The reader's answer to a request for a marked copy: its bytes in base 64, or a refusal."""

    id: int
    data: str | None = None
    unplaced: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()
    kind: str | None = None
    reason: str | None = None


def send(pipe: BinaryIO, payload: bytes) -> None:
    """Write one frame."""
    pipe.write(_LENGTH.pack(len(payload)) + payload)
    pipe.flush()


def receive(pipe: BinaryIO, largest: int) -> bytes | None:
    """Read one frame; None when the other end has closed.

    Raises BrokenReplyError for a frame that is longer than `largest` or cut off.
    """
    head = pipe.read(_LENGTH.size)
    if not head:
        return None
    if len(head) < _LENGTH.size:
        raise BrokenReplyError("cut off")
    (length,) = _LENGTH.unpack(head)
    if length > largest:
        raise BrokenReplyError("too long")
    payload = pipe.read(length)
    if len(payload) < length:
        raise BrokenReplyError("cut off")
    return payload


# --- the reader's side ----------------------------------------------------------------------------


def packed(id: int, document: Document) -> bytes:
    """A document as the bytes of a reply.

    Raises UnreadableError (`too_large`) where there is more text than any plan holds.
    """
    stretches = len(document.stretches) + len(document.margins) + len(document.notes) + len(document.struck)
    if stretches > MOST_STRETCHES or sum(len(one.text) for one in document.stretches) > MOST_CHARACTERS:
        raise UnreadableError(
            "too_large",
            "The document holds more text than any plan does. Check that it is the plan, and only the plan.",
        )
    payload = json.dumps({"id": id, "document": _bare(document)}, allow_nan=False, separators=(",", ":")).encode()
    if len(payload) > LARGEST_REPLY:
        raise UnreadableError(
            "too_large",
            "The document holds more text than any plan does. Check that it is the plan, and only the plan.",
        )
    return payload


def packed_copy(id: int, made: Copy) -> bytes:
    """A marked copy as the bytes of a reply."""
    data = binascii.b2a_base64(made.data, newline=False).decode("ascii")
    return json.dumps({"id": id, "data": data, "unplaced": made.unplaced, "remarks": made.remarks}).encode()


def packed_pictures(id: int, pages: int) -> bytes:
    """What a reader says before its reply: so many pages are pictures, and reading them takes time."""
    return json.dumps({"id": id, "pictures": pages}).encode()


def packed_refusal(id: int, kind: str, reason: str) -> bytes:
    """A refusal as the bytes of a reply."""
    return json.dumps({"id": id, "kind": kind, "reason": reason}).encode()


@cache
def _defaults(record: type[Document]) -> tuple[tuple[str, Any], ...]:
    return tuple((one.name, MISSING if one.default is MISSING else one.default) for one in fields(record))


def _bare(record: Any) -> dict[str, Any]:
    """A record as a mapping of the fields that are not at their default."""
    found = {}
    for name, default in _defaults(record.__class__):
        value = getattr(record, name)
        if value is default or value == default:
            continue
        if isinstance(value, tuple) and value and isinstance(value[0], (Stretch, Unread)):
            value = [_bare(one) for one in value]
        found[name] = value
    return found


# --- the door's side ------------------------------------------------------------------------------


@cache
def _adapter() -> TypeAdapter[Reply]:
    from pydantic import TypeAdapter

    return TypeAdapter(Reply)


def pictures_said(payload: bytes, id: int) -> int:
    """How many pages does the reader say are pictures? 0 where the frame says no such thing: it is the reply."""
    if len(payload) > 100 or b'"pictures"' not in payload:
        return 0
    try:
        said = json.loads(payload)
    except ValueError:
        return 0
    sound = isinstance(said, dict) and said.keys() == {"id", "pictures"} and said["id"] == id
    return said["pictures"] if sound and type(said["pictures"]) is int and said["pictures"] > 0 else 0


def unpacked(payload: bytes, id: int) -> Document:
    """The document that a reply holds, checked as any untrusted input is.

    Raises UnreadableError when the reply is a refusal, BrokenReplyError when it is not what a reader may say.
    """
    from pydantic import ValidationError

    if len(payload) > LARGEST_REPLY:
        raise BrokenReplyError("too long")
    try:
        reply = _adapter().validate_json(payload, strict=True)
    except ValidationError:
        raise BrokenReplyError("not a reply") from None
    if reply.id != id:
        raise BrokenReplyError("a reply to something else")
    if reply.kind is not None:
        raise _refusal(reply.kind, reply.reason)
    document = reply.document
    if document is None or not _is_sound(document):
        raise BrokenReplyError("not a document")
    return document


def unpacked_copy(payload: bytes, id: int, notes: int) -> Copy:
    """The marked copy that a reply holds; it is a file of a format that we write, and nothing is said of other notes.

    Raises UnreadableError when the reply is a refusal, BrokenReplyError when it is not what a reader may say.
    """
    from pydantic import TypeAdapter, ValidationError

    try:
        reply = TypeAdapter(CopyReply).validate_json(payload, strict=True)
        data = binascii.a2b_base64(reply.data or "", strict_mode=True)
    except (ValidationError, binascii.Error):
        raise BrokenReplyError("not a reply") from None
    if reply.id != id:
        raise BrokenReplyError("a reply to something else")
    if reply.kind is not None:
        raise _refusal(reply.kind, reply.reason)
    if not data.startswith((b"PK\x03\x04", b"%PDF-")) or len(data) > LARGEST_COPY:
        raise BrokenReplyError("not a copy")
    if not all(0 <= one < notes for one in reply.unplaced) or not all(map(str.isprintable, reply.remarks)):
        raise BrokenReplyError("not a copy")
    return Copy(data, reply.unplaced, reply.remarks)


def _refusal(kind: str, reason: str | None) -> UnreadableError:
    """A refusal of the reader's, once it is known to be one."""
    if kind not in KINDS or not reason or len(reason) > 1000 or not reason.isprintable():
        raise BrokenReplyError("not a refusal")
    return UnreadableError(kind, reason)


def _is_sound(document: Document) -> bool:
    """Does the document keep what Document and Stretch promise of their values?"""
    pages = document.pages
    if document.format not in ("docx", "pdf", "odt", "doc", "rtf", "txt") or (pages is not None and pages < 1):
        return False
    groups = (document.stretches, document.margins, document.notes, document.comments, document.struck)
    if sum(map(len, groups)) > MOST_STRETCHES:
        return False
    if not (document.stretches or document.margins or document.struck or document.unread):
        return False
    return all(_stretch_is_sound(one, pages) for group in groups for one in group)


def _stretch_is_sound(one: Stretch, pages: int | None) -> bool:
    if not one.text or "\t" in one.text or "\0" in one.text or one.rows < 1:
        return False
    if one.page is not None and not 1 <= one.page <= (pages or 0):
        return False
    if one.paragraph is not None and one.paragraph < 1:
        return False
    if any(min(cell) < 1 for cell in (*((one.table,) if one.table is not None else ()), *one.within)):
        return False
    if one.columns is not None and not 1 <= one.columns[0] <= one.columns[1]:
        return False
    if one.level is not None and not 1 <= one.level <= 9:
        return False
    if one.ocr is not None and not 0 <= one.ocr <= 1:
        return False
    numbers = (*(one.box or ()), one.size or 0.0, one.indent or 0.0)
    return all(map(isfinite, numbers))
