"""Our pages in a real browser: axe finds nothing at two widths, nothing is asked for, sorting and filtering work."""

from __future__ import annotations

from dataclasses import replace

import judged_runs
import pytest
from made_runs import rubric, run

from ehcp_audit.judgements import Action, Kept, read_judgements
from ehcp_audit.model import Evidence
from ehcp_audit.reports.html import html_report
from ehcp_audit.reports.plan_page import plan_page
from ehcp_audit.runs import read_run

HOSTILE = "</td><script>alert(1)</script><img src=https://example.com/x.png onerror=alert(2)> {{ 7*7 }} \u202eabc"


def hostile(made):
    """The same run with words in it that would act, were they markup."""
    cards = []
    for card in made.scorecards:
        criteria = tuple(
            replace(
                result,
                findings=tuple(
                    one._replace(note=HOSTILE, evidence=(Evidence(HOSTILE, 0, "E", paragraph=3),))
                    for one in result.findings
                ),
            )
            for result in card.criteria
        )
        cards.append(replace(card, criteria=criteria, team=HOSTILE, id=HOSTILE[:30]))
    made.scorecards = made.core = tuple(cards)
    return made


def judged_page(tmp_path_factory):
    folder = judged_runs.run_folder(tmp_path_factory.mktemp("judged") / "run", 12)
    judged_runs.judge(folder, "AB", lambda plan, id: "not met" if id == "E07" else "met")
    kept = read_judgements(folder)
    kept = Kept(kept.judgements, kept.overall, (Action("P01", "AB", "first", "Say how often", "SENCO"),))
    return html_report(read_run(folder), rubric(), kept)


@pytest.mark.parametrize("what", ["a run", "one plan", "hostile words", "as judged"])
def test_axe_finds_nothing_and_nothing_is_asked_for(look, what, tmp_path_factory):
    one = run(1)
    one.unreadable = ()
    page = {
        "a run": lambda: html_report(run(36), rubric()),
        "one plan": lambda: plan_page(one, rubric()),
        "hostile words": lambda: html_report(hostile(run(4)), rubric()),
        "as judged": lambda: judged_page(tmp_path_factory),
    }[what]()
    said = look(page)
    for width, found in said["widths"].items():
        assert found["violations"] == [], f"{width} px"
        assert found["scroll"] <= int(width), "the page reflows"
        assert set(found["incomplete"]) <= {"color-contrast", "th-has-data-cells"}, (
            "contrast is computed in test_styling"
        )
        assert found["passes"] > 30
    assert said["requests"] == []
    assert said["console"] == []
    assert said["sorted"] == "ascending"
    assert said["filtered"].startswith("0 of ")
