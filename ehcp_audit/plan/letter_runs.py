"""Headings told by the run of their letters alone: lettered paragraphs of a letter, and letters after a title.

"F. Your provision. A therapist will see you ..." opens each section of a plan that is written as a letter; "What will
help you?  F" has the letter, small, at the end of the question. One such line says little; nine in order do.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from ehcp_audit.model import SECTION_CODES
from ehcp_audit.plan.headings import HEADING_FORMAT, LONGEST_HEADING, Heading, format_score, place_of
from ehcp_audit.plan.labels import code_of
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.vocabulary import STARTS
from ehcp_audit.rare import rarely

_FEWEST = 9  # letters that run on
_SCORE = 0.65
_CODE = r"(?P<code>[A-GI-K]|H(?:\s?\(?(?:1|2|i{1,2})\)?)?)"
_PARAGRAPH = re.compile(
    rf"\s{{0,3}}\(?{_CODE}[.):]\s{{1,4}}(?P<title>[A-Z][^.?!:;\n]{{2,90}}[.?!:])(?:\s{{1,3}}(?=\S)|\s*$)"
)
_AT_END = rarely(rf"[^\n]{{6,120}}?[?!.:]?\s{{1,8}}{_CODE}\s{{0,3}}$")
_LAST_OF_CODE = frozenset("ABCDEFGHIJK12i)")
_ORDER = {code: at for at, code in enumerate(SECTION_CODES)}


def letter_runs(layout: Layout, taken: Container[int]) -> list[Heading]:
    """The headings of the longest run of either kind; none where no run is long enough.

    `taken`: the stretches that are known by a label; a letter at the end of one of them is part of that.
    """
    titles = [one for one in _titles(layout) if one.first not in taken]
    runs = [run for run in (list(_paragraphs(layout)), titles) if _runs_on(run)]
    return max(runs, key=len, default=[])


def _paragraphs(layout: Layout) -> Iterator[Heading]:
    """Paragraphs that begin with a letter, a short title and a full stop, and go on in their line."""
    for index, stretch in enumerate(layout.stretches):
        match = _PARAGRAPH.match(stretch.text) if layout.rows[index] is None else None
        if match is not None:
            body = match.end() if match.end() < len(stretch.text) else None
            shown = " ".join(stretch.text[: match.end()].split())
            yield Heading(index, index, _codes(match), "bare", _SCORE, shown, STARTS, "line", body=body)


def _titles(layout: Layout) -> Iterator[Heading]:
    """Lines set apart that end in a letter after their title."""
    for index, stretch in enumerate(layout.stretches):
        if len(stretch.text) >= LONGEST_HEADING or stretch.text.rstrip()[-1:] not in _LAST_OF_CODE:
            continue
        place = place_of(layout, index)
        match = _AT_END.fullmatch(stretch.text) if place in ("line", "alone") else None
        if match is not None and format_score(layout, index) >= HEADING_FORMAT:
            shown = " ".join(stretch.text.split())
            yield Heading(index, index, _codes(match), "bare", _SCORE, shown, STARTS, place or "line")


def _codes(match: re.Match[str]) -> tuple[str, ...]:
    return (code_of(match["code"].lower())[0],)


def _runs_on(run: Sequence[Heading]) -> bool:
    """Do the letters run on from A, each once, as far as most sections?"""
    codes = [one.codes[0] for one in run]
    places = [_ORDER.get(code, _ORDER["H1"] - 0.5) for code in codes]
    return len(codes) >= _FEWEST and codes[0] == "A" and all(one < other for one, other in pairwise(places))
