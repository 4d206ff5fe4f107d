"""How items, and the lines that say more of them, begin: "Outcome 2: ...", "Who: ...", "Checked by ..."."""

from __future__ import annotations

import re

CHECKED = re.compile(
    r"\W{0,3}(?:checked|reviewed|measured|monitored|looked at) (?:by|each|every|termly)\b", re.IGNORECASE
)
DUE = re.compile(  # "To be achieved by July 2028." under its outcome
    r"\W{0,3}(?:(?:this|it|the outcome|this outcome) (?:is|should|will|must) )?(?:to )?be "
    r"(?:met|achieved|reached|attained|completed) by\b[^.;]{3,60}[.;]?$",
    re.IGNORECASE,
)
FIRST_STEP = re.compile(
    r"(?i)(?:the |a |his |her |their )?(?:(?:first|next|second|interim|smaller) steps?|(?:interim )?milestones?|"
    r"stepping stones?|(?:interim|short[- ]term) (?:targets?|goals?|aims?))\b"
)
NUMBERED = re.compile(
    r"(?:long[- ]term |short[- ]term |desired |agreed |smart |health |educational? |"
    r"(?:social )?care )?(?P<noun>outcome|need|provision|aim|goal|target)\s{0,2}"
    r"(?:no\.?|number|[A-H]\.?(?=\s?\d))?\s{0,2}"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})?[a-z]?)\b\s{0,2}(?:[:.\-–—)]|,(?=\s[a-z]+[^.,;\n]{0,60}\.\s))?\s{0,3}",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?P<label>[^:\n]{2,80}?)\s{0,2}(?::|\s[–—-]\s)\s{0,4}")
DEADLINE = re.compile(r"(?:by|before|at|within|when|over the (?:next|coming)|in the next)\b", re.IGNORECASE)
OF_ALL = re.compile(
    r"(?:each|every|all|both|these|those|most|the)\s(?:of\s)?(?:the\s|these\s|those\s|his\s|her\s|their\s|my\s)?"
    r"(?:above\s|following\s|agreed\s)?outcomes?\b",
    re.IGNORECASE,
)
OF_THE_SECTION = re.compile(
    r"(?:the|all|this|any)\s(?:\w{1,20}\s){0,3}(?:support|provision|help|interventions?)\s(?:that is\s|which is\s)?"
    r"(?:set out|described|listed|detailed|specified|given|outlined|shown)\s"
    r"(?:below|above|here|in this|in the (?:table|following))\b",
    re.IGNORECASE,
)
OWN = {"outcome": ("outcome", "aim", "goal", "target"), "need": ("need",), "provision": ("provision",)}
LONGEST_INTRO = 240
_FARTHEST_MARK = 90  # characters within which the mark after a label stands
_DASH = re.compile(r"\s-")


def label_of(text: str) -> re.Match[str] | None:
    """The label that a text begins with, and the mark after it."""
    head = text[:_FARTHEST_MARK]
    marked = ":" in head or "–" in head or "—" in head or ("-" in head and _DASH.search(head) is not None)
    return _LABEL.match(text) if marked else None
