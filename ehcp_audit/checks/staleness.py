"""Checks on what has gone stale: outcomes whose time has passed, ages and year groups that no longer fit."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import partial

from ehcp_audit.checks import check
from ehcp_audit.checks.names import name_of_child
from ehcp_audit.checks.passages import age, first, lettered, lines
from ehcp_audit.checks.scanning import matches, once
from ehcp_audit.language.spans import Span
from ehcp_audit.model import Answer, Outcome, Passage, Plan, Verdict
from ehcp_audit.rare import rarely

_STAGES = {"1": 2, "2": 6, "3": 9, "4": 11, "5": 14}
_STAGE = re.compile(r"\b(?:Key Stage|KS) ?([1-5])\b", re.I)
_BY_YEAR = re.compile(
    r"\b(?:by|before|end of|finishes|leaves|completes|at(?= (?:the )?end\b)|(?:last|final) (?:day|week|month) of) "
    r"(?:the )?(?:(?:end|(?:last|final) (?:day|week|month|(?:half[- ])?term)) of )?"
    r"(?:(?:spring|summer|autumn) term (?:of |in )?)?(?:Year|Yr|Y) ?(\d{1,2})\b"
    r"(?!(?:['’]s)? (?:levels?|standards?|expectations?|curriculum|work|texts?|passages?|tests?|checks?))",
    re.I,
)
_AND_THE_MONTH = rarely(r",? \(?(?:in )?(?P<month>[A-Z][a-z]{2,8} 20\d\d)")  # "End of the summer term, July 2026"
_TOLD = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_STEPS = re.compile(
    r"\b(?:steps?|milestones?|short(?:er)?[- ]term (?:targets?|steps?)|interim targets?)[^.:\n]{0,40}:", re.I
)
_AGE = re.compile(
    rf"\b(?:is|am|aged?|now|turned|currently) (?:a |an |now )?(\d{{1,2}}|{'|'.join(_TOLD)})"
    r"(?:[- ]years?[- ]old|(?=[ ,.;]|$))",
    re.I,
)
_LEVEL = re.compile(r"(?:level|child|peers?|pupils?|children|like)\b[^.]{0,12}$", re.I)
_OLD = rarely(
    r"^[^.]{0,3}(?:months?|out of|%|per|words?|minutes?|hours?|of |times|and a|or |to \d|years? (?:level|behind))", re.I
)
_IN_YEAR = re.compile(
    r"\b(?:is|am|are|currently) (?:currently |now )?(?:a pupil |a student )?in (?:Year|Yr|Y) ?(\d{1,2})\b", re.I
)
_PRONOUNS = ("He", "She", "They", "I")
_ANY_NAME = re.compile(r"[A-Z][a-z]+\b")
_EDGE = re.compile(r"\b")
_NUMBERS = dict(zip(_TOLD, range(2, 20), strict=True))


def _last_day(words: str) -> date | None:
    """The last day that the words allow: of "July 2024" the 31st."""
    from ehcp_audit.language.dates import first_date

    day = first_date(words)
    if day is None or day.value is None:
        return None
    return (
        day.value.replace(day=monthrange(day.value.year, day.value.month)[1]) if day.precision == "month" else day.value
    )


def _ends(outcome: Outcome, plan: Plan) -> list[tuple[str, Passage]]:
    """The outcome's deadlines that have passed, lie after the phase or far ahead ("past", "beyond", "far")."""
    return once(plan, ("ends", outcome.subject), partial(_ends_of, outcome, plan))


def _ends_of(outcome: Outcome, plan: Plan) -> list[tuple[str, Passage]]:
    from ehcp_audit.language.dates import find_dates
    from ehcp_audit.language.deadlines import points
    from ehcp_audit.language.outcomes import outcome_wording

    ends: list[tuple[str, Passage]] = []
    pieces = [(_before_steps(passage), False) for passage in outcome.passages]
    pieces += [(field.passage, True) for field in outcome.fields if field.name == "by_when"]
    for passage, cell in pieces:
        deadlines = outcome_wording(passage.text).deadlines or (points(passage.text) if cell else ())
        ahead = any((one.value or _last_day(one.span.text) or plan.as_of) > plan.as_of for one in deadlines)
        for deadline in deadlines:
            last = deadline.value or _last_day(deadline.span.text)
            if last is None and (after := _AND_THE_MONTH.match(passage.text, deadline.span.end)):
                last = _last_day(after["month"])
            if last is None:
                continue
            words = passage.cut(deadline.span.start, deadline.span.end)
            if last < plan.as_of:
                if cell or not _tells_of_before(passage.text, deadline.span, ahead):
                    ends.append(("past", words))
            elif last.year - plan.as_of.year > 6:
                ends.append(("far", words))
            elif _is_beyond(plan, last):
                ends.append(("beyond", words))
        if cell and not deadlines:
            ends += [
                ("past", passage.cut(day.start, day.end))
                for day in find_dates(passage.text)
                if day.value is not None and day.precision == "day" and day.value < plan.as_of
            ]
        year = plan.facts.year_group
        if year is None:
            continue
        for match in _BY_YEAR.finditer(passage.text):
            if int(match.group(1)) < year:
                ends.append(("past", passage.cut(*match.span())))
            elif int(match.group(1)) > _last_year(year) + 1:
                ends.append(("beyond", passage.cut(*match.span())))
        ends += [
            ("beyond", passage.cut(*match.span()))
            for match in _STAGE.finditer(passage.text)
            if _STAGES[match.group(1)] > _last_year(year) + 1
        ]
        ends += [
            ("past", passage.cut(*match.span()))
            for match in _STAGE.finditer(passage.text)
            if _STAGES[match.group(1)] < year
            and "end" in passage.text[max(0, match.start() - 20) : match.start()].lower()
        ]
    return ends


def _tells_of_before(text: str, span: Span, ahead: bool) -> bool:
    """Is a day that has passed the day of a baseline: "(7 out of 20 in July 2026)", "In June 2026 he did so twice"?

    So is one "in" or "on" which something was, where the outcome has its end `ahead`.
    """
    if _ENDS.match(span.text):
        return False
    begin = max((match.end() for match in _SENTENCE_ENDS.finditer(text, 0, span.start)), default=0)
    end = _SENTENCE_ENDS.search(text, span.end)
    inside = text.rfind("(", begin, span.start) > text.rfind(")", begin, span.start)
    told = _WILL.search(text, begin, end.start() if end else len(text)) is None
    return inside or told or (ahead and text[begin : span.start].strip() != "")


_ENDS = rarely(r"(?:by|before|until|till|within|end|no later|from|to)\b|(?:at|on|in) (?:the )?end\b", re.I)
_SENTENCE_ENDS = re.compile(r"[.;!?\n]\s")
_WILL = re.compile(r"\b(?:will|shall|can|able|would|to be)\b|['’]ll\b", re.I)


def _last_year(year: int) -> int:
    """The last year group of the phase that a year group is in."""
    return next((last for last in (0, 6, 11) if year <= last), 14)


def _is_beyond(plan: Plan, last: date) -> bool:
    """Does the day lie more than a year after the present phase ends? The first year of the next is still near."""
    year = plan.facts.year_group
    if year is None:
        return False
    ends = plan.as_of.year + (plan.as_of.month > 8) + _last_year(year) - year
    return last > date(ends + 1, 8, 31)


def _before_steps(words: Passage) -> Passage:
    """The words up to where steps towards the outcome begin, which end sooner than it does."""
    steps = _STEPS.search(words.text)
    return words.cut(0, steps.start()) if steps and steps.start() > 0 else words


@check("dates.fits_phase")
def fits_phase(outcome: Outcome, plan: Plan) -> Answer:
    """Does the outcome end ahead of the audit's day, and not long after the present phase?"""
    ends = _ends(outcome, plan)
    past = tuple(words for kind, words in ends if kind == "past")
    if past:
        return Answer(Verdict.NOT_MET, first(past), "Its time has passed.")
    far = tuple(words for kind, words in ends if kind == "far")
    if far:
        return Answer(Verdict.PARTLY_MET, first(far), "It ends more than six years ahead.")
    from ehcp_audit.language.outcomes import outcome_wording

    timed = outcome_wording(outcome.text).time_bound or any(field.name == "by_when" for field in outcome.fields)
    if not timed:
        return Answer(Verdict.NEEDS_PERSON, outcome.passages[:1], "No end date was found to compare with the phase.")
    beyond = tuple(words for kind, words in ends if kind == "beyond")
    if beyond:
        note = "It has not passed, but ends over a year after the present phase: should something be reached sooner?"
        return Answer(Verdict.MET, first(beyond), note)
    return Answer(Verdict.MET, outcome.passages[:1], "Nothing in its end date has passed.")


@check("dates.stale")
def stale(plan: Plan) -> Answer:
    """Does the text fit the child's present age and year, with no outcome whose time has passed?"""
    gone = [
        words
        for item in plan.section("E").items
        if isinstance(item, Outcome)
        for kind, words in _ends(item, plan)
        if kind == "past"
    ]
    old = _past_ages(plan)
    if not gone and not old:
        return Answer(Verdict.MET, note="Nothing was found that has passed or no longer fits the age.")
    parts = []
    if gone:
        parts.append("outcomes whose time has passed" if len(gone) > 1 else "an outcome whose time has passed")
    if old:
        parts.append("words that fit an earlier age or year group")
    return Answer(
        Verdict.NOT_MET,
        first((*gone, *old), 10),
        f"There are {' and '.join(parts)}." if len(gone) != 1 else f"There is {' and '.join(parts)}.",
    )


def _is_of(line: str, name: str) -> bool:
    """Does the line begin with the child: this name (any name, where it is not known), or a pronoun?"""
    if not name and _ANY_NAME.match(line):
        return True
    starts = (name, *_PRONOUNS) if name else _PRONOUNS
    return line.startswith(starts) and any(line.startswith(one) and _EDGE.match(line, len(one)) for one in starts)


def _past_ages(plan: Plan) -> list[Passage]:
    """Words that give the child an age or a year group well behind the present one."""
    years, year = age(plan), plan.facts.year_group
    hits: list[Passage] = []
    name = name_of_child(plan)
    for line in lines(lettered(plan, "ABCDEFG")):
        if not _is_of(line.text, name):
            continue
        for match in matches(line, _AGE):
            if years is None or _OLD.match(line.text[match.end() :].lstrip()):
                continue
            if _LEVEL.search(line.text[: match.start()]):
                continue
            told = _NUMBERS.get(match.group(1).lower()) or int(match.group(1))
            if told <= years - 2 and match.start() < 40:
                hits.append(line.cut(*match.span()))
        for match in matches(line, _IN_YEAR):
            if year is not None and int(match.group(1)) < year:
                hits.append(line.cut(*match.span()))
    return hits
