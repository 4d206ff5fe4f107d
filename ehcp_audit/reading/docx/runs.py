"""The runs of a paragraph: text as it is shown, with fields, links, tracked changes and text boxes sorted out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehcp_audit.reading.characters import count
from ehcp_audit.reading.docx import fields
from ehcp_audit.reading.docx.gathered import Line
from ehcp_audit.reading.docx.names import MC, M, W, words_of
from ehcp_audit.reading.docx.styles import PLAIN, Look, look_of

if TYPE_CHECKING:
    from lxml import etree

    from ehcp_audit.reading.docx.walk import Walk

_RUN, _TEXT, _LOOK = W + "r", W + "t", W + "rPr"
_THROUGH = frozenset(
    W + name for name in ("hyperlink", "moveTo", "smartTag", "fldSimple", "customXml", "dir", "bdo", "sdtContent")
)
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
_SIGNS = {
    ("wingdings", "A8"): "☐", ("wingdings", "6F"): "☐", ("wingdings", "71"): "☐", ("wingdings", "72"): "☐",
    ("wingdings", "FE"): "☒", ("wingdings", "FD"): "☒", ("wingdings", "78"): "☒", ("wingdings", "FC"): "✓",
    ("wingdings", "FB"): "✗", ("wingdings 2", "52"): "☒", ("wingdings 2", "54"): "☒", ("wingdings 2", "53"): "☒",
    ("wingdings 2", "A3"): "☐", ("wingdings 2", "50"): "✓", ("wingdings 2", "4F"): "✗", ("webdings", "61"): "✓",
    ("symbol", "B7"): "•", ("symbol", "B3"): "≥", ("symbol", "A3"): "≤", ("symbol", "B0"): "°", ("symbol", "B1"): "±",
    ("symbol", "2D"): "-",
}  # fmt: skip


class Runs:
    """Reads the inside of paragraphs for a walk. Fields may run over several paragraphs, so it remembers them."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._fields: list[bool] = []  # open complex fields: has their result begun?
        self._boxes: list[etree._Element] = []
        self._looks: dict[tuple[int, Look], Look] = {}
        self.forced: str | None = None  # a check box that stands for all text of its control

    def interrupt(self) -> list[bool]:
        """Leave the open fields behind while a text box is read."""
        pending, self._fields = self._fields, []
        return pending

    def resume(self, pending: list[bool]) -> None:
        """Go on with the fields that were open before the text box."""
        self._fields = pending

    def of(self, paragraph: etree._Element, line: Line, beneath: Look) -> list[etree._Element]:
        """Put the paragraph's text into the line; what text boxes are anchored in it?"""
        self._boxes = []
        if self.forced is not None:
            line.add(self.forced, beneath)
            self._walk.out.tally.fields += count(words_of(paragraph)) - 1
        else:
            self._inline(paragraph, line, beneath)
        boxes, self._boxes = self._boxes, []
        return boxes

    def _inline(self, element: etree._Element, line: Line, beneath: Look) -> None:
        for child in element:
            tag = child.tag
            if tag == _RUN:
                self._run(child, line, beneath)
            elif tag in _THROUGH:
                self._inline(child, line, beneath)
                if tag == W + "moveTo":
                    self._inserted(child)
            elif tag == W + "ins":
                self._inline(child, line, beneath)
                self._inserted(child)
            elif tag in _DROPPED:
                self._walk.drop(child)
            elif tag == W + "sdt":
                self._control(child, line, beneath)
            elif tag == MC + "AlternateContent":
                self._alternate(child, line, beneath)
            elif tag.startswith(M):
                line.add("".join(str(one.text or "") for one in child.iter(M + "t")), beneath)

    def _inserted(self, element: etree._Element) -> None:
        self._walk.out.tally.insertions += 1
        self._walk.author(element)

    def _control(self, element: etree._Element, line: Line, beneath: Look) -> None:
        """A content control inside a paragraph."""
        content = element.find(W + "sdtContent")
        if content is None:
            return
        box = fields.control_box(element)
        if box is not None:
            line.add(box, beneath)
            self._walk.out.tally.fields += count(words_of(content)) - 1
        elif fields.is_placeholder(element, content, self._walk.styles):
            self._walk.skip(content, "placeholders")
        else:
            self._inline(content, line, beneath)

    def _alternate(self, element: etree._Element, line: Line, beneath: Look) -> None:
        from ehcp_audit.reading.docx.walk import shown

        chosen = shown(element)
        for child in chosen:
            if child.tag in _DRAWN:
                self._drawn(child)
            elif child.tag == _RUN:
                self._run(child, line, beneath)
            else:
                self._inline(chosen, line, beneath)
                break

    def _run(self, run: etree._Element, line: Line, beneath: Look) -> None:
        look = beneath
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                if child.text:
                    self._put(child.text, line, look)
            elif tag == _LOOK:
                own = look_of(child, self._walk.styles)
                look = own.over(beneath) if own is not PLAIN else beneath
            elif tag in _AS_TEXT:
                self._put(_AS_TEXT[tag], line, look)
            elif tag == W + "fldChar":
                self._field(child, line, look)
            elif tag == W + "sym":
                self._put(_sign(child), line, look)
            elif tag in _DRAWN:
                self._drawn(child)
            elif tag == MC + "AlternateContent":
                self._alternate(child, line, look)
            elif tag == W + "ruby":
                base = child.find(W + "rubyBase")
                if base is not None:
                    self._inline(base, line, look)

    def _put(self, text: str, line: Line, look: Look) -> None:
        """Text of a run: live, or set apart with what it is."""
        if self._fields and not all(self._fields):
            self._walk.out.tally.fields += count(text)
        elif look.hidden:
            self._walk.out.tally.hidden += count(text)
        elif look.struck:
            line.struck.append(text)
            self._walk.out.tally.struck += count(text)
        else:
            line.add(text, look)

    def _field(self, element: etree._Element, line: Line, look: Look) -> None:
        """A mark of a complex field: what stands before its `separate` is the instruction, after it the result."""
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            shown = fields.form_field(element)
            if shown:
                self._put(shown, line, look)
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawn(self, element: etree._Element) -> None:
        """A drawing: its text boxes are read after the paragraph; pictures are counted."""
        boxes = [box for box in element.iter(W + "txbxContent") if not _in_fallback(box, element)]
        inside = set(boxes)
        self._boxes.extend(box for box in boxes if not any(above in inside for above in box.iterancestors()))
        tally = self._walk.out.tally
        if boxes:
            return
        kinds = " ".join(one.get("uri") or "" for one in element.iter("{*}graphicData"))
        if kinds.endswith(("/diagram", "/chart")):
            tally.diagrams += 1
        else:
            tally.pictures += 1


def _in_fallback(box: etree._Element, top: etree._Element) -> bool:
    """Does the text box stand in a copy for old versions, beside the one that is read?"""
    for above in box.iterancestors():
        if above is top:
            return False
        if above.tag == MC + "Fallback":
            parent = above.getparent()
            return parent is not None and parent.find(MC + "Choice") is not None
    return False


def _sign(element: etree._Element) -> str:
    """The character of a `w:sym`: the signs of boxes, ticks and bullets as Unicode, others as they are."""
    font, code = (element.get(W + "font") or "").lower(), (element.get(W + "char") or "").upper()
    sign = _SIGNS.get((font, code[-2:]))
    if sign is not None:
        return sign
    try:
        value = int(code, 16) if len(code) <= 6 else 0
    except ValueError:
        return ""
    if 0xF020 <= value <= 0xF0FF and font not in ("wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol"):
        value -= 0xF000
    return "" if value < 32 or 0xD800 <= value < 0xE000 or 0xE000 <= value < 0xF900 else chr(min(value, 0x10FFFF))
