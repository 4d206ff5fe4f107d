"""Rules said once for all lines of a plan: for how many weeks provision runs, how often steps are set and all checked.

"In each of 36 college weeks. Looked at once a term by the learning support manager" gives nothing itself. A rule is
read by its clauses: each must be a span of time, or say that something is set or checked by somebody so often.
"""

from __future__ import annotations

import re

from ehcp_audit.months import NAMED
from ehcp_audit.plan.only_when import says_only_when
from ehcp_audit.rare import rarely

_SET = (
    r"(?:set|agreed|written|checked|reviewed|looked at|measured|monitored|recorded|updated|evaluated|considered|"
    r"discussed|gone over|gone through|looked over|read through|revisited|review|"
    r"checks?)"
)
_TERM = r"(?:(?:school|college|nursery) )?(?:half[- ]terms?|terms?|years?|months?|half[- ]years?)"
_EVERY = (
    r"(?:(?:(?:at|in|by|before) the (?:very )?(?:end|start|beginning|close|last (?:school )?week) of )?"
    r"(?:(?:each|every)(?: (?:other|second))?|once (?:an?|in (?:each|every)|each|every)|twice (?:an?|each|every)|per) "
    + _TERM
    + r"|termly|half[- ]termly|(?:at|in) (?:the|each|every|my|his|her|their) (?:[\w’'-]+ ){0,2}(?:meetings?|reviews?)"
    r"(?: (?:of|on|in) [\w ]{3,25})?|(?:in|each|every) " + rf"(?:{NAMED})(?:(?:, | and |, and )(?:{NAMED})){{0,5}})"
)
_SUBJECT = (
    r"(?:(?:(?:the|all|these|each|every|any|whole|of|both|special|educational|my|his|her|their|shorter|short|smaller|"
    r"small|next|interim)(?:[- ]term)? ){0,4}(?:steps|targets|provision|support|help|progress|lines?|rows?|entry|"
    r"paragraph|section|everything|all of (?:it|this|them)|all|each|it|this|both|they|these|F|section F)"
    r"(?: (?:below|here|in (?:this )?(?:section|part)(?: F)?))?"
    r"(?: (?:for|of|under|towards) (?:each|every|all|all the|the) (?:steps?|outcomes?|needs?|areas?|lines?|rows?))?:?)"
)
_BY = r"(?:(?:by|with) [^.;:\d]{3,140}?)"
_BE = r"(?:is|are|will be|must be|to be|being|be)"
_CHECKED = rarely(
    rf"(?:(?P<subject>{_SUBJECT}) )?(?:(?:{_BE}|with an?) )?(?:all |"
    rf"then )?{_SET}(?: and {_SET})?(?: again)?(?: {_BY}?)?"
    rf"(?: ?(?P<every>{_EVERY}))?(?: {_BY})?|"
    # The learning support manager looks at it with Ana at the end of each term
    r"[\w’' -]{3,60} (?:reviews|checks|looks at|monitors|considers|evaluates|goes over|goes through) "
    rf"(?P<what>{_SUBJECT})(?: (?:with|by) [^.;:\d]{{3,60}}?)? (?P<often>{_EVERY})|"
    rf"(?P<whole>whole of (?:F|section F|it|this)|all of it) {_EVERY}",
    re.IGNORECASE,
)
_WEEKS = (
    r"(?:\d{2}|thirty(?:[- ]\w{3,5})?|forty)(?: (?:school|college|nursery|teaching|term[- ]time|course))? weeks"
    r"(?: (?:an?|per|of the|in the|in each|each|in every|of each|of every)(?: (?:school|college))? year)?"
)
_DAY = rf"(?:(?:the )?(?:\d{{1,2}} )?(?:{NAMED}) 20\d\d|(?:the )?(?:date|start|beginning|end|review)\b[^.;:,]{{3,60}})"
_SPAN = rarely(
    rf"(?:period: )?(?:(?P<subject>{_SUBJECT}|it) )?"
    rf"(?:(?:is|are|runs?|lasts?|starts?|begins?|holds?|goes on|applies) )?(?:in place )?"
    rf"(?:(?:(?:also )?(?:for|in|during|over)(?: (?:each|all|every one))?(?: of)?(?: the)? )?{_WEEKS}|"
    rf"(?:from|on|until|till|to|up to) {_DAY}|(?:\d{{1,2}} )?(?:{NAMED}) 20\d\d(?= (?:until|till|to|up to) ))"
    rf"(?: (?:from|until|till|to|up to) {_DAY}){{0,2}}",
    re.IGNORECASE,
)
_BETWEEN = rarely(
    rf"[;,.] (?:and |then )?(?=\S)| (?:and|then) (?=(?:is |are |then |all )?{_SET}\b|(?:is|are|runs?|lasts?) )",
    re.IGNORECASE,
)
_IN_BRACKETS = rarely(r"\s?\([^()]{1,80}\)")
_WHO_MORE = rarely(r"(?:and )?(?:with )?(?:[A-Z][\w’'.-]+|his|her|their|my|the|and|parents?|family|mother|father|\s)+")
_GIVES = rarely(
    r"\b(?:minutes?|mins?|hours?|sessions?|daily|weekly|one[- ]to[- ]one|groups?|\d ?: ?\d|reports? (?:on|to)|advises?|"
    r"trains?|training|teach(?!ers?\b)\w*|equipment|aids?|wheelchair)\b",
    re.IGNORECASE,
)
_TAUGHT = rarely(r"\bteaching (?=years?\b|weeks\b|terms?\b)", re.IGNORECASE)
_OF_PROVISION = rarely(r"\b(?:provision|support|help|everything|lines?|all|F)\b", re.IGNORECASE)
_LONGEST = 300  # characters


def is_review(sentence: str) -> bool:
    """Does a sentence only say that what stands before it is reviewed so often: "Therapist reviews each term."?"""
    return _REVIEW.fullmatch(sentence.strip(" .")) is not None


_REVIEW = rarely(
    r"(?:[\w’'-]{2,20} ){1,4}(?:(?:is|are) )?(?:reviews?|reviewed|monitors|monitored|evaluates?|evaluated)"
    rf"(?: (?:it|this|them|these|progress))? {_EVERY}(?: {_BY})?",
    re.IGNORECASE,
)
_POINTS = rarely(r"(?:it|this|these|they|each|both)", re.IGNORECASE)


def is_rule(sentence: str, *, of_provision: bool = False, of_this: bool = False) -> bool:
    """Does a sentence only say when all is given, set or checked: "Steps are set each term by the class teacher"?

    `of_provision`: and does it name the provision as what it speaks of? `of_this`: what stands before it is said of
    all, so that somebody who "looks at it each term" looks at all.
    """
    text = _IN_BRACKETS.sub("", " ".join(sentence.split())).strip(" .")
    if not text or len(text) > _LONGEST or _GIVES.search(_TAUGHT.sub("", text)):
        return False
    return says_only_when(text, of_provision=of_provision, of_this=of_this) or _is_in_clauses(
        text, of_provision=of_provision, of_this=of_this
    )


def _is_in_clauses(text: str, *, of_provision: bool, of_this: bool) -> bool:
    parts = _BETWEEN.split(text)
    found = [_SPAN.fullmatch(one) or _CHECKED.fullmatch(one) for one in parts]
    if found[0] is None or any(
        one is None and _WHO_MORE.fullmatch(part) is None for one, part in zip(found[1:], parts[1:], strict=True)
    ):
        return False
    told = [one for one in found if one is not None]
    whats = [one["what"] for one in told if "what" in one.re.groupindex and one["what"]]
    if not of_this and any(map(_POINTS.fullmatch, whats)):
        return False
    often = any("every" not in one.re.groupindex or one["every"] or one["whole"] or one["often"] for one in told)
    if not of_provision:
        return often
    return often and any(_OF_PROVISION.search(one) for one in (*whats, *(one["subject"] or "" for one in told)))
