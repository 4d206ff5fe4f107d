"""The names of the months, for the dates that are written and for the patterns that look for them."""

from __future__ import annotations

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

NAMED = "|".join(MONTHS)
"""As a pattern: any month written out."""

SHORTENED = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    "Nov(?:ember)?|Dec(?:ember)?"
)
"""As a pattern: any month, written out or cut short."""
