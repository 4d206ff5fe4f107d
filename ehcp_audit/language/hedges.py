"""Which words leave it open? Hedges on the commitment, the amount and the actor, each with its exceptions."""

from __future__ import annotations

from ehcp_audit.language.spans import Span, apart
from ehcp_audit.language.tokens import Hit, Look

_BARE = frozenset("support help input assistance".split())


def provision_hedges(look: Look) -> tuple[Span, ...]:
    """The hedges of a provision line; `kind` is commitment, amount or actor."""
    found: list[Span] = []
    for hit in look.find("hedges.commitment", "hedges.amount", "hedges.actor"):
        if not _excepted(look, hit):
            found.append(look.span(hit.first, hit.last, hit.list.removeprefix("hedges.")))
    return apart(found)


def _excepted(look: Look, hit: Hit) -> bool:
    words = look.words[hit.first : hit.last]
    following, before = look.word(hit.last), look.word(hit.first - 1)
    if len(words) == 1 and words[0] in _BARE:
        return _names_a_role(look, hit) or following in {
            ":",
            "assistant",
            "assistants",
            "worker",
            "workers",
            "teacher",
            "plan",
            "staff",
            "tutor",
            "officer",
            "practitioner",
        }
    if words == ("up", "to"):
        return look.word(hit.last + 1) in {"pupils", "children", "students", "peers", "others", "other", "learners"}
    if words == ("may",):
        return look.text[look.starts[hit.first]].isupper() and hit.first > 0
    if words == ("should",):
        return False
    if hit.list == "hedges.actor":
        return (
            before in {"all", "train", "for"}
            or following in {"training", "to"}
            or words[0] in {"staff", "adult", "adults"}
        )
    return words == ("around",) and following in {"the", "school", "site"}


def _names_a_role(look: Look, hit: Hit) -> bool:
    return any(role.last == hit.first for role in look.find("roles.named"))


def outcome_hedges(look: Look) -> tuple[Span, ...]:
    """The words of an outcome that a reader could not pin down."""
    found = [look.span(hit.first, hit.last, "change") for hit in look.find("verbs.change_verbs")]
    found += [look.span(hit.first, hit.last, "vague") for hit in look.under("vague.")]
    return apart(found)
