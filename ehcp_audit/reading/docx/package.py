"""A Word file written again with some of its parts changed, and every other byte of it as it was."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ehcp_audit.errors import UnreadableError
from ehcp_audit.reading.container import Container, parse_xml

if TYPE_CHECKING:
    from lxml import etree

PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = _WORD + "document.main+xml"
_PLAIN_OF = {
    _WORD + "template.main+xml": _MAIN,
    "application/vnd.ms-word.document.macroEnabled.main+xml": _MAIN,
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": _MAIN,
}
_TYPES = "[Content_Types].xml"
_MACROS = ("vbaProject.bin", "vbaData.xml", "vbaProjectSignature.bin")
_STEEP = 2000  # a picture may unpack further than any text: it is copied, not parsed
_NO_RELATIONS = f'<Relationships xmlns="{PACKAGE[1:-1]}"/>'.encode()  # LibreOffice wants it without a prefix
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_BACK = (
    (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
    (b"http://schemas.openxmlformats.org/officeDocument/2006/math", b"http://purl.oclc.org/ooxml/officeDocument/math"),
    (b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/"),
)


def part_bytes(root: etree._Element, *, strict: bool) -> bytes:
    """A part as it is stored; in the strict dialect where the file speaks it."""
    from lxml import etree

    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if strict:
        for common, other in _BACK:
            data = data.replace(common, other)
    return data


def relations_of(part: str) -> str:
    """The name of the part that holds another one's relations."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + ".rels")


def with_comments_part(container: Container, main: str, name: str, *, strict: bool) -> dict[str, bytes]:
    """The content types, and the relations of the main part, that a new comments part needs."""
    from lxml import etree

    types = container.xml(_TYPES)
    etree.SubElement(types, TYPES + "Override", PartName="/" + name, ContentType=_WORD + "comments+xml")
    file = relations_of(main)
    relations = container.xml(file) if file in container.names else parse_xml(_NO_RELATIONS)
    taken = {one.get("Id") for one in relations}
    id = next(f"rIdNotes{number}" for number in range(1, len(taken) + 2) if f"rIdNotes{number}" not in taken)
    kind = (_STRICT_OFFICE if strict else _OFFICE) + "comments"
    etree.SubElement(
        relations, PACKAGE + "Relationship", Id=id, Type=kind, Target=posixpath.relpath(name, posixpath.dirname(main))
    )
    return {_TYPES: part_bytes(types, strict=False), file: part_bytes(relations, strict=False)}


def as_document(container: Container, changed: dict[str, bytes], main: str) -> frozenset[str]:
    """Make of a template, or of a document with macros, a plain document: what is left out of it.

    The copy's name ends in .docx, and Word opens no .docx that holds macros.
    """
    types = parse_xml(changed.get(_TYPES) or container.read(_TYPES))
    macros = frozenset(name for name in container.names if posixpath.basename(name) in _MACROS)
    touched = bool(macros)
    for one in list(types):
        if one.get("ContentType") in _PLAIN_OF:
            one.set("ContentType", _PLAIN_OF[one.get("ContentType") or ""])
            touched = True
        elif (one.get("PartName") or "").lstrip("/") in macros:
            types.remove(one)
    if touched:
        changed[_TYPES] = part_bytes(types, strict=False)
    if macros:
        file = relations_of(main)
        relations = parse_xml(changed.get(file) or container.read(file))
        for one in list(relations):
            if posixpath.basename(one.get("Target") or "") in _MACROS:
                relations.remove(one)
        changed[file] = part_bytes(relations, strict=False)
    return macros | frozenset(relations_of(name) for name in macros)


def rewritten(container: Container, changed: Mapping[str, bytes], left_out: frozenset[str], largest: int) -> bytes:
    """The archive with these parts changed or added: the same bytes whenever it is made.

    Raises UnreadableError (`too_large`, `damaged`).
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in [*container.order, *sorted(set(changed) - set(container.order))]:
            if name in left_out or name.endswith("/"):
                continue
            data = changed[name] if name in changed else container.read(name, steepest=_STEEP)
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, data)
            if out.tell() > largest:
                raise UnreadableError(
                    "too_large",
                    f"A marked copy would be larger than {largest // 2**20} MiB. Make its pictures smaller.",
                )
    return out.getvalue()
