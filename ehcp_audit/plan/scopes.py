"""Lines that stand alone over or under provision and say only when all of it runs: "Term time, 38 weeks"."""

from __future__ import annotations

import re

from ehcp_audit.rare import rarely

_UNLESS = r"(?:(?:unless|except where|save where|where not)\b[^.;,]{3,60}, )?"
_PARTS = r"(?:paragraph|sentence|line|entry|item|number|figure|amount|row|point|bullet)s?"
_WHOLE = (
    r"(?:(?:each|every|all|the|all the|any) (?:of (?:the |these )?)?"
    + _PARTS
    + r"(?: (?:below|here|in this section))?|"
    r"(?:these|those|the) arrangements|these(?= (?:all )?(?:apply|are for|run)\b)|"
    r"(?:all of )?this(?: all)?|it all|all of (?:it|this)|amounts|numbers|figures)"
)
_RUNS = (
    r"(?:all )?(?:also )?(?:appl(?:y|ies)|runs?|holds?(?: good)?|lasts?|stands?|continues?|starts?|begins?|goes on|"
    r"go on|"
    r"(?:is|are)(?: in place)?)"
)
_WHEN = (
    r"(?:for|in|on|from|to|until|till|up to|during|throughout|per|at)\b"
    r"[^.;:]{0,60}\b(?:weeks?|terms?|term[- ]time|years?|week|until|20\d\d|plan)\b"
)
_REST = r"(?:[^.;:]{0,160})?\.?"
_OF_ALL = rarely(_UNLESS + _WHOLE + " " + _RUNS + " " + _WHEN + _REST, re.IGNORECASE)
_WEEKS = (
    r"(?:\d{2}|thirty(?:[- ]\w{3,5})?|forty) (?:school |teaching |term[- ]time )?weeks"
    r"(?: (?:a|per|in the|each|of the) (?:school )?year)?"
)
_TERM = rarely(  # Term time, 38 weeks; 39 weeks a year, term time only; all school weeks, 38 a year
    r"(?:all )?(?:in )?term[- ]time(?: only)?(?:[,;]? ?\(?"
    + _WEEKS
    + r"\)?)?(?:,? (?:until|from|to) [^.:;]{3,40})?\.?|"
    + _WEEKS
    + r"(?:,? (?:in )?term[- ]time(?: only)?)?(?:,? (?:until|from|to) [^.:;]{3,40})?\.?|"
    r"(?:all|every|each) school weeks?,? \(?\d{2} (?:a|per|in the) year\)?\.?",
    re.IGNORECASE,
)
_CHILD = r"(?:[Hh]e|[Ss]he|[Tt]hey|I|[A-Z][\w’'-]+)"
_PLACE = r"(?:the )?(?:school|nursery|college|pre-?school|playgroup|base|class|setting)"
_ATTENDS = rarely(  # Ruhan attends for 15 hours in each of 38 weeks; Mina is at nursery for 15 hours over three days
    _CHILD + r" (?:attends?|is at " + _PLACE + r"|goes to " + _PLACE + r"|attends? " + _PLACE + r") "
    r"(?:for )?(?:\d{1,2}(?:\.\d)?|fifteen|twenty|thirty|twelve|ten) (?:funded )?hours(?: (?:a|per|each) week)?"
    r"(?:,? ?(?:\([^()]{1,60}\)|(?:over|on|across) (?:\w+ ){1,2}(?:days|mornings|afternoons)))?"
    r",? (?:(?:in|for) (?:each of |every one of )?)?" + _WEEKS + r"\.?"
)
_GIVES = rarely(
    r"\b(?:minutes?|mins?|hours?|sessions?|daily|fortnightly|once|twice|"
    r"(?:a|each|every) (?:day|morning|afternoon|lesson)|"
    r"one[- ]to[- ]one|groups?|\w*assistants?|therapists?|teachers?|adults?|mentors?|nurses?|staff|taxi|escort|"
    r"psychologists?|respite|include|made by|given by|read|with (?:an?|the))\b",
    re.IGNORECASE,
)


def is_scope(sentence: str) -> bool:
    """Does a sentence that stands in no paragraph of provision say only in which weeks, or until when, all of it runs?

    Within a paragraph "This goes on until July 2028" is said of what stands before it, and is no scope.
    """
    text = " ".join(sentence.split())
    if _TERM.fullmatch(text) or _ATTENDS.fullmatch(text):
        return True
    return _OF_ALL.fullmatch(text) is not None and _GIVES.search(text) is None
