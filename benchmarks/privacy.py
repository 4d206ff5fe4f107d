"""How many planted identities `redact` misses: the figures of docs/privacy.md (`python -m benchmarks.privacy`)."""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ehcp_audit.intervals import wilson
from tests.privacy.planted.measuring import UNKNOWN, Measured, measure

ROOT = Path(__file__).resolve().parents[1]
MEASURED = ROOT / "ehcp_audit" / "privacy" / "data" / "measured.json"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def figures(found: Measured) -> str:
    """The figures as Markdown."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Measured) -> Iterator[str]:
    planted, missed = sum(found.planted.values()), sum(found.missed.values())
    low, high = wilson(found.plans - found.leaking, found.plans)
    yield f"{found.plans} generated plans, {planted:,} planted identities, each in the text and in the Word copy."
    yield ""
    yield "| What was planted | Planted | Missed | Found | At least (95%) |"
    yield "|---|---|---|---|---|"
    for stratum, n, lost, _, lowest in found.rows():
        yield f"| {stratum} | {n:,} | {lost} | {100 * (n - lost) / n:.1f}% | {100 * lowest:.1f}% |"
    total = wilson(planted - missed, planted)[0]
    yield f"| **all** | {planted:,} | {missed} | {100 * (planted - missed) / planted:.2f}% | {100 * total:.2f}% |"
    yield ""
    unknown = sum(found.planted[one] for one in UNKNOWN)
    lost = sum(found.missed[one] for one in UNKNOWN)
    listed = sum(found.listed[one] for one in UNKNOWN)
    yield f"- Plans in which nothing was left: {found.plans - found.leaking} of {found.plans} ({100 * (found.plans - found.leaking) / found.plans:.1f}%, {100 * low:.1f} to {100 * high:.1f})."  # noqa: E501
    yield f"- People and places in no field: {unknown - lost} of {unknown:,} found, {listed} more on the residue list."
    yield f"- Ordinary words masked in vain: {found.over} of {found.words:,} ({100 * found.over / found.words:.2f}%)."


def worst(found: Measured) -> str:
    """The kind of which the greatest share was missed; the least certain one where nothing was."""
    return max(found.rows(), key=lambda row: (row[2] / row[1], 1 - row[4]))[0]


def main() -> int:
    """Measure, print, and with `--write` put the figures into docs/privacy.md."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.privacy", description=__doc__)
    parser.add_argument("--plans", type=int, default=200)
    parser.add_argument("--set", default="held_out", choices=("held_out", "tuning"))
    parser.add_argument("--write", action="store_true", help="put the figures into docs/privacy.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ehcp-audit-planted-") as folder:
        found = measure(Path(folder), options.plans, kind=options.set)
    text = figures(found)
    sys.stdout.write(text)
    for number, stratum, value, mark in found.misses:
        sys.stdout.write(f"missed: plan {number}, {stratum}: {value} {mark}\n")
    if options.write:
        page = ROOT / "docs" / "privacy.md"
        old = page.read_text(encoding="utf-8")
        new = re.sub(f"{BEGIN}.*?{END}", lambda _: f"{BEGIN}\n{text}{END}", old, flags=re.DOTALL)
        page.write_text(new, encoding="utf-8")
        kept = {
            "plans": found.plans,
            "planted": found.planted.total(),
            "missed": found.missed.total(),
            "worst": worst(found),
        }
        MEASURED.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
