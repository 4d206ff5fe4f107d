"""`explain`, `rules`, `rubric check`, `schema`: the rubric in words and as data."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import pytest

from ehcp_audit.cli.schema import NAMES

RUBRIC = """\
id: ours
version: "1.0"
title: Our rubric
jurisdiction: England
law_as_at: 2026-11-01
criteria:
  - id: E07
    section: E
    question: Does every outcome say by when?
    tier: should
    basis: SEND Code of Practice 2015, paragraph 9.66
    mode: automatic
    check: outcomes.time_bound
    weight: 2
    when_absent: not met
    act: writer
    guidance:
      looks_for: A date, an age or the end of a phase.
      why: Without a date nothing is ever late.
      good: By July 2027 Sam will order his own lunch.
      cannot_know: Whether the date is sensible.
    examples:
      met: ["By July 2027 Sam will order his own lunch.", "By the end of Year 6 Aisha will read a timetable."]
      not met: ["Sam will sit by the window.", "Aisha will read within two minutes."]
"""


@pytest.fixture
def ours(tmp_path):
    def put(text=RUBRIC):
        path = tmp_path / "ours.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return put


def test_a_criterion_on_the_whole_plan_stands_in_no_section_all(cli):
    out = " ".join(cli("explain", "X01").out.split())
    assert "On the plan as a whole, in the rubric national" in out
    assert "Section E of the rubric national" in cli("explain", "E07").out


def test_explain_says_what_why_and_in_which_law(cli):
    done = cli("explain", "e07")
    assert done.code == 0
    for words in (
        "E07",
        "What it looks for",
        "Why",
        "9.66",
        "Good examples",
        "Poor examples",
        "What it cannot know",
        "Who acts",
    ):
        assert words in done.out
    assert max(map(len, done.out.splitlines())) <= 150


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("X08", "It stands outside the score, whatever its weight"),
        ("T01", "It counts in the statutory gate, the lists and the"),
        ("Q01", "It counts in the lists and the unweighted figure."),
        ("E07", "Its weight is 2, among the criteria of its section."),
        ("A09", "Asked from Year 12 on, and where the plan does not tell the year group."),
    ],
)
def test_explain_says_what_counts_in_the_score(cli, id, said):
    assert said in " ".join(cli("explain", id).out.split())


def test_every_criterion_can_be_explained(cli):
    from ehcp_audit.rubric import load_rubric

    for criterion in load_rubric("national").criteria:
        done = cli("explain", criterion.id)
        assert done.code == 0
        assert done.out.startswith(criterion.id)


def test_rules_lists_every_criterion(cli):
    from ehcp_audit.rubric import load_rubric

    done = cli("rules")
    for criterion in load_rubric("national").criteria:
        assert f"\n{criterion.id} " in done.out


def test_rules_by_section(cli):
    rows = list(csv.DictReader(io.StringIO(cli("rules", "--section", "F", "--format", "csv").out)))
    assert {row["section"] for row in rows} == {"F"}
    assert len(rows) >= 5
    both = json.loads(cli("rules", "--section", "h", "--format", "json").out)
    assert {row["section"] for row in both["criteria"]} <= {"H", "H1", "H2"}


def test_an_unknown_section_is_refused(cli):
    done = cli("rules", "--section", "L")
    assert done.code == 2
    assert "There is no section 'L'" in done.err


def test_rules_as_json_keeps_its_schema(cli):
    rules = json.loads(cli("rules", "--format", "json").out)
    jsonschema.validate(rules, json.loads(cli("schema", "rules").out))
    assert rules["rubric"]["id"] == "national"


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_a_json_schema(cli, name):
    done = cli("schema", name)
    assert done.code == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(done.out))


def test_the_shipped_rubric_fits_the_rubric_schema(cli, root):
    import yaml

    rubric = yaml.safe_load((root / "rubrics" / "national.yaml").read_text(encoding="utf-8"))
    plain = json.loads(json.dumps(rubric, default=str))
    jsonschema.validate(plain, json.loads(cli("schema", "rubric").out))


def test_a_sound_rubric_passes(cli, ours):
    done = cli("rubric", "check", ours())
    assert done.code == 0, done.err
    assert "1 criteria, 4 examples" in done.out


def test_the_shipped_rubric_passes(cli):
    done = cli("rubric", "check", "national")
    assert done.code == 0, done.err


def test_mistakes_come_all_at_once_with_their_places(cli, ours):
    text = RUBRIC.replace("tier: should", "teir: should").replace("outcomes.time_bound", "outcomes.time_bond")
    done = cli("rubric", "check", ours(text.replace("weight: 2", "weight: 2\n    weight: 3")))
    assert done.code == 2
    lines = done.err.splitlines()
    assert all("ours.yaml:" in line for line in lines if line.strip()), done.err
    assert any("'teir'" in line and "tier" in line for line in lines)
    assert any("outcomes.time_bound" in line for line in lines)
    assert any("weight" in line for line in lines)
    assert "Traceback" not in done.err


def test_an_example_that_comes_out_otherwise_is_named(cli, ours):
    done = cli("rubric", "check", ours(RUBRIC.replace("Sam will sit by the window.", "By May 2027 Sam will sit.")))
    assert done.code == 2
    assert "E07" in done.err
    assert done.out == ""


def test_a_rubric_that_is_not_there(cli):
    done = cli("rubric", "check", "nowhere.yaml")
    assert done.code == 2
    assert "nowhere.yaml" in done.err


def test_explain_marks_the_references_nobody_has_compared_with_the_text(cli):
    done = cli("explain", "K01")
    assert "reg 12(4)*" in done.out
    assert "* look this reference up before you cite it" in done.out
    assert "*" not in cli("explain", "X02").out.split("Law and guidance")[0]


def test_explain_tells_the_duty_from_the_good_practice_it_is_joined_to(cli):
    joined = cli("explain", "K01").out.split("What it joins")[1].split("What a good sentence holds")[0]
    assert joined.index("must (the law): Is the advice appended") < joined.index("should (the Code")
    assert "local (published good practice)" in joined
    assert "What it joins" not in cli("explain", "E07").out
