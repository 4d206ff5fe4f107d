"""A plan that comes to no end after it was read: `check`, `extract` and `redact` refuse it and do the others."""

from __future__ import annotations

import json
import re

import pytest

from ehcp_audit import audit, plan
from ehcp_audit.plan import advice
from ehcp_audit.privacy import redacting
from ehcp_audit.reading import terms

SLOW, OTHER = "05-year-4-first-person.docx", "11-year-11-areas.docx"
CHILD = "Teodor"
SECONDS = 1.5


@pytest.fixture
def files(samples):
    return samples / SLOW, samples / OTHER


@pytest.fixture
def hopeless(monkeypatch, cli, files):
    """Make a function come to no end with the one plan, once all that is loaded once is loaded."""

    def make(module, name, holds):
        cli("check", files[1], "--fail-on", "never")
        monkeypatch.setattr(terms.Terms, "work_seconds", SECONDS)
        real = getattr(module, name)

        def slow(*given, **named):
            if holds(given[0]):
                re.match(r"(?:a+)+$", "a" * 60 + "b")
            return real(*given, **named)

        monkeypatch.setattr(module, name, slow)

    return make


def in_document(document):
    return any(CHILD in one.text for one in document.stretches)


def in_plan(read):
    return CHILD in read.text


def refused(done, stage):
    assert done.code == 3
    assert f"{SLOW}: {stage} took longer than 1.5 seconds and was stopped." in " ".join(done.err.split())
    assert "Traceback" not in done.err
    assert CHILD not in done.err


@pytest.mark.parametrize(
    ("module", "name", "holds", "stage"),
    [
        (plan, "build_plan", in_document, "Finding the sections of this plan"),
        (audit, "_thread", in_plan, "Auditing this plan"),
    ],
)
def test_check_refuses_it_and_judges_the_next_as_ever(cli, files, hopeless, module, name, holds, stage):
    before = json.loads(cli("check", *files, "--format", "json").out)["scorecards"][1]
    hopeless(module, name, holds)
    done = cli("check", *files, "--format", "json")
    refused(done, stage)
    result = json.loads(done.out)
    assert [(one["reference"], one["kind"]) for one in result["unreadable"]] == [("P01", "timed_out")]
    assert result["scorecards"] == [before]


@pytest.mark.parametrize("format", ["jsonl", "text"])
def test_extract_refuses_it_and_shows_the_next(cli, files, hopeless, format):
    before = cli("extract", *files, "--format", "jsonl").out.splitlines()[1]
    hopeless(plan, "build_plan", in_document)
    done = cli("extract", *files, "--format", format)
    refused(done, "Finding the sections of this plan")
    if format == "jsonl":
        first, second = done.out.splitlines()
        assert json.loads(first)["kind"] == "timed_out"
        assert second == before
    else:
        assert "Niamh" in done.out


def test_redact_refuses_it(cli, files, hopeless):
    hopeless(redacting, "redact", in_plan)
    refused(cli("redact", files[0]), "Finding the names in this plan")


def test_a_report_that_comes_to_no_end_is_refused_and_the_plan_is_judged(cli, files, hopeless, tmp_path):
    (tmp_path / "report.docx").write_bytes(files[0].read_bytes())
    hopeless(advice, "build_report", in_document)
    done = cli("check", files[1], "--advice", tmp_path, "--fail-on", "never")
    assert done.code == 3
    assert "report.docx: Finding what this report advises took longer than 1.5 seconds" in " ".join(done.err.split())
    assert "Niamh" not in done.err
    assert CHILD not in done.err


def test_a_short_time_for_reading_leaves_enough_for_what_follows():
    assert terms.Terms(seconds=0.5).work_seconds == terms.LEAST_FOR_WORK >= 20
    assert terms.Terms(seconds=90).work_seconds == 90
