"""Checks on whether words stand where they belong: the right section, and a lettered one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from ehcp_audit.checks import check
from ehcp_audit.checks.announced import is_announced
from ehcp_audit.checks.helping import tells_help
from ehcp_audit.checks.how_needs_show import less_how_it_shows
from ehcp_audit.checks.monitoring import looked_at
from ehcp_audit.checks.names import surname
from ehcp_audit.checks.needing import leads
from ehcp_audit.checks.passages import first, found, lettered, lines, lines_holding, own, sentences, sentences_holding
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import holds, once
from ehcp_audit.checks.told_as_needs import is_arranged, is_given_now, is_list_of_things, is_ordered
from ehcp_audit.checks.told_as_outcomes import is_present_position, looks_ahead, tells_of_today
from ehcp_audit.language.roles import find_roles
from ehcp_audit.model import Answer, Item, Passage, Plan, Verdict
from ehcp_audit.rare import rarely


def _is_provision(words: Passage) -> bool:
    """Does it read as provision: somebody gives something, so much of it or so often?"""
    from ehcp_audit.language.provision import provision_wording

    if holds(words, phrases("gives firmly")):
        return True
    owed = holds(words, phrases("should have")) is not None
    given = holds(words, phrases("gives")) is not None and holds(words, phrases("no giving")) is None
    if not owed and not given:
        return False  # as most lines: their wording need not be looked at
    said = provision_wording(words.text)
    if said.actors and all(holds(Passage(one.text, 0), phrases("parent")) for one in said.actors):
        return False  # what the family does
    if owed and (said.who or {one.kind for one in said.types} & _SERVED or (said.amounts and said.frequencies)):
        return True
    much = bool(said.amounts or said.frequencies)
    return given and much and (said.who or said.specific_type)


_SERVED = frozenset({"therapy", "programme", "training"})


_OF_AN_AGE = rarely(r"\bwho will be [\w-]+ (?:in|on|by)\b")
_TOLD_ON = rarely(r"[^:\n]{5,100}\b(?:19|20)\d\d\)?:\s")  # "My mother said on 2 July 2026: he will not complain"


def _is_outcome(words: Passage) -> bool:
    """Does it read as an outcome: the child will, by a date, do something?"""
    from ehcp_audit.language.outcomes import outcome_wording

    if not holds(words, phrases("will do")):
        return False
    words = words.cut(label.end(), len(words.text)) if (label := _TOLD_ON.match(words.text)) else words
    if _OF_AN_AGE.search(words.text):
        return False
    said = outcome_wording(words.text)
    return said.time_bound and said.person_centred and not said.is_provision and not said.is_aspiration


_NO_NEED_OF_THE_CHILDS = rarely(
    r"\bspecial educational needs(?: and disabilit\w+)? co-?ordinator\b|"
    r"\bwhat (?:he|she|they|I) can(?: \w+)? and (?:can ?not|can[’']t)(?: \w+)?|"
    r"\b(?:pupils|children|(?:young )?people|students|learners|peers|others|adults|boys|girls|families) "
    r"(?:of [\w-]+(?: [\w-]+)? )?(?:who|that) (?:also )?(?:have|find)\b[^.;,]*|"
    r"\blimited to (?:\w+ ){0,2}?[\w-]+[- ]minutes?\b",
    re.IGNORECASE,
)
"""A title, what the child tells others of, whom the child is to meet, and how long a thing is done at a time."""


def _is_need(words: Passage) -> bool:
    less = _NO_NEED_OF_THE_CHILDS.sub("", words.text)
    words = words if less == words.text else Passage(less, 0)
    first_half = words.cut(0, words.text.find(";")) if ";" in words.text else words  # "...; she will finish ..."
    told = holds(first_half, phrases("has a need")) or holds(first_half, phrases("told need"))
    return told is not None and holds(first_half, phrases("will do")) is None


def _misplaced(plan: Plan) -> Iterator[tuple[str, Passage]]:
    for sentence in sentences(lettered(plan, "A")):
        if len(sentence.text.split()) > 5 and _is_outcome(sentence):
            yield "an outcome in section A", sentence
    for code in "BCD":
        for passage in _own(plan, code):
            if _is_told_as_provision(plan, code, passage):
                yield f"provision in section {code}", passage
        beside = (field.passage for item in plan.section(code).items for field in item.fields if field.name == "other")
        for passage in sentences(tuple(beside)):  # "What it means in class"
            if is_given_now(passage.text):
                yield f"provision in section {code}", passage
        now = (field.passage for item in plan.section(code).items for field in item.fields if field.name == "baseline")
        for passage in sentences(tuple(now) if code == "B" else ()):  # a column of detail beside the name of the need
            staff = any(role.kind not in ("parent", "child") for role in find_roles(passage.text))
            if staff and _is_told_as_provision(plan, code, passage):
                yield f"provision in section {code}", passage
    yield from (("a need in section E", passage) for passage in _needs_among_outcomes(plan.section("E").items))
    for item in plan.section("F").items:
        words = own(item)
        medical = holds(item.passages[0], phrases("health help"))
        if medical and not holds(words, phrases("teaching")):
            yield "health provision in section F", item.passages[0]
        elif _is_need(words) and not holds(words, phrases("gives")):
            yield "a need in section F", item.passages[0]


def _is_told_as_provision(plan: Plan, code: str, passage: Passage) -> bool:
    """Does a sentence among the needs tell of help that is given, owed or ordered?"""
    less = Passage(less_how_it_shows(passage.text), 0)
    told = is_given_now(less.text) or (code == "B" and not leads(passage) and _is_help(plan, less.text))
    return told or _is_provision(less) or is_ordered(less)


def _needs_among_outcomes(outcomes: tuple[Item, ...]) -> Iterator[Passage]:
    behind = [item.subject for item in outcomes if not looks_ahead(item.text)]  # few, in most plans
    alone = len(behind) * _SEVERAL < len(outcomes)
    for item in outcomes:
        under = (one.passage for one in item.fields if one.name == "steps")  # a line under the outcome
        told = tuple(sentences(item.passages))
        opening = told[0].text if told else ""
        today = [passage for passage in told[1:] if tells_of_today(passage.text, opening)]
        needs = [one for one in (*told, *sentences(under)) if _is_need(one) or one in today]
        if not needs and item.subject in behind and is_present_position(item, alone):
            needs = [item.passages[0]]
        yield from needs


def _is_help(plan: Plan, text: str) -> bool:
    text = once(plan, "titled of the family", partial(_titled, surname(plan))).sub("She", text)
    return is_arranged(text) or is_announced(text) or is_list_of_things(text) or tells_help(text)


def _titled(family: str) -> re.Pattern[str]:
    """Somebody of the child's own surname, who is a young person or a parent, and nobody who helps."""
    return re.compile(rf"\bM(?:rs?|s|iss|x)\.? {re.escape(family or '-')}\b")


def _own(plan: Plan, code: str) -> Iterator[Passage]:
    items: tuple[Item, ...] = plan.section(code).items
    for item in items:
        yield from sentences(item.passages)


@check("places.right_section", holds_in_part=True)
def right_section(plan: Plan) -> Answer:
    """Do needs, outcomes and provision stand in the sections that are for them?

    Named are outcomes in A, provision in B, C and D, needs in E and F, and health provision in F.
    """
    hits = list(_misplaced(plan))
    if not hits:
        return Answer(Verdict.MET, note="Nothing was found that seems to stand in the wrong section.")
    kinds = list(dict.fromkeys(kind for kind, _ in hits))
    verdict = Verdict.NOT_MET
    return Answer(verdict, first((passage for _, passage in hits), 10), f"This looks like {'; '.join(kinds)}.")


@check("places.lettered")
def is_lettered(plan: Plan) -> Answer:
    """Is all provision in a lettered section, with none in extra sections, "steps" tables or annexes?"""
    hits = [line for line in lines(plan.outside) if len(line.text.split()) > 5 and _is_provision(line)]
    if hits:
        note = "This reads as provision and stands outside the lettered sections, where nobody is bound by it."
        return Answer(Verdict.NOT_MET, first(hits, 10), note)
    return Answer(Verdict.MET, note="Nothing outside the lettered sections reads as provision.")


_SENTENCE = 8  # words


@check("places.steps_and_monitoring")
def steps_and_monitoring(plan: Plan) -> Answer:
    """Are there steps or shorter-term targets for the outcomes, and is it said who looks at progress, and when?"""
    outcomes = plan.section("E").items
    with_steps = [item for item in outcomes if any(field.name == "steps" for field in item.fields)]
    without = [item for item in outcomes if item not in with_steps]
    if without and len(with_steps) > len(without):
        note = "Most outcomes have steps beside them, and this has none."
        evidence = first(item.passages[0] for item in without)
        return Answer(Verdict.NEEDS_PERSON, evidence, note, proposed=Verdict.PARTLY_MET)
    # How success is shown ("first baseline 31 of 100, marked by the class teacher") is no step on the way to it.
    fields = [field.passage for item in outcomes for field in item.fields if field.name == "steps"]
    success = [field.passage for item in outcomes for field in item.fields if field.name == "success"]
    fields.extend(found(success, phrases("steps")))
    checked = [field.passage for item in outcomes for field in item.fields if field.name in ("monitoring", "review")]
    # What is said of all outcomes below one table of B, E and F counts as words of B or F.
    behind = lines_holding(lettered(plan, "BF"), phrases("of outcomes"))
    pieces = (*lettered(plan, "E"), *_after_the_cover(plan), *behind)
    looked = tuple(looked_at((*lettered(plan, "E"), *_after_the_cover(plan))))
    both = (*_targets_set(plan), *(one for one in looked if _STEPS.search(one.text)))
    steps = first((*fields, *both, *found(pieces, phrases("steps"))), 2)
    monitored = first((*checked, *both, *(found(pieces, phrases("monitoring")) or looked)), 2)
    if steps and monitored:
        evidence = tuple(dict.fromkeys((*steps, *monitored)))
        return Answer(Verdict.MET, evidence, "There are steps, and it is said how progress is looked at.")
    if steps or monitored:
        lacking = "who looks at progress, and when" if steps else "steps or shorter-term targets"
        note = f"These checks did not recognise {lacking}; it may be said in other words."
        return Answer(Verdict.NEEDS_PERSON, (*steps, *monitored), note, proposed=Verdict.PARTLY_MET)
    note = "Nothing was found on steps or shorter-term targets, nor on who looks at progress."
    told = sentences_holding(lettered(plan, "F"), _OF_TARGETS)
    if among := first(one for one in told if holds(one, phrases("steps")) or holds(one, phrases("monitoring"))):
        note += " Lines of section F speak of targets or of progress: do they serve this outcome?"
        return Answer(Verdict.NEEDS_PERSON, among, note, proposed=Verdict.NOT_MET)
    return Answer(Verdict.NEEDS_PERSON, note=f"{note} It may be said elsewhere.", proposed=Verdict.NOT_MET)


def _after_the_cover(plan: Plan) -> Iterator[Passage]:
    """What stands between and after the sections, without short labels; a cover tells of the review that has been."""
    begins = min((piece.start for section in plan.sections for piece in section.pieces), default=0)
    for line in lines(plan.outside):
        if line.start >= begins and len(line.text.split()) >= _SENTENCE:
            yield line


def _targets_set(plan: Plan) -> Iterator[Passage]:
    """Where B or F say who of the school sets small targets or looks at them, and how often.

    "The SENCO sets my small targets with me every half-term"; not "... targets for her speech", which serve one line.
    """
    for sentence in sentences_holding(lettered(plan, "BF"), phrases("small targets set")):
        if _of_the_school(sentence):
            yield sentence
    elsewhere = (*lettered(plan, "BF"), *plan.outside)
    for sentence in looked_at(one for one in sentences_holding(elsewhere, _STEPS) if _of_the_school(one)):
        yield sentence


def _of_the_school(sentence: Passage) -> bool:
    """Is somebody of the school in it, and nothing of what one line's targets are for?"""
    educational = any(one.kind == "educational" for one in find_roles(sentence.text))
    return educational and not _FOR_ONE.search(sentence.text)


_FOR_ONE = rarely(
    r"\b(?:targets?|steps?|goals?) (?:for|in|on|of|from) (?!each |every |the (?:year|term))", re.IGNORECASE
)
_STEPS = rarely(r"\b(?:steps|targets|goals)\b", re.IGNORECASE)
_OF_TARGETS = rarely(
    r"\b(?:targets?|steps?|goals?|progress|outcomes?|milestones?|plans?|how (?:far|well|much))\b", re.I
)
_NEAR_A_CHANGE = frozenset({-1, 2, 5, 6, 9, 10, 11, 12, 13, 14})


@check("places.key_changes")
def key_changes(plan: Plan) -> Answer:
    """Does the plan look ahead to the next key change: a new school, college, adult services?

    Asked where one is near: before and in the last year of a phase, and from Year 9. Year 2 is the last of a phase in
    an infant school alone. After Year 11 work, or a home of one's own, is the change that comes next.
    """
    year = plan.facts.year_group
    stays = year == 2 and _IN_ONE_SCHOOL.search(plan.facts.setting or "") is not None
    if stays or (year is not None and year not in _NEAR_A_CHANGE):
        return Answer(Verdict.NOT_APPLICABLE, note="No change of phase is near.")
    said = (*lettered(plan, "BCDEFGI"), *lettered(plan, ("H1", "H2")), *plan.outside)
    if hits := (*found(said, phrases("key change")), *found(said, phrases("next setting named later"))):
        return Answer(Verdict.MET, first(hits, 3), "It speaks of the change that comes next.")
    if year is not None and year > _LEAVES_SCHOOL and (hits := found(lettered(plan, "EF"), phrases("adult change"))):
        return Answer(Verdict.MET, first(hits, 3), "It speaks of the change that comes next: work, or a home.")
    return Answer(Verdict.NOT_MET, note="Nothing was found on the next key change.")


_LEAVES_SCHOOL = 11  # Year 11
_IN_ONE_SCHOOL = rarely(r"\b(?:primary|junior and infant|infants? and juniors?|all[- ]through)\b", re.I)


_SEVERAL = 2


@check("places.strengths")
def strengths(plan: Plan) -> Answer:
    """Does the plan speak of strengths, and not only of what is hard?"""
    hits = found((*lettered(plan, "AB"), *plan.outside), phrases("strengths"))
    several = found((*lettered(plan, "AB"), *plan.outside), phrases("several strengths"))
    if len(hits) >= _SEVERAL or several:
        return Answer(Verdict.MET, first(several or hits, 4), "Strengths are here.")
    if hits:
        return Answer(Verdict.PARTLY_MET, hits, "One strength was found.")
    return Answer(Verdict.NOT_MET, note="No words were found for what the child does well.")
