"""The colours and type of the fictional councils."""

from __future__ import annotations

from blocks import Theme
from cases import Case

THEMES = {
    "navy": Theme(),
    "teal": Theme("005F61", "E0F2F1", "F4F9F9", "Arial"),
    "plum": Theme("5B2C6F", "F1E6F5", "F8F4FA", "Calibri", size=11.5),
    "green": Theme("2E6B34", "E6F2E6", "F5FAF5", "Arial", size=10.5),
    "grey": Theme("404040", "E7E6E6", "F7F7F7", "Times New Roman", serif=True, size=11.5),
    "red": Theme("8B1A2B", "F9E4E7", "FCF5F6", "Calibri", size=11.5),
    "blue": Theme("2F5597", "D9E2F3", "F2F5FB", "Calibri", size=11.0),
}


def theme(case: Case) -> Theme:
    return THEMES[case.plan["theme"]]
