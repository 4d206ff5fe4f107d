"""Marked copies of hostile documents: a copy that opens, or one named reason, in time; never a crash."""

from __future__ import annotations

import io
import re
import time
import zipfile
from pathlib import Path

import pypdf
import pytest
from archives import WORDS, Case
from pdfs import PDFS

from ehcp_audit.errors import UnreadableError
from ehcp_audit.reading import Reader
from ehcp_audit.reading.marking import Note, Sheet, Span


@pytest.fixture(scope="module")
def reader():
    with Reader(seconds=30, mib=1024, ocr="off") as one:
        yield one


@pytest.mark.parametrize("case", [*WORDS, *PDFS][::2], ids=lambda case: re.sub(r"\W+", "-", case.name)[:40])
def test_a_copy_opens_or_a_reason_is_named(case: Case, reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "plan"
    case.make(path)
    try:
        stretches = reader.read(path).stretches[:100]
    except UnreadableError:
        pytest.skip("it is not read, so it is not marked")
    before = path.read_bytes()
    spans = [Span(number, 0, number, len(one.text), one.text) for number, one in enumerate(stretches)]
    notes = tuple(Note((one,), (("E07", one.words),), "E07", one.words) for one in spans)
    start = time.monotonic()
    copy = None
    kind = ""
    try:
        copy = reader.mark(path, Sheet(notes, "2026-11-20", "Notes", ("A line.",), (("E07", "?"),)))
    except UnreadableError as refusal:
        kind = refusal.kind
    if copy is None:
        assert kind in ("damaged", "too_large")
    elif copy.data.startswith(b"%PDF"):
        assert len(pypdf.PdfReader(io.BytesIO(copy.data)).pages) > 1
    else:
        with zipfile.ZipFile(io.BytesIO(copy.data)) as archive:
            assert archive.testzip() is None
    assert time.monotonic() - start < 35
    assert path.read_bytes() == before
