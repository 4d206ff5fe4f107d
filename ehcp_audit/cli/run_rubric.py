"""The rubric that judged a run: found by its name, believed by its checksum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehcp_audit.cli import settings
from ehcp_audit.errors import AuditError

if TYPE_CHECKING:
    from pathlib import Path

    from ehcp_audit.rubric import Rubric
    from ehcp_audit.runs import Run


def run_rubric(run: Run, named: str | None, folder: Path | None = None) -> Rubric:
    """The rubric of a run: the one named, else the one that the run kept, else that of the settings or of its id.

    Raises AuditError when none of them is the very rubric that judged the run.
    """
    from ehcp_audit.rubric import load_rubric, shipped_rubrics
    from ehcp_audit.rubric.keeping import rubric_from_text
    from ehcp_audit.runs import RUBRIC

    if named is None and folder is not None and (folder / RUBRIC).is_file():
        kept = rubric_from_text((folder / RUBRIC).read_text(encoding="utf-8"), str(folder / RUBRIC))
        if kept.sha256 == run.rubric.sha256:
            return kept
    candidates = [settings.setting("rubric", named)]
    if named is None and run.rubric.id in shipped_rubrics():
        candidates.append(run.rubric.id)
    for candidate in candidates:
        rubric = load_rubric(candidate)
        if rubric.sha256 == run.rubric.sha256:
            return rubric
    raise AuditError(
        f"The run was judged by the rubric {run.rubric.id} {run.rubric.version} (SHA-256 {run.rubric.sha256[:12]}...),"
        " which is not the one here. Name its file with --rubric, as it was then."
    )
