"""What changed from one draft or run to the next, in the terminal and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ehcp_audit.bounds import bounds_of, framed, mean_bounds, score_words
from ehcp_audit.changes import Change, Changes, mean
from ehcp_audit.model import Finding, Scorecard
from ehcp_audit.quoting import headed, in_own_labels, items_by_subject, place_shown, placed_quotes
from ehcp_audit.reports.console import heading, say
from ehcp_audit.reports.gaps import criterion_of, starts_at
from ehcp_audit.scoring import percent as percent_number
from ehcp_audit.styling import VERDICTS, count, gate_words

if TYPE_CHECKING:
    from rich.console import Console

    from ehcp_audit.rubric import Rubric
    from ehcp_audit.runs import Run

DIFF = "ehcp-audit/diff/1"
LISTED = 40
LONGEST = 160
HOW = {
    "mended": "Mended: no longer found",
    "reworded": "Reworded, and still short (counted as new too)",
    "gone": "Gone with a line that was deleted: deleted is not mended",
}
ALSO = {
    "reworded": "reworded, still short and so counted as new too",
    "gone": "gone with a line that was deleted: deleted is not mended",
}
WAYS = {"mended": "mended", "reworded": "reworded", "gone": "deleted"}


def sentence(found: Changes) -> str:
    """The whole of it in one sentence: "Draft 2 fixes 9 of 14 findings; 5 remain and 3 are new.".

    Where some were not mended it says so: "fixes 21 of 21 findings: 3 mended, 18 deleted; ...".
    """
    numbers = found.counts()
    who = "Draft 2 fixes" if len(found.plans) == 1 else "Run 2 fixes"
    rest = f"{numbers['unchanged']} {'remains' if numbers['unchanged'] == 1 else 'remain'}"
    new = f"{numbers['new']} {'is' if numbers['new'] == 1 else 'are'} new"
    return f"{who} {numbers['fixed']} of {count(numbers['before'], 'finding')}{_ways(numbers)}; {rest} and {new}."


def _ways(numbers: Mapping[str, int]) -> str:
    """ ": 3 mended, 18 deleted"; "" where all that are fixed were mended."""
    how = {"mended": numbers["fixed"] - numbers["reworded"] - numbers["gone"], **{one: numbers[one] for one in ALSO}}
    if how["mended"] == numbers["fixed"]:
        return ""
    return ": " + ", ".join(f"{number} {WAYS[one]}" for one, number in how.items() if number or one == "mended")


# --- terminal ---------------------------------------------------------------------------------------


def show_changes(console: Console, found: Changes, rubric: Rubric | None) -> None:
    """Print what changed: the sentence, the scores, then each finding, new ones first."""
    heading(console, sentence(found))
    for words in found.warnings:
        say(console, ("Warning: ", "bold"), words, hang=2)
    numbers = found.counts()
    for how, words in ALSO.items():
        if numbers[how]:
            say(console, f"Of those fixed, {numbers[how]} {'is' if numbers[how] == 1 else 'are'} {words}.", hang=2)
    before, after = [one.before for one in found.plans], [one.after for one in found.plans]
    if found.plans:
        what = "Score" if len(found.plans) == 1 else f"Mean score of {count(len(found.plans), 'plan')}"
        for scored, when in ((before, "before"), (after, "after")):
            say(console, f"{what} {when}, by these checks: {_mean(scored)}.", hang=2)
    if len(found.plans) == 1:
        _show_plan(console, found.plans[0], rubric)
    elif found.plans:
        _show_run(console, found, rubric)
    for cards, which in ((found.only_before, "first"), (found.only_after, "second")):
        if cards:
            names = " ".join(card.id or card.reference for card in cards)
            say(console, "")
            say(console, f"Only in the {which}, and not compared: {names}", hang=2)


def _mean(cards: Sequence[Scorecard]) -> str:
    return framed(mean(cards), mean_bounds([ends for card in cards if (ends := bounds_of(card.score)) is not None]))


def _show_plan(console: Console, one: Change, rubric: Rubric | None) -> None:
    say(console, f"Statutory gate before: {gate_words(one.before.score.must)}.", hang=2)
    say(console, f"Statutory gate after: {gate_words(one.after.score.must)}.", hang=2)
    _show_findings(console, "New", one.new, one.after, rubric)
    _show_findings(console, "Still there", one.unchanged, one.after, rubric)
    for how in ("gone", "reworded", "mended"):
        went = [gone.finding for gone in one.fixed if gone.how == how]
        _show_findings(console, HOW[how], went, one.before, rubric)


def _show_findings(
    console: Console, title: str, findings: Sequence[Finding], card: Scorecard, rubric: Rubric | None
) -> None:
    if not findings:
        return
    heading(console, f"{title} ({len(findings)})", mark="-")
    items = items_by_subject(card)
    for finding in sorted(findings, key=lambda one: starts_at(one, items))[:LISTED]:
        criterion = criterion_of(rubric, finding.criterion)
        where = place_shown(finding, items)
        about = f"{headed(finding.subject, items)}{f', {where}' if where else ''}"
        verdict = (str(finding.verdict), VERDICTS[finding.verdict].terminal)
        say(console, (finding.criterion, "bold"), "  ", verdict, f"  {about}", hang=5)
        said = in_own_labels(finding.note, items) or (criterion.question if criterion else "")
        if said:
            say(console, said, indent=5)
        words, more = placed_quotes(finding, items, LONGEST)
        for quote in words[: None if any(one.at for one in words) else 1]:
            at = f"{quote.at}  " if quote.at else ""
            say(console, f'{at}"{quote.text}"', indent=5, hang=1)
        if more:
            say(console, f"and {count(more, 'more place')}", indent=5)
    if len(findings) > LISTED:
        say(console, f"and {len(findings) - LISTED} more: --format json lists them all", indent=5)


def _show_run(console: Console, found: Changes, rubric: Rubric | None) -> None:
    heading(console, "Plan by plan", mark="-")
    for one in found.plans:
        name = one.after.id or f"{one.before.reference} -> {one.after.reference}"
        scores = f"{score_words(one.before.score)} -> {score_words(one.after.score)}"
        line = f"fixed {len(one.fixed)} of {one.found_before}, {len(one.unchanged)} unchanged, {len(one.new)} new"
        say(console, (f"{name}  ", "bold"), f"{line}; {scores}", hang=4)
    fixed = Counter(gone.finding.criterion for one in found.plans for gone in one.fixed)
    new = Counter(finding.criterion for one in found.plans for finding in one.new)
    left = Counter(finding.criterion for one in found.plans for finding in one.unchanged)
    heading(console, "Criterion by criterion", mark="-")
    for id in sorted({*fixed, *new, *left}, key=lambda id: (-(left[id] + new[id]), id))[:LISTED]:
        criterion = criterion_of(rubric, id)
        question = f"  {criterion.question}" if criterion else ""
        line = f"fixed {fixed[id]}, unchanged {left[id]}, new {new[id]}"
        say(console, (f"{id}  ", "bold"), f"{line}{question}", hang=4)


# --- JSON -------------------------------------------------------------------------------------------


def changes_json(found: Changes, before: Run, after: Run) -> dict[str, Any]:
    """What changed as a document, ehcp-audit/diff/1. Files are named only where the results name them."""
    return {
        "schema": DIFF,
        "a": _side(before, [one.before for one in found.plans]),
        "b": _side(after, [one.after for one in found.plans]),
        "same_rubric": found.same_rubric,
        "summary": sentence(found),
        "counts": found.counts(),
        "warnings": list(found.warnings),
        "plans": [_plan_json(one) for one in found.plans],
        "only_in_a": [{"reference": card.reference, "id": card.id} for card in found.only_before],
        "only_in_b": [{"reference": card.reference, "id": card.id} for card in found.only_after],
    }


def changes_json_text(found: Changes, before: Run, after: Run) -> str:
    """The document as text."""
    return json.dumps(changes_json(found, before, after), ensure_ascii=False, indent=2) + "\n"


def _side(run: Run, cards: Sequence[Scorecard]) -> dict[str, Any]:
    score = mean(cards)
    return {
        "rubric": {"id": run.rubric.id, "version": run.rubric.version, "sha256": run.rubric.sha256},
        "as_of": run.as_of.isoformat(),
        "plans": len(run.scorecards),
        "unreadable": len(run.unreadable),
        "exact": None if score is None else str(score),
        "percent": None if score is None else percent_number(score),
    }


def _plan_json(one: Change) -> dict[str, Any]:
    return {
        "a": _card(one.before),
        "b": _card(one.after),
        "counts": {
            "before": one.found_before,
            "fixed": len(one.fixed),
            "unchanged": len(one.unchanged),
            "new": len(one.new),
            "after": len(one.unchanged) + len(one.new),
            "reworded": one.ways("reworded"),
            "gone": one.ways("gone"),
        },
        "new": [_finding(finding, one.after) for finding in one.new],
        "fixed": [{**_finding(gone.finding, one.before), "how": gone.how} for gone in one.fixed],
        "unchanged": [_finding(finding, one.after) for finding in one.unchanged],
    }


def _card(card: Scorecard) -> dict[str, Any]:
    score = card.score
    return {
        "reference": card.reference,
        "id": card.id,
        "file": card.file,
        "exact": None if score.total is None else str(score.total),
        "percent": None if score.total is None else percent_number(score.total),
        "must": {"met": score.must.met, "applicable": score.must.applicable, "open": score.must.open},
    }


def _finding(finding: Finding, card: Scorecard) -> dict[str, Any]:
    item = items_by_subject(card).get(finding.subject)
    words = [one.text for one in finding.evidence] or ([item.text] if item else [])
    return {
        "criterion": finding.criterion,
        "subject": finding.subject,
        "tier": str(finding.tier),
        "verdict": str(finding.verdict),
        "note": finding.note,
        "act": finding.act,
        "fingerprint": finding.fingerprint,
        "words": words,
    }
