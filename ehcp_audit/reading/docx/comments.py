"""Word's comments part: what it holds is kept, ours are added after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ehcp_audit.reading.docx.names import W
from ehcp_audit.reading.marking import AUTHOR, INITIALS

if TYPE_CHECKING:
    from lxml import etree

_ID = W + "id"
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS = (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")


def first_free_id(comments: etree._Element, body: etree._Element) -> int:
    """The first number that no comment of the document bears, and no mark of one that is gone."""
    taken = [comment.get(_ID) for comment in comments]
    taken += [mark.get(_ID) for mark in body.iter(*_MARKS)]
    return 1 + max((int(one) for one in taken if one and one.isdigit() and len(one) < 9), default=-1)


def add_comment(
    comments: etree._Element,
    id: int,
    lines: Sequence[tuple[str, str]],
    dated: str,
    style: str | None,
    author: str = AUTHOR,
) -> None:
    """Add a comment of ours: a paragraph a line, its label in bold."""
    from lxml import etree

    comment = etree.SubElement(
        comments,
        W + "comment",
        {_ID: str(id), W + "author": author, W + "date": f"{dated}T00:00:00Z", W + "initials": INITIALS},
    )
    for number, (label, words) in enumerate(lines):
        paragraph = etree.SubElement(comment, W + "p")
        if style:
            about = etree.SubElement(paragraph, W + "pPr")
            etree.SubElement(about, W + "pStyle", {W + "val": style})
        if number == 0:
            etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "annotationRef")
        if label:
            _run(paragraph, f"{label} " if words else label, bold=True)
        if words:
            _run(paragraph, words)


def _run(paragraph: etree._Element, words: str, *, bold: bool = False) -> None:
    from lxml import etree

    run = etree.SubElement(paragraph, W + "r")
    if bold:
        etree.SubElement(etree.SubElement(run, W + "rPr"), W + "b")
    text = etree.SubElement(run, W + "t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    text.text = _NOT_XML.sub("\ufffd", words)


def put_marks(before: etree._Element, after: etree._Element, id: int) -> None:
    """Put the marks of a comment's range around everything from one element to another, and its sign behind them."""
    number = {_ID: str(id)}
    before.addprevious(before.makeelement(W + "commentRangeStart", number))
    sign = after.makeelement(W + "r")
    sign.append(after.makeelement(W + "commentReference", number))
    after.addnext(sign)
    after.addnext(after.makeelement(W + "commentRangeEnd", number))
