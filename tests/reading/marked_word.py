"""What a marked Word copy holds, read from its saved XML by other means than ours."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ONE = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "sym": "*"}


@dataclass(frozen=True)
class Comment:
    """A comment and the words that its range embraces."""

    id: str
    author: str
    words: str
    text: str
    lines: tuple[str, ...]


def part(data: bytes | Path, name: str) -> etree._Element:
    source = io.BytesIO(data) if isinstance(data, bytes) else data
    with zipfile.ZipFile(source) as archive:
        return etree.fromstring(archive.read(name))


def looks(root: etree._Element) -> list[tuple[str, str]]:
    """Every character of a part with the formatting of its run and of its paragraph."""
    found = []
    for run in root.iter(W + "r"):
        look = run.find(W + "rPr")
        above = next(run.iterancestors(W + "p"))
        about = above.find(W + "pPr")
        shown = b"".join(etree.tostring(one, method="c14n", exclusive=True) for one in (look, about) if one is not None)
        for child in run:
            if child.tag in (W + "t", W + "delText", W + "instrText"):
                found += [(letter, shown.decode()) for letter in child.text or ""]
            elif child.tag in ONE:
                found.append((ONE[child.tag], shown.decode()))
    return found


def comments(data: bytes | Path, main: str = "word/document.xml", name: str = "word/comments.xml") -> list[Comment]:
    """The comments of a copy, each range checked: it opens before it closes, and has one sign."""
    root = part(data, main)
    open_ranges: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    for one in root.iter():
        number = one.get(W + "id")
        if one.tag == W + "commentRangeStart":
            assert number not in open_ranges
            assert number not in words
            open_ranges[number] = []
        elif one.tag == W + "commentRangeEnd":
            words[number] = "".join(open_ranges.pop(number)).strip("\n")
        elif one.tag == W + "p":
            for found in open_ranges.values():
                found.append("\n")
        elif one.tag in (W + "t", *ONE):
            for found in open_ranges.values():
                found.append(one.text or "" if one.tag == W + "t" else ONE[one.tag])
    assert not open_ranges
    signs = [one.get(W + "id") for one in root.iter(W + "commentReference")]
    assert len(signs) == len(set(signs))
    assert set(words) <= set(signs)
    found = []
    for one in part(data, name):
        lines = tuple("".join(paragraph.itertext(W + "t")) for paragraph in one.iter(W + "p"))
        number = one.get(W + "id")
        found.append(Comment(number, one.get(W + "author"), words.get(number, ""), "\n".join(lines), lines))
    return found
