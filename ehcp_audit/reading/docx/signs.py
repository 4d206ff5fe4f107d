"""Signs that Word keeps as a font and a code: boxes, ticks and bullets as Unicode."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_SIGN_FONTS = ("wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol")
_SIGNS = {
    ("wingdings", "A8"): "☐", ("wingdings", "6F"): "☐", ("wingdings", "71"): "☐", ("wingdings", "72"): "☐",
    ("wingdings", "FE"): "☒", ("wingdings", "FD"): "☒", ("wingdings", "78"): "☒", ("wingdings", "FC"): "✓",
    ("wingdings", "FB"): "✗", ("wingdings 2", "52"): "☒", ("wingdings 2", "54"): "☒", ("wingdings 2", "53"): "☒",
    ("wingdings 2", "A3"): "☐", ("wingdings 2", "50"): "✓", ("wingdings 2", "4F"): "✗", ("webdings", "61"): "✓",
    ("symbol", "B7"): "•", ("symbol", "B3"): "≥", ("symbol", "A3"): "≤", ("symbol", "B0"): "°", ("symbol", "B1"): "±",
    ("symbol", "2D"): "-",
}  # fmt: skip


def sign(element: etree._Element) -> str:
    """The character of a `w:sym` or a `w16se:symEx`; "" for a picture of a font that means no letter."""
    space = str(element.tag).partition("}")[0] + "}"
    font, code = (element.get(space + "font") or "").lower(), (element.get(space + "char") or "").upper()
    known = _SIGNS.get((font, code[-2:]))
    if known is not None:
        return known
    try:
        value = int(code, 16) if len(code) <= 6 else 0
    except ValueError:
        return ""
    if 0xF020 <= value <= 0xF0FF and font not in _SIGN_FONTS:
        value -= 0xF000
    if value < 32 or 0xD800 <= value < 0xF900 or value > 0x10FFFF:
        return ""
    return chr(value)
