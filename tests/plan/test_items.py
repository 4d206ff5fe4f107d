"""Needs, outcomes and provision one by one, out of prose, lists and tables of many makes."""

import pytest
from plans import fields, heading, line, outcomes_of, provision_of, row, texts, with_sections

from ehcp_audit.model import Need, Outcome, Provision
from ehcp_audit.plan.columns import label_name


def test_outcomes_in_paragraphs_are_one_each():
    plan = outcomes_of(
        line("By July 2027, Rowan will read 45 words by sight. He will do this with the cards he knows."),
        line("By Easter 2027, Rowan will ask for a break with his card."),
    )
    assert len(texts(plan, "E")) == 2
    assert all(isinstance(item, Outcome) for item in plan.section("E").items)
    assert [item.subject for item in plan.section("E").items] == ["E.1", "E.2"]


def test_a_paragraph_of_several_deadlines_holds_several_outcomes():
    plan = outcomes_of(line("By July 2027 Rowan will read 45 words. By July 2027 he will also write his name."))
    assert texts(plan, "E") == ["By July 2027 Rowan will read 45 words.", "By July 2027 he will also write his name."]


def test_a_line_that_leads_into_a_list_stands_with_each_of_its_items():
    plan = outcomes_of(
        line("By the end of Key Stage 2, Rowan will:"),
        line("read 45 words by sight", marker="•"),
        line("ask for a break with his card", marker="•"),
    )
    items = plan.section("E").items
    assert [item.passages[-1].text for item in items] == ["read 45 words by sight", "ask for a break with his card"]
    assert all(item.passages[0].text.startswith("By the end of Key Stage 2") for item in items)


@pytest.mark.parametrize(
    ("lines", "needs"),
    [
        (("ADHD", "EPILEPSY"), ["ADHD", "EPILEPSY"]),
        (("ASTHMA",), ["ASTHMA"]),
        (("FEELINGS / HEALTH", "Rowan has asthma."), ["Rowan has asthma."]),
    ],
)
def test_a_line_in_capitals_is_a_heading_only_over_one_that_is_not(lines, needs):
    plan = with_sections(heading("Section C: Health needs"), *map(line, lines))
    assert texts(plan, "C") == needs


def test_numbered_outcomes_with_labelled_lines():
    plan = outcomes_of(
        line("Outcome 1", bold=True),
        line("By July 2027, Rowan will read 45 words by sight."),
        line("Steps towards this outcome:"),
        line("He reads ten words by Christmas.", marker="•"),
        line("He reads thirty words by Easter.", marker="•"),
        line("Who will help: the class teacher"),
        line("How we will know: a reading record"),
        line("Outcome 2: By Easter 2027, Rowan will ask for a break."),
        line("Success criteria", bold=True),
        line("Nine times out of ten.", marker="•"),
    )
    one, two = plan.section("E").items
    assert (one.text, one.number) == ("By July 2027, Rowan will read 45 words by sight.", "1")
    assert [field.name for field in one.fields] == ["steps", "steps", "who", "success"]
    assert (two.text, two.number) == ("By Easter 2027, Rowan will ask for a break.", "2")
    assert fields(two) == {"success": "Nine times out of ten."}


def test_a_table_of_outcomes_gives_its_columns_as_fields():
    plan = outcomes_of(
        row(1, 1, "No.", "Outcome", "Steps towards outcome", "By when", "Who", "How will it be reviewed?"),
        row(
            1, 2, "1", "Rowan will read 45 words by sight.", "Ten by Christmas", "July 2027", "Class teacher", "Termly"
        ),
        row(1, 3, "2", "Rowan will ask for a break.", "With a prompt", "Easter 2027", "SENCO", "Termly"),
        row(1, 4, "No.", "Outcome", "Steps towards outcome", "By when", "Who", "How will it be reviewed?"),
        row(1, 5, "3", "Rowan will dress himself after swimming.", "Socks first", "July 2027", "TA", "Termly"),
    )
    items = plan.section("E").items
    assert [item.number for item in items] == ["1", "2", "3"]
    assert [item.row for item in items] == [(1, 2), (1, 3), (1, 5)]
    assert items[0].text == "Rowan will read 45 words by sight."
    assert fields(items[0]) == {
        "steps": "Ten by Christmas",
        "by_when": "July 2027",
        "who": "Class teacher",
        "review": "Termly",
    }


def test_a_form_of_labels_and_answers_is_one_item_a_block():
    plan = outcomes_of(
        row(1, 1, "Outcome 1", "Rowan will read 45 words by sight."),
        row(1, 2, "Steps", "Ten by Christmas"),
        row(1, 3, "By when", "July 2027"),
        row(2, 1, "Outcome 2", "Rowan will ask for a break."),
        row(2, 2, "By when", "Easter 2027"),
    )
    items = plan.section("E").items
    assert [(item.text, item.number) for item in items] == [
        ("Rowan will read 45 words by sight.", "1"),
        ("Rowan will ask for a break.", "2"),
    ]
    assert fields(items[0]) == {"steps": "Ten by Christmas", "by_when": "July 2027"}


def test_provision_in_prose_is_one_item_a_sentence_and_what_follows_it():
    plan = provision_of(
        line(
            "A therapist will see Rowan for 45 minutes every fortnight. This will be reviewed each term. "
            "A teaching assistant will carry out the programme for 15 minutes on four days a week."
        )
    )
    assert texts(plan, "F") == [
        "A therapist will see Rowan for 45 minutes every fortnight. This will be reviewed each term.",
        "A teaching assistant will carry out the programme for 15 minutes on four days a week.",
    ]
    assert all(isinstance(item, Provision) for item in plan.section("F").items)


def test_provision_in_a_table_refers_to_its_outcome():
    plan = with_sections(
        heading("Section E: Outcomes"),
        line("1. By July 2027, Rowan will read 45 words by sight."),
        line("2. By Easter 2027, Rowan will ask for a break."),
        heading("Section F: Special educational provision"),
        row(1, 1, "Outcome", "Provision", "Who", "How often", "Group size"),
        row(1, 2, "1", "Daily reading practice", "Teaching assistant", "15 minutes a day", "1:1"),
        row(1, 3, "1, 2", ["Break cards", "A quiet corner"], "SENCO", "As needed", "1:1"),
    )
    items = plan.section("F").items
    assert [item.text for item in items] == ["Daily reading practice", "Break cards", "A quiet corner"]
    assert [item.refers for item in items] == [("E.1",), ("E.1", "E.2"), ("E.1", "E.2")]
    assert fields(items[0])["how_often"] == "15 minutes a day"
    assert fields(items[0])["group"] == "1:1"


def test_provision_under_a_label_of_its_outcome_refers_to_it():
    plan = with_sections(
        heading("Section E: Outcomes"),
        line("Outcome 1: By July 2027, Rowan will read 45 words by sight."),
        line("Outcome 2: By Easter 2027, Rowan will ask for a break."),
        heading("Section F: Special educational provision"),
        line("Outcome 2", bold=True),
        line("Rowan will have break cards in every lesson.", marker="•"),
        line("To meet outcome 1, a teacher will teach reading for 30 minutes three times a week.", marker="•"),
    )
    assert [item.refers for item in plan.section("F").items] == [("E.2",), ("E.2", "E.1")]


def test_needs_know_their_area_and_strengths_are_no_needs():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        heading("Communication and interaction", 2),
        heading("Strengths", 3),
        line("Rowan hums when he is happy."),
        heading("Needs", 3),
        line("Rowan understands sentences of up to three words."),
        heading("Cognition and learning", 2),
        line("Strengths: Rowan likes numbers."),
        line("Rowan reads 12 words by sight.", marker="•"),
        line("Rowan loses his place on a full page.", marker="•"),
    )
    items = plan.section("B").items
    assert [(item.text, item.area) for item in items] == [
        ("Rowan understands sentences of up to three words.", "communication"),
        ("Rowan reads 12 words by sight.", "cognition"),
        ("Rowan loses his place on a full page.", "cognition"),
    ]
    assert all(isinstance(item, Need) for item in items)


def test_a_row_ties_need_provision_and_outcome():
    plan = with_sections(
        row(1, 1, "B – Special Educational Needs", "F – Special Educational Provision", "E – Outcomes"),
        row(1, 2, "Rowan reads 12 words.", "Reading for 30 minutes a day.", "By July 2027 Rowan will read 45 words."),
        row(
            1,
            3,
            "Rowan runs from noise.",
            ["Break cards in each lesson.", "A quiet corner in each room."],
            "By Easter 2027 he will ask.",
        ),
    )
    assert [item.row for item in plan.section("B").items] == [(1, 2), (1, 3)]
    assert [item.row for item in plan.section("F").items] == [(1, 2), (1, 3), (1, 3)]
    assert [item.row for item in plan.section("E").items] == [(1, 2), (1, 3)]


def test_an_areas_name_over_several_sections_goes_with_all_of_them():
    plan = with_sections(
        heading("Cognition and learning"),
        heading("Section E: Outcomes", 2),
        line("By July 2027 Rowan will read 45 words."),
        heading("Section F: Special educational provision", 2),
        line("Reading will be taught for 30 minutes a day."),
        heading("Communication and interaction"),
        heading("Section E: Outcomes", 2),
        line("By July 2027 Rowan will follow two steps."),
        heading("Section F: Special educational provision", 2),
        line("A therapist will see him each fortnight."),
    )
    assert [item.area for item in plan.section("E").items] == ["cognition", "communication"]
    assert [item.area for item in plan.section("F").items] == ["cognition", "communication"]


def test_lines_that_a_pdf_broke_are_one_item():
    plan = provision_of(
        line("A teaching assistant will carry out the language programme that the therapist has written,", page=1),
        line("for 15 minutes on four days a week.", page=1),
    )
    assert len(texts(plan, "F")) == 1


@pytest.mark.parametrize("said", ["N/A", "None identified", "No provision is required."])
def test_statements_of_nothing_are_no_items(said):
    plan = with_sections(heading("Section G: Health provision"), line(said))
    assert plan.section("G").items == ()


def test_words_before_a_colon_are_a_label_only_when_they_are_one():
    plan = provision_of(
        line("Staff training: one six-hour course each autumn, led by the specialist teacher."),
        line("Review of the care plan: one meeting each term with the nurse."),
        line("Frequency: every Monday"),
    )
    items = plan.section("F").items
    assert len(items) == 2
    assert items[0].text.startswith("Staff training")
    assert fields(items[1]) == {"how_often": "every Monday"}


def test_rows_that_begin_like_labels_are_no_new_header():
    plan = with_sections(
        heading("Sections C and G: Health"),
        row(1, 1, "C – Health needs", "G – Health provision", "E – Outcomes"),
        row(
            1, 2, "Need 1: Rowan has epilepsy.", "Provision 1: a nurse trains staff", "Outcome 1: he will wear his band"
        ),
        row(1, 3, "Need 2: Rowan tires", "Provision 2: rest after lunch", "Outcome 2: he will rest by himself"),
    )
    assert [item.number for item in plan.section("C").items] == ["1", "2"]
    assert [item.number for item in plan.section("E").items] == ["1", "2"]
    assert [item.row for item in plan.section("G").items] == [(1, 2), (1, 3)]


def test_a_heading_may_end_in_the_area():
    plan = with_sections(
        heading("Section F: Special educational provision – Cognition and learning"),
        line("Reading will be taught for 30 minutes a day."),
        heading("Section F: Special educational provision – Sensory and/or physical"),
        line("A therapist will visit once each half term."),
        heading("Section G: Health provision"),
        line("A nurse will train four staff each September."),
    )
    assert [item.area for item in plan.section("F").items] == ["cognition", "sensory"]
    assert [item.area for item in plan.section("G").items] == [None]


def test_the_guidance_beside_a_joined_heading_is_nobodys():
    plan = with_sections(
        row(
            1,
            1,
            [
                "Special Educational Needs and Provision (B-F-E)",
                "Cognition and learning",
                "Some children learn more slowly.",
            ],
        ),
        row(1, 2, "Strengths"),
        row(1, 3, "Rowan likes numbers."),
        row(1, 4, "B – Special Educational Needs", "F – Special Educational Provision", "E – Outcomes"),
        row(1, 5, "Rowan reads 12 words.", "Reading is taught each day.", "By July 2027 he will read 45 words."),
    )
    assert plan.section("B").text == "Strengths\nRowan likes numbers.\nRowan reads 12 words."
    assert [(item.text, item.area) for item in plan.section("B").items] == [("Rowan reads 12 words.", "cognition")]
    assert [item.area for item in plan.section("E").items] == ["cognition"]


def test_sentences_that_say_only_how_much_belong_to_the_provision_before_them():
    plan = provision_of(
        line("A therapist will run a language group. 30 minutes, twice a week. Reviewed each term by the SENCO."),
        line("Work station with now-and-next board. By a teaching assistant. Five sessions of 15 minutes a day."),
        line("A board of symbols. The teaching assistant will provide this: in every lesson."),
        line("A reading group will be run each day. 30 minutes of phonics will be taught by the class teacher."),
    )
    assert texts(plan, "F") == [
        "A therapist will run a language group. 30 minutes, twice a week. Reviewed each term by the SENCO.",
        "Work station with now-and-next board. By a teaching assistant. Five sessions of 15 minutes a day.",
        "A board of symbols. The teaching assistant will provide this: in every lesson.",
        "A reading group will be run each day.",
        "30 minutes of phonics will be taught by the class teacher.",
    ]


def test_labels_within_a_paragraph_are_fields():
    plan = provision_of(line("A reading group, every day. Review: each half term."))
    (item,) = plan.section("F").items
    assert item.text == "A reading group, every day."
    assert fields(item) == {"review": "each half term."}
    plan = provision_of(
        line("A reading group. By: special educational needs co-ordinator. How often: 20 minutes a day.")
    )
    (item,) = plan.section("F").items
    assert item.text == "A reading group."
    assert fields(item) == {"who": "special educational needs co-ordinator.", "how_often": "20 minutes a day."}


def test_lines_that_a_writer_broke_by_hand_and_labelled_are_fields():
    plan = provision_of(line("1. A reading group\nWho: class teacher\nHow often: every day\nReview: each term"))
    (item,) = plan.section("F").items
    assert (item.text, item.number) == ("A reading group", "1")
    assert fields(item) == {"who": "class teacher", "how_often": "every day", "review": "each term"}


def test_words_about_the_whole_section_are_no_item():
    plan = outcomes_of(
        line("By July 2027, Rowan will read 45 words by sight."),
        line("Each outcome has smaller steps, which the school will set and review every term."),
        heading("Section F: Special educational provision"),
        line("The support set out below will be provided."),
        line("A teacher will run a reading group every day."),
    )
    assert texts(plan, "E") == ["By July 2027, Rowan will read 45 words by sight."]
    assert texts(plan, "F") == ["A teacher will run a reading group every day."]


def test_how_reviewed_is_the_review():
    plan = provision_of(
        row(1, 1, "Provision", "Who", "How often", "How reviewed"),
        row(1, 2, "Signs", "All staff", "In every lesson", "Termly"),
    )
    (item,) = plan.section("F").items
    assert fields(item) == {"who": "All staff", "how_often": "In every lesson", "review": "Termly"}


def test_a_row_that_goes_on_after_a_table_inside_it_is_read_once():
    plan = with_sections(
        row(1, 1, "Section F: Special educational provision", "A teacher will run a reading group every day."),
        row(2, 1, "Provision", "Who"),
        row(2, 2, "Signs in every lesson", "All staff"),
        line("A second group will be run each week.", table=(1, 1, 2), columns=(2, 2)),
    )
    assert sorted(texts(plan, "F")) == [
        "A second group will be run each week.",
        "A teacher will run a reading group every day.",
        "Signs in every lesson",
    ]


def test_a_step_that_says_by_when_does_not_say_by_whom():
    assert label_name("By May 2027:") is None
    assert label_name("Steps by May 2027:") == "steps"
    assert label_name("By whom:") == "who"


def test_what_follows_the_outcomes_is_none_and_a_first_step_belongs_to_its_outcome():
    plan = with_sections(
        heading("Section E: Outcomes"),
        row(1, 1, "Need", "Outcome"),
        row(1, 2, "Writing", ["By July 2028 Mabel will type three sentences.", "The first step is one by July 2027."]),
        row(1, 3, "Walking", "By July 2028 Mabel will walk to the hall and back."),
        line("Changes coming: leaving the school in July 2028, and moving to adult care at 18."),
    )
    outcomes = plan.section("E").items
    assert [one.text for one in outcomes] == [
        "By July 2028 Mabel will type three sentences.",
        "By July 2028 Mabel will walk to the hall and back.",
    ]
    assert "steps" in [one.name for one in outcomes[0].fields]


def test_the_name_of_an_outcome_after_its_number_and_a_comma():
    plan = with_sections(
        heading("Section E: Outcomes"),
        line("Outcome 1, directing his own support. By July 2027 Tom will tell each helper how to move him."),
        line("Outcome 2, work. By July 2028 Tom will present a radio programme each fortnight."),
    )
    assert [one.text[:9] for one in plan.section("E").items] == ["directing", "work. By "]


def test_an_area_with_its_strengths_is_no_need():
    plan = with_sections(
        heading("Section B: Needs"),
        line("Sensory and physical. Strengths: dances, pedals, climbs."),
        line("B1. She tires on uneven ground and falls on the stairs."),
    )
    assert [one.text[:9] for one in plan.section("B").items] == ["She tires"]


@pytest.mark.parametrize(
    "who",
    [
        "Speech and Language Therapist.",
        "Specialist teacher holding a diploma in dyslexia.",
        "All adults working with Rowan.",
        "SENCO to appoint.",
        "Deputy head teacher responsible for inclusion.",
        "Lecturer in supported learning.",
        "OT to design; TA to deliver.",
    ],
)
def test_those_who_do_it_and_how_often_belong_to_the_provision(who):
    words = f"1. Direct therapy for speech sounds, followed by a sheet for home. {who} 30 minutes weekly."
    plan = with_sections(heading("Section F: Special educational provision"), line(words))
    assert [one.text for one in plan.section("F").items] == [words[3:]]


def test_items_of_equipment_are_the_provision_of_their_table():
    plan = provision_of(
        row(1, 1, "Item", "Supplied and kept up by", "Checked"),
        row(1, 2, "Long cane", "Habilitation specialist", "Each term"),
        row(1, 3, "Task lamp, dark-lined books", "School", "Yearly"),
    )
    assert texts(plan, "F") == ["Long cane", "Task lamp, dark-lined books"]
    assert fields(plan.section("F").items[0]) == {"who": "Habilitation specialist", "review": "Each term"}


def test_where_it_is_used_belongs_to_the_provision_before_it():
    plan = provision_of(
        line("Marking for content first. Every member of staff. All written work."),
        line("A teacher will run a reading group. All lessons will be in small rooms."),
    )
    assert texts(plan, "F") == [
        "Marking for content first. Every member of staff. All written work.",
        "A teacher will run a reading group.",
        "All lessons will be in small rooms.",
    ]


@pytest.mark.parametrize("date_line", ["By May 2029.", "(By the end of Year 6)", "By: May 2029", "Date: May 2029"])
def test_a_date_in_a_line_of_its_own_is_that_of_the_outcome_before_it(date_line):
    told, other = "Ana walks 90 metres with her frame.", "By June 2028 Ana will type 25 words a minute."
    table = [row(1, 1, "Need", "Outcome"), row(1, 2, "1", [told, date_line]), row(1, 3, "2", other)]
    for body in (table, [line(f"1. {told}"), line(date_line), line(f"2. {other}")]):
        first, second = with_sections(heading("Section E: Outcomes"), *body).section("E").items
        assert [one.name for one in first.fields if one.name != "need"] == ["by_when"]
        assert "25 words" in second.text


def test_a_date_over_each_of_the_outcomes_is_not_that_of_the_one_before():
    body = ["By May 2029.", "Ana will walk 90 metres.", "By June 2028.", "Ana will type 25 words a minute."]
    items = with_sections(heading("Section E: Outcomes"), *map(line, body)).section("E").items
    assert not any(one.passage.text == "By June 2028." for item in items for one in item.fields)


def test_a_lettered_outcome_without_a_date_is_no_step_of_the_one_before():
    plan = outcomes_of(
        line("(a) By July 2027 Rowan will read 120 common words on sight."),
        line("(b) Rowan will become more confident in his reading."),
        line("(c) By July 2027 Rowan will tie his laces on five days running."),
    )
    assert len(plan.section("E").items) == 3


@pytest.mark.parametrize(
    ("words", "is_outcome"),
    [
        ("Rowan travels to school on his own by July 2028.", True),
        ("To swim ten metres by the end of Year 6.", True),
        ("Rowan will swim ten metres.", True),
        ("His course lasts until July 2028.", False),
        ("Rowan is in Year 5 and has two brothers.", False),
    ],
)
def test_words_before_numbered_outcomes_that_say_nothing_will_be_are_none(words, is_outcome):
    outcomes = ["By July 2028 Rowan will read 45 words.", "By July 2028 Rowan will tie his laces."]
    plan = outcomes_of(line(words), *(line(f"{at}. {one}") for at, one in enumerate(outcomes, start=1)))
    assert texts(plan, "E") == [words, *outcomes][not is_outcome :]


@pytest.mark.parametrize(
    "second",
    [
        "He has a sloping board, a pencil grip and a chew, replaced each term by the therapist, for all lessons.",
        "In mathematics the class teacher teaches him in a group of four for 30 minutes on four days a week.",
        "The mentor checks that he goes to the toilet at his watch's signal, every 90 minutes.",
    ],
)
def test_a_sentence_with_somebody_who_acts_is_no_amount_of_the_one_before(second):
    first = "For his need to move, he will follow a programme of sensory circuits in the hall."
    plan = provision_of(line(f"{first} {second}"))
    assert texts(plan, "F") == [first, second]


@pytest.mark.parametrize(
    "second", ["Three times a week, for 20 minutes, before he starts.", "Every morning for 15 minutes."]
)
def test_an_amount_alone_goes_on_about_the_sentence_before(second):
    first = "A teaching assistant will practise spelling with him."
    assert texts(provision_of(line(f"{first} {second}")), "F") == [f"{first} {second}"]


def test_what_has_become_of_earlier_outcomes_is_no_outcome():
    told = (
        "Progress. Of the five outcomes in the plan of 2025, three were met in June 2026. Two are carried on as E1, E2."
    )
    will = "By July 2028 Ana will read 60 words in three places."
    assert texts(outcomes_of(line(told), line(will)), "E") == [will]


def test_a_sentence_on_which_part_holds_what_is_no_outcome():
    plan = outcomes_of(
        line("Each part has what I will do (Section E, outcomes) and then what others must do (Section F, provision)."),
        line("By July 2027 I will read 45 words by sight in four of five sessions."),
    )
    assert texts(plan, "E") == ["By July 2027 I will read 45 words by sight in four of five sessions."]
