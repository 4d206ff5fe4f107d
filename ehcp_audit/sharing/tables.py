"""The sheets of a share pack: their columns, and what may stand in each. Packing writes them, checking reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ehcp_audit.model import SECTION_CODES, Mode, Tier
from ehcp_audit.sharing.figures import ALSO, HELD_BACK, VERDICTS

ABOUT, CRITERIA, PLANS, QUOTES = "About", "Criteria", "Plans", "Quotes"
LONGEST_QUOTE = 200

_COUNT = re.compile(rf"\d{{1,6}}|{HELD_BACK}|{ALSO}")
_NUMBER = re.compile(r"-?\d{1,4}(?:\.\d{1,2})?")
_OF = re.compile(r"\d{1,3}")
_PLAN = re.compile(r"S\d{2,6}")
_SUBJECT = re.compile(r"[A-K][12]?(?:\.\d{1,3})?|plan")
_SECTION = re.compile("|".join((*SECTION_CODES, "H", "all", "dates", "voice", "plan")))
_TIER = re.compile("|".join(Tier))
_MODE = re.compile("|".join(Mode))
_VERDICT = re.compile("|".join(VERDICTS))
_ANY = re.compile(rf".{{0,{LONGEST_QUOTE}}}", re.DOTALL)
CRITERION = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,39}")


@dataclass(frozen=True, slots=True)
class Kind:
    """A column: its heading, its width, and what a cell of it may hold. `id`: only the criteria of the pack."""

    heading: str
    width: float
    holds: re.Pattern[str]
    id: bool = False
    quote: bool = False


SHEETS: dict[str, tuple[Kind, ...]] = {
    CRITERIA: (
        Kind("Criterion", 12, CRITERION, id=True),
        Kind("Section", 10, _SECTION),
        Kind("Tier", 10, _TIER),
        Kind("Mode", 12, _MODE),
        *(Kind(verdict.capitalize(), 14, _COUNT) for verdict in VERDICTS),
    ),
    PLANS: (
        Kind("Plan", 10, _PLAN),
        Kind("Percent", 10, _NUMBER),
        Kind("Unweighted percent", 12, _NUMBER),
        Kind("Coverage", 10, _NUMBER),
        Kind("Must met", 10, _OF),
        Kind("Must applicable", 12, _OF),
        Kind("Criteria open", 12, _OF),
    ),
    QUOTES: (
        Kind("Plan", 10, _PLAN),
        Kind("Criterion", 12, CRITERION, id=True),
        Kind("Item", 10, _SUBJECT),
        Kind("Verdict", 14, _VERDICT),
        Kind("Words, masked", 90, _ANY, quote=True),
    ),
}
"""The sheets that a pack may hold beside the first one, which holds the banner."""
