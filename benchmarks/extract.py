"""What reading costs, inside the reader: beside the bare libraries, with what came out compared."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.measuring import Ratio, Share, cpu_of_work
from benchmarks.sample import files

AS_OF = date(2026, 11, 20)
LONG = 20
"""Letters of a cell that cannot stand inside another by chance."""

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def measure(plans: Path, runs: int) -> Iterator[Ratio | Share]:
    """PDF and Word, speed and parity."""
    from ehcp_audit.plan import build_plan
    from ehcp_audit.reading.formats import read

    def sections(paths: list[Path]) -> None:
        for path in paths:
            build_plan(read(path), reference="P01", as_of=AS_OF)

    pdfs, words = files(plans, ".pdf"), files(plans, ".docx")
    few = pdfs[: max(1, min(5, len(pdfs)))]
    ours_pdf = cpu_of_work(lambda: sections(pdfs), runs) / len(pdfs)
    read_pdf = cpu_of_work(lambda: [read(path) for path in pdfs], runs) / len(pdfs)
    pdfium = cpu_of_work(lambda: [pdfium_text(path) for path in pdfs], runs) / len(pdfs)
    plumber = cpu_of_work(lambda: [plumber_cells(path) for path in few], 1) / len(few)
    ours_few = cpu_of_work(lambda: [read(path) for path in few], runs) / len(few)
    yield Ratio("a PDF plan into sections", ours_pdf, pdfium, "pdfium text of the same pages", goal=2.5)
    yield Ratio("  the same, no plan like it seen before", read_pdf + _unseen(pdfs, runs), pdfium, "pdfium text")
    yield Ratio("reading a PDF plan", read_pdf, pdfium, "pdfium text of the same pages")
    yield Ratio("reading a PDF plan", ours_few, plumber, "pdfplumber text and tables, every page", goal=0.06)
    yield from _pdf_parity(pdfs, few)
    ours_docx = cpu_of_work(lambda: [read(path) for path in words], runs) / len(words)
    bare = cpu_of_work(lambda: [parsed_xml(path) for path in words], runs) / len(words)
    yield Ratio("reading a .docx", ours_docx, bare, "lxml parse of document.xml", goal=6.0)
    yield from _docx_parity(words)
    yield from _door(pdfs, read_pdf, runs)


def _unseen(pdfs: list[Path], runs: int) -> float:
    """What building a plan costs when nothing is remembered of the titles and labels of the one before."""
    from ehcp_audit.plan import build_plan, columns, events, fact_labels, labels, vocabulary
    from ehcp_audit.reading.formats import read

    documents = [read(path) for path in pdfs]

    def build() -> None:
        for document in documents:
            for part in (columns, events, fact_labels, labels, vocabulary):
                part.forget()
            build_plan(document, reference="P01", as_of=AS_OF)

    return cpu_of_work(build, runs) / len(pdfs)


def _door(pdfs: list[Path], inside: float, runs: int) -> Iterator[Ratio]:
    """What sending and checking the reader's reply adds in the process that asked."""
    from ehcp_audit.reading import Reader

    with Reader() as reader:
        asked = cpu_of_work(lambda: [reader.read(path) for path in pdfs], runs) / len(pdfs)
    yield Ratio("the door: asking and checking the reply", asked, inside, "reading the PDF inside the reader")


def _pdf_parity(pdfs: list[Path], few: list[Path]) -> Iterator[Share]:
    from ehcp_audit.reading.formats import read

    counts = [_cells_found(plumber_cells(path), cells_of(read(path))) for path in few]
    equal, whole = (sum(count[place] for count in counts) for place in (0, 1))
    yield Share("  parity: pdfplumber's cells found equal", equal, whole, goal=0.99)
    found: Counter[str] = Counter()
    expected: Counter[str] = Counter()
    for path in pdfs:
        document = read(path)
        found += words_of(one.text for one in (*document.stretches, *document.margins, *document.notes))
        expected += words_of([pdfium_text(path)])
    kept = {word: min(number, found[word]) for word, number in expected.items()}
    # Running heads are kept once and stand on every page: their words are counted once here too.
    heads = words_of(one.text for path in pdfs for one in read(path).margins)
    yield Share("  parity: pdfium's words read (heads once)", *_without_heads(kept, expected, heads), goal=0.99)


def _cells_found(theirs: Iterable[str], ours: Iterable[str]) -> tuple[int, int]:
    """How many distinct cells of one document are ours too, of how many.

    A heading row that is repeated on the next page is one cell here. A row that runs over a page is two cells for
    pdfplumber and one for us: its halves count as found inside ours.
    """
    own = set(map(bare_letters, ours))
    wanted = set(map(bare_letters, theirs)) - {""}
    long = [cell for cell in own if len(cell) > LONG]
    found = sum(cell in own or (len(cell) > LONG and any(cell in one for one in long)) for cell in wanted)
    return found, len(wanted)


def _without_heads(kept: dict[str, int], expected: Counter[str], heads: Counter[str]) -> tuple[int, int]:
    whole = sum(number for word, number in expected.items() if word not in heads)
    part = sum(number for word, number in kept.items() if word not in heads)
    return part, whole


def _docx_parity(words: list[Path]) -> Iterator[Share]:
    from ehcp_audit.reading.formats import read

    expected: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for path in words:
        expected += words_of(paragraphs(path))
        found += words_of(one.text for one in read(path).stretches)
    yield Share("  parity: the XML's words read", sum((expected & found).values()), sum(expected.values()), goal=0.995)


def pdfium_text(path: Path) -> str:
    """The text of every page, as pdfium gives it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    pages = []
    for page in document:
        text = page.get_textpage()
        pages.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return "\n".join(pages)


def plumber_cells(path: Path) -> list[str]:
    """Every table cell's text as pdfplumber finds it; it reads the pages' text too."""
    import pdfplumber

    cells: list[str] = []
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            cells += [cell or "" for table in page.extract_tables() for row in table for cell in row]
            page.close()
    return cells


def cells_of(document: Any) -> list[str]:
    """Every table cell's text as we read it, page by page."""
    cells: dict[Any, list[str]] = {}
    for one in document.stretches:
        if one.table is not None:
            cells.setdefault((one.table, one.page), []).append(one.text)
    return ["\n".join(lines) for lines in cells.values()]


def parsed_xml(path: Path) -> Any:
    """The document part, unzipped and parsed; nothing more."""
    from lxml import etree

    with zipfile.ZipFile(path) as container:
        return etree.parse(io.BytesIO(container.read("word/document.xml")))


def paragraphs(path: Path) -> list[str]:
    """The text of each paragraph of the document part."""
    tree = parsed_xml(path)
    return ["".join(one.text or "" for one in paragraph.iter(f"{WORD}t")) for paragraph in tree.iter(f"{WORD}p")]


def words_of(texts: Iterable[str]) -> Counter[str]:
    """The words, without what differs by line ends alone."""
    joined = "\n".join(texts).replace("\ufffe", "-").replace("\x02", "-")
    plain = unicodedata.normalize("NFKC", joined)
    return Counter(re.findall(r"[^\W_]+", re.sub(r"-\s*\n\s*", "-", plain).lower()))


def bare_letters(text: str) -> str:
    """The letters and digits alone: line ends, hyphens and bullets differ between tools."""
    readable = re.sub(r"\(cid:\d+\)", "", text or "")  # what pdfplumber writes for a bullet that it cannot name
    return "".join(one for one in unicodedata.normalize("NFKC", readable).lower() if one.isalnum())
