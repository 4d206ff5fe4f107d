"""Help that somebody gives: a role, a service or "we" acts for the child, or something is done for the child."""

from __future__ import annotations

from ehcp_audit.checks.help_arranged import is_owed
from ehcp_audit.checks.help_words import (
    BE,
    CHILD,
    HAVE,
    PEOPLE_AT_LARGE,
    TITLES,
    TO_CHILD,
    fares_badly,
    has_company,
    holds,
    is_dosed,
    is_helper,
    past_adverbs,
    thing_after,
    thing_in,
    verbs,
)
from ehcp_audit.checks.phrases import words_of
from ehcp_audit.language.clauses import Clause
from ehcp_audit.language.wordlists import is_number

_DETERMINERS = frozenset(
    {
        *("a", "an", "the", "his", "her", "their", "my", "each", "every", "all", "any", "some", "one", "two"),
        *("three", "another"),
    }
)
_OPENS_A_TIME = frozenset(
    {
        *("at", "in", "on", "before", "after", "during", "each", "every", "for", "from", "once", "twice", "since"),
        *("until", "throughout", "by"),
    }
)
_NOT_BEFORE = frozenset(
    {
        *("he", "she", "they", "i", "it", "is", "are", "was", "were", "has", "have", "had", "to", "by", "with"),
        *("about", "without", "like", "than", "as", "from", "gets", "receives", "uses", "attends", "joins", "needs"),
        *("requires", "lets", "makes", "helps"),
    }
)
_PLACES = frozenset({"from", "at", "in", "of", "on", "for", "around"})
_NO_VERB = _PLACES | {"to", "with", "by", "about", "who", "than", "like", "towards", "near"}
_EITHER = frozenset({"staff", "team", "we", "school", "everyone", "everybody", "outreach", "camhs", "portage"})
_RECORDS = frozenset(
    {
        *("diary", "record", "records", "log", "count", "tally", "this", "note", "notes", "guess", "view"),
        *("that", "to", "not", "up"),
    }
)
_NO_HELP = frozenset(
    {
        *("assessment", "assessments", "diagnosis", "score", "scores", "report", "incidents", "episodes", "concerns"),
    }
)
_TROUBLES = frozenset(
    {
        *("distresses", "distress", "upsets", "upset", "frightens", "frighten", "unsettles", "unsettle", "scares"),
        *("worries", "alarms", "confuses", "overwhelms", "annoys", "angers", "irritates", "startles", "bothers"),
    }
)
_NEAR = frozenset({"beside", "alongside", "with", "behind"})
_WITH_A_THING = frozenset({"given", "offered", "shown", "lent", "set"})
_WORN = frozenset({"aids", "grommets", "glasses", "lenses", "implant", "implants", "splints", "braces"})
_TO_ONE = frozenset({"read", "sent", "handed", "signed", "explained", "given", "shown", "described"})
_TOLD = frozenset({"told", "briefed", "advised", "reminded", "instructed"})
_OWES = frozenset({"would", "needs", "need", "has", "have"})
_RECORDED = ("keep", "make", "take", "do", "support")
_THERE = frozenset({"available", "trained", "nearby", "within"})


def helper(clause: Clause) -> int:
    """The place after the helper who is the clause's subject; 0 where none is."""
    for place in range(len(clause.words)):
        if is_helper(clause, place):
            first = place - 1 if clause.word(place - 1) in TITLES else place  # "Miss" is no verb here
            while is_helper(clause, place + 1) or _is_surname(clause, place + 1):
                place += 1
            named = clause.word(place + 1) in words_of("of a helper")  # "Adult support is needed"
            return place + 1 if not named and _may_begin(clause, first) else 0
    return 0


def _is_surname(clause: Clause, place: int) -> bool:
    named = place < len(clause.words) and clause.capitals[place] and clause.capitals[place - 1]
    return named and place > 1 and not clause.word(place).endswith("'s")


def _may_begin(clause: Clause, place: int) -> bool:
    """May what stands before the helper belong to the helper, or say when: "In maths her teaching assistant"?"""
    before = clause.words[:place]
    rest = before[1:] if before and before[0] in _OPENS_A_TIME else before
    return _NOT_BEFORE.isdisjoint(rest) and not fares_badly(before) and verbs().noticing.isdisjoint(before)


def verb_opens(clause: Clause) -> bool:
    """Does the clause open with what its subject does, so that it has that of the clause before?"""
    at = past_adverbs(clause, 0)
    word = clause.word(at)
    return word in BE | HAVE | verbs().third or (word.endswith("s") and clause.word(at + 1) in TO_CHILD)


def acts(clause: Clause, end: int) -> bool:
    """Does the helper, who ends there, do something for the child?"""
    at = past_adverbs(clause, end)
    if clause.word(at) in _PLACES:  # "from Linden School", "in the office"
        does = BE | HAVE | verbs().third | {"will"}
        ahead = range(at + 2, min(at + 8, len(clause.words)))
        found = (
            one
            for one in ahead
            if clause.word(one) in does
            and (clause.word(one - 1) not in _DETERMINERS or clause.word(one).startswith("meet"))
        )
        at = past_adverbs(clause, next(found, at))
    if fares_badly(clause.words[at : at + 3]) or clause.word(at) in _TROUBLES:
        return False
    last = clause.word(end - 1)
    plural = end == 0 or last.endswith("s") or last in _EITHER or last == "ladies"
    single = not last.endswith("s") or last in _EITHER
    word, at = clause.word(at), past_adverbs(clause, at + 1)
    if not _NO_HELP.isdisjoint(clause.words[at : at + 4]):
        return False
    if word in {"use", "uses"} and is_number(clause.word(at)) and not clause.word(at + 1):
        return False  # "his teachers use ten", of words
    if word in {"spends", "spend"}:
        return _is_time_given(clause, at)
    if word in BE:
        return _is_at_it(clause, at)
    if word in HAVE:
        return _has_done(clause, at)
    if word in _OWES and "be" in clause.words[at : at + 3]:
        return is_owed(clause, clause.words.index("be", at))
    if word in {"will", "shall"}:
        following = clause.word(at)
        return following in verbs().plain or (following == "be" and clause.word(at + 1) in verbs().going)
    if (word in verbs().third and single) or (word in verbs().plain and plural):
        taken = word.startswith("take") and clause.word(at) in TO_CHILD
        return taken or not (word.startswith(_RECORDED) and not _RECORDS.isdisjoint(clause.words[at : at + 4]))
    if word in {"know", "knows"}:
        return clause.word(at) == "to"
    if word in {"was", "were"}:
        return clause.word(at) in words_of("done once for good")
    if word == "came" and "to" in clause.words[at : at + 3]:
        return clause.word(clause.words.index("to", at) + 1) in verbs().plain
    if not _WORN.isdisjoint(clause.words[at:]):
        return False
    if word in {"sees", "see"}:
        return clause.word(at) in TO_CHILD and is_dosed(clause.words)
    if (word in words_of("done once for good") and clause.word(at) not in TO_CHILD | {"in"}) or word == "taught":
        return True
    if word in words_of("done once") and word not in verbs().plain | verbs().third:
        return thing_after(clause, at)
    if word in verbs().noticing or word in _NO_VERB or clause.word(at) not in TO_CHILD or not word.isalpha():
        return False
    return (word.endswith("s") and single) or (plural and not word.endswith(("ed", "ing")))


def _is_time_given(clause: Clause, at: int) -> bool:
    """Is it told how long for, and of what: "spends 15 minutes taking her through the words", not "calming him"?"""
    lengths = [one for one in range(at, min(at + 5, len(clause.words))) if clause.word(one) in _LENGTHS]
    if not lengths or not _LOST_TIME.isdisjoint(clause.words[at:]):
        return False
    after = clause.words[lengths[0] + 1 :]
    return any(
        (word.endswith("ing") or word in _NEAR | {"on", "to", "alongside"}) and not TO_CHILD.isdisjoint(after[place:])
        for place, word in enumerate(after)
    )


_LENGTHS = frozenset({"minutes", "minute", "mins", "hour", "hours", "session", "sessions", "lesson", "time"})
_LOST_TIME = frozenset(
    {
        *("much", "most", "calming", "settling", "coaxing", "persuading", "looking", "searching", "chasing", "calling"),
        *("finding", "getting", "bringing", "waiting", "asking", "telling", "trying", "urging", "pleading", "dealing"),
    }
)


def _is_at_it(clause: Clause, at: int) -> bool:
    word, following = clause.word(at), clause.word(at + 1)
    if word == "to":
        return following in verbs().plain
    if word in _NEAR or (word == "at" and clause.word(at + 2) in {"side", "elbow", "shoulder"}):
        return word == "at" or following in TO_CHILD
    if word == "being":
        return following in verbs().done
    if word.endswith("ing") and word not in verbs().noticing and following in TO_CHILD | {"it"}:
        return True
    return word in verbs().going or word in _THERE or (word, following) in {("on", "hand"), ("in", "place")}


def _has_done(clause: Clause, at: int) -> bool:
    word = clause.word(at)
    if word != "been":
        return (word in verbs().done and word not in verbs().noticing) or thing_after(clause, at)
    after = clause.word(past_adverbs(clause, at + 1))
    if after in _NEAR:
        return clause.word(clause.words.index(after, at) + 1) in TO_CHILD
    return after in verbs().going or after in {"in", "into", "trained", "shown", "asked"} or after in _TOLD


def is_done(clause: Clause, whole: Clause) -> bool:
    """Is something done for the child: "is hoisted by two adults", "texts are enlarged"?"""
    for place, word in enumerate(clause.words):
        if word in {"was", "were"}:
            return _was_done(clause, place)
        if word in {"gets", "get"} and _agent(clause, place) != "other":
            got = clause.word(place + 1)
            if clause.words[place + 1 : place + 3] in _TAKEN_OUT or got in words_of("done to help") or got == "cued":
                return not fares_badly(clause.words)
        if word not in BE and not (word == "been" and not HAVE.isdisjoint(clause.words[max(0, place - 2) : place])):
            continue
        at = past_adverbs(clause, place + 1)
        at += clause.word(at) == "due"
        at += clause.words[at : at + 2] == ("to", "be")  # "is to be given", "is due to be lent"
        if clause.word(at) in {"being", "be", "been"}:
            at = past_adverbs(clause, at + 1)
        if not _BADLY.isdisjoint(clause.words[place:at]) or _is_at_a_rate(clause, at):
            return False
        if (
            clause.word(at + 1) in BE | HAVE | {""}
            and clause.word(at) in _WITH_A_THING
            and not CHILD.isdisjoint(clause.words[:place])
        ):
            return False  # "each partner he has been given"
        return not fares_badly(clause.words[: at + 1]) and _is_help(clause, whole, place, at)
    return False


_BADLY = frozenset({"poorly", "badly", "barely", "hardly", "rarely", "seldom", "loosely", "unevenly", "wrongly"})


def _is_at_a_rate(clause: Clause, at: int) -> bool:
    """ "Is used at 6 words a minute": how fast the child is."""
    return clause.words[at + 1 : at + 2] == ("at",) and is_number(clause.word(at + 2)) and "words" in clause.words[at:]


def is_done_to_a_thing(clause: Clause) -> bool:
    """Is something that is no pronoun done: "Sounds are practised", "Lessons are recorded"?"""
    for place, word in enumerate(clause.words):
        if word in CHILD | {"it", "this", "that"}:
            return False
        if word in BE | {"been", "was", "were"} and place:
            done = clause.word(past_adverbs(clause, place + 1))
            return done.endswith(("ed", "en", "nt", "ght", "wn", "un")) and done not in _BY_CHILD
    return False


_BY_CHILD = frozenset({"rushed", "hidden", "torn", "copied", "finished", "hurried", "broken", "forgotten", "meant"})


def _was_done(clause: Clause, was: int) -> bool:
    """ "An assistant was appointed in May", "A timer was bought": once for good, and not to the child."""
    done = clause.word(past_adverbs(clause, was + 1))
    if fares_badly(clause.words):
        return False
    someone = any(is_helper(clause, place) for place in range(was)) or thing_in(clause, 0, was)
    if done in words_of("done with a helper") and has_company(clause):
        return is_done_to_a_thing(clause)
    thing = thing_in(clause, 0, was) and done in {
        "built",
        "introduced",
        "installed",
        "put",
        "drawn",
        "written",
        "agreed",
        "brought",
    }
    return thing or (someone and done in words_of("done once for good"))


def _is_help(clause: Clause, whole: Clause, be: int, at: int) -> bool:
    """Is what is done help: by whom it is done, by the word alone, or by what it is done to?"""
    word, following = clause.word(at), clause.word(at + 1)
    if (word, following) in _SET_UP:
        return True
    if word == "pre":  # "is pre-taught"
        return True
    if word in words_of("done with a helper") and has_company(clause) and is_done_to_a_thing(clause):
        return True
    if not _PEERS.isdisjoint(clause.words[:be]) and word in _TAUGHT:
        return True
    if holds(clause.words[:be], "rooms at school") and word in words_of("done to a room"):
        return True
    if {word, following} & words_of("done to a child at school") and _is_one_to_one(clause, at):
        return True
    if (word in words_of("kept for help") or word in _TO_ONE) and _for_child(clause, at + 1):
        return True
    if word in {"supported", "supervised", "covered", "staffed"} and holds(
        clause.words[:be], "parts of a day at school"
    ):
        return True
    if by := _agent(clause, at):
        seen_only = word == "seen" and not is_dosed(clause.words) and not PEOPLE_AT_LARGE.isdisjoint(clause.words[at:])
        return by == "helper" and (word in verbs().done or word in words_of("kept for help")) and not seen_only
    if following == "to" and word in {"used", "given"}:
        return False
    if word in {"taught", "supported", "referred", "checked", "met", "collected"}:
        return is_dosed(clause.words) or thing_in(clause, at + 1, len(clause.words))
    if word == "moved" and holds(clause.words[:be], "school matter"):
        return True
    if word in {"moved", "let"}:
        return following in {"out", "off"} or (following in {"to", "into", "onto"} and thing_after(whole, at + 2))
    if word in words_of("done to help"):
        return True
    if holds(clause.words[:be], "school matter") and word.endswith(("ed", "en", "nt", "ght")):
        return word not in words_of("not for help") or _for_child(clause, at + 1)
    return word in words_of("kept for help") and thing_in(clause, 0, at)


def _is_one_to_one(clause: Clause, at: int) -> bool:
    """ "Is watched one to one", "is taught in a group of four", "is taught with Year 2"."""
    after = clause.words[at:]
    if has_company(clause) and PEOPLE_AT_LARGE.isdisjoint(after):
        return True
    return any(
        after[place : place + 3] in _FEW or after[place : place + 2] == ("with", "year") for place in range(len(after))
    )


_FEW = frozenset(
    {
        *(("one", "to", "one"), ("two", "to", "one"), ("1", ":", "1"), ("2", ":", "1"), ("1", "-", "1")),
        *(("1", "to", "1"), ("2", "to", "1"), ("in", "a", "group"), ("in", "a", "pair"), ("a", "small", "group")),
    }
)


_TAKEN_OUT = frozenset({("pulled", "out"), ("taken", "out"), ("taken", "to"), ("picked", "up"), ("taken", "for")})
_PEERS = frozenset({"peers", "classmates", "class", "pupils", "children", "others", "friends"})
_TAUGHT = frozenset({"taught", "trained", "shown", "encouraged", "reminded", "briefed", "prepared"})
_SET_UP = frozenset(
    {
        ("built", "into"),
        ("built", "in"),
        ("woven", "into"),
        ("in", "place"),
        ("on", "hand"),
        ("set", "up"),
        ("drawn", "up"),
        ("put", "in"),
    }
)


def _for_child(clause: Clause, at: int) -> bool:
    """Does "for her" follow, or what it is done on or with: "copied on to yellow paper"?"""
    if clause.word(at - 1) in _TO_ONE and clause.word(at) == "to" and clause.word(at + 1) in TO_CHILD:
        return True
    return any(
        (clause.word(place) == "for" and clause.word(place + 1) in TO_CHILD)
        or (clause.word(place) == "for" and any(is_helper(clause, one) for one in range(place + 1, place + 4)))
        or (clause.word(place), clause.word(place + 1)) in {("on", "to"), ("with", "pictures")}
        for place in range(at, len(clause.words))
    )


def _agent(clause: Clause, at: int) -> str:
    """By whom: a helper or an office, or another; "" where it is not said."""
    for place in range(at, min(at + 8, len(clause.words))):
        if clause.word(place) == "by":
            named = range(place + 1, min(place + 7, len(clause.words)))
            return (
                "helper"
                if any(is_helper(clause, one) or clause.word(one) in words_of("offices that help") for one in named)
                else "other"
            )
    return ""
