"""Characters that nobody sees and that could act, shown as escapes: on a screen, on a page, in a cell."""

from __future__ import annotations

import re

JOINERS = "\u00ad\u200c\u200d"
"""Soft hyphens and the joiners that scripts need: words hold them, and they do nothing."""

_IN_CELLS = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def printable(text: str) -> str:
    """The text as a terminal may have it: whatever cannot be seen is spelt `\\x1b`, `\\u202e`; lines and tabs stay."""
    return _spelt(text, "\n\t")


def visible(text: str, *, keep: str = "\n") -> str:
    """The words as a page may have them: the same, but that soft hyphens, joiners and what is in `keep` stay."""
    return _spelt(text, keep + JOINERS)


def in_cell(text: str) -> str:
    """The text as a table keeps it: controls, bidirectional and half characters as `\\u001b`, line ends plain ones.

    Workbooks of ours come back and are compared with what was written, so that this spelling never changes.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return _IN_CELLS.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def _spelt(text: str, keep: str) -> str:
    """Every control, format, half and separating character but those in `keep` as its escape."""
    if text.isprintable():
        return text
    from unicodedata import category

    return "".join(
        _escape(ord(one)) if one not in keep and category(one) in ("Cc", "Cf", "Cs", "Zl", "Zp") else one
        for one in text
    )


def _escape(code: int) -> str:
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
