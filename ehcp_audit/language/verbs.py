"""What does the child do? Verbs that stand as verbs, and whether somebody could see the thing done."""

from __future__ import annotations

from ehcp_audit.language.spans import Span
from ehcp_audit.language.tokens import Look

MODALS = frozenset("will to can could shall must would cannot won't can't able".split())
_BETWEEN = frozenset(
    "and or , ; : then also not always be been have has had being usually often first next never either both so still "
    "only just begin begins start starts continue continues become learn learns - ( able/".split()
)
_ADVERBS_IN_Y = frozenset("independently".split())
_SUBJECTS = frozenset("i he she they we it pupil child learner student who person young".split())
_DETERMINERS = frozenset(
    "a an the his her their my our its this that these those of in with for from on some any no each every more "
    "less better good own new about by's other".split()
)
_PURPOSE = (
    ("so", "that"),
    ("in", "order"),
    ("so", "as"),
    ("to", "help"),
    ("to", "enable"),
    ("to", "allow"),
    ("which", "will"),
    ("to", "support"),
    ("so", "he"),
    ("so", "she"),
    ("so", "they"),
)
_CONDITIONS = frozenset("when given while if whilst where during after because as whenever".split())


def main_clause(look: Look, first: int, last: int) -> list[bool]:
    """For each token of a sentence: does it stand in the main clause, outside conditions and purposes?"""
    inside = [True] * (last - first)
    open_condition = False
    for index in range(first, last):
        word, following = look.words[index], look.word(index + 1)
        if (word, following) in _PURPOSE and index > first + 2:
            for rest in range(index, last):
                inside[rest - first] = False
            break
        if word in _CONDITIONS and not (word == "as" and following in {"a", "an", "measured", "well"}):
            open_condition = True
        if word == "," and open_condition:
            open_condition = False
        if open_condition:
            inside[index - first] = False
    return inside


def stands_as_verb(look: Look, index: int, first: int) -> bool:
    """Does the form at this place stand where a verb would, not as a noun ("his reading", "a plan")?"""
    word = look.words[index]
    before = _before(look, index, first)
    if before in _DETERMINERS:
        return False
    if word.endswith("ing"):
        return (
            before
            in {
                "",
                "by",
                "and",
                ",",
                "is",
                "are",
                "or",
                "for",
                "without",
                "of",
                "be",
                "been",
                "start",
                "begin",
                ":",
                "started",
                "keep",
                "from",
            }
            or before == ""
            or before in _SUBJECTS
        )
    if before in MODALS or before == "":
        return True
    if before.endswith("ly") and before not in {"family", "daily", "weekly", "early"}:
        return True
    if before in _BETWEEN:
        return True
    if before in _SUBJECTS:
        return True
    capital = look.text[look.starts[index - 1]].isupper() if index else False
    return capital and word.endswith("s")


def _before(look: Look, index: int, first: int) -> str:
    cursor = index - 1
    while (
        cursor >= first
        and look.words[cursor].endswith("ly")
        and look.words[cursor] not in {"family", "daily", "weekly", "early"}
    ):
        cursor -= 1
    return look.words[cursor] if cursor >= first else ""


def behaviours(look: Look) -> tuple[Span, ...]:
    """The observable verbs of the main clauses."""
    found: list[Span] = []
    clause_of: dict[int, list[bool]] = {}
    for hit in look.find("verbs.observable_verbs", "verbs.inner_verbs", "verbs.change_verbs"):
        first, last = look.sentence(hit.first)
        if hit.list != "verbs.observable_verbs" or not stands_as_verb(look, hit.first, first):
            continue
        inside = clause_of.setdefault(first, main_clause(look, first, last))
        if inside[hit.first - first]:
            found.append(look.span(hit.first, hit.last, "behaviour"))
    return tuple(found)


def changes(look: Look) -> tuple[Span, ...]:
    """Verbs that say better or more, where they stand as verbs."""
    return tuple(
        look.span(hit.first, hit.last, "change")
        for hit in look.find("verbs.change_verbs")
        if stands_as_verb(look, hit.first, look.sentence(hit.first)[0])
    )


def unknown_verbs(look: Look) -> tuple[Span, ...]:
    """What follows "will" or "be able to" and is in no list: most such verbs name something that is done."""
    known = {
        hit.first
        for name in ("verbs.observable_verbs", "verbs.inner_verbs", "verbs.change_verbs")
        for hit in look.find(name)
    }
    found: list[Span] = []
    for index, word in enumerate(look.words):
        if word not in {"will", "to", "can"} or (word == "to" and look.word(index - 1) != "able"):
            continue
        cursor = index + 1
        while look.word(cursor).endswith("ly") or look.word(cursor) in {
            "be",
            "able",
            "to",
            "have",
            "been",
            "also",
            "not",
            "then",
            "always",
        }:
            cursor += 1
        head = look.word(cursor)
        if (
            head.isalpha()
            and cursor not in known
            and look.word(cursor - 1) != "be"
            and look.word(cursor - 1) != "have"
            and not head.endswith("ed")
        ):
            first, last = look.sentence(cursor)
            if main_clause(look, first, last)[cursor - first]:
                found.append(look.span(cursor, cursor + 1, "behaviour"))
    return tuple(found)
