"""Where a provision line seems to lack something: is that a fault, or may the rules have missed it?

A line that takes its promise back, or that promises somebody's time and says nothing more, lacks what was not found.
Of a line that is otherwise specific ("Half of the time is direct teaching"), or that may be an arrangement which owes
no hours ("The carpet stays down"), the absence of known words proves nothing: it is proposed, and a person decides.
"""

from __future__ import annotations

import re
from functools import partial

from ehcp_audit.checks.hollow import is_hollow, is_hollow_service
from ehcp_audit.checks.lines import COUNTED, THINGS, TRAINED_ALREADY, is_counted, left_open, read_parts
from ehcp_audit.checks.parts import Part, parts
from ehcp_audit.checks.scanning import kept_of
from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.provision import ProvisionWording
from ehcp_audit.language.wordlists import is_number
from ehcp_audit.model import Answer, Passage, Provision, Verdict
from ehcp_audit.rare import rarely

_OWED = frozenset({"therapy", "programme"})
_NO_TIME = rarely(
    r"[\w\s-]{0,30}\b(?:software|apps?|licen[cs]e|statutory|screening|exams?)\b|"
    r"\s(?:materials?|aids?|tools?|frames?|cards?|templates?|sheets?|pictures?)\b|"
    r"\s(?:services?|team|department|advice|report|recommendations?)\b|"
    r"\s(?:(?:will|to|shall|must|also) ){0,2}"
    r"(?:check|review|oversee|monitor|observe|watch|write|adjust|fit|measure|update)(?:s|es)?\b|"
    r"\s(?:and \w+ )?(?:moved|relocated) (?:to|down)\b|"
    r"\s(?:is|are|will be|shall be|is to be|are to be) (?:used|moved|adapted|avoided)\b",
    re.IGNORECASE,
)
"""After a type: software for it, the people behind it ("supplied by the occupational therapy service"), or what a
therapist does about what others give ("The occupational therapist checks the fit each term").
"""
_ABOUT_IT = rarely(
    r"\b(?:writ|prepar|draw|updat|review|revis|design|check|watch|observ|overse|monitor|adjust)\w{0,4}"
    r"(?: [\w'’-]+){0,4} $",
    re.IGNORECASE,
)
"""Before a type: it is written or looked at, not given ("Write a language programme every term")."""
_TIMES = frozenset({"once", "twice", "half"})
_NO_SERVICE = rarely(
    r"\bprogram$|\b(?:events?|drills?|rooms?)$|"
    r"\b(?:carpet|circle|story|snack|register|registration|tidy-?up|home|golden|double|extra|more|thinking|processing|"
    r"quiet|free|waiting|take-up|reverberation|reaction|journey|aid|device) ?time$|^class(?:es)? of\b",
    re.IGNORECASE,
)
"""A program runs on a computer in Britain, and a class has its times of the day whatever is provided."""
_DURING = rarely(
    r"\b(?:in|during|at|before|after|for)\s(?:the\s|his\s|her\s|their\s|all\s|each\s|every\s)?$", re.IGNORECASE
)
"""What happens "in swimming" or "before physiotherapy" is not itself promised."""


_TRAINED_IN = rarely(r"\b(?:trained|training|course) (?:in|on) [^.;]{0,60}$", re.IGNORECASE)
_SPOKEN_OF = rarely(
    r"\b(?:in|during|at|before|after|for|stop|end|leave|miss|start|begin|finish|plan|record)(?:s|ped|ned|ed)?\s"
    r"(?:(?:the|a|any|all|each|every|his|her|their)\s)?$",
    re.IGNORECASE,
)
_LOST = rarely(
    r"(?:\s(?:sessions?|groups?))?\s(?:(?:(?:that|which) )?(?:are |is )?"
    r"(?:lost|missed|cancelled|planned|recorded|held|moved|kept)|took place|happened|logs?|records?|notes)\b",
    re.IGNORECASE,
)
"""Around a session that is spoken of, not promised: "Sessions lost are made up", "No adult stops a session"."""


def judged(words: tuple[Passage, ...], note: str, *, sure: bool) -> Answer:
    """Not met where that is `sure`; else proposed to a person."""
    if sure:
        return Answer(Verdict.NOT_MET, words, note)
    return Answer(Verdict.NEEDS_PERSON, words, note, proposed=Verdict.NOT_MET)


def is_owed(provision: Provision) -> bool:
    """Does it plainly promise somebody's time: a therapy, a programme, sessions, one to one?"""
    return kept_of(provision, "owed", partial(_is_owed, provision))


def _is_owed(provision: Provision) -> bool:
    return any(_promises_time(part.text, said) for part, said in read_parts(provision, *COUNTED))


def _promises_time(text: str, said: ProvisionWording) -> bool:
    """Does it name a therapy or a programme that runs for a time, or say "sessions", "tuition", "hours"?"""
    seen = look_at(text, "provision")
    arranged = {seen.starts[index] for index in seen.covered("lines.arranged")}
    owed = (seen.span(hit.first, hit.last) for hit in seen.find("lines.owed") if seen.starts[hit.first] not in arranged)
    if any(not _SPOKEN_OF.search(text, 0, one.start) and not _LOST.match(text, one.end) for one in owed):
        return True
    people = [seen.span(hit.first, hit.last) for hit in seen.find("roles.named")]
    return any(
        (span.kind in _OWED or (span.kind == "training" and not TRAINED_ALREADY.search(text)))
        and not _NO_SERVICE.search(span.text)
        and not span.text.lower().startswith("no ")  # "no lesson in the open hall"
        and not _TRAINED_IN.search(text, 0, span.start)
        and not any(one.start <= span.start and span.end < one.end for one in people)  # "habilitation specialist"
        and arranged.isdisjoint(range(span.start, span.end))
        and not _LOST.match(text, span.end)
        and not _DURING.search(text, 0, span.start)
        and not _ABOUT_IT.search(text, 0, span.start)
        and not _NO_TIME.match(text, span.end)
        for span in said.types
    )


def promises_help(provision: Provision) -> bool:
    """Does it promise somebody's time, or "support", "help", "input", "access to", or take back what it promises?

    What opens such a line leaves the child without anything to count on. In a line on how people act, on the room or on
    the plan itself ("A second named adult covers when he is away") the same words may open nothing.
    """
    read = read_parts(provision, "title", "who", "how_often")
    things = {span.kind for part, said in read if part.name == "own" for span in said.types}
    at_need = bool(things) and things <= THINGS  # when a card or a quiet room is used is for the child to say
    if not is_hollow(provision):
        told = (one for part, said in read for one in said.hedges if not (at_need and part.name == "how_often"))
        return any(_AT_WILL.search(one.text) for one in told)
    return is_owed(provision) or any(
        (part.name in ("own", "title") and len(part.text.split()) <= _FEW)
        or _HELP.search(part.text)
        or any(_TAKEN_BACK.search(one.text) for one in said.hedges if not (at_need and part.name == "how_often"))
        for part, said in read
        if said.hedges
    )


_AT_WILL = rarely(
    r"\b(?:as|if|where|when)(?:ver)? (?:and when )?(?:required|needed|necessary|appropriate|possible|available)\b|"
    r"\bas and when\b|\bregular|\bdiscretion|\bfrom time to time\b|\bwhe(?:n|re) staff(?:ing)?\b|\bsubject to avail|"
    r"\bideally\b|\bas (?:far|much) as (?:is )?(?:possible|practicable)\b|\bmay (?:consider|need)\b|\bwould benefit\b|"
    r"\bhigh level",
    re.IGNORECASE,
)
"""What takes a promise back whatever else the line says."""


def speaks_of_help(provision: Provision) -> bool:
    """Does it say "support", "help", "input" or the like, whatever else it says?"""
    return any(_HELP.search(part.text) for part in parts(provision, "title"))


_FEW = 4  # words: "Adapted work"
_HELP = rarely(
    r"\b(?:support(?:ed|s|ing)?|help(?:ed|s)?|assist(?:ance|ed|s)?|input|interventions?|strateg(?:y|ies)|care|"
    r"opportunit(?:y|ies)|access to|therap(?:y|ies)|programmes?|resources|differentiat\w+|1:1|one[- ]to[- ]one|"
    r"small group|benefit from|breaks?|encourage\w*|supervision|advice)\b",
    re.IGNORECASE,
)
_TAKEN_BACK = rarely(
    r"\b(?:as|if|where|when) (?:and when )?(?:required|needed|necessary|appropriate|possible|permitted|available)\b|"
    r"\b(?:regular|flexib|in line with|access to|discretion|should|according to|as and when)",
    re.IGNORECASE,
)


def is_left_open(provision: Provision, read: list[tuple[Part, ProvisionWording]]) -> bool:
    """Is it help that its own words take back: "access to support as required"?"""
    return left_open(read) and promises_help(provision)


def is_bare(provision: Provision) -> bool:
    """Is it help left open, or promises it time and says neither how long nor how often, in known words or figures?"""
    read = read_parts(provision, *COUNTED)
    told = any(said.amounts or said.frequencies or said.occasions for _, said in read)
    return is_left_open(provision, read) or (_is_only_owed(provision) and not told)


def lacks_an_amount(provision: Provision) -> bool:
    """Is it sure to lack an amount: help left open, or time promised and no figure in it that was not understood?"""
    read = read_parts(provision, *COUNTED)
    if is_left_open(provision, read):
        return True
    return _is_only_owed(provision) and not is_counted(read)


def _is_only_owed(provision: Provision) -> bool:
    """Does it promise time, and hold neither figures that were not understood nor much in words of its own?"""
    return is_owed(provision) and is_hollow_service(provision) and not _has_unread_figures(provision)


def _has_unread_figures(provision: Provision) -> bool:
    """Does it hold a number that no list of words explains, and that may be the amount in other words?"""
    for part, _ in read_parts(provision, *COUNTED):
        seen = look_at(part.text, "provision")
        known = seen.covered("amounts.amount", "amounts.frequency", "amounts.occasion", "amounts.group", "lines.owed")
        if any((is_number(word) or word in _TIMES) and index not in known for index, word in enumerate(seen.words)):
            return True
    return False
