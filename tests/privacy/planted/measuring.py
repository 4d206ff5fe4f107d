"""Plans made, masked and judged: recall by stratum, plans that leak, ordinary words masked in vain."""

# ruff: noqa: S311  (tables of values; chance is only for variety)
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ehcp_audit.intervals import wilson
from ehcp_audit.plan import build_plan
from ehcp_audit.privacy.identities import lexicon_of
from ehcp_audit.privacy.masking import Masker
from ehcp_audit.privacy.redacting import redact
from ehcp_audit.privacy.word_copy import redacted_copy
from ehcp_audit.reading import formats
from tests.privacy.planted.generating import Planted, Writer
from tests.privacy.planted.judging import leaked, ordinary_words, over_masked, text_of_word

AS_OF = date(2026, 11, 20)
SEES_FILE = ("properties, comments, hidden text", "headers and footers")


@dataclass
class Measured:
    """What was planted, what was missed, by stratum; and the rest of the figures."""

    planted: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    listed: Counter[str] = field(default_factory=Counter)  # missed, but on the residue list
    plans: int = 0
    leaking: int = 0
    leaking_known: int = 0  # plans in which something leaked that a field, file or property named
    words: int = 0
    over: int = 0
    misses: list[tuple[int, str, str, str]] = field(default_factory=list)

    def rows(self) -> Iterator[tuple[str, int, int, int, float]]:
        for stratum in sorted(self.planted):
            n, missed = self.planted[stratum], self.missed[stratum]
            yield stratum, n, missed, self.listed[stratum], wilson(n - missed, n)[0]


UNKNOWN = ("unknown professionals", "unknown relatives", "unknown, no cue", "unknown settings")


def measure(
    folder: Path, count: int, *, kind: str = "held_out", seed: str = "privacy", copies: bool = True
) -> Measured:
    """Make, mask and judge so many plans."""
    import random

    found = Measured()
    for number in range(count):
        writer = Writer(folder / f"plan{number:03}.docx", random.Random(f"{seed}/{kind}/{number}"), kind)
        made = writer.write()
        document = formats.read(made.path)
        plan = build_plan(document, reference="P01", as_of=AS_OF)
        lexicon = lexicon_of(document, plan, file_name=made.path.name)
        redacted = redact(plan, Masker(lexicon))
        word = text_of_word(redacted_copy(made.path, Masker(lexicon)).data) if copies else ""
        ordinary = ordinary_words(made, writer.skeleton)
        left = {name for name, _ in redacted.residue}
        leaks: list[Planted] = []
        for one in made.planted:
            found.planted[one.stratum] += 1
            in_text = one.stratum not in SEES_FILE and leaked(one, made, redacted.text, ordinary)
            in_word = copies and leaked(one, made, word, ordinary)
            if in_text or in_word:
                found.missed[one.stratum] += 1
                leaks.append(one)
                found.listed[one.stratum] += all(part in left for part in one.value.split() if part in redacted.text)
                found.misses.append((number, one.stratum, one.value, one.mark))
        found.plans += 1
        found.leaking += bool(leaks)
        found.leaking_known += any(one.stratum not in UNKNOWN for one in leaks)
        masker = Masker(lexicon)
        total, gone = over_masked(made.ordinary, (masker.mask(line) for line in made.ordinary))
        found.words, found.over = found.words + total, found.over + gone
    return found
