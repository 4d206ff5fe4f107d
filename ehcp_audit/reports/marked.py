"""What is written beside the words of a plan in its marked copy: the findings as comments, each at the exact words.

Findings of several criteria at the same words are one comment. Short words that stand in many places with the same to
say of them (a vague phrase) are one comment at the first place, which names the others. What has no words of its own
(a section that is missing) stands at the heading that comes before its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.bounds import score_words
from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import GAPS, CriterionResult, Finding, ItemRead, Plan, Scorecard, Tier
from ehcp_audit.quoting import holder_of, items_by_subject, named, with_own_labels
from ehcp_audit.reading.marking import AUTHOR, LOOK_FIRST, Copy, Note, Sheet
from ehcp_audit.reports.gaps import criterion_of, places_to_look, tiers_in_words, to_look_at, waiting
from ehcp_audit.reports.leads import CAUTION, Ties, ties_of
from ehcp_audit.reports.marked_places import (
    PHRASE,
    Point,
    Stand,
    doubt_stands,
    first_words,
    one_a_sentence,
    points,
    repeats_joined,
    span_of,
    weight,
)
from ehcp_audit.rubric.law import shown_basis
from ehcp_audit.scoring import beside_score, doubtful, is_doubtful, of_what_it_holds, strongest
from ehcp_audit.styling import (
    ACTS,
    TIER_WORDS,
    capital,
    count,
    gate_words,
    join_words,
    long_date,
    percent,
    place,
    shortened,
    shortfall_words,
)
from ehcp_audit.unseen import visible

if TYPE_CHECKING:
    from ehcp_audit.reading import Reader
    from ehcp_audit.rubric import Rubric

MOST = 300
"""Notes in a copy. Word opens no file with very many, and nobody reads so many."""

COLOURS = {Tier.MUST: "FFA24D", Tier.SHOULD: "FFE14D", Tier.LOCAL: "9CCBEB"}
"""A PDF's highlights. Dark text on each keeps a contrast of more than 7 to 1; the note says the tier in words."""

DOUBT = "D9C8F2"
"""The highlight of what is not certain, where a person should look first."""

SEE = "see the comment at"
LEADS = 6  # of those without a place of their own, that the note on the whole plan names
NAMED = 8  # places that a note names when its words stand elsewhere too


def plan_notes(plan: Plan, card: Scorecard, rubric: Rubric, *, grouped: bool) -> tuple[Note, ...]:
    """The notes for a copy of this plan, in document order, what the law asks for kept first where they are too many.

    `grouped`: repeats of short words are one note (Word); else each place has its own (a highlight in a PDF).
    """
    card = with_own_labels(of_what_it_holds(card, rubric))
    found = points(plan, card)
    if grouped:
        found = one_a_sentence(plan, repeats_joined(plan, found))
    kept = sorted(sorted(found, key=weight)[: MOST - 1], key=lambda one: one.stand)
    first_told = _first_told(kept)
    items = items_by_subject(card)
    told = _Told(first_told, ties_of(to_look_at(card), items, rubric), set())
    notes = [_note(plan, point, rubric, told, items, brief=grouped) for point in kept]
    first = first_words(plan)
    if first is None or not plan.stretches:
        return ()
    opening = _opening(plan, card, rubric, len(found) - len(kept))
    return (Note((span_of(plan, first),), opening, "The whole plan"), *(one for one in notes if one.spans))


def marked_copy(reader: Reader, path: Path, plan: Plan, card: Scorecard, rubric: Rubric) -> tuple[Copy, int]:
    """The plan's marked copy, and how many findings found no place in it.

    Raises UnreadableError where no copy can be made, or the file is not what was checked.
    """
    card = with_own_labels(of_what_it_holds(card, rubric))
    notes = plan_notes(plan, card, rubric, grouped=plan.format == "docx")
    heading = f"Review notes: {card.reference}"
    summary = _summary(plan, card, rubric, notes)
    made = reader.mark(path, Sheet(notes, plan.as_of.isoformat(), heading, summary, _key(card, rubric)))
    if notes and len(made.unplaced) == len(notes):
        raise UnreadableError("not_readable", "The file was changed while it was checked. Run the check again.")
    return made, len(made.unplaced)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the notes of a copy have said before."""

    first: dict[int, tuple[int, Point]]
    """Each finding's first place and the number of its note, by its identity."""
    ties: Ties
    explained: set[str]
    """The criteria of which a note has said why they are asked and what is good."""


# --- what -----------------------------------------------------------------------------------------


def _first_told(points: Sequence[Point]) -> dict[int, tuple[int, Point]]:
    """Each finding's first place and the number of its note (the note on the whole plan is 0), by its identity."""
    found: dict[int, tuple[int, Point]] = {}
    for number, point in enumerate(points, 1):
        for _, finding in point.said:
            found.setdefault(id(finding), (number, point))
    return found


def _note(plan: Plan, point: Point, rubric: Rubric, before: _Told, items: dict[str, ItemRead], *, brief: bool) -> Note:
    """What is said of one place. A finding that rests on several places is told at the first.

    Why a criterion is asked and what is good are said of a doubt only where no note before has said them; and what
    several criteria would say here for one reason is said by one of them.
    `brief`: the note of another place only names the first; else only the list of notes does, and the note says all.
    """
    lines: list[tuple[str, str]] = []
    gists: list[str] = []
    told: dict[int, list[str]] = {}
    seen: dict[tuple[str, str], list[str]] = {}
    hosts = _told_here(point, before, items) if brief else {}
    for result, findings in _by_criterion(point.said):
        fresh = [one for one in findings if before.first[id(one)][1] is point]
        number, first = before.first[id(findings[0])]
        if result.id in hosts:
            continue
        if fresh or not brief:
            if lines:
                lines.append(("", ""))
            told_here = fresh if brief else findings
            certain = told_here[0].verdict in GAPS
            why = certain or result.id not in before.explained
            lines += _lines(result, told_here, rubric, items, quotes=point.quotes, why=why)
            before.explained.add(result.id)
            if same := [id for id, host in hosts.items() if host == result.id]:
                lines.append(("The same in", f"{join_words(same)}."))
        else:
            at = visible(shortened(plan.text[slice(*first.stand)], PHRASE))
            seen.setdefault((_said(findings), f'{SEE} "{at}" above.'), []).append(result.id)
        gists += [_gist(one) for one in fresh if one.note or one.verdict not in GAPS]
        if not fresh:
            told.setdefault(number, []).append(result.id)
    for (said, words), ids in seen.items():
        lines += [*([("", "")] if lines else []), (f"{join_words(ids)} {said}:", words)]
    gists += [f"{join_words(ids)} as at {number}." for number, ids in told.items()]
    if any("perhaps" in label for label, words in lines if not words.startswith(SEE)):
        near = "" if point.quotes else " Look near here."
        lines.append(("Not judged yet:", f"the tool proposes this, and a person decides.{near}"))
    if point.elsewhere:
        lines.append(("Also here:", _elsewhere(plan, point.elsewhere, items)))
    stands = [point.stand, *point.elsewhere]
    title = join_words(dict.fromkeys(result.id for result, _ in point.said))
    certain_ones = [finding for _, finding in point.said if finding.verdict in GAPS]
    colour = COLOURS[strongest(certain_ones)] if certain_ones else DOUBT
    gist = " ".join(dict.fromkeys(gists)) or "Not met."
    spans = tuple(span_of(plan, stand) for stand in stands)
    author = AUTHOR if certain_ones else LOOK_FIRST
    return Note(spans, tuple(lines), title, visible(shortened(gist, 400)), colour, author)


def _told_here(point: Point, before: _Told, items: dict[str, ItemRead]) -> dict[str, str]:
    """The criteria whose doubts at this place are another's too, which tells of them here: by that other's id."""
    found: dict[str, set[str]] = {}
    first_here: set[str] = set()
    for result, finding in point.said:
        own = [finding.subject] if "." in finding.subject else [holder_of(one, items) for one in finding.evidence]
        own = [one for one in own if _stands_in(one, point.stand, items)]
        known = before.ties.at.get(result.id, {})
        hosts = {known.get(one, "") for one in own} if finding.verdict not in GAPS else {""}
        found.setdefault(result.id, set()).update(hosts or {""})
        if before.first[id(finding)][1] is point:
            first_here.add(result.id)
    single = {id: hosts.pop() for id, hosts in found.items() if len(hosts) == 1}
    return {id: host for id, host in single.items() if host in first_here and not single.get(host)}


def _stands_in(subject: str, stand: Stand, items: dict[str, ItemRead]) -> bool:
    item = items.get(subject)
    return item is not None and stand[0] < item.start + len(item.text) and item.start < stand[1]


def _by_criterion(said: Iterable[tuple[CriterionResult, Finding]]) -> Iterator[tuple[CriterionResult, list[Finding]]]:
    """The findings at one place by their criteria: what is certain first, the law before the rest."""
    found: dict[tuple[bool, str], tuple[CriterionResult, list[Finding]]] = {}
    for result, finding in said:
        found.setdefault((finding.verdict not in GAPS, result.id), (result, []))[1].append(finding)
    tiers = list(Tier)
    yield from (found[key] for key in sorted(found, key=lambda key: (key[0], tiers.index(found[key][0].tier))))


def _said(findings: Sequence[Finding]) -> str:
    """ "not met", or "perhaps not met" of what a person has still to judge."""
    perhaps = findings[0].verdict not in GAPS
    verdicts = join_words(dict.fromkeys(str(one.proposed if perhaps else one.verdict) for one in findings), "or")
    return f"perhaps {verdicts}" if perhaps else verdicts


def _gist(finding: Finding) -> str:
    return finding.note if finding.verdict in GAPS else f"Perhaps {finding.proposed}, to be judged: {finding.note}"


def _lines(
    result: CriterionResult,
    findings: list[Finding],
    rubric: Rubric,
    items: dict[str, ItemRead],
    *,
    quotes: bool,
    why: bool,
) -> Iterator[tuple[str, str]]:
    """One criterion's part of a note: what is missing, why, what a good sentence holds, who acts.

    Of what is only doubted nobody has to act yet.
    """
    criterion = criterion_of(rubric, result.id)
    subjects = join_words(dict.fromkeys(named(one.subject, items) for one in findings))
    missing = " ".join(dict.fromkeys(one.note for one in findings if one.note))
    question = criterion.question if criterion else ""
    whole = criterion.tier if criterion else strongest(findings)
    yield f"{result.id} {_said(findings)}:", visible(missing or question)
    yield "Asked of", f"{subjects}, {shortfall_words(TIER_WORDS, strongest(findings), whole)}: {question}"
    if criterion is not None and why:
        yield "Why:", f"{criterion.guidance.why} ({shown_basis(criterion.basis)})"
        yield "What a good sentence holds:" if quotes else "What good looks like:", criterion.guidance.good
    if findings[0].verdict in GAPS:
        acts = join_words(dict.fromkeys(ACTS.get(one.act, one.act) for one in findings), "or")
        yield "Who acts:", f"{acts}."
    for waiver in dict.fromkeys(one.waived for one in findings if one.waived):
        yield "Accepted:", visible(f"{waiver.reason} (until {waiver.expires.isoformat()})")


def _elsewhere(plan: Plan, stands: Sequence[Stand], items: dict[str, ItemRead]) -> str:
    """The other places where the same words stand."""
    told = [_named(plan, start, items) for start, _ in stands[:NAMED]]
    more = f" and {len(stands) - NAMED} more" if len(stands) > NAMED else ""
    return f"the same words stand in {count(len(stands), 'more place')}: {'; '.join(told)}{more}."


def _named(plan: Plan, start: int, items: dict[str, ItemRead]) -> str:
    for section in plan.sections:
        for item in section.items:
            if any(one.start <= start < one.end for one in item.passages):
                where = place(plan.stretch_at(start))
                return named(item.subject, items) + (f" ({where})" if where else "")
    return place(plan.stretch_at(start)) or "the plan"


def _summary(plan: Plan, card: Scorecard, rubric: Rubric, notes: Sequence[Note]) -> tuple[str, ...]:
    """The lines above the list of notes at the end of a marked PDF."""
    score = card.score
    said = [
        f"Checked by ehcp-audit on {long_date(plan.as_of)} against {rubric.title}, version {rubric.version} (law as at "
        f"{long_date(rubric.law_as_at)}).",
        f"{count(max(0, len(notes) - 1), 'highlight')}, listed below with the page; each holds its note. "
        + "Orange: asked for by the law. Yellow: by the Code of Practice. Blue: good practice. "
        "Lilac: not certain, to look at first.",
    ]
    if score.total is not None:
        unweighted = f"unweighted {percent(score.unweighted)}{', of the criteria judged whole' if score.open else ''}"
        said.append(
            f"Judged so far: {percent(score.coverage)} of the weight. Score by these checks: "
            f"{score_words(score, beside_score(card))}; {unweighted}. Kept apart from it, what the law asks for: "
            f"{gate_words(score.must)}."
        )
    said += [f"{label} {words}" for label, words in _waiting_lines(plan, card, rubric)]
    said += [f"Not read and not marked, {one.place}: {one.reason}" for one in plan.unread]
    said += [f"Note: {one}" for one in plan.warnings]
    said.append(
        "No gap found by these checks does not mean lawful. These notes quote a plan: keep them as you keep it."
    )
    return tuple(visible(one) for one in said)


def _key(card: Scorecard, rubric: Rubric) -> tuple[tuple[str, str], ...]:
    """What each criterion that has a note asks."""
    short: dict[str, list[Finding]] = {}
    for one in card.findings():
        if one.verdict in GAPS or is_doubtful(one):
            short.setdefault(one.criterion, []).append(one)
    asked = [one for one in rubric.criteria if one.id in short]
    return tuple(
        (one.id, f"{one.question} ({shortfall_words(TIER_WORDS, strongest(short[one.id]), one.tier)})") for one in asked
    )


def _opening(plan: Plan, card: Scorecard, rubric: Rubric, left_out: int) -> tuple[tuple[str, str], ...]:
    """The first note: how many findings there are, what a person must still judge, what this copy is."""
    findings = [one for one in card.findings() if one.verdict in GAPS]
    lines = [
        (
            "Checked by ehcp-audit:",
            f"{count(len(findings), 'finding')}, from the rubric {rubric.title} (version {rubric.version}). "
            f"{'It comes' if len(findings) == 1 else 'They come'} from {tiers_in_words(findings)}."
            if findings
            else f"{_nothing(card)} by {rubric.title} (version {rubric.version}).",
        )
    ]
    lines += _waiting_lines(plan, card, rubric)
    if left_out:
        lines.append(("", f"{left_out} more finding(s) have no comment here; 'ehcp-audit check' lists them all."))
    lines.append(("", "This is a marked copy. It does not say that the plan is lawful; the original is unchanged."))
    return tuple((label, visible(shortened(words, 2000))) for label, words in lines)


def _nothing(card: Scorecard) -> str:
    """What is said where nothing is certain."""
    doubts = any(doubtful(result) for result in card.criteria)
    return "nothing certain was found, and there are places to look at first," if doubts else "no gap found"


def _waiting_lines(plan: Plan, card: Scorecard, rubric: Rubric) -> Iterator[tuple[str, str]]:
    """What a person must still judge: how much, how much of it is marked, and what there is to look at without a place.

    What the law asks for is kept before others.
    """
    open_ones = waiting(card)
    if not open_ones:
        return
    doubts = [(result, one) for result in open_ones for one in doubtful(result)]
    told = f"{count(len(open_ones), 'criterion', 'criteria')}."
    if doubts:
        told += f" {capital(places_to_look([one for _, one in doubts]))}: {_MARKED[plan.format == 'pdf']}. {CAUTION}"
    yield "A person must still judge:", told
    tiers = list(Tier)
    homeless = [pair for pair in doubts if not doubt_stands(plan, pair[1])]
    homeless.sort(key=lambda pair: tiers.index(pair[1].tier))
    for result, one in homeless[:LEADS]:
        criterion = criterion_of(rubric, result.id)
        yield result.id, f"{criterion.question if criterion else ''} Perhaps {one.proposed}: {one.note}".strip()
    if len(homeless) > LEADS:
        yield "", f"And {len(homeless) - LEADS} more without a place: 'ehcp-audit check' prints them all."


_MARKED = (f'comments of "{LOOK_FIRST}"', "marked in lilac")
