"""The sample plans audited by the national rubric: exact words, lossless results, the same findings in Word and PDF."""

import json
from datetime import date

import pytest

from ehcp_audit.audit import audit_plan
from ehcp_audit.plan import build_plan
from ehcp_audit.reading import Reader
from ehcp_audit.resources import shipped
from ehcp_audit.results import line, scorecard_from_json, scorecard_json
from ehcp_audit.rubric import load_rubric

STEMS = sorted(path.stem for path in shipped("sample_plans").glob("*.docx"))


@pytest.fixture(scope="module")
def audited():
    """Each sample plan in both forms, with its scorecard."""
    rubric = load_rubric("national")
    found = {}
    with Reader() as reader:
        for stem in STEMS:
            for suffix in (".docx", ".pdf"):
                document = reader.read(shipped("sample_plans") / f"{stem}{suffix}")
                plan = build_plan(document, reference="P01", as_of=date(2026, 11, 20))
                found[stem, suffix] = plan, audit_plan(plan, rubric)
    return found


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
@pytest.mark.parametrize("stem", STEMS)
def test_every_word_quoted_stands_where_it_is_said_to_stand(audited, stem, suffix):
    plan, card = audited[stem, suffix]
    evidence = [one for finding in card.findings() for one in finding.evidence]
    assert evidence
    for one in [*evidence, *card.plan.items]:
        assert plan.text[one.start : one.start + len(one.text)] == one.text
        assert one.text.strip()
        assert (one.page is not None) if suffix == ".pdf" else (one.paragraph is not None or one.table is not None)


@pytest.mark.parametrize("stem", STEMS)
def test_results_come_back_whole_and_fingerprints_are_unique(audited, stem):
    _, card = audited[stem, ".docx"]
    assert scorecard_from_json(json.loads(line(scorecard_json(card)))) == card
    fingerprints = [finding.fingerprint for finding in card.findings()]
    assert len(set(fingerprints)) == len(fingerprints)


@pytest.mark.parametrize("stem", STEMS)
def test_a_word_plan_and_its_pdf_have_the_same_fingerprints(audited, stem):
    word, pdf = ({one.fingerprint for one in audited[stem, suffix][1].findings()} for suffix in (".docx", ".pdf"))
    assert len(word & pdf) >= 0.98 * len(word | pdf)


@pytest.mark.parametrize("stem", STEMS)
def test_no_identity_is_kept_in_what_is_known_of_the_plan(audited, stem):
    plan, card = audited[stem, ".docx"]
    facts = str(scorecard_json(card)["plan"]["facts"])
    assert plan.facts.date_of_birth is None or plan.facts.date_of_birth.isoformat() not in facts
    assert set(scorecard_json(card)["plan"]["facts"]) <= {
        *("requested", "drafted", "issued", "amended", "reviewed", "review_due"),
    }
