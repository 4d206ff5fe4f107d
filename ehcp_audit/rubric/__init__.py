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
    _extending(schema)
    return schema


def _extending(schema: dict[str, Any]) -> None:
    """Let a rubric that extends another leave out what it takes from it, and change its criteria."""
    ids = {"type": "array", "items": {"type": "string"}}
    criterion = schema["$defs"]["Criterion"]
    schema["$defs"]["Change"] = {
        "type": "object",
        "description": "A criterion of the rubric that is extended, and what stands in place of its own.",
        "properties": {**criterion["properties"], "as": {"type": "string", "description": "Its id here."}},
        "required": ["id"],
        "additionalProperties": False,
    }
    schema["properties"] |= {
        "keep": {**ids, "description": "Only these criteria of the rubric that is extended: ids, or how they start."},
        "drop": {**ids, "description": "None of these."},
        "change": {"type": "array", "items": {"$ref": "#/$defs/Change"}},
    }
    whole = schema.pop("required")
    schema["anyOf"] = [{"required": whole}, {"required": ["id", "version", "title", "extends"]}]
