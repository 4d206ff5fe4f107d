"""Needs numbered inside a paragraph: "Learning. 3. He reads ... 4. He counts ...", "(i) He ... (ii) He ..."."""

from __future__ import annotations

import re

from ehcp_audit.model import Passage
from ehcp_audit.plan.columns import label_name
from ehcp_audit.plan.vocabulary import area_of

_FEWEST = 2  # numbers that make a list where no area stands before
_LONGEST_TITLE = 6  # words
_FIGURE = re.compile(r"\d")
_NUMBER = re.compile(r"(?:^|(?<=[.!?)]\s))(?P<number>\d{1,2})\.\s{1,3}(?=[A-Z“])")
_NAMED = re.compile(r"(?:^|(?<=[.!?)]\s))Need (?P<number>\d{1,2})(?:[.:]\s{1,3}(?=[A-Z“])|:\s{1,3}(?=[a-z]))")
_BRACKETED = re.compile(r"(?:^|(?<=[.!?;]\s))\((?P<number>\d{1,2}|[a-h]|i{1,3}|iv|vi{0,3}|ix|x)\)\s{1,3}(?=[A-Z“])")
_ORDERS = (
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"],
    list("abcdefgh"),
    [str(one) for one in range(1, 21)],
)


def numbered_apart(passage: Passage) -> list[Passage]:
    """The needs of a paragraph that numbers them one after the other, after their area, what goes well or a short
    title, if any.

    A number alone is one only after an area or with its name, "Need 3. ...". Numbers with a stop stay before their
    words, for these tell which need is meant elsewhere; those in brackets are cut off.
    """
    text = passage.text
    figures = _FIGURE.search(text) is not None  # most paragraphs hold none, which is told at once
    named = list(_NAMED.finditer(text)) if figures else []
    marks = named or (list(_NUMBER.finditer(text)) if figures else [])
    if marks and [int(one["number"]) for one in marks] != list(
        range(int(marks[0]["number"]), int(marks[0]["number"]) + len(marks))
    ):
        return [passage]
    if not marks and "(" in text:
        marks = list(_BRACKETED.finditer(text))
        if [one["number"] for one in marks] not in [order[: len(marks)] for order in _ORDERS]:
            return [passage]
    if not marks:
        return [passage]
    before = text[: marks[0].start()].strip()
    area = area_of(before) is not None or label_name(before.partition(":")[0]) == "strengths"
    title = not before or (len(before.split()) <= _LONGEST_TITLE and before.endswith((".", ":")))
    if not (area or named or (title and len(marks) >= _FEWEST)):
        return [passage]
    stopped = bool(named) or marks[0].group().rstrip().endswith(".")
    starts = [one.start() if stopped else one.end() for one in marks]
    ends = [one.start() for one in marks[1:]] + [len(text)]
    parts = [passage.cut(0, len(before))] if before and (area or named) else []
    return parts + [
        passage.cut(one, one + len(text[one:other].rstrip())) for one, other in zip(starts, ends, strict=True)
    ]
