"""OpenDocument texts, read from their XML in one walk."""

from ehcp_audit.reading.odt.whole import read

__all__ = ["read"]
