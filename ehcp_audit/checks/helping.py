"""Help told among the needs, by one principle: somebody else acts for the child, or the child has a thing that is help.

A clause tells help where a role, a service or "we" does something for the child ("Mr Hale walks round the field with
her") or something is done by them; where the child has, uses, attends or is allowed a thing that is help; where such a
thing is itself the subject ("A timer keeps her going"); or where a dose is noted. What others notice, what the family
does, what is true in one case alone ("unless an adult sits by her") and what fails all the same is how a need shows.
"""

from __future__ import annotations

from ehcp_audit.checks.help_arranged import is_arranged_so
from ehcp_audit.checks.help_given import acts, helper, is_done, is_done_to_a_thing, verb_opens
from ehcp_audit.checks.help_had import child_has, there_is, thing_acts
from ehcp_audit.checks.help_noted import are_to, is_done_by_one, is_listed, is_noted, is_thing_told_of
from ehcp_audit.checks.help_words import (
    BE,
    DAYS,
    HAVE,
    TO_CHILD,
    fares_badly,
    has_company,
    holds,
    is_dosed,
    thing_in,
    verbs,
)
from ehcp_audit.checks.phrases import words_of
from ehcp_audit.language.clauses import Clause, clauses
from ehcp_audit.rare import rarely

_REASONS = frozenset({"because", "as", "since", "so", "that", "when", "whenever", "if", "where", "who"})
"""What opens a clause on why and when there is help, and not on what comes of it."""
_AGAINST = frozenset({"yet", "though", "although", "even", "lest"})
_VERBS = BE | HAVE | TO_CHILD | {"was", "were", "had", "can", "cannot", "will", "does", "do", "he", "she", "they", "i"}


def tells_help(text: str) -> bool:
    """Does a clause of the sentence tell help that is given, or is to be given?"""
    if any(map(text.__contains__, _HOW_MUCH)):
        return False
    if any(map(text.__contains__, _OF_IMPORTANCE)) and _IMPORTANT.search(text):
        return True
    told = clauses(text)
    if ":" in text and is_listed(text):
        return True
    for note in text.split(";"):  # "...; OT programme daily with TA"
        if len(note) <= _LONGEST_NOTE and _NOTED.search(note) and _is_noted(clauses(note)):
            return True
    if told and is_noted(_with_list(told[0], told[1:])):
        return True
    before = ""
    for place, clause in enumerate(told):
        later = told[place + 1 :]
        before, helps = _read(clause, later, before)
        helps = (
            helps
            or _who_does(clause, later)
            or _is_so_that(clause, later)
            or (_is_kept_for(clause) and not (place and _copes(told[place - 1])))
            or (place > 0 and _is_seen_to(told[place - 1], clause))
        )
        if helps and not _fails(later):
            return True
    return False


_HOW_MUCH = ("epend", "elies on", "ely on", "elian", "arget", "utcome")
"""Of how much help the child depends on, and of the plan itself."""
_IMPORTANT = rarely(
    r"\b[Ii]t is (?:also |therefore |very |really )?(?:important|vital|essential|crucial|imperative|necessary|best|key)"
    r"(?: that (?!it is noted)|,? (?:for|that) (?:staff|adults|everyone|teachers|school)\b)|"
    r"\b[Ww]hat (?:helps|works|calms|settles|has helped|has worked)\b[^.;]{0,40}? (?:is|are) (?!not\b)"
    r"(?!.{0,60}\b(?:mother|father|mum|dad|parents|family|brother|sister)\b)|"
    r"\b[Ii]t (?:was|is|has been|had been) (?:agreed|decided|arranged|planned|settled)(?: \w+ \w+)? that\b|"
    r"\b(?:is|are) what (?:he|she|they|[A-Z]\w+) (?:needs?|requires?)\b|"
    r"\b(?:[Bb]est practice|[Tt]he best (?:way|approach|plan|thing)(?: to \w+ (?:him|her|them))?) is to\b|"
    r"\b(?:can|may) (?:go|leave|step|use|ring|sit|move|take|come|have|opt|choose)\b[^.;]{0,50}\b"
    r"(?:whenever|at any time|(?:when|if) (?:he|she|they) (?:wants?|needs?|likes?|chooses?)\b)|"
    r"\b[Ii]t would (?:also )?be (?:good|helpful|useful|better|best|wise|sensible|beneficial|ideal) (?:if|for (?:staff|"
    r"adults|everyone|teachers|school|the|all|those|(?:him|her|them|[A-Z]\w+) to (?:have (?!friends|a friend)|do|use|"
    r"work|join|attend|get|see|spend|sit|practise|be (?:given|taught|shown|seen|offered|paired|supported))\b)|"
    r"to (?:give|use|offer|keep|let|provide))\b|"
    r"\b[Ii]t (?:also |really )?helps (?:(?:him|her|them|[A-Z]\w+) )?(?:if|when|that|to have)\b(?!.{0,40}\b(?:mother|"
    r"father|mum|dad|parents|family|brother|sister)\b)|\b(?:[Tt]his|[Tt]hese|[Ii]t|which) (?:should|must|needs? to|"
    r"will) (?:go on|continue|carry on|be kept up|remain|stay in place)\b"
)
_OF_IMPORTANCE = (
    "t is ",
    "hat ",
    "t would ",
    " what ",
    " can ",
    " may ",
    "t was ",
    "t has been ",
    "best ",
    " helps ",
    "is should",
    "ese should",
    "t should",
    " continue",
    " go on",
    "carry on",
    "remain",
)
_LONGEST_NOTE = 90  # characters
_NOTED = rarely(  # "ELSA x1 weekly", "HLTA 3x20 mins", "25 hours TA"
    r"\b\d+ ?[x×] ?\d+|[x×] ?\d+\b|\b\d+ ?[x×](?= |$)|\b\d+(?:\.\d+)? ?(?:mins?|minutes|hrs?|hours?)\b|"
    r"\b(?:daily|weekly|fortnightly|termly|p/?w|wkly)\b|\b(?:Mon|Tues|Wednes|Thurs|Fri)days?\b"
)


def _is_noted(told: tuple[Clause, ...]) -> bool:
    """Is the dose noted of help, with no verb beside it?"""
    words = tuple(word for clause in told for word in clause.words)
    if (
        not _VERBS.isdisjoint(words)
        or fares_badly(words)
        or any(word.endswith("ed") and word not in words_of("kinds of help") for word in words)
    ):
        return False
    if len(words) > _NOTE:
        return False
    if DAYS.isdisjoint(words):
        return any(holds(words, name) for name in ("helping people", "helping things"))
    does = words[0].endswith("s") and not thing_in(told[0], 0, 1)  # "Hides from staff on Fridays"
    whole = _with_list(told[0], told[1:])
    return not does and any(thing_in(one, 0, len(one.words)) or has_company(one) for one in (whole, *told))


_NOTE = 14  # words


def _fails(later: tuple[Clause, ...]) -> bool:
    """Do the clauses that follow tell that it does not help? "Never presses her" is said of the helper."""
    return any(
        fares_badly(one.words) or one.opener in _AGAINST or (one.opener == "so" and one.under)
        for one in later
        if (one.opener not in _REASONS or (one.opener == "so" and one.under))
        and one.words[:1] not in (("never",), ("not",))
    )


def _read(clause: Clause, later: tuple[Clause, ...], before: str) -> tuple[str, bool]:
    """Who the clause is about (the subject of the one before where it names none), and whether it tells help."""
    if clause.under or (len(clause.words) == 1 and clause.capitals[0]):  # "Her mentor, Jo, ..."
        return before, False
    if is_done_by_one(clause):
        return "child", True
    if end := helper(clause):
        return "helper", acts(clause, end)
    if before == "helper" and verb_opens(clause):
        return before, acts(clause, 0)
    if holds(clause.words, "people of home") or ("at", "home") in zip(clause.words, clause.words[1:], strict=False):
        return "", False
    whole = _with_list(clause, later)
    if clause.opener == "so" and clause.words[:1] in (("this",), ("it",)) and is_dosed(clause.words):
        return "child", not fares_badly(clause.words)  # "so this happens daily"
    if is_arranged_so(whole) or are_to(clause):
        return "child", True
    return "child", is_done(clause, whole) or thing_acts(clause) or there_is(whole) or child_has(whole)


def _is_kept_for(clause: Clause) -> bool:
    """ "The thick pencils that are laid out for him": of what is told only that it is there for the child."""
    be = clause.opener in {"that", "which"} and clause.word(0) in BE
    return be and "for" in clause.words and not TO_CHILD.isdisjoint(clause.words) and is_done(clause, clause)


def _copes(told: Clause) -> bool:
    """Is it told how well the child does with what is laid out so: "He copes well with a task that is ..."?"""
    return not {"copes", "cope", "manages", "enjoys", "likes", "prefers"}.isdisjoint(told.words[:4])


def _is_seen_to(told: Clause, clause: Clause) -> bool:
    """Does the clause tell of the thing of help before it who sees to it, or when it comes?"""
    if not is_thing_told_of(told, clause):
        return False
    end = helper(clause)
    if clause.opener == "who":
        return _REACTS.isdisjoint(clause.words) and acts(clause, 0)
    if clause.opener == "where":
        return end > 0 and acts(clause, end)
    return (end > 0 and (acts(clause, end) or clause.word(end) in verbs().plain | verbs().third)) or (
        end == 0 < len(clause.words) and clause.word(0) in {"runs", "run", "meets", "meet", "happens"}
    )


_REACTS = frozenset({"sends", "send", "tells", "asks", "has", "have", "must", "holds", "finds", "does", "do"})
"""What one who stands beside the child does about it, and is no help that is given: "her assistant, who finds her"."""


def _is_so_that(clause: Clause, later: tuple[Clause, ...]) -> bool:
    """ "Lessons are recorded so that he can listen again": done to something for the child's good."""
    if not later or clause.under or later[0].opener != "that" or later[0].words[1:2] not in (("can",), ("may",)):
        return False
    if later[0].words[0] not in _CHILD or holds(clause.words, "people of home"):
        return False
    return not fares_badly(later[0].words) and is_done_to_a_thing(clause)


_CHILD = frozenset({"he", "she", "they", "i"})


def _who_does(clause: Clause, later: tuple[Clause, ...]) -> bool:
    """ "Every adult who meets him uses the same words": what is done comes after who does it."""
    end = helper(clause)
    if not end or end < len(clause.words) or not later or later[0].opener != "who" or fares_badly(later[0].words):
        return False
    does = verbs().third if not clause.words[-1].endswith("s") else verbs().plain
    words = later[0].words
    return any(
        word in does and words[place - 1] not in {"to", "and", "a", "the"} and place > 1
        for place, word in enumerate(words)
    )


_LIST = 8  # clauses that a list is made of


def _with_list(clause: Clause, later: tuple[Clause, ...]) -> Clause:
    """The clause with what "and" alone joins to it: "now-and-next boards", "staff and pupils"."""
    words, capitals = clause.words, clause.capitals
    for one in later[:_LIST]:
        if not one.joined:
            break
        words, capitals = (*words, one.opener, *one.words), (*capitals, False, *one.capitals)
    return Clause(words, capitals, clause.opener, clause.under, clause.joined)
