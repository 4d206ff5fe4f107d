"""Labels within a paragraph or cell: each "What" opens one item, and the others say more of it."""

import pytest
from plans import fields, heading, line, outcomes_of, provision_of, row, texts, with_sections

from ehcp_audit.plan.run_in import labels_in


def told(plan, code="F"):
    return [(item.text, fields(item)) for item in plan.section(code).items]


def test_labels_with_full_stops_tell_the_parts_of_each_provision():
    plan = with_sections(
        heading("Section E: Outcomes"),
        line("1. By July 2028 Rowan will read 45 words by sight."),
        heading("Section F: Special educational provision"),
        line("For outcome 1", bold=True),
        line(
            "What. Direct therapy on reading faces. Who. A speech and language therapist. How much. Twelve sessions of "
            "45 minutes a year. Review. A report each May. What. A key worker goes through the day with Rowan. Who. A "
            "teaching assistant with level 3. How often. 15 minutes, twice a day."
        ),
        line("What. A laptop in every lesson. The SENCO will ask for extra time in tests."),
    )
    assert told(plan) == [
        (
            "Direct therapy on reading faces.",
            {
                "who": "A speech and language therapist.",
                "how_often": "Twelve sessions of 45 minutes a year.",
                "review": "A report each May.",
            },
        ),
        (
            "A key worker goes through the day with Rowan.",
            {"who": "A teaching assistant with level 3.", "how_often": "15 minutes, twice a day."},
        ),
        ("A laptop in every lesson. The SENCO will ask for extra time in tests.", {}),
    ]
    assert [item.refers for item in plan.section("F").items] == [("E.1",)] * 3
    for item in plan.section("F").items:
        for one in (*item.passages, *(field.passage for field in item.fields)):
            assert plan.text[one.start : one.start + len(one.text)] == one.text


PARTS = {"who": "The class teacher.", "how_often": "20 minutes, four days a week.", "group": "One to three."}


@pytest.mark.parametrize(
    "said",
    [
        "What: A reading programme. Who: The class teacher. How often: 20 minutes, four days a week. "
        "Ratio: One to three.",
        "What – A reading programme. Who – The class teacher. How often – 20 minutes, four days a week. "
        "Ratio – One to three.",
        "WHAT? A reading programme. WHO? The class teacher. HOW MUCH? 20 minutes, four days a week. "
        "GROUP SIZE? One to three.",
        "Provision. A reading programme. Delivered by. The class teacher. How long. 20 minutes, four days a week. "
        "Ratio. One to three.",
        "What. A reading programme.\nWho. The class teacher.\nHow often. 20 minutes, four days a week.\n"
        "Ratio. One to three.",
        "A reading programme. By whom. The class teacher. Frequency. 20 minutes, four days a week. "
        "Ratio. One to three.",
        "Who. The class teacher. What. A reading programme. When. 20 minutes, four days a week. Ratio. One to three.",
        "F1. What. A reading programme. Who. The class teacher. How often. 20 minutes, four days a week. "
        "Staff ratio. One to three.",
    ],
)
@pytest.mark.parametrize("in_cell", [False, True])
def test_labels_are_told_however_they_are_marked(said, in_cell):
    plan = provision_of(row(1, 1, "Reading", said) if in_cell else line(said))
    assert [text for text, _ in told(plan)] == ["A reading programme."]
    found = told(plan)[0][1]
    assert {name: found.get(name) for name in PARTS} == PARTS


def test_labels_may_each_have_a_line():
    plan = provision_of(
        line("What. A reading programme."),
        line("Who. The class teacher."),
        line("How much. 20 minutes, four days a week."),
        line("What. A key worker goes through the day with Rowan."),
        line("Who. A teaching assistant."),
    )
    assert told(plan) == [
        ("A reading programme.", {"who": "The class teacher.", "how_often": "20 minutes, four days a week."}),
        ("A key worker goes through the day with Rowan.", {"who": "A teaching assistant."}),
    ]


def test_items_that_begin_with_who_are_told_apart():
    plan = provision_of(
        line(
            "Who. The SENCO. What. Meets his parents for an hour. Who. A mentor. What. Sees him for ten minutes daily."
        )
    )
    assert told(plan) == [
        ("Meets his parents for an hour.", {"who": "The SENCO."}),
        ("Sees him for ten minutes daily.", {"who": "A mentor."}),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Outcome. By July 2028 Rowan will read 45 words. Steps. 20 words by July 2027. By when. July 2028. "
        "Checked by. The teacher, termly.",
        "Outcome 1. By July 2028 Rowan will read 45 words. Steps. 20 words by July 2027. By when. July 2028. "
        "Checked by. The teacher, termly.",
        "Outcome: By July 2028 Rowan will read 45 words. Steps: 20 words by July 2027. By when: July 2028. "
        "Checked by: The teacher, termly.",
    ],
)
def test_the_parts_of_an_outcome_are_told(said):
    found = told(outcomes_of(line(said)), "E")
    assert [text for text, _ in found] == ["By July 2028 Rowan will read 45 words."]
    parts = found[0][1]
    assert parts["steps"] == "20 words by July 2027."
    assert parts["by_when"] == "July 2028."
    assert parts["monitoring"] == "The teacher, termly."


def test_labels_with_colons_after_the_words_of_an_item_say_more_of_it():
    plan = provision_of(
        line("Speech and language therapy. Who: A speech and language therapist. How often: 45 minutes weekly."),
        line("A mentor will see Rowan each day."),
        line("By whom: a trained assistant. How long: ten minutes. How monitored: a log, read each week."),
    )
    assert told(plan) == [
        (
            "Speech and language therapy.",
            {"who": "A speech and language therapist.", "how_often": "45 minutes weekly."},
        ),
        (
            "A mentor will see Rowan each day.",
            {"who": "a trained assistant.", "how_often": "ten minutes.", "monitoring": "a log, read each week."},
        ),
    ]
    said = "By July 2028 Rowan will read 45 words. Steps: 20 words by July 2027. Checked by: the teacher, termly."
    assert told(outcomes_of(line(said)), "E") == [
        (
            "By July 2028 Rowan will read 45 words.",
            {"steps": "20 words by July 2027.", "monitoring": "the teacher, termly."},
        )
    ]


def test_long_labels_with_colons_are_labels():
    plan = provision_of(
        line(
            "What will be provided: A reading programme. Who will provide it: The class teacher. "
            "How often will it be provided: 20 minutes daily. When will it be reviewed: each term."
        )
    )
    assert told(plan) == [
        (
            "A reading programme.",
            {"who": "The class teacher.", "how_often": "20 minutes daily.", "review": "each term."},
        )
    ]


def test_what_else_is_given_after_the_amount_is_an_item():
    plan = provision_of(
        line(
            "What. Consultation for staff. Who. The educational psychologist. How much. Two visits of two hours. "
            "A plan for leaving the site will be written by the SENCO each half term with his parents."
        )
    )
    assert [text for text, _ in told(plan)] == [
        "Consultation for staff.",
        "A plan for leaving the site will be written by the SENCO each half term with his parents.",
    ]


@pytest.mark.parametrize(
    "said",
    [
        ["Review. The SENCO will meet the parents for an hour each term."],
        ["Staffing. A teaching assistant will work with Rowan for 20 hours a week.", "Review. The SENCO will meet us."],
        ["Reading. A teacher will hear Rowan read for 10 minutes daily. Review. Each term."],
        ["Rowan will be told who. What he does is up to him. A teacher will help him for 10 minutes a day."],
    ],
)
def test_a_title_or_a_sentence_is_no_label(said):
    items = provision_of(*map(line, said)).section("F").items
    assert len(items) >= len(said)
    assert not any(one.name in ("who", "how_often", "review") for item in items for one in item.fields)


def test_needs_are_not_told_apart_so():
    plan = with_sections(heading("Section B: Needs"), line("Need. Rowan cannot read. Who. Nobody. How often. Daily."))
    assert len(texts(plan, "B")) == 1


def test_only_whole_labels_are_labels():
    assert labels_in("Who knows. Reviewing. How often he asks. What a day.", "provision") == []


@pytest.mark.parametrize("label", ["Step:", "Steps:", "Small steps:", "Milestones:"])
def test_steps_after_an_outcome_in_its_paragraph_are_its_steps(label):
    said = "By July 2028 Rowan will cope far better with losing."
    plan = with_sections(
        heading("Section E: Outcomes"), line(f"{said} {label} by Easter 2027 he has drawn a picture of his anger.")
    )
    assert told(plan, "E") == [(said, {"steps": "by Easter 2027 he has drawn a picture of his anger."})]
