"""A plan that stands in a run twice is asked about, by reference, and counted as it was."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from ehcp_audit import batch
from ehcp_audit.batch import BatchRequest, run_batch
from ehcp_audit.batch.twice import look_alike, marks_of, same_twice
from ehcp_audit.cli.sampled import batch_ended
from ehcp_audit.runs import files_of, read_run

WORDS = [
    f"Robin needs help with {what} in every lesson, as the reports of this year describe."
    for what in ("reading", "writing", "counting", "listening", "waiting", "dressing")
]
DAYS = {"issued": "2026-06-15", "review_due": "2027-06-14"}


def marks(words=WORDS, status="final", **days):
    items = [{"text": text} for text in words]
    return marks_of({"plan": {"items": items, "status": status, "facts": days or DAYS}})


@pytest.mark.parametrize(
    "other",
    [
        marks(),
        marks(tuple(reversed(WORDS))),
        marks(
            [text.replace(" help", " he\u00adlp").upper().replace(" ", "\n") for text in WORDS]
        ),  # as a PDF parts them
        marks(WORDS[:4]),
        marks([*WORDS, "Robin's friends are named here, and nowhere else in the plan that was read."]),
        marks(status=None, requested="2026-01-01"),  # what only one of them says decides nothing
    ],
)
def test_the_same_words_are_the_same_plan(other):
    assert look_alike(marks(), other)
    assert look_alike(other, marks())


@pytest.mark.parametrize(
    "other",
    [
        marks([text.replace("every lesson", "the hall and at home") for text in WORDS]),  # the same child, another plan
        marks([text.replace("Robin", "Ayesha") for text in WORDS]),  # two children of one stock text
        marks(WORDS[:3]),
        marks(status="draft"),
        marks(issued="2025-06-15"),
        marks(issued="2026-06-16", amended="2026-09-01"),
    ],
)
def test_other_words_another_day_or_another_status_are_another_plan(other):
    assert not look_alike(marks(), other)
    assert not look_alike(other, marks())


def test_by_too_few_words_no_plan_is_known():
    assert marks(["Not applicable."] * 20) is None
    assert marks(WORDS[:2]) is None
    assert same_twice([("P01", None), ("P02", None)]) == []


def test_groups_go_by_reference_and_stock_sentences_lead_nowhere():
    own = [[f"{text} This one is of child number {number}." for text in WORDS] for number in range(40)]
    plans = [(f"P{number:02}", marks([*words, WORDS[0]])) for number, words in enumerate(own)]
    plans += [("P90", marks(own[7])), ("P91", marks(own[30])), ("P92", marks(own[7]))]
    assert same_twice(plans) == [["P07", "P90", "P92"], ["P30", "P91"]]


# --- a run ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def asked(samples, tmp_path_factory):
    folder = tmp_path_factory.mktemp("plans")
    for name in ("14-year-3-parts.docx", "16-year-7-numbered.docx", "16-year-7-numbered.pdf"):
        shutil.copy(samples / name, folder)
    return BatchRequest((str(folder),), folder, "national", date(2026, 11, 20), jobs=2, scorecards=False)


@pytest.fixture(scope="module")
def whole(asked, tmp_path_factory):
    return run_batch(replace(asked, output=tmp_path_factory.mktemp("whole") / "run"))


def test_word_and_pdf_of_one_plan_are_named_everywhere_and_dropped_nowhere(whole, asked, capsys):
    line = "1 pair looks like the same plan twice (P02 and P03)"
    said = [card.plan.warnings for card in whole.run.scorecards]
    assert [any("same plan" in one for one in warnings) for warnings in said] == [False, True, True]
    assert "as P03." in said[1][-1]
    assert "as P02." in said[2][-1]
    assert [card.plan.warnings for card in read_run(whole.folder).scorecards] == said
    assert line in (whole.folder / "report.html").read_text(encoding="utf-8")
    book = load_workbook(whole.folder / "summary.xlsx")
    for sheet in ("Summary", "Method"):
        assert any(line in str(cell) for row in book[sheet].iter_rows(values_only=True) for cell in row), sheet
    assert len((whole.folder / "results.jsonl").read_bytes().splitlines()) == 3
    batch_ended(whole, asked, fail_on="never", fail_under=None)
    assert line in " ".join(capsys.readouterr().out.split())


def test_an_interrupted_run_asks_the_same_and_writes_nothing_to_ask_by(whole, asked, tmp_path, monkeypatch):
    def stop(done, of):
        if done == 2:
            raise KeyboardInterrupt

    again = replace(asked, output=tmp_path / "run", jobs=1)
    with pytest.raises(KeyboardInterrupt):
        run_batch(again, progress=stop)
    seen = []
    real = batch.clear_work

    def look(part):
        seen.extend(path.read_bytes() for path in part.rglob("*") if path.is_file())
        real(part)

    monkeypatch.setattr(batch, "clear_work", look)
    got = run_batch(replace(again, resume=True))
    assert files_of(got.folder) == files_of(whole.folder)
    digests = [marks_of(json.loads(one)).words[:8] for one in (got.folder / "results.jsonl").read_bytes().splitlines()]
    assert seen
    assert not any(one in data or one.hex().encode() in data for one in digests for data in seen)
    assert run_batch(replace(again, resume=True)).run.scorecards[2].plan.warnings  # only verified, and said again
