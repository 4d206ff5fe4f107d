"""Word documents, read from their XML in one walk, and marked where that walk found the words."""

from ehcp_audit.reading.docx.whole import read

__all__ = ["read"]
