"""Two short columns of text: too few lines to be told by their shape, but the words say which line comes next.

Text that fills its left column breaks off amid a sentence and goes on at the top of the right one; or the numbers of a
list, or the letters of sections, run down the left column and on in the right. The rows of a table do neither.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ehcp_audit.model import SECTION_CODES
from ehcp_audit.reading.characters import plain
from ehcp_audit.reading.pdf.lines import lines_in_groups
from ehcp_audit.reading.pdf.page import Piece

_FEWEST_NUMBERS = 3  # in both columns
_ALIKE = 0.15  # share of their width by which two columns of a page may differ
_WORDS = 3.5  # in a line of text, on average
_BREAKS_OFF = re.compile(  # no cell ends so; one may end in "with" or "by", as "Who he works with" does
    r"(?<![\w-])(?:an?|the|and|or|but|of|his|her|their|its|my|our|this|that|which|who|whose|when|if|than|because|very|"
    r"be|been|will|would|could|should|must|may|not|has|have|had|is|are|was|were|as|into|from|some|every|each)$"
)
_GOES_ON = re.compile(r"(?:which|who|whom|whose|that|than|and|or|of|but|because)(?![\w-])")
_NUMBERED = re.compile(r"\(?(?P<number>[0-9]{1,2})[.)] +(?=\S)|Section (?P<code>H[12]|[A-K])(?!\w)", re.IGNORECASE)
_CODES = {code: at for at, code in enumerate(SECTION_CODES)}


def is_read_down(sides: list[list[Piece]]) -> bool:
    """Do the words say that the right column is read after the left one?"""
    if len(sides) != 2 or not all(sides):
        return False
    left, right = (lines_in_groups(side) for side in sides)
    return _counts_on(_texts(left), _texts(right)) or _flows_over(left, right)


def _texts(lines: list[list[list[Piece]]]) -> list[str]:
    return [plain(" ".join(piece.text for group in line for piece in group)).strip() for line in lines]


def _counts_on(left: list[str], right: list[str]) -> bool:
    """Do numbers or letters run down the left column, and on in the right one?"""
    for name in ("number", "code"):
        one, other = (
            [_counted(found[name]) for text in side if (found := _opening(text, name))] for side in (left, right)
        )
        every = [*one, *other]
        if len(one) > 1 and other and len(every) >= _FEWEST_NUMBERS:
            return all(after == before + 1 for before, after in pairwise(every))
    return False


def _opening(text: str, name: str) -> re.Match[str] | None:
    found = _NUMBERED.match(text)
    return found if found is not None and found[name] else None


def _counted(found: str) -> int:
    return int(found) if found.isdigit() else _CODES.get(found.upper(), -9)


def _flows_over(left: list[list[list[Piece]]], right: list[list[list[Piece]]]) -> bool:
    """Does the left one of two columns of one width and height break off amid a sentence that goes on in the right?"""
    top = right[0][0][0].base
    left = [line for line in left if line[0][0].base > top - 2.0]  # a heading over both may stand above
    if len(right) < 2 or not 0 <= len(left) - len(right) <= 1:
        return False
    if abs(left[0][0][0].base - top) > 2.0 or any(len(line) > 1 for line in (*left, *right)):
        return False
    pieces = [piece for line in (*left, *right) for group in line for piece in group]
    if len({(piece.bold, round(piece.size)) for piece in pieces}) > 1:
        return False
    one, other = (_width(side) for side in (left, right))
    if abs(one - other) > _ALIKE * max(one, other) or not _is_full(left[-1], left):
        return False
    texts, after = _texts(left), _texts(right)
    if sum(len(text.split()) for text in (*texts, *after)) < _WORDS * (len(texts) + len(after)):
        return False
    if not after[0][:1].islower() or texts[-1][-1:] in ".!?:;":
        return False
    return _BREAKS_OFF.search(texts[-1]) is not None or _GOES_ON.match(after[0]) is not None


def _width(lines: list[list[list[Piece]]]) -> float:
    return max(line[-1][-1].x1 for line in lines) - min(line[0][0].x0 for line in lines)


def _is_full(line: list[list[Piece]], lines: list[list[list[Piece]]]) -> bool:
    """Does a line run on nearly to the end of its column?"""
    return line[-1][-1].x1 > max(one[-1][-1].x1 for one in lines) - 0.25 * _width(lines)
