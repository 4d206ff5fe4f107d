"""Checks on the provision in sections F, G, H1 and H2. Rubrics name each by the id in its decorator.

Not every question arises for every line: a writing slope needs no therapy hours, a cross-reference specifies nothing.
Such a line is not applicable rather than at fault.
"""

from __future__ import annotations

import re
from functools import partial

from ehcp_audit.checks import check
from ehcp_audit.checks.acts import acts, is_by_itself
from ehcp_audit.checks.behind import DONE_BEHIND
from ehcp_audit.checks.carried_over import of_reviews, without_amount
from ehcp_audit.checks.doubt import is_bare, is_left_open, is_owed, judged, lacks_an_amount, speaks_of_help
from ehcp_audit.checks.hollow import is_hollow
from ehcp_audit.checks.lines import (
    COUNTED,
    FIELDS,
    SERVICES,
    TAUGHT,
    given,
    is_counted,
    left_open,
    line_kind,
    not_asked,
    quotes,
    read_parts,
)
from ehcp_audit.checks.occasions import only_across, sessions_of_no_length
from ehcp_audit.checks.parts import Part, first, own, parts
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import kept_of
from ehcp_audit.checks.shared_times import period_over
from ehcp_audit.checks.staffing import when_given, who
from ehcp_audit.checks.together import goes_on, review_elsewhere, review_of_all, siblings, taken_up
from ehcp_audit.language import traps
from ehcp_audit.language.deadlines import deadlines
from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.provision import ProvisionWording
from ehcp_audit.language.spans import Span
from ehcp_audit.language.wordlists import is_number
from ehcp_audit.model import Answer, Passage, Plan, Provision, Verdict
from ehcp_audit.rare import rarely


@check("provision.type_named")
def type_named(provision: Provision, plan: Plan | None = None, *, also: list[str] | None = None) -> Answer:
    """Does it say what will be done: a named therapy, programme, equipment, adjustment or activity?

    Bare "support", "help", "input", "strategies" or "opportunities" name nothing that could be checked. `also` adds
    names that count as types, such as a local programme, to the shipped lists.
    """
    read = read_parts(provision, "title", "provision")
    local = given(read, also)
    kind = line_kind(provision)
    if kind == "statement" and not local:
        return not_asked(kind, frozenset()) or Answer(Verdict.NOT_APPLICABLE)
    named = local or quotes(read, "types") or acts(provision)
    if named:
        return Answer(Verdict.MET, named, "It says what will be done.")
    if not left_open(read):
        for one in siblings(provision, plan):
            if named := quotes(read_parts(one, "title", "provision"), "types") or acts(one):
                return Answer(Verdict.MET, named, "What it belongs to says what will be done.")
        whole = read_parts(provision, *FIELDS)
        if any(said.quantified and not said.hedges for _, said in whole):
            trained = tuple(one for one in quotes(whole, "actors") if _PROFESSION.search(one.text))
            if trained:
                return Answer(Verdict.MET, trained, "A profession gives it, for a time that can be checked.")
    return judged(
        quotes(read, "hedges"), "It does not say what exactly will be done.", sure=_says_nothing(provision, read)
    )


def _says_nothing(provision: Provision, read: list[tuple[Part, ProvisionWording]]) -> bool:
    """Is it help left open, or is all beside a role and an amount empty ("will support him with learning")?"""
    named = own(provision).found(_NAMED_BEFORE)
    empty = is_counted(read) and any(said.actors for _, said in read) and speaks_of_help(provision) and not named
    return is_left_open(provision, read) or (empty and is_hollow(provision))


_NAMED_BEFORE = rarely(
    r"(?:\b(?:this|that|these|the same)|(?:therapist|psychologist|teacher|nurse)['’]s?) "
    r"(?:programme|therapy|intervention|work|exercises?)s?\b|"
    r"\b(?:maths?|mathematics|english|science|literacy|numeracy|reading|writing|phonics|music|subject) "
    r"(?:teachers?|tutors?|lessons?|class)\b|\bto plan \w|"
    r"\b(?:home|personal|private) (?:tutor|teacher)s?\b|"
    # "works with me on needs 1 and 2", which the plan sets out elsewhere
    r"\b(?:works?|working)(?: directly)?(?: one[- ]to[- ]one)?(?: with [\w’'-]+)? on (?:needs?|outcomes?) [B-F]?\d",
    re.IGNORECASE,
)
_PROFESSION = rarely(
    r"therap|psycholog|teacher of|specialist|nurse|counsell|emotional literacy|ELSA|dietit|dietici|paediatric|"
    r"audiolog|orthopt|optom|consultant|doctor|dentist|health visitor|midwife|podiatr|orthot",
    re.I,
)
"""Those whose time is itself of a kind; what an assistant's hour is for has to be said."""


def _of_the_line_before(provision: Provision, plan: Plan | None) -> Answer | None:
    """A line that goes on about one with an amount gives none of its own: "They then carry out his stretches"."""
    read = read_parts(provision, *COUNTED)
    served = any(span.kind in ("therapy", "programme") for _, said in read for span in said.types)
    if left_open(read) or (served and not goes_on(provision) and taken_up(provision, plan) is None):
        return None
    if not any(said.quantified for one in siblings(provision, plan) for _, said in read_parts(one, *COUNTED)):
        return None
    words = own(provision)
    others = words.found(_OTHERS_WILL)
    if others and not any(is_number(word) for word in words.text[len(others[0].text) :].lower().split()):
        note = "The line before says how much, but of others: does that amount hold for this too?"
        return judged(others, note, sure=False)
    return Answer(Verdict.NOT_APPLICABLE, note="It goes on about a line that gives the amount.")


_OTHERS_WILL = rarely(  # staff who have a duty of their own: "In other lessons his teachers will chunk longer texts"
    r"^\W{0,3}(?:(?:in|during|across|throughout|outside) [^,.;]{3,40}?,? )?"
    r"(?!(?:they|the same|both|these)\b)(?:[\w'’-]+ ){0,5}?"
    r"(?:staff|teachers?|adults?|assistants?|TAs?|LSAs?|mentors?|tutors?|key ?workers?|therapists?)"
    r"(?: (?:in|at|across) [^,.;]{3,30})? (?:will|shall|should|are to|is to) (?!review|look at|check that)",
    re.IGNORECASE,
)


@check("provision.amount")
def amount(provision: Provision, plan: Plan | None = None) -> Answer:
    """Does it say how much: hours or minutes, or every stated occasion?

    Asked of services and of training for staff; equipment, adjustments, and a message, card or picture that somebody
    sends or hands over need no hours.
    """
    if answer := not_asked(line_kind(provision), TAUGHT):
        return answer
    read = read_parts(provision, *COUNTED)
    reviews = of_reviews(provision) if left_open(read) else ()
    found = tuple(one for one in quotes(read, "amounts", "occasions") if not _stands_in(one, reviews))
    uncounted = _is_time_without_amount(provision, read)
    if found and not uncounted and (across := only_across(provision, read)):
        note = "It says over which part of the day or week, and not whether that is for all of it."
        return judged(across, note, sure=False)
    if found and not uncounted and (sessions := sessions_of_no_length(provision, read)):
        note = "It says on which occasions, and not how long each session lasts."
        return judged(sessions, note, sure=False)
    if untimed := without_amount(provision, plan):
        note = "The sentences beside it say how much, but of others: does that amount hold for this too?"
        return judged(first(untimed), note, sure=False)
    if found and not uncounted:
        return Answer(Verdict.MET, found, "It says how much.")
    if answer := _of_the_line_before(provision, plan):
        return answer
    timeless = _says_no_time(read)
    brief = not uncounted and not left_open(read) and not is_owed(provision) and not timeless
    if brief and _is_a_message(provision):
        return Answer(Verdict.NOT_APPLICABLE, note="A message or a card takes no time to speak of.")
    told = (() if timeless else quotes(read, "frequencies")) or _amount_cell(provision)
    note = "It does not say how long each time, or how much in all."
    return judged(told, note, sure=uncounted or lacks_an_amount(provision))


def _says_no_time(read: list[tuple[Part, ProvisionWording]]) -> bool:
    """Does a field for how much and how often hold words that tell neither: "Built into the school week"?"""
    told = [said for part, said in read if part.name == "how_often" and part.text.strip()]
    return bool(told) and not any(
        said.amounts or said.quantified or said.frequencies or said.occasions for said in told
    )


def _is_a_message(provision: Provision) -> bool:
    """Is something told, handed over or put up, and nothing else done: "tells me by a message to my tablet"?"""
    words = own(provision)
    return bool(words.found(phrases("takes no time"))) and not words.found(phrases("takes time"))


def _amount_cell(provision: Provision) -> tuple[Passage, ...]:
    """What stands in the field for how much and how often, whatever it says."""
    return first(piece for part in parts(provision, "how_often")[1:] if part.text.strip() for piece in part.passages)


def _is_time_without_amount(provision: Provision, read: list[tuple[Part, ProvisionWording]]) -> bool:
    """Is it extra time in tests, with no number that says how much more?"""
    seen = look_at(own(provision).text, "provision")
    counted = any(said.amounts for _, said in read) or any(is_number(word) or word == "half" for word in seen.words)
    return bool(seen.find("lines.extra_time")) and not counted and not own(provision).found(_BY_RULES)


_BY_RULES = rarely(r"\b(?:rules|regulations|JCQ|exam(?:ination)? boards?|(?:applied|apply|application) for|evidence)\b")
"""Where others grant it, as in public examinations, they say how much."""


@check("provision.frequency")
def frequency(provision: Provision, plan: Plan | None = None) -> Answer:
    """Does it say how often: daily, twice a week, every lesson?

    Asked of services and of training for staff, where a date or a term is enough; equipment and adjustments are not
    asked. How often it is reviewed does not count.
    """
    kind = line_kind(provision)
    if answer := not_asked(kind, TAUGHT):
        return _at_open_times(provision) or answer
    read = read_parts(provision, *COUNTED)
    found = quotes(read, "frequencies", "occasions")
    asked = own(provision).found(phrases("on demand"))
    few = tuple(passage for part, _ in read for passage in part.found(_FEW_TIMES))
    for loose, note in ((asked, _ON_DEMAND), (few, _ANY_NUMBER)):
        if loose and all(_stands_in(one, loose) for one in found):
            return Answer(Verdict.NEEDS_PERSON, first(loose), note, proposed=Verdict.NOT_MET)
    if not found and any(said.quantified for _, said in read):
        found = quotes(read, "amounts")  # so many sessions in all
    if not found and (kind == "training" or any(said.amounts for _, said in read)):
        found = first(passage for part, _ in read for passage in part.quote(when_given(part.name, part.text)))
        found = found or first(own(provision).found(phrases("once before")))
    if not found and not left_open(read):
        found = own(provision).found(_AT_AN_EVENT)
    if found and (cell := _only_of_the_setter(read)):
        note = "It says how often the work is set or looked at, and beside how long not how often it is done."
        return Answer(Verdict.NEEDS_PERSON, cell, note, proposed=Verdict.NOT_MET)
    if found:
        return Answer(Verdict.MET, first(found), "It says how often.")
    if answer := _of_the_line_before(provision, plan):
        return answer
    vague = tuple(
        passage for part, said in read for passage in part.quote(span for span in said.hedges if span.kind == "amount")
    )
    told = first(vague) or _amount_cell(provision)
    daily = any(said.amounts for _, said in read) and own(provision).found(_TIME_OF_DAY)
    return judged(told, "It does not say how often.", sure=lacks_an_amount(provision) and not daily)


def _at_open_times(provision: Provision) -> Answer | None:
    """Breaks and the like, for which somebody is named, in a column of times that leaves them to the moment: "Through
    the week, when he starts to tire". Nothing (None) of any other line that is not asked.
    """
    cells = [part for part in parts(provision, "how_often")[1:] if part.text.strip()]
    if not cells or not own(provision).found(_TAKES_TURNS) or not quotes(read_parts(provision, "who"), "actors"):
        return None
    told = first(piece for part in cells for piece in part.found(_OPEN_TIMES))
    counted = any(is_number(word) for part in cells for word in part.text.lower().split())
    if not told or counted or quotes(read_parts(provision, "how_often"), "frequencies"):
        return None
    return judged(told, "It leaves to the moment how often.", sure=False)


_TAKES_TURNS = rarely(
    r"^\W{0,3}(?:[\w'’-]+ ){0,4}(?:breaks?|time[- ]outs?|check-?ins?|check-?ups?|chats?|walks?|rests?|debriefs?|"
    r"de-?escalation|reassurance|rehearsals?|quiet time|catch-?ups?)\b",
    re.IGNORECASE,
)
_OPEN_TIMES = rarely(
    r"\b(?:at (?:the )?(?:points?|times|moments)|when(?:ever)?|where(?:ver)?|as soon as|if|on (?:bad|hard|difficult|"
    r"tricky) days|now and then|from time to time|through(?:out)? the (?:day|week))\b[^.;|]{0,80}",
    re.IGNORECASE,
)


def _only_of_the_setter(read: list[tuple[Part, ProvisionWording]]) -> tuple[Passage, ...]:
    """The length in a column of times that gives no frequency, where the only one is that of whoever sets the work:
    "exercises set by a therapist each term | 25 minutes a session"; else nothing.
    """
    cells = [(part, said) for part, said in read if part.name == "how_often" and said.amounts]
    if not cells or any(said.quantified for _, said in cells):
        return ()
    told = [(part, one) for part, said in read for one in (*said.frequencies, *said.occasions)]
    if not told or any(not _is_of_setter(part.text, one) for part, one in told):
        return ()
    return first(passage for part, said in cells for passage in part.quote(said.amounts))


def _is_of_setter(text: str, one: Span) -> bool:
    setter = _SET_BY.search(text)
    return setter is not None and setter.start() < one.start < setter.end()


_SET_BY = rarely(rf"\b(?:{DONE_BEHIND}|guided|written|checked) (?:and \w+ )?by\b[^.;]*")


def _stands_in(one: Passage, others: tuple[Passage, ...]) -> bool:
    return any(other.start <= one.start < other.end for other in others)


_ON_DEMAND = "It is given when somebody asks: how often at the least?"
_ANY_NUMBER = "It says how often in a word that could mean any number."
_FEW_TIMES = rarely(
    r"\b(?:a few|several|some|a number of|a couple of|many|various) "
    r"(?:times|sessions|occasions|days|mornings|afternoons|lessons|visits) "
    r"(?:a|an|per|each|every|in (?:a|an|the|each|every)|(?:through|over|across|during) (?:a|the|each)) "
    r"(?:school )?(?:day|week|fortnight|month|half[- ]term|term|year)\b",
    re.IGNORECASE,
)
_TIME_OF_DAY = rarely(
    r"\b(?:after|before|at|over|until|from) (?:the )?(?:lunch(?:time)?|noon|midday|break(?:time)?|breakfast|snack|"
    r"registration|home time|tutor time|assembly)\b",
    re.IGNORECASE,
)
"""With an amount it may well be every day: "15 minutes after lunch"."""
_AT_AN_EVENT = rarely(
    r"\b(?:as soon as (?:he|she|they|I|it)|at any time|(?:each|every) time|whenever (?:he|she|they|I)|"
    r"(?:limited to|no more than|not more than|at most|up to) [\w -]{1,20} minutes at a (?:time|stretch|sitting)|"
    r"at the (?:start|beginning|end) of (?:the|his|her|their|my) (?:school |college )?day|"
    r"[Ll]eav(?:es?|ing) (?:every |each |all |his |her |their )?lessons (?:[\w-]+ ){0,2}early|"
    r"(?:leav|go|com|mov|arriv|get|start|finish|set)(?:e?s|e|ing)?(?! (?:over|through|on)\b)"
    r"(?: [\w'’.,]+){0,6}? [\w-]+ minutes (?:early|earlier|later?|ahead|before|after)"
    r"(?! (?:lunch|break|school|registration|lessons?))|"
    r"let (?:out|go|in)(?: [\w'’.,]+){0,4}? [\w-]+ minutes (?:early|earlier|later?|ahead|before|after))\b"
)
"""How far apart in time two things of every day are is no length: "I leave lessons four minutes before the bell"."""


@check("provision.quantified")
def quantified(provision: Provision) -> Answer:
    """Could the amount be worked out or checked: hours a week, a length and a frequency, every stated occasion?"""
    if answer := not_asked(line_kind(provision), SERVICES):
        return answer
    read = read_parts(provision, *COUNTED)
    if is_counted(read):
        return Answer(Verdict.MET, quotes(read, "amounts", "frequencies", "occasions"), "The amount can be checked.")
    told = quotes(read, "amounts", "frequencies")
    return judged(told, "The amount cannot be worked out.", sure=lacks_an_amount(provision))


@check("provision.period")
def period(provision: Provision, plan: Plan | None = None) -> Answer:
    """Does it say for how long it runs, or when it will be looked at again?

    What is said of the numbered item, the paragraph, the lines under a heading or the whole section counts, for
    training the time when it is given, and when the plan itself is next looked at (its review, or what it says of
    monitoring) for every line that leaves nothing open or that a named role gives at a stated frequency. Equipment and
    cross-references are not asked.
    """
    kind = line_kind(provision)
    if answer := not_asked(kind, frozenset({"service", "training"})):
        return answer
    if is_by_itself(provision):
        return Answer(Verdict.NOT_APPLICABLE, note="It is a standing arrangement.")
    found = _periods(provision, kind) or first(
        piece for one in siblings(provision, plan) for piece in _periods(one, line_kind(one))
    )
    if found:
        return Answer(Verdict.MET, found, "It gives a period or a point of review.")
    counted = read_parts(provision, *COUNTED)
    sure = is_bare(provision) and not is_counted(counted)
    if plan is None:
        return judged((), _NO_PERIOD, sure=sure)
    if line := period_over(provision, plan):
        return Answer(Verdict.MET, (line,), "A line over it says for how long.")
    if sentence := review_of_all(provision, plan):
        return Answer(Verdict.MET, (sentence,), "What it belongs to is reviewed.")
    next_review = dict(plan.facts.sources).get("review_due")
    looked_at = review_elsewhere(plan) or next_review
    if looked_at and not left_open(counted):
        return Answer(Verdict.MET, (looked_at,), "The plan says when its provision is looked at.")
    often = quotes(counted, "frequencies", "occasions")
    if next_review and often and who(provision, plan).verdict is Verdict.MET:
        return Answer(Verdict.MET, (*often[:1], next_review), "It goes on until the plan's next review.")
    return judged((), f"{_NO_PERIOD} {_NOTHING_TO_REVIEW}" if looked_at else _NO_PERIOD, sure=sure)


_NOTHING_TO_REVIEW = "The plan's own review does not count where words leave open what is given."
_NO_PERIOD = "It does not say for how long, or when it will be reviewed."


def _periods(provision: Provision, kind: str) -> tuple[Passage, ...]:
    """The words for how long it runs and for when it is looked at: asked by each of its siblings, found once."""
    return kept_of(provision, ("periods", kind), partial(_find_periods, provision, kind))


def _find_periods(provision: Provision, kind: str) -> tuple[Passage, ...]:
    found: list[Passage] = []
    for part, said in read_parts(provision, *FIELDS, "monitoring"):
        found.extend(part.quote(said.lengths))
        found.extend(part.quote(traps.reviews(part.text)))
        found.extend(part.found(phrases("looked at")))
        found.extend(part.quote(one.span for one in deadlines(look_at(part.text, "provision"))))
        if part.name in {"review", "by_when"} and part.text.strip():
            found.extend(part.passages)
        if kind == "training":
            found.extend(part.quote((*said.frequencies, *when_given(part.name, part.text))))
    return first(found)
