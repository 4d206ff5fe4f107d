"""The runs of a paragraph: text as it is shown, with fields, links, tracked changes and text boxes sorted out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ehcp_audit.reading.characters import shown
from ehcp_audit.reading.docx import fields
from ehcp_audit.reading.docx.copies import boxes_in, chosen
from ehcp_audit.reading.docx.gathered import Line
from ehcp_audit.reading.docx.names import MC, M, W, words_of
from ehcp_audit.reading.docx.signs import sign
from ehcp_audit.reading.docx.styles import PLAIN, Look, look_of

if TYPE_CHECKING:
    from lxml import etree

    from ehcp_audit.reading.docx.walk import Walk

_RUN, _TEXT, _LOOK = W + "r", W + "t", W + "rPr"
_ALTERNATE = MC + "AlternateContent"
_THROUGH = frozenset(
    W + name
    for name in ("hyperlink", "moveTo", "smartTag", "fldSimple", "customXml", "dir", "bdo", "sdtContent", "ins")
)
_INSERTED = frozenset((W + "ins", W + "moveTo"))
_DROPPED = frozenset((W + "del", W + "moveFrom"))
_DRAWN = frozenset((W + "drawing", W + "pict", W + "object"))
_AS_TEXT = {
    W + "tab": " ",
    W + "ptab": " ",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}


class Runs:
    """Reads the inside of paragraphs for a walk. Fields may run over several paragraphs, so it remembers them."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._tally = walk.out.tally
        self._fields: list[bool] = []  # open complex fields: has their result begun?
        self._boxes: list[etree._Element] = []
        self._looks: dict[tuple[Look, Look], Look] = {}
        self.forced: str | None = None  # a check box that stands for all text of its control

    def interrupt(self) -> list[bool]:
        """Leave the open fields behind while a text box is read."""
        pending, self._fields = self._fields, []
        return pending

    def resume(self, pending: list[bool]) -> None:
        """Go on with the fields that were open before the text box."""
        self._fields = pending

    def of(
        self, paragraph: etree._Element, children: Iterator[etree._Element], line: Line, beneath: Look
    ) -> list[etree._Element]:
        """Put the text of a paragraph's children into the line; what text boxes are anchored in it?"""
        if self.forced is not None:
            self._force(self.forced, paragraph, line, beneath)
            return []
        self._boxes = []
        self.inline(children, line, beneath)
        if self._fields and not all(self._fields):  # no instruction goes on in another paragraph: this one never ended
            self._fields = [begun for begun in self._fields if begun]
        return self._boxes

    def inline(self, children: Iterable[etree._Element], line: Line, beneath: Look) -> None:
        """What stands in a paragraph, or in anything that only wraps a part of one."""
        for child in children:
            tag = child.tag
            if tag == _RUN:
                self._run(child, line, beneath)
            elif tag in _THROUGH:
                self.inline(child, line, beneath)
                if tag in _INSERTED:
                    self._tally.insertions += 1
                    self._walk.author(child)
            elif tag in _DROPPED:
                self._walk.drop(child)
            elif tag == W + "sdt":
                self._control(child, line, beneath)
            elif tag == _ALTERNATE:
                self._alternate(child, line, beneath)
            elif tag.startswith(M):
                line.parts.append("".join(str(one.text or "") for one in child.iter(M + "t")))
                line.looks.append(beneath)
                line.sources.append(child)

    def _force(self, text: str, element: etree._Element, line: Line, beneath: Look) -> None:
        """Put a sign in the place of all text of a control."""
        line.parts.append(text)
        line.looks.append(beneath)
        line.sources.append(element)
        self._tally.fields += shown(words_of(element)) - len(text)

    def _control(self, element: etree._Element, line: Line, beneath: Look) -> None:
        """A content control inside a paragraph."""
        content = element.find(W + "sdtContent")
        if content is None:
            return
        box = fields.control_box(element)
        if box is not None:
            self._force(box, content, line, beneath)
        elif fields.is_placeholder(element, content, self._walk.styles):
            self._walk.skip(content, "placeholders")
        else:
            self.inline(content, line, beneath)

    def _alternate(self, element: etree._Element, line: Line, beneath: Look) -> None:
        """Copies for different versions: the one that Word shows. It may hold drawings bare, or runs."""
        copy = chosen(element)
        if any(child.tag in _DRAWN or child.tag.endswith("}symEx") or child.tag == _TEXT for child in copy):
            self._run(copy, line, beneath)  # it stands within a run and holds what a run holds
        else:
            self.inline(copy, line, beneath)

    def _run(self, run: etree._Element, line: Line, beneath: Look) -> None:
        look = beneath
        live = not (self._fields or look.hidden or look.struck)
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                text = child.text
                if text and live:
                    line.parts.append(text)
                    line.looks.append(look)
                    line.sources.append(child)
                elif text:
                    self._put(text, child, line, look)
            elif tag == _LOOK:
                own = look_of(child, self._walk.styles)
                if own is not PLAIN:
                    look = self._looks.get((own, beneath)) or self._looks.setdefault((own, beneath), own.over(beneath))
                    live = not (self._fields or look.hidden or look.struck)
            elif tag in _AS_TEXT:
                self._put(_AS_TEXT[tag], child, line, look)
            elif tag == W + "fldChar":
                self._field(child, line, look)
                live = not (self._fields or look.hidden or look.struck)
            elif tag == W + "sym":
                self._put(sign(child), child, line, look)
            elif tag in _DRAWN:
                self._drawn(child)
            elif tag == _ALTERNATE:
                self._alternate(child, line, look)
            elif tag.endswith("}symEx"):
                self._put(sign(child), child, line, look)
            elif tag == W + "ruby":
                base = child.find(W + "rubyBase")
                if base is not None:
                    self.inline(base, line, look)

    def _put(self, text: str, source: etree._Element, line: Line, look: Look) -> None:
        """Text of a run: live, or set apart with what it is."""
        if len(self._fields) > 1 and not all(self._fields):
            self._tally.fields += shown(text)  # the result of a field within the instruction of another
        elif look.hidden:
            self._tally.hidden += shown(text)
        elif look.struck:
            line.struck.append(text)
            self._tally.struck += shown(text)
        else:
            line.parts.append(text)
            line.looks.append(look)
            line.sources.append(source)

    def _field(self, element: etree._Element, line: Line, look: Look) -> None:
        """A mark of a complex field: what stands before its `separate` is the instruction, after it the result."""
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            shows = fields.form_field(element)
            if shows:
                self._put(shows, element, line, look)
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawn(self, element: etree._Element) -> None:
        """A drawing: its text boxes are read after the paragraph; pictures are counted."""
        boxes = boxes_in(element)
        self._boxes.extend(boxes)
        if boxes:
            return
        kinds = " ".join(one.get("uri") or "" for one in element.iter("{*}graphicData"))
        if kinds.endswith(("/diagram", "/chart")):
            self._tally.diagrams += 1
        else:
            self._tally.pictures += 1
