"""A lone H among letters with titles of few words, in any order: the provision of social care."""

from plans import TITLES, heading, line, plan_of

from ehcp_audit.model import State

IN_ANY_ORDER = ["I  My college", "J  My money", "A  My story", "B  My needs", "C  My health", "D  My care"]


def lettered(titles, body="Rowan likes trains and quiet rooms."):
    return [part for title in titles for part in (heading(title), line(body))]


def test_a_lone_h_between_others_opens_the_provision_of_social_care_and_leaves_the_needs_their_own():
    plan = plan_of(
        lettered(IN_ANY_ORDER),
        [heading("H  Care help"), line("A support worker will take Rowan out for three hours each Saturday.")],
        lettered(["E  My goals", "F  My teaching", "G  Health help", "K  Reports"]),
    )
    assert plan.section("D").text == "Rowan likes trains and quiet rooms."
    assert plan.section("H1").state is not State.MISSING
    assert "support worker" in plan.section("H1").text + plan.section("H2").text


def test_a_lone_h_is_none_where_h1_and_h2_are_opened():
    plan = plan_of(
        lettered([*IN_ANY_ORDER, "H1  Care provision, 1970 Act", "H2  Other care provision", "E  My goals"]),
        [heading("H  Care diary"), line("Rowan slept well.")],
        lettered(["F  My teaching", "G  Health help", "K  Reports"]),
    )
    assert "slept" not in plan.section("H1").text + plan.section("H2").text


def test_under_a_lone_h_the_name_of_the_act_opens_h1_and_other_provision_h2():
    plan = plan_of(
        *(part for code in "BCE" for part in (heading(f"Part {code}. {TITLES[code]}"), line("Ann has words here."))),
        heading("Part H. Care provision"),
        heading("8a Chronically Sick and Disabled Persons Act 1970, section 2", level=2),
        line("No provision."),
        heading("8b Other provision reasonably required", level=2),
        line("A family support worker visits for one hour each week."),
        heading("Part I. Placement"),
        line("Harbour Lane School"),
    )
    assert plan.section("H1").text == "No provision."
    assert plan.section("H2").text.startswith("A family support worker")
