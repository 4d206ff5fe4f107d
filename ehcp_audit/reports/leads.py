"""Where a person should look first: what the tool has seen, each line with its words, and no sentence twice."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ehcp_audit.model import CriterionResult, Finding, ItemRead, Tier
from ehcp_audit.quoting import headed, holder_of, named, quoted
from ehcp_audit.reports.gaps import in_how_many, starts_at, subject_rank
from ehcp_audit.scoring import doubtful, strongest
from ehcp_audit.styling import join_words

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

CAUTION = "The plan may say it elsewhere or in other words."
"""Said once above all that the tool proposes: what its rules did not find may be there."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words to look at: whose they are ("F.3, page 6"), and the words in question or how they begin; "" where none.

    `exact`: the words in question are among them, so that they are shown whole.
    """

    label: str
    words: str
    exact: bool = False
    name: str = ""
    """Whose they are, where the words do not follow."""


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
    """The lines that are not shown: "and 2 more: F.8, F.9"; "" where all are."""
    same: str = ""
    """Where else the same ties are asked after: "The same in X11."; "For B.4 see B06."."""


@dataclass(frozen=True, slots=True)
class Ties:
    """What several criteria would tell of the same items for one reason, each item told once.

    A need that is tied to nothing; an outcome that is the help given, and so shows nothing that could be seen.
    """

    at: dict[str, dict[str, str]]
    """By criterion: each item that it would name, and the criterion that tells of it."""
    also: dict[str, tuple[str, ...]]
    """By the criterion that tells of items: those whose items it tells of too."""

    def whole(self, result: CriterionResult, items: dict[str, ItemRead]) -> bool:
        """Is all that the criterion would name told elsewhere, where as much is demanded?"""
        told = self.at.get(result.id)
        return bool(told) and _about(result, items) == set(told or ())


NO_TIES = Ties({}, {})
_FAMILIES = (
    (("thread.need_has_provision", "thread.every_need_met"), ("thread.whole",)),
    (("outcomes.is_outcome",), ("outcomes.specific", "outcomes.measurable", "outcomes.personal")),
    (("needs.plain_effect",), ("needs.bears_on_learning",)),
)
"""Checks that fault an item for one reason: those that may tell of it, the likeliest first, and the others."""


def ties_of(first: Sequence[CriterionResult], items: dict[str, ItemRead], rubric: Rubric) -> Ties:
    """What the criteria to look at first share, each told where the most is demanded.

    Where as much is demanded, it is told by the criterion that asks of each need.
    """
    checks = {one.id: {use.check for use in one.checks} for one in rubric.criteria}
    found, beside = NO_TIES.at, NO_TIES.also
    for hosts, others in _FAMILIES:
        own = [one for one in first if not checks.get(one.id, set()).isdisjoint((*hosts, *others))]
        ties = _family(own, [one.id for one in own if not checks[one.id].isdisjoint(hosts)], checks, hosts[0], items)
        found, beside = found | ties.at, beside | ties.also
    return Ties(found, beside)


def _family(
    first: Sequence[CriterionResult],
    hosts: Sequence[str],
    checks: Mapping[str, set[str]],
    likeliest: str,
    items: dict[str, ItemRead],
) -> Ties:
    about = {result.id: _about(result, items) for result in first}
    tiers = list(Tier)
    ranks = {result.id: tiers.index(strongest(doubtful(result))) for result in first}
    tells: dict[str, str] = {}
    for id in sorted(hosts, key=lambda id: (ranks[id], likeliest not in checks[id])):
        tells |= {subject: id for subject in about[id] if subject not in tells}
    at = {
        id: {
            subject: host
            for subject in sorted(subjects)
            if (host := tells.get(subject, id)) != id and ranks[host] <= ranks[id]
        }
        for id, subjects in about.items()
    }
    also: dict[str, list[str]] = {}
    for id, told in at.items():
        for host in dict.fromkeys(told.values()):
            also.setdefault(host, []).append(id)
    return Ties(at, {id: tuple(ids) for id, ids in also.items()})


def _about(result: CriterionResult, items: dict[str, ItemRead]) -> set[str]:
    """The items that its doubtful findings are about."""
    found = doubtful(result)
    named = {one.subject for one in found if "." in one.subject}
    return named | {holder_of(place, items) for one in found if "." not in one.subject for place in one.evidence}


def lead(
    result: CriterionResult, items: dict[str, ItemRead], *, most: int | None, longest: int, ties: Ties = NO_TIES
) -> Lead:
    """What to look at in a criterion of `look_first`: at most so many lines, each of at most so many characters.

    Of `ties`, what another criterion tells is not told again; the two name each other.
    """
    told = ties.at.get(result.id, {})
    found = doubtful(result)
    found.sort(key=lambda one: (starts_at(one, items), subject_rank(one.subject)))
    own = [one for one in found if one.subject not in told]
    grouped = _by_what_is_said(own, items, longest, told) if own else {one.note: [] for one in found}
    seen: list[Seen] = []
    left: list[Line] = []
    room = most if most is not None else sum(map(len, grouped.values()))
    for note, lines in grouped.items():
        if room > 0 or not seen:
            seen.append(Seen(note, tuple(lines[:room])))
        left += lines[room:]
        room = max(0, room - len(lines))
    return Lead(_perhaps(result, found), tuple(seen), _rest(left), _same(told, ties.also.get(result.id, ()), items))


def _by_what_is_said(
    findings: Sequence[Finding], items: dict[str, ItemRead], longest: int, told: Container[str]
) -> dict[str, list[Line]]:
    """The lines under what is said of them: a line of which several findings speak is shown once, under all of it."""
    said: dict[tuple[Line | None, str], list[str]] = {}
    for finding in findings:
        for line in tuple(_lines(finding, items, longest, told)) or (None,):
            said.setdefault((line, "" if line else finding.note), []).append(finding.note)
    grouped: dict[str, list[Line]] = {}
    for (line, _), notes in said.items():
        shown = grouped.setdefault(" ".join(dict.fromkeys(notes)), [])
        shown += [line] if line else []
    return grouped


def _same(told: Mapping[str, str], also: Sequence[str], items: dict[str, ItemRead]) -> str:
    parts = [f"The same in {join_words(also)}."] if also else []
    for host in dict.fromkeys(told.values()):
        subjects = sorted((one for one in told if told[one] == host), key=subject_rank)
        parts.append(f"For {join_words(named(one, items) for one in subjects)} see {host}.")
    return " ".join(parts)


def _lines(finding: Finding, items: dict[str, ItemRead], longest: int, told: Container[str] = ()) -> Iterator[Line]:
    """An item's finding is one line, with its phrases or its first words; any other has one for each of its places.

    Places in items that are `told` elsewhere are left out.
    """
    found = quoted(finding, items, longest)
    if "." in finding.subject:
        own = [one for one in found if one.holder == finding.subject]
        item = items.get(finding.subject)
        if not own and item is not None and item.text.strip():
            own = list(quoted(finding._replace(evidence=()), items, longest))
        own = own or list(found[:1])
        words = " ".join(one.text for one in own).replace("... ...", "...")
        page = own[0].page if own else None
        yield Line(
            _label(headed(finding.subject, items), page),
            words,
            exact=any(one.exact for one in own),
            name=named(finding.subject, items),
        )
        return
    for one in found:
        if one.holder not in told:
            whose = one.holder or finding.subject
            label = _label(headed(whose, items), one.page)
            yield Line(label, one.text, exact=one.exact, name=named(whose, items))


def _label(subject: str, page: int | None) -> str:
    """The subject with its page, where the document has pages; Word shows no number of a paragraph."""
    return subject if page is None else f"{subject}, page {page}"


def _perhaps(result: CriterionResult, found: Sequence[Finding]) -> str:
    proposed = [one.proposed for one in found if one.proposed is not None]
    return f"Perhaps {in_how_many(result, proposed, 'or')}"


def _rest(left: Sequence[Line]) -> str:
    if not left:
        return ""
    subjects = dict.fromkeys(line.name for line in left)
    items = not any(one == "the plan" or one.startswith("section ") for one in subjects)
    return f"and {len(left)} more" + (f": {', '.join(subjects)}" if items else "")
