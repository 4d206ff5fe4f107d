"""Help told among the needs, by one principle: somebody else acts for the child, or the child has a thing that is help.

A clause tells help where a role, a service or "we" does something for the child ("Mr Hale walks round the field with
her") or something is done by them; where the child has, uses, attends or is allowed a thing that is help; where such a
thing is itself the subject ("A timer keeps her going"); or where a dose is noted. What others notice, what the family
does, what is true in one case alone ("unless an adult sits by her") and what fails all the same is how a need shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from ehcp_audit.checks.phrases import words_of
from ehcp_audit.language import beside
from ehcp_audit.language.clauses import Clause, clauses
from ehcp_audit.language.wordlists import Lists, forms, is_number
from ehcp_audit.rare import rarely

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sister"})
_PRONOUNS = frozenset({"he", "she", "they", "i"})
_TO_CHILD = frozenset({"him", "her", "them", "me"})
_ADVERBS = frozenset(
    "also now always then already currently both all each therefore often usually sometimes regularly presently just "
    "still today thus since instead".split()
)
_BE, _HAVE = frozenset({"is", "are", "am"}), frozenset({"has", "have"})
_DETERMINERS = frozenset("a an the his her their my each every all any some one two three another".split())
_NOT_BEFORE = frozenset("he she they i it is are was were has have had to by with about without like than as from".split())
_OPENS_A_TIME = frozenset("at in on before after during each every for from once twice since until throughout by".split())
_PLACES = frozenset({"from", "at", "in", "of", "on", "for", "around"})
_EITHER = frozenset({"staff", "team", "we", "school", "everyone", "everybody", "outreach", "camhs", "portage"})
_WATCHING = frozenset({"staff", "adults", "adult", "teachers", "teacher", "school", "everyone"})
_TIMES = frozenset("daily weekly fortnightly monthly termly twice once wkly pw".split())
_DAYS = frozenset(f"{day}day{s}" for day in ("mon", "tues", "wednes", "thurs", "fri") for s in ("", "s"))
_EACH, _SPANS = frozenset({"each", "every", "per", "a"}), frozenset(
    "day morning afternoon week fortnight month term half lunchtime lesson".split()
)


def tells_help(text: str) -> bool:
    """Does a clause of the sentence tell help that is given, or is to be given?"""
    if _IMPORTANT.search(text) or _NOTED.search(text):
        return True
    if _HOW_MUCH.search(text):
        return False
    told = clauses(text)
    before = ""
    for place, clause in enumerate(told):
        before, helps = _read(clause, told[place + 1 :], before)
        if helps and not _fails(told[place + 1 :]):
            return True
    return False


_IMPORTANT = rarely(
    r"\b[Ii]t is (?:also |therefore |very |really )?(?:important|vital|essential|crucial|imperative|necessary|best|key)"
    r"(?: that (?!it is noted)|,? (?:for|that) (?:staff|adults|everyone|teachers|school)\b)|"
    r"\b[Ii]t (?:also |really )?helps (?:(?:him|her|them|[A-Z]\w+) )?(?:if|when|that|to have)\b(?!.{0,40}\b(?:mother|"
    r"father|mum|dad|parents|family|brother|sister)\b)|\b(?:[Tt]his|[Tt]hese|[Ii]t|which) (?:should|must|needs? to|"
    r"will) (?:go on|continue|carry on|be kept up|remain|stay in place)\b"
)
_HOW_MUCH = rarely(  # how much help the child depends on, and what is said of the plan itself
    r"\b(?:[Dd]epend\w*|[Rr]el(?:y|ies) on|[Rr]eliant|[Rr]eliance)\b|\b[Tt]argets?\b|\b[Oo]utcomes?\b"
)
_NOTED = rarely(  # "ELSA x1 weekly", "HLTA 3x20 mins": no verb, or none but "is"
    r"^(?:[\w'’&/+:-]+ ){0,6}?(?:\d+ ?[x×] ?\d+|[x×] ?\d+|\d+ ?[x×])(?: ?(?:mins?|minutes|hrs?|hours?|daily|weekly|wkly|"
    r"p/?w|per|a|each|/)\b|/)"
)


def _fails(later: tuple[Clause, ...]) -> bool:
    """Do the clauses that follow tell that it does not help?"""
    return any(
        not words_of("fares badly").isdisjoint(one.words) or one.opener in {"yet", "though", "although", "even", "lest"}
        for one in later
        if one.opener not in {"because", "as", "since", "so"} and not _by_helper(one)
    )


def _by_helper(clause: Clause) -> bool:
    """Does the clause speak of what a helper does not do: "and never presses her"?"""
    return clause.words[:1] == ("never",)


def _read(clause: Clause, later: tuple[Clause, ...], before: str) -> tuple[str, bool]:
    """Who the clause is about (the subject of the one before where it names none), and whether it tells help."""
    if clause.under:
        return before, False
    end = _helper(clause)
    if end:
        return "helper", _acts(clause, end)
    if before == "helper" and _verb_opens(clause):
        return before, _acts(clause, 0)
    if not words_of("people of home").isdisjoint(clause.words) or "home" in clause.words:
        return "", False
    whole = _with_list(clause, later)
    helps = _done(clause, whole) or _thing_acts(clause) or _there_is(whole)
    return "child", helps or _child_has(whole)


def _with_list(clause: Clause, later: tuple[Clause, ...]) -> Clause:
    """The clause with what "and" alone joins to it: "now-and-next boards", "staff and pupils"."""
    words, capitals = clause.words, clause.capitals
    for one in later:
        if not one.joined:
            break
        words, capitals = (*words, one.opener, *one.words), (*capitals, False, *one.capitals)
    return Clause(words, capitals, clause.opener, clause.under, clause.joined)


# --- somebody acts ---


def _is_helper(clause: Clause, place: int) -> bool:
    """Is the word there the last one of somebody who helps: "assistant", or "Obi" after "Mrs"?"""
    word = clause.word(place)
    if clause.word(place - 1) in _TITLES:
        return clause.capitals[place] and not word.endswith("'s")
    if clause.word(place - 1) in {"no", "not"}:
        return False
    if clause.word(place - 1) == "care" and word in words_of("people of home"):
        return False
    return word in words_of("helping people") or word.endswith(("therapist", "therapists", "ologist", "ologists"))


def _helper(clause: Clause) -> int:
    """The place after the helper who is the clause's subject; 0 where none is."""
    for place in range(len(clause.words)):
        if _is_helper(clause, place):
            while _is_helper(clause, place + 1):
                place += 1
            if clause.capitals[place] and place + 1 < len(clause.words) and clause.word(place) not in words_of("helping people") and clause.capitals[place + 1]:
                place += 1
            return place + 1 if _may_begin(clause, place) else 0
    return 0


def _may_begin(clause: Clause, place: int) -> bool:
    """May what stands before the helper belong to the helper, or say when: "In maths her teaching assistant"?"""
    before = clause.words[:place]
    if not before:
        return True
    rest = before[1:] if before[0] in _OPENS_A_TIME else before
    if not (_NOT_BEFORE | _HAD).isdisjoint(rest) or not words_of("fares badly").isdisjoint(before):
        return False
    return not any(word in _noticing(beside.lists()) or word in {"lets", "makes", "helps"} for word in before)


@cache
def _noticing(lists: Lists) -> frozenset[str]:
    return frozenset(form for verb in words_of("noticing") for form in forms(verb))


@cache
def _helping(lists: Lists) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """The forms of the verbs of helping: plain, third person, -ing, and participles."""
    every = [forms(verb) for verb in words_of("helping")]
    plain, third, going = (frozenset(one[at] for one in every) for at in range(3))
    return plain, third, going, frozenset(one[-1] for one in every)


def _verb_opens(clause: Clause) -> bool:
    at = _past_adverbs(clause, 0)
    word = clause.word(at)
    return word in _BE | _HAVE | _helping(beside.lists())[1] or (word.endswith("s") and clause.word(at + 1) in _TO_CHILD)


def _past_adverbs(clause: Clause, at: int) -> int:
    while clause.word(at) in _ADVERBS or (clause.word(at).endswith("ly") and clause.word(at) not in {"rely", "apply"}):
        at += 1
    return at


def _acts(clause: Clause, end: int) -> bool:
    """Does the helper, who ends there, do something for the child?"""
    fares = words_of("fares badly")
    at = _past_adverbs(clause, end)
    if clause.word(at) in _PLACES:  # "from Linden School", "in the office"
        verbs = _helping(beside.lists())
        ahead = (
            place
            for place in range(at + 2, min(at + 8, len(clause.words)))
            if clause.word(place) in _BE | _HAVE | verbs[1] | {"will"} and clause.word(place - 1) not in _DETERMINERS
        )
        at = next(ahead, at)
    at = _past_adverbs(clause, at)
    if not fares.isdisjoint(clause.words[at : at + 3]):
        return False
    plural = end == 0 or clause.word(end - 1).endswith("s") or clause.word(end - 1) in _EITHER
    single = not clause.word(end - 1).endswith("s") or clause.word(end - 1) in _EITHER
    return _does(clause, at, plural=plural, single=single)


def _does(clause: Clause, at: int, *, plural: bool, single: bool) -> bool:
    base, third, going, done = _helping(beside.lists())
    word, at = clause.word(at), _past_adverbs(clause, at + 1)
    following = clause.word(at)
    if word in _BE:
        there = following in {"available", "trained", "beside", "alongside", "with"} or (following, clause.word(at + 1)) in {("on", "hand"), ("in", "place")}
        return following in going or there or (following == "being" and clause.word(at + 1) in {"trained", "shown", "taught"})
    if word in _HAVE:
        if following == "been":
            after = clause.word(_past_adverbs(clause, at + 1))
            return after in going or after in {"in", "into", "trained", "shown", "asked"}
        return following in done or _thing_after(clause, at)
    if word in {"will", "shall"}:
        return following in base or (following == "be" and clause.word(at + 1) in going)
    if word in third and single:
        return _is_act(clause, word, at)
    if word in base and plural:
        return _is_act(clause, word, at)
    told = word in _noticing(beside.lists()) or word in _PRONOUNS | _DETERMINERS | _PLACES
    acts = (word.endswith("s") and single and not word.endswith("ss")) or (plural and word.isalpha() and not word.endswith(("ed", "ing")))
    return acts and not told and not _TO_CHILD.isdisjoint(clause.words[at : at + 1])


def _is_act(clause: Clause, word: str, at: int) -> bool:
    """Is it no more than a record that is kept, or a guess that is made?"""
    return not (word.startswith(("keep", "make", "take", "ha", "do")) and not _RECORDS.isdisjoint(clause.words[at : at + 4]))


_RECORDS = frozenset("diary record records log count tally note notes guess view allowances that to not up".split())


# --- something is done ---


def _done(clause: Clause, whole: Clause) -> bool:
    """Is something done for the child: "is hoisted by two adults", "texts are enlarged"?"""
    for place, word in enumerate(clause.words):
        if word not in _BE and not (word == "been" and clause.word(place - 1) in _HAVE | _ADVERBS):
            continue
        at = _past_adverbs(clause, place + 1)
        if clause.word(at) in {"being", "be", "been"}:
            at = _past_adverbs(clause, at + 1)
        if not words_of("fares badly").isdisjoint(clause.words[: at + 1]):
            return False
        return _is_done(clause, whole, at)
    return False


def _is_done(clause: Clause, whole: Clause, at: int) -> bool:
    word, following = clause.word(at), clause.word(at + 1)
    if (word, following) in {("in", "place"), ("on", "hand"), ("set", "up"), ("drawn", "up"), ("put", "in")}:
        return True
    by = _agent(clause, at)
    if by:
        return by == "helper" and (word in _participles(beside.lists()) or word in words_of("kept for help")) and not (
            word == "seen" and not _dosed(clause) and not _WATCHING.isdisjoint(clause.words[at:])
        )
    if word == "used" and following == "to":
        return False
    if word in {"taught", "supported", "referred", "checked"}:
        return _dosed(clause) or _thing_in(clause, at + 1, len(clause.words))
    if word == "moved":
        return following in {"to", "into", "onto"} and _thing_after(whole, at + 2)
    if word in words_of("done to help"):
        return not (word == "given" and following == "to")
    return word in words_of("kept for help") and _thing_in(clause, 0, at)


@cache
def _participles(lists: Lists) -> frozenset[str]:
    return words_of("done to help") | _helping(lists)[3] | {"seen", "met"}


def _agent(clause: Clause, at: int) -> str:
    """By whom: a helper, or another; "" where it is not said."""
    for place in range(at, min(at + 8, len(clause.words))):
        if clause.word(place) == "by":
            named = range(place + 1, min(place + 7, len(clause.words)))
            return "helper" if any(_is_helper(clause, one) for one in named) else "other"
    return ""


# --- a thing is had ---


def _thing_in(clause: Clause, first: int, last: int) -> bool:
    return any(_is_thing(clause, place) for place in range(first, last))


def _is_thing(clause: Clause, place: int) -> bool:
    """Is the word there a thing that is help?"""
    word = clause.word(place)
    if clause.word(place + 1) in _NO_THING_BEFORE:
        return False
    if word in words_of("helping things"):
        return True
    if word not in words_of("helping things by kind"):
        return False
    before = clause.word(place - 1)
    branded = place > 1 and clause.capitals[place - 1] and not before.endswith("'s")
    return before in words_of("kinds of help") or branded or _dosed(clause) or _with_helper(clause)


_NO_THING_BEFORE = frozenset("games game changes change times activity activities than score scores age".split())


def _with_helper(clause: Clause) -> bool:
    """Is a helper beside it: "with the TA", "Mrs Pell's group"?"""
    return any(
        (clause.word(place - 1) in _TITLES and place)
        or (_is_helper(clause, place) and not {"with", "from", "by"}.isdisjoint(clause.words[max(0, place - 4) : place]))
        for place in range(len(clause.words))
    )


def _dosed(clause: Clause) -> bool:
    """Does it say how often, on which day, or for how long at a time?"""
    if not (_TIMES | _DAYS).isdisjoint(clause.words):
        return True
    return any(
        (word in _EACH and clause.word(place + 1) in _SPANS) or (is_number(word) and clause.word(place + 1) in _LENGTHS)
        for place, word in enumerate(clause.words)
    )


_LENGTHS = frozenset("hour hours minutes minute mins hrs afternoons mornings sessions".split())
_STOPS_THING = frozenset(
    "no not never to in on at from with by for when if that as because like about than without difficulty trouble fear "
    "problem problems is are was were".split()
)


def _thing_after(clause: Clause, at: int) -> bool:
    """Does a thing of help follow, before another phrase begins?"""
    for place in range(at, min(at + 10, len(clause.words))):
        if clause.word(place) in _STOPS_THING or clause.word(place) in words_of("fares badly"):
            return False
        if _is_thing(clause, place):
            return True
    return False


def _child_has(clause: Clause) -> bool:
    """Has the child a thing that is help: "is on a programme", "joins a group on Wednesdays", "would gain from"?"""
    at = 0
    while at < min(5, len(clause.words)) and clause.word(at) not in _ALL_HAD:
        at += 1
    if not words_of("fares badly").isdisjoint(clause.words) or clause.opener == "which":
        return False
    if clause.word(at) in _TAKES_PART and clause.word(at + 1) != "part" or not _OTHERS.isdisjoint(clause.words[:at]):
        return False
    word, at = clause.word(at), _past_adverbs(clause, at + 1)
    following = clause.word(at)
    if word in _HAD or (word == "would" and following in {"gain", "benefit", "profit"}):
        at += (word == "would") + (clause.word(at + (word == "would")) in {"from", "access", "part", "with", "on", "to", "in", "through", "out", "of", "off"})
        at += clause.word(at) in {"to", "in", "from"} and clause.word(at - 1) in {"access", "part"}
        return _thing_after(clause, at) or (word in _GOES and _with_helper(clause) and _present(clause))
    if word in _BE:
        if following == "allowed":
            return clause.word(at + 1) in {"to", "into", "a", "an", "extra", "the"}
        if following == "working":
            return clause.word(at + 1) in {"on", "with", "through"} and (_thing_after(clause, at + 2) or _with_helper(clause))
        return following == "on" and _thing_after(clause, at + 1)
    return False


_HAD = frozenset(
    "has have gets get receives receive uses use wears attends attend joins join accesses follows sees see "
    "needs need requires require benefits does goes go works checks check spends spend reads meets".split()
)
_TAKES_PART = frozenset({"take", "takes"})
_GOES = frozenset("goes go works checks check spends spend sees see meets".split())
_ALL_HAD = _HAD | _BE | {"would"}
_OTHERS = frozenset("children pupils peers others friends class classmates people it this".split())


def _present(clause: Clause) -> bool:
    return _dosed(clause) or any(word in _TITLES for word in clause.words) or clause.words[1:2] in (("checks",), ("sees",))


def _thing_acts(clause: Clause) -> bool:
    """Is a thing of help the subject: "A timer keeps her going", "Sessions with a therapist run on Fridays"?"""
    acts = words_of("things of help act")
    for place, word in enumerate(clause.words[:8]):
        if word in _PRONOUNS or word in words_of("fares badly"):
            return False
        if word in acts and place:
            return _thing_in(clause, 0, place) and words_of("fares badly").isdisjoint(clause.words)
    return False


def _there_is(clause: Clause) -> bool:
    """ "There is a chewy for her by the bookcase"; "There is always an adult beside her"."""
    if clause.word(0) != "there" or clause.word(1) not in _BE or not words_of("fares badly").isdisjoint(clause.words):
        return False
    someone = any(_is_helper(clause, place) for place in range(2, min(8, len(clause.words))))
    return someone or _thing_in(clause, 2, len(clause.words))


def words_told(texts: Iterable[str]) -> int:
    """How many of the texts tell help."""
    return sum(map(tells_help, texts))
