"""A Word document with comments of ours at the exact words. The same walk that read the words finds them again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.errors import UnreadableError
from ehcp_audit.reading.container import DAMAGED, Container
from ehcp_audit.reading.docx.anchoring import Anchor, Cutter, find_anchor, unwrap_controls
from ehcp_audit.reading.docx.comments import add_comment, first_free_id, put_marks
from ehcp_audit.reading.docx.gathered import Line
from ehcp_audit.reading.docx.names import W
from ehcp_audit.reading.docx.numbering import Numbering
from ehcp_audit.reading.docx.package import as_document, part_bytes, rewritten, with_comments_part
from ehcp_audit.reading.docx.styles import Styles
from ehcp_audit.reading.docx.walk import Walk
from ehcp_audit.reading.docx.whole import main_part, related_parts
from ehcp_audit.reading.marking import LARGEST_COPY, Copy, Note, Sheet, words_at

if TYPE_CHECKING:
    from lxml import etree

    from ehcp_audit.reading.formats import Wishes

_NEAR = 40  # stretches to look back through for a place, where the words have none


def mark(path: Path, wishes: Wishes, sheet: Sheet) -> Copy:
    """The document with a comment at the first words of each note. Its text stays as it is, character for character.

    Raises UnreadableError.
    """
    del wishes
    with Container(path) as container:
        main = main_part(container)
        named = {one.kind: one.name for one in reversed(list(related_parts(container, main)))}
        strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main" in container.read(main)
        root = container.xml(main)
        body = root.find(W + "body")
        if root.tag != W + "document" or body is None:
            raise UnreadableError("damaged", DAMAGED)
        style_part = _part(container, named.get("styles"))
        styles, numbering = Styles(style_part), Numbering(_part(container, named.get("numbering")))
        placed, unplaced = _anchors(body, styles, numbering, sheet.notes)
        name = named.get("comments") or _new_name(container, main)
        if "comments" in named:
            comments = container.xml(name)
        else:
            comments = root.makeelement(W + "comments", nsmap={"w": W[1:-1]})
        _write(body, comments, placed, sheet, _comment_style(style_part))
        changed = {main: part_bytes(root, strict=strict), name: part_bytes(comments, strict=strict)}
        if "comments" not in named:
            changed |= with_comments_part(container, main, name, strict=strict)
        left_out = as_document(container, changed, main)
        data = rewritten(container, changed, left_out, LARGEST_COPY)
        remarks = _remarks(container, left_out, placed)
    return Copy(data, unplaced, remarks)


def _part(container: Container, name: str | None) -> etree._Element | None:
    """A part beside the body; one that is broken is none, as it is to whoever reads the document."""
    try:
        return container.xml(name) if name else None
    except UnreadableError as refusal:
        if refusal.reason != DAMAGED:
            raise
        return None


def _anchors(
    body: etree._Element, styles: Styles, numbering: Numbering, notes: tuple[Note, ...]
) -> tuple[list[tuple[Note, Anchor]], tuple[int, ...]]:
    """Each note with the place of its first words; the numbers of those whose words are not there."""
    walk = Walk(styles, numbering)
    lines: dict[int, Line] = {}
    walk.traced = lines
    walk.blocks(body)
    walk.finish()
    texts = [one.text for one in walk.out.stretches]
    placed: list[tuple[Note, Anchor]] = []
    unplaced: list[int] = []
    for number, note in enumerate(notes):
        anchor = None
        span = note.spans[0]
        if words_at(span, texts) == span.words:
            anchor = find_anchor(span, texts, lines) or _nearby(span.first, lines)
        if anchor is None:
            unplaced.append(number)
        else:
            placed.append((note, anchor))
    return placed, tuple(unplaced)


def _nearby(number: int, lines: dict[int, Line]) -> Anchor | None:
    """A place for words that have none of their own (a number that Word counts): the nearest line before them."""
    from ehcp_audit.reading.docx.anchoring import Edge

    for near in range(number, max(-1, number - _NEAR), -1):
        sources = lines[near].sources if near in lines else []
        if sources:
            return Anchor(Edge(sources[0]), Edge(sources[-1]), tuple(sources), hosted=True)
    return None


def _write(
    body: etree._Element,
    comments: etree._Element,
    placed: list[tuple[Note, Anchor]],
    sheet: Sheet,
    style: str | None,
) -> None:
    """Put the comments into their part, and their marks around the words."""
    first = first_free_id(comments, body)
    anchors = [anchor for _, anchor in placed]
    unwrap_controls(anchors)
    cutter = Cutter(anchors)
    for id, (note, anchor) in enumerate(placed, start=first):
        quoted = (("The words:", f"“{note.spans[0].words}”"),) if anchor.hosted else ()
        add_comment(comments, id, (*note.lines, *quoted), sheet.dated, style, note.author)
        put_marks(cutter.before(anchor.start), cutter.after(anchor.end), id)


def _new_name(container: Container, main: str) -> str:
    folder = main.rpartition("/")[0]
    names = (f"{folder}/comments{number or ''}.xml".lstrip("/") for number in range(1000))
    return next(name for name in names if name not in container.names)


def _comment_style(root: etree._Element | None) -> str | None:
    """The style that the document has for the text of comments, if it has one."""
    for style in () if root is None else root.iterchildren(W + "style"):
        name = style.find(W + "name")
        if name is not None and (name.get(W + "val") or "").lower() == "annotation text":
            return style.get(W + "styleId")
    return None


def _remarks(container: Container, left_out: frozenset[str], placed: list[tuple[Note, Anchor]]) -> tuple[str, ...]:
    """What a person should know of the copy."""
    said = []
    if left_out:
        said.append("The document's macros were left out of the copy.")
    if any(name.startswith("_xmlsignatures/") for name in container.names):
        said.append("The document is signed; the signature holds for the original only.")
    hosted = sum(anchor.hosted for _, anchor in placed)
    if hosted:
        said.append(f"{hosted} comment(s) stand beside a text box, in which Word shows none; they quote its words.")
    return tuple(said)
