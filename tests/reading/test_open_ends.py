"""A row that the page's end cuts may have no lower border there; a shade under one of its cells is none."""

from types import SimpleNamespace

from ehcp_audit.reading.pdf.opening import _open_ends

SIDES = [(48.0, 400.0, 790.0), (139.0, 400.0, 790.0), (547.0, 400.0, 790.0)]
TOP = (400.0, 48.0, 547.0)


def page(*level):
    return SimpleNamespace(upright=SIDES, level=[TOP, *level])


def test_sides_that_end_together_without_a_border_are_closed():
    assert _open_ends(page(), SIDES) == [(790.0, 48.0, 547.0)]


def test_the_edge_of_a_shaded_label_closes_nothing():
    assert _open_ends(page((790.0, 48.0, 139.0)), SIDES) == [(790.0, 48.0, 547.0)]


def test_a_border_across_closes_the_row():
    assert _open_ends(page((790.0, 48.0, 547.0)), SIDES) == []
    assert _open_ends(page((790.0, 48.0, 139.0), (790.0, 139.0, 547.0)), SIDES) == []
