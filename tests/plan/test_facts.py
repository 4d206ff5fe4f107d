"""Covers of many makes, and what is read from them."""

from datetime import date

import pytest
from plans import heading, line, row, with_sections

from ehcp_audit.model import Stretch

VIEWS = [heading("Section A: Views, interests and aspirations"), line("I like trains.")]


def facts_of(*cover, **more):
    return with_sections(*cover, *VIEWS, **more).facts


def test_two_pairs_in_a_row():
    facts = facts_of(
        row(1, 1, "Name", "Rowan Tidewell", "Known as", "Ro"),
        row(1, 2, "Date of birth", "14th February 2017", "Year group", "Year 5"),
        row(1, 3, "Status", "Final", "NHS number", "999 012 3456"),
        row(1, 4, "Date of request", "5/1/26", "Draft plan issued", "10.04.26"),
        row(1, 5, "Final plan issued", "22 May 2026", "Next annual review due", "21 May 2027"),
        row(1, 6, "Current school", "Harbour Lane Primary School", "UPN", "A999000000001"),
    )
    assert facts.child_name == "Rowan Tidewell"
    assert facts.known_as == "Ro"
    assert facts.date_of_birth == date(2017, 2, 14)
    assert (facts.year_group, facts.phase) == (5, "primary")
    assert (facts.status, facts.stage) == ("final", "final")
    assert facts.nhs_number == "999 012 3456"
    assert facts.requested == date(2026, 1, 5)
    assert facts.drafted == date(2026, 4, 10)
    assert facts.issued == date(2026, 5, 22)
    assert facts.review_due == date(2027, 5, 21)
    assert facts.setting == "Harbour Lane Primary School"
    assert facts.upn == "A999000000001"


def test_lines_of_label_and_value_one_or_more_in_a_line():
    facts = facts_of(
        line("Child's name: Mina Farrow     DOB: 03/09/2014"),
        line("Preferred name: Min"),
        line("Plan status: Proposed amended"),
        line("School/setting: Elm Road Academy"),
        line("Date of last annual review – 2 March 2026"),
        line("Date of amended final plan: 4 June 2026"),
    )
    assert facts.child_name == "Mina Farrow"
    assert facts.known_as == "Min"
    assert facts.date_of_birth == date(2014, 9, 3)
    assert (facts.status, facts.stage) == ("draft", "amendment notice")
    assert facts.reviewed == date(2026, 3, 2)
    assert facts.amended == date(2026, 6, 4)
    assert facts.setting == "Elm Road Academy"


def test_names_in_two_parts_and_labels_over_their_values():
    facts = facts_of(
        row(1, 1, "Forename(s)", "Surname", "Date of birth"),
        row(1, 2, "Ivy May", "Castle", "1 June 2012"),
    )
    assert facts.child_name == "Ivy May Castle"
    assert facts.date_of_birth == date(2012, 6, 1)


def test_label_and_value_in_one_cell_or_on_two_lines():
    facts = facts_of(
        row(1, 1, "Name of child or young person: Ben Amadi", "Date of Birth: 4 May 2015"),
        row(1, 2, ["Preferred name", "Benny"], ["NHS No.", "999-111-2222"]),
        line("Date issued:"),
        line("7 July 2026"),
    )
    assert facts.child_name == "Ben Amadi"
    assert facts.date_of_birth == date(2015, 5, 4)
    assert facts.known_as == "Benny"
    assert facts.nhs_number == "999 111 2222"
    assert facts.issued == date(2026, 7, 7)


def test_running_heads_give_facts_too():
    facts = facts_of(margins=(Stretch(text="Name: Rowan Tidewell   DOB: 14/02/2017"), Stretch(text="DRAFT")))
    assert facts.child_name == "Rowan Tidewell"
    assert facts.date_of_birth == date(2017, 2, 14)
    assert facts.status == "draft"


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (["Final Education, Health and Care Plan"], "final"),
        (["Education, Health and Care Plan", "DRAFT"], "draft"),
        (["Status: ☐ Draft ☒ Final"], "final"),
        (["Status: Draft / Proposed / Final / Amended Final"], None),
        (["Education, Health and Care Plan"], None),
        (["☐ Draft", "☒ Final", "☐ Amended"], "final"),
    ],
)
def test_the_status_is_read_or_left_open(lines, status):
    assert facts_of(*[line(one) for one in lines]).status == status


def test_the_callers_status_and_year_win():
    facts = facts_of(line("Status: Draft"), line("Year group: 5"), status="final", year_group=9)
    assert (facts.status, facts.year_group, facts.phase) == ("final", 9, "secondary")


@pytest.mark.parametrize(
    ("born", "year", "phase"),
    [
        ("31 August 2021", 1, "primary"),
        ("1 September 2021", 0, "early years"),
        ("20 January 2023", -1, "early years"),
        ("4 May 2010", 12, "post-16"),
        ("4 May 2012", 10, "secondary"),
    ],
)
def test_the_year_group_follows_from_the_date_of_birth(born, year, phase):
    facts = facts_of(line(f"Date of birth: {born}"))
    assert (facts.year_group, facts.phase) == (year, phase)


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("Reception", 0),
        ("Nursery", -1),
        ("Y9", 9),
        ("Year 11", 11),
        ("NCY 4", 4),
        ("13", 13),
        ("Year R", 0),
        ("Year group 7", 7),
        ("Year 8 (Year 9 from September 2019)", 9),
        ("Year 8 (Year 9 from September 2099)", 8),
        ("Year 8 (taught with Year 9 from September 2019)", 8),
        ("Year 6 (Year 5 from September 2019)", 6),
    ],
)
def test_the_year_group_may_be_said_in_any_form(said, year):
    assert facts_of(line(f"Year group: {said}")).year_group == year


def test_dates_that_do_not_exist_are_no_facts():
    facts = facts_of(
        line("Date of birth: 31/02/2015"), line("Date of final plan: Spring term 2026"), line("Review date: tbc")
    )
    assert facts.date_of_birth is None
    assert facts.issued is None
    assert facts.review_due is None


def test_placeholders_and_blanks_are_no_facts():
    facts = facts_of(
        row(1, 1, "Name", "{{ name }}", "Known as", ""), row(1, 2, "UPN", "n/a", "NHS number", "not known")
    )
    assert facts.child_name is None
    assert facts.known_as is None
    assert facts.upn is None
    assert facts.nhs_number is None


def test_the_name_of_a_parent_is_not_the_childs():
    facts = facts_of(
        row(1, 1, "Parent/carer name", "Sam Tidewell"),
        row(1, 2, "Child's name", "Rowan Tidewell"),
        row(1, 3, "Name", "Kit Other"),
    )
    assert facts.child_name == "Rowan Tidewell"


def test_facts_remember_their_words():
    plan = with_sections(line("Date of birth: 14 February 2017"), *VIEWS)
    sources = dict(plan.facts.sources)
    assert sources["date_of_birth"].text == "14 February 2017"
    assert plan.text[sources["date_of_birth"].start :].startswith("14 February 2017")


def test_the_setting_may_stand_in_section_i_alone():
    assert facts_of().setting == "Harbour Lane School"


def test_contributors_in_a_table():
    plan = with_sections(
        *VIEWS,
        heading("Section K: Advice and information"),
        row(5, 1, "Advice and information requested", "Date received", "Who from", "Appended"),
        row(5, 2, "Educational psychologist", "12 March 2026", "Dr Ada Finch", "YES"),
        row(5, 3, "Medical advice", "2/4/26", "Leo Hart, paediatrician", "No"),
        row(5, 4, "Social care", "not received", "", "YES/ NO"),
        row(5, 5, "Anyone else her parents asked for: nobody", "4/4/26", "May Hart, parent", "No report"),
        row(5, 6, "Anyone else", "4/4/26", "None asked for by May Hart", "NO – none"),
    )
    one, two, *rest = plan.facts.contributors
    assert (one.name, one.role, one.written, one.appended) == (
        "Dr Ada Finch",
        "Educational psychologist",
        date(2026, 3, 12),
        True,
    )
    assert (two.name, two.role, two.written, two.appended) == ("Leo Hart", "paediatrician", date(2026, 4, 2), False)
    assert rest[0].written is None
    assert rest[0].appended is None
    assert [one.appended for one in rest[-2:]] == [None, None]  # nothing is there to attach


def test_name_and_role_in_one_cell_beside_the_service():
    plan = with_sections(
        *VIEWS,
        heading("Section K: Advice and information"),
        row(5, 1, "Advice from", "Name and role", "Date"),
        row(5, 2, "School", "Judy Fetter, SENCO", "12 March 2026"),
        row(5, 3, "Educational psychology", "Dr Ada Finch, educational psychologist", "4 May 2026"),
    )
    found = [(one.name, one.role) for one in plan.facts.contributors[:2]]
    assert found == [("Judy Fetter", "SENCO"), ("Dr Ada Finch", "educational psychologist")]


def test_what_comes_next_in_a_table_after_the_list_is_no_advice():
    plan = with_sections(
        *VIEWS,
        heading("Section K: Advice and information"),
        row(5, 1, "No.", "Kind", "Author and role", "Date"),
        row(5, 2, "K1", "Medical", "Dr Leo Hart, paediatrician", "2 April 2026"),
        row(5, 3, "K2", "Education", "Ada Finch, class teacher", "3 April 2026"),
        row(7, 1, "Progress meetings", "December 2026, March 2027, called by the teacher"),
        row(7, 2, "Looking ahead", "The move to Year 7 is planned at the review by 2 July 2027."),
        row(7, 3, "Late advice", "Mia Hart, occupational therapist, 4 May 2026"),
    )
    assert [one.name for one in plan.facts.contributors][:3] == ["Dr Leo Hart", "Ada Finch", "Mia Hart"]


def test_contributors_in_lines():
    plan = with_sections(
        *VIEWS,
        heading("Section K: Advice and information"),
        line("The advice listed here was gathered during the assessment."),
        line("Jo Brand-Lacey, Social Worker, 8.4.26", marker="•"),
        line("Report by Ms A. Okoro (Speech and Language Therapist) dated 20th March 2026"),
    )
    found = [(one.name, one.role, one.written) for one in plan.facts.contributors[:2]]
    assert found == [
        ("Jo Brand-Lacey", "Social Worker", date(2026, 4, 8)),
        ("Ms A. Okoro", "Speech and Language Therapist", date(2026, 3, 20)),
    ]


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("Draft prepared by Ann Lee, EHC Coordinator, 20 November 2026.", False),
        ("Imogen Tallis, for Harrow Borough Council, 18 June 2026", False),
        ("Ann Lee, for Harrow Council's sensory service, 18 June 2026", True),
        ("Report prepared by Ann Lee, dietitian, 20 November 2026", True),
    ],
)
def test_who_wrote_the_plan_or_signed_it_gave_no_advice(words, listed):
    plan = with_sections(
        *VIEWS,
        heading("Section K: Advice and information"),
        line("Jo Brand-Lacey, Social Worker, 8.4.26", marker="•"),
        line("Ms A. Okoro, Speech and Language Therapist, 20 March 2026", marker="•"),
        line(words),
    )
    assert any(one.passage.text == words for one in plan.facts.contributors) is listed


def test_a_label_and_its_date_without_a_colon_in_a_line_of_their_own():
    facts = facts_of(
        line("DOB 2nd March 2015"),
        line("Year 6"),
        line("Date of final plan 02.03.26"),
        line("Draft issued on 2nd of February 2026"),
        line("Attends: Harbour Lane Primary School"),
    )
    assert facts.date_of_birth == date(2015, 3, 2)
    assert facts.year_group == 6
    assert facts.issued == date(2026, 3, 2)
    assert facts.drafted == date(2026, 2, 2)
    assert facts.setting == "Harbour Lane Primary School"


@pytest.mark.parametrize(
    "text",
    [
        "The final plan will be issued to the family and to the school on 2 March 2026",
        "The family met the writer of the final plan on 2 March 2026",
        "Please return the final plan form by 2 March 2026.",
        "Year 6 pupils meet on 2 March 2026",
    ],
)
def test_sentences_with_dates_are_no_labels(text):
    facts = facts_of(line(text))
    assert (facts.issued, facts.year_group) == (None, None)


def test_facts_told_in_running_words():
    facts = facts_of(
        line("Education, Health and Care Plan"),
        line(
            "This plan was prepared on 10 October 2026 for Ada Fay Plume-Sample (born 1 December 2009), known as "
            "Addie, who is in Year 12. The assessment was requested on 6 July 2026. The final plan was issued on the "
            "9th day of November 2026 and must be reviewed by 8 November 2027."
        ),
    )
    assert (facts.child_name, facts.known_as, facts.date_of_birth) == (
        "Ada Fay Plume-Sample",
        "Addie",
        date(2009, 12, 1),
    )
    assert (facts.requested, facts.issued, facts.review_due) == (
        date(2026, 7, 6),
        date(2026, 11, 9),
        date(2027, 11, 8),
    )
    assert (facts.year_group, facts.status) == (12, "final")


def test_labels_without_a_colon_in_lines_of_their_own():
    facts = facts_of(
        line("EHC PLAN – WORKING DOCUMENT"),
        line("Name Ben Tam Sample-Person"),
        line("Known as Benny"),
        line("Status Final"),
        line("School Elm Road Primary School"),
        line("To be reviewed by 8 November 2027"),
    )
    assert (facts.child_name, facts.known_as, facts.status) == ("Ben Tam Sample-Person", "Benny", "final")
    assert (facts.setting, facts.review_due) == ("Elm Road Primary School", date(2027, 11, 8))


@pytest.mark.parametrize("label", ["Draft / Proposed / Final", "Draft or final plan"])
def test_a_label_of_all_stages_gives_the_status(label):
    assert facts_of(line(f"{label}: Final")).status == "final"


def test_boxes_in_letters_and_years_in_words():
    facts = facts_of(
        heading("Education, Health and Care Plan"),
        line("Draft [x]    Final [ ]    Amended [ ]"),
        line("Year group: Nine"),
    )
    assert (facts.status, facts.year_group) == ("draft", 9)


def test_a_label_that_goes_on_is_no_name():
    assert facts_of(line("Pupil Premium Yes")).child_name is None


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("In Year 6 at Elm Road Special School", 6),
        ("Rowan is currently in Year 6.", 6),
        ("Rowan has been at the school since he was in Year 6.", 7),
        ("Rowan will be in Year 8 when this plan is reviewed.", 7),
        ("In Year 2 at Elm Road Infant School", 7),  # an old sentence: five years from what the date tells
    ],
)
def test_a_year_said_on_the_cover_goes_before_the_date_of_birth_where_they_are_near(said, year):
    assert facts_of(line("Born: 12 January 2015"), line(said)).year_group == year


def test_the_name_of_whoever_signs_is_not_the_childs():
    facts = with_sections(
        row(1, 1, "First name", "Ottilie", "Surname", "Farrow"),
        *VIEWS,
        heading("Sign-off"),
        row(2, 1, "Signature", "Name", "Role", "Date"),
        row(2, 2, "", "Mrs Lalita Deane", "SEND Manager", "11/03/2026"),
    ).facts
    assert facts.child_name == "Ottilie Farrow"


def test_a_name_in_large_type_and_labels_that_follow_a_value_in_one_line():
    facts = facts_of(
        line("Education, Health and Care Plan", bold=True, size=22.0),
        line("Fenn Harrowgill", size=15.0),
        line("Date of birth: 5 October 2019 Year group: 1 NHS number: 999 545 7418", size=11.0),
        line("Fenn is at Elm Road. Fenn likes trains. Fenn was seen by a nurse.", size=11.0),
    )
    assert (facts.child_name, facts.year_group, facts.nhs_number) == ("Fenn Harrowgill", 1, "999 545 7418")
    facts = facts_of(line("Name: Fenn Harrowgill Date of birth: 5 October 2019"))
    assert (facts.child_name, facts.date_of_birth) == ("Fenn Harrowgill", date(2019, 10, 5))
    facts = facts_of(row(1, 1, "I was born on", "25 March 2007"), row(1, 2, "I go to", "Tarnside College"))
    assert (facts.date_of_birth, facts.setting) == (date(2007, 3, 25), "Tarnside College")


def test_what_is_said_of_the_whole_list_is_no_contributor():
    plan = with_sections(
        *VIEWS,
        heading("Section F: Special educational provision"),
        line("Dr Ivy Ashe, paediatric neurologist, will train the teaching assistant for an hour each year."),
        heading("Section K: Advice and information"),
        line("All of the advice was asked for on 7 July 2026 and a copy of each report is attached."),
        row(5, 1, "Advice given by", "Document", "Date of report"),
        row(5, 2, "Keisha Marlow", "Speech and language therapist", "27 July 2026"),
        row(5, 3, "Dr Ivy Ashe", "Letter", "2 July 2026"),
        row(5, 4, "Tolu Penhale", "Social worker", "3 July 2026"),
        line("The co-ordinator reads the log and telephones the tutor at the end of January 2027."),
    )
    found = [(one.name, one.role) for one in plan.facts.contributors[:3]]
    assert found == [
        ("Keisha Marlow", "Speech and language therapist"),
        ("Dr Ivy Ashe", "neurologist"),
        ("Tolu Penhale", "Social worker"),
    ]
    assert not any("telephones" in one.passage.text for one in plan.facts.contributors)


def test_labels_of_reviews_and_of_plans_that_are_still_to_come():
    facts = facts_of(
        row(1, 1, "Date of this annual review (transfer to post-16)", "29 September 2026"),
        row(1, 2, "Amended final plan will be sent by", "18 December 2026"),
        row(1, 4, "Final plan to be issued no later than", "30 November 2026"),
        row(1, 3, "To be reviewed on or before", "28 September 2027"),
    )
    assert (facts.reviewed, facts.amended, facts.review_due) == (date(2026, 9, 29), None, date(2027, 9, 28))
    assert facts.issued is None


def test_an_annual_review_beside_the_next_one_was_held():
    facts = facts_of(
        row(1, 1, "Annual review", "12 May 2026"),
        row(1, 2, "Next review by", "11 May 2027"),
        row(1, 3, "Date on which this plan was made", "24 July 2026"),
    )
    assert (facts.reviewed, facts.review_due, facts.issued) == (date(2026, 5, 12), date(2027, 5, 11), date(2026, 7, 24))


def test_who_wrote_a_draft_and_when_dates_the_draft():
    facts = facts_of(line("This draft plan was written by Ms Example with his parents on 15 October 2026."))
    assert (facts.drafted, facts.issued) == (date(2026, 10, 15), None)


def test_the_day_on_which_advice_was_received_is_not_that_of_the_advice():
    plan = with_sections(
        heading("Section A: Views"),
        line("I like trains."),
        heading("Section K: Advice and information"),
        row(1, 1, "Advice", "Who from", "Date of advice", "Date received"),
        row(1, 2, "Psychological", "Dr Ivy Ashe, educational psychologist", "1 May 2026", "4 May 2026"),
        row(1, 3, "Health", "Nia Birch, occupational therapist", "", "9 May 2026"),
    )
    assert [one.written for one in plan.facts.contributors[:2]] == [date(2026, 5, 1), None]


def test_a_row_that_says_that_no_such_advice_was_asked_for_is_no_contributor():
    plan = with_sections(
        heading("Section A: Views"),
        line("I like trains."),
        heading("Section K: Advice and information"),
        row(1, 1, "Advice", "Who", "Date"),
        row(1, 2, "Psychological", "Dr Ivy Ashe, educational psychologist", "1 May 2026"),
        row(1, 3, "Any other advice", "None was requested by the parents", "Not applicable"),
        row(1, 4, "Anyone else whom my parents asked for", "My parents named nobody", "10 September 2026"),
        row(1, 5, "Adulthood, from Year 9", "Not due: Year 5", "None"),
    )
    assert not any("Adulthood" in one.passage.text for one in plan.facts.contributors)
    assert not any("nobody" in one.passage.text for one in plan.facts.contributors)
    assert not any("requested" in one.passage.text for one in plan.facts.contributors)
    assert plan.facts.contributors[0].name == "Dr Ivy Ashe"


def test_a_line_of_many_dates_tells_each_review():
    facts = facts_of(
        line("Education, Health and Care Plan"),
        line(
            "First plan made 12 March 2021. Review before last 10 July 2024. Annual review meeting 9 July 2025. "
            "Amended final plan issued 19 September 2025. Next review due by 8 July 2026."
        ),
    )
    assert (facts.issued, facts.reviewed, facts.review_due) == (
        date(2021, 3, 12),
        date(2025, 7, 9),
        date(2026, 7, 8),
    )


def test_a_status_in_its_own_row_is_no_label_for_the_day_under_it():
    facts = facts_of(
        row(1, 1, "Name", "Rowan Tidewell"),
        row(1, 2, "Plan status", "Final"),
        row(1, 3, "Request made by parents", "4 May 2026"),
        row(1, 4, "Draft served", "17 August 2026"),
        row(1, 5, "Final plan served", "18 September 2026"),
    )
    assert (facts.requested, facts.drafted, facts.issued) == (date(2026, 5, 4), date(2026, 8, 17), date(2026, 9, 18))


def test_labels_and_their_days_in_one_paragraph():
    facts = facts_of(
        line("Name: Rowan Tidewell"),
        line("Status: FINAL. Request received 2 March 2026. Draft issued 12 June 2026. Final issued 10 July 2026."),
    )
    assert facts.stage == "final"
    assert (facts.requested, facts.drafted, facts.issued) == (date(2026, 3, 2), date(2026, 6, 12), date(2026, 7, 10))


@pytest.mark.parametrize(
    ("amended", "stage"), [("9 November 2026", "amended final"), ("4 May 2024", "amendment notice")]
)
def test_a_notice_with_its_day_is_what_the_plan_is_until_it_was_amended(amended, stage):
    facts = facts_of(
        row(1, 1, "Name", "Rowan Tidewell"),
        row(1, 2, "Date of first plan", "21 November 2023"),
        row(1, 3, "Notice of amendment", "1 October 2026"),
        row(1, 4, "Amended plan dated", amended),
    )
    assert facts.stage == stage


def test_labels_among_numbered_lines_and_a_heading_over_what_the_child_says():
    facts = facts_of(
        heading("1. This plan"),
        line("1.1 Name: Ottilie Farrow"),
        line("1.2 Status: Final"),
        line("1.3 Plan was issued on: 4 May 2026"),
        line("1.4 Review due 3 May 2027"),
    )
    assert (facts.child_name, facts.status) == ("Ottilie Farrow", "final")
    assert (facts.issued, facts.review_due) == (date(2026, 5, 4), date(2027, 5, 3))


@pytest.mark.parametrize("said", ["2.1 I like to be outside.", "I like to be outside"])
def test_what_the_child_says_under_a_heading_is_no_name(said):
    assert facts_of(line("The child", bold=True), line(said)).child_name is None
    assert facts_of(line("The child", bold=True), line("Ottilie Farrow")).child_name == "Ottilie Farrow"


def test_a_review_that_is_to_be_held_is_due():
    facts = facts_of(
        row(1, 1, "Plan issued on", "4 May 2026"),
        row(1, 2, "Annual review held on", "5 May 2025"),
        row(1, 3, "Review to be held before", "4 May 2027"),
    )
    assert (facts.issued, facts.reviewed) == (date(2026, 5, 4), date(2025, 5, 5))
    assert facts.review_due == date(2027, 5, 4)


def test_steps_over_their_days_are_labels_though_not_all_are_known():
    facts = facts_of(
        row(1, 1, "Request received", "Panel met", "Draft sent to family", "Final issued", "First annual review by"),
        row(1, 2, "9 March 2026", "16 April 2026", "24 June 2026", "22 July 2026", "21 July 2027"),
    )
    assert (facts.requested, facts.drafted, facts.issued) == (date(2026, 3, 9), date(2026, 6, 24), date(2026, 7, 22))
    assert facts.review_due == date(2027, 7, 21)


def test_an_unknown_word_beside_a_label_is_its_value_where_no_days_stand_under_them():
    facts = facts_of(
        row(1, 1, "Status", "Final", "School", "Elm Road Academy"),
        row(1, 2, "Final issued", "22 July 2026", "Panel met", "16 April 2026"),
    )
    assert (facts.status, facts.setting, facts.issued) == ("final", "Elm Road Academy", date(2026, 7, 22))


@pytest.mark.parametrize("cover", [True, False])
def test_the_day_of_the_first_plan_is_not_that_of_the_amended_one(cover):
    facts = facts_of(
        row(1, 1, "Status of plan", "Amended final"),
        *([row(1, 2, "Date made", "13 November 2026")] if cover else []),
        row(1, 3, "Transfer review meeting", "15 September 2026"),
        line("The plan was first made on 27 March 2020. This time it looks ahead to Year 7."),
    )
    dates = (date(2020, 3, 27), date(2026, 11, 13)) if cover else (None, None)
    assert ((facts.issued, facts.amended), facts.reviewed) == (dates, date(2026, 9, 15))


def test_an_amendment_before_the_last_review_is_history_where_the_plan_was_issued_since():
    facts = facts_of(
        row(1, 1, "Status of plan", "Amended final"),
        row(1, 2, "Issued on", "20 November 2026"),
        line("The plan was first issued on 12 February 2021."),
        line("Second review, 10 November 2022. Amended final plan dated 27 January 2023."),
        line("Sixth review, 15 September 2026. Notice of proposed changes sent 9 October 2026."),
    )
    assert (facts.issued, facts.amended) == (date(2021, 2, 12), date(2026, 11, 20))
    assert facts.drafted == date(2026, 10, 9)


def test_the_first_final_plan_is_no_stage_of_an_amended_one_and_the_last_of_several_reviews_counts():
    facts = facts_of(
        row(1, 1, "First final plan", "7 July 2023"),
        row(
            1, 2, "Annual reviews held", "4 July 2024 (no change); 3 July 2025 (no change); 2 July 2026 (to be amended)"
        ),
        row(1, 3, "Amendment notice sent", "24 July 2026"),
        row(1, 4, "Amended final plan", "17 September 2026"),
    )
    assert (facts.stage, facts.reviewed) == ("amended final", date(2026, 7, 2))
    assert (facts.issued, facts.amended) == (date(2023, 7, 7), date(2026, 9, 17))


def test_a_plan_that_was_not_amended_was_issued_when_it_was_first_made():
    facts = facts_of(row(1, 1, "Status", "Final"), row(1, 2, "Date first issued", "27 March 2026"))
    assert (facts.issued, facts.amended) == (date(2026, 3, 27), None)


def test_dates_as_a_child_would_label_them():
    facts = facts_of(
        row(1, 1, "My plan was asked for on", "9 December 2025"),
        row(1, 2, "My final plan is dated", "15 April 2026"),
        row(1, 3, "My plan must be reviewed by", "10 April 2027"),
        row(1, 4, "A change to my plan was asked for on", "1 May 2026"),
    )
    dates = (date(2025, 12, 9), date(2026, 4, 15), date(2027, 4, 10))
    assert (facts.requested, facts.issued, facts.review_due) == dates


@pytest.mark.parametrize("alone", [True, False])
def test_a_name_in_bold_may_stand_in_a_box_but_not_beside_another_cell(alone):
    facts = facts_of(
        line("Education, Health and Care Plan", bold=True, size=22.0),
        row(1, 1, "Fenn Harrowgill", *([] if alone else ["Case lead"]), bold=True, size=11.0),
        line("Fenn is at Elm Road. Fenn likes trains. Fenn was seen by a nurse.", size=11.0),
    )
    assert facts.child_name == ("Fenn Harrowgill" if alone else None)


def test_a_scheduled_review_date_beside_its_day_is_no_bar_over_a_section():
    cover = [
        *row(1, 1, "Date plan was finished", "14 April 2026"),
        *row(1, 2, "Scheduled review date", "1 April 2027"),
    ]
    facts = with_sections(*cover, heading("Section A: My views"), line("I like trains.")).facts
    assert facts.issued == date(2026, 4, 14)
    assert facts.review_due == date(2027, 4, 1)


def test_days_under_their_labels_may_have_a_number_beside_them():
    cover = [
        *row(1, 1, "Date EHCP agreed", "Date amended", "Scheduled review date", "Version number"),
        *row(1, 2, "3 June 2024", "14 March 2026", "27 March 2027", "3"),
    ]
    facts = with_sections(*cover, heading("Section A: My views"), line("I like trains.")).facts
    assert facts.amended == date(2026, 3, 14)
    assert facts.review_due == date(2027, 3, 27)


@pytest.mark.parametrize("why", ["following annual review", "after the annual review", "further to a review meeting"])
def test_a_title_may_say_after_which_review_the_plan_was_amended(why):
    facts = with_sections(line(f"Amended Final Plan {why}"), heading("Section A: My views"), line("I like it.")).facts
    assert facts.stage == "amended final"


def test_a_name_without_a_label_stands_first_in_the_row_of_the_birthday():
    said = "Ivo likes bells. Ivo rocks. Ivo hums. Ivo sleeps."
    told = facts_of(row(1, 1, "Ivo Senn", "Born: 4 May 2019"), row(1, 2, "Notice with draft: 3 June 2026"), line(said))
    assert (told.child_name, told.drafted) == ("Ivo Senn", date(2026, 6, 3))
    assert facts_of(row(1, 1, "Elm Ward", "Reference: 4 of 5"), line(said)).child_name is None


@pytest.mark.parametrize(
    ("cover", "name"),
    [
        ("Ivo Senn, date of birth 4 May 2019, Year 2.", "Ivo Senn"),
        ("Ivo Senn (DOB 4.5.2019), Year 2", "Ivo Senn"),
        ("Ivo Senn, aged 7, goes to Elm Road School.", "Ivo Senn"),
        ("Mara Senn, parent of the child born 4 May 2019", None),
        ("Wold Council, date of issue 4 May 2026", None),
    ],
)
def test_the_name_before_the_birthday_in_a_sentence(cover, name):
    assert facts_of(line(cover)).child_name == name


def test_a_value_over_a_day_is_no_label_where_the_row_below_has_labels_of_its_own():
    plan = with_sections(
        row(9, 1, "Parents", "Shabana Sample", "Plan type", "Amended final"),
        row(9, 2, "Plan first issued", "21 May 2024", "Review meeting", "3 March 2026"),
        row(9, 3, "Proposed amendments sent", "27 March 2026", "This plan issued", "19 May 2026"),
    )
    assert (plan.facts.reviewed, plan.facts.drafted) == (date(2026, 3, 3), date(2026, 3, 27))
    assert plan.facts.amended != date(2026, 3, 3)


def test_steps_over_days_may_say_more_in_brackets():
    plan = with_sections(
        row(9, 1, "Request in", "Draft out", "Final plan", "Next review"),
        row(9, 2, "1 June 2026", "18 September 2026", "15 October 2026", "10 December 2026 (before transfer)"),
    )
    assert (plan.facts.issued, plan.facts.review_due) == (date(2026, 10, 15), date(2026, 12, 10))


def test_from_whom_advice_was_received_is_no_day():
    plan = with_sections(
        heading("Section K: Advice and information"),
        row(9, 1, "Advice requested", "Received from", "Date of advice", "Appended"),
        row(9, 2, "Educational", "Ada Sample, SENCO", "21 September 2026", "Yes"),
    )
    assert date(2026, 9, 21) in [one.written for one in plan.facts.contributors]


def test_labels_in_a_header_row_over_days_that_say_a_little_more():
    facts = facts_of(
        line("Status: Final"),
        row(1, 1, "Request received from parents", "Decision to assess", "Draft sent to parents", "Plan finalised",
            "First annual review"),
        row(1, 2, "11 May 2026", "18 June 2026 – by email", "2 September 2026", "24 September 2026",
            "On or before 23 September 2027"),
    )  # fmt: skip
    assert (facts.requested, facts.assess_decided) == (date(2026, 5, 11), date(2026, 6, 18))
    assert (facts.drafted, facts.issued) == (date(2026, 9, 2), date(2026, 9, 24))
    assert facts.review_due == date(2027, 9, 23)


def test_the_rows_of_the_first_plan_and_of_this_one_are_told_apart():
    facts = facts_of(
        line("Amended final plan"),
        row(1, 1, "First plan", "Request received 14 January 2019; final plan issued 24 May 2019"),
        row(1, 2, "Latest review", "Review meeting 11 June 2026; notice of amendments sent 2 July 2026"),
        row(1, 3, "This plan", "Version 6, issued 12 August 2026"),
    )
    assert (facts.requested, facts.issued) == (date(2019, 1, 14), date(2019, 5, 24))
    assert (facts.drafted, facts.amended) == (date(2026, 7, 2), date(2026, 8, 12))


def test_a_row_may_begin_with_its_day():
    facts = facts_of(
        row(1, 1, "Date", "Event"),
        row(1, 2, "11 May 2026", "Date on which the council received the request"),
        row(1, 3, "12 May 2026", "Advice requested"),
        row(1, 4, "2 September 2026", "Draft sent to parents"),
        row(1, 5, "24 September 2026", "Last day for comments"),
        row(1, 6, "1 October 2026", "Final plan to be issued by"),
    )
    assert (facts.requested, facts.drafted, facts.issued) == (date(2026, 5, 11), date(2026, 9, 2), None)
    assert (facts.answer_due, facts.issue_due) == (date(2026, 9, 24), date(2026, 10, 1))


def test_two_labels_in_a_cell_share_the_days_beside_them():
    facts = facts_of(
        row(1, 1, "Request / agreed to assess", "18 May 2026 / 22 June 2026"),
        row(1, 2, "Agreed to issue / draft", "1 September 2026 / 4 September 2026"),
    )
    assert (facts.requested, facts.assess_decided) == (date(2026, 5, 18), date(2026, 6, 22))
    assert (facts.plan_decided, facts.drafted) == (date(2026, 9, 1), date(2026, 9, 4))


@pytest.mark.parametrize(
    ("label", "said"),
    [("Final plan", "due by 7 December 2026"), ("Final", "to be issued by 7 December 2026"), ("Draft", "May 2026")],
)
def test_a_day_that_is_still_to_come_is_no_event(label, said):
    facts = facts_of(row(1, 1, "Year group", "Year 5"), row(1, 2, label, said))
    assert (facts.issued, facts.drafted) == (None, None)


@pytest.mark.parametrize(
    ("said", "reviewed", "due"),
    [
        ("5 June 2026", date(2026, 6, 5), None),
        ("5 June 2027", None, date(2027, 6, 5)),
        ("By 5 June 2027", None, date(2027, 6, 5)),
    ],
)
def test_a_review_without_more_was_held_or_is_due_by_the_other_days(said, reviewed, due):
    facts = facts_of(row(1, 1, "Amended final plan issued", "28 August 2026"), row(1, 2, "Review of the EHCP", said))
    assert (facts.reviewed, facts.review_due) == (reviewed, due)


def test_the_day_of_a_plan_finished_after_its_review_is_that_of_the_amendment():
    facts = facts_of(
        line("This is my amended final plan. We had my review meeting on 16 September 2026. The council wrote to Mum "
             "about the changes on 9 October 2026 and finished the plan on 13 November 2026."),
    )  # fmt: skip
    assert (facts.reviewed, facts.drafted) == (date(2026, 9, 16), date(2026, 10, 9))
    assert (facts.amended, facts.issued) == (date(2026, 11, 13), None)


def test_a_plan_is_final_by_the_label_of_its_day():
    facts = facts_of(row(1, 1, "Final plan issued", "25 September 2026"), row(1, 2, "Draft sent", "28 August 2026"))
    assert (facts.stage, facts.issued) == ("final", date(2026, 9, 25))


def test_a_draft_with_its_day_beside_the_final_plan_with_a_later_one_is_no_stage():
    facts = facts_of(row(1, 1, "Draft EHCP", "1 August 2026"), row(1, 2, "Final EHCP", "9 September 2026"))
    assert (facts.status, facts.drafted, facts.issued) == ("final", date(2026, 8, 1), date(2026, 9, 9))


def test_the_day_after_what_a_plan_was_amended_for_is_that_of_the_review():
    facts = facts_of(line("Final plan"), line("Amended following annual review held 2 March 2026"))
    assert (facts.amended, facts.reviewed) == (None, date(2026, 3, 2))


def test_the_day_over_a_letter_is_when_the_plan_was_made_where_no_other_says():
    letter = [
        line("Elmshire Council, The Old Hall, Elmshire"),
        line("23 July 2026"),
        line("Dear Ivo,"),
        line("Your Education, Health and Care Plan (amended final plan)"),
    ]
    facts = facts_of(*letter, line("We will look at it with you again by 11 May 2027."))
    assert (facts.stage, facts.amended, facts.review_due) == ("amended final", date(2026, 7, 23), date(2027, 5, 11))
    facts = facts_of(*letter, line("Amended plan issued: 20 July 2026"))
    assert facts.amended == date(2026, 7, 20)


@pytest.mark.parametrize(
    ("status", "fact"), [("Draft", "drafted"), ("Final", "issued"), ("Amended final", "amended"), (None, "drafted")]
)
def test_the_date_of_the_version_is_the_day_of_the_plan_at_its_stage(status, fact):
    cover = [line(f"Status: {status}")] if status else []
    facts = facts_of(*cover, line("Version number: 3"), line("Date of version: 2 November 2026"))
    assert getattr(facts, fact) == date(2026, 11, 2)
    told = facts_of(*cover, line("Date of version: 2 November 2026"), line("Final plan issued: 3 October 2026"))
    assert told.issued == date(2026, 10, 3)
    assert (told.drafted, told.amended) == (None, None)


def test_a_review_due_so_long_after_the_final_plan_is_no_day_of_the_final_plan():
    facts = facts_of(
        row(1, 1, "Draft out", "20 Nov 2026", "Final", "to be completed when issued"),
        row(1, 2, "First review", "within 12 months of the final plan, by 19 Nov 2027"),
    )
    assert (facts.review_due, facts.issue_due, facts.issued) == (date(2027, 11, 19), None, None)


def test_asked_for_on_the_cover_is_the_day_of_the_request():
    facts = facts_of(
        row(1, 1, "Asked for", "5 May 2026 (parents)"),
        row(1, 2, "Agreed to assess", "12 June 2026"),
        row(1, 3, "Final plan", "issued on 30 October 2026"),
    )
    assert (facts.requested, facts.issued) == (date(2026, 5, 5), date(2026, 10, 30))


@pytest.mark.parametrize(
    ("label", "value", "name"),
    [
        ("Your name", "Fenn Harrowgill", "Fenn Harrowgill"),
        ("You are", "Fenn (Fen) Harrowgill", "Fenn Harrowgill"),
        ("You are", "Fenn Harrowgill. You were born on 5 October 2019.", "Fenn Harrowgill"),
        ("I am", "Fenn Harrowgill", "Fenn Harrowgill"),
        ("This plan belongs to", "Fenn Harrowgill (“Fen”)", "Fenn Harrowgill"),
        ("I am", "Kind and funny, and good at maths", None),
        ("You are", "in Year 4", None),
    ],
)
def test_a_plan_written_to_the_child_or_by_it_says_whose_it_is(label, value, name):
    assert facts_of(row(1, 1, label, value), row(1, 2, "Your birthday", "5 October 2019")).child_name == name


@pytest.mark.parametrize(
    ("cover", "name"),
    [
        ("Fenn Harrowgill - Elm County Council - Final plan", "Fenn Harrowgill"),
        ("for Fenn Harrowgill", "Fenn Harrowgill"),
        ("Fenn Harrowgill. This is a draft for the parents.", "Fenn Harrowgill"),
        ("Mara Farrow - Elm County Council - Final plan", None),
        ("Learning Together Team, Lock House", None),
        ("Elm County Council", None),
    ],
)
def test_a_name_at_the_head_of_a_line_is_the_childs_where_the_running_head_has_it(cover, name):
    head = "Fenn Harrowgill | Elm County Council | Learning Together Team | final plan"
    margins = (Stretch(text=head, page=1),)
    assert facts_of(line("Education, Health and Care Plan"), line(cover), margins=margins).child_name == name
    assert facts_of(line("Education, Health and Care Plan"), line(cover)).child_name is None


def test_who_wrote_the_plan_stands_in_the_running_head_too():
    margins = (Stretch(text="Caseworker: Mara Farrow", page=1),)
    assert facts_of(row(1, 1, "Caseworker", "Mara Farrow"), margins=margins).child_name is None
