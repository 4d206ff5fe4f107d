"""What kind of sentence is it: a wish, provision posing as an outcome, one result or several?"""

from __future__ import annotations

from ehcp_audit.language.spans import Span, apart
from ehcp_audit.language.tokens import Look
from ehcp_audit.language.verbs import main_clause

_SERVED = frozenset({"received", "staff_subject", "bare_service"})


def aspiration_frames(look: Look) -> tuple[Span, ...]:
    """Words of wishing, where they say what is wished for; "plan" the noun is none."""
    found: list[Span] = []
    for hit in look.find("frames.wish"):
        words = look.words[hit.first : hit.last]
        first, last = look.sentence(hit.first)
        before = look.word(hit.first - 1)
        if words[0].startswith(("plan", "hope", "wish", "want", "dream")) and len(words) == 1:
            if look.word(hit.last) != "to" and words[0] not in {"wants", "hopes", "dreams", "hoping"}:
                continue
            if before in {"a", "an", "the", "his", "her", "their", "my", "of", "and", "will", "can", "to"}:
                continue
        if not main_clause(look, first, last)[hit.first - first]:
            continue
        found.append(look.span(hit.first, hit.last, "wish"))
    return apart(found)


def provision_frames(look: Look) -> tuple[Span, ...]:
    """Words that make the sentence a service: `kind` is received, taking_part, staff_subject or bare_service."""
    found: list[Span] = []
    for hit in look.find("frames.received", "frames.taking_part", "frames.staff_subject"):
        kind = hit.list.removeprefix("frames.")
        first, last = look.sentence(hit.first)
        if not main_clause(look, first, last)[hit.first - first]:
            continue
        if kind == "staff_subject" and not _opens(look, hit.first, first):
            continue
        found.append(look.span(hit.first, hit.last, kind))
    found.extend(_bare_services(look))
    return apart(found)


def _opens(look: Look, index: int, first: int) -> bool:
    """Does the subject stand at the sentence's start, or after its opening phrase?"""
    return index - first <= 2 or look.word(index - 1) == ","


def _bare_services(look: Look) -> list[Span]:
    """A sentence that is a service by name: "8 hours of LSA time", "Weekly physiotherapy"."""
    found: list[Span] = []
    for start in look.sentences:
        first, last = look.sentence(start) if start < len(look.words) else (0, 0)
        words = look.words[first:last]
        if not words or "will" in words or "to" in words[:2]:
            continue
        for name in ("types.therapy", "amounts.amount", "roles.named"):
            for hit in look.find(name):
                if first <= hit.first <= first + 1 and "can" not in words and "is" not in words:
                    found.append(look.span(hit.first, hit.last, "bare_service"))
    return found


def serves(frames: tuple[Span, ...]) -> bool:
    """Is a service or its staff the subject, rather than the child?"""
    return any(frame.kind in _SERVED for frame in frames)


def results(look: Look) -> tuple[Span, ...]:
    """Results joined in one sentence; more than one is more than one outcome."""
    found: list[Span] = []
    for index, word in enumerate(look.words):
        if word == "and" and look.word(index + 1) in {"will", "then", "he", "she", "they"}:
            found.append(look.span(index, index + 2, "result"))
    return tuple(found) * 2 if len(found) == 1 else tuple(found)
