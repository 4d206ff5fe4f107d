"""What is written beside the words of a plan in its marked copy: the findings as comments, each at the exact words.

Findings of several criteria at the same words are one comment. Short words that stand in many places with the same to
say of them (a vague phrase) are one comment at the first place, which names the others. What has no words of its own
(a section that is missing) stands at the heading that comes before its place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import SECTION_CODES, CriterionResult, Finding, ItemRead, Passage, Plan, Scorecard, Tier
from ehcp_audit.quoting import items_by_subject, named, with_own_labels
from ehcp_audit.reading.marking import Copy, Note, Sheet, Span
from ehcp_audit.reports.gaps import (
    GAPS,
    criterion_of,
    look_first,
    section_of,
    strongest,
    tiers_in_words,
    waiting,
)
from ehcp_audit.reports.leads import CAUTION, lead, ties_of
from ehcp_audit.rubric.law import shown_basis
from ehcp_audit.styling import (
    ACTS,
    TIER_WORDS,
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

PHRASE = 60  # characters; shorter words that repeat are one note
COLOURS = {Tier.MUST: "FFA24D", Tier.SHOULD: "FFE14D", Tier.LOCAL: "9CCBEB"}
"""A PDF's highlights. Dark text on each keeps a contrast of more than 7 to 1; the note says the tier in words."""

LEADS = 6  # criteria that the note on the whole plan names to look at first
NAMED = 8  # places that a note names when its words stand elsewhere too

Stand = tuple[int, int]
"""From where to where in the plan's text."""


@dataclass(slots=True)
class _Point:
    """All that is said of one place."""

    stand: Stand
    said: list[tuple[CriterionResult, Finding]] = field(default_factory=list)
    elsewhere: list[Stand] = field(default_factory=list)
    quotes: bool = True  # the place holds the words themselves


def plan_notes(plan: Plan, card: Scorecard, rubric: Rubric, *, grouped: bool, most: int = MOST) -> tuple[Note, ...]:
    """The notes for a copy of this plan, in document order, what the law asks for kept first where they are too many.

    `grouped`: repeats of short words are one note (Word); else each place has its own (a highlight in a PDF).
    """
    card = with_own_labels(card)
    points = _points(plan, card)
    if grouped:
        points = _repeats_joined(plan, points)
    kept = sorted(sorted(points, key=_weight)[: most - 1], key=lambda one: one.stand)
    first_told = _first_told(kept)
    items = items_by_subject(card)
    notes = [_note(plan, point, rubric, first_told, items, brief=grouped) for point in kept]
    first = _first_words(plan)
    if first is None or not plan.stretches:
        return ()
    opening = _opening(card, rubric, len(points) - len(kept))
    return (Note((_span(plan, first),), opening, "The whole plan"), *(one for one in notes if one.spans))


def marked_copy(reader: Reader, path: Path, plan: Plan, card: Scorecard, rubric: Rubric) -> tuple[Copy, int]:
    """The plan's marked copy, and how many findings found no place in it.

    Raises UnreadableError where no copy can be made, or the file is not what was checked.
    """
    card = with_own_labels(card)
    notes = plan_notes(plan, card, rubric, grouped=plan.format == "docx")
    heading = f"Review notes: {card.reference}"
    summary = _summary(plan, card, rubric, notes)
    made = reader.mark(path, Sheet(notes, plan.as_of.isoformat(), heading, summary, _key(card, rubric)))
    if notes and len(made.unplaced) == len(notes):
        raise UnreadableError("not_readable", "The file was changed while it was checked. Run the check again.")
    return made, len(made.unplaced)


# --- where ----------------------------------------------------------------------------------------


def _points(plan: Plan, card: Scorecard) -> list[_Point]:
    """Everything to mend, by the place where it stands."""
    found: dict[Stand, _Point] = {}
    for result in card.criteria:
        for finding in result.findings:
            if finding.verdict not in GAPS:
                continue
            stands = [(one.start, one.start + len(one.text)) for one in finding.evidence if one.document is None]
            stands = [one for one in dict.fromkeys(stands) if plan.text[slice(*one)].strip()]
            own = bool(stands)
            if not stands:
                stand = _place_of(plan, finding, section_of(finding, result))
                own = "." in finding.subject
                stands = [stand] if stand else []
            for stand in stands:
                point = found.setdefault(stand, _Point(stand, quotes=own))
                point.said.append((result, finding))
    return sorted(found.values(), key=lambda one: one.stand)


def _place_of(plan: Plan, finding: Finding, code: str) -> Stand | None:
    """Where a finding without words stands: its item, its section's heading, the heading before, the first words."""
    if "." in finding.subject:
        for item in plan.section(finding.subject.split(".")[0]).items:
            if item.subject == finding.subject and item.passages:
                return _ends(item.passages[0])
    codes = ("H1", "H2") if code == "H" else (code,)
    for own in codes:
        if own in SECTION_CODES and (heading := _heading(plan, own)):
            return heading
    if codes[0] in SECTION_CODES:
        for before in reversed(SECTION_CODES[: SECTION_CODES.index(codes[0])]):
            if heading := _heading(plan, before):
                return heading
    return _first_words(plan)


def _ends(passage: Passage) -> Stand:
    return passage.start, passage.end


def _heading(plan: Plan, code: str) -> Stand | None:
    """The stretch that is a section's heading: the nearest before its words that holds it."""
    section = plan.section(code)
    if not section.heading:
        return None
    wanted = _letters(section.heading)
    last = bisect_right(plan.starts, section.pieces[0].start) if section.pieces else len(plan.stretches)
    for number in range(last - 1, -1, -1):
        words = _letters(plan.stretches[number].text)
        if words and (words == wanted or (len(words) > 8 and (words in wanted or wanted in words))):
            return plan.starts[number], plan.starts[number] + len(plan.stretches[number].text)
    return _ends(section.pieces[0].cut(0, len(section.pieces[0].text.split("\n")[0]))) if section.pieces else None


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _first_words(plan: Plan) -> Stand | None:
    for start, stretch in zip(plan.starts, plan.stretches, strict=True):
        if any(map(str.isalnum, stretch.text)):
            return start, start + len(stretch.text)
    return None


def _span(plan: Plan, stand: Stand) -> Span:
    """A place in the plan's text as the reader counts: stretches, and characters in them."""
    start, end = stand
    while end > start + 1 and plan.text[end - 1].isspace():
        end -= 1
    while start < end - 1 and plan.text[start].isspace():
        start += 1
    first, last = bisect_right(plan.starts, start) - 1, bisect_right(plan.starts, end - 1) - 1
    at, to = start - plan.starts[first], end - plan.starts[last]
    texts = [plan.stretches[number].text for number in range(first, last + 1)]
    words = texts[0][at:to] if first == last else "\n".join([texts[0][at:], *texts[1:-1], texts[-1][:to]])
    return Span(first, at, last, to, words)


def _repeats_joined(plan: Plan, points: Sequence[_Point]) -> list[_Point]:
    """Short words of which the same is said wherever they stand: one point, which knows the other places."""
    kept: list[_Point] = []
    first: dict[tuple[str, tuple[str, ...]], _Point] = {}
    for point in points:
        words = plan.text[slice(*point.stand)]
        if not point.quotes or len(words) > PHRASE:
            kept.append(point)
            continue
        key = (_letters(words), tuple(sorted({result.id for result, _ in point.said})))
        if key in first:
            first[key].elsewhere.append(point.stand)
        else:
            first[key] = point
            kept.append(point)
    return kept


def _weight(point: _Point) -> tuple[int, Stand]:
    """What is left out first where there are too many: what no law asks for, from the end of the plan."""
    return min(list(Tier).index(finding.tier) for _, finding in point.said), point.stand


# --- what -----------------------------------------------------------------------------------------


def _first_told(points: Sequence[_Point]) -> dict[int, tuple[int, _Point]]:
    """Each finding's first place and the number of its note (the note on the whole plan is 0), by its identity."""
    found: dict[int, tuple[int, _Point]] = {}
    for number, point in enumerate(points, 1):
        for _, finding in point.said:
            found.setdefault(id(finding), (number, point))
    return found


def _note(
    plan: Plan,
    point: _Point,
    rubric: Rubric,
    first_told: dict[int, tuple[int, _Point]],
    items: dict[str, ItemRead],
    *,
    brief: bool,
) -> Note:
    """What is said of one place. A finding that rests on several places is told at the first.

    `brief`: the note of another place only names the first; else only the list of notes does, and the note says all.
    """
    lines: list[tuple[str, str]] = []
    gists: list[str] = []
    told: dict[int, list[str]] = {}
    for result, findings in _by_criterion(point.said):
        fresh = [one for one in findings if first_told[id(one)][1] is point]
        number, first = first_told[id(findings[0])]
        if lines:
            lines.append(("", ""))
        if fresh or not brief:
            lines += _lines(result, fresh if brief else findings, rubric, items, quotes=point.quotes)
        else:
            at = shortened(plan.text[slice(*first.stand)], PHRASE)
            lines.append((f"{result.id} {findings[0].verdict}:", f'see the comment at "{visible(at)}" above.'))
        gists += [one.note for one in fresh if one.note]
        if not fresh:
            told.setdefault(number, []).append(result.id)
    gists += [f"{join_words(ids)} as at {number}." for number, ids in told.items()]
    if point.elsewhere:
        lines.append(("Also here:", _elsewhere(plan, point.elsewhere, items)))
    stands = [point.stand, *point.elsewhere]
    title = join_words(dict.fromkeys(result.id for result, _ in point.said))
    tier = strongest(finding for _, finding in point.said)
    gist = " ".join(dict.fromkeys(gists)) or "Not met."
    return Note(
        tuple(_span(plan, stand) for stand in stands), tuple(lines), title, visible(shortened(gist, 400)), COLOURS[tier]
    )


def _by_criterion(said: Iterable[tuple[CriterionResult, Finding]]) -> Iterator[tuple[CriterionResult, list[Finding]]]:
    found: dict[str, tuple[CriterionResult, list[Finding]]] = {}
    for result, finding in said:
        found.setdefault(result.id, (result, []))[1].append(finding)
    tiers = list(Tier)
    yield from sorted(found.values(), key=lambda one: tiers.index(one[0].tier))


def _lines(
    result: CriterionResult, findings: list[Finding], rubric: Rubric, items: dict[str, ItemRead], *, quotes: bool
) -> Iterator[tuple[str, str]]:
    """One criterion's part of a note: what is missing, why, what a good sentence holds, who acts."""
    criterion = criterion_of(rubric, result.id)
    subjects = join_words(dict.fromkeys(named(one.subject, items) for one in findings))
    verdict = join_words(dict.fromkeys(str(one.verdict) for one in findings))
    missing = " ".join(dict.fromkeys(one.note for one in findings if one.note))
    question = criterion.question if criterion else ""
    yield f"{result.id} {verdict}:", visible(missing or question)
    yield "Asked of", f"{subjects}, {TIER_WORDS[strongest(findings)]}: {question}"
    if criterion is not None:
        yield "Why:", f"{criterion.guidance.why} ({shown_basis(criterion.basis)})"
        label = "What a good sentence holds:" if quotes else "What good looks like:"
        yield label, criterion.guidance.good
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
        + "Orange: asked for by the law. Yellow: by the Code of Practice. Blue: good practice.",
    ]
    if score.total is not None:
        said.append(
            f"Score of what these checks could judge: {percent(score.total)} (unweighted {percent(score.unweighted)}"
            f"{', of the criteria judged whole' if score.open else ''}). Kept apart from it, what the law asks for: "
            f"{gate_words(score.must)}."
        )
    said += [f"{label} {words}" for label, words in _waiting_lines(card, rubric)]
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
        if one.verdict in GAPS:
            short.setdefault(one.criterion, []).append(one)
    asked = [one for one in rubric.criteria if one.id in short]
    return tuple(
        (one.id, f"{one.question} ({shortfall_words(TIER_WORDS, strongest(short[one.id]), one.tier)})") for one in asked
    )


def _opening(card: Scorecard, rubric: Rubric, left_out: int) -> tuple[tuple[str, str], ...]:
    """The first note: how many findings there are, what a person must still judge, what this copy is."""
    findings = [one for one in card.findings() if one.verdict in GAPS]
    lines = [
        (
            "Checked by ehcp-audit:",
            f"{count(len(findings), 'finding')}, from the rubric {rubric.title} (version {rubric.version}). "
            f"They come from {tiers_in_words(findings)}."
            if findings
            else f"no gap found by these checks of {rubric.title} (version {rubric.version}).",
        )
    ]
    lines += _waiting_lines(card, rubric)
    if left_out:
        lines.append(("", f"{left_out} more finding(s) have no comment here; 'ehcp-audit check' lists them all."))
    lines.append(("", "This is a marked copy. It does not say that the plan is lawful; the original is unchanged."))
    return tuple((label, visible(shortened(words, 2000))) for label, words in lines)


def _waiting_lines(card: Scorecard, rubric: Rubric) -> Iterator[tuple[str, str]]:
    """What a person must still judge: how much, and where to look first, what the law asks for kept before others."""
    open_ones = waiting(card)
    if not open_ones:
        return
    first = [one for one in open_ones if look_first(one)]
    items = items_by_subject(card)
    ties = ties_of(first, items, rubric)
    many = count(len(open_ones), "criterion", "criteria")
    told = f"{many}. Look first at {len(first)} of them. {CAUTION}" if first else f"{many}."
    tiers = {one.id: list(Tier).index(one.tier) for one in first}
    first = [one for one in first if not ties.whole(one, items)]
    kept = sorted(first, key=lambda one: min(tiers[id] for id in (one.id, *ties.also.get(one.id, ()))))[:LEADS]
    yield "A person must still judge:", told
    for result in (one for one in first if one in kept):
        criterion = criterion_of(rubric, result.id)
        seen = lead(result, items, most=1, longest=PHRASE, ties=ties)
        said = [f'{line.label} "{line.words}"' if line.words else line.label for line in seen.seen[0].lines]
        words = " ".join([*said, seen.rest, seen.same]).strip() if said else f"{seen.seen[0].note} {seen.same}".strip()
        yield result.id, f"{criterion.question if criterion else ''} {seen.perhaps}: {words}".strip()
    if len(first) > len(kept):
        yield "", f"And {len(first) - len(kept)} more: 'ehcp-audit check' prints them all, with their lines."
