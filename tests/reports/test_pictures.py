"""The geometry of the plots: what is drawn is what the figures say."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ehcp_audit.intervals import binomial_tail, chance_limits
from ehcp_audit.reports.pictures import Dot, Limits, dots, funnel, run_chart


def test_a_dot_stands_within_its_interval_and_too_few_plans_have_none():
    plot = dots("Score", [Dot("North", 0.8, 0.6, 0.9, "80%"), Dot("South", None, None, None, "3 of 4: too few")])
    north, south = plot["rows"]
    assert north["low"] < north["x"] < north["high"]
    assert south["x"] is None
    assert "South: 3 of 4: too few" in plot["description"]
    assert plot["ticks"][0]["x"] < north["low"]
    assert [one["label"] for one in plot["ticks"]] == ["0%", "25%", "50%", "75%", "100%"]


def test_long_words_at_the_end_of_a_row_have_their_room_and_without_figures_there_is_no_picture():
    words = "not known yet: 18 of 32 miss one, 14 wait for a person"
    long, short = (dots("Gate", [Dot("North", None, None, None, said)]) for said in (words, "1 of 1"))
    assert long["width"] - long["words_at"] > 6 * len(words) > short["width"] - short["words_at"]
    assert not long["known"]
    assert dots("Score", [Dot("North", 0.8, 0.6, 0.9, words)])["known"]
    assert not run_chart("Gate", [Dot("North", None, None, None, words)])["known"]


def test_an_axis_of_its_own_has_its_own_marks():
    plot = dots("Severity", [Dot("AB", -0.1, -0.2, 0.0, "-0.10")], ends=(-0.5, 0.5), unit="")
    assert [one["label"] for one in plot["ticks"]] == ["-0.5", "-0.25", "0", "+0.25", "+0.5"]


def test_a_run_chart_keeps_its_order_and_marks_a_change():
    rows = [Dot(f"q{n}", n / 10, n / 10 - 0.05, n / 10 + 0.05, "") for n in range(4, 8)]
    rows[2] = Dot("q6", 0.6, 0.5, 0.7, "", "the rubric changed")
    plot = run_chart("At the bar", rows)
    places = [one["x"] for one in plot["points"]]
    assert places == sorted(places)
    assert places[1] < plot["marks"][0]["x"] < places[2]
    assert plot["line"].count(",") == 4
    assert run_chart("One", rows[:1])["line"] == ""


@pytest.mark.parametrize("share", [0.0, 0.2, 0.69, 0.8, 1.0])
@pytest.mark.parametrize("tail", [0.001, 0.025])
def test_what_lies_outside_the_limits_is_exactly_what_the_tails_flag(share, tail):
    for n in range(10, 60):
        fewest, most = chance_limits(n, share, tail)
        for k in range(n + 1):
            fewer, more = binomial_tail(k, n, share)
            assert (k < fewest) == (fewer < tail)
            assert (k > most) == (more < tail)


def test_labels_of_a_funnel_do_not_lie_on_one_another():
    points = [(f"Team {n}", 20, 30, "") for n in range(4)] + [("Far", 28, 30, "above, outside 95%")]
    plot = funnel("Teams", 0.7, points, [Limits(n, (0.4, 0.9), (0.3, 1.0)) for n in range(10, 35)])
    heights = sorted(one["label_y"] for one in plot["points"])
    assert all(after - before >= 14 for before, after in pairwise(heights))
    assert [one["name"] for one in plot["points"] if one["flagged"]] == ["Far"]
    assert "Far: 28 of 30, above, outside 95%" in plot["description"]
