"""Provision that poses as an outcome: a service, its staff, or what the child is to receive or take part in."""

from __future__ import annotations

from collections.abc import Iterator

from ehcp_audit.language.fragments import arranged, bare_services
from ehcp_audit.language.spans import Span, apart
from ehcp_audit.language.subjects import in_subordinate_clause, is_only_where
from ehcp_audit.language.tokens import Hit, Look
from ehcp_audit.language.verbs import in_main_clause, listed_verbs, stands_as_verb
from ehcp_audit.language.wordlists import is_number, word_set

_FRAMES = ("frames.received", "frames.taking_part", "frames.staff_subject")
_SERVED = frozenset({"received", "staff_subject", "service_subject", "bare_service"})
_CHOICE = frozenset({"choice", "choosing"})
_WHOSE = frozenset({"her", "his", "their", "my"})
_ARRANGES = frozenset({"book", "books", "make", "makes", "arrange", "arranges", "keep", "keeps", "organise", "plan"})
_MODALS = frozenset({"will", "to", "must", "should", "shall", "are", "is", "have", "has", "can"})

_WHICH = frozenset({"working", "supporting", "teaching", "involved", "who", "that", "with"})
_MODAL_VERBS = frozenset({"will", "must", "should", "shall"})
_PLACES = frozenset({"school", "college", "nursery", "setting", "academy"})
_SAYING = frozenset({"says", "say", "speech", "signs", "talks", "talk", "speaks", "speak", "tells", "tell"})
_HEARING = frozenset({"understand", "understands", "hear", "hears", "recognise", "follow"})
_HAD = frozenset({"received", "had"})
_ATTENDED = frozenset({"attended", "completed", "joined", "gone", "visited", "led", "finished", "taken"})
_LENGTHS = frozenset({"minute", "minutes", "min", "mins", "hour", "hours", "hr", "hrs", "week", "wk", "day"})
_EVERY = frozenset({"all", "every", "each", "full"})
_TURNS = frozenset(
    {"day", "week", "fortnight", "month", "term", "morning", "afternoon", "lunchtime", "break", "half"}
) | {
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekday"),
}
_LETTING = frozenset({"allow", "allows", "let", "lets", "permit", "permits"})
_THIS = frozenset({"which", "that", "this", "it", "these", "progress", "outcome", "target"})
_NOBODY_OF_STAFF = frozenset(
    {"school", "setting", "college", "academy", "nursery", "provider", "team", "service", "services", "class"}
) | {
    *("peer", "peers", "buddy", "buddies", "child", "children", "pupil", "pupils", "student", "students"),
}
_WORKS = frozenset({"placement", "placements", "internship", "experience", "traineeship", "award", "certificate"})
_STUDIES = frozenset({"college", "university", "degree", "diploma", "apprenticeship", "btec"})
_LED = frozenset({"run", "led", "delivered", "taught", "facilitated"})
_HEARD = frozenset({"understood", "heard", "seen", "recognised", "followed", "prompted", "accompanied", "asked"})
_LESS = frozenset({"reduce", "fall", "drop", "decrease", "lessen", "no", "not", "only", "halve", "number", "needed"})
_WATCHED = frozenset({"observed", "seen", "heard"})
_URGING = frozenset({"encourage", "support", "enable", "help", "teach", "prompt", "assist", "remind"})
_TASKS = frozenset({"task", "tasks", "game", "games", "discussion", "discussions", "conversation", "project"})
_TOWNS = frozenset({"community", "village", "town", "neighbourhood"})
_BEFORE_STAFF = frozenset({"the", "all", "his", "her", "their", "both", "every", "each"}) | {
    *("by", "before", "from", "within", "during", "at", "in", "on", "of", "end", "close", "start", "beginning", "next"),
}
_BEFORE_ROLE = 7  # words within which "have" stands before the somebody that the child is to have
_HAVING = frozenset({"have", "get", "having", "getting"})
_ONE = frozenset({"a", "an", "one", "two", "three", "constant", "regular", "daily", "additional", "extra", "full"})
_BETWEEN = frozenset({"with", "from", "to", "for", "of", "in", "on", "at", "by", "and", "or", "as", "that", "who", ","})
_PROMISES = frozenset({"will", "to", "shall", "should", "be"})
_NEEDING = frozenset({"needing", "requiring", "without", "before", "after"})
_OPENING = 24  # words within which a sentence comes to its "will"


def provision_frames(look: Look) -> tuple[Span, ...]:
    """Words that make the sentence a service.

    `kind` is received, taking_part, staff_subject, service_subject or bare_service.
    """
    found: list[Span] = []
    for hit in (hit for name in _FRAMES for hit in look.find(name)):
        kind = hit.list.removeprefix("frames.")
        first, _ = look.sentence(hit.first)
        led = look.words[hit.last - 1] == "through" and "been" in look.words[hit.first : hit.last]
        if kind == "received" and not led and not _ATTENDED.isdisjoint(look.words[hit.first : hit.last]):
            continue  # "will have attended six sessions" is taking part
        if look.words[hit.last - 2 : hit.last] == ("in", "place") and look.word(hit.first - 1) in {"this", "it"}:
            continue  # "...; this to be in place by May" is by when
        if look.word(hit.first - 1) == "enough":
            continue  # "well enough to be taught" is how the child is
        if (
            kind == "received"
            and look.words[hit.last - 1] in word_set("monitoring")
            and look.word(hit.first - 1) in _THIS
            and not _is_about_review(look, hit)
        ):
            continue  # "... in 7 of 10 sessions, which will be reviewed termly"
        if look.words[hit.last - 1] in _WATCHED and _is_watched(look, hit):
            continue  # "will be observed using three signs" is what the child does
        if kind == "received" and _is_to_be(look, hit, first):
            continue
        if look.words[hit.last - 2 : hit.last] == ("self", "help"):
            continue  # "self-help skills" are the child's
        completes = look.words[hit.first].startswith("complet")
        if completes and not _WORKS.isdisjoint(look.words[hit.first : hit.last]):
            continue  # nor is a work placement that is completed
        if kind == "taking_part" and _is_managed(look, hit.first):
            continue
        if kind == "taking_part" and not _STUDIES.isdisjoint(look.words[hit.first : hit.last]):
            continue  # a course at college is an achievement
        led_by = not _LED.isdisjoint(look.words[hit.last : hit.last + 8])
        if kind == "taking_part" and look.word(hit.last) == "of" and is_number(look.word(hit.last + 1)) and not led_by:
            continue  # "in a group of four" is with whom, where nobody runs it
        told = not _HAD.isdisjoint(look.words[hit.first : hit.last])  # "will have received 20 sessions"
        if not told and any(_is_share(look, place, kind) for place in range(hit.first + 1, hit.last)):
            continue  # so is "attend 95% of sessions"
        if not in_main_clause(look, hit.first):
            continue
        if kind == "staff_subject" and (
            not _opens(look, hit.first, first) or _hears(look, hit) or _is_no_subject(look, hit.first, hit.last - 1)
        ):
            continue
        found.append(look.span(hit.first, hit.last, kind))
    found.extend(_taking_part(look))
    found.extend(_somebody_had(look))
    found.extend(_subjects(look))
    found.extend(bare_services(look))
    found.extend(arranged(look))
    return apart(found)


def _is_share(look: Look, place: int, kind: str) -> bool:
    """Is it a number or "every", and no length or ratio as in "have a 30-minute session" and "have 1:1 sessions"?

    Nor is "each Monday" one, which says how often, nor what the child is to have "in every lesson".
    """
    word = look.words[place]
    if word in _EVERY and (
        look.word(place + 1) in _TURNS or (kind == "received" and look.word(place - 1) in {"in", "for", "during", "at"})
    ):
        return False
    if ":" in (look.word(place - 1), look.word(place + 1)):
        return False
    return word in _EVERY or (word.isdigit() and look.word(place + 1) not in _LENGTHS)


def _is_watched(look: Look, hit: Hit) -> bool:
    """Does a verb in -ing follow, or "to" and a verb, within the sentence: "be seen to share", "be heard asking"?"""
    last = look.sentence(hit.first)[1]
    verbs = listed_verbs(look)
    return any(
        place in verbs and (look.words[place].endswith("ing") or look.word(place - 1) == "to")
        for place in range(hit.last, min(hit.last + 9, last))
        if look.words[place].endswith("ing") or place <= hit.last + 2
    )


def _is_to_be(look: Look, hit: Hit, first: int) -> bool:
    """ "Name four careers to be explored": what is named, where the child's act stands before it."""
    before = look.word(hit.first - 1)
    return (
        look.words[hit.first : hit.first + 2] == ("to", "be")
        and before.endswith("s")
        and before not in word_set("services") | word_set("arranged")
        and hit.first - 1 not in listed_verbs(look)
        and look.text[look.starts[hit.first - 1]].islower()
        and any(
            place in listed_verbs(look) and stands_as_verb(look, place, first) for place in range(first, hit.first - 1)
        )
    )


def _is_about_review(look: Look, hit: Hit) -> bool:
    """ "The outcome will be reviewed termly", and nothing else: the process, and no result."""
    return hit.first <= 2 and len(look.sentences) == 1 and look.word(hit.first - 1) not in {"which", "that"}


def _hears(look: Look, hit: Hit) -> bool:
    """Does other people's hearing measure what the child says: "Teachers will understand 80% of what he says", "Someone
    who does not know Hope will understand 7 words in 10 when she talks"?
    """
    following = look.words[hit.last - 1 : hit.last + 15]
    return not _HEARING.isdisjoint(following[:9]) and not _SAYING.isdisjoint(following)


def _is_no_subject(look: Look, first: int, last: int) -> bool:
    """Are staff before a verb in a clause of time or condition, or is a place only where something happens?"""
    return in_subordinate_clause(look, first, last) or is_only_where(look, first, last)


def _opens(look: Look, index: int, first: int) -> bool:
    """Does the subject stand at the sentence's start, or after its opening phrase, with no verb before it?"""
    if (look.word(index - 1) in {"his", "her", "my"} and index - 1 > first) or look.words[first] in _LETTING:
        return False  # "lift her head to look", "allow an adult to brush her teeth"
    if first in listed_verbs(look) and not look.words[first].endswith("ing"):
        return False
    if any(place in listed_verbs(look) and stands_as_verb(look, place, first) for place in range(first + 1, index)):
        return look.word(index - 1) == ","  # not "Sam will ask peers to play"
    if index - first <= 3 or look.word(index - 1) in {",", "and"}:
        return True
    if all(place in look.covered("times.") or look.words[place] in _BEFORE_STAFF for place in range(first, index)):
        return True  # "By the close of Year 2 the SENCO will"
    for whose in range(index - 1, max(index - 4, first - 1), -1):
        timed = whose - 1 in look.covered("times.") or whose - 1 < first or look.word(whose - 1) == ","
        if look.words[whose].endswith("'s") and timed:
            return True  # "By the end of term Mateusz's TA will know", "... Mateusz's eleven subject teachers"
    return any(look.word(index - step) == "," for step in (2, 3, 4)) and look.word(index - 1).isalpha()


def _taking_part(look: Look) -> list[Span]:
    """ "Take part in", "attend", "work with": where a service follows in the same breath."""
    found: list[Span] = []
    for hit in look.find("frames.joining"):
        first, last = look.sentence(hit.first)
        if not stands_as_verb(look, hit.first, first) or not in_main_clause(look, hit.first):
            continue
        if not _STUDIES.isdisjoint(look.words[hit.last : hit.last + 6]) or _is_managed(look, hit.first):
            continue
        if look.words[hit.first].startswith("complet") and not _WORKS.isdisjoint(look.words[hit.last : hit.last + 4]):
            continue
        for index in range(hit.last, min(hit.last + 8, last)):
            word = look.words[index]
            if word in {",", "to", "so", "while", "without", "until", "with", "in", "at", "on", "for", "and"}:
                break
            if word.isdigit() or word in _EVERY:
                break
            if word in {"workshop", "centre"} and look.word(index - 1) == "the" and look.words[hit.last - 1] == "to":
                break  # "go to the workshop" is a place
            if word == "group" and look.word(index + 1) in _TASKS:
                break  # "a group task with three other pupils" is what the class does
            if word in {"group", "groups", "project"} and _in_free_time(look, hit.last, index):
                break  # "a drawing group outside school" is the community that the child has joined
            if word in word_set("taken") and not (look.word(index + 1) == "of" and is_number(look.word(index + 2))):
                found.append(look.span(hit.first, index + 1, "taking_part"))
                break
    return found


def _somebody_had(look: Look) -> list[Span]:
    """ "Will have a full-time learning support assistant": whom the child is to have.

    Words of place or of company between ("a joke with an adult", "an answer for the teacher") make it an act.
    """
    found: list[Span] = []
    for hit in look.find("roles.named", "roles.loose"):
        if look.words[hit.last - 1] in _NOBODY_OF_STAFF | word_set("family"):
            continue
        for index in range(hit.first - 1, max(hit.first - _BEFORE_ROLE, -1), -1):
            word = look.words[index]
            if word in _HAVING:
                own = look.word(index + 1) in _WHOSE and look.word(index + 2) == "own"
                somebody = own or look.word(index + 1) in _ONE
                if somebody and look.word(index - 1) in _PROMISES and in_main_clause(look, index):
                    found.append(look.span(index, hit.last, "received"))
                break
            if word in _BETWEEN:
                break
    return found


def _is_managed(look: Look, index: int) -> bool:
    """Does the child see to it: "book and attend her own appointments", "attend a weekly group of her choice"?"""
    if any(_is_of_choice(look, place) for place in range(index + 2, index + 7)):
        return True
    return "own" in look.words[index + 1 : index + 3] and not _ARRANGES.isdisjoint(
        look.words[max(0, index - 4) : index]
    )


def _is_of_choice(look: Look, index: int) -> bool:
    """ "Of her choice", "of his own choosing"."""
    after = index + 2 + (look.word(index + 2) == "own")
    return look.word(index) == "of" and look.word(index + 1) in _WHOSE and look.word(after) in _CHOICE


def _in_free_time(look: Look, first: int, index: int) -> bool:
    """Is it a group that people join for pleasure, or one outside school?"""
    after = look.words[index + 1 : index + 9]
    if not _LED.isdisjoint(after) or not word_set("givers").isdisjoint(after):
        return False
    return (
        not word_set("pastimes").isdisjoint(look.words[first:index])
        or look.word(index + 1) == "outside"
        or (look.words[index + 1 : index + 3] == ("in", "the") and look.word(index + 3) in _TOWNS)
    )


def _subjects(look: Look) -> list[Span]:
    """A role, or a service, as the subject of "will", "to" or "must" at a sentence's opening."""
    found: list[Span] = []
    for hit in look.find("roles.named", "roles.loose"):
        first = look.sentence(hit.first)[0]
        if _hears(look, hit) or _is_no_subject(look, hit.first, hit.last):
            continue
        after = _past_phrase(look, hit.last)
        modal = look.word(after) in _MODALS | {"continue"} and look.word(after + 1) not in {"a", "an"}
        if look.words[hit.last - 1] in word_set("family") and "able" in look.words[hit.last : hit.last + 3]:
            continue  # "his mum to be able to leave him with a sitter": what it brings the family
        if (
            (modal and _opens(look, hit.first, first))
            or _is_a_statement(look, hit, first)
            or _with_a_clause(look, hit, first)
        ):
            found.append(look.span(hit.first, after + 1, "staff_subject"))
        elif _is_done_by(look, hit):
            found.append(look.span(hit.first, hit.last, "received"))
    for start in look.sentences:
        if start < len(look.words):
            found.extend(_service_subjects(look, *look.sentence(start)))
    return found


def _past_phrase(look: Look, index: int) -> int:
    """Past the words that say only whose or where somebody is: "staff at nursery continue", "teachers of Zoe will"."""
    if look.word(index) not in {"at", "of", "in", "from"}:
        return index
    after = range(index + 2, index + 5)
    return next((place for place in after if look.word(place) in _MODAL_VERBS | {"continue"}), index)


def _is_done_by(look: Look, hit: Hit) -> bool:
    """ "His routine will be managed by two trained members of staff": no act of the child, unless they only hear it."""
    by = next((place for place in range(hit.first - 1, hit.first - 5, -1) if look.word(place) == "by"), -1)
    done, be = look.word(by - 1), look.words[max(0, by - 4) : max(0, by - 1)]
    if by < 2 or not done.endswith(("ed", "en", "ught")) or done in _HEARD or done in word_set("monitoring"):
        return False
    return "be" in be and not {"will", "to", "shall", "must"}.isdisjoint(be) and in_main_clause(look, by)


def _service_subjects(look: Look, first: int, last: int) -> Iterator[Span]:
    """ "Provide a laptop", "There will be a phased start", "Radio aid to be used": what is to be arranged."""
    opener = first + (look.word(first) == "to")
    # "arrange by message, and go to, one outing" in small letters goes on from "Ana will", where it gives no service
    goes_on = look.text[look.starts[opener]].islower() and word_set("services").isdisjoint(look.words[first:last])
    if last - first > 2 and look.word(opener) in word_set("providing") and not goes_on:
        yield look.span(first, opener + 1, "staff_subject")
    if look.words[opener] in _URGING and _is_the_child(look, opener + 1) and look.word(opener + 2) == "to":
        yield look.span(first, opener + 1, "staff_subject")  # "Encourage Sam to join in": what an adult does
    for index in range(first, min(first + _OPENING, last - 1)):
        to_be = look.words[index] == "to" and look.word(index + 1) in {"be", "continue"} and look.word(first) != "for"
        if not to_be and look.words[index] not in _MODAL_VERBS:
            continue
        if in_subordinate_clause(look, index - 1, index):
            continue
        before = look.word(index - 1)
        if before in word_set("services") or before in word_set("arranged"):
            if _NEEDING.isdisjoint(look.words[first : index - 1]):  # not "conflict needing adult intervention will"
                yield look.span(index - 1, index + 1, "service_subject")
        elif _is_from_somebody(look, first, index):
            yield look.span(first, index + 1, "service_subject")
        elif (
            before == "there"
            and look.word(index + 1) == "be"
            and word_set("fewer").isdisjoint(look.words[index + 2 : index + 5])
        ):
            yield look.span(index - 1, index + 2, "service_subject")
        return


def _is_from_somebody(look: Look, first: int, modal: int) -> bool:
    """ "Mental health support from CAMHS shall": a service with whose it is, and less of it is no result."""
    heads = (place for place in range(first, min(first + 5, modal - 1)) if look.words[place] in word_set("services"))
    told = any(
        look.word(place + 1) in {"from", "by", "with"}
        or (look.word(place + 1) == "for" and look.text[look.starts[place + 2]].isupper())
        for place in heads
    )
    return told and modal - first < 10 and _LESS.isdisjoint(look.words[modal : modal + 4])


def _is_the_child(look: Look, index: int) -> bool:
    """ "Encourage him", "support Sam"; but "help Mum" is what a child does."""
    word = look.word(index)
    named = index < len(look.words) and look.text[look.starts[index]].isupper() and word.isalpha()
    return word in {"him", "them"} or (named and word not in word_set("family") | {"i"})


def _with_a_clause(look: Look, hit: Hit, first: int) -> bool:
    """ "All staff working with Nell will have completed training": what stands between says only which people."""
    if look.word(hit.last) not in _WHICH or look.words[hit.last - 1] in _PLACES:
        return False
    if hit.first - first > 2 or look.word(hit.first - 1) not in {"", "all", "the", "any", "every"}:
        return False
    until = min(hit.last + 9, look.sentence(hit.first)[1])
    return not _MODAL_VERBS.isdisjoint(look.words[hit.last + 1 : until])


def _is_a_statement(look: Look, hit: Hit, first: int) -> bool:
    """ "Staff understand how to calm him", "A board is up and staff model it": people with a verb of the present."""
    if hit.last not in listed_verbs(look):
        return False
    before = look.word(hit.first - 1)
    article = before in {"a", "an", "the", "his", "her"}
    joined = (look.word(hit.first - 2) if article else before) == "and" and not any(
        stands_as_verb(look, place, first) for place in listed_verbs(look) if first <= place < hit.first
    )
    if hit.first - first > 1 and not joined:
        return False
    if not joined and before not in {"", "the", "all", "his", "her", ":"} and not before.endswith("'s"):
        return False
    plural = look.words[hit.last - 1] in {"staff", "adults", "teachers", "parents", "professionals"}
    return plural != look.word(hit.last).endswith("s") and not look.word(hit.last).endswith("ing")


def serves(frames: tuple[Span, ...]) -> bool:
    """Is a service or its staff the subject, rather than the child?"""
    return any(frame.kind in _SERVED for frame in frames)
