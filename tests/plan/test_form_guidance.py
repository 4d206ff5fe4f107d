"""What a form tells its writer under each heading is no word of the section; what the plan tells its readers is."""

import pytest
from plans import TITLES, heading, line, plan_of, row

from ehcp_audit.model import State
from ehcp_audit.plan.form_words import is_guidance

WORDS = {
    "A": "I like boats. I want to be a ferry captain.",
    "B": "Nia finds it hard to say what she needs in a noisy room.",
    "C": "Nia has asthma.",
    "D": "Nia needs an adult with her out of doors.",
    "E": "By July 2028 Nia will order her own lunch in the canteen.",
    "F": "A teaching assistant will sit with Nia for ten hours a week.",
    "G": "The asthma nurse will see Nia twice a year.",
    "H1": "Three hours a week of a support worker.",
    "H2": "None at present.",
    "I": "Ferry Road School, a mainstream school.",
    "J": "A direct payment of £40 a week buys the support worker.",
    "K": "Dr Ida Holm, educational psychologist, 3 March 2026",
}
FORMS = {
    "what to write": {
        "A": "Write in the first person where you can. Say how the child took part.",
        "B": "Describe all of the child's special educational needs. Use the headings of the Code of Practice.",
        "C": 'List diagnoses and the effect of each on daily life. If there are none, write "None".',
        "E": "Outcomes must be specific and measurable. Number each one.",
        "F": "Say who will provide it and how often. There must be provision for each need in Section B.",
        "H2": "Include provision under section 17 of the Children Act 1989. If none, say so.",
        "I": "Leave blank in a proposed plan. Give the name and the type of school.",
        "K": "List the advice in the order of regulation 6. Each must be attached.",
    },
    "this section": {
        "B": "This section should set out all of the child or young person's special educational needs.",
        "C": "This section should describe health needs that relate to the special educational needs.",
        "D": "This section should set out social care needs, including those in a child in need plan.",
        "F": "This section must specify the provision for each and every need in Section B.",
        "H2": "This section must specify any other provision reasonably required. State if there is none.",
    },
    "please": {
        "A": "Please record the views of the child and the parents, in their own words where possible.",
        "D": "Please include any needs identified in a social care assessment, or state that there are none.",
        "G": "Please specify the provision and who will deliver it, and how often.",
        "H2": "Please state 'Not applicable' if there is no such provision.",
        "J": "Please set out how any direct payment will be used.",
    },
    "in brackets": {
        "B": "(Describe the needs under the four broad areas. Do not include provision here.)",
        "C": "(List only health needs that relate to SEN.)",
        "D": "[Summarise the social care needs. Write 'none' where there are none.]",
        "F": "(Detail, specify and quantify the provision. Refer to each need by its number.)",
        "H2": "(State any provision that is not under the 1970 Act.)",
    },
    "must be": {
        "B": "All of the child's identified special educational needs must be specified in this section.",
        "C": "Health needs must be recorded here. Needs that do not relate to SEN may be included with consent.",
        "E": "Outcomes should be SMART. They should not describe a service.",
        "F": "Provision should be detailed and specific and should normally be quantified.",
        "G": "Health provision must be agreed by the ICB before it is written here.",
        "H2": "Any other social care provision should be entered here. If not applicable, please state.",
    },
    "officers": {
        "A": "To be completed with the family. Use the child's own words.",
        "B": "To be completed by the plan writer from the advice. Each need should be numbered.",
        "G": "To be completed by the health lead. Do not leave blank.",
        "H1": "To be completed by social care. Enter 'none' if no services are provided.",
        "H2": "To be completed by social care. Enter 'none' if no services are provided.",
    },
    "notes": {
        "B": "Note: set out every need, even where provision is already made for it.",
        "D": "Note: include needs found in any assessment.",
        "H1": "Note: list each service, with hours. Where there is none, state this.",
        "H2": "Note: list each service, with hours. Where there is none, state this.",
    },
    "the writer": {
        "B": "The writer should describe strengths first and then needs in each area.",
        "C": "The writer should list each condition and its effect at school.",
        "F": "The writer should state who will give the provision, how often and for how long.",
        "H2": "The writer should enter 'none' where there is no such provision.",
    },
    "guidance of two lines": {
        "B": ["Insert the child's needs, area by area.", "Delete areas that do not apply."],
        "E": ["Insert the outcomes, each with its steps.", "Check that each is SMART."],
        "F": ["Insert provision for each outcome.", "Check that it is quantified."],
        "H2": ["Insert any other provision.", "If there is none, insert 'None'."],
    },
    "set out": {
        "A": "Set out here what the child and the parents have said.",
        "C": "Set out here the health needs that relate to the child's SEN.",
        "D": "Set out here the social care needs that relate to the child's SEN or to a disability.",
        "H2": "Set out here any provision that is not made under the Act. Put N/A if none.",
    },
    "consider": {
        "B": "Consider each of the four areas of the Code. Evidence from the advice should be quoted.",
        "C": "Consider asking the health lead. Only needs that relate to SEN should be recorded.",
        "E": "Consider what the child will be able to do. Each outcome should have a date.",
        "H2": "Consider short breaks. Record 'None' if no provision is needed.",
    },
}


def filled(form, words=WORDS, **look):
    stretches = []
    for code, title in TITLES.items():
        stretches.append(heading(f"Section {code}: {title}"))
        told = form.get(code, [])
        stretches += [line(one, **look) for one in ([told] if isinstance(told, str) else told)]
        stretches += [line(words[code], size=11.0)] if words.get(code) else []
    return stretches


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
@pytest.mark.parametrize("size", [9.0, 11.0])
def test_guidance_under_headings_is_no_word_of_the_sections(form, size):
    plan = plan_of(*filled(form, size=size))
    assert {code: plan.section(code).text for code in WORDS} == WORDS
    assert plan.section("H2").state is State.NIL


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_a_form_that_is_not_filled_in_is_empty(form):
    plan = plan_of(*filled(form, words={"A": WORDS["A"], "K": WORDS["K"]}))
    assert plan.section("H2").state is State.EMPTY


def test_guidance_in_the_cell_of_the_heading_or_over_the_words_in_the_next():
    form = FORMS["what to write"]
    under = [
        one
        for number, (code, title) in enumerate(TITLES.items(), start=1)
        for one in row(1, number, [f"Section {code}: {title}", *([form[code]] if code in form else [])], WORDS[code])
    ]
    plan = plan_of(*under)
    assert {code: plan.section(code).text for code in WORDS} == WORDS
    above = [
        one
        for number, (code, title) in enumerate(TITLES.items(), start=1)
        for one in row(1, number, f"Section {code}: {title}", [*([form[code]] if code in form else []), WORDS[code]])
    ]
    plan = plan_of(*above)
    assert {code: plan.section(code).text for code in WORDS} == WORDS


CONTRASTS = [
    "Use visual timetables. Give Nia time to answer.",
    "List three things that went well at the end of each day.",
    "Record Nia's reading in her diary each evening.",
    "Describe pictures to Nia before she is asked about them.",
    "Include Nia in the choir every Tuesday.",
    "Please speak to me from the front. Please do not shout.",
    "Write to my mum before you change my taxi.",
    "Do not touch her chair without asking. Say who you are.",
    "State what comes next in short words, and wait for ten seconds.",
    "Outcomes were agreed with Nia in March.",
    "Needs must be met by staff who know her well.",
    "Provision must be in place by 1 September 2026.",
    "All staff must be trained to use her inhaler.",
    "Complete a risk assessment before each trip.",
    "Check that her hearing aids work at the start of the day.",
    "Set out her books in the order of the lessons.",
    "If there are changes, tell me the day before.",
    "To be completed by July 2027: a course in food hygiene.",
]


@pytest.mark.parametrize("said", CONTRASTS)
@pytest.mark.parametrize("form", [{}, FORMS["what to write"], FORMS["please"]], ids=["none", "guided", "please"])
def test_what_is_said_to_readers_is_the_plans(said, form):
    words = {**WORDS, "F": said, "A": said}
    plan = plan_of(*filled(form, words=words))
    assert plan.section("F").text == said
    assert plan.section("A").text == said


def test_one_or_two_such_lines_are_left_to_the_reader():
    plan = plan_of(*filled({"B": FORMS["what to write"]["B"]}))
    assert plan.section("B").text == f"{FORMS['what to write']['B']}\n{WORDS['B']}"


@pytest.mark.parametrize(
    "said",
    [
        "Under the Chronically Sick and Disabled Persons Act 1970, Section 2",
        "Under section 2 of the Chronically Sick and Disabled Persons Act 1970.",
        "Provision under section 2 of the CSDPA 1970",
        "(section 2, Chronically Sick and Disabled Persons Act 1970)",
        "Chronically Sick and Disabled Persons Act 1970, section 2",
        "Made under s.2 of the CSDPA",
        "Social care provision which must be made under section 2 of the 1970 Act",
        "Pursuant to section 2 of the Act of 1970",
        "Provision outside the 1970 Act.",
        "Other than under the CSDPA 1970",
        "Support required by the Chronically Sick and Disabled Persons Act 1970 (section 2)",
    ],
)
def test_a_line_that_only_names_the_act_is_the_rest_of_the_heading(said):
    plan = plan_of(*filled({"H1": said, "H2": said}))
    assert [plan.section(code).text for code in ("H1", "H2")] == [WORDS["H1"], WORDS["H2"]]


@pytest.mark.parametrize(
    "said",
    [
        "Under section 2 of the CSDPA: a support worker on Saturdays.",
        "Provision under the 1970 Act is three hours a week.",
        "Support under section 17 of the Children Act 1989",
        "None under the 1970 Act.",
        "Nia is not eligible under section 2 of the Chronically Sick and Disabled Persons Act 1970.",
        "No provision under the CSDPA 1970",
    ],
)
def test_what_is_given_under_the_act_is_the_plans(said):
    plan = plan_of(*filled({"H1": said}))
    assert plan.section("H1").text == f"{said}\n{WORDS['H1']}"


def test_small_first_lines_that_are_the_childs_stay():
    said = {code: f"What I say about {title.lower()}: it is fine." for code, title in TITLES.items()}
    plan = plan_of(*filled(said, size=9.0))
    assert plan.section("B").text == f"{said['B']}\n{WORDS['B']}"


@pytest.mark.parametrize(
    "told",
    [
        "Please use the child/young person's own words where possible.",
        "This should include all identified needs, even where no provision is required.",
        "Any health needs related to SEN must be detailed here.",
        "Health care needs which are not related to SEN, e.g. dental needs, may be specified where appropriate.",
        "Where a personal budget has been agreed, details should be provided, including the outcomes it will meet.",
        "Identify the SEN, including strengths and difficulties.",
        "Ensure that outcomes are SMART and agreed with the family.",
        "Outcomes should span education, health and social care as appropriate.",
        "It should be clear how advice and information has informed the provision.",
        "The advice and information gathered during the assessment must be set out in appendices.",
        "A range of outcomes over varying timescales should be included.",
        "Outline any home adaptations, short breaks and support for parents.",
        "Details of the school should be left out of a draft plan.",
        "To be left blank in the draft plan.",
        "Do not name a school in a draft plan.",
        "Include how the child communicates and how their views were obtained.",
        "Include a summary of how to communicate with the child or young person and engage them in decision making.",
        "Name and type of school must only be included in the final plan.",
        "Only complete this section if a direct payment is agreed.",
        "Enter details of diagnosed conditions and how they affect learning.",
        "Remember to link each outcome to a need.",
        "Use one row for each outcome.",
        "Provide a brief history of the child's education.",
        "Summarise what is working well and what needs to change.",
        "Provision must be specified for each and every need specified in Section B.",
        "These should be based on the needs in Section C.",
        "Consider independence, friendships and plans for the future.",
        "Avoid words such as 'opportunities for' and 'access to'.",
        "Please type here.",
        "Health team to complete.",
        "Say who will provide each and when.",
        "One line per outcome. Number them.",
        "Specify and quantify.",
        "Taken from the health advice.",
        "Tick all that apply.",
        "To be checked by the designated social care officer.",
        "In the young person's own words where possible.",
        "Prompts: friends, home, school, hopes.",
        "If the family has no social worker, say so.",
        "Please keep to one page.",
    ],
)
def test_a_form_speaks_of_what_plans_are_made_of(told):
    assert is_guidance(told)


@pytest.mark.parametrize(
    "told",
    [
        "A key adult should be named and known to the child at the start of each term.",
        "Support should be quantified in hours by the SENCO each September.",
        "Equipment must be provided by the school and checked every term.",
        "Staff should use one instruction at a time.",
        "Information should be given in short sentences, with pictures.",
        "All information must be presented visually.",
        "Written information should be in large print.",
        "Advice should be sought from the speech therapist each term.",
        "Views should be sought before each review with symbols.",
        "Outcomes will be reviewed each term.",
        "Complete a daily check of the hearing aids.",
        "Explain changes to the plan of the day in advance.",
        "Explain the plan for the day each morning with a visual timetable.",
        "Write the plan of the lesson on the board.",
        "Provide information in small steps.",
        "Provide a quiet place in school at break.",
        "Say what is going to happen at school each day.",
        "Name feelings as they happen.",
        "Number each step of the task.",
        "Identify triggers and record them on the school's form.",
        "Give the child time to answer.",
        "Include the child in group work at school.",
        "Put a picture of the school on the timetable.",
        "Describe what the child is doing as they play.",
        "Record the child's voice with a switch.",
        "List the steps of the task on a card for the child to tick.",
        "Needs must be met in a small class.",
        "This section of the school is quiet and should be used for breaks.",
        "The school must keep a record of evidence here.",
        "Services should be told of any change here.",
        "Add symbols to the school's signs.",
        "Attach a picture to each school bag.",
        "Explain to the child what will happen.",
        "Tick the job off when it is done.",
        "One line of print at a time.",
        "Take messages from the office.",
        "Agreed by the integrated care board.",
        "Record progress and evidence in the home-school book.",
        "Health needs must be written in a care plan at school.",
        "Avoid phrases such as hurry up.",
        "Use one box for each task.",
        "The officer will visit each term.",
        "The author will read stories to the class.",
        "Prompts: a visual, then a word, then a touch.",
        "It must be clear who is in charge.",
        "This section describes a learner with autism who finds noise hard.",
        "Tick all that apply in the choice board.",
        "A teaching assistant reads with the group. Each outcome should have a date.",
        "Say who will be at the door.",
        "Write down the outcomes that I have reached.",
        "State the rules of the school clearly and often.",
    ],
)
def test_a_plan_speaks_of_what_is_done(told):
    assert not is_guidance(told)


def test_small_print_that_is_no_guidance_is_kept():
    said = "Agreed by the integrated care board."
    form = {**FORMS["what to write"], "G": said}
    assert plan_of(*filled(form, size=9.0)).section("G").text == f"{said}\n{WORDS['G']}"
