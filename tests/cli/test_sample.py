"""`sample`: from a caseload to a manifest that verifies, and what is said on the way."""

from __future__ import annotations

import json

import jsonschema
import pytest

HEAD = "id;phase;plan_type;audited\n"


@pytest.fixture
def caseload(tmp_path):
    rows = [f"{number:04};{('primary', 'secondary')[number % 2]};new;" for number in range(1, 61)]
    path = tmp_path / "caseload.csv"
    path.write_bytes((HEAD + "\n".join(rows) + "\n").encode("utf-8-sig"))
    return path


def test_a_draw_is_written_printed_and_verified(cli, caseload, tmp_path):
    manifest = tmp_path / "draw.json"
    arguments = ("sample", "draw", caseload, "-n", 12, "--seed", "Minute 7", "--stratify", "phase")
    done = cli(*arguments, "-o", manifest, "--as-of", "2026-11-20")
    assert done.code == 0
    printed = json.loads(cli(*arguments, "--format", "json", "--as-of", "2026-11-20").out)
    assert printed == json.loads(manifest.read_text(encoding="utf-8"))
    assert printed["frame_date"] == "2026-11-20"
    assert all(len(id) == 4 for id in printed["plans"]), "ids are text: their zeros stay"
    assert printed["population"] == 60
    assert cli("sample", "verify", manifest, caseload).code == 0
    assert cli(*arguments, "-o", manifest).code == 2, "an existing manifest is never overwritten"


def test_more_than_there_are_is_a_census_that_says_what_was_asked(cli, caseload):
    done = cli("sample", "draw", caseload, "-n", 900, "--seed", "Minute 7")
    assert done.out.startswith("A census: ")
    assert "900 were asked for; there are no more than these that can be drawn." in done.out
    assert "were asked for" not in cli("sample", "draw", caseload, "-n", 12, "--seed", "Minute 7").out


def test_a_caseload_that_changed_does_not_verify(cli, caseload, tmp_path):
    manifest = tmp_path / "draw.json"
    cli("sample", "draw", caseload, "-n", 12, "--seed", "Minute 7", "-o", manifest)
    caseload.write_text(caseload.read_text(encoding="utf-8-sig") + "0099;primary;new;\n", encoding="utf-8")
    done = cli("sample", "verify", manifest, caseload)
    assert done.code == 1
    assert "population: 60 in the manifest, 61 from the caseload" in done.out


def test_bad_rows_are_named_counted_and_make_three(cli, caseload, tmp_path):
    text = caseload.read_text(encoding="utf-8-sig") + "1.23E+11;primary;new;\n0070;primary;new;31/02/2026\n"
    caseload.write_text(text, encoding="utf-8")
    manifest = tmp_path / "draw.json"
    done = cli("sample", "draw", caseload, "-n", 12, "--seed", "Minute 7", "-o", manifest)
    assert done.code == 3
    assert "row 62" in done.err
    assert "row 63" in done.err
    found = json.loads(manifest.read_text(encoding="utf-8"))
    assert found["excluded"] == {"row could not be used": 2}
    assert cli("sample", "verify", manifest, caseload).code == 0


def test_a_list_with_many_bad_rows_is_said_to_be_no_list_to_draw_from(cli, caseload):
    few = caseload.read_text(encoding="utf-8-sig") + "0070;primary;new;31/02/2026\n"
    caseload.write_text(few, encoding="utf-8")
    assert "Mend the caseload" not in cli("sample", "draw", caseload, "-n", 12, "--seed", "x").out
    caseload.write_text(few + "".join(f"01{n:02};primary;new;autumn\n" for n in range(9)), encoding="utf-8")
    done = cli("sample", "draw", caseload, "-n", 12, "--seed", "x")
    assert done.code == 3
    assert "Left out of 70 rows. row could not be used: 10" in done.out
    assert "10 of its 70 rows could not be used" in done.out


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("-n", 12, "--seed", ""), "seed is empty"),
        (("-n", 3, "--seed", "x", "--stratify", "phase", "--minimum", 2), "smallest -n that works is 4"),
        (("-n", 3, "--seed", "x", "--stratify", "fase"), "Did you mean 'phase'"),
        (("-n", 3, "--seed", "x", "--id", "ref"), "no column 'ref'"),
        (("-n", 3), "--seed"),
    ],
)
def test_what_cannot_be_drawn_ends_in_two(cli, caseload, more, words):
    done = cli("sample", "draw", caseload, *more)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_doubled_ids_end_in_two_with_their_rows(cli, caseload):
    caseload.write_text(caseload.read_text(encoding="utf-8-sig") + " 0007 ;primary;new;\n", encoding="utf-8")
    done = cli("sample", "draw", caseload, "-n", 3, "--seed", "x")
    assert done.code == 2
    assert "Rows 8 and 62" in done.err


def test_a_replacement_is_recorded_in_the_manifest(cli, caseload, tmp_path):
    manifest = tmp_path / "draw.json"
    cli("sample", "draw", caseload, "-n", 5, "--seed", "Minute 7", "-o", manifest)
    before = json.loads(manifest.read_text(encoding="utf-8"))
    out = before["plans"][2]
    changed = tmp_path / "changed.json"
    done = cli("sample", "replace", manifest, "--plan", out, "--reason", "unobtainable", "-o", changed)
    assert done.code == 0
    after = json.loads(changed.read_text(encoding="utf-8"))
    assert after["replacements"][0]["out"] == out
    assert after["replacements"][0]["in"] == before["reserve"][0]
    assert json.loads(manifest.read_text(encoding="utf-8")) == before
    assert cli("sample", "replace", manifest, "--plan", out, "--reason", "out_of_scope").code == 0
    assert json.loads(manifest.read_text(encoding="utf-8"))["replacements"][0]["reason"] == "out_of_scope"
    assert cli("sample", "verify", manifest, caseload).code == 0
    assert cli("sample", "replace", manifest, "--plan", out, "--reason", "not_representative").code == 2


def test_a_pick_for_risk_is_recorded_apart(cli, caseload, tmp_path):
    manifest = tmp_path / "draw.json"
    cli("sample", "draw", caseload, "-n", 5, "--seed", "Minute 7", "-o", manifest)
    pick = json.loads(manifest.read_text(encoding="utf-8"))["reserve"][0]
    done = cli("sample", "add", manifest, "--plan", pick, "--purpose", "risk")
    assert done.code == 0
    assert "enters no rate" in done.out
    assert json.loads(manifest.read_text(encoding="utf-8"))["extras"][0]["plan"] == pick


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"algorithm": "ehcp-audit/draw/v1"}', "not json"])
def test_what_is_no_manifest_is_refused(cli, caseload, tmp_path, text):
    path = tmp_path / "draw.json"
    path.write_text(text, encoding="utf-8")
    assert cli("sample", "verify", path, caseload).code == 2
    assert cli("sample", "verify", tmp_path / "none.json", caseload).code == 2


def test_how_many_plans_a_margin_needs(cli):
    done = cli("sample", "size", "--margin", 10, "--population", 4000, "--expect", 80, "--format", "json")
    assert json.loads(done.out)["n"] == 61
    assert json.loads(cli("sample", "size", "--margin", 5, "--format", "json").out)["n"] == 385
    assert "94 plans of 4,000" in cli("sample", "size", "--margin", 10, "--population", 4000).out
    assert cli("sample", "size", "--margin", 0).code == 2


def test_a_cap_by_officer_is_drawn_kept_and_said(cli, tmp_path):
    rows = [f"{number:04};{'ABC'[number % 3] * 2}" for number in range(1, 61)]
    path = tmp_path / "caseload.csv"
    path.write_text("id;Case officer\n" + "\n".join(rows) + "\n", encoding="utf-8")
    manifest = tmp_path / "draw.json"
    arguments = ("sample", "draw", path, "-n", 9, "--seed", "Minute 7", "--cap", "case officer=4", "-o", manifest)
    done = cli(*arguments)
    assert done.code == 0, done.err
    assert "At most 4 of one case officer: the 9 plans come from 3." in done.out
    assert "3 are too few to widen an interval by" in done.out
    found = json.loads(manifest.read_text(encoding="utf-8"))
    jsonschema.validate(found, json.loads(cli("schema", "draw").out))
    assert sum(found["cap"]["counts"]) == 9
    assert max(found["cap"]["counts"]) <= 4
    assert cli("sample", "verify", manifest, path).code == 0
    refused = cli("sample", "draw", path, "-n", 9, "--seed", "x", "--cap", "officer=4")
    assert (refused.code, "no column 'officer'" in refused.err) == (2, True)
