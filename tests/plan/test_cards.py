"""Cards of label and words, the banners over them, and what is said over all outcomes at once."""

import pytest
from plans import fields, heading, line, outcomes_of, provision_of, row, texts, with_sections

from ehcp_audit.plan.cards import is_deadline
from ehcp_audit.plan.pointers import references


def across(table: int, number: int, text: str):
    return line(text, table=(table, number, 1), columns=(1, 2), bold=True)


READS = "Rowan will read 45 words by sight in four of five sessions."
ASKS = "Rowan will ask for a break with his card in eight of ten lessons."


@pytest.mark.parametrize(
    "label",
    [
        "By July 2029",
        "By the end of Year 6",
        "By the end of Key Stage 2",
        "Outcome by end of KS1",
        "Outcome (by July 2028)",
        "In 12 months",
        "Long term",
        "Long-term outcome (July 2029)",
        "End of Key Stage 2",
        "July 2028",
    ],
)
def test_a_label_may_be_the_time_by_which(label):
    assert is_deadline(label)


@pytest.mark.parametrize(
    "label",
    [
        "Step by July 2027",
        "Next step (July 2027)",
        "Short term target (July 2027)",
        "Checked by",
        "Progress measured by",
        "Review July 2027",
        "E1",
        "Who",
    ],
)
def test_other_labels_are_no_such_time(label):
    assert not is_deadline(label)


@pytest.mark.parametrize(
    ("late", "soon"),
    [
        ("By July 2029", "Step by July 2027"),
        ("Long term (July 2029)", "In 12 months"),
        ("Outcome by end of KS1", "Short term target (July 2027)"),
        ("By the end of Year 6", "Next step"),
    ],
)
def test_a_card_holds_one_outcome_with_its_time_its_steps_and_who_looks(late, soon):
    plan = outcomes_of(
        across(1, 1, "E1 Understanding (B1, B5)"),
        row(1, 2, late, READS),
        row(1, 3, soon, "Rowan will read 20 words by sight in a group."),
        row(1, 4, "Checked by", "The class teacher, each term."),
        across(1, 5, "E2 Learning (B3)"),
        row(1, 6, late, ASKS),
        row(1, 7, "Checked by", "His parents, each half term."),
    )
    assert texts(plan, "E") == [READS, ASKS]
    first, second = plan.section("E").items
    assert [first.number, second.number] == ["1", "2"]
    assert fields(first)["by_when"] == late
    assert fields(first)["steps"] == "Rowan will read 20 words by sight in a group."
    assert fields(first)["monitoring"] == "The class teacher, each term."
    assert fields(first)["title"] == "E1 Understanding (B1, B5)"
    assert "steps" not in fields(second)


def test_rows_of_provision_are_for_what_their_banner_names():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("B1. Rowan cannot follow two instructions."),
        heading("Section E: Outcomes"),
        line("E1. By July 2028 Rowan will follow three instructions."),
        heading("Section F: Special educational provision"),
        across(1, 1, "For E1: understanding (B1)"),
        row(1, 2, "Direct therapy", "A therapist will see Rowan for 12 sessions of 45 minutes a year."),
        row(1, 3, "Small group", "An assistant will run a group for 15 minutes, four times a week."),
    )
    assert [item.refers for item in plan.section("F").items] == [("E.1", "B.1"), ("E.1", "B.1")]
    assert len(texts(plan, "F")) == 2


def test_a_heading_that_says_what_provision_is_for_is_none():
    plan = provision_of(
        heading("F1 to meet B1 (outcome E1)", level=2),
        row(1, 1, "What", "Speech and language therapy for clear speech."),
        row(1, 2, "Who and how much", "A therapist: 10 sessions of 40 minutes in each year."),
        row(1, 3, "In lessons", "He is given the question before the lesson."),
        row(1, 4, "Review", "Each July."),
    )
    assert texts(plan, "F") == [
        "Speech and language therapy for clear speech.",
        "He is given the question before the lesson.",
    ]
    assert fields(plan.section("F").items[0])["how_often"].startswith("A therapist")


def test_a_range_names_all_within_it():
    assert references("outcomes E4 to E6") == [("outcome", "4"), ("outcome", "5"), ("outcome", "6")]


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("All outcomes run to July 2028.", "All outcomes run to July 2028"),
        ("E1 to E2 run to the end of Key Stage 4 unless another date is given. Each has a step.", "E1 to E2 run to"),
        ("Long outcomes run to the end of Key Stage 1, short ones to July 2027.", "Long outcomes run to the end"),
        (
            "The outcomes are to be achieved by the end of Year 6.",
            "The outcomes are to be achieved by the end of Year 6",
        ),
    ],
)
def test_a_sentence_over_the_outcomes_says_by_when_for_them(said, when):
    plan = outcomes_of(
        line(said),
        row(1, 1, "E1", "Rowan will read 45 words by sight."),
        row(1, 2, "E2", "By April 2027 Rowan will ask for a break with his card."),
    )
    first, second = plan.section("E").items
    assert first.text == "Rowan will read 45 words by sight."
    assert fields(first)["by_when"].startswith(when)
    assert "by_when" not in fields(second)


def test_it_speaks_only_for_the_outcomes_it_names():
    plan = outcomes_of(
        line("Outcomes 2 and 3 are for July 2028."),
        line("1. Rowan will read 45 words by sight."),
        line("2. Rowan will ask for a break with his card."),
        line("3. Rowan will tie his laces."),
    )
    assert ["by_when" in fields(item) for item in plan.section("E").items] == [False, True, True]


@pytest.mark.parametrize("said", ["The same as E10 and E8.", "See outcome 1.", "As E1 above", "Same as above"])
def test_a_pointer_to_another_outcome_is_none(said):
    plan = outcomes_of(row(1, 1, "E1", READS), row(1, 2, "E2", said))
    assert texts(plan, "E") == [READS]


def needs_of(*stretches):
    return with_sections(heading("Section B: Special educational needs"), *stretches)


@pytest.mark.parametrize(
    "said",
    [
        "Rowan's strengths: he is sociable and learns by watching.",
        "Strengths. Rowan works hard and reasons well.",
        "What Rowan does well. He reads aloud with expression and is determined.",
        "What is good: Rowan is punctual and careful.",
        "The council's early help team gave advice on 21 April 2026.",
        "Agreed with Harbour Integrated Care Board (designated clinical officer), 4 March 2026.",
    ],
)
def test_strengths_and_frames_are_no_needs(said):
    plan = needs_of(
        line(said),
        row(1, 1, "B1", "Rowan cannot follow two instructions."),
        row(1, 2, "B2", "Rowan has few words for feelings."),
    )
    assert texts(plan, "B") == ["Rowan cannot follow two instructions.", "Rowan has few words for feelings."]


def test_needs_numbered_within_a_paragraph_are_one_each():
    plan = needs_of(
        line(
            "Cognition and learning. B3. Rowan learns a task in 15 attempts (K2). B4. He counts to 20 and cannot shop."
        ),
        line("Sensory and physical. B5. Rowan has a weak grip."),
    )
    assert [(item.number, item.text) for item in plan.section("B").items] == [
        ("3", "Rowan learns a task in 15 attempts (K2)."),
        ("4", "He counts to 20 and cannot shop."),
        ("5", "Rowan has a weak grip."),
    ]


@pytest.mark.parametrize(
    "said",
    [
        '"TA" means a teaching assistant who has passed level 2.',
        "SENCO = special educational needs co-ordinator.",
        "The SENCO is the special educational needs co-ordinator.",
        "Hours below are for a school week of 32.5 hours in term time (38 weeks).",
        "All in school term time of 39 weeks, unless another period is shown.",
        "Harbour Integrated Care Board agreed this part on 29 October 2026.",
    ],
)
def test_what_words_and_hours_mean_is_no_provision(said):
    given = "A teaching assistant will read with Rowan for 20 minutes every day."
    assert texts(provision_of(line(said), line(given)), "F") == [given]


def test_section_a_is_known_by_its_company_where_columns_stand_between():
    plan = with_sections(
        heading("A - Rowan's page"),
        line("I like lifts and I want to mend them when I am grown up."),
        heading("B - E - F: education"),
        row(1, 1, "B Need", "E Outcome", "F Provision", bold=True),
        row(1, 2, "Rowan cannot follow two instructions.", READS, "A therapist will see him for an hour a week."),
        heading("C and G: health"),
        line("None."),
        heading("D and H1: social care"),
        line("None."),
        heading("I - Placement"),
        line("Harbour Lane School"),
        heading("J - Personal budget"),
        line("None."),
        heading("K - Advice"),
        line("Dr Ada Finch, educational psychologist, 12 March 2026"),
    )
    assert plan.section("A").text.startswith("I like lifts")


@pytest.mark.parametrize(
    ("called", "said"),
    [("Provision", "What, how long and how often"), ("What", "Detail"), ("Support", "Provision details")],
)
def test_a_row_with_a_name_and_a_detail_is_one_provision(called, said):
    detail = "90 minutes a week in a shop. An assistant stays near the door."
    plan = provision_of(
        row(1, 1, called, said, "Who", "Review", bold=True),
        row(1, 2, "F1 Shopping practice", detail, "Learning support assistant", "Each term"),
        row(1, 3, "F2 Travel training", "16 sessions of two hours by December 2026.", "Travel trainer", "Each term"),
    )
    first, second = plan.section("F").items
    assert [one.text for one in first.passages] == ["F1 Shopping practice", detail]
    assert [first.number, second.number] == ["1", "2"]
    assert fields(first)["who"] == "Learning support assistant"


def test_when_one_outcome_is_to_be_achieved_is_said_after_it_and_it_stays_an_outcome():
    said = [
        "Rowan will be able to read 45 words by sight, on four days of five. To be achieved by: July 2028.",
        "Rowan will be able to ask for a break with his card. To be achieved by: Easter 2028.",
    ]
    assert texts(outcomes_of(*map(line, said)), "E") == said


def test_outcomes_side_by_side_have_a_column_each():
    found = with_sections(
        heading("Section E: Outcomes"),
        row(1, 1, "", "Outcome 1", "Outcome 2"),
        row(1, 2, "What", "Rowan will read 45 words by sight.", "Rowan will ask for a break with his card."),
        row(1, 3, "Steps", ["Rowan will read 20 words.", "Rowan will read a label."], "Rowan will carry his card."),
        row(1, 4, "By", "July 2027", "July 2028"),
    )
    items = found.section("E").items
    assert [one.text for one in items] == [
        "Rowan will read 45 words by sight.",
        "Rowan will ask for a break with his card.",
    ]
    told = [{one.name: one.passage.text for one in item.fields} for item in items]
    assert [one["by_when"] for one in told] == ["July 2027", "July 2028"]
    assert told[0]["steps"] == "Rowan will read 20 words.\nRowan will read a label."


def test_items_side_by_side_keep_their_numbers_and_every_row():
    found = with_sections(
        heading("Section F: Special educational provision"),
        row(1, 1, "", "Provision 1a", "Provision 1b"),
        row(1, 2, "Details", "A teaching assistant reads with Rowan for 20 minutes.", "Phonics in a group of four."),
        row(1, 3, "Frequency", "Every school day", "Three times a week"),
        row(1, 4, "What we will look for", "He picks up a book.", "He joins in."),
    )
    items = found.section("F").items
    assert [one.number for one in items] == ["1a", "1b"]
    assert [fields(one)["how_often"] for one in items] == ["Every school day", "Three times a week"]
    assert [len(one.fields) for one in items] == [2, 2]


def test_a_table_with_a_row_for_each_outcome_is_not_read_by_its_columns():
    found = with_sections(
        heading("Section E: Outcomes"),
        row(1, 1, "Outcome 1", "Rowan will read 45 words by sight."),
        row(1, 2, "Outcome 2", "Rowan will ask for a break with his card."),
    )
    assert len(found.section("E").items) == 2


def test_an_area_that_says_provision_is_the_value_of_its_label():
    rows = [
        row(1, 1, "Area", "Provision across all areas"),
        row(1, 2, "Provision", "A link person who telephones his family with news."),
        row(1, 3, "Provider", "SENCO to name"),
        row(1, 4, "Frequency", "One call a week"),
    ]
    (one,) = provision_of(*rows).section("F").items
    assert (one.text, set(fields(one))) == ("A link person who telephones his family with news.", {"who", "how_often"})


def test_area_and_provision_over_their_columns_are_a_header():
    rows = [row(1, 1, "Area", "Provision"), row(1, 2, "Reading", "Precision teaching for ten minutes each day.")]
    assert texts(provision_of(*rows), "F") == ["Precision teaching for ten minutes each day."]


def test_by_alone_beside_a_time_is_when_and_the_title_row_with_its_needs_no_header():
    plan = with_sections(
        heading("Sections E and F: my outcomes and support"),
        row(1, 1, "1 Employment", "Need: B1, B2"),
        row(1, 2, "Section E: my outcome", "I will do the whole breakfast set-up by myself on 18 shifts out of 20."),
        row(1, 3, "By", "Easter 2027"),
        row(1, 4, "Section F: support", "A job coach works beside me for 15 hours each week until December 2026."),
        row(2, 1, "2 Independent living", "Need: B3"),
        row(2, 2, "Section E: my outcome", "I will pay for my lunch with the right money on 9 days out of 10."),
        row(2, 3, "By", "July 2027"),
        row(2, 4, "Section F: support", "The tutor teaches money in a group of three for 45 minutes twice a week."),
    )
    assert [one[:16] for one in texts(plan, "E")] == ["I will do the wh", "I will pay for m"]
    assert [fields(one)["by_when"] for one in plan.section("E").items] == ["Easter 2027", "July 2027"]
