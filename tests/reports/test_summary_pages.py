"""Native charts of summary.xlsx, and its page for a self-evaluation."""

from __future__ import annotations

import io
import zipfile

import made_runs
import pytest
from lxml import etree
from openpyxl import load_workbook
from pypdf import PdfReader

from ehcp_audit.reports.figures import figures
from ehcp_audit.reports.summary import summary_workbook
from ehcp_audit.styling import percent

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture(scope="module")
def data():
    return summary_workbook(made_runs.run(12), made_runs.rubric())


@pytest.fixture(scope="module")
def book(data):
    return load_workbook(io.BytesIO(data))


def rows(sheet):
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(number for number, row in enumerate(found) if row[1] is not None)
    return found[head], [row for row in found[head + 1 :] if row[0] is not None]


def test_two_native_charts_start_at_nothing(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith("xl/charts/chart"))
        charts = [etree.fromstring(archive.read(name)) for name in names]
    assert len(charts) == 2
    for chart in charts:
        assert chart.find(f".//{CHART}valAx/{CHART}scaling/{CHART}min").get("val") == "0"
    drawn = [one.text for one in charts[0].iterfind(f".//{CHART}val/{CHART}numRef/{CHART}f")]
    assert [one.partition("$")[2][0] for one in drawn] == ["C", "D"], "plans short, and on them those that wait"
    assert charts[0].find(f".//{CHART}grouping").get("val") == "stacked"


def test_the_chart_s_table_holds_the_intervals(book):
    head, found = rows(book["Charts"])
    one = dict(zip(head, next(row for row in found if row[0] == "X01"), strict=False))
    assert (one["Plans short"], one["Wait for a person"], one["Of plans it applies to"]) == (8, 0, 12)
    assert one["Share short"] == pytest.approx(8 / 12)
    assert one["95% low"] < one["Share short"] < one["95% high"]


def test_every_plan_is_in_one_step_of_the_scores(book):
    _, found = rows(book["Scores"])
    assert sum(row[1] for row in found) == 12
    assert found[-1][0] == "95 to 100%"


def test_each_figure_for_self_evaluation_has_its_numerator_and_denominator(book):
    numbers = figures(made_runs.run(12), made_runs.rubric())
    _, found = rows(book["Self-evaluation"])
    by_name = {row[0]: row for row in found}
    assert by_name["Plans of the sample that could be read"][1:3] == [12, 14]
    assert by_name["Plans that seem to miss at least one duty"][1:3] == [numbers.missed.k, numbers.missed.n]
    mean = by_name["Mean plan score"]
    assert mean[1] / mean[2] == pytest.approx(float(numbers.mean), abs=1e-4)
    assert mean[3:6] == [None, None, None], "much waits: the bounds stand in words, and no bare percentage"
    assert mean[6].startswith("Between ")
    assert f"({percent(numbers.mean)} of the {percent(numbers.coverage)} judged)" in mean[6]
    (timed,) = [row for row in found if row[0].startswith("E07")]
    assert timed[1:3] == [next(one.met_items for one in numbers.criteria if one.criterion.id == "E07"), 72]


def test_few_plans_give_counts_and_no_rate():
    book = load_workbook(io.BytesIO(summary_workbook(made_runs.run(4), made_runs.rubric())))
    _, found = rows(book["Self-evaluation"])
    gate = next(row for row in found if row[0] == "Plans that meet every must criterion")
    assert gate[3:6] == [None, None, None]
    assert "Too few plans for a rate." in gate[6]


def test_nothing_judged_makes_no_chart():
    made = made_runs.run(1)
    made.scorecards = made.core = ()
    book = load_workbook(io.BytesIO(summary_workbook(made, made_runs.rubric())))
    assert book["Charts"]._charts == book["Scores"]._charts == []


def test_the_page_for_self_evaluation_is_one_page(data, office, tmp_path):
    (tmp_path / "s.xlsx").write_bytes(data)
    pages = [page.extract_text() for page in PdfReader(office(tmp_path / "s.xlsx", "pdf")).pages]
    assert len([text for text in pages if "For self-evaluation" in text]) == 1
    assert len([text for text in pages if "Self-evaluation" in text and "By these checks. Not legal" in text]) == 1
