"""Blocks -> a .docx file, as bytes that are the same on every machine and every day.

The WordprocessingML is written by hand: plans need content controls, text boxes, tracked changes and automatic
numbering, which python-docx cannot make, and a thousand of them must not take an hour.
"""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from blocks import (
    COMMENT,
    DELETED,
    FOOTNOTE,
    INSERTED,
    STRUCK,
    Block,
    Box,
    Cell,
    Columns,
    Control,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Run,
    Sheet,
    Table,
)
from pictures import png
from word_parts import (
    APP,
    AUTO,
    CORE,
    FIXED_DATE,
    PACKAGE_RELATIONS,
    XML,
    W,
    content_types,
    document_relations,
    notes_part,
    numbering,
    styles,
)

ZIP_DATE = (2026, 9, 1, 9, 0, 0)
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
NAMESPACES = (
    f"{W} {R} "
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
STYLE_IDS = {
    "title": "Title", "subtitle": "Subtitle", "h1": "Heading1", "h2": "Heading2", "h3": "Heading3", "quote": "Quote",
    "small": "SmallPrint", "label": "FieldLabel", "bullet": "ListBullet", "number": "ListNumber", "toc": "TOC1",
    "band": "BandHeading",
}  # fmt: skip


class WordWriter:
    """Draws one sheet. Counts the ids that Word wants to be unique."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.theme = sheet.theme
        self.ids = 0
        self.lists: set[int] = set()
        self.autos: list[tuple[str, str, int]] = []
        self.pictures: list[bytes] = []
        self.notes: dict[str, list[str]] = {COMMENT: [], FOOTNOTE: []}
        self.width = 14570 if sheet.landscape else 9638  # twentieths of a point between the margins

    def save(self) -> bytes:
        """The bytes of the .docx."""
        body = "".join(self.block(block) for block in self.sheet.blocks) + self.page_setup()
        parts: dict[str, str | bytes] = {
            "[Content_Types].xml": "",  # first in the package, filled below
            "_rels/.rels": PACKAGE_RELATIONS,
            "docProps/app.xml": APP,
            "docProps/core.xml": CORE.format(title=escape(self.sheet.title), date=FIXED_DATE),
            "word/document.xml": f"{XML}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": styles(self.theme),
            "word/numbering.xml": numbering(sorted(self.lists), self.autos),
            "word/settings.xml": f'{XML}<w:settings {W}><w:defaultTabStop w:val="720"/></w:settings>',
            "word/header1.xml": self.margin("hdr", "Header", self.sheet.header),
            "word/footer1.xml": self.margin("ftr", "Footer", self.sheet.footer),
        }
        held = [kind for kind, texts in self.notes.items() if texts]
        parts |= {f"word/{kind}s.xml": notes_part(kind, self.notes[kind]) for kind in held}
        parts["[Content_Types].xml"] = content_types(held, len(self.pictures))
        parts["word/_rels/document.xml.rels"] = document_relations(held, len(self.pictures))
        parts |= {f"word/media/image{at}.png": data for at, data in enumerate(self.pictures, 1)}
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
            for name, text in parts.items():
                entry = zipfile.ZipInfo(name, ZIP_DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3
                entry.external_attr = 0o600 << 16
                package.writestr(entry, text if isinstance(text, bytes) else text.encode())
        return made.getvalue()

    def next_id(self) -> int:
        self.ids += 1
        return self.ids

    def block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return self.paragraph(block)
            case Table():
                table = self.table(block)
                return self.control(table, block.control) if block.control else table + SPACER
            case Box():
                return self.box(block)
            case Control():
                return self.control("".join(map(self.paragraph, block.paragraphs)), block.title)
            case Columns():
                return self.columns(block)
            case Picture():
                return self.picture(block)
            case PageBreak():
                return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def paragraph(self, paragraph: Paragraph, colour: str = "") -> str:
        properties = ""
        if paragraph.style in STYLE_IDS:
            properties = f'<w:pStyle w:val="{STYLE_IDS[paragraph.style]}"/>'
        if paragraph.style == "number":
            self.lists.add(paragraph.list_id)
            properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{paragraph.list_id + 10}"/></w:numPr>'
        if paragraph.auto is not None:
            if paragraph.auto not in self.autos:
                self.autos.append(paragraph.auto)
            number = AUTO + self.autos.index(paragraph.auto)
            properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        if paragraph.style == "toc":
            properties += f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{self.width}"/></w:tabs>'
        runs = "".join(self.run(run, colour) for run in paragraph.runs)
        if paragraph.after:
            plain = '<w:b w:val="0"/><w:color w:val="000000"/><w:sz w:val="22"/>'
            runs += f"<w:r><w:br/></w:r><w:r><w:rPr>{plain}</w:rPr><w:t>{escape(paragraph.after)}</w:t></w:r>"
        return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"

    def run(self, run: Run, colour: str) -> str:
        if run.change in self.notes:
            notes = self.notes[run.change]
            notes.append(run.text)
            mark = f'<w:{run.change}Reference w:id="{len(notes)}"/>'
            return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{mark}</w:r>'
        look = ("<w:b/>" if run.bold else "") + ("<w:i/>" if run.italic else "")
        look += '<w:u w:val="single"/>' if run.underline else ""
        look += "<w:strike/>" if run.change == STRUCK else ""
        look += f'<w:color w:val="{colour}"/>' if colour else ""
        tag = "delText" if run.change == DELETED else "t"
        words = escape(run.text).replace("\t", f'</w:{tag}><w:tab/><w:{tag} xml:space="preserve">')
        made = f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'
        if run.change in (INSERTED, DELETED):
            kind = "ins" if run.change == INSERTED else "del"
            return f'<w:{kind} w:id="{self.next_id()}" w:author="SEND officer" w:date="{FIXED_DATE}">{made}</w:{kind}>'
        return made

    def table(self, table: Table) -> str:
        total = sum(table.widths)
        widths = [round(self.width * width / total) for width in table.widths]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(self.row(row, widths) for row in table.rows)
        look = '<w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/>'
        return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def row(self, row: Row, widths: list[int]) -> str:
        cells, column = [], 0
        for one in row.cells:
            cells.append(self.cell(one, sum(widths[column : column + one.span])))
            column += one.span
        properties = "<w:trPr><w:tblHeader/></w:trPr>" if row.header else ""
        return f"<w:tr>{properties}{''.join(cells)}</w:tr>"

    def cell(self, one: Cell, width: int) -> str:
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        properties += f'<w:gridSpan w:val="{one.span}"/>' if one.span > 1 else ""
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{one.fill}"/>' if one.fill else ""
        colour = "FFFFFF" if one.fill and one.fill == self.theme.main else ""
        paragraphs = "".join(self.paragraph(paragraph, colour) for paragraph in one.paragraphs)
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"

    def control(self, inside: str, title: str) -> str:
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{escape(title)}"/><w:id w:val="{1000 + self.next_id()}"/></w:sdtPr>'
            f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
        )

    def box(self, box: Box) -> str:
        """A text box the way Word stores one: drawing and fallback, both holding the words."""
        words = f"<w:txbxContent>{''.join(map(self.paragraph, box.paragraphs))}</w:txbxContent>"
        letters = sum(len(paragraph.text) for paragraph in box.paragraphs)
        lines = letters // (140 if self.sheet.landscape else 95) + len(box.paragraphs)
        wide, high = self.width * 635, (lines * 16 + len(box.paragraphs) * 5 + 12) * 12700
        number = self.next_id()
        shape = (
            '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            f'<a:solidFill><a:srgbClr val="{box.fill or "FFFFFF"}"/></a:solidFill>'
            f'<a:ln w="9525"><a:solidFill><a:srgbClr val="{self.theme.main}"/></a:solidFill></a:ln></wps:spPr>'
            f"<wps:txbx>{words}</wps:txbx>"
            '<wps:bodyPr lIns="91440" tIns="45720" rIns="91440" bIns="45720"><a:noAutofit/></wps:bodyPr></wps:wsp>'
        )
        drawing = (
            f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
            f'<wp:docPr id="{number}" name="Text Box {number}"/><a:graphic>'
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            f"{shape}</a:graphicData></a:graphic></wp:inline></w:drawing>"
        )
        fallback = (
            f'<w:pict><v:rect style="width:{wide // 12700}pt;height:{high // 12700}pt">'
            f"<v:textbox>{words}</v:textbox></v:rect></w:pict>"
        )
        return (
            '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">'
            f"{drawing}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )

    def columns(self, block: Columns) -> str:
        """Two columns of a page: a section of its own in Word, with a break between the columns."""
        left, right = ("".join(map(self.paragraph, side)) for side in (block.left, block.right))
        breaks = '<w:p><w:r><w:br w:type="column"/></w:r></w:p>'
        return self.end_of_part(1) + left + breaks + right + self.end_of_part(2)

    def end_of_part(self, columns: int) -> str:
        size = 'w:w="16838" w:h="11906" w:orient="landscape"' if self.sheet.landscape else 'w:w="11906" w:h="16838"'
        return (
            f'<w:p><w:pPr><w:sectPr><w:type w:val="continuous"/><w:pgSz {size}/><w:pgMar w:top="1304" w:right="1134" '
            'w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
            f'<w:cols w:num="{columns}" w:space="567"/></w:sectPr></w:pPr></w:p>'
        )

    def picture(self, picture: Picture) -> str:
        self.pictures.append(png(picture.kind))
        number, at = self.next_id(), len(self.pictures)
        wide, high = self.width * 635, round(picture.height * 12700)
        alt = escape(picture.alt, {'"': "&quot;"})
        kind = "http://schemas.openxmlformats.org/drawingml/2006/picture"
        return (
            '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{wide}" cy="{high}"/>'
            f'<wp:docPr id="{number}" name="Picture {at}" descr="{alt}"/><a:graphic><a:graphicData uri="{kind}">'
            f'<pic:pic xmlns:pic="{kind}"><pic:nvPicPr><pic:cNvPr id="{number}" name="image{at}.png"/><pic:cNvPicPr/>'
            f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdP{at}"/><a:stretch><a:fillRect/></a:stretch>'
            "</pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect">'
            "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )

    def margin(self, tag: str, style: str, text: str) -> str:
        """A running header or footer; `[page]` and `[pages]` become fields."""
        made = ""
        for piece in text.replace("[page]", "\0PAGE\0").replace("[pages]", "\0NUMPAGES\0").split("\0"):
            if piece in ("PAGE", "NUMPAGES"):
                made += f'<w:fldSimple w:instr=" {piece} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            elif piece:
                words = escape(piece).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
                made += f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{self.width}"/></w:tabs>'
        look = f'<w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>'
        return f"{XML}<w:{tag} {NAMESPACES}><w:p>{look}{made}</w:p></w:{tag}>"

    def page_setup(self) -> str:
        size = 'w:w="16838" w:h="11906" w:orient="landscape"' if self.sheet.landscape else 'w:w="11906" w:h="16838"'
        return (
            '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
            '<w:footerReference w:type="default" r:id="rId5"/>'
            f'<w:pgSz {size}/><w:pgMar w:top="1304" w:right="1134" w:bottom="1134" w:left="1134" '
            'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
        )


SPACER = '<w:p><w:pPr><w:spacing w:before="0" w:after="60" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
