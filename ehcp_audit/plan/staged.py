"""What stands between the outcomes of section E without being one: the stages on the way to each, and titles over them.

Most plans write an outcome as a promise of what the child will do. Between such promises a run of lines that each open
with an earlier time and promise nothing ("Autumn term 2026 | Three key words, 7 out of 10") are the stages of the one
above, and a few words that name a need ("Talking (need B2)") are the title over the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from ehcp_audit.language.deadlines import points
from ehcp_audit.language.wordlists import is_number
from ehcp_audit.model import Field
from ehcp_audit.plan.cards import with_banner
from ehcp_audit.plan.columns import LONGEST_LABEL, is_of_change
from ehcp_audit.plan.drafts import Draft
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.lines import PROMISES
from ehcp_audit.plan.pointers import references
from ehcp_audit.plan.times import names_time
from ehcp_audit.rare import rarely

_CHANGE = rarely(r"\b(?:improv|increas|develop|better|reduc|more|fewer|less|greater|progress)\w*", re.IGNORECASE)
_VAGUE = rarely(r"\b(?:improv|increas|develop|better|reduc|great)\w*", re.IGNORECASE)
_SERVICE = rarely(
    r"\b(?:therap(?:y|ies|ists?)|sessions?|support|help|programmes?|groups?|provided|provision|tuition|mentor\w*|"
    r"counselling|hours?)\b",
    re.IGNORECASE,
)
_THERAPY = rarely(r"\b(?:therap(?:y|ies|ists?)|sessions?|tuition|counselling|mentoring)\b", re.IGNORECASE)
_DOES = rarely(r"\W{0,3}(?:To|(?!Access\b|Us\b)[A-Z][a-z]{2,12}s)\b")  # "To make friends", "Attends school"
_STAGE = rarely(  # "(ii) By July 2027: three minutes."
    r"\W{0,3}(?:[a-z]{1,4}\)\s{1,3})?(?P<when>[^:;–—\n]{3,40}?)\s{0,2}[:;–—](?=\s)\s{0,3}(?P<what>\S.*)", re.DOTALL
)
_NOW = rarely(r"\W{0,2}(?:now|today|at present|currently?|starting point|baseline|start)\W{0,2}", re.IGNORECASE)
_TIERS = re.compile(
    r"\W{0,3}(?:(?:universal|targeted|specialist|core|enhanced|intensive|individual(?:ised)?|whole[- ]class|quality "
    r"first)"
    r"(?: (?:provision|level|offer|tier|teaching))?|(?:wave|tier|level|stage) (?:\d|one|two|three))\W{0,3}",
    re.IGNORECASE,
)
_LAST_LABEL = re.compile(r"[\n\t.;]")
_BRACKETED = rarely(r"\([^()]{0,120}\)")
_BESIDE = ("other", "steps")  # the fields in which the time of a stage stands; a column of deadlines is an outcome's
_A_TERMS_END = timedelta(days=31)
_LONGEST_TITLE = 5  # words
_LONGEST_TIME = 6  # words: "By the end of Year 8"
_FEWEST = 2  # promises, titles or stages that make a habit


def without_tiers(drafts: Sequence[Draft]) -> list[Draft]:
    """The items without the names of tiers that stand over groups of them: "Universal", "Targeted"."""
    kept = [one for one in drafts if one.fields or len(one.passages) > 1 or not _TIERS.fullmatch(one.passages[0].text)]
    return kept if len(drafts) - len(kept) >= _FEWEST else list(drafts)


def with_differences(layout: Layout, drafts: Sequence[Draft]) -> list[Draft]:
    """The outcomes with what each will change, where a label beside or below each of them announces it ("What will be
    different: he will finish his stories"): it is how success shows. Where the first has that label, or two in a row,
    it is what outcomes are called there.
    """
    ordered = sorted(drafts, key=lambda draft: draft.passages[0].start)
    led = [_is_of_change(layout, draft.passages[0].start) for draft in ordered]
    if sum(led) < _FEWEST or led[0] or any(one and before for before, one in pairwise(led)):
        return list(drafts)
    kept: list[Draft] = []
    for draft, change in zip(ordered, led, strict=True):
        if change:
            kept[-1].fields.extend(Field("success", passage) for passage in draft.passages)
        else:
            kept.append(draft)
    return kept


def _is_of_change(layout: Layout, start: int) -> bool:
    before = layout.text[max(0, start - LONGEST_LABEL) : start].rstrip(" \t\n:–—-")
    return is_of_change(_LAST_LABEL.split(before)[-1])


def with_stages(drafts: Sequence[Draft]) -> list[Draft]:
    """The outcomes with the stages that stand under each as steps, and without the titles that stand over them."""
    ordered = sorted(drafts, key=lambda draft: draft.passages[0].start)
    promises = [promises_something(one) for one in ordered]
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
            with_banner(draft.passages[0], draft.number, [ordered[at + 1]])
        else:
            kept.append(draft)
    return kept + _without_stages(kept, under)


def _without_stages(before: Sequence[Draft], under: Sequence[Draft]) -> list[Draft]:
    """What stands under an outcome without its stages, which become its steps."""
    if not before or not under:
        return list(under)
    last = before[-1]
    goal = _goal(last)
    stages = [one for one in under if _is_stage(one, last, goal)]
    times = {_time_and_words(one)[0] for one in stages}
    if len(times) < len(stages) or (len(stages) < _FEWEST and not all(map(_counts, stages))):
        return list(under)
    for one in stages:
        last.fields += [Field("steps", passage) for passage in one.passages]
        last.fields += [said._replace(name="steps") if said.name == "other" else said for said in one.fields]
    gone = set(map(id, stages))
    return [one for one in under if id(one) not in gone]


def promises_something(draft: Draft) -> bool:
    """Is any of its words a promise of what the child will do?"""
    return any(PROMISES.search(one.text) for one in draft.passages)


def _is_title(draft: Draft) -> bool:
    """Is it a few words that name the needs beside them, and no change, figure, service or thing that is done?"""
    text = draft.passages[0].text
    if len(draft.passages) > 1 or draft.fields or not references(text):
        return False
    words = _BRACKETED.sub(" ", text).strip()
    few = 0 < len(words.split()) <= _LONGEST_TITLE and not words.endswith((".", ":"))
    said = _CHANGE.search(words) or _SERVICE.search(words) or _DOES.match(words)
    return few and not any(map(str.isdigit, words)) and not said


def _is_stage(draft: Draft, outcome: Draft, goal: date | None) -> bool:
    """Has a line under an outcome, in its table and area, a time of its own that comes before the outcome's `goal`?

    It opens with it, or its row has a cell that holds nothing else. Vague change and services are no stages.
    """
    table, over = draft.row and draft.row[0], outcome.row and outcome.row[0]
    own_number = draft.number is not None and (draft.number != outcome.number or draft.row != outcome.row)
    if own_number or (table and over and table != over) or draft.area != outcome.area:
        return False
    text = " ".join(one.text for one in draft.passages)
    when, _ = _time_and_words(draft)
    if when is None or _VAGUE.search(text) or _THERAPY.search(text):
        return False
    if _NOW.fullmatch(when):
        return True
    own = last_day_in(when)
    return own is None or goal is None or own <= goal + _A_TERMS_END  # "Summer term 2027" of one "by July 2027"


def _time_and_words(draft: Draft) -> tuple[str | None, str]:
    """The time that a cell of a line's row holds alone, or that the line opens with; and its words after that time."""
    text = draft.passages[0].text
    match = _STAGE.match(text)
    opens = match is not None and _is_time(match["when"])
    beside = next(
        (one.passage.text for one in draft.fields if one.name in _BESIDE and _is_time(one.passage.text)), None
    )
    when = beside or (match["when"] if match is not None and opens else None)
    return when.strip() if when else None, match["what"] if match is not None and opens else text


def _goal(outcome: Draft) -> date | None:
    """The last day that an outcome, or what is told of it, says by when; None where no day can be made out."""
    beside = (one.passage.text for one in outcome.fields if one.name in (*_BESIDE, "by_when"))
    said = (*(one.text for one in outcome.passages), *beside)
    return max((day for one in said if (day := last_day_in(one)) is not None), default=None)


def last_day_in(words: str) -> date | None:
    """The last day that the words name."""
    return max((one.value for one in points(words) if one.value is not None), default=None)


def _is_time(text: str) -> bool:
    return _NOW.fullmatch(text) is not None or (names_time(text) and len(text.split()) <= _LONGEST_TIME)


def _counts(stage: Draft) -> bool:
    """Does it say how much and little more after its time: "By July 2027: twelve minutes."?"""
    said = _time_and_words(stage)[1].lower().removeprefix("no more than ").split()
    return bool(said) and is_number(said[0])
