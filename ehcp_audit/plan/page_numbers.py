"""The dots and page number that a line of a list of contents ends in."""

from __future__ import annotations

import re

from ehcp_audit.rare import rarely

_PAGE = rarely(  # from the first of the signs that lead to the number
    r"(?:(?<![\s.…·_-])[\s.…·_-]{3,}|(?<!\s)\s{2,}|(?<!\.)\.{2,})(?:page\s)?\d{1,3}\s{0,2}$|"
    r"(?<![….])[….]{3,}\s{0,3}$"
)
_BARE_PAGE = rarely(r"\s\d{1,3}\s{0,2}$")
_NO_PAGE = rarely(  # "under section 17", "after Year 9", "to meet outcomes 1 and 2"
    r"(?:act|section|under|age|year|stage|post|\b(?:outcome|need|aim|goal|target|objective|priority|area|and|to)|&)"
    r"\s{1,2}\d{1,4}\s{0,2}$",
    re.IGNORECASE,
)


def ends_in_page(title: str) -> bool:
    """Does a title end in a page number, as in a list of contents?"""
    return bool(title) and title[-1].isdigit() and without_page(title)[1]


def without_page(title: str) -> tuple[str, bool]:
    """A contents line's title without its dots and page number."""
    bare = title.rstrip()
    last = bare[-1:]
    if not last.isdigit() and (last not in ".…" or bare[-3:-2] not in ".…"):
        return title, False  # dots come by the three
    match = _PAGE.search(title)
    if match:
        return title[: match.start()].rstrip(), True
    match = _BARE_PAGE.search(title)
    if match and len(title) > 8 and not _NO_PAGE.search(title):
        return title[: match.start()].rstrip(), True
    return title, False
