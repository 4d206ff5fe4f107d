"""Words that stand in the proper name of a place, where they say nothing of who or how many."""

from __future__ import annotations

from ehcp_audit.language.tokens import Look

_KINDS = frozenset(
    {"base", "unit", "centre", "provision", "school", "learning", "college", "academy", "hub", "house", "education"}
)


def in_place_name(look: Look, first: int, last: int) -> bool:
    """Are these words within a name like "the Larches Nurture Base" or "Springline Adult Learning"?

    A word before them and the kind of place after them begin with capitals, as they do.
    """
    return (
        first > 0
        and last < len(look.words)
        and look.words[last] in _KINDS
        and all(look.text[look.starts[place]].isupper() for place in range(first - 1, last + 1))
    )
