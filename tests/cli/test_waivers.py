"""`--waivers`: what they lift from the gate, what they never touch, and what is said of those that do nothing."""

from __future__ import annotations

import json

import pytest
from docx import Document

LINES = {
    "Section A: views": "I like drawing. Mum hopes I make a friend.",
    "Section B: special educational needs": "Ana reads slowly.",
    "Section C: health needs": "None identified.",
    "Section D: social care needs": "None identified.",
    "Section E: outcomes": "By July 2027 Ana will read a page aloud.",
    "Section F: provision": "Support with reading as needed.",
}
AS_OF = ("--as-of", "2026-11-20")


@pytest.fixture
def draft(tmp_path):
    document = Document()
    for heading, line in LINES.items():
        document.add_heading(heading, 1)
        document.add_paragraph(line)
    document.save(tmp_path / "draft.docx")
    return tmp_path / "draft.docx"


@pytest.fixture
def waived(tmp_path):
    def write(*entries, day="2026-11-01", until="2027-07-31"):
        text = "waivers:\n" + "".join(
            f"  - {entry}\n    reason: The family asked for it.\n    who: A. Manager\n"
            f"    when: {day}\n    expires: {until}\n"
            for entry in entries
        )
        (tmp_path / "waivers.yml").write_text(text, encoding="utf-8")
        return str(tmp_path / "waivers.yml")

    return write


def checked(cli, draft, *more):
    done = cli("check", str(draft), "--select", "F09", *AS_OF, "--format", "json", *more)
    (card,) = json.loads(done.out)["scorecards"]
    return done, card


def test_a_waiver_by_criterion_and_plan_opens_the_gate_and_leaves_the_score(cli, draft, waived):
    before, card = checked(cli, draft)
    after, lifted = checked(cli, draft, "--waivers", waived("criterion: F09\n    plan: draft"))
    assert (before.code, after.code) == (1, 0)
    assert lifted["score"] == card["score"]
    (finding,) = lifted["criteria"][0]["findings"]
    assert finding["verdict"] == "not met"
    assert finding["waived"] == {
        "reason": "The family asked for it.",
        "who": "A. Manager",
        "when": "2026-11-01",
        "expires": "2027-07-31",
    }


def test_a_waiver_by_fingerprint_fits_that_finding_alone(cli, draft, waived):
    _, card = checked(cli, draft)
    fingerprint = card["criteria"][0]["findings"][0]["fingerprint"]
    assert checked(cli, draft, "--waivers", waived(f"finding: {fingerprint}"))[0].code == 0
    other, _ = checked(cli, draft, "--waivers", waived("finding: 0123456789abcdef"))
    assert other.code == 1
    assert "fits no finding" in other.err


@pytest.mark.parametrize(
    ("day", "until", "said"),
    [("2025-11-01", "2026-07-31", "ran out on 2026-07-31"), ("2026-12-01", "2027-07-31", "dated after the day")],
)
def test_a_waiver_outside_its_time_is_reported_and_lifts_nothing(cli, draft, waived, day, until, said):
    done, card = checked(cli, draft, "--waivers", waived("criterion: F09\n    plan: draft", day=day, until=until))
    assert done.code == 1
    assert said in done.err
    assert card["criteria"][0]["findings"][0]["waived"] is None


def test_a_waiver_of_what_is_met_by_now_is_called_unused(cli, draft, waived):
    done = cli("check", str(draft), *AS_OF, "--waivers", waived("criterion: A02\n    plan: draft"))
    assert "The waiver of A02 in draft (line 2) fits no finding that is not met" in done.err


def test_a_waived_finding_stays_visible(cli, draft, waived):
    file = waived("criterion: F09\n    plan: draft.docx")
    shown = " ".join(cli("check", str(draft), "--select", "F09", *AS_OF, "--waivers", file).out.split())
    assert "accepted until 2027-07-31: The family asked for it." in shown


def test_every_field_is_required_and_every_mistake_is_named(cli, draft, tmp_path):
    (tmp_path / "w.yml").write_text(
        "waivers:\n"
        "  - criterion: F09\n    reason: So.\n    who: A. Manager\n    when: 2026-11-01\n"
        "  - finding: abc\n    reason: So.\n    who: A.\n    when: soon\n    expires: 2027-01-01\n"
        "  - finding: abc\n    reson: So.\n    who: A.\n    when: 2026-11-01\n    expires: 2026-10-01\n",
        encoding="utf-8",
    )
    done = cli("check", str(draft), "--waivers", str(tmp_path / "w.yml"))
    assert done.code == 2
    for said in ("w.yml:2:5: the waiver lacks 'plan', 'expires'", "'when' must be a date", "unknown key 'reson'"):
        assert said in done.err
    assert cli("check", str(draft), "--waivers", str(tmp_path / "none.yml")).code == 2


def test_batch_takes_waivers_by_the_name_of_the_file_and_keeps_it_out_of_the_run(cli, draft, waived, tmp_path):
    run = tmp_path / "run"
    file = waived("criterion: F09\n    plan: draft")
    done = cli("batch", str(draft), "-o", str(run), "--jobs", "1", "--no-scorecards", "--waivers", file, *AS_OF)
    assert done.code == 0, done.err
    card = json.loads((run / "results.jsonl").read_text(encoding="utf-8"))
    findings = {one["id"]: one["findings"] for one in card["criteria"]}["F09"]
    assert [one["waived"]["who"] for one in findings] == ["A. Manager"]
    assert card["file"] is None
    assert "waivers_sha256" in json.loads((run / "run.json").read_text(encoding="utf-8"))["settings"]
    assert "fits no finding" not in done.err
