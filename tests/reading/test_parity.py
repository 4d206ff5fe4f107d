"""The quick way and the thorough way agree: cells as pdfplumber's, words as in the XML and in the Word twin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehcp_audit.reading import formats
from ehcp_audit.reading.pdf import opening, ruling

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "sample_plans").glob("*.pdf"))
WITH_TEXT = [path for path in SAMPLES if path.with_suffix(".docx").exists()]


def plumbed(upright: list[ruling.Rule], level: list[ruling.Rule]) -> list[tuple[float, ...]]:
    """pdfplumber's cells from the same lines."""
    from pdfplumber.table import edges_to_intersections, intersections_to_cells, merge_edges

    edges = [
        {
            "x0": x,
            "x1": x,
            "top": a,
            "bottom": b,
            "width": 0,
            "height": b - a,
            "orientation": "v",
            "object_type": "line",
        }
        for x, a, b in upright
    ] + [
        {
            "x0": a,
            "x1": b,
            "top": y,
            "bottom": y,
            "width": b - a,
            "height": 0,
            "orientation": "h",
            "object_type": "line",
        }
        for y, a, b in level
    ]
    crossings = edges_to_intersections(merge_edges(edges, 3, 3, 3, 3), 3, 3)
    return sorted(tuple(round(side, 3) for side in cell) for cell in intersections_to_cells(crossings))


def ours(upright: list[ruling.Rule], level: list[ruling.Rule]) -> list[tuple[float, ...]]:
    return sorted(tuple(round(side, 3) for side in cell) for cell in ruling.cells(upright, level))


POSITION = st.sampled_from([10.0, 20.0, 21.5, 23.0, 40.0, 60.0, 62.0, 80.0])
RULE = st.tuples(POSITION, POSITION, st.sampled_from([10.0, 20.0, 22.0, 40.0, 70.0])).map(
    lambda one: (one[0], one[1], one[1] + one[2])
)


@given(st.lists(RULE, max_size=9), st.lists(RULE, max_size=9))
def test_any_lines_make_the_cells_that_pdfplumber_makes(upright: list[ruling.Rule], level: list[ruling.Rule]) -> None:
    assert ours(upright, level) == plumbed(upright, level)


@pytest.mark.parametrize("path", WITH_TEXT, ids=lambda path: path.stem)
def test_sample_plans_have_the_cells_that_pdfplumber_finds(path: Path) -> None:
    """The lines themselves are pdfium's here and pdfminer's there."""
    import pdfplumber

    with opening.Opened(path, ()) as document, pdfplumber.open(path) as plumber:
        for number in range(0, document.pages, 3):
            read = opening.read_page(document, number)
            found = [cell for table in read.tables if len(table.cells) > 1 for cell in table.cells]
            tables = [table.cells for table in plumber.pages[number].find_tables()]
            expected = [cell for table in tables for cell in table if len(table) > 1]
            assert len(found) == len(expected)
            for cell in expected:
                assert any(all(abs(one - other) < 1 for one, other in zip(cell, near, strict=True)) for near in found)
            plumber.pages[number].close()


@pytest.mark.parametrize("path", WITH_TEXT, ids=lambda path: path.stem)
def test_a_word_plan_gives_every_letter_of_its_xml(path: Path) -> None:
    import zipfile

    from lxml import etree

    word = path.with_suffix(".docx")
    document = formats.read(word)
    root = etree.fromstring(zipfile.ZipFile(word).read("word/document.xml"))
    for copy in list(root.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")):
        copy.getparent().remove(copy)
    held = Counter("".join(root.itertext("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")))
    read = Counter("".join(one.text for one in (*document.stretches, *document.struck)))
    missing = held - read
    del missing[" "]
    assert sum(missing.values()) <= 0.001 * sum(held.values())


@pytest.mark.parametrize("path", WITH_TEXT, ids=lambda path: path.stem)
def test_a_pdf_reads_as_its_word_twin(path: Path) -> None:
    def words(document: formats.Document) -> list[str]:
        return [word for one in document.stretches for word in one.text.split()]

    from difflib import SequenceMatcher

    twin, read = words(formats.read(path.with_suffix(".docx"))), words(formats.read(path))
    assert SequenceMatcher(None, twin, read, autojunk=False).ratio() > 0.99


def test_what_libreoffice_exports_reads_as_its_word_twin(office: Callable[[Path, str], Path], tmp_path: Path) -> None:
    import shutil

    for source in WITH_TEXT[:1]:
        word = Path(shutil.copy(source.with_suffix(".docx"), tmp_path))
        twin = [one.text.replace("\n", " ") for one in formats.read(word).stretches]
        read = [one.text for one in formats.read(office(word, "pdf")).stretches]
        same = sum((Counter(twin) & Counter(read)).values())
        assert same > 0.97 * len(twin)
