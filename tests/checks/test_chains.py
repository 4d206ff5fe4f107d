"""Ties that follow from references: what one provision joins, and what it does not."""

from dataclasses import replace
from datetime import date

from ehcp_audit.checks.chains import through_others
from ehcp_audit.checks.ties import ties_of
from ehcp_audit.model import (
    SECTION_CODES,
    Facts,
    Item,
    Need,
    Outcome,
    Passage,
    Plan,
    Provision,
    Section,
    State,
)


def items(**refers: str) -> list[Item]:
    """Items by subject ("B1"), each with what it refers to."""
    kinds = {"B": Need, "E": Outcome, "F": Provision}
    return [
        kinds[name[0]](
            f"{name[0]}.{name[1:]}",
            (Passage("Words.", 0),),
            refers=tuple(f"{one[0]}.{one[1:]}" for one in said.split()),
        )
        for name, said in refers.items()
    ]


def test_a_provision_ties_its_need_to_its_outcome():
    assert through_others(items(B1="", E1="", F1="B1 E1")) == {("B.1", "E.1")}


def test_an_outcome_that_names_its_need_keeps_to_it():
    found = through_others(items(B1="", B2="", E1="B1", E2="B2", F1="B1 B2 E1", F2="B2 E2"))
    assert ("B.2", "E.1") not in found


def test_a_need_that_no_outcome_names_is_tied_by_its_provision():
    assert ("B.2", "E.1") in through_others(items(B1="", B2="", E1="B1", F1="B1 E1", F2="B2 E1"))


def test_provision_for_an_outcome_is_for_the_needs_of_the_outcome():
    assert through_others(items(B1="", E1="B1", F1="E1")) == {("B.1", "F.1")}


def test_provision_that_names_its_need_is_not_for_another_of_the_outcome():
    """A need without provision of its own is not hidden by its neighbour's."""
    assert ("B.2", "F.1") not in through_others(items(B1="", B2="", E1="B1 B2", F1="B1 E1"))


def test_provision_for_a_need_leads_to_the_outcome_of_the_need():
    assert through_others(items(B1="", E1="B1", F1="B1")) == {("E.1", "F.1")}


def plan_of(needs: list[tuple[str | None, str]], *, refers: tuple[str, ...]) -> Plan:
    """Needs (number, words) and a line of provision for each that `refers` names."""
    text = "A teaching assistant teaches reading of words for 20 minutes each day."
    given = tuple(
        Provision(f"F.{at}", (Passage(text, 0),), refers=(one,), number=str(at))
        for at, one in enumerate(refers, start=1)
    )
    told = tuple(
        Need(f"B.{at}", (Passage(said, 0),), number=number) for at, (number, said) in enumerate(needs, start=1)
    )
    sections = tuple(
        Section(code, State.PRESENT, items={"B": told, "F": given}.get(code, ())) for code in SECTION_CODES
    )
    return Plan("P01", text, sections, Facts(), (), (), date(2026, 11, 26))


def test_a_need_without_a_number_among_numbered_ones_may_be_tied_by_its_words():
    numbered = [(str(at), f"He has a need of kind {at}.") for at in range(1, 5)]
    refers = tuple(f"B.{at}" for at in range(2, 6))
    over_all = plan_of([(None, "He reads few words; reading is hard."), *numbered], refers=refers)
    assert ties_of(over_all).between(over_all.section("B").items[0], "F")
    one_of_them = plan_of([("9", "He reads few words; reading is hard."), *numbered], refers=refers)
    assert not ties_of(one_of_them).between(one_of_them.section("B").items[0], "F")


def test_what_a_third_item_ties_is_not_taken_from_others():
    """The need that F1 joins to E1 may be spoken of by E2 as well, to which nothing refers."""
    joined = items(B1="", E1="", E2="", F1="B1 E1")
    words = {"B.1": "He reads few words.", "E.2": "He will read many words; reading is easy."}
    told = [replace(one, passages=(Passage(words.get(one.subject, "Other things."), 0),)) for one in joined]
    sections = tuple(
        Section(code, State.PRESENT, items=tuple(one for one in told if one.section == code)) for code in SECTION_CODES
    )
    plan = Plan("P01", "", sections, Facts(), (), (), date(2026, 11, 26))
    need, first, second = told[0], told[1], told[2]
    assert ties_of(plan).between(need, "E") == (first,)
    assert ties_of(plan).how(need, (first,)) == "number"
    assert ties_of(plan).between(second, "B") == (need,)


def outcomes_of_the_fourth(*links: str) -> tuple[Item, ...]:
    """What is tied to a fourth line, for trams, beside an outcome on trams, by what the lines of provision print."""
    names = {f"B{at}": "" for at in range(1, 5)} | {f"E{at}": "B1" for at in range(1, 5)}
    made = items(**names, **{f"F{at}": link for at, link in enumerate(links, start=1)})
    words = {"E.4": "He will go by tram and by bus to town.", "F.4": "Travel by tram and by bus is taught in town."}
    told = [replace(one, passages=(Passage(words.get(one.subject, "Other things."), 0),)) for one in made]
    sections = tuple(
        Section(code, State.PRESENT, items=tuple(one for one in told if one.section == code)) for code in SECTION_CODES
    )
    plan = Plan("P01", "", sections, Facts(), (), (), date(2026, 11, 26))
    return ties_of(plan).between(told[-1], "E")


def test_a_link_to_a_need_alone_is_not_followed_by_words_where_the_other_lines_name_outcomes():
    assert outcomes_of_the_fourth("B1 E1", "B2 E2", "B3 E3", "B4") == ()


def test_words_tie_a_line_that_prints_no_link_or_where_hardly_any_names_an_outcome():
    assert [one.subject for one in outcomes_of_the_fourth("B1 E1", "B2 E2", "B3 E3", "")] == ["E.4"]
    assert [one.subject for one in outcomes_of_the_fourth("B1 E1", "", "", "B4")] == ["E.4"]
