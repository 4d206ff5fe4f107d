"""Documents made at test time: Word files from their XML, PDFs drawn line by line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from made_documents import KINDS, whole, zipped


@pytest.fixture
def word(tmp_path: Path) -> Callable[..., Path]:
    """Make a Word file: the XML of its body, and of other parts by their names."""

    def make(body: str, name: str = "plan.docx", **parts: str) -> Path:
        named = {f"word/{part}.xml": xml for part, xml in parts.items()}
        relations = "".join(
            f'<Relationship Id="r{number}" Target="{part.removeprefix("word/")}" '
            f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{KINDS[part]}"/>'
            for number, part in enumerate(named)
        )
        return zipped(
            tmp_path / name,
            {
                "[Content_Types].xml": "<Types/>",
                "_rels/.rels": '<Relationships><Relationship Id="r" Target="word/document.xml" '
                'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>'
                "</Relationships>",
                "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
                "word/document.xml": whole("document", f"<w:body>{body}</w:body>"),
                **named,
            },
        )

    return make


@pytest.fixture
def drawn(tmp_path: Path) -> Callable[..., Path]:
    """Make a PDF: one function a page, which draws on a reportlab canvas (A4, points from the left bottom)."""
    from reportlab.pdfgen.canvas import Canvas

    def make(*pages: Callable[[Canvas], None], name: str = "plan.pdf", **settings: object) -> Path:
        path = tmp_path / name
        canvas = Canvas(str(path), pagesize=(595, 842), invariant=True, **settings)
        for page in pages:
            canvas.setFont("Helvetica", 11)
            page(canvas)
            canvas.showPage()
        canvas.save()
        return path

    return make
