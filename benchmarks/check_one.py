"""What one `check` costs, whole process and its reader, beside starting spaCy: the floor of any check with tokens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Ratio, cpu_of_process, python
from benchmarks.sample import middle

SPACY = "import spacy; spacy.blank('en')"


def measure(plans: Path, runs: int) -> Iterator[Ratio]:
    """`ehcp-audit check` of the Word plan and of the PDF plan of median size."""
    floor = cpu_of_process(python("-c", SPACY), runs)
    for suffix, goal in ((".docx", 1.3), (".pdf", 1.5)):
        command = python("-m", "ehcp_audit", "check", str(middle(plans, suffix)), "--fail-on", "never")
        ours = cpu_of_process(command, runs)
        yield Ratio(f"check of one {suffix}", ours, floor, "import spacy and spacy.blank('en')", goal=goal)
