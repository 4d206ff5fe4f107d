"""Words that leave nothing open, promise no training, are no steps and say no end, though they look it."""

import pytest
from small import section_of, small

from ehcp_audit.checks import checks
from ehcp_audit.checks.lines import line_kind
from ehcp_audit.language.provision import provision_wording
from ehcp_audit.language.traps import flexible
from ehcp_audit.model import Verdict
from ehcp_audit.plan.times import says_by_when


@pytest.mark.parametrize(
    ("text", "open_words"),
    [
        ("The den is kept free between 10.15 and 10.30 each day.", False),
        ("A nurse is there between 9 and 11 am.", False),
        ("The lift is staffed between 8:30 and 3.15.", False),
        ("One visit a month up to July 2028.", False),
        ("The mentor's time adds up to six hours a week.", False),
        ("Between two and five hours a week with a tutor.", True),
        ("Between 1.30 and 2.30 hours a week with a tutor.", True),
        ("Up to five hours a week with a tutor.", True),
    ],
)
def test_a_range_of_the_clock_is_exact(text, open_words):
    assert bool(provision_wording(text).hedges) is open_words


@pytest.mark.parametrize(
    ("text", "flexes"),
    [
        ("Four changes a day of up to 15 minutes.", False),
        ("Three walks of up to ten minutes.", False),
        ("Six checks each day, each of up to five minutes.", False),
        ("The tutor's hours add up to 12 hours a week.", False),
        ("Three sessions of up to 45 minutes.", True),
        ("Two visits a term of up to three hours.", True),
        ("Up to 10 minutes of speech practice a day.", True),
    ],
)
def test_so_many_short_visits_have_their_number_for_a_minimum(text, flexes):
    assert bool(flexible(text)) is flexes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A tutor, who has a diploma and is trained in dyslexia, sees Ida for an hour each Monday.", "service"),
        ("A mentor who is qualified in counselling meets Ida for 30 minutes a week.", "service"),
        ("Training for all staff by a therapist who is qualified in dysphagia, two hours a term.", "training"),
        ("All staff who teach Ida are trained in signing each September.", "training"),
    ],
)
def test_what_somebody_has_learned_is_no_training_promised(text, kind):
    assert line_kind(section_of("F", text).section("F").items[0]) == kind


@pytest.mark.parametrize("doer", ["a sixth former", "a volunteer", "two older pupils", "peer mentors", "a buddy"])
def test_who_does_it_is_said_though_no_professional(doer):
    plan = section_of("F", f"A talk each week with {doer} about what went well.")
    answer = checks()["provision.who"].function(plan.section("F").items[0], plan)
    assert answer.note == "The words for who does it name no role or qualification."
    assert answer.verdict is not Verdict.MET


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ida will leave when asked, with no shouting in any week from January 2028.", False),
        ("Ida will go to the club, starting in January 2028.", False),
        ("Ida will wait in line every day since September 2027.", False),
        ("Ida will go in each week from Year 5 to July 2028, in her own time before July 2028.", True),
        ("Ida will leave when asked, by January 2028.", True),
    ],
)
def test_a_start_is_no_date_of_its_own(text, said):
    assert says_by_when(text) is said


def test_how_success_is_shown_is_no_step():
    shown = "Success criteria: word list, first baseline 20 of 100, marked by her teacher"
    told = f"By July 2028 Ida will read 80 words.\n{shown}"
    answer = checks()["places.steps_and_monitoring"].function(small(E=told, B="Ida finds reading hard."))
    assert answer.verdict is Verdict.NEEDS_PERSON
    assert answer.proposed is not Verdict.MET
