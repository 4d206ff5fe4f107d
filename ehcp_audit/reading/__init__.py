"""A file becomes a Document: text that remembers where it came from.

`gather` finds the files, `Reader` is the door to the process that parses them. Nothing here opens a document in
the process that asks; what parses is `formats.read`, and only the reader process (and tests) call it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ehcp_audit.reading.formats import READERS, SUFFIXES

if TYPE_CHECKING:
    from ehcp_audit.reading.door import Reader
    from ehcp_audit.reading.gathering import Gathered, gather
    from ehcp_audit.reading.terms import Terms, read_passwords

__all__ = ["READERS", "SUFFIXES", "Gathered", "Reader", "Terms", "gather", "read_passwords"]


def __getattr__(name: str) -> Any:
    """The door and the gathering are for those who ask: the reader process imports this package without them."""
    if name == "Reader":
        from ehcp_audit.reading.door import Reader

        return Reader
    if name in ("Gathered", "gather"):
        from ehcp_audit.reading import gathering

        return getattr(gathering, name)
    if name in ("Terms", "read_passwords"):
        from ehcp_audit.reading import terms

        return getattr(terms, name)
    raise AttributeError(name)
