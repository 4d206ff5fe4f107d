"""The shapes of what ehcp-audit prints and keeps, as types; `ehcp-audit schema NAME` prints them as JSON Schemas.

Keys may be added in a later version, so other keys are allowed; those named here stay.
"""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from ehcp_audit.cli.shapes.changes import CHANGES
from ehcp_audit.cli.shapes.figures import FIGURES
from ehcp_audit.cli.shapes.kept import KEPT
from ehcp_audit.cli.shapes.kit import KIT
from ehcp_audit.cli.shapes.plans import PLANS

SHAPES: dict[str, Any] = PLANS | FIGURES | CHANGES | KIT | KEPT
"""Each document by the name that `ehcp-audit schema` knows."""


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a document."""
    if name == "rubric":
        from ehcp_audit.rubric import rubric_json_schema

        return rubric_json_schema()
    title = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"ehcp-audit/{name}/1"}
    made = TypeAdapter(SHAPES[name]).json_schema()
    return title | {key: value for key, value in made.items() if key != "title"}
