"""Items while they are being gathered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from ehcp_audit.model import Field, Item, Need, Outcome, Passage, Provision
from ehcp_audit.plan.lines import HOW_MUCH, PROMISES, PROVIDES
from ehcp_audit.plan.pointers import Pointer, only_refers
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.plan.times import time_follows
from ehcp_audit.rare import rarely

NOUNS = {
    "B": "need",
    "C": "need",
    "D": "need",
    "E": "outcome",
    "F": "provision",
    "G": "provision",
    "H1": "provision",
    "H2": "provision",
}
KINDS: dict[str, type[Item]] = {"need": Need, "outcome": Outcome, "provision": Provision}
_DEADLINE = rarely(r"\s{0,3}(?:by|before|at|within|when)\b", re.IGNORECASE)
_LOOKED_AT = rarely(
    r"\b(?:reviews?|reviewed|progress|monitor\w{0,3}|targets?|steps?|transition|checks?|checked|"
    r"looks? at|looked at|plans? (?:his|her|their|the) move|key changes?|moves? (?:on|up|to))\b",
    re.IGNORECASE,
)
# What a writer puts after the outcomes under a title of its own, numbered or not.
_TITLED = rarely(r"\s{0,3}[A-Z][^.:;\n]{2,60}:\s")  # "Moving and handling: one day for the assistant ..."
_HOPED = rarely(r"\b(?:will|can|could|may|able|wants?|should|by)\b", re.IGNORECASE)
_OF_WHAT_FOLLOWS = re.compile(
    r"\s{0,3}(?:next steps|(?:small|short)(?:er)?(?:[- ]term)? (?:steps|targets)|monitoring(?: and review)?|"
    r"(?:what )?success (?:will )?looks? like|signs of success|how we (?:will|shall) know|"
    r"(?:key|future) changes?|changes? (?:coming|ahead|to come)|proposed changes?|"
    r"(?:forward )?plans? for (?:the |(?:key |future )?)changes?|forward plan(?:s|ning)|moving on|"
    r"how (?:progress|outcomes) (?:is|are|will be) \w+)\s{0,2}(?:[.:](?=\s)|[.:]?\s{0,2}$)|"
    r"\s{0,3}(?:(?:short(?:er)?[- ]term|smaller|half-?termly|termly) )?(?:targets?|steps?|progress)(?: \w+){0,6} "
    r"(?:will|shall|is|are) (?:be )?(?:set|reviewed|agreed|written|checked|monitored|recorded|looked)\b",
    re.IGNORECASE,
)
# What is left of "E5 above.", or of the numbers in brackets after a sentence, is no item.
# Nor are words that point at another item: "The same as E10 and E8."
_ABOVE = re.compile(
    r"\W{0,3}(?:see |as |and )?(?:above|below)\W{0,3}|\([^()\n]{0,60}\d[^()\n]{0,40}\)\.?|"
    r"\W{0,3}(?:ditto|(?:the )?same(?: as (?:above|before|in the row above))?)\W{0,3}|"
    r"\W{0,3}(?:(?:this is |it is )?(?:the )?same(?: (?:outcome|need|provision)s?)? as|as(?: for| in| under)?|see|"
    r"covered (?:by|in|under)|"
    r"met (?:by|in|through)|included in|shared with|links? to|linked to)"
    r"(?:\W{1,3}(?:(?:outcome|need|provision|section|part|row|number|no|and|or|to)s?\b|"
    r"[A-H]?[12]?\.?\s?\d{1,2}[a-z]?\b|[A-H]\b)){1,10}"
    r"(?:\W{1,3}(?:above|below))?\W{0,3}",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Draft:
    """An item before it has its subject."""

    passages: list[Passage]
    fields: list[Field] = field(default_factory=list)
    area: str | None = None
    row: tuple[int, int] | None = None
    number: str | None = None
    refers: list[Pointer] = field(default_factory=list)
    label: str = ""  # what a column or a row of codes calls it: "OUT-1"


def settled(drafts: Sequence[Draft]) -> list[Draft]:
    """The items of a section in document order, without those that only point at others."""
    told = [draft for draft in drafts if not _only_points(draft.passages[-1].text)]
    return sorted(told, key=lambda draft: draft.passages[-1].start)


def _only_points(text: str) -> bool:
    return _ABOVE.fullmatch(text) is not None or only_refers(text)


def finish(code: str, drafts: Sequence[Draft]) -> tuple[Item, ...]:
    """The items of a section with their subjects; what they refer to is told when the items of all sections are."""
    kind = KINDS[NOUNS[code]]
    return tuple(
        kind(
            subject=f"{code}.{at}",
            passages=tuple(draft.passages),
            fields=tuple(draft.fields),
            area=draft.area,
            row=draft.row,
            number=draft.number,
        )
        for at, draft in enumerate(drafts, start=1)
    )


def of_last_row(drafts: Sequence[Draft]) -> list[Draft]:
    """The items of the last row of a table: what a further row says ("Who | ...") is said of each of them."""
    return [draft for draft in drafts if draft.row == drafts[-1].row]


def add_to_line(text: str, drafts: Sequence[Draft], said: Field, *, several: bool) -> None:
    """Adds what a label says to the item before it; with `several`, to all items of its line that do not say it
    themselves: "A movement programme. A chair with a footrest." over "How much: 15 minutes, four times a week".
    """
    drafts[-1].fields.append(said)
    if several and said.name == "by_when":
        _add_to_number(drafts, said)
    if not several or said.name not in _OF_A_LINE:
        return
    for at in range(len(drafts) - 2, -1, -1):
        one, after = drafts[at], drafts[at + 1]
        if one.row != after.row or "\n" in text[one.passages[-1].end : after.passages[-1].start]:
            return
        own = said.name == "how_often" and HOW_MUCH.search(one.passages[-1].text) is not None
        if not own and not any(field.name == said.name for field in one.fields):
            one.fields.append(said)


def _add_to_number(drafts: Sequence[Draft], said: Field) -> None:
    """Adds for how long provision is given to all lines of its number: "Period: to July 2028" under "F1. ..."."""
    number = None
    for draft in reversed(drafts):
        if draft.row != drafts[-1].row or (number is not None and draft.number != number):
            return
        number = draft.number
        if not any(one.name == said.name for one in draft.fields):
            draft.fields.append(said)


_OF_A_LINE = ("how_often", "who", "group", "review", "monitoring")


def without_words_around(drafts: Sequence[Draft]) -> list[Draft]:
    """Outcomes without the paragraphs on how they are set and looked at, most others having a number or row.

    "Targets are set each half term. The review in Year 5 will plan the move." A deadline in front makes it an outcome.
    What stands before them all, and neither promises anything nor says by when, is none: "His course lasts two years."
    """
    kept = sorted(drafts, key=lambda draft: draft.passages[-1].start)
    kept = [one for one in kept if not _is_about_the_plan(one.passages[-1].text)] or kept
    loose = _loose(kept)
    if len(kept) - len(loose) < max(2, 2 * len(loose)):
        return kept
    kept = [one for one in kept if one not in loose or not _of_how_they_are_set(one.passages[-1].text)]
    opening = takewhile(lambda one: one in loose and not _is_to_be(one.passages[-1].text), kept)
    return kept[sum(1 for _ in opening) :]


def _loose(drafts: Sequence[Draft]) -> list[Draft]:
    """Those without a number and a row of their own; where a row is a section's, all of them stand in it."""
    rows = Counter(one.row for one in drafts)
    return [one for one in drafts if one.number is None and (one.row is None or rows[one.row] > 1)]


def _is_about_the_plan(words: str) -> bool:
    """Is it a title or sentence on what follows, or on where something else stands: "... is set out in Section G"?"""
    if _OF_WHAT_FOLLOWS.match(words) is not None:
        return True
    return _STANDS_IN.search(words) is not None and PROMISES.search(words) is None


_STANDS_IN = re.compile(
    r"\b(?:set out|described|listed|given|found|shown) (?:in|under|at) sections? [A-K]\b", re.IGNORECASE
)


def _is_to_be(text: str) -> bool:
    """Does it say what will be, or what is by a time: "Ana walks to school alone by July 2028"?"""
    return PROMISES.search(text) is not None or any(time_follows(text, one.end()) for one in _BY.finditer(text))


_BY = rarely(r"\bby\b", re.IGNORECASE)


def without_framing(drafts: Sequence[Draft]) -> list[Draft]:
    """Needs without loose paragraphs that say nothing hard and give nothing, most others having a number or row."""
    loose = _loose(drafts)
    if len(drafts) - len(loose) < max(2, 2 * len(loose)):
        return list(drafts)
    return [one for one in drafts if one not in loose or _is_told_of(one.passages[-1].text)]


def _is_told_of(text: str) -> bool:
    """Does a paragraph among needs say what is hard, or what is given?"""
    if _HARD.search(text) is not None:
        return True
    return PROVIDES.search(text) is not None and not _of_strengths_alone(text)


def _of_strengths_alone(text: str) -> bool:
    """Is each sentence of the child, and the first of what goes well: "Ida has a good ear. She will hum for hours"?"""
    sentences = [text[start:end].strip() for start, end in sentence_spans(text)]
    return bool(sentences) and _GOES_WELL.match(sentences[0]) is not None and all(map(_OF_CHILD.match, sentences))


_OF_CHILD = rarely(r"(?:He|She|They|I|(?!(?:Staff|Adults|Teachers|The|An?|All|Each)\b)[A-Z][\w’'-]+) [a-z]")
_GOES_WELL = rarely(
    r"\S+ (?:has|have|shows?) (?:an? )?(?:very )?(?:good|strong|excellent|keen|sharp|wide|great|vivid|lively|quick|"
    r"fine)"
    r"\b(?! (?:dislikes?|reactions?|aversions?|startle|reflex|objections?))|\S+ (?:enjoys?|loves?|likes?|excels?|"
    r"delights?|is (?:very |always )?(?:good|kind|affectionate|brave|curious|"
    r"proud|patient|quick|cheerful|funny|sociable|friendly|chatty|gentle|helpful|creative|determined|bright|generous|"
    r"warm|polite|popular|talented|skilled|strong|keen))\b"
)


_HARD = rarely(
    r"\bneeds?\b|\bneeded|difficult|\bnot\b|n['’]t\b|\b(?:cannot|unable|hard|harder|without|struggl\w+|delay\w*|"
    r"limited|finds?|"
    r"requires?|risk|pain\w*|behind|below|percentile|loses?|misses|slow\w*|weak\w*|poor\w*|lacks?|less|fewer|low|few|"
    r"never|"
    r"only|tired|tires|reduced|avoids?|refus\w+|worr\w+|anxi\w+|fears?|afraid|upset|distress\w*|diagnos\w+|disorders?|"
    r"\w*impair\w+|autis\w+|adhd|epilep\w+|asthma|syndrome|condition|disabilit\w+(?! teams?\b)|dys\w+|hyper\w+|hypo\w+|"
    r"problems?|challeng\w+|barriers?|affects?|impacts?|isolat\w+|lonely|trauma\w*)\b",
    re.IGNORECASE,
)


def _of_how_they_are_set(words: str) -> bool:
    if _DEADLINE.match(words) is not None:
        return False
    return _LOOKED_AT.search(words) is not None or (_TITLED.match(words) is not None and _HOPED.search(words) is None)


def without_numbers(before: Sequence[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that only number one of those before, which has what stands beside: "1 | Ten words"."""
    numbered = {draft.number or str(at): draft for at, draft in enumerate(before, start=1)}
    kept: list[Draft] = []
    for draft in drafts:
        number = draft.passages[0].text.strip(" .:").lower().removeprefix("outcome ")
        one = numbered.get(number.removeprefix("e")) if len(number) < _LONGEST_NUMBER else None
        if one is not None and len(draft.passages) == 1 and draft.fields:
            one.fields.extend(draft.fields)
        else:
            kept.append(draft)
    return kept


_LONGEST_NUMBER = 5  # characters: "E12"
