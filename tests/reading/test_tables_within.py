"""Tables whose lines meet those of the cell they stand in, and frames with rounded corners."""

from ehcp_audit.reading.pdf.rounded import closed
from ehcp_audit.reading.pdf.ruling import within_one_another

OUTER = (50.0, 100.0, 550.0, 500.0)
FIRST = [(50.0, 100.0, 300.0, 160.0), (300.0, 100.0, 550.0, 160.0)]
LAST = [(50.0, 440.0, 300.0, 500.0), (300.0, 440.0, 550.0, 500.0)]


def test_tables_that_touch_the_borders_of_their_cell_are_tables_of_their_own():
    assert within_one_another([OUTER, *FIRST, *LAST]) == [[OUTER], FIRST, LAST]


def test_a_table_without_tables_inside_stays_whole():
    assert within_one_another([*FIRST, *LAST]) == [[*FIRST, *LAST]]
    assert within_one_another([OUTER]) == [[OUTER]]


CARD = [(50.0, 100.0, 150.0, 130.0), (150.0, 100.0, 550.0, 130.0), (50.0, 130.0, 150.0, 160.0)]


def test_the_cell_at_a_rounded_corner_is_closed():
    upright = [(50.0, 100.0, 160.0), (150.0, 100.0, 160.0), (550.0, 100.0, 152.0)]
    level = [(100.0, 50.0, 550.0), (130.0, 50.0, 550.0), (160.0, 50.0, 542.0)]
    assert closed(CARD, upright, level) == [*CARD, (150.0, 130.0, 550.0, 160.0)]


def test_a_row_of_fewer_cells_whose_lines_do_not_go_on_stays_open():
    upright = [(50.0, 100.0, 160.0), (150.0, 100.0, 160.0), (550.0, 100.0, 130.0)]
    level = [(100.0, 50.0, 550.0), (130.0, 50.0, 550.0), (160.0, 50.0, 150.0)]
    assert closed(CARD, upright, level) == CARD
