"""How a Word page of ours is laid out: real headings, tables with header rows, pictures with words for who cannot see.

A page is a list of blocks. It is written on a blank A4 page in our own type, or into an authority's template, whose
styles, letterhead and margins it then takes: behind the bookmark `ehcp_audit` where there is one, else at the end.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ehcp_audit.styling import BLUE, INK, PAPER, QUIET, RULE, SHADE
from ehcp_audit.unseen import visible

if TYPE_CHECKING:
    from docx.document import Document

BOOKMARK = "ehcp_audit"
FONT = "Arial"
KINDS = ("title", "heading", "text", "quiet", "bullet", "table", "picture")
_NOT_XML = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_SIZES = {"title": 20.0, "heading": 12.5, "text": 10.0, "quiet": 8.5, "bullet": 10.0}
_STYLES = {"title": "Title", "heading": "Heading 1", "bullet": "List Bullet"}
_ABOVE = {"title": 0.0, "heading": 7.0, "text": 0.0, "quiet": 2.0, "bullet": 0.0}
_BELOW = {"title": 1.0, "heading": 2.0, "text": 3.0, "quiet": 0.0, "bullet": 1.5}


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page, by one of KINDS.

    `text` is its words; `strong` its first words, in bold. A table has `rows`, the first of them its headings, and
    `widths` in centimetres. A picture has `data` (PNG), `alt`, and its first width in centimetres.
    """

    kind: str
    text: str = ""
    strong: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[float, ...] = ()
    strong_column: bool = False  # the first cell of each row names the row
    data: bytes = b""
    alt: str = ""


def word_page(blocks: Sequence[Block], title: str, template: bytes | None = None) -> bytes:
    """The document, the same bytes for the same blocks."""
    import docx

    document = docx.Document(io.BytesIO(template)) if template is not None else _blank(docx.Document())
    document.core_properties.title = title
    document.core_properties.language = "en-GB"
    _undated(document, ours=template is None)
    before = list(document.element.body)
    for block in blocks:
        _put(document, block, ours=template is None)
    _behind_the_bookmark(document, [one for one in document.element.body if one not in before])
    out = io.BytesIO()
    document.save(out)
    return _same_again(out.getvalue())


def _blank(document: Document) -> Document:
    """A4 with room for one page of words, in our type, English."""
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.9)
    section.top_margin, section.bottom_margin = Cm(1.5), Cm(1.3)
    for name, size, colour in (("Normal", 10.0, INK), ("Title", 20.0, INK), ("Heading 1", 12.5, BLUE)):
        style: Any = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = RGBColor.from_string(colour)
        style.font.bold = name != "Normal"
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{slot}"), None)
        for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{slot}"), FONT)
    borders = document.styles["Title"].element.find(f".//{qn('w:pBdr')}")
    if borders is not None:
        borders.getparent().remove(borders)
    language = document.styles.element.find(f".//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:val"), "en-GB")
    return document


def _undated(document: Document, *, ours: bool) -> None:
    """Nothing says when the page was made, nor that python-docx made its blank one."""
    from datetime import datetime

    properties = document.core_properties
    properties.last_modified_by = "ehcp-audit"
    properties.modified = datetime(2000, 1, 1)  # noqa: DTZ001  (Word keeps no zone)
    if ours:
        properties.author = "ehcp-audit"
        properties.comments = ""
        properties.created = properties.modified


def _put(document: Document, block: Block, *, ours: bool) -> None:
    if block.kind == "table":
        _table(document, block)
    elif block.kind == "picture":
        _picture(document, block)
    else:
        _paragraph(document, block, ours=ours)


def _paragraph(document: Document, block: Block, *, ours: bool) -> None:
    from docx.shared import Pt, RGBColor

    paragraph: Any = document.add_paragraph()
    styled = _has_style(document, _STYLES.get(block.kind))
    if styled:
        paragraph.style = document.styles[_STYLES[block.kind]]
    runs = [paragraph.add_run(_shown(f"{block.strong} "))] if block.strong else []
    for run in runs:
        run.bold = True
    runs.append(paragraph.add_run(_shown(block.text)))
    if ours or not styled:
        paragraph.paragraph_format.space_before = Pt(_ABOVE[block.kind])
        paragraph.paragraph_format.space_after = Pt(_BELOW[block.kind])
        paragraph.paragraph_format.keep_with_next = block.kind == "heading"
        for run in runs:
            run.font.size = Pt(_SIZES[block.kind])
            if block.kind in ("title", "heading"):
                run.bold = True
    if block.kind == "quiet":
        for run in runs:
            run.font.color.rgb = RGBColor.from_string(QUIET)


def _shown(text: str) -> str:
    """The text with every control character visible, and without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", visible(text))


def _has_style(document: Document, name: str | None) -> bool:
    return name is not None and any(style.name == name for style in document.styles)


def _table(document: Document, block: Block) -> None:
    """A table whose first row is its header: said so in the file, for a screen reader and for the next page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    table: Any = document.add_table(len(block.rows), len(block.rows[0]))
    if _has_style(document, "Table Grid"):
        table.style = document.styles["Table Grid"]
    table.autofit = False
    _ruled(table)
    for column, width in zip(table.columns, block.widths, strict=True):
        column.width = Cm(width)
    for number, texts in enumerate(block.rows):
        row = table.rows[number]
        about = row._tr.get_or_add_trPr()
        about.append(OxmlElement("w:cantSplit"))
        if number == 0:
            about.append(OxmlElement("w:tblHeader"))
        for column, text in enumerate(texts):
            cell = row.cells[column]
            cell.width = Cm(block.widths[column])
            shade = OxmlElement("w:shd")
            for name, value in (("val", "clear"), ("color", "auto"), ("fill", BLUE if number == 0 else PAPER)):
                shade.set(qn(f"w:{name}"), value)
            if number and column == 0 and block.strong_column:
                shade.set(qn("w:fill"), SHADE)
            cell._tc.get_or_add_tcPr().append(shade)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
            run = paragraph.add_run(_shown(text))
            run.font.size = Pt(9.5 if number else 9)
            run.bold = number == 0 or (column == 0 and block.strong_column)
            if number == 0:
                run.font.color.rgb = RGBColor.from_string(PAPER)


def _ruled(table: Any) -> None:
    """Thin grey lines, whatever the template's tables look like."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", RULE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def _picture(document: Document, block: Block) -> None:
    from docx.shared import Cm, Pt

    paragraph: Any = document.add_paragraph()
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    shape = paragraph.add_run().add_picture(io.BytesIO(block.data), width=Cm(block.widths[0]))
    shape._inline.docPr.set("descr", _shown(block.alt))
    shape._inline.docPr.set("title", _shown(block.text))
    shape._inline.docPr.set("name", _shown(block.text))


def _behind_the_bookmark(document: Document, ours: Sequence[Any]) -> None:
    """Move what was added behind the paragraph that bears the bookmark, if a template has one."""
    from docx.oxml.ns import qn

    body = document.element.body
    for mark in body.iter(qn("w:bookmarkStart")):
        if (mark.get(qn("w:name")) or "").lower() == BOOKMARK:
            place = next((one for one in (mark, *mark.iterancestors()) if one.getparent() is body), None)
            if place is not None:
                for element in reversed(ours):
                    place.addnext(element)
            return


def _same_again(data: bytes) -> bytes:
    """The archive without the hour at which it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            info = zipfile.ZipInfo(entry.filename, _LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, source.read(entry))
    return out.getvalue()
