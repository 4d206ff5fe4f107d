"""Who does it: a role or a qualification, or nobody in particular."""

from __future__ import annotations

from ehcp_audit.language.proper_names import in_place_name
from ehcp_audit.language.spans import Span, apart
from ehcp_audit.language.tokens import Hit, Look
from ehcp_audit.language.wordlists import word_set

_PUPILS = frozenset({"pupil", "peer", "student", "buddy", "prefect", "pupils", "peers", "students"})

_ADVISED = frozenset(
    {"recommended", "advised", "directed", "suggested", "indicated", "determined", "decided", "judged", "prescribed"}
)
_THERAPIES = frozenset({"salt", "slt", "ot", "physio"})


_ROOMS = frozenset({"toilet", "toilets", "room", "rooms", "car", "minibus", "bus", "tests", "exams", "day", "week"})
"""What "staff" or "school" is said of: the staff toilet, school tests."""
_GIVEN = frozenset({"direct", "indirect", "minutes", "mins", "on", "about", "more"})


def actors(look: Look) -> tuple[Span, ...]:
    """Named roles and qualifications, without those who only receive ("all teachers to receive a briefing")."""
    return apart(
        look.span(hit.first, hit.last, "named") for hit in look.find("roles.named") if not _receives(look, hit)
    )


def loose_actors(look: Look) -> tuple[Span, ...]:
    """Words for people that name no role: "adult", "staff", "the school"."""
    named = look.covered("roles.named")
    return apart(
        look.span(hit.first, hit.last, "loose")
        for hit in look.find("roles.loose")
        if hit.first not in named
        and look.word(hit.last) not in _ROOMS
        and not _is_spoken_of(look, hit)
        and not in_place_name(look, hit.first, hit.last)
    )


def _is_spoken_of(look: Look, hit: Hit) -> bool:
    """ "Changes of staff", "training of staff": who is changed or trained, and not who does it."""
    return look.word(hit.first - 1) == "of" and look.word(hit.first - 2) in {"change", "changes", "training", "absence"}


def _receives(look: Look, hit: Hit) -> bool:
    before = look.word(hit.first - 1)
    after = look.words[hit.last : hit.last + 3]
    if before == "all" and "receive" in after:
        return True
    if look.words[hit.last - 1] in _THERAPIES and (
        look.word(hit.last) in word_set("after_therapies") or _is_a_label(look, hit)
    ):
        return True  # "SaLT programme", "OT input", "OT / 30 minutes": the therapy, not who gives it
    if look.word(hit.last) in {"software", "app", "apps", "model", "models"}:  # a typing tutor app
        return True
    if look.words[hit.last - 1] in _THERAPIES and _is_given(look, hit.first - 1):
        return True  # "40 minutes physio weekly", "guidance on OT": the therapy too
    if look.words[hit.last - 1] == "tutor" and look.word(hit.last) in {"group", "groups", "time", "period", "room"}:
        return True  # "a small tutor group" is a class
    if _is_a_source(look, hit) or _is_a_place(look, hit):
        return True
    if before in _PUPILS or look.word(hit.last) in _PUPILS:  # a peer mentor, a mentor pupil
        return True
    if _is_told(look, hit):
        return True
    return look.words[hit.first : hit.last] in {("parents",), ("parent",)}


def _is_given(look: Look, index: int) -> bool:
    """Does an amount or a kind of work stand before it: "minutes", "hours of", "direct", "on"?"""
    word = look.word(index)
    return word in _GIVEN or (word == "of" and look.word(index - 1) in {"hour", "hours", "minutes", "mins"})


def _is_told(look: Look, hit: Hit) -> bool:
    """ "Profile shared with all teachers", "passport given to each tutor": who is told, not who does it."""
    index = hit.first - 1
    while look.word(index) in {"the", "all", "each", "every", "his", "her", "their"}:
        index -= 1
    return (look.word(index - 1), look.word(index)) in {
        *(("shared", "with"), ("given", "to"), ("sent", "to"), ("circulated", "to"), ("passed", "to")),
    }


def _is_a_label(look: Look, hit: Hit) -> bool:
    """Does the name of a therapy stand by itself at the front: "OT / 30 minutes weekly", "SaLT: twice a term"?"""
    return hit.first == look.sentence(hit.first)[0] and look.word(hit.last) in {"/", "|", ":"}


def _is_a_source(look: Look, hit: Hit) -> bool:
    """ "As set out in the EP and OT advice": who advised, not who does it."""
    before = hit.first - 1
    while look.word(before) in word_set("determiners") and look.word(before) != "by":
        before -= 1
    if look.word(before) == "by" and look.word(before - 1) in _ADVISED:
        return True
    roles = look.covered("roles.named")
    index = hit.last
    while index in roles or look.word(index) in {"and", "or", "'", "s"}:
        index += 1
    if look.word(index) not in {"advice", "report", "reports", "recommendations", "recommendation", "letter"}:
        return False
    if look.word(index) not in {"advice", "letter"}:
        return True
    return any(look.word(hit.first - step) in {"in", "with", "by", "per", "from"} for step in range(1, 6))


def _is_a_place(look: Look, hit: Hit) -> bool:
    """ "Seated near the teacher": where, not who."""
    index = hit.first - 1
    while look.word(index) in {"the", "a", "his", "her", "their", "to"}:
        index -= 1
    return look.word(index) in {"near", "facing", "opposite"} or (
        look.word(index) in {"next", "close", "front"} and look.word(hit.first - 1) != "to"
    )
