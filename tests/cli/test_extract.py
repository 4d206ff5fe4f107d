"""`extract`: what the reader saw, as JSON that keeps its schema and as text that reads aloud."""

from __future__ import annotations

import json

import jsonschema
import pytest

from ehcp_audit.model import SECTION_CODES


@pytest.fixture(scope="module")
def words(samples):
    return sorted(samples.glob("*.docx"))


def schema(cli, name):
    return json.loads(cli("schema", name).out)


def test_json_keeps_its_schema(cli, words):
    done = cli("extract", *words[:2], "nowhere.docx", "--format", "json")
    document = json.loads(done.out)
    assert done.code == 3
    jsonschema.validate(document, schema(cli, "extract"))
    assert [plan["file"] for plan in document["plans"]] == [str(path) for path in words[:2]]
    assert document["unreadable"][0]["kind"] == "not_found"


def test_all_sections_are_always_there(cli, words):
    plan = json.loads(cli("extract", words[0], "--format", "json").out)["plans"][0]
    assert tuple(plan["sections"]) == SECTION_CODES
    for section in plan["sections"].values():
        assert set(section) == {"state", "heading", "text", "page", "confidence", "note", "items"}
        if section["state"] in ("missing", "unknown"):
            assert (section["text"], section["heading"]) == ("", None)


def test_jsonl_is_one_object_a_line_in_path_order(cli, words):
    done = cli("extract", words[1], "nowhere.docx", words[0], "--format", "jsonl")
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [line["reference"] for line in lines] == ["P01", "P02", "P03"]
    assert lines[2]["schema"] == "ehcp-audit/unreadable/1"
    jsonschema.validate(lines[0], schema(cli, "plan"))


def test_text_shows_each_section_under_its_letter(cli, words):
    done = cli("extract", words[0])
    assert done.code == 0
    places = [done.out.find(f"== Section {code}") for code in SECTION_CODES]
    assert places == sorted(places)
    assert -1 not in places


def test_one_section_alone(cli, words):
    done = cli("extract", words[0], "--section", "F")
    assert "== Section F" in done.out
    assert "== Section E" not in done.out
    plan = json.loads(cli("extract", words[0], "--section", "e,h", "--format", "json").out)["plans"][0]
    assert list(plan["sections"]) == ["E", "H1", "H2"]


def test_items_are_numbered_with_their_fields(cli, words):
    plan = json.loads(cli("extract", words[0], "--format", "json").out)["plans"][0]
    items = plan["sections"]["E"]["items"]
    assert [item["subject"] for item in items] == [f"E.{number}" for number in range(1, len(items) + 1)]
    assert all(item["text"] for item in items)


def test_an_unknown_section_is_refused(cli, words):
    done = cli("extract", words[0], "--section", "Z")
    assert (done.code, done.out) == (2, "")
    assert "There is no section 'Z'" in done.err


def test_a_plan_without_the_sections_asked_for_is_no_plan(cli, tmp_path):
    """With --section, text in which none of those asked for is found is refused, though it is a plan."""
    from docx import Document

    document = Document()
    for heading in (
        "Section A: Views",
        "Section B: Special educational needs",
        "Section E: Outcomes",
        "Section F: Provision",
    ):
        document.add_heading(heading, 1)
        document.add_paragraph("By July 2027 Sam Example will order his own lunch on four days out of five.")
    path = tmp_path / "short.docx"
    document.save(path)
    done = cli("extract", path, "--section", "J", "--format", "jsonl")
    assert done.code == 3
    assert json.loads(done.out)["kind"] == "not_a_plan"
    assert "J" in done.err
