"""What the report's templates show, worked out: words, places and the geometry of its two pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from ehcp_audit.bounds import bounds_of
from ehcp_audit.model import GAPS, CriterionResult, Scorecard, Unreadable, Verdict
from ehcp_audit.quoting import headed, items_by_subject, place_shown, placed_quotes, with_own_labels
from ehcp_audit.reports.figures import CriterionFigures, Figures, results_by_id, sampled, short_by_team
from ehcp_audit.reports.gaps import section_of, to_mend
from ehcp_audit.reports.priorities import look_first_at
from ehcp_audit.reports.rates import UNREVIEWED
from ehcp_audit.rubric.scales import scales_of_its_own
from ehcp_audit.scoring import doubtful, of_what_it_holds
from ehcp_audit.styling import (
    ACTS,
    TIER_WORDS,
    UNREADABLE,
    VERDICTS,
    capital,
    count,
    format_words,
    percent,
    section_title,
    shortfall_words,
    tiers_words,
    year_words,
)

if TYPE_CHECKING:
    from ehcp_audit.rubric import Criterion, Rubric
    from ehcp_audit.runs import Run

View = dict[str, Any]

HEAT_LIMIT = 200
FINDINGS_LIMIT = 3000
QUOTE_LENGTH = 220  # a sentence that is evidence is shown whole all the same
CELL = (24, 20)
ACROSS, DOWN = 36, 32  # plans and criteria in one panel of the map, which a page can hold in a size to be read
LEFT, TOP, TITLE = 46, 56, 24


def title(run: Run) -> str:
    """The page's one first heading."""
    if len(run.scorecards) == 1 and not run.unreadable:
        return f"Audit of plan {name_of(run.scorecards[0])}"
    return f"Dip sample of {count(sampled(run), 'plan')}"


def name_of(card: Scorecard) -> str:
    """The plan as reports name it: its reference, and the caseload's id."""
    return f"{card.reference} ({card.id})" if card.id else card.reference


def cards(numbers: Figures) -> list[View]:
    """The headline figures: how much was read and judged first, and no score before its bounds where much waits."""
    unread = f"{count(numbers.unread, 'file')} could not be read" if numbers.unread else "Every file was read"
    parts = f"; {numbers.parts_words}" if numbers.parts else ""
    judged = {
        "name": "Judged so far",
        "figure": percent(numbers.coverage, "none"),
        "unit": "",
        "lines": [
            "Of an average plan's weight; the rest waits for a person" if numbers.coverage != 1 else "Of every plan",
            f"Plans read: {numbers.read + numbers.parts} of {numbers.plans}. {unread}{parts}",
        ],
    }
    return [judged, _mean_card(numbers), _bar_card(numbers), _gate_card(numbers)]


def _mean_card(numbers: Figures) -> View:
    so_far = percent(numbers.mean, "none")
    interval = f"95% interval {numbers.interval_words}" if numbers.interval_words else ""
    marks = "Counts marks, good practice too: no measure of the law"
    spread = ""
    if numbers.lowest is not None:
        spread = f"Lowest {percent(numbers.lowest)}, highest {percent(numbers.highest)}"
    if numbers.bounds is None or not numbers.open:
        return {"name": "Mean plan score", "figure": so_far, "unit": "", "lines": _filled(marks, interval, spread)}
    where = "Between these it will lie once all is judged"
    lines = _filled(marks, where, f"Of what was judged so far: {so_far}", spread and f"{spread}, of what was judged")
    return {"name": "Mean plan score", "figure": numbers.bounds.ends, "unit": "", "lines": lines}


def _filled(*lines: str) -> list[str]:
    return [line for line in lines if line]


def _bar_card(numbers: Figures) -> View:
    name = f"Plans at or above {percent(numbers.bar)}" if numbers.bar is not None else "Plans at or above the bar"
    if numbers.bar is None:
        return {"name": name, "figure": "-", "unit": "", "lines": ["This rubric states no bar"]}
    where = f'Where the band "{numbers.bar_name}" begins; over' if numbers.bar_name else "Over"
    if numbers.bar_open:
        sure, perhaps = numbers.at_bar_ends
        lines = [
            f"{sure} whatever a person says, {perhaps} at most",
            f"By what has been judged so far: {numbers.at_bar.k}",
            *([f'Where the band "{numbers.bar_name}" begins'] if numbers.bar_name else []),
        ]
        return {"name": name, "figure": f"{sure} to {perhaps}", "unit": f"of {numbers.at_bar.n}", "lines": lines}
    lines = [capital(numbers.at_bar.with_interval), f"{where} what has been judged so far"]
    return {"name": name, "figure": str(numbers.at_bar.k), "unit": f"of {numbers.at_bar.n}", "lines": lines}


def _gate_card(numbers: Figures) -> View:
    missed = numbers.missed
    rate = f"{missed.with_interval}. " if missed.interval else ""
    lines = ["Seem to miss a duty of the law: one is enough", f"{rate}{UNREVIEWED}"]
    lines.append(f"Meet every one: {numbers.gate.k}")
    if numbers.gate_waits:
        lines.append(f"Not known before a person has judged: {numbers.gate_waits}")
    if not numbers.musts_open:
        lines.append(f"On average {percent(numbers.must_met)} of a plan's must criteria are met")
    return {
        "name": "Statutory gate",
        "figure": str(missed.k),
        "unit": f"of {count(missed.n, 'plan')}",
        "lines": lines,
    }


def need_views(needs: Sequence[CriterionFigures], cards: Sequence[Scorecard], teams: Sequence[str]) -> list[View]:
    """The first ten criteria to work on, with each team's counts."""
    short = short_by_team(cards, teams)
    return [
        {
            "id": one.criterion.id,
            "question": one.criterion.question,
            "tier": shortfall_words(TIER_WORDS, one.short_tier, one.criterion.tier),
            "causes": one.causes.words,
            "short": one.short_words,
            "item_count": _items_short(one),
            "good": one.criterion.guidance.good,
            "act": ACTS.get(one.act, one.act),
            "teams": short(one.criterion.id),
        }
        for one in needs[:10]
    ]


def _items_short(one: CriterionFigures) -> str:
    return f"{one.asked_items - one.met_items:,} of {one.asked_items:,}" if one.items else ""


def doubt_views(criteria: Sequence[CriterionFigures]) -> list[View]:
    """What moderators should look at first: the law first, then by the number of plans."""
    return [
        {
            "id": one.criterion.id,
            "question": one.criterion.question,
            "tier": tiers_words(one.criterion.tier, one.criterion.weaker_tiers),
            "plans": f"{one.doubted} of {one.applies}",
            "places": f"{one.doubts:,}",
        }
        for one in look_first_at(criteria)
    ]


def criteria_groups(criteria: Sequence[CriterionFigures]) -> list[View]:
    """The criteria that have been judged in some plan, section by section, with their bars."""
    judged = [one for one in criteria if one.rate.n]
    return [
        {"title": section_title(code), "rows": [_criterion_view(one) for one in group]}
        for code, group in groupby(judged, key=lambda one: one.criterion.section)
    ]


def waiting_views(criteria: Sequence[CriterionFigures]) -> list[View]:
    """The criteria that no plan has a verdict on yet: what a person must judge, and what the tool has seen."""
    return [
        {
            "id": one.criterion.id,
            "question": one.criterion.question,
            "tier": tiers_words(one.criterion.tier, one.criterion.weaker_tiers),
            "plans": one.counts[Verdict.NEEDS_PERSON],
            "seen": "; ".join(f"{verdict} {one.proposed[verdict]}" for verdict in Verdict if one.proposed[verdict]),
        }
        for one in criteria
        if not one.rate.n and one.counts[Verdict.NEEDS_PERSON]
    ]


def _criterion_view(one: CriterionFigures) -> View:
    rate, interval = one.rate, one.rate.interval
    return {
        "id": one.criterion.id,
        "question": one.criterion.question,
        "tier": tiers_words(one.criterion.tier, one.criterion.weaker_tiers),
        "k_of_n": rate.counts,
        "share": percent(rate.share, ""),
        "item_count": one.items,
        "thin": round(float(200 * one.item_share), 1) if one.items and one.item_share is not None else None,
        "interval": rate.interval_words,
        "why": f"no share: {rate.open} of {rate.n + rate.open} plans wait"
        if rate.many_open
        else "too few plans for a share",
        "width": None if rate.share is None else round(float(rate.share) * 200, 1),
        "low": None if interval is None else round(max(1.0, interval[0] * 200), 1),
        "high": None if interval is None else round(min(199.0, interval[1] * 200), 1),
        "short": one.short,
        "waits": one.waits,
        "na": one.counts[Verdict.NOT_APPLICABLE],
    }


def verdict_key() -> list[View]:
    """The verdicts with their marks, in the order of the map's symbols; then what waits and is short all the same."""
    named = [(str(verdict), str(verdict), tone.mark) for verdict, tone in VERDICTS.items()]
    named.append((SHORT_AND_OPEN, str(Verdict.NOT_MET), VERDICTS[Verdict.NOT_MET].mark + "?"))
    return [{"word": word, "css": verdict.replace(" ", "-"), "mark": mark} for word, verdict, mark in named]


SHORT_AND_OPEN = "falls short, and some of it needs a person"


def _shown(result: CriterionResult) -> str:
    """The word of the map for a criterion of a plan."""
    if result.verdict is Verdict.NEEDS_PERSON and result.falls_short:
        return SHORT_AND_OPEN
    return str(result.verdict)


def heat_map(cards: Sequence[Scorecard], criteria: Sequence[Criterion]) -> View | None:
    """The map in panels that a screen and a sheet of paper can show; None when there are too many plans for pictures.

    The columns and rows as a whole are for the table that says the same in words.
    """
    if not cards or len(cards) > HEAT_LIMIT:
        return None
    results = [results_by_id(card) for card in cards]
    sections = [list(group) for _, group in groupby(criteria, key=lambda one: one.section)]
    return {
        "columns": [{"name": card.reference} for card in cards],
        "rows": [
            {"name": one.id, "words": [_shown(found) if (found := each.get(one.id)) else "" for each in results]}
            for one in criteria
        ],
        "panels": [
            _panel(cards[first:last], results[first:last], [one for section in group for one in section])
            for first, last in _evenly(len(cards), ACROSS)
            for group in _in_heights(sections)
        ],
        "top": TOP,
        "cell_width": CELL[0],
        "cell_height": CELL[1],
    }


def _evenly(number: int, most: int) -> Iterator[tuple[int, int]]:
    """Where panels of about as many plans each begin and end."""
    panels = -(-number // most)
    for one in range(panels):
        yield number * one // panels, number * (one + 1) // panels


def _in_heights(sections: Sequence[list[Criterion]]) -> list[list[list[Criterion]]]:
    """The sections in groups that fit on a page, none of them cut."""
    groups: list[list[list[Criterion]]] = [[]]
    for section in sections:
        if groups[-1] and sum(map(len, groups[-1])) + len(section) > DOWN:
            groups.append([])
        groups[-1].append(section)
    return [group for group in groups if group]


def _panel(
    cards: Sequence[Scorecard], results: Sequence[Mapping[str, CriterionResult]], criteria: Sequence[Criterion]
) -> View:
    """Where each mark of some plans and criteria stands."""
    kinds = {one["word"]: number for number, one in enumerate(verdict_key())}
    columns = [{"name": card.reference, "x": LEFT + CELL[0] * n} for n, card in enumerate(cards)]
    rows: list[View] = []
    y = TOP
    section = ""
    for criterion in criteria:
        heading = section_title(criterion.section) if criterion.section != section else ""
        if heading:
            section, y = criterion.section, y + TITLE
        found = [one.get(criterion.id) for one in results]
        rows.append(
            {
                "name": criterion.id,
                "title": heading,
                "title_y": y - 7,
                "y": y,
                "cells": [{"x": columns[n]["x"], "kind": kinds[_shown(one)]} for n, one in enumerate(found) if one],
            }
        )
        y += CELL[1]
    first, last = cards[0].reference, cards[-1].reference
    whose = first if first == last else f"{first} to {last}"
    return {
        "columns": columns,
        "rows": rows,
        "width": max(LEFT + CELL[0] * len(cards) + 30, 420),
        "height": y + 6,
        "title": f"{whose} by criteria {criteria[0].id} to {criteria[-1].id}",
        "description": f"{count(len(rows), 'criterion', 'criteria')} down, {count(len(cards), 'plan')} across.",
    }


def plan_views(cards: Iterable[Scorecard], rubric: Rubric, apart: Mapping[str, str]) -> list[View]:
    """One line a plan: what it is and how it scores, on the rubric's own scales too; those `apart` say so.

    Of a part of a plan only the two ends are told: "100.0%" of what was judged of it would be taken for the plan's.
    """
    return [
        {
            "name": name_of(card),
            "team": card.team or "",
            "about": about(card, apart.get(card.reference)),
            "score": _ends(card),
            "so_far": "" if card.plan.partial else percent(card.score.total),
            "unweighted": "" if card.plan.partial else percent(card.score.unweighted),
            "scales": [one.words for one in scales_of_its_own(card, rubric)],
            "must": f"{card.score.must.met} of {card.score.must.applicable}",
            "unmet": card.score.must.unmet,
            "coverage": percent(card.score.coverage),
            "open": card.score.open,
            "findings": sum(finding.verdict in GAPS for finding in card.findings()),
            "doubts": sum(len(doubtful(result)) for result in card.criteria),
        }
        for card in (of_what_it_holds(one, rubric) for one in cards)
    ]


def _ends(card: Scorecard) -> str:
    """A plan's score once all is judged: from where to where, or the score where nothing waits."""
    bounds = bounds_of(card.score)
    return percent(card.score.total) if bounds is None or bounds.low == bounds.high else bounds.ends


def about(card: Scorecard, purpose: str | None = None) -> str:
    """ "Word, draft, Year 6, primary"; with the `purpose` of a plan that was picked, and drawn by nobody."""
    plan = card.plan
    picked = f"picked ({purpose}): in no rate" if purpose else ""
    apart = "only a part of a plan: in no rate" if plan.partial else picked
    parts = [format_words(plan.format), plan.status, year_words(plan.year_group), plan.phase, apart]
    return ", ".join(part for part in parts if part)


def finding_views(cards: Iterable[Scorecard]) -> Iterator[View]:
    """Every finding that somebody should act on, plan by plan in document order."""
    for card in map(with_own_labels, cards):
        items = items_by_subject(card)
        for section in to_mend(card):
            for gap in section.gaps:
                for one in gap.findings:
                    yield {
                        "plan": card.reference,
                        "criterion": one.criterion,
                        "subject": headed(one.subject, items),
                        "section": section_of(one, gap.result),
                        "place": place_shown(one, items),
                        "verdict": str(one.verdict),
                        "note": one.note + (" (accepted)" if one.waived else ""),
                        "quotes": placed_quotes(one, items, QUOTE_LENGTH)[0],
                        "act": ACTS.get(one.act, one.act),
                    }


def finding_total(cards: Iterable[Scorecard]) -> int:
    """How many findings there are that somebody should act on."""
    return sum(one.verdict in GAPS for card in cards for result in card.criteria for one in result.findings)


def unreadable_views(unreadable: Iterable[Unreadable]) -> list[View]:
    """The files that could not be read, by reference, never by name."""
    return [
        {"reference": one.reference, "kind": UNREADABLE.get(one.kind, one.kind), "reason": one.reason}
        for one in unreadable
    ]


def partly_read(cards: Iterable[Scorecard]) -> list[View]:
    """The plans of which something was left unread, or about which the reader warns."""
    return [
        {
            "plan": card.reference,
            "lines": [f"{one.place}: {one.reason}" for one in card.plan.unread] + list(card.plan.warnings),
        }
        for card in cards
        if card.plan.unread or card.plan.warnings
    ]
