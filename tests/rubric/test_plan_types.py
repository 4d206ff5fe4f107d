"""A plan of another type is a rubric's file and no code: its sections are found, split into items and audited."""

from __future__ import annotations

import json

import pytest
from docx import Document

from ehcp_audit.errors import ManyErrors
from ehcp_audit.rubric import load_rubric

RUBRIC = """\
id: my-support-plan
version: "1"
title: My support plan, local check
law_as_at: 2026-11-22
jurisdiction: England
plan_type: other
sections:
  A: {headings: [what matters to me]}
  B: {headings: [what I find hard, what is tricky for me]}
  E: {headings: [what I am working on]}
  F: {headings: [what helps me at school, how people will help me]}
criteria:
  - id: SP-1
    section: E
    question: Does each thing I am working on say by when?
    tier: local
    basis: House style, section 2
    mode: automatic
    check: outcomes.time_bound
    weight: 1
    when_absent: not met
    act: writer
    guidance: {looks_for: A date., why: So it can be late., good: By July 2027., cannot_know: Whether it is kept.}
    examples: {met: ["By July 2027 Tom will read a page."], not met: ["Tom will read a page."]}
  - id: SP-2
    section: F
    question: Is it said how long each time?
    tier: local
    basis: House style, section 3
    mode: automatic
    check: provision.amount
    weight: 1
    when_absent: not met
    act: writer
    guidance: {looks_for: Minutes., why: So it is given., good: 20 minutes., cannot_know: Whether it is enough.}
    examples: {met: ["Twenty minutes of reading a day with a teacher."], not met: ["Reading help from a teacher."]}
"""

PLAN = (
    ("My support plan: Tom Sample", None),
    ("What matters to me", "I like trains. I want to read to my sister."),
    ("What is tricky for me", "I read slowly and lose my place."),
    ("What I am working on", "Tom will read a page aloud to a friend."),
    ("How people will help me", "A teacher will read with Tom for 20 minutes each day."),
)


@pytest.fixture
def files(tmp_path):
    document = Document()
    for heading, words in PLAN:
        document.add_heading(heading, 1)
        if words:
            document.add_paragraph(words)
    document.save(str(tmp_path / "plan.docx"))
    rubric = tmp_path / "support.yaml"
    rubric.write_text(RUBRIC, encoding="utf-8")
    return str(tmp_path / "plan.docx"), str(rubric)


def test_its_sections_are_found_and_its_items_judged(cli, files):
    plan, rubric = files
    done = cli("check", plan, "--rubric", rubric, "--as-of", "2026-11-20", "--format", "json")
    assert done.code == 0, done.err
    card = json.loads(done.out)["scorecards"][0]
    present = [code for code, state in card["plan"]["sections"].items() if state == "present"]
    assert present == ["A", "B", "E", "F"]
    assert {one["id"]: one["verdict"] for one in card["criteria"]} == {"SP-1": "not met", "SP-2": "met"}
    (finding,) = card["criteria"][0]["findings"]
    assert finding["subject"] == "E.1"


def test_its_rubric_holds_its_own_examples_and_a_run_reads_it_too(cli, files, tmp_path):
    plan, rubric = files
    assert cli("rubric", "check", rubric).code == 0
    assert cli("batch", plan, "--rubric", rubric, "-o", str(tmp_path / "run"), "--jobs", "1").code == 0
    card = json.loads((tmp_path / "run" / "results.jsonl").read_text(encoding="utf-8"))
    assert card["plan"]["sections"]["F"] == "present"


def test_an_ehc_plan_is_read_as_before_after_another_type(cli, files, samples):
    plan, rubric = files
    sample = str(samples / "06-year-5-areas.docx")
    before = cli("check", sample, "--format", "json", "--as-of", "2026-11-20").out
    cli("check", plan, "--rubric", rubric)
    assert cli("check", sample, "--format", "json", "--as-of", "2026-11-20").out == before


def test_a_text_without_these_sections_is_refused(cli, files, tmp_path):
    document = Document()
    for words in ("A letter", "Tom reads slowly.", "A teacher reads with him."):
        document.add_paragraph(words)
    document.save(str(tmp_path / "letter.docx"))
    refused = cli("check", str(tmp_path / "letter.docx"), "--rubric", files[1])
    assert refused.code == 3
    assert "that the rubric names" in refused.err


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("plan_type: other\n", "plan_type: ehcp\n", "is for 'plan_type: other'"),
        ("  E: {headings: [what I am working on]}\n", "", "names no section E"),
        ("{headings: [what matters to me]}", "{headings: []}", "headings"),
        ("  A: {headings: [what", "  Z: {headings: [what", "Z"),
        ("headings: [what matters", "headlines: [what matters", "headlines"),
    ],
)
def test_what_is_wrong_with_a_plan_type_is_said_at_its_line(tmp_path, old, new, said):
    assert old in RUBRIC
    path = tmp_path / "support.yaml"
    path.write_text(RUBRIC.replace(old, new), encoding="utf-8")
    with pytest.raises(ManyErrors, match=said):
        load_rubric(str(path))
