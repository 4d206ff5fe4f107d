"""The phrases of phrases.yml as compiled patterns."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml


@cache
def _lists() -> dict[str, tuple[list[str], bool]]:
    """Every list by its name, and whether its letters must match exactly."""
    data = yaml.load(
        (Path(__file__).parent / "phrases.yml").read_text(encoding="utf-8"),
        Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader),  # noqa: S506  (safe either way)
    )
    exact = data.pop("exactly")
    return {
        **{name: (lines, False) for name, lines in data.items()},
        **{name: (lines, True) for name, lines in exact.items()},
    }


@cache
def phrases(name: str) -> re.Pattern[str]:
    """The pattern of the list with this name."""
    return re.compile(source(name), 0 if _lists()[name][1] else re.I)


@cache
def source(name: str) -> str:
    """The list's regular expression, for use inside another."""
    return "(?:" + "|".join(_bounded(line) for line in _lists()[name][0]) + ")"


def _bounded(line: str) -> str:
    line = re.sub(r"(?<!\(\?)(?<!\\)<([a-z ]+)>", lambda match: source(match.group(1)), line)
    return (
        rf"(?<![\w])(?:{line})(?![\w])"
        if not line.startswith(("^", "<", "«", "\\")) and "_{" not in line
        else f"(?:{line})"
    )


@cache
def words_of(name: str) -> frozenset[str]:
    """The list as plain words, where each of its alternatives is one."""
    kept: set[str] = set()
    for word in (word for line in _lists()[name][0] for word in line.split("|")):
        kept |= {word[:-2], word[:-1]} if word.endswith("?") else {word}
    return frozenset(kept)
