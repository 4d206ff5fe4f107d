"""Ties that follow from references: what one provision joins, and what it does not."""

from ehcp_audit.checks.chains import through_others
from ehcp_audit.model import Item, Need, Outcome, Passage, Provision


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
