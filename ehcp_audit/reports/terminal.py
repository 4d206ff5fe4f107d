"""What `check` prints: first what to mend, in document order; then the score; then what a person must still judge."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ehcp_audit.bounds import bounds_of
from ehcp_audit.model import AdviceSays, CriterionResult, Evidence, Finding, ItemRead, Scorecard, Unreadable
from ehcp_audit.quoting import (
    OWN_LABELS,
    headed,
    items_by_subject,
    place_of,
    place_shown,
    placed_quotes,
    quotes,
    with_own_labels,
)
from ehcp_audit.reports.console import bullets, heading, say
from ehcp_audit.reports.gaps import (
    NOTHING_FOUND,
    Gap,
    SectionGaps,
    criterion_of,
    in_how_many,
    places_to_look,
    same_reason,
    tiers_in_words,
    to_look_at,
    to_mend,
    told_once,
    told_together,
    waiting,
)
from ehcp_audit.reports.leads import CAUTION, Ties, lead, ties_of
from ehcp_audit.rubric.law import shown_basis
from ehcp_audit.rubric.scales import on_scales
from ehcp_audit.scoring import (
    beside_score,
    doubtful,
    not_in_document,
    of_what_it_holds,
    perhaps_met,
    section_bounds,
    strongest,
)
from ehcp_audit.styling import (
    ACTS,
    SECTIONS,
    TIERS,
    VERDICTS,
    capital,
    count,
    format_words,
    gate_words,
    join_words,
    one_line,
    percent,
    section_title,
    shortened,
    shortfall_words,
    year_words,
)
from ehcp_audit.untold import untold_lines

if TYPE_CHECKING:
    from rich.console import Console

    from ehcp_audit.rubric import Criterion, Rubric

LONGEST_QUOTE = 300
FULL_QUOTES = 3  # under one note; the others that say the same take a line each
LEAD_LINES = 3  # of a criterion that a person should look at first
NOT_LAWFUL = "That does not say that the plan is lawful: see what a person must judge."


def show_check(
    console: Console,
    scorecards: Sequence[Scorecard],
    rubric: Rubric,
    unreadable: Sequence[Unreadable] = (),
    *,
    whole: bool = False,
) -> None:
    """Print what a caseworker needs to mend these drafts, one plan after the other.

    `whole`: every line of what a person should look at first (a part of the rubric was asked), not the first few.
    """
    for scorecard in scorecards:
        show_plan(console, scorecard, rubric, whole=whole)
    for one in unreadable:
        heading(console, f"{one.reference}  {one.file}: could not be read")
        say(console, one.reason)


def show_plan(console: Console, scorecard: Scorecard, rubric: Rubric, *, whole: bool = False) -> None:
    """Print one plan: what to mend, the score, what waits for a person, what to do next."""
    gone = not_in_document(scorecard)
    scorecard = with_own_labels(of_what_it_holds(scorecard, rubric))
    _show_title(console, scorecard, len(gone))
    sections = told_once(to_mend(scorecard), scorecard, rubric)
    items = items_by_subject(scorecard)
    _show_summary(console, scorecard, sections)
    if any(item.label for item in items.values()):
        say(console, OWN_LABELS)
    for section in sections:
        _show_section(console, section, items, rubric)
    show_score(console, scorecard, banded=bool(rubric.bands) and not scorecard.plan.partial)
    _show_scales(console, scorecard, rubric)
    _show_waiting(console, scorecard, items, rubric, whole=whole)
    _show_reading(console, scorecard)
    _show_next(console, scorecard, sections)


def _show_title(console: Console, scorecard: Scorecard, gone: int) -> None:
    """Whose plan, what it is, and how many criteria are `gone`: of sections that a document of a part does not hold."""
    plan = scorecard.plan
    facts = [format_words(plan.format), plan.status, year_words(plan.year_group), plan.phase]
    if plan.pages:
        facts.insert(1, count(plan.pages, "page"))
    heading(console, f"{scorecard.reference}  {scorecard.file or ''}".rstrip())
    say(console, ", ".join(fact for fact in facts if fact))
    if plan.partial:
        say(console, "Only a part of a plan, by its own words: what is not in it was not graded.", style="bold")
        if gone:
            say(console, f"Not in this document, and not asked: {count(gone, 'criterion', 'criteria')}.")
    lines = untold_lines(scorecard)
    if lines:
        say(console, "")
    for line in lines:
        say(console, line, style="bold", hang=2)


def _show_summary(console: Console, card: Scorecard, sections: Sequence[SectionGaps]) -> None:
    """What is certain and what is only proposed, each by its number; "No gap" only where there is neither."""
    say(console, "")
    gaps = [gap for section in sections for gap in section.gaps]
    doubts = places_to_look([one for result in card.criteria for one in doubtful(result)])
    if not gaps and not doubts:
        say(console, f"{NOTHING_FOUND}. {NOT_LAWFUL}", style="bold")
    elif not gaps:
        say(console, (f"Nothing is certainly wrong; {doubts}.", "bold"), f" Nobody has judged them yet. {NOT_LAWFUL}")
    else:
        findings = [one for gap in gaps for one in gap.findings]
        if len(findings) == 1:
            say(console, f"What to mend: 1 finding, asked for by {TIERS[gaps[0].tier]}.", style="bold")
        else:
            say(console, f"What to mend: {count(len(findings), 'finding')} in document order.", style="bold")
            say(console, f"They come from {tiers_in_words(findings)}.")
        if same := told_together(sections):
            say(console, same)
        if doubts:
            say(console, f"Not certain, and not in the score: {doubts}.")


def _show_section(console: Console, section: SectionGaps, items: dict[str, ItemRead], rubric: Rubric) -> None:
    heading(console, section_title(section.code), mark="-")
    for gap in section.gaps:
        _show_gap(console, gap, items, criterion_of(rubric, gap.result.id))


def _show_gap(console: Console, gap: Gap, items: dict[str, ItemRead], criterion: Criterion | None) -> None:
    result = gap.result
    question = criterion.question if criterion else ""
    say(console, "")
    say(console, (result.id, "bold"), "  ", (question, "bold"), hang=len(result.id) + 2)
    indent = len(result.id) + 2
    say(console, *_verdict(gap), indent=indent)
    for note, findings in _by_note(gap.findings).items():
        if note:
            say(console, note, indent=indent)
        for finding in findings[:FULL_QUOTES]:
            _show_finding(console, finding, items, indent + 2)
        _show_others(console, findings[FULL_QUOTES:], items, indent + 2)
    if gap.beside:
        say(console, same_reason(gap), indent=indent)
    if criterion is not None:
        say(console, ("Why: ", "bold"), criterion.guidance.why, indent=indent, hang=2)
        say(console, ("Based on: ", "bold"), shown_basis(criterion.basis), indent=indent, hang=2)
        say(console, ("What good looks like: ", "bold"), criterion.guidance.good, indent=indent, hang=2)
    acts = join_words(dict.fromkeys(ACTS.get(finding.act, finding.act) for finding in gap.findings), "or")
    say(console, ("Who acts: ", "bold"), acts, indent=indent, hang=2)


def _verdict(gap: Gap) -> list[str | tuple[str, str]]:
    """ "Not met, asked by the law" for one finding; "Not met in 9 of 12 outcomes" for many."""
    verdicts = [finding.verdict for finding in gap.findings]
    style = VERDICTS[verdicts[0]].terminal
    parts: list[str | tuple[str, str]] = [(capital(in_how_many(gap.result, verdicts)), style)]
    parts.append(f"; asked for by {shortfall_words(TIERS, gap.tier, gap.result.tier)}")
    waived = [finding.waived for finding in gap.findings if finding.waived]
    if waived:
        parts.append(f"; {len(waived)} accepted until {waived[0].expires.isoformat()}: {waived[0].reason}")
    return parts


def _by_note(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """The findings under what they say: of the same words of a line all that is said at once."""
    said: dict[tuple[str, tuple[Evidence, ...]], list[Finding]] = {}
    for finding in findings:
        said.setdefault((finding.subject, finding.evidence), []).append(finding)
    grouped: dict[str, list[Finding]] = {}
    for same in said.values():
        grouped.setdefault(" ".join(dict.fromkeys(one.note for one in same if one.note)), []).append(same[0])
    return grouped


def _show_finding(console: Console, finding: Finding, items: dict[str, ItemRead], indent: int) -> None:
    where = place_shown(finding, items)
    label = headed(finding.subject, items)
    words, more = placed_quotes(finding, items, LONGEST_QUOTE)
    if where or words or "." in finding.subject:
        say(console, (f"{label}, {where}" if where else label, "cyan"), indent=indent)
    for one in words:
        say(console, *((f"{one.at}  ", "cyan"),) if one.at else (), f'"{one.text}"', indent=indent + 2, hang=1)
    if more:
        say(console, f"and {count(more, 'more place')}", indent=indent + 2)
    if finding.advice is not None:
        _show_advice(console, finding.advice, indent + 2)


def _show_advice(console: Console, advice: AdviceSays, indent: int) -> None:
    """What the report behind these words says: as vague, more specific, or nothing."""
    if advice.says == "nothing":
        say(
            console, f"Nothing in the advice could be matched to it (closest report: {advice.document}).", indent=indent
        )
        return
    told = {"as vague": "is as vague; ask its author", "more specific": "is more specific; it was lost in drafting"}
    say(console, f"The advice in {advice.document} {told[advice.says]}:", indent=indent)
    for place in advice.evidence[:1]:
        say(console, f'"{textwrap.shorten(place.text, LONGEST_QUOTE)}"', indent=indent + 2, hang=1)


def _show_others(console: Console, findings: Sequence[Finding], items: dict[str, ItemRead], indent: int) -> None:
    if findings:
        say(console, f"and the same in {len(findings)} more:", indent=indent)
    for finding in findings:
        where = place_of(finding, items)
        label = headed(finding.subject, items) + (f", {where}" if where else "")
        room = max(20, console.width - indent - len(label) - 6)
        quote = next(iter(quotes(finding, items, room)), "")
        say(console, (label, "cyan"), f'  "{quote}"' if quote else "", indent=indent + 2, hang=2)


def show_score(console: Console, scorecard: Scorecard, *, banded: bool = True) -> None:
    """Print the score, the statutory gate, how much has been judged, and the band."""
    score = scorecard.score
    heading(console, f"Score by these checks{' of what this document holds' if scorecard.plan.partial else ''}")
    bounds = bounds_of(score)
    whole = ", of the criteria judged whole" if score.open else ""
    said = f"{percent(score.total)} of what has been judged (unweighted: {percent(score.unweighted)}{whole})"
    if score.open:
        ends = f"; the score will lie {bounds.words} once all is judged" if bounds is not None else ""
        say(console, (f"Judged so far: {percent(score.coverage)} of the weight{ends}", "bold"))
    if score.total is None:
        say(console, "Nothing has been judged yet.")
    elif bounds is not None and bounds.wide and score.total == 1:
        beside = beside_score(scorecard)
        say(console, f"All that counts in the score is met so far{f'; {beside}' if beside else ''}.")
    else:
        say(console, said, style="" if bounds is not None and bounds.wide else "bold")
    say(console, f"Statutory gate: {gate_words(score.must)}")
    if score.band:
        say(console, f"Band: {score.band}")
    elif score.open and banded:
        say(console, f"No band yet: {count(score.open, 'criterion', 'criteria')} must be judged by a person first")
    for cap in score.caps:
        say(console, f"{cap.criterion} limits the band to {cap.to}{'' if cap.binding else ' (no effect here)'}")
    for note in score.notes:
        say(console, capital(note))
    _show_sections(console, scorecard)


def _show_sections(console: Console, card: Scorecard) -> None:
    """Each section's score; from where to where it may still move where much of it waits."""
    ends = section_bounds(card)
    open_ones = {code for code, found in ends.items() if found.wide}
    shares = [
        f"{code} {ends[code].ends if code in open_ones else percent(share)}"
        for code, share in card.score.sections
        if code in open_ones or share is not None
    ]
    if not shares:
        return
    say(console, f"By section{' (from and to, where much waits)' if open_ones else ''}:")
    wide = max(map(len, shares)) + 3
    across = max(1, (console.width - 2) // wide)
    for first in range(0, len(shares), across):
        say(console, "".join(f"{one:<{wide}}" for one in shares[first : first + across]), indent=2)


def _show_scales(console: Console, scorecard: Scorecard, rubric: Rubric) -> None:
    """The scales of the rubric's own, beside the percentage and the band that every rubric has."""
    if rubric.scales == ("percentage",) and not rubric.non_negotiables:
        return
    for one in on_scales(scorecard, rubric):
        say(console, f"{one.title}: {one.words}", hang=2)


def _show_waiting(
    console: Console, scorecard: Scorecard, items: dict[str, ItemRead], rubric: Rubric, *, whole: bool
) -> None:
    open_ones = waiting(scorecard)
    if not open_ones:
        return
    heading(console, f"What a person must still judge: {count(len(open_ones), 'criterion', 'criteria')}")
    first = to_look_at(scorecard)
    ties = ties_of(first, items, rubric)
    shown = [result for result in first if not ties.whole(result, items)]
    if first:
        say(console, f"Look first at {_these(len(shown))} in which the tool has seen something. {CAUTION}")
    if told := [result.id for result in first if result not in shown]:
        under = dict.fromkeys(host for id in told for host in ties.at[id].values())
        say(console, f"{join_words(told)} {'is' if len(told) == 1 else 'are'} told under {join_words(under)}.")
    left = [result.section for result in shown if _show_lead(console, result, items, rubric, ties, whole=whole)]
    if left:
        say(console, "")
        say(console, f"Every line of one section: {_again(scorecard, left[0])}", hang=2)
    met = [result for result in open_ones if perhaps_met(result)]
    _show_ids(console, "Perhaps met: it found what is asked for, and a person confirms:", met)
    rest = [result for result in open_ones if result not in first and result not in met]
    _show_ids(console, "The others, which it cannot tell:" if first or met else "By section:", rest)


def _show_ids(console: Console, title: str, results: Sequence[CriterionResult]) -> None:
    """The ids of some criteria, a line for each section."""
    by_section: dict[str, list[str]] = {}
    for result in results:
        by_section.setdefault(result.section, []).append(result.id)
    if by_section:
        say(console, "")
        say(console, title)
    for code, ids in by_section.items():
        say(console, f"{SECTIONS.get(code, code) if len(code) > 2 else code}: {' '.join(ids)}", indent=2, hang=3)


def _these(number: int) -> str:
    return "this one," if number == 1 else f"these {number},"


def _again(scorecard: Scorecard, section: str) -> str:
    name = one_line(scorecard.file or "PLAN")
    quoted = f'"{name}"' if " " in name else name
    return f"ehcp-audit check {quoted} --section {section}"


def _show_lead(
    console: Console, result: CriterionResult, items: dict[str, ItemRead], rubric: Rubric, ties: Ties, *, whole: bool
) -> bool:
    """One criterion: its question, what the tool would say, the words of each line. Were lines left out?"""
    criterion = criterion_of(rubric, result.id)
    indent = len(result.id) + 2
    longest = max(20, console.width - indent - 2)
    seen = lead(result, items, most=None if whole else LEAD_LINES, longest=longest, ties=ties)
    say(console, "")
    say(console, (result.id, "bold"), "  ", criterion.question if criterion else "", hang=indent)
    tier = shortfall_words(TIERS, strongest(doubtful(result)), result.tier)
    for number, one in enumerate(seen.seen):
        say(console, f"{seen.perhaps}; asked for by {tier}. {one.note}" if number == 0 else one.note, indent=indent)
        for line in one.lines:
            room = max(20, console.width - indent - len(line.label) - 6)
            words = line.words if line.exact else shortened(line.words, room)
            say(console, (line.label, "cyan"), f'  "{words}"' if words else "", indent=indent + 2, hang=2)
    if seen.rest:
        say(console, seen.rest, indent=indent + 2, hang=2)
    if seen.same:
        say(console, seen.same, indent=indent)
    return bool(seen.rest)


def _show_reading(console: Console, scorecard: Scorecard) -> None:
    plan = scorecard.plan
    if plan.unread or plan.warnings:
        heading(console, "What the reader could not take in")
        bullets(console, (f"{one.place}: {one.reason}" for one in plan.unread))
        bullets(console, plan.warnings)


def _show_next(console: Console, scorecard: Scorecard, sections: Sequence[SectionGaps]) -> None:
    heading(console, "Next")
    gaps = [gap for section in sections for gap in section.gaps]
    if gaps:
        name = one_line(scorecard.file or "the plan")
        bullets(console, [f"Mend the findings above in {name}, save it, and run the check again."], indent=0)
        asked = [gap for gap in gaps if any(finding.act == "advice-giver" for finding in gap.findings)]
        if asked:
            ids = join_words(dict.fromkeys(gap.result.id for gap in asked))
            line = f"Ask whoever gave the advice about {ids}: the words may be theirs to make exact."
            bullets(console, [line], indent=0)
    looked_at = [gap.result for gap in gaps] or list(to_look_at(scorecard))
    example = next((one.id for one in (*looked_at, *scorecard.criteria)), "E07")
    bullets(console, [f"ehcp-audit explain {example} says more about a criterion, with examples."], indent=0)
