"""What a script may import, and what that costs."""

import subprocess
import sys
from datetime import date

import pytest

import ehcp_audit
from ehcp_audit.resources import shipped

HEAVY = ("spacy", "pypdfium2", "pdfplumber", "docx", "openpyxl", "scipy", "jinja2", "pydantic", "rich", "typer")


def test_importing_the_package_loads_nothing_heavy():
    code = (
        "import sys, ehcp_audit; ehcp_audit.Scorecard; ehcp_audit.read_plan\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_engine_without_a_plan_loads_no_document_library_and_no_spacy():
    code = (
        "import sys, ehcp_audit.batch, ehcp_audit.runs, ehcp_audit.caseload, ehcp_audit.intervals\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_script_reads_and_audits_a_plan_in_three_lines():
    from ehcp_audit import Scorecard, audit_plan, load_rubric, read_plan

    path = min(shipped("sample_plans").glob("*.docx"))
    plan = read_plan(path, as_of=date(2026, 11, 20))
    card = audit_plan(plan, load_rubric("national"))
    assert isinstance(card, Scorecard)
    assert card.reference == "P01"
    assert card.score.total is not None
    for finding in card.findings():
        for evidence in finding.evidence:
            if evidence.document is None:
                assert plan.text[evidence.start : evidence.start + len(evidence.text)] == evidence.text


def test_a_scorecard_of_a_sample_plan_comes_back_from_its_json():
    from ehcp_audit.results import scorecard_from_json, scorecard_json

    path = max(shipped("sample_plans").glob("*.docx"))
    plan = ehcp_audit.read_plan(str(path), as_of=date(2026, 11, 20))
    card = ehcp_audit.audit_plan(plan, ehcp_audit.load_rubric("national"), id="K1", file=path.name)
    assert scorecard_from_json(scorecard_json(card)) == card
    assert str(plan.facts.child_name) not in str(scorecard_json(card)["plan"]["facts"])


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute"):
        ehcp_audit.nothing_of_the_kind  # noqa: B018
