"""Hostile and odd archives and Word documents: how each is made, and how reading it must end."""

# ruff: noqa: E501, S311  (an input to a line, whatever its length; seeds make the same bytes on every run)
from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{SPACE}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Case(NamedTuple):
    """One input: its file name, how its bytes are made, and the endings that are right."""

    name: str
    make: Callable[[Path], None]
    endings: tuple[str, ...]  # "text", or kinds of refusal
    says: str = ""  # words that must be read
    never: str = ""  # words that must not be read as live text
    warns: str = ""  # a word of the warning that must be given


def p(text: str, look: str = "") -> str:
    return f'<w:p><w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def document(body: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {SPACES}><w:body>{body}</w:body></w:document>'


def word_parts(
    body: str, related: Mapping[str, str] | None = None, raw: str | bytes | None = None
) -> dict[str, str | bytes]:
    """The parts of a Word file. `related`: part name (styles, header1 ...) -> XML."""
    related = related or {}
    links = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for number, name in enumerate(related)
    )
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"<Relationships>{links}</Relationships>",
        "word/document.xml": document(body) if raw is None else raw,
        **{f"word/{name}.xml": xml for name, xml in related.items()},
    }


def archive(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as out:
        for name, data in parts.items():
            out.writestr(name, data)
    return held.getvalue()


def of(data: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(data) and None


def word(body: str, related: Mapping[str, str] | None = None, **more: str | bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(archive({**word_parts(body, related), **more}))

    return make


def raw_word(xml: str | bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(archive(word_parts("", raw=xml))) and None


GOOD = archive(word_parts(p("Sam likes trains.")))


def _overlapping(path: Path) -> None:
    """Every entry of the directory points at the same bytes."""
    data = bytearray(archive({"a.xml": "x" * 4000, "word/document.xml": document(p("x"))}, zipfile.ZIP_STORED))
    second = data.rfind(b"PK\x01\x02")
    data[second + 42 : second + 46] = struct.pack("<I", 0)
    path.write_bytes(bytes(data))


def _duplicate(path: Path) -> None:
    held = io.BytesIO()
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(held, "w") as out:
            out.writestr("word/document.xml", document(p("first")))
            out.writestr("word/document.xml", document(p("second")))
    path.write_bytes(held.getvalue())


def _flagged_encrypted(path: Path) -> None:
    data = bytearray(GOOD)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    path.write_bytes(bytes(data))


def _unknown_method(path: Path) -> None:
    data = bytearray(GOOD)
    for mark, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset : at + offset + 2] = struct.pack("<H", 99)
            at = data.find(mark, at + 4)
    path.write_bytes(bytes(data))


def _wrong_checksum(path: Path) -> None:
    data = bytearray(archive(word_parts(p("Sam likes trains.")), zipfile.ZIP_STORED))
    at = data.find(b"trains")
    data[at] ^= 1
    path.write_bytes(bytes(data))


def _lying_size(path: Path) -> None:
    data = bytearray(archive(word_parts(p("x" * 200_000))))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        if b"document.xml" in data[at + 46 : at + 70] and b"rels" not in data[at + 46 : at + 80]:
            data[at + 24 : at + 28] = struct.pack("<I", 100)
        at = data.find(b"PK\x01\x02", at + 4)
    path.write_bytes(bytes(data))


def _many_entries(path: Path) -> None:
    path.write_bytes(
        archive({**word_parts(p("x")), **{f"word/media/{n}": b"" for n in range(10_500)}}, zipfile.ZIP_STORED)
    )


def _bomb(parts: int, size: int) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        held = io.BytesIO()
        zeros = b"\0" * 2**20
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
            for name, data in word_parts(p("x")).items():
                out.writestr(name, data)
            for number in range(parts):
                with out.open(f"word/media/{number}.bin", "w", force_zip64=True) as part:
                    for _ in range(size):
                        part.write(zeros)
        path.write_bytes(held.getvalue())

    return make


def _document_bomb(path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for name, data in word_parts("").items():
            if name != "word/document.xml":
                out.writestr(name, data)
        with out.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(document("").partition("</w:body>")[0].encode())
            for _ in range(100):
                part.write(b"<w:p/>" * 170_000)
            part.write(b"</w:body></w:document>")
    path.write_bytes(held.getvalue())


def _rows(count: int) -> str:
    draw = random.Random(7)
    rows = "".join(
        "<w:tr>"
        + "".join(f"<w:tc>{p(''.join(draw.choices('abcdefgh klmnop', k=24)))}</w:tc>" for _ in range(4))
        + "</w:tr>"
        for _ in range(count)
    )
    return f"<w:tbl>{rows}</w:tbl>"


def _nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + p("deep inside") + "</w:tc></w:tr></w:tbl>" * depth


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
EXTERNAL = f'<Relationship Id="x" Type="{OFFICE}/attachedTemplate" Target="http://example.invalid/t.dotm" TargetMode="External"/>'
STYLE_LOOP = (
    f'<w:styles {SPACES}><w:style w:type="paragraph" w:styleId="A" w:default="1"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style></w:styles>'
)
NUMBER_LOOP = (
    f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0"><w:styleLink w:val="S"/><w:numStyleLink w:val="S"/></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
LISTED = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>listed</w:t></w:r></w:p>'
)
BOX = "<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>"
OPEN_FIELD = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r></w:p>'


def _spoilt(data: bytes, seed: int, times: int = 12) -> bytes:
    draw = random.Random(seed)
    spoilt = bytearray(data)
    for _ in range(times):
        spoilt[draw.randrange(len(spoilt))] = draw.randrange(256)
    return bytes(spoilt)


ARCHIVES = [
    Case("zero.docx", of(b""), ("empty_file",)),
    Case("one-byte.docx", of(b"P"), ("not_a_document",)),
    Case("garbage.docx", of(random.Random(1).randbytes(5000)), ("not_a_document",)),
    Case("half.docx", of(GOOD[: len(GOOD) // 2]), ("damaged",)),
    Case("head-only.docx", of(GOOD[:40]), ("damaged",)),
    Case("tail-cut.docx", of(GOOD[:-10]), ("damaged",)),
    Case("tail-more.docx", of(GOOD + b"\0" * 300), ("text", "damaged")),
    Case("empty-archive.docx", of(archive({})), ("not_a_document", "damaged")),
    Case("document-bomb.docx", _document_bomb, ("too_large",)),
    Case("bomb-one-part.docx", _bomb(1, 300), ("too_large",)),
    Case("bomb-many-parts.docx", _bomb(300, 1), ("too_large",)),
    Case("bomb-beside.docx", _bomb(1, 100), ("text", "too_large")),
    Case("many-entries.docx", _many_entries, ("too_large",)),
    Case("overlapping.docx", _overlapping, ("damaged",)),
    Case("duplicate.docx", _duplicate, ("damaged",)),
    Case("lying-size.docx", _lying_size, ("damaged",)),
    Case("wrong-checksum.docx", _wrong_checksum, ("damaged",)),
    Case("flagged-encrypted.docx", _flagged_encrypted, ("encrypted", "damaged")),
    Case("unknown-method.docx", _unknown_method, ("damaged",)),
    Case("absolute-name.docx", word(p("kept"), **{"/etc/ESCAPED": b"x"}), ("text",), says="kept"),
    Case("dotted-name.docx", word(p("kept"), **{"../../ESCAPED": b"x"}), ("text",), says="kept"),
    Case("backslash-name.docx", word(p("kept"), **{"word\\..\\..\\ESCAPED": b"x"}), ("text",), says="kept"),
    Case("nested-archive.docx", word(p("kept"), **{"word/embeddings/a.docx": GOOD}), ("text",), says="kept"),
    Case("no-document.docx", of(archive({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<x/>"})), ("damaged",)),
    Case("archive-of-text.docx", of(archive({"a.txt": "x"})), ("not_a_document",)),
    Case("workbook.docx", of(archive({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"})), ("not_a_document",)),
    Case("slides.docx", of(archive({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<x/>"})), ("not_a_document",)),
    Case("book.docx", of(archive({"mimetype": "application/epub+zip", "a.xhtml": "x"})), ("not_a_document",)),
    Case("word-named.pdf", of(GOOD), ("text",), says="Sam likes trains.", warns="ends in .pdf"),
    Case("word-without-suffix", of(GOOD), ("text",), says="Sam likes trains."),
    Case("both-formats.docx", of(GOOD + b"%PDF-1.4\n"), ("text", "damaged")),
    Case("ole-encrypted.docx", of(OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")), ("encrypted",)),
    Case("ole-word.docx", of(OLE + b"\0" * 500 + "WordDocument".encode("utf-16-le")), ("legacy_format", "damaged", "no_text", "text")),
    Case("ole-nothing.doc", of(OLE + b"\0" * 500), ("not_a_document",)),
    *(Case(f"spoilt-{seed}.docx", of(_spoilt(GOOD, seed)), ("text", "damaged", "not_a_document", "no_text", "encrypted", "too_large"))
      for seed in range(8)),
]  # fmt: skip

WORDS = [
    Case("doctype.docx", raw_word("<!DOCTYPE w []>" + document(p("x")).partition("?>")[2]), ("damaged",)),
    Case("doctype-styles.docx", word(p("x"), {"styles": "<!DOCTYPE s []><s/>"}), ("damaged",)),
    Case("doctype-header.docx", word(p("x"), {"header1": "<!DOCTYPE s []><s/>"}), ("damaged",)),
    Case("doctype-relations.docx", word(p("x"), **{"_rels/.rels": "<!DOCTYPE s []><s/>"}), ("damaged",)),
    Case("billion-laughs.docx", raw_word(f'<!DOCTYPE w [<!ENTITY l0 "ha">{LAUGHS}]>' + document(p("&l9;")).partition("?>")[2]), ("damaged",)),
    Case("outside-entity.docx", raw_word('<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + document(p("&x;")).partition("?>")[2]), ("damaged",), never="root:"),
    Case("include.docx", word(f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>{p("kept")}'), ("text",), says="kept", never="root:"),
    Case("outside-template.docx", word(p("kept"), **{"word/_rels/document.xml.rels": f"<Relationships>{EXTERNAL}</Relationships>"}), ("text",), says="kept"),
    Case("escaping-relation.docx", word(p("kept"), **{"word/_rels/document.xml.rels": f'<Relationships><Relationship Id="r" Type="{OFFICE}/styles" Target="../../../../etc/passwd"/></Relationships>'}), ("text",), says="kept", never="root:"),
    Case("damaged-styles.docx", word(p("kept"), {"styles": "<not xml"}), ("text",), says="kept", warns="damaged"),
    Case("damaged-relations.docx", word(p("kept"), **{"word/_rels/document.xml.rels": "<not xml"}), ("text", "damaged")),
    Case("not-xml.docx", raw_word("no xml at all"), ("damaged",)),
    Case("cut-xml.docx", raw_word(document(p("x"))[:-30]), ("damaged",)),
    Case("wrong-root.docx", raw_word("<a/>"), ("damaged",)),
    Case("no-body.docx", raw_word(f"<w:document {SPACES}/>"), ("damaged",)),
    Case("empty-body.docx", word(""), ("no_text",)),
    Case("blank-paragraphs.docx", word("<w:p/>" * 3000), ("no_text",)),
    Case("null-letter.docx", raw_word(document(p("a&#0;b"))), ("damaged",)),
    Case("bad-bytes.docx", raw_word(document(p("x")).encode().replace(b"x</w:t>", b"\xff\xfe</w:t>")), ("damaged",)),
    Case("sixteen-bits.docx", raw_word(document(p("wide letters")).replace("UTF-8", "UTF-16").encode("utf-16")), ("text",), says="wide letters"),
    Case("huge-span.docx", word(f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="399999999"/></w:tcPr>{p("wide")}</w:tc></w:tr></w:tbl>'), ("text",), says="wide"),
    Case("negative-span.docx", word(f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-5"/></w:tcPr>{p("narrow")}</w:tc></w:tr></w:tbl>'), ("text",), says="narrow"),
    Case("nested-5000.docx", word(_nested(5000)), ("too_large",)),
    Case("nested-50.docx", word(_nested(50)), ("text",), says="deep inside"),
    Case("rows-10000.docx", word(_rows(10_000)), ("text",)),
    Case("controls-nested.docx", word("<w:sdt><w:sdtContent>" * 100 + p("in controls") + "</w:sdtContent></w:sdt>" * 100), ("text",), says="in controls"),
    Case("style-loop.docx", word(p("styled"), {"styles": STYLE_LOOP}), ("text",), says="styled"),
    Case("number-loop.docx", word(LISTED, {"numbering": NUMBER_LOOP}), ("text",), says="listed"),
    Case("paragraph-10mb.docx", word(p("word " * 2_100_000)), ("text", "too_large")),
    Case("runs-50000.docx", word("<w:p>" + "<w:r><w:t>a </w:t></w:r>" * 50_000 + "</w:p>"), ("text", "too_large")),
    Case("attribute-1mb.docx", word(f'<w:p w:rsid="{"9" * 1_000_000}"><w:r><w:t>kept</w:t></w:r></w:p>'), ("text", "too_large")),
    Case("deleted.docx", word("<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>"), ("text",), says="new", never="gone", warns="deletion"),
    Case("moved.docx", word(f"<w:moveFrom>{p('old place')}</w:moveFrom><w:moveTo>{p('new place')}</w:moveTo>"), ("text",), says="new place", never="old place"),
    Case("hidden.docx", word(p("seen") + p("unseen", "<w:vanish/>")), ("text",), says="seen", never="unseen", warns="hidden"),
    Case("all-hidden.docx", word(p("unseen", "<w:vanish/>")), ("no_text",)),
    Case("struck.docx", word(p("stands") + p("falls", "<w:strike/>")), ("text",), says="stands", never="falls", warns="struck"),
    Case("boxes-in-boxes.docx", word("<w:p>" + BOX.format("<w:p>" + BOX.format(p("inner box")) + "</w:p>") + "</w:p>"), ("text",), says="inner box"),
    Case("field-never-ends.docx", word(OPEN_FIELD + p("after the field") * 3), ("text",), says="after the field"),
    Case("field-never-begins.docx", word('<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>kept</w:t></w:r></w:p>'), ("text",), says="kept"),
    Case("simple-field.docx", word('<w:p><w:fldSimple w:instr="X"><w:r><w:t>field result</w:t></w:r></w:fldSimple></w:p>'), ("text",), says="field result"),
    Case("smart-tags.docx", word("<w:p>" + "<w:smartTag>" * 40 + "<w:r><w:t>tagged</w:t></w:r>" + "</w:smartTag>" * 40 + "</w:p>"), ("text",), says="tagged"),
    Case("chunk.docx", word('<w:altChunk r:id="x"/>' + p("kept")), ("text",), says="kept"),
    Case("pictures-only.docx", word("<w:p><w:r><w:drawing/></w:r></w:p>"), ("no_text",)),
    Case("strict.docx", raw_word(document(p("strictly")).replace(SPACE, "http://purl.oclc.org/ooxml/wordprocessingml/main")), ("text",), says="strictly"),
    Case("macros.docm", word(p("with macros"), **{"word/vbaProject.bin": b"\0" * 100}), ("text",), says="with macros"),
    Case("template.dotx", word(p("a template")), ("text",), says="a template"),
    Case("other-part-name.docx", of(archive({"_rels/.rels": f'<Relationships><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="/doc/main.xml"/></Relationships>', "[Content_Types].xml": "<Types/>", "doc/main.xml": document(p("elsewhere"))})), ("text",), says="elsewhere"),
    Case("bidi.docx", word(p("safe \u202egnihtemos\u202c end")), ("text",), says="safe gnihtemos end"),
    Case("zero-width.docx", word(p("Sec\u200btion\u00a0\u200dF")), ("text",), says="Section F"),
    Case("soft-hyphens.docx", word(p("So\u00adcial care")), ("text",), says="Social care"),
    Case("look-alikes.docx", word(p("S\u0435ction F")), ("text",)),
    Case("emoji.docx", word(p("happy 😀👩‍👧 face")), ("text",), says="happy 😀"),
    Case("right-to-left.docx", word(p("العربية and English")), ("text",), says="and English"),
    Case("formula.docx", word(p('=HYPERLINK("http://example.invalid")')), ("text",), says="=HYPERLINK"),
    Case("markup.docx", word(p("[/] [red] &lt;script&gt;alert(1)&lt;/script&gt;")), ("text",), says="<script>"),
    Case("escapes.docx", raw_word(document(p("a\u009b31mb"))), ("text",), says="a31mb"),
    Case("bait-spaces.docx", word(p("by " + " " * 50_000 + "x")), ("text",)),
    Case("bait-dates.docx", word(p("by the end of " * 20_000)), ("text",)),
    Case("bait-mail.docx", word(p("a." * 50_000 + "@")), ("text",)),
    Case("list-level-99.docx", word(LISTED.replace('w:ilvl w:val="0"', 'w:ilvl w:val="99"')), ("text",), says="listed"),
    Case("merge-without-start.docx", word(f'<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{p("orphan")}</w:tc></w:tr></w:tbl>'), ("text",), says="orphan"),
    Case("=cmd.docx", of(GOOD), ("text",)),
    Case("[red]name[bold].docx", of(GOOD), ("text",)),
    Case("<b>name.docx", of(GOOD), ("text",)),
    Case("line\nbreak.docx", of(GOOD), ("text",)),
    Case("x" * 200 + ".docx", of(GOOD), ("text",)),
    Case("Zoë’s plan – №1.docx", of(GOOD), ("text",)),
]  # fmt: skip
