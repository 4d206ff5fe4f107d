"""What changed from one draft to the next, or from one run to the next: findings new, fixed and unchanged.

A finding is known by its fingerprint: the criterion, the section, and the words asked about. Where words were changed
the old finding is gone and a new one may stand; so of each that is gone it is said whether its words were mended, were
reworded and still fall short, or are no longer there. A line that was deleted is not a line that was put right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

from ehcp_audit.model import GAPS, Facts, Finding, ItemRead, Scorecard
from ehcp_audit.styling import year_words

if TYPE_CHECKING:
    from ehcp_audit.runs import Run

_WORD = re.compile(r"[^\W_]+")
ENOUGH = 5
"""From how many items on it says something that hardly one of them is in the other plan."""

ALIKE = 0.6
"""How alike two items must be (difflib's ratio over their words) to be one item reworded."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A finding of the first that the second does not have, and how it went."""

    finding: Finding
    how: str  # mended, reworded, gone


@dataclass(frozen=True, slots=True)
class Change:
    """One plan, before and after."""

    before: Scorecard
    after: Scorecard
    fixed: tuple[Gone, ...]
    unchanged: tuple[Finding, ...]  # as the second has them
    new: tuple[Finding, ...]

    @property
    def found_before(self) -> int:
        """How many findings the first had."""
        return len(self.fixed) + len(self.unchanged)

    def ways(self, how: str) -> int:
        """How many of the fixed went this way."""
        return sum(one.how == how for one in self.fixed)


@dataclass(frozen=True, slots=True)
class Changes:
    """Two runs, results or plans: what changed in each plan that both hold."""

    plans: tuple[Change, ...]
    only_before: tuple[Scorecard, ...]
    only_after: tuple[Scorecard, ...]
    same_rubric: bool
    warnings: tuple[str, ...] = ()  # why the two may be no drafts of one plan

    def counts(self) -> dict[str, int]:
        """Findings before, fixed, unchanged, new and after, over the plans that both hold."""
        fixed = sum(len(one.fixed) for one in self.plans)
        unchanged = sum(len(one.unchanged) for one in self.plans)
        new = sum(len(one.new) for one in self.plans)
        ways = Counter(gone.how for one in self.plans for gone in one.fixed)
        return {
            "before": fixed + unchanged,
            "fixed": fixed,
            "unchanged": unchanged,
            "new": new,
            "after": unchanged + new,
            "reworded": ways["reworded"],
            "gone": ways["gone"],
        }


def changes(before: Run, after: Run) -> Changes:
    """What changed from one run to another, plan by plan.

    Plans are the same by the caseload's id, else by the file that was read (its checksum, then its name); two single
    plans are two drafts of one. A plan's reference says nothing outside its run.
    """
    pairs, only_before, only_after = _pairs(before, after)
    found = tuple(change(one, other) for one, other in pairs)
    warnings = tuple(_unlike(found[0])) if len(before.scorecards) == len(after.scorecards) == len(found) == 1 else ()
    return Changes(found, only_before, only_after, before.rubric == after.rubric, warnings)


def _unlike(one: Change) -> Iterator[str]:
    """Why two single plans may be no drafts of one: another year group, hardly a line in common."""
    years = one.before.plan.year_group, one.after.plan.year_group
    if None not in years and years[0] != years[1]:
        first, second = (year_words(year) for year in years)
        yield f"The first is of {first} and the second of {second}."
    items = one.before.plan.items
    kept = _items_alike(one.before, one.after)
    if len(items) >= ENOUGH and kept * 5 < len(items):
        few = f"Only {kept}" if kept else "None"
        yield f"{few} of the first's {len(items)} lines can be found in the second: are these two drafts of one plan?"


def _items_alike(before: Scorecard, after: Scorecard) -> int:
    """How many items of the first have one in the second with much the same words."""
    second = {item.subject: item.text for item in after.plan.items}
    first = {item.subject: item.text for item in before.plan.items}
    paired = _items_paired(before, after)
    return sum(_alike(first[one], second[other]) >= ALIKE for one, other in paired.items())


def whose_plans(before: Facts, after: Facts) -> tuple[str, ...]:
    """What of the children themselves differs between two plans, without a name or a date."""
    warnings = []
    names = [set(_WORD.findall(f"{one.child_name or ''} {one.known_as or ''}".casefold())) for one in (before, after)]
    if all(names) and not names[0] & names[1]:
        warnings.append("The two plans give different names for the child.")
    born = before.date_of_birth, after.date_of_birth
    if None not in born and born[0] != born[1]:
        warnings.append("The two plans give different dates of birth.")
    return tuple(warnings)


def change(before: Scorecard, after: Scorecard) -> Change:
    """What changed in one plan."""
    then = [one for one in before.findings() if one.verdict in GAPS]
    now = [one for one in after.findings() if one.verdict in GAPS]
    marks_then, marks_now = {one.fingerprint for one in then}, {one.fingerprint for one in now}
    new = tuple(one for one in now if one.fingerprint not in marks_then)
    now_at = {} if not marks_then - marks_now else _items_paired(before, after)
    fixed = tuple(_gone(one, before, now_at, new) for one in then if one.fingerprint not in marks_now)
    return Change(before, after, fixed, tuple(one for one in now if one.fingerprint in marks_then), new)


def _gone(finding: Finding, before: Scorecard, now_at: Mapping[str, str], new: Sequence[Finding]) -> Gone:
    """How did a finding go? By what became of the item that it was about."""
    if finding.subject not in {item.subject for item in before.plan.items}:
        return Gone(finding, "mended")
    there = now_at.get(finding.subject)
    if there is None:
        return Gone(finding, "gone")
    still = {one.subject for one in new if one.criterion == finding.criterion}
    return Gone(finding, "reworded" if there in still else "mended")


def _items_paired(before: Scorecard, after: Scorecard) -> dict[str, str]:
    """Which item of the first is which of the second: the same words, else what stands in its place, else alike."""
    paired: dict[str, str] = {}
    sections = dict.fromkeys(item.subject.split(".")[0] for item in before.plan.items)
    for section in sections:
        then = [one for one in before.plan.items if one.subject.split(".")[0] == section]
        now = [one for one in after.plan.items if one.subject.split(".")[0] == section]
        _pair_in_order(then, now, paired)
        left = [one for one in now if one.subject not in paired.values()]
        for one in then:
            if one.subject not in paired and left:
                best = max(left, key=lambda other: _alike(one.text, other.text))
                if _alike(one.text, best.text) >= ALIKE:
                    paired[one.subject] = best.subject
                    left.remove(best)
    return paired


def _pair_in_order(then: Sequence[ItemRead], now: Sequence[ItemRead], paired: dict[str, str]) -> None:
    """Pair items whose words are the same, and those that stand alone in the place of others between them."""
    matcher = SequenceMatcher(None, [_words(one) for one in then], [_words(one) for one in now], autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal" or (kind == "replace" and j - i == m - k):
            for one, other in zip(then[i:j], now[k:m], strict=True):
                paired[one.subject] = other.subject


def _words(item: ItemRead) -> str:
    return " ".join(item.text.casefold().split())


def _alike(one: str, other: str) -> float:
    """How alike two texts are, word by word, 0 to 1."""
    first, second = (_WORD.findall(text.casefold())[:400] for text in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _pairs(
    before: Run, after: Run
) -> tuple[list[tuple[Scorecard, Scorecard]], tuple[Scorecard, ...], tuple[Scorecard, ...]]:
    then, now = list(before.scorecards), list(after.scorecards)
    if len(then) == len(now) == 1 and not (then[0].id and now[0].id and then[0].id != now[0].id):
        return [(then[0], now[0])], (), ()
    pairs: list[tuple[Scorecard, Scorecard]] = []
    for keys_then, keys_now in (
        (_ids(before), _ids(after)),
        (dict(before.inputs), dict(after.inputs)),
        (_names(before), _names(after)),
    ):
        there = _only_once({one.reference: keys_now.get(one.reference) for one in now})
        for one in list(then):
            key = keys_then.get(one.reference)
            other = there.get(key) if key else None
            match = next((card for card in now if card.reference == other), None)
            if match is not None and _only_once({c.reference: keys_then.get(c.reference) for c in then}).get(key):
                pairs.append((one, match))
                then.remove(one)
                now.remove(match)
    order = {card.reference: number for number, card in enumerate(before.scorecards)}
    pairs.sort(key=lambda pair: order[pair[0].reference])
    return pairs, tuple(then), tuple(now)


def _ids(run: Run) -> dict[str, str]:
    return {card.reference: card.id for card in run.scorecards if card.id}


def _names(run: Run) -> dict[str, str]:
    """The bare names of the files, where they are known and the caseload gives no ids."""
    files = {card.reference: card.file or run.files.get(card.reference, "") for card in run.scorecards if not card.id}
    return {reference: PureWindowsPath(file).name.casefold() for reference, file in files.items() if file}


def _only_once(keys: Mapping[str, str | None]) -> dict[str | None, str]:
    """Which reference has each key, for keys that only one has."""
    times = Counter(key for key in keys.values() if key)
    return {key: reference for reference, key in keys.items() if key and times[key] == 1}


def mean(cards: Sequence[Scorecard]) -> Fraction | None:
    """The mean score of these plans, of what has been judged."""
    totals = [card.score.total for card in cards if card.score.total is not None]
    return sum(totals, Fraction(0)) / len(totals) if totals else None
