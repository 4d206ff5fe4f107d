"""Columns that only white space parts: prose, tables, headings over both, and tables striped between their rows."""

from ehcp_audit.reading.pdf.breaking import Column
from ehcp_audit.reading.pdf.gutters import Grid, Run, parts
from ehcp_audit.reading.pdf.page import Piece, RuledTable
from ehcp_audit.reading.pdf.striped import divide

COLUMN = Column(50.0, 550.0, 1)
FULL = "words that run on to the end of the line"


def piece(text, x0, x1, base, size=11.0):
    return Piece(text, x0, base - 9, x1, base + 2, base, size, False)


def prose(x0, first, lines, pause):
    """Lines of a column, with a pause after every `pause` of them."""
    return [piece(FULL, x0, x0 + 220, first + 15 * n + 7 * (n // pause)) for n in range(lines)]


def test_two_columns_of_prose_are_read_one_after_the_other():
    found = parts(prose(50, 100, 20, 4) + prose(300, 100, 20, 3), COLUMN)
    assert [type(part) for part in found] == [Run, Run]
    assert {one.x0 for one in found[0].pieces} == {50}


def test_columns_that_begin_anew_together_are_a_table():
    found = parts(prose(50, 100, 20, 4) + prose(300, 100, 20, 4), COLUMN)
    assert [type(part) for part in found] == [Grid]


def test_columns_of_single_words_are_a_table():
    rows = [piece(FULL, 50, 270, 100 + 15 * n) for n in range(8)]
    words = [piece("Termly", 300, 335, 100 + 15 * n) for n in range(8)]
    assert [type(part) for part in parts(rows + words, COLUMN)] == [Grid]


def test_a_heading_under_two_columns_is_in_neither():
    heading = piece("Section G: Health care provision", 50, 280, 480, size=15.0)
    found = parts([*prose(50, 100, 20, 4), *prose(300, 100, 20, 3), heading], COLUMN)
    assert found[-1].pieces == [heading]


def test_stripes_are_cut_into_the_columns_that_white_space_shows():
    table = RuledTable([(50.0, 100.0 + 20 * n, 550.0, 120.0 + 20 * n) for n in range(4)])
    pieces = [
        piece(text, x0, x0 + 60, 113 + 20 * n) for n in range(4) for text, x0 in (("Provision", 60), ("Who", 400))
    ]
    for one in pieces:
        one.cell = table.cell_at(one.x0, one.base)
    divided = divide(table, pieces)
    assert len(divided.cells) == 8
    assert len({one.cell for one in pieces}) == 8


def test_a_table_of_one_column_stays_as_it_is():
    table = RuledTable([(50.0, 100.0 + 20 * n, 550.0, 120.0 + 20 * n) for n in range(4)])
    pieces = [piece(FULL, 60, 400, 113 + 20 * n) for n in range(4)]
    for one in pieces:
        one.cell = table.cell_at(one.x0, one.base)
    assert divide(table, pieces) is table


def short(x0, first, texts):
    return [piece(text, x0, x0 + 220, first + 15 * n) for n, text in enumerate(texts)]


def test_a_few_lines_in_columns_that_the_document_has_shown_are_prose():
    shown = []
    parts(prose(50, 100, 20, 4) + prose(300, 100, 20, 3), COLUMN, None, shown)
    heading = piece("Section G: Health provision", 50, 280, 150, size=15.0)
    few = short(50, 180, ["one", "two"]) + short(300, 180, ["three"])
    found = parts([*short(50, 100, ["a", "b"]), *short(300, 100, ["c"]), heading, *few], COLUMN, None, shown)
    assert [[one.text for one in part.pieces] for part in found] == [
        ["a", "b"],
        ["c"],
        ["Section G: Health provision"],
        ["one", "two"],
        ["three"],
    ]


def test_a_heading_within_one_of_the_columns_does_not_end_them():
    shown = []
    parts(prose(50, 100, 20, 4) + prose(300, 100, 20, 3), COLUMN, None, shown)
    heading = piece("Section H2", 50, 120, 152, size=15.0)
    left = [*short(50, 100, ["a", "b", "c"]), heading, *short(50, 178, ["d"])]
    right = short(300, 100, ["e", "f", "g", "h", "i"])
    found = parts(left + right, COLUMN, None, shown)
    assert [[one.text for one in part.pieces] for part in found] == [
        ["a", "b", "c", "Section H2", "d"],
        ["e", "f", "g", "h", "i"],
    ]


def test_text_that_stands_in_the_left_one_of_the_shown_columns_alone_has_its_width():
    shown = []
    parts(prose(50, 100, 20, 4) + prose(300, 100, 20, 3), COLUMN, None, shown)
    (run,) = parts(short(50, 100, ["one line", "and another", "and more"]), COLUMN, None, shown)
    assert run.column.right == 270


def points(x0, first, lines, pause, ends=(220, 120, 90)):
    """A column of short points in bullets, of which few fill their line, with a pause after every `pause` of them."""
    found = []
    for n in range(lines):
        base = first + 15 * n + 7 * (n // pause)
        found += [piece("•", x0, x0 + 4, base), piece(FULL, x0 + 12, x0 + ends[n % len(ends)], base)]
    return found


def test_columns_of_short_points_down_a_page_are_prose():
    found = parts(points(50, 100, 40, 5) + points(300, 100, 40, 7), COLUMN)
    assert [type(part) for part in found] == [Run, Run]
    assert max(one.x1 for one in found[0].pieces) <= 270


def test_long_columns_of_points_that_begin_anew_together_are_a_table():
    found = parts(points(50, 100, 40, 5) + points(300, 100, 40, 5), COLUMN)
    assert [type(part) for part in found] == [Grid]


def last_page(wrapped):
    """A left column under whose heading nothing stands at the right, and where its columns have been shown."""
    shown = []
    parts(prose(50, 100, 20, 4) + prose(300, 100, 20, 3), COLUMN, None, shown)
    heading = piece("G", 50, 60, 190, size=15.0)
    under = [piece("A dietitian reviews her growth and the", 50, 268, 220), piece(wrapped, 50, 130, 235)]
    return parts([*short(50, 100, ["a", "b", "c"]), *short(300, 100, ["d", "e"]), heading, *under], COLUMN, None, shown)


def test_a_heading_in_the_longer_left_column_of_the_last_page_stands_before_the_right_column():
    found = last_page("diet every month.")
    assert [[one.text for one in part.pieces][-1] for part in found] == ["diet every month.", "e"]


def test_what_does_not_run_on_under_the_columns_stands_after_both():
    found = last_page("Dietitian, monthly.")
    assert [[one.text for one in part.pieces][-1] for part in found] == ["c", "e", "Dietitian, monthly."]
