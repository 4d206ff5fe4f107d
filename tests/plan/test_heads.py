"""Lines with codes that are headings over items, and heads in front of a paragraph's own words."""

import pytest
from plans import fields, heading, line, outcomes_of, provision_of, texts, with_sections

MEETS = "The tutor meets Rowan and his mother for one hour each half term."
TRAINS = "The SENCO will train all staff for two hours each term."


@pytest.mark.parametrize(
    "head",
    [
        "F6. Oversight",
        "6. Oversight",
        "F6 Staff training and equipment",
        "F 6: Oversight",
        "F6.2 Key worker",
        "F6. Rest and pacing (E5)",
        "F6 Access to the computer [B1; E1]",
    ],
)
@pytest.mark.parametrize("style", [{"level": 2, "bold": True}, {"bold": True}])
def test_a_heading_with_a_code_is_no_provision(head, style):
    plan = provision_of(
        heading("F5. Preparing for adulthood", level=2), line("F5.1. " + TRAINS), line(head, **style), line(MEETS)
    )
    assert [text for text in texts(plan, "F") if text in (TRAINS, MEETS)] == [TRAINS, MEETS]
    assert len(texts(plan, "F")) == 2


def test_a_heading_over_its_numbered_parts_is_no_provision_whatever_it_names():
    head = heading("F6. When staff are absent", level=2)
    plan = provision_of(heading("F5. Meetings", level=2), line("F5.1 " + MEETS), head, line("F6.1 " + TRAINS))
    assert texts(plan, "F") == [MEETS, TRAINS]


def test_a_heading_with_a_code_is_the_title_of_its_outcome():
    said = ["By July 2028 Rowan will have a friend to sit with.", "By July 2028 Rowan will read 40 words."]
    plan = outcomes_of(
        heading("E1. Friendships", level=3), line(said[0]), heading("E2. Reading aloud", level=3), line(said[1])
    )
    assert texts(plan, "E") == said
    assert [item.number for item in plan.section("E").items] == ["1", "2"]
    assert [fields(item)["title"] for item in plan.section("E").items] == ["Friendships", "Reading aloud"]


@pytest.mark.parametrize(
    "given",
    [
        [line("F1. A laptop with speech"), line("F2. A sloping desk and a chair")],
        [line("F1. A laptop", bold=True), line("F2. A sloping desk and a chair", bold=True)],
        [heading("F1. A mentor each day", level=3), line("F2. A sloping desk and a chair will be provided.")],
        [line("F1. Ear defenders."), line("F2. A sloping desk and a chair will be provided.")],
    ],
)
def test_short_provision_with_a_code_stays_provision(given):
    assert len(texts(provision_of(*given), "F")) == 2


@pytest.mark.parametrize(
    "head",
    [
        "FOR NEED 2. ",
        "FOR NEEDS 2 AND 1. ",
        "For B2: ",
        "For need 2 – ",
        "To meet need 2 (outcome 1): ",
        "Needs 2 and 1. ",
    ],
)
def test_a_head_that_points_is_no_part_of_the_provision_and_says_what_it_is_for(head):
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("B1. Rowan cannot follow two instructions."),
        line("B2. Rowan cannot read."),
        heading("Section E: Outcomes"),
        line("E1. By July 2028 Rowan will read 40 words."),
        heading("Section F: Special educational provision"),
        line(head + "A mentor will see Rowan for 20 minutes each week. A teacher will hear him read daily."),
    )
    assert texts(plan, "F") == [
        "A mentor will see Rowan for 20 minutes each week.",
        "A teacher will hear him read daily.",
    ]
    assert all("B.2" in item.refers for item in plan.section("F").items)


def test_a_head_in_capitals_is_a_title():
    plan = provision_of(
        line("FOR NEED 1. A mentor will see Rowan for 20 minutes each week."),
        line("ADAPTATIONS AND EQUIPMENT. In tests: a reader, a scribe and a room apart."),
        line("TRAINING: The nurse will train three staff for 2 hours each September."),
    )
    assert texts(plan, "F") == [
        "A mentor will see Rowan for 20 minutes each week.",
        "In tests: a reader, a scribe and a room apart.",
        "The nurse will train three staff for 2 hours each September.",
    ]
    assert [fields(item).get("title") for item in plan.section("F").items] == [
        None,
        "ADAPTATIONS AND EQUIPMENT.",
        "TRAINING:",
    ]


@pytest.mark.parametrize(
    "said",
    [
        "SPEECH AND LANGUAGE THERAPIST: 45 minutes each week, one to one.",
        "SENCO: a meeting of 45 minutes each week.",
        "For 30 minutes each day. A teacher will hear him read.",
        "For two terms: A teacher will hear him read for ten minutes daily.",
        "Need for quiet. A room will be kept for him each day.",
    ],
)
def test_who_and_how_long_are_no_heads(said):
    item = provision_of(line(said)).section("F").items[0]
    assert item.text.startswith(said[:12])
    assert "title" not in fields(item)


def test_a_name_within_a_paragraph_belongs_to_the_sentence_after_it():
    plan = provision_of(
        line(
            "An assistant will help Rowan for 20 hours each week. Training. The nurse will train staff for two hours. "
            "Equipment. A laptop. A pen."
        )
    )
    assert texts(plan, "F")[:2] == [
        "An assistant will help Rowan for 20 hours each week.",
        "Training. The nurse will train staff for two hours.",
    ]
    assert "Equipment." in texts(plan, "F")


def test_a_numbered_line_over_lettered_ones_is_their_heading():
    plan = provision_of(
        line("9. Emotional support."), line("(a) " + MEETS), line("(b) " + TRAINS), line("10. Oversight")
    )
    assert texts(plan, "F") == [MEETS, TRAINS, "Oversight"]


def test_outcomes_lettered_under_a_heading_keep_their_lettered_steps():
    first, second = "By July 2028 Rowan will read 40 words.", "By July 2028 Rowan will have a friend to sit with."
    plan = outcomes_of(
        line("14. The outcomes have been set for July 2028 with Rowan."),
        line("15. Learning."),
        line("(a) " + first),
        line("(i) By July 2027: twenty words."),
        line("(b) " + second),
    )
    assert texts(plan, "E")[-2:] == [first, second]
    step = "By July 2027: twenty words."
    assert [one.passage.text for one in plan.section("E").items[-2].fields if one.name == "steps"] == [step]


def test_a_code_alone_in_its_line_numbers_the_outcome_under_it_and_ends_the_steps_before():
    first, second = "Rowan will read 40 words a minute.", "Rowan will have a friend to sit with."
    bullets = [line(text, marker="•") for text in (first, "Step by July 2027: 20 words a minute.", second)]
    plan = outcomes_of(line("E1 (B2)", bold=True), bullets[0], bullets[1], line("E2 (B3, B4)", bold=True), bullets[2])
    assert texts(plan, "E") == [first, second]
    assert [item.number for item in plan.section("E").items] == ["1", "2"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2. Regular small group work", "(a) phonics"),
        ("5. Support from the SENCO as needed", "(a) The SENCO will see Rowan in the library when he asks to be seen."),
        ("1. Speech and language therapy.", "(a) The therapist will visit."),
    ],
)
def test_provision_over_lettered_parts_is_no_heading(first, second):
    assert len(texts(provision_of(line(first), line(second)), "F")) == 2


def test_a_numbered_provision_is_an_item_whatever_its_verb():
    plan = provision_of(
        line("F1. All films and recorded lessons are captioned by the technician before use. The school fits panels."),
        line("F2. A teacher of the deaf teaches Rowan for one hour every week."),
    )
    assert texts(plan, "F")[0].startswith("All films and recorded lessons are captioned")


def test_a_few_words_on_where_or_for_what_stand_over_bullets_of_outcomes():
    first, second = (
        "By July 2028 I will finish 60 hours of work experience.",
        "By July 2028 I will cook four hot meals.",
    )
    found = outcomes_of(
        line("For work (employment)"),
        line(first, marker="•"),
        line("For living independently"),
        line(second, marker="•"),
    )
    assert texts(found, "E") == [first, second]


@pytest.mark.parametrize("head", ["For need (ii): ", "For needs (i) and (ii): ", "To meet need (ii) - "])
def test_a_paragraph_for_a_need_in_brackets_is_provision_for_it(head):
    plan = with_sections(
        heading("Section D: Social care needs"),
        line("(i) Rowan goes to no club and sees nobody out of school. (ii) He is not safe beside roads."),
        heading("Section H1: Social care provision under the 1970 Act"),
        line(head + "a worker from the council walks with Rowan for two hours each week, until July 2028."),
        heading("Section H2: Any other social care provision"),
        line("None."),
    )
    (item,) = plan.section("H1").items
    assert item.text.startswith("a worker from the council")
    assert "D.2" in item.refers
    assert ("D.1" in item.refers) is ("(i)" in head)


@pytest.mark.parametrize("kind", ["health need", "medical need", "need"])
def test_what_a_paragraph_is_for_may_name_the_kind_of_need(kind):
    plan = with_sections(
        heading("Section C: Health needs"),
        line("1. Diabetes, managed with a pump."),
        line("2. Migraine twice a month, after which she misses the day."),
        heading("Section G: Health provision"),
        line(f"For {kind} 1: a clinic, 40 minutes every three months, by a paediatrician. A nurse visits each term."),
    )
    assert [item.refers for item in plan.section("G").items] == [("C.1",), ("C.1",)]


def test_what_section_e_holds_is_no_outcome():
    said = "By July 2028 Rowan will have a friend to sit with."
    plan = outcomes_of(line("This section holds what Rowan will be able to do, and by when."), line(said))
    assert texts(plan, "E") == [said]
