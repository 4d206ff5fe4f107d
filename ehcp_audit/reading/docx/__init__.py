"""Word documents, read from their XML in one walk."""

from ehcp_audit.reading.docx.whole import read

__all__ = ["read"]
