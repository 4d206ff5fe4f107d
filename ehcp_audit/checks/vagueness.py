"""Vague words in provision, which leave open what must be done, and which of them a person has to weigh."""

from __future__ import annotations

import re
from typing import Literal

from ehcp_audit.checks import check
from ehcp_audit.checks.acts import BARE, acts, not_bare
from ehcp_audit.checks.doubt import promises_help
from ehcp_audit.checks.lines import FIELDS, given, is_counted, line_kind, read_parts, says_more
from ehcp_audit.checks.parts import Part, first, own, parts
from ehcp_audit.checks.people import is_told
from ehcp_audit.checks.staffing import OF_A_KIND
from ehcp_audit.language import traps
from ehcp_audit.language.provision import ProvisionWording, provision_wording
from ehcp_audit.language.spans import Span
from ehcp_audit.language.wordlists import number_words
from ehcp_audit.model import Answer, Passage, Plan, Provision, Verdict
from ehcp_audit.rare import rarely


def _is_typed(provision: Provision) -> bool:
    return any(said.specific_type for _, said in read_parts(provision, "title", "provision"))


def _vague(
    read: list[tuple[Part, ProvisionWording]], asked: set[str], also: list[str] | None, never: frozenset[str]
) -> tuple[Passage, ...]:
    spans = (
        (part, span)
        for part, said in read
        for span in said.hedges
        if (
            (span.kind in asked & _FIELD_LISTS.get(part.name, asked) and not _is_bare_in_a_field(part, span))
            or (part.name == "who" and "amount" in asked and span.text.lower() in _AT_REQUEST)
        )
        and span.text.lower() not in never
    )
    return first((*given(read, also), *(passage for part, span in spans for passage in part.quote([span]))))


def _is_bare_in_a_field(part: Part, span: Span) -> bool:
    return part.name in _FIELD_LISTS and span.text.lower() in BARE


_AT_REQUEST = frozenset({"on request", "upon request", "available on request", "on demand"})
"""Beside who gives it they say that it may never be given: "The educational psychologist, on request"."""
_FIELD_LISTS = {
    "who": {"commitment", "amount", "actor"},
    "how_often": {"commitment", "amount", "mild"},
    "group": {"amount", "mild"},
}
"""What can be vague in a cell of its own: of "group", the amount; of "who" and "how often" also whether there is any
at all ("Access to breaks").
"""


def _is_label(provision: Provision, word: Passage) -> bool:
    """Is the word what the plan calls its lines by: "Help 2a. Class of six with a teacher ..."?"""
    own = provision.passages[0]
    return word.start == own.start and _NUMBERED.match(own.text, len(word.text)) is not None


_NUMBERED = rarely(r"\s\d{1,2}[a-z]?(?:[.:)]|\s[–-])\s")


@check("provision.vague_words")
def vague_words(
    provision: Provision,
    plan: Plan | None = None,
    *,
    lists: list[str] | None = None,
    also: list[str] | None = None,
    never: list[str] | None = None,
    where_counted: Literal["met", "partly met"] = "partly met",
) -> Answer:
    """Is it free of words that leave the duty open?

    Four lists: `commitment` (would benefit from, access to, where possible), `amount` (regular, as required, up to),
    `actor` (a trusted adult, the setting), `mild` (adapted, available, several). All are asked unless `lists` names
    some; `also` adds vague words to them, `never` takes some away. A person decides where the line promises no help ("A
    second adult covers when he is away"), where it gives amount and role in full or on a condition of staff or time,
    and where it says more and holds no word but of the last two lists. Where the amount can be worked out all the same,
    the line is `where_counted`; not so where it opens with words that take the promise back ("Access to ..."), where a
    clause of its own does, or where it names no type, so that the vague words are all there is ("Small group support,
    one hour a week"); a person decides where three or more of them stand beside the amount.
    """
    if line_kind(provision) == "statement":
        return Answer(Verdict.NOT_APPLICABLE, note="The line refers to other words and specifies nothing itself.")
    asked = set(lists) if lists else {"commitment", "amount", "mild", "actor"}
    thing = line_kind(provision) == "thing"
    named = any(said.actors for _, said in read_parts(provision, *FIELDS))
    asked -= {"actor"} if thing or named else set()  # somebody is named, or nobody needs to be
    read = _read(provision, thing=thing)
    done = acts(provision)
    vague = _vague(read, asked, also, frozenset(word.lower() for word in never or ()))
    found = _told_nowhere(provision, plan, not_bare(vague, done))
    blocks = _uncounted_blocks(provision) if any(said.amounts or said.quantified for _, said in read) else ()
    counted = is_counted(read) or bool(blocks)
    found = first((*blocks, *(one for one in found if not any(one.text in block.text for block in blocks))))
    found = found if blocks or not counted else tuple(one for one in found if not _WHOEVER.match(one.text))
    if not found or (counted and named and all(_is_told_before(provision, one) for one in found)):
        return Answer(Verdict.MET, note="No word leaves the duty open.")  # who does a counted thing is asked by itself
    listed = _each_once(found)
    loose = _clauses_left_open(provision, found)
    if counted and not loose and (done or _is_typed(provision)):
        note = f"The amount can be worked out, but some words leave it open: {listed}."
        opens = _opens_by_taking_back(read)
        conditions = tuple(one for one in found if _ON_RESOURCES.match(one.text))
        if conditions and not opens and not given(read, also):
            note = f"The amount is given only on a condition: {_each_once(conditions)}."
            return Answer(Verdict.NEEDS_PERSON, conditions, note, proposed=Verdict.NOT_MET)
        bare = named and all(one.text.lower() in BARE for one in found)  # "support" beside a role, a type and an amount
        if bare and not (opens or blocks) and _tells_the_help(provision, found):
            return Answer(Verdict.MET, note="It says what the help is, who gives it and how much.")
        if not opens and (bare or blocks or len(found) >= _MANY or _clauses_in_doubt(provision, found)):
            return Answer(Verdict.NEEDS_PERSON, found, note, proposed=Verdict.PARTLY_MET)
        return Answer(Verdict.PARTLY_MET if opens else Verdict(where_counted), found, note)
    note = f"Some words leave open what must be done: {listed}."
    if ((counted and named and not loose) or not promises_help(provision)) and not given(read, also):
        return Answer(Verdict.NEEDS_PERSON, found, note, proposed=Verdict.NOT_MET)
    if not lists and not loose and _leaves_little_open(found, read, also):
        note += " The line says more than these."
        return Answer(Verdict.NEEDS_PERSON, found, note, proposed=Verdict.NOT_MET)
    return Answer(Verdict.NOT_MET, found, note)


def _read(provision: Provision, *, thing: bool) -> list[tuple[Part, ProvisionWording]]:
    """The line with its fields; without "as needed" for a thing, of which the child says when it is used."""
    read = read_parts(provision, "who", "how_often", "group", "other")
    return [one for one in read if not thing or one[0].name != "how_often" or not _AT_NEED.fullmatch(one[0].text)]


def _tells_the_help(provision: Provision, found: tuple[Passage, ...]) -> bool:
    """Is every bare "help" one that was told before, or does it say what it is with?"""
    return all(_is_told_before(provision, one) or _says_with_what(provision, one) for one in found)


def _is_told_before(provision: Provision, word: Passage) -> bool:
    """Is it help that was told before, or part of a name: "fades her help", "The support is reviewed", "the support
    service's technician"?
    """
    return any(one.end == word.end for part in parts(provision, *FIELDS) for one in part.found(_TOLD_BEFORE))


_TOLD_BEFORE = rarely(
    r"\b(?:the|this|that|his|her|their|my|its) (?:support|help|assistance|input)\b"
    r"(?! (?:of|from|he|she|they|I|that|which|needed|required|with|to|for|in)\b)|"
    r"\b(?:support|help)(?=(?:['’]s)? (?:services?|teams?)\b)",
    re.IGNORECASE,
)


def _is_exact(provision: Provision, plan: Plan | None, word: Passage) -> bool:
    """Is it the name of a thing ("adapted scissors", "careers guidance"), what somebody does ("help him in play"), the
    title of a line, or one who is taught or told beside the child ("to Orla and her key person"), for whom somebody
    else acts? The plan may say elsewhere who the key person is.
    """
    text, at = own(provision).text, word.start - provision.passages[0].start
    if not text.startswith(word.text, max(0, at)):
        return False  # a word in a cell of its own
    after = at + len(word.text)
    if _OF_ROLE.match(text, after) or _HELPS.match(text, after) or _OF_WHAT.search(text, max(0, at - _NEAR), after):
        return True  # "the support worker's deputy"
    if at <= _OF_TITLE and _ENDS_TITLE.match(text, after) is not None:
        return True
    if word.text.lower() == "adapted":
        return _THING.match(text, at + len(word.text)) is not None
    if _SETTING.fullmatch(word.text) is not None:
        return _SUPPLIED.search(text, max(0, at - _NEAR), at) is not None
    if _KEY.fullmatch(word.text) is None:
        return False
    told = plan is not None and _KEY_TOLD.search(plan.text) is not None
    return told or _TAUGHT_TOO.search(text, 0, at) is not None


_THING = rarely(
    r" (?:\w+ )?(?:scissors|cutlery|knife|knives|games?|forks?|spoons?|cups?|plates?|keyboard|mouse|trikes?|"
    r"tricycle|bikes?|bicycle|"
    r"chair|seat|toilet|bathroom|stool|desk|table|pens?|pencils?|grips?|switch(?:es)?|joystick|vehicle|minibus|taxi|"
    r"rulers?|paintbrush(?:es)?|peeler|chopping board|tin opener|kettle|walker|buggy|swing|clothing|uniform|"
    r"kitchen|shower|workstation)\b",
    re.IGNORECASE,
)
_HELPS = rarely(r" (?:him|her|them|me|you|[A-Z][a-z]+) (?:with|in|at|to|on|off|into|out of|up|down) [a-z]{2,}")
_OF_ROLE = rarely(r" (?:workers?|assistants?|officers?)\b")
_SETTING = rarely(r"the (?:school|college|nursery|academy|setting|pre-?school)", re.IGNORECASE)
_SUPPLIED = rarely(  # a thing by whom it is bought, which needs no skill
    r"\b(?:supplied|bought|purchased|provided|held|kept|owned|funded|paid for|insured|maintained|charged|hired) by $",
    re.IGNORECASE,
)
_KEY = rarely(r"(?:the |an? |his |her |their |my )?key (?:person|worker|adult)s?", re.IGNORECASE)
_KEY_TOLD = rarely(  # "Isla's key person, trained by ...", "Anjali Devi, key person"
    r"\bkey (?:person|worker|adult)(?:,| \(|:| is)? (?:(?:is )?(?:trained|qualified|holding|who (?:holds|has|is))|"
    r"with a|an? (?:teaching assistant|teacher|nursery nurse|practitioner|early years)|M(?:rs?|s|iss) [A-Z]|"
    r"[A-Z][a-z]+ [A-Z][a-z]+)|"
    r"\b[A-Z][a-z]+ [A-Z][a-z]+(?:,| \(|\t)\s?(?:her |his |their )?key (?:person|worker|adult)\b"
)
_TAUGHT_TOO = rarely(
    r"\b(?:[Tt]eaches|[Tt]rains|[Cc]oaches|[Ss]hows|[Bb]riefs|[Gg]ives|to|with|for)\b[^.;]{0,60}? and "
    r"(?:his |her |their |the |my )?$|\b(?:[Tt]eaches|[Tt]rains|[Cc]oaches|[Ss]hows|[Bb]riefs) "
    r"(?:his |her |their |the |my )?$"
)


def _says_with_what(provision: Provision, word: Passage) -> bool:
    """Does a bare "help" or "support" say what it is with: "help with writing", "support in science and art"?"""
    text, at = own(provision).text, word.start - provision.passages[0].start
    return text.startswith(word.text, max(0, at)) and _WITH_WHAT.match(text, at + len(word.text)) is not None


_WITH_WHAT = rarely(
    r" (?:with|in|at|to) (?!(?:all|any|every|the|school|class|order|line|addition|place|general|accessing|access|"
    r"engage|meet|ensure|improve|develop|a|an|his|her|their|these|those|small|times)\b)[a-z]{3,}|"
    r"[^.;:]{0,60}: [a-z]{3,}",
    re.IGNORECASE,
)
_OF_TITLE, _NEAR = 24, 30  # characters before a word
_ENDS_TITLE = rarely(r"(?: \([^()]{0,40}\))?\. [A-Z]")
_OF_WHAT = rarely(r"\b(?:(?:\w+ing|frame) help|careers? guidance|(?:signed|spoken|sung|braille) input)$", re.IGNORECASE)


def _opens_by_taking_back(read: list[tuple[Part, ProvisionWording]]) -> bool:
    """Does the line itself begin with words that take its promise back: "Access to ..."?"""
    return any(
        span.kind == "commitment" and span.start == 0 and span.text.lower() not in BARE
        for part, said in read
        if part.name == "own"
        for span in said.hedges
    )


def _told_nowhere(provision: Provision, plan: Plan | None, found: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The vague words that neither the line ("an adult who signs") nor another place of the plan makes exact."""
    of_a_kind = bool(own(provision).found(OF_A_KIND))
    found = tuple(one for one in found if not (_is_label(provision, one) or _is_exact(provision, plan, one)))
    found = tuple(one for one in found if not is_told(one.text, provision.section, plan))
    return tuple(one for one in found if not (of_a_kind and _ADULT.fullmatch(one.text)))


def _each_once(found: tuple[Passage, ...]) -> str:
    """The words in quotation marks, without those that differ in capitals and hyphens alone."""
    told: dict[str, str] = {}
    for one in found:
        told.setdefault(one.text.lower().replace("-", " "), one.text)
    return ", ".join(f'"{text}"' for text in told.values())


def _uncounted_blocks(provision: Provision) -> tuple[Passage, ...]:
    """Blocks and courses of sessions, where neither the sessions nor the weeks are counted anywhere in the line."""
    blocks = own(provision).found(_BLOCK)
    if not blocks or any(_BLOCK_COUNTED.search(part.text) for part in parts(provision, *FIELDS)[1:]):
        return ()
    # "Will assess him for an hour, and will then deliver a programme of sessions": the hour is of something else.
    apart = [clause for clause in _ACTS_APART.split(own(provision).text) if _BLOCK.search(clause)]
    return () if all(map(_BLOCK_COUNTED.search, apart)) else blocks


_ACTS_APART = rarely(r",? and (?:will )?then |, (?:and )?(?:will|then) ")
_BLOCK = rarely(
    r"\b(?:(?:an?|one|two|three|\d)(?: (?:further|short|new|second))? (?:blocks?|courses?|series|programmes?)|"
    r"blocks) of "
    r"(?:direct |individual |one-to-one |[\w-]*\w-(?:minute|hour) )?(?!(?:all|which|it|time)\b)(?:[a-z][\w-]* ){0,3}?"
    r"(?:therapy|sessions|teaching|lessons|counselling|tuition|intervention|input|physiotherapy|hydrotherapy|work|"
    r"workshops|classes|tutorials|visits)\b",
    re.IGNORECASE,
)
_COUNT = rf"(?<!to-)(?<!to )\b(?:\d+|{'|'.join(number_words(1, 19))}|twenty|twenty-four|thirty|thirty-six|forty)[ -]"
_BLOCK_COUNTED = rarely(
    _COUNT + r"(?:(?:(?!(?:blocks?|courses?|series|minutes?|hours?|of|to)\b)[\w-]+ ){0,4}?"
    r"(?:sessions?|lessons?|visits?|meetings?|appointments?|workshops?|classes|tutorials?)|weeks?|months?|"
    r"half[- ]terms?|in all|in total|"
    r"altogether)\b|\b(?:half[ -]term|(?<!-)hours?|weekly|fortnight\w*|daily|monthly|(?:a|each|every|per) (?:school )?"
    r"(?:day|week|[A-Z][a-z]+day)|on [A-Z][a-z]+days?|(?:for|through|throughout|over|across) "
    r"(?:the|a|one|each|every) (?:whole |full )?(?:\w+ )?(?:term|year)|\d ?[x×])(?!\w)|[x×] ?\d",
    re.IGNORECASE,
)
_ADULT = rarely(r"(?:an )?adults?", re.IGNORECASE)
_WHOEVER = rarely(r"who(?:so)?ever\b|whichever (?:\w+ )?(?:adult|person|member|assistant|teacher)\b", re.IGNORECASE)
_ON_RESOURCES = rarely(
    r"(?:if|when|where|whenever|as|provided|providing|unless)\b.*\b(?:timetabl\w*|rotas?|schedule|diar(?:y|ies)|staff\w*|"
    r"adults?|assistants?|tas?|teacher|somebody|someone|cover|numbers|workloads?|ratios|budgets?|capacity|funding|"
    r"money|resources|time|space|room|slots?|places?|gaps?|slack)\b|"
    r"(?:staffing|time|timetabling|capacity|funding|resources|space) (?:permitting|allowing)|"
    r"subject to .*(?:availability|staffing|funding|resources|timetabl\w+|capacity|demand)",
    re.IGNORECASE,
)
"""What makes the whole amount hang on staff, time or money: "when the timetable has room for it"."""
_MANY = 3  # vague words in one line that no amount makes good: "a flexible and nurturing approach through the day"
_AT_NEED = rarely(r"\W{0,2}(?:whenever|when|as) (?:it is )?(?:needed|required)\W{0,2}", re.IGNORECASE)
"""When a card or ear defenders are used is for the child to say."""


def _clauses_left_open(provision: Provision, found: tuple[Passage, ...]) -> bool:
    """Does a clause of its own promise nothing, beside others that do: "...; access to a range of resources"?"""
    vague = {one.text for one in found}
    clauses = _CLAUSE_ENDS.split(own(provision).text)
    return len(clauses) > 1 and any(_promises_nothing(clause, vague) for clause in clauses)


def _promises_nothing(clause: str, vague: set[str]) -> bool:
    said = provision_wording(clause)
    kinds = {span.kind for span in said.hedges if span.text in vague}
    return kinds >= {"commitment", "amount"} and not said.amounts and not said.frequencies


def _clauses_in_doubt(provision: Provision, found: tuple[Passage, ...]) -> bool:
    """Does a sentence of its own give something with a vague amount alone: "Rest is given periodically"? Or is
    something given at request only, of which no amount beside it says that it is given at all?
    """
    if any(one.text.lower() in _AT_REQUEST for one in found):
        return True
    if any(_ALL_WEEK.search(one.text) for one in found) and not provision_wording(own(provision).text).amounts:
        return True  # "before each topic, through small-group work through the week": when, and never how much
    vague = {one.text for one in found}
    told = [clause for part in parts(provision, "how_often")[1:] for clause in _TIMES_APART.split(part.text)[1:]]
    for sentence in (*_SENTENCE_ENDS.split(own(provision).text)[1:], *told):
        said = provision_wording(sentence)
        loose = any(span.kind == "amount" and span.text in vague for span in said.hedges)
        if loose and not (said.amounts or said.frequencies or said.group_sizes or traps.reviews(sentence)):
            return True
    return False


_ALL_WEEK = rarely(r"^[a-z]+ (?:through(?:out)?|across|over|during) the [a-z ]*(?:day|week|term|year)$", re.IGNORECASE)
_TIMES_APART = rarely(r"[.;]\s+|,? and (?!(?:an?|\d|one|two|three|then)\b)")  # "..., and small-group work all week"
_SENTENCE_ENDS = rarely(r"(?<=[.])\s+|\n+")


_CLAUSE_ENDS = rarely(r"(?<=[.;])\s+|\n+")


def _leaves_little_open(
    found: tuple[Passage, ...], read: list[tuple[Part, ProvisionWording]], also: list[str] | None
) -> bool:
    """Are the vague words all mild, in a line that says more ("adapted cards"), or words for people ("an adult")?"""
    strong = {"commitment", "amount"} if says_more(read) else {"commitment", "amount", "mild"}
    taking_back = {span.text.lower() for _, said in read for span in said.hedges if span.kind in strong}
    return taking_back.isdisjoint(one.text.lower() for one in found) and not given(read, also)
