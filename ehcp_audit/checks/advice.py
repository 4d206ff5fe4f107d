"""Checks on the advice behind a plan: section K's list, and the reports themselves."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ehcp_audit.checks import check
from ehcp_audit.checks.conditions import condition, is_described
from ehcp_audit.checks.entries import is_nobodys, is_of_a_relative, is_the_childs, is_the_familys
from ehcp_audit.checks.passages import first, found, lettered, lines, listed, sentences_holding, whole
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import holds
from ehcp_audit.model import Answer, Contributor, Passage, Plan, Section, State, Verdict
from ehcp_audit.rare import rarely

if TYPE_CHECKING:
    from ehcp_audit.language.roles import RoleFound


@check("advice.listed")
def is_listed(section: Section, plan: Plan) -> Answer:
    """Does section K list the advice?"""
    entries = plan.facts.contributors
    if entries:
        return Answer(
            Verdict.MET, first(entry.passage for entry in entries), f"{len(entries)} pieces of advice are listed."
        )
    if len(list(lines(section.pieces))) >= 2:
        return Answer(
            Verdict.NEEDS_PERSON, first(lines(section.pieces), 2), "There is text, but no list could be made out."
        )
    return Answer(Verdict.NOT_MET, first(lines(section.pieces), 1), "Section K does not list the advice.")


@check("advice.attributed")
def attributed(section: Section, plan: Plan) -> Answer:
    """Does each piece of advice carry its author, the author's role and its date?"""
    entries = [entry for entry in plan.facts.contributors if not is_nobodys(entry)]
    if not entries:
        return Answer(Verdict.NEEDS_PERSON, first(lines(section.pieces), 2), "No list of advice could be made out.")
    short = []
    lacking: dict[str, None] = {}
    for entry in entries:
        gaps = [
            word
            for word, value in (("author", entry.name), ("role", entry.role), ("date", entry.written))
            if value is None
            and not (
                word != "date"
                and (is_the_familys(entry) or is_the_childs(entry, plan) or is_of_a_relative(entry, plan))
            )
            and not (word == "role" and entry.name and _service(entry))
        ]
        if gaps:
            short.append(entry.passage)
            lacking.update(dict.fromkeys(gaps))
    if not short:
        return Answer(Verdict.MET, first(entry.passage for entry in entries), "Each has its author, role and date.")
    verdict = Verdict.NOT_MET if len(short) == len(entries) else Verdict.PARTLY_MET
    note = f"{len(short)} of {len(entries)} {'shows' if len(short) == 1 else 'show'} no {' or '.join(lacking)}."
    if "date" not in lacking:  # names and roles stand in many more forms than dates
        return Answer(Verdict.NEEDS_PERSON, first(short, 10), note, proposed=verdict)
    return Answer(verdict, first(short, 10), note)


def _service(entry: Contributor) -> bool:
    """Does the line say which service a named author wrote for: "Educational psychology | Dr Simone Adeyo"?"""
    return any(found((entry.passage,), phrases(f"advice {kind}")) for kind in _WANTED)


_RELIED_ON = rarely(
    r"\b(?:(?:first|original|initial|earlier|previous|former) (?:\w+ ){0,2}(?:assessment|plan|advice)|"
    r"still (?:\w+ )?(?:sufficient|relied on|current|valid|relevant)|(?:agreed|remains?) (?:\w+ ){0,6}sufficient)\b",
    re.IGNORECASE,
)
"""What a list says of old advice that an amended plan still rests on."""


_NONE_IS_OUT = rarely(  # "No advice was outstanding."
    r"\b(?:no|none|nothing|nobody) (?:[\w'’-]+ ){0,5}?(?:awaited|outstanding|not (?:attached|received|available))\b",
    re.IGNORECASE,
)


@check("advice.appended")
def appended(section: Section, plan: Plan) -> Answer:
    """Is the advice appended, as far as section K shows it?

    A list of advice in section K counts unless it says that a report is not attached; whether the copies really lie
    behind the plan is for a person to see.
    """
    entries = plan.facts.contributors
    absent = tuple(entry.passage for entry in entries if entry.appended is False)
    told = [one for one in sentences_holding(section.pieces, phrases("not attached")) if not holds(one, _NONE_IS_OUT)]
    absent += found(told, phrases("not attached"))
    if absent:
        verdict = Verdict.NOT_MET if len(absent) >= max(1, len(entries)) else Verdict.PARTLY_MET
        return Answer(verdict, first(absent), "The list says that advice is not attached.")
    if entries:
        return Answer(Verdict.MET, first(entry.passage for entry in entries), "The advice stands in section K.")
    return Answer(Verdict.NEEDS_PERSON, first(lines(section.pieces), 2), "No list of advice could be made out.")


@check("advice.complete")
def complete(plan: Plan) -> Answer:
    """Does section K hold the advice that an assessment has to seek?

    The family, education, health, educational psychology and social care.

    For a child who goes to no school or other setting, somebody with experience of teaching children with special
    educational needs gives the educational advice (regulation 6(1)(b) of the SEND Regulations 2014), which is for a
    person to see. A teacher qualified in hearing or vision is looked for when section B names such a need. Earlier
    advice that everybody found sufficient counts. An amendment of a plan seeks no such set.
    """
    if plan.facts.stage is not None and "amend" in plan.facts.stage:
        return Answer(Verdict.NOT_APPLICABLE, note="The set belongs to an assessment, and this plan is an amendment.")
    from ehcp_audit.language.roles import find_roles

    section = plan.section("K")
    kinds = {role.kind for role in find_roles(section.text)}
    kinds |= {role.kind for entry in plan.facts.contributors if entry.role for role in find_roles(entry.role)}
    if len(plan.facts.contributors) < 2 and len(kinds) < 2:
        return Answer(Verdict.NEEDS_PERSON, _list_of(plan, 2), "No list of advice could be made out.")
    kinds |= {kind for kind in ("parent", *_WANTED) if found(section.pieces, phrases(f"advice {kind}"))}
    if plan.section("A").items or plan.section("A").state is State.PRESENT:
        kinds.add("parent")  # their views in section A are their advice
    lacking = [word for kind, word in _WANTED.items() if kind not in kinds]
    sensory = () if "sensory" in kinds else first(found(plan.section("B").pieces, phrases("sensory loss")), 2)
    if sensory and not lacking:
        note = "Section B names a hearing or vision need; nothing shows that a teacher qualified in it was consulted."
        return Answer(Verdict.NEEDS_PERSON, sensory, note, proposed=Verdict.PARTLY_MET)
    if not lacking:
        return Answer(Verdict.MET, first(entry.passage for entry in plan.facts.contributors), "The set is complete.")
    verdict = Verdict.NOT_MET if len(lacking) > 1 else Verdict.PARTLY_MET
    note = f"No advice was found from {listed(lacking)}."
    if lacking == [_WANTED["educational"]] and "specialist teaching" in kinds:
        note += " That of a specialist teacher or Portage is enough where the child goes to no school or setting."
        return Answer(Verdict.NEEDS_PERSON, _list_of(plan, 6), note, proposed=verdict)
    unknown = [entry.passage for entry in plan.facts.contributors if not _is_of_a_kind(entry)]
    if len(unknown) >= len(lacking):
        note += " The roles quoted do not show what kind of advice they gave."
        return Answer(Verdict.NEEDS_PERSON, first(unknown, 6), note, proposed=verdict)
    return Answer(verdict, _list_of(plan, 6), note)


def _list_of(plan: Plan, most: int) -> tuple[Passage, ...]:
    """The first entries of section K; where none was made out its lines, without the heads of a table."""
    entries = first((entry.passage for entry in plan.facts.contributors), most)
    told = (one for one in lines(plan.section("K").pieces) if not phrases("list heads").fullmatch(one.text.strip(" :")))
    return entries or first(told, most)


def _is_of_a_kind(entry: Contributor) -> bool:
    """Do the words of an entry say whose advice it is: a role, and no officer of the authority's, or a service?"""
    from ehcp_audit.language.roles import find_roles

    roles = (role for text in (entry.role or "", entry.passage.text) for role in find_roles(text))
    if any(role.kind != "authority" for role in roles):
        return True
    return any(holds(entry.passage, phrases(f"advice {kind}")) for kind in ("parent", *_WANTED))


_WANTED = {
    "educational": "education",
    "psychological": "an educational psychologist",
    "medical": "health",
    "social care": "social care",
}


_ONE_SERVICE = ("social care", "psychological")
"""Kinds of advice that one service gives: "social care wrote" is the social worker's."""


@check("advice.cited_is_listed")
def cited_is_listed(plan: Plan) -> Answer:
    """Is every kind of professional whose report sections B to H cite also in section K's list?

    Where somebody who is listed stands beside them in the words that cite, who reported is for a person to see.
    """
    from ehcp_audit.language.roles import find_roles
    from ehcp_audit.plan.nil import is_nil

    if not plan.section("K").text.strip():
        return Answer(Verdict.NEEDS_PERSON, note="There is no list of advice to compare with.")
    cited = [
        [(role, clause.cut(role.start, role.end)) for role in find_roles(clause.text) if role.kind not in _NOT_CITED]
        for sentence in sentences_holding(lettered(plan, ("B", "C", "D", "F", "G", "H1", "H2")), phrases("cites"))
        if not is_nil(sentence.text)  # "No social care needs were found by ..."
        for clause in _clauses(sentence)
        if holds(clause, phrases("cites"))
    ]
    text = "\n".join((plan.section("K").text, *(piece.text for piece in plan.outside))) if any(cited) else ""
    roles = find_roles(text)
    here = {role.role for role in roles} | {one.kind for one in roles if one.kind in _ONE_SERVICE}
    sure: list[Passage] = []
    beside: list[Passage] = []
    for told in cited:
        lost = [words for role, words in told if not (_is_among(role, here) or _field_is_in(role, text))]
        (sure if len(lost) == len(told) else beside).extend(lost)
    note = "A report is cited whose author section K does not list."
    if sure:
        return Answer(Verdict.NOT_MET, first([*sure, *beside]), note)
    if beside:
        note = "A report is cited beside somebody whom section K does not list: whose report is it?"
        return Answer(Verdict.NEEDS_PERSON, first(beside), note, proposed=Verdict.NOT_MET)
    return Answer(Verdict.MET, note="Every report that is cited has its author in section K.")


_NOT_CITED = ("parent", "child", "authority", "educational")
_CLAUSES = rarely(r"[;:]\s|,\s(?:and|but|while|whereas)\s")


def _clauses(sentence: Passage) -> list[Passage]:
    """The clauses of a sentence; all of it where the words that cite run over two of them."""
    cuts = [0, *(match.end() for match in _CLAUSES.finditer(sentence.text)), len(sentence.text)]
    parts = [sentence.cut(start, end) for start, end in pairwise(cuts)]
    return parts if any(holds(part, phrases("cites")) for part in parts) else [sentence]


def _is_among(role: RoleFound, listed: set[str]) -> bool:
    """Is the role listed, or its kind, or a closer name for it: a paediatrician is a community paediatrician?"""
    if not {role.role, role.kind}.isdisjoint(listed):
        return True
    here = role.role.replace("therapist", "therapy")  # "Physiotherapy and occupational therapy: W. Example"
    others = [one.replace("therapist", "therapy") for one in listed]
    return any(one == here or one.endswith(f" {here}") or here.endswith(f" {one}") for one in others)


_FIELD = rarely(r"nurs(?=es?$)|\w+(?:log|atr|optic|etic|ometr|orthot)(?=(?:ist|ician|ian)s?$)")


_MEANS = {
    "qtvi": "vision impairment",
    "qtod": "deaf",
    "ep": "psycholog",
    "slt": "speech",
    "salt": "speech",
    "ot": "occupational",
}


def _field_is_in(role: RoleFound, text: str) -> bool:
    """Is the role's field named: "Paediatric medical advice" for a paediatrician, "vision impairment" for the QTVI?"""
    field = _FIELD.match(role.role.split()[-1])
    named = _MEANS.get(role.role) or (field.group() if field else None)
    return named is not None and named in text.lower()


@check("advice.in_date")
def in_date(plan: Plan, *, oldest_years: int = 3) -> Answer:
    """Is each piece of advice dated before the plan, and not years before it?

    More than `oldest_years` years before it is partly met.
    """
    entries = [one for one in plan.facts.contributors if one.written is not None and not is_nobodys(one)]
    facts = plan.facts
    made = facts.amended or facts.issued or facts.drafted
    if facts.stage == "amendment notice":  # the final plan whose date it shows is the one to be amended
        made = facts.drafted or facts.amended
    if not entries or made is None:
        return Answer(Verdict.NEEDS_PERSON, note="The dates of the plan and of the advice are not both shown.")
    amends = plan.facts.amended is not None or "amend" in (plan.facts.stage or "")
    late = [entry.passage for entry in entries if entry.written is not None and entry.written > made]
    old = [
        entry.passage
        for entry in entries
        if entry.written is not None
        and made.year - entry.written.year > oldest_years
        and not (amends and _RELIED_ON.search(entry.passage.text))
    ]
    if late:
        return Answer(Verdict.NOT_MET, first(late), "Advice is dated after the plan that it is said to be behind.")
    if old:
        return Answer(Verdict.PARTLY_MET, first(old), f"Advice is more than {oldest_years} years older than the plan.")
    return Answer(
        Verdict.MET, first(entry.passage for entry in entries), "The advice is dated before the plan, and recent."
    )


@check("advice.in_six_weeks")
def in_six_weeks(plan: Plan) -> Answer:
    """Was the advice given within six weeks of being asked for? Most plans do not show when it was.

    The child's own views, and what is made beside the assessment (a health care plan), have no such time.
    """
    requested = plan.facts.requested
    late = [
        entry.passage
        for entry in plan.facts.contributors
        if requested is not None
        and entry.written is not None
        and 84 < (entry.written - requested).days < 365
        and not (
            is_nobodys(entry) or is_the_childs(entry, plan) or phrases("no advice sought").search(entry.passage.text)
        )
    ]
    if late:
        note = (
            "Dated over twelve weeks after the request for an assessment, so it may have taken over six weeks to give."
        )
        return Answer(Verdict.NEEDS_PERSON, first(late), note, proposed=Verdict.NOT_MET)
    return Answer(Verdict.NOT_APPLICABLE, note="The plan does not show when each piece of advice was asked for.")


@check("advice.needs_elsewhere")
def needs_elsewhere(plan: Plan) -> Answer:
    """Are the needs and diagnoses that other sections name in section B (or C) too, or what they make hard?"""
    home = lettered(plan, ("B", "C"))
    if not home:
        return Answer(Verdict.NEEDS_PERSON, note="Section B could not be read.")
    named = {condition(hit.text) for hit in found(home, phrases("diagnosis"))}
    lost: dict[str, Passage] = {}
    for hit in found((*lettered(plan, ("A", "D", "F", "G")), *plan.outside), phrases("diagnosis")):
        name = condition(hit.text)
        if name not in named and name not in lost and not _of_staff(plan, hit):
            if is_described(name, home):
                named.add(name)
            else:
                lost[name] = hit
    if lost:
        return Answer(
            Verdict.NOT_MET, first(lost.values()), "This need is named elsewhere in the plan and not in section B or C."
        )
    return Answer(
        Verdict.MET,
        first(found(home, phrases("diagnosis")), 3),
        "The needs named elsewhere in the plan, or what they make hard, are in section B or C.",
    )


def _of_staff(plan: Plan, hit: Passage) -> bool:
    """Do the words stand in somebody's title or training: "a qualified teacher of children with vision impairment"?"""
    before = plan.text[max(0, hit.start - _TITLE) : hit.start]
    return _TITLED.search(before) is not None or _TRAINED.match(plan.text, hit.end) is not None


_TITLE = 110  # characters
_TITLED = rarely(
    r"\b(?:teachers?|nurses?|therapists?|specialis\w+|mentors?|assistants?|workers?|practitioners?|psychologists?|"
    r"advis[eo]rs?|tutors?|staff|train(?:ed|ing)|experienced?|qualif\w+|expert\w*|courses?|awards?|diploma|degree|certificate|module|"
    r"levels? \d|knowledge|post-?graduate)"
    r"(?:[\s,(]{1,3}(?:of|for|in|with|to|the|on|about|who|have|are|is|has|and|or|children|pupils|people|persons|"
    r"adults|young|"
    r"students|learners|severe|profound|mandatory|teaching|supporting|working|qualification|experience|training|"
    r"trained|"
    r"qualified|level|\d{1,2}|days?|hours?|two|three|one|an?|both)){0,9}[\s(]{1,2}\Z",
    re.IGNORECASE,
)
_TRAINED = rarely(
    r"(?: and [\w-]+)?[\s-]?(?:specialists?|training|trained|courses?|awards?|modules?|champions?|awareness|experience|"
    r"qualif\w+|diploma|certificate)\b",
    re.IGNORECASE,
)


@check("advice.signed")
def signed(plan: Plan) -> Answer:
    """Does a report say who wrote it, in what role, and when?"""
    entry = plan.facts.contributors[0] if plan.facts.contributors else None
    role, written = (entry.role, entry.written) if entry else (None, None)
    lacking = [word for word, value in (("the author's role", role), ("its date", written)) if value is None]
    evidence = (entry.passage,) if entry and entry.passage.text else ()
    if not lacking:
        return Answer(Verdict.MET, evidence, "The author's role and the date are on the report.")
    verdict = Verdict.NOT_MET if len(lacking) == 2 else Verdict.PARTLY_MET
    return Answer(verdict, evidence, f"It does not show {' or '.join(lacking)}.")


@check("advice.childs_voice")
def childs_voice(plan: Plan) -> Answer:
    """Does a report say what the child or young person thinks, wants or said?"""
    if hits := found(plan.section("A").pieces, phrases("child said")):
        return Answer(Verdict.MET, first(hits, 3), "What the child said or wants is here.")
    told = found(whole(plan), phrases("child said"))
    if told:
        return Answer(Verdict.MET, first(told, 3), "What the child said or wants is here.")
    if plan.section("A").pieces:
        note = "There is a part for the child's views, and no words were found for what the child said or wants."
        return Answer(Verdict.PARTLY_MET, first(plan.section("A").pieces, 1), note)
    return Answer(Verdict.NOT_MET, note="Nothing was found that the child or young person said, thinks or wants.")
