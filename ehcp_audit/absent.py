"""One cause, however many criteria ask after it: a section that is missing or stands blank.

It leaves every criterion of the section not met, and those of the whole plan that ask whether each section is there.
That is one thing to mend: the criterion that demands the most tells of it, and the others are named with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ehcp_audit.model import GAPS, SECTION_CODES, CriterionResult, State, Tier, Verdict
from ehcp_audit.scoring import strongest
from ehcp_audit.styling import count, join_words, section_rank

if TYPE_CHECKING:
    from ehcp_audit.model import Scorecard
    from ehcp_audit.rubric import Criterion, Rubric

_ABSENT = (State.EMPTY, State.MISSING)
_ASKS_OF = {"sections.present": State.MISSING, "sections.says_so": State.EMPTY}
"""The checks that ask of the plan whether its sections are there, and the state that alone they fault."""


def absences(results: Iterable[CriterionResult], card: Scorecard, rubric: Rubric | None) -> dict[str, frozenset[str]]:
    """By criterion: the absent sections that alone keep the plan from meeting it; none where anything else does."""
    states = dict(card.plan.sections)
    if not any(state in _ABSENT for state in states.values()):
        return {}
    asked = {one.id: one for one in rubric.criteria} if rubric is not None else {}
    found = ((one.id, _absences_of(one, states, card, asked.get(one.id))) for one in results if one.falls_short)
    return {id: codes for id, codes in found if codes}


def _absences_of(
    result: CriterionResult, states: dict[str, State], card: Scorecard, criterion: Criterion | None
) -> frozenset[str]:
    found: set[str] = set()
    for one in result.findings:
        if one.verdict not in GAPS:
            continue
        codes = _of_plan(criterion, states, card) if one.subject == "plan" else frozenset((one.subject,))
        of_section = one.verdict is Verdict.NOT_MET and states.get(one.subject) in _ABSENT
        if one.evidence or one.waived or not codes or not (of_section or one.subject == "plan"):
            return frozenset()
        found |= codes
    return frozenset(found)


def _of_plan(criterion: Criterion | None, states: dict[str, State], card: Scorecard) -> frozenset[str]:
    """The sections of which a criterion of the whole plan speaks, where it asks for nothing but that they are there."""
    if criterion is None or not all(use.check in _ASKS_OF for use in criterion.checks):
        return frozenset()
    found: set[str] = set()
    for use in criterion.checks:
        codes = use.options.get("codes", SECTION_CODES)
        spared = use.options.get("blank_in_draft", ("I", "J")) if card.plan.status != "final" else ()
        left_alone = spared if use.check == "sections.says_so" else ()
        found |= {code for code in codes if states.get(code) is _ASKS_OF[use.check] and code not in left_alone}
    return frozenset(found)


def told_under(results: Iterable[CriterionResult], card: Scorecard, rubric: Rubric | None) -> dict[str, str]:
    """Each criterion that an absent section alone keeps unmet, and that another tells of: by that other's id.

    The one that demands the most tells; of equals the one that speaks of the most sections, then the first.
    """
    kept = tuple(results)
    return _hosts(kept, absences(kept, card, rubric))


def _hosts(kept: Iterable[CriterionResult], causes: Mapping[str, frozenset[str]]) -> dict[str, str]:
    if len(causes) < 2:
        return {}
    tiers = list(Tier)
    rank = {one.id: tiers.index(_demand(one)) for one in kept if one.id in causes}
    told: dict[str, str] = {}
    hosts: list[str] = []
    for id in sorted(causes, key=lambda id: (rank[id], -len(causes[id]))):  # equals keep the rubric's order
        covered = frozenset[str]().union(*(causes[host] for host in hosts))
        if causes[id] <= covered:
            told[id] = next(host for host in hosts if causes[host] & causes[id])
        else:
            hosts.append(id)
    return told


def _demand(result: CriterionResult) -> Tier:
    return strongest([one for one in result.findings if one.verdict in GAPS])


@dataclass(frozen=True, slots=True)
class Causes:
    """What absent sections do to one criterion over the plans of a run."""

    told: Mapping[str, int] = field(default_factory=dict)
    """By the criterion that tells of it: in how many plans an absent section alone keeps this one unmet."""
    tells: Mapping[str, int] = field(default_factory=dict)
    """By criterion: in how many plans this one tells of what keeps that one unmet."""
    sections: Mapping[str, int] = field(default_factory=dict)
    """In how many plans each section is absent, where this criterion tells of others."""

    @property
    def words(self) -> str:
        """ "A section is missing or blank (H2 in 5 plans); H02 falls short for the same cause."; "" where none does."""
        if not self.tells:
            return ""
        codes = sorted(self.sections, key=lambda code: (section_rank(code), code))
        which = join_words(f"{code} in {count(self.sections[code], 'plan')}" for code in codes)
        fall = "falls" if len(self.tells) == 1 else "fall"
        ids = join_words(sorted(self.tells))
        return f"A section is missing or blank ({which}); {ids} {fall} short for the same cause."


NO_CAUSES = Causes()


def causes_of(cards: Iterable[Scorecard], rubric: Rubric) -> dict[str, Causes]:
    """By criterion, what absent sections do to it over these plans."""
    told: dict[str, Counter[str]] = {}
    tells: dict[str, Counter[str]] = {}
    sections: dict[str, Counter[str]] = {}
    for card in cards:
        absent = absences(card.criteria, card, rubric)
        under = _hosts(card.criteria, absent)
        for id, host in under.items():
            told.setdefault(id, Counter())[host] += 1
            tells.setdefault(host, Counter())[id] += 1
        for host in dict.fromkeys(under.values()):
            sections.setdefault(host, Counter()).update(absent[host])
    return {
        id: Causes(told.get(id, {}), tells.get(id, {}), sections.get(id, {})) for id in dict.fromkeys((*told, *tells))
    }
