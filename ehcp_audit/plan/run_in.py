"""Labels that stand within a paragraph, each before its words: "What. A key worker ... Who. ... How much. ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ehcp_audit.plan.columns import label_name, run_in_labels
from ehcp_audit.plan.lines import PROVIDES, with_what_follows
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.plan.smart import smart_lines
from ehcp_audit.plan.vocabulary import plain

_LABEL = re.compile(
    r"(?:\A\s{0,3}|[.!?:;)\]\"”]\s{1,3}|\n\s{0,3})(?P<label>[A-Z][A-Za-z'’-]*(?:[ \n][A-Za-z'’/-]+){0,6})"
    r"(?=(?P<mark>\s?[.:?]|\s[–—-])\s{1,4}\S)"
)
_NO_FIELDS = ("area", "number", "strengths", "title", "other")
_SHORT = 12  # words of an answer that needs no more than its label
_LONGEST_LABEL = 60  # characters
_FEWEST = 8  # words of a sentence that gives something more


class Label(NamedTuple):
    """A label in a paragraph: what it announces, where it starts, and where its words do."""

    name: str
    start: int
    words: int
    telling: bool
    stopped: bool  # with a full stop or a question mark after it, as a sentence of its own


def told_apart(texts: Sequence[str], noun: str) -> list[list[Label]]:
    """The labels of each of a run of paragraphs that tell an item's parts from one another; none of the others."""
    if noun == "need":
        return [[] for _ in texts]
    labels = [labels_in(text, noun) for text in texts]
    known = is_run_in([one for found in labels for one in found if one.stopped], noun)
    told = [
        found if is_run_in(found, noun) or (known and goes_on(found, text, noun)) else []
        for found, text in zip(labels, texts, strict=True)
    ]
    for at, letters in (smart_lines(texts) if noun == "outcome" else {}).items():
        told[at] = [Label(one.name, one.start, one.words, True, True) for one in letters]
    return told


def opens(labels: Sequence[Label], noun: str) -> bool:
    """Does a paragraph begin with the label of what its section holds, so that a line over it is a title?"""
    return bool(labels) and labels[0].name == noun and labels[0].start == 0


def is_title(text: str) -> bool:
    """Is the line over such a paragraph a few words, and no sentence: "2. Reading (need B1)"?"""
    return len(text.split()) <= _SHORT and not text.rstrip().endswith((".", ";", ","))


def labels_in(text: str, noun: str) -> list[Label]:
    """The labels of a paragraph, in order; a "What" announces what the section holds."""
    found = []
    for match in _LABEL.finditer(text):
        label = match["label"]
        mark = match["mark"].strip()
        if len(label) > _LONGEST_LABEL:
            continue
        name, telling = run_in_labels().get(plain(" ".join(label.split())), (None, False))
        if name is None and mark in (":", "?"):
            name = label_name(" ".join(label.split()))
            name = None if name in (*_NO_FIELDS, noun) else name
        if name is None:
            continue
        if telling and name == "provision":
            name = noun
        if noun == "provision" and telling and name == "by_when":
            name = "how_often"  # "When. Each Monday."
        words = match.end("mark")
        words += len(text[words:]) - len(text[words:].lstrip())
        found.append(Label(name, match.start("label"), words, telling, mark in (".", "?")))
    return found


def is_run_in(labels: Sequence[Label], noun: str) -> bool:
    """Do the labels of a paragraph, or of a run of paragraphs, tell an item's parts from one another?

    Two of them differ, and one is a label that no paragraph has as its title.
    """
    if not labels:
        return False
    names = {one.name for one in labels}
    if noun == "outcome" and names == {"steps"} and labels[0].start > 0:
        return True  # "By July 2028 Ana will read ten words. Steps: three words by July 2027."
    if len(names) < 2:
        return False
    return noun in names or any(one.telling for one in labels)


def goes_on(labels: Sequence[Label], text: str, noun: str) -> bool:
    """Does a paragraph go on in the manner of those around it: "What. A laptop in every lesson."?"""
    if not labels or labels[0].start > len(text) - len(text.lstrip()) or not labels[0].stopped:
        return False
    return labels[0].telling or labels[0].name == noun or len(text.split()) <= _SHORT


def groups_of(labels: Sequence[Label], noun: str, *, led: bool) -> list[list[Label]]:
    """The labels of each item: it begins with its "What", or where another label stands first, with that one.

    `led`: words stand before the first label.
    """
    first = labels[0].name if not led and any(one.name == noun for one in labels) else noun
    groups: list[list[Label]] = []
    for one in labels:
        if not groups or one.name == first:
            groups.append([])
        groups[-1].append(one)
    return groups


def spans_of(text: str, labels: Sequence[Label]) -> dict[int, tuple[int, int]]:
    """Where the words of each label stand, by where the label starts."""
    ends = [*(one.start for one in labels[1:]), len(text)]
    return {
        one.start: (one.words, max(one.words, len(text[:end].rstrip(" \t\n;|,"))))
        for one, end in zip(labels, ends, strict=True)
    }


def given_besides(text: str, span: tuple[int, int]) -> tuple[tuple[int, int], list[tuple[int, int]]]:
    """The answer to how much, and the sentences after it that give something of their own."""
    start, end = span
    spans = with_what_follows(text, [(start + one, start + other) for one, other in sentence_spans(text[start:end])])
    own = [one for one in spans[1:] if PROVIDES.search(text, *one) and len(text[slice(*one)].split()) >= _FEWEST]
    if not own:
        return span, []
    return (start, next(before[1] for before, one in pairwise(spans) if one == own[0])), own
