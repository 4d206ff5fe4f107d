"""What a plan is made of, whatever the file format: paragraphs, tables, boxes and page breaks, each with its section.

Both writers draw the same blocks, so a Word plan and its PDF say the same words; and `section_texts` reads the words
of each section off the same blocks, so what known.yml says can never drift from what the files hold.
"""

from __future__ import annotations

from dataclasses import dataclass, field

INSERTED, DELETED, STRUCK = "inserted", "deleted", "struck"
COMMENT, FOOTNOTE = "comment", "footnote"
GONE = (DELETED, STRUCK, COMMENT, FOOTNOTE)  # in the Word file, and no part of the plan's own words


@dataclass(frozen=True, slots=True)
class Run:
    """Words with one look. `change` marks a tracked insertion or deletion, struck words, a comment or a footnote."""

    text: str
    bold: bool = False
    italic: bool = False
    change: str = ""
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `marker` is a number that the words do not hold: Word makes it by automatic numbering.

    `style`: title, subtitle, h1, h2, h3, body, quote, small, label, bullet, number, toc, band.
    `heading`: the section whose heading this is; it is no part of that section's words.
    `after`: words of that section which stand behind the heading in the same paragraph, after a soft line break.
    `auto`: how Word makes the marker of a heading: format, text around it, where the count starts.
    """

    runs: tuple[Run, ...]
    style: str = "body"
    section: str = ""
    marker: str = ""
    heading: str = ""
    list_id: int = 0  # Word's numbering list, so that each list starts at one
    after: str = ""
    auto: tuple[str, str, int] | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs if run.change not in GONE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: paragraphs, a background (hex) and the number of columns it covers."""

    paragraphs: tuple[Paragraph, ...]
    fill: str = ""
    span: int = 1
    section: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    header: bool = False  # repeated at the top of each page


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; `widths` are shares of the text width."""

    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    control: str = ""  # the title of a Word content control around the table


@dataclass(frozen=True, slots=True)
class Box:
    """Words in a frame: a text box in Word."""

    paragraphs: tuple[Paragraph, ...]
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Control:
    """Paragraphs inside a Word content control, as forms have them."""

    paragraphs: tuple[Paragraph, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Paragraphs side by side without a rule between them: first all of the left column, then the right."""

    left: tuple[Paragraph, ...]
    right: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture across the page: a drawing, or a page that somebody wrote by hand and pasted in. It holds no text."""

    kind: str  # drawing, scan
    alt: str
    height: float  # points


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block = Paragraph | Table | Box | Control | Columns | Picture | PageBreak


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours (hex) and type of one council's documents."""

    main: str = "1F4E79"
    tint: str = "DEEAF6"
    pale: str = "F2F2F2"
    font: str = "Arial"  # Arial, Calibri or Times New Roman in Word
    serif: bool = False
    size: float = 11.0


@dataclass(slots=True)
class Sheet:
    """A whole document."""

    title: str
    theme: Theme
    header: str
    footer: str
    landscape: bool = False
    turned: bool = False  # the PDF's pages stand upright and are shown turned by /Rotate
    typeset: bool = False  # the PDF parts words at line ends and draws fi and fl as one letter
    blocks: list[Block] = field(default_factory=list)

    def add(self, *blocks: Block) -> None:
        self.blocks.extend(blocks)


def p(text: str, style: str = "body", section: str = "", **more: object) -> Paragraph:
    """A paragraph of plain words, save that `**words**` are bold, and so on for each of MARKS."""
    return Paragraph(tuple(runs(text)), style, section, **more)  # type: ignore[arg-type]


CONTINUED = " (continued)"
MARKS = {
    "**": "bold", "__": "italic", "==": "underline",
    "++": INSERTED, "--": DELETED, "~~": STRUCK, "^^": COMMENT, "%%": FOOTNOTE,
}  # fmt: skip


def runs(text: str) -> list[Run]:
    """The runs of words marked as `p` says. Marks do not nest."""
    if not any(mark in text for mark in MARKS):
        return [Run(text)]
    found: list[Run] = []
    while text:
        openings = [(text.find(mark), mark) for mark in MARKS if mark in text]
        start, mark = min(openings, default=(-1, ""))
        end = text.find(mark, start + 2) if start >= 0 else -1
        if end < 0:
            found.append(Run(text))
            break
        if start:
            found.append(Run(text[:start]))
        words, kind = text[start + 2 : end], MARKS[mark]
        change = kind if kind in (INSERTED, *GONE) else ""
        found.append(Run(words, kind == "bold", kind == "italic", change, kind == "underline"))
        text = text[end + 2 :]
    return found


def cell(*texts: str | Paragraph, fill: str = "", span: int = 1, section: str = "", style: str = "body") -> Cell:
    """A cell from words or paragraphs; the cell's section is each paragraph's own unless that says otherwise."""
    made = tuple(text if isinstance(text, Paragraph) else p(text, style, section) for text in texts)
    return Cell(made or (p("", style, section),), fill, span, section)


@dataclass(slots=True)
class SectionWords:
    """What one section holds: its heading and its lines, as `ehcp-audit extract` would give them."""

    heading: str | None = None
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def section_words(blocks: list[Block]) -> dict[str, SectionWords]:
    """The words of each section in reading order: table rows on a line of their own, cells parted by tabs."""
    found: dict[str, SectionWords] = {}
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                _row_words(row, found)
        elif not isinstance(block, PageBreak | Picture):
            for paragraph in paragraphs_of(block):
                _paragraph_words(paragraph, found)
    return found


def paragraphs_of(block: Paragraph | Box | Control | Columns) -> tuple[Paragraph, ...]:
    """The paragraphs of a block, in reading order."""
    if isinstance(block, Columns):
        return block.left + block.right
    return (block,) if isinstance(block, Paragraph) else block.paragraphs


def _paragraph_words(paragraph: Paragraph, found: dict[str, SectionWords]) -> None:
    if paragraph.heading:
        for code in paragraph.heading.split():
            words = found.setdefault(code, SectionWords())
            if words.heading is None:
                words.heading = _line(paragraph)
            elif paragraph.text.removesuffix(CONTINUED) not in words.heading:
                words.heading += f" {paragraph.text}"  # the second of two paragraphs; E and F may stand many times
            if paragraph.after:
                words.lines.append(paragraph.after)
    elif paragraph.section and paragraph.text.strip():
        found.setdefault(paragraph.section, SectionWords()).lines.append(_line(paragraph))


def _row_words(row: Row, found: dict[str, SectionWords]) -> None:
    parts: dict[str, list[str]] = {}
    for one in row.cells:
        by_section: dict[str, list[str]] = {}
        for paragraph in one.paragraphs:
            if paragraph.heading:
                _paragraph_words(paragraph, found)
            elif paragraph.section and paragraph.text.strip():
                by_section.setdefault(paragraph.section, []).append(_line(paragraph))
        for code, lines in by_section.items():
            parts.setdefault(code, []).append("\n".join(lines))
    for code, cells in parts.items():
        found.setdefault(code, SectionWords()).lines.append("\t".join(cells))


def _line(paragraph: Paragraph) -> str:
    return f"{paragraph.marker} {paragraph.text}".strip()


def section_texts(blocks: list[Block]) -> dict[str, str]:
    """The text of each section that the blocks hold."""
    return {code: words.text for code, words in section_words(blocks).items()}
