"""The exact words that a finding is about, and where they stand, as every report quotes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ehcp_audit.model import Evidence, Finding, ItemRead, Scorecard
from ehcp_audit.styling import one_line, place, shortened, subject_words

SHORT = 60
"""A quotation shorter than this is shown within the words round it, where these are known."""

WHOLE = 300
"""Evidence no longer than this is shown whole: any of its words may be the one in question (another child's name)."""


def items_by_subject(scorecard: Scorecard) -> dict[str, ItemRead]:
    """The plan's items by their subjects, to find the words of a finding that quotes none."""
    return {item.subject: item for item in scorecard.plan.items}


OWN_LABELS = (
    "Lines have the plan's own numbers, or their first words where it prints none; a section in which it prints no "
    "numbers of its own is counted (F.3: the third line)."
)


def named(subject: str, items: dict[str, ItemRead]) -> str:
    """What a finding is about, by the plan's own number where that is another than ours: "F8", "6.2", "outcome 7".

    Where the plan gives the same number to several lines, which of them it is stands beside it ("6.2 (2 of 3)"),
    and the section does where another section has it too. A line without a number among lines that the plan numbers
    is told by its first words, since our count would be taken for a number of the plan's.
    """
    item = items.get(subject)
    if item is None:
        return subject_words(subject)
    if not item.label:
        return by_its_words(item) if is_among_numbered(subject, items) else subject_words(subject)
    section, label = item.subject.partition(".")[0], _CODE.sub(r"\1\2", item.label)
    bare = label.isdigit()
    own = f"{_NOUNS.get(section, 'line')} {label}" if bare else label
    same = [one.subject for one in items.values() if one.label == item.label]
    here = [one for one in same if one.partition(".")[0] == section]
    elsewhere = len(here) < len(same)
    if (bare and section != "E") or (elsewhere and not label[0].isalpha()) or _SUBJECT.fullmatch(label):
        own = f"{own} in {section}"
    return f"{own} ({here.index(subject) + 1} of {len(here)})" if len(here) > 1 else own


def headed(subject: str, items: dict[str, ItemRead]) -> str:
    """The same where its words are quoted beside it: a line without a number is "a line of F", and its words follow."""
    if subject in items and not items[subject].label and is_among_numbered(subject, items):
        return f"a line of {subject.partition('.')[0]}"
    return named(subject, items)


def is_among_numbered(subject: str, items: dict[str, ItemRead]) -> bool:
    """Does the plan print numbers of its own for the lines of this one's section?"""
    section = subject.partition(".")[0]
    return any(one.label and one.subject.partition(".")[0] == section for one in items.values())


def by_its_words(item: ItemRead) -> str:
    """A line by its first words, where it has no number: "“Weekly therapy in a group...”"."""
    return f"“{shortened(one_line(item.text), _FIRST_WORDS)}”"


_FIRST_WORDS = 36
_ALSO_BY_WORDS = 2  # lines of a section without numbers that a sentence tells by their words
_NOUNS = {"B": "need", "C": "need", "D": "need", "E": "outcome"}
_CODE = re.compile(r"^([A-K])\.\s?(\d)")  # "F.8", which would be taken for our eighth


def with_own_labels(card: Scorecard) -> Scorecard:
    """The scorecard as a person reads it: each item that a note names goes by the plan's own number."""
    items = items_by_subject(card)
    if not any(item.label for item in items.values()):
        return card
    criteria = tuple(
        replace(result, findings=tuple(one._replace(note=in_own_labels(one.note, items)) for one in result.findings))
        for result in card.criteria
    )
    return replace(card, criteria=criteria)


def in_own_labels(note: str, items: dict[str, ItemRead]) -> str:
    """A sentence in which each item goes by the plan's own number, where that is another, or by its words.

    Our count does not stand beside the plan's numbers: a line or two of a section that it leaves unnumbered are told
    by their words too.
    """
    told = [one for one in dict.fromkeys(_SUBJECT.findall(note)) if one in items]
    numbered = any(items[one].label for one in told)
    counted = [one for one in told if not items[one].label and not is_among_numbered(one, items)]
    quoted_too = counted if numbered and len(counted) <= _ALSO_BY_WORDS else []

    def said(match: re.Match[str]) -> str:
        subject = match.group()
        return by_its_words(items[subject]) if subject in quoted_too else named(subject, items)

    return _SUBJECT.sub(lambda match: said(match) if match.group() in items else match.group(), note)


_SUBJECT = re.compile(r"(?<!\()\b(?:[A-G]|H[12])\.\d{1,3}\b(?!\.\d| \(\d{1,3} of| in [A-H][12]?\b)")


def place_of(finding: Finding, items: dict[str, ItemRead]) -> str:
    """The page, paragraph or table cell of the finding; "" when it has none."""
    if finding.evidence:
        return place(finding.evidence[0])
    item = items.get(finding.subject)
    return place(item) if item else ""


class Quote(NamedTuple):
    """Words of a finding, on one line, and whose they are.

    `holder` is the item that they stand in, else their section, else "". `exact`: they are the words in question, or
    hold them, and are to be shown whole; else they only say which line is meant.
    """

    holder: str
    where: str  # as `place` says it
    page: int | None
    text: str
    exact: bool


class Placed(NamedTuple):
    """A quotation as a report shows it: its own place where the finding's words stand in several, else ""."""

    at: str
    text: str


MOST, MOST_PHRASES = 3, 10


def placed_quotes(finding: Finding, items: dict[str, ItemRead], longest: int) -> tuple[list[Placed], int]:
    """The first few quotations of a finding, and how many more there are: three sentences, or ten phrases.

    Where they stand in several places each has its own, and the finding itself has none to show.
    """
    found = quoted(finding, items, longest)
    apart = stands_apart(finding, items)
    short = all(one.exact and len(one.text) <= SHORT + longest // 2 for one in found)
    most = MOST_PHRASES if short else MOST
    shown = [
        Placed(_at(one, items) if apart and one.holder != finding.subject else "", one.text) for one in found[:most]
    ]
    return shown, len(found) - len(shown)


def stands_apart(finding: Finding, items: dict[str, ItemRead]) -> bool:
    """Whether the words of a finding are of several items or stand in several places."""
    return len({(one.holder, one.where) for one in quoted(finding, items, WHOLE)}) > 1


def place_shown(finding: Finding, items: dict[str, ItemRead]) -> str:
    """The place to show beside what a finding is about: an item's own; none where each quotation has its own."""
    if not stands_apart(finding, items):
        return place_of(finding, items)
    item = items.get(finding.subject)
    return place(item) if item is not None else ""


def _at(one: Quote, items: dict[str, ItemRead]) -> str:
    return ", ".join(part for part in (headed(one.holder, items) if one.holder else "", one.where) if part)


def quotes(finding: Finding, items: dict[str, ItemRead], longest: int) -> tuple[str, ...]:
    """The words to quote, each on one line: see `quoted`."""
    return tuple(dict.fromkeys(one.text for one in quoted(finding, items, longest)))


def quoted(finding: Finding, items: dict[str, ItemRead], longest: int) -> tuple[Quote, ...]:
    """The words to quote: the evidence, a short one within its item; without evidence, the item.

    A phrase quoted within its item stands in square brackets: "Sam will have [access to] a quiet space." One that
    stands in another cell of the item follows its words: "Weekly therapy ... [key person]". What is longer than
    `longest` is cut round the phrase; a sentence that is evidence is not cut, whichever of its words are meant.
    """
    item = items.get(finding.subject)
    if not finding.evidence:
        return (_of_item(item, longest),) if item and item.text.strip() else ()
    own = [one for one in finding.evidence if item and one.document is None and _inside(one, item)]
    beside = [one for one in finding.evidence if item and one not in own and _elsewhere(one, item, items)]
    found: list[Quote] = []
    if item is not None and own:
        found += _marked_quotes(item, own, longest)
    elif item is not None and beside and item.text.strip():
        found.append(_with_beside(item, beside, longest))
        own = beside
    return tuple(dict.fromkeys((*found, *_apart([one for one in finding.evidence if one not in own], items, longest))))


def holder_of(evidence: Evidence, items: dict[str, ItemRead]) -> str:
    """The subject of the item whose words these are; "" where they are no item's."""
    if evidence.document is not None:
        return ""
    return next((one.subject for one in items.values() if one.start <= evidence.start < one.start + len(one.text)), "")


def _of_item(item: ItemRead, longest: int) -> Quote:
    return Quote(item.subject, place(item), item.page, shortened(item.text, longest), exact=False)


def _marked_quotes(item: ItemRead, phrases: list[Evidence], longest: int) -> list[Quote]:
    first = phrases[0]
    return [Quote(item.subject, place(first), first.page, text, exact=True) for text in marked(item, phrases, longest)]


def _with_beside(item: ItemRead, beside: list[Evidence], longest: int) -> Quote:
    """The item's words, and after them the phrases of its other cells."""
    said = {one_line(one.text).lower(): one_line(one.text) for one in reversed(beside)}
    phrases = "".join(f" [{one}]" for one in reversed(said.values()))
    words = shortened(item.text, max(30, longest - len(phrases) - 4)).removesuffix("...").rstrip()
    return Quote(item.subject, place(beside[0]), beside[0].page, f"{words} ...{phrases}", exact=True)


def _apart(found: Sequence[Evidence], items: dict[str, ItemRead], longest: int) -> Iterator[Quote]:
    """Evidence at its own places: phrases of one item together, within its words; anything else by itself."""
    phrases: dict[str, list[Evidence]] = {}
    for one in found:
        holder = items.get(holder_of(one, items))
        if holder is None or not _inside(one, holder):
            yield _alone(one, holder, longest)
        elif holder.subject not in phrases:
            same = [other for other in found if holder_of(other, items) == holder.subject and _inside(other, holder)]
            phrases[holder.subject] = same
            yield from _marked_quotes(holder, same, longest)


def _alone(one: Evidence, holder: ItemRead | None, longest: int) -> Quote:
    """One piece of evidence by itself: a phrase or a sentence whole; a whole item, or a page of words, by its start."""
    words = one_line(one.text)
    whose = holder.subject if holder is not None else one.section or ""
    if len(words) > WHOLE or (holder is not None and words == one_line(holder.text)):
        return Quote(whose, place(one), one.page, shortened(words, longest), exact=False)
    if len(words) > SHORT:
        words = f"{'' if words[0] in _OPENS or not words[0].islower() else '... '}{words}"
        words += "" if words[-1] in _CLOSES else " ..."
    return Quote(whose, place(one), one.page, words, exact=True)


_OPENS, _CLOSES = "\"'“‘(", ".!?:;\"'”’)"


def _inside(evidence: Evidence, item: ItemRead) -> bool:
    """Whether the evidence is a phrase of the item's own words, worth showing among them."""
    if len(evidence.text) > SHORT or evidence.text.strip() == item.text.strip():
        return False
    offset = evidence.start - item.start
    return offset >= 0 and item.text[offset : offset + len(evidence.text)] == evidence.text


def _elsewhere(evidence: Evidence, item: ItemRead, items: dict[str, ItemRead]) -> bool:
    """Whether the evidence is a phrase that stands outside the item's own words, and in no other item."""
    if len(evidence.text) > SHORT or evidence.document is not None or holder_of(evidence, items):
        return False
    return evidence.start >= item.start + len(item.text) or evidence.start + len(evidence.text) <= item.start


def marked(item: ItemRead, phrases: list[Evidence], longest: int) -> tuple[str, ...]:
    """The item's words with each phrase in square brackets; windows of them where the item is long."""
    cuts = sorted({(one.start - item.start, one.start - item.start + len(one.text)) for one in phrases})
    spans: list[tuple[int, int]] = []
    for start, end in cuts:
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    whole = _bracketed(item.text, spans, 0, len(item.text))
    if len(one_line(whole)) <= longest:
        return (one_line(whole),)
    windows: list[tuple[list[tuple[int, int]], int, int]] = []
    for group in _near(spans, longest):
        first, last = group[0][0], group[-1][1]
        room = max(20, (longest - (last - first)) // 2)
        left, right = max(0, first - room), min(len(item.text), last + room)
        if windows and left <= windows[-1][2]:  # one window: no word may stand on both sides of "..."
            before, left, _ = windows.pop()
            group = [*before, *group]
        windows.append((group, left, right))
    return tuple(_window(item.text, *one) for one in windows)


def _near(spans: list[tuple[int, int]], longest: int) -> list[list[tuple[int, int]]]:
    """The phrases in groups that one window can show."""
    groups: list[list[tuple[int, int]]] = []
    for span in spans:
        if groups and span[1] - groups[-1][0][0] <= longest * 2 // 3:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _bracketed(text: str, spans: list[tuple[int, int]], left: int, right: int) -> str:
    parts, at = [], left
    for start, end in spans:
        parts += [text[at:start], "[", text[start:end], "]"]
        at = end
    parts.append(text[at:right])
    return "".join(parts)


def _window(text: str, spans: list[tuple[int, int]], left: int, right: int) -> str:
    """Part of a text with its phrases bracketed, begun and ended between words."""
    if left:
        gap = text.find(" ", left, spans[0][0])
        left = gap + 1 if gap >= 0 else left
    if right < len(text):
        gap = text.rfind(" ", spans[-1][1], right)
        right = gap if gap >= 0 else right
    words = one_line(_bracketed(text, spans, left, right))
    return f"{'... ' if left else ''}{words}{' ...' if right < len(text) else ''}"
