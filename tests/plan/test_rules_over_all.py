"""Rules said once for all lines, of weeks and of how often all is set and checked, are no items of their own."""

import pytest
from plans import heading, line, provision_of, row, texts, with_sections

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from ehcp_audit.plan.rules_over_all import is_rule

RULES = [
    "Steps are set each term by the teacher and the SENCO with Ada’s parents, and checked at the termly meeting.",
    "Short-term steps set each term by the class teacher and the co-ordinator, with Kacper and parents.",
    "To be checked each half term by the special educational needs co-ordinator.",
    "Both for 38 weeks; progress checked each half term by the special needs co-ordinator.",
    "Checked by the special needs co-ordinator each half term.",
    "For 39 weeks a year to 21 July 2028, with a review in the last week of every half term by the co-ordinator.",
    "From 14 September 2026, 38 weeks a year, each line reviewed in the last week of every term.",
    "Looked at once a term by the learning support manager; whole of F at the meeting of 23 June 2027.",
    "It begins on 22 June 2026, is for 39 weeks a year, and is reviewed in December, April and June.",
    "Review each term.",
]
OF_PROVISION = [
    "All provision lasts 38 weeks a year from the date of the final plan and is checked at the end of each term.",
    "Provision is for 39 school weeks a year, and is looked at each term by the co-ordinator (SENCO), Morwenna Castle.",
]


@pytest.mark.parametrize("sentence", [*RULES, *OF_PROVISION])
def test_it_is_a_rule(sentence):
    assert is_rule(sentence)


@pytest.mark.parametrize("sentence", OF_PROVISION)
def test_it_is_a_rule_of_the_provision(sentence):
    assert is_rule(sentence, of_provision=True)
    assert not any(is_rule(one, of_provision=True) for one in RULES[:6])


@pytest.mark.parametrize(
    "sentence",
    [
        "Speech therapy programme checked each half term by the therapist.",
        "Hearing aids checked each term by the teacher of the deaf.",
        "Glasses checked by the optician each year.",
        "Reading is checked each week by the teacher.",
        "Support will be reviewed as needed.",
        "Progress will be reviewed.",
        "Training for 38 weeks a year.",
        "His targets are set by the therapist, who sees him each term.",
        "Checked by a therapist in two sessions each term.",
        "From 1 September 2026 a laptop.",
        "Seen each term by the dietitian.",
        "Care plan reviewed each year by the nurse.",
        "",
    ],
)
def test_what_gives_something_is_no_rule(sentence):
    assert not is_rule(sentence)


def test_a_rule_over_or_among_the_lines_is_no_item():
    given = "A mentor meets him for 15 minutes each day."
    plan = provision_of(line(RULES[5]), line(given), line(RULES[2]))
    assert texts(plan, "F") == [given]
    joined = provision_of(line(f"Reading programme, 30 minutes daily, by a trained teacher. {RULES[3]}"))
    assert len(texts(joined, "F")) == 1
    needs = ("1. He cannot read a word.", "2. He falls down once a day.")
    plan = with_sections(heading("Section B: Special educational needs"), *map(line, (*needs, RULES[0])))
    assert len(texts(plan, "B")) == 2


@pytest.mark.parametrize(("over", "met"), [(OF_PROVISION[0], True), ("Outcomes are listed first.", False)])
def test_a_rule_anywhere_says_for_how_long_lines_run(over, met):
    plan = with_sections(
        heading("Section E: Outcomes"),
        line(over),
        line("1. By July 2028 he will read 40 words."),
        heading("Section F: Special educational provision"),
        *row(1, 1, "What", "How long and how often"),
        *row(1, 2, "Phonics teaching, one to one", "30 minutes daily"),
    )
    answer = checks()["provision.period"].function(plan.section("F").items[0], plan)
    assert (answer.verdict is Verdict.MET) is met


@pytest.mark.parametrize(("often", "met"), [("to July 2027, then looked at", True), ("then a game", False)])
def test_what_is_looked_at_after_a_time_has_a_period(often, met):
    plan = provision_of(*row(1, 1, "What", "How often"), *row(1, 2, "Reading sessions", f"30 minutes weekly, {often}"))
    answer = checks()["provision.period"].function(plan.section("F").items[0], plan)
    assert (answer.verdict is Verdict.MET) is met
