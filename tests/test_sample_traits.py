"""Every way in which councils set plans out occurs in a sample plan, told from the files themselves.

A trait is looked for in the XML of the Word files and in the objects and pages of the PDFs, never in what is known of
them. What is no layout (a password, a format that nothing here reads, a damaged file) is made in tests/hostile.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Callable
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import pypdf
import pypdfium2 as pdfium
import pytest
from lxml import etree

FOLDER = Path(__file__).resolve().parents[1] / "sample_plans"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {
    "w": W[1:-1],
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
LABEL = re.compile(
    r"^(?:(?:section|part)\s{0,2})?(?:\([A-K]\)|(?:[A-K]\d?|H\s?\(?i{1,2}\)?)\s{0,2}[:.–-])\s{1,2}", re.IGNORECASE
)
LETTERED = re.compile(r"^(?:section|part)\s?[A-K]\b|^\([A-K]\)|^[A-K]\d?\s?[:–-]\s", re.IGNORECASE)


class Sample:
    """One sample plan: the XML of its Word file, and its PDF."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])

    def __repr__(self) -> str:
        return self.path.stem

    def find(self, path: str) -> list[etree._Element]:
        return list(self.root.iterfind(path, NAMES))

    @cached_property
    def paragraphs(self) -> list[etree._Element]:
        """Every paragraph that is no part of a text box's second copy."""
        return [
            one
            for one in self.find(".//w:p")
            if not any(above.tag.endswith("}Fallback") for above in one.iterancestors())
        ]

    @cached_property
    def lines(self) -> list[str]:
        return [text_of(one).strip() for one in self.paragraphs]

    @cached_property
    def titles(self) -> set[str]:
        """What may be a heading: short paragraphs without their label, in small letters."""
        return {LABEL.sub("", line).lower() for line in self.lines if 0 < len(line) < 130}

    @cached_property
    def rows(self) -> list[list[str]]:
        return [
            [
                " ".join(text_of(one) for one in cell.iterfind("w:p", NAMES)).strip()
                for cell in row.iterfind("w:tc", NAMES)
            ]
            for row in self.find(".//w:tr")
        ]

    @cached_property
    def headings(self) -> list[str]:
        """The letters of the sections' headings as they stand, in order; of a heading numbered by Word, none."""
        found = []
        for one, line in zip(self.paragraphs, self.lines, strict=True):
            style = one.find("w:pPr/w:pStyle", NAMES)
            letter = re.match(r"^(?:(?:section|part)\s?)?\(?([A-K])\d?\b", line, re.IGNORECASE)
            if letter and LETTERED.match(line) and style is not None and style.get(f"{W}val") != "TOC1":
                found.append(letter[1].upper())
        return found

    @cached_property
    def pdf(self) -> pypdf.PdfReader:
        return pypdf.PdfReader(self.path.with_suffix(".pdf"))

    @cached_property
    def pages(self) -> list[str]:
        document = pdfium.PdfDocument(self.path.with_suffix(".pdf"))
        return [document[number].get_textpage().get_text_range() for number in range(len(document))]

    def drawn(self, operator: bytes) -> bool:
        return any(operator in page.get_contents().get_data() for page in self.pdf.pages)


def text_of(paragraph: etree._Element) -> str:
    """A paragraph's own words, deleted and struck ones left out; a break or a tab is a space."""
    parts = []
    for run in paragraph.iter(f"{W}r"):
        if run.find("w:rPr/w:strike", NAMES) is None and nearest(run, f"{W}p") is paragraph:
            parts += [one.text or " " for one in run if one.tag in (f"{W}t", f"{W}br", f"{W}tab")]
    return "".join(parts)


def nearest(one: etree._Element, tag: str) -> etree._Element | None:
    return next((above for above in one.iterancestors() if above.tag == tag), None)


def says(pattern: str) -> Callable[[Sample], bool]:
    """Some paragraph holds this."""
    compiled = re.compile(pattern)
    return lambda one: any(compiled.search(line) for line in one.lines)


def titled(title: str) -> Callable[[Sample], bool]:
    """Some short paragraph is this title, whatever its label; a title that ends in * only begins like it."""
    if title.endswith("*"):
        return lambda one: any(found.startswith(title[:-1]) for found in one.titles)
    return lambda one: title in one.titles


def labelled(label: str) -> Callable[[Sample], bool]:
    """A cell beside another holds this label."""
    return lambda one: any(label in [cell.lower() for cell in row[::2]] for row in one.rows if len(row) in (2, 4))


def headed(*names: str) -> Callable[[Sample], bool]:
    """A table's first row begins with these columns."""
    return lambda one: any([cell.lower() for cell in row][: len(names)] == list(names) for row in one.rows)


def has(path: str) -> Callable[[Sample], bool]:
    """The document's XML holds such an element."""
    return lambda one: bool(one.find(path))


def part(name: str, pattern: bytes) -> Callable[[Sample], bool]:
    """A part of the package holds this."""
    return lambda one: re.search(pattern, one.parts.get(name, b"")) is not None


def empty_under(title: str) -> Callable[[Sample], bool]:
    """A heading with this title is followed by the heading of another section at once."""

    def check(one: Sample) -> bool:
        body = [child for child in one.root[0] if child.tag != f"{W}p" or text_of(child).strip()]
        for first, second in pairwise(body):
            styles = [child.find("w:pPr/w:pStyle", NAMES) for child in (first, second) if child.tag == f"{W}p"]
            headings = [
                style for style in styles if style is not None and style.get(f"{W}val", "").startswith("Heading")
            ]
            if len(headings) == 2 and title in text_of(first).lower() and LETTERED.match(text_of(second)):
                return True
        return False

    return check


def between(before: str, words: str, after: str) -> Callable[[Sample], bool]:
    """A line stands after the last heading of one section and before the first of the other."""

    def check(one: Sample) -> bool:
        labels = [
            match[1] if (match := re.match(r"(?i)^(?:section|part) ([A-K])\b[:. –-]", line)) else ""
            for line in one.lines
        ]
        headed = before in labels and after in labels and words in one.lines
        body = labels.count(after) == 1  # no contents page that says it too
        return headed and body and labels.index(before) < one.lines.index(words) < labels.index(after)

    return check


def side_by_side(one: Sample) -> bool:
    """Lines of the PDF begin at two places of one page, with no rule between them."""
    for page in one.pdf.pages:
        starts: list[tuple[float, float]] = []
        page.extract_text(
            visitor_text=lambda text, cm, tm, font, size, at=starts: text.strip() and at.append((tm[4], tm[5]))
        )
        levels = {round(y) for x, y in starts if x < 100} & {round(y) for x, y in starts if 290 < x < 330}
        if len(levels) >= 4 and page.images:
            return True
    return False


def same_margins(one: Sample) -> bool:
    """The first line of each page of the PDF is the same."""
    return len(one.pages) > 2 and len({page.split("\r\n")[0] for page in one.pages}) == 1


def several_pieces(one: Sample) -> bool:
    return one.headings.count("E") > 1 and one.headings.count("F") > 1


def labels_in_a_row(one: Sample) -> bool:
    return any(sum(bool(re.match(r"^(?:Section )?[B-H]\d?\b", cell)) for cell in row) > 1 for row in one.rows)


def order_of_areas(one: Sample) -> tuple[int, ...]:
    names = ("communication", "cognition", "social, emotional", "sensory")
    return tuple(next((at for at, line in enumerate(one.lines) if line.lower().startswith(name)), -1) for name in names)


def in_order(*words: str) -> Callable[[Sample], bool]:
    """Rows of one table begin with these words, in this order."""

    def check(one: Sample) -> bool:
        firsts = [row[0].lower() for row in one.rows if row]
        at = -1
        for word in words:
            at = next((place for place in range(at + 1, len(firsts)) if firsts[place].startswith(word)), len(firsts))
        return at < len(firsts)

    return check


PREFIXES = {
    "Section A and its title in two paragraphs": says(r"^Section A$"),
    "SECTION A": says(r"^SECTION A\b"),
    "section A": says(r"^section [A-K]\b"),
    "SECTIONA": says(r"^SECTION[A-K]\b"),
    "Section A:": says(r"^Section A: "),
    "Section A -": says(r"(?i)^section A - "),
    "Section A –": says(r"^Section A – "),
    "Section A.": says(r"^Section E\. "),
    "(A)": says(r"^\(A\) "),
    "A –": says(r"^A – "),
    "A -": says(r"^[IJ] - "),
    "A:": says(r"^[B-K]: "),
    "A1, A2": lambda one: says(r"^A1\b")(one) and says(r"^A2\b")(one),
    "Part A": says(r"^Part A\b"),
    "a bare title": lambda one: not one.headings and titled("my special educational needs")(one),
}
TITLES = {
    "A": ("the views, interests and aspirations of the child and their parents", "views, interests and aspirations",
          "my profile", "all about me", "about me", "this is me", "personal profile", "one page profile", "aspirations",
          "my views, interests, hopes and dreams", "personal and family profile"),
    "B": ("special educational needs", "special educational needs (sen)", "my special educational needs",
          "summary of strengths and sen", "strengths, difficulties*"),
    "C": ("health needs which are related to special educational needs", "health needs", "my health needs",
          "my health needs that relate to my *", "health care needs"),
    "D": ("social care needs which are related to *", "social care needs", "my social care needs", "care needs"),
    "E": ("outcomes", "my outcomes", "desired outcomes", "planned outcomes", "educational outcomes", "health outcomes",
          "social care outcomes", "long term aim", "short term outcomes"),
    "F": ("special educational provision", "special education provision", "what support", "my support plan",
          "provision required*"),
    "G": ("health provision", "health care provision"),
    "H": ("care provision", "social care provision (support)*", "social care provision under section 2 *"),
    "I": ("placement", "educational placement", "name and type of education placement", "setting to be attended"),
    "J": ("personal budget", "direct payments", "personal budget arrangements",
          "personal budget, with arrangements for direct payments"),
    "K": ("advice and information", "advice and information gathered", "appendices", "advice used to write my plan",
          "report list"),
    "area": ("communication and interaction", "cognition and learning", "social, emotional and mental health",
             "social, emotional and mental health difficulties", "sensory and/or physical", "physical or sensory",
             "independence and self-help", "self-care and independence", "preparing for adulthood*"),
}  # fmt: skip
COVER = (
    "full name", "forename", "surname", "known as", "date of birth", "gender", "sex", "ethnicity", "religion",
    "home language", "parent's first language", "home address", "address of parent 2", "telephone", "e-mail",
    "parental responsibility", "looked-after child", "social worker", "gp and surgery", "nhs number", "upn",
    "student id", "care first no.", "paris number", "lcs number", "plan number", "document reference",
    "current setting", "admission date", "pupil premium", "date of request", "date of draft plan",
    "date of final plan", "amended, with effect from", "date of last annual review", "version number",
)  # fmt: skip
LABELS = {
    "H1 and H2": lambda one: says(r"\bH1\b")(one) and says(r"\bH2\b")(one),
    "H i and H ii": lambda one: says(r"\bH i\b")(one) and says(r"\bH ii\b")(one),
    "H(i) and H(ii)": lambda one: says(r"\bH\(i\)")(one) and says(r"\bH\(ii\)")(one),
    "a single H": lambda one: one.headings.count("H") == 1 and not says(r"^\(?H\d")(one),
    "D of several letters in one heading": says(r"^Sections D\b.+\bH1 and H2\b"),
    "C and G in one heading": says(r"^Sections C\b.+ G\b"),
}
NOTHING = {
    "None identified": says(r"^None identified\.?$"),
    "Not known to social care": says(r"^Not known to social care\.?$"),
    "N/A": says(r"^N/A$"),
    "Not applicable": says(r"^Not applicable\.?$"),
    "no needs have been identified": says(r"\bNo \w+(?: \w+)? needs have been identified\b"),
    "none required": says(r"^None required\.?$"),
    "-": says(r"^-$"),
    "N": says(r"^N$"),
    "I and J blank in a draft": lambda one: empty_under("education placement")(one) and says(r"\[x\] Draft")(one),
    "a heading and nothing under it": empty_under("other social care provision"),
    "a letter that is not there": lambda one: bool(one.headings) and not {"A", "K"} & set(one.headings),
}
FORMS = {
    "status as ticks": says(r"\[x\] Draft.+\[ \] Final"),
    "status with every option left in": says(r"DRAFT / PROPOSED / FINAL"),
    "a signature": labelled("signed on behalf of the council"),
    "two labels and two values a row": lambda one: any(
        len(row) == 4 and {row[0].lower(), row[2].lower()} <= set(COVER) for row in one.rows
    ),
    "section A in the first person": says(r"^I (?:am|like|love|want)\b"),
    "section A by parents": says(r"\bparents (?:say|hope|would like)\b"),
    "prompts as sub-headings": titled("what is important to me"),
    "prompts in the rows of a table": lambda one: any(row[0] == "What matters to me" for row in one.rows if row),
    "two columns": has(".//w:cols[@w:num='2']"),
    "two columns in the PDF": side_by_side,
    "a picture page": has(".//wp:docPr[@descr='A drawing of a house and the sun']"),
    "a pasted scan": has(".//wp:docPr[@descr='A page written by hand']"),
    "pictures in the PDF": lambda one: any(len(page.images) > 1 for page in one.pdf.pages),
    "K by name, role, contribution": headed("name", "title, role and service", "how they contributed"),
    "K by what was asked for": headed("advice requested", "date received", "who from", "appended"),
    "K by document": headed("document and author", "date written"),
    "K in the regulation's order": in_order("parents", "education", "medical", "psychological", "social care"),
}
TRIBUNAL = {
    "underlined": has(".//w:rPr/w:u"),
    "bold in a sentence": has(".//w:r/w:rPr/w:b"),
    "italic in a sentence": has(".//w:r/w:rPr/w:i"),
    "struck through": has(".//w:rPr/w:strike"),
    "evidence in footnotes": lambda one: len(one.find(".//w:footnoteReference")) > 1,
    "what is in dispute alone": lambda one: set(one.headings) == {"B", "F", "I"},
}
TRAPS = {
    "section 2 of the Act": says(r"section 2 of the Chronically Sick"),
    "section 17": says(r"\bsection 17\b"),
    "section 20": says(r"\bsection 20\b"),
    "a sentence that begins with a letter": says(r"^Section F sets out "),
    "an ABC chart": headed("a: antecedent", "b: behaviour", "c: consequence"),
    "letters of sets and classes": says(r"\bSet B\b.+\bClass \d[A-Z]\b"),
    "Part 1": says(r"^Part 1\b"),
    "Section 1": says(r"^Section 1\b"),
    "labels in a header row that is repeated": lambda one: any(
        row.find("w:trPr/w:tblHeader", NAMES) is not None
        and any("Section E: Outcome" in text_of(line) for line in row.iter(f"{W}p"))
        for row in one.find(".//w:tr")
    ),
    "a running head with a section's title": part("word/header1.xml", rb">Section B: Special educational needs"),
    "(continued)": says(r"\(continued\)$"),
    "letters in Word's numbering alone": lambda one: (
        b'w:lvlText w:val="Section %1.' in one.parts["word/numbering.xml"] and has(".//w:pPr[w:pStyle][w:numPr]")(one)
    ),
    "H1 before H2 in Word's numbering alone": part("word/numbering.xml", rb'w:lvlText w:val="Section H%1'),
    "a soft break between heading and text": lambda one: any(
        line.find("w:pPr/w:pStyle", NAMES) is not None
        and line.find("w:pPr/w:pStyle", NAMES).get(f"{W}val", "").startswith("Heading")
        and line.find("w:r/w:br", NAMES) is not None
        for line in one.paragraphs
    ),
    "a heading stored twice": lambda one: (
        all(
            any("Section E" in text_of(line) for line in copy.iter(f"{W}p"))
            for copy in (*one.find(".//mc:Choice"), *one.find(".//mc:Fallback"))
        )
        and has(".//mc:Fallback")(one)
    ),
    "a contents page": has(".//w:pStyle[@w:val='TOC1']"),
    "a table that explains the letters": lambda one: in_order("section", "section a", "section b", "section k")(one),
}
STRUCTURE = {
    "content controls": has(".//w:sdt"),
    "a text box": has(".//mc:Choice//w:p"),
    "a tracked insertion": has(".//w:ins"),
    "a tracked deletion": has(".//w:del"),
    "lists numbered by Word": has(".//w:pPr/w:numPr"),
    "a comment": lambda one: "word/comments.xml" in one.parts,
    "landscape pages": has(".//w:pgSz[@w:orient='landscape']"),
    "sections side by side in columns": labels_in_a_row,
    "E and F in several pieces": several_pieces,
    "monitoring between E and F": between("E", "Monitoring arrangements", "F"),
    "appendices after K": says(r"^Appendix 1: "),
    "a running head and foot in the PDF": same_margins,
    "ruled tables in the PDF": lambda one: one.drawn(b" re"),
    "turned pages in the PDF": lambda one: any(page.rotation == 90 for page in one.pdf.pages),
    "words parted at line ends in the PDF": lambda one: sum(page.count("\ufffe") for page in one.pages) > 3,
    "joined letters in the PDF": lambda one: one.drawn(b"(\\256)"),
}
ALL = {
    **{f"prefix: {name}": check for name, check in PREFIXES.items()},
    **{f"title of {code}: {title}": titled(title) for code, titles in TITLES.items() for title in titles},
    **{f"label: {name}": check for name, check in LABELS.items()},
    **{f"nothing: {name}": check for name, check in NOTHING.items()},
    **{f"cover: {label}": labelled(label) for label in COVER},
    **{f"form: {name}": check for name, check in FORMS.items()},
    **{f"tribunal: {name}": check for name, check in TRIBUNAL.items()},
    **{f"trap: {name}": check for name, check in TRAPS.items()},
    **{f"structure: {name}": check for name, check in STRUCTURE.items()},
}


@pytest.fixture(scope="module")
def plans() -> list[Sample]:
    return [Sample(path) for path in sorted(FOLDER.glob("*.docx"))]


@pytest.mark.parametrize("trait", ALL)
def test_it_occurs_in_a_sample_plan(plans: list[Sample], trait: str) -> None:
    assert any(ALL[trait](one) for one in plans)


def listed(plans: list[Sample]) -> str:
    """Which trait occurs in which sample plans, as a page."""
    lines = [HEAD, "| Trait | Sample plans |", "|---|---|"]
    for trait, check in ALL.items():
        found = [str(one)[:2] for one in plans if check(one)]
        lines.append(f"| {trait} | {'all' if len(found) == len(plans) else ', '.join(found)} |")
    return "\n".join(lines) + "\n"


HEAD = """# Which layout is in which sample plan

Told from the files by `tests/test_sample_traits.py`, which keeps this page:
`python tests/test_sample_traits.py > sample_plans/traits.md`.
"""


def test_the_list_is_what_the_files_hold(plans: list[Sample]) -> None:
    assert (FOLDER / "traits.md").read_text(encoding="utf-8") == listed(plans)


def test_a_trait_is_told_apart(plans: list[Sample]) -> None:
    """No trait but a few is in every sample: a check that always says yes would say nothing."""
    everywhere = {trait for trait in ALL if all(ALL[trait](one) for one in plans)}
    assert {trait.partition(":")[0] for trait in everywhere} <= {"cover", "structure", "form"}
    assert len(everywhere) < 25, everywhere


def test_areas_stand_in_more_than_one_order(plans: list[Sample]) -> None:
    orders = {tuple(sorted(range(4), key=found.__getitem__)) for one in plans if min(found := order_of_areas(one)) >= 0}
    assert len(orders) > 1


def test_a_scan_holds_pictures_and_no_text() -> None:
    (scan,) = FOLDER.glob("*scanned.pdf")
    assert all(len(page.images) == 1 for page in pypdf.PdfReader(scan).pages)
    document = pdfium.PdfDocument(scan)
    assert "".join(document[number].get_textpage().get_text_range() for number in range(len(document))).strip() == ""


if __name__ == "__main__":
    sys.stdout.write(listed([Sample(path) for path in sorted(FOLDER.glob("*.docx"))]))
