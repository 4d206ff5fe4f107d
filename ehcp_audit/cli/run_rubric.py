"""The rubric that judged a run: found by its name, believed by its checksum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehcp_audit.cli import settings
from ehcp_audit.errors import AuditError

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric
    from ehcp_audit.runs import Run


def run_rubric(run: Run, named: str | None) -> Rubric:
    """The rubric of a run: the one named, else the one in the settings, else the shipped one of its id.

    Raises AuditError when none of them is the very rubric that judged the run.
    """
    from ehcp_audit.rubric import load_rubric, shipped_rubrics

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
