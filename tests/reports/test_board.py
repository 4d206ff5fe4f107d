"""The page for a board: one page, plain words, the figures of every other output."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from fractions import Fraction

import docx
import pytest
from docx.oxml.ns import qn
from made_runs import rubric, run, settled
from PIL import Image

from ehcp_audit.model import Tier, Verdict
from ehcp_audit.reports.board import board_blocks, title_of
from ehcp_audit.reports.board_picture import bars_in_words, bars_png
from ehcp_audit.reports.figures import figures
from ehcp_audit.reports.priorities import priorities
from ehcp_audit.word_pages import Block, word_page


def with_draw(made, **draw):
    known = {"population": 8512, "seed": "spring 2026", "stratify": ["phase"], "replacements": [], "strata": []}
    made.draw = known | draw
    return made


def page(made, actions=()):
    data = word_page(board_blocks(made, rubric(), actions), title_of(made))
    return docx.Document(io.BytesIO(data)), data


def words(document) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_it_says_what_was_sampled_three_figures_three_areas_and_actions():
    document, _ = page(with_draw(run(36)))
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert headings[0] == "What was looked at, and how"
    assert headings[-1] == "Actions"
    assert len(document.tables[0].rows) == 4
    assert [len(document.inline_shapes), len(document.tables)] == [1, 2]
    assert "drawn at random from 8,512, by phase, in a way that anyone can repeat (seed “spring 2026”)" in words(
        document
    )
    assert "2 could not" in words(document)


def test_its_figures_are_those_of_the_run():
    made = run(36)
    numbers = figures(made, rubric())
    text = words(page(made)[0])
    assert numbers.missed.k
    assert numbers.missed.counts in text
    assert numbers.missed.interval_words in text
    for one in priorities(numbers.criteria)[:3]:
        assert f"{one.short} of {one.applies} plans seem to fall short" in text


@pytest.mark.parametrize("number", [1, 4, 9, 12, 36])
def test_small_samples_give_counts_and_no_percentage_of_plans(number):
    document, _ = page(run(number))
    row = [cell.text for cell in document.tables[0].rows[1].cells]
    assert ("%" in row[1]) == (number >= 10)
    assert (row[2] == "too few for one") == (number < 10)


def test_it_gives_no_inspection_grade_and_calls_nothing_lawful():
    text = words(page(run(12))[0]).lower()
    assert "ofsted" not in text
    assert "compliant" not in text
    assert "no gap found by these checks, which does not make it lawful" in text
    assert "no inspection grade" in text


def test_actions_that_came_back_stand_instead_of_proposals():
    actions = [(f"P0{n}\ufffe", f"Mend the outcomes {n}", "SEN team", "2027-01-31", "open") for n in range(1, 6)]
    document, _ = page(run(12), actions)
    rows = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert rows[1] == ["P01\ufffd: Mend the outcomes 1", "SEN team", "2027-01-31", "open"]
    assert rows[-1][0] == "and 2 more actions, in the run's report"


def test_a_screen_reader_finds_its_way():
    document, _ = page(run(12))
    assert document.core_properties.title == "Quality of EHC plans: dip sample of 14 plans"
    assert document.core_properties.language == "en-GB"
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    (picture,) = document.inline_shapes
    assert re.search(
        r"Bar chart of plans that fall short of each of the \d criteria to work on first\. .*\d+ of \d+",
        picture._inline.docPr.get("descr"),
    )
    assert document.paragraphs[0].style.name == "Title"
    assert document.styles["Normal"].element.rPr.rFonts.get(qn("w:ascii")) == "Arial"


def test_it_is_one_page(office_page):
    for number in (1, 12, 36):
        assert office_page(page(with_draw(run(number)))[1]) == 1


def test_the_sample_plans_come_to_one_page(office_page, samples, tmp_path):
    """The run of the README's first command, by the whole national rubric."""
    folder = tmp_path / "run"
    audit = [sys.executable, "-m", "ehcp_audit"]
    subprocess.run([*audit, "batch", samples, "-o", folder, "--no-scorecards", "--ocr", "off"], capture_output=True)
    subprocess.run([*audit, "report", folder, "--format", "board", "-o", tmp_path / "board.docx"], check=True)
    assert office_page((tmp_path / "board.docx").read_bytes()) == 1


def test_the_same_bytes_whenever_it_is_made():
    assert page(run(12))[1] == page(run(12))[1]


def test_what_a_caseload_says_is_never_markup():
    made = with_draw(run(12), seed="<w:p>&\x00\x1b[31m")
    assert "seed “<w:p>&\\x00\\x1b[31m”" in words(page(made)[0])


def test_a_clean_sample_has_no_picture_and_says_so():
    made = run(12)
    made.scorecards = made.core = tuple(card for n, card in enumerate(made.scorecards, 1) if n % 3 == 0)
    assert "Nothing is certainly wrong; 4 places to look at first, in 4 plans." in words(page(made)[0])
    made.scorecards = made.core = tuple(map(settled, made.scorecards))
    assert "No gap found by these checks, in 4 plans." in words(page(made)[0])


def test_areas_come_by_whose_demand_they_are_and_in_plain_words():
    made = run(36)
    areas = [one for one in board_blocks(made, rubric()) if one.kind == "bullet"]
    asked = {one.question: one for one in rubric().criteria}
    tiers = [list(Tier).index(asked[one.strong].tier) for one in areas]
    assert tiers == sorted(tiers)
    assert not any("places" in one.text for one in areas)
    assert any("Of all 216 outcomes that could be judged, 120 fall short." in one.text for one in areas)


def test_what_the_law_asks_for_and_the_tool_doubts_is_one_line_and_in_no_figure():
    made = run(12)
    assert not any("Not yet judged" in one.strong for one in board_blocks(made, rubric()))
    doubtful = tuple(with_doubt(card) for card in made.scorecards)
    made.scorecards = made.core = doubtful
    (line,) = [one for one in board_blocks(made, rubric()) if "Not yet judged, and in no figure" in one.strong]
    assert line.text == "Is health provision set out by itself? (11 of 11 plans)."


def with_doubt(card):
    """The card with a duty that waits, and of which the tool proposes that it is not met."""
    waits = [
        replace(
            one,
            verdict=Verdict.NEEDS_PERSON,
            share=None,
            findings=tuple(
                two._replace(verdict=Verdict.NEEDS_PERSON, proposed=Verdict.NOT_MET) for two in one.findings
            ),
        )
        if one.id == "G01" and one.verdict is Verdict.MET
        else one
        for one in card.criteria
    ]
    return replace(card, criteria=tuple(waits))


def test_the_picture_is_the_same_everywhere_and_says_what_it_shows():
    shown = priorities(figures(run(36), rubric()).criteria)[:6]
    data = bars_png(shown)
    assert data == bars_png(shown)
    with Image.open(io.BytesIO(data)) as image:
        assert image.size[0] > 1500
    assert all(one.criterion.id in bars_in_words(shown) and one.short_words in bars_in_words(shown) for one in shown)


@pytest.fixture
def office_page(office, tmp_path):
    """How many pages LibreOffice makes of a document."""
    import pypdf

    def pages(data: bytes) -> int:
        (tmp_path / "page.docx").write_bytes(data)
        return len(pypdf.PdfReader(office(tmp_path / "page.docx", "pdf")).pages)

    return pages


def template(*paragraphs: str, bookmark: int | None = None) -> bytes:
    document = docx.Document()
    for number, text in enumerate(paragraphs):
        paragraph = document.add_paragraph(text)
        if number == bookmark:
            mark = paragraph._p.makeelement(qn("w:bookmarkStart"), {qn("w:id"): "0", qn("w:name"): "ehcp_audit"})
            paragraph._p.append(mark)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_template_keeps_its_words_and_takes_the_page_behind_its_bookmark():
    blocks = [Block("heading", "Ours"), Block("text", "Words", "Strong:")]
    data = word_page(blocks, "Title", template("Letterhead", "Regards", bookmark=0))
    texts = [one.text for one in docx.Document(io.BytesIO(data)).paragraphs]
    assert texts == ["Letterhead", "Ours", "Strong: Words", "Regards"]
    data = word_page(blocks, "Title", template("Letterhead"))
    assert [one.text for one in docx.Document(io.BytesIO(data)).paragraphs] == ["Letterhead", "Ours", "Strong: Words"]


def test_nothing_tells_when_it_was_made():
    with zipfile.ZipFile(io.BytesIO(page(run(12))[1])) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2013" not in archive.read("docProps/core.xml")


def test_what_people_judged_is_what_the_page_says():
    made = run(12)
    checks = figures(made, rubric())
    people = replace(checks, read=10, mean=Fraction(3, 5), lowest=Fraction(1, 2), coverage=Fraction(1))
    blocks = board_blocks(made, rubric(), (), people)
    text = words(docx.Document(io.BytesIO(word_page(blocks, title_of(made)))))
    assert "Three figures as judged, and what they can say" in text
    assert "People have judged 10 of 12 plans in full" in text
    assert "60.0%" in text
    assert "Mean score by these checks alone" in text
    assert "waits for a person and is in no figure" not in text
    assert "the grade agreed at moderation" in text
    untouched = board_blocks(made, rubric(), (), replace(checks, read=0))
    assert untouched == board_blocks(made, rubric())


def test_plans_picked_beside_the_sample_are_not_in_its_title():
    made = with_draw(run(12))
    made.picked = made.apart = {made.scorecards[0].reference: "risk"}
    made.core = made.scorecards[1:]
    assert title_of(made) == "Quality of EHC plans: dip sample of 13 plans"


def test_an_area_is_what_more_than_one_plan_lacks_and_slips_share_one_action():
    made = run(12)
    short = next(one for one in made.core[0].criteria if one.id == "X01")
    once = [replace(one, criteria=(short, *one.criteria[1:])) for one in made.core[:1]]
    clean = next(one for one in made.core[2].criteria if one.id == "X01")
    made.scorecards = made.core = (
        *once,
        *(replace(one, criteria=(clean, *one.criteria[1:])) for one in made.core[1:]),
    )
    blocks = board_blocks(made, rubric())
    areas = [one.strong for one in blocks if one.kind == "bullet"]
    questions = {one.id: one.question for one in rubric().criteria}
    assert areas == [questions[id] for id in ("F04", "E07", "X01")]
    said = [row[0] for row in blocks[-2].rows]
    assert said[-1] == "Put it right in the one plan concerned, and ask how it was missed (X01)"
    assert not any("X01" in one for one in said[:-1])
