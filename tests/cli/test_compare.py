"""`compare` and `trend`: in words and as JSON."""

from __future__ import annotations

import json
from datetime import date

import jsonschema
import judged_runs
import made_runs
import pytest

from ehcp_audit.runs import read_run


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Two quarters of twelve plans, by the national rubric, judged by AB: met, but for half of E07 in spring."""
    from ehcp_audit.judgements import Kept, keep
    from ehcp_audit.model import Judgement

    home = tmp_path_factory.mktemp("quarters")
    folders = []
    for name, day, met in (("spring", date(2026, 3, 1), 3), ("summer", date(2026, 6, 1), 12)):
        folder = judged_runs.national_run(home / name, 12)
        text = (folder / "run.json").read_text(encoding="utf-8")
        (folder / "run.json").write_text(text.replace("2026-11-20", day.isoformat()), encoding="utf-8")
        said = [
            Judgement(card.reference, one.id, "AB", "first", True, "met" if one.id != "E07" or n < met else "not met")
            for n, card in enumerate(read_run(folder).scorecards)
            for one in card.criteria
        ]
        keep(folder, Kept(tuple(said)))
        folders.append(folder)
    return folders


def test_periods_side_by_side(cli, runs):
    done = cli("compare", *reversed(runs), "--judged", "--format", "json")
    found = json.loads(done.out)
    assert done.code == 0
    jsonschema.validate(found, json.loads(cli("schema", "comparison").out))
    assert [one["name"] for one in found["groups"]] == ["spring", "summer"]
    (one,) = (one for one in found["differences"] if one["figure"] == "E07")
    assert (one["first"], one["second"], one["says"]) == ("spring", "summer", "improved")
    assert one["estimate"] == 0.75
    words = cli("compare", *runs, "--judged").out
    assert "As judged" in words
    assert "E07: +75.0 points" in words
    assert "mean plan score" in words
    assert "By these checks" in cli("compare", *runs).out


def test_a_trend(cli, runs):
    found = json.loads(cli("trend", *runs, "--judged", "--format", "json").out)
    jsonschema.validate(found, json.loads(cli("schema", "trend").out))
    assert [one["name"] for one in found["runs"]] == ["spring", "summer"]
    assert "2 runs make no trend" in cli("trend", *runs).out


def test_a_crosswalk_between_two_runs(cli, runs, tmp_path):
    sha = read_run(runs[0]).rubric.sha256
    side = f'{{rubric: national, sha256: "{sha}"}}'
    path = tmp_path / "walk.yml"
    path.write_text(
        f"crosswalk: {{id: x, version: 1, left: {side}, right: {side}}}\n"
        "concepts:\n  - {id: TIME, match: exact, left: {criteria: [E07]}, right: {criteria: [E07]}}\n",
        encoding="utf-8",
    )
    done = cli("compare", *runs, "--judged", "--crosswalk", path)
    assert done.code == 0
    assert "TIME (exact): spring 25%" in done.out
    assert "less than half" in done.out
    found = json.loads(cli("compare", *runs, "--judged", "--crosswalk", path, "--format", "json").out)
    jsonschema.validate(found, json.loads(cli("schema", "crosswalk-comparison").out))
    assert cli("compare", runs[0], "--crosswalk", path).code == 2


@pytest.mark.parametrize(
    ("more", "words"),
    [(("--by", "tem"), "Did you mean 'team'"), (("--by", "team"), "has a team"), ((), "only one run")],
)
def test_what_cannot_be_compared(cli, runs, more, words):
    done = cli("compare", runs[0], *more)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_the_files_of_a_comparison_and_of_a_trend(cli, runs, tmp_path):
    from openpyxl import load_workbook

    for command, name in (("compare", "comparison"), ("trend", "trend")):
        out = tmp_path / name
        done = cli(command, *runs, "--judged", "-o", out)
        assert done.code == 0, done.err
        assert {one.name for one in out.iterdir()} == {f"{name}.html", f"{name}.xlsx", f"{name}.json"}
        found = json.loads((out / f"{name}.json").read_text(encoding="utf-8"))
        jsonschema.validate(found, json.loads(cli("schema", name).out))
        page = (out / f"{name}.html").read_text(encoding="utf-8")
        assert page.count("<svg") == page.count('role="img"') == 3
        assert "12 of 12, 100% (76 to 100%)" in page
        assert {"Figures", "Criteria", "Notes"} <= set(load_workbook(out / f"{name}.xlsx").sheetnames)
        assert cli(command, *runs, "-o", out).code == 2, "nothing is overwritten without --force"
        assert cli(command, *runs, "--judged", "-o", out, "--force").code == 0
    assert "improved" in (tmp_path / "comparison" / "comparison.html").read_text(encoding="utf-8")


def test_a_comparison_of_hostile_names_stays_text(cli, runs, tmp_path):
    import shutil

    odd = shutil.copytree(runs[0], tmp_path / "<b onload=x>&amp;")
    out = tmp_path / "out"
    assert cli("compare", odd, runs[1], "-o", out).code == 0
    assert "<b onload" not in (out / "comparison.html").read_text(encoding="utf-8")


def test_teams_are_held_against_all_together_in_a_funnel(cli, tmp_path):
    from dataclasses import replace

    folder = judged_runs.national_run(tmp_path / "run", 45)
    run = read_run(folder)
    cards = [replace(card, team="ABCDE"[n % 4 if n < 40 else 4]) for n, card in enumerate(run.scorecards)]
    (folder / "results.jsonl").write_bytes(made_runs.stored(cards))
    done = cli("compare", folder, "--by", "team", "-o", tmp_path / "out")
    assert done.code == 0, done.err
    page = (tmp_path / "out" / "comparison.html").read_text(encoding="utf-8")
    assert "Too few plans to tell apart from any other: E." in page
    assert done.out.count("E: 0 of") <= 1
