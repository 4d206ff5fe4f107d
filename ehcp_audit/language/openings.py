"""Which words open a deadline? "By", "before", "within", "on leaving", "this"; and which close it again.

Every function answers with the token that the deadline begins with, or None where the words open none.
"""

from __future__ import annotations

from ehcp_audit.language.last_terms import MEASURED, is_counted_to, is_last
from ehcp_audit.language.tokens import Hit, Look
from ehcp_audit.language.wordlists import int_of, is_number, is_year, word_set

_BY = frozenset({"by", "before"})
_DURING = frozenset({"over", "during", "throughout", "across", "for", "through"})
_WITHIN = frozenset({"period", "term", "school_year", "year_group", "key_stage", "phase_end", "season"})
_NAMING = frozenset({"this", "next", "coming", "following", "current", "upcoming"})
_CLOSING = frozenset({"after", "while", "until", "since", "once", "following"})
_ROOMS = frozenset(
    {"environment", "setting", "classroom", "room", "unit", "garden", "provision", "base", "area", "class"}
)
_GOALS = frozenset({"target", "targets", "goal", "goals", "outcome", "outcomes", "objective", "aim", "plan"})
_READY = frozenset({"readiness", "ready", "preparation"})
_ORDER = frozenset({"first", "second", "third", "final", "last"})
_STARTS = frozenset({"now", "today", "date", "issue", "plan", "ehcp", "start", "starting"})
_ENDING = frozenset({"ends", "finishes", "closes", "draws"})
_ENDED = frozenset({"over", "ended", "finished", "complete", "done"})
_COUNTING = _STARTS | {"the", "of", "this", "its", "final", "when", "at"}
_BEFORE_STARTS = frozenset({"in", "into", "on", "upon", "at", "from"})
_OF_EITHER = _BEFORE_STARTS | _DURING | {":", "("}  # what opens a time that was as well as one that will be
_PAST = frozenset({"was", "were", "had", "could"})
_ASIDE = frozenset({"that", "which", "who", "as", "what"})
_CLAUSE_ENDS = frozenset({",", ":", "(", ")", "-"})
_AHEAD = frozenset({"will", "shall", "can", "must", "should", "i'll", "he'll", "she'll", "they'll", "you'll"})
_PLACES = frozenset({"nursery", "preschool"})
_MONTHS = frozenset({"month", "months", "year", "years", "term", "terms"})
_DONE = frozenset({"completed", "finished"})
_WHOSE = frozenset({"the", "his", "her", "their", "my", "a", "this"})
_REVIEWS = frozenset({"review", "reviews"})
_TESTS = MEASURED | {"clinic", "appointment", "visit"}
_LONGEST_TEST = 12  # tokens before its date
_MOST_FILLERS = 8
_LONGEST_EVENT = 16  # tokens
_LABELS = frozenset(
    ["date", "when", "timescale", "timescales", "deadline", "target", "due", "timeframe", "achieved", "review"]
)


def opening(look: Look, point: Hit, floor: int) -> int | None:
    """The token that the deadline around a point in time begins with."""
    kind = point.list.removeprefix("times.")
    index, marked = _past_fillers(look, point.first - 1, floor)
    if not marked and kind in {"school_year", "phase_end"}:
        index, marked = _past_fillers(look, _past_a_name(look, index, floor), floor)
    word = look.words[index] if index >= floor else ""
    between = look.words[index + 1 : point.first]
    dated = _is_dated(look, point)
    if word in {"when", "once", "as"} and kind in _WITHIN and _is_over(look, point.last, word):
        return index  # "once Year 9 ends"
    if word in word_set("rates") or ("each" in between and word not in _BY) or _is_a_rate(look, point):
        return None
    if word in _BEFORE_STARTS and look.word(index - 1) in word_set("starting"):
        return None  # "sessions start in May 2027"
    if word in _OF_EITHER and _is_past(look, index):
        return None
    if kind == "phase_end" and not marked:
        return _by_the_time(look, point, floor)
    if word not in _BY and (event := _dated_event(look, point, floor)) is not None:
        return event
    if word in _BY or word == "come":
        counted = kind == "period" and not counted_from(look, point.last)
        bare = counted and not marked and is_number(look.words[point.first])
        return None if bare else index  # "improve by 12 months" says how much
    if word == "to" and look.word(index - 1) == "prior":
        return index - 1
    if word == "than" and look.word(index - 1) in {"later", "more"} and kind != "period":
        return max(floor, index - 2)
    if word in {"at", "on", "upon"}:
        return _at(look, point, index, marked)
    if word == "within":
        return index if kind in _WITHIN and look.word(point.last) not in _ROOMS else None
    if word in {"in", "into"}:
        when = _by_the_time(look, point, floor)
        return _in(look, point, index, floor) if when is None else when
    if word == "now" and look.word(index - 1) == "between":
        return index - 1
    if word == "between":
        return index if kind in {"month", "date"} and any(is_year(one) for one in look.words[point.first :]) else None
    if "of" in between and dated and (event := _by_an_event(look, index, floor)) is not None:
        return event
    if word in {"to", "until", "till"} and dated and is_counted_to(look, index):
        return index
    if word == "to" and look.word(index - 1) == "up" and marked:
        return index - 1
    if word == "for" and look.word(index - 1) in _READY:
        return index - 1  # "in readiness for September 2027"
    if word == "for" and _heads(look, point, index, marked, floor):
        return index
    if word in {"ending", "finishing", "closing"} and dated:
        return index  # "over the two terms ending July 2027"
    if word == "to" and kind in {"month", "date"} and look.word(index - 1) in word_set("long_period"):
        return _of_the_period(look, index, floor)
    if word in _DURING:
        return index if _bounds(look, point, word, between) else None
    if word in {"after", "following", "from"}:
        when = _by_the_time(look, point, floor) if word == "from" else None  # "before she moves up from nursery"
        return _after(look, point, index) if when is None else when
    return _bare(look, point, index, marked, floor)


def _of_the_period(look: Look, to: int, floor: int) -> int | None:
    """The token that a period up to a day begins with: "over the three years to July 2027"."""
    before = range(to - 2, max(floor, to - 6) - 1, -1)
    return next((at for at in before if look.words[at] in _DURING or look.words[at] == "in"), None)


def _is_dated(look: Look, point: Hit) -> bool:
    """Does the point hold a year ("summer 2027")?"""
    return any(is_year(word) for word in look.words[point.first : point.last])


def _is_a_rate(look: Look, point: Hit) -> bool:
    """Does the time tell of how often: "two hours a week from the date of this plan"?"""
    before = look.word(point.first - 1)
    counted = before in word_set("minutes") or before in word_set("counted") or before in word_set("long_period")
    return point.list == "times.period" and look.words[point.first] in {"a", "an"} and counted


def _is_past(look: Look, index: int) -> bool:
    """Does the clause with this token tell of what was, as where the child started from: "In May 2026 she had ten"?"""
    first, last = look.sentence(index)
    stops = [at for at in range(first, last) if look.words[at] in _CLAUSE_ENDS]
    low = max((at + 1 for at in stops if at < index), default=first)
    high = min((at for at in stops if at > index), default=last)
    if low == index:  # the time opens its clause: "In May 2026, she was ..."
        high = min((at for at in stops if at > high), default=last)
    told = any(look.words[at] in _PAST and look.word(at - 1) not in _ASIDE for at in range(low, high))
    return told and _AHEAD.isdisjoint(look.words[low:high])


def _heads(look: Look, point: Hit, index: int, marked: bool, floor: int) -> bool:
    """Does a "for" stand over an outcome: "My target for Year 8", "Outcome for end of KS4", "For July 2027:"?"""
    dated, within = _is_dated(look, point), point.list.removeprefix("times.") in _WITHIN
    if look.word(index - 1) in _GOALS and (within or dated):
        return True
    opens = index == look.sentence(index)[0]
    if opens and (dated or point.list == "times.review") and look.word(point.last) in {":", ","}:
        return dated or look.word(point.last) == ":"  # "For her review, she will choose who comes"
    return marked and within and index - floor <= 2


def counted_from(look: Look, index: int) -> int:
    """How many tokens say from when a period runs: "from now", "from the date of this plan"; 0 for none."""
    if look.word(index) != "from":
        return 0
    last = index + 1
    while last < index + 6 and look.word(last) in _COUNTING:
        last += 1
    starts = not _STARTS.isdisjoint(look.words[index + 1 : last])
    return last - index if starts else 0


def _is_over(look: Look, index: int, opener: str) -> bool:
    """Do the words after a stretch of time end it, in a sentence on what will be then: "ends", "has finished"?

    "As the term is over" says why.
    """
    word = look.word(index)
    ends = word in _ENDING or (opener != "as" and word in {"is", "has"} and look.word(index + 1) in _ENDED)
    return ends and _is_ahead(look, index)


def _is_ahead(look: Look, index: int) -> bool:
    """Does the sentence with this token say what will be?"""
    first, last = look.sentence(index)
    return not _AHEAD.isdisjoint(look.words[first:last])


def _by_an_event(look: Look, index: int, floor: int) -> int | None:
    """ "By the examinations of summer 2027": an event that no list names, told by the time it falls in; and a test,
    "at the clinic of March 2027".
    """
    tested = look.words[index] in _TESTS
    for cursor in range(index, max(floor, index - 3) - 1, -1):
        word = look.words[cursor]
        if word in _BY or (tested and word == "at"):
            return cursor
        if not word.isalpha() or word.endswith("ing") or word in word_set("modals"):
            return None
    return None


def _past_fillers(look: Look, index: int, floor: int) -> tuple[int, bool]:
    """The first token before these that is no filler, and whether one of them marks a point ("the end of")."""
    furthest = max(floor, index - _MOST_FILLERS)
    marked = False
    while index >= furthest and _is_filler(look, index):
        marked = marked or look.words[index] in word_set("points")
        index -= 1
    return index, marked


def _past_a_name(look: Look, index: int, floor: int) -> int:
    """Past what a year or course is called: "by the end of her foundation learning year"."""
    for at in (index - 1, index - 2):
        if at >= floor + 2 and look.words[at] in _WHOSE and look.words[at - 1] == "of":
            return at if look.words[at - 2] in word_set("points") else index
    return index


def _is_filler(look: Look, index: int) -> bool:
    """May the word stand between "by" and the point: "by the end of her first ..."?"""
    word = look.words[index]
    if word in word_set("fillers") or word in word_set("points"):
        return True
    if word in {"at", "in"}:
        return look.word(index - 1) == "time" and (word == "at" or look.word(index - 2) in _WHOSE)
    if word in {"week", "fortnight"}:
        return look.word(index + 1) in {"beginning", "commencing", "ending", "of"}
    if word in {"term", "month"} and look.word(index + 1) == "of":
        return True  # "the last half term of Year 9"
    if word in word_set("long_period"):
        return is_number(look.word(index - 1))  # "the two-year course"
    return is_number(word) and look.word(index + 1) in {"half", *word_set("long_period")}


def _at(look: Look, point: Hit, index: int, marked: bool) -> int | None:
    """ "At the end of Year 5", "on leaving school"; "reviewed at the annual review" is a rhythm."""
    kind = point.list.removeprefix("times.")
    watched = any(look.word(index - step) in word_set("monitoring") for step in (1, 2, 3))
    if watched and kind in {"review", "term", "school_year"}:
        return None
    leaving = not word_set("leaving").isdisjoint(look.words[max(0, point.first - 3) : point.last])
    reviewed = not watched and not _REVIEWS.isdisjoint(look.words[point.last : point.last + 2])  # "her Year 6 review"
    return index if marked or leaving or reviewed or kind in {"date", "age", "review", "transfer", "season"} else None


def _in(look: Look, point: Hit, index: int, floor: int) -> int | None:
    """ "In May 2027", "in 12 months' time", "in the next year"; "in the summer" alone opens none."""
    kind = point.list.removeprefix("times.")
    words = look.words[point.first : point.last]
    named = look.words[point.first - 1] in _NAMING or words[0] in _NAMING
    dated = _is_dated(look, point)
    if kind in {"month", "date"}:
        opens = True
    elif kind == "season":
        opens = dated or named
    elif kind == "term":
        opens = dated or named or words[0] in word_set("seasons") or is_last(look, point, index)
    elif kind == "school_year":
        ordered = not _ORDER.isdisjoint(look.words[index + 1 : point.first])  # "in his final year"
        opens = dated or named or "-" in words or ordered
    elif kind == "period":
        least = 6 if "months" in words else 20 if "weeks" in words else 0
        months = least > 0 and words[0].isdigit() and int_of(words[0]) >= least
        ahead = index == look.sentence(index)[0] and not _MONTHS.isdisjoint(words)  # "In six months Jamie will"
        opens = named or months or ahead or words[-1] == "time"
    elif {"term", "month"}.intersection(look.words[index + 1 : point.first]):
        opens = not _ORDER.isdisjoint(look.words[index + 1 : point.first])  # "in the last half term of Year 9"
    else:
        last = look.sentence(point.first)[1]
        at_ends = index == floor or point.last >= last - 1
        opens = kind in {"year_group", "key_stage"} and at_ends and words[-1] not in _PLACES  # "at home and in nursery"
    return index if opens else None


def _bounds(look: Look, point: Hit, word: str, between: tuple[str, ...]) -> bool:
    """Does "over", "during" or "for" stand before a named stretch? A bare one ("for 2 weeks") is a mastery window."""
    kind = point.list.removeprefix("times.")
    words = look.words[point.first : point.last]
    named = not _NAMING.isdisjoint((*between, *words))
    dated = any(one.isdigit() for one in words)
    if kind == "period" or named:
        return named
    if kind == "month":
        return dated and words[0] == "month"  # "in a log kept for the month of March 2027"
    if kind in {"term", "season"}:
        counted = not {"two", "three", "four", "consecutive", "one", "a", "an"}.isdisjoint(between)
        return not counted and (dated or words[0] in word_set("seasons") or "the" in between)
    if kind == "school_year":
        return dated or ("the" in between and (len(words) > 1 or word in {"over", "during", "across"}))
    if kind in {"year_group", "key_stage"}:
        return word != "for" or (dated and look.word(point.last) in {"", ".", ","})
    return False


def _after(look: Look, point: Hit, index: int) -> int | None:
    """ "Two months after Year 13" and "the autumn after leaving" are points; so is "After 12 months" where it opens."""
    opens = look.words[index] == "after" and index == look.sentence(index)[0] and _is_ahead(look, index)
    if opens and point.list == "times.period" and not _MONTHS.isdisjoint(look.words[point.first : point.last]):
        return index
    before = look.word(index - 1)
    if before in word_set("long_period") and is_number(look.word(index - 2)):
        first = index - 2
    elif before in word_set("seasons") or before in word_set("months"):
        first = index - 2 if look.word(index - 2) == "the" else index - 1
    else:
        return None
    return first - 1 if look.word(first - 1) in {"within", "by", "in", "before"} else first


def _bare(look: Look, point: Hit, index: int, marked: bool, floor: int) -> int | None:
    """Deadlines without a preposition: "this term", "End of KS2:", "by the time he is 16"."""
    kind = point.list.removeprefix("times.")
    first = index + 1
    when = _by_the_time(look, point, floor)
    if when is not None:
        return when
    if _is_a_sentence(look, point):
        return point.first
    if kind in {"term", "school_year", "month", "season"} or (kind == "period" and point.last - point.first <= 2):
        for cursor in range(first, point.first + 1):
            if look.words[cursor] in {"this", "next"}:
                return cursor
    if kind == "period" and counted_from(look, point.last):
        return point.first
    opens = index < floor or look.words[index] in {":", ",", "-", "("}
    if marked and opens and look.words[first] in {"end", "the", "close", "completion"}:
        return first
    if index > floor and look.words[index] == "," and look.words[index - 1] == "deadline":
        return index - 1
    if index >= floor and look.words[index] in {"due", "deadline", "target", "completion"}:
        dated = "date" in look.words[index + 1 : point.first] or look.words[index] in {"due", "deadline"}
        dated = dated or look.word(index - 1) == "("  # "(target December 2026)"
        if dated and kind in {"date", "month", "season", "term", "review"}:
            return index  # "target date Dec 2026"
    if kind in {"month", "date", "season", "term"} and _is_dated(look, point):
        before, after = look.word(point.first - 1), look.word(point.last)
        closed = before == "(" and after == ")" and look.word(point.last + 1) in {"", "."}
        closed = closed or (before in {":", ";"} and after in {"", "."})
        # "reads 120 sight words, July 2028", "... - July 2028", at the very end
        closed = closed or (before in {",", "-"} and point.last >= len(look.words) - (after == "."))
        if closed or (point.first == look.sentence(point.first)[0] and after == ":"):
            return point.first  # "July 2027: Sam will ..."
        if look.words[point.last : point.last + 2] == ("is", "when") or _is_of_a_test(look, point):
            return point.first
    if look.words[point.last : point.last + 3] == ("at", "the", "latest"):
        return first
    labelled = index >= floor and look.words[index] in {":", "|"} and look.word(index - 1) in _LABELS
    return first if labelled else None


def _is_of_a_test(look: Look, point: Hit) -> bool:
    """Does the time close a sentence of a few words that names a test: "Listening check by a teacher, June 2027"?"""
    first, last = look.sentence(point.first)
    few = point.first - first <= _LONGEST_TEST and look.word(point.first - 1) == ","
    return few and point.last >= last - 1 and not _TESTS.isdisjoint(look.words[first : point.first])


def _dated_event(look: Look, point: Hit, floor: int) -> int | None:
    """ "Before the Easter concert (27 March 2027)", "By that same day, 14 June 2027": an event with its date."""
    first = look.sentence(point.first)[0]
    between = look.words[first + 1 : point.first]
    mark = next(
        (at for at in range(point.first - 1, max(first, point.first - 5), -1) if look.words[at] in {"(", ","}), 0
    )
    dated = any(is_year(one) for one in look.words[point.first : point.last])
    if point.list not in {"times.date", "times.month"} or first < floor or not mark or not dated:
        return None
    if look.words[first] not in {"by", "before", "when"}:
        return None
    says = not word_set("modals").isdisjoint({*between} - {"to"})
    return None if says or "," in look.words[first:mark] or len(between) > _LONGEST_EVENT else first


def _is_a_sentence(look: Look, point: Hit) -> bool:
    """Is the time all that its sentence says, after another: "... from her list. Year 5, summer term." """
    first, last = look.sentence(point.first)
    if first == 0:
        return False  # a heading
    times = look.covered("times.")
    return all(at in times or not look.words[at].isalnum() for at in range(first, last))


def _by_the_time(look: Look, point: Hit, floor: int) -> int | None:
    """ "By the time he leaves school", "before she moves to college", "when he is 16", "on leaving school"."""
    whens, leaving = word_set("whens"), word_set("leaving")
    for cursor in range(point.first - 1, max(floor, point.first - 13) - 1, -1):
        word = look.words[cursor]
        of_a_year = point.list in {"times.year_group", "times.key_stage"}
        if word == "once" and of_a_year and not _DONE.isdisjoint(look.words[cursor + 2 : point.first]):
            return cursor  # "once he has completed Year 3"
        if word in _CLOSING or (word == "," and point.first - cursor > 8):
            return None
        rest = look.words[cursor + 1 : point.last]
        turns = not whens.isdisjoint(rest)
        if word == "by" and (turns or not leaving.isdisjoint(rest)):
            return cursor
        if word == "before" and (turns or not leaving.isdisjoint(rest)):
            return cursor
        if word in {"when", "as"} and turns:
            soon = not whens.isdisjoint(look.words[cursor + 1 : cursor + 4])
            ends = not word_set("points").isdisjoint(look.words[cursor + 3 : point.first])
            moves = word == "when" or point.list == "times.transfer" or ends  # "as he comes to the end of Year 6"
            return cursor if moves and (soon or point.list == "times.age") else None
        if word in {"on", "upon"} and not leaving.isdisjoint(rest[:2]):
            return cursor
    return None
