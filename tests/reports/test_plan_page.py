"""The page of one plan: its score, what to mend, what waits; nothing that a plan says is markup."""

from __future__ import annotations

from dataclasses import replace

import made_runs
import pytest
from lxml import html

from ehcp_audit.model import Evidence, Verdict
from ehcp_audit.reports.plan_page import CONTENTS, plan_page

GAPS = (Verdict.NOT_MET, Verdict.PARTLY_MET)


def one(**how):
    made = made_runs.run(1)
    made.scorecards = made.core = (made_runs.scorecard("P01", **how),)
    made.unreadable = ()
    return made


@pytest.fixture(scope="module")
def page():
    return html.fromstring(plan_page(one(), made_runs.rubric()))


def text(element) -> str:
    return " ".join(element.text_content().split())


def test_it_has_one_first_heading_and_every_part_that_it_names(page):
    assert [text(found) for found in page.iter("h1")] == ["Audit of plan P01"]
    for id, _ in CONTENTS:
        assert page.get_element_by_id(id).tag == "h2"


def test_every_gap_is_there_with_its_words_and_who_acts(page):
    (card,) = one().scorecards
    gaps = [found for found in card.findings() if found.verdict in GAPS]
    assert len(page.xpath("//div[@class='inset']//li")) == len(gaps)
    assert f"{len(gaps)} findings" in text(page)
    assert "“access to”" in text(page)
    assert len(page.xpath("//div[@class='inset']//strong[text()='Who acts:']")) == len(
        {found.criterion for found in gaps}
    )


def test_every_criterion_has_its_verdict(page):
    (card,) = one().scorecards
    rows = {row[0].text_content(): text(row[3]) for row in page.xpath("//table[@id='all-criteria']/tbody/tr")}
    assert rows == {result.id: str(result.verdict) for result in card.criteria}


def test_what_waits_is_named_with_what_was_seen(page):
    rows = {
        row[0].text_content(): text(row)
        for row in page.xpath("//table[caption='Criteria that wait for a person']/tbody/tr")
    }
    assert set(rows) == {"B02", "K02"}
    assert "The diagnosis is named and no effect on daily life." in rows["B02"]


def test_what_is_perhaps_met_says_so():
    made = one()
    (card,) = made.scorecards
    found = tuple(finding._replace(proposed=Verdict.MET) for finding in card.criteria[2].findings)
    criteria = tuple(replace(one, findings=found) if one.id == "B02" else one for one in card.criteria)
    made.scorecards = made.core = (replace(card, criteria=criteria),)
    assert "Perhaps met: it found what is asked for." in plan_page(made, made_runs.rubric())


def test_a_clean_plan_says_what_that_does_not_mean():
    made = one(clean=True)
    page = plan_page(made, made_runs.rubric())
    assert "No gap found" not in page
    assert "Nothing is certainly wrong; 1 place to look at first, in 1 criterion" in page
    made.scorecards = made.core = tuple(map(made_runs.settled, made.scorecards))
    assert "No gap found by these checks." in plan_page(made, made_runs.rubric())
    assert "that does not make the plan lawful" in page


def test_what_a_plan_says_is_never_markup():
    made = one()
    (card,) = made.scorecards
    hostile = "<script>alert(1)</script><b onclick=x>{{ 7*7 }}\u202e"
    criteria = tuple(
        replace(
            result,
            findings=tuple(found._replace(note=hostile, evidence=(Evidence(hostile, 0),)) for found in result.findings),
        )
        for result in card.criteria
    )
    made.scorecards = made.core = (replace(card, criteria=criteria),)
    page = plan_page(made, made_runs.rubric())
    assert page.count("<script>") == 1
    assert "\u202e" not in page
    assert not html.fromstring(page).xpath("//*[@onclick]")


def test_the_same_result_gives_the_same_page():
    assert plan_page(one(), made_runs.rubric()) == plan_page(one(), made_runs.rubric())
