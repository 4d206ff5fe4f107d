"""Outcomes and provision element by element, and agency by agency."""

from __future__ import annotations

from fractions import Fraction

import made_runs

from ehcp_audit.reports.elements import agency_views, element_groups
from ehcp_audit.reports.figures import figures
from ehcp_audit.reports.html import html_report


def test_every_outcome_counts_by_itself():
    made = made_runs.run(12)
    groups = element_groups(figures(made, made_runs.rubric()))
    (timed,) = [row for group in groups for row in group["rows"] if row["id"] == "E07"]
    found = [one.verdict for card in made.scorecards for one in card.findings() if one.criterion == "E07"]
    assert timed["item_count"] == f"{sum(str(one) == 'met' for one in found)} of {len(found)}"
    assert timed["plans"] == "4 of 12"


def test_few_plans_give_no_share():
    groups = element_groups(figures(made_runs.run(4), made_runs.rubric()))
    assert {row["share"] for group in groups for row in group["rows"]} == {""}


def test_each_agency_has_its_own_sections_and_mean():
    made = made_runs.run(12)
    views = {one["name"]: one for one in agency_views(made.core, figures(made, made_runs.rubric()))}
    assert views["Health"]["sections"] == "G"
    assert "Social care" not in views, "nothing was asked of its sections"
    shares = []
    for card in made.scorecards:
        own = [one.share for one in card.criteria if one.section in ("B", "E", "F", "I", "J") and one.share is not None]
        shares.append(sum(own, Fraction(0)) / len(own))
    mean = float(sum(shares, Fraction(0)) / len(shares) * 100)
    assert views["Education"]["mean"] == f"between 55.6% and 75.6% ({mean:.1f}% of the 80.0% judged) over 12"
    assert views["Education"]["first"][0].startswith("F04 ")


def test_the_page_shows_both():
    page = html_report(made_runs.run(12), made_runs.rubric())
    assert "Outcomes and provision that meet each criterion, counted one by one" in page
    assert '<th scope="row">Education</th>' in page
    assert '<a href="#agencies">' in page


def test_an_agency_has_no_clean_bill_while_the_tool_doubts_one_of_its_criteria():
    made = made_runs.run(12)
    made.core = made.scorecards = tuple(made_runs.scorecard(f"P{n:02}", clean=True) for n in range(1, 13))
    (education,) = [
        one for one in agency_views(made.core, figures(made, made_runs.rubric())) if one["name"] == "Education"
    ]
    assert education["first"][0] == "Nothing is certainly wrong; 12 places to look at first; not judged yet:"
    assert education["first"][1].startswith("B02 ")
    assert education["doubts"] == 1
    made.core = tuple(map(made_runs.settled, made.core))
    (education,) = [
        one for one in agency_views(made.core, figures(made, made_runs.rubric())) if one["name"] == "Education"
    ]
    assert education["first"] == ["No gap found by these checks"]
