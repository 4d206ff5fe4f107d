"""Where to look first: each sentence once, lines by subject with their first words, and how many more there are."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ehcp_audit.model import CriterionResult, Evidence, Finding, ItemRead, Mode, Tier, Verdict
from ehcp_audit.reports.leads import Ties, lead, ties_of
from ehcp_audit.rubric import load_rubric

WORDS = [f"Line {number} of the provision says what Sam is given in the classroom." for number in range(1, 8)]
PAGED = {f"F.{n}": ItemRead(f"F.{n}", text, 1000 * n, page=5) for n, text in enumerate(WORDS, 1)}
UNPAGED = {f"F.{n}": ItemRead(f"F.{n}", text, 1000 * n, paragraph=40 + n) for n, text in enumerate(WORDS, 1)}
AMOUNT = "It does not say how long each time."


def asked(*findings: Finding) -> CriterionResult:
    return CriterionResult("F03", "F", Tier.MUST, Mode.AUTOMATIC, Verdict.NEEDS_PERSON, None, Fraction(1), findings)


def finding(subject: str, note: str = AMOUNT, proposed: Verdict | None = Verdict.NOT_MET, *evidence: Evidence):
    verdict = Verdict.NEEDS_PERSON if proposed else Verdict.MET
    return Finding("F03", subject, Tier.MUST, verdict, note, "writer", "0" * 16, evidence=evidence, proposed=proposed)


def test_a_sentence_stands_once_over_its_lines_and_the_rest_is_counted_and_named():
    seen = lead(
        asked(*(finding(f"F.{n}") for n in (6, 1, 2, 3, 5)), finding("F.4", "", None)), UNPAGED, most=3, longest=30
    )
    assert seen.perhaps == "Perhaps not met in 5 of 6 lines"
    (one,) = seen.seen
    assert one.note == AMOUNT
    assert [(line.label, line.words) for line in one.lines] == [
        (f"F.{n}", f"Line {n} of the provision...") for n in (1, 2, 3)
    ]
    assert seen.rest == "and 2 more: F.5, F.6"


def test_all_lines_where_no_most_is_named():
    seen = lead(asked(*(finding(f"F.{n}") for n in range(1, 8))), PAGED, most=None, longest=30)
    assert [line.label for line in seen.seen[0].lines] == [f"F.{n}, page 5" for n in range(1, 8)]
    assert seen.rest == ""


def test_each_sentence_has_its_own_lines_within_the_same_room():
    other = "The words for who does it name no role."
    seen = lead(
        asked(finding("F.1"), finding("F.2", other), finding("F.3"), finding("F.4", other)), UNPAGED, most=3, longest=90
    )
    assert [(one.note, [line.label for line in one.lines]) for one in seen.seen] == [
        (AMOUNT, ["F.1", "F.3"]),
        (other, ["F.2"]),
    ]
    assert seen.rest == "and 1 more: F.4"


def test_of_one_line_all_that_is_said_stands_over_it_once():
    other = "The words for who does it name no role."
    seen = lead(asked(finding("F.1"), finding("F.1", other), finding("F.2")), UNPAGED, most=3, longest=90)
    assert [(one.note, [line.label for line in one.lines]) for one in seen.seen] == [
        (f"{AMOUNT} {other}", ["F.1"]),
        (AMOUNT, ["F.2"]),
    ]


def test_of_the_plan_as_a_whole_each_place_is_a_line_of_whose_words_they_are():
    words = Evidence(WORDS[1][5:20], 2005, "F", paragraph=42)
    elsewhere = Evidence("Sam likes trains.", 90, "A", page=2)
    seen = lead(
        asked(finding("plan", "The thread breaks.", Verdict.PARTLY_MET, words, elsewhere)), UNPAGED, most=3, longest=90
    )
    assert seen.perhaps == "Perhaps partly met"
    assert [line.label for line in seen.seen[0].lines] == ["F.2", "section A, page 2"]


@pytest.mark.parametrize("subject", ["K", "plan", "F.9"])
def test_without_words_there_is_the_sentence_alone_or_the_subject(subject):
    (one,) = lead(asked(finding(subject)), UNPAGED, most=3, longest=90).seen
    assert one.note == AMOUNT
    assert all(line.words == "" for line in one.lines)


# --- one broken tie, asked after by several ---------------------------------------------------------------------

NEEDS = {f"B.{n}": ItemRead(f"B.{n}", f"Need {n} is told here.", 1000 * n, paragraph=n) for n in range(1, 5)}


def tie(id: str, tier: Tier, *subjects: str, each: bool = False) -> CriterionResult:
    """A criterion that finds these needs tied to nothing: of each need, or once with their words."""
    found = [Evidence(NEEDS[one].text, NEEDS[one].start, "B") for one in subjects]
    note = "Nothing could be tied."
    made = [finding(one, note) for one in subjects] if each else [finding("plan", note, Verdict.NOT_MET, *found)]
    made = [one._replace(tier=tier) for one in made]
    mode = Mode.ASSISTED
    return CriterionResult(id, "B", tier, mode, Verdict.NEEDS_PERSON, None, Fraction(1), tuple(made))


def shared(*results: CriterionResult) -> Ties:
    return ties_of(results, NEEDS, load_rubric("national"))


def test_a_broken_tie_is_told_at_its_need_with_the_others_beside_it():
    each, every = tie("B06", Tier.SHOULD, "B.1", "B.3", each=True), tie("X11", Tier.SHOULD, "B.1", "B.3")
    ties = shared(every, each)
    assert ties.whole(every, NEEDS)
    assert not ties.whole(each, NEEDS)
    seen = lead(each, NEEDS, most=3, longest=90, ties=ties)
    assert [line.label for line in seen.seen[0].lines] == ["B.1", "B.3"]
    assert seen.same == "The same in X11."
    again = lead(every, NEEDS, most=3, longest=90, ties=ties)
    assert again.seen[0].lines == ()
    assert again.same == "For B.1 and B.3 see B06."


def test_what_the_law_asks_is_never_told_under_what_is_good_practice():
    each, duty = tie("B06", Tier.SHOULD, "B.1", "B.3", each=True), tie("F01", Tier.MUST, "B.1", "B.3")
    ties = shared(each, duty)
    assert not ties.whole(duty, NEEDS)
    own = lead(duty, NEEDS, most=3, longest=90, ties=ties)
    assert [line.label for line in own.seen[0].lines] == ["B.1", "B.3"]
    assert own.same == "The same in B06."


def test_what_is_good_practice_is_told_under_what_the_law_asks():
    duty = tie("F01", Tier.MUST, "B.1", "B.3")
    each, thread = tie("B06", Tier.SHOULD, "B.1", "B.2", "B.3", each=True), tie("X11", Tier.SHOULD, "B.1", "B.2")
    ties = shared(thread, each, duty)
    assert [ties.whole(one, NEEDS) for one in (thread, each, duty)] == [True, False, False]
    assert lead(duty, NEEDS, most=3, longest=90, ties=ties).same == "The same in X11 and B06."
    seen = lead(each, NEEDS, most=3, longest=90, ties=ties)
    assert ([line.label for line in seen.seen[0].lines], len(seen.seen)) == (["B.2"], 1)
    assert seen.perhaps == "Perhaps not met in 3 of 3 needs"
    assert seen.same == "The same in X11. For B.1 and B.3 see F01."
    told = lead(tie("B06", Tier.SHOULD, "B.1", each=True), NEEDS, most=3, longest=90, ties=ties)
    assert (told.seen[0].lines, told.same) == ((), "The same in X11. For B.1 and B.3 see F01.")


def test_what_is_told_nowhere_else_stays():
    each, thread = tie("B06", Tier.SHOULD, "B.1", each=True), tie("X11", Tier.SHOULD, "B.1", "B.4")
    ties = shared(thread, each)
    assert not ties.whole(thread, NEEDS)
    seen = lead(thread, NEEDS, most=3, longest=90, ties=ties)
    assert [line.label for line in seen.seen[0].lines] == ["B.4"]
    assert seen.same == "For B.1 see B06."


def test_other_criteria_about_the_same_line_are_told_as_ever():
    each, other = tie("B06", Tier.SHOULD, "B.1", each=True), tie("E13", Tier.SHOULD, "B.1")
    ties = shared(each, other)
    assert lead(other, NEEDS, most=3, longest=90, ties=ties).same == ""
    assert lead(each, NEEDS, most=3, longest=90, ties=ties).same == ""


def test_lines_go_by_the_plans_own_numbers():
    own = {subject: item._replace(label=f"F{n}") for n, (subject, item) in enumerate(UNPAGED.items())}
    seen = lead(asked(*(finding(f"F.{n}") for n in range(1, 5))), own, most=2, longest=90)
    assert [line.label for line in seen.seen[0].lines] == ["F0", "F1"]
    assert seen.rest == "and 2 more: F2, F3"
