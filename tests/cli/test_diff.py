"""`diff`: two drafts, two results, two runs."""

from __future__ import annotations

import json

import docx
import jsonschema
import pytest

AS_OF = ("--as-of", "2026-11-20")


@pytest.fixture(scope="module")
def drafts(samples, tmp_path_factory):
    """A draft, and the next one: one provision made exact, one reworded, one outcome deleted."""
    folder = tmp_path_factory.mktemp("drafts")
    first = samples / "07-year-6-columns.docx"
    document = docx.Document(first)
    changed = set()
    for text in document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
        for old, new in (
            ("Regular small group interventions", "Each week 30 minutes of precision teaching from a teacher,"),
            ("Differentiated work", "Suitably differentiated work"),
            ("By the end of Key Stage 2, Jonah will reach his full potential in reading.", ""),
        ):
            if old in (text.text or ""):
                text.text = text.text.replace(old, new)
                changed.add(old)
    assert len(changed) == 3
    second = folder / "second.docx"
    document.save(second)
    return first, second


@pytest.fixture(scope="module")
def found(process, drafts):
    done = process("diff", *drafts, "--format", "json", *AS_OF)
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_json_keeps_its_schema(cli, found):
    jsonschema.validate(found, json.loads(cli("schema", "diff").out))


def test_new_fixed_and_unchanged_are_by_fingerprint(found):
    (plan,) = found["plans"]
    marks = {name: [one["fingerprint"] for one in plan[name]] for name in ("new", "fixed", "unchanged")}
    assert not set(marks["new"]) & set(marks["unchanged"])
    assert not set(marks["fixed"]) & set(marks["unchanged"])
    assert {name: len(marks[name]) for name in marks} == {name: plan["counts"][name] for name in marks}
    assert found["counts"] == plan["counts"]


def test_it_says_what_was_mended_what_reworded_and_what_deleted(found):
    how = {(one["criterion"], one["words"][0][:7]): one["how"] for one in found["plans"][0]["fixed"]}
    assert how[("F09", "Regular")] == "mended"
    assert how[("F09", "Differe")] == "reworded"
    assert how[("E05", "By the ")] == "gone"


def test_the_terminal_leads_with_the_sentence(cli, drafts, found):
    done = cli("diff", *drafts, *AS_OF)
    numbers = found["counts"]
    assert f"Draft 2 fixes {numbers['fixed']} of {numbers['before']} findings" in done.out
    assert "deleted is not mended" in done.out
    assert max(len(line) for line in done.out.splitlines()) <= 100


def test_results_and_a_plan_can_be_compared_too(cli, drafts, found, tmp_path):
    for number, draft in enumerate(drafts):
        cli("check", draft, "--format", "json", "-o", tmp_path / f"{number}.json", *AS_OF)
    done = cli("diff", tmp_path / "0.json", tmp_path / "1.json", "--format", "json")
    assert json.loads(done.out)["counts"] == found["counts"]
    done = cli("diff", tmp_path / "0.json", drafts[1], "--format", "json", *AS_OF)
    assert json.loads(done.out)["counts"] == found["counts"]


def test_runs_are_compared_plan_by_plan(cli, samples, tmp_path):
    plans = sorted(samples.glob("0[67]*.docx"))
    how = ("--no-scorecards", "--jobs", "1", *AS_OF)
    assert cli("batch", *plans, "-o", tmp_path / "one", *how).code == 0
    assert cli("batch", plans[1], "-o", tmp_path / "two", *how).code == 0
    done = cli("diff", tmp_path / "one", tmp_path / "two")
    assert done.code == 0
    assert "Only in the first, and not compared: P01" in done.out
    done = cli("diff", tmp_path / "one", tmp_path / "one", "--format", "json", "-o", tmp_path / "d.json")
    assert done.code == 0
    same = json.loads((tmp_path / "d.json").read_text())
    assert same["counts"]["fixed"] == same["counts"]["new"] == 0
    assert len(same["plans"]) == 2
    assert "draft" not in json.dumps([one["a"]["file"] for one in same["plans"]])


@pytest.mark.parametrize(
    ("second", "code", "said"),
    [
        ("nowhere.docx", 3, "no file of this name"),
        ("empty.json", 2, "make it again"),
    ],
)
def test_what_cannot_be_compared_is_said(cli, drafts, tmp_path, second, code, said):
    (tmp_path / "empty.json").write_text("{}")
    done = cli("diff", drafts[0], tmp_path / second, *AS_OF)
    assert done.code == code
    assert said in done.err


def test_two_reports_are_read_as_reports_by_the_advice_rubric(cli, tmp_path):
    for name in ("first.docx", "second.docx"):
        report = docx.Document()
        for words in ("Author: A. Sample, speech therapist", "Recommendations", "Regular help with speech."):
            report.add_paragraph(words)
        report.save(tmp_path / name)
    how = ("--rubric", "advice", "--format", "json", *AS_OF)
    counts = json.loads(cli("diff", str(tmp_path / "first.docx"), str(tmp_path / "second.docx"), *how).out)["counts"]
    (card,) = json.loads(cli("check", str(tmp_path / "first.docx"), *how).out)["scorecards"]
    found = [one["verdict"] for result in card["criteria"] for one in result["findings"]]
    assert counts["unchanged"] == found.count("not met") + found.count("partly met") > 0
    assert counts["new"] == counts["fixed"] == 0
