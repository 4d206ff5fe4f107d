"""What a sentence of a paragraph of provision has from the sentences beside it, and what it has to say itself.

"A specialist teacher teaches him for 45 minutes each Monday. Movement sessions take place for ten minutes twice a day."
The teacher of the first sentence gives nothing of the second: each says what somebody gives, how long and how often,
and the second says it of nobody. A sentence on the same thing ("Indirect: one hour a term", "These are done with her
for ten minutes daily"), or under words that name who gives all of it, has its giver from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from ehcp_audit.checks.acts import is_by_itself
from ehcp_audit.checks.introduced import named_in
from ehcp_audit.checks.lines import line_kind
from ehcp_audit.checks.names import own_names
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import kept_of
from ehcp_audit.checks.together import paragraph, siblings
from ehcp_audit.language import traps
from ehcp_audit.language.provision import ProvisionWording, provision_wording
from ehcp_audit.language.spans import Span
from ehcp_audit.model import Passage, Plan, Provision
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.rare import rarely


class _Told(NamedTuple):
    """One sentence of a paragraph, and what its wording holds."""

    passage: Passage
    said: ProvisionWording

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def is_timed(self) -> bool:
        said = self.said
        return bool(said.amounts) and (said.quantified or bool(said.frequencies) or bool(said.occasions))

    @property
    def is_counted(self) -> bool:
        return bool(self.said.amounts or self.said.frequencies or self.said.occasions)


def without_giver(provision: Provision, plan: Plan | None) -> tuple[Passage, ...]:
    """The sentences of a line that give something for so long and so often and name nobody, where the sentences beside
    them in their paragraph each name who gives what they tell of.
    """
    return kept_of(provision, "sentences without a giver", partial(_without_giver, provision, plan))


def _without_giver(provision: Provision, plan: Plan | None) -> tuple[Passage, ...]:
    if any(field.name in _TELLS_WHO and field.passage.text.strip() for field in provision.fields):
        return ()
    if not any(one.is_timed and not one.said.actors for one in _sentences(provision)):
        return ()
    told, here = _beside(provision, plan)
    givers = [one for one in told if one.said.actors and not traps.reviews(one.text)]
    if not givers or any(not one.is_counted or _NAMES_FOR_ALL.search(one.text) for one in givers):
        return ()
    mine = (one for one in told if one.passage.start in here)
    return tuple(one.passage for one in mine if _names_nobody(one, givers, provision, plan))


_TELLS_WHO = frozenset({"who", "how_often", "title", "group"})


def _names_nobody(one: _Told, givers: Sequence[_Told], provision: Provision, plan: Plan | None) -> bool:
    if not one.is_timed or one.said.actors or _CARRIES.search(one.text) or phrases("goes on").match(one.text):
        return False
    alone = _alone(provision, one)
    if line_kind(alone) != "service" or is_by_itself(alone) or traps.reviews(one.text):
        return False
    told = one.text if (to := _GIVEN_TO.search(one.text)) is None else one.text[to.end() :]
    for name in own_names(plan) if plan is not None else ():
        told = told.replace(name.capitalize(), "her")
    if _SOMEBODY.search(told) or (plan is not None and any(True for _ in named_in(one.text, plan))):
        return False
    if _IS_GIVEN.search(one.text):
        return any(_IS_GIVEN.search(giver.text) or _DOES.search(giver.text) for giver in givers)
    if _FINITE.search(one.text):
        return False
    notes = [giver for giver in givers if not _FINITE.search(giver.text)]
    return len(notes) >= _AS_MANY and not any(_opens(giver, giver.said.actors[0]) for giver in notes)


def without_amount(provision: Provision, plan: Plan | None) -> tuple[Passage, ...]:
    """The sentences of a line in which somebody else than those beside it helps the child for a time that none says:
    "The therapist sees him for an hour each month. A teaching assistant works through it with him one to one."
    """
    return kept_of(provision, "sentences without an amount", partial(_without_amount, provision, plan))


def _without_amount(provision: Provision, plan: Plan | None) -> tuple[Passage, ...]:
    if any(field.name in _TELLS_WHO and field.passage.text.strip() for field in provision.fields):
        return ()
    told, here = _beside(provision, plan)
    if any(one.is_timed and _NAMES_FOR_ALL.search(one.text) for one in told):
        return ()
    bare, doers = [], set[str]()
    for at, one in enumerate(told):
        after = told[at + 1] if at + 1 < len(told) else None
        if one.is_timed:
            if not _GOES_ON.match(one.text):  # "She also meets him": somebody told before
                opens = _doer(one)
                doers |= {opens} if opens else {_short(role.text) for role in one.said.actors} or {_SOME}
            continue
        goes_on = after is not None and after.is_timed and _GOES_ON.match(after.text) is not None
        if one.passage.start not in here or not doers or goes_on:
            continue
        if _helps_untimed(one, doers, provision) or _is_untimed_note(one, told, after):
            bare.append(one.passage)
    return tuple(bare)


def _helps_at_sight(one: _Told, doers: set[str], provision: Provision) -> bool:
    """Does somebody else help when they see that it is time to, and on no occasion that could be counted?"""
    said = one.said
    if said.amounts or said.frequencies or said.lengths or not _AT_SIGHT.search(one.text) or traps.reviews(one.text):
        return False
    if _ALL_ALONG.search(one.text) or any(not _AT_A_MOMENT.match(occasion.text) for occasion in said.occasions):
        return False
    named = {_short(role) for role in (*(role.text for role in said.actors), *_HELPER.findall(one.text)) if role}
    return bool(named) and named.isdisjoint(doers) and line_kind(_alone(provision, one)) != "statement"


def _alone(provision: Provision, one: _Told) -> Provision:
    return Provision(provision.subject, (one.passage,))


def _helps_untimed(one: _Told, doers: set[str], provision: Provision) -> bool:
    if _helps_at_sight(one, doers, provision):
        return True
    said = one.said
    if said.amounts or said.frequencies or said.occasions or said.lengths or traps.reviews(one.text):
        return False
    if _ALL_ALONG.search(one.text):
        return False
    kind = line_kind(_alone(provision, one))
    if kind == "service" and _DONE_BY.search(one.text) and not _CARRIES.search(one.text):
        return any(said.actors)  # "Pre-teaching is done by the assistant": of itself, whatever else the assistant does
    # "Help with planning from the assistant on hard days", after "Specialist teacher: 45 minutes weekly"
    if kind == "service" and _HELP_FROM.match(one.text) and not _CARRIES.search(one.text):
        return True
    if kind == "service" and _AT_OTHER_TIMES.match(one.text) and _HELPS.search(one.text):
        return True
    doer = _doer(one)
    if not doer or doer in doers or _SOME in doers:
        return False
    return (kind == "service" and _HELPS.search(one.text) is not None) or (
        kind != "statement" and _VISITS.search(one.text) is not None
    )


def _is_untimed_note(one: _Told, told: Sequence[_Told], after: _Told | None) -> bool:
    """Is it a therapy or a programme with whoever gives it and no time, among notes that each give theirs?"""
    if one is told[0] or not one.said.actors or _FINITE.search(one.text) or traps.reviews(one.text):
        return False
    if one.said.amounts or one.said.frequencies or one.said.occasions or _CARRIES.search(one.text):
        return False
    if not any(span.kind in ("therapy", "programme") for span in one.said.types):
        return False
    complete = [note for note in told if note.is_timed and note.said.actors and not _FINITE.search(note.text)]
    return len(complete) >= _AS_MANY and (after is None or bool(after.said.actors))


def _doer(one: _Told) -> str:
    """The last word of the role that a sentence begins with; nothing where it begins otherwise."""
    return next((_short(role.text) for role in one.said.actors if _opens(one, role)), "")


def _short(role: str) -> str:
    return role.split()[-1].lower().removesuffix("s")


def _opens(one: _Told, role: Span) -> bool:
    """Does a sentence begin with the role: "A paediatric dietitian"?"""
    return len(one.text[: role.start].split()) <= _BEFORE


_BEFORE = 2  # words before a role that a sentence opens with
_SOME = "somebody"


def of_reviews(provision: Provision) -> tuple[Passage, ...]:
    """The sentences that only say when all is looked at, of a line of several."""
    here = tuple(_sentences(provision))
    return tuple(one.passage for one in here if traps.reviews(one.text) and not one.said.amounts) if here[1:] else ()


_GOES_ON = rarely(
    r"\W{0,3}(?:s?he|they|it|this|these|those|both|in all|altogether|\d|(?:the|each|every) "
    r"(?:session|meeting|visit|group|programme|work|lesson|time|one)s?|each of)\b",
    re.IGNORECASE,
)
_ALL_ALONG = rarely(r"\b(?:throughout|all the time|at all times|always|never|no|not|every one of)\b", re.IGNORECASE)
_HELPS = rarely(
    r"\b(?:helps?|supports?|teach(?:es)?|works?|goes|practi[sc]es?|plays?|reads?|talks?|coach(?:es)?|mentors?|time|there|"
    r"available|checks? in|keeps? an eye|looks? (?:after|out)|sits?) "
    r"(?:[\w-]+ ){0,7}?(?:him|her|them|me|(?-i:[A-Z][a-z]+))\b",
    re.IGNORECASE,
)
_AT_SIGHT = rarely(  # how much is given is for whoever gives it to see: "steps in when she sees that he has stalled"
    r"\b(?:steps? (?:in|up)|helps?|prompts?|intervenes?|supports?|assists?|moves? in|comes? over|goes (?:over|to)|"
    r"gives? (?:\w+ ){0,3}(?:help|support|a (?:hand|nudge|prompt|hint))|explains?|re-?explains?|breaks?|reminds?|"
    r"leans in|talks?|joins?|takes? (?:\w+ ){1,2}(?:out|aside))\b[^.;]{0,50}?\b(?:when|if|whenever|as soon as|once|"
    r"where) (?:he|she|they|staff|the (?:\w+ )?(?:assistant|teacher|adult|mentor|tutor|worker|practitioner)) "
    r"(?:sees?|notices?|judges?|thinks?|feels?|spots?|senses?|can (?:see|tell)|considers?|decides?|finds?)\b",
    re.IGNORECASE,
)
_AT_A_MOMENT = rarely(r"(?:when(?:ever)?|if|once|as soon as|where)\b", re.IGNORECASE)
_HELPER = rarely(
    r"\b(?:[Aa]n?|[Tt]he|[Hh]er|[Hh]is|[Tt]heir|[Mm]y) (?:[\w-]+ ){0,2}?(assistant|supervisor|adult|mentor)\b"
)
_VISITS = rarely(
    r"\b(?:visits?|sees|see (?:him|her|them|me|[A-Z]\w+)|comes? (?:in|to)|calls? in|"
    r"meets? (?:with )?(?:him|her|them|me|[A-Z]\w+)|observes? (?:him|her|them|me|[A-Z]\w+))\b"
)
_DONE_BY = rarely(
    r"\b(?:is|are|will be|shall be)(?: also| then)? (?:done|taught|given|led|run|delivered|provided|carried out|"
    r"practi[sc]ed|covered|offered|supported) by\b",
    re.IGNORECASE,
)
_HELP_FROM = rarely(
    r"\W{0,3}(?:[\w-]+ )?(?:help|support|supervision|prompting|guidance) [^.;]{0,80}\b(?:from|by)\b", re.IGNORECASE
)
_AT_OTHER_TIMES = rarely(
    r"\W{0,3}(?:in between|at (?:other|all other|these) times|otherwise|besides|in addition|the rest of the|"
    r"for the rest|outside (?:of )?(?:these|the|those|his|her)|between (?:these|the) (?:sessions|visits|lessons))\b",
    re.IGNORECASE,
)
_AS_MANY = 2  # notes beside it that each end with whoever gives them


def _sentences(provision: Provision) -> Iterator[_Told]:
    for passage in provision.passages:
        yield from _cut(passage)


def _cut(passage: Passage) -> Iterator[_Told]:
    for start, end in sentence_spans(passage.text):
        begins = start
        for stop in [*(match.end() for match in _LISTED.finditer(passage.text, start, end)), end]:
            one = passage.cut(begins, stop)
            yield _Told(one, provision_wording(one.text.strip(" ;")))
            begins = stop


def _beside(provision: Provision, plan: Plan | None) -> tuple[list[_Told], set[int]]:
    """The sentences of its paragraph and of the lines that belong with it, as they stand, and where its own begin:
    those of its words, and those after them that are no line of their own.
    """
    own = list(_sentences(provision))
    here = {one.passage.start for one in own}
    if plan is None or len(provision.passages) != 1:
        return own, here
    others = siblings(provision, plan)
    start, end = paragraph(plan, provision)
    told = {one.passage.start: one for other in others for one in _sentences(other)}
    told |= {one.passage.start: one for one in own}
    lines = sorted((one.passages[0].start, one.passages[-1].end) for one in (*others, provision) if one.passages)
    for one in _cut(Passage(plan.text[start:end], start)):
        at = one.passage.start
        if at < own[0].passage.start or any(first < one.passage.end and at < last for first, last in lines):
            continue
        told[at] = one
        if max(first for first, _ in lines if first < at) == provision.passages[0].start:
            here.add(at)
    return [told[at] for at in sorted(told)], here


_LISTED = rarely(
    r";\s+(?:and )?(?=(?:\d|one|two|three|an?|half)\b)"
)  # "...; 20 minutes of practice; and two hours ..."
_NAMES_FOR_ALL = rarely(
    r"\b(?:(?:all|each|both|any) of (?:the|this|that|these|them|it)|all (?:this|these|(?:the )?(?:provision|sessions?|"
    r"support|help|work|interventions?|teaching|groups?))|both (?:sessions|groups)|everything)\b"
    r"[^.;]{0,60}\b(?:by|with|from)\b|"
    r"\b(?:the following|all that follows|as follows|what follows)\b|:\s*$|"
    r"^[^.;]{0,120}\b(?:gives?|provides?|runs?|leads?|delivers?|does) (?:all|each|both|everything|these|this)\b",
    re.IGNORECASE,
)
_CARRIES = rarely(  # it is of something that another sentence tells of, and of who gives that
    r"^\W{0,3}(?:in)?direct\b|\b(?:this|these|those|that|same|such|both) (?:is|are|will)\b|"
    r"\b(?:he|she|they|it) (?:is|are|will)\b(?! (?:have|get|receive|attend|join|be (?:given|taught|seen|offered)))|"
    r"\b(?:this|these|those|the same|such|each of|all of) |\b(?:the|his|her|their|my) (?:programmes?|sessions?|group|"
    r"work|exercises|hours|time|help|support|package|plan|place|timetable|targets)\b|"
    r"^\W{0,3}(?:in all|in total|altogether|of)\b|^\W{0,3}(?:further |staff )?(?:training|practice|review)\b|"
    r"\bpractice\b(?! of\b)",
    re.IGNORECASE,
)
_GIVEN_TO = rarely(
    r"\b(?:staff|adults?|team|teachers?|assistants?)\b[^.;]{0,60}?\b(?:receives?|gets?|have|has)\b", re.IGNORECASE
)
_SOMEBODY = rarely(
    r"\b(?:by|with|from) (?!(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Easter|Christmas|Year|Key|(?:Mon|Tues|Wednes|Thurs|Fri)day)\b)[A-Z][a-z]+\b|"
    r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Ss]ame|[Oo]ne|[Tt]wo|[Ee]ach|[Ee]very|[Aa]nother|by|with|"
    r"from)(?: [\w'’-]+){0,3}? "
    r"(?!(?:after|under|other|another|later|quarter|number|paper|computer|letter|register|counter|water|summer|winter|"
    r"corner|longer|shorter|smaller|larger|better|either|together|folder|order|whether)\b)"
    r"(?:[a-z]{3,}(?:ist|ian|ant|er|or)s?|nurses?|coach(?:es)?|lead|aide|guide|staff|adults?|person|people|somebody|"
    r"someone|team|service|clinic|hospital|parents?|mother|father)\b|\b(?:SENCO|SENCo|ELSA|TA|LSA|HLTA|GP)s?\b|"
    r"\b(?:[Aa]dults?|[Ss]taff|[Tt]eachers?|[Aa]ssistants?|[Tt]herapists?)\b"
)
"""Somebody, whether as a role, part of one or a name."""
_IS_GIVEN = rarely(
    r"\b(?:is|are|will be|shall be|must be|(?:is|are) to be)(?: \w+ly| also| then)? "
    r"(?!need|requir|aim|design|based|intend|expect|divid|includ|follow|shared|reviewed|record|spread|limit|extend)"
    r"(?:\w{2,}(?:ed|en|wn|ght)|done|run|led|read|set|held|gone)\b|"
    r"\b(?:takes? place|happens?|(?:will|shall|is to|are to) (?:take place|happen|run|meet))\b|"
    r"\b(?:receives?|gets?|(?:will|shall|must|is to|are to) (?:have|receive|get))\b|"
    r"\b(?:group|club|circle|sessions?|lessons?|class|breaks?)\b[^.;]{0,30} "
    r"(?:meets?|runs?|starts?|comes?|lasts?|goes)\b",
    re.IGNORECASE,
)
"""Something is done, happens or is received, and the sentence does not say through whom."""
_DOES = rarely(
    r"\b(?:will|shall|must|is to|are to|works?|teach(?:es)?|gives?|sees?|meets?|runs?|leads?|spends?|\w{3,}s (?:with|"
    r"him|her|them|me|the|[A-Z]\w+|his|their|my|for))\b"
)
_FINITE = rarely(
    r"\b(?:will|shall|must|should|is|are|has|have|does|do|gives?|takes?|uses?|works?|"
    r"(?!(?:minute|min|hour|day|week|month|year|term|time|session|lesson|visit|pupil|meeting|block|\w*day)s )"
    r"\w{3,}s (?:him|her|them|me|his|their|my|the|a|an|it|for|with|on|in|to|at|by|through))\b"
)
