"""What a document holds twice, for new and for old versions of Word: which copy is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehcp_audit.reading.docx.names import MC, W

if TYPE_CHECKING:
    from lxml import etree

_CHOICE, _FALLBACK, _BOX = MC + "Choice", MC + "Fallback", W + "txbxContent"


def chosen(element: etree._Element) -> etree._Element:
    """Which copy in an `mc:AlternateContent` is read? The first choice; the fall-back only where it is alone."""
    choice = element.find(_CHOICE)
    if choice is not None and len(choice):
        return choice
    fallback = element.find(_FALLBACK)
    return fallback if fallback is not None else element


def boxes_in(drawing: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing: those that are shown, and not those that stand in another of them."""
    boxes = [box for box in drawing.iter(_BOX) if not _in_fallback(box, drawing)]
    inside = set(boxes)
    return [box for box in boxes if not any(above in inside for above in box.iterancestors())]


def _in_fallback(box: etree._Element, top: etree._Element) -> bool:
    """Does the text box stand in a copy for old versions, beside the one that is read?"""
    for above in box.iterancestors():
        if above is top:
            return False
        if above.tag == _FALLBACK:
            return is_second_copy(above)
    return False


def is_second_copy(fallback: etree._Element) -> bool:
    """Is there a choice beside this `mc:Fallback`, so that its text is there twice?"""
    parent = fallback.getparent()
    return parent is not None and chosen(parent) is not fallback
