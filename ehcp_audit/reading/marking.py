"""What is written beside words in a marked copy, and what came of it. It crosses the door as plain JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

AUTHOR, INITIALS = "ehcp-audit", "EA"
LOOK_FIRST = "ehcp-audit: look first"
"""Whose a note is that is not certain: Word gives its comments a colour of their own, and can show them alone."""

LARGEST_COPY = 96 * 1024 * 1024
"""Bytes of a marked copy. It comes back through a pipe, whole."""


class Span(NamedTuple):
    """Words of a document: from a character of one stretch to a character of the same or a later one.

    Stretches are counted from 0 in the order of `Document.stretches`, characters from 0 in the stretch's text; `end`
    is one past the last character. `words` is what stands there (stretches parted by line breaks), so that a file that
    has changed is not marked.
    """

    first: int
    start: int
    last: int
    end: int
    words: str


class Note(NamedTuple):
    """A comment: the words that it stands at, and its lines, each with a label for its first words in bold ("").

    A Word comment stands at the first span; a PDF's highlight covers them all. In a PDF's list of notes `title` and
    `gist` stand for it; `colour` (six hex digits) is its highlight's, `author` the name that it bears.
    """

    spans: tuple[Span, ...]
    lines: tuple[tuple[str, str], ...]
    title: str = ""
    gist: str = ""
    colour: str = "FFDD00"
    author: str = AUTHOR


class Sheet(NamedTuple):
    """What is asked of a marked copy: its notes, the day that they bear, and the words of a PDF's last pages.

    These are a heading, the summary above the list of notes, and a key below it: a short name and what it stands for.
    """

    notes: tuple[Note, ...]
    dated: str  # ISO
    heading: str = ""
    summary: tuple[str, ...] = ()
    key: tuple[tuple[str, str], ...] = ()


class Copy(NamedTuple):
    """A marked copy: its bytes, the numbers (from 0) of the notes that found no place, what a person should know."""

    data: bytes
    unplaced: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()


def sheet_json(sheet: Sheet) -> dict[str, Any]:
    """A sheet as the reader process is told it."""
    return {
        "notes": [
            {
                "spans": [[one.first, one.start, one.last, one.end, one.words] for one in note.spans],
                "lines": [list(line) for line in note.lines],
                "title": note.title,
                "gist": note.gist,
                "colour": note.colour,
                "author": note.author,
            }
            for note in sheet.notes
        ],
        "dated": sheet.dated,
        "heading": sheet.heading,
        "summary": list(sheet.summary),
        "key": [list(line) for line in sheet.key],
    }


def sheet_from_json(data: Mapping[str, Any]) -> Sheet:
    """The sheet that gave this JSON."""
    return Sheet(
        tuple(
            Note(
                tuple(Span(*span) for span in one["spans"]),
                tuple((label, words) for label, words in one["lines"]),
                one["title"],
                one["gist"],
                one["colour"],
                one["author"],
            )
            for one in data["notes"]
        ),
        data["dated"],
        data["heading"],
        tuple(data["summary"]),
        tuple((name, words) for name, words in data["key"]),
    )


def words_at(span: Span, texts: Sequence[str]) -> str | None:
    """What stands in the place of a span; None where there is no such place."""
    if not 0 <= span.first <= span.last < len(texts):
        return None
    if span.first == span.last:
        return texts[span.first][span.start : span.end]
    return "\n".join(
        [texts[span.first][span.start :], *texts[span.first + 1 : span.last], texts[span.last][: span.end]]
    )
