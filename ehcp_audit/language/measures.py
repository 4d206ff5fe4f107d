"""What would let an outsider say met or not met? Counts, scores, levels of independence, events and products."""

from __future__ import annotations

from ehcp_audit.language.deadlines import Deadline
from ehcp_audit.language.lexicon import is_number
from ehcp_audit.language.spans import Span, apart
from ehcp_audit.language.tokens import Look

_LABELS = frozenset(
    "year years key stage ks y yr set term week phase level band section outcome age unit yrs room class".split()
)


def measures(look: Look, deadlines: tuple[Deadline, ...]) -> tuple[Span, ...]:
    """Every measure outside the deadlines; `kind` is count, score, independence or event."""
    taken = [(one.span.start, one.span.end) for one in deadlines]
    found: list[Span] = []
    for hit in look.under("measures."):
        kind = hit.list.removeprefix("measures.")
        span = look.span(hit.first, hit.last, kind)
        if any(start < span.end and span.start < end for start, end in taken):
            continue
        if kind == "independence" and look.word(hit.last).endswith("ed") and hit.last - hit.first == 1:
            continue  # "independently planned" says what a plan is like
        found.append(span)
    found.extend(_numbers(look, taken, found))
    return apart(found)


def _numbers(look: Look, taken: list[tuple[int, int]], found: list[Span]) -> list[Span]:
    """Numbers that no list entry covers and that label nothing ("Year 4", "Key Stage 2")."""
    spans: list[Span] = []
    for index, word in enumerate(look.words):
        if not is_number(word) or word == "one":
            continue
        start, end = look.starts[index], look.ends[index]
        if (
            any(low < end and start < high for low, high in taken)
            or look.word(index - 1) in _LABELS
            or look.word(index + 1) in {":", "st", "nd", "rd", "th"}
        ):
            continue
        if any(one.start <= start and end <= one.end for one in found):
            continue
        spans.append(look.span(index, index + 1, "number"))
    return spans
