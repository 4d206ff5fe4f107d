"""Help told as what is arranged: a way of teaching, a programme by its name, a day cut short, a seat near the teacher.

Nobody need act in these, and no aid need be named: "requires overlearning", "Coloured paper is helpful", "is on Toe by
Toe with the HLTA", "leaves five minutes early", "A buddy would need to be found".
"""

from __future__ import annotations

from ehcp_audit.checks.help_words import (
    BE,
    CHILD,
    DAYS,
    HAVE,
    OTHERS,
    PEOPLE_AT_LARGE,
    TO_CHILD,
    fares_badly,
    has_company,
    holds,
    is_dosed,
    is_helper,
    is_way,
    past_adverbs,
    thing_after,
    thing_in,
    thing_or_way_in,
    verbs,
)
from ehcp_audit.checks.phrases import words_of
from ehcp_audit.language.clauses import Clause
from ehcp_audit.language.wordlists import is_number, word_set

_NOBODY = CHILD | {"it", "there", "nobody", "that", "this"}  # subjects for which nothing is arranged
_NEEDS = frozenset({"requires", "require", "needs", "need"})
_GAINS = frozenset({"gain", "benefit", "benefits", "profit"})
_FARTHEST = 9  # words before the verb
_PHRASE = 8  # words in which what is needed is named


def is_arranged_so(clause: Clause) -> bool:
    """Does the clause tell such an arrangement?"""
    if fares_badly(clause.words):
        return False
    child = (
        _needs_a_way,
        _is_on_a_programme,
        _keeps_other_hours,
        _sits_by_one,
        _will_need,
        _comes_by_taxi,
        _responds,
        _uses_to_learn,
        _must_have,
    )
    thing = (_ought_to_be, _is_of_use, _is_to_be_had, _is_cut, _is_there, _is_in_kind, _is_best_so, _is_done_through)
    return any(one(clause) for one in (*child, *thing))


def _needs_a_way(clause: Clause) -> bool:
    """ "Requires chunking", "would gain from pre-teaching"; no "needs repetition before a word stays"."""
    for place, word in enumerate(clause.words[:_FARTHEST]):
        if not OTHERS.isdisjoint(clause.words[:place]):
            return False
        if word in _NEEDS or (word in _GAINS and clause.word(place + 1) == "from"):
            last = min(place + 1 + _PHRASE, len(clause.words))
            ways = [one for one in range(place + 1, last) if is_way(clause, one)]
            return bool(ways) and (word in _GAINS or _WHAT_FOR.isdisjoint(clause.words[ways[0] :]))
    return False


_WHAT_FOR = frozenset({"to", "before", "until"})


def _is_of_use(clause: Clause) -> bool:
    """ "A reading ruler is helpful", "Pre-teaching would make a difference", "Adult support needed at lunch"."""
    for place in range(1, len(clause.words)):
        kind = _use_told(clause, place)
        if not kind:
            continue
        subject = clause.words[:place]
        if not _NOBODY.isdisjoint(subject):
            return False
        to_child = place + 3 <= len(clause.words) and clause.words[-2] == "to" and clause.words[-1] in TO_CHILD
        if to_child and not thing_in(clause, 0, place):
            return False  # "A routine is essential to her"
        if kind == "suits" and clause.joined:
            return False  # "I do not know which jobs and equipment suit me"
        if kind == "suits" and holds(subject, "school matter"):
            return True
        known = (
            kind == "plan"
            or (kind == "needed" and has_company(clause))
            or thing_or_way_in(clause, 0, place)
            or (kind == "found" and holds(subject, "helping things by kind"))
        )
        return known and not (kind == "needed" and "to" in clause.words[place:])
    return False


def _use_told(clause: Clause, place: int) -> str:
    """Is it told there that something is of use ("found") or "needed"; "" where neither is."""
    word = clause.word(place)
    if word in {"needed", "required"}:
        return "needed"
    at = past_adverbs(clause, place + 1)
    at += 2 * (clause.words[at : at + 2] == ("to", "be")) or clause.word(at) in {"very", "most", "so", "be", "proving"}
    if word in _IS and (clause.word(at) in words_of("found of use") or clause.words[at : at + 2] in _OF_USE):
        return "found"
    if word in HAVE and clause.word(at) == "stopped" and clause.word(at + 1).endswith("ing"):
        return ""  # "two friends have stopped sitting with him"
    if word in {"would", "may", "might", "could", "should", "will", "has", "have", "seems", "seem"}:
        at += clause.word(at) == "to"
        at += clause.word(at) == "been"
        if clause.word(at) == "made" and clause.word(at + 1) in TO_CHILD:
            return "found"  # "has made her braver"
        return "found" if clause.word(at) in words_of("what help does") else ""
    if word in BE and clause.word(at) in {"followed", "used", "implemented", "shared", "adopted", "observed"}:
        if clause.words[at:] == ("followed", "by"):
            return ""  # "is followed by what it means"
        return "plan" if holds(clause.words[:place], "plans of help") else ""
    if word in {"suit", "suits"}:
        return "suits" if clause.word(place + 1) in TO_CHILD else ""
    made = word.startswith("mak") or word == "made"
    return "found" if made and "difference" in clause.words[place + 1 : place + 5] else ""


def _ought_to_be(clause: Clause) -> bool:
    """ "Language used with her ought to be simple", "Questions put to him must be short"."""
    be = next((one for one in range(2, len(clause.words)) if clause.word(one) in {"be", "stay"}), -1)
    modal = be - 1 if clause.word(be - 1) in {"should", "must"} else be - 2
    if be < 0 or modal < 1 or not (modal == be - 1 or clause.words[modal:be] in _MODALS):
        return False
    if is_number(clause.word(be + 1)):
        return False  # "Print has to be 24 point"
    subject = clause.words[:modal]
    said = holds(subject, "what is said to a child") and not _SAID_TO.isdisjoint(subject)
    must = clause.word(be - 1) in {"should", "must"} or clause.word(be - 2) == "ought"
    shown = holds(subject, "school matter") or (must and holds(subject, "rooms at school"))
    return (said or shown) and _NOBODY.isdisjoint(subject) and not _BEFORE_IT.intersection(clause.words[be:])


_MODALS = frozenset((one, "to") for one in ("ought", "need", "needs", "has", "have", "is", "are"))
_SAID_TO = frozenset({"used", "spoken", "directed", "addressed", "put", "to", "with", "around", "adults", "staff"})
_BEFORE_IT = frozenset({"able", "noted", "not", "before", "done", "finished"})


_IS = BE | {
    *("continue", "continues", "remain", "remains", "was", "were", "been", "be", "prove", "proves", "proved"),
    *("seem", "seems"),
}
_OF_USE = frozenset(
    {("of", "benefit"), ("of", "help"), ("of", "use"), ("of", "value"), ("a", "help"), ("in", "use"), ("in", "place")}
)


def _is_to_be_had(clause: Clause) -> bool:
    """ "A buddy rota would need to be arranged"."""
    for place, word in enumerate(clause.words[:-1]):
        if word == "be" and place and clause.word(place - 1) in {"to", "will", "should", "must", "would"}:
            return is_owed(clause, place) and thing_or_way_in(clause, 0, place)
    return False


def is_owed(clause: Clause, be: int) -> bool:
    """Does "be", at its place, tell what others are to do, and not the child: "need to be arranged"?"""
    done = clause.word(past_adverbs(clause, be + 1))
    told = done in words_of("done to help") or done in words_of("kept for help") or done in {"organised", "decided"}
    return told and _NOBODY.isdisjoint(clause.words[:be])


def _is_on_a_programme(clause: Clause) -> bool:
    """ "Has been on Toe by Toe with the HLTA", "has started Word Aware in a group of four"."""
    for place in range(len(clause.words) - 1):
        if not _names_next(clause, place):
            continue
        at = place + 1
        at += clause.word(at) in {"the", "a", "an"}
        named = at < len(clause.words) and clause.capitals[at] and clause.word(at) not in word_set("months")
        after = clause.words[at:]
        if (
            not named
            or "dr" in after
            or holds(after[:1], "parts of a day at school")
            or not _NO_PROGRAMME.isdisjoint(after)
        ):
            return False
        return _in_a_group(clause, at) or has_company(clause) or is_dosed(clause.words)
    return False


def _names_next(clause: Clause, place: int) -> bool:
    word, before = clause.word(place), clause.word(place - 1)
    if word in {"does", "uses", "attends", "completes", "follows", "joins", "gets", "receives"}:
        return True
    if word in {"started", "begun", "restarted"}:
        return before in {"has", "have"}
    return (word == "through" and before in {"works", "working"}) or (word in _DOING and before in _BEEN)


_DOING = frozenset({"on", "doing", "following"})
_BEEN = BE | {"been", "now", "currently", "started"}
_NO_PROGRAMME = frozenset({"pathway", "list", "register", "caseload", "spectrum", "ward", "waiting", "year"})


def _in_a_group(clause: Clause, first: int) -> bool:
    return any(
        word in {"group", "pair", "class"} and clause.words[place - 1] in {"a", "small"} and place > first
        for place, word in enumerate(clause.words)
    )


def _keeps_other_hours(clause: Clause) -> bool:
    """ "Leaves lessons five minutes early", "starts at ten on Mondays", "goes home at one each Friday"."""
    words = clause.words
    for place, word in enumerate(words[:_FARTHEST]):
        if word not in _MOVES:
            continue
        rest = words[place + 1 :]
        sooner = not {"early", "ahead", "before", "after"}.isdisjoint(rest) and not {"minutes", "minute"}.isdisjoint(
            rest
        )
        if sooner and not _lasts(rest) and "up" not in rest and "bed" not in rest:
            return True
        at = (
            place
            + 1
            + (clause.word(place + 1) in {"in", "home", "school", "lessons"})
            + 2 * (clause.words[place + 1 : place + 3] in _TO_SCHOOL)
        )
        timed = clause.word(at) == "at" and is_number(clause.word(at + 1))
        often = not DAYS.isdisjoint(rest) or (is_dosed(clause.words) and word in _BEGINS)
        exact = timed and clause.word(at + 1)[-3:-2] in {".", ":"} and _LATE.isdisjoint(rest)
        return exact or (timed and (word in _BEGINS or "home" in rest) and often)
    return False


def _lasts(rest: tuple[str, ...]) -> bool:
    """Is it how long the child bears it: "leaves the room after about 25 minutes"?"""
    after = rest[rest.index("after") + 1 :] if "after" in rest else ()
    return bool(after) and (is_number(after[0]) or after[0] in {"about", "around", "only", "just", "roughly", "a"})


_TO_SCHOOL = frozenset({("into", "school"), ("to", "school"), ("to", "lessons")})
_LATE = frozenset({"late", "most", "tearful", "often"})
_BEGINS = frozenset({"starts", "start", "finishes", "finish"})
_MOVES = _BEGINS | {
    *("coming", "leaving", "arriving", "leaves", "leave", "goes", "go", "comes", "come", "arrives", "enters"),
}


def _sits_by_one(clause: Clause) -> bool:
    """ "Sits at the front, next to the teacher"."""
    for place, word in enumerate(clause.words[:_FARTHEST]):
        if word == "seated" and clause.words[max(0, place - 2) : place] == ("to", "be"):
            return True
        if word not in {"sits", "sit", "seated"}:
            continue
        after = clause.words[place + 1 : place + 6]
        if after[:3] in {("at", "the", "front"), ("near", "the", "front"), ("in", "the", "front")}:
            return True
        beside = not {"next", "beside", "near", "alongside"}.isdisjoint(after[:2])
        return beside and any(is_helper(clause, one) for one in range(place + 2, place + 6))
    return False


_OWED = frozenset({"need", "have", "get", "receive", "require"})
_OWING = frozenset({"needing", "having", "getting", "receiving", "requiring", "using"})


def _will_need(clause: Clause) -> bool:
    """ "Will need an adult to set up games", "will need a laptop"; no "will need an adult to dress her"."""
    for place, word in enumerate(clause.words[:_FARTHEST]):
        owed = past_adverbs(clause, place + 1)
        owed += clause.word(owed) == "be" and clause.word(owed + 1) in _OWING  # "will be needing"
        well = clause.words[owed : owed + 2] in (("do", "with"), ("do", "well"))  # "could do with"
        if word not in {"will", "would", "could"} or not (clause.word(owed) in _OWED | _OWING or well):
            continue
        first = owed + (1 if not well else 2 if clause.word(owed + 1) == "with" else 3)  # "do with", "do well with"
        if not OTHERS.isdisjoint(clause.words[:place]):
            return False
        for one in range(first, min(first + _PHRASE, len(clause.words) - 2)):
            if is_helper(clause, one) and clause.word(one + 1) == "to":
                does = clause.word(one + 2)
                return does in verbs().plain and does not in words_of("done with a child")
        offered = clause.word(first) in {"opportunities", "access"}
        return (
            offered or thing_after(clause, first) or any(is_way(clause, one) for one in range(first, first + _PHRASE))
        )
    return False


def _responds(clause: Clause) -> bool:
    """ "Responds well to Lego therapy with Mr Anand"; no "responds well to praise"."""
    for place, word in enumerate(clause.words[:_FARTHEST]):
        if word in {"responds", "respond", "responding", "responded"}:
            at = place + 1 + (clause.word(place + 1) == "well")
            return clause.word(at) == "to" and has_company(clause) and thing_after(clause, at + 1)
    return False


def _comes_by_taxi(clause: Clause) -> bool:
    """ "Comes to school by taxi with an escort"."""
    pairs = set(zip(clause.words, clause.words[1:], strict=False))
    moves = not (_MOVES | {"travels", "travel", "brought", "transported"}).isdisjoint(clause.words)
    return moves and not pairs.isdisjoint({("by", "taxi"), ("by", "minibus"), ("a", "taxi"), ("an", "escort")})


def _is_cut(clause: Clause) -> bool:
    """ "Homework has been dropped", "Her day is cut to three hours"."""
    for place, word in enumerate(clause.words[1:], 1):
        if word in BE | {"been", "was", "were"}:
            done = clause.word(past_adverbs(clause, place + 1))
            told = done in words_of("done to a timetable") and holds(clause.words[:place], "parts of a timetable")
            if done in {"swapped", "replaced", "exchanged"} and not {"for", "with"}.isdisjoint(clause.words[place:]):
                return _NOBODY.isdisjoint(clause.words[:place])
            if done == "with" and holds(clause.words[:place], "parts of a day at school"):
                return has_company(clause) and PEOPLE_AT_LARGE.isdisjoint(clause.words)
            return told and _NOBODY.isdisjoint(clause.words[:place]) and _NOT_CUT.isdisjoint(clause.words[place:])
    return False


_NOT_CUT = frozenset({"by", "short"})


def _is_there(clause: Clause) -> bool:
    """ "A visual schedule is on the wall", "Key words are taped to her desk"."""
    for place, word in enumerate(clause.words[1:], 1):
        if word not in BE:
            continue
        at = past_adverbs(clause, place + 1)
        put = clause.word(at) in words_of("put up")
        where = clause.words[at + put : at + put + 5]
        placed = bool(where) and where[0] in _ON and holds(where[1:], "places in a classroom")
        owned = clause.words[place - 1] in {"coat", "bag", "work"}  # where the child's own things are
        return placed and not owned and _NOBODY.isdisjoint(clause.words[:place]) and (put or thing_in(clause, 0, place))
    return False


_ON = frozenset({"on", "to", "by", "beside", "near", "in", "inside", "above", "onto"})


def _is_in_kind(clause: Clause) -> bool:
    """ "Her worksheets come in a larger font"."""
    for place, word in enumerate(clause.words[1:_FARTHEST], 1):
        if word in {"come", "comes", "arrive", "arrives"}:
            after = clause.words[place + 1 : place + 8]
            return holds(clause.words[:place], "school matter") and holds(after, "made otherwise")
    return False


def _is_best_so(clause: Clause) -> bool:
    """ "Instructions are best given one at a time"."""
    for place, word in enumerate(clause.words[1:_FARTHEST], 1):
        if word == "best" and clause.word(place - 1) in BE:
            done = clause.word(place + 1)
            subject = clause.words[:place]
            known = (
                holds(subject, "school matter")
                or holds(subject, "parts of a day at school")
                or thing_or_way_in(clause, 0, place)
            )
            return known and (done in words_of("done to help") or done in words_of("kept for help") or done == "said")
    return False


def _is_done_through(clause: Clause) -> bool:
    """ "Reading is done through paired reading with a sixth former"."""
    for place, word in enumerate(clause.words[1:_FARTHEST], 1):
        if word in BE:
            at = past_adverbs(clause, place + 1)
            through = clause.word(at) in _DONE and clause.word(at + 1) in {"through", "using", "via", "with"}
            return (
                through and _NOBODY.isdisjoint(clause.words[:place]) and thing_or_way_in(clause, at, len(clause.words))
            )
    return False


_DONE = frozenset({"done", "taught", "practised", "tackled", "addressed", "covered", "approached", "delivered", "led"})


def _must_have(clause: Clause) -> bool:
    """ "Must wear ear defenders in the hall"."""
    for place, word in enumerate(clause.words[:_FARTHEST]):
        if word == "must" and clause.word(place + 1) in {"wear", "use", "have", "carry"}:
            return thing_after(clause, place + 2) and OTHERS.isdisjoint(clause.words[:place])
    return False


def _uses_to_learn(clause: Clause) -> bool:
    """ "Is learning to type with the help of Doorway software"."""
    for place in range(2, len(clause.words) - 1):
        using = clause.word(place) == "using" and clause.word(place - 1) not in BE
        if using or clause.words[place - 2 : place + 1] == ("the", "help", "of"):
            return thing_after(clause, place + 1) and OTHERS.isdisjoint(clause.words[:place])
    return False
