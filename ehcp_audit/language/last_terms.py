"""Ends that a time itself does not name: the last term of a course, and the end of what is counted."""

from __future__ import annotations

from ehcp_audit.language.tokens import Hit, Look

MEASURED = frozenset({"check", "test", "assessment", "probe", "observation", "review", "trial", "interview", "exam"})
MEASURED |= {"scan", "ray", "screening", "weighing"}


def is_last(look: Look, point: Hit, index: int) -> bool:
    """Is it the last term of a course or school: "in the last term of the course", "in her final term at college"?"""
    ends = {hit.first for hit in look.hits.get("times.phase_end", ())}
    ahead = range(point.last + 1, point.last + 4)
    within = look.word(point.last) in {"of", "at", "in"} and not ends.isdisjoint(ahead)
    return within and not {"last", "final"}.isdisjoint(look.words[index + 1 : point.first])


def is_counted_to(look: Look, index: int) -> bool:
    """Does a share of a number, or each of several tests, run to the time: "92% of sessions in Year 11 up to Easter
    2028", "at each quarterly weighing to July 2027"? "Meets Ali every fortnight until July" goes on to it.
    """
    words = look.words[look.sentence(index)[0] : index]
    share = any(one in {"%", "percent"} and words[at + 1 : at + 2] == ("of",) for at, one in enumerate(words))
    tested = any(
        one in {"each", "every"} and words[at - 1] == "at" and not MEASURED.isdisjoint(words[at + 1 : at + 4])
        for at, one in enumerate(words)
    )
    return share or tested
