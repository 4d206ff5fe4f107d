"""What a child has to do outside school: a need of section D, and the club or place in H1 or H2 that answers it.

"She spends weekends with adults" and "a place at the Young Film-makers on Saturdays" share no word.
"""

from __future__ import annotations

from ehcp_audit.checks.phrases import phrases
from ehcp_audit.model import Item

SPARE_TIME = frozenset({"#spare-time"})


def of_spare_time(item: Item) -> frozenset[str]:
    """That an item of section D tells of nothing to do outside school, or one of H1 or H2 gives it; else nothing."""
    if item.section == "D" and phrases("nothing to do").search(item.text):
        return SPARE_TIME
    if item.section in ("H1", "H2") and phrases("something to do").search(item.text):
        return SPARE_TIME
    return frozenset()
