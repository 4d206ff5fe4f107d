"""How much and how often: can the amount of a provision line be computed or checked?"""

from __future__ import annotations

import re

from ehcp_audit.language.spans import Span
from ehcp_audit.language.tokens import Hit, Look
from ehcp_audit.language.wordlists import is_number, word_set
from ehcp_audit.rare import rarely

_CLOCK = rarely(
    r"(?<![\d.])\d{1,2}(?:[.:]\d\d)?(?: ?[ap]m)? ?(?:-|–|—|to|until|till|and) ?"
    r"\d{1,2}(?:[.:]\d\d(?: ?[ap]m)?| ?[ap]m)\b",
    re.I,
)
_DAYS = frozenset(
    {
        "daily",
        "day",
        "days",
        "morning",
        "mornings",
        "afternoon",
        "weekly",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    }
) | {
    *("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"),
    *("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "weekdays"),
}
_ANY_DAY = _DAYS | {"daily", "day", "days", "morning", "mornings", "afternoon", "afternoons"}
_TAUGHT_ONCE = frozenset({"inset", "briefing", "workshop"})
_OPEN = frozenset({"opportunities", "opportunity", "where", "encouraged", "chances"})

_WHEN = frozenset({"as", "when", "where", "if", "whenever", "wherever"})


def _spans(look: Look, *lists: str) -> tuple[Span, ...]:
    return tuple(look.span(hit.first, hit.last, hit.list.partition(".")[2]) for hit in look.find(*lists))


def _clocked(look: Look) -> tuple[Span, ...]:
    """From one time of the clock to another: "10am-2pm", "3.10 to 4.10"."""
    if not any(word[0].isdigit() for word in look.words):
        return ()
    return tuple(Span(one.start(), one.end(), one.group(), "amount") for one in _CLOCK.finditer(look.text))


def amounts(look: Look) -> tuple[Span, ...]:
    """Hours and minutes."""
    return (*_spans(look, "amounts.amount"), *_clocked(look))


def frequencies(look: Look) -> tuple[Span, ...]:
    """How often: "weekly", "twice a day", "each term".

    "Most mornings" is none, nor is "in the week" beside nothing that is counted.
    """
    hits = [
        hit
        for hit in look.find("amounts.frequency", "amounts.yearly")
        if look.word(hit.first - 1) not in _SOME
        and (look.words[hit.last - 2 : hit.last] != ("a", "quarter") or look.word(hit.last) != "of")  # "of an hour"
    ]
    found = tuple(look.span(hit.first, hit.last, hit.list.partition(".")[2]) for hit in hits)
    if look.find("amounts.amount", "amounts.sessions") or any(is_number(word) or word in _TIMES for word in look.words):
        return found
    return tuple(one for one in found if look.text[one.start : one.end].lower().split()[0] not in _WITHIN)


_SOME = frozenset({"most", "some", "many", "several", "certain"})
_WITHIN = frozenset({"in", "over", "across", "during", "within", "throughout"})
_TIMES = frozenset({"once", "twice", "thrice", "session", "visit", "lesson", "meeting", "block", "appointment"})


def occasions(look: Look) -> tuple[Span, ...]:
    """Every stated occasion, or all the time: "every lunchtime", "at all times".

    Opportunities at them are none, nor is what is given "throughout the day as appropriate".
    """
    return tuple(
        look.span(hit.first, hit.last, "occasion")
        for hit in look.find("amounts.occasion")
        if look.word(hit.last) not in word_set("people_there")
        and not _whole_group(look, hit)
        and _OPEN.isdisjoint(look.words[max(look.sentence(hit.first)[0], hit.first - 16) : hit.first])
        and not _taken_back(look, hit.last)
        and not _some_time(look, hit.first)
        and not _as_it_seems(look, hit)
        and look.words[hit.last - 1] not in _LONG
    )


def _as_it_seems(look: Look, hit: Hit) -> bool:
    """ "Whenever she seems unhappy" is when somebody thinks so."""
    return look.words[hit.first] == "whenever" and look.word(hit.first + 2) in _SEEMING


def _whole_group(look: Look, hit: Hit) -> bool:
    """ "For the whole class" says for whom, and not when."""
    return any(
        look.words[place] in {"whole", "entire"} and look.word(place + 1) in _WHOLE_GROUPS
        for place in range(hit.first, hit.last)
    )


def _some_time(look: Look, index: int) -> bool:
    """ "Movement breaks throughout the day", "frequently through the day": at some times of it, not all the time."""
    if look.words[index] not in {"throughout", "across", "through", "during"}:
        return False
    first = look.sentence(index)[0]
    before = look.words[max(first, index - 3) : index]
    if not _NOW_AND_THEN.isdisjoint(before) or not _COMES_BY.isdisjoint(look.words[max(first, index - 5) : index]):
        return True
    last = look.sentence(index)[1]
    if any(first <= one.first < last and look.words[one.first] in _AT_SOME_TIMES for one in look.find("hedges.amount")):
        return True  # "little and often through the day", "through the morning and again later"
    return not word_set("separate_times").isdisjoint(before)


def _taken_back(look: Look, index: int) -> bool:
    """Do the next words take back how often: "as appropriate", "when needed"?"""
    start = index + (look.word(index) in {",", "-", "("})
    return look.word(start) in _WHEN and any(hit.first == start for hit in look.find("hedges.amount"))


def lengths(look: Look) -> tuple[Span, ...]:
    """For how long it goes on: "for six weeks", "until the annual review"."""
    return _spans(look, "amounts.length")


def group_sizes(look: Look) -> tuple[Span, ...]:
    """Size of the group, or the ratio: "in a group of four", "1:1", "We are six"; not "We are six weeks ahead"."""
    return tuple(
        look.span(hit.first, hit.last, "group")
        for hit in look.find("amounts.group")
        if look.words[hit.first] not in ("we", "we're") or _ENDS_A_COUNT.match(look.word(hit.last))
    )


_ENDS_A_COUNT = rarely(
    r"(?:[^\w%&]|in|with|and|together|altogether|at|people|pupils|children|students|learners|friends)?$"
)


def _number_of_sessions(look: Look) -> bool:
    """ "Ten one-hour lessons" counts them; "one-to-one sessions" does not."""
    return any(
        not _ONE_TO_ONE.match(look.span(hit.first, hit.last, "sessions").text)
        and look.word(hit.first + 1) not in word_set("minutes")  # "twenty-minute sessions" says how long
        for hit in look.find("amounts.sessions")
    )


_NOW_AND_THEN = frozenset({"frequently", "regularly", "periodically", "often", "sometimes", "occasionally"})
_COMES_BY = frozenset(
    {"comes", "come", "drops", "drop", "pops", "pop", "calls", "call", "dips", "dip", "visits", "visit"}
)
_AT_SOME_TIMES = frozenset(
    {"little", "now", "on", "off", "here", "and", "bits", "dotted", "scattered", "sprinkled"}
) | {
    *("short", "brief", "more", "extra", "longer", "additional"),
}
"""How the words begin that say of a time of day that it is not all of it."""
_SEEMING = frozenset({"seem", "seems", "appear", "appears", "look", "looks", "struggle", "struggles"})
_LONG = frozenset({"year", "term"})  # "throughout the year" is at some times of it
_WHOLE_GROUPS = frozenset({"class", "group", "cohort", "family", "staff"})
_ONE_TO_ONE = rarely(r"(?:one|two|1|2)\s?[-–:]?\s?(?:to\s?[-–]?)?\s?(?:one|1)\b", re.IGNORECASE)


def computable(look: Look) -> bool:
    """Could hours per period be worked out, or every stated occasion be checked?

    A length with a frequency or with a number of sessions, every stated occasion, and a yearly single procedure count;
    a frequency alone does not.
    """
    often = look.covered("amounts.frequency")
    much = [
        hit
        for hit in look.find("amounts.amount")
        if look.words[hit.first] != "a" or not often.issuperset(range(hit.first, hit.last))
    ]  # "a day" of "twice a day" says how often, not how much
    if much and (look.find("amounts.frequency", "amounts.yearly") or _number_of_sessions(look)):
        return True
    if _clocked(look) and (look.find("amounts.frequency", "amounts.yearly") or not _ANY_DAY.isdisjoint(look.words)):
        return True
    if much and any(word in _DAYS and look.text[look.starts[at]].isupper() for at, word in enumerate(look.words)):
        return True  # "15 min Mon, Wed and Thu"
    if much and "training" in look.words and look.find("times.month", "times.date", "times.term"):
        return True  # given once, by then
    if much and ("one", "off") in zip(look.words, look.words[1:], strict=False):
        return True
    if much and not _TAUGHT_ONCE.isdisjoint(look.words):
        return True  # "INSET, 3 hours, before the end of September"
    if occasions(look):
        return True
    return bool(look.find("amounts.yearly")) and any(word in word_set("procedures") for word in look.words)
