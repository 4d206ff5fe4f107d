"""Where a provision line seems to lack something: is that a fault, or may the rules have missed it?

A line that takes its promise back, or that promises somebody's time and says nothing more, lacks what was not found.
Of a line that is otherwise specific ("Half of the time is direct teaching"), or that may be an arrangement which owes
no hours ("The carpet stays down"), the absence of known words proves nothing: it is proposed, and a person decides.
"""

from __future__ import annotations

import re
from functools import partial

from ehcp_audit.checks.lines import COUNTED, is_counted, left_open, read_parts
from ehcp_audit.checks.scanning import kept_of
from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.provision import ProvisionWording
from ehcp_audit.language.wordlists import is_number
from ehcp_audit.model import Answer, Passage, Provision, Verdict

_OWED = frozenset({"therapy", "programme"})
_NO_TIME = re.compile(
    r"[\w\s-]{0,30}\b(?:software|apps?|licen[cs]e)\b|\s(?:services?|team|department|advice|report|recommendations?)\b|"
    r"\s(?:(?:will|to|shall|must|also) ){0,2}"
    r"(?:check|review|oversee|monitor|observe|watch|write|adjust|fit|measure|update)(?:s|es)?\b|"
    r"\s(?:is|are|will be|shall be) used\b",
    re.IGNORECASE,
)
"""After a type: software for it, the people behind it ("supplied by the occupational therapy service"), or what a
therapist does about what others give ("The occupational therapist checks the fit each term").
"""
_ABOUT_IT = re.compile(
    r"\b(?:writ|prepar|draw|updat|review|revis|design|check|watch|observ|overse|monitor|adjust)\w{0,4}"
    r"(?: [\w'’-]+){0,4} $",
    re.IGNORECASE,
)
"""Before a type: it is written or looked at, not given ("Write a language programme every term")."""
_TIMES = frozenset({"once", "twice", "half"})
_DURING = re.compile(
    r"\b(?:in|during|at|before|after|for)\s(?:the\s|his\s|her\s|their\s|all\s|each\s|every\s)?$", re.IGNORECASE
)
"""What happens "in swimming" or "before physiotherapy" is not itself promised."""


_MAY_NOT_ARISE = " The line may say it in other words, or be of a kind that this is not asked of."


def absent(told: tuple[Passage, ...], note: str, *, sure: bool) -> Answer:
    """Nothing was found: not met where that is `sure` to be a fault of the line, else proposed to a person."""
    return judged(told, note if sure else note + _MAY_NOT_ARISE, sure=sure)


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
    if seen.find("lines.owed"):
        return True
    arranged = {seen.starts[index] for index in seen.covered("lines.arranged")}
    return any(
        span.kind in _OWED
        and not span.text.lower().endswith("program")  # which in Britain runs on a computer
        and arranged.isdisjoint(range(span.start, span.end))
        and not _DURING.search(text, 0, span.start)
        and not _ABOUT_IT.search(text, 0, span.start)
        and not _NO_TIME.match(text, span.end)
        for span in said.types
    )


def is_bare(provision: Provision) -> bool:
    """Is it left open, or promises it time and says neither how long nor how often?"""
    read = read_parts(provision, *COUNTED)
    told = any(said.amounts or said.frequencies or said.occasions for _, said in read)
    return left_open(read) or (is_owed(provision) and not told)


def lacks_an_amount(provision: Provision) -> bool:
    """Is it sure to lack an amount: left open, or time promised and no figure in it that was not understood?"""
    read = read_parts(provision, *COUNTED)
    if left_open(read):
        return True
    return is_owed(provision) and not is_counted(read) and not _has_unread_figures(provision)


def _has_unread_figures(provision: Provision) -> bool:
    """Does it hold a number that no list of words explains, and that may be the amount in other words?"""
    for part, _ in read_parts(provision, *COUNTED):
        seen = look_at(part.text, "provision")
        known = seen.covered("amounts.amount", "amounts.frequency", "amounts.occasion", "amounts.group", "lines.owed")
        if any((is_number(word) or word in _TIMES) and index not in known for index, word in enumerate(seen.words)):
            return True
    return False
