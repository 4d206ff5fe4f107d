"""Where a person should look first: what the tool has seen, each line with its first words, and no sentence twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ehcp_audit.model import CriterionResult, Evidence, Finding, ItemRead, Verdict
from ehcp_audit.quoting import named
from ehcp_audit.reports.gaps import GAPS, many_words, starts_at, subject_rank
from ehcp_audit.styling import join_words, shortened

CAUTION = "A line may say it in other words, or be of a kind that this is not asked of."
"""Said once above all that the tool proposes: what its rules did not find may be there."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words to look at: whose they are ("F.3, page 6"), and how they begin; "" where none can be quoted."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What the tool would say of some lines, in one sentence."""

    note: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """What the tool has seen in a criterion that waits for a person, as much of it as was asked for."""

    perhaps: str
    """ "Perhaps not met in 3 of 12 outcomes"."""
    seen: tuple[Seen, ...]
    rest: str
    """The lines that are not shown: "and 2 more: F.8 F.9"; "" where all are."""


def lead(result: CriterionResult, items: dict[str, ItemRead], *, most: int | None, longest: int) -> Lead:
    """What to look at in a criterion of `look_first`: at most so many lines, each of at most so many characters."""
    found = [one for one in result.findings if one.verdict is Verdict.NEEDS_PERSON and one.proposed in GAPS]
    found.sort(key=lambda one: (starts_at(one, items), subject_rank(one.subject)))
    grouped: dict[str, list[Line]] = {}
    for finding in found:
        grouped.setdefault(finding.note, []).extend(_lines(finding, items, longest))
    seen: list[Seen] = []
    left: list[Line] = []
    room = most if most is not None else sum(map(len, grouped.values()))
    for note, lines in grouped.items():
        if room > 0 or not seen:
            seen.append(Seen(note, tuple(lines[:room])))
        left += lines[room:]
        room = max(0, room - len(lines))
    return Lead(_perhaps(result, found), tuple(seen), _rest(left))


def _lines(finding: Finding, items: dict[str, ItemRead], longest: int) -> Iterator[Line]:
    """An item's finding is one line, with its first words, to search for; any other has one for each of its places."""
    if "." in finding.subject:
        item = items.get(finding.subject)
        where = item if item is not None and item.text.strip() else next(iter(finding.evidence), None)
        words = shortened(where.text, longest) if where else ""
        yield Line(_label(named(finding.subject, items), where.page if where else None), words)
        return
    for one in finding.evidence:
        subject = named(_holder(one, items) or one.section or finding.subject, items)
        yield Line(_label(subject, one.page), shortened(one.text, longest))


def _label(subject: str, page: int | None) -> str:
    """The subject with its page, where the document has pages; Word shows no number of a paragraph."""
    return subject if page is None else f"{subject}, page {page}"


def _holder(evidence: Evidence, items: dict[str, ItemRead]) -> str:
    """The item whose words these are."""
    if evidence.document is not None:
        return ""
    return next(
        (one.subject for one in items.values() if one.start <= evidence.start < one.start + len(one.text)),
        "",
    )


def _perhaps(result: CriterionResult, found: Sequence[Finding]) -> str:
    said = join_words(dict.fromkeys(str(one.proposed) for one in found), "or")
    return f"Perhaps {said}{many_words(result, found)}"


def _rest(left: Sequence[Line]) -> str:
    if not left:
        return ""
    subjects = dict.fromkeys(line.label.partition(",")[0] for line in left)
    which = f": {' '.join(subjects)}" if all("." in one for one in subjects) else ""
    return f"and {len(left)} more{which}"
