"""`report`: a run's outputs again, with what people judged."""

from __future__ import annotations

import judged_runs
import pytest


@pytest.fixture
def run(tmp_path):
    return judged_runs.national_run(tmp_path / "run")


def test_a_report_before_and_after_people_judged(cli, run, tmp_path):
    before = cli("report", run)
    assert before.code == 0
    assert before.out.startswith("<!DOCTYPE html>")
    assert "and as judged" not in before.out
    cli("scorecard", "export", run, "--auditor", "AB", "--one-workbook", "-o", tmp_path / "AB")
    judged_runs.fill(tmp_path / "AB" / "scorecards-AB-first.xlsx", lambda plan, id: "met")
    cli("scorecard", "import", run, tmp_path / "AB")
    assert cli("report", run, "-o", tmp_path / "r.html").code == 0
    assert "By these checks, and as judged" in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert cli("report", run, "-o", tmp_path / "r.html").code == 2
    assert cli("report", run, "--format", "xlsx", "-o", tmp_path / "r.xlsx").code == 0
    assert cli("report", run, "--format", "csv", "-o", tmp_path / "tables").code == 0
    assert "judgements.csv" in {path.name for path in (tmp_path / "tables").iterdir()}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--format", "pdf"), "html"),
        (("--format", "xlsx"), "-o"),
        (("--rubric", "nation"), "national"),
    ],
)
def test_what_cannot_be_reported(cli, run, arguments, words):
    done = cli("report", run, *arguments)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_a_rubric_that_moved_on_is_known_from_the_run(cli, run, tmp_path):
    from ehcp_audit.rubric import load_rubric
    from ehcp_audit.rubric.keeping import rubric_text

    kept = rubric_text(load_rubric("national"))
    sha = load_rubric("national").sha256
    for path, text in ((run / "run.json", None), (run / "rubric.json", kept)):
        data = (text or path.read_text(encoding="utf-8")).replace(sha, "cd" * 32)
        path.write_text(data, encoding="utf-8")
    assert cli("report", run, "-o", tmp_path / "r.html").code == 0
    (run / "rubric.json").unlink()
    done = cli("report", run)
    assert done.code == 2
    assert "which is not the one here" in done.err


def test_the_page_for_a_board(cli, run, tmp_path):
    import docx

    done = cli("report", run, "--format", "board", "-o", tmp_path / "board.docx")
    assert done.code == 0
    assert "Written" in done.out
    document = docx.Document(tmp_path / "board.docx")
    assert document.paragraphs[0].text.startswith("Quality of EHC plans: dip sample of")
    assert cli("report", run, "--format", "board").code == 2
    assert cli("report", run, "--format", "board", "-o", tmp_path / "board.docx").code == 2


def test_a_page_of_one_plan_from_its_stored_result(cli, samples, tmp_path):
    plan = samples / "07-year-6-columns.docx"
    cli("check", plan, "--format", "json", "-o", tmp_path / "one.json", "--as-of", "2026-11-20")
    done = cli("report", tmp_path / "one.json", "-o", tmp_path / "one.html")
    assert done.code == 0
    page = (tmp_path / "one.html").read_text(encoding="utf-8")
    assert "<h1>Audit of plan P01</h1>" in page


def in_template(cli, run, tmp_path, template):
    done = cli("report", run, "--format", "board", "--template", template, "-o", tmp_path / "board.docx")
    return done, tmp_path / "board.docx"


def test_an_authoritys_template_is_filled_and_stays_as_it_is(cli, run, tmp_path):
    import docx

    template = docx.Document()
    template.add_paragraph("Northmoor Council")
    template.styles["Heading 1"].font.name = "Georgia"
    template.save(tmp_path / "council.docx")
    before = (tmp_path / "council.docx").read_bytes()
    done, path = in_template(cli, run, tmp_path, tmp_path / "council.docx")
    assert done.code == 0, done.err
    assert (tmp_path / "council.docx").read_bytes() == before
    made = docx.Document(path)
    assert made.paragraphs[0].text == "Northmoor Council"
    assert made.paragraphs[1].text.startswith("Quality of EHC plans")
    assert made.styles["Heading 1"].font.name == "Georgia"
    first = path.read_bytes()
    path.unlink()
    assert in_template(cli, run, tmp_path, tmp_path / "council.docx")[1].read_bytes() == first


def test_a_word_template_file_becomes_a_document(cli, run, tmp_path):
    import zipfile

    import docx

    docx.Document().save(tmp_path / "plain.docx")
    with zipfile.ZipFile(tmp_path / "plain.docx") as old, zipfile.ZipFile(tmp_path / "council.dotx", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"document.main+xml", b"template.main+xml"))
    done, path = in_template(cli, run, tmp_path, tmp_path / "council.dotx")
    assert done.code == 0, done.err
    assert len(docx.Document(path).tables) == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [(None, "no file of this name"), (b"not a document", "damaged"), (b"", "damaged")],
)
def test_a_template_that_cannot_be_used(cli, run, tmp_path, data, words):
    if data is not None:
        (tmp_path / "council.docx").write_bytes(data)
    done, path = in_template(cli, run, tmp_path, tmp_path / "council.docx")
    assert done.code == 2
    assert words in done.err
    assert "council.docx cannot be used" in done.err
    assert not path.exists()


def test_a_template_is_for_the_board_alone(cli, run, tmp_path):
    assert "--template is for" in cli("report", run, "--template", tmp_path / "council.docx").err
