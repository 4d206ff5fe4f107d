"""Help, presence or an arrangement that poses as an outcome, by one principle.

An outcome names what the child will be able to do, know, manage, feel or achieve. With all that says when taken away,
help poses as one where what is left is taking part in what adults put on, being there, having a thing put in place, or
something done to the child; and where nothing beside it is the child's own part ("asks for", "on her own", "in 4 of 5
lessons", a second act). Words alone rarely prove it: all but services had so often or with a helper are
put to a person.
"""

from __future__ import annotations

import re

from ehcp_audit.checks.help_words import CHILD, EACH, TIMES, TITLES, is_dosed
from ehcp_audit.checks.phrases import words_of
from ehcp_audit.checks.what_adults_put_on import (
    AROUND,
    ENDS,
    HAVE,
    PART,
    adults_act,
    adults_end,
    helper_beside,
    helper_in,
    is_attendance,
    is_noted,
    is_past,
    is_put_there,
    is_thing,
    is_worn,
    lemma,
    somebody_in,
)
from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.spans import Span
from ehcp_audit.language.tokens import Look
from ehcp_audit.language.verbs import in_main_clause, is_adverb, listed_verbs, stands_as_verb
from ehcp_audit.language.wordlists import is_number, word_set
from ehcp_audit.rare import rarely

_WHOSE = frozenset({"her", "his", "their", "my", "its"})
_BEING = frozenset({"in", "on", "at", "under", "part", "with", "within", "member", "known"})
_GOING = frozenset({"attend", "stay"})  # which may be hard for the child
_MODALS = frozenset({"will", "shall", "should", "must"})
_SKIPPED = frozenset({"also", "then", "now", "still", "each", "both", "always", "all"})
_HEARING = frozenset({"understand", "hear", "recognise", "find"})


def posing(text: str) -> tuple[Span, ...]:
    """The words in which help, presence or an arrangement poses as an outcome; none where the child's part is told."""
    look = look_at(text, "outcome")
    if not look.words or _ALONE.search(text) or not words_of("own part").isdisjoint(look.words):
        return ()
    reads = _in_sentence if not _COUNTED.search(text) else _in_counted
    found: list[Span] = []
    for start in (start for start in look.sentences if start < len(look.words)):
        first, last = look.sentence(start)
        hit = reads(look, first, last)
        if hit is not None:
            if not hit:
                return ()
            found.append(look.span(hit[0], hit[1], "plain" if _is_plain(look, hit, last) else "perhaps"))
    return tuple(found)


def _is_plain(look: Look, hit: tuple[int, int], last: int) -> bool:
    """Is a service itself had or attended, so often or with a helper: "twelve sessions of play therapy"?"""
    told = look.words[hit[0] : hit[1]]
    ends = look.word(hit[1]) in AROUND | ENDS | EACH | TIMES | {"of", "by", "and", ""} or is_number(look.word(hit[1]))
    if not ends or words_of("services had plainly").isdisjoint(told) or not _GOING.isdisjoint(map(lemma, told)):
        return False
    counted = any(is_number(look.words[one]) and one not in look.covered("times.") for one in range(*hit))
    return counted or is_dosed(look.words[hit[0] : last]) or helper_in(look, hit[0], last)


_COUNTED = rarely(  # a measure, of what the child does unless it is told of help alone
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|all)(?: \w+)?(?: times)? (?:out of|of|in|from) "
    r"(?:(?:the|every|her|his|their) )?(?:\d+|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b"
    r"(?! (?:minutes?|hours?|weeks?))|\b\d+/\d+\b(?!/)",
    re.IGNORECASE,
)
_ALONE = rarely(
    r"\b(?:her|his|their|my) own\b(?! (?:work|desk|space|room|adult))|"
    r"\bon time\b|\bnot with\b|\bno (?:help|prompt|remind|adult)\w*|(?<!of )\bno more than\b|\bwith only\b|"
    r"\bby (?:bus|train)\b",
    re.IGNORECASE,
)
"""That the child does it without help or on time, or travels: an act of the child's own."""

_Hit = tuple[int, int] | tuple[()] | None
"""The tokens of what poses; () where an act of the child's is told; None where the sentence tells neither."""


def _in_counted(look: Look, first: int, last: int) -> _Hit:
    """What a measure does not make the child's: "has work modelled to her in 4 of 5 lessons"."""
    if look.words[first : first + 2] == ("attendance", "at"):
        return (
            (first, last)
            if any(is_thing(look, one, first + 2, last, "attend") for one in range(first + 2, last))
            else None
        )
    modal = next((place for place in range(first, last) if _is_modal(look, place, first)), -1)
    have = _past(look, modal + 1, last)
    if modal < 0 or _subject(look, first, modal) != "child" or look.word(have) != "have":
        return None
    done = _has_done(look, have + 1, last) and not _own_act(look, have + 1, last, "have")
    return (have, min(have + 4, last)) if done else None


def _in_sentence(look: Look, first: int, last: int) -> _Hit:
    if any(is_attendance(look, place, last) for place in range(first, last)):
        return first, last
    modal = next((place for place in range(first, last) if _is_modal(look, place, first)), -1)
    if modal < 0:
        return _without_modal(look, first, last)
    subject = _subject(look, first, modal)
    if subject == "helper":
        heard = not _HEARING.isdisjoint(look.words[modal : modal + 4])
        return None if heard else (first, min(modal + 2, last))
    if subject == "thing":
        be = look.word(_past(look, modal + 1, last)) in {"be", "have"}
        return (first, min(modal + 3, last)) if be else None
    return None if subject == "other" else _predicate(look, _past(look, modal + 1, last), last)


def _is_modal(look: Look, place: int, first: int) -> bool:
    word = look.words[place]
    if word in _MODALS or word.endswith("'ll"):
        return in_main_clause(look, place)
    begins = place == first or (place < first + 9 and _is_child(look, place - 1))
    if word == "to" and look.words[first] == "for" and place < first + 7 and helper_in(look, place - 1, place):
        return True
    return word == "to" and begins and lemma(look.word(place + 1)) != ""


def _is_child(look: Look, place: int) -> bool:
    """Is the word there a name or a pronoun, and no word of a time?"""
    word = look.word(place)
    if word in CHILD:
        return True
    named = (
        place >= 0
        and look.text[look.starts[place]].isupper()
        and word.isalpha()
        and place not in look.covered("times.")
    )
    return named and look.word(place - 1) not in TITLES and word not in words_of("helping people")


def _subject(look: Look, first: int, modal: int) -> str:
    """Who or what stands before the modal: the child, a helper with a title, a thing of the child's, or another."""
    if look.words[modal].endswith("'ll"):
        return "child"  # "She'll", "Ana'll"
    if (look.words[first] == "for" and helper_in(look, modal - 1, modal)) or 0 < modal == adults_end(
        look, first, modal
    ):
        return "helper"  # "For the Year 4 team to keep a diary", "Her tutor and her aunt will speak each month"
    head = look.word(modal - 1)
    for place in range(max(first, modal - 3), modal):
        if look.word(place - 1) in TITLES and place > first and look.text[look.starts[place]].isupper():
            return "other" if head.endswith("'s") else "helper"
    whose = any(
        look.words[place].endswith("'s") or look.words[place] in _WHOSE for place in range(max(first, modal - 5), modal)
    )
    if whose:
        return "thing" if head in words_of("posing subjects") else "other"
    return "child" if modal == first or _is_child(look, modal - 1) or head in {",", "and"} else "other"


def _past(look: Look, place: int, last: int) -> int:
    """Past adverbs, and past what stands between commas: "will, by the end of Year 6, tell"."""
    while place < last:
        if look.words[place] == ",":
            after = next((one for one in range(place + 1, last) if look.words[one] == ","), place)
            place = after + 1
        elif is_adverb(look.words[place]) or look.words[place] in _SKIPPED:
            place += 1
        else:
            break
    return place


def _predicate(look: Look, place: int, last: int) -> _Hit:
    """Is the predicate that begins there help, or an act of the child's?"""
    start = place
    if look.words[place : place + 3] == ("make", "use", "of"):
        return _taking(look, start, place + 3, last, "use")
    if look.word(place) in {"continue", "start", "begin"} and look.word(place + 1) == "to":
        place += 2
    if look.words[place : place + 3] == ("be", "able", "to"):
        able = lemma(look.word(place + 3))
        return _taking(look, start, place + 4, last, able) if able in _ABLE else ()
    if look.word(place) == "be" or look.words[place : place + 2] == ("have", "been"):
        place = _past(look, place + 1 + (look.word(place) == "have"), last)
        if look.word(place) == "to" and look.word(place - 1) == "been":
            return _taking(look, start, place, last, "go")
        if not look.word(place).endswith("ing"):
            return _being(look, start, place, last)
        if lemma(look.word(place)) == "":
            return _with_helper(look, start, place + 1, last)
    if look.word(place) == "have":
        after = _past(look, place + 1, last)
        if (look.word(after) != "had" and is_past(look.word(after))) or look.word(after) == "had":
            place = after
    if look.word(place) in {"wear", "wearing"} and is_worn(look, place, last):
        return start, min(place + 5, last)
    return _taking(look, start, place + 1, last, lemma(look.word(place)))


_ABLE = HAVE | {"attend", "access", "join"}


def _being(look: Look, start: int, place: int, last: int) -> _Hit:
    """ "Be in a group", "be under the dietitian", "be walked to the taxi"."""
    word = look.word(place)
    done = (words_of("done to help") | words_of("done to a child")) - words_of("done by a child")
    if word in done and not (look.word(place + 1) in {"to", "in"} and word in {"prepared", "used"}):
        return start, place + 1
    by = next((one for one in range(place + 1, min(place + 9, last)) if look.words[one] == "by"), -1)
    if (
        by > 0
        and word.endswith(("ed", "en", "ught"))
        and word not in words_of("told of a child")
        and somebody_in(look, by + 1, min(by + 5, last))
    ):
        return start, by + 1
    if word not in _BEING:
        done_by_others = (
            place < last
            and _is_participle(look, place)
            and word not in words_of("states of a child") | words_of("told of a child")
        )
        return (start, place + 1) if done_by_others else ()
    return _taking(look, start, place + 1, last, "be")


def _taking(look: Look, start: int, place: int, last: int, verb: str) -> _Hit:
    """What follows the verb: a thing of help is help; anything else is what the child does."""
    if PART.get(verb):
        if look.word(place) not in PART[verb]:
            return _with_helper(look, start, place, last)
        place += 1 + (look.words[place : place + 2] == ("part", "in"))
    elif verb not in PART and verb not in HAVE and verb != "be":
        return _with_helper(look, start, place, last)
    if verb in {"practise", "rehearse"}:
        return () if _own_act(look, place, last, verb) else (start, place)
    if verb == "have" and (look.word(place) in words_of("adapted") or _has_done(look, place, last)):
        return start, place + 1
    if verb in HAVE and (_is_participle(look, place) or look.word(place) in words_of("not got")):
        return _with_helper(look, start, place, last)
    end = next((one for one in range(place, last) if look.words[one] in ENDS | CHILD), last)
    own = _own_act(look, place, last, verb)
    end = min(end, own) if own else end
    stops = AROUND if verb in HAVE | {"complete", "finish"} else _BESIDE - {"with"} if verb in _WITH else _BESIDE
    reach = next((one for one in range(place + 1, end) if look.words[one] in stops and not _in_title(look, one)), end)
    reach = end if verb == "spend" else reach
    thing = next((one for one in range(place, reach) if is_thing(look, one, place, end, verb)), -1)
    if thing < 0 and helper_beside(look, place, end, verb):
        thing = end - 1
    if thing < 0:
        return () if verb not in {"be", "have"} or own else None
    return () if own else (start, thing + 1)


def _has_done(look: Look, place: int, last: int) -> bool:
    """ "Have her eyes tested", "have the day explained to her": what others do."""
    end = next((one for one in range(place, last) if look.words[one] in ENDS | AROUND), last)
    done = words_of("done to help") | {"tested", "explained", "met", "read", "administered", "modelled", "broken"}
    named = look.word(place) in _WHOSE | {"the", "all"}
    if (named or look.word(place) in words_of("school matter")) and not done.isdisjoint(
        look.words[place + 1 + named : end]
    ):
        return True
    to_child = any(
        look.words[one] in _WHOM and look.words[one - 1] in _TOWARDS for one in range(place + 2, min(place + 9, last))
    )
    done |= words_of("kept for help") | {"talked", "gone"}
    return to_child and not done.isdisjoint(look.words[place + 1 : end])


_WHOM = frozenset({"her", "him", "them", "me"})
_TOWARDS = frozenset({"to", "for", "with"})
_BESIDE = AROUND - {"in", "on", "at"}
_WITH = frozenset({"be", "remain", "stay", "attend"})


def _in_title(look: Look, one: int) -> bool:
    """Is it inside the name of a programme: "Talk for Learning"?"""
    return all(look.text[look.starts[at]].isupper() for at in (one - 1, one + 1) if at < len(look.words))


def _is_participle(look: Look, place: int) -> bool:
    """Does a verb follow "have" there: "have made", "have gained"?"""
    word = look.word(place)
    return place in listed_verbs(look) and (
        word.endswith(("ed", "en", "un")) or word in word_set("participles") | {"made"}
    )


def _with_helper(look: Look, start: int, place: int, last: int) -> _Hit:
    """Any act beside a helper, so many times: "bake with the LSA every Friday"; else it is the child's own."""
    end = next((one for one in range(place, last) if look.words[one] in ENDS), last)
    with_at = next((one for one in range(place, end) if look.words[one] == "with"), -1)
    by = next((one for one in range(place, last - 1) if look.words[one] in _PUT_ON and look.word(one + 1) == "by"), -1)
    if by > 0:
        return start, by + 2
    if with_at < 0 or not helper_in(look, with_at + 1, min(with_at + 7, end)):
        return ()
    loose = look.word(start) in words_of("done together") or not {"adult", "adults", "staff"}.isdisjoint(
        look.words[with_at:end]
    )
    if loose and not is_dosed(look.words[place:last]):
        return ()
    return () if _own_act(look, place, last, "") else (start, end)


_PUT_ON = frozenset({"provided", "supplied", "delivered", "run", "led", "supervised", "funded"})


def _own_act(look: Look, place: int, last: int, verb: str) -> int:
    """Where a second act of the child's begins: "and give two ideas", "to write a page", "by asking"; 0 for none."""
    verbs = listed_verbs(look)
    for one in range(place + 1, last):
        before, word = look.words[one - 1], look.words[one]
        if (
            one not in verbs
            or lemma(word) in {"have", "be", "get", "receive", "attend"}
            or not in_main_clause(look, one)
        ):
            continue
        talked = look.words[one : one + 2] in _GONE_OVER or word in _DONE_TO
        if before in {"and", "then"} and not word.endswith(("ed", "ing")) and not talked and _is_no_noun(look, one):
            return one
        if before == "to" and verb not in HAVE | {"be", "see"} and one > place + 1 and not talked:
            return one
        if before == "by" and word.endswith("ing"):
            return one
    return 0


_GONE_OVER = frozenset((word, on) for word in ("gone", "go") for on in ("over", "through")) | {
    ("thought", "about"),
    ("spoken", "about"),
}
"""What is done together with a helper, beside whom it is no act of the child's own."""


_DONE_TO = frozenset({"broken", "written", "given", "shown", "taught"})


def _is_no_noun(look: Look, one: int) -> bool:
    """Does something follow that an act would be done to or in: "and give two", not "speech and play sessions"?"""
    return look.word(one + 1) not in words_of("services that pose") | {",", ".", ""}


def _without_modal(look: Look, first: int, last: int) -> _Hit:
    """ "Sam attends a club weekly"; "Reading to an adult 4x weekly", which has no verb but is a fragment of help."""
    place = next((one for one in range(first, min(first + 14, last)) if one not in look.covered("times.")), first)
    if (
        adults_act(look, first, last)
        or adults_act(look, place, last)
        or is_put_there(look, place, last)
        or is_noted(look, place, last)
    ):
        return first, last
    for one in range(place, min(place + 10, last - 1)):
        if _is_child(look, one) and look.words[one + 1].endswith("s") and lemma(look.words[one + 1]):
            if not in_main_clause(look, one + 1):
                return None
            if look.words[one + 1] == "is":
                return _being(look, one + 1, _past(look, one + 2, last), last)
            return _taking(look, one + 1, one + 2, last, lemma(look.words[one + 1]))
    if look.words[first].endswith("ing") and is_dosed(look.words[first:last]) and helper_in(look, first, last):
        return first, last
    if any(
        one in listed_verbs(look) and stands_as_verb(look, one, first) and not look.words[one].endswith(("ed", "ing"))
        for one in range(first, last)
    ):
        return None
    named = words_of("services that pose") | {"arrangement", "arrangements"}
    thing = next((one for one in range(place, min(place + 7, last)) if look.words[one] in named), -1)
    before = look.words[first:thing] if thing >= 0 else ()
    passed = AROUND | {"no", "by", "of", "better", "improved", ":"}
    return None if thing < 0 or not passed.isdisjoint(before) else (place, thing + 1)
