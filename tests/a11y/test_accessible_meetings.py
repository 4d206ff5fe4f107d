"""The pages of a meeting and of a comparison in a real browser: axe finds nothing, nothing is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import judged_runs
import made_runs
import pytest

from ehcp_audit.comparison.comparing import compare
from ehcp_audit.comparison.groups import Source, groups_of
from ehcp_audit.comparison.trend import trend
from ehcp_audit.judgements import Kept, keep, read_judgements
from ehcp_audit.model import Judgement
from ehcp_audit.moderation.measuring import moderate
from ehcp_audit.moderation.pairing import Source as Judged
from ehcp_audit.reports.comparison import comparison_html, trend_html
from ehcp_audit.reports.moderation import moderation_html
from ehcp_audit.runs import read_run

HOSTILE = "</td><script>alert(1)</script><img src=https://example.com/x.png onerror=alert(2)> {{ 7*7 }} \u202eabc"
RUBRIC = made_runs.rubric()


def moderated(home):
    """Three raters of twelve plans, one of whom writes what would act, were it markup."""
    folder = judged_runs.run_folder(home / "run", 12)
    grades = {"AB": "met", "CD": "not met", "EF": "partly met"}
    said = [
        Judgement(f"P{n:02}", one.id, rater, "first", True, grades[rater] if n % 3 == 0 else "met", comment=HOSTILE)
        for n in range(1, 13)
        for one in RUBRIC.criteria
        for rater in grades
    ]
    keep(folder, Kept(tuple(said)))
    found = moderate([Judged(1, HOSTILE[:40], read_run(folder), read_judgements(folder))], RUBRIC)
    assert found.severity
    assert len(found.scores) == 3
    return moderation_html(found, RUBRIC)


def sources(home, teams):
    found = []
    for n in range(1, 5):
        folder = judged_runs.run_folder(home / f"q{n}", 36, ids=f"q{n}-", as_of=date(2026, 3 * n, 1))
        run = read_run(folder)
        cards = tuple(replace(card, team=teams[place % len(teams)]) for place, card in enumerate(run.scorecards))
        run = replace(run, scorecards=cards, rubric=replace(run.rubric, sha256=f"{n // 3:064x}"))
        found.append(Source(f"q{n} {HOSTILE[:30]}", run, RUBRIC, Kept()))
    return found


def compared(home):
    teams = ("North", "South", HOSTILE[:60], "East")
    groups = groups_of(sources(home, teams)[:1] * 1 + sources(home / "more", teams)[1:2], "team", judged=False)
    return comparison_html(compare(groups, "team", judged=False, rubrics=["made"]), [RUBRIC])


def followed(home):
    return trend_html(trend(sources(home, ("North",)), judged=False), [RUBRIC])


@pytest.mark.parametrize("page", [moderated, compared, followed])
def test_axe_finds_nothing_on_the_pages_of_a_meeting(look, page, tmp_path):
    said = look(page(tmp_path))
    for width, found in said["widths"].items():
        assert found["violations"] == [], f"{width} px"
        assert found["scroll"] <= int(width), "the page reflows"
        assert found["passes"] > 30
    assert said["requests"] == []
    assert said["console"] == []
    assert said["sorted"] == "ascending"
