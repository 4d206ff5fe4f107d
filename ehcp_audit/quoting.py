"""The exact words that a finding is about, and where they stand, as every report quotes them."""

from __future__ import annotations

import re
from dataclasses import replace

from ehcp_audit.model import Evidence, Finding, ItemRead, Scorecard
from ehcp_audit.styling import one_line, place, shortened, subject_words

SHORT = 60
"""A quotation shorter than this is shown within the words round it, where these are known."""


def items_by_subject(scorecard: Scorecard) -> dict[str, ItemRead]:
    """The plan's items by their subjects, to find the words of a finding that quotes none."""
    return {item.subject: item for item in scorecard.plan.items}


_SAID = "(the plan's "
OWN_LABELS = (
    "Lines are numbered here as they stand in their section; where the plan's own number is another, it stands beside."
)


def named(subject: str, items: dict[str, ItemRead]) -> str:
    """What a finding is about, with the plan's own label for it where that is another: "F.9 (the plan's F8)"."""
    item = items.get(subject)
    return subject_words(subject) + (f" {_SAID}{item.label})" if item is not None and item.label else "")


def with_own_labels(card: Scorecard) -> Scorecard:
    """The scorecard as a person reads it: each item that a note names has the plan's own label beside it."""
    items = {subject: item for subject, item in items_by_subject(card).items() if item.label}
    if not items:
        return card
    criteria = tuple(
        replace(result, findings=tuple(one._replace(note=in_own_labels(one.note, items)) for one in result.findings))
        for result in card.criteria
    )
    return replace(card, criteria=criteria)


def in_own_labels(note: str, items: dict[str, ItemRead]) -> str:
    """A sentence with the plan's own label beside each item that it names: "F.9 (the plan's F8) and F.10 (F9)"."""
    return briefly(
        _SUBJECT.sub(lambda match: named(match.group(), items) if match.group() in items else match.group(), note)
    )


def briefly(told: str, before: str = "") -> str:
    """Items named one after the other: only the first of them, there or `before`, says what stands in the brackets."""
    start = 0 if _SAID in before else told.find(_SAID) + 1
    return told[:start] + told[start:].replace(_SAID, "(")


_SUBJECT = re.compile(r"\b[A-H][12]?\.\d{1,3}\b(?!\.\d| \()")


def place_of(finding: Finding, items: dict[str, ItemRead]) -> str:
    """The page, paragraph or table cell of the finding; "" when it has none."""
    if finding.evidence:
        return place(finding.evidence[0])
    item = items.get(finding.subject)
    return place(item) if item else ""


def quotes(finding: Finding, items: dict[str, ItemRead], longest: int) -> tuple[str, ...]:
    """The words to quote, each on one line: the evidence, a short one within its item; without evidence, the item.

    A phrase quoted within its item stands in square brackets: "Sam will have [access to] a quiet space." One that
    stands in another cell of the item follows its words: "Weekly therapy ... [key person]".
    """
    item = items.get(finding.subject)
    if not finding.evidence:
        return (shortened(item.text, longest),) if item and item.text.strip() else ()
    own = [one for one in finding.evidence if item and one.document is None and _inside(one, item)]
    shown = [] if item is None or not own else list(marked(item, own, longest))
    others = [one for one in finding.evidence if one not in own]
    beside = [one for one in others if item and _elsewhere(one, item)]
    if item is not None and beside and not own and item.text.strip():
        phrases = "".join(f" [{one_line(one.text)}]" for one in beside)
        words = shortened(item.text, max(30, longest - len(phrases) - 4)).removesuffix("...").rstrip()
        shown.append(f"{words} ...{phrases}")
        others = [one for one in others if one not in beside]
    shown += [shortened(one.text, longest) for one in others]
    return tuple(dict.fromkeys(text for text in shown if text))


def _inside(evidence: Evidence, item: ItemRead) -> bool:
    """Whether the evidence is a phrase of the item's own words, worth showing among them."""
    if len(evidence.text) > SHORT or evidence.text.strip() == item.text.strip():
        return False
    offset = evidence.start - item.start
    return offset >= 0 and item.text[offset : offset + len(evidence.text)] == evidence.text


def _elsewhere(evidence: Evidence, item: ItemRead) -> bool:
    """Whether the evidence is a phrase that stands outside the item's own words."""
    if len(evidence.text) > SHORT or evidence.document is not None:
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
    windows = []
    for group in _near(spans, longest):
        first, last = group[0][0], group[-1][1]
        room = max(20, (longest - (last - first)) // 2)
        left, right = max(0, first - room), min(len(item.text), last + room)
        windows.append(_window(item.text, group, left, right))
    return tuple(windows)


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
