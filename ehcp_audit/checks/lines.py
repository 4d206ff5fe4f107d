"""What a provision line is, and which questions arise for it.

A writing slope needs no therapy hours, a cross-reference specifies nothing: such a line is not applicable to the
questions that are meant for services, rather than at fault.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial

from ehcp_audit.checks.parts import Part, first, parts
from ehcp_audit.checks.phrases import is_as_shipped, phrases
from ehcp_audit.checks.scanning import kept_of
from ehcp_audit.checks.start_and_end import only_runs
from ehcp_audit.checks.telling_home import less_telling
from ehcp_audit.language import traps
from ehcp_audit.language.definitions import is_definition
from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.phrases import find_phrases
from ehcp_audit.language.provision import ProvisionWording, provision_wording
from ehcp_audit.language.spans import Span
from ehcp_audit.language.wordlists import Lists, active
from ehcp_audit.model import Answer, Passage, Provision, Verdict
from ehcp_audit.plan.weekday_columns import is_day_of_the_week
from ehcp_audit.rare import rarely

FIELDS = ("title", "who", "how_often", "by_when", "group", "review", "other")
COUNTED = ("title", "who", "how_often", "by_when", "group", "other")
"""The fields that can hold an amount or a frequency ("When": "Tuesdays, 30 minutes"); how often it is reviewed is
neither."""
THINGS = frozenset({"equipment", "adjustment"})
_PROMISED = frozenset(
    ["provision", "hours", "support", "amount", "level", "levels", "package", "it", "this", "staffing", "allocation"]
)
_POINTERS = rarely(r"^\([^()]{1,60}\) ")  # "(B8; E8)" of the line before, which a PDF's page break left
_OF_WHAT = rarely(  # "(Needs 1, 2, 4)", "For outcomes 1, 2 and 3 (needs 1 to 6)."
    r"(?:[\s().,;:&\[\]/–-]|\b(?:for|and|to|needs?|outcomes?|meets?|supports?|section)\b|"
    r"\b[A-K]?\d{1,4}[a-z]?\b|\b[B-F]\b){2,120}",  # one way to read each: a full stop parts, in "B2.1" too
    re.IGNORECASE,
)
_NONE = rarely(r"(?:none (?:is |are |was )?(?:required|needed|identified|specified)|nil)\b[:.;,]", re.IGNORECASE)
_NO_BUDGET = rarely(r"\W{0,3}(?:an? )?(?:personal budgets?|direct payments?)\b[^.]{0,60}\b(?:not|no|none|nil)\b", re.I)
_ELSEWHERE = rarely(r"\bprovision (?:is|stands|is set out) in (?:sections?|parts?) [A-K]\d?\b", re.IGNORECASE)
_HERE = rarely(
    r"\b(?:is|are|stands?|belongs?) (?:set out |listed |told |found |written |included )?in this "
    r"(?:section|part)\W{0,3}$"
)
_WHEN_IT_HAPPENS = rarely(
    r"\W{0,3}(?:(?:For [BCE]\.?\d{1,2}[^.]{0,40}|\(?[BCE]\.?\d{1,2}[^.()]{0,40}\))\.? )?"
    r"(?:No|When|Whenever|What (?:happens|to do) (?:if|when|in|during|before|after)|"
    r"In the event of|If|As soon as|After|Before|"
    r"[A-Z][\w'’-]{0,20} (?:(?:will|must|is|are|do|does) (?:not|never)|never)|"
    r"In (?:[\w-]+ ){1,3}(?:lessons|activities|assemblies|tests))\b"
)
TRAINED_ALREADY = rarely(
    r"\b(?:(?:have|has|had) (?:all |both |already )?(?:done|had|completed|received|undertaken)|holds?|held|holding) "
    r"(?:(?:the|this|that|their|his|her|current|a) )*(?:\w+ )?(?:training|certificates?|courses?)\b|"
    r"\b(?:has |have )?had [\w ]{1,12}(?:hours?|days?|sessions?) of (?:\w+ ){0,2}training\b"
)
_HELD_BY = rarely(
    r"\b(?P<role>(?:assistants?|workers?|mentors?|tutors?|teachers?|coach(?:es)?|therapists?|practitioners?|nurses?|"
    r"adults?|lecturers?|trainers?|specialists?|psychologists?|counsellors?|TAs?|LSAs?|HLTAs?|lead|person|helpers?|"
    r"instructors?)\b(?: \([^()]{1,30}\)?)?),? "
    r"(?:(?:each |both |all )?with|who (?:has|have|hold|holds)|holding|having) "
    r"[^.;]{0,70}?\btraining\b(?:,? and [^.;:]{0,50}?\btraining\b)?(?! (?:for|of|to|from|by|each|every)\b)",
    re.IGNORECASE,
)
"""What whoever gives it has learned: "a support worker with two days' training in signing"."""
_WHO_IS_TRAINED = rarely(
    r",? (?:who|that) (?:is|are|has|have|holds?)\b"
    r"(?:(?!\b(?:will|shall|must|should|not|never|to be|be|train|trains|training)\b)[^.;:]){0,120}?"
    r"\b(?:trained|qualified|accredited|certificated)\b(?: (?:in|on|as|for|at|to|by) (?:(?:an?|the|level) )?[\w-]+)?,?",
    re.IGNORECASE,
)
"""A clause on what somebody has learned: "a tutor, who holds a degree and is trained in autism, sees her"."""
_LEARNED = rarely(
    r"(?<=\w) \((?:[^()]{1,60}[,;] )?(?:\w+ )?training in [^()]{1,60}\)|"
    r"(?<=\w) \((?:(?!by\b)[\w-]+ ){1,5}trained\)"
)
"""The same in brackets: "a coach (Level 3, training in autism)", "the mentor (mental health first aid trained)"."""
_PROMISES = rarely(
    r"\b(?:will|must|shall|should|would|may|can|could|needs|requires?|to be|has|have|receives?|gets?|funding|"
    r"bands?|support|help|(?<!that )(?<!what )(?<!which )(?:is|are))\b",
    re.IGNORECASE,
)
_HEADING = rarely(
    r"(?:[A-Z]\.?\d{1,2}[.:]? )?[A-Z]\w+(?: [a-z]+){0,2} (?:adjustments|adaptations|arrangements|resources)"
)
_LONGEST_REFERENCE, _LONGEST_REMARK = 25, 35  # words
_OPENS = 2  # words at most before a plan or record that a line is about
_SENTENCE_ENDS = rarely(r"(?<=[.!?;])\s+|\n+")


def read_parts(provision: Provision, *fields: str) -> list[tuple[Part, ProvisionWording]]:
    """The line's own words and these of its fields, each with what its wording holds."""
    return kept_of(provision, ("read parts", fields), partial(_read_parts, provision, fields))


def _read_parts(provision: Provision, fields: tuple[str, ...]) -> list[tuple[Part, ProvisionWording]]:
    return [(part, _of_what_is_given(part, provision)) for part in parts(provision, *fields)]


def _of_what_is_given(part: Part, provision: Provision) -> ProvisionWording:
    """What a field's wording holds, without the time for which whoever gives it was trained or is overseen, and without
    how often it is looked at: "TA, trained by the therapist for two hours", "Sound check every half term".
    """
    said = provision_wording(part.text)
    if part.name == "how_often" and is_day_of_the_week(part.text):
        return said._replace(frequencies=(Span(0, len(part.text), part.text, "frequency"),))
    if (untold := less_telling(part.text)) != part.text:
        of_it = provision_wording(untold)
        said = said._replace(
            amounts=of_it.amounts,
            frequencies=of_it.frequencies,
            occasions=of_it.occasions,
            quantified=of_it.quantified,
        )
    told = _asides(part, provision) if said.amounts or said.frequencies or said.occasions else []
    if not told or traps.training(provision.text):
        return said

    def outside(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(one for one in spans if not any(one.start < end and start < one.end for start, end in told))

    left = said._replace(
        amounts=outside(said.amounts), frequencies=outside(said.frequencies), occasions=outside(said.occasions)
    )
    return left._replace(quantified=said.quantified and bool(left.amounts and (left.frequencies or left.occasions)))


def _asides(part: Part, provision: Provision) -> list[tuple[int, int]]:
    """Where a field says how somebody was trained or is overseen, or in which of its sentences how all is looked at."""
    if part.name == "who":
        low = part.text.lower()
        if not any(map(low.__contains__, _LEARNS)):
            return []
        timed = any(one.name == "how_often" and one.passage.text.strip() for one in provision.fields)
        told = _TRAINED_FOR if timed else _TRAINED_OR_OVERSEEN
        return [one.span() for one in told.finditer(part.text)]
    if part.name == "other":
        return [one.span() for one in _STATEMENT.finditer(part.text) if _LOOKED_AT.search(one.group())]
    return []


_STATEMENT = rarely(r"[^;.]+")
_TRAINED_OR_OVERSEEN = rarely(  # "two-day autism training"; "who has done the county's course (two days)"
    r"(?:\b(?:(?:re-?)?trained|coached|briefed|overseen|supervised|shown)|"
    r"(?:[^,;.()]{1,24}(?<!\w))?(?:training|coaching|oversight|supervision))\b[^;.()]*|"
    r"\b(?:has|have|having) (?:done|completed|taken|attended) [^;.()]{3,60}(?:\([^()]{1,40}\))?|"
    r"\b(?:courses?|workshops?|awards?|certificates?|diplomas?) \([^()]{1,40}\)",
    re.IGNORECASE,
)
_TRAINED_FOR = rarely(  # beside a field for how much and how often: "trained by the therapist (3 hours each term)"
    rf"(?:{_TRAINED_OR_OVERSEEN.pattern})(?:\s?\([^()]{{1,60}}\))?", re.IGNORECASE
)
_LEARNS = ("train", "coach", "brief", "overs", "supervis", "shown", "course", "workshop", "award", "certif", "diploma")
"""One of these stands wherever `_TRAINED_OR_OVERSEEN` matches, and is found in no time."""
_LOOKED_AT = rarely(
    r"\b(?:checked|reviewed|measured|monitored|re-?tests?|re-?tested|tested)\b|"
    r"\b(?:checks?|reviews?|tests?|records?|scores?) (?:at|in|by|every|each|once|twice|termly|half[- ]termly)\b",
    re.IGNORECASE,
)


def quotes(read: list[tuple[Part, ProvisionWording]], *elements: str) -> tuple[Passage, ...]:
    """The words of these elements, as passages of the plan."""
    return first(
        passage
        for part, said in read
        for element in elements
        if (spans := getattr(said, element))
        for passage in part.quote(spans)
    )


def given(read: list[tuple[Part, ProvisionWording]], phrases: list[str] | None) -> tuple[Passage, ...]:
    """The words that a rubric itself adds to a list, as passages of the plan."""
    if not phrases:
        return ()
    return first(passage for part, _ in read for passage in part.quote(find_phrases(part.text, tuple(phrases))))


def is_counted(read: list[tuple[Part, ProvisionWording]]) -> bool:
    """Could the amount be worked out or checked, though a length and a frequency may stand in fields apart?"""
    length = any(said.amounts for _, said in read) and any(said.frequencies for _, said in read)
    return length or any(said.quantified for _, said in read)


def left_open(read: list[tuple[Part, ProvisionWording]]) -> bool:
    """Do its words take back what it promises ("access to", "as required"), or say nothing beside mild ones?"""
    strong = {"commitment", "amount"} if says_more(read) else {"commitment", "amount", "mild"}
    return any(span.kind in strong for _, said in read for span in said.hedges)


def says_more(read: list[tuple[Part, ProvisionWording]]) -> bool:
    """Does it name a type or a role, or give an amount?"""
    return any(said.specific_type or said.actors or said.amounts for _, said in read)


def line_kind(provision: Provision) -> str:
    """What a line is, for deciding which questions arise: service, thing, training or statement."""
    return kept_of(provision, "kind of line", partial(_kind_of, provision))


def _kind_of(provision: Provision) -> str:
    titles = tuple(part.text for part in parts(provision, "title"))
    counts = tuple(part.text for part in parts(provision, "how_often")[1:])
    given_by = any(provision_wording(part.text).actors for part in parts(provision, "who")[1:])
    return _line_kind(titles, counts, active(), given_by=given_by)


@lru_cache(maxsize=1024)
def _line_kind(titles: tuple[str, ...], counts: tuple[str, ...], lists: Lists, *, given_by: bool) -> str:
    """The kind of a line by its own words, then its title, and its "how often", and whether a field says who gives it;
    asked once however many questions.
    """
    text = _HELD_BY.sub(r"\g<role> ", titles[0]) if "training" in titles[0].lower() else titles[0]
    text = _LEARNED.sub("", _WHO_IS_TRAINED.sub("", text))
    read = [provision_wording(one) for one in (text, *titles[1:])]
    held = TRAINED_ALREADY.search(text) is not None
    if is_statement(text) or (_remarks_on_variation(text) and not any(said.specific_type for said in read)):
        return "statement"
    if not held and is_training(text):
        return "training"
    if _HEADING.fullmatch(text.strip()) or (
        not given_by and not _PROMISES.search(text) and _gives_nothing((*read, *map(provision_wording, counts)))
    ):
        return "statement"
    if _is_conduct(text, read) and not GONE_OVER.search(text):
        return "thing"
    kinds = {span.kind for said in read for span in said.types}
    if any(said.amounts or said.frequencies for said in (*read, *map(provision_wording, counts))):
        training = not held and kinds == {"training"} and traps.training(" ".join(titles))
        return "training" if training else "service"
    if not held and "training" in kinds and not kinds & {"therapy", "programme"} and traps.trainees(text):
        return "training"
    if not kinds or not kinds <= THINGS:
        return "service"
    if any(said.group_sizes for said in read) or GONE_OVER.search(text):
        return "service"  # what a group is taught with is a means: "with number lines, in 4s"
    return "service" if look_at(text, "provision").find("lines.served", "lines.extra_time") else "thing"


GONE_OVER = rarely(  # somebody's work with the child, whatever is gone over
    r"\b(?:go(?:es|ing|ne)?|talk(?:s|ed|ing)?|work(?:s|ed|ing)?) (?:it |them |this )?(?:over|through)\b"
    r"(?! (?:a|the|an) (?:app|computer|tablet|screen|laptop|microphone|device|radio aid)\b)|"
    r"\b(?:pre-?taught|pre-?teach(?:es|ing)?|rehears(?:e|es|ed|ing|als?))\b",
    re.IGNORECASE,
)


def _gives_nothing(read: tuple[ProvisionWording, ...]) -> bool:
    """Does it hold no part of provision, said well or badly: a heading ("Hands and writing"), a word on the layout?"""
    parts = ("actors", "loose_actors", "hedges", "amounts", "frequencies", "occasions", "lengths", "group_sizes")
    return not any(
        any(getattr(said, name) for name in parts)
        or any(span.kind != "activity" and not span.text.endswith("work") for span in said.types)
        for said in read
    )


def _is_conduct(text: str, read: list[ProvisionWording]) -> bool:
    """Is it how people act in what may happen ("When equipment fails, ...", "No teacher will ask ..."), promised
    outright? It has no length of its own, and comes as often as the event.
    """
    open_or_long = any(
        said.amounts or any(span.kind in ("commitment", "amount") for span in said.hedges) for said in read
    )
    return not open_or_long and _WHEN_IT_HAPPENS.match(text) is not None


def forget() -> None:
    """Forget the lines that have been looked at, as a measurement does before each run."""
    _line_kind.cache_clear()


def _remarks_on_variation(text: str) -> bool:
    """Does it say only that provision may change ("The hours may be reduced"), and promise nothing itself?"""
    seen = look_at(text, "provision")
    opener = seen.words[1:4] if seen.word(0) in {"the", "these", "this", "all"} else seen.words[:3]
    return bool(traps.varied(text)) and not _PROMISED.isdisjoint(opener)


def is_training(text: str) -> bool:
    """Does the line promise training for staff, and nothing with an amount for the child beside it?"""
    low = text.lower()
    if is_as_shipped("staff are trained") and not any(map(low.__contains__, _ON_TRAINING)):
        return False
    promised = phrases("staff are trained")
    sentences = _SENTENCE_ENDS.split(text)
    rest = [sentence for sentence in sentences if not _trains(sentence, promised)]
    if len(rest) == len(sentences):
        return False
    return not any(said.amounts or said.frequencies for said in map(provision_wording, rest))


_ON_TRAINING = ("train", "inset", "cpd", "course", "workshop", "coach")
"""One of these stands in whatever the phrases "staff are trained" match, and is found in no time."""


def _trains(sentence: str, promised: re.Pattern[str]) -> bool:
    """Does a sentence promise training, and not as one of several things that hours are for?"""
    match = promised.search(sentence)
    if match is None:
        return False
    hours = next((span.end for span in provision_wording(sentence).amounts if span.end <= match.start()), None)
    return hours is None or re.search(r",| and ", sentence[hours : match.start()]) is None


def is_statement(text: str) -> bool:
    """Is the line a cross-reference or a remark, which specifies nothing and was never meant to?"""
    text = _POINTERS.sub("", " ".join(text.split()))
    if (
        is_definition(text)
        or _OF_WHAT.fullmatch(text)
        or _ELSEWHERE.search(text)
        or _NONE.match(text)
        or _NO_BUDGET.match(text)
    ):
        return True
    if (
        phrases("only review").match(text)
        or phrases("outcome again").match(text)
        or phrases("health plan stands").match(text)
        or (phrases("of the whole section").match(text) and not _gives_an_amount(text))
    ):
        return True
    if only_runs(text) or (_HERE.search(text) and not provision_wording(text).hedges):
        return True
    seen = look_at(text, "provision")
    if len(seen.words) > _LONGEST_REMARK:
        return False
    if any(hit.first <= _OPENS for hit in seen.find("lines.paper")):
        said = provision_wording(text)
        return not said.amounts and all(span.kind != "therapy" for span in said.types)
    return (len(seen.words) <= _LONGEST_REFERENCE and bool(seen.find("lines.reference"))) or (
        bool(seen.find("lines.remark")) and not provision_wording(text).amounts
    )


def _gives_an_amount(text: str) -> bool:
    """Hours or minutes: what "is for 20 hours" is provision, what "is for 38 weeks" is its frame."""
    return any("hour" in span.text or "min" in span.text for span in provision_wording(text).amounts)


def not_asked(kind: str, asked_of: frozenset[str]) -> Answer | None:
    """The answer for a line of a kind that the question is not asked of; None for one that it is asked of."""
    if kind in asked_of:
        return None
    why = {
        "statement": "The line refers to other words and specifies nothing itself.",
        "thing": "The line is about equipment or an adjustment.",
        "training": "The line is about training for staff.",
        "service": "The line is not of the kind that this is asked of.",
    }
    return Answer(Verdict.NOT_APPLICABLE, note=why[kind])


SERVICES = frozenset({"service"})
TAUGHT = frozenset({"service", "training"})
"""Services, and the training of staff, which is owed like them."""
