"""The page that goes to a panel: what is certain, what to look at first, and what else waits, on one sheet of paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ehcp_audit.absent import told_under
from ehcp_audit.bounds import score_words
from ehcp_audit.model import GAPS, CriterionResult, Finding, ItemRead, Scorecard, Tier, Verdict
from ehcp_audit.quoting import headed, items_by_subject, named, quotes, with_own_labels
from ehcp_audit.scoring import (
    beside_score,
    doubtful,
    is_doubtful,
    not_in_document,
    of_what_it_holds,
    perhaps_met,
    strongest,
)
from ehcp_audit.sheets import Column, new_sheet, page_setup, table, title_rows
from ehcp_audit.styling import count, gate_words, long_date, percent, section_rank, shortened, version_words, year_words
from ehcp_audit.untold import untold_lines

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from ehcp_audit.rubric import Rubric

COVER = "Cover"
MOST = {"Certain": 14, "Look first": 20}
"""How many criteria of a kind are told one by one; the others are named."""

SEEN = 170  # characters of what the tool has seen
QUOTE = 70
NAMED = 4  # further lines of the plan that are named

COLUMNS = (
    Column("What", 11),
    Column("ID", 7),
    Column("Tier", 8),
    Column("Question", 38),
    Column("What the tool has seen", 62),
)

_SHORT: dict[str, Callable[[Finding], bool]] = {
    "Certain": lambda one: one.verdict in GAPS,
    "Look first": is_doubtful,
}


def add_cover(book: Workbook, card: Scorecard, rubric: Rubric, as_of: date) -> Worksheet:
    """The first sheet of a scorecard that is not blind, which prints on one page."""
    sheet = new_sheet(book, COVER)
    row = title_rows(sheet, f"Cover of {card.reference}", cover_lines(card, rubric, as_of))
    table(sheet, row, COLUMNS, cover_rows(card, rubric), size=9, filters=False)
    page_setup(sheet, f"Scorecard {card.reference}", landscape=False)
    sheet.page_setup.fitToHeight = 1
    return sheet


def cover_lines(card: Scorecard, rubric: Rubric, as_of: date) -> list[str]:
    """Whose plan, by what, the score and the gate: a line each."""
    card = of_what_it_holds(card, rubric)
    plan, score = card.plan, card.score
    about = [version_words(plan.status, plan.facts), year_words(plan.year_group), plan.phase]
    return [
        f"Plan: {', '.join(one for one in about if one) or 'nothing known'}.  Audit date: {long_date(as_of)}.",
        f"Rubric: {rubric.title}, {rubric.id} {rubric.version}, law as at {long_date(rubric.law_as_at)}.",
        f"Score: {score_words(score, beside_score(card))}.  Judged so far: {percent(score.coverage)} of the weight.",
        f"Statutory gate, by these checks: {gate_words(score.must)}.",
        *untold_lines(card),
    ]


def cover_rows(card: Scorecard, rubric: Rubric) -> list[list[str]]:
    """What falls short for certain, what to look at first, then what waits besides, by its ids."""
    gone = not_in_document(card)
    card = with_own_labels(of_what_it_holds(card, rubric))
    items = items_by_subject(card)
    questions = {one.id: one.question for one in rubric.criteria}
    told = told_under(card.criteria, card, rubric)  # one cause is one row
    rows: list[list[str]] = []
    for kind, short in _SHORT.items():
        whose = [one for one in card.criteria if not (kind == "Certain" and one.id in told)]
        found = _ordered([one for one in whose if any(map(short, one.findings))], short)
        for result in found[: MOST[kind]]:
            findings = [one for one in result.findings if short(one)]
            tier = str(strongest(findings))
            also = _same_cause(result.id, told) if kind == "Certain" else ""
            rows.append([kind, result.id, tier, questions.get(result.id, ""), f"{_seen(findings, items)}{also}"])
        if left := found[MOST[kind] :]:
            rows.append([kind, "", "", f"and {count(len(left), 'more criterion', 'more criteria')}", _ids(left)])
        if not found:
            rows.append([kind, "", "", "nothing", ""])
    rows += _waiting(card)
    if gone:
        asked = f"not in this document, {count(len(gone), 'criterion', 'criteria')}: not asked"
        rows.append(["Not here", "", "", asked, _ids([one for one in card.criteria if one.id in gone])])
    return rows


def _same_cause(id: str, told: Mapping[str, str]) -> str:
    """ " For the same reason not met: H02."; "" where it tells of no other."""
    same = [one for one, host in told.items() if host == id]
    return f" For the same reason not met: {', '.join(same)}." if same else ""


def _waiting(card: Scorecard) -> Iterator[list[str]]:
    """What waits and is not to be looked at first: what only wants confirming, and what the tool cannot say."""
    waits = [one for one in card.criteria if one.verdict is Verdict.NEEDS_PERSON and not doubtful(one)]
    confirm = [one for one in waits if perhaps_met(one)]
    judge = [one for one in waits if not perhaps_met(one)]
    if confirm:
        asked = f"perhaps met, {count(len(confirm), 'criterion', 'criteria')}: a person confirms"
        yield ["Confirm", "", "", asked, _ids(confirm)]
    if judge:
        asked = f"only a person can say, {count(len(judge), 'criterion', 'criteria')}"
        yield ["Judge", "", "", asked, _ids(judge)]


def _ordered(found: Sequence[CriterionResult], short: Callable[[Finding], bool]) -> list[CriterionResult]:
    """The law first, then the Code, then good practice; in each as the document runs."""
    tiers = list(Tier)

    def rank(one: CriterionResult) -> tuple[int, int]:
        return tiers.index(strongest(filter(short, one.findings))), section_rank(one.section)

    return sorted(found, key=rank)


def _seen(findings: Sequence[Finding], items: dict[str, ItemRead]) -> str:
    """ "F.4: It does not say how often. “daily support” Also F.9, F.10"."""
    first = findings[0]
    subject = f"{headed(first.subject, items)}: " if "." in first.subject else ""
    words = next(iter(quotes(first, items, QUOTE)), "")
    said = shortened(f"{subject}{first.note}", SEEN) + (f" “{shortened(words, QUOTE)}”" if words else "")
    others = list(dict.fromkeys(named(one.subject, items) for one in findings[1:] if one.subject != first.subject))
    if not others:
        return said
    more = f" and {len(others) - NAMED} more" if len(others) > NAMED else ""
    return f"{said} Also {', '.join(others[:NAMED])}{more}."


def _ids(results: Sequence[CriterionResult]) -> str:
    return ", ".join(one.id for one in sorted(results, key=lambda one: section_rank(one.section)))
