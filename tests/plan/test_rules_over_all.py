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
    "Paragraphs F6.1 to F6.4 are made for adulthood and independent living.",
    "F5.1, F5.2 and F5.3 are provision for adulthood.",
    "From Year 9 it is to be read with F6, which is made for adulthood.",
    "It is written for whichever school is named in the final plan.",
]
OF_PROVISION = [
    "All of this provision begins when the plan is final and lasts until July 2029.",
    "I get all of this in each school week from 23 November 2026 to July 2028.",
    "This starts with the final plan and lasts until July 2030.",
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
        "This lasts 20 minutes and is for three pupils.",
        "She gets all of this programme from the therapist.",
        "It prepares her for adult life by a day a week at work.",
        "F3 is 30 minutes of reading each day.",
        "It is written in large print by the assistant.",
        "6 are for Ada, and the therapist keeps two for the class.",
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


READ_BY_WORDS = [
    "There are 38 school weeks in a year and the special educational needs coordinator reviews each line with staff at "
    "the end of every term.",
    "Period for all: January 2027 to July 2028; review of amounts each July and at annual review.",
    "39 weeks a year from 23/11/2026.",
    "Each line reviewed at the annual review; other review points are shown.",
    "Teaching year: 36 weeks.",
    "Every line reviewed by the learning support manager each term.",
    "Term time, 39 weeks, from 1 October 2026 to July 2028; each row is reviewed every term by the co-ordinator.",
    "The course runs for 36 weeks to July 2027, and the tutor reviews every part of the provision with Ana at each "
    "half term.",
    "All three columns are part of the provision that the council must secure.",
    "Every row prepares Ana for adulthood and independent living (regulation 12(3)).",
    "Marian reviews all provision every half term and it is reviewed each year.",
]


@pytest.mark.parametrize("sentence", READ_BY_WORDS)
def test_it_is_a_rule_by_its_words(sentence):
    assert is_rule(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "For 38 weeks a year, support by the class teacher.",
        "Support from a teaching assistant for 38 weeks a year, reviewed each term.",
        "All items are prepared in braille by the teacher each week.",
        "Every line of text is enlarged by the class teacher each term.",
        "All provision of braille is reviewed each term.",
        "Phonics reviews each term, all lines read aloud.",
        "For 39 weeks a year a learning mentor meets him.",
        "In school weeks a quiet place at lunch.",
        "Everything is written out in print for each term.",
        "Everything is reviewed every half term at a 45-minute meeting with the job coach.",
    ],
)
def test_a_word_of_anything_given_is_no_rule(sentence):
    assert not is_rule(sentence)


@pytest.mark.parametrize(
    "over",
    [
        "Each line runs for the 38 weeks of the school year. The co-ordinator checks it each term with everyone.",
        "This is for the 36 weeks of my college year. Miss Ash checks it each term, and it is looked at in my review.",
        "Everything here is for 39 weeks a year. Ms Ash looks at progress at the end of each term.",
    ],
)
def test_two_rules_over_the_lines_are_no_item(over):
    given = "A mentor meets him for 15 minutes each day."
    assert texts(provision_of(line(over), line(given)), "F") == [given]
    assert len(texts(provision_of(line(given), line("A tutor checks it each term with him.")), "F")) == 2
