"""The query list: what to ask each advice-giver, so that a caseworker need not invent what no professional said.

One list for each report (or, without the reports, for each author of advice that the plan's lines name: who wrote, set
or trained what is done, and no school's staff who only do it), with the words of the plan and of the advice, and what
they leave open. It asks; it never proposes an amount or a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ehcp_audit.checks import checks
from ehcp_audit.checks.attribution import names_author
from ehcp_audit.language.roles import RoleFound, find_roles
from ehcp_audit.model import GAPS, Advice, Finding, Item, ItemRead, Plan, Scorecard
from ehcp_audit.plan.own_labels import printed_labels
from ehcp_audit.plan.preambles import is_scope
from ehcp_audit.quoting import items_by_subject
from ehcp_audit.rare import rarely
from ehcp_audit.reports.gaps import criterion_of
from ehcp_audit.styling import capital, count, join_words, long_date, section_short

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

ON_DEMAND = "How often at the least, if nobody asks for it?"

_MINOR = frozenset(ASKS[check] for check in ("provision.period", "provision.direct_indirect"))
"""Questions that go with others and are not worth a letter of their own."""

NO_MATCH = "Nothing in the advice could be matched to it."
NOT_IN_YOURS = "Nothing in your advice could be matched to it."
UNREAD = "No line of provision could be told apart in your report, so it was not compared."
NOBODY = "The plan's writer (the line names nobody who gave the advice)"
COLUMNS = ("to", "report", "plan", "subject", "plan_words", "advice_words", "says", "question")


@dataclass(slots=True)
class Query:
    """One line of a plan that leaves something open, and what to ask about it."""

    to: str
    report: str
    plan: str
    subject: str
    line: str  # where it stands, by what the plan itself prints: "6.10", "F3", "section F, 3", "section F"
    plan_words: str
    advice_words: str
    says: str
    lines: bool  # whether a line of provision could be told apart in the report
    asks: list[str] = field(default_factory=list)


class Line(NamedTuple):
    """What a scorecard does not keep of a plan's line: its cells "who", the number that the plan prints, and the words
    of the lines just before it in its section, and the roles that section K lists.
    """

    who: str = ""
    number: str | None = None
    before: str = ""
    authors: frozenset[str] = frozenset()


Lines = Mapping[tuple[str, str], Line]
"""By the plan's reference and the line's subject."""


def lines_of(plan: Plan) -> dict[tuple[str, str], Line]:
    """What the query list needs of each line of a plan."""
    labels = printed_labels(plan)
    authors = frozenset(one.role for piece in plan.section("K").pieces for one in find_roles(piece.text))
    return {
        (plan.reference, item.subject): Line(
            _doers_of(item),
            labels.get(item.subject),
            " ".join(map(_told, section.items[max(0, at - _NEAR) : at])),
            authors,
        )
        for section in plan.sections
        for at, item in enumerate(section.items)
    }


_NEAR = 3  # lines


def _doers_of(item: Item) -> str:
    return " ".join(one.passage.text for one in item.fields if one.name == "who")


def _told(item: Item) -> str:
    return f"{item.text} {_doers_of(item)}"


def queries(
    scorecards: Sequence[Scorecard], rubric: Rubric, advice: Sequence[Advice] = (), lines: Lines | None = None
) -> tuple[Query, ...]:
    """What to ask, by advice-giver and then in document order. What the advice says exactly is no query.

    Nor is a sentence that only says when all of the provision runs.
    """
    known = {one.reference: one for one in advice}
    found: dict[tuple[str, str], Query] = {}
    for card in scorecards:
        items = items_by_subject(card)
        opened = list(_open(card, rubric, items))
        sized = {finding.subject for finding, ask in opened if ask == ASKS["provision.group_size"]}
        for finding, what in opened:
            ask = _worded(finding, what, sized=finding.subject in sized)
            if ask is None:
                continue
            if finding.advice is not None and finding.advice.says == "more specific":
                continue
            key = card.reference, finding.subject
            item = items[finding.subject]
            line = (lines or {}).get(key, Line(number=item.label))
            query = found.setdefault(key, _query(card, finding, item.text, known, line))
            if ask not in query.asks:
                query.asks.append(ask)
    kept = [one for one in found.values() if not _MINOR.issuperset(one.asks)]
    return tuple(sorted(kept, key=lambda one: (one.report == "", one.report, one.to == NOBODY, one.to)))


def _open(card: Scorecard, rubric: Rubric, items: Mapping[str, ItemRead]) -> Iterator[tuple[Finding, str]]:
    """What leaves something open in a line, each with the question of the check that found it."""
    for result in card.criteria:
        criterion = criterion_of(rubric, result.id)
        found = [one for one in result.findings if one.subject in items]
        asks = _asks_of(found, [use.check for use in criterion.checks] if criterion else [])
        for finding, ask in zip(found, asks, strict=True):
            short = (finding.proposed or finding.verdict) in GAPS
            if ask is not None and short and not is_scope(items[finding.subject].text):
                yield finding, ask


def _asks_of(found: Sequence[Finding], names: Sequence[str]) -> Iterator[str | None]:
    """The question to each finding of a line: those of one line stand in the order of the criterion's checks."""
    known = checks()
    of_lines = [name for name in names if name in known and issubclass(known[name].asked_of, Item)]
    times: Counter[str] = Counter()
    for one in found:
        yield ASKS.get(of_lines[min(times[one.subject], len(of_lines) - 1)]) if of_lines else None
        times[one.subject] += 1


def _worded(finding: Finding, ask: str, *, sized: bool) -> str | None:
    """The question as this line needs it: about vague words with the words, since its reader has not seen the finding.

    `sized`: how many share a group is asked besides, and what "small group" means is the same question. None where
    nothing is left to ask.
    """
    if ask == ASKS["provision.frequency"] and "somebody asks" in finding.note:
        return ON_DEMAND
    if ask != ASKS[VAGUE] or not finding.evidence:
        return ask
    said = dict.fromkeys(_one_line(one.text) for one in finding.evidence)
    words = [f'"{one}"' for one in said if not (sized and _GROUP.search(one))]
    return f"What is meant by {join_words(words)}?" if words else None


_GROUP = re.compile(r"\bgroups?\b", re.IGNORECASE)


def _query(card: Scorecard, finding: Finding, words: str, known: dict[str, Advice], line: Line) -> Query:
    given = finding.advice
    quoted = " ".join(one.text for one in given.evidence) if given else ""
    report = given.document if given else ""
    if given and given.says == "nothing" and report in known and not names_author(words, known[report]):
        report = ""  # the closest report is a guess, and no author is to be asked about another's line
    to = _author(known[report]) if report in known else _named(words, line.who, line.before, line.authors)
    lines = report not in known or bool(known[report].provision)
    says = given.says if given else ""
    return Query(to, report, card.reference, finding.subject, _place(finding, line), words, quoted, says, lines)


def _place(finding: Finding, line: Line) -> str:
    """Where the line stands: a plain number that each section may have with the section's letter before it."""
    section, _, number = finding.subject.partition(".")
    named = f"section {section_short(section)}"
    if line.number is None:
        return named
    return f"{named}, {number}" if line.number == number else line.number


def _author(advice: Advice) -> str:
    role = (advice.role or "author of the report").capitalize()
    written = f", report of {long_date(advice.written)}" if advice.written else ", report without a date"
    return f"{role} ({advice.reference}{written})"


_MADE = (
    r"(?:written|set|set up|set out|drawn up|made|designed|devised|planned|prescribed|recommended|advised|"
    r"trained|shown|taught|demonstrated|modelled|reviewed|updated|overseen|supervised|agreed)"
)
_THEIRS = r"(?:advice|report|programme|plan|recommendations?|exercises|targets)"
_BY = rarely(
    rf"\b{_MADE}(?: and {_MADE})?(?: (?:in|on) [^,.;]{{3,20}})? (?:by|with) (?:(?:the|an?|his|her|their) )?",
    re.IGNORECASE,
)
_HAS = rarely(
    rf"^,? (?:who )?(?:(?:has|have|had|will have) )?(?:also )?"
    rf"(?:{_MADE}(?! (?:by|in|on|to|at|with)\b)|trains|writes|sets|advises)\b",
    re.IGNORECASE,
)
_ADVICE = rarely(rf"^(?:['’]s?(?: [\w-]+){{0,2}})? {_THEIRS}\b", re.IGNORECASE)
_FROM = rarely(rf"\b{_THEIRS} (?:of|from|by) (?:(?:the|an?) )?$", re.IGNORECASE)
_THERAPIST = (
    r"(?:(?:speech|occupational|school|community|specialist|educational) )?"
    r"(?:therapist|nurse|psychologist|dietitian|consultant|specialist)\b"
)
_UNNAMED = rarely(_THERAPIST, re.IGNORECASE)
_UNNAMED_DOES = rarely(rf"(?:the|an?|his|her|their|my) (?P<who>{_THERAPIST})(?!['’])", re.IGNORECASE)
_MENTIONED = rarely(  # whom the child visits, or is told of, and who hears of it, neither gives nor does what is done
    r"\b(?:(?:going|visits?|trips?|outings?|walks?|talk(?:s|ing)?|speak(?:s|ing)?|listen(?:s|ing)?|writ(?:e|es|ing)|"
    r"say(?:s|ing)? \w+|reports?(?: \w+){0,2}|pass(?:es|ed)?(?: \w+){0,3}|sen(?:ds?|t)(?: \w+){0,3}|"
    r"cop(?:y|ied)(?: \w+){0,2}) to|"
    r"tell(?:s|ing)?|ask(?:s|ing)?|phon(?:es|ing)|ring(?:s|ing)|inform(?:s|ing)?|talk(?:s|ing)? with|such as)"
    r" (?:(?:an?|the|his|her|their|my|our) )?$|"
    r"\b(?:about|how to|role[- ]play\w*|prepar\w+ (?:\w+ )?for)\b(?![^.;:]*\b(?:by|with|from)\b)[^.;:]{0,90}$",
    re.IGNORECASE,
)
_TAUGHT_BY = rarely(  # in the cell "who": "Teacher trained by the nurse (two days)"
    r"\b(?:trained|shown|taught|supervised|overseen) (?:\w+ )?(?:by|with) (?:(?:an?|the) )?$|"
    r"\btraining (?:from|by|with) (?:(?:an?|the) )?$",
    re.IGNORECASE,
)
_SERVICE = rarely(  # "SaLT input as set out in the EP advice": the service that gives it knows what it is to be
    r"\W{0,3}(?:(?:direct|weekly|regular|individual|specialist|ongoing|further|continued) ){0,2}"
    r"(?P<who>SaLT|SLT|OT|physio(?:therapy)?|speech and language(?: therap(?:y|ist))?|occupational therapy) "
    r"(?:input|support|sessions?|therapy|time|visits?|interventions?|provision|involvement)\b",
    re.IGNORECASE,
)


def _named(words: str, cell: str = "", before: str = "", authors: frozenset[str] = frozenset()) -> str:
    """Who is to be asked: the author that a line names, else whoever does it, where that is no school's staff.

    `cell` are the words of the line's cell "who", `before` those of the lines before, which may tell which therapist
    "the therapist" is. Where a school's staff do it, the plan's writer has to find whose advice it is. A line that
    opens with a service's own input is for that service, whoever's advice speaks of it. Whom the child visits or learns
    about is not asked, nor is who trained those that a cell names and is none of the `authors` of advice.
    """
    if service := _SERVICE.match(words):
        return capital(service["who"])
    roles = _roles(words)
    author = next((one for one in roles if _is_made_by(one, words)), None)
    author = author or next((one for one in roles if one.kind != "educational" and _gives(one, words)), None)
    if author is None and (made := _BY.search(words)) and (unnamed := _UNNAMED.match(words, made.end())):
        return capital(unnamed.group())
    if author is None and (does := _UNNAMED_DOES.match(words)):
        return _resolved(does["who"], before)
    if author is None:
        doing = [one for one in roles if _MENTIONED.search(words[: one.start]) is None]
        doing.extend(one for one in _roles(cell) if one.role in authors or _TAUGHT_BY.search(cell[: one.start]) is None)
        author = next((one for one in doing if one.kind != "educational"), None)
    if author is None:
        return NOBODY
    return capital(author.text if author.text.isupper() or author.text == "SaLT" else author.role)


def _resolved(unnamed: str, before: str) -> str:
    """Which therapist "the therapist" is, where the lines before name one."""
    named = [one.role for one in _roles(before) if one.role.endswith(unnamed.lower())]
    return capital(named[-1] if named else unnamed)


def _roles(words: str) -> list[RoleFound]:
    return [one for one in find_roles(words) if one.kind not in ("parent", "child", "authority")]


def _is_made_by(role: RoleFound, words: str) -> bool:
    """Is it named as the author: "written by the ...", "the report of the ..."?"""
    before = words[: role.start]
    return any(one.end() == len(before) for one in _BY.finditer(before)) or _FROM.search(before) is not None


def _gives(role: RoleFound, words: str) -> bool:
    """Is it this one's advice, plan or training: "which the ... has set", "the ...'s report"?"""
    after = words[role.end :]
    return any(one.search(after) for one in (_HAS, _ADVICE))


def query_text(found: Sequence[Query], plans: int = 1) -> str:
    """The list to send, one part for each advice-giver. A plan's reference is told where several were checked."""
    if not found:
        return "No line was found that an advice-giver would have to be asked about.\n"
    several = plans > 1 or len({one.plan for one in found}) > 1
    parts: list[str] = []
    for to in dict.fromkeys(one.to for one in found):
        mine = [one for one in found if one.to == to]
        parts.append(f"{to}: {count(len(mine), 'question')}\n{'=' * min(90, len(to) + 14)}")
        for number, one in enumerate(mine, 1):
            parts.append("\n".join(_lines(number, one, f"Plan {one.plan}" if several else "The plan")))
    return "\n\n".join(parts) + "\n"


def _lines(number: int, one: Query, plan: str) -> Iterator[str]:
    yield f'{number}. {plan}, {one.line}, says: "{_one_line(one.plan_words)}"'
    if one.says == "as vague":
        yield f'   Your advice says: "{_one_line(one.advice_words)}"'
    elif one.says == "nothing":
        yield f"   {NO_MATCH if not one.report else NOT_IN_YOURS if one.lines else UNREAD}"
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
