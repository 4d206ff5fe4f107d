"""A section that was read and not understood is named before anything else, with what so was not checked."""

from __future__ import annotations

from dataclasses import replace

import made_runs
import pytest

from ehcp_audit.model import State, Verdict
from ehcp_audit.untold import untold_lines


def _without(code: str, state: State = State.PRESENT):
    """A scorecard whose criteria of a section had no item to ask."""
    card = made_runs.scorecard()
    criteria = []
    for result in card.criteria:
        if result.section == code:
            one = result.findings[0]._replace(
                subject=code, verdict=Verdict.NEEDS_PERSON, proposed=None, note="None could be made out.", evidence=()
            )
            result = replace(result, verdict=Verdict.NEEDS_PERSON, share=None, findings=(one,))
        criteria.append(result)
    items = tuple(item for item in card.plan.items if not item.subject.startswith(code))
    sections = tuple((one, state if one == code else was) for one, was in card.plan.sections)
    plan = replace(card.plan, items=items, sections=sections)
    return replace(card, plan=plan, criteria=tuple(criteria))


def test_a_section_whose_items_could_not_be_told_apart_is_said_with_what_was_not_checked():
    (said,) = untold_lines(_without("E"))
    assert said == (
        "Section E must be read by a person: these rules could not tell one outcome from the next, so E02, E07 and the "
        "golden thread were not checked."
    )


def test_a_section_that_could_not_be_found_for_certain_is_said_too():
    (said,) = untold_lines(_without("F", State.UNKNOWN))
    assert said.startswith(
        "Section F must be read by a person: these rules could not tell where it begins and ends, so F04"
    )


@pytest.mark.parametrize("state", [State.NIL, State.EMPTY, State.MISSING])
def test_a_section_that_holds_nothing_is_no_riddle(state):
    assert untold_lines(_without("G", state)) == ()


def test_nothing_is_said_where_all_could_be_told():
    assert untold_lines(made_runs.scorecard()) == ()


def test_a_part_of_a_plan_is_not_asked_for_the_rest_of_it():
    card = _without("F", State.UNKNOWN)
    assert untold_lines(replace(card, plan=replace(card.plan, partial=True))) == ()


def test_one_heading_for_both_halves_of_h_is_told_apart():
    card = made_runs.scorecard()
    states = dict(card.plan.sections) | {"H1": State.NIL, "H2": State.UNKNOWN}
    assert untold_lines(replace(card, plan=replace(card.plan, sections=tuple(states.items())))) == ()


def test_what_only_a_person_judges_is_not_said_to_be_unchecked():
    card = _without("B")
    (said,) = untold_lines(card)
    assert "could not tell one need from the next" in said
    assert "Q01" not in said


def test_many_criteria_are_counted_and_the_first_are_named():
    card = _without("F")
    (one,) = [result for result in card.criteria if result.id == "F04"]
    many = tuple(
        replace(one, id=f"F{n:02}", findings=tuple(found._replace(criterion=f"F{n:02}") for found in one.findings))
        for n in range(1, 9)
    )
    said = untold_lines(replace(card, criteria=many))[-1]
    assert said.endswith("so 8 criteria (F01, F02, F03 and 5 more) and the golden thread were not checked.")


def test_every_report_of_a_plan_says_it_first():
    import io

    from rich.console import Console

    from ehcp_audit.reports.plan_page import plan_page
    from ehcp_audit.reports.terminal import show_check
    from ehcp_audit.scorecards.cover import cover_lines

    card = _without("E")
    (said,) = untold_lines(card)
    console = Console(file=io.StringIO(), width=200)
    show_check(console, [card], made_runs.rubric(), ())
    shown = console.file.getvalue()
    assert said in shown
    assert shown.index(said) < shown.index("What to mend")
    made = made_runs.run(1)
    made.scorecards = made.core = (card,)
    made.unreadable = ()
    page = plan_page(made, made_runs.rubric())
    assert page.index(said) < page.index('id="score"')
    assert said in cover_lines(card, made_runs.rubric(), made_runs.AS_OF)
