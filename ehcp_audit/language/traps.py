"""Clauses that undo a promise: variation outside review, delegation, money alone, flexibility, transport."""

from __future__ import annotations

import re

from ehcp_audit.language.dates import find_dates
from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.spans import Span, apart
from ehcp_audit.language.tokens import Look
from ehcp_audit.language.wordlists import is_number
from ehcp_audit.rare import rarely


def _spans(seen: Look, name: str) -> tuple[Span, ...]:
    hits = seen.find(f"traps.{name}")
    return apart(seen.span(hit.first, hit.last, name) for hit in hits) if hits else ()


def varied(text: str) -> tuple[Span, ...]:
    """Clauses that let somebody change the provision, in sentences that name no review or amendment."""
    seen = look_at(text, "provision")
    kept: list[Span] = []
    for hit in seen.find("traps.varied"):
        first, last = seen.sentence(hit.first)
        if seen.covered("traps.review_process").isdisjoint(range(first, last)):
            kept.append(seen.span(hit.first, hit.last, "varied"))
    return apart(kept)


def delegated(text: str) -> tuple[Span, ...]:
    """Clauses that leave the provision to the setting, to a professional or to a later assessment."""
    seen = look_at(text, "provision")
    found = _spans(seen, "delegated")
    found = tuple(one for one in found if not _PARTED.search(one.text) and not _is_settled(seen, one))
    found = tuple(one for one in found if not _TO_CHILDREN.match(one.text))
    if seen.find("lines.extra_time"):
        found = tuple(
            one for one in found if not one.text.lower().startswith("subject")
        )  # the rules of tests ask for it
    if seen.find("amounts.amount") and seen.find("amounts.frequency"):
        # "60 minutes, twice a week, following an assessment of gaps": the amount stands, whatever is assessed
        return tuple(one for one in found if not one.text.lower().startswith("following"))
    return found


_TO_CHILDREN = rarely(  # who go on with what staff began: "a table of four, begun by staff then left to the group"
    r"left to the (?:(?:whole|two|three|four|five|six|other) )?(?:group|children|pupils|students|friends|pair)\b",
    re.IGNORECASE,
)
_PARTED = rarely(r"[);]")  # "training (see below), report for the review"
_ARRANGED_BY = rarely(r"to be arranged(?: and \w+)? by (?:the |a |an )?")


def _is_settled(seen: Look, clause: Span) -> bool:
    """Is it said who arranges it, or from when it is given whatever is assessed before: "from May 2027 after ..."?"""
    by = _ARRANGED_BY.match(seen.text, clause.start)
    if by is not None:
        if _HOW_MUCH.search(seen.text, max(0, clause.start - _NEAR), clause.start):
            return False  # "hours to be arranged by the school" are left to it
        return any(seen.starts[hit.first] in range(by.end() - 1, by.end() + 25) for hit in seen.find("roles.named"))
    if not clause.text.lower().startswith("after"):
        return False
    return any(
        _FROM.search(seen.text, max(0, one.start - 6), one.start) is not None
        and clause.start < one.start + _NEAR
        and _PAUSE.search(seen.text, one.end, max(one.end, clause.start)) is None
        for one in find_dates(seen.text)
        if one.start < clause.start
    )


_HOW_MUCH = rarely(r"\b(?:hours|amount|levels?|frequency|times|support|therapy|provision)\b", re.IGNORECASE)
_FROM = rarely(r"\bfrom $")
_PAUSE = rarely(r"[.;,]")


_NEAR = 60  # characters


def money(text: str) -> tuple[Span, ...]:
    """Bands and sums of money."""
    return _spans(look_at(text, "provision"), "money")


def flexible(text: str) -> tuple[Span, ...]:
    """Words by which the amount may flex: "up to 3 hours"; not "a group of up to four", "up to 25% extra time"."""
    return tuple(one for one in _spans(look_at(text, "provision"), "flexible") if not _is_no_amount(text, one))


def _is_no_amount(text: str, span: Span) -> bool:
    """Is an "up to" one of children, of extra time or of a rest that the child takes, and so no limit on help?"""
    if not span.text.lower().startswith("up to"):
        return False
    if _OF_HELP.match(text, span.start) is None or _SUM.search(text, 0, span.start):
        return True
    if _TIMES_OF.search(text, 0, span.start) and _MINUTES.match(text, span.start):
        return True
    begin = max((match.end() for match in _SENTENCE_ENDS.finditer(text, 0, span.start)), default=0)
    return _TAKEN_BY_CHILD.search(text, begin, span.end + _NEAR) is not None


_OF_HELP = rarely(
    r"up to (?:an? |half an? |[\d.,½¼¾]{1,6}[- ]?|[a-z]+(?:-[a-z]+)?[- ])(?:(?:or|to|and a half) )?"
    r"(?:(?!(?:for|at|in|on|with|who|which|and|other|per|times a)\b)[\w-]+ ){0,2}?"
    r"(?:hours?|hrs?|minutes?|mins?|sessions?|visits?|days?|weeks?|months?|half[- ]terms?|terms?|lessons?|"
    r"appointments?|times|blocks?)\b(?! (?:at a time|of (?:extra|additional) time|extra|more|additional))",
    re.IGNORECASE,
)
_TAKEN_BY_CHILD = rarely(
    r"\b(?:rests?|breaks?|time[- ]?out|exit|leave|pass|card|tent|den|use of the|extra time|if (?:he|she|they|I) asks?|"
    r"lap pad|ear defenders|blanket)\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = rarely(r"[.;\n]\s")
_SUM = rarely(r"\b(?:adds?|adding|added|comes?) $", re.IGNORECASE)  # "his time adds up to 32.5 hours a week"
_TIMES_OF = rarely(  # so many of a few minutes each: it is the number that is owed ("five visits a day of up to ...")
    r"\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: [\w-]+)? "
    r"(?:visits|goes|turns|stops|trips|changes|times|checks|walks)"
    r"(?: (?:a|per|each|every|in (?:a|the|each)) (?:school )?(?:day|lesson|morning|afternoon|week))?,?(?: of| for|, "
    r"each of| each of)? $",
    re.IGNORECASE,
)
_MINUTES = rarely(r"up to (?:\d|1\d|20|[a-z]+)[- ](?:minutes?|mins?)\b", re.IGNORECASE)


def floors(text: str) -> tuple[Span, ...]:
    """Words that set a minimum: "at least", "a minimum of"."""
    return _spans(look_at(text, "provision"), "floor")


def reasons(text: str) -> tuple[Span, ...]:
    """Words that tie flexibility to the child's needs."""
    return _spans(look_at(text, "provision"), "reason")


def transport(text: str) -> tuple[Span, ...]:
    """Travel between home and setting as provision; travel training is none."""
    seen = look_at(text, "provision")
    if seen.find("traps.not_transport"):
        return ()
    training = seen.covered("traps.travel_training")
    found = [hit for hit in seen.find("traps.transport") if hit.first not in training]
    return apart(seen.span(hit.first, hit.last, "transport") for hit in found)


_HELPERS = frozenset({"staff", "teacher", "teachers", "ta", "tas", "lsa", "adults", "parents", "school", "team", "mum"})


def therapy_time(text: str) -> dict[str, tuple[Span, ...]]:
    """How the time of a therapy is spent: direct, indirect, review."""
    seen = look_at(text, "provision")
    if not seen.find("traps.direct", "traps.indirect", "traps.review_time"):
        return {}
    found = {
        kind: list(_spans(seen, name))
        for kind, name in (("direct", "direct"), ("indirect", "indirect"), ("review", "review_time"))
    }
    for hit in seen.find("traps.direct"):
        if seen.words[hit.last - 1] == "with" and not _HELPERS.isdisjoint(seen.words[hit.last : hit.last + 3]):
            staff = seen.span(hit.first, hit.last)  # "works with staff" is no time with the child
            found["direct"] = [span for span in found["direct"] if span.start != staff.start]
            found["indirect"].append(staff)
    return {kind: tuple(sorted(spans)) for kind, spans in found.items()}


def training(text: str) -> tuple[Span, ...]:
    """Words of training staff."""
    return _spans(look_at(text, "provision"), "trained")


def trainees(text: str) -> tuple[Span, ...]:
    """Who is trained."""
    return _spans(look_at(text, "provision"), "trainee")


def any_trainees(text: str) -> bool:
    """Is "staff" or "adults" all that is said of who is trained, without "all", a number or a place?"""
    seen = look_at(text, "provision")
    return all(
        seen.words[hit.first] in {"staff", "adults", "adult", "team"}
        and not is_number(seen.word(hit.first - 1))
        and seen.word(hit.first - 1) not in {"all", "every", "both", "teaching", "support", "school", "class", "of"}
        and seen.word(hit.last) not in {"who", "working", "in", "at", "on", "of"}
        for hit in seen.find("traps.trainee")
    )


def reviews(text: str) -> tuple[Span, ...]:
    """When the provision is looked at again."""
    return _spans(look_at(text, "provision"), "reviewing")
