"""The report of one plan as one HTML page: its score, what to mend and where, what a person must still judge."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ehcp_audit import styling
from ehcp_audit.bounds import bounds_of
from ehcp_audit.model import Scorecard
from ehcp_audit.quoting import (
    OWN_LABELS,
    headed,
    items_by_subject,
    place_shown,
    placed_quotes,
    with_own_labels,
)
from ehcp_audit.reports import html_views as views
from ehcp_audit.reports.figures import figures
from ehcp_audit.reports.gaps import (
    NOTHING_FOUND,
    criterion_of,
    finding_count,
    look_first,
    many_words,
    places_to_look,
    same_reason,
    to_look_at,
    to_mend,
    told_once,
    told_together,
    waiting,
)
from ehcp_audit.reports.html import render
from ehcp_audit.reports.leads import CAUTION, Ties, lead, ties_of
from ehcp_audit.reports.method import method_rows
from ehcp_audit.rubric.law import shown_basis
from ehcp_audit.rubric.scales import scales_of_its_own
from ehcp_audit.scoring import beside_score, doubtful, not_in_document, of_what_it_holds, perhaps_met
from ehcp_audit.styling import (
    ACTS,
    STATES,
    TIER_WORDS,
    capital,
    count,
    join_words,
    long_date,
    percent,
    section_title,
    shortfall_words,
    tiers_words,
)
from ehcp_audit.untold import untold_lines

if TYPE_CHECKING:
    from ehcp_audit.model import CriterionResult, ItemRead
    from ehcp_audit.reports.gaps import Gap
    from ehcp_audit.rubric import Rubric
    from ehcp_audit.runs import Run

View = dict[str, Any]

CONTENTS = (
    ("score", "Score"),
    ("mend", "What to mend"),
    ("judge", "What a person must still judge"),
    ("thread", "From need to provision"),
    ("criteria", "Every criterion"),
    ("read", "What was read"),
    ("method", "How this was made"),
)
LEADS, QUOTE_LENGTH, LEAD_LENGTH = 4, 300, 120


def plan_page(run: Run, rubric: Rubric) -> str:
    """The page of a run's one plan."""
    card = with_own_labels(of_what_it_holds(run.scorecards[0], rubric))
    items = items_by_subject(card)
    sections = told_once(to_mend(card), card, rubric)
    first = to_look_at(card)
    ties = ties_of(first, items, rubric)
    rest = [one for one in waiting(card) if not look_first(one)]
    return render(
        "plan.html.j2",
        {
            "run": run,
            "rubric": rubric,
            "as_of": long_date(run.as_of),
            "title": f"Audit of plan {views.name_of(card)}",
            "about": views.about(card),
            "gone": len(not_in_document(run.scorecards[0])),
            "untold": untold_lines(card),
            "contents": CONTENTS,
            "cards": [*_cards(card, finding_count(sections), told_together(sections)), *_scales(card, rubric)],
            "sections": [
                {"title": section_title(section.code), "gaps": [_gap(gap, items, rubric) for gap in section.gaps]}
                for section in sections
            ],
            "nothing": _nothing(card),
            "own_labels": OWN_LABELS if any(item.label for item in items.values()) else "",
            "caution": CAUTION,
            "waiting": [_waiting(one, items, rubric, ties) for one in (*first, *rest)],
            "thread": _thread(card, items),
            "criteria": [_criterion(one, rubric) for one in card.criteria],
            "states": [(code, STATES[state]) for code, state in card.plan.sections],
            "unread": [f"{one.place}: {one.reason}" for one in card.plan.unread] + list(card.plan.warnings),
            "method": method_rows(run, rubric, figures(run, rubric)),
        },
    )


def _nothing(card: Scorecard) -> str:
    """What is said where nothing is certainly short: never that there is no gap while the tool proposes one."""
    doubts = places_to_look([one for result in card.criteria for one in doubtful(result)])
    return (
        f"Nothing is certainly wrong; {doubts}. Nobody has judged them yet: see below."
        if doubts
        else f"{NOTHING_FOUND}."
    )


def _scales(card: Scorecard, rubric: Rubric) -> list[View]:
    """A box for each scale of the rubric's own."""
    boxes = []
    for one in scales_of_its_own(card, rubric):
        figure, *rest = re.split("[;:] ", one.words, maxsplit=1)
        boxes.append({"name": one.title, "figure": figure, "unit": "", "lines": rest})
    return boxes


def _cards(card: Scorecard, findings: int, same: str) -> list[View]:
    score, must, bounds = card.score, card.score.must, bounds_of(card.score)
    whole = ", of the criteria judged whole" if score.open else ""
    lines = [f"Unweighted {percent(score.unweighted)}{whole}"]
    figure = percent(score.total, "none")
    if bounds is not None and bounds.wide:
        so_far = [f"{figure} of what was judged so far", *lines]
        if score.total == 1:
            beside = beside_score(card)
            so_far = [f"All that counts in the score is met so far{f'; {beside}' if beside else ''}"]
        lines = ["Between these it will lie once all is judged", *so_far]
        figure = bounds.ends
    elif bounds is not None and score.open:
        lines.append(f"{capital(bounds.words)} once all is judged")
    if score.band:
        lines.append(f"Band: {score.band}, this rubric's own")
    waits = [f"{must.unmet} not met"] if must.unmet else []
    waits += [f"{must.open} {'waits' if must.open == 1 else 'wait'} for a person"] if must.open else []
    doubts = [one for result in card.criteria for one in doubtful(result)]
    first = [f"Not certain: {places_to_look(doubts)}"] if doubts else []
    judged = [f"{count(score.open, 'criterion', 'criteria')} for a person", "In no figure until judged"]
    return [
        {
            "name": "Judged so far",
            "figure": percent(score.coverage),
            "unit": "",
            "lines": judged if score.open else ["Nothing waits for a person"],
        },
        {"name": "Score by these checks", "figure": figure, "unit": "", "lines": lines},
        {
            "name": "Statutory gate",
            "figure": str(must.met),
            "unit": f"of {must.applicable} met",
            "lines": [*waits, "What the law asks for, kept apart from the score"],
        },
        {
            "name": "To mend",
            "figure": f"{findings}",
            "unit": "findings" if findings != 1 else "finding",
            "lines": [*([same] if same else []), *first],
        },
    ]


def _gap(gap: Gap, items: dict[str, ItemRead], rubric: Rubric) -> View:
    """One criterion that the plan falls short of: where, in which words, why, what is good, who acts."""
    criterion = criterion_of(rubric, gap.result.id)
    verdicts = [one.verdict for one in gap.findings]
    return {
        "id": gap.result.id,
        "question": criterion.question if criterion else "",
        "verdicts": [str(verdict) for verdict in dict.fromkeys(verdicts)],
        "tier": shortfall_words(TIER_WORDS, gap.tier, gap.result.tier),
        "many": many_words(gap.result, verdicts),
        "said": _by_note(gap, items),
        "same": same_reason(gap),
        "why": criterion.guidance.why if criterion else "",
        "basis": shown_basis(criterion.basis) if criterion else "",
        "good": criterion.guidance.good if criterion else "",
        "act": join_words(dict.fromkeys(ACTS.get(one.act, one.act) for one in gap.findings), "or"),
    }


def _by_note(gap: Gap, items: dict[str, ItemRead]) -> list[View]:
    """What is said of a gap's lines, each sentence once with the lines that it is said of."""
    said: dict[str, list[View]] = {}
    for one in gap.findings:
        line = {
            "subject": headed(one.subject, items),
            "place": place_shown(one, items),
            "quotes": placed_quotes(one, items, QUOTE_LENGTH)[0],
        }
        said.setdefault(one.note + (" (accepted)" if one.waived else ""), []).append(line)
    return [{"note": note, "findings": lines} for note, lines in said.items()]


def _waiting(result: CriterionResult, items: dict[str, ItemRead], rubric: Rubric, ties: Ties) -> View:
    """A criterion that waits, with what the tool has seen: it proposes, a person decides."""
    criterion = criterion_of(rubric, result.id)
    first = look_first(result)
    seen = lead(result, items, most=LEADS, longest=LEAD_LENGTH, ties=ties) if first else None
    return {
        "id": result.id,
        "question": criterion.question if criterion else "",
        "tier": tiers_words(result.tier, criterion.weaker_tiers if criterion else ()),
        "first": "yes" if first else "",
        "perhaps": seen.perhaps if seen else "Perhaps met: it found what is asked for" if perhaps_met(result) else "",
        "seen": seen.seen if seen else (),
        "rest": seen.rest if seen else "",
        "same": seen.same if seen else "",
    }


def _thread(card: Scorecard, items: dict[str, ItemRead]) -> list[View]:
    def opened(subject: str) -> str:
        item = items.get(subject)
        return f"{headed(subject, items)} {styling.shortened(item.text, 90)}" if item else subject

    return [
        {
            "need": opened(row.need) if row.need else "no need",
            "outcomes": [opened(one) for one in row.outcomes],
            "provision": [opened(one) for one in row.provision],
            "by": row.by or "",
        }
        for row in card.thread
    ]


def _criterion(result: CriterionResult, rubric: Rubric) -> View:
    criterion = criterion_of(rubric, result.id)
    return {
        "id": result.id,
        "question": criterion.question if criterion else "",
        "tier": tiers_words(result.tier, criterion.weaker_tiers if criterion else ()),
        "verdict": str(result.verdict),
        "share": percent(result.share, ""),
        "weight": f"{float(result.weight):g}",
    }
