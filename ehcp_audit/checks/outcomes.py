"""Checks on the outcomes in section E. Rubrics name each by the id in its decorator."""

from __future__ import annotations

import re
from functools import partial

from ehcp_audit.checks import check
from ehcp_audit.checks.alike import stands_apart
from ehcp_audit.checks.doubt import judged
from ehcp_audit.checks.help_as_outcomes import posing
from ehcp_audit.checks.parts import first, own, parts
from ehcp_audit.checks.passages import found
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import kept_of
from ehcp_audit.checks.several_promises import bare_promises, without_help, without_reason
from ehcp_audit.checks.shared_times import time_for_all
from ehcp_audit.language.dates import find_dates
from ehcp_audit.language.deadlines import Deadline
from ehcp_audit.language.outcomes import OutcomeWording, outcome_wording
from ehcp_audit.language.spans import Span
from ehcp_audit.language.wordlists import number_words
from ehcp_audit.model import Answer, Outcome, Passage, Plan, Verdict
from ehcp_audit.rare import rarely

_POINTERS = re.compile(
    r"[(\[][^()\[\]]{0,90}\b(?:[A-Z]\d{1,2}|\d{1,2}\.\d{1,2})\b[^()\[\]]{0,90}[)\]]|^\s{0,3}\d{1,2}\.\d{1,2}\b(?!\s?[%a-z])|"
    r"\((?:his|her|their|my|[\w-]+['’]s) (?:wish|hope|aspiration|dream)s?\b[^()]{0,120}\)|"
    r"^\s{0,3}(?:\d{1,2}\.\d{1,2}\s{1,3})?outcome \d{1,2}\s?:|"
    # (Need 5, care need 1), (third need; social care need), This answers care need (s1).
    r"[(\[][^()\[\]]{0,60}\b(?:needs? [a-z]?\d{1,2}|(?:first|second|third|fourth|fifth|sixth|seventh|both|care|health|"
    r"social|educational) needs?)\b[^()\[\]]{0,60}[)\]]|"
    r"\b(?:this|it) (?:answers|meets|is for|serves|goes with|comes from) "
    r"(?:the )?(?:(?:social |health )?care |health |special educational )?needs? (?=[\w(\[]{0,3}\d)",
    re.IGNORECASE,
)


_OF_SO_MANY = rarely(r"\w+ (?:out )?(?:of|in) (?:\w+ )?(?:\d+|ten|five|twenty|four)\b")  # "9 of 10 occasions"


def _wording(outcome: Outcome) -> OutcomeWording:
    """The wording without the numbers that an outcome carries and points at: "5.4 Outcome 3: ... (B2.1; her wish)"."""
    return kept_of(outcome, "wording", partial(_worded, outcome))


def _result(outcome: Outcome) -> OutcomeWording:
    """The same without what others do, where that stands beside a clear outcome in sentences of its own."""
    said = _wording(outcome)
    return said if not said.is_provision else outcome_wording(without_help(without_reason(_unnumbered(outcome))))


def _worded(outcome: Outcome) -> OutcomeWording:
    return outcome_wording(without_reason(_unnumbered(outcome)))


def _unnumbered(outcome: Outcome) -> str:
    less = _POINTERS.sub(lambda match: " " * len(match.group()), outcome.text)
    return _RATED.sub(lambda match: "it".ljust(len(match.group())), less) if _RATED_OUT.search(less) else less


_RATED = rarely(  # a hope that is scored is a measure: "she will score her hope for the future at seven out of ten"
    r"(?<=[a-z] )(?:his|her|their|my) (?:own )?(?:hopes?|wish|wishes|dreams?)\b"
    r"(?: (?:for|of|about|in) (?:[a-z]+ ){0,3}?[a-z]+(?= (?:at|as|to)\b))?"
)
_RATED_OUT = rarely(
    r"\b(?:scor|rat|mark|put|plac)(?:e|es|ed|ing|s|ting)? (?:his|her|their|my) (?:own )?(?:hopes?|wish|wishes|"
    r"dreams?)\b[^.;\n]{0,50}? (?:at|as|to) (?:at least |no lower than )?"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b"
)


def _fault(outcome: Outcome, plan: Plan | None, words: tuple[Passage, ...], note: str, *, sure: bool = True) -> Answer:
    """Not met where that is `sure` and the line plainly one of the plan's outcomes; else proposed to a person."""
    if sure and stands_apart(outcome, plan):
        return judged(words, note + _OF_ANOTHER_KIND, sure=False)
    return judged(words, note, sure=sure)


_OF_ANOTHER_KIND = " Unlike the other outcomes it does not say what the child does: is it meant as one?"


def _is_dated_measure(outcome: Outcome) -> bool:
    """Does it hold what an outcome holds, a measure and a day, so that words of provision in it prove little?

    How much of it the child is to receive ("will have 1:1 sessions for 30 minutes a week") is no measure. In what the
    child takes part, a measure besides needs no day: "join a play session, in at least two activities".
    """
    said = _wording(outcome)
    received = [one for one in said.provision if one.kind in ("received", "taking_part")]
    joined = bool(received) and all(one.kind == "taking_part" for one in said.provision)
    measures = [
        one
        for one in said.measures
        if not received or not (_DOSE.search(one.text) or any(part.start <= one.start < part.end for part in received))
    ]
    return bool(measures) and (joined or bool(_deadlines(outcome)))


_DOSE = rarely(
    r"\b(?:minutes?|mins?|hours?|sessions?)\b.{0,60}\b(?:an?|each|per|every) (?:day|week|fortnight|month|term)\b",
    re.IGNORECASE,
)


@check("outcomes.is_outcome")
def is_outcome(outcome: Outcome, plan: Plan | None = None) -> Answer:
    """Is it an outcome, and not provision?

    Provision, a service or a process ("will receive", "have access to", "attend a group") says what is done for the
    child; an outcome says what the child will then do or have. What the child only takes part in, attends or has put in
    place, with no part of her own told, is proposed to a person.
    """
    said = _wording(outcome)
    if said.is_provision:
        note = "It says what will be provided or done, not the difference it makes for the child."
        return _fault(
            outcome, plan, first(own(outcome).quote(said.provision)), note, sure=not _is_dated_measure(outcome)
        )
    if not said.is_aspiration and (posed := posing(_unnumbered(outcome))):
        note = "It seems to say what the child attends or is given, and not what comes of it."
        sure = all(one.kind == "plain" for one in posed)
        return _fault(outcome, plan, first(own(outcome).quote(posed)), note, sure=sure)
    return Answer(Verdict.MET, note="It is worded as an outcome.")


@check("outcomes.not_aspiration")
def not_aspiration(outcome: Outcome, plan: Plan | None = None) -> Answer:
    """Is it an outcome, and not an aspiration?

    What the child or the family hopes, wants or dreams of belongs in section A; an outcome is what will be achieved.
    """
    said = _wording(outcome)
    if said.is_aspiration:
        note = "It is a wish for the future; aspirations belong in section A."
        return _fault(
            outcome, plan, first(own(outcome).quote(said.aspirations)), note, sure=not _is_dated_measure(outcome)
        )
    return Answer(Verdict.MET, note="It is not worded as a wish.")


@check("outcomes.specific")
def specific(outcome: Outcome, plan: Plan | None = None) -> Answer:
    """Does the outcome name something definite that somebody could see the child do?

    "Improve his communication" names an area of need; "ask an adult for help" names a behaviour.
    """
    said = _result(outcome)
    if said.specific and (bare := bare_promises(outcome)):
        note = "A sentence of it names no skill, behaviour or achievement that somebody could see."
        return Answer(Verdict.NEEDS_PERSON, bare, note, proposed=Verdict.PARTLY_MET)
    if said.specific:
        return Answer(Verdict.MET, first(own(outcome).quote(said.behaviours)), "It names something that can be seen.")
    if counted := _counted_out(outcome, said):
        return Answer(Verdict.MET, counted, "It says what happens, and on how many days or how long.")
    evidence = said.changes or said.hedges
    note = "It names no skill, behaviour or achievement that somebody could see."
    return _fault(outcome, plan, first(own(outcome).quote(evidence)), note)


def _counted_out(outcome: Outcome, said: OutcomeWording) -> tuple[Passage, ...]:
    """How many days of so many, or how often and for how long, of what is no feeling and no help: "is well enough for
    nursery on nine days in ten", "goes to a club each week for a term".
    """
    if said.is_provision or said.is_aspiration or said.changes or _FEELING.search(outcome.text):
        return ()
    if posing(_unnumbered(outcome)):
        return ()
    return first(found(outcome.passages, phrases("days of so many")), 2)


_FEELING = rarely(
    r"\b(?:happ(?:y|ier|ily)|settled|calm\w*|confiden\w+|positive\w*|better|content|included|supported|engaged?|"
    r"access(?:es|ing)?|cop(?:e|es|ing)|comfortable|valued|safe|benefit\w*)\b",
    re.IGNORECASE,
)


@check("outcomes.measurable")
def measurable(outcome: Outcome, plan: Plan | None = None) -> Answer:
    """Could somebody who does not know the child say whether it was met?

    A count, a rate, a score, a level of independence or prompting, an event or a product all count, in the outcome's
    words or in its success measure. A percentage of an area ("reading skills with 75% accuracy") does not.
    """
    said = _result(outcome)
    if said.measurable:
        note = "It can be told whether it was met." + (" " + _FROM if _has_baseline(outcome) else "")
        return Answer(Verdict.MET, first(own(outcome).quote((*said.measures, *said.baselines))), note)
    if not said.is_provision and not said.is_aspiration:
        counted = [span for span in said.measures if span.kind == "count" and _OF_SO_MANY.search(span.text)]
        if counted and not said.changes:
            return Answer(Verdict.MET, first(own(outcome).quote(counted)), "It can be told whether it was met.")
        if days := _counted_out(outcome, said):
            return Answer(Verdict.MET, days, "It can be told whether it was met.")
        for part in parts(outcome, "success")[1:]:
            held = outcome_wording(part.text)
            if held.measures:
                return Answer(Verdict.MET, first(part.quote(held.measures)), "Its success measure can be checked.")
    worded = not said.is_provision and not said.is_aspiration and not said.changes
    told = bool(said.measures) or (worded and _MAY_MEASURE.search(_without_deadlines(outcome, said)) is not None)
    sure = not told and not said.is_provision
    note = "An outsider could not tell from it whether it was met."
    return _fault(outcome, plan, first(own(outcome).quote(said.measures)), note, sure=sure)


_MAY_MEASURE = rarely(
    rf"\b(?:\d+|{'|'.join(number_words(1, 10))}|half|once|twice|every|each|all|both|always|never|"
    r"no (?!longer|more)\w+|without|whole|until|alone|independently|(?:him|her)self|themselves|(?:my|your)self|own)\b",
    re.IGNORECASE,
)


def _without_deadlines(outcome: Outcome, said: OutcomeWording) -> str:
    text = list(outcome.text)
    for one in said.deadlines:
        text[one.span.start : one.span.end] = " " * (one.span.end - one.span.start)
    return "".join(text)


_FROM = "It says where the child starts from."


def _has_baseline(outcome: Outcome) -> bool:
    """Does it say where the child starts from, in its words or in a field of its own?"""
    told = any(part.text.strip() for part in parts(outcome, "baseline")[1:])
    return told or bool(_wording(outcome).baselines)


@check("outcomes.time_bound")
def time_bound(outcome: Outcome, plan: Plan, *, phase_end_counts: bool = True) -> Answer:
    """Does the outcome say by when it should be achieved?

    A date, an age, a school year or the end of a phase all count, in its words or in a "by when" field. With
    `phase_end_counts: false`, "by the end of Key Stage 2" or "on leaving school" alone does not. Where hardly any
    outcome says it and a line above or below them names a time, or a sentence elsewhere names one and the outcomes, a
    person decides whether that is meant for all.
    """
    found = _deadlines(outcome)
    if not phase_end_counts:
        found = [(one, passage) for one, passage in found if one.kind not in {"key_stage", "phase_end", "transfer"}]
    if found:
        return Answer(Verdict.MET, first(passage for _, passage in found), "It says by when.")
    if ends := own(outcome).found(_BY_ITS_END):
        return judged(first(ends), "It says by when it ends, and not when that is.", sure=False)
    for_all = time_for_all(plan)
    if for_all is not None:
        note = "It does not say by when. A line outside the outcomes names a time, which may be meant for all of them."
        return judged((for_all,), note, sure=False)
    if ends := _until(outcome):
        goes_on = "the help is given" if _wording(outcome).is_provision else "it goes on"
        return _fault(
            outcome, plan, first(ends), f"It says until when {goes_on}, not by when the outcome is to be met."
        )
    text = own(outcome)
    if ahead := [one for one in find_dates(text.text) if one.value is not None and one.value > plan.as_of]:
        note = "It names a day to come, and does not say that it is to be met by then."
        return judged(
            first(text.quote([Span(one.start, one.end, text.text[one.start : one.end]) for one in ahead])),
            note,
            sure=False,
        )
    return _fault(outcome, plan, (), "Nothing says by when.")


def _until(outcome: Outcome) -> tuple[Passage, ...]:
    """The times that something goes on to, no deadlines: "will meet Ali every fortnight until July 2027"."""
    from ehcp_audit.language.deadlines import points

    words = own(outcome)
    times = ((_UNTIL.search(words.text, 0, one.span.start), one.span.end) for one in points(words.text))
    return words.quote(Span(to.start(), end, words.text[to.start() : end]) for to, end in times if to)


_UNTIL = rarely(
    r"\b(?:until|till|up to|through to)(?: (?:the )?(?:end|close|start|beginning) of)?(?: the)? $", re.IGNORECASE
)


_BY_ITS_END = rarely(
    r"\b(?:by|at|before|until|on) (?:its|their|the) (?:last day|(?:very )?(?:end|close|finish))"
    r"(?: of (?:it|this|that|them|these))?(?! of)\b|"
    r"\bby the (?:end|close) of (?:it|this|that|(?:the|this|that|his|her|their|my) (?!day\b|lesson\b|session\b|visit\b)"
    r"(?:[\w-]+ ){0,2}(?:course|placement|internship|programme|apprenticeship|block|job|project|year|term|stay))\b|"
    r"\b(?:when|once|before|by the time) "
    r"(?:it|the (?:[\w-]+ )?(?:course|placement|internship|programme|block|project)) "
    r"(?:ends|finishes|closes|is over|has ended)\b|\bby then\b",
    re.IGNORECASE,
)
"""An end that is that of something else, named before: "During the internship from June ..., and by its end ..."."""


@check("outcomes.deadline_ahead")
def deadline_ahead(outcome: Outcome, plan: Plan) -> Answer:
    """Does the deadline still lie ahead of the date of the audit?

    Only a deadline that names its year can be compared; where none does, the question does not arise.
    """
    dated = [(one.value, passage) for one, passage in _deadlines(outcome) if one.value is not None]
    if not dated:
        return Answer(Verdict.NOT_APPLICABLE, note="No deadline names a year.")
    passed = [passage for value, passage in dated if value < plan.as_of]
    if passed:
        note = "The deadline had passed on the date of the audit."
        return _fault(outcome, plan, first(passed), note)
    return Answer(Verdict.MET, first(passage for _, passage in dated), "The deadline lies ahead.")


def _deadlines(outcome: Outcome) -> list[tuple[Deadline, Passage]]:
    found: list[tuple[Deadline, Passage]] = []
    for part in parts(outcome, "by_when", "success"):  # "Seen in four sessions out of five, by 25 March 2027"
        for one in outcome_wording(part.text).deadlines or _in_a_field(part.name, part.text):
            found.extend((one, passage) for passage in part.quote([one.span]))
    return found


def _in_a_field(name: str, text: str) -> tuple[Deadline, ...]:
    """A "by when" cell needs no "by": "July 2027" is a deadline there."""
    if name != "by_when" or not text.strip():
        return ()
    from ehcp_audit.language.deadlines import points

    return points(text)


@check("outcomes.personal")
def personal(outcome: Outcome, plan: Plan | None = None) -> Answer:
    """Is the outcome about the child, and not about a service or its staff?"""
    said = _wording(outcome)
    if said.person_centred:
        return Answer(Verdict.MET, note="It is about what the child gains or does.")
    note = "It is written from the side of a service, its staff or its resources."
    return _fault(outcome, plan, first(own(outcome).quote(said.provision)), note, sure=not _is_dated_measure(outcome))


@check("outcomes.yardstick")
def yardstick(outcome: Outcome, plan: Plan | None = None) -> Answer:
    """Where the outcome says "improve", "develop" or "better", does it say from what, or to what?

    An outcome without such a word is not asked.
    """
    said = _wording(outcome)
    # "No crying for longer than a minute" changes nothing.
    bare = tuple(one for one in said.changes if not outcome.text.startswith(" than ", one.end))
    if not bare:
        return Answer(Verdict.NOT_APPLICABLE, note="No word of change stands in it.")
    if said.measurable or said.behaviours:
        return Answer(Verdict.MET, first(own(outcome).quote((*bare, *said.measures))), "The change has a yardstick.")
    fields = parts(outcome, "baseline", "success")[1:]
    for part in fields:
        if outcome_wording(part.text).measures:
            return Answer(
                Verdict.MET,
                first((*own(outcome).quote(bare), *part.quote(outcome_wording(part.text).measures))),
                "The change has a yardstick.",
            )
    note = "It says that something will change, not from what or to what."
    return _fault(outcome, plan, first(own(outcome).quote(bare)), note)


@check("outcomes.one_result")
def one_result(outcome: Outcome) -> Answer:
    """Does the outcome hold one result, so that it can be met or not met as a whole?

    Advisory: a rule cannot tell every list of settings from several results.
    """
    said = _wording(outcome)
    if said.multiple:
        return Answer(
            Verdict.NOT_MET,
            first(own(outcome).quote(said.results)),
            "It seems to hold several results, each of which could be met without the others.",
        )
    return Answer(Verdict.MET, note="It holds one result.")
