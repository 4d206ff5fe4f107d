"""Help told among the needs, by one principle: somebody else acts for the child, or the child has a thing that is help.

A clause tells help where a role, a service or "we" does something for the child ("Mr Hale walks round the field with
her") or something is done by them; where the child has, uses, attends or is allowed a thing that is help; where such a
thing is itself the subject ("A timer keeps her going"); or where a dose is noted. What others notice, what the family
does, what is true in one case alone ("unless an adult sits by her") and what fails all the same is how a need shows.
"""

from __future__ import annotations

from ehcp_audit.checks.help_arranged import are_to, is_arranged_so, is_noted, is_thing_told_of
from ehcp_audit.checks.help_given import acts, helper, is_done, verb_opens
from ehcp_audit.checks.help_had import child_has, there_is, thing_acts
from ehcp_audit.checks.help_words import BE, HAVE, TO_CHILD, fares_badly, holds, is_dosed, verbs
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
    for note in text.split(";"):  # "...; OT programme daily with TA"
        if len(note) <= _LONGEST_NOTE and _NOTED.search(note) and _is_noted(clauses(note)):
            return True
    if told and is_noted(_with_list(told[0], told[1:])):
        return True
    before = ""
    for place, clause in enumerate(told):
        later = told[place + 1 :]
        before, helps = _read(clause, later, before)
        helps = helps or (place > 0 and _is_seen_to(told[place - 1], clause))
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
    r"\b[Ii]t would (?:also )?be (?:good|helpful|useful|better|best|wise|sensible|beneficial|ideal) (?:if|for (?:staff|"
    r"adults|everyone|teachers|school|the|all|those)|to (?:give|use|offer|keep|let|provide))\b|"
    r"\b[Ii]t (?:also |really )?helps (?:(?:him|her|them|[A-Z]\w+) )?(?:if|when|that|to have)\b(?!.{0,40}\b(?:mother|"
    r"father|mum|dad|parents|family|brother|sister)\b)|\b(?:[Tt]his|[Tt]hese|[Ii]t|which) (?:should|must|needs? to|"
    r"will) (?:go on|continue|carry on|be kept up|remain|stay in place)\b"
)
_OF_IMPORTANCE = (
    "t is ",
    "hat ",
    "t would ",
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
    r"\b(?:daily|weekly|fortnightly|termly|p/?w|wkly)\b"
)


def _is_noted(told: tuple[Clause, ...]) -> bool:
    """Is the dose noted of help, with no verb beside it?"""
    words = tuple(word for clause in told for word in clause.words)
    if not _VERBS.isdisjoint(words) or fares_badly(words) or any(word.endswith("ed") for word in words):
        return False
    return any(holds(words[:_NOTE], name) for name in ("helping people", "helping things")) and len(words) <= _NOTE


_NOTE = 14  # words


def _fails(later: tuple[Clause, ...]) -> bool:
    """Do the clauses that follow tell that it does not help? "Never presses her" is said of the helper."""
    return any(
        fares_badly(one.words) or one.opener in _AGAINST
        for one in later
        if one.opener not in _REASONS and one.words[:1] != ("never",)
    )


def _read(clause: Clause, later: tuple[Clause, ...], before: str) -> tuple[str, bool]:
    """Who the clause is about (the subject of the one before where it names none), and whether it tells help."""
    if clause.under or (len(clause.words) == 1 and clause.capitals[0]):  # "Her mentor, Jo, ..."
        return before, False
    if end := helper(clause):
        return "helper", acts(clause, end)
    if before == "helper" and verb_opens(clause):
        return before, acts(clause, 0)
    if holds(clause.words, "people of home") or ("at", "home") in zip(clause.words, clause.words[1:], strict=False):
        return "", False
    whole = _with_list(clause, later)
    if clause.opener == "so" and clause.words[:1] in (("this",), ("it",)) and is_dosed(clause):
        return "child", not fares_badly(clause.words)  # "so this happens daily"
    if is_arranged_so(whole) or are_to(clause):
        return "child", True
    return "child", is_done(clause, whole) or thing_acts(clause) or there_is(whole) or child_has(whole)


def _is_seen_to(told: Clause, clause: Clause) -> bool:
    """Does the clause tell of the thing of help before it who sees to it, or when it comes?"""
    if not is_thing_told_of(told, clause):
        return False
    end = helper(clause)
    return (
        (end > 0 and (acts(clause, end) or clause.word(end) in verbs().plain | verbs().third))
        or end == 0 < len(clause.words)
        and clause.word(0) in {"runs", "run", "meets", "meet", "happens"}
    )


def _with_list(clause: Clause, later: tuple[Clause, ...]) -> Clause:
    """The clause with what "and" alone joins to it: "now-and-next boards", "staff and pupils"."""
    words, capitals = clause.words, clause.capitals
    for one in later:
        if not one.joined:
            break
        words, capitals = (*words, one.opener, *one.words), (*capitals, False, *one.capitals)
    return Clause(words, capitals, clause.opener, clause.under, clause.joined)
