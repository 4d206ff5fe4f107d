"""Does a sentence say by when? Points in time with the words that make them a deadline, and the decoys beside them.

times.yml names the points ("Year 6", "the spring term"); here the words around one decide. "By the end of Year 6",
"this term", "within 12 months", "on leaving school" are deadlines. "A Year 6 text", "each term", "until July", "after
leaving school", "across 3 consecutive weeks", "within 12 months of his age" are not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.openings import opening
from ehcp_audit.language.resolving import resolve
from ehcp_audit.language.spans import Span
from ehcp_audit.language.tokens import Hit, Look, longest
from ehcp_audit.language.wordlists import is_number, is_year, word_set

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
    for point in _points(look):
        if point.first < last or _is_decoy(look, point):
            continue
        first = opening(look, point, max(look.sentence(point.first)[0], last))
        if first is not None:
            last = _end(look, point)
            found.append(_deadline(look, first, last, point))
    return tuple(found)


def points(text: str) -> tuple[Deadline, ...]:
    """The points in time of a text that is itself the answer to "by when?", as a table cell is: no "by" is needed."""
    seen = look_at(text)
    return tuple(_deadline(seen, point.first, _end(seen, point), point) for point in _points(seen))


def _points(look: Look) -> list[Hit]:
    """The points that times.yml names, without a comma at their end."""
    found = longest(
        hit
        for name, hits in look.hits.items()
        if name.startswith("times.")
        for hit in hits
        if name != "times.period" or not is_year(look.words[hit.first])
    )
    return [Hit(hit.first, hit.last - 1, hit.list) if look.words[hit.last - 1] == "," else hit for hit in found]


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
    if point.list == "times.period" and (following, look.word(end + 1)) == ("from", "now"):
        return end + 2
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
    if kind in {"year_group", "key_stage", "term", "phase_end", "season"}:
        return following in word_set("levels")
    if kind == "transfer":
        return following in {"times", "time", "points", "periods", "between", "activities"}
    if kind == "period" and is_number(following):
        return True
    if kind == "period":
        ahead = look.words[point.last + 1 : point.last + 6]
        gap = following in {"of", "below", "behind", "from", "above"} and not word_set("score_gaps").isdisjoint(ahead)
        return gap or following in word_set("blocks") or following in {"old", "olds", "ahead"}
    return kind == "school_year" and following in {"old", "olds", "ahead"}
