"""Does a sentence say by when? Points in time with the words that make them a deadline, and the decoys beside them.

times.yml names the points ("Year 6", "the spring term"); here the words around one decide. "By the end of Year 6",
"this term", "within 12 months", "on leaving school" are deadlines. "A Year 6 text", "each term", "until July", "after
leaving school", "across 3 consecutive weeks", "within 12 months of his age" are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.openings import counted_from, opening
from ehcp_audit.language.resolving import resolve
from ehcp_audit.language.spans import Span
from ehcp_audit.language.tokens import Hit, Look, longest
from ehcp_audit.language.wordlists import int_of, is_number, is_year, word_set

KINDS = (
    "date",
    "month",
    "season",
    "term",
    "school_year",
    "age",
    "year_group",
    "key_stage",
    "phase_end",
    "transfer",
    "review",
    "period",
)

_AFTER_AGE = frozenset({",", "i", "he", "she", "they", "the", "his", "her", "their", "my", "we"})


class Deadline(NamedTuple):
    """Words that say by when: their span (its kind is one of KINDS), and the last day they allow where they name it."""

    span: Span
    kind: str
    value: date | None = None


def deadlines(look: Look) -> tuple[Deadline, ...]:
    """Every deadline of the text in reading order."""
    found: list[Deadline] = []
    last = 0
    for point in _points(look):
        if point.first < last or _is_decoy(look, point):
            continue
        first = opening(look, point, max(look.sentence(point.first)[0], last))
        if first is not None:
            last = _end(look, point)
            found.append(_deadline(look, first, last, point))
    return tuple(found)


def points(text: str, scope: str = "outcome") -> tuple[Deadline, ...]:
    """The points in time of a text that is itself the answer to "by when?", as a table cell is: no "by" is needed."""
    seen = look_at(text, scope)
    return tuple(_deadline(seen, point.first, _end(seen, point), point) for point in _points(seen))


def _points(look: Look) -> list[Hit]:
    """The points that times.yml names, without a comma at their end."""
    named = (
        hit
        for name, hits in look.hits.items()
        if name.startswith("times.")
        for hit in hits
        if name != "times.period" or not is_year(look.words[hit.first])
    )
    found = longest((*named, *_bare_ages(look)))
    return [Hit(hit.first, hit.last - 1, hit.list) if look.words[hit.last - 1] == "," else hit for hit in found]


def _bare_ages(look: Look) -> Iterator[Hit]:
    """ "By 18 she will", "at 16, he", "a job by 21": ages of which only the number stands there."""
    for index in range(len(look.words) - 1):
        word = look.words[index + 1]
        if look.words[index] not in {"by", "at"} or not 14 <= int_of(word) <= 25:
            continue
        first, last = look.sentence(index)
        following = look.word(index + 2)
        named = index + 2 < last and look.text[look.starts[index + 2]].isupper() and following.isalpha()
        opens = index == first and (following in _AFTER_AGE or named)
        closes = index + 2 >= last - 1 and following in {"", "."} and not look.find("verbs.change_verbs")
        half = look.words[index + 2 : index + 5] == ("and", "a", "half")
        if opens or closes or half or following in word_set("pronouns"):
            yield Hit(index + 1, index + 2, "times.age")


def _deadline(look: Look, first: int, last: int, point: Hit) -> Deadline:
    kind = point.list.removeprefix("times.")
    if kind == "date" and point.last - point.first == 2 and is_year(look.words[point.first + 1]):
        kind = "month"
    return Deadline(look.span(first, last, kind), kind, resolve(look.words[point.first : last], kind))


def _end(look: Look, point: Hit) -> int:
    """Past the last word: "the annual review in May 2027" and "moves to Year 7" go on."""
    end, following = point.last, look.word(point.last)
    if point.list == "times.review" and following in {"in", "of"} and look.word(end + 1) in word_set("months"):
        return end + (3 if is_year(look.word(end + 2)) else 2)
    if point.list == "times.transfer" and look.words[end - 1] in {"year", "stage"} and is_number(following):
        return end + 1
    if point.list == "times.transfer" and look.words[end - 1] == "key" and is_number(look.word(end + 1)):
        return end + 2
    if point.list == "times.period" and following == "from":
        return end + counted_from(look, end)
    return end


def _is_decoy(look: Look, point: Hit) -> bool:
    """Do the words of the point, or those right after it, show that no point in time is meant?"""
    kind = point.list.removeprefix("times.")
    following, before = look.word(point.last), look.word(point.first - 1)
    words = look.words[point.first : point.last]
    if kind == "month" and len(words) == 1 and words[0] in word_set("doubtful_months"):
        capital = look.text[look.starts[point.first]].isupper()
        return not capital or before not in word_set("before_months")
    if kind == "age":
        bare = words[0] not in {"age", "ages", "aged"} and len(words) == 2 and is_number(words[1])
        capital = point.last < len(look.words) and look.text[look.starts[point.last]].isupper()
        if bare and (before == "there" or not (following == "" or following in word_set("age_followers") or capital)):
            return True
        return following in word_set("age_compounds")
    if kind in {"year_group", "key_stage", "term", "phase_end", "school_year"} and _is_in_a_level(look, point):
        return True
    if kind in {"year_group", "key_stage", "term", "phase_end", "season"}:
        acts = look.word(point.last + 1) in word_set("modals") or look.word(point.last + 1) in {"has", "is"}
        if kind == "season" and {before, look.word(point.first - 2)} & {"by", "before"}:
            return False  # "by the Christmas production"
        return following in word_set("levels") and not acts  # "by the end of term pupil will"
    if kind == "transfer":
        return following in {"times", "time", "points", "periods", "between", "activities"}
    if kind == "period" and is_number(following):
        return True
    if kind == "period":
        ahead = look.words[point.last + 1 : point.last + 6]
        gap = following in {"of", "below", "behind", "from", "above"} and not word_set("score_gaps").isdisjoint(ahead)
        return gap or following in word_set("blocks") or following in {"old", "olds", "ahead"}
    return kind == "school_year" and following in {"old", "olds", "ahead"}


_LEADS_TO = frozenset({"the", "end", "of", "at", "for", "by", "in", "a", "child"})
_EXPECTED = frozenset({"expected", "typical", "usual", "average"})
_LEVELS = frozenset({"expectation", "expectations", "standard", "standards", "norms", "objectives"})


def _is_in_a_level(look: Look, point: Hit) -> bool:
    """Is it how well, and not by when: "the level expected at the end of Year 2", "expectations for Year 2"?"""
    first, last = look.sentence(point.first)
    at = point.first - 1
    while at > first and look.words[at] in _LEADS_TO:
        at -= 1
    if at < first:
        return False
    before, after = look.words[at], look.word(at + 1)
    if before in _EXPECTED:
        return before != "expected" or look.word(at - 1) not in {
            "is",
            "are",
            "be",
        }  # "is expected by then to read"
    if before in _LEVELS and after in {"for", "of"}:
        return True
    told = look.words[point.last : min(point.last + 3, last)]  # "end of Year 2 age-related expectations"
    return told[:1] in (("age",), ("national",), ("curriculum",)) and not _LEVELS.isdisjoint(
        look.words[point.last : last]
    )
