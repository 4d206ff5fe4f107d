"""Items while they are being gathered, and the references between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from ehcp_audit.model import Field, Item, Need, Outcome, Passage, Provision
from ehcp_audit.plan.lines import PROMISES, PROVIDES
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
_REFERS = re.compile(
    r"\b(?P<noun>outcomes?|needs?)\s{0,2}(?:nos?\.?|numbers?)?\s{0,2}(?P<numbers>\d{1,2}[a-z]?(?:\s{0,2}(?:,|and|&|"
    r"/)\s{0,2}\d{1,2}[a-z]?\b){0,6})(?![\d%])",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_CODED = re.compile(r"(?<![\w.])(?P<section>[BCDE])\.?\s?(?P<number>\d{1,2}(?:\.\d{1,2})?)(?![\w%])")
_ONWARD = re.compile(r"\s{0,2}(?:to|-|–)\s{0,2}(?P<section>[BCDE])\.?\s?(?P<number>\d{1,2})(?![\w%])")
MOST_IN_RANGE = 15
_OWN_LABEL = re.compile(r"[A-Z]{1,4}\s?\d{1,2}(?=[.):]?\s)")
_LABELS = re.compile(r"\b[A-Z]{1,4}\s?\d{1,2}\b(?![.%]\d|%)")
_DEADLINE = re.compile(r"\s{0,3}(?:by|before|at|within|when)\b", re.IGNORECASE)
_LOOKED_AT = rarely(
    r"\b(?:reviews?|reviewed|progress|monitor\w{0,3}|targets?|steps?|transition|checks?|checked|"
    r"looks? at|looked at|plans? (?:his|her|their|the) move|key changes?|moves? (?:on|up|to))\b",
    re.IGNORECASE,
)
# What a writer puts after the outcomes under a title of its own, numbered or not.
_TITLED = re.compile(r"\s{0,3}[A-Z][^.:;\n]{2,60}:\s")  # "Moving and handling: one day for the assistant ..."
_HOPED = re.compile(r"\b(?:will|can|could|may|able|wants?|should|by)\b", re.IGNORECASE)
_OF_WHAT_FOLLOWS = re.compile(
    r"\s{0,3}(?:next steps|(?:small|short)(?:er)?(?:[- ]term)? (?:steps|targets)|monitoring(?: and review)?|"
    r"(?:what )?success (?:will )?looks? like|signs of success|how we (?:will|shall) know|"
    r"key changes?|changes? (?:coming|ahead|to come)|proposed changes?|plans? for (?:the )?change|moving on|"
    r"how (?:progress|outcomes) (?:is|are|will be) \w+)\s{0,2}(?:[.:](?=\s)|[.:]?\s{0,2}$)|"
    r"\s{0,3}(?:(?:short(?:er)?[- ]term|smaller|half-?termly|termly) )?(?:targets?|steps?|progress)(?: \w+){0,6} "
    r"(?:will|shall|is|are) (?:be )?(?:set|reviewed|agreed|written|checked|monitored|recorded|looked)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d{1,2}[a-z]?")
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
_ONLY_NUMBERS = rarely(r"\s{0,3}(?:\d{1,2}[a-z]?(?:\s{0,2}(?:,|and|&|/)?\s{0,2})){1,8}\s{0,3}", re.IGNORECASE)


@dataclass(slots=True)
class Draft:
    """An item before it has its subject."""

    passages: list[Passage]
    fields: list[Field] = field(default_factory=list)
    area: str | None = None
    row: tuple[int, int] | None = None
    number: str | None = None
    refers: list[tuple[str, str]] = field(default_factory=list)  # noun, number


def finish(code: str, drafts: Sequence[Draft], known: dict[str, tuple[Item, ...]]) -> tuple[Item, ...]:
    """The items of a section in document order, with their subjects; `known` holds those they may refer to."""
    kind = KINDS[NOUNS[code]]
    labels = _labels_of([item for section, items in known.items() if NOUNS[section] != NOUNS[code] for item in items])
    told = [draft for draft in drafts if _ABOVE.fullmatch(draft.passages[-1].text) is None]
    ordered = sorted(told, key=lambda draft: draft.passages[-1].start)
    return tuple(
        kind(
            subject=f"{code}.{at}",
            passages=tuple(draft.passages),
            fields=tuple(draft.fields),
            area=draft.area,
            row=draft.row,
            number=draft.number,
            refers=_refers(code, draft, known, labels),
        )
        for at, draft in enumerate(ordered, start=1)
    )


def of_last_row(drafts: Sequence[Draft]) -> list[Draft]:
    """The items of the last row of a table: what a further row says ("Who | ...") is said of each of them."""
    return [draft for draft in drafts if draft.row == drafts[-1].row]


def without_words_around(drafts: Sequence[Draft]) -> list[Draft]:
    """Outcomes without the paragraphs on how they are set and looked at, most others having a number or row.

    "Targets are set each half term. The review in Year 5 will plan the move." A deadline in front makes it an outcome.
    What stands before them all, and neither promises anything nor says by when, is none: "His course lasts two years."
    """
    kept = sorted(drafts, key=lambda draft: draft.passages[-1].start)
    kept = [one for one in kept if not _is_about_the_plan(one.passages[-1].text)] or kept
    loose = [one for one in kept if one.number is None and one.row is None]
    if len(kept) - len(loose) < max(2, 2 * len(loose)):
        return kept
    kept = [one for one in kept if one not in loose or not _of_how_they_are_set(one.passages[-1].text)]
    opening = takewhile(lambda one: one in loose and not _is_to_be(one.passages[-1].text), kept)
    return kept[sum(1 for _ in opening) :]


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


_BY = re.compile(r"\bby\b", re.IGNORECASE)


def without_framing(drafts: Sequence[Draft]) -> list[Draft]:
    """Needs without loose paragraphs that say nothing hard and give nothing, most others having a number or row."""
    loose = [one for one in drafts if one.number is None and one.row is None]
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


def references(text: str) -> list[tuple[str, str]]:
    """The outcomes and needs that a text points at by number: "Outcomes 1 and 3" gives outcome 1 and outcome 3."""
    if _DIGIT.search(text) is None:
        return []
    lowered = text.lower()
    found = [
        (match["noun"].lower().rstrip("s"), number.lower())
        for match in (_REFERS.finditer(text) if "need" in lowered or "outcome" in lowered else ())
        for number in _FIGURE.findall(match["numbers"])
    ]
    for match in _CODED.finditer(text):
        noun = "outcome" if match["section"] == "E" else f"need {match['section']}"
        found.append((noun, match["number"]))
        onward = _ONWARD.match(text, match.end())  # "E4 to E7"
        if onward and onward["section"] == match["section"] and match["number"].isdigit():
            between = range(int(match["number"]) + 1, int(onward["number"]))
            found += [(noun, str(number)) for number in between if len(between) < MOST_IN_RANGE]
    return found


def only_refers(text: str) -> bool:
    """Does a line only say what the item over it is for: "For B2, B5." or "Meets needs 3 and 4"?"""
    return _ONLY_REFERS.fullmatch(text) is not None and bool(references(text))


_ONLY_REFERS = rarely(  # each word has one way to be read: a full stop stands between words, in "B2.1" too
    r"(?:[\s().,;:&\[\]/–-]|\b(?:for|from|and|to|meets?|meeting|addresses|links?|linked|supports?|related|relates|see|"
    r"needs?|outcomes?|sections?|[B-E]?\d{1,2}[a-z]?|[B-E])\b){2,60}",
    re.IGNORECASE,
)


def bare_numbers(text: str) -> list[str]:
    """The numbers of a cell that holds nothing else: "1, 3" in the column of outcomes."""
    return _FIGURE.findall(text.lower()) if _ONLY_NUMBERS.fullmatch(text) else []


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


def _refers(code: str, draft: Draft, known: dict[str, tuple[Item, ...]], labels: dict[str, str]) -> tuple[str, ...]:
    wanted = list(draft.refers)
    for passage in draft.passages:
        wanted.extend(references(passage.text))
    for one in draft.fields:
        if one.name in ("outcome", "need"):
            wanted.extend((one.name, number) for number in bare_numbers(one.passage.text))
            wanted.extend(references(one.passage.text))
    subjects = _labelled(draft, labels)
    for noun, number in wanted:
        if noun.partition(" ")[0] == NOUNS[code]:
            continue
        sections = (
            ("E",)
            if noun == "outcome"
            else (noun[-1],)  # "B2" is no need of section C
            if noun.startswith("need ")
            else ("C", "B", "D")
            if code == "G"
            else ("D", "B", "C")
            if code[0] == "H"
            else ("B", "C", "D")
        )
        subject = next(
            (hit for section in sections if (hit := _numbered(known.get(section, ()), number, draft.area))), None
        )
        if subject and subject not in subjects:
            subjects.append(subject)
    return tuple(subjects)


def _labels_of(items: Sequence[Item]) -> dict[str, str]:
    """The subjects of items by the label which their own words begin with: "SEN3", "N2"."""
    return {match.group(): item.subject for item in items if (match := _OWN_LABEL.match(item.text))}


def _labelled(draft: Draft, labels: dict[str, str]) -> list[str]:
    """The items that the draft names by their labels."""
    if not labels:
        return []
    pieces = (*draft.passages, *(one.passage for one in draft.fields if one.name in ("outcome", "need")))
    named = [match.group() for piece in pieces for match in _LABELS.finditer(piece.text)]
    return list(dict.fromkeys(labels[name] for name in named if name in labels))


def _numbered(items: Sequence[Item], number: str, area: str | None) -> str | None:
    """The item that the plan numbers so, of the same area where numbers begin anew; else the one in that place."""
    hits = [item for item in items if item.number == number]
    if hits:
        return next((item.subject for item in hits if item.area == area), hits[0].subject)
    if any(item.number for item in items) or not number.isdigit():
        return None
    at = int(number)
    return items[at - 1].subject if 0 < at <= len(items) else None
