"""docs/rubrics.md: the walk through a first criterion does what it says, and its other files are sound."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from docx import Document

from ehcp_audit.rubric import load_rubric
from ehcp_audit.rubric.waivers import read_waivers

PAGE = (Path(__file__).parents[1] / "docs" / "rubrics.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.S)
COMMANDS = [line for block in re.findall(r"```\n(ehcp-audit .*?)```", PAGE, re.S) for line in block.splitlines()]
CRITERION, EXTENDING, WORDS, WAIVERS = BLOCKS[0], BLOCKS[1], BLOCKS[2], BLOCKS[4]


@pytest.fixture
def walked(cli, tmp_path, monkeypatch):
    """The walk as far as step 2: a new rubric with the question pasted at its end."""
    monkeypatch.chdir(tmp_path)
    assert COMMANDS[0] == "ehcp-audit rubric new exampleshire"
    assert cli(*COMMANDS[0].split()[1:]).code == 0
    with (tmp_path / "exampleshire.yaml").open("a", encoding="utf-8") as file:
        file.write(CRITERION)
    return tmp_path / "exampleshire.yaml"


def plan_with(path, provision):
    document = Document()
    for heading, line in {
        "Section A: views": "I like drawing.",
        "Section B: special educational needs": "Ana reads slowly.",
        "Section E: outcomes": "By July 2027 Ana will read a page aloud.",
        "Section F: provision": provision,
    }.items():
        document.add_heading(heading, 1)
        document.add_paragraph(line)
    document.save(path)


def test_the_examples_of_the_pasted_criterion_hold(cli, walked):
    done = cli(*COMMANDS[1].split()[1:])
    assert (COMMANDS[1], done.code) == ("ehcp-audit rubric check exampleshire.yaml", 0), done.err


def test_a_draft_is_checked_by_it(cli, walked):
    plan_with("draft.docx", "A sensory room will be Explored in due course.")
    done = cli(*COMMANDS[2].split()[1:], "--format", "json")
    (card,) = json.loads(done.out)["scorecards"]
    (result,) = card["criteria"]
    assert (result["id"], result["verdict"]) == ("EXP-1", "not met")
    assert [one["text"] for one in result["findings"][0]["evidence"]] == ["Explored", "in due course"]
    plan_with("draft.docx", "An HLTA teaches Ana phonics for 20 minutes each day.")
    (card,) = json.loads(cli(*COMMANDS[2].split()[1:], "--format", "json").out)["scorecards"]
    assert card["criteria"][0]["verdict"] == "met"


def test_it_explains_itself(cli, walked):
    done = cli(*COMMANDS[3].split()[1:])
    assert "Exampleshire panel, minute of 4 March 2026" in done.out


def test_the_mistake_that_the_page_shows_is_the_one_that_is_named(cli, walked):
    walked.write_text(
        walked.read_text(encoding="utf-8").replace(
            "wording.avoids\n    options:\n      phrases:\n        -",
            "wording.avoid\n    options:\n      phrases:\n        -",
        ),
        encoding="utf-8",
    )
    done = cli("rubric", "check", "exampleshire.yaml")
    assert done.code == 2
    assert re.search(
        r"exampleshire\.yaml:\d+:12: unknown check 'wording.avoid'. Did you mean 'wording.avoids'", done.err
    )


def test_the_extending_rubric_of_the_page_loads(tmp_path):
    (tmp_path / "two.yaml").write_text(EXTENDING, encoding="utf-8")
    rubric = load_rubric(str(tmp_path / "two.yaml"))
    assert rubric.criterion("EX-06").weight == 3
    assert rubric.non_negotiables == ("EX-06", "F09")


def test_the_waivers_of_the_page_are_read(tmp_path):
    (tmp_path / "w.yml").write_text(WAIVERS, encoding="utf-8")
    assert [one.what for one in read_waivers(tmp_path / "w.yml")] == ["3f2a9c0d51e8b764", "K02 in BX-1042"]


def test_every_rubric_of_the_page_ships():
    named = re.findall(r"`([a-z-]+)`", PAGE.split("| Rubric | For |")[1].split("\n\n")[0])
    assert sorted(named) == sorted(
        {
            "national",
            "essentials",
            "preparing-for-adulthood",
            "education",
            "health",
            "social-care",
            "advice",
            "example-authority",
        }
    )


@pytest.fixture
def worded(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "our-rubric.yaml").write_text(WORDS, encoding="utf-8")
    return tmp_path / "our-rubric.yaml"


def judged(cli, text, *options):
    return json.loads(cli("wording", text, "--as", "provision", "--format", "jsonl", *options).out)


def test_the_words_of_the_page_change_what_is_found(cli, worded):
    assert cli("rubric", "check", worded).code == 0
    text = (
        "Rainbow Road with the wellbeing captain, 20 minutes a week, in partnership with Mum; he is encouraged to sing."
    )
    ours, theirs = judged(cli, text, "--rubric", worded), judged(cli, text)
    assert (ours["specific_type"], ours["who"]) == (True, True)
    assert ours["vague_terms"] == ["in partnership with"]
    assert (theirs["who"], theirs["vague_terms"]) == (False, ["encouraged to"]) or "encouraged" in theirs[
        "vague_terms"
    ][0]


def test_a_draft_is_checked_with_the_words_of_its_rubric(cli, worded):
    plan_with("draft.docx", "Rainbow Road, 20 minutes a week, with the wellbeing captain.")
    found = {}
    for rubric in ("national", "our-rubric.yaml"):
        (card,) = json.loads(cli("check", "draft.docx", "--rubric", rubric, "--format", "json").out)["scorecards"]
        found[rubric] = {one["id"]: one["verdict"] for one in card["criteria"]}
    changed = {id for id in found["national"] if found["national"][id] != found["our-rubric.yaml"][id]}
    assert changed, "the rubric's own role is nobody to the shipped lists"
    assert all(found["our-rubric.yaml"][id] in {"met", "not applicable", "needs a person"} for id in changed), found


def test_the_command_of_the_page_runs_and_the_lists_are_printed(cli, worded):
    (line,) = [line for line in COMMANDS if line.startswith("ehcp-audit wording")]
    assert cli(*shlex.split(line)[1:]).code == 0
    names = cli("rubric", "words").out
    assert "hedges.amount" in names
    assert "sets.states" in names
    assert "as required" not in names
    assert "up to" in cli("rubric", "words", "hedges.amount").out.splitlines()
    done = cli("rubric", "words", "hedges.amounts")
    assert done.code == 2
    assert "Did you mean 'hedges.amount'" in done.err
