"""Content controls and form fields: check boxes, drop-downs, and the prompts that stand in empty ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehcp_audit.reading.docx.names import VAL, W14, W, on, words_of

if TYPE_CHECKING:
    from lxml import etree

    from ehcp_audit.reading.docx.styles import Styles

TICKED, UNTICKED = "☒", "☐"
_PROMPTS = ("click", "tap", "choose", "enter", "select", "type ")


def control_box(control: etree._Element) -> str | None:
    """The box that a check-box content control shows; None for any other control."""
    about = control.find(W + "sdtPr")
    box = about.find(W14 + "checkbox") if about is not None else None
    if box is None:
        return None
    checked = box.find(W14 + "checked")
    return TICKED if checked is not None and on(checked.get(W14 + "val")) else UNTICKED


def is_placeholder(control: etree._Element, content: etree._Element, styles: Styles) -> bool:
    """Does the control show only Word's prompt to fill it in?

    Word takes the mark away when somebody types; other programs fill a control and leave it. So the text must look
    like a prompt too: by its style, or by how it begins.
    """
    about = control.find(W + "sdtPr")
    mark = about.find(W + "showingPlcHdr") if about is not None else None
    if mark is None or not on(mark.get(VAL)):
        return False
    if any(styles.of(style.get(VAL)).name.lower() == "placeholder text" for style in content.iter(W + "rStyle")):
        return True
    text = words_of(content, "").strip().lower()
    return not text or text.startswith(_PROMPTS)


def form_field(begin: etree._Element) -> str | None:
    """What a legacy form field shows that its result does not hold: a box, or the entry chosen from a list."""
    data = begin.find(W + "ffData")
    if data is None:
        return None
    box = data.find(W + "checkBox")
    if box is not None:
        checked = box.find(W + "checked")
        if checked is None:
            checked = box.find(W + "default")
            return TICKED if checked is not None and on(checked.get(VAL)) else UNTICKED
        return TICKED if on(checked.get(VAL)) else UNTICKED
    choices = data.find(W + "ddList")
    if choices is None:
        return None
    entries = [entry.get(VAL) or "" for entry in choices.iterchildren(W + "listEntry")]
    chosen = choices.find(W + "result")
    if chosen is None:
        chosen = choices.find(W + "default")
    value = chosen.get(VAL) if chosen is not None else "0"
    index = int(value) if value and value.isdigit() and len(value) < 5 else 0
    return entries[index] if index < len(entries) else ""
