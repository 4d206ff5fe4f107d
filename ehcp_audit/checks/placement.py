"""Checks on section I: the setting and its type, which a first draft leaves out and a final plan gives."""

from __future__ import annotations

from ehcp_audit.checks import check
from ehcp_audit.checks.destinations import destinations, schools_promised
from ehcp_audit.checks.names import BODY, own_names
from ehcp_audit.checks.passages import first, found, lettered, lines, sentences
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.present_setting import kept_there
from ehcp_audit.model import Answer, Passage, Plan, State, Verdict
from ehcp_audit.months import NAMED
from ehcp_audit.rare import rarely


@check("placement.fits_status")
def fits_status(plan: Plan) -> Answer:
    """Does section I fit the plan's status: nothing named in a first draft, the setting and its type in a final plan?

    An amendment notice carries the plan as it stands, so it is not judged. A draft that may follow an earlier plan,
    and a plan without a status, go to a person.
    """
    section = plan.section("I")
    facts = plan.facts
    if section.state is State.UNKNOWN:
        return Answer(Verdict.NEEDS_PERSON, note="Section I could not be told apart.")
    if facts.stage is not None and "amend" in facts.stage.lower() and facts.status != "final":
        return Answer(
            Verdict.NOT_APPLICABLE, note="An amendment notice carries the plan as it stands; section I is not judged."
        )
    said = [
        sentence
        for sentence in sentences(section.pieces)
        if not phrases("setting label").fullmatch(sentence.text) and not phrases("setting open").search(sentence.text)
    ]
    names = tuple(one for one in found(lines(section.pieces), phrases("setting name")) if _stands_in(one, said))
    types = [kind for kind in found(said, phrases("setting type")) if not _inside(kind.start, names)]
    if facts.status == "draft":
        names = names or tuple(piece for one in said for piece in _bare_names(one, plan))
        return _draft(plan, names, tuple(types)) if names or types else _promised(plan, said)
    if facts.status != "final":
        note = "The plan does not show whether it is a draft or final, and section I depends on it."
        return Answer(Verdict.NEEDS_PERSON, first((*names, *types), 3), note)
    if types:
        return Answer(Verdict.MET, first((*names, *types), 3), "The setting, or the type of setting, is given.")
    if otherwise := found(section.pieces, phrases("otherwise than in school")):
        note = "Section I leaves out a setting, as it may where education is arranged otherwise than in a school."
        return Answer(Verdict.MET, first(otherwise, 3), note)
    if names or said:
        note = "A setting seems to be named; no words for its type were found."
        return Answer(Verdict.NEEDS_PERSON, first(names or said, 3), note, proposed=Verdict.PARTLY_MET)
    if section.state is State.MISSING:
        return Answer(Verdict.NOT_MET, note="The plan is final, and no section I was found.")
    return Answer(
        Verdict.NOT_MET,
        first(lines(section.pieces), 1),
        "The plan is final, and section I gives neither a setting nor a type.",
    )


def _promised(plan: Plan, said: list[Passage]) -> Answer:
    """A draft whose section I gives no setting by its usual words: is a place promised in others, or in what follows
    from the placement (B to H2 and J)?
    """
    child = own_names(plan)
    proper = [
        one.cut(*match.span())
        for one in said
        for match in _PROPER.finditer(one.text)
        if child.isdisjoint(match[0].lower().split())
    ]
    if proper:
        note = "The draft gives a name in section I. Is it that of a setting? A first draft gives none."
        return Answer(Verdict.NEEDS_PERSON, first(proper, 3), note, proposed=Verdict.NOT_MET)
    told = schools_promised(lettered(plan, _FOLLOWS_PLACEMENT))
    told += [one for one in (*destinations(plan), *kept_there(plan)) if one not in told]
    if told:
        note = (
            "Section I of the draft names no setting, and elsewhere a place seems to be spoken of as settled. Is it? "
            "A first draft leaves it open throughout."
        )
        return Answer(Verdict.NEEDS_PERSON, first(told), note, proposed=Verdict.NOT_MET)
    return Answer(Verdict.MET, note="The draft names no setting and no type of setting in section I.")


_NO_TITLE = r"(?<!Mr )(?<!Mrs )(?<!Ms )(?<!Miss )(?<!Dr )"  # before a name: not that of a person
_FOLLOWS_PLACEMENT = (*BODY, "J")
_PROPER = rarely(  # two words or more of a name; not people with a title, bodies, laws, days or the plan's own words
    rf"(?<![.!?:] )(?<!^){_NO_TITLE}(?<!\w)"
    r"(?!(?:[A-Z][\w'’-]+ ){0,4}(?:Council|Authority|Tribunal|Borough|County|City|Team|Service|Panel|Board|Act|Code|"
    r"Regulations?|Sections?|Parts?|Plan|EHCP?|SEND?|SENDIASS?|Local|Education|Health|Children|Families|Special|"
    r"Practice|Needs|Care|Annual|Review|Monday|Tuesday|Wednesday|Thursday|Friday|Reception|Key|Stage|Year|"
    rf"M(?:rs?|s|iss)|Dr|{NAMED})\b)"
    r"[A-Z][a-z][\w'’-]+(?: (?:of |the |on |in |and |St\.? )?[A-Z][a-z][\w'’-]+){1,4}"
)


def _stands_in(name: Passage, said: list[Passage]) -> bool:
    """Does a name end in one of these sentences? A full stop may stand in it: "St. Bride's School"."""
    return any(one.start < name.end <= one.end for one in said)


def _bare_names(sentence: Passage, plan: Plan) -> list[Passage]:
    """Names of where the child is to go that hold no word for a setting: "He will carry on at Ottery Bank",
    "Copperfield Grange have said yes". A panel that has agreed a place is none, nor is the child.
    """
    told = [one for one in _WHERE_TO.finditer(sentence.text) if not one["who"] or _may_take(one["who"], plan)]
    return [sentence.cut(*one.span()) for one in told]


def _may_take(name: str, plan: Plan) -> bool:
    """May the name be that of a setting which takes the child?"""
    words = name.lower().split()
    return _NO_SETTING.isdisjoint(words) and not own_names(plan).issuperset(words)


_NO_SETTING = frozenset({"panel", "la", "council", "authority", "team", "board", "service", "officer", "tribunal"})


_FIRST, _FURTHER = r"[A-Z][\w'’-]{2,}", r"(?: [A-Z][\w'’-]+)"  # words of a name: "Ottery", " Bank"
_WHERE_TO = rarely(
    rf"\b(?:(?:[Hh]e|[Ss]he|[Tt]hey|{_NO_TITLE}[A-Z][\w'’-]+) "
    r"(?:will|shall|is to|are to|should) (?:\w+ly |also |then )?(?:attend|(?:move|transfer) to|"
    r"(?:carry on|go on|stay(?: on)?|remain|continue|start|begin|be placed|be taught|be educated)"
    r"(?: on roll| as a pupil)? at)|(?:[Pp]lacement|[Pp]lace)(?: (?:is|will be|continues))? at) "
    rf"(?!(?:{NAMED}|Easter|Christmas|"
    r"Year|Key|Reception|Section|County|Town|Civic|Monday|Tuesday|Wednesday|Thursday|Friday)\b)"
    rf"{_FIRST}{_FURTHER}{{0,3}}|"
    # Copperfield Grange have said yes; Reedmere Primary happy to keep her.
    rf"\b{_NO_TITLE}"
    r"(?!(?:Parents?|Mum|Dad|Mother|Father|Mrs?|Ms|Miss|Dr|Both|The|We|They|He|She)\b)"
    rf"(?P<who>{_FIRST}{_FURTHER}{{1,3}}) (?:(?:(?:is|are) )?(?:happy|willing|able|ready) to "
    r"(?:keep|take|have|admit|offer)|(?:have|has) (?:now |also )?"
    r"(?:said yes|offered|kept|held|reserved|(?:(?:agreed|confirmed) )?(?:an?|one|the|his|her|their) (?:place|seat)|"
    r"agreed to (?:take|admit|offer|have)))\b|"
    # A place has been offered at Ottery Bank.
    r"\b[Pp]lace (?:(?:is|was|has been) )?(?:being )?(?:agreed|offered|held|kept|reserved|confirmed) (?:at|by|with) "
    rf"{_FIRST}{_FURTHER}{{0,3}}"
)


def _inside(start: int, names: tuple[Passage, ...]) -> bool:
    return any(name.start <= start < name.end for name in names)


def _draft(plan: Plan, names: tuple[Passage, ...], types: tuple[Passage, ...]) -> Answer:
    given = first((*names, *types), 3)
    what = "a setting" if names else "a type of setting"
    earlier = plan.facts.amended or plan.facts.reviewed or plan.facts.issued
    if earlier:
        note = f"The draft gives {what}; it may be an amendment of an earlier plan, which may name one."
        return Answer(Verdict.NEEDS_PERSON, given, note, proposed=Verdict.NOT_MET)
    note = f"The draft gives {what}; a first draft, or one after re-assessment, gives neither."
    if not names and all(len(line.text.split()) > _LABEL for line in _around(plan, types)):
        note += " It stands in a sentence, which may say something else of it."
        return Answer(Verdict.NEEDS_PERSON, given, note, proposed=Verdict.NOT_MET)
    return Answer(Verdict.NOT_MET, given, note)


_LABEL = 15  # words; a type stands in a line of its own or beside a label, not in a longer sentence


def _around(plan: Plan, hits: tuple[Passage, ...]) -> list[Passage]:
    """The lines of section I that hold these words."""
    return [line for line in lines(plan.section("I").pieces) if any(line.start <= hit.start < line.end for hit in hits)]


@check("placement.next_phase")
def next_phase(plan: Plan, *, last_years: tuple[int, ...] = (6, 11)) -> Answer:
    """In the last year of a phase (`last_years`), does a final plan give the next setting or its type?

    It has to before 15 February of that year, or before 31 March where post-16 comes next.
    """
    year = plan.facts.year_group
    if plan.facts.status == "draft" or year is None:
        return Answer(Verdict.NOT_APPLICABLE, note="This is asked of final plans in the last year of a phase.")
    if year not in last_years:
        return Answer(Verdict.NOT_APPLICABLE, note="This is asked in the last year of a phase.")
    section = plan.section("I")
    hits = found(section.pieces, phrases("from when"))
    if hits:
        return Answer(Verdict.MET, first(hits, 3), "The next setting is given, with the date from which it is named.")
    day = "31 March" if year == 11 else "15 February"
    if told := found((*lettered(plan, "BCDEFGIJ"), *plan.outside), phrases("next setting named later")):
        note = f"It says that the next setting will be named by an amendment; that has to be before {day}."
        return Answer(Verdict.NEEDS_PERSON, first(told, 2), note, proposed=Verdict.MET)
    note = f"Section I gives no next setting; it has to be named before {day} of this school year."
    return Answer(Verdict.NOT_MET, first(lines(section.pieces), 1), note)
