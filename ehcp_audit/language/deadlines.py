"""Does a sentence say by when? Points in time with the words that make them a deadline, and the decoys beside them.

times.yml names the points ("Year 6", "the spring term"); here the words around one decide. "By the end of Year 6",
"this term", "within 12 months", "on leaving school" are deadlines. "A Year 6 text", "each term", "until July", "after
leaving school", "across 3 consecutive weeks", "within 12 months of his age" are not.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.spans import Span
from ehcp_audit.language.tokens import Hit, Look
from ehcp_audit.language.wordlists import NUMBERS, int_of, is_number, is_year, sets, word_set

KINDS = (
    "date", "month", "season", "term", "school_year", "age", "year_group", "key_stage", "phase_end", "transfer",
    "review", "period",
)  # fmt: skip

_BY = frozenset({"by", "before"})
_DURING = frozenset({"over", "during", "throughout", "across", "for", "through"})
_NEED_POINT = frozenset({"phase_end"})


@dataclass(frozen=True, slots=True)
class Deadline:
    """Words that say by when: their span (its kind is one of KINDS), and the last day they allow where they name it."""

    span: Span
    kind: str
    value: date | None = None


def deadlines(look: Look) -> tuple[Deadline, ...]:
    """Every deadline of the text in reading order."""
    found: list[Deadline] = []
    last = 0
    for hit in look.under("times."):
        if look.word(hit.last - 1) == ",":
            hit = Hit(hit.first, hit.last - 1, hit.list)
        if hit.first < last:
            continue
        reach = _reach(look, hit, last)
        if reach is None:
            continue
        first, end = reach
        kind = hit.list.removeprefix("times.")
        found.append(Deadline(look.span(first, end, kind), kind, resolve(look.words[hit.first : hit.last], kind)))
        last = end
    return tuple(found)


def _reach(look: Look, hit: Hit, after: int) -> tuple[int, int] | None:
    """The tokens of the deadline around a point in time, or None where the words around it make it none."""
    kind = hit.list.removeprefix("times.")
    if _is_decoy(look, hit, kind):
        return None
    first_of_sentence = max(look.sentence(hit.first)[0], after)
    index = hit.first - 1
    point = False
    while index >= first_of_sentence and hit.first - index <= 9 and _is_filler(look, index):
        point = point or look.word(index) in word_set("points")
        index -= 1
    opening = look.word(index) if index >= first_of_sentence else ""
    first = _opening(look, hit, kind, index, opening, point, first_of_sentence)
    if first is None:
        return None
    end = hit.last
    if kind == "review" and look.word(end) in {"in", "of"} and look.word(end + 1) in sets()["months"]:
        end += 3 if is_year(look.word(end + 2)) else 2
    return first, end


def _is_filler(look: Look, index: int) -> bool:
    word = look.word(index)
    if word in word_set("fillers") or word in word_set("points"):
        return True
    return word in NUMBERS and look.word(index + 1) in {"half", "term", "terms"}


def _is_decoy(look: Look, hit: Hit, kind: str) -> bool:
    """Do the words of the point, or those right after it, show that no point in time is meant?"""
    following = look.word(hit.last)
    words = look.words[hit.first : hit.last]
    if kind == "month" and len(words) == 1 and words[0] in word_set("doubtful_months"):
        capital = look.text[look.starts[hit.first]].isupper()
        return not capital or look.word(hit.first - 1) not in word_set("before_months")
    if kind in {"school_year", "period"} and following in {"old", "olds", "ahead"}:
        return True
    if kind == "age":
        return following in word_set("age_compounds")
    if kind in {"year_group", "key_stage", "term", "phase_end", "season"}:
        return following in word_set("levels")
    if kind == "period":
        ahead = look.words[hit.last + 1 : hit.last + 6]
        gap = following in {"of", "below", "behind", "from", "above"} and not word_set("score_gaps").isdisjoint(ahead)
        return gap or following in word_set("blocks")
    return False


def _opening(look: Look, hit: Hit, kind: str, index: int, opening: str, point: bool, floor: int) -> int | None:
    """Where the deadline begins, given the word that opens it; None when no deadline is opened."""
    between = look.words[index + 1 : hit.first]
    if opening in word_set("rates") or ("each" in between and opening not in _BY):
        return None
    if kind in _NEED_POINT and not point:
        return _open_leaving(look, hit, index, floor)
    monitored = any(look.word(index - step) in word_set("monitoring") for step in (1, 2, 3)) and kind in {
        "review",
        "term",
        "school_year",
    }
    if opening in _BY:
        return None if monitored and opening == "at" else index
    if opening == "to" and look.word(index - 1) == "prior":
        return index - 1
    if opening == "than" and look.word(index - 1) in {"later", "more"} and kind != "period":
        return max(floor, index - 2)
    if opening in {"at", "on", "upon"}:
        if monitored:
            return None
        if point or kind in {"date", "age", "review", "transfer", "season"} or _leaving(look, hit):
            return index
        return None
    if opening == "within":
        return (
            index
            if kind in {"period", "term", "school_year", "year_group", "key_stage", "phase_end", "season"}
            else None
        )
    if opening == "in":
        return _open_in(look, hit, kind, index, floor)
    if opening in _DURING:
        return _open_during(look, hit, kind, index, between)
    if opening in {"after", "following", "from"}:
        return _open_after(look, index, floor)
    if opening == "come":
        return index
    return _open_bare(look, hit, kind, index, between, point, floor)


def _leaving(look: Look, hit: Hit) -> bool:
    return any(word in word_set("leaving") for word in look.words[max(0, hit.first - 3) : hit.last])


def _open_leaving(look: Look, hit: Hit, index: int, floor: int) -> int | None:
    """ "On leaving school", "by the time he leaves school", "when she moves to college"."""
    cursor = hit.first - 1
    while cursor >= floor and hit.first - cursor <= 6:
        word = look.word(cursor)
        if word in {"after", "while", "until", "since", "once", "following"}:
            return None
        if word in {"by", "before"} and any(
            one in word_set("whens") or one in word_set("leaving") for one in look.words[cursor + 1 : hit.last]
        ):
            return cursor
        if word == "when" and any(one in word_set("whens") for one in look.words[cursor + 1 : hit.last]):
            return cursor
        cursor -= 1
    return None


def _open_in(look: Look, hit: Hit, kind: str, index: int, floor: int) -> int | None:
    words = look.words[hit.first : hit.last]
    if kind in {"month", "date", "season"}:
        return index
    if kind == "term":
        return index if is_year(words[-1]) or words[0] in sets()["seasons"] else None
    if kind == "period":
        return (
            index
            if words[-1] == "time"
            or words[0] in {"next", "coming", "following"}
            or (words[0].isdigit() and int_of(words[0]) >= 6 and "month" in words[1])
            else None
        )
    if kind == "school_year":
        named = any(is_year(word) or "-" in word for word in words) or look.word(hit.first - 1) in {
            "this",
            "next",
            "coming",
            "following",
        }
        return index if named else None
    if kind in {"year_group", "key_stage"}:
        return index if index == floor or hit.last >= look.sentence(hit.first)[1] - 1 else None
    return None


def _open_during(look: Look, hit: Hit, kind: str, index: int, between: tuple[str, ...]) -> int | None:
    """A named stretch of time bounds an outcome; a bare one ("for 2 weeks") is a mastery window."""
    opening = look.word(index)
    words = look.words[hit.first : hit.last]
    named = bool({"next", "coming", "following", "this", "current"} & {*between, *words})
    if kind == "period":
        return index if named and opening in {"over", "during", "across", "throughout", "for", "through"} else None
    if kind in {"term", "season"}:
        if any(word in {"two", "three", "four", "consecutive", "one", "a", "half"} for word in between) and not named:
            return None
        return (
            index
            if named or words[0] in sets()["seasons"] or any(word.isdigit() for word in words) or "the" in between
            else None
        )
    if kind == "school_year":
        return (
            index
            if named
            or any(is_year(word) for word in words)
            or ("the" in between and len(words) > 1)
            or ("the" in between and opening in {"over", "during", "across"})
            else None
        )
    if kind in {"year_group", "key_stage"}:
        return (
            index
            if opening != "for" or (any(word.isdigit() for word in words) and look.word(hit.last) in {"", ".", ","})
            else None
        )
    return None


def _open_after(look: Look, index: int, floor: int) -> int | None:
    """ "Two months after Year 13" and "the autumn after leaving" are points; a bare "after" opens no end."""
    before = look.word(index - 1)
    if before in sets()["long_period"] and is_number(look.word(index - 2)):
        first = index - 2
        return first - 1 if look.word(first - 1) in {"within", "by"} else first
    if before in sets()["seasons"] or before in sets()["months"]:
        first = index - 2 if look.word(index - 2) == "the" else index - 1
        return first - 1 if look.word(first - 1) in {"by", "in", "before"} else first
    return None


def _open_bare(
    look: Look, hit: Hit, kind: str, index: int, between: tuple[str, ...], point: bool, floor: int
) -> int | None:
    """Deadlines without a preposition: "this term", "End of KS2:", "when she is 16", "by the time he is 16"."""
    first = index + 1
    if opening_when := _when(look, hit, index, floor):
        return opening_when - 1
    if kind in {"term", "school_year", "month", "season"} or (kind == "period" and hit.last - hit.first <= 2):
        for cursor in range(first, hit.first + 1):
            if look.word(cursor) in {"this", "next"}:
                return cursor
    if (
        point
        and (index < floor or look.word(index) in {":", ",", "-", "("})
        and look.word(first) in {"end", "the", "close", "completion"}
    ):
        return first
    if look.word(index) in {":", "|"} and look.word(index - 1) in {
        "date",
        "when",
        "timescale",
        "timescales",
        "deadline",
        "target",
        "due",
        "timeframe",
    }:
        return first
    return None


def _when(look: Look, hit: Hit, index: int, floor: int) -> int | None:
    """One past the opening of "by the time he is 16" or "when she turns 18"; age is then the bare number."""
    for cursor in range(hit.first - 1, max(floor, hit.first - 8) - 1, -1):
        word = look.word(cursor)
        if word in {"after", "until", "since", "while", "once"}:
            return None
        if (
            word == "by"
            and look.word(cursor + 1) in {"the", "when"}
            and any(one in word_set("whens") for one in look.words[cursor + 1 : hit.last])
        ):
            return cursor + 1
        if word in {"before", "when"} and any(one in word_set("whens") for one in look.words[cursor + 1 : hit.last]):
            return (
                cursor + 1
                if word == "before"
                or hit.list == "times.age"
                or any(one in word_set("whens") for one in look.words[cursor + 2 : cursor + 4])
                else None
            )
    return None


def resolve(words: tuple[str, ...], kind: str) -> date | None:
    """The last day that the words of a deadline allow, where they name a year themselves."""
    years = [int_of(word) for word in words if is_year(word)]
    numbers = [int_of(word) for word in words if word.isdigit() and not is_year(word)]
    months = [word for word in words if word in sets()["months"]]
    month = (sets()["months"].index(months[0]) if months else -1) + 1
    month = month - 12 if month > 12 else month
    if month == 10 and months and months[0].startswith("sep"):
        month = 9
    try:
        if kind == "date" and len(words) == 5 and words[1] in {"/", "-"}:
            return date(_century(int_of(words[4])), int_of(words[2]), int_of(words[0]))
        if kind == "date" and years and month > 0 and numbers:
            return date(years[-1], month, numbers[0])
        if kind == "month" and years and month > 0:
            return date(years[-1], month, calendar.monthrange(years[-1], month)[1])
        if kind in {"term", "season"} and years:
            ends = {
                "autumn": (12, 31),
                "winter": (12, 31),
                "spring": (4, 30),
                "summer": (8, 31),
                "easter": (4, 30),
                "christmas": (12, 25),
            }
            named = next((ends[word] for word in words if word in ends), None)
            return date(years[-1], *named) if named else None
        if kind == "school_year" and years:
            last = _century(numbers[-1]) if numbers else years[-1]
            return date(last, 8, 31)
    except ValueError:
        return None
    return None


def _century(year: int) -> int:
    return year + 2000 if year < 100 else year


def points(text: str) -> tuple[Deadline, ...]:
    """The points in time of a text that is itself the answer to "by when?", as a table cell is."""
    seen = look_at(text)
    found: list[Deadline] = []
    for hit in seen.under("times."):
        kind = hit.list.removeprefix("times.")
        if kind != "phase_end" or seen.find("times.phase_end"):
            found.append(
                Deadline(seen.span(hit.first, hit.last, kind), kind, resolve(seen.words[hit.first : hit.last], kind))
            )
    return tuple(found)
