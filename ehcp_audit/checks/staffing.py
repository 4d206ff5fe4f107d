"""Who gives provision, and who trains the staff: by role or qualification, and not "adults" or "the school"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ehcp_audit.checks import check
from ehcp_audit.checks.acts import is_by_itself
from ehcp_audit.checks.carried_over import without_giver
from ehcp_audit.checks.doubt import is_bare, judged
from ehcp_audit.checks.hollow import is_of_somebody_before
from ehcp_audit.checks.left_open import left_to_anybody, only_oversee
from ehcp_audit.checks.lines import FIELDS, TAUGHT, THINGS, given, is_counted, line_kind, not_asked, quotes, read_parts
from ehcp_audit.checks.parts import Part, first, own, parts
from ehcp_audit.checks.people import SOMEBODY_WILL, said_before, trained_by_name, trainers_by_name
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.together import direct_part, siblings
from ehcp_audit.language import traps
from ehcp_audit.language.deadlines import deadlines, points
from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.provision import ProvisionWording, provision_wording
from ehcp_audit.language.spans import Span
from ehcp_audit.model import Answer, Passage, Plan, Provision, Verdict
from ehcp_audit.months import NAMED
from ehcp_audit.rare import rarely


@check("provision.who")
def who(provision: Provision, plan: Plan | None = None, *, also: list[str] | None = None) -> Answer:
    """Does it say who does it, by role or qualification?

    "Adult", "staff", "the school" or "key person" name nobody whose training could be checked; where staff are to be
    trained, who trains them is asked. `also` adds local names of roles to the shipped lists.
    """
    kind = line_kind(provision)
    if answer := not_asked(kind, TAUGHT):
        return answer
    read = read_parts(provision, *FIELDS)
    if is_by_itself(provision) or _is_of_the_room(provision, read):
        return Answer(Verdict.NOT_APPLICABLE, note="The child has it without anybody to give it.")
    cell = _cell_without_role(provision, also)
    if cell:  # who leads the review, or brings the equipment, does not give it
        read = [(part, said) for part, said in read if part.name not in _OF_OTHER_THINGS]
    found = _trainers(provision, plan) if kind == "training" else given(read, also) or quotes(read, "actors")
    open_cell = bool(cell) and _OPEN_CELL.match(cell[0].text) is not None
    left_open = open_cell or bool(own(provision).found(_SOME_ADULT))
    opens = own(provision).found(SOMEBODY_WILL)
    if found and opens and kind != "training" and not any(said.actors for part, said in read if part.name == "own"):
        return judged(opens, "Its own words for who does it name nobody in particular.", sure=False)
    if found and open_cell:
        return judged(cell, "The words in the place for who does it name nobody in particular.", sure=False)
    if found and kind != "training" and (open_to := left_to_anybody(provision, found)):
        note = "It names a role, and leaves open whether somebody else does it instead, or who that is to be."
        return judged(first(open_to), note, sure=False)
    overseen = found if kind != "training" and not given(read, also) and only_oversee(read) else ()
    bare = without_giver(provision, plan) if kind != "training" and not given(read, also) else ()
    if bare:
        note = "It does not say who does it; the sentences beside it each say it of what they tell of."
        return judged(first(bare), note, sure=False)
    if found and not overseen:
        return Answer(Verdict.MET, found, "It names the role that does it.")
    told = () if left_open else said_before(read, provision.section, plan)
    if kind != "training" and (
        found := _service(provision)
        or first(told)
        or (() if left_open else _of_siblings(provision, plan) or _with_qualification(provision, plan))
    ):
        return Answer(Verdict.MET, found, "It names who does it, or what it belongs to does.")
    if overseen:
        return judged(overseen, "It names who plans it or sees that it is done. Does it say who does it?", sure=False)
    loose = quotes(read, "loose_actors")
    note = "The words for who does it name no role or qualification." if loose else "It does not say who does it."
    # What all staff do throughout may need no role, and "the college" may be a place; "a deaf adult" is somebody.
    people = not loose or any(_PEOPLE.search(one.text) for one in loose)
    people = people and not any(_KEY.search(one.text) for one in loose) and not is_of_somebody_before(provision)
    people = people and not any(part.found(OF_A_KIND) for part in parts(provision, "who"))
    counted = is_counted(read) and any(_gives_time(clause) for part, _ in read for clause in _CLAUSE.split(part.text))
    people = people and not look_at(own(provision).text, "provision").find("lines.extra_time")
    named = first(piece for part in parts(provision, "who") for piece in part.found(_BY_NAME))
    named = named or own(provision).found(_BY_SHORT_ROLE) or own(provision).found(_QUALIFIED)
    counted = counted and kind != "training"  # "staff have three hours' training" says who learns, and not who does it
    evidence = cell or loose or named or own(provision).found(_SOME_ADULT)
    return judged(evidence, note, sure=people and (is_bare(provision) or counted) and not named)


_CLAUSE = rarely(r";|[.](?=\s)")


def _with_qualification(provision: Provision, plan: Plan | None) -> tuple[Passage, ...]:
    """A key person whose qualification the line gives, or another line of the section: "trained to BSL Level 2"."""
    if here := _learned(provision):
        return here
    keys = own(provision).found(_KEY_PERSON)
    if not keys or plan is None:
        return ()
    said = {one.text.lower() for one in keys}
    others = plan.section(provision.section).items
    found = (hit for other in others if isinstance(other, Provision) for hit in _learned(other))
    return first(hit for hit in found if any(hit.text.lower().startswith(words) for words in said))


def _learned(provision: Provision) -> tuple[Passage, ...]:
    return tuple(hit for part in parts(provision, "who") for hit in part.found(_LEARNED))


_KEY_PERSON = rarely(r"\bkey (?:person|adult|worker)\b", re.IGNORECASE)
_LEARNED = rarely(
    r"\b(?i:key (?:person|adult|worker)),? \(?(?:who (?:is|has|holds) )?(?:(?:with|holding|has|holds) (?:an? |the )?"
    r"(?:[\w-]+ ){0,4}(?:[Ll]evel \d|diploma|degree|qualification|certificate)|"
    r"(?:trained|qualified|certificated) (?:to|in|at|by|for) (?:[\w-]+ ){0,6}?"
    r"(?:[Ll]evel \d|BSL|Makaton|[A-Z]\w+ [A-Z]\w+))"
)


def _is_of_the_room(provision: Provision, read: list[tuple[Part, ProvisionWording]]) -> bool:
    """Is it a thing, print, light or where the child sits, with no time that somebody gives, and nobody in the line?"""
    if any(said.amounts or said.group_sizes for _, said in read):
        return False
    said = provision_wording(own(provision).text)
    kinds = {span.kind for span in said.types}
    a_thing = bool(kinds) and kinds <= THINGS
    return (a_thing or bool(own(provision).found(_OF_THE_ROOM))) and not (
        said.actors
        or said.loose_actors
        or said.hedges
        or look_at(own(provision).text, "provision").find("lines.served")
    )


_OF_THE_ROOM = rarely(
    r"^\W{0,3}(?:(?:an?|the|his|her|their|my) )?(?:[\w'’-]+ )?(?:carpets?|curtains?|blinds|panels|lighting|seat|"
    r"seating|print|paper|ramps?|rails?|footrest|soft furnishings|rubber (?:feet|ends)|labels|doors?)\b"
    r"(?! (?:plan|work|assistant|aloud|session|lesson|group|reading))",
    re.IGNORECASE,
)
_OF_OTHER_THINGS = ("review", "by_when")


def _cell_without_role(provision: Provision, also: list[str] | None) -> tuple[Passage, ...]:
    """What stands in the field for who gives it, where it names no role: "As agreed", "Somebody she trusts"."""
    cells = [(part, said) for part, said in read_parts(provision, "who") if part.name == "who" and part.text.strip()]
    if not cells or given(cells, also) or any(said.actors for _, said in cells):
        return ()
    return first(piece for part, _ in cells for piece in part.passages)


_OPEN_CELL = rarely(  # the whole place for who says how, where or by whose choice somebody is found, and never who
    r"\W{0,3}(?:(?:still |yet )?to be (?:arranged|agreed|confirmed|decided|identified|appointed|allocated|named|found|"
    r"recruited|determined)|as (?:agreed|arranged|available|needed|required|appropriate|possible|per (?:the )?(?:rota|"
    r"timetable))|(?:see|per|on) (?:the )?(?:\w+ )?(?:timetable|rota)|TB[ACD]\b|"
    r"not (?:yet )?(?:known|decided|named|agreed|appointed)|"
    r"some(?:body|one)|who(?:so)?ever|whichever|anyone|anybody|any of|any (?:\w+ )?(?:adult|person|member)|"
    r"(?:one|some|another) of (?:the|his|her|their|my|our)\b"
    r"(?! (?:[\w-]+ ){0,3}(?:teachers|assistants|therapists|nurses|tutors|mentors|psychologists)\b)|"
    r"(?:an?|the|one) (?:\w+ )?(?:adult|person|grown-?up|face|"
    r"member of (?:(?:the|our|my) )?(?:[\w-]+ )?(?:staff|team))\b"
    r"(?! (?:who is |is )?(?:(?:fully |specially )?trained|qualified|holding|with (?:an? )?(?:level|diploma|degree|"
    r"certificate|qualification)))|"
    r"(?:adult|person|people|staff|those) (?:(?:that|whom|with whom|who|of) )?(?:he|she|they|I|his|her|their|my|"
    r"know|knows|working|around|[A-Z][a-z]+)\b|"
    r"(?:familiar|trusted|usual|friendly|suitable|known|preferred|regular) (?:adults?|person|people|faces?|staff)|"
    r"(?:with)?in (?:the )?(?:school|class|college|nursery|setting|base|house|room)\W*$|from within|arranged|"
    r"(?:the )?(?:school|college|setting|nursery) (?:to|will) (?:decide|arrange|choose|identify|allocate)|"
    r"according to|depend(?:s|ing)|varies|various|flexible)",
    re.IGNORECASE,
)


_SOME_ADULT = rarely(  # in prose: "with one of the adults based in the hub", "from somebody she likes"
    r"\b(?:with|by|from|beside|alongside) (?:(?:one|some|any|another) of (?:the |his |her |their |my |our )?"
    r"(?:[\w-]+ ){0,2}(?:adults|grown-?ups|staff|people|team|helpers)\b"
    r"(?! (?:trained|qualified|who (?:is|are|hold|has))\b)|"
    r"(?:an? |any |the )(?:[\w-]+ )?(?:adult|grown-?up|person|face) (?:(?:that|whom?|of) )?"
    r"(?:he|she|they|I|his|her|their|my)\b|"
    r"(?:some|any)(?:one|body) (?:that |whom? )?(?:he|she|they|I|in|from|at|on|(?-i:[A-Z])[a-z]+)\b|"
    r"who(?:so)?ever\b|whichever\b)",
    re.IGNORECASE,
)


def _gives_time(clause: str) -> bool:
    """Does somebody who is not made out give a time here: "an adult reads with her for ten minutes"?"""
    said = provision_wording(clause)
    return bool(said.loose_actors) and bool(said.amounts)


_PEOPLE = rarely(r"\b(?:adults?|grown-?ups?|staff|person|people|workers?|somebody|someone|helpers?)\b", re.IGNORECASE)
_KEY = rarely(r"\b(?:key|named|link)\b", re.IGNORECASE)  # a key adult is somebody, whom the plan may say elsewhere
OF_A_KIND = re.compile(
    r"\b(?i:the|this|that|same|his|her|their|my) (?:adults?|person|helper)\b|"
    r"\b(?i:those|these|both)(?: same)?(?: two| three| four)? (?:adults|people|staff|helpers)\b|"
    r"\b(?i:every|any|each|all) (?:adults?|person) who\b|"
    r"\b(?:children|pupils|four|three|two|one|six) to (?:one|an|two) adults?\b|\badults? \((?:a )?ratio\b|"
    r"\badults? (?:(?:who (?:is|are) )?trained in|(?:(?:who|that) )?(?:signs?|knows?|has|have|can|is|are|able to)|"
    r"present|in sight|at (?:hand|the (?:table|door))|in the (?:room|water)|watching|looking on)\b|"
    r"\bgroup of [\w ]{1,20},? (?:with )?(?:one|two|three|four|\d) adults?\b|"
    r"\b(?:one|two|\d) adults? to (?:\d|two|three|four|five|six|eight|ten)|\b(?:shown|read|given|handed) to an adult\b|"
    r"\b(?:with (?:one|two|three|\d)|no) adults?\b|\bbetween (?:the |all )?(?:\w+ )?(?:staff|adults|teams?)\b|"
    r"\b[Aa]dults? (?:(?:with)?in (?:arm['’]s )?reach|on the|nearby|beside|alongside)\b|"
    r"\b(?:given|taught|delivered|led|run) by the (?:\w+ ){1,3}(?:team|service)\b|"
    r"\b(?:train|teach|coach|advis|brief)(?:e|es|s|ing) (?:(?:to|of|for) )?(?:all |the )?(?:\w+ )?"
    r"(?:staff|adults|team)\b|"
    r"\b(?:(?i:trained|qualified|deaf|experienced|specialist|skilled|subject|nursing|therapy|kitchen|residential) "
    r"(?:adults?|staff|person|people|helpers?|workers?|members? of staff)|"
    r"(?:adults?|staff|people) trained in|"
    r"(?:adults?|staff|person|people|helpers?|workers?) (?:from|of|in) the (?:[A-Z][\w'’-]+ ){1,4}"
    r"(?:Service|Team|Centre))\b"
)
"""Loose words made closer: told before, what the person can do or knows, which service sends them, how many share them,
or an adult who is to be there: "one adult within reach".
"""
_NAME = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? [A-Z][\w'’-]+"
_BY_NAME = rarely(r"\b" + _NAME)
_BY_SHORT_ROLE = rarely(
    r"\b(?:by|from|with|beside|alongside) (?:an?|the|his|her|their|my|one|two) (?:\w+ )?"
    r"(?:assistants?|therapists?|teachers?|tutors?|coach(?:es)?|nurses?|workers?)\b|"
    r"\b(?:one|two|three|an?|his|her|their|my|the) (?:[\w-]+ )?assistants? (?:will|shall|must|help|change|lift|"
    r"hoist|sit|work|support|take|go|stay)",
    re.IGNORECASE,
)
"""Part of a role: "from an assistant" is no nobody, and which assistant that is the plan may say elsewhere."""


_QUALIFIED = rarely(
    r"\b(?:[Ll]evel \d|(?:trained|qualified|experienced) in|\w+-trained|"
    r"registered|certificate[ds]?|diploma|qualification)\b"
)
"""What somebody who is not made out has learned: "an adult for Tom alone, Level 3, trained in ..."."""


def _service(provision: Provision) -> tuple[Passage, ...]:
    """In health and social care a service that its field names is who does it: "the low vision clinic"."""
    if provision.section == "F":
        return ()
    return first(piece for part in parts(provision, *FIELDS) for piece in part.found(phrases("care service")))


def _of_siblings(provision: Provision, plan: Plan | None) -> tuple[Passage, ...]:
    beside = (*siblings(provision, plan), *direct_part(provision, plan))
    return first(piece for one in beside for piece in quotes(read_parts(one, *FIELDS), "actors"))


def _trainers(provision: Provision, plan: Plan | None) -> tuple[Passage, ...]:
    """Who trains: "by the speech and language therapist", "the nurse will train", or a role in the "who" field; else by
    a name that the plan explains.
    """
    found: list[Passage] = list(own(provision).found(_SHE_TRAINS))
    for part, said in read_parts(provision, "who"):
        if part.name == "who":
            found.extend(part.quote(said.actors))
        else:
            seen = look_at(part.text, "provision")
            found.extend(part.quote(seen.span(hit.first, hit.last) for hit in seen.find("lines.trained_by")))
            found.extend(part.quote(one for one in said.actors if _TRAINS.match(part.text, one.end)))
            label = (one for one in said.actors if one.start == 0 and _LABEL_ENDS.match(part.text, one.end))
            found.extend(part.quote(one for one in said.actors if _TRAINED_WITH.search(part.text, 0, one.start)))
            found.extend(part.quote(label))  # "Epilepsy nurse, 2 hours a year: training for six staff"
            heads = (one for one in said.actors if one.start == 0 and _HEADS_TRAINING.match(part.text, one.end))
            found.extend(part.quote(heads))
            found.extend(part.found(_FROM_SOMEBODY))
            found.extend(part.found(_AFTER_A_TIME))
            found.extend(_at_a_clause(part, after_training=True))
    for part in parts(provision, "how_often", "by_when", "other")[1:]:
        found.extend(_at_a_clause(part, after_training=False))
    return first(found) or trainers_by_name(provision, plan)


def _at_a_clause(part: Part, *, after_training: bool) -> Iterator[Passage]:
    """A profession that opens a clause, and is all that the clause says of people: "Training in grief for all staff:
    educational psychologist, 2 hours". In the line's own words it has to stand after those on who is trained.
    """
    for one in part.found(_PROFESSION):
        before = part.text[: one.start - part.passages[0].start] if len(part.passages) == 1 else ""
        if not after_training or (traps.training(before) and traps.trainees(before)):
            yield one


_PROFESSION = rarely(
    r"(?:(?<=^)|(?<=[.:;(]\s)|(?<=[.:;(–—])|(?<=[–—-]\s))(?:(?:the|an?|our|by|from) ){0,2}(?:[\w-]+ (?:and )?){0,4}?"
    r"(?:\w*therapists?|\w*psychologists?|\w*psychiatrists?|nurses?|audiologists?|dieti[tc]ians?|paediatricians?|"
    r"trainers?|"
    r"(?:advisory |specialist )?teachers? (?:of|for) (?:the |children )?(?:deaf|blind|with|vision|visual|hearing|multi)"
    r"[\w -]{0,40}?|specialist teachers?|advisory teachers?)"
    r"(?=\W*$|\s?[,;:.)(–—]|\s-\s| (?:will |shall |must |to )?(?:gives?|spends?|leads?|runs?|delivers?|provides?|"
    r"teach(?:es)?|takes?) )(?!,? (?:and|or) )",
    re.IGNORECASE,
)


_TRAINS = rarely(
    r"(?:,[^,.;]{1,60},)? (?:(?:will|shall|must|to|then|also) ){0,3}(?:re-?)?(?:trains?|coach(?:es)?|briefs?)\b|"
    r" (?:(?:will|shall|must|to|then|also) ){0,3}(?:gives?|provides?|delivers?|runs?|leads?|holds?|offers?) "
    r"[^.;]{1,90}\b(?:training|coaching|briefings?|courses?|workshops?)\b|"
    r"[^.;]{1,200} (?:to|and|and will|shall|must|and,? by [^,.;]{4,20},) (?:(?:also|then|each \w+,?) ){0,2}"
    r"(?:train|coach|brief)s?\b"  # "a nurse visits school to train staff"
)
_TRAINED_WITH = rarely(
    r"\b(?:training|coaching)\b[^.;]{0,60}\b(?:with|from|by) (?:(?:the|a|an|her|his|their) )?(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_HEADS_TRAINING = rarely(  # "Specialist teacher for autism – trains all who teach him"
    r"[^.;:–—]{0,60}?(?: [–—-]|:) (?:(?:then|also) )?(?:trains?|coach(?:es)?|briefs?|training)\b"
)
_LABEL_ENDS = rarely(r"[^:.;]{0,80}:")
_FROM_SOMEBODY = rarely(
    r"\b(?:from|by) " + _NAME + r"|"
    r"\b(?:provided|given|delivered|run|led|taught|held) by "
    r"(?:(?:the|an?|our|my|his|her|their) [^.,;]{3,60}|[A-Z][\w'’-]+)|"
    # "training each September from the Council's moving and handling adviser"
    r"(?<=[\w,] )(?:(?:from|by) (?:the|an?|our|my|his|her|their|[\w-]+['’]s?)|with (?:the )?[\w-]+['’]s?) "
    r"(?:[\w'’-]+ ){0,7}?"
    r"(?:advis[eo]rs?|trainers?|tutors?|instructors?|coordinators?|co-ordinators?|consultants?|specialists?|"
    r"practitioners?|nurses?|\w*therapists?|\w*psychologists?|audiologists?|dieti[tc]ians?|teachers? of (?:the )?\w+)\b"
)
_AFTER_A_TIME = rarely(  # "for all room staff, 2 hours, teacher of the deaf, each autumn"
    r"\b(?:\d{1,2}|one|two|three|four|five|six|half) (?:an? )?(?:hours?|minutes?|days?)\b[^.;:,]{0,40}, (?:the |an? )?"
    r"(?:[\w-]+ ){0,3}?(?:\w*therapist|\w*psychologist|nurse|audiologist|dietitian|paediatrician|trainer|"
    r"(?:specialist|advisory) teacher|teacher of (?:the )?[\w ]{3,30}?)"
    r"(?: and (?:the |an? )?(?:[\w-]+ ){0,3}?[\w-]+)?(?=[,.;]|\W*$)",
    re.IGNORECASE,
)
_SHE_TRAINS = rarely(
    r"^\W{0,3}(?:He|She|They|Both)\b(?= (?:(?:will|also|then|each) ){0,2}(?:trains?|coach(?:es)?|briefs?|"
    r"spends? [\w ]{3,30} (?:training|coaching|briefing))\b)"
)
"""Whom the sentence before named; the child trains nobody."""


@check("provision.training")
def training(provision: Provision, plan: Plan | None = None) -> Answer:
    """Where staff are to be trained: does it say who, in what, by whom and when?

    A line without training is not asked. Where something is missing, the note also says whether it is said which staff
    and for how long.
    """
    if line_kind(provision) != "training":
        return Answer(Verdict.NOT_APPLICABLE, note="It is not about training for staff.")
    read = read_parts(provision, *FIELDS)
    text, trainers = own(provision).text, _trainers(provision, plan)
    held = {
        "who is trained": bool(traps.trainees(text)) or trained_by_name(provision, plan),
        "in what": any(span.kind == "training" for _, said in read for span in said.types)
        or phrases("trained in what").search(text) is not None,
        "by whom": bool(trainers),
        "when or how often": any(said.frequencies or said.occasions for _, said in read)
        or any(when_given(part.name, part.text) for part, _ in read)
        or phrases("once before").search(text) is not None
        or _OVER_A_TIME.search(text) is not None,
    }
    evidence = first(own(provision).quote(traps.training(text)))
    missing = [name for name, said in held.items() if not said]
    if not missing:
        return Answer(Verdict.MET, evidence, "It says who is trained, in what, by whom and when.")
    if len(missing) == 1 and missing[0] in ("who is trained", "in what"):  # told in many more words than by whom, when
        note = f"It does not say {missing[0]}, in words that these checks know."
        return Answer(Verdict.NEEDS_PERSON, evidence, note, proposed=Verdict.PARTLY_MET)
    if held["who is trained"] and traps.any_trainees(text):
        missing.insert(0, "which staff")
    if not any(said.amounts for _, said in read):
        missing.append("how much")
    verdict = Verdict.PARTLY_MET if held["in what"] and held["who is trained"] else Verdict.NOT_MET
    note = "It does not say " + ", ".join(missing) + "."
    if _MAY_BE_HELD.match(text) and not held["when or how often"]:  # what is to come again is not held yet
        note += " It may be what somebody has learned already."
        return Answer(Verdict.NEEDS_PERSON, evidence, note, proposed=verdict)
    return Answer(verdict, evidence, note)


_OVER_A_TIME = rarely(  # "six sessions from September to December 2026"
    rf"\b(?:from|between) (?:\d{{1,2}} )?(?:{NAMED})\b[^.;]{{0,8}}? (?:to|until|till|and) (?:the end of )?"
    rf"(?:\d{{1,2}} )?(?:{NAMED})\b"
)
_MAY_BE_HELD = rarely(
    r"(?!\W*(?:training|inset|cpd|course)\b)[^.;,:(]{3,60}[,:(]"
    r"(?:(?!\b(?:will|shall|must|should|are|is|be|to|for|receives?|gets?|has|have|needs?|attends?|completes?|trains?|"
    r"trained|train)\b)[^.]){0,120}?\b(?:training|course)\b"
    r"(?! for\b)(?![^.]{0,160}\b(?:will|shall|must|should|are|is|be|from)\b)",
    re.IGNORECASE,
)
"""Somebody and what that person has, with no verb: "Key mentor: one named adult, Level 3, a day's training in ADHD"."""


def when_given(name: str, text: str) -> tuple[Span, ...]:
    """When something is given once: a deadline, or in a cell of its own a point in time."""
    found = points(text, "provision") if name in _OF_TIME else deadlines(look_at(text, "provision"))
    return tuple(one.span for one in found)


_OF_TIME = frozenset({"how_often", "by_when", "other"})  # fields in which a bare date says when
