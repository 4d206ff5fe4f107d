"""Everything that is printed or kept names its schema, and `schema NAME` prints it."""

import re

from ehcp_audit.cli.schema import NAMES

IN_WORKBOOKS = {"scorecard-workbook", "outcomes-workbook"}
"""Marks in a workbook's properties, not documents."""


def test_every_document_that_names_a_schema_has_one(root):
    sources = (path.read_text(encoding="utf-8") for path in (root / "ehcp_audit").rglob("*.py"))
    named = {name for source in sources for name in re.findall(r'"ehcp-audit/([a-z-]+)/1"', source)}
    assert len(named) > 20
    assert named - IN_WORKBOOKS - set(NAMES) == set()
    assert set(NAMES) - named == {"rubric"}
