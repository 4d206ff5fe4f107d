"""Audit the quality of Education, Health and Care Plans, offline.

For scripts: `read_plan`, `load_rubric`, `audit_plan`, and the `Scorecard` that comes of them.

    from datetime import date
    from ehcp_audit import audit_plan, load_rubric, read_plan

    plan = read_plan("draft.docx", as_of=date(2026, 11, 20))
    scorecard = audit_plan(plan, load_rubric("national"))
    print(scorecard.score.total, scorecard.score.must)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence
    from datetime import date

    from ehcp_audit.audit import audit_plan
    from ehcp_audit.model import Plan, Scorecard
    from ehcp_audit.rubric import load_rubric

__version__ = "0.1.0"

__all__ = ["Scorecard", "__version__", "audit_plan", "load_rubric", "read_plan"]

_HOMES = {"audit_plan": "ehcp_audit.audit", "load_rubric": "ehcp_audit.rubric", "Scorecard": "ehcp_audit.model"}


def read_plan(
    path: str | os.PathLike[str],
    *,
    as_of: date,
    reference: str = "P01",
    ocr: str = "auto",
    passwords: Sequence[str] = (),
) -> Plan:
    """What does this file say, as a plan? `as_of` is the date of the audit; ages and overdue dates depend on it.

    The file is parsed in a process of its own, which ends with the call; a script with many plans uses
    `ehcp_audit.reading.Reader` and `ehcp_audit.plan.build_plan`, which this joins. `ocr` is "auto" (pages that are
    pictures are read where Tesseract is installed) or "off"; `passwords` are tried on a locked PDF.

    Raises UnreadableError with its kind and a sentence that says what to do.
    """
    from pathlib import Path

    from ehcp_audit.plan import build_plan
    from ehcp_audit.reading import Reader

    with Reader(ocr=ocr, passwords=passwords) as reader:
        return build_plan(reader.read(Path(path)), reference=reference, as_of=as_of)


def __getattr__(name: str) -> Any:
    """The names above, imported when they are first asked for: importing the package alone loads nothing heavy."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
