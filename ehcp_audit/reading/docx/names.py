"""Names of Word's XML, spelt once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

VAL: Final = W + "val"


def on(value: str | None) -> bool:
    """Is a switch of Word's on? One without a value is."""
    return value is None or value not in ("0", "false", "off", "none")


def words_of(element: etree._Element, between: str = " ") -> str:
    """All text of a part of the tree, as `w:t` elements hold it."""
    return between.join(cast("str", one) for one in element.itertext(W + "t"))
