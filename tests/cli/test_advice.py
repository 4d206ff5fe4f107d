"""`check --advice`, `--queries` and the advice rubric: what the reports say behind a plan's vague lines."""

from __future__ import annotations

import csv
import io
import json

import pytest
from docx import Document

PLAN = {
    "Section A: views": ["I like drawing. Mum hopes I make a friend."],
    "Section B: special educational needs": ["Ana understands short instructions only.", "Ana reads slowly."],
    "Section C: health needs": ["None identified."],
    "Section D: social care needs": ["None identified."],
    "Section E: outcomes": ["By July 2027 Ana will follow an instruction with three key words."],
    "Section F: provision": [
        "Ana will have a regular language programme with support from an adult.",
        "Support with reading as needed.",
        "Regular physiotherapy input.",
        "A qualified teacher will teach Ana handwriting one to one for 20 minutes each day.",
    ],
    "Section G: health provision": ["None required."],
    "Section I: placement": [],
}
SPEECH = {
    "Speech and Language Therapy Report": [
        "Report by: B. Sample, Speech and Language Therapist",
        "Dated 12 March 2026",
    ],
    "Ana's views": ["Ana told me that assemblies are too loud."],
    "Recommendations": [
        "A language programme delivered by a trained teaching assistant for 20 minutes, three times a week.",
        "Staff should use visual timetables.",
    ],
}
READING = {
    "Specialist teacher advice": ["Author: C. Person, specialist teacher", "Date of report: 4 May 2026"],
    "Provision": ["Support with reading as needed."],
}


def written(path, parts):
    document = Document()
    for heading, lines in parts.items():
        document.add_heading(heading, 1)
        for line in lines:
            document.add_paragraph(line)
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(path)
    return str(path)


@pytest.fixture
def papers(tmp_path):
    plan = written(tmp_path / "plan.docx", PLAN)
    written(tmp_path / "advice" / "1 speech.docx", SPEECH)
    written(tmp_path / "advice" / "2 reading.docx", READING)
    return plan, str(tmp_path / "advice")


def findings(cli, *arguments):
    done = cli("check", *arguments, "--format", "json", "--as-of", "2026-11-20")
    (card,) = json.loads(done.out)["scorecards"]
    return {one["id"]: {f["subject"]: f for f in one["findings"]} for one in card["criteria"]}


def test_a_vague_line_is_told_from_one_whose_detail_was_lost(cli, papers):
    plan, folder = papers
    vague = findings(cli, plan, "--advice", folder)["F09"]
    lost, copied, without = (vague[f"F.{number}"] for number in (1, 2, 3))
    assert (lost["advice"]["says"], lost["advice"]["document"], lost["act"]) == ("more specific", "A01", "writer")
    assert "20 minutes, three times a week" in lost["advice"]["evidence"][0]["text"]
    assert (copied["advice"]["says"], copied["advice"]["document"]) == ("as vague", "A02")
    assert copied["act"] == "advice-giver"
    assert copied["advice"]["evidence"][0]["document"] == "A02"
    assert (without["advice"]["says"], without["advice"]["evidence"]) == ("nothing", [])
    assert vague["F.4"]["advice"] is None


def test_the_criteria_on_the_advice_lay_both_texts_out(cli, papers):
    plan, folder = papers
    asked = findings(cli, plan, "--advice", folder)
    followed, upstream = asked["F15"]["F.1"], asked["F16"]["F.2"]
    assert followed["proposed"] == "not met"
    assert [one["document"] for one in followed["evidence"]] == [None, "A01"]
    assert "A01 (speech and language therapist)" in followed["note"]
    assert upstream["proposed"] == "not met"
    assert asked["F16"]["F.1"]["proposed"] == "met"


def test_without_advice_nothing_is_said_of_it(cli, papers):
    assert all(one["advice"] is None for one in findings(cli, papers[0])["F09"].values())


def test_the_query_list_asks_each_author_what_the_plan_leaves_open(cli, papers, tmp_path):
    plan, folder = papers
    cli("check", plan, "--advice", folder, "--queries", str(tmp_path / "ask.txt"), "--as-of", "2026-11-20")
    text = (tmp_path / "ask.txt").read_text(encoding="utf-8")
    assert "Specialist teacher (A02, report of 4 May 2026)" in text
    assert 'Your advice says: "Support with reading as needed."' in text
    assert "How often?" in text
    assert "language programme" not in text  # the advice holds it; nobody has to be asked


def test_a_question_about_vague_words_names_them(cli, papers, tmp_path):
    plan, folder = papers
    cli("check", plan, "--advice", folder, "--queries", str(tmp_path / "ask.txt"), "--as-of", "2026-11-20")
    text = (tmp_path / "ask.txt").read_text(encoding="utf-8")
    assert 'What is meant by "Support" and "as needed"?' in text
    assert "the vague words" not in text


def test_a_report_in_which_no_provision_was_told_apart_is_not_said_to_hold_none(cli, papers, tmp_path):
    plan, folder = papers
    lines = ["Author: D. Sample, physiotherapist", "Date of report: 4 May 2026", "Ana came with her mother."]
    written(tmp_path / "advice" / "3 moving.docx", {"Physiotherapy report": lines})
    done = cli("check", plan, "--advice", folder, "--queries", str(tmp_path / "ask.txt"), "--as-of", "2026-11-20")
    assert "0 lines of provision. Nothing can be matched to it: look into it yourself." in done.err
    asked = (tmp_path / "ask.txt").read_text(encoding="utf-8").split("\n\n1. ")
    (physio,) = [one for one in asked if "Regular physiotherapy input." in one]
    assert "No line of provision could be told apart in your report, so it was not compared." in physio
    assert any(one.endswith("(A03, report of 4 May 2026): 1 question\n" + 57 * "=") for one in asked)


def test_a_line_that_no_report_matches_is_put_to_no_report_of_another_profession(cli, tmp_path):
    plan = written(tmp_path / "plan.docx", PLAN)
    written(tmp_path / "advice" / "1 speech.docx", SPEECH)
    cli("check", plan, "--advice", str(tmp_path / "advice"), "--queries", str(tmp_path / "ask.txt"))
    text = (tmp_path / "ask.txt").read_text(encoding="utf-8")
    assert "Speech and language therapist" not in text
    assert "Physiotherapy: 1 question" in text
    assert "The plan's writer (the line names nobody who gave the advice): 1 question" in text
    assert "Nothing in your advice" not in text


def test_the_query_list_can_be_a_table(cli, papers, tmp_path):
    plan, folder = papers
    cli("check", plan, "--advice", folder, "--queries", str(tmp_path / "ask.csv"), "--as-of", "2026-11-20")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "ask.csv").read_text(encoding="utf-8-sig"))))
    assert {row["subject"] for row in rows} == {"F.2", "F.3"}
    assert {row["says"] for row in rows} == {"as vague", "nothing"}


def test_without_reports_the_queries_go_by_the_roles_that_the_plan_names(cli, tmp_path):
    parts = {**PLAN, "Section F: provision": ["Regular visits by the occupational therapist.", "Help as needed."]}
    plan = written(tmp_path / "plan.docx", parts)
    cli("check", plan, "--queries", str(tmp_path / "ask.txt"), "--as-of", "2026-11-20")
    text = (tmp_path / "ask.txt").read_text(encoding="utf-8")
    assert text.startswith("Occupational therapist: 1 question")
    assert "names nobody" in text


def test_an_advice_report_is_read_in_place_of_a_plan(cli, papers):
    done = cli("check", papers[1], "--rubric", "advice", "--format", "json", "--as-of", "2026-11-20")
    assert done.code in (0, 1)
    result = json.loads(done.out)
    assert result["unreadable"] == []
    speech, reading = ({one["id"]: one for one in card["criteria"]} for card in result["scorecards"])
    assert speech["AD-01"]["verdict"] == "met"
    assert speech["AD-02"]["findings"][0]["proposed"] == "met"
    assert reading["AD-02"]["findings"][0]["proposed"] == "not met"
    assert reading["AD-38"]["verdict"] == "not met"
    assert speech["AD-32"]["findings"][0]["verdict"] == "met"


def test_a_report_without_a_heading_is_never_not_a_plan(cli, tmp_path):
    path = written(tmp_path / "note.docx", {"": ["I saw Ana on Monday. She was quiet."]})
    done = cli("check", path, "--rubric", "advice", "--format", "json")
    assert json.loads(done.out)["unreadable"] == []


def test_several_plans_each_take_the_advice_in_their_own_folder(cli, papers, tmp_path):
    other = written(tmp_path / "other.docx", PLAN)
    refused = cli("check", papers[0], other, "--advice", papers[1])
    assert refused.code == 2
    assert "a folder in it, named as its file is" in refused.err
    written(tmp_path / "each" / "other" / "speech.docx", SPEECH)
    done = cli("check", papers[0], other, "--advice", str(tmp_path / "each"), "--format", "json")
    first, second = (
        {one["advice"] is None for c in card["criteria"] if c["id"] == "F09" for one in c["findings"]}
        for card in sorted(json.loads(done.out)["scorecards"], key=lambda card: card["file"].endswith("plan.docx"))
    )
    assert False in first
    assert second == {True}


def test_a_folder_that_is_not_there_or_holds_no_report_is_refused(cli, papers, tmp_path):
    assert cli("check", papers[0], "--advice", str(tmp_path / "none")).code == 2
    (tmp_path / "empty").mkdir()
    done = cli("check", papers[0], "--advice", str(tmp_path / "empty"))
    assert (done.code, "There is no report" in done.err) == (2, True)


def test_a_report_that_cannot_be_read_is_named_and_the_others_are_used(cli, papers, tmp_path):
    (tmp_path / "advice" / "3 broken.docx").write_bytes(b"not a document at all")
    done = cli("check", papers[0], "--advice", papers[1], "--format", "json", "--as-of", "2026-11-20")
    assert done.code == 3
    assert "A03" in done.err
    assert json.loads(done.out)["scorecards"]
