"""What stands beside the text of a PDF's pages: tabs at their edge, letters in boxes, headings in the margin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ehcp_audit.reading import formats

Drawn = Callable[..., Path]
LETTERS = ("A", "B", "C", "D", "E", "F", "G")
TITLES = ("My views", "Educational needs", "Health needs", "Care needs", "Outcomes", "Provision", "Health provision")
SAID = "Rowan will have a quiet place to work and an adult who knows him well."


def texts(path: Path) -> list[str]:
    return [one.text for one in formats.read(path).stretches]


def badge(canvas: Canvas, letter: str, x: float, y: float) -> None:
    canvas.setFillGray(0.3)
    canvas.rect(x, y - 8, 26, 26, stroke=0, fill=1)
    canvas.setFillGray(1)
    canvas.drawString(x + 9, y, letter)
    canvas.setFillGray(0)


def body(canvas: Canvas, number: int) -> None:
    canvas.setFont("Helvetica", 11)
    for line in range(4):
        canvas.drawString(60, 600 - 40 * line, f"{SAID} {number}.{line}")


def test_tabs_down_the_side_of_every_page_are_none_of_its_words(drawn: Drawn) -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            body(canvas, number)
            for at, letter in enumerate(LETTERS):
                badge(canvas, letter, 560, 700 - 60 * at)

        return draw

    found = texts(drawn(*(page(number) for number in range(4))))
    assert found == [f"{SAID} {number}.{line}" for number in range(4) for line in range(4)]


def test_the_letter_of_the_section_at_the_edge_of_each_of_its_pages_is_no_heading(drawn: Drawn) -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            body(canvas, number)
            badge(canvas, LETTERS[number // 2], 560, 700 - 60 * (number // 2))

        return draw

    assert not set(texts(drawn(*(page(number) for number in range(6))))) & set(LETTERS)


def test_a_letter_in_a_box_at_the_end_of_the_title_s_line_goes_with_the_title(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        for at, (letter, title) in enumerate(zip(LETTERS, TITLES, strict=True)):
            y = 780 - 90 * at
            canvas.setFont("Helvetica-Bold", 14)
            canvas.drawString(60, y, title)
            badge(canvas, letter, 500, y)
            canvas.line(60, y - 8, 500, y - 8)
            canvas.setFont("Helvetica", 11)
            canvas.drawString(60, y - 30, SAID)

    wanted = [text for letter, title in zip(LETTERS, TITLES, strict=True) for text in (f"{title} [{letter}]", SAID)]
    assert texts(drawn(page)) == wanted


def test_letters_in_the_cells_of_a_chart_stay_where_they_are(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        for at, letter in enumerate(("A", "B", "C")):
            y = 700 - 30 * at
            canvas.setFillGray(0.8)
            canvas.rect(60, y - 8, 400, 26, stroke=0, fill=1)
            canvas.rect(460, y - 8, 40, 26, stroke=0, fill=1)
            canvas.setFillGray(0)
            canvas.drawString(66, y, "What happened before")
            canvas.drawString(470, y, letter)

    assert not any("[" in text for text in texts(drawn(page)))


def test_headings_in_the_margin_stand_before_the_words_beside_them(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        for at, (letter, title) in enumerate(zip(LETTERS, TITLES, strict=True)):
            y = 780 - 80 * at
            canvas.setFont("Helvetica-Bold", 13)
            canvas.drawString(50, y, f"Section {letter}")
            canvas.setFont("Helvetica-Bold", 10)
            canvas.drawString(50, y - 14, title)
            canvas.setFont("Helvetica", 11)
            canvas.drawString(180, y, "Rowan will have a quiet place to work and an adult who knows him well")
            canvas.drawString(180, y - 13, "beside him there.")
            canvas.drawString(180, y - 40, "He says so himself.")

    found = " | ".join(texts(drawn(page)))
    for letter, title in zip(LETTERS, TITLES, strict=True):
        assert f"Section {letter} | {title} | Rowan will have" in found
    assert found.count("knows him well beside him there. | He says so himself.") == len(LETTERS)


def test_a_running_head_may_name_the_section_on_every_page_beside_what_never_changes(drawn: Drawn) -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            body(canvas, number)
            canvas.drawString(60, 796, f"Section {LETTERS[number]}: {TITLES[number]}")
            canvas.drawRightString(535, 796, "Sam Example")

        return draw

    found = texts(drawn(*(page(number) for number in range(5))))
    assert not any("Section" in text or "Sam Example" in text for text in found)


def test_notes_set_like_the_text_are_known_by_their_numbers(drawn: Drawn) -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            body(canvas, number)
            canvas.drawString(60, 400, f"Rowan walks to school each week.{number + 1}")
            canvas.drawString(60, 90, f"{number + 1} {TITLES[number]} in the report, page {number + 3}.")

        return draw

    found = texts(drawn(page(0), page(1)))
    assert [text for text in found if "walks" in text] == ["Rowan walks to school each week."] * 2
    assert not any("report" in text for text in found)


def test_each_label_with_its_colon_begins_a_row_though_no_pause_says_so(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        for record in range(3):
            y = 760 - 120 * record
            for at, (label, said) in enumerate(
                (("Area:", "Learning"), ("Provision:", SAID), ("", "He says so."), ("Delivered by:", "A teacher"))
            ):
                canvas.drawRightString(150, y - 14 * at, label)
                canvas.drawString(160, y - 14 * at, said)

    rows = {}
    for one in formats.read(drawn(page)).stretches:
        assert one.table is not None
        rows.setdefault(one.table[:2], []).append(one.text)
    joined = list(rows.values())
    assert joined == [["Area:", "Learning"], ["Provision:", f"{SAID} He says so."], ["Delivered by:", "A teacher"]] * 3


def test_a_hyphen_that_only_divides_a_word_goes_with_the_line_s_end(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        lines = (
            "The educational psychologist will visit Rowan at school in each half term, and the educational psycho-",
            "logist will write to his parents after each visit. The visits are for Rowan to learn about self-",
            "help and will be short.",
        )
        for at, text in enumerate(lines):
            canvas.drawString(60, 700 - 14 * at, text)

    found = " ".join(texts(drawn(page)))
    assert "the educational psychologist will write" in found
    assert "self-help" in found


def test_a_running_head_in_small_type_may_say_something_else_on_every_page(drawn: Drawn) -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            body(canvas, number)
            canvas.setFont("Helvetica", 8)
            canvas.drawRightString(540, 815, TITLES[number])

        return draw

    assert not set(texts(drawn(*(page(number) for number in range(5))))) & set(TITLES)


LINES = (
    "Rowan will have a quiet place to work, away from the door and",
    "near to an adult who knows him well.",
    "A speech and language therapist will see him for an hour in each",
    "half term and will leave a programme for the school.",
    "He is met at the gate each day by the same adult, who takes",
    "his bag and walks with him to the classroom.",
)


def numbered(first: int, every: int = 1) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        for at in range(24):
            canvas.drawString(90, 760 - 26 * at - 12 * (at // 2 % 2), LINES[at % 6])
            if (first + at) % every == 0:
                canvas.drawRightString(72, 760 - 26 * at - 12 * (at // 2 % 2), str(first + at))

    return draw


@pytest.mark.parametrize(("second", "every"), [(1, 1), (25, 1), (25, 5)])
def test_the_numbers_of_lines_are_no_words(drawn: Drawn, second: int, every: int) -> None:
    said = "\n".join(texts(drawn(numbered(1, every), numbered(second, every))))
    assert not any(letter.isdigit() for letter in said)
    assert "classroom." in said


def test_the_numbers_of_paragraphs_and_rows_are_kept(drawn: Drawn) -> None:
    def page(first: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.setFont("Helvetica", 11)
            for at in range(12):
                canvas.drawString(60, 760 - 40 * at, str(first + at))
                canvas.drawString(90, 760 - 40 * at, f"{SAID} ({first + at})")

        return draw

    said = texts(drawn(page(1), page(13)))
    assert [text[:2].strip() for text in said] == [str(number) for number in range(1, 25)]


def test_a_stamp_in_the_corner_and_words_across_the_page_are_no_words_of_the_plan(drawn: Drawn) -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            body(canvas, number)
            canvas.setFont("Helvetica-Bold", 14)
            canvas.drawString(540, 805, f"C{number + 40}")
            canvas.setFont("Helvetica", 60)
            canvas.drawString(90, 560, "HEARING COPY")

        return draw

    found = texts(drawn(*(page(number) for number in range(4))))
    assert found == [f"{SAID} {number}.{line}" for number in range(4) for line in range(4)]


def test_a_bar_is_one_line_though_its_words_stand_at_heights_of_their_own(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        for at, (letter, title) in enumerate(zip(LETTERS, TITLES, strict=True)):
            y = 780 - 90 * at
            canvas.setFillGray(0.85)
            canvas.rect(60, y - 10, 470, 28, stroke=0, fill=1)
            canvas.setFillGray(0)
            canvas.line(60, y - 10, 530, y - 10)
            canvas.line(60, y + 18, 530, y + 18)
            canvas.setFont("Helvetica", 9)
            canvas.drawString(66, y + 4, letter)
            canvas.setFont("Helvetica-Bold", 14)
            canvas.drawString(90, y, title)
            canvas.setFont("Helvetica", 8)
            canvas.drawRightString(524, y + 5, "Reviewed 19 May 2026")
            canvas.setFont("Helvetica", 11)
            canvas.drawString(60, y - 40, SAID)

    found = formats.read(drawn(page)).stretches
    heads = [one for one in found if "Reviewed" in one.text]
    assert [one.text for one in heads] == [
        f"{letter} {title} Reviewed 19 May 2026" for letter, title in zip(LETTERS, TITLES, strict=True)
    ]
    assert all(one.bold and one.size == 14 for one in heads)


def test_letters_of_a_heading_that_stand_apart_are_its_words(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        for at, words in enumerate(("SECTION H1: SOCIAL CARE", "SECTION I: PLACEMENT", "SECTION J: PERSONAL BUDGET")):
            line = canvas.beginText(60, 760 - 60 * at)
            line.setFont("Helvetica-Bold", 14)
            line.setCharSpace(5)
            line.textOut(words)
            canvas.drawText(line)
            canvas.setFont("Helvetica", 11)
            canvas.drawString(60, 735 - 60 * at, f"{SAID} {at}")

    found = texts(drawn(page))
    assert [text.replace(" ", "") for text in found[::2]] == [
        "SECTIONH1:SOCIALCARE",
        "SECTIONI:PLACEMENT",
        "SECTIONJ:PERSONALBUDGET",
    ]
    assert found[1::2] == [f"{SAID} {at}" for at in range(3)]


def test_h1_in_a_ring_goes_with_its_title(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        for at, letter in enumerate(("G", "H1", "H2", "I")):
            y = 760 - 90 * at
            canvas.setFont("Helvetica-Bold", 14)
            canvas.drawRightString(500, y, TITLES[at])
            canvas.setFillGray(0.8)
            canvas.circle(530, y + 5, 14, stroke=0, fill=1)
            canvas.setFillGray(0)
            canvas.drawCentredString(530, y, letter)
            canvas.setFont("Helvetica", 11)
            canvas.drawString(60, y - 30, f"{SAID} {at}")

    found = texts(drawn(page))
    assert found[::2] == [f"{title} [{code}]" for title, code in zip(TITLES, ("G", "H1", "H2", "I"), strict=False)]


def test_two_pages_on_one_sheet_are_read_one_after_the_other(drawn: Drawn) -> None:
    def sheet(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.setPageSize((842, 595))
            canvas.setFont("Helvetica", 9)
            for half in range(2):
                for at in range(8):
                    canvas.drawString(40 + 421 * half, 540 - 50 * at, f"{SAID} {number}.{half}.{at}")
                canvas.drawString(200 + 421 * half, 20, f"Page {2 * number + half + 1} of 6")

        return draw

    found = formats.read(drawn(*(sheet(number) for number in range(3)))).stretches
    said = [f"{SAID} {number}.{half}.{at}" for number in range(3) for half in range(2) for at in range(8)]
    assert [one.text for one in found] == said
    assert [one.page for one in found] == [number for number in (1, 2, 3) for _ in range(16)]
    assert [round(one.box[0]) for one in found[:16]] == [40] * 8 + [461] * 8


def test_two_columns_on_a_sheet_are_none_of_two_pages(drawn: Drawn) -> None:
    def sheet(canvas: Canvas) -> None:
        canvas.setPageSize((842, 595))
        canvas.setFont("Helvetica", 9)
        for at in range(8):
            canvas.rect(40, 520 - 50 * at, 381, 50)
            canvas.rect(421, 520 - 50 * at, 381, 50)
            canvas.drawString(46, 540 - 50 * at, f"Need {at}: {SAID}")
            canvas.drawString(427, 540 - 50 * at, f"Provision {at}: {SAID}")

    found = formats.read(drawn(sheet, sheet)).stretches
    assert [one.text.split()[0] for one in found[:4]] == ["Need", "Provision", "Need", "Provision"]


def test_a_strip_down_the_side_of_every_page_is_no_word_of_the_plan(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.saveState()
        canvas.rotate(90)
        canvas.drawString(300, -30, "Saltby Council: plan of education, health and care")
        canvas.restoreState()
        for at in range(20):
            canvas.drawString(
                70, 760 - 30 * at, f"Line {at} says what Kit likes to do on page {canvas.getPageNumber()}."
            )

    document = formats.read(drawn(page, page, page))
    assert all("Saltby" not in one.text for one in document.stretches)
    assert any("Saltby" in one.text for one in document.margins)


def test_letters_that_stand_large_beside_their_titles_are_read_with_them(drawn: Drawn) -> None:
    def draw(canvas: Canvas) -> None:
        for at, (letter, title) in enumerate(zip(LETTERS, TITLES, strict=True)):
            top = 780 - 100 * at
            size = 36 if letter != "G" else 20  # "H1" may stand smaller than the others
            canvas.setFont("Helvetica", size)
            canvas.drawString(50, top - 4 - 0.55 * size, letter)
            canvas.setFont("Helvetica-Bold", 13)
            canvas.drawString(120, top - 4, title)
            canvas.setFont("Helvetica", 10)
            canvas.drawString(120, top - 24, f"{SAID} {at}")

    found = texts(drawn(draw))
    said = [f"{letter} {title}" for letter, title in zip(LETTERS, TITLES, strict=True)]
    assert [text for text in found if text[1:2] == " "] == said
    assert [text for text in found if text.startswith(SAID)] == [f"{SAID} {at}" for at in range(len(LETTERS))]


def test_letters_that_stand_large_beside_text_alone_are_lines_of_their_own(drawn: Drawn) -> None:
    def draw(canvas: Canvas) -> None:
        for at, letter in enumerate(LETTERS):
            top = 780 - 100 * at
            canvas.setFont("Helvetica", 36)
            canvas.drawString(50, top - 24, letter)
            canvas.setFont("Helvetica", 10)
            for line in range(3):
                canvas.drawString(120, top - 14 * line, f"{SAID} {at}.{line}")

    found = texts(drawn(draw))
    assert [text for text in found if len(text) == 1] == list(LETTERS)
    assert not any(text.startswith(tuple(f"{letter} " for letter in LETTERS)) for text in found)
