"""Where the list of advice ends: who wrote the plan, and when it is looked at again."""

import pytest
from plans import TITLES, heading, line, plan_of


def body():
    words = [(f"Section {code}: {title}", f"Odd's {title.lower()} stand here.") for code, title in TITLES.items()]
    return [one for title, said in words for one in (heading(title), line(said, size=11.0))]


@pytest.mark.parametrize(
    "closing",
    [
        "Prepared by R. Vane, plan writer, 16 June 2026. Not to be signed until final.",
        "Plan written by Ros Vane, EHC plan co-ordinator, 16 June 2026",
        "This plan was prepared by Ros Vane, SEND officer.",
        "Drafted by: R. Vane (SEN caseworker)",
        "Written by Ros Vane, EHC co-ordinator",
        "Compiled by the SEND casework officer, Ros Vane.",
        "Plan author: Ros Vane, SEND officer",
        "Plan writer: Ros Vane",
        "Not to be signed until final.",
        "This draft is not signed.",
        "We will look at the plan with you before 10 July 2027. You may appeal within two months.",
        "We shall review your plan by March 2027.",
        "The plan will next be reviewed by 4 March 2027.",
        "We will check this plan with you every year.",
    ],
)
def test_who_wrote_the_plan_and_when_it_is_looked_at_again_close_the_list_of_advice(closing):
    plan = plan_of(
        *body(),
        line("Mr Lars Lind, head teacher, Ferry Road School, 5 March 2026", size=11.0),
        line(closing, size=11.0),
    )
    assert closing not in plan.section("K").text
    assert "Lars Lind" in plan.section("K").text


@pytest.mark.parametrize(
    "advice",
    [
        "Prepared by Dr Uma Rao, paediatrician, 16 June 2026",
        "Report written by Mr Lars Lind, head teacher, for the review of the plan, 5 March 2026",
        "Written by Odd himself, with his mentor, 2 March 2026",
        "Drafted by the speech therapist, Ms Ann Moe: 9 March 2026",
        "Compiled by the SENCO of Ferry Road School, 5 March 2026",
        "We asked the school nurse, who has no plan for him, 8 March 2026",
    ],
)
def test_whose_advice_it_is_stays_in_the_list(advice):
    plan = plan_of(*body(), line("Mr Per Dahl, teacher, 5 March 2026", size=11.0), line(advice, size=11.0))
    assert advice in plan.section("K").text


def test_prepared_by_over_the_last_lines_closes_the_list():
    plan = plan_of(*body(), line("Prepared by", bold=True), line("R. Vane, 16 June 2026.", marker="R.", size=11.0))
    assert plan.section("K").text == "Odd's advice and information stand here."
    lines = [
        line(one, size=11.0) for one in ("Written by", "Dr Uma Rao", "Seen on", "4 May 2026", "Sent on", "5 May 2026")
    ]
    plan = plan_of(*body(), *lines)
    assert "Uma Rao" in plan.section("K").text
