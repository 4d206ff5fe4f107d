"""A whole Word document: its body, and apart from it margins, notes, comments, properties."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import Document, Stretch, Unread
from ehcp_audit.reading.characters import count, tidy
from ehcp_audit.reading.container import DAMAGED, Container
from ehcp_audit.reading.crossed_out import struck_warning
from ehcp_audit.reading.docx.copies import is_second_copy
from ehcp_audit.reading.docx.gathered import Gathered, Tally
from ehcp_audit.reading.docx.names import MC, M, W, words_of
from ehcp_audit.reading.docx.numbering import Numbering
from ehcp_audit.reading.docx.styles import Styles
from ehcp_audit.reading.docx.walk import Walk

if TYPE_CHECKING:
    from lxml import etree

    from ehcp_audit.reading.formats import Wishes

_MOST_MARGINS = 60
_TEXT_OF_OTHERS = (
    W + "instrText",
    W + "delText",
    W + "drawing",
    W + "pict",
    W + "object",
    MC + "AlternateContent",
    M + "t",
)


@dataclass(frozen=True, slots=True)
class Related:
    """A part that another one points at: the last word of its kind, and its name in the archive."""

    kind: str
    name: str
    id: str


def read(path: Path, wishes: Wishes) -> Document:
    """What does this Word document say? .docx, .docm and .dotx, the strict dialect too.

    Raises UnreadableError.
    """
    del wishes
    with Container(path) as container:
        main = main_part(container)
        part = _Parts(container, main)
        root = container.xml(main)
        bodies = root.findall(W + "body")
        if root.tag != W + "document" or not bodies:
            raise UnreadableError("damaged", DAMAGED)
        styles, numbering = Styles(part("styles")), Numbering(part("numbering"))
        walk = Walk(styles, numbering)
        for body in bodies:
            walk.blocks(body)
        walk.finish()
        found = walk.out
        margins = [
            one
            for kind in ("header", "footer")
            for number in range(min(part.count(kind), _MOST_MARGINS))
            for one in _apart(part(kind, number), styles, numbering, found.tally)
        ]
        notes = [
            one
            for kind in ("footnotes", "endnotes")
            for note in _notes(part(kind))
            for one in _apart(note, styles, numbering, found.tally)
        ]
        comments, authors = _comments(part("comments"), styles, numbering)
        properties = (
            *_properties(container),
            *(("revision author", name) for name in sorted(found.tally.authors)),
            *authors,
        )
    warnings = _warnings(found, _coverage(root, found), part.broken)
    if not found.stretches and not margins and not found.struck:
        raise _no_text(found.tally)
    return Document(
        format="docx",
        pages=None,
        stretches=tuple(found.stretches),
        margins=_once(margins),
        notes=tuple(notes),
        comments=tuple(comments),
        struck=tuple(found.struck),
        properties=properties,
        unread=_unread(found.tally),
        warnings=warnings,
    )


class _Parts:
    """The parts beside the body, by kind; one that is damaged is left out and remembered."""

    def __init__(self, container: Container, main: str) -> None:
        self.broken: list[str] = []
        self._container = container
        self._by_kind: dict[str, list[Related]] = {}
        for one in related_parts(container, main):
            self._by_kind.setdefault(one.kind, []).append(one)

    def count(self, kind: str) -> int:
        return len(self._by_kind.get(kind, ()))

    def __call__(self, kind: str, number: int = 0) -> etree._Element | None:
        """The numbered part of a kind, or None where there is none that can be read."""
        if number >= self.count(kind):
            return None
        try:
            return self._container.xml(self._by_kind[kind][number].name)
        except UnreadableError as refusal:
            if refusal.reason != DAMAGED:
                raise
            self.broken.append(kind)
            return None


def main_part(container: Container) -> str:
    """The part that holds the document's body."""
    for one in related_parts(container, ""):
        if one.kind == "officeDocument" and one.name in container.names:
            return one.name
    if "word/document.xml" in container.names:
        return "word/document.xml"
    raise UnreadableError("damaged", DAMAGED)


def related_parts(container: Container, part: str) -> Iterator[Related]:
    """The parts inside the archive that a part points at. What stands outside it is never opened."""
    folder, name = posixpath.split(part)
    file = posixpath.join(folder, "_rels", name + ".rels")
    if file not in container.names:
        return
    for one in container.xml(file):
        target = one.get("Target") or ""
        if one.get("TargetMode") == "External" or not target:
            continue
        where = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if where in container.names:
            yield Related((one.get("Type") or "").rsplit("/", 1)[-1], where, one.get("Id") or "")


def _apart(root: etree._Element | None, styles: Styles, numbering: Numbering, tally: Tally) -> list[Stretch]:
    """The text of a header, a footer or a note. Its paragraphs have no number: it is no part of the body."""
    from dataclasses import replace

    if root is None:
        return []
    walk = Walk(styles, numbering)
    walk.blocks(root)
    walk.finish()
    tally.authors |= walk.out.tally.authors
    return [replace(one, paragraph=None, table=None, columns=None) for one in walk.out.stretches]


def _notes(root: etree._Element | None) -> Iterator[etree._Element]:
    """Footnotes and endnotes, without the separators that Word keeps among them."""
    for note in () if root is None else root:
        if note.get(W + "type") in (None, "normal"):
            yield note


def _comments(
    root: etree._Element | None, styles: Styles, numbering: Numbering
) -> tuple[list[Stretch], list[tuple[str, str]]]:
    """The comments' text, and who wrote them."""
    found: list[Stretch] = []
    authors: set[str] = set()
    for comment in () if root is None else root:
        found.extend(_apart(comment, styles, numbering, Tally()))
        if author := comment.get(W + "author"):
            authors.add(author[:200])
    return found, [("comment author", name) for name in sorted(authors)]


def _properties(container: Container) -> Iterator[tuple[str, str]]:
    """Title, author and the like, as the file holds them."""
    for name in ("docProps/core.xml", "docProps/app.xml"):
        if name not in container.names:
            continue
        try:
            root = container.xml(name)
        except UnreadableError:
            continue
        for element in root:
            text = tidy(element.text or "")
            key = str(element.tag).rsplit("}", 1)[-1]
            if text and (name.endswith("core.xml") or key in ("Company", "Manager", "Template")):
                yield key, text[:500]


def _coverage(root: etree._Element, found: Gathered) -> tuple[int, int]:
    """Characters that stand in the part, and how many of them were delivered or set apart on purpose."""
    present = _characters(root)
    for copy in root.iter(MC + "Fallback"):
        if is_second_copy(copy):
            present -= count(words_of(copy))
    return present, found.tally.delivered + found.tally.apart


def _characters(root: etree._Element) -> int:
    """How many characters stand in the part? Counted apart from the walk, over all that could hold text."""
    from lxml import etree

    if any(True for _ in root.iter(*_TEXT_OF_OTHERS)):
        return count(words_of(root))
    return count(etree.tostring(root, method="text", encoding="unicode"))


def _warnings(found: Gathered, coverage: tuple[int, int], broken: list[str]) -> tuple[str, ...]:
    """What the reader should be told, in sentences."""
    said, tally = [], found.tally
    if broken:
        said.append(f"Parts of the document are damaged and were left out: {', '.join(sorted(set(broken)))}.")
    if tally.insertions or tally.deletions:
        said.append(
            f"Tracked changes are open: {tally.insertions} insertion(s) were read as text and "
            f"{tally.deletions} deletion(s) were left out. Accept or reject them before the plan is issued."
        )
    if tally.struck:
        said.append(struck_warning(tally.struck, found.struck, "Word: Find, Format, Font, Strikethrough"))
    if tally.hidden:
        said.append(f"{tally.hidden} hidden character(s) were left out: nobody who reads the plan on paper sees them.")
    if tally.placeholders:
        said.append("Some fill-in controls still show Word's own prompt; the prompts were left out.")
    present, delivered = coverage
    if present - delivered > 0.02 * present:
        lost = present - delivered
        said.append(
            f"{lost} of {present} characters ({100 * lost / present:.0f}%) stand where they could not be read. "
            "Save the plan from Word as a new .docx, or as a PDF, and read that too."
        )
    return tuple(said)


def _unread(tally: Tally) -> tuple[Unread, ...]:
    found = []
    if tally.foreign:
        found.append(Unread("document", f"{tally.foreign} inserted file(s): what they hold is kept in another format."))
    if tally.diagrams:
        found.append(Unread("document", f"{tally.diagrams} diagram(s) or chart(s): the words in them are not read."))
    return tuple(found)


def _no_text(tally: Tally) -> UnreadableError:
    if tally.pictures:
        return UnreadableError(
            "no_text",
            "This Word document holds pictures and no text. Ask for the document that the pictures were made from.",
        )
    return UnreadableError("no_text", "This Word document holds no text. Check that the right file was saved.")


def _once(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """Margins repeat from section to section: each text once."""
    return tuple({one.text: one for one in stretches}.values())
