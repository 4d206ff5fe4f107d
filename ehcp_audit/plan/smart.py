"""Outcomes set out by the letters of SMART: a row, a column or a line each for what is specific, measurable,
achievable, relevant and time-bound.

S is the outcome, M how it is known that it is met, A where the child stands now, R which need it comes from, T by when.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ehcp_audit.rare import rarely

_ORDER = "smart"
_NAMES = {"s": "outcome", "m": "success", "a": "baseline", "r": "need", "t": "by_when"}
_WORDS = (
    r"(?:specific(?:ally)?|measur(?:able|ed|es?|ement)|meaningful|achiev(?:able|ed|ement)|attainable|agreed|ambitious|"
    r"appropriate|actionable|relevan(?:t|ce)|realistic|reasonable|resourced|"
    r"time[- ]?(?:bound|limited|related|based|framed?|d|ly|scaled?|specific|constrained))"
)
_LABEL = re.compile(  # "S", "Specific", "S – Specific", "(M) Measurable", "Specific: what will she do?"
    r"\W{0,3}(?P<first>" + _WORDS + r"|[smart])\b(?:\W{1,4}(?P<word>" + _WORDS + r")\b)?(?:\s?\([smart]\))?"
    r"(?P<rest>\W{0,3}|\s?[(:–—-]\s?[^\n]{1,70})",
    re.IGNORECASE,
)
_LINE = re.compile(  # "S: Ana reads ...", "Specific – Ana reads ...", "M (measurable): 8 in 10"
    r"(?:\A|\n|(?<=[.;!?)”’]\s))\s{0,3}(?P<label>\W{0,2}(?:" + _WORDS + r"|[smart])\b"
    r"(?:\W{1,4}" + _WORDS + r"\b)?(?:\s?\((?:[smart]|" + _WORDS + r")\))?)\s?(?::|[–—-]\s|\.\s)\s{0,4}(?=\S)",
    re.IGNORECASE,
)
_FEWEST_LETTERS, _FEWEST_WORDS = 4, 3
_STANDS = rarely(  # "From 4 out of 10", "Ana already reads ten words", and not "With daily teaching"
    r"\bnow\b|\balready\b|\bcurrent\w*|\bat (?:present|the moment)\b|\bpresent(?:ly)?\b|\btoday\b|"
    r"\bso far\b|\bhas been\b|"
    r"\bcan\b|^\W{0,3}from\b|\bbaseline\b|\bstarting point\b|\b\d{1,3} (?:out )?(?:of|in) \d|\btried\b",
    re.IGNORECASE,
)


class Letter(NamedTuple):
    """One label of five: its name as a field, where it starts, and where its words do."""

    name: str
    start: int
    words: int


def smart_names(labels: Sequence[str]) -> dict[int, str]:
    """What each label is about, by its place, where some are the letters of SMART in their order; else nothing."""
    found = [_letter(label) for label in labels]
    return {
        at: _NAMES[found[at][0]] for run in _runs([one[0] for one in found], [one[1] for one in found]) for at in run
    }


def smart_lines(texts: Sequence[str]) -> dict[int, list[Letter]]:
    """The labels of each paragraph, by its place, where paragraphs or the lines of one begin with them in order."""
    told: list[tuple[int, re.Match[str], str, bool]] = []
    for at, text in enumerate(texts):
        for match in _LINE.finditer(text):
            letter, whole = _letter(match["label"])
            if letter:
                told.append((at, match, letter, whole))
    lines: dict[int, list[Letter]] = {}
    for run in _runs([one[2] for one in told], [one[3] for one in told]):
        for place in run:
            at, match, letter, _ = told[place]
            after = texts[at][match.end() :]
            name = field_name(_NAMES[letter], after)
            lines.setdefault(at, []).append(Letter(name, match.start("label"), match.end()))
    return {at: sorted(found, key=lambda one: one.start) for at, found in lines.items()}


def field_name(name: str, words: str) -> str:
    """The name of the field for what stands under a letter: A tells of today, or only that the outcome is in reach."""
    return name if name != "baseline" or _STANDS.search(words) else "other"


def _letter(label: str) -> tuple[str, bool]:
    """The letter that a label stands for (none: ""), and whether it is written out."""
    match = _LABEL.fullmatch(" ".join(label.split()))
    if match is None:
        return "", False
    return match["first"][0].lower(), len(match["first"]) > 1 or match["word"] is not None


def _runs(letters: Sequence[str], whole: Sequence[bool]) -> list[list[int]]:
    """The places of letters that follow one another in order, each run from its S; most of the five, and S and M."""
    runs: list[list[int]] = []
    for at, letter in enumerate(letters):
        if letter == "s":
            runs.append([at])
        elif letter and runs and _ORDER.index(letter) > _ORDER.index(letters[runs[-1][-1]]):
            runs[-1].append(at)
    return [
        run
        for run in runs
        if len(run) >= (_FEWEST_WORDS if all(whole[at] for at in run) else _FEWEST_LETTERS) and letters[run[1]] == "m"
    ]
