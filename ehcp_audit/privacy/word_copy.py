"""A Word document with its identities replaced and its layout kept. Runs in the reader process.

Every part is rewritten: words are masked paragraph by paragraph, over the borders of runs; deleted and hidden text,
comments' authors, properties, data behind content controls, embedded files, alternative texts and outside links go;
pictures become grey ones of the same size. At the end the copy is searched for what was known.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.errors import UnreadableError
from ehcp_audit.privacy.masking import Masker
from ehcp_audit.privacy.word_parts import grey, properties_without_a_name
from ehcp_audit.privacy.word_text import mask_paragraph, mask_values, paragraphs_of
from ehcp_audit.privacy.word_tree import clean, drop_hidden
from ehcp_audit.reading.container import DAMAGED, Container, parse_xml
from ehcp_audit.reading.docx.names import W
from ehcp_audit.reading.docx.package import TYPES, as_document, part_bytes, relations_of, rewritten
from ehcp_audit.reading.docx.styles import Styles
from ehcp_audit.reading.docx.whole import main_part, related_parts
from ehcp_audit.reading.marking import LARGEST_COPY, Copy

if TYPE_CHECKING:
    from lxml import etree

_TYPES = "[Content_Types].xml"
_LEFT_OUT = (
    "customXml/", "docProps/custom.xml", "docProps/thumbnail", "word/people.xml", "word/embeddings/", "word/activeX/",
    "word/afchunk", "word/printerSettings", "word/commentsExtended", "word/commentsIds", "word/commentsExtensible",
    "word/documenttasks", "word/webextensions/", "word/glossary/", "word/attachedToolbars", "_xmlsignatures/",
    "userCustomization/", "customUI/", "word/ink/", "docMetadata/", "xl/", "word/threadedComments", "word/persons",
)  # fmt: skip
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg", ".webp", ".ico", ".wdp")
_COULD_NOT = (
    "A known name is left in a part of the Word copy where it could not be taken out. Leave out --format docx to print "
    "the text, or save the plan again as a new .docx and try that."
)


def redacted_copy(path: Path, masker: Masker) -> Copy:
    """A copy of the Word document in which the masker's identities are replaced.

    Raises UnreadableError: the file cannot be read, or a known name could not be taken out.
    """
    with Container(path) as container:
        main = main_part(container)
        strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main" in container.read(main)
        styles_name = next((one.name for one in related_parts(container, main) if one.kind == "styles"), None)
        styles = Styles(container.xml(styles_name) if styles_name else None)
        gone = frozenset(name for name in container.order if name.startswith(_LEFT_OUT) or _is_foreign(name))
        changed: dict[str, bytes] = {}
        pictures = 0
        for name in container.order:
            if name in gone or name.endswith("/"):
                continue
            if name.lower().endswith(_PICTURES):
                changed[name] = grey(name)
                pictures += 1
            elif name.endswith(".rels"):
                changed[name] = _relations(container, name, gone)
            elif name == _TYPES:
                changed[name] = _content_types(container, gone)
            elif name.startswith("docProps/"):
                changed[name] = properties_without_a_name(name)
            elif name.endswith(".xml"):
                changed[name] = _part(container.xml(name), masker, styles, strict=strict)
        if main not in changed:
            raise UnreadableError("damaged", DAMAGED)
        macros = as_document(container, changed, main)
        left_out = gone | macros | frozenset(relations_of(name) for name in gone)
        _refuse_what_is_left(changed, masker)
        data = rewritten(container, changed, left_out, LARGEST_COPY)
    return Copy(data, remarks=_remarks(pictures, gone))


def _is_foreign(name: str) -> bool:
    """Is it a part that is neither Word's XML nor a picture: a font, a sound, an embedded file?"""
    known = (".xml", ".rels", *_PICTURES)
    return not name.lower().endswith(known) and not name.endswith("/")


def _part(root: etree._Element, masker: Masker, styles: Styles, *, strict: bool) -> bytes:
    clean(root)
    drop_hidden(root, styles)
    for paragraph in paragraphs_of(root):
        mask_paragraph(paragraph, masker)
    mask_values(root, masker)
    return part_bytes(root, strict=strict)


def _relations(container: Container, name: str, gone: frozenset[str]) -> bytes:
    """Relations without those to parts that are left out; what stood outside points nowhere."""
    root = container.xml(name)
    folder = posixpath.dirname(posixpath.dirname(name))
    for one in list(root):
        target = one.get("Target") or ""
        if one.get("TargetMode") == "External":
            one.set("Target", "about:blank")
            continue
        where = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if where in gone or where not in container.names:
            root.remove(one)
    return part_bytes(root, strict=False)


def _content_types(container: Container, gone: frozenset[str]) -> bytes:
    root = container.xml(_TYPES)
    for one in list(root.iterchildren(TYPES + "Override")):
        if (one.get("PartName") or "").lstrip("/") in gone:
            root.remove(one)
    return part_bytes(root, strict=False)


def _refuse_what_is_left(changed: dict[str, bytes], masker: Masker) -> None:
    """Search every text and value of the copy for known names that are no ordinary words."""
    for name, data in changed.items():
        if not name.endswith((".xml", ".rels")):
            continue
        for text in _texts(parse_xml(data)):
            if masker.holds(text):
                raise UnreadableError("unreadable_text", _COULD_NOT)


def _texts(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(W + "p"):
        yield "".join(str(one.text or "") for one in paragraph.iter(W + "t"))
    for element in root.iter():
        if element.text and element.tag != W + "t" and not element.text.strip().startswith("_"):
            yield element.text


def _remarks(pictures: int, gone: frozenset[str]) -> tuple[str, ...]:
    said = []
    if pictures:
        said.append(f"{pictures} picture(s) were made grey: what they show cannot be read.")
    if any(name.startswith("word/embeddings/") for name in gone):
        said.append("Embedded files were left out of the copy.")
    return tuple(said)
