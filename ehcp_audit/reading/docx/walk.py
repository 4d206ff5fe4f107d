"""One walk over a part of a Word document, in reading order: paragraphs, tables, content controls, text boxes.

Every element is visited once. Merged cells are told apart by element; a text box is read from the choice that Word
shows and never from its fall-back copy too; what was deleted, struck or hidden is set apart and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ehcp_audit.reading.characters import shown, tidy
from ehcp_audit.reading.docx import fields
from ehcp_audit.reading.docx.copies import chosen
from ehcp_audit.reading.docx.gathered import Gathered, Line, Place
from ehcp_audit.reading.docx.names import MC, VAL, W, on, words_of
from ehcp_audit.reading.docx.numbering import Marker, Numbering
from ehcp_audit.reading.docx.runs import Runs
from ehcp_audit.reading.docx.styles import Style, Styles, indent_of, number_of, outline
from ehcp_audit.reading.stretching import MOST_AROUND, stretch

if TYPE_CHECKING:
    from lxml import etree

P, TBL, TR, TC, SDT, CONTENT = W + "p", W + "tbl", W + "tr", W + "tc", W + "sdt", W + "sdtContent"
_PPR, _TRPR, _TCPR = W + "pPr", W + "trPr", W + "tcPr"
_STYLE, _NUMBER, _OUTLINE, _INDENT, _MARK = W + "pStyle", W + "numPr", W + "outlineLvl", W + "ind", W + "rPr"
_SPAN, _MERGED = W + "gridSpan", W + "vMerge"
_ALTERNATE = MC + "AlternateContent"
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
        self.traced: dict[int, Line] | None = None  # which line each stretch came from, where a copy is to be marked
        self._before: Line | None = None  # a paragraph whose mark was deleted

    def blocks(self, container: Iterable[etree._Element]) -> None:
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
                self.blocks(chosen(element))
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
        setattr(tally, as_what, getattr(tally, as_what) + shown(words_of(element)))

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

    def finish(self) -> None:
        """The part has ended: a paragraph that waited for the next one stands alone."""
        if self._before is not None:
            line, self._before = self._before, None
            self._keep(line, self.styles.paragraph(None), None, None, None)
        del self.runs  # each holds the other: let go, so that the tree's memory is free at once

    # --- paragraphs ---------------------------------------------------------------------------------

    def paragraph(self, element: etree._Element) -> None:
        """One paragraph: its marker, its text, then the text boxes that are anchored in it."""
        self.paragraphs += 1
        children = iter(element)
        first = next(children, None)
        if first is None and self._before is None:
            return  # nothing at all, not even a style that might number it
        line = Line(self.paragraphs)
        name = level = indent = numbers = None
        deleted_mark = False
        if first is not None and first.tag == _PPR:
            for said in first:
                tag = said.tag
                if tag == _STYLE:
                    name = said.get(VAL)
                elif tag == _NUMBER:
                    numbers = said
                elif tag == _OUTLINE:
                    level = outline(said)
                elif tag == _INDENT:
                    indent = indent_of(said)
                elif tag == _MARK:
                    deleted_mark = said.find(W + "del") is not None
        elif first is not None:
            children = iter(element)
        style = self.styles.paragraph(name)
        marker = self._marker(style, numbers)
        boxes = self.runs.of(element, children, line, style.look)
        if self._before is not None:
            line.take(self._before)
            self._before = None
        if deleted_mark:
            self._before = line
        elif line.parts or line.struck or marker is not None:
            self._keep(line, style, marker, level, indent)
        for box in boxes:
            self._box(box)

    def _marker(self, style: Style, numbers: etree._Element | None) -> Marker | None:
        """What stands before the paragraph, said by itself or by its style."""
        named: str | None
        if numbers is None:
            if style.number is None and style.id not in self.numbering.by_style:
                return None
            named, depth = None, None
        else:
            named, depth = number_of(numbers)
        if named is None:
            named = style.number
            tied = self.numbering.by_style.get(style.id)
            if named is not None and depth is None:
                depth = tied[1] if tied is not None else style.number_level
            elif named is None and tied is not None and numbers is None:
                named, depth = tied
        return self.numbering.next(named, depth or 0) if named is not None and named != "0" else None

    def _keep(self, line: Line, style: Style, marker: Marker | None, level: int | None, indent: float | None) -> None:
        """Make the line a stretch, unless nothing can be seen of it."""
        text = "".join(line.parts)
        self.out.tally.delivered += shown(text)
        text = tidy(text)
        shows = ""
        if marker is not None:
            shows = marker.text
            if not marker.bullet and (text or any(letter.isupper() for letter in shows)):
                text = f"{shows}{'' if marker.joined else ' '}{text}".strip()
            if indent is None:
                indent = marker.indent
        place = self.place
        if line.struck and (struck := tidy("".join(line.struck))):
            self.out.struck.append(
                stretch(text=struck, paragraph=line.number, table=place.table, columns=place.columns, style=style.name)
            )
        if not text:
            return
        look = line.look(style.look)
        if self.traced is not None:
            self.traced[len(self.out.stretches)] = line
        self.out.stretches.append(
            stretch(
                text=text,
                paragraph=line.number,
                table=place.table,
                within=place.within,
                columns=place.columns,
                header_row=place.header_row,
                marker=shows,
                level=style.level if level is None else level or None,
                style=style.name,
                size=look.size,
                bold=bool(look.bold),
                italic=bool(look.italic),
                caps=bool(look.caps),
                indent=style.indent if indent is None else indent,
            )
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
        around = (*outer.within, outer.table)[-MOST_AROUND:] if outer.table is not None else ()
        spans: dict[int, list[int]] = {}  # first column -> [first stretch, one past the last, rows]
        for child in self._inside(element, TR):
            first = next(iter(child), None)
            properties = child.find(_TRPR) if first is not None and first.tag != TC else None
            if properties is not None and properties.find(W + "del") is not None:
                self.drop(child)
                continue
            row += 1
            self._row(child, properties, (table, row), spans, around)
        for span in spans.values():
            self._close(span)
        self.place = outer

    def _row(
        self,
        element: etree._Element,
        properties: etree._Element | None,
        place: tuple[int, int],
        spans: dict[int, list[int]],
        around: tuple[tuple[int, int, int], ...],
    ) -> None:
        column, header = 1, False
        if properties is not None:
            mark = properties.find(W + "tblHeader")
            header = mark is not None and on(mark.get(VAL))
            column += _whole(properties.find(W + "gridBefore"), 0)
        stretches = self.out.stretches
        for cell, tc in enumerate(self._inside(element, TC), start=1):
            width, merged = _about_cell(tc)
            last = column + width - 1
            span = spans.get(column)
            if merged == "continue" and span is not None:
                span[2] += 1
                self.skip(tc, "merged")
            else:
                if span is not None:
                    self._close(spans.pop(column))
                columns = None if column == last == cell else (column, last)
                self.place = Place((*place, cell), columns, header, around)
                first = len(stretches)
                self.blocks(tc)
                if merged is not None:
                    spans[column] = [first, len(stretches), 1]
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
                yield from self._inside(chosen(child), wanted)
            elif tag in _DROPPED:
                self.drop(child)


def _about_cell(element: etree._Element) -> tuple[int, str | None]:
    """How many grid columns does the cell span, and is it merged with the cells above or below?"""
    width, merged = 1, None
    first = next(iter(element), None)
    if first is not None and first.tag == _TCPR:
        for said in first:
            tag = said.tag
            if tag == _SPAN:
                width = max(_whole(said, 1), 1)
            elif tag == _MERGED:
                merged = said.get(VAL) or "continue"
    return width, merged


def _whole(element: etree._Element | None, otherwise: int) -> int:
    """The whole number that an element holds, kept within what Word itself can show."""
    value = element.get(VAL) if element is not None else None
    if value is None or not value.isdigit():
        return otherwise
    return min(int(value), _WIDEST) if len(value) < 12 else _WIDEST
