"""PDFs: pdfium's text and geometry, put together into paragraphs and table cells."""

from ehcp_audit.reading.pdf.whole import read

__all__ = ["read"]
