"""Checks on what has gone stale: outcomes whose time has passed, ages and year groups that no longer fit."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from ehcp_audit.checks import check
from ehcp_audit.checks.names import name_of_child
from ehcp_audit.checks.passages import age, first, lettered, lines, listed, sentences
from ehcp_audit.checks.scanning import matches, once
from ehcp_audit.checks.stage_ends import LAST_YEARS, unlike
from ehcp_audit.language.spans import Span
from ehcp_audit.language.wordlists import int_of, number_words
from ehcp_audit.model import Answer, Outcome, Passage, Plan, Verdict
from ehcp_audit.rare import rarely
from ehcp_audit.styling import long_date

_STAGE = re.compile(r"\b(?:Key Stage|KS) ?([1-5])\b", re.I)
_BY_YEAR = re.compile(
    r"\b(?:by|before|end of|finishes|leaves|completes|at(?= (?:the )?end\b)|(?:last|final) (?:day|week|month) of) "
    r"(?:the )?(?:(?:end|(?:last|final) (?:day|week|month|(?:half[- ])?term)) of )?"
    r"(?:(?:spring|summer|autumn) term (?:of |in )?)?(?:Year|Yr|Y) ?(\d{1,2})\b"
    r"(?!(?:['’]s)? (?:levels?|standards?|expectations?|curriculum|work|texts?|passages?|tests?|checks?))",
    re.I,
)
_AND_THE_MONTH = rarely(r",? \(?(?:in )?(?P<month>[A-Z][a-z]{2,8} 20\d\d)")  # "End of the summer term, July 2026"
_STEPS = re.compile(
    r"\b(?:steps?|milestones?|short(?:er)?[- ]term (?:targets?|steps?)|interim targets?)[^.:\n]{0,40}:", re.I
)
_AGE = rarely(
    rf"\b(?:is|am|aged?|now|turned|currently) (?:a |an |now )?(\d{{1,2}}|{'|'.join(number_words(2, 19))})"
    r"(?:[- ]years?[- ]old|(?=[ ,.;]|$))",
    re.I,
)
_LEVEL = rarely(r"(?:level|child|peers?|pupils?|children|like)\b[^.]{0,12}$", re.I)
_OLD = rarely(
    r"^[^.]{0,3}(?:months?|out of|%|per|words?|minutes?|hours?|of |times|and a|or |to \d|years? (?:level|behind))", re.I
)
_IN_YEAR = rarely(
    r"\b(?:is|am|are|currently) (?:currently |now )?(?:a pupil |a student )?in (?:Year|Yr|Y) ?(\d{1,2})\b", re.I
)
_PRONOUNS = ("He", "She", "They", "I")
_ANY_NAME = rarely(r"[A-Z][a-z]+\b")
_EDGE = re.compile(r"\b")


def _last_day(words: str) -> date | None:
    """The last day that the words allow: of "July 2024" the 31st."""
    from ehcp_audit.language.dates import first_date

    day = first_date(words)
    if day is None or day.value is None:
        return None
    return (
        day.value.replace(day=monthrange(day.value.year, day.value.month)[1]) if day.precision == "month" else day.value
    )


class Day(NamedTuple):
    """A day to judge by, and the year group of the child on it."""

    day: date
    year: int | None


def _audited(plan: Plan) -> Day:
    return Day(plan.as_of, plan.facts.year_group)


def _made(plan: Plan) -> Day | None:
    """The day on which a final plan was issued, or amended; None where the plan does not show it or is none.

    The year group is then that of the birth date, unless the plan prints another one.
    """
    facts = plan.facts
    day = facts.amended or (None if facts.stage == "amended final" else facts.issued)
    if facts.status != "final" or day is None or day > plan.as_of:
        return None
    from ehcp_audit.language.dates import year_group_of

    born, year = facts.date_of_birth, facts.year_group
    if born is not None and year == year_group_of(born, plan.as_of):
        year = year_group_of(born, day)
    return Day(day, year)


def _ends(outcome: Outcome, plan: Plan, on: Day) -> list[tuple[str, Passage]]:
    """The outcome's deadlines that have passed on a day, lie after the phase or far ahead ("past", "beyond", "far")."""
    return once(plan, ("ends", outcome.subject, on), partial(_ends_of, outcome, on))


def _ends_of(outcome: Outcome, on: Day) -> list[tuple[str, Passage]]:
    from ehcp_audit.language.deadlines import points
    from ehcp_audit.language.outcomes import outcome_wording

    ends: list[tuple[str, Passage]] = []
    pieces = [(_before_steps(passage), False) for passage in outcome.passages]
    pieces += [(field.passage, True) for field in outcome.fields if field.name == "by_when"]
    for passage, cell in pieces:
        deadlines = outcome_wording(passage.text).deadlines or (points(passage.text) if cell else ())
        ahead = any((one.value or _last_day(one.span.text) or on.day) > on.day for one in deadlines)
        for deadline in deadlines:
            last = deadline.value or _last_day(deadline.span.text)
            if last is None and (after := _AND_THE_MONTH.match(passage.text, deadline.span.end)):
                last = _last_day(after["month"])
            if last is None:
                continue
            words = passage.cut(deadline.span.start, deadline.span.end)
            if last < on.day:
                if cell or not _tells_of_before(passage.text, deadline.span, ahead):
                    ends.append(("past", words))
            elif last.year - on.day.year > 6:
                ends.append(("far", words))
            elif _is_beyond(on, last):
                ends.append(("beyond", words))
        if cell and not deadlines:
            ends += _days_gone(passage, on)
        ends += _years_and_stages(passage, on)
    return ends


def _days_gone(cell: Passage, on: Day) -> Iterator[tuple[str, Passage]]:
    """The days of a "by when" cell that have passed."""
    from ehcp_audit.language.dates import find_dates

    for day in find_dates(cell.text):
        if day.value is not None and day.precision == "day" and day.value < on.day:
            yield "past", cell.cut(day.start, day.end)


def _years_and_stages(passage: Passage, on: Day) -> Iterator[tuple[str, Passage]]:
    """The ends of school years and key stages that have passed, or lie beyond the present phase."""
    if on.year is None:
        return
    for match in _BY_YEAR.finditer(passage.text):
        if int(match.group(1)) < on.year:
            yield "past", passage.cut(*match.span())
        elif int(match.group(1)) > _last_year(on.year) + 1:
            yield "beyond", passage.cut(*match.span())
    for match in _STAGE.finditer(passage.text):
        if LAST_YEARS[match.group(1)] > _last_year(on.year) + 1:
            yield "beyond", passage.cut(*match.span())
        elif (
            LAST_YEARS[match.group(1)] < on.year
            and "end" in passage.text[max(0, match.start() - 20) : match.start()].lower()
        ):
            yield "past", passage.cut(*match.span())


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
_SENTENCE_ENDS = rarely(r"[.;!?\n]\s")
_WILL = rarely(r"\b(?:will|shall|can|able|would|to be)\b|['’]ll\b", re.I)


def _last_year(year: int) -> int:
    """The last year group of the phase that a year group is in."""
    return next((last for last in (0, 6, 11) if year <= last), 14)


def _is_beyond(on: Day, last: date) -> bool:
    """Does a day lie more than a year after the present phase ends? The first year of the next is still near."""
    if on.year is None:
        return False
    ends = on.day.year + (on.day.month > 8) + _last_year(on.year) - on.year
    return last > date(ends + 1, 8, 31)


def _before_steps(words: Passage) -> Passage:
    """The words up to where steps towards the outcome begin, which end sooner than it does."""
    steps = _STEPS.search(words.text)
    return words.cut(0, steps.start()) if steps and steps.start() > 0 else words


@check("dates.fits_phase")
def fits_phase(outcome: Outcome, plan: Plan) -> Answer:
    """Does the outcome end ahead, and not long after the present phase?

    A final plan that shows the day on which it was issued (or amended) is judged as it was written, on that day; any
    other on the day of the audit. What has passed since is asked of the plan as a whole by `dates.stale`.
    """
    made = _made(plan)
    ends = _ends(outcome, plan, made or _audited(plan))
    past = tuple(words for kind, words in ends if kind == "past")
    if past:
        had = f"Its time had passed already when the plan was {_made_words(plan, made)}." if made else ""
        return Answer(Verdict.NOT_MET, first(past), had or "Its time has passed.")
    far = tuple(words for kind, words in ends if kind == "far")
    if far:
        return Answer(Verdict.PARTLY_MET, first(far), "It ends more than six years ahead.")
    from ehcp_audit.language.outcomes import outcome_wording

    timed = outcome_wording(outcome.text).time_bound or any(field.name == "by_when" for field in outcome.fields)
    if not timed:
        return Answer(Verdict.NEEDS_PERSON, outcome.passages[:1], "No end date was found to compare with the phase.")
    wrong = next((one for piece in outcome.passages for one in unlike(piece, plan.facts, plan.as_of)), None)
    if wrong is not None:
        note = f"The day does not fit the stage: by the date of birth, {wrong.stage} ends in summer {wrong.ends}."
        return Answer(Verdict.NEEDS_PERSON, (wrong.words,), note, proposed=Verdict.PARTLY_MET)
    since = tuple(words for kind, words in _ends(outcome, plan, _audited(plan)) if kind == "past")
    if since and made:
        return Answer(Verdict.MET, first(since), f"It was to come when the plan was {_made_words(plan, made)}.")
    beyond = tuple(words for kind, words in ends if kind == "beyond")
    if beyond:
        note = "It has not passed, but ends over a year after the present phase: should something be reached sooner?"
        return Answer(Verdict.MET, first(beyond), note)
    return Answer(Verdict.MET, outcome.passages[:1], "Nothing in its end date has passed.")


def _made_words(plan: Plan, made: Day) -> str:
    """ "issued on 24 July 2026"."""
    how = "amended" if plan.facts.amended == made.day else "issued"
    return f"{how} on {long_date(made.day)}"


@check("dates.stale", holds_in_part=True)
def stale(plan: Plan) -> Answer:
    """Does the text fit the child's present age and year, with no outcome whose time has passed?"""
    gone = _gone(plan, _audited(plan))
    old = _past_ages(plan)
    if not gone and not old:
        return Answer(Verdict.MET, note="Nothing was found that has passed or no longer fits the age.")
    since = _since(plan, gone)
    rest = [one for one in gone if one not in since]
    parts = []
    if rest:
        parts.append("outcomes whose time has passed" if len(rest) > 1 else "an outcome whose time has passed")
    if old:
        parts.append("words that fit an earlier age or year group")
    notes = [f"There {'is' if len(rest) == 1 else 'are'} {' and '.join(parts)}."] if parts else []
    if len(rest) == 1 and (made := _made(plan)):
        notes.append(f"Its time had passed already when the plan was {_made_words(plan, made)}.")
    if since:
        notes.append(_was_to_come(plan, {one: gone[one] for one in since}))
    shown = dict.fromkeys(passage for outcome, words in gone.items() for passage in _shown(outcome, words))
    return Answer(Verdict.NOT_MET, first((*shown, *old), 10), " ".join(notes))


def _gone(plan: Plan, on: Day) -> dict[Outcome, list[Passage]]:
    """The outcomes whose time has passed on a day, each with the words that name the time."""
    outcomes = [item for item in plan.section("E").items if isinstance(item, Outcome)]
    past = {one: [words for kind, words in _ends(one, plan, on) if kind == "past"] for one in outcomes}
    return {one: words for one, words in past.items() if words}


def _shown(outcome: Outcome, words: Sequence[Passage]) -> Iterator[Passage]:
    """The sentences that name the times; where another cell does, the outcome and that cell."""
    said = tuple(sentences(outcome.passages))
    for one in words:
        holds = [sentence for sentence in said if sentence.start <= one.start and one.end <= sentence.end]
        yield from holds[:1] or (outcome.passages[0], one)


def _since(plan: Plan, gone: Collection[Outcome]) -> list[Outcome]:
    """Those of the outcomes whose time has passed only since a final plan was issued or amended."""
    made = _made(plan)
    before = _gone(plan, made) if made is not None else gone
    return [one for one in gone if one not in before]


def _was_to_come(plan: Plan, since: Mapping[Outcome, Sequence[Passage]]) -> str:
    """What is said of them: the review asks whether they were met."""
    made = _made(plan)
    issued = f"after the plan was {_made_words(plan, made)}" if made else ""
    if len(since) > 1:
        return f"{listed([one.subject for one in since])} were due {issued}. Ask at the review whether they were met."
    ((outcome, words),) = since.items()
    due = words[-1].text
    due = due[:1].lower() + due[1:] if _OPENS.match(due) else f"by {due}"
    return f"{outcome.subject} was due {due}, {issued}. Ask at the review whether it was met."


_OPENS = rarely(r"(?:by|before|until|within|in|at|on|from|during|over|this|next|the|end)\b", re.I)


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
            told = int_of(match.group(1).lower())
            if told <= years - 2 and match.start() < 40:
                hits.append(line.cut(*match.span()))
        for match in matches(line, _IN_YEAR):
            if year is not None and int(match.group(1)) < year:
                hits.append(line.cut(*match.span()))
    return hits
