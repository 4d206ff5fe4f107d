"""What a sceptical audit officer asked about: lines judged with their paragraph, words that say what they seem to."""

from __future__ import annotations

from datetime import date

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.care import direct_payment
from ehcp_audit.checks.therapy import direct_indirect
from ehcp_audit.checks.vagueness import vague_words
from ehcp_audit.language.provision import provision_wording
from ehcp_audit.model import Verdict
from tests.checks.small import section_of, small
from tests.checks.test_provision import line
from tests.plan.plans import heading, row, with_sections
from tests.plan.plans import line as told

CLUB = "A support worker takes Leo to a club for two hours every Saturday, 38 weeks a year."


def care(code, *paragraphs):
    sections = (heading("Section H1: Care"), told("None."), heading("Section H2: Other care"))
    head = sections[:1] if code == "H1" else sections
    plan = with_sections(*head, *map(told, paragraphs))
    return checks()["care.specific"].function(plan.section(code), plan)


@pytest.mark.parametrize(
    "paragraph",
    [
        f"{CLUB} The worker does a 15-minute road walk with Leo each time.",
        f"{CLUB} The worker has first aid training.",
        f"{CLUB} Just Leo and the worker.",
        "Leo stays at Heron House one weekend (2 nights) every month, with one worker for two young people.",
        "Leo sleeps at Heron House two nights each month. The house is checked by the social worker.",
    ],
)
@pytest.mark.parametrize("code", ["H1", "H2"])
def test_care_is_judged_by_its_paragraph(code, paragraph):
    assert care(code, paragraph).verdict is Verdict.MET


@pytest.mark.parametrize(
    "paragraphs",
    [
        (f"{CLUB} Short breaks will be offered as needed.",),
        (f"{CLUB} Leo will have help in the home.",),
        (CLUB, "The worker has first aid training."),
    ],
)
def test_care_of_its_own_and_lines_of_other_paragraphs_owe_an_amount(paragraphs):
    assert care("H2", *paragraphs).verdict is Verdict.PARTLY_MET


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("A direct payment of £34 a week. It pays for the helper in Section H1, for goal 9.", Verdict.MET),
        ("A direct payment of £34 a week pays for F4 and H1.2.", Verdict.MET),
        ("A direct payment of £34 a week pays for the helper in section H1.", Verdict.PARTLY_MET),
        ("A direct payment of £34 a week goes to his mother.", Verdict.NOT_MET),
        ("A direct payment of £34 a week, with the goal of more choice.", Verdict.NOT_MET),
    ],
)
def test_a_payment_serves_the_goals_and_lines_it_points_to(words, verdict):
    plan = section_of("J", words)
    assert direct_payment(plan.section("J"), plan).verdict is verdict


@pytest.mark.parametrize(
    "words",
    [
        "A mentor from the school's learning support team (the assistant SENCO) sees Ana for 45 minutes once a month.",
        "A learning support assistant reads with Ana for 20 minutes each day.",
        "The Sensory Support Service visits Ana for an hour each term.",
        "A teacher of the behaviour support unit sees Ana for 30 minutes each week.",
        "A teacher of the sensory support services sees Ana for 30 minutes each week.",
    ],
)
def test_the_names_of_teams_posts_and_services_are_not_vague(words):
    assert "support" not in {term.lower() for term in provision_wording(words).vague_terms}
    assert vague_words(line(words)).verdict is Verdict.MET


@pytest.mark.parametrize(
    "words", ["Support from the learning support team.", "A teacher gives Ana support.", "Staff give support services."]
)
def test_help_beside_such_names_is_as_bare_as_ever(words):
    assert "support" in {term.lower() for term in provision_wording(words).vague_terms}


@pytest.mark.parametrize(
    "words",
    [
        "A teaching assistant keeps an eye on her targets.",
        "The therapist keeps a close eye on her progress.",
        "A teaching assistant is keeping watch over her work.",
        "The SENCO keeps tabs on her spelling.",
    ],
)
def test_an_eye_kept_on_something_is_no_provision(words):
    said = provision_wording(words)
    assert said.vague_terms
    assert not said.specific_type
    assert said.overall == "vague"
    assert vague_words(line(words)).verdict is not Verdict.MET


def test_an_eye_patch_is_kept_on():
    assert not provision_wording("The nurse keeps an eye patch on her for two hours each day.").vague_terms


READS = "A teaching assistant reads with Ana for 20 minutes each day"


@pytest.mark.parametrize(
    "when",
    [
        "when the timetable has room for it",
        "if the school's own timetable allows",
        "where staffing allows",
        "when there is cover",
        "if numbers permit",
        "when time can be found",
        "as long as a teacher is free, and when an assistant is free",
        "subject to staff availability",
    ],
)
def test_an_amount_that_hangs_on_staff_or_time_goes_to_a_person(when):
    answer = vague_words(line(f"{READS}, {when}, overseen by the SENCO."))
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)
    assert not any("overseen" in one.text for one in answer.evidence)
    assert provision_wording(f"{READS}, {when}.").vague_terms


@pytest.mark.parametrize(
    "when",
    [
        "when the bell has rung",
        "when the school has a fire drill",
        "when the class teacher is away",
    ],
)
def test_other_events_are_no_such_condition(when):
    assert vague_words(line(f"{READS}, {when}.")).verdict is Verdict.MET


def test_up_to_eight_of_us_is_the_size_of_a_group():
    assert not provision_wording("A club run by a teacher for up to eight of us, 35 minutes each week.").vague_terms


@pytest.mark.parametrize(
    ("told", "sizes"),
    [
        ("We are six.", ["We are six"]),
        ("We're five in it.", ["We're five"]),
        ("There are four of us.", ["four of us"]),
        ("It is for six of us and a mentor.", ["six of us"]),
        ("We are six weeks ahead.", []),
        ("We are 5 minutes away.", []),
        ("Some of us like it.", []),
    ],
)
def test_how_many_we_are_is_the_size_of_a_group(told, sizes):
    read = provision_wording(f"A group about food with the class teacher each week. {told}")
    assert [one.text for one in read.group_sizes] == sizes


def provision(*lines, **facts):
    plan = with_sections(heading("Section F: Provision"), *lines)
    return plan, plan.section("F").items


@pytest.mark.parametrize(
    ("head", "verdict"),
    [
        ("From September 2026, at secondary school, until the end of Year 7", Verdict.MET),
        ("September 2026 – July 2027", Verdict.MET),
        ("From September 2026", Verdict.NEEDS_PERSON),
        ("Reading and writing", Verdict.NEEDS_PERSON),
        ("Ages 7 to 11", Verdict.NEEDS_PERSON),
    ],
)
def test_a_heading_gives_the_period_of_what_follows(head, verdict):
    plan, (item, *_) = provision(heading(head, 2), told("Map club: Wednesday lunch, 35 minutes, regular jobs."))
    assert checks()["provision.period"].function(item, plan).verdict is verdict


@pytest.mark.parametrize(
    ("over", "verdict"),
    [
        (("Map reading, from September 2026 until July 2027", "Reading"), Verdict.NEEDS_PERSON),
        (("From September 2026 until July 2027", "Reading"), Verdict.MET),
        (("Reading, from September 2026 until July 2027",), Verdict.MET),
    ],
)
def test_the_period_in_the_heading_of_one_kind_of_help_ends_at_the_next(over, verdict):
    plan, items = provision(
        heading(over[0], 2),
        told("Map club: Wednesday lunch, 35 minutes, regular jobs."),
        *(heading(one, 2) for one in over[1:]),
        told("A teacher reads with Ana for 20 minutes each day."),
    )
    assert checks()["provision.period"].function(items[-1], plan).verdict is verdict


def test_a_heading_says_nothing_of_what_stands_before_it():
    plan, items = provision(
        told("Map club: Wednesday lunch, 35 minutes, regular jobs."),
        heading("From September 2026 until the end of Year 7", 2),
        told("A teacher reads with Ana for 20 minutes each day."),
    )
    assert checks()["provision.period"].function(items[0], plan).verdict is not Verdict.MET


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        (
            "The attendance officer tells Ana of any change by a message to her tablet, every day.",
            Verdict.NOT_APPLICABLE,
        ),
        ("The form tutor emails his mother every Friday.", Verdict.NOT_APPLICABLE),
        ("A teaching assistant hands Ana a card every day.", Verdict.NOT_APPLICABLE),
        ("The form tutor meets his mother every Friday.", Verdict.NEEDS_PERSON),
        ("A teaching assistant gives Ana a card and talks it through with her every day.", Verdict.NEEDS_PERSON),
    ],
)
def test_a_message_owes_no_minutes(words, verdict):
    assert checks()["provision.amount"].function(line(words)).verdict is verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        (
            "An occupational therapist checks this plan for an hour in October and again in April.",
            Verdict.NOT_APPLICABLE,
        ),
        ("The physiotherapist visits once a year to review the frame for 30 minutes.", Verdict.NOT_APPLICABLE),
        ("Occupational therapist: an hour each half-term.", Verdict.NOT_MET),
        ("The occupational therapist checks his seat and then gives an hour of therapy each week.", Verdict.NOT_MET),
    ],
)
def test_a_check_alone_needs_no_split_of_its_time(words, verdict):
    plan = small(F=words)
    assert direct_indirect(plan.section("F").items[0], plan).verdict is verdict


D = (
    "Esme was assessed under section 17 on 14 October 2026. Two needs related to her learning were found.",
    "She has no activity outside school with children of her age, and spends weekends with adults.",
    "Her mother cannot keep the two apart and see to their meal.",
)


def answers(*needs, given="A place at the Young Film-makers, a group of ten, on Saturdays from 10 to 12.30, 40 weeks."):
    plan = small(D="\n".join(needs), H2=given)
    check = checks()["thread.need_has_provision"].function
    return [check(item, plan, provision=("H1", "H2")).verdict for item in plan.section("D").items]


def test_who_assessed_is_no_need_and_a_club_answers_empty_weekends():
    assert answers(*D) == [Verdict.NOT_APPLICABLE, Verdict.MET, Verdict.NOT_MET]


@pytest.mark.parametrize(
    "opening",
    [
        "An assessment found that she is unsafe near roads.",
        "She was assessed in May 2026 and cannot be left alone.",
        "Two needs of hers were found: she cannot wash alone, and her father is tired.",
    ],
)
def test_an_opening_that_tells_of_something_hard_is_a_need(opening):
    assert answers(opening, D[2])[0] is Verdict.NOT_MET


def test_a_section_of_nothing_but_an_introduction_is_asked_as_it_stands():
    assert answers(D[0]) == [Verdict.NOT_MET]


def test_provision_that_is_no_pastime_does_not_answer_empty_weekends():
    assert answers(D[1], given="A grab rail by the bath, fitted by 30 November 2026.") == [Verdict.NOT_MET]


@pytest.mark.parametrize(
    ("facts", "verdict", "proposed"),
    [
        # the 12 months run from the day on which the 4 weeks for the decision end
        ({"reviewed": date(2026, 1, 5), "review_due": date(2027, 2, 1)}, Verdict.MET, None),
        ({"reviewed": date(2026, 1, 5), "review_due": date(2027, 2, 2)}, Verdict.NEEDS_PERSON, Verdict.NOT_MET),
        # or from the notice, where the plan shows it
        (
            {"reviewed": date(2026, 1, 5), "drafted": date(2026, 1, 26), "review_due": date(2027, 1, 26)},
            Verdict.NEEDS_PERSON,
            Verdict.NOT_MET,
        ),
        (
            {"reviewed": date(2026, 1, 5), "drafted": date(2026, 1, 26), "review_due": date(2027, 1, 25)},
            Verdict.MET,
            None,
        ),
        # a review of years ago is another one
        ({"reviewed": date(2023, 1, 5), "review_due": date(2027, 3, 1)}, Verdict.NEEDS_PERSON, None),
    ],
)
def test_the_next_review_is_counted_from_the_last_and_not_from_the_amended_plan(facts, verdict, proposed):
    plan = small(
        F="A teacher.",
        status="final",
        stage="amended final",
        amended=date(2026, 3, 20),
        as_of=date(2026, 11, 27),
        **facts,
    )
    answer = checks()["dates.review"].function(plan)
    assert (answer.verdict, answer.proposed) == (verdict, proposed)


def parents(text, **facts):
    plan = section_of("A", text, **facts)
    return checks()["children.parents_views"].function(plan.section("A"), plan).evidence


def test_the_parents_own_paragraph_is_quoted():
    text = (
        "Esme keeps bees with her grandfather and would like to be a film editor.\n"
        "Mrs Dhillon and Mr Farrow say that she is generous and funny at home."
    )
    (words,) = parents(text, child_name="Esme Farrow-Dhillon", year_group=5)
    assert words.text.startswith("Mrs Dhillon")


def test_words_in_which_a_parent_is_named_stand_where_nothing_plainer_does():
    (words,) = parents("Esme says that her grandfather hopes that she will keep bees.", year_group=5)
    assert words.text.startswith("Esme says")


def test_the_heads_of_the_list_of_advice_are_not_quoted():
    plan = with_sections(
        heading("Section K: Advice"),
        row(1, 1, "Advice", "Author", "Role", "Date"),
        row(1, 2, "School advice", "V. Anand", "SENCO", "21 September 2026"),
        row(1, 3, "Psychological advice", "Dr I. Marlowe", "Educational psychologist", "8 October 2026"),
    )
    quoted = {one.text for one in checks()["advice.complete"].function(plan).evidence}
    assert quoted
    assert quoted.isdisjoint({"Advice", "Author", "Role", "Date"})
