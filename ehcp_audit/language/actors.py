"""Who does it: a role or a qualification, or nobody in particular."""

from __future__ import annotations

from ehcp_audit.language.spans import Span, apart
from ehcp_audit.language.tokens import Hit, Look


def actors(look: Look) -> tuple[Span, ...]:
    """Named roles and qualifications, without those who only receive ("all teachers to receive a briefing")."""
    return apart(
        look.span(hit.first, hit.last, "named") for hit in look.find("roles.named") if not _receives(look, hit)
    )


def loose_actors(look: Look) -> tuple[Span, ...]:
    """Words for people that name no role: "adult", "staff", "the school"."""
    named = look.covered("roles.named")
    return apart(look.span(hit.first, hit.last, "loose") for hit in look.find("roles.loose") if hit.first not in named)


def _receives(look: Look, hit: Hit) -> bool:
    before = look.word(hit.first - 1)
    after = look.words[hit.last : hit.last + 3]
    if before == "all" and "receive" in after:
        return True
    return look.words[hit.first : hit.last] in {("parents",), ("parent",)}
