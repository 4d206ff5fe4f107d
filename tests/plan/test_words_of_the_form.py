"""What a form says of its own sections, over their words: no item, and no statement."""

import pytest
from plans import heading, line, outcomes_of, plan_of, provision_of, row, texts, with_sections

from ehcp_audit.model import State
from ehcp_audit.plan.form_words import is_of_the_form
from ehcp_audit.plan.introductions import leads_in


@pytest.mark.parametrize(
    "words",
    [
        "Those which relate to special educational needs or a disability.",
        "Under section 2 of the Chronically Sick and Disabled Persons Act 1970.",
        "Provision outside the 1970 Act.",
        "State what, who, and how often.",
        "What will be done, who will do it, and how often.",
        "What we want the child to be able to do, and by when.",
        "They are not a description of the service provided.",
        "Steps are for the next twelve months.",
        "Each entry is linked to the numbered outcomes in part E.",
        "There is one page for each area of need.",
        "The targets in this box were revised at the last review.",
        "The hours were agreed after his annual review and replace those of the old plan.",
        "The second outcome is not yet met and stays.",
        "Outcome 3 has been achieved.",
        "Please read Section E with Section F, which says who helps.",
    ],
)
def test_words_of_the_form(words):
    assert is_of_the_form(words)


@pytest.mark.parametrize(
    "words",
    [
        "Needs related to his epilepsy are met by a nurse.",
        "All related to anxiety.",
        "Support under section 2 of the Chronically Sick and Disabled Persons Act 1970: two hours a week.",
        "Two hours a week of a personal assistant under section 2 of the Act.",
        "Show him what to do and who to ask.",
        "Say who is speaking and what they want, when Ada cannot see them.",
        "State what will happen next and when it will end.",
        "Steps are taken without help.",
        "Each item is linked to a picture by the teaching assistant.",
        "There is one adult for each outing.",
        "The books were changed after lunch for ones with larger print.",
        "Please read the story twice before he is asked about it.",
        "Goals are for Ada to score in football by July 2028.",
    ],
)
def test_words_of_the_plan(words):
    assert not is_of_the_form(words)


def test_the_review_of_the_plan_is_no_outcome():
    assert leads_in("outcome", "The plan will be reviewed at least once in every twelve months.")
    assert not leads_in("outcome", "The plan of his day will be followed by Rowan in four of five lessons.")


def test_none_under_a_subtitle_is_none():
    plan = plan_of(
        heading("Section D: Social care needs"),
        line("Those which relate to special educational needs or a disability."),
        line("No social care needs have been identified."),
        heading("Section H1: Social care provision"),
        line("Under section 2 of the Chronically Sick and Disabled Persons Act 1970."),
        line("None."),
        heading("Section I: Placement"),
        line("Harbour Lane School"),
    )
    assert plan.section("D").state is State.NIL
    assert plan.section("H1").state is State.NIL


def test_how_outcomes_are_written_is_no_outcome():
    reads = "By July 2028 Rowan will read 45 words by sight in four of five sessions."
    plan = outcomes_of(
        line("Outcomes should be specific and measurable. They are not a description of the service."), line(reads)
    )
    assert texts(plan, "E") == [reads]


def test_a_row_with_one_amount_is_one_provision():
    words = "A laptop with a reading pen. It will go with Rowan to every lesson."
    rows = (row(1, 1, "Provision", "Who", "How often"), row(1, 2, words, "SENCO", "In every lesson"))
    assert texts(provision_of(*(one for cells in rows for one in cells)), "F") == [words]


def test_who_before_and_how_much_behind_stand_for_the_paragraph():
    words = "Mentor: A meeting on arrival. A second adult will be known to Rowan. (10 minutes, daily)"
    assert texts(provision_of(line(words)), "F") == [words]


def test_a_provision_without_a_verb_stands_with_what_follows():
    words = "A picture exchange system, used by all adults at snack. Two adults will be needed at first."
    assert texts(provision_of(line(words)), "F") == [words]
    told = "A quiet place is what Rowan likes best on most days. An adult will read to him."
    assert texts(provision_of(line(told)), "F") == ["An adult will read to him."]


def test_words_that_lead_into_a_list_of_provision_are_no_part_of_it():
    given = ("A mentor meets Rowan for 15 minutes each day.", "A laptop, lent to him by the school in September.")
    plan = provision_of(
        line("Outcome 1. By July 2028 Rowan will write a page without help."),
        line("To achieve this the following will be provided:"),
        *(line(f"{number}) {words}") for number, words in enumerate(given, start=1)),
    )
    assert texts(plan, "F") == list(given)


def test_who_and_how_much_at_the_end_stand_for_both_sentences():
    words = "A laptop with a pen. It will stay with Rowan in all lessons. SENCO and form tutor. From September, daily."
    assert texts(provision_of(line(words)), "F") == [words]
    for first in ("A quiet room will be kept for him.", "He will have help with reading."):
        words = f"{first} He will be taught to type. Teaching assistant. Ten minutes daily."
        assert len(provision_of(line(words)).section("F").items) == 2


def test_a_row_whose_amount_is_left_open_is_read_sentence_by_sentence():
    words = "Morning plan with a picture of his mentor. A job on arrival, beginning beside the quiet door."
    rows = (
        *row(1, 1, "Provision", "Who and how often"),
        *row(1, 2, words, "Regular support from a familiar adult as required."),
    )
    assert texts(provision_of(*rows), "F") == ["Morning plan with a picture of his mentor."]


def test_none_under_what_the_form_says_of_a_section_is_nil():
    plan = with_sections(
        heading("Section G: Health provision"),
        line("Any health provision reasonably required by the learning difficulties."),
        line("None required."),
        heading("Section H1: Social care provision (1970 Act)"),
        line("This section is in two parts."),
        line("Nil."),
    )
    assert [plan.section(code).state for code in ("G", "H1")] == [State.NIL, State.NIL]
