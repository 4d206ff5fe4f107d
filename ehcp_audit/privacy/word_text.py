"""Masking the words of a Word paragraph where they stand, over the borders of its runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ehcp_audit.privacy.masking import Masker
from ehcp_audit.reading.docx.names import VAL, W

if TYPE_CHECKING:
    from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = {W + "br": "\n", W + "cr": "\n", W + "tab": "\t", W + "noBreakHyphen": "-", W + "ptab": "\t", A + "br": "\n"}
_PARAGRAPHS = (W + "p", A + "p")
_TEXTS = (W + "t", A + "t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
_VALUES = {
    W + "alias": (VAL,), W + "tag": (VAL,), W + "statusText": (VAL,), W + "helpText": (VAL,), W + "default": (VAL,),
    W + "listEntry": (VAL,), W + "listItem": (W + "displayText", W + "value"), W + "docVar": (VAL,),
    W + "title": (VAL,),
    W + "tblCaption": (VAL,), W + "tblDescription": (VAL,), W + "lvlText": (VAL,), W + "category": (VAL,),
    W + "entryMacro": (VAL,), W + "exitMacro": (VAL,), W + "subject": (VAL,),
    W + "hyperlink": (W + "tooltip", W + "anchor", W + "docLocation", W + "tgtFrame"),
    W + "bookmarkStart": (W + "name",),
    W + "fldSimple": (W + "instr",),
}  # fmt: skip
_INSTRUCTIONS = (W + "instrText", W + "delInstrText")
_OURS = re.compile(r"_(?:Toc|Ref|Hlk|GoBack|Hlt)\d{0,12}\b")  # bookmarks that Word makes itself
_ALT = ("descr", "title", "alt", "name")


def paragraphs_of(root: etree._Element) -> Iterator[etree._Element]:
    """Every paragraph of a part, those in text boxes too."""
    yield from list(root.iter(*_PARAGRAPHS))


def mask_paragraph(paragraph: etree._Element, masker: Masker) -> None:
    """Replace what the masker finds in the paragraph's own words; what stands for a name is in its first run."""
    pieces = list(_pieces(paragraph))
    text = "".join(words for _, words in pieces)
    if not text.strip():
        return
    starts, at = [], 0
    for _, words in pieces:
        starts.append(at)
        at += len(words)
    for span in reversed(masker.spans(text)):
        written = False
        for number, (element, words) in enumerate(pieces):
            begin, end = starts[number], starts[number] + len(words)
            if end <= span.start or begin >= span.end or element is None:
                continue
            old = element.text or ""
            first, last = max(span.start, begin) - begin, min(span.end, end) - begin
            element.text = old[:first] + ("" if written else span.placeholder) + old[last:]
            element.set(_SPACE, "preserve")
            written = True


def _pieces(paragraph: etree._Element) -> Iterator[tuple[etree._Element | None, str]]:
    """The texts of a paragraph in order, each with the element that holds it; breaks have none. A paragraph inside
    it (a text box) is another one.
    """
    stack = list(reversed(list(paragraph)))
    while stack:
        element = stack.pop()
        if element.tag in _PARAGRAPHS:
            continue
        if element.tag in _TEXTS:
            yield element, element.text or ""
        elif element.tag in _BREAKS and len(element) == 0 and element.getparent() is not None:
            parent = element.getparent()
            if parent is not None and parent.tag != W + "tabs":
                yield None, _BREAKS[element.tag]
        else:
            stack.extend(reversed(list(element)))


def mask_values(root: etree._Element, masker: Masker) -> None:
    """Mask what a reader does not see as text: captions, prompts, alternative texts, names of fields, instructions."""
    for element in root.iter():
        for name in _VALUES.get(element.tag, ()):
            _mask_attribute(element, name, masker)
        if element.tag == W + "name" and _in_field(element):
            _mask_attribute(element, VAL, masker)
        if element.tag.endswith(("}docPr", "}cNvPr")):
            _blank_picture(element)
        elif element.tag.startswith("{urn:schemas-microsoft-com:"):
            for name in _ALT:
                element.attrib.pop(name, "")
            if element.get("string"):
                element.set("string", masker.mask(element.get("string") or ""))  # a watermark's words
        if element.text and element.tag not in _TEXTS and any(one.isalpha() for one in element.text):
            element.text = _masked(element.text, masker, shapes=element.tag in _INSTRUCTIONS)


def _mask_attribute(element: etree._Element, name: str, masker: Masker) -> None:
    value = element.get(name)
    if value:
        element.set(name, _masked(value, masker, shapes=True))


def _blank_picture(element: etree._Element) -> None:
    """A picture's own name and its alternative text may hold whom it shows."""
    for name in ("descr", "title"):
        element.attrib.pop(name, "")
    element.set("name", f"Picture {element.get('id') or ''}".strip())


def _in_field(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in (W + "ffData", W + "docPartPr")


def _masked(value: str, masker: Masker, *, shapes: bool) -> str:
    """A value without a name: read as text, its underscores as spaces; kept as it is when nothing is found."""
    if _OURS.search(value):
        return value
    plain = value.replace("_", " ")
    hidden = masker.mask_known(plain, shapes=shapes)
    return value if hidden == plain else hidden
