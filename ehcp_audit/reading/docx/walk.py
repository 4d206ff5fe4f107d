"""One walk over a part of a Word document, in reading order: paragraphs, tables, content controls, text boxes.

Every element is visited once. Merged cells are told apart by element; a text box is read from the choice that Word
shows and never from its fall-back copy too; what was deleted, struck or hidden is set apart and counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ehcp_audit.model import Stretch
from ehcp_audit.reading.characters import count, tidy
from ehcp_audit.reading.docx import fields
from ehcp_audit.reading.docx.gathered import Gathered, Line, Place
from ehcp_audit.reading.docx.names import MC, VAL, W, on, words_of
from ehcp_audit.reading.docx.numbering import Marker, Numbering
from ehcp_audit.reading.docx.runs import Runs
from ehcp_audit.reading.docx.styles import Look, Styles, indent_of, number_of, outline

if TYPE_CHECKING:
    from lxml import etree

P, TBL, TR, TC, SDT, CONTENT = W + "p", W + "tbl", W + "tr", W + "tc", W + "sdt", W + "sdtContent"
_CHOICE, _FALLBACK, _ALTERNATE = MC + "Choice", MC + "Fallback", MC + "AlternateContent"
_THROUGH = frozenset((W + "ins", W + "moveTo", W + "customXml", W + "smartTag", CONTENT, W + "hyperlink"))
_DROPPED = frozenset((W + "del", W + "moveFrom"))
_WIDEST = 1000  # grid columns; Word itself stops at 63


class Walk:
    """A walk over one document's parts; its numbering and its counts go on from part to part."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self.numbering = numbering
        self.out = Gathered()
        self.place = Place()
        self.paragraphs = 0
        self.tables = 0
        self.runs = Runs(self)
        self._before: Line | None = None  # a paragraph whose mark was deleted

    def blocks(self, container: etree._Element) -> None:
        """Paragraphs and tables of a body, a cell, a text box or a content control."""
        for element in container:
            tag = element.tag
            if tag == P:
                self.paragraph(element)
            elif tag == TBL:
                self.table(element)
            elif tag == SDT:
                self._control(element)
            elif tag in _THROUGH:
                self.blocks(element)
            elif tag == _ALTERNATE:
                self.blocks(shown(element))
            elif tag in _DROPPED:
                self.drop(element)
            elif tag == W + "altChunk":
                self.out.tally.foreign += 1

    def _control(self, element: etree._Element) -> None:
        """A content control around paragraphs, rows or cells."""
        content = element.find(CONTENT)
        if content is None:
            return
        box = fields.control_box(element)
        if box is not None and content.find(P) is not None:
            self.runs.forced = box
            self.blocks(content)
            self.runs.forced = None
        elif fields.is_placeholder(element, content, self.styles):
            self.skip(content, "placeholders")
        else:
            self.blocks(content)

    def skip(self, element: etree._Element, as_what: str) -> None:
        """Leave an element out: its paragraphs still count, its characters are set apart under a name."""
        self.paragraphs += sum(1 for _ in element.iter(P))
        tally = self.out.tally
        setattr(tally, as_what, getattr(tally, as_what) + count(words_of(element)))

    def drop(self, element: etree._Element) -> None:
        """A tracked deletion, or the old place of something moved."""
        self.out.tally.deletions += 1
        self.author(element)
        self.skip(element, "moved")

    def author(self, element: etree._Element) -> None:
        """Remember whose tracked change this is."""
        name = element.get(W + "author")
        if name:
            self.out.tally.authors.add(name[:200])

    # --- paragraphs ---------------------------------------------------------------------------------

    def paragraph(self, element: etree._Element) -> None:
        """One paragraph: its marker, its text, then the text boxes that are anchored in it."""
        self.paragraphs += 1
        line = Line(self.paragraphs)
        properties = element[0] if len(element) and element[0].tag == W + "pPr" else None
        style_id, marker, level, indent, deleted_mark = self._about(properties)
        style = self.styles.paragraph(style_id)
        boxes = self.runs.of(element, line, style.look)
        if self._before is not None:
            line.take(self._before)
            self._before = None
        if deleted_mark:
            self._before = line
        else:
            self.out.tally.delivered += line.length
            self._keep(line, style.look, style.name, marker, style.level if level is None else level or None, indent)
        for box in boxes:
            self._box(box)

    def finish(self) -> None:
        """The part has ended: a paragraph that waited for the next one stands alone."""
        if self._before is not None:
            line, self._before = self._before, None
            self.out.tally.delivered += line.length
            self._keep(line, self.styles.paragraph(None).look, "", None, None, None)

    def _about(
        self, properties: etree._Element | None
    ) -> tuple[str | None, Marker | None, int | None, float | None, bool]:
        """Style, marker, heading level (0: none), indent, and whether its paragraph mark was deleted."""
        name = level = indent = None
        numbers: etree._Element | None = None
        deleted = False
        for child in properties if properties is not None else ():
            tag = child.tag
            if tag == W + "pStyle":
                name = child.get(VAL)
            elif tag == W + "numPr":
                numbers = child
            elif tag == W + "outlineLvl":
                level = outline(child)
            elif tag == W + "ind":
                indent = indent_of(child)
            elif tag == W + "rPr":
                deleted = child.find(W + "del") is not None
        marker = self._marker(name, numbers)
        if indent is None:
            indent = marker.indent if marker is not None else None
        return name, marker, level, self.styles.of(name).indent if indent is None else indent, deleted

    def _marker(self, style: str | None, numbers: etree._Element | None) -> Marker | None:
        """What stands before the paragraph, said by itself or by its style."""
        named, depth = number_of(numbers) if numbers is not None else (None, None)
        if named is None:
            look = self.styles.of(style)
            named = look.number
            tied = self.numbering.by_style.get(style or "")
            if named is not None and depth is None:
                depth = tied[1] if tied is not None else look.number_level
            elif named is None and tied is not None and numbers is None:
                named, depth = tied
        return self.numbering.next(named, depth or 0) if named not in (None, "0") else None

    def _keep(
        self, line: Line, beneath: Look, style: str, marker: Marker | None, level: int | None, indent: float | None
    ) -> None:
        """Make the line a stretch, unless nothing can be seen of it."""
        text = tidy("".join(line.parts))
        number = marker.text if marker is not None and not marker.bullet else ""
        if number and (text or any(letter.isupper() for letter in number)):
            text = f"{number}{'' if marker is not None and marker.joined else ' '}{text}".strip()
        if line.struck:
            struck = tidy("".join(line.struck))
            if struck:
                self.out.struck.append(self._stretch(struck, line.number, style=style))
        if text:
            look = line.look(beneath)
            self.out.stretches.append(
                self._stretch(
                    text,
                    line.number,
                    marker=marker.text if marker is not None else "",
                    level=level,
                    style=style,
                    size=look.size,
                    bold=bool(look.bold),
                    caps=bool(look.caps),
                    indent=indent,
                )
            )

    def _stretch(
        self,
        text: str,
        number: int,
        *,
        marker: str = "",
        level: int | None = None,
        style: str = "",
        size: float | None = None,
        bold: bool = False,
        caps: bool = False,
        indent: float | None = None,
    ) -> Stretch:
        return Stretch(
            text=text,
            paragraph=number,
            table=self.place.table,
            columns=self.place.columns,
            header_row=self.place.header_row,
            marker=marker,
            level=level,
            style=style,
            size=size,
            bold=bold,
            caps=caps,
            indent=indent,
        )

    def _box(self, element: etree._Element) -> None:
        """A text box: read where it is anchored, as a piece of its own."""
        before, self._before = self._before, None
        pending = self.runs.interrupt()
        self.blocks(element)
        self.runs.resume(pending)
        self._before = before

    # --- tables -------------------------------------------------------------------------------------

    def table(self, element: etree._Element) -> None:
        """A table, row by row; cells that a merge hides give no text and lengthen the cell above."""
        self.tables += 1
        table, row = self.tables, 0
        outer = self.place
        spans: dict[int, list[int]] = {}  # first column -> [first stretch, one past the last, rows]
        for element_row in self._inside(element, TR):
            properties = element_row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                self.drop(element_row)
                continue
            row += 1
            self._row(element_row, properties, (table, row), spans)
        for span in spans.values():
            self._close(span)
        self.place = outer

    def _row(
        self,
        element: etree._Element,
        properties: etree._Element | None,
        place: tuple[int, int],
        spans: dict[int, list[int]],
    ) -> None:
        column, header = 1, False
        if properties is not None:
            mark = properties.find(W + "tblHeader")
            header = mark is not None and on(mark.get(VAL))
            column += _whole(properties.find(W + "gridBefore"), 0)
        for cell, tc in enumerate(self._inside(element, TC), start=1):
            about = tc.find(W + "tcPr")
            width, merged = 1, None
            if about is not None:
                width = max(_whole(about.find(W + "gridSpan"), 1), 1)
                merge = about.find(W + "vMerge")
                merged = (merge.get(VAL) or "continue") if merge is not None else None
            last = column + width - 1
            span = spans.get(column)
            if merged == "continue" and span is not None:
                span[2] += 1
                self.skip(tc, "merged")
            else:
                if span is not None:
                    self._close(spans.pop(column))
                columns = None if (column, last) == (cell, cell) else (column, last)
                self.place = Place((*place, cell), columns, header)
                first = len(self.out.stretches)
                self.blocks(tc)
                if merged is not None:
                    spans[column] = [first, len(self.out.stretches), 1]
            column = last + 1

    def _close(self, span: list[int]) -> None:
        """A merged cell has ended: tell its stretches how many rows it spans."""
        first, past, rows = span
        if rows > 1:
            for index in range(first, past):
                self.out.stretches[index] = replace(self.out.stretches[index], rows=rows)

    def _inside(self, element: etree._Element, wanted: str) -> Iterator[etree._Element]:
        """The rows of a table or the cells of a row, those in content controls too."""
        for child in element:
            tag = child.tag
            if tag == wanted:
                yield child
            elif tag == SDT:
                content = child.find(CONTENT)
                if content is not None:
                    yield from self._inside(content, wanted)
            elif tag in _THROUGH:
                yield from self._inside(child, wanted)
            elif tag == _ALTERNATE:
                yield from self._inside(shown(child), wanted)
            elif tag in _DROPPED:
                self.drop(child)


def shown(element: etree._Element) -> etree._Element:
    """Which copy in an `mc:AlternateContent` is read? The first choice; the fall-back only where it is alone."""
    choice = element.find(_CHOICE)
    if choice is None or not len(choice):
        fallback = element.find(_FALLBACK)
        return element if choice is None and fallback is None else fallback if fallback is not None else element
    return choice


def _whole(element: etree._Element | None, otherwise: int) -> int:
    """The whole number that an element holds, kept within what Word itself can show."""
    value = element.get(VAL) if element is not None else None
    if value is None or not value.isdigit():
        return otherwise
    return min(int(value), _WIDEST) if len(value) < 12 else _WIDEST
