"""`wording`: one sentence, or a file of them."""

from __future__ import annotations

import json

import jsonschema
import pytest

GOOD = "By July 2027 Aisha will travel to college by bus on her own on four days out of five."


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def test_an_outcome_is_judged_in_words(cli):
    done = cli("wording", GOOD)
    assert done.code == 0
    assert "overall: smart" in done.out
    assert 'says by when: "By July 2027"' in done.out


def test_provision_is_judged_by_its_own_rules(cli):
    done = cli(
        "wording", "Access to a speech and language therapist as required.", "--as", "provision", "--format", "jsonl"
    )
    line = lines(done.out)[0]
    assert line["overall"] == "vague"
    assert line["vague_terms"]


@pytest.mark.parametrize("kind", ["outcome", "provision"])
def test_lines_keep_their_ids_order_and_schema(cli, tmp_path, kind):
    path = tmp_path / "sentences.jsonl"
    rows = [
        {"id": f"s{number}", "text": text} for number, text in enumerate((GOOD, "Sam will improve.", "Café – ½ hour"))
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    done = cli("wording", "--as", kind, "--input", path, "--format", "jsonl")
    found = lines(done.out)
    assert [line["id"] for line in found] == ["s0", "s1", "s2"]
    schema = json.loads(cli("schema", "wording").out)
    for line, row in zip(found, rows, strict=True):
        jsonschema.validate(line, schema)
        assert all(term in row["text"] for term in line["vague_terms"]), "vague terms are exact words of the sentence"


def test_stdin_is_read_where_no_sentence_is_given(process):
    done = process("wording", "--format", "jsonl", stdin=GOOD)
    assert lines(done.out)[0]["overall"] == "smart"
    done = process("wording", "--input", "-", "--format", "jsonl", stdin=json.dumps({"id": 7, "text": GOOD}) + "\n")
    assert lines(done.out)[0]["id"] == 7


def test_every_bad_line_is_named_at_once_and_quoted_nowhere(cli, tmp_path):
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "a", "text": "Sam will read."}\nnot json\n{"id": "b"}\n[1]\n', encoding="utf-8")
    done = cli("wording", "--input", path)
    assert (done.code, done.out) == (2, "")
    assert [line.split(": ")[0].rpartition(":")[2] for line in done.err.splitlines()] == ["2", "3", "4"]
    assert "not json" not in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Sam will read.", "--as", "outcom"], "'outcome'"),
        (["Sam will read.", "--input", "x.jsonl"], "not both"),
        (["--input", "nowhere.jsonl"], "nowhere.jsonl"),
        ([" "], "no sentence"),
    ],
)
def test_what_cannot_be_done_is_said(cli, arguments, said):
    done = cli("wording", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_it_says_what_a_good_sentence_would_hold_and_no_more_than_that(cli):
    done = cli("wording", "Ana will improve her confidence.")
    assert "a good one would say" in done.out
    assert "by when: a date, an age" in done.out
    good = cli("wording", GOOD)
    assert "a good one would say" not in good.out
    assert "is a wish" not in good.out
    done = cli("wording", "--as", "provision", "Support from staff as required")
    assert "the role or qualification of whoever does it" in done.out


def test_a_pasted_sentence_with_broken_words_and_tabs_is_shown_as_it_is(process):
    done = process("wording", stdin="By the end 0f Year 3 “Jack” wiII\tread 20\u00a0words un-\naided.")
    assert "overall: smart" in done.out
    assert "\\x09" not in done.out
    assert 'says by when: "By the end 0f Year 3"' in done.out
