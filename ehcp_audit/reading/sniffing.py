"""The format of a file by its first bytes and, for containers, by what they hold."""

from __future__ import annotations

from pathlib import Path

from ehcp_audit.errors import UnreadableError

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_OLD_SUFFIXES = (".doc", ".dot", ".rtf")
_WRITTEN_AS_DOC = (b"<html", b"<!doctype html", b"mime-version:", b"<?xml")  # what programs have called a .doc
_TEXT_SUFFIXES = (".txt", ".md", ".markdown", ".text")


def sniff(path: Path) -> str:
    """Which of docx, pdf, odt, doc, rtf and txt is this file, whatever its name?

    Raises UnreadableError (`not_a_document`, `encrypted`, `damaged`, `not_readable`).
    """
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError:
        raise UnreadableError(
            "not_readable",
            "The file could not be opened. Close it in any other program and check that you are allowed to read it.",
        ) from None
    if head.startswith(_ZIP):
        return "docx" if b"word/document.xml" in head else _of_zip(path)
    if head.startswith(_OLE):
        return _of_ole(path)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if b"%PDF-" in head[:1029]:
        return "pdf"
    if head.startswith(_PICTURES):
        raise UnreadableError(
            "not_a_document",
            "This is a picture, not a document. Ask for the Word file or the PDF that the plan was written in.",
        )
    return _of_text(path, head)


def _of_zip(path: Path) -> str:
    """Word and OpenDocument files are zip archives; so is much else."""
    from ehcp_audit.reading.container import Container

    with Container(path) as container:
        names = container.names
        if "mimetype" in names:
            kind = container.read("mimetype")[:80]
            if kind.startswith(b"application/vnd.oasis.opendocument.text"):
                return "odt"
            if kind.startswith(b"application/vnd.oasis.opendocument"):
                raise _other("an OpenDocument file of another kind")
        if "word/document.xml" in names or any(name.startswith("word/") for name in names):
            return "docx"
        if any(name.startswith("xl/") for name in names):
            raise _other("an Excel workbook")
        if any(name.startswith("ppt/") for name in names):
            raise _other("a PowerPoint presentation")
        if "[Content_Types].xml" in names:
            return "docx"  # an office document whose parts have other names; its reader will say if it is none
    raise _other("a zip archive")


def _other(what: str) -> UnreadableError:
    return UnreadableError(
        "not_a_document", f"This is {what}, not a written document. Name the Word file or the PDF of the plan instead."
    )


def _of_ole(path: Path) -> str:
    """The container of old Word files; and of new ones that are locked with a password."""
    with path.open("rb") as file:
        data = file.read(64 * 1024 * 1024)
    if "EncryptedPackage".encode("utf-16-le") in data or "EncryptionInfo".encode("utf-16-le") in data:
        raise UnreadableError(
            "encrypted",
            "This Word document is locked with a password. Open it in Word, remove the password "
            "(File, Info, Protect Document) and save it again.",
        )
    if "WordDocument".encode("utf-16-le") in data:
        return "doc"
    if "Workbook".encode("utf-16-le") in data or "PowerPoint".encode("utf-16-le") in data:
        raise _other("an old Excel or PowerPoint file")
    raise UnreadableError(
        "not_a_document", "This is no document that can be read. Name the Word file or the PDF of the plan instead."
    )


def _of_text(path: Path, head: bytes) -> str:
    """Plain text is believed only under a name that says so: anything else without a signature is no document."""
    if path.suffix.lower() in _OLD_SUFFIXES and head.lstrip()[:200].lower().startswith(_WRITTEN_AS_DOC):
        return "doc"
    is_text = b"\0" not in head and not any(byte < 9 or (13 < byte < 32 and byte != 27) for byte in head)
    if path.suffix.lower() in _TEXT_SUFFIXES and (is_text or head.startswith((b"\xff\xfe", b"\xfe\xff"))):
        return "txt"
    if is_text:
        raise UnreadableError(
            "not_a_document",
            "The file holds plain text and no Word document or PDF. If the text is the plan, give the file a name "
            "that ends in .txt; else ask for the document again.",
        )
    raise UnreadableError(
        "not_a_document",
        "The file is no Word document and no PDF, whatever its name says. Ask for it again, or export it as a PDF.",
    )
