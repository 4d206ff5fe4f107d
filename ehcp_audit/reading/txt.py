"""Plain text and Markdown: drafts that somebody pasted into a file."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import Document, Stretch
from ehcp_audit.reading.characters import BULLETS, tidy
from ehcp_audit.reading.stretching import stretch
from ehcp_audit.reading.wire import MOST_CHARACTERS

if TYPE_CHECKING:
    from ehcp_audit.reading.formats import Wishes

_NUMBER = re.compile(r"(\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}|[a-z]|[ivx]{1,5})[.)]) +(?=\S)", re.IGNORECASE)
_HEADING = re.compile(r"(#{1,6}) +(?=\S)")
_RULE = re.compile(r"[-=*_ ]{3,}$")
_DIVIDER = re.compile(r"(?=[ :|-]*$)\|?[ :|-]+\|")
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\([^()\s]{0,500}\)")
_EMPHASIS = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1(?![\w*_])")


def read(path: Path, wishes: Wishes) -> Document:
    """What does this text say? Lines are paragraphs, unless the text was wrapped; tabs and bars make tables.

    Raises UnreadableError.
    """
    del wishes
    text = _decoded(path.read_bytes())
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError(
            "too_large", "The file holds more text than any plan does. Check that it is the plan, and only the plan."
        )
    stretches = tuple(_stretches(text, path.suffix.lower() in (".md", ".markdown")))
    if not stretches:
        raise UnreadableError("no_text", "The file holds nothing but blank lines. Check that the right file was saved.")
    return Document(format="txt", pages=None, stretches=stretches)


def _decoded(data: bytes) -> str:
    """The letters of the file: by its mark, as UTF-8, or as Windows writes western European text."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(name, "replace")
    if b"\0" in data:
        raise UnreadableError(
            "not_a_document", "The file is no plain text, whatever its name says. Name the plan's own file instead."
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _stretches(text: str, marked: bool) -> Iterator[Stretch]:
    number = tables = row = 0
    for lines in _blocks(text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n")):
        in_table = False
        for line in lines:
            cells = _cells(line, marked)
            if cells is None:
                in_table = False
                number += 1
                one = _paragraph(line, number, marked)
                if one is not None:
                    yield one
                continue
            if not in_table:
                in_table, tables, row = True, tables + 1, 0
            if _DIVIDER.match(line.strip()):
                continue
            row += 1
            for place, cell in enumerate(cells, start=1):
                number += 1
                said = tidy(_unmarked(cell) if marked else cell)
                if said:
                    yield stretch(text=said, paragraph=number, table=(tables, row, place))


def _blocks(text: str) -> Iterator[list[str]]:
    """Lines between blank lines; those of a text that was wrapped are joined."""
    lines = text.split("\n")
    longest = max(map(len, lines), default=0)
    wrapped = 40 <= longest <= 100 and _is_wrapped(lines, longest)
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line)
        elif block:
            yield _joined(block, longest) if wrapped else block
            block = []


def _is_wrapped(lines: list[str], longest: int) -> bool:
    """Do most lines that are followed by another end near the longest one, in the middle of a sentence?"""
    followed = [line for line, after in pairwise(lines) if line.strip() and after.strip()]
    full = [line for line in followed if len(line) > 0.75 * longest and line.rstrip()[-1:] not in ".!?:"]
    return len(followed) >= 4 and len(full) > 0.5 * len(followed)


def _joined(block: list[str], longest: int) -> list[str]:
    joined: list[str] = []
    room = 0
    for line in block:
        word = line.strip().partition(" ")[0]
        if joined and room < len(word) + 1 and not _starts(line):
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(line)
        room = longest - len(line.rstrip())
    return joined


def _starts(line: str) -> bool:
    """Does the line begin as an item of a list, a heading or a row does?"""
    said = line.strip()
    return (
        "\t" in line or said[:1] in BULLETS or said[:2] in ("- ", "* ", "# ", "##", "| ") or bool(_NUMBER.match(said))
    )


def _cells(line: str, marked: bool) -> list[str] | None:
    """The cells of a line that is a row of a table."""
    if "\t" in line.strip():
        cells = line.strip("\n").split("\t")
        if not cells[-1].strip().isdigit() or len([cell for cell in cells if cell.strip()]) != 2:
            return cells
        return None  # a line of a contents list: a title and its page
    said = line.strip()
    if marked and said.startswith("|") and said.count("|") > 1:
        return said.strip("|").split("|")
    return None


def _paragraph(line: str, number: int, marked: bool) -> Stretch | None:
    said = line.strip()
    indent = float(len(line) - len(line.lstrip()))
    level = None
    if _RULE.match(said):
        return None
    if marked and (heading := _HEADING.match(said)):
        level, said = len(heading[1]), said[heading.end() :].rstrip("#").rstrip()
    bold = marked and said[:2] in ("**", "__") and said[-2:] == said[:2]
    marker = ""
    if said[:1] in BULLETS or said[:2] in ("- ", "* ", "+ ", "– "):
        marker, said = "•", said[1:].strip()
    elif found := _NUMBER.match(said):
        marker = found[1]
    text = tidy(_unmarked(said) if marked else said)
    if not text:
        return None
    return stretch(
        text=text, paragraph=number, marker=marker, level=level, bold=bold or level is not None, indent=indent
    )


def _unmarked(text: str) -> str:
    """Markdown without its signs."""
    text = _LINK.sub(r"\1", text)
    for _ in range(2):
        text = _EMPHASIS.sub(r"\2", text)
    return text.replace("\\", "")
