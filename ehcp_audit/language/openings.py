"""Which words open a deadline? "By", "before", "within", "on leaving", "this"; and which close it again.

Every function answers with the token that the deadline begins with, or None where the words open none.
"""

from __future__ import annotations

from ehcp_audit.language.tokens import Hit, Look
from ehcp_audit.language.wordlists import NUMBERS, int_of, is_number, is_year, word_set

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
_LABELS = frozenset(
    ["date", "when", "timescale", "timescales", "deadline", "target", "due", "timeframe", "achieved", "review"]
)


def opening(look: Look, point: Hit, floor: int) -> int | None:
    """The token that the deadline around a point in time begins with."""
    kind = point.list.removeprefix("times.")
    index = point.first - 1
    marked = False
    while index >= floor and point.first - index <= 9 and _is_filler(look, index):
        marked = marked or look.words[index] in word_set("points")
        index -= 1
    word = look.words[index] if index >= floor else ""
    between = look.words[index + 1 : point.first]
    if word in word_set("rates") or ("each" in between and word not in _BY):
        return None
    if kind == "phase_end" and not marked:
        return _by_the_time(look, point, floor)
    if word in _BY or word == "come":
        bare = kind == "period" and not marked and is_number(look.words[point.first])
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
    if word == "for" and look.word(index - 1) in _READY:
        return index - 1  # "in readiness for September 2027"
    if word == "to" and look.word(index - 1) == "up" and marked:
        return index - 1
    if word == "for" and look.word(index - 1) in _GOALS and kind in _WITHIN:
        return index  # "My target for Year 8:"
    if word == "for" and marked and index - floor <= 2 and kind in _WITHIN:
        return index  # "Outcome for end of KS4"
    if word == "to" and kind in {"month", "date"} and look.word(index - 1) in word_set("long_period"):
        return next((at for at in range(index - 2, max(floor, index - 6) - 1, -1) if look.words[at] in _DURING), None)
    if word in _DURING:
        return index if _bounds(look, point, word, between) else None
    if word in {"after", "following", "from"}:
        return _after(look, index)
    return _bare(look, point, index, marked, floor)


def _is_filler(look: Look, index: int) -> bool:
    """May the word stand between "by" and the point: "by the end of her first ..."?"""
    word = look.words[index]
    if word in word_set("fillers") or word in word_set("points"):
        return True
    if word == "at":
        return look.word(index - 1) == "time"
    if word in {"week", "fortnight"}:
        return look.word(index + 1) in {"beginning", "commencing", "ending", "of"}
    return word in NUMBERS and look.word(index + 1) in {"half", "term", "terms"}


def _at(look: Look, point: Hit, index: int, marked: bool) -> int | None:
    """ "At the end of Year 5", "on leaving school"; "reviewed at the annual review" is a rhythm."""
    kind = point.list.removeprefix("times.")
    watched = any(look.word(index - step) in word_set("monitoring") for step in (1, 2, 3))
    if watched and kind in {"review", "term", "school_year"}:
        return None
    leaving = not word_set("leaving").isdisjoint(look.words[max(0, point.first - 3) : point.last])
    return index if marked or leaving or kind in {"date", "age", "review", "transfer", "season"} else None


def _in(look: Look, point: Hit, index: int, floor: int) -> int | None:
    """ "In May 2027", "in 12 months' time", "in the next year"; "in the summer" alone opens none."""
    kind = point.list.removeprefix("times.")
    words = look.words[point.first : point.last]
    named = look.words[point.first - 1] in _NAMING or words[0] in _NAMING
    dated = any(is_year(word) for word in words)
    if kind in {"month", "date"}:
        opens = True
    elif kind == "season":
        opens = dated or named
    elif kind == "term":
        opens = dated or named or words[0] in word_set("seasons")
    elif kind == "school_year":
        ordered = not _ORDER.isdisjoint(look.words[index + 1 : point.first])  # "in his final year"
        opens = dated or named or "-" in words or ordered
    elif kind == "period":
        least = 6 if "months" in words else 20 if "weeks" in words else 0
        months = least > 0 and words[0].isdigit() and int_of(words[0]) >= least
        opens = named or months or words[-1] == "time"
    else:
        last = look.sentence(point.first)[1]
        opens = kind in {"year_group", "key_stage"} and (index == floor or point.last >= last - 1)
    return index if opens else None


def _bounds(look: Look, point: Hit, word: str, between: tuple[str, ...]) -> bool:
    """Does "over", "during" or "for" stand before a named stretch? A bare one ("for 2 weeks") is a mastery window."""
    kind = point.list.removeprefix("times.")
    words = look.words[point.first : point.last]
    named = not _NAMING.isdisjoint((*between, *words))
    dated = any(one.isdigit() for one in words)
    if kind == "period" or named:
        return named
    if kind in {"term", "season"}:
        counted = not {"two", "three", "four", "consecutive", "one", "a", "an"}.isdisjoint(between)
        return not counted and (dated or words[0] in word_set("seasons") or "the" in between)
    if kind == "school_year":
        return dated or ("the" in between and (len(words) > 1 or word in {"over", "during", "across"}))
    if kind in {"year_group", "key_stage"}:
        return word != "for" or (dated and look.word(point.last) in {"", ".", ","})
    return False


def _after(look: Look, index: int) -> int | None:
    """ "Two months after Year 13" and "the autumn after leaving" are points; a bare "after" opens no end."""
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
    if kind in {"term", "school_year", "month", "season"} or (kind == "period" and point.last - point.first <= 2):
        for cursor in range(first, point.first + 1):
            if look.words[cursor] in {"this", "next"}:
                return cursor
    if kind == "period" and look.words[point.last : point.last + 2] == ("from", "now"):
        return point.first
    opens = index < floor or look.words[index] in {":", ",", "-", "("}
    if marked and opens and look.words[first] in {"end", "the", "close", "completion"}:
        return first
    if index >= floor and look.words[index] in {"due", "deadline", "target", "completion"}:
        dated = "date" in look.words[index + 1 : point.first] or look.words[index] in {"due", "deadline"}
        if dated and kind in {"date", "month", "season", "term", "review"}:
            return index  # "target date Dec 2026"
    if kind in {"month", "date"} and any(is_year(one) for one in look.words[point.first : point.last]):
        before, after = look.word(point.first - 1), look.word(point.last)
        closed = before == "(" and after == ")" and look.word(point.last + 1) in {"", "."}
        if closed or (point.first == look.sentence(point.first)[0] and after == ":"):
            return point.first  # "July 2027: Sam will ..."
    labelled = index >= floor and look.words[index] in {":", "|"} and look.word(index - 1) in _LABELS
    return first if labelled else None


def _by_the_time(look: Look, point: Hit, floor: int) -> int | None:
    """ "By the time he leaves school", "before she moves to college", "when he is 16", "on leaving school"."""
    whens, leaving = word_set("whens"), word_set("leaving")
    for cursor in range(point.first - 1, max(floor, point.first - 8) - 1, -1):
        word = look.words[cursor]
        if word in _CLOSING:
            return None
        rest = look.words[cursor + 1 : point.last]
        turns = not whens.isdisjoint(rest)
        if word == "by" and (turns or not leaving.isdisjoint(rest)):
            return cursor
        if word == "before" and (turns or not leaving.isdisjoint(rest)):
            return cursor
        if word in {"when", "as"} and turns:
            soon = not whens.isdisjoint(look.words[cursor + 1 : cursor + 4])
            moves = word == "when" or point.list == "times.transfer"
            return cursor if moves and (soon or point.list == "times.age") else None
        if word in {"on", "upon"} and not leaving.isdisjoint(rest[:2]):
            return cursor
    return None
