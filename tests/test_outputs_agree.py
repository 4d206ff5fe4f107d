"""Every output of one run says what results.jsonl says, to the last figure: each is read back and counted again.

The stored lines are read as plain JSON and counted here, by none of our own code.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from fractions import Fraction
from math import sqrt

import docx
import pytest
from lxml import html as lxml_html
from openpyxl import load_workbook

JUDGED = ("met", "partly met", "not met")
GAPS = ("not met", "partly met")
SHORT = {"partly met": "partly", "not applicable": "N/A", "needs a person": "person"}


@pytest.fixture(scope="module")
def folder(process, samples, tmp_path_factory):
    """A run over all sample plans, its board page and its stored result."""
    folder = tmp_path_factory.mktemp("agree")
    done = process("batch", samples, "-o", folder / "run", "--ocr", "off", "--as-of", "2026-11-20")
    assert done.code == 3, done.err
    (folder / "said.txt").write_text(done.out, encoding="utf-8")
    assert process("report", folder / "run", "--format", "board", "-o", folder / "board.docx").code == 0
    return folder


@pytest.fixture(scope="module")
def cards(folder):
    return [json.loads(line) for line in (folder / "run" / "results.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def whole(cards):
    """Those that rates count: all but documents that set out only a part of a plan."""
    return [card for card in cards if not card["plan"]["partial"]]


@pytest.fixture(scope="module")
def verdicts(whole):
    """Plans by verdict, for each criterion."""
    found: dict[str, Counter[str]] = {}
    for card in whole:
        for criterion in card["criteria"]:
            found.setdefault(criterion["id"], Counter())[criterion["verdict"]] += 1
    return found


@pytest.fixture(scope="module")
def standing(whole):
    """Plans that meet, fall short of, wait for and need not answer each criterion; one certain fault falls short."""
    found: dict[str, Counter[str]] = {}
    for card in whole:
        for one in card["criteria"]:
            verdict = one["verdict"]
            if verdict in GAPS or any(finding["verdict"] in GAPS for finding in one["findings"]):
                verdict = "short"
            found.setdefault(one["id"], Counter())[verdict] += 1
    return found


@pytest.fixture(scope="module")
def book(folder):
    return load_workbook(folder / "run" / "summary.xlsx")


@pytest.fixture(scope="module")
def page(folder):
    return lxml_html.fromstring((folder / "run" / "report.html").read_text(encoding="utf-8"))


def sheet_rows(sheet) -> list[dict[str, object]]:
    first = int(re.search(r"\d+", sheet.freeze_panes)[0]) - 1
    head, *rest = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first)]
    return [dict(zip(head, row, strict=True)) for row in rest if any(value is not None for value in row)]


def csv_rows(folder, name) -> list[dict[str, str]]:
    text = (folder / "run" / "csv" / name).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def page_table(page, caption) -> list[list[str]]:
    """The cells of the table under a caption, row by row, its headings first."""
    (table,) = [one for one in page.iter("table") if (one.findtext("caption") or "").strip() == caption]
    return [
        [" ".join(cell.text_content().split()) for cell in row if cell.tag in ("th", "td")] for row in table.iter("tr")
    ]


def judged(counts: Counter[str]) -> int:
    return sum(counts[verdict] for verdict in JUDGED)


def certain(criterion) -> bool:
    """Whether something of it certainly falls short."""
    return any(finding["verdict"] in GAPS for finding in criterion["findings"])


def known(counts: Counter[str]) -> int:
    return counts["met"] + counts["short"]


def has_rate(counts: Counter[str]) -> bool:
    """Ten plans or more are known, and at most one in ten of those that it applies to waits for a person."""
    waits = counts["needs a person"]
    return known(counts) >= 10 and 10 * waits <= known(counts) + waits


def wilson(k: int, n: int) -> tuple[float, float]:
    z = 1.959963984540054
    middle = (k + z * z / 2) / (n + z * z)
    half = z / (n + z * z) * sqrt(k * (n - k) / n + z * z / 4)
    return middle - half, middle + half


def percent(share: Fraction) -> str:
    tenths = int(share * 1000 + Fraction(1, 2))
    return f"{tenths // 10}.{tenths % 10}%"


def mean(cards) -> Fraction:
    totals = [Fraction(card["score"]["exact"]) for card in cards]
    return sum(totals, Fraction(0)) / len(totals)


def test_the_manifest_counts_the_lines(folder, cards):
    counts = json.loads((folder / "run" / "run.json").read_text(encoding="utf-8"))["counts"]
    unread = (folder / "run" / "unreadable.jsonl").read_text(encoding="utf-8").splitlines()
    assert (counts["scorecards"], counts["unreadable"]) == (len(cards), len(unread))


def test_plans_csv_agrees(folder, cards):
    read = [row for row in csv_rows(folder, "plans.csv") if row["read"].lower() in ("true", "yes")]
    assert [row["reference"] for row in read] == [card["reference"] for card in cards]
    for row, card in zip(read, cards, strict=True):
        score = card["score"]
        assert Fraction(int(row["numerator"]), int(row["denominator"])) == Fraction(score["exact"])
        assert [float(row[name]) for name in ("percent", "unweighted", "coverage", "low", "high")] == [
            *(score[name] for name in ("percent", "unweighted", "coverage")),
            *score["bounds"],
        ]
        assert [int(row[f"must_{name}"]) for name in ("met", "applicable", "open")] == list(score["must"].values())
        found = Counter(finding["verdict"] for one in card["criteria"] for finding in one["findings"])
        assert [int(row["findings_not_met"]), int(row["findings_partly_met"])] == [found[verdict] for verdict in GAPS]


def test_scores_csv_agrees(folder, cards):
    rows = iter(csv_rows(folder, "scores.csv"))
    for card in cards:
        for criterion in card["criteria"]:
            row = next(rows)
            assert [row[name] for name in ("reference", "criterion", "verdict")] == [
                *(card["reference"], criterion["id"], criterion["verdict"])
            ]
            exact = f"{row['numerator']}/{row['denominator']}" if row["numerator"] else None
            assert (None if exact is None else Fraction(exact)) == (
                None if criterion["share"] is None else Fraction(criterion["share"])
            )
    assert next(rows, None) is None


def test_findings_csv_agrees(folder, cards):
    stored = [
        (card["reference"], one["id"], finding["subject"], finding["verdict"], finding["fingerprint"])
        for card in cards
        for one in card["criteria"]
        for finding in one["findings"]
    ]
    names = ("reference", "criterion", "subject", "verdict", "fingerprint")
    assert [tuple(row[name] for name in names) for row in csv_rows(folder, "findings.csv")] == stored


def test_the_matrix_of_the_workbook_agrees(book, cards):
    for row, card in zip(sheet_rows(book["Plans x criteria"]), cards, strict=True):
        assert row["Plan"] == card["reference"]
        assert row["Of what was judged"] == pytest.approx(float(Fraction(card["score"]["exact"])), abs=1e-12)
        ends = [100 * row["Score at least"], 100 * row["Score at most"], 100 * row["Judged so far"]]
        assert ends == pytest.approx([*card["score"]["bounds"], card["score"]["coverage"]], abs=0.051)
        for criterion in card["criteria"]:
            word = SHORT.get(criterion["verdict"], criterion["verdict"])
            assert row[criterion["id"]] == ("short?" if word == "person" and certain(criterion) else word)


def test_the_criteria_of_the_workbook_agree(book, standing):
    rows = {row["ID"]: row for row in sheet_rows(book["Criteria"])}
    assert set(rows) == set(standing)
    for id, counts in standing.items():
        row, n = rows[id], known(counts)
        assert [row["Plans that meet it"], row["Plans short of it"], row["Wait for a person"], row["N/A"]] == [
            counts[one] for one in ("met", "short", "needs a person", "not applicable")
        ]
        if not has_rate(counts):
            assert row["Share that meet it"] is row["95% low"] is row["95% high"] is None
        else:
            assert row["Share that meet it"] == pytest.approx(counts["met"] / n)
            assert (row["95% low"], row["95% high"]) == pytest.approx(wilson(counts["met"], n), abs=1e-9)


def assert_ends(said: str, cards) -> None:
    """The words hold the mean of the plans' bounds, which the stored result gives to one decimal each."""
    low, high = (float(one) for one in re.findall(r"\d+\.\d", said)[:2])
    for place, end in enumerate((low, high)):
        assert end == pytest.approx(sum(card["score"]["bounds"][place] for card in cards) / len(cards), abs=0.11)


def test_the_headline_and_the_self_evaluation_agree(book, whole):
    figures = {row["Figure"]: row["Value"] for row in sheet_rows(book["Summary"])}
    assert_ends(str(figures["Mean plan score"]), whole)
    rows = {row["Measure"]: row for row in sheet_rows(book["Self-evaluation"])}
    musts = [card["score"]["must"] for card in whole]
    passed = sum(must["met"] == must["applicable"] for must in musts)
    missed = sum(must["met"] + must["open"] < must["applicable"] for must in musts)
    for name, k in (
        ("Plans that meet every must criterion", passed),
        ("Plans that seem to miss at least one duty", missed),
    ):
        assert (rows[name]["Numerator"], rows[name]["Denominator"]) == (k, len(whole))
    alone = rows["Mean plan score"]
    assert alone["Result"] is alone["95% low"] is alone["95% high"] is None, "much waits: no score without its bounds"
    assert alone["Numerator"] / alone["Denominator"] == pytest.approx(float(mean(whole)), abs=1e-4)
    assert_ends(alone["Read it as"], whole)
    assert f"({percent(mean(whole))} of the " in alone["Read it as"]
    for name, row in rows.items():
        if match := re.match(r"([EF]\d\d) ", name):
            found = Counter(
                finding["verdict"]
                for card in whole
                for one in card["criteria"]
                if one["id"] == match[1]
                for finding in one["findings"]
                if "." in finding["subject"]
            )
            assert (row["Numerator"], row["Denominator"]) == (found["met"], judged(found))


def test_the_charts_tables_agree(book, whole, standing):
    rows = sheet_rows(book["Charts"])
    order = [row["ID or words"] for row in sheet_rows(book["Training needs"])]
    assert [row["ID"] for row in rows] == [id for id in order if id in standing][:15]
    for row in rows:
        counts = standing[row["ID"]]
        waits = counts["needs a person"]
        applies = known(counts) + waits
        assert (row["Plans short"], row["Wait for a person"]) == (counts["short"], waits)
        assert row["Of plans it applies to"] == applies
        if has_rate(counts) and not waits:
            assert row["Share short"] == pytest.approx(counts["short"] / applies)
        else:
            assert row["Share short"] is None
    for name in ("Plans so far", "Plans at least", "Plans at most"):
        assert sum(row[name] for row in sheet_rows(book["Scores"])) == len(whole)


def test_the_report_agrees(page, cards, whole, standing):
    text = " ".join(page.text_content().split())
    assert percent(mean(whole)) in text
    rows = {
        row[0]: row for row in page_table(page, "Plans that meet each criterion, with 95% intervals") if len(row) > 2
    }
    for id, counts in standing.items():
        n = known(counts)
        if n:
            assert rows[id][3] == f"{counts['met']} of {n}"
            assert rows[id][7:10] == [str(counts[one]) for one in ("short", "needs a person", "not applicable")]
        if n and not has_rate(counts):
            assert rows[id][4:6] == ["", ""]
        if has_rate(counts):
            assert rows[id][4] == percent(Fraction(counts["met"], n))
            assert rows[id][5] == "{} to {}%".format(*(round(100 * bound) for bound in wilson(counts["met"], n)))
    plans = page_table(page, "Each plan's score, gate and findings")
    head = plans[0]
    for row, card in zip(plans[1:], cards, strict=True):
        said = dict(zip(head, row, strict=True))
        if card["plan"]["partial"]:
            assert said["Of what was judged"] == said["Unweighted"] == "", "a part has no score of the whole"
            continue
        must = card["score"]["must"]
        assert said["Of what was judged"] == f"{card['score']['percent']:.1f}%"
        assert said["Score once all is judged"] == "{:.1f} to {:.1f}%".format(*card["score"]["bounds"])
        assert said["Judged so far"] == f"{card['score']['coverage']:.1f}%"
        assert said["Unweighted"] == f"{card['score']['unweighted']:.1f}%"
        assert said["Must criteria not met"] == str(must["applicable"] - must["met"] - must["open"])
        assert said["Must criteria met"] == f"{must['met']} of {must['applicable']}"
        gaps = sum(finding["verdict"] in GAPS for one in card["criteria"] for finding in one["findings"])
        assert said["Findings"] == str(gaps)


def test_the_words_under_the_map_agree(page, cards):
    head, *rows = page_table(page, "Verdict of each criterion in each plan")
    assert head[1:] == [card["reference"] for card in cards]
    both = "falls short, and some of it needs a person"
    stored = {
        card["reference"]: {
            one["id"]: both if one["verdict"] == "needs a person" and certain(one) else one["verdict"]
            for one in card["criteria"]
        }
        for card in cards
    }
    for id, *words in rows:
        assert words == [stored[reference].get(id, "") for reference in head[1:]]


def test_every_finding_of_the_report_is_a_stored_one(page, cards):
    _, *rows = page_table(page, "Findings not met or partly met")
    stored = Counter(
        (card["reference"], one["id"], finding["verdict"])
        for card in cards
        for one in card["criteria"]
        for finding in one["findings"]
        if finding["verdict"] in GAPS
    )
    assert Counter((row[0], row[1], row[4]) for row in rows) == stored


def test_scorecards_agree(folder, cards):
    for card in cards[:6]:
        book = load_workbook(folder / "run" / "scorecards" / f"{card['reference']}.xlsx")
        sheet = book["Scorecard"]
        cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
        head = next(number for number, row in enumerate(cells) if "ID" in row and "Question" in row)
        column = cells[head].index("ID")
        stored = {one["id"]: one["verdict"] for one in card["criteria"]}
        rows = {row[column]: [str(value) for value in row] for row in cells[head + 1 :] if row[column]}
        assert set(rows) == set(stored)
        assert all(stored[id] in row for id, row in rows.items())


def test_the_board_page_agrees(folder, whole, standing):
    document = docx.Document(folder / "board.docx")
    rows = {row.cells[0].text: [cell.text for cell in row.cells] for row in document.tables[0].rows}
    assert_ends(rows["Mean score of a plan"][1], whole)
    assert percent(mean(whole)) in rows["Mean score of a plan"][3]
    musts = [card["score"]["must"] for card in whole]
    missed = sum(must["met"] + must["open"] < must["applicable"] for must in musts)
    assert rows["Plans that seem to miss a duty of the law"][1].startswith(f"{missed} of {len(whole)} ")
    descriptions = document.inline_shapes[0]._inline.docPr.get("descr")
    for id, k, n in re.findall(r"(?<=[.;] )([A-Z]\d\d), .*?(\d+) of (\d+)", descriptions):
        assert (int(k), int(n)) == (standing[id]["short"], known(standing[id]) + standing[id]["needs a person"])


def test_what_batch_said_agrees(folder, cards, whole):
    said = (folder / "said.txt").read_text(encoding="utf-8")
    assert percent(mean(whole)) in said
    assert f"{len(cards)} of {len(cards) + 1}" in said


def test_no_output_counts_a_plan_with_a_certain_breach_as_clear(whole, page, book):
    """A duty that is certainly missed in one line is missed, though other lines of it wait for a person."""
    broken = [
        any(
            finding["tier"] == "must" and finding["verdict"] in GAPS
            for one in card["criteria"]
            for finding in one["findings"]
        )
        for card in whole
    ]
    unmet = [must["applicable"] - must["met"] - must["open"] for must in (card["score"]["must"] for card in whole)]
    assert [count > 0 for count in unmet] == broken
    figures = {row["Figure"]: row["Value"] for row in sheet_rows(book["Summary"])}
    assert figures["Plans that seem to miss at least one duty"] == f"{sum(broken)} of {len(whole)}"
    said = " ".join(page.text_content().split())
    assert f"Statutory gate{sum(broken)} of {len(whole)} plansSeem to miss a duty of the law" in said


def test_every_output_lists_what_to_work_on_in_one_order_and_counts_it_alike(folder, book, page):
    needs = {row["ID or words"]: row for row in sheet_rows(book["Training needs"]) if row["Tier"]}
    first = list(needs)[:3]
    counts = {id: f"{row['Plans short']} of {row['Of plans it applies to']}" for id, row in needs.items()}
    rows = page_table(page, "Criteria that plans fall short of, the law first, then by the number of plans")[1:]
    assert [row[0] for row in rows] == list(needs)[: len(rows)]
    assert all(row[2].startswith(counts[row[0]]) for row in rows)
    summary = [row for row in sheet_rows(book["Summary"]) if str(row["Figure"]).startswith("Work on first: ")]
    assert [row["Figure"].removeprefix("Work on first: ") for row in summary[:3]] == first
    said = (folder / "said.txt").read_text(encoding="utf-8")
    for row in summary:
        id = row["Figure"].removeprefix("Work on first: ")
        assert row["Value"] == f"{counts[id]} plans short"
        assert re.search(rf"^ *{id} +{counts[id]} ", said, re.M)
    board = docx.Document(folder / "board.docx")
    areas = sorted(needs, key=lambda id: needs[id]["Plans short"] == 1)[:3]
    bullets = [one.text for one in board.paragraphs if "seem to fall short" in one.text]
    assert [text.split("?")[0] + "?" for text in bullets] == [needs[id]["What it is"] for id in areas]
    assert all(counts[id] in text for id, text in zip(areas, bullets, strict=True))
    (picture,) = board.inline_shapes
    told = re.findall(r"(?<!\w)([A-Z]\d\d), [^?]+\? (\d+ of \d+)", picture._inline.docPr.get("descr"))
    assert told == [(id, counts[id]) for id in list(needs)[:5]]


def test_a_score_lies_within_its_bounds_and_a_fault_lowers_them(cards):
    for card in cards:
        low, high = card["score"]["bounds"]
        assert low <= card["score"]["percent"] <= high
        short = {
            one["section"]
            for one in card["criteria"]
            if one["section"] not in ("all", "dates", "voice")
            if any(finding["verdict"] in GAPS for finding in one["findings"])
        }
        assert (Fraction(card["score"]["exact"]) < 1) == bool(short)
