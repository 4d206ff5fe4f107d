"""A plan's text with its identities replaced: whole, or some of its sections for a moderation table."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ehcp_audit.model import Plan, Stretch
from ehcp_audit.privacy.masking import Masker

WIDTH = 66
MARGIN = 12


@dataclass(frozen=True, slots=True)
class Redacted:
    """The masked text, what was replaced by how it was found, and the capitals that are left, with their counts."""

    text: str
    counts: tuple[tuple[str, int], ...]
    residue: tuple[tuple[str, int], ...]


def redact(plan: Plan, masker: Masker, *, codes: Sequence[str] = ()) -> Redacted:
    """The plan's text with every identity that is found replaced by a placeholder.

    The whole text in reading order, cells of a row parted by tabs; running heads, notes and comments are left out.
    With `codes` only these sections, their lines numbered and with wide margins, for a moderation table.
    """
    masker.counts.clear()
    text = _sections(plan, masker, codes) if codes else _whole(plan, masker)
    left = Counter(masker.residue(text))
    return Redacted(text, tuple(sorted(masker.counts.items())), tuple(sorted(left.items())))


def _whole(plan: Plan, masker: Masker) -> str:
    lines: list[str] = []
    before: Stretch | None = None
    for stretch in plan.stretches:
        masked = masker.mask(stretch.text)
        same_row = before is not None and before.table is not None and stretch.table is not None
        if (
            same_row
            and before
            and before.table
            and stretch.table
            and before.table[:2] == stretch.table[:2]
            and before.table != stretch.table
        ):
            lines[-1] += f"\t{masked}"
        else:
            lines.append(masked)
        before = stretch
    return "\n".join(lines) + "\n"


def _sections(plan: Plan, masker: Masker, codes: Sequence[str]) -> str:
    blocks = []
    for code in codes:
        section = plan.section(code)
        head = f"Section {code}"
        if not section.text.strip():
            blocks.append(f"{head}: {section.state}")
            continue
        number, lines = 0, [head, ""]
        for paragraph in _masked(plan, masker, code):
            for line in textwrap.wrap(paragraph, WIDTH, break_long_words=False, break_on_hyphens=False) or [""]:
                number += 1
                lines.append(f"{number:>6}{' ' * (MARGIN - 6)}{line}")
            lines.append("")
        blocks.append("\n".join(lines).rstrip())
    return "\n\n\n".join(blocks) + "\n"


def _masked(plan: Plan, masker: Masker, code: str) -> list[str]:
    """The paragraphs of a section, masked; the cells of a row by " | "."""
    return [
        " | ".join(masker.mask(cell) for cell in line.split("\t") if cell.strip())
        for piece in plan.section(code).pieces
        for line in piece.text.split("\n")
        if line.strip()
    ]


def residue_text(residue: Sequence[tuple[str, int]]) -> str:
    """The residue as a file for the officer: one word a line with how often it stands there."""
    return "".join(f"{word}\t{count}\n" for word, count in residue)
