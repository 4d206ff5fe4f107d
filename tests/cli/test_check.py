"""`check`: a caseworker's look at a draft, on the sample plans."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import pytest

from ehcp_audit.errors import ExitCode

AS_OF = ("--as-of", "2026-11-20")


@pytest.fixture(scope="module")
def words(samples):
    return sorted(samples.glob("*.docx"))


@pytest.fixture(scope="module")
def faulty(samples):
    """The sample plan with the most planted defects."""
    import yaml

    known = yaml.safe_load((samples / "known.yml").read_text(encoding="utf-8"))["plans"]
    return samples / (max(known, key=lambda plan: len(plan["defects"]))["stem"] + ".docx")


@pytest.fixture(scope="module")
def result(process, words):
    """Two plans and a file that is not there, as JSON."""
    done = process("check", *words[:2], "nowhere.docx", "--format", "json", *AS_OF)
    assert done.code == 3, done.err
    return json.loads(done.out)


def schema(cli, name):
    return json.loads(cli("schema", name).out)


def test_json_keeps_its_schema(cli, result):
    jsonschema.validate(result, schema(cli, "result"))


def test_plans_are_in_path_order_under_their_references(result, words):
    assert [card["reference"] for card in result["scorecards"]] == ["P01", "P02"]
    assert [card["file"] for card in result["scorecards"]] == [str(path) for path in words[:2]]
    assert [(one["reference"], one["kind"], one["file"]) for one in result["unreadable"]] == [
        ("P03", "not_found", "nowhere.docx")
    ]


def test_every_subject_asked_has_its_finding(result):
    for card in result["scorecards"]:
        outcomes = {item["subject"] for item in card["plan"]["items"] if item["subject"].startswith("E.")}
        asked = next(one for one in card["criteria"] if one["id"] == "E07")
        assert {finding["subject"] for finding in asked["findings"]} == outcomes


def test_result_holds_no_identities(result):
    for card in result["scorecards"]:
        assert set(card["plan"]["facts"]) <= {"requested", "drafted", "issued", "amended", "reviewed", "review_due"}


def test_jsonl_is_the_scorecards_then_the_unreadable(cli, words, result):
    done = cli("check", *words[:2], "nowhere.docx", "--format", "jsonl", *AS_OF)
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [line["schema"] for line in lines] == ["ehcp-audit/scorecard/1"] * 2 + ["ehcp-audit/unreadable/1"]
    assert lines == [*result["scorecards"], *result["unreadable"]]
    jsonschema.validate(lines[0], schema(cli, "scorecard"))
    jsonschema.validate(lines[2], schema(cli, "unreadable"))


def test_csv_is_one_finding_a_line(cli, words, result):
    done = cli("check", words[0], "--format", "csv", *AS_OF)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    card = result["scorecards"][0]
    assert len(rows) == sum(len(one["findings"]) for one in card["criteria"])
    assert {"criterion", "subject", "verdict"} <= set(rows[0])


def test_concise_is_one_line_a_finding(cli, faulty):
    done = cli("check", faulty, "--format", "concise", *AS_OF)
    assert all(line.startswith(str(faulty)) for line in done.out.splitlines())


def test_lines_go_by_the_plans_own_numbers(cli, words):
    """The second sample numbers its needs B1.1, B1.2 ...; our own count of them stands in no line for people."""
    said = cli("check", words[1], "--format", "concise", *AS_OF).out
    assert ": B06 B1.2 needs a person" in said
    assert " B.2 " not in said
    rows = csv.DictReader(io.StringIO(cli("check", words[1], "--format", "csv", *AS_OF).out))
    labels = {row["subject"]: row["label"] for row in rows}
    assert (labels["B.2"], labels["plan"]) == ("B1.2", "")


def test_the_terminal_leads_with_what_to_mend(cli, faulty):
    done = cli("check", faulty, *AS_OF)
    mend, score, person = (done.out.find(text) for text in ("What to mend", "Score", "What a person must still judge"))
    assert -1 < mend < score < person
    assert "compliant" not in done.out.lower()


def test_no_word_of_a_plan_is_on_stderr(cli, words):
    done = cli("check", words[0], "-v", *AS_OF)
    assert "Isla" not in done.err
    assert done.err.count("\n") < 10


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--select", "E07"], {"E07"}),
        (["--select", "e07,f03"], {"E07", "F03"}),
        (["--section", "E", "--ignore", "E0"], None),
        (["--section", "K"], None),
    ],
)
def test_a_selection_scores_what_it_selects(cli, words, options, ids):
    card = json.loads(cli("check", words[0], "--format", "json", *AS_OF, *options).out)["scorecards"][0]
    asked = {one["id"] for one in card["criteria"]}
    if ids is not None:
        assert asked == ids
    elif "K" in options:
        assert {one["section"] for one in card["criteria"]} == {"K"}
    else:
        assert asked
        assert not any(id.startswith("E0") for id in asked)
    assert card["score"]["band"] is None


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--select", "E77"], "no criterion 'E77'"),
        (["--section", "L"], "There is no section 'L'"),
        (["--select", "E07", "--ignore", "E"], "No criterion is left"),
        (["--ignore", "nonsense"], "no criterion 'nonsense'"),
    ],
)
def test_a_selection_that_means_nothing_is_refused(cli, words, options, said):
    done = cli("check", words[0], *options)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_status_and_year_group_are_taken_from_the_options(cli, words):
    done = cli("check", words[0], "--format", "json", "--status", "draft", "--year-group", "11", *AS_OF)
    plan = json.loads(done.out)["scorecards"][0]["plan"]
    assert (plan["status"], plan["year_group"]) == ("draft", 11)


def test_the_gate_is_about_must_unless_it_is_told_otherwise(cli, faulty):
    card = json.loads(cli("check", faulty, "--format", "json", *AS_OF).out)["scorecards"][0]
    fails = {
        tier: any(
            finding["tier"] in tiers and finding["verdict"] in ("not met", "partly met")
            for one in card["criteria"]
            for finding in one["findings"]
        )
        for tier, tiers in {"must": ("must",), "should": ("must", "should"), "never": ()}.items()
    }
    assert cli("check", faulty, *AS_OF).code == (1 if fails["must"] else 0)
    for fail_on, failed in fails.items():
        assert cli("check", faulty, "--fail-on", fail_on, *AS_OF).code == (1 if failed else 0), fail_on


def test_fail_under_is_the_plans_percentage(cli, faulty):
    percent = json.loads(cli("check", faulty, "--format", "json", *AS_OF).out)["scorecards"][0]["score"]["percent"]
    never = ("--fail-on", "never", *AS_OF)
    assert cli("check", faulty, "--fail-under", percent - 0.1, *never).code == ExitCode.DONE
    assert cli("check", faulty, "--fail-under", percent + 0.1, *never).code == ExitCode.GATE_NOT_PASSED


def test_output_goes_to_a_file(cli, words, tmp_path):
    target = tmp_path / "result.json"
    done = cli("check", words[0], "--format", "json", "-o", target, "--fail-on", "never", *AS_OF)
    assert (done.code, done.out) == (0, "")
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "ehcp-audit/result/1"
    assert "result.json" in done.err


def test_an_existing_output_is_refused_before_any_work(cli, faulty, tmp_path):
    target = tmp_path / "result.txt"
    target.write_text("mine", encoding="utf-8")
    done = cli("check", faulty, "-o", target)
    assert done.code == 2
    assert "--force" in done.err
    assert target.read_text(encoding="utf-8") == "mine"
    assert cli("check", faulty, "-o", target, "--force", "--fail-on", "never").code == 0
    assert "What to mend" in target.read_text(encoding="utf-8")


def test_the_same_question_gets_the_same_bytes(process, words):
    runs = [
        process(
            "check", words[0], "--format", "json", *AS_OF, env={"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone}
        )
        for seed, locale, zone in (("1", "C", "UTC"), ("2", "C.UTF-8", "Pacific/Auckland"))
    ]
    assert runs[0] == runs[1]


def test_text_survives_a_narrow_pipe(process, words):
    done = process("check", words[0], *AS_OF, env={"PYTHONIOENCODING": "cp1252"})
    assert done.code in (0, 1)
    assert "Traceback" not in done.err


def test_colour_is_there_only_when_asked_for(cli, words):
    assert "\x1b" not in cli("check", words[0], *AS_OF).out
    assert "\x1b" in cli("check", words[0], "--color", "always", *AS_OF).out
    assert "\x1b" not in cli("check", words[0], "--color", "never", *AS_OF).out
