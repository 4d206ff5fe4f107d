"""The query list: what to ask each advice-giver, so that a caseworker need not invent what no professional said.

One list for each report (or, without the reports, for each role that the plan's lines name), with the words of the
plan and of the advice, and what they leave open. It asks; it never proposes an amount or a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ehcp_audit.checks.attribution import names_author
from ehcp_audit.language.roles import find_roles
from ehcp_audit.model import Advice, Finding, ItemRead, Scorecard, Verdict
from ehcp_audit.quoting import items_by_subject, named
from ehcp_audit.styling import count, join_words, long_date

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

VAGUE = "provision.vague_words"
ASKS = {
    "provision.type_named": "What exactly is to be done?",
    "provision.amount": "How long each time, or how much in all?",
    "provision.frequency": "How often?",
    "provision.quantified": "How much, and how often?",
    "provision.who": "Who does it, in what role or with what qualification?",
    "provision.group_size": "How many share it?",
    "provision.direct_indirect": "How much of it is direct, and how much is advice, training or review?",
    "provision.period": "For how long does it run, and when is it looked at again?",
    VAGUE: "What do the vague words stand for?",
    "provision.delegated": "What is needed, so that the plan itself can say it?",
    "provision.flexibility": "What is the least that is needed, and which need makes it vary?",
    "provision.training": "Who is trained, in what, by whom and when?",
    "provision.money_alone": "What is the money to provide?",
}
"""The question that each check asks of an advice-giver."""

_MINOR = frozenset(ASKS[check] for check in ("provision.period", "provision.direct_indirect"))
"""Questions that go with others and are not worth a letter of their own."""

NO_MATCH = "Nothing in the advice could be matched to it."
UNREAD = "No line of provision could be told apart in your report, so it was not compared."
NOBODY = "Whoever gave the advice (the plan's line names nobody)"
COLUMNS = ("to", "report", "plan", "subject", "plan_words", "advice_words", "says", "question")
_SHORT = (Verdict.NOT_MET, Verdict.PARTLY_MET)


@dataclass(slots=True)
class Query:
    """One line of a plan that leaves something open, and what to ask about it."""

    to: str
    report: str
    plan: str
    subject: str
    line: str  # the subject, with the plan's own label for it
    plan_words: str
    advice_words: str
    says: str
    lines: bool  # whether a line of provision could be told apart in the report
    asks: list[str] = field(default_factory=list)


def queries(scorecards: Sequence[Scorecard], rubric: Rubric, advice: Sequence[Advice] = ()) -> tuple[Query, ...]:
    """What to ask, by advice-giver and then in document order. What the advice says exactly is no query."""
    known = {one.reference: one for one in advice}
    found: dict[tuple[str, str], Query] = {}
    for card in scorecards:
        items = items_by_subject(card)
        for finding, ask in _open(card, rubric):
            if finding.advice is not None and finding.advice.says == "more specific":
                continue
            query = found.setdefault((card.reference, finding.subject), _query(card, finding, items, known))
            if ask not in query.asks:
                query.asks.append(ask)
    kept = [one for one in found.values() if not _MINOR.issuperset(one.asks)]
    return tuple(sorted(kept, key=lambda one: (one.report == "", one.report, one.to == NOBODY, one.to)))


def _open(card: Scorecard, rubric: Rubric) -> Iterator[tuple[Finding, str]]:
    for result in card.criteria:
        uses = [criterion.checks for criterion in rubric.criteria if criterion.id == result.id]
        ask = next((ASKS[use.check] for checks in uses for use in checks if use.check in ASKS), None)
        for finding in result.findings if ask else ():
            if (finding.proposed or finding.verdict) in _SHORT and "." in finding.subject and ask:
                yield finding, _with_words(finding) if ask == ASKS[VAGUE] else ask


def _with_words(finding: Finding) -> str:
    """The question about vague words, with the words: its reader has not seen the finding."""
    words = join_words(dict.fromkeys(f'"{_one_line(one.text)}"' for one in finding.evidence))
    return f"What is meant by {words}?" if words else ASKS[VAGUE]


def _query(card: Scorecard, finding: Finding, items: dict[str, ItemRead], known: dict[str, Advice]) -> Query:
    given = finding.advice
    words = items[finding.subject].text if finding.subject in items else ""
    quoted = " ".join(one.text for one in given.evidence) if given else ""
    report = given.document if given else ""
    if given and given.says == "nothing" and report in known and not names_author(words, known[report]):
        report = ""  # the closest report is a guess, and no author is to be asked about another's line
    to = _author(known[report]) if report in known else _named(words)
    lines = report not in known or bool(known[report].provision)
    says, line = given.says if given else "", named(finding.subject, items)
    return Query(to, report, card.reference, finding.subject, line, words, quoted, says, lines)


def _author(advice: Advice) -> str:
    role = (advice.role or "author of the report").capitalize()
    written = f", report of {long_date(advice.written)}" if advice.written else ", report without a date"
    return f"{role} ({advice.reference}{written})"


def _named(words: str) -> str:
    role = next((one for one in find_roles(words) if one.kind not in ("parent", "child", "authority")), None)
    return role.role.capitalize() if role else NOBODY


def query_text(found: Sequence[Query]) -> str:
    """The list to send, one part for each advice-giver."""
    if not found:
        return "No line was found that an advice-giver would have to be asked about.\n"
    parts: list[str] = []
    for to in dict.fromkeys(one.to for one in found):
        mine = [one for one in found if one.to == to]
        parts.append(f"{to}: {count(len(mine), 'question')}\n{'=' * min(90, len(to) + 14)}")
        for number, one in enumerate(mine, 1):
            parts.append("\n".join(_lines(number, one)))
    return "\n\n".join(parts) + "\n"


def _lines(number: int, one: Query) -> Iterator[str]:
    yield f'{number}. {one.plan} {one.line} says: "{_one_line(one.plan_words)}"'
    if one.says == "as vague":
        yield f'   Your advice says: "{_one_line(one.advice_words)}"'
    elif one.says == "nothing":
        nothing = "Nothing in your advice could be matched to it." if one.lines else UNREAD
        yield f"   {nothing if one.report else NO_MATCH}"
    for ask in one.asks:
        yield f"   - {ask}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def query_rows(found: Sequence[Query]) -> list[list[str]]:
    """The list as a table, one question a row."""
    rows = [
        [one.to, one.report, one.plan, one.subject, *map(_one_line, (one.plan_words, one.advice_words)), one.says, ask]
        for one in found
        for ask in one.asks
    ]
    return [list(COLUMNS), *rows]
