"""Hostile and odd PDFs, written byte by byte, and odd things that are no files."""

# ruff: noqa: E501, S311  (an input to a line, whatever its length; seeds make the same bytes on every run)
from __future__ import annotations

import os
import random
import zlib
from collections.abc import Callable
from pathlib import Path

from archives import Case, archive, of

SAYS = b"BT /F1 12 Tf 60 700 Td (Sam likes trains and has a plan.) Tj ET"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more, data)


def pdf(*objects: bytes, root: int = 1, trailer: bytes = b"", start: int | None = None) -> bytes:
    """Objects (numbered from 1) as a file with a right table of places."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        root,
        trailer,
        table if start is None else start,
    )
    return bytes(out)


def page(
    content: bytes = SAYS, more: bytes = b"", catalog: bytes = b"", box: bytes = b"[0 0 595 842]", *others: bytes
) -> bytes:
    """A file of one page."""
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> %s >>"
        % (box, more),
        stream(content),
        FONT,
        *(others or (b"null",)),
    )


def pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 4) for number in range(count))
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        FONT,
        *(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            % (count + 4)
            for _ in range(count)
        ),
        stream(SAYS),
    )


def _locked(user: str, owner: str, strength: int = 128) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        from reportlab.lib.pdfencrypt import StandardEncryption
        from reportlab.pdfgen.canvas import Canvas

        canvas = Canvas(str(path), encrypt=StandardEncryption(user, ownerPassword=owner, strength=strength))
        canvas.drawString(60, 700, "Sam likes trains and has a plan.")
        canvas.save()

    return make


def _picture(path: Path) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    canvas.drawImage(ImageReader(Image.new("L", (100, 140), 180)), 0, 0, 595, 842)
    canvas.save()


def _filled_form(path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    canvas.drawString(60, 700, "Name of the child")
    canvas.acroForm.textfield(name="child", value="Filled into the form", x=200, y=690, width=300, height=24)
    canvas.save()


GOOD = page()
FLATE = stream(zlib.compress(b"q Q " * 40_000_000, 1), b"/Filter /FlateDecode")
FLATE_TWICE = stream(zlib.compress(zlib.compress(b"\0" * 200_000_000, 9), 9), b"/Filter [/FlateDecode /FlateDecode]")
RECURSIVE = stream(
    b"/X Do " + SAYS,
    b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> /Font << /F1 5 0 R >> >>",
)
ANY = ("text", "damaged", "no_text", "unreadable_text", "not_a_document", "encrypted", "too_large")


def _spoilt(seed: int) -> bytes:
    draw = random.Random(seed)
    data = bytearray(GOOD)
    for _ in range(10):
        data[draw.randrange(9, len(data))] = draw.randrange(256)
    return bytes(data)


SAM = "Sam likes trains"
PDFS = [
    Case("good.pdf", of(GOOD), ("text",), says=SAM),
    Case("zero.pdf", of(b""), ("empty_file",)),
    Case("head-only.pdf", of(b"%PDF-1.7\n"), ("damaged",)),
    Case("half.pdf", of(GOOD[: len(GOOD) // 2]), ("damaged", "text", "no_text")),
    Case("garbage-inside.pdf", of(b"%PDF-1.7\n" + random.Random(3).randbytes(4000)), ("damaged",)),
    Case("late-head.pdf", of(b"junk\n" * 20 + GOOD), ("text",), says=SAM),
    Case("very-late-head.pdf", of(b"junk\n" * 2000 + GOOD), ("not_a_document",)),
    Case("named.docx", of(GOOD), ("text",), says=SAM, warns="ends in .docx"),
    Case("locked.pdf", _locked("secret", "owner"), ("encrypted",)),
    Case("locked-40.pdf", _locked("secret", "owner", 40), ("encrypted",)),
    Case("owner-restricted.pdf", _locked("", "owner"), ("text",), says=SAM),
    Case("start-lies.pdf", of(GOOD.replace(b"startxref\n", b"startxref\n9")), ("text", "damaged")),
    Case("start-loops.pdf", of(pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>", trailer=b"/Prev 9")), ("damaged", "no_text")),
    Case("table-gone.pdf", of(GOOD.replace(b"xref\n0", b"none\n0")), ("text", "damaged")),
    Case("root-gone.pdf", of(GOOD.replace(b"/Root 1 0 R", b"")), ("damaged", "text")),
    Case("no-pages.pdf", of(pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")), ("damaged", "no_text")),
    Case("pages-recursive.pdf", of(pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>")), ("damaged", "no_text")),
    Case("count-lies.pdf", of(GOOD.replace(b"/Count 1", b"/Count 50000")), ("damaged", "too_large", "text")),
    Case("pages-50000.pdf", of(pages(50_000)), ("too_large",)),
    Case("pages-1500.pdf", of(pages(1500)), ("text",), says=SAM),
    Case("self-drawing.pdf", of(page(b"/X Do", b"", b"", b"[0 0 595 842]", RECURSIVE)), ("text", "no_text", "damaged")),
    Case("flate-bomb.pdf", of(GOOD.replace(stream(SAYS), FLATE)), (*ANY, "out_of_memory", "timed_out")),
    Case("flate-twice.pdf", of(GOOD.replace(stream(SAYS), FLATE_TWICE)), (*ANY, "out_of_memory", "timed_out")),
    Case("bad-flate.pdf", of(GOOD.replace(stream(SAYS), stream(b"not deflated", b"/Filter /FlateDecode"))), ("no_text", "damaged")),
    Case("giant-box.pdf", of(page(box=b"[0 0 99999999 99999999]")), ("text", "no_text", "damaged")),
    Case("negative-box.pdf", of(page(box=b"[595 842 0 0]")), ("text",), says=SAM),
    Case("offset-box.pdf", of(page(box=b"[-100 -100 495 742]")), ("text",), says=SAM),
    Case("zero-box.pdf", of(page(box=b"[0 0 0 0]")), ("text", "no_text", "damaged")),
    Case("nan-box.pdf", of(page(box=b"[0 0 nan inf]")), ("text", "no_text", "damaged")),
    Case("turned-90.pdf", of(page(more=b"/Rotate 90")), ("text",)),
    Case("turned-180.pdf", of(page(more=b"/Rotate 180")), ("text",)),
    Case("turned-45.pdf", of(page(more=b"/Rotate 45")), ("text",), says=SAM),
    Case("cropped-away.pdf", of(page(more=b"/CropBox [0 0 50 50]")), ("no_text", "text"), never=SAM),
    Case("picture.pdf", _picture, ("no_text", "text")),
    Case("filled-form.pdf", _filled_form, ("text",), says="Filled into the form"),
    Case("no-letters.pdf", of(page(b"BT /F2 12 Tf 60 700 Td (\001\002\003\001\002\003) Tj ET", b"", b"", b"[0 0 595 842]", b"null", stream(b"0 0 m 5 5 l S")).replace(b"/F1 5 0 R", b"/F1 5 0 R /F2 8 0 R")), ("no_text", "unreadable_text", "text")),
    Case("script.pdf", of(page(catalog=b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")), ("text",), says=SAM),
    Case("launch.pdf", of(page(catalog=b"/OpenAction << /S /Launch /F (/bin/sh) >>")), ("text",), says=SAM),
    Case("link.pdf", of(page(more=b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://example.invalid) >> >>]")), ("text",), says=SAM),
    Case("attachment.pdf", of(page(catalog=b"/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) /EF << /F 4 0 R >> >>] >> >>")), ("text",), says=SAM),
    Case("off-page.pdf", of(page(SAYS + b" BT /F1 12 Tf 2000 700 Td (off the page) Tj ET")), ("text",), says=SAM, never="off the page", warns="nobody sees"),
    Case("white.pdf", of(page(SAYS + b" BT 1 1 1 rg /F1 12 Tf 60 600 Td (white words) Tj ET")), ("text",), says=SAM, never="white words", warns="nobody sees"),
    Case("invisible.pdf", of(page(b"BT 3 Tr /F1 12 Tf 60 700 Td (recognised words) Tj ET")), ("text",), says="recognised words"),
    Case("no-font.pdf", of(page(SAYS.replace(b"/F1", b"/F9"))), ("text", "no_text")),
    Case("tiny-letters.pdf", of(page(SAYS.replace(b"12 Tf", b"0.001 Tf"))), ("text", "no_text")),
    Case("huge-letters.pdf", of(page(SAYS.replace(b"12 Tf", b"9999999 Tf"))), ("text", "no_text")),
    Case("lines-50000.pdf", of(page(SAYS + b" 0 0 m 9 9 l S" * 50_000)), ("text",), says=SAM),
    Case("boxes-5000.pdf", of(page(SAYS + b"".join(b" %d %d 9 9 re S" % (n % 60 * 10, n // 60 * 10) for n in range(5000)))), ("text",)),
    Case("pieces-40000.pdf", of(page(b"BT /F1 4 Tf " + b"".join(b"1 0 0 1 %d %d Tm (a) Tj " % (n % 200 * 3, n // 200 * 4) for n in range(40_000)) + b"ET")), ("text", "timed_out")),
    Case("letters-1m.pdf", of(page(b"BT /F1 1 Tf 10 700 Td (" + b"a" * 1_000_000 + b") Tj ET")), ("text", "no_text", "too_large")),
    Case("reference-loop.pdf", of(page(more=b"/Group 6 0 R").replace(b"null", b"6 0 R")), ("text", "damaged")),
    Case("bad-length.pdf", of(GOOD.replace(b"/Length %d" % len(SAYS), b"/Length 99999999")), ("text", "no_text", "damaged")),
    Case("object-bomb.pdf", of(pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"[" * 5000 + b"]" * 5000)), ANY),
    *(Case(f"spoilt-{seed}.pdf", of(_spoilt(seed)), ANY) for seed in range(10)),
]  # fmt: skip


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _link(path: Path) -> None:
    target = path.with_name("target.bin")
    target.write_bytes(GOOD)
    path.symlink_to(target)


ODT = "application/vnd.oasis.opendocument.text"
ODT_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
)


def open_document(body: str, head: str = "") -> Callable[[Path], None]:
    content = f"{head}<office:document-content {ODT_SPACES}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return of(archive({"mimetype": ODT, "content.xml": content}))


CELL = "<table:table-cell table:number-columns-repeated='999999999'><text:p>again</text:p></table:table-cell>"
OTHERS = [
    Case("good.odt", open_document("<text:p>open words</text:p>"), ("text",), says="open words"),
    Case("open-named.docx", open_document("<text:p>open words</text:p>"), ("text",), says="open words", warns="ends in .docx"),
    Case("doctype.odt", open_document("<text:p>x</text:p>", "<!DOCTYPE x []>"), ("damaged",)),
    Case("repeated.odt", open_document(f"<table:table><table:table-row table:number-rows-repeated='999999999'>{CELL}</table:table-row></table:table>"), ("text", "too_large", "out_of_memory")),
    Case("nested-lists.odt", open_document("<text:list><text:list-item>" * 80 + "<text:p>deep</text:p>" + "</text:list-item></text:list>" * 80 + "<text:p>kept</text:p>"), ("text",), says="kept"),
    Case("blank.odt", open_document("<text:p/>"), ("no_text",)),
    Case("no-content.odt", of(archive({"mimetype": ODT})), ("damaged",)),
    Case("garbage.rtf", of(b"{\\rtf1 " + random.Random(5).randbytes(3000)), ("text", "damaged", "no_text", "legacy_format", "timed_out")),
    Case("nulls.txt", of(b"a\0b" * 100), ("not_a_document",)),
    Case("blank.txt", of(b"\n\n \n"), ("no_text",)),
    Case("long-line.txt", of(b"word " * 400_000), ("text",)),
    Case("bars.md", of(b"|" * 50_000 + b"\n" + b"*" * 50_000 + b"\n" + b"[" * 50_000), ("text",)),
    Case("folder.docx", lambda path: path.mkdir(), ("not_readable",)),
    Case("pipe.docx", _fifo, ("not_readable",)),
    Case("device.docx", lambda path: path.symlink_to("/dev/zero"), ("not_readable",)),
    Case("loop.docx", _loop, ("not_readable", "not_found")),
    Case("dangling.docx", lambda path: path.symlink_to("nowhere"), ("not_found",)),
    Case("linked.pdf", _link, ("text",), says=SAM),
    Case("page.html", of(b"<html><body>A plan</body></html>"), ("not_a_document",)),
    Case("photo.docx", of(b"\xff\xd8\xff\xe0" + b"\0" * 100), ("not_a_document",)),
    Case("old.xls", of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le")), ("not_a_document",)),
    Case("words.pdf", of(b"This is a plan, says its name."), ("not_a_document",)),
    Case("gone.docx", lambda path: None, ("not_found",)),
]  # fmt: skip
