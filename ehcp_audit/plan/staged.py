"""What stands between the outcomes of section E without being one: the stages on the way to each, and titles over them.

Most plans write an outcome as a promise of what the child will do. Between such promises a run of lines that each open
with a time and promise nothing ("Autumn term 2026 | Three key words, 7 out of 10") are the stages of the one above, and
a few words that say nothing ("Talking (need B2)") are the title over the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ehcp_audit.language.wordlists import is_number
from ehcp_audit.model import Field
from ehcp_audit.plan.cards import with_banner
from ehcp_audit.plan.drafts import Draft
from ehcp_audit.plan.lines import PROMISES
from ehcp_audit.plan.times import names_time

_CHANGE = re.compile(r"\b(?:improv|increas|develop|better|reduc|more|fewer|less|greater|progress)\w*", re.IGNORECASE)
_STAGE = re.compile(
    r"\W{0,3}(?:[a-z]{1,4}\)\s{1,3})?(?P<when>[^:;–—\n]{3,40}?)\s{0,2}[:;–—](?=\s)\s{0,3}(?P<what>\S.*)", re.DOTALL
)
_BRACKETED = re.compile(r"\([^()]{0,120}\)")
_LONGEST_TITLE = 5  # words
_LONGEST_TIME = 6  # words: "By the end of Year 8"
_FEWEST = 2  # promises, titles or stages that make a habit
_FEWEST_LABELS = 3  # times that a label stands in a section


def without_repeated_labels(drafts: Sequence[Draft]) -> list[Draft]:
    """The items without the labels that stand over several groups of them: "Universal", "Targeted"."""
    said = [_bare(one) for one in drafts]
    counts = Counter(said)
    return [
        one
        for one, text in zip(drafts, said, strict=True)
        if not text or counts[text] < _FEWEST_LABELS or len(text.split()) >= _LONGEST_TITLE
    ]


def _bare(draft: Draft) -> str:
    """The words of an item of which nothing more is said; none where something is."""
    return "" if draft.fields or len(draft.passages) > 1 else draft.passages[0].text.strip(" .:").lower()


def with_stages(drafts: Sequence[Draft]) -> list[Draft]:
    """The outcomes with the stages that stand under each as steps, and without the titles that stand over them."""
    ordered = sorted(drafts, key=lambda draft: draft.passages[0].start)
    promises = [_promises(one) for one in ordered]
    if sum(promises) < _FEWEST:
        return list(drafts)
    titles = [
        not promised and after and _is_title(one)
        for one, promised, after in zip(ordered, promises, [*promises[1:], False], strict=True)
    ]
    titles = titles if sum(titles) >= _FEWEST else [False] * len(titles)
    kept: list[Draft] = []
    under: list[Draft] = []  # what stands under the last outcome
    for at, draft in enumerate(ordered):
        if not (promises[at] or titles[at]):
            under.append(draft)
            continue
        kept += _without_stages(kept, under)
        under = []
        if titles[at]:
            _title(draft, ordered[at + 1])
        else:
            kept.append(draft)
    return kept + _without_stages(kept, under)


def _without_stages(before: Sequence[Draft], under: Sequence[Draft]) -> list[Draft]:
    """What stands under an outcome without its stages, which become its steps."""
    stages = [one for one in under if _is_stage(one)] if before else []
    if len(stages) < _FEWEST and not all(map(_counts, stages)):
        return list(under)
    for one in stages:
        before[-1].fields += [Field("steps", passage) for passage in one.passages]
        before[-1].fields += [said for said in one.fields if said.name not in _BESIDE]
    return [one for one in under if not any(one is stage for stage in stages)]


def _promises(draft: Draft) -> bool:
    return any(PROMISES.search(one.text) for one in draft.passages)


def _is_title(draft: Draft) -> bool:
    """Is it a few words that name no change, no figure and no more than a need beside them?"""
    if len(draft.passages) > 1 or draft.fields:
        return False
    words = _BRACKETED.sub(" ", draft.passages[0].text).strip()
    few = 0 < len(words.split()) <= _LONGEST_TITLE and not words.endswith((".", ":"))
    return few and not any(map(str.isdigit, words)) and not _CHANGE.search(words)


def _title(title: Draft, outcome: Draft) -> None:
    """What a title says of the outcome under it: its name, the needs it points at, its time."""
    with_banner(title.passages[0], title.number, [outcome])


def _is_stage(draft: Draft) -> bool:
    """Does a line open with a time, or has its row a cell that holds nothing else?"""
    beside = (one.passage.text for one in draft.fields if one.name in _BESIDE)
    match = _STAGE.match(draft.passages[0].text)
    return any(map(_is_time, (*beside, match["when"]) if match else beside))


def _is_time(text: str) -> bool:
    return _NOW.fullmatch(text) is not None or (names_time(text) and len(text.split()) <= _LONGEST_TIME)


_BESIDE = ("other", "by_when", "steps")  # the fields in which the time of a stage stands
_NOW = re.compile(r"\W{0,2}(?:now|today|at present|currently?|starting point|baseline|start)\W{0,2}", re.IGNORECASE)


def _counts(stage: Draft) -> bool:
    """Does it say how much and little more after its time: "By July 2027: twelve minutes."?"""
    text = stage.passages[0].text
    match = _STAGE.match(text)
    said = (match["what"] if match and _is_time(match["when"]) else text).lower().removeprefix("no more than ").split()
    return bool(said) and is_number(said[0])
