"""Two short columns of text that only white space parts: read down where the words say so, and else as they were."""

import pytest

from ehcp_audit.reading import formats
from ehcp_audit.reading.pdf.breaking import Column
from ehcp_audit.reading.pdf.gutters import Grid, Run, parts
from ehcp_audit.reading.pdf.page import Piece

COLUMN = Column(50.0, 550.0, 1)
LEFT = ["Ines likes to draw the boats in the", "harbour and she keeps them in a"]
RIGHT = ["big red folder by her bed, where all", "her friends can see them."]


def column(texts, x0, width=220.0, *, bold=False):
    """Lines of a column from its top; each that a "~" ends is short."""
    return [
        Piece(
            text=text.rstrip("~"),
            x0=x0,
            top=91 + 15 * at,
            x1=x0 + (80 if text.endswith("~") else width),
            bottom=102 + 15 * at,
            base=100 + 15 * at,
            size=11.0,
            bold=bold,
        )
        for at, text in enumerate(texts)
    ]


def read(left, right, **more):
    found = parts([*column(left, 50, **more), *column(right, 320)], COLUMN)
    return [(type(one), [piece.text for piece in one.pieces]) for one in found]


def down(left, right):
    return [(Run, [text.rstrip("~") for text in side]) for side in (left, right)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (LEFT, RIGHT),
        ([*LEFT, "box at home with names on it, for her"], [*RIGHT, "She is proud of them."]),
        ([*LEFT, "box at home with names on it, as her"], RIGHT),
        ([LEFT[0], "harbour on a big sheet of blue paper"], ["which her uncle buys in the town on a", "Saturday~"]),
    ],
)
def test_text_that_breaks_off_in_the_left_column_goes_on_in_the_right(left, right):
    assert read(left, right) == down(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            ["1. Ines will read a page.", "2. Ines will write a list."],
            ["3. Ines will tell the time.", "4. She will swim."],
        ),
        (["1) A bus pass", "for each day", "2) A laptop"], ["3) A desk", "in class", "4) A lamp"]),
        (
            ["Section A: Views~", "I like boats.~", "Section B: Needs~"],
            ["Section C: Health~", "None.~", "Section D: Care~"],
        ),
    ],
)
def test_numbers_and_letters_run_down_each_column(left, right):
    assert read(left, right) == down(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([LEFT[0], "harbour and she keeps all of them."], ["She has a big red folder by her bed", *RIGHT[1:]]),
        ([LEFT[0], "harbour and she keeps them in a~"], RIGHT),  # the line is not full
        (
            ["Teaching assistant who is trained in", "signs and symbols that he is used to"],
            ["once a day in a", "room~"],
        ),
        (["Who~", "How often each~"], ["teacher~", "week~"]),  # too few words
        (["1. She will read.", "3. She will write."], ["2. She will tell the time.", "4. She will swim."]),
        (["1. She will read.", "2. She will write."], ["5. Weekly, with an adult.", "6. Daily, with an adult."]),
        (["Section A", "I like boats and the sea."], ["Section B", "She finds reading very hard."]),
    ],
)
def test_what_may_be_the_rows_of_a_table_stays_one(left, right):
    assert [kind for kind, _ in read(left, right)] == [Grid]


def test_so_do_columns_of_other_widths_or_type():
    assert [kind for kind, _ in read(LEFT, RIGHT, width=140.0)] == [Grid]
    assert [kind for kind, _ in read(LEFT, RIGHT, bold=True)] == [Grid]


@pytest.mark.parametrize("font", ["Helvetica", "Helvetica-Bold"])
def test_the_sentence_that_runs_over_is_one_and_a_heading_stands_before_it(drawn, font):
    left = ["Ines likes to draw the boats in our old", "harbour every day and she hides them in a"]
    right = ["big red folder under her bed, where all", "of her friends can see them."]

    def page(canvas):
        canvas.setFont(font, 11)
        canvas.drawString(50, 790, "Section A: Views")
        canvas.setFont("Helvetica", 11)
        for x0, lines in ((50, left), (320, right)):
            for at, text in enumerate(lines):
                canvas.drawString(x0, 760 - 15 * at, text)

    found = formats.read(drawn(page)).stretches
    assert [one.text for one in found] == ["Section A: Views", " ".join(left + right)]
    assert {one.table for one in found} == {None}
