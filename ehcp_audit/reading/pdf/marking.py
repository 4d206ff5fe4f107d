"""A PDF with highlights on the exact words, a note in each, and the list of the notes at the end."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from ehcp_audit.errors import UnreadableError
from ehcp_audit.reading.marking import LARGEST_COPY, Copy, Note, Sheet, words_at
from ehcp_audit.reading.pdf import opening, whole
from ehcp_audit.reading.pdf.annotating import Quad, Writer
from ehcp_audit.reading.pdf.locating import Box, Locator, Turned
from ehcp_audit.reading.pdf.typeset import Words, pages_of

if TYPE_CHECKING:
    from ehcp_audit.model import Stretch
    from ehcp_audit.reading.formats import Wishes

_QUOTED = 220  # characters of the words in the list
_NO_COPY = "No marked copy could be made of this PDF. Print it to a new PDF, and check that copy."


def mark(path: Path, wishes: Wishes, sheet: Sheet) -> Copy:
    """The PDF with a highlight on the words of each note, and pages that list them. What it shows stays as it is.

    Raises UnreadableError.
    """
    stretches = whole.read(path, wishes).stretches
    with opening.Opened(path, wishes.passwords) as document:
        quads, unplaced = _places(document, stretches, sheet.notes)
        original = path.read_bytes()
        before = _texts(document.raw)
        remarks = _remarks(original, document)
        for data in _ways(original, document):
            made = _written(data, sheet, quads)
            if made is not None and _shows_the_same(made, before):
                if len(made) > LARGEST_COPY:
                    raise UnreadableError("too_large", f"A marked copy is larger than {LARGEST_COPY // 2**20} MiB.")
                return Copy(made, unplaced, remarks)
    raise UnreadableError("damaged", _NO_COPY)


def _places(
    document: opening.Opened, stretches: Sequence[Stretch], notes: Sequence[Note]
) -> tuple[dict[int, list[Quad]], tuple[int, ...]]:
    """The parts of lines that each note's words take up; the numbers of the notes whose words were not found."""
    locator = Locator(document, stretches)
    texts = [one.text for one in stretches]
    found: dict[int, list[Quad]] = {}
    for number, note in enumerate(notes):
        for span in note.spans:
            if words_at(span, texts) != span.words:
                continue
            for at in range(span.first, span.last + 1):
                start = span.start if at == span.first else 0
                end = span.end if at == span.last else len(texts[at])
                for page, box in locator.lines(at, start, end):
                    found.setdefault(number, []).append(_quad(page, box, locator.turned[page]))
    return found, tuple(number for number in range(len(notes)) if number not in found)


def _quad(page: int, box: Box, turned: Turned) -> Quad:
    left, top, right, bottom = box
    corners = ((left, top), (right, top), (left, bottom), (right, bottom))
    return Quad(page, tuple(turned.own(x, y) for x, y in corners))


def _ways(original: bytes, document: opening.Opened) -> Iterator[bytes]:
    """The file as it is; then as pdfium writes it again, mended and without its lock."""
    if not _is_locked(document):
        yield original
    saved = _saved(document)
    if saved:
        yield saved


def _is_locked(document: opening.Opened) -> bool:
    return int(pdfium.FPDF_GetSecurityHandlerRevision(document.raw)) >= 0


def _saved(document: opening.Opened) -> bytes:
    """The document as pdfium writes it."""
    parts: list[bytes] = []

    def take(_: Any, data: Any, size: int) -> int:
        parts.append(ctypes.string_at(data, size))
        return 1

    target = pdfium.FPDF_FILEWRITE()
    target.version = 1
    target.WriteBlock = type(target.WriteBlock)(take)
    done = pdfium.FPDF_SaveAsCopy(document.raw, target, pdfium.FPDF_REMOVE_SECURITY)
    return b"".join(parts) if done else b""


def _written(data: bytes, sheet: Sheet, quads: dict[int, list[Quad]]) -> bytes | None:
    """The marked file; None where pypdf cannot follow this one."""
    try:
        writer = Writer(data)
        for number, note in enumerate(sheet.notes):
            if number in quads:
                writer.highlight(number, note, quads[number], sheet.dated)
        listed = pages_of(_list(sheet, quads))
        writer.append(listed, {number: found[0] for number, found in quads.items()})
        return writer.bytes()
    except MemoryError:
        raise
    except Exception:
        return None


def _list(sheet: Sheet, quads: dict[int, list[Quad]]) -> Iterator[Words]:
    """The words of the last pages: the summary, then the notes with their pages."""
    yield Words(sheet.heading, size=18, bold=True)
    for line in sheet.summary:
        yield Words(line, above=5)
    for number, note in enumerate(sheet.notes):
        if not note.gist:
            continue  # it speaks of the whole plan, as the summary does
        pages = sorted({quad.page for quad in quads.get(number, ())})
        on = f"page{'s' if len(pages) > 1 else ''} {', '.join(map(str, pages))}" if pages else "not found on the page"
        head = f"{number}. {note.title}: {on}"
        target = number if pages else None
        yield Words(head, bold=True, indent=16, above=9, leads_to=target, colour=note.colour)
        words = note.spans[0].words
        quoted = words if len(words) <= _QUOTED else words[:_QUOTED].rsplit(" ", 1)[0] + " ..."
        yield Words(f"“{quoted}”", size=9.5, indent=16, above=1)
        if note.gist:
            yield Words(note.gist, size=9.5, indent=16, above=1)
    if sheet.key:
        yield Words("What the criteria ask", size=13, bold=True, above=16)
    for name, words in sheet.key:
        yield Words(f"{name}: {words}", size=9.5, above=3)


def _texts(document: Any) -> list[str]:
    """What pdfium reads on each page."""
    found = []
    for number in range(pdfium.FPDF_GetPageCount(document)):
        page = pdfium.FPDF_LoadPage(document, number)
        if not page:
            found.append("")
            continue
        text = pdfium.FPDFText_LoadPage(page)
        count = pdfium.FPDFText_CountChars(text)
        found.append("".join(chr(pdfium.FPDFText_GetUnicode(text, index)) for index in range(max(count, 0))))
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    return found


def _shows_the_same(data: bytes, before: list[str]) -> bool:
    """Does the copy read as the original does, page by page?"""
    held = (ctypes.c_char * len(data)).from_buffer_copy(data)
    document = pdfium.FPDF_LoadMemDocument64(held, len(data), None)
    if not document:
        return False
    try:
        return _texts(document)[: len(before)] == before
    finally:
        pdfium.FPDF_CloseDocument(document)


def _remarks(original: bytes, document: opening.Opened) -> tuple[str, ...]:
    """What a person should know of the copy."""
    said = []
    if b"/ByteRange" in original:
        said.append("The PDF is signed; the signature holds for the original only.")
    if _is_locked(document):
        said.append("The PDF is protected; the copy is without its password and protection: keep it as safe.")
    return tuple(said)
