"""What goes from a redacted Word copy altogether: deleted and hidden text, authors, embedded data, outside links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehcp_audit.reading.docx.names import MC, VAL, W, on

if TYPE_CHECKING:
    from lxml import etree

    from ehcp_audit.reading.docx.styles import Styles

_GONE = frozenset(
    W + name
    for name in (
        "del", "moveFrom", "delText", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange",
        "tcPrChange", "tblGridChange", "numberingChange", "tblPrExChange", "cellIns", "cellDel", "cellMerge",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
        "dataBinding", "altChunk", "object", "control", "docVars", "attachedTemplate", "mailMerge",
        "saveThroughXslt", "permStart", "permEnd", "proofErr", "rsids", "schemaLibrary", "attachedSchema",
        "writeProtection", "documentProtection", "embedRegular", "embedBold", "embedItalic", "embedBoldItalic",
        "subDoc", "printerSettings", "smartTagType", "customXmlPr", "smartTagPr", "placeholder",
    )
)  # fmt: skip
_UNWRAPPED = frozenset(W + name for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml"))
_AUTHORED = (W + "author", W + "initials", W + "userId", W + "date")


def clean(root: etree._Element) -> None:
    """Take out what a copy for others must not hold; tracked changes are accepted, links become plain words."""
    for element in list(root.iter()):
        if element.tag in _GONE or callable(element.tag):  # a comment or an instruction to a program
            _take_out(element)
        elif element.tag == MC + "AlternateContent":
            _only_choice(element)
    for element in list(root.iter(*_UNWRAPPED)):
        _unwrap(element)
    for element in root.iter():
        for name in _AUTHORED:
            element.attrib.pop(name, "")
        if element.tag == W + "comment":
            element.set(W + "author", "Commenter")
        elif element.tag == W + "date":
            element.attrib.pop(W + "fullDate", "")  # the day behind a date control
    for element in list(root.iter("{*}externalData")):  # the workbook behind a chart is left out
        _take_out(element)


def drop_hidden(root: etree._Element, styles: Styles) -> None:
    """Take out the runs that Word does not show."""
    from ehcp_audit.reading.docx.styles import look_of

    for run in list(root.iter(W + "r")):
        look = run.find(W + "rPr")
        if look is None:
            continue
        vanish = look.find(W + "vanish")
        if (vanish is not None and on(vanish.get(VAL))) or look_of(look, styles).hidden:
            _take_out(run)


def _take_out(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    if tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    """Put what an element holds in its own place; a mark in the properties of a paragraph or row just goes."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for number, child in enumerate(list(element)):
        parent.insert(at + number, child)
    _take_out(element)


def _only_choice(element: etree._Element) -> None:
    """The second copy of a drawing, for old versions of Word, goes where there is a first."""
    if element.find(MC + "Choice") is not None:
        for fallback in element.findall(MC + "Fallback"):
            element.remove(fallback)
