"""Every hostile or odd input ends in its text or in one named reason, in time, and harms nothing."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from archives import ARCHIVES, WORDS, Case
from pdfs import OTHERS, PDFS

from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import Document
from ehcp_audit.reading import Reader

CASES = [*ARCHIVES, *WORDS, *PDFS, *OTHERS]


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(seconds=30, mib=1024) as one:
        yield one


def test_there_are_enough_of_them_and_each_has_a_name_of_its_own() -> None:
    assert len(CASES) >= 120
    assert len(
        {(case.name, index) for index, group in enumerate((ARCHIVES, WORDS, PDFS, OTHERS)) for case in group}
    ) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: re.sub(r"\W+", "-", case.name)[:40])
def test_it_ends_as_it_must(case: Case, reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / case.name
    try:
        case.make(path)
    except (OSError, ValueError) as error:
        pytest.skip(f"this system cannot hold it: {type(error).__name__}")
    start = time.monotonic()
    document, refusal = _read(reader, path)
    if refusal is not None:
        assert refusal.kind in case.endings
        assert refusal.reason.endswith((".", ")"))
        assert not re.search(r"Error|Exception|Traceback|lxml|pdfium|<|>", refusal.reason)
    if document is not None:
        assert "text" in case.endings
        text = "\n".join(one.text for one in document.stretches)
        assert text or document.struck
        assert case.says in text
        assert not case.never or case.never not in text
        assert not case.warns or any(case.warns in warning for warning in document.warnings)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert time.monotonic() - start < 35
    assert not list(tmp_path.parent.rglob("ESCAPED*"))
    if path.is_file():
        assert path.stat().st_size < 300 * 2**20


def _read(reader: Reader, path: Path) -> tuple[Document | None, UnreadableError | None]:
    try:
        return reader.read(path), None
    except UnreadableError as refusal:
        return None, refusal
