"""Boxes of prose side by side under headings of their own, as on a page about a child: read one after the other."""

from __future__ import annotations

from ehcp_audit.reading.pdf.lines import is_marker
from ehcp_audit.reading.pdf.page import Piece

Line = list[list[Piece]]  # the pieces of one line by column


def headed(lines: list[Line]) -> tuple[list[list[Line]], list[Line]] | None:
    """The lines cut before each line of headings, and those at the end that stand under all columns alike.

    None where the lines are no such boxes: a small table has one line of headings and no lists under it.
    """
    heads = [number for number, line in enumerate(lines) if _is_head(line)]
    if not heads or heads[0] != 0 or len(lines[0]) > 3:
        return None
    end = _end(lines, heads[-1])
    blocks = [lines[one:other] for one, other in zip(heads, [*heads[1:], end], strict=True)]
    if any(not _is_box(block) for block in blocks):
        return None
    if len(blocks) == 1 and not all(_lists(blocks[0], at) for at in range(len(lines[0]))):
        return None
    return blocks, lines[end:]


def _is_head(line: Line) -> bool:
    """Are there words in bold in every column, and no others?"""
    return all(cell and all(piece.bold for piece in cell) for cell in line)


def _end(lines: list[Line], head: int) -> int:
    """Where a line in bold stands at the left with nothing beside it, nor beside any that follows."""
    end = len(lines)
    for number in range(len(lines) - 1, head, -1):
        first, *others = lines[number]
        if any(others):
            break
        if first[0].bold:
            end = number
    return end


def _is_box(block: list[Line]) -> bool:
    """Is there something under each of the headings?"""
    return all(any(line[at] and not line[at][0].bold for line in block[1:]) for at in range(len(block[0])))


def _lists(block: list[Line], at: int) -> bool:
    """Is what stands under a heading a list, from its first line on?"""
    first = next((line[at][0] for line in block[1:] if line[at] and not line[at][0].bold), None)
    return first is not None and (is_marker(first) or first.text[:1] in "•▪■●◦")
