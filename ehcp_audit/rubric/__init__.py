"""Rubrics: the criteria that a plan is judged by, as data that an authority can own.

A rubric is a YAML file. `load_rubric` reads it and names every mistake in it at once, each with its line and column.
"""

from __future__ import annotations

from typing import Any

from ehcp_audit.rubric.loading import load_rubric, rubric_path, shipped_rubrics
from ehcp_audit.rubric.schema import Band, CapRule, CheckUse, Criterion, Guidance, Rubric

__all__ = [
    "Band",
    "CapRule",
    "CheckUse",
    "Criterion",
    "Guidance",
    "Rubric",
    "load_rubric",
    "rubric_json_schema",
    "rubric_path",
    "shipped_rubrics",
]


def rubric_json_schema() -> dict[str, Any]:
    """The JSON Schema of a rubric file, for editors and for `ehcp-audit schema rubric`."""
    schema = Rubric.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "An ehcp-audit rubric"
    schema["properties"].pop("sha256", None)
    criterion = schema["$defs"]["Criterion"]["properties"]
    use = schema["$defs"]["CheckUse"]["properties"]
    criterion["check"], criterion["options"] = use["check"], use["options"]
    return schema
