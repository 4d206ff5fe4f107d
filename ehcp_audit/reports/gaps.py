"""What there is to mend in one plan, and what waits for a person: the order in which every report shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ehcp_audit.absent import told_under
from ehcp_audit.model import GAPS, CriterionResult, Finding, ItemRead, Scorecard, Tier, Verdict
from ehcp_audit.quoting import items_by_subject
from ehcp_audit.scoring import doubtful, is_doubtful, strongest
from ehcp_audit.styling import TIERS, count, join_words, section_rank

if TYPE_CHECKING:
    from ehcp_audit.rubric import Criterion, Rubric

JUDGED = (Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET)
"""The verdicts that count in a rate."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One criterion with the findings that somebody should act on, in document order."""

    result: CriterionResult
    findings: tuple[Finding, ...]
    beside: tuple[Gap, ...] = ()
    """Those that are not met for the same blank or missing section alone: told with this one."""

    @property
    def tier(self) -> Tier:
        """Whose demand it is: the strongest tier of these findings, which may be weaker than the criterion's."""
        return strongest(self.findings)

    @property
    def waived(self) -> bool:
        """Whether everything in it has been accepted."""
        return all(finding.waived for finding in self.findings)


@dataclass(frozen=True, slots=True)
class SectionGaps:
    """The gaps of one section of the document."""

    code: str
    gaps: tuple[Gap, ...]


def section_of(finding: Finding, result: CriterionResult) -> str:
    """The section where a reader would look for the finding: that of its words, else the criterion's own."""
    if finding.subject == "plan":
        return next((one.section for one in finding.evidence if one.section), result.section)
    return finding.subject.split(".")[0]


def many_words(result: CriterionResult, verdicts: Sequence[Verdict]) -> str:
    """ "in 3 of 12 outcomes"; "1 not met and 2 partly met, of 12 outcomes".

    Nothing ("") where the criterion is asked of one item, or where none are told.
    """
    asked, times = result.items_asked, Counter(verdicts)
    if len(asked) < 2:
        return ""
    nouns = {_ITEMS.get(subject[0], "lines") for subject in asked}
    whole = f"{len(asked)} {nouns.pop() if len(nouns) == 1 else 'lines'}"
    if len(times) == 1:
        return f"in {len(verdicts)} of {whole}"
    return f"{join_words(f'{number} {verdict}' for verdict, number in times.items())}, of {whole}"


def in_how_many(result: CriterionResult, verdicts: Sequence[Verdict], last: str = "and") -> str:
    """ "not met in 3 of 12 outcomes"; the verdicts alone where there are no items to count."""
    many, kinds = many_words(result, verdicts), list(dict.fromkeys(map(str, verdicts)))
    return many if many and len(kinds) > 1 else f"{join_words(kinds, last)} {many}".rstrip()


_ITEMS = {"B": "needs", "C": "needs", "D": "needs", "E": "outcomes"}


def starts_at(finding: Finding, items: dict[str, ItemRead]) -> int:
    """Where in the document the finding stands; before everything when it has no place."""
    if finding.evidence:
        return min(one.start for one in finding.evidence)
    item = items.get(finding.subject)
    return item.start if item else -1


def to_mend(scorecard: Scorecard) -> tuple[SectionGaps, ...]:
    """Everything not met or partly met, section by section, in document order."""
    items = items_by_subject(scorecard)
    by_section: dict[str, list[Gap]] = {}
    for result in scorecard.criteria:
        found: dict[str, list[Finding]] = {}
        for finding in result.findings:
            if finding.verdict in GAPS:
                found.setdefault(section_of(finding, result), []).append(finding)
        for code, findings in found.items():
            findings.sort(key=lambda one: (starts_at(one, items), subject_rank(one.subject)))
            by_section.setdefault(code, []).append(Gap(result, tuple(findings)))
    return tuple(
        SectionGaps(code, tuple(sorted(by_section[code], key=lambda gap: _gap_rank(gap, items))))
        for code in sorted(by_section, key=lambda code: (section_rank(code), code))
    )


def told_once(
    sections: Iterable[SectionGaps], scorecard: Scorecard, rubric: Rubric | None = None
) -> tuple[SectionGaps, ...]:
    """The same gaps, those that one blank or missing section causes told with the one of them that demands the most.

    One box left empty leaves every criterion of its section not met. That is one thing to mend, and is read once.
    """
    kept = tuple(sections)
    every = {gap.result.id: gap for section in kept for gap in section.gaps}
    told = told_under((gap.result for gap in every.values()), scorecard, rubric)
    beside: dict[str, tuple[Gap, ...]] = {}
    for section in kept:
        for gap in section.gaps:
            if (host := told.get(gap.result.id)) is not None:
                beside[host] = (*beside.get(host, ()), gap)
    left = (
        SectionGaps(
            section.code,
            tuple(
                replace(gap, beside=beside.get(gap.result.id, ())) if gap is every[gap.result.id] else gap
                for gap in section.gaps
                if gap.result.id not in told
            ),
        )
        for section in kept
    )
    return tuple(section for section in left if section.gaps)


def same_reason(gap: Gap) -> str:
    """ "D02 and D03 are not met for the same reason."; "" where nothing is told with the gap."""
    if not gap.beside:
        return ""
    verb = "is" if len(_told_with(gap)) == 1 else "are"
    return f"{join_words(_told_with(gap))} {verb} not met for the same reason."


def _told_with(gap: Gap) -> tuple[str, ...]:
    """The criteria that are told with a gap, each once."""
    return tuple(dict.fromkeys(one.result.id for one in gap.beside))


def told_together(sections: Iterable[SectionGaps]) -> str:
    """ "H02 has the same cause as X01 and is told there."; "" where no cause leaves several criteria not met."""
    said = []
    for gap in (gap for section in sections for gap in section.gaps if gap.beside):
        ids = _told_with(gap)
        have, are = ("has", "is") if len(ids) == 1 else ("have", "are")
        said.append(f"{join_words(ids)} {have} the same cause as {gap.result.id} and {are} told there.")
    return " ".join(said)


def _gap_rank(gap: Gap, items: dict[str, ItemRead]) -> tuple[int, int]:
    return list(Tier).index(gap.tier), starts_at(gap.findings[0], items)


def subject_rank(subject: str) -> tuple[int, str, int]:
    """Sorts subjects as they stand in the document: E before E.2 before E.10."""
    code, _, number = subject.partition(".")
    return section_rank(code), code, int(number) if number.isdigit() else 0


def waiting(scorecard: Scorecard) -> tuple[CriterionResult, ...]:
    """The criteria that a person must still judge, in document order."""
    found = [result for result in scorecard.criteria if result.verdict is Verdict.NEEDS_PERSON]
    return tuple(sorted(found, key=lambda result: section_rank(result.section)))


def look_first(result: CriterionResult) -> bool:
    """Whether the tool has seen something that a person should look at first."""
    return any(map(is_doubtful, result.findings))


def to_look_at(scorecard: Scorecard) -> tuple[CriterionResult, ...]:
    """The criteria to look at first: the law's, then the Code's, then good practice's; in each as the plan runs."""
    tiers = list(Tier)
    first = [result for result in waiting(scorecard) if look_first(result)]
    return tuple(sorted(first, key=lambda result: tiers.index(strongest(doubtful(result)))))


NOTHING_FOUND = "No gap found by these checks"
"""What is said where nothing is short and nothing proposed. It never says that a plan is lawful."""


def places_to_look(findings: Sequence[Finding]) -> str:
    """ "16 places to look at first, in 6 criteria: 2 of the law and 4 of good practice"; "" where there is none."""
    if not findings:
        return ""
    return f"{count(len(findings), 'place')} to look at first, in {tiers_in_words(findings)}"


def finding_count(sections: Iterable[SectionGaps]) -> int:
    """How many things there are to mend: findings, those that one absent section causes counting once."""
    return sum(len(gap.findings) for section in sections for gap in section.gaps)


def tiers_in_words(findings: Iterable[Finding]) -> str:
    """ "15 criteria: 5 of the law, 7 of the Code of Practice and 3 of good practice"; "1 criterion of the law".

    A criterion that joins good practice to a duty counts for the strongest of what it was found short of.
    """
    by_id: dict[str, list[Finding]] = {}
    for one in findings:
        by_id.setdefault(one.criterion, []).append(one)
    counts = Counter(map(strongest, by_id.values()))
    parts = [f"{counts[tier]} of {TIERS[tier]}" for tier in Tier if counts[tier]]
    whole = count(len(by_id), "criterion", "criteria")
    return f"{whole} of {TIERS[next(iter(counts))]}" if len(counts) == 1 else f"{whole}: {join_words(parts)}"


def criterion_of(rubric: Rubric | None, id: str) -> Criterion | None:
    """The rubric's criterion, or None where a stored result names one that the rubric at hand lacks."""
    if rubric is None:
        return None
    return next((one for one in rubric.criteria if one.id == id), None)
