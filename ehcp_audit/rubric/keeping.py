"""A rubric as a run keeps it: whole, so that the run can be judged and read when the rubric's file has moved on."""

from __future__ import annotations

import json

from ehcp_audit.errors import AuditError
from ehcp_audit.rubric.schema import Rubric


def rubric_text(rubric: Rubric) -> str:
    """The rubric as JSON, with the checksum of the file that it was read from."""
    data = rubric.model_dump(warnings="none") | {"sha256": rubric.sha256}
    return json.dumps(data, ensure_ascii=False, indent=1, default=str) + "\n"


def rubric_from_text(text: str, where: str) -> Rubric:
    """The rubric that a run kept. Raises AuditError when the text is none."""
    from pydantic import ValidationError

    try:
        return Rubric.model_validate(json.loads(text))
    except (ValueError, ValidationError, TypeError) as error:
        raise AuditError(
            f"{where} is damaged: it is no rubric that a run kept; name the rubric with --rubric"
        ) from error
