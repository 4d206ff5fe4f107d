"""A whole OpenDocument text: its body, and apart from it margins, notes, comments, properties."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import Document, Stretch
from ehcp_audit.reading.characters import count, tidy
from ehcp_audit.reading.container import DAMAGED, Container, parse_xml
from ehcp_audit.reading.crossed_out import struck_warning
from ehcp_audit.reading.odt.looks import Looks
from ehcp_audit.reading.odt.names import DC, LIST, MANIFEST, META, OFFICE, STYLE, TBL, TEXT, H, P
from ehcp_audit.reading.odt.walk import Found, Walk
from ehcp_audit.reading.stretching import stretch

if TYPE_CHECKING:
    from lxml import etree

    from ehcp_audit.reading.formats import Wishes

_PROPERTIES = ("title", "subject", "description", "creator", "initial-creator", "keyword")


def read(path: Path, wishes: Wishes) -> Document:
    """What does this OpenDocument text say?

    Raises UnreadableError.
    """
    del wishes
    with Container(path) as container:
        if _is_locked(container):
            raise UnreadableError(
                "encrypted", "This document is locked with a password. Save it again without one, and try that copy."
            )
        root = container.xml("content.xml")
        styles = container.xml("styles.xml") if "styles.xml" in container.names else None
        properties = tuple(_properties(container))
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableError("damaged", DAMAGED)
    looks = Looks(root, *([styles] if styles is not None else []))
    walk = Walk(looks)
    walk.blocks(body)
    found = walk.out
    if not found.stretches and not found.struck:
        raise UnreadableError("no_text", "This document holds no text. Check that the right file was saved.")
    return Document(
        format="odt",
        pages=None,
        stretches=tuple(found.stretches),
        margins=tuple(_margins(styles, looks)),
        notes=tuple(found.notes),
        comments=tuple(found.comments),
        struck=tuple(found.struck),
        properties=(*properties, *(("comment author", name) for name in sorted(found.authors))),
        warnings=_warnings(found, body),
    )


def _is_locked(container: Container) -> bool:
    """Does the list of parts say that they are encrypted?"""
    name = "META-INF/manifest.xml"
    if name not in container.names:
        return False
    data = container.read(name)
    if b"encryption-data" not in data:
        return False
    return next(parse_xml(data).iter(MANIFEST + "encryption-data"), None) is not None


def _margins(styles: etree._Element | None, looks: Looks) -> Iterator[Stretch]:
    """Headers and footers, each text once."""
    said: set[str] = set()
    for page in () if styles is None else styles.iter(STYLE + "master-page"):
        for part in page:
            if not str(part.tag).startswith((STYLE + "header", STYLE + "footer")):
                continue
            walk = Walk(looks)
            walk.blocks(part)
            for one in walk.out.stretches:
                if one.text not in said:
                    said.add(one.text)
                    yield stretch(text=one.text, style=one.style)


def _properties(container: Container) -> Iterator[tuple[str, str]]:
    if "meta.xml" not in container.names:
        return
    try:
        root = container.xml("meta.xml")
    except UnreadableError:
        return
    for element in root.iter():
        key = str(element.tag).rsplit("}", 1)[-1]
        text = tidy(element.text or "").replace("\n", " ")
        if key in _PROPERTIES and text:
            yield key, text[:500]


def _warnings(found: Found, body: etree._Element) -> tuple[str, ...]:
    said = []
    if found.insertions:
        said.append(
            f"Tracked changes are open: {found.insertions} insertion(s) were read as text and deletions were left out. "
            "Accept or reject them before the plan is issued."
        )
    struck = sum(count(one.text) for one in found.struck)
    if struck:
        said.append(struck_warning(struck, found.struck))
    if found.hidden:
        said.append(f"{found.hidden} hidden character(s) were left out: nobody who reads the plan on paper sees them.")
    beside = (TEXT + "note-citation", DC + "creator", DC + "date", META + "creator-initials", META + "date-string")
    present = -sum(count(one.text or "") for one in body.iter(*beside)) + sum(
        count("".join(str(part) for part in one.itertext())) for one in body.iter(P, H) if not _inside(one)
    )
    delivered = (
        found.hidden
        + struck
        + sum(count(one.text) for group in (found.stretches, found.notes, found.comments) for one in group)
    )
    if present - delivered > 0.02 * present:
        lost = present - delivered
        said.append(f"{lost} of {present} characters ({100 * lost / present:.0f}%) stand where they could not be read.")
    return tuple(said)


def _inside(element: etree._Element) -> bool:
    """Does the paragraph stand in another one, whose text holds its own, or in what was deleted?"""
    for above in element.iterancestors():
        if above.tag in (P, H, TEXT + "tracked-changes"):
            return True
        if above.tag in (TBL, LIST):
            continue
    return False
