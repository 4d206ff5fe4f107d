"""Characters that readers agree on, so that a Word plan and its PDF twin hold the same words."""

from __future__ import annotations

import re

_UNWANTED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2000-\u200f\u2011\u2028-\u202f\u205f-\u206f"
    "\u3000\ufe00-\ufe0f\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACES = frozenset("\t\x0b\x0c\r\x85\xa0\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "ft",
    "\ufb06": "st",
}
_LIGATURE = re.compile("[\ufb00-\ufb06]")

BULLETS = frozenset(
    "•‣⁃∙●○◦▪▫■□◆◇►▶➢➤➔✓✔✦✱❖⬤⦁⚫·\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf02d\uf0e0\uf06e\uf075\uf0d2\uf0be\uf0fe"
)
"""Signs that start a line of a list. Those above U+F000 are the private signs of the Symbol and Wingdings fonts."""


def plain(text: str) -> str:
    """The text with one kind of space, one kind of hyphen, and nothing that cannot be seen.

    Zero-width characters, soft hyphens, direction marks and control characters go; every space becomes the common
    one; a hyphen that does not break becomes one that does; ligatures become their letters. Line breaks stay.
    """
    if text.isascii():
        return _UNWANTED.sub(_instead, text) if not text.isprintable() else text
    if _LIGATURE.search(text):
        text = _LIGATURE.sub(lambda found: _LIGATURES[found[0]], text)
    return _UNWANTED.sub(_instead, text)


def _instead(found: re.Match[str]) -> str:
    character = found[0]
    if character in _SPACES:
        return " "
    if character == "\u2011":
        return "-"
    if character == "\ufffd" or "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return ""


def tidy(text: str) -> str:
    """Plain text without blank ends: of the whole and of each of its lines. Blank lines go."""
    text = plain(text)
    if "\n" not in text:
        return text.strip()
    return "\n".join(line for line in (one.strip() for one in text.split("\n")) if line)


def tidy_places(text: str) -> list[int]:
    """For each character of `tidy(text)`: which character of `text` does it come from?

    The letters of a ligature share one place.
    """
    kept: list[int] = []
    gap = 0  # the line break before the line at hand
    line: list[tuple[str, int]] = []
    for letter, place in [*((one, place) for place, raw in enumerate(text) for one in plain(raw)), ("\n", len(text))]:
        if letter != "\n":
            line.append((letter, place))
            continue
        shows = [number for number, (one, _) in enumerate(line) if not one.isspace()]
        if shows:
            kept.extend([gap] if kept else [])
            kept.extend(one for _, one in line[shows[0] : shows[-1] + 1])
            gap = place
        line = []
    return kept


def shown(text: str) -> int:
    """How many characters of a run can be seen? Quicker than `count`, and never fewer."""
    return len(text) - text.count(" ")


def count(text: str) -> int:
    """How many characters that can be seen?"""
    return sum(map(len, text.split()))
