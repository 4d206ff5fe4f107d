"""Names of Word's XML, spelt once."""

from __future__ import annotations

from typing import Final

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

VAL: Final = W + "val"


def on(value: str | None) -> bool:
    """Is a switch of Word's on? One without a value is."""
    return value is None or value not in ("0", "false", "off", "none")
