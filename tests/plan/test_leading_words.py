"""What stands at the head of a section or beside its items and is none of them, and items that share a cell or line."""

from datetime import date

import pytest
from plans import heading, line, plan_of, row, with_sections

from ehcp_audit.model import Stretch
from ehcp_audit.plan.introductions import leads_in
from ehcp_audit.plan.labels import find_label


def texts(plan, code):
    return [item.text for item in plan.section(code).items]


def fields(item):
    return {one.name: one.passage.text for one in item.fields}


def provision_of(*stretches):
    return with_sections(heading("Section F: Special educational provision"), *stretches)


GIVEN = "A teaching assistant will run a reading group for 20 minutes each day."


@pytest.mark.parametrize(
    "sentence",
    [
        "The following provision will be made to meet the needs in Section B.",
        "In order to make progress Rowan will receive the following special educational provision.",
        "All staff who work with Rowan should read this plan and know what it says.",
        "The provision in this section must be delivered in full by the school.",
        "The support below is to be delivered in term time unless stated otherwise.",
        "This section sets out the help that Rowan needs.",
        "The provision will be monitored by the school.",
        "The provision is for 38 weeks a year, unless the words say otherwise.",
        "It is all given in small rooms on an accessible site.",
        "Except where a shorter time is stated, it runs to the end of July 2028.",
    ],
)
def test_a_sentence_that_leads_into_provision_is_none(sentence):
    assert leads_in("provision", sentence)
    assert texts(provision_of(line(sentence), line(GIVEN)), "F") == [GIVEN]


@pytest.mark.parametrize(
    "sentence",
    [
        GIVEN,
        "All staff will use Rowan's visual timetable in every lesson.",
        "All teaching staff should be trained in his communication plan for two hours each term.",
        "Staff must follow the strategies in his sensory profile.",
        "Rowan will receive support from a mentor at lunch.",
        "The following support will be given: a quiet room and a laptop.",
        "The provision in this section may be changed by the school at any time.",
        "Unless otherwise stated, it is given by a mentor for 20 minutes each day.",
        "Except where a trip is set, a teaching assistant sits with him in art.",
    ],
)
def test_a_sentence_that_gives_something_does_not_lead_in(sentence):
    assert not leads_in("provision", sentence)


def test_a_paragraph_may_lead_in_and_then_give():
    plan = provision_of(line("The following provision will be made for Rowan. " + GIVEN))
    assert texts(plan, "F") == [GIVEN]


def test_a_record_of_behaviour_holds_no_needs():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("Rowan hits out when a game is stopped."),
        line("Behaviour record, spring term"),
        row(1, 1, "A – Antecedent", "B – Behaviour", "C – Consequence"),
        row(1, 2, "Told to stop", "Threw a chair", "Left the room for ten minutes"),
    )
    assert texts(plan, "B") == ["Rowan hits out when a game is stopped."]


def test_bullets_in_one_paragraph_of_a_cell_are_one_item_each():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        row(1, 1, "Area", "Needs"),
        row(
            1,
            2,
            "Cognition and learning",
            "• Rowan cannot tell the time.\n• Rowan reads at the level of a six-year-old.",
        ),
    )
    assert texts(plan, "B") == ["Rowan cannot tell the time.", "Rowan reads at the level of a six-year-old."]


def test_outcomes_on_lines_of_their_own_in_a_cell_are_one_item_each():
    one, other = "By July 2027, Rowan will read 40 words.", "By Easter 2028, Rowan will tell the time to the hour."
    plan = with_sections(
        heading("Section E: Outcomes"),
        row(1, 1, "Area", "Outcomes", "Review"),
        row(1, 2, "Cognition and learning", f"{one}\n{other}", "Termly"),
    )
    assert texts(plan, "E") == [one, other]


def test_those_who_act_and_their_task_stay_with_the_provision_before_them():
    said = "Instructions given in small steps in every lesson. All teaching staff: to check that he has understood."
    plan = provision_of(line(said + " Reviewed: each half term."))
    assert texts(plan, "F") == [said]
    assert fields(plan.section("F").items[0]) == {"review": "each half term."}


def test_a_label_may_be_followed_by_the_first_outcome():
    one, other = "By July 2027, Rowan will read 40 words.", "By Easter 2028, Rowan will tell the time."
    table = [
        row(1, 1, f"Section E – Outcome 1: {one}"),
        row(1, 2, "Section F – Provision for this outcome"),
        row(1, 3, "Provision", "Who", "How often"),
        row(1, 4, "A reading group", "Teaching assistant", "20 minutes each day"),
        row(2, 1, f"Section E – Outcome 2: {other}"),
        row(2, 2, "Section F – Provision for this outcome"),
        row(2, 3, "Provision", "Who", "How often"),
        row(2, 4, "Lessons with real clocks", "Class teacher", "Twice a week"),
    ]
    plan = with_sections(*table)
    assert texts(plan, "E") == [one, other]
    assert texts(plan, "F") == ["A reading group", "Lessons with real clocks"]


def test_letters_of_appendices_are_no_sections():
    letters = [
        row(1, number, letter, "Advice", f"Dr {letter}. Finch", "4 June 2026")
        for number, letter in enumerate("ABCDE", start=2)
    ]
    plan = with_sections(
        heading("Section A: Views"),
        line("I like trains and my dog."),
        heading("Section B: Special educational needs"),
        line("Rowan cannot tell the time."),
        heading("Section K: Advice"),
        row(1, 1, "Appendix", "Kind of advice", "Name", "Date"),
        *letters,
    )
    assert plan.section("A").text == "I like trains and my dog."
    assert "E. Finch" in plan.section("K").text


def test_a_letter_in_a_cell_of_its_own_has_its_title_in_the_next():
    titles = {
        "A": "All about me",
        "B": "My special educational needs",
        "C": "My health needs",
        "D": "My social care needs",
        "E": "My outcomes",
        "F": "My special educational provision",
    }
    plan = plan_of(
        line("Education, Health and Care Plan"),
        *[row(1, at, code, [title, f"Words of {code}."]) for at, (code, title) in enumerate(titles.items(), start=1)],
    )
    assert [plan.section(code).text for code in titles] == [f"Words of {code}." for code in titles]


@pytest.mark.parametrize("mark", ["·", "•", "›", "»", "~"])
def test_other_marks_may_part_letter_and_title(mark):
    label = find_label(f"Section F {mark} Special educational provision")
    assert label is not None
    assert label.title == "Special educational provision"


def test_a_header_may_end_in_an_abbreviation():
    plan = provision_of(
        row(1, 1, "Outcome no.", "Provision", "Who", "How often"),
        row(1, 2, "1", "A reading group", "Teaching assistant", "20 minutes each day"),
    )
    assert texts(plan, "F") == ["A reading group"]
    assert fields(plan.section("F").items[0])["who"] == "Teaching assistant"


SECTIONS = (heading("Section A: Views"), line("I like trains."), heading("Section B: Needs"), line("Rowan is shy."))


@pytest.mark.parametrize("label", ["With effect from", "Plan effective from", "Effective date"])
def test_the_day_from_which_a_plan_holds_is_its_date_where_no_other_is_given(label):
    assert with_sections(line(f"{label}: 2 October 2026"), *SECTIONS).facts.issued == date(2026, 10, 2)
    both = with_sections(line(f"{label}: 1 November 2026"), line("Date issued: 2 October 2026"), *SECTIONS)
    assert both.facts.issued == date(2026, 10, 2)


def test_the_ticked_status_goes_before_the_names_of_dates():
    plan = with_sections(
        line("☐ Draft    ☐ Amended draft    ☒ Final    ☐ Amended final"),
        line("Child: Rowan Ash-Sample (Ro)"),
        row(1, 1, "Draft EHCP", "28.08.26"),
        row(1, 2, "Final EHCP", "02.10.26"),
        *SECTIONS,
    )
    assert plan.facts.status == "final"
    assert plan.facts.known_as == "Ro"
    assert plan.facts.issued == date(2026, 10, 2)


def test_a_label_in_bold_stands_over_its_value():
    plan = with_sections(
        line("Full name", bold=True),
        line("Rowan Ash-Sample"),
        line("Date of birth", bold=True),
        line("4 May 2015"),
        *SECTIONS,
        line("He finds it hard to join in with others and is often alone at lunch, which makes him sad."),
    )
    assert plan.facts.child_name == "Rowan Ash-Sample"
    assert plan.facts.date_of_birth == date(2015, 5, 4)


def test_an_appendix_ends_the_advice_though_the_sections_are_in_capitals():
    plan = plan_of(
        *[
            one
            for code, title in (("A", "VIEWS"), ("B", "SPECIAL EDUCATIONAL NEEDS"), ("I", "PLACEMENT"))
            for one in (
                line(f"SECTION {code}: {title}", bold=True, size=14.0),
                line("Words of this section, which are longer than its heading is.", size=11.0),
            )
        ],
        line("SECTION K: ADVICE AND INFORMATION", bold=True, size=14.0),
        line("Dr Ada Finch, 12 March 2026", size=11.0),
        line("Appendix B: Educational advice", bold=True, size=14.0),
        line("The report begins here and goes on for pages.", size=11.0),
    )
    assert plan.section("K").text == "Dr Ada Finch, 12 March 2026"


def test_steps_of_an_outcome_in_its_cell_or_in_the_next_row_are_no_outcomes():
    outcome, step, other = (
        "By July 2027, Rowan will read 40 words.",
        "Rowan will read 10 words.",
        "Then he will read 20.",
    )
    plan = with_sections(
        heading("Section E: Outcomes"),
        row(1, 1, "Area", "Outcomes"),
        row(1, 2, "Cognition and learning", [outcome, "Steps:", step, other]),
    )
    assert texts(plan, "E") == [outcome]
    plan = with_sections(
        row(1, 1, "Section B: Need", "Rowan reads slowly."),
        row(1, 2, "Section E: Outcome", outcome),
        row(1, 3, "Steps", [step, other]),
        row(1, 4, "Section F: Provision", "A teacher will read with Rowan each day."),
    )
    assert texts(plan, "E") == [outcome]


@pytest.mark.parametrize(
    "said",
    [
        "A board of symbols in each room. Learning mentor. Two sessions of 30 minutes each week.",
        "A work station with now-and-next cards. Class teacher. Planned weekly, taught daily.",
        "Movement breaks are planned into the day. Teaching assistant. Five minutes every 30 minutes of seated work.",
        "A dressing programme with zips and buttons. Class assistant following the Physiotherapist's plan. Daily.",
        "A text message home at the end of the day. School office. Once each day.",
        "Practice of the way to the library, including where to cross. Travel buddy. 40 minutes each week.",
        "Large print. Teaching assistant with braille qualification; 15 hours each week, of which two are spare.",
        "Training for all staff each year. Special educational needs co-ordinator; two hours each September.",
    ],
)
def test_who_and_how_often_in_sentences_of_their_own_stay_with_the_provision(said):
    assert texts(provision_of(line(said)), "F") == [said]


def test_a_sentence_that_gives_something_of_its_own_stays_apart():
    one = "A reading group for 20 minutes each day."
    for other in ("A teaching assistant will sit beside him.", "Specialist teacher for one hour each week."):
        assert texts(provision_of(line(f"{one} {other}")), "F") == [one, other]


def test_what_the_form_asks_for_is_no_item():
    plan = with_sections(
        heading("Section E: Outcomes"),
        line("Outcomes must be specific, measurable, achievable, realistic and time-bound."),
        line("By July 2027, Rowan will read 40 words."),
        heading("Section F: Special educational provision"),
        line("Provision must be detailed, specific and quantified, for each and every need in Section B."),
        line("A teacher will read with Rowan each day."),
    )
    assert texts(plan, "E") == ["By July 2027, Rowan will read 40 words."]
    assert texts(plan, "F") == ["A teacher will read with Rowan each day."]


def test_bullets_under_an_outcome_that_says_by_when_are_its_steps():
    outcome = "By July 2027, Rowan will read 40 words."
    steps = ["Rowan will read 10 words.", "Rowan will read 20 words."]
    cell = [
        Stretch(text=text, table=(1, 2, 2), columns=(2, 2), marker="" if text == outcome else "•")
        for text in (outcome, *steps)
    ]
    need = Stretch(text="Rowan reads slowly.", table=(1, 2, 1), columns=(1, 1))
    plan = with_sections(row(1, 1, "Section B: Special educational needs", "Section E: Outcomes"), need, cell)
    assert texts(plan, "E") == [outcome]
    plan = with_sections(
        heading("Section E: Outcomes"),
        line(f"1) {outcome}"),
        line("Towards this: Rowan will read 10 words; Rowan will read 20 words."),
        line("2) By July 2028, Rowan will read 80 words."),
    )
    assert len(texts(plan, "E")) == 2


def test_a_few_words_that_name_what_the_next_sentence_gives_are_part_of_it():
    said = "No cold calling. Rowan will be told which question is coming and given two minutes."
    assert texts(provision_of(line(said)), "F") == [said]


def test_a_table_of_many_sections_has_a_header_for_each():
    plan = with_sections(
        row(1, 1, "Section E: Outcomes"),
        row(1, 2, "No.", "Outcome", "Area"),
        row(1, 3, "1", "By July 2027, Rowan will read 40 words.", "Cognition and learning"),
        row(1, 4, "Section F: Special educational provision"),
        row(1, 5, "No.", "Provision", "Who", "How often"),
        row(1, 6, "1", "A reading group.", "Class teacher", "20 minutes each day"),
    )
    (item,) = plan.section("F").items
    assert item.text == "A reading group."
    assert fields(item) == {"who": "Class teacher", "how_often": "20 minutes each day"}


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("This is the help that must be arranged for me.", True),
        ("These are the things that will help me.", True),
        ("This is what Rowan must receive from the school.", True),
        ("This is the support that a mentor must give every week.", False),
        ("This is a programme that will be given daily.", False),
    ],
)
def test_a_sentence_that_only_says_that_help_follows_leads_in(sentence, leads):
    assert leads_in("provision", sentence) is leads
