"""Which words leave it open? Hedges on the commitment, the amount and the actor, each with its exceptions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ehcp_audit.language.spans import Span, apart
from ehcp_audit.language.taught import is_taught
from ehcp_audit.language.tokens import Hit, Look
from ehcp_audit.language.wordlists import is_number, word_set
from ehcp_audit.rare import rarely

_AFTER_A_NAME = frozenset({"will", "has", "is", "was", "needs", "can", "must", "shall", "requires", "receives", "and"})
_AFTER_A_MONTH = frozenset({"", "half", "to", "or", "until", "-", "–", ",", "."})
_NO_LEAVE = frozenset(
    {"benefit", "need", "require", "receive", "have", "be", "get", "find", "also", "not", "access"}
) | {
    *("struggle", "become", "include", "help", "want", "wish", "prefer", "feel", "and", "or", "", ",", "."),
}
"""What follows a "may" that gives no leave: "he may need support"."""
_ABOUT = frozenset({"", "half", "quarter", "a", "an", "his", "their"})
_HIS_OWN = frozenset(
    {"is", "are", "chooses", "choose", "wants", "want", "wishes", "wish", "likes", "like", "asks", "ask"}
)
_KEEPS = frozenset({"provides", "supplies", "owns", "keeps", "buys", "funds", "has"})
_WHERE = frozenset({"to", "at", "in", "into", "around", "near", "outside", "inside", "within", "through", "between"})
_MEASURES = frozenset({"metres", "metre", "meters", "feet", "steps", "paces", "words", "centimetres", "seconds"})
_ADDS = frozenset({"add", "adds", "adding", "added", "comes", "come"})
_RULES = frozenset({"rules", "regulations", "board", "boards", "jcq", "law"})
_PLACES = frozenset({"space", "place", "area"})
_KEPT = frozenset({"kept", "reserved", "set"})
_HAPPENS = frozenset(
    {"ill", "away", "absent", "late", "unwell", "upset", "tired", "anxious", "distressed", "overwhelmed"}
)
_LEAVES = frozenset({"leave", "go", "sit", "stand", "move", "choose", "wear", "rest", "walk", "stop", "step", "return"})
_CHOICES = frozenset({"schools", "colleges", "settings", "placements", "courses", "options", "providers"})
_PAPERS = frozenset({"protocol", "guidelines", "prescription"})
_FADES = frozenset({"fade", "fades", "fading", "withdraw", "withdraws", "withdrawing"})
_ANYBODY = frozenset({"someone", "somebody"})
_TELLS = frozenset({"tell", "tells", "show", "shows", "greet", "greets", "invite", "invites", "meet"})
_NOT = frozenset({"not", "no", "never", "nobody"})
_DEMANDS = frozenset(
    {"target", "aim", "goal", "expected", "expectation", "demand", "demanded", "insist", "insists", "rule", "condition"}
)
_SEEN = frozenset({"look", "looks", "consider", "considers", "discuss", "discusses", "explore", "explores", "visit"})
_LEFT_TO_CHILD = frozenset({"done", "used", "taken", "eaten", "worn", "kept", "typed", "dictated", "left", "brought"})
_REFUSED = frozenset({"declined", "refused"})
_HELD = frozenset({"arm", "arms", "wrist", "back", "foot", "head", "neck", "side", "ankle", "trunk", "lumbar", "chest"})
_RESTRAINT = frozenset({"physical", "restrictive"})
_FACILITIES = frozenset({"toilet", "toilets", "lift", "lifts", "ramp", "hoist", "shower"})
_SIZES = frozenset({"one", "to", "1", ":", "and", "or", ",", "-", "individual", "paired"})
_TEAMS = frozenset({"team", "service", "department", "hub"})
_NAMES_SERVICES = frozenset(
    {"learning", "sensory", "behaviour", "language", "hearing", "vision", "autism", "inclusion"}
) | {
    *("pupil", "student", "family", "specialist", "teaching", "physical", "literacy", "attendance", "communication"),
}
"""Before "support services" they make the name of one, and no bare support."""
_GIVES_LEAVE = frozenset({"allows", "lets", "permits", "may", "pass", "card"})
_IS_GIVEN = frozenset({("is", "given"), ("is", "offered")})
_ASKS = frozenset({"ask", "asks", "asked", "asking", "request", "requests", "signals", "calls"})
_EXAMS = frozenset({"tests", "test", "exams", "examinations", "assessments"})
_TESTS = _EXAMS | {"sats", "gcses", "buildings", "premises"}
_TAUGHT = frozenset({"curriculum", "learning", "lesson", "lessons"})
_WISHES = frozenset({"wishes", "wants", "likes", "prefers", "wish", "want", "like", "prefer"})
_LONGEST_TITLE = 5  # words
_TRAINS = frozenset({"train", "trains", "training", "trained", "brief", "briefs", "advise", "advises", "coach"})


def provision_hedges(look: Look) -> tuple[Span, ...]:
    """The hedges of a provision line; `kind` is commitment, amount, mild or actor."""
    roles = look.covered("roles.named")
    found: list[Span] = []
    for hit in look.find("hedges.commitment", "hedges.amount", "hedges.mild", "hedges.actor"):
        if hit.last - 1 in roles and hit.list != "hedges.commitment":
            continue
        if not _excepted(look, hit):
            found.append(look.span(hit.first, hit.last, hit.list.removeprefix("hedges.")))
    found.extend(_wide_ranges(look))
    return apart(found)


def soft_hedges(look: Look) -> tuple[Span, ...]:
    """Words that say nothing where neither a type nor an amount stands beside them: "a nurturing ethos"."""
    return tuple(look.span(hit.first, hit.last, "soft") for hit in look.find("hedges.soft"))


def _excepted(look: Look, hit: Hit) -> bool:
    """Do the words leave nothing open here? What is asked depends on them, or on how they begin or end."""
    words = look.words[hit.first : hit.last]
    if len(words) == 1 and words[0] in word_set("bare_help"):
        taught = words == ("strategies",) and is_taught(look, hit)
        return taught or _bare_excepted(look, hit, look.word(hit.first - 1), look.word(hit.last))
    asked = (_WHOLE.get(" ".join(words)), _BEGINNING.get(words[0]), _ENDING.get(words[-1]))
    if any(one is not None and one(look, hit) for one in asked):
        return True
    return hit.list == "hedges.actor" and _actor_excepted(look, hit)


def _is_conditional_on_child_or_rules(look: Look, hit: Hit) -> bool:
    words = look.words[hit.first : hit.last]
    if words[0] in {"when", "where"} and words[1:2] and words[1] in {"he", "she", "they", "i"}:
        to_go = words[-1] in {"need", "needs"} and look.word(hit.last) == "to"
        if words[-1] in _HIS_OWN or to_go:
            return True  # "ear defenders when he chooses" is for the child to say, "walks to where she is" a place
    if words[1:3] == ("long", "as") and look.word(hit.last) in {"lasts", "runs"}:
        return True  # "a timer is out for as long as the lesson lasts"
    for_long = words[words[0] == "for" :][:3] == ("as", "long", "as")
    if for_long and not _PAPERS.isdisjoint(look.words[hit.first : hit.last + 2]):
        return True  # "rests for as long as the nurse's protocol says"
    if words[-1] in {"is", "are"} and look.word(hit.last) in _HAPPENS:
        return True  # "Mr Sefton covers if she is ill"
    if not _RULES.isdisjoint(words):
        return True  # "a reader where the rules permit"
    if "evidence" in words and look.find("lines.extra_time", "lines.served"):
        return True  # "a reader and extra time where the evidence allows": the rules of tests ask for it
    return words[1:] == ("permitted",) and not _EXAMS.isdisjoint(look.words)  # the rules of tests permit it


def _is_access_to_a_thing(look: Look, hit: Hit) -> bool:
    following = look.word(hit.last)
    near = look.words[hit.last : hit.last + 5]
    if look.words[hit.first : hit.last] == ("access", "to") and hit.first > 2 and not _TAUGHT.isdisjoint(near[:3]):
        return True  # "advises on recording and access to the curriculum" says what for
    if look.words[hit.first : hit.last] == ("access", "to") and following in _TESTS:
        return True  # "Access to tests: 25% extra time"
    grant = following == "work" and look.text[look.starts[hit.last]].isupper()
    return following in {"arrangements", "arrangement", "needs"} or not _FACILITIES.isdisjoint(near) or grant


def _counts_times(look: Look, hit: Hit) -> bool:
    """ "At three points in the day"; "at different times of the day, one hour each half-term"."""
    if any(is_number(word) for word in look.words[hit.first : hit.last]):
        return True
    return look.word(hit.first + 1) in {"different", "varying"} and _is_counted(look)


def _is_counted(look: Look) -> bool:
    return bool(look.find("amounts.amount", "amounts.sessions"))


def _is_of_counted_visits(look: Look, hit: Hit) -> bool:
    """ "Weekly, 45 minutes per session throughout the year": how many there are is said beside it."""
    visits = look.word(hit.first + 1) in {"visit", "session", "appointment"}
    return visits and any(not hit.first <= one.first < hit.last for one in look.find("amounts.frequency"))


def _is_a_limit(look: Look, hit: Hit) -> bool:
    following, before = look.word(hit.last), look.words[max(0, hit.first - 2) : hit.first]
    if before[-1:] == ("run",):
        return True  # "in the run-up to exams"
    if before in {("group", "of"), ("groups", "of")} or following == "date":
        return True  # "in a group of up to four", "up to date"
    if before[-1:] and before[-1] in _ADDS:
        return True  # "his time adds up to 32.5 hours a week"
    if following in word_set("months") | word_set("seasons") or look.words[hit.last : hit.last + 2] == ("the", "end"):
        return True  # "once a week up to July 2028" says until when
    if "time" in look.words[hit.last : hit.last + 6] and is_number(following):
        return True  # "up to 25% more time" in tests
    if before == ("time", "of"):
        return True  # "additional time of up to half"
    if not _GIVES_LEAVE.isdisjoint(look.words[look.sentence(hit.first)[0] : hit.first]):
        return True  # "a card lets her leave for up to ten minutes": the limit is on the leave
    if look.words[hit.last + 1 : hit.last + 3] in {("of", "us"), ("of", "them")}:
        return True  # "for up to eight of us"
    return look.word(hit.last + 1) in word_set("group_members")


def _is_of_the_clock(look: Look, hit: Hit) -> bool:
    """ "Between 11 and 11.30", "between 1 and 2 pm": a range of the clock is exact, one of hours is none."""
    following = look.word(hit.last)
    if following in _OF_DAY:
        return True
    minutes = any(_CLOCK.fullmatch(word) for word in look.words[hit.first : hit.last])
    return minutes and not following.startswith(_UNITS)


_OF_DAY = frozenset({"am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock", "noon"})
_CLOCK = rarely(r"(?:[01]?\d|2[0-3])[.:][0-5]\d(?:am|pm)?")
_UNITS = ("hour", "hr", "minute", "metre", "mile", "kilo", "per", "%", "session", "time", "day", "week")


def _gives_leave(look: Look, hit: Hit) -> bool:
    following, before = look.word(hit.last), look.word(hit.first - 1)
    if following == "be" and look.word(hit.last + 1) in _LEFT_TO_CHILD:
        return True  # "homework may be done in the library"
    named = before in {"he", "she", "they", "i"} or (hit.first > 0 and look.text[look.starts[hit.first - 1]].isupper())
    if following not in _NO_LEAVE and named:
        return True  # "he may go there with a card"
    if before == "and" and following in _LEAVES and _child_opens(look, hit):
        return True  # "Sam will carry a card and may leave the room"
    month = hit.first > 0 or following in _AFTER_A_NAME or following in _AFTER_A_MONTH or is_number(following)
    return month and look.text[look.starts[hit.first]].isupper()


def _is_no_demand(look: Look, hit: Hit) -> bool:
    """ "It is not to be made a target that he should make eye contact"."""
    before = look.words[look.sentence(hit.first)[0] : hit.first]
    demand = next((at for at, word in enumerate(before) if word in _DEMANDS), None)
    return demand is not None and "that" in before[-4:] and not _NOT.isdisjoint(before[max(0, demand - 5) : demand])


def _is_of_choices(look: Look, hit: Hit) -> bool:
    """ "The review will look at schools that could be suitable"."""
    asked = look.words[max(0, hit.first - 5) : hit.first]
    return not _CHOICES.isdisjoint(asked) and not _SEEN.isdisjoint(look.words[look.sentence(hit.first)[0] : hit.first])


def _is_a_kind_of_routine(look: Look, hit: Hit) -> bool:
    before = look.word(hit.first - 1)  # a bedtime routine
    return before.isalpha() and before not in word_set("determiners") and before not in word_set("modals")


def _illustrates(look: Look, hit: Hit) -> bool:
    """An "e.g." that illustrates what is already named leaves nothing open."""
    first = look.sentence(hit.first)[0]
    return not look.covered("types.").isdisjoint(range(first, hit.first))


def _is_of_others_told(look: Look, hit: Hit) -> bool:
    """ "For all one-to-one and small-group sessions": when a thing is used, in groups that other lines describe."""
    at = hit.first - 1
    while look.word(at) in _SIZES:
        at -= 1
    return look.word(at) in {"all", "any", "every", "each"} and look.word(at - 1) in {"for", "in", "during", "at"}


_WHOLE: Mapping[str, Callable[[Look, Hit], bool]] = {
    **dict.fromkeys(("such as", "for example", "for instance", "eg"), _illustrates),
    "a few": lambda look, hit: look.word(hit.last) in _MEASURES,  # "at a distance of a few metres"
    "at intervals": lambda look, hit: look.word(hit.last) == "of",  # "at intervals of five minutes"
    "around": lambda look, hit: not is_number(look.word(hit.last)) and look.word(hit.last) not in _ABOUT,
    "can be": lambda look, hit: look.word(hit.last) in _REFUSED,  # "help can be declined" leaves it to the child
    "may": _gives_leave,
    # "a language programme, monitored by the therapist"
    "monitored": lambda look, hit: look.word(hit.last) == "by" and _illustrates(look, hit),
    "overseen": lambda look, hit: look.word(hit.last) == "by",  # it says by whom
    "routine": _is_a_kind_of_routine,
    **dict.fromkeys(("small group", "small groups"), _is_of_others_told),
    "up to": _is_a_limit,
}
_BEGINNING: Mapping[str, Callable[[Look, Hit], bool]] = {
    **dict.fromkeys(("when", "where", "if", "as", "for"), _is_conditional_on_child_or_rules),
    # "20 minutes more in each week of tests"
    **dict.fromkeys(("more", "extra", "additional"), lambda look, hit: look.word(hit.first - 1) in word_set("minutes")),
    **dict.fromkeys(("per", "each", "every", "a"), _is_of_counted_visits),
    "access": _is_access_to_a_thing,
    "between": _is_of_the_clock,
    "could": _is_of_choices,
    "should": _is_no_demand,
    "opportunities": lambda look, hit: look.word(hit.first - 1) == "day",  # "day opportunities" for adults
    # "25 per cent extra time, subject to assessment": the rules of examinations ask for it
    "subject": lambda look, hit: (
        "assessment" in look.words[hit.first : hit.last] and bool(look.find("lines.extra_time"))
    ),
    "e": _illustrates,  # "e.g."
    "at": _counts_times,
    # "two hours spread over the week", "six sessions in the course of the year": the amount stands
    **dict.fromkeys(("spread", "spaced"), lambda look, hit: _is_counted(look)),
    **dict.fromkeys(
        ("in", "during", "over", "through"),
        lambda look, hit: "course" in look.words[hit.first : hit.last] and _is_counted(look),
    ),
}
_ENDING: Mapping[str, Callable[[Look, Hit], bool]] = {
    # "a quiet space in the library shall be kept for him", "group work shall be in fours in a quiet area"
    **dict.fromkeys(
        _PLACES,
        lambda look, hit: (
            not _KEPT.isdisjoint(look.words[hit.last : hit.last + 12]) or look.word(hit.first - 1) == "in"
        ),
    ),
    # "a quiet room is available to him at all times"
    "available": lambda look, hit: "all" in look.words[hit.last : hit.last + 6] and "times" in look.words[hit.last :],
    "suitable": _is_of_choices,
    # "where he has extra time to allow processing": what the time is for
    **dict.fromkeys(("allow", "permit"), lambda look, hit: look.word(hit.last - 2) == "to"),
}


def _child_opens(look: Look, hit: Hit) -> bool:
    """Does the sentence begin with a pronoun or a name, and no role, that then does something?"""
    first = look.sentence(hit.first)[0]
    named = look.words[first] in {"he", "she", "they", "i"} or look.text[look.starts[first]].isupper()
    return named and first not in look.covered("roles.named", "roles.loose") and look.word(first + 1) in _AFTER_A_NAME


def _actor_excepted(look: Look, hit: Hit) -> bool:
    """Is it a place or a trainee, or does the line say who is meant ("the school counsellor", "train all staff")?"""
    words = look.words[hit.first : hit.last]
    following, before = look.word(hit.last), look.word(hit.first - 1)
    if words[0] in _ANYBODY and (before in _TELLS or look.words[hit.last : hit.last + 3] == ("with", "the", "same")):
        return True  # whom the child tells, or who takes the place of one who is named
    placed = (
        following in word_set("place_followers")
        or look.word(hit.last + 1) in _TEAMS
        or hit.last in look.covered("roles.named")
        or before in _WHERE
    )
    if words[0] == "the" and (placed or (before in {"which", "that"} and following in _KEEPS)):
        return True  # "the route to the college", "tall stools, which the college provides"
    if _is_named_after(look, hit):
        return True
    if before in {"/", "|"} and following in {"", "/", "|"}:
        return False  # a cell of its own: "adult"
    return (
        before in {"all", "train", "for", "training"}
        or not _TRAINS.isdisjoint(look.words[max(0, hit.first - 6) : hit.first])
        or following in {"training", "trained"}
        or "trained" in look.words[hit.last : hit.last + 5]
        or (words[0] in {"staff", "adult", "adults", "all"} and len(words) <= 2)
    )


def _is_named_after(look: Look, hit: Hit) -> bool:
    """Do brackets say who is meant: "his keyworker (a teaching assistant)"?"""
    return look.word(hit.last) == "(" and any(hit.last < one.first <= hit.last + 3 for one in look.find("roles.named"))


def _bare_excepted(look: Look, hit: Hit, before: str, following: str) -> bool:
    """Support of a named kind is none of the bare ones: "TA support", "marking approaches"."""
    word = look.words[hit.first]
    if following == '"':
        following = look.word(hit.last + 1)  # a "help" card
    if word == "input" and following not in word_set("after_help"):
        return False  # "SaLT input" is as bare as input
    if following == "services" and before in _NAMES_SERVICES:
        return True
    if following in word_set("after_help") or hit.first in look.lasts("roles.named") | look.covered("roles.named"):
        return True
    if hit.first > 0 and all(look.text[look.starts[index]].isupper() for index in (hit.first - 1, hit.first)):
        return True  # "Level 3 Diploma in IT Support" is what it is called
    if before == "the" and 0 < look.sentence(hit.first)[0] == hit.first - 1:
        return True  # "... each day. The support shall last until July 2027": that of the sentence before
    if before == "without" or look.word(hit.first - 2) == "without":
        return True  # "so that he works without help"
    if before == "work" and look.word(hit.first - 2) == "in":
        return True  # "in-work support" is of a kind
    if before == "for" and look.word(hit.first - 2) in _ASKS:
        return True  # "unless he asks for help"
    if (before in _WISHES and following == "to") or _is_a_title(look, hit):
        return True  # "the list of how he wishes help to be given", "In-class support. A teaching assistant ..."
    if look.words[hit.last : hit.last + 2] in _IS_GIVEN and look.word(hit.last + 2).endswith("ly"):
        return True  # "help is offered quietly" says how
    if before in _FADES:
        return True  # "the coach fades help": what is said elsewhere becomes less
    if before in _HELD or (before in _RESTRAINT and word.startswith("intervention")):
        return True  # "arm support" is a thing, "physical intervention" is no help
    if word in word_set("methods"):
        return (
            before.isalpha() and before not in word_set("empty_modifiers") and before not in {"support", "use", "using"}
        )
    if word in {"support", "help", "assist"} and before in {"will", "to", "shall", "must"}:
        return following not in {"", ".", ","}
    return False


def _is_a_title(look: Look, hit: Hit) -> bool:
    """Is it among a few words that open the line, before a colon or right before a full stop, with more after them?"""
    if hit.first >= _LONGEST_TITLE or look.sentence(hit.first)[0] > 0:
        return False
    colon = next((index for index in range(hit.last, _LONGEST_TITLE + 1) if look.word(index) == ":"), None)
    end = colon if colon is not None else hit.last if look.word(hit.last) == "." else None
    return end is not None and len(look.words) > end + 1 + _LONGEST_TITLE


def _wide_ranges(look: Look) -> list[Span]:
    """ "2-4 hours": a range of which the end is at least twice the start."""
    found: list[Span] = []
    for hit in look.find("amounts.amount"):
        words = look.words[hit.first : hit.last]
        if len(words) >= 4 and words[1] in {"-", "to"} and is_number(words[0]) and is_number(words[2]):
            low, high = words[0], words[2]
            if low.isdigit() and high.isdigit() and 0 < int(low[:6]) * 2 <= int(high[:6]):
                found.append(look.span(hit.first, hit.last, "amount"))
    return found


def outcome_hedges(look: Look) -> tuple[Span, ...]:
    """The words of an outcome that a reader could not pin down."""
    ranged = any(" to " in look.span(hit.first, hit.last).text for hit in look.find("measures.count"))
    found = [
        look.span(hit.first, hit.last, "change")
        for hit in look.find("verbs.change_verbs")
        if not ranged and look.words[hit.first : hit.last] != ("further",)
    ]
    for hit in look.under("vague."):
        words = look.words[hit.first : hit.last]
        if words[0] == "e" or words == ("such", "as"):
            continue
        if words == ("more",) and look.word(hit.first - 1) == "no":
            continue
        found.append(look.span(hit.first, hit.last, "vague"))
    return apart(found)
