"""Periods, teams and authorities: figures by hand, and words only where the interval allows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import judged_runs
import made_runs
import pytest

from ehcp_audit.comparison.comparing import BAR, GATE, MEAN, WAITS, compare
from ehcp_audit.comparison.groups import Count, Group, Mean, Source, beside_figures, groups_of
from ehcp_audit.comparison.trend import trend
from ehcp_audit.intervals import CANNOT, newcombe
from ehcp_audit.judgements import Kept, read_judgements
from ehcp_audit.model import Verdict
from ehcp_audit.reports.comparison import comparison_html, mean_words, share_words
from ehcp_audit.runs import read_run
from ehcp_audit.same_plans import PlanKey


def group(name, k, n, *, day=None, scores=None, criteria=None, keys=()):
    mean = Mean(tuple(Fraction(one, 100) for one in scores or [80] * n))
    return Group(name, day, "made 1", n, frozenset(keys), mean, Count(k, n), Count(0, n), criteria or {})


def found(groups, by="run", rubrics=("made 1",)):
    return compare(groups, by, judged=False, rubrics=rubrics)


def difference(comparison, figure):
    return next(one for one in comparison.differences if one.figure == figure)


def test_two_quarters_of_36_cannot_be_told_apart():
    quarters = [group("spring", 25, 36, day=date(2026, 3, 1)), group("summer", 31, 36, day=date(2026, 6, 1))]
    one = difference(found(quarters), BAR)
    assert (one.first, one.second, one.says) == ("spring", "summer", CANNOT)
    assert (one.estimate, one.low, one.high) == (pytest.approx(6 / 36), *map(pytest.approx, newcombe(31, 36, 25, 36)))


@pytest.mark.parametrize(
    ("before", "after", "days", "says"),
    [
        (15, 31, (1, 2), "improved"),
        (31, 15, (1, 2), "got worse"),
        (15, 31, (1, 1), "higher"),
        (31, 15, (1, 1), "lower"),
        (30, 31, (1, 2), CANNOT),
    ],
)
def test_a_comparative_word_needs_an_interval_without_nought(before, after, days, says):
    groups = [
        group(f"q{n}", k, 36, day=date(2026, month, 1))
        for n, (k, month) in enumerate(zip((before, after), days, strict=True))
    ]
    assert difference(found(groups), BAR).says == says


def test_the_mean_score_is_another_and_sharper_figure():
    spring = group("spring", 20, 36, day=date(2026, 3, 1), scores=[70 + n % 8 for n in range(36)])
    summer = group("summer", 22, 36, day=date(2026, 6, 1), scores=[76 + n % 8 for n in range(36)])
    comparison = found([spring, summer])
    assert difference(comparison, MEAN).says == "improved"
    assert difference(comparison, MEAN).estimate == pytest.approx(0.06)
    assert difference(comparison, BAR).says == CANNOT


def test_a_mean_is_rounded_half_up_as_in_every_other_output():
    assert mean_words(Mean((Fraction(1, 16),))) == "6.3%"


def test_under_ten_plans_nothing_is_told():
    one = difference(found([group("a", 9, 9), group("b", 1, 36)]), BAR)
    assert (one.low, one.says) == (None, "too few plans to tell")


def test_the_gate_is_no_share_while_a_plan_waits_for_a_person():
    waits = replace(group("spring", 20, 36), gate=Count(4, 36, open=3, all_known=True))
    one = difference(found([waits, group("summer", 20, 36)]), GATE)
    assert (one.estimate, one.low, one.says) == (None, None, WAITS)
    assert share_words(waits.gate) == "29 short, 4 meet, 3 wait"
    assert waits.gate.interval is None


def test_periods_are_compared_with_the_one_before_and_others_each_with_each():
    days = [date(2026, month, 1) for month in (1, 4, 7)]
    periods = [group(f"q{n}", 20, 36, day=day) for n, day in enumerate(days)]
    assert {(one.first, one.second) for one in found(periods).differences} == {("q0", "q1"), ("q1", "q2")}
    teams = [group(name, 20, 36) for name in "abc"]
    assert {(one.first, one.second) for one in found(teams, "team").differences} == {("a", "b"), ("a", "c"), ("b", "c")}


def test_the_funnel_flags_by_exact_tails_and_leaves_small_teams_alone():
    teams = [group("a", 80, 100), group("b", 5, 5), group("c", 10, 30), group("d", 95, 100)]
    flags = {one.group: one.says for one in found(teams, "team").funnel}
    assert flags == {
        "a": "",
        "b": "too few",
        "c": "below, outside 99.8% of what chance allows",
        "d": "above, outside 99.8% of what chance allows",
    }
    # target 190 of 235: five of five would stand above an interpolated line, and chance does it one time in three


def test_without_a_bar_teams_are_held_by_the_gate_and_the_page_says_so():
    teams = [
        replace(group(name, 0, 30), bar=None, gate=Count(k, 30)) for name, k in zip("abc", (20, 25, 28), strict=True)
    ]
    comparison = found(teams, "team")
    assert [one.k for one in comparison.funnel] == [20, 25, 28]
    page = comparison_html(comparison, [made_runs.rubric()])
    assert "Plans that meet every must criterion by number of plans" in page
    assert "Plans at the bar by number of plans" not in page


def test_what_must_be_said_beside_the_figures():
    first, second = PlanKey("1", None), PlanKey("2", None)
    groups = [group("a", 20, 36, keys=[first, second]), group("b", 2, 5, keys=[second])]
    notes = " ".join(found(groups, rubrics=("made 1", "made 2")).notes)
    assert "In two groups: 1 plan." in notes
    assert "The rubric changed between these runs (made 1, made 2)" in notes
    assert "Below ten plans only counts are given: b" in notes


# --- runs ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    home = tmp_path_factory.mktemp("compared")
    return [judged_runs.run_folder(home / f"q{n}", 12, ids=f"q{n}-", as_of=date(2026, 3 * n, 1)) for n in range(1, 5)]


def source(folder, **changed):
    run = read_run(folder)
    from dataclasses import replace

    return Source(folder.name, replace(run, **changed), made_runs.rubric(), read_judgements(folder))


def test_runs_come_in_the_order_of_their_dates_and_teams_by_name(folders):
    sources = [source(folder) for folder in reversed(folders)]
    assert [one.name for one in groups_of(sources, "run", judged=False)] == ["q1", "q2", "q3", "q4"]
    teams = groups_of(sources[:1], "team", judged=False)
    assert [(one.name, one.plans) for one in teams] == [("North", 6), ("South", 6)]
    assert teams[0].criteria["E07"] == Count(2, 6)
    assert groups_of(sources, "phase", judged=False)[0].plans == 48


def test_as_judged_counts_the_plans_judged_in_full(folders, tmp_path):
    folder = judged_runs.run_folder(tmp_path / "run", 12)
    assert groups_of([source(folder)], "run", judged=True)[0].plans == 0
    judged_runs.judge(folder, "AB", lambda plan, id: "met")
    one = groups_of([source(folder)], "run", judged=True)[0]
    assert (one.plans, one.mean.value, one.bar) == (12, 1, Count(12, 12))


def test_picks_for_risk_enter_no_group(folders):
    draw = {"population": 400, "extras": {"P01": "risk"}, "strata": []}
    one = groups_of([source(folders[0], draw=draw)], "run", judged=False)[0]
    assert (one.plans, one.bar.population) == (11, 400)


def test_a_trend_pools_four_quarters_and_marks_where_the_rubric_changed(folders):
    sources = [source(folder) for folder in folders]
    followed = trend(sources, judged=False)
    assert followed.pooled.n == 48
    assert not followed.changed
    stamp = sources[2].run.rubric
    from dataclasses import replace

    sources[2] = Source(
        "q3", replace(sources[2].run, rubric=replace(stamp, sha256="cd" * 32)), made_runs.rubric(), Kept()
    )
    followed = trend(sources, judged=False)
    assert followed.changed == {"q3", "q4"}
    assert followed.pooled is None
    assert any("make no trend" in note for note in trend(sources[:2], judged=False).notes)


def test_strata_drawn_unevenly_are_said_to_be(folders):
    from dataclasses import replace

    even = source(folders[0])
    draw = {"population": 400, "extras": {}, "strata": [], "minimum": 3}
    odd = Source("odd", replace(source(folders[1]).run, draw=draw), made_runs.rubric(), Kept())
    (said,) = beside_figures([even, odd])
    assert "Drawn with a minimum in each stratum: odd." in said
    assert said in trend([even, odd], judged=False).notes
    groups = groups_of([even, odd], "run", judged=False)
    assert said in compare(groups, "run", judged=False, rubrics=("made 1",), beside=(said,)).notes


def test_how_many_are_only_parts_of_plans_is_said_beside_the_figures(folders):
    from dataclasses import replace

    whole, mixed = source(folders[0]), source(folders[1])
    first, *rest = mixed.run.scorecards
    part = replace(first, plan=replace(first.plan, partial=True))
    mixed = replace(mixed, run=replace(mixed.run, scorecards=(part, *rest)))
    assert beside_figures([whole, mixed]) == ("Of q2, 1 sets out only a part of a plan and is in no figure.",)
    assert "Of q2, 1 sets out" in " ".join(trend([whole, mixed], judged=False).notes)
    assert groups_of([whole, mixed], "run", judged=False)[1].plans == 11


def test_a_criterion_of_which_many_plans_wait_is_not_compared():
    few, many = Count(9, 22, open=2), Count(1, 32, open=21)
    assert share_words(few) == "9 of 20 (2 wait), 45% (26 to 66%)"
    assert share_words(many) == "10 short, 1 meets, 21 wait"
    groups = [
        group("a", 20, 36, criteria={"E07": few, "F04": many}),
        group("b", 20, 36, criteria={"E07": few, "F04": few}),
    ]
    comparison = found(groups)
    assert difference(comparison, "E07").estimate == 0
    assert (difference(comparison, "F04").estimate, difference(comparison, "F04").says) == (None, WAITS)


def test_a_plan_that_certainly_falls_short_is_counted_so_in_its_group(folders):
    run = read_run(folders[0])
    card = run.scorecards[0]
    result = next(one for one in card.criteria if one.id == "E07")
    waits = result.findings[0]._replace(verdict=Verdict.NEEDS_PERSON)
    doubtful = replace(result, verdict=Verdict.NEEDS_PERSON, share=None, findings=(*result.findings, waits))
    open_ = replace(doubtful, findings=(waits,))
    for changed, count in ((doubtful, Count(0, 1)), (open_, None)):
        cards = (replace(card, criteria=tuple(changed if one.id == "E07" else one for one in card.criteria)),)
        (one,) = groups_of([source(folders[0], scorecards=cards)], "run", judged=False)
        assert one.criteria.get("E07") == count


def test_the_interval_of_a_mean_score_ends_at_nothing_and_at_all():
    mean = Mean(tuple(Fraction(one, 100) for one in (*[100] * 10, 80)))
    assert mean.interval[1] == 1
    assert mean_words(mean).endswith("to 100.0%)")


def test_plans_are_known_again_when_one_run_has_no_caseload(tmp_path):
    with_ids = judged_runs.run_folder(tmp_path / "ids", 6, ids="EHC")
    bare = judged_runs.run_folder(tmp_path / "bare", 6)
    groups = groups_of([source(with_ids), source(bare)], "run", judged=False)
    assert any("In two groups: 6 plans." in note for note in found(groups).notes)
