"""Is it one result or several? Clauses that "and" joins, lists of verbs, numbered results.

Advisory: "reads a book and tells an adult about it" is one result to a reader and two verbs to a rule. What the words
give away is used: a criterion that both share ("... and check his change in 4 out of 5 visits") and a second clause
that speaks of the first ("... and use it twice a week") make one result.
"""

from __future__ import annotations

from ehcp_audit.language.spans import Span, apart
from ehcp_audit.language.tokens import Hit, Look
from ehcp_audit.language.verbs import in_main_clause, is_adverb, listed_verbs, stands_as_verb
from ehcp_audit.language.wordlists import word_set

_AUXILIARIES = frozenset({"will", "then", "to", "be", "able", "have", "also", "can", "he", "she", "they"})
_EXPLICIT = frozenset({"will", "can", "then", "he", "she", "they", "to"})
_HAVING = frozenset({"have", "own", "be", "get", "become"})
_POSSESSED = frozenset({"a", "an", "his", "her", "their", "my", "two", "three"})
_BACK = frozenset({"it", "them", "this", "that"})
_LETTERS = "abcd"
_FAR = 3  # words between the first verb and "and": nearer, the two share an object ("wash and dry his hands")


def results(look: Look) -> tuple[Span, ...]:
    """The verbs of the results, where there are several; nothing where there is one."""
    return apart(_numbered(look) or _joined(look))


def _numbered(look: Look) -> list[Span]:
    """ "(1) order a snack and (2) cross the road", "a) ... b) ..."."""
    if ")" not in look.words:
        return []
    marks = [
        index
        for index, word in enumerate(look.words)
        if look.word(index + 1) == ")" and (word.isdigit() or word in _LETTERS) and index + 2 < len(look.words)
    ]
    if [look.words[index] for index in marks[:2]] not in (["1", "2"], ["a", "b"]):
        return []
    return [look.span(index + 2, index + 3, "result") for index in marks]


def _joined(look: Look) -> list[Span]:
    found: list[Span] = []
    for index, word in enumerate(look.words):
        if word not in {"and", ";", "then"}:
            continue
        first, last = look.sentence(index)
        if not in_main_clause(look, index) or look.word(index - 2) == "between":
            continue
        before = _verb_before(look, index, first)
        joined = _after(look, index, last)
        if before is None or joined is None or _is_aside(look, joined, first):
            continue
        verbs = listed_verbs(look)
        listed = sum(look.words[place - 1] == "," for place in range(first + 1, index) if place in verbs)
        explicit = look.word(index + 1) in _EXPLICIT
        far = index - before.last >= _FAR
        if (explicit or listed or far or joined.list == "verbs.change_verbs") and not _is_one(
            look, joined, index, last
        ):
            found = found or [look.span(before.first, before.last, "result")]
            found.append(look.span(joined.first, joined.last, "result"))
    return found


def _after(look: Look, index: int, last: int) -> Hit | None:
    """The verb that "and" joins on, or None."""
    cursor = index + 1
    while look.word(cursor) in _AUXILIARIES or is_adverb(look.word(cursor)):
        cursor += 1
    verb = listed_verbs(look).get(cursor) if cursor < last else None
    if verb and look.word(verb.last) != "of" and stands_as_verb(look, cursor, look.sentence(index)[0]):
        return verb
    following = look.word(index + 1)
    if following in {"will", "can"} or (following in _HAVING and look.word(index + 2) in _POSSESSED):
        return Hit(index + 1, index + 2, "")
    for place in (index + 2, index + 3):  # "and staff will be trained"
        if place < last and look.words[place] == "will":
            return Hit(place, place + 1, "")
    given = "be" in look.words[look.sentence(index)[0] : index]
    if given and cursor < last and (look.words[cursor].endswith("ed") or look.words[cursor] in word_set("participles")):
        return Hit(cursor, cursor + 1, "")
    return None


def _is_aside(look: Look, joined: Hit, first: int) -> bool:
    """Does a form in -ing only say how: "by pointing and saying", "checking batteries and reporting faults"?"""
    if not look.words[joined.first].endswith("ing"):
        return False
    return not look.words[first].endswith("ing") or "by" in look.words[first : joined.first]


def _is_one(look: Look, joined: Hit, index: int, last: int) -> bool:
    """Do both verbs share a criterion, or does the second clause speak of what the first names?"""
    rest = look.words[joined.last : last]
    if not _BACK.isdisjoint(rest):
        return True
    return _last_share(look) > index


def _last_share(look: Look) -> int:
    """Where the last count of the kind "in four of five" stands, worked out once a text; -1 where there is none."""
    found: int | None = look.memo.get(("last share",))
    if found is None:
        shares = (
            hit.first
            for hit in look.find("measures.count")
            if "of" in look.words[hit.first : hit.last] and look.word(hit.first - 1) in {"in", "on", ","}
        )
        found = look.memo[("last share",)] = max(shares, default=-1)
    return found


def _verb_before(look: Look, index: int, first: int) -> Hit | None:
    """The last verb before a token of its sentence."""
    verbs = listed_verbs(look)
    for cursor in range(index - 1, first - 1, -1):
        if cursor in verbs and stands_as_verb(look, cursor, first):
            return verbs[cursor]
        if look.words[cursor] in _HAVING and look.word(cursor - 1) in {"will", "to"}:
            return Hit(cursor, cursor + 1, "")
    return None
