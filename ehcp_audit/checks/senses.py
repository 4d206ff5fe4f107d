"""The words by which a line is of ears, of eyes or of teeth, and those for what a condition of them takes away."""

from __future__ import annotations

import re

from ehcp_audit.rare import rarely

EARS = rarely(r"\b(?:hear(?:s|d|ing)?|ears?|audiolog\w*|deaf\w*|grommets?)\b", re.IGNORECASE)
EYES = rarely(
    r"\b(?:eyes?|sight\w*|squints?|vision|visual\w*|orthopt\w*|ophthalm\w*|optom\w*|optic\w*|glasses)\b", re.IGNORECASE
)
TEETH = rarely(r"\b(?:teeth|dental|dentist\w*)\b", re.IGNORECASE)
TAKEN_AWAY = ((EARS, r"hear(?:s|ing)?|deaf\w*|listen\w*"), (EYES, r"sight\w*|vision|visual\w*|print"))
