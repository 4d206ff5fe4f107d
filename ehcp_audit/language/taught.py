"""What is taught is a subject, and no vague promise: "teaches him about feelings and strategies"."""

from __future__ import annotations

from ehcp_audit.language.tokens import Hit, Look

_TEACHES = frozenset(
    {
        *(
            "teach",
            "teaches",
            "taught",
            "teaching",
            "learn",
            "learns",
            "practise",
            "practises",
            "rehearse",
            "rehearses",
        ),
        *("coach", "coaches", "lesson", "lessons", "cover", "covers", "covering"),
    }
)
_ABOUT = frozenset({"about", "on", "in", "how"})
_JOINS = frozenset({"and", ",", "&"})
_AS_LOOSE = frozenset({"", "support", "help", "meet", "be", "use", "access", "learn"})
_FAR = 20  # words


def is_taught(look: Look, hit: Hit) -> bool:
    """Are the strategies part of a subject that is taught, or is it said what for: "strategies for calming down"?"""
    first = max(look.sentence(hit.first)[0], hit.first - _FAR)
    before = look.words[first : hit.first]
    at = next((place for place, word in enumerate(before) if word in _TEACHES), -1)
    if at < 0:
        return False
    topic = before[at:]
    joined = topic[-1] in _JOINS and not _ABOUT.isdisjoint(topic) and topic[-2] not in _ABOUT | _TEACHES
    does = look.word(hit.last + 1)
    what_for = does.endswith("ing") if look.word(hit.last) == "for" else look.word(hit.last) == "to"
    return joined or (what_for and does not in _AS_LOOSE)
