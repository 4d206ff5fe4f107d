"""Are columns that only white space parts prose, each of which runs on by itself, or the rows of a table?"""

from __future__ import annotations

from itertools import pairwise

from ehcp_audit.reading.pdf.flowing import is_read_down
from ehcp_audit.reading.pdf.lines import lines_in_groups
from ehcp_audit.reading.pdf.page import Piece

_LONGEST_BESIDE = 24  # lines of a table under one header: columns of prose are longer
_SENTENCE_ENDS = (".", "!", "?")
_MANY = 4  # words in a line of prose
_FEWEST_FULL = 1 / 3  # of the lines of a column of prose that runs down a page


def is_prose(columns: list[list[list[Piece]]], sides: list[list[Piece]], rights: list[float]) -> bool:
    """Does each side run on by itself, line after full line?"""
    if _has_header(columns):
        return False
    if is_read_down(sides):
        return True
    if len(columns) < 5 or any(len(side) < 4 for side in sides):
        return False
    if not all(runs_on(side, right) for side, right in zip(sides, rights, strict=True)):
        return False
    return _are_balanced(sides) and not _share_breaks(sides) and not _are_labelled(sides)


def runs_on(side: list[Piece], right: float) -> bool:
    """Are most lines of a column of many words and full?

    Down a page of short points and headings fewer are full: what answers labels stands beside lines of a word or two.
    """
    lines = lines_in_groups(side)
    left = min(piece.x0 for piece in side)
    full = sum(1 for line in lines if line[-1][-1].x1 > right - 0.25 * (right - left))
    words = sum(piece.text.count(" ") + 1 for piece in side)
    if len(lines) > _LONGEST_BESIDE and words > _MANY * len(lines):
        return full > _FEWEST_FULL * len(lines)
    return full >= 0.5 * len(lines) and words >= 3 * len(lines)


def _has_header(columns: list[list[list[Piece]]]) -> bool:
    """Are the first words of all columns in bold, on one line, and no others, as those of a small table are?"""
    first, *rest = columns
    return (
        len(columns) < _LONGEST_BESIDE
        and all(cell and all(piece.bold for piece in cell) for cell in first)
        and not any(piece.bold for line in rest for cell in line for piece in cell)
    )


def _are_balanced(sides: list[list[Piece]]) -> bool:
    """Prose fills its left column first; labels at the left of their text are fewer lines than it."""
    return all(len(left) >= 0.6 * len(right) for left, right in pairwise(sides))


def _are_labelled(sides: list[list[Piece]]) -> bool:
    """Is each line of the left column a label, beside which a sentence begins in the next?"""
    labels, beside = lines_in_groups(sides[0]), lines_in_groups(sides[1])
    begun: list[float] = []
    above = "."
    for line in beside:
        if above.endswith(_SENTENCE_ENDS) and line[0][0].text[:1].isupper():
            begun.append(line[0][0].base)
        above = line[-1][-1].text.rstrip()
    return all(
        line[0][0].text[:1].isupper()
        and not line[-1][-1].text.rstrip().endswith((*_SENTENCE_ENDS, ",", ";"))
        and any(abs(line[0][0].base - base) < 2.0 for base in begun)
        for line in labels
    )


def _share_breaks(sides: list[list[Piece]]) -> bool:
    """Do all columns begin anew at the same heights, as the rows of a table do?

    Each column is asked by itself where it goes on after a pause. Two columns of prose do so at the same height now
    and then, by chance.
    """
    begins = [_begins(side) for side in sides]
    shared = [base for base in begins[0] if all(any(abs(base - other) < 2.0 for other in more) for more in begins[1:])]
    return len(shared) > max(1.0, 0.3 * min(len(one) for one in begins))


def _begins(side: list[Piece]) -> list[float]:
    """The heights of the lines of a column that stand further below the one before than its lines do."""
    bases: list[float] = []
    for piece in side:
        if not bases or piece.base - bases[-1] > 0.35 * piece.size:
            bases.append(piece.base)
    gaps = [below - above for above, below in pairwise(bases)]
    if not gaps:
        return []
    usual = sorted(gaps)[len(gaps) // 4]  # in a table a column may pause more often than it runs on
    return [below for above, below in pairwise(bases) if below - above > 1.2 * usual]
