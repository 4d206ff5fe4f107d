"""What would let an outsider say met or not met? Counts, scores, levels of independence, events and products."""

from __future__ import annotations

from collections.abc import Iterator

from ehcp_audit.language.deadlines import Deadline
from ehcp_audit.language.spans import Span, Taken, apart
from ehcp_audit.language.tokens import Hit, Look
from ehcp_audit.language.verbs import in_main_clause, is_known, listed_verbs, stands_as_verb
from ehcp_audit.language.wordlists import is_number, is_year, word_set

_WHEN_OPENERS = frozenset({"by", "at", "before", "during", "within", "on", "over"})
_FITTING = frozenset({"appropriate", "suitable"})
_TIME_ENDS = frozenset({"end", "start", "course", "completion", "close", "phase", "beginning", "of"})


def measures(look: Look, deadlines: tuple[Deadline, ...]) -> tuple[Span, ...]:
    """Every measure outside the deadlines; `kind` is count, score, number, independence or event."""
    taken = Taken(one.span for one in deadlines)
    found: list[Span] = []
    for hit in look.under("measures."):
        if not _decoy(look, hit):
            found.append(look.span(hit.first, hit.last, hit.list.removeprefix("measures.")))
    found.extend(_without(look))
    found.extend(_independent_in(look))
    found.extend(_events(look))
    found.extend(_named_works(look))
    if _has_placeholder(look):
        return ()
    found = [one for one in found if not taken.overlaps(one.start, one.end) or _is_level_of_a_year(one)]
    found.extend(_numbers(look, taken, Taken(found)))
    return apart(found)


def _is_level_of_a_year(span: Span) -> bool:
    """ "The level expected at the end of Year 2" is how well, and not by when."""
    words = span.text.lower().split()
    return span.kind == "score" and words[-1].isdigit() and not _EXPECTED.isdisjoint(words)


_EXPECTED = frozenset({"expected", "average", "usual", "typical"})


def baselines(look: Look) -> tuple[Span, ...]:
    """Where the child starts from: "from 20 words a minute to 45", "currently 3 of 10"."""
    return tuple(look.span(hit.first, hit.last, "baseline") for hit in look.find("baseline.baseline"))


def _has_placeholder(look: Look) -> bool:
    """Was a number left to be filled in: "Y number of signs", "X out of 5", "XX%"?"""
    return any(
        word in {"x", "y", "xx", "xxx"}
        and look.word(index + 1) in {"number", "out", "times", "%", "minutes", "words", "/"}
        for index, word in enumerate(look.words)
    )


def _decoy(look: Look, hit: Hit) -> bool:
    following = look.word(hit.last)
    words = look.words[hit.first : hit.last]
    if hit.list == "measures.independence":
        if words == ("independently",) and following.endswith(("ed", "chosen", "led")):
            return True  # "independently planned" says what a plan is like
        if not _FITTING.isdisjoint(words):
            return True  # "with appropriate support" is no level of it
        if look.word(hit.first - 1) == "as":
            return True  # "as independently as he can"
        return following in {"gradually", "removed", "faded", "as", "where", "if", "when"} and words[0] == "with"
    if hit.list == "measures.event":
        if words == ("a", "level") and look.text[look.starts[hit.first]] == "a" and not is_number(following):
            return True  # "at a level" is no A level
        return not _named_event(look, hit)
    if words == ("once",) and (hit.first == look.sentence(hit.first)[0] or _clause_follows(look, hit.last)):
        return True  # "once she reaches Year 10"
    if words == ("daily",):
        return following in word_set("daily_things")  # "daily living" is no rate
    return hit.list == "measures.count" and words[-1] == "of" and following in {"strategies", "ways"}


def _clause_follows(look: Look, index: int) -> bool:
    return look.word(index) in word_set("subjects") or (
        index < len(look.words) and look.span(index, index + 1).text[0].isupper()
    )


def _named_event(look: Look, hit: Hit) -> bool:
    """An event in the main clause, not in a condition ("after his apprenticeship")."""
    return in_main_clause(look, hit.first) and not _of_a_time(look, hit) and not _headed_for(look, hit)


def _headed_for(look: Look, hit: Hit) -> bool:
    """ "Explore options for paid employment", "progress towards GCSEs": not there yet."""
    first = look.sentence(hit.first)[0]
    return not word_set("heading_for").isdisjoint(look.words[max(first, hit.first - 5) : hit.first])


def _of_a_time(look: Look, hit: Hit) -> bool:
    """ "By the end of his supported internship": the event only says when."""
    first = look.sentence(hit.first)[0]
    before = look.words[max(first, hit.first - 8) : hit.first]
    if not before or "," in before or "will" in before or look.words[first] not in _WHEN_OPENERS:
        return False
    return hit.first - first <= 8 and not _TIME_ENDS.isdisjoint(before)


def _without(look: Look) -> Iterator[Span]:
    """ "Without armbands", "without stopping": a level of independence; "without arguing" is none."""
    if "without" not in look.words:
        return
    for index, word in enumerate(look.words):
        following = look.word(index + 1)
        if (
            word == "without"
            and following.isalpha()
            and (
                not following.endswith("ing")
                or following
                in {
                    "stopping",
                    "falling",
                    "using",
                    "spilling",
                    "resting",
                    "holding",
                    "touching",
                    "leaning",
                    "prompting",
                    "needing",
                    "help",
                }
            )
        ):
            yield look.span(index, index + 2, "independence")


def _independent_in(look: Look) -> Iterator[Span]:
    """ "Independent in locking his brakes": a level of independence in something that is done."""
    for index, word in enumerate(look.words):
        if word == "independent" and look.word(index - 1) not in word_set("comparatives") | {"as", "increasingly"}:
            done = listed_verbs(look).get(index + 2)
            if look.word(index + 1) in {"in", "with", "at"} and done and done.list == "verbs.observable_verbs":
                yield look.span(index, index + 2, "independence")


def _counts_one(look: Look, index: int) -> bool:
    """Does "one" count something: "one adult", "one invited play date"?"""
    for following in look.words[index + 1 : index + 4]:
        if following in word_set("counted_things"):
            return True
        if not following.isalpha() or following in {"of", "day", "and", "or", "to", "in", "on", "at", "which", "that"}:
            return False
    return False


_CARRIES = frozenset({"hold", "holds", "holding", "keep", "keeps", "keeping", "raise", "raises", "lift", "lifts"})
_BEARING = frozenset(
    {"head", "chin", "ground", "nerve", "temper", "own", "cool", "calm", "breath", "eyes", "attention"}
)


def _events(look: Look) -> Iterator[Span]:
    """Events and discrete tasks of the main clause: "works in a garden centre", "ties his laces"."""
    inner_verbs = look.find("verbs.inner_verbs")
    for hit in look.find("verbs.event_verbs"):
        first, last = look.sentence(hit.first)
        if not word_set("states").isdisjoint({*look.words[hit.last : min(hit.last + 2, last)]} - {"needs"}):
            continue  # "achieve his full potential" is no event
        if look.word(hit.last) == "some" or not word_set("comparatives").isdisjoint(
            look.words[hit.first : hit.last + 1]
        ):
            continue  # nor is "become a more confident reader"
        if not {"level", "levels", "standard"}.isdisjoint(look.words[hit.last : hit.last + 2]):
            continue  # nor is "work at a level in line with his age"
        if look.words[hit.first] in _CARRIES and not _BEARING.isdisjoint(
            look.words[hit.last : min(hit.last + 2, last)]
        ):
            continue  # nor is "hold his head up high"
        if not _FITTING.isdisjoint(look.words[hit.first : hit.last]):
            continue  # nor is "cook a meal with appropriate support"
        joins = look.word(hit.first + 1) == "part"  # "take part in the school concert" is one
        if not joins and any(inner.first == hit.first and inner.last - hit.first > 2 for inner in inner_verbs):
            continue  # nor is "make a success of college"
        if is_known(look, hit.first, first):
            continue  # nor is "understand that money buys things"
        if stands_as_verb(look, hit.first, first) and in_main_clause(look, hit.first):
            yield look.span(hit.first, hit.last, "event")


def _named_works(look: Look) -> Iterator[Span]:
    """A named work or certificate read, finished or performed: "reads Roald Dahl stories"."""
    for hit in look.find("verbs.observable_verbs"):
        if look.words[hit.first].rstrip("s") not in {"read", "finish", "complete", "perform", "recite"}:
            continue
        for index in range(hit.last, min(hit.last + 3, len(look.words))):
            if look.text[look.starts[index]].isupper() and look.words[index] not in {"i", "key", "year", "stage"}:
                yield look.span(hit.first, index + 1, "event")
                break


def _is_of_a_date(look: Look, index: int) -> bool:
    """Is the number a day before a month, or a year that no noun follows: "saves 2000 pounds" counts them?"""
    dated = look.word(index - 1) in word_set("months") or not look.word(index + 1).isalpha()
    return look.word(index + 1) in word_set("months") or (is_year(look.words[index]) and dated)


def _names_another(look: Look, index: int) -> bool:
    """Does the number stand in a bracket that opens with the noun of what it numbers: "(need 2a)", "(outcome 3, 4)"?"""
    for before in range(index - 1, max(-1, index - 8), -1):
        if look.words[before] in "()[]":
            opens = look.words[before] in "(["
            return opens and look.word(before + 1) in {"need", "needs", "outcome", "outcomes", "target", "see"}
    return False


def _numbers(look: Look, taken: Taken, counted: Taken) -> list[Span]:
    """Numbers that no list entry covers and that label nothing ("Year 4", "Key Stage 2")."""
    spans: list[Span] = []
    for index, word in enumerate(look.words):
        if not is_number(word) or look.word(index - 1) in word_set("label_words"):
            continue
        if _is_of_a_date(look, index) or _names_another(look, index):
            continue  # "By the end of Year 11 (8 July 2027)", "(needs 2 and 3a)"
        if look.word(index - 1 - (look.word(index - 1) == "-")) in {"post", "pre"}:
            continue  # "post-16" is a stage
        if word == "one" and not _counts_one(look, index):
            continue
        if look.word(index + 1) in {"operations", "seasons", "nations", "rules"}:
            continue  # "all four operations" names them
        start, end = look.starts[index], look.ends[index]
        if taken.overlaps(start, end) or counted.overlaps(start, end):
            continue
        if look.word(index - 1) == "of" and look.word(index - 2) in {"group", "class", "table", "pair", "team"}:
            continue
        if look.word(index + 1) in {":", "st", "nd", "rd", "th"}:
            continue
        spans.append(look.span(index, index + 1, "number"))
    return spans
