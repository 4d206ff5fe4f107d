"""Words that begin several outcomes and stand over them: "Learning: by July 2027 Sam will" over "(a) read ..."."""

from __future__ import annotations

import re

from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.times import names_time
from ehcp_audit.rare import rarely

_ENDS_OPEN = rarely(
    r"\b(?:will(?: be able to| have| be)?|can|should|is able to|is going to|shall)\s{0,2}[:–—…-]?\s{0,2}$",
    re.IGNORECASE,
)
_POINT = rarely(r"\s{0,3}(?:[(\[]?(?:[a-z]|[ivx]{1,4}|\d{1,2})[)\].]\s|[•▪●–-]\s|[a-z])")


def is_stem(layout: Layout, text: str, following: int | None) -> bool:
    """Does a line break off after "by July 2027 Sam will", and go on in the points under it?"""
    if following is None or _ENDS_OPEN.search(text) is None or not names_time(text):
        return False
    after = layout.stretches[following]
    return bool(after.marker) or _POINT.match(after.text) is not None
