"""What adults put on for a child: the things, the people and the doses that tell it in an outcome."""

from __future__ import annotations

from functools import cache

from ehcp_audit.checks.help_words import CHILD, LENGTHS, TIMES, TITLES, is_dosed, verbs
from ehcp_audit.checks.phrases import words_of
from ehcp_audit.language.tokens import Look
from ehcp_audit.language.verbs import listed_verbs, stands_as_verb
from ehcp_audit.language.wordlists import forms, is_number

_ANY: frozenset[str] = frozenset()
PART = {  # verbs of taking part, with the words of which one must follow
    **dict.fromkeys(
        ("attend", "join", "access", "follow", "complete", "finish", "undertake", "do", "see", "visit"), _ANY
    ),
    **dict.fromkeys(("spend", "experience", "use"), _ANY),
    **dict.fromkeys(("practise", "rehearse", "meet", "start", "begin", "trial"), _ANY),
    **dict.fromkeys(("move", "transfer"), frozenset({"to", "into", "onto"})),
    "sit": frozenset({"next", "near", "beside", "by", "at"}),
    "learn": frozenset({"in", "with", "through"}),
    "go": frozenset({"to", "on"}),
    "take": frozenset({"part"}),  # "in" follows
    "participate": frozenset({"in"}),
    "engage": frozenset({"in", "with"}),
    "continue": frozenset({"with", "on", "in", "at"}),
    "carry": frozenset({"on"}),
    "stay": frozenset({"on", "in", "at", "with"}),
    "remain": frozenset({"on", "in", "at", "with", "under"}),
    "work": frozenset({"in", "with", "through", "on", "one"}),
    "benefit": frozenset({"from"}),
    "read": frozenset({"to", "with"}),
}
HAVE = frozenset({"have", "get", "receive", "keep"})
ENDS = frozenset(
    {".", ";", ":", ",", "so", "because", "if", "when", "while", "until", "till", "that", "which", "who", "where", "by"}
)
AROUND = frozenset({"in", "on", "at", "with", "from", "for", "across", "during", "over", "before", "after"})


def lemma(word: str) -> str:
    """The verb of having, being or taking part that the word is a form of; "" for another."""
    return _lemmas().get(word, "")


@cache
def _lemmas() -> dict[str, str]:
    known = {form: verb for verb in (*PART, *HAVE) for form in forms(verb)}
    return (
        known | dict.fromkeys(("be", "been", "is"), "be") | {"gone": "go", "done": "do", "taken": "take", "seen": "see"}
    )


def is_past(word: str) -> bool:
    """May it be the past of such a verb, after "have"?"""
    return lemma(word) != "" and word.endswith(("ed", "ne", "en", "t", "ad")) and word not in {"get", "meet"}


def somebody_in(look: Look, first: int, last: int) -> bool:
    """Does a helper, or somebody of the child's home, stand there?"""
    return helper_in(look, first, last) or not words_of("people of home").isdisjoint(look.words[first:last])


def is_thing(look: Look, one: int, place: int, end: int, verb: str) -> bool:
    """Is the word there a thing of help that this verb can take?"""
    word = look.words[one]
    if look.words[one - 1] in TIMES and one > place and (verb in HAVE or verb in PART) and word.isalpha():
        return word not in ENDS  # "weekly mindfulness", which somebody has put into the week
    if verb == "sit":
        return word in words_of("seats") and not any(is_number(each) for each in look.words[place:end])
    if verb == "use":
        if not {"when", "whenever", "if"}.isdisjoint(look.words[place : look.sentence(one)[1]]):
            return False  # "the calm space when she feels cross": she sees to it herself
        if not {"provided", "supplied", "lent"}.isdisjoint(look.words[place:end]):
            return word in words_of("helping things")
        kind = look.words[one - 1] in words_of("kinds of help") or is_dosed(look.words[place:end])
        return word in words_of("rooms of help") and kind
    before, after = look.words[one - 1], look.word(one + 1)
    if word in words_of("services that pose"):
        bare = word in {"sessions", "session", "support", "work", "phonics"} and one == place
        whole = verb == "access" and word == "curriculum" and words_of("adapted").isdisjoint(look.words[place:one])
        return not bare and not whole and after not in words_of("no help after")
    if verb in HAVE | {"be", "trial"} and word in words_of("helping things") | words_of("things that pose"):
        told = verb == "keep" and before not in words_of("kinds of help")
        return not told and before != "self"
    if verb in {"complete", "finish", *HAVE} and (word, after) == ("block", "of"):
        return True
    if look.words[one : one + 3] == ("one", "to", "one") or (word == "1" and look.word(one + 1) in {":", "to", "-"}):
        return True
    if verb in HAVE and word in words_of("helping people") and before not in {"the", "to"}:
        return word not in words_of("schools attended")
    if word in words_of("clubs that children choose") and verb in {"join", "go", "attend", "be", "work"}:
        return after not in words_of("no help after") and not _is_of_the_place(look, one)
    if word in {"class", "group"} and verb in {"be", "learn", "work"} and look.word(one + 1) == "of":
        return True
    if verb in HAVE and look.words[one : one + 2] == ("minutes", "early"):
        return True
    if word not in words_of("helping things by kind") or word in {"in", "ins", "time"}:
        return False
    return (before in words_of("kinds of help") and before not in words_of("loose kinds")) or (
        verb in PART and word in words_of("help with a dose") and is_dosed(look.words[place : look.sentence(one)[1]])
    )


def _is_of_the_place(look: Look, one: int) -> bool:
    """Is it a club of the neighbourhood, or gone to with a friend: community life that the child has joined?"""
    near = look.words[max(0, one - 5) : one + 8]
    return not {"outside", "local", "village", "town", "community", "friend", "friends", "evening"}.isdisjoint(near)


def helper_in(look: Look, first: int, last: int) -> bool:
    """Does somebody who helps stand there: a role, "Mrs Bell", "the one-to-one"?"""
    people = words_of("helping people") - words_of("schools attended")
    return any(
        (look.words[one] in people and look.word(one + 1) not in {"led", "directed", "initiated"})
        or (look.words[one - 1] in TITLES and one > first)
        or look.words[one : one + 3] == ("one", "to", "one")
        for one in range(first, last)
    )


def helper_beside(look: Look, place: int, end: int, verb: str) -> bool:
    """ "Spend an hour with the mentor", "have her lunch with Mrs Bell", "read to an adult"."""
    if (verb in {"see", "meet", "visit"} or look.words[place - 1] == "under") and helper_in(
        look, place, min(place + 5, end)
    ):
        return True
    after = [one for one in range(place - 1, end) if look.words[one] in {"with", "from", "to"}]
    return any(helper_in(look, one + 1, min(one + 6, end)) for one in after)


def is_worn(look: Look, place: int, last: int) -> bool:
    """ "Wear a weighted vest after each break", "wear her defenders when provided": an arrangement."""
    told = words_of("helping things").isdisjoint(look.words[place + 1 : place + 6])
    return not told and (
        is_dosed(look.words[place:last]) or not {"provided", "given", "offered"}.isdisjoint(look.words[place:last])
    )


def is_attendance(look: Look, place: int, last: int) -> bool:
    """ "Attendance above 95%", "in school every day", "attends school full time", "a full-time timetable"."""
    words, word = look.words, look.words[place]
    near = words[max(0, place - 6) : min(place + 7, last)]
    if word == "attendance":
        return "%" in near or "cent" in near or "full" in near
    if words[place : place + 3] == ("full", "time", "timetable"):
        return True
    if lemma(word) == "attend" or word in {"in", "at", "into"}:
        after = words[place + 1 : place + 4]
        school = next((one for one in after if one in words_of("schools attended")), "")
        told = words[place + 1 : min(place + 12, last)]
        whole = ("full" in told and "time" in told) or "%" in told or not {"regularly", "daily"}.isdisjoint(told)
        whole = whole or ("every" in told and "day" in told)
        goes = lemma(word) == "attend" and look.word(place - 1) != "and"
        return bool(school) and whole and (goes or look.word(place - 1) in {"be", "is"})
    return False


def adults_end(look: Look, first: int, last: int) -> int:
    """The place after a subject that is made of helpers and of people at home alone; 0 where it is not."""
    home = words_of("people of home") | {"home"}
    people = words_of("helping people") | home
    at = first
    while at < min(first + _SUBJECT, last) and (look.words[at] in people | _JOINS or look.words[at].endswith("'s")):
        at += 1 + 2 * (look.words[at + 1 : at + 3] in (("in", "school"), ("at", "school"), ("at", "home")))
    told = at > first and look.words[at - 1] in people and not (people - home).isdisjoint(look.words[first:at])
    return at if told else 0


def adults_act(look: Look, first: int, last: int) -> bool:
    """ "Home and school write in a book each day": what helpers and home do now, and not what they see."""
    at = adults_end(look, first, last)
    does = look.word(at)
    known = does in {"know", "knows"} and look.word(at + 1) in {"what", "how"}
    if not at or not (known or does in verbs().plain | verbs().third | words_of("done between adults")):
        return False
    return not any(
        look.words[one] in CHILD - {"they"} and look.words[one - 1] in {",", "and"} for one in range(at + 1, last)
    )


_JOINS = frozenset({"and", "the", "all", "both", "every", "each", ",", "&", "her", "his", "their", "my", "our"})
_SUBJECT = 9  # words


def is_put_there(look: Look, first: int, last: int) -> bool:
    """ "A task list is kept on her desk", "Stories written for Ana": a thing, and what is done with it."""
    first += look.words[first] == "that"
    at = next((one for one in range(first + 1, min(first + 9, last)) if _is_done(look, one)), -1)
    if at < 0 or by_child(look, at + 1, last):
        return False
    be = next((one for one in range(first + 1, at) if look.words[one] in _BE), -1)
    head = range(first, be if be > 0 else at)
    if any(look.words[one] in CHILD | _BREAKS for one in head):
        return False
    matter = not words_of("school matter").isdisjoint(look.words[one] for one in head)
    thing = any(
        look.words[one] in words_of("helping things")
        or (
            look.words[one] in words_of("helping things by kind")
            and one > first
            and look.words[one - 1] in words_of("kinds of help") - {"part", "in", "out"}
        )
        for one in head
    )
    if done_to_work := look.words[at - 1 - (be > 0)] == "work" and look.words[at] in words_of("adapted") | {"printed"}:
        return done_to_work
    if not matter and not thing:
        return False
    done, plainly = look.words[at], words_of("done to help") - {"used", "given", "shared", "checked"}
    if (done in plainly and (be > 0 or thing)) or (be > 0 and thing and done in _THERE):
        return True
    where = look.words[at + 1 : at + 7]
    near = thing and done in words_of("put up") | {"kept", "left", "placed", "put", "made"}
    placed = near and not words_of("places in a classroom").isdisjoint(where)
    return placed or "front" in where or _is_for_child(look, at + 1, last)


_BE = frozenset({"is", "are", "being"})
_THERE = frozenset({"built", "run", "held", "available", "planned"})
_BREAKS = frozenset({"in", "on", "at", "to", ",", ":", ";", "that", "who", "if", "when"})


def _is_done(look: Look, one: int) -> bool:
    word, after = look.words[one], look.word(one + 1)
    named = words_of("helping things") | words_of("helping things by kind") | words_of("kinds of help")
    if after in named - {"in", "up", "out"}:
        return False  # "a laminated card"
    return word in words_of("done to help") or word in words_of("kept for help") or word in {"left", "copied"}


def by_child(look: Look, first: int, last: int) -> bool:
    """Is it done by the child or by other children: "read by Ana each morning", and no "by Ana's peg"?"""
    return any(
        look.words[one] == "by"
        and one + 1 not in look.covered("times.")
        and not somebody_in(look, one + 1, min(one + 5, last))
        and not look.words[one + 1].endswith("'s")
        and (look.text[look.starts[one + 1]].isupper() or look.words[one + 1] in _CHILDREN)
        for one in range(first, last - 1)
    )


_CHILDREN = frozenset({"children", "pupils", "peers", "friends", "him", "her", "them", "me"})


def _is_for_child(look: Look, first: int, last: int) -> bool:
    """Does "for her", "for Ana" or "to him" follow?"""
    return any(
        look.words[one] in {"for", "to", "with"}
        and (look.words[one + 1] in {"her", "him", "them", "me"} or look.text[look.starts[one + 1]].isupper())
        and one + 1 not in look.covered("times.")
        for one in range(first, min(first + 6, last - 1))
    )


def is_noted(look: Look, first: int, last: int) -> bool:
    """A note with no verb: "2 x 15 mins phonics, TA", "Laptop and reading pen for all long writing"."""
    if look.words[first] == "by" and ":" in look.words[first : first + 7]:
        first = look.words.index(":", first) + 1  # "By the end of Year 4: ..."
    words = look.words[first:last]
    if not words:
        return False
    told = {"is", "are", "can", "has", "have", "does", "do", "will"} | CHILD
    headed = any(word == ":" and not words[place - 1].isdigit() for place, word in enumerate(words))
    if headed or not told.isdisjoint(words) or not _OWN.isdisjoint(words) or by_child(look, first, last):
        return False
    helper = any(
        (look.words[one] in {"with", "from", "by", ",", "-"} and helper_in(look, one + 1, min(one + 4, last)))
        or (look.words[one] == "1" and look.word(one + 1) == ":")
        or look.words[one : one + 3] == ("one", "to", "one")
        for one in range(first, last)
    )
    timed = not (LENGTHS | {"x", ":", "time"}).isdisjoint(words) and is_dosed(words)
    if helper and timed and not _acts(look, first, last):
        return True
    end = next(
        (one for one in range(first, min(first + 8, last)) if look.words[one] in {"for", "in", "during", "at", "on"}),
        -1,
    )
    if end < 0 or _acts(look, first, end):
        return False
    return any(
        look.words[one] in words_of("helping things") - _LOOSE
        or (look.words[one] in {"time", "breaks"} and look.word(one - 1) in {"extra", "rest", "movement", "additional"})
        for one in range(first, end)
    ) and look.words[first] not in {"use", "the", "better", "more", "independent"}


def _acts(look: Look, first: int, last: int) -> bool:
    """Does a verb stand there that says what somebody does?"""
    return any(
        one in listed_verbs(look)
        and stands_as_verb(look, one, first)
        and not look.words[one].endswith(("ed", "ing", "en"))
        and look.words[one] not in {"work", "breaks"}
        for one in range(first, last)
    )


_OWN = frozenset(
    {
        "contact",
        "conversation",
        "turns",
        "own",
        "self",
        "independent",
        "sustained",
        "full",
        "no",
        "without",
        "fewer",
        "less",
    }
)
_LOOSE = frozenset(
    {"grip", "grips", "lift", "catch", "folder", "folders", "putty", "meter", "prompt", "prompts", "reader", "readers"}
)
