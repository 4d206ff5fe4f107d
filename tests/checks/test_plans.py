"""Checks on the whole plan: leftovers, repeats, misplaced words, section I against the status, the advice."""

from __future__ import annotations

from datetime import date

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.model import Verdict
from tests.checks.small import small


def ask(id, **given):
    return checks()[id].function(small(**given))


@pytest.mark.parametrize(
    ("words", "leftover"),
    [
        ("[Insert name] needs time.", "[Insert name]"),
        ("<<Forename>> needs time.", "<<Forename>>"),
        ("«Child_Forename1» needs time.", "«Child_Forename1»"),
        ("XXXX needs time.", "XXXX"),
        ("Click or tap here to enter text.", "Click or tap here to enter text"),
        ("He enjoys his/her lessons.", "his/her"),
        (
            "Please describe the child's needs under this heading.",
            "Please describe the child's needs under this heading.",
        ),
        ("Error! Reference source not found.", "Error! Reference source not found"),
        ("The offer was made on XX/XX/2025.", "XX/XX/2025"),
        ("His review is on xx March.", "xx March"),
        ("Key worker: to be deleted.", "to be deleted"),
        ("Costs: caseworker to complete.", "Costs: caseworker to complete."),
        ("Guidance: say how many hours a week.", "Guidance: say how many hours a week."),
    ],
)
def test_a_leftover_of_the_template_is_quoted(words, leftover):
    answer = ask("plans.placeholders", B=words)
    assert answer.verdict is Verdict.NOT_MET
    (passage,) = answer.evidence
    assert leftover in passage.text  # with a few words beside it, by which a reader knows what it is in
    assert len(passage.text.split()) <= len(leftover.split()) + 6


@pytest.mark.parametrize(
    "words",
    [
        "He scored 12 [see the report of 4 May].",
        "Please give Tom time to answer.",
        "He wears size XXL shirts and reads Roman numerals such as XX.",
        "She chooses here or there, and clicks on pictures.",
        "Guidance: two interviews of 40 minutes a year with the careers adviser.",
        "Key: underlined: agreed; bold: the parents' words; struck through: to be deleted.",
        "Struck through: to be deleted.",
    ],
)
def test_words_that_only_look_like_leftovers_are_let_pass(words):
    assert ask("plans.placeholders", B=words).verdict is Verdict.MET


def test_a_repeated_outcome_is_quoted_at_both_places_and_short_lines_may_repeat():
    twice = "By July 2027 Tom will ask for help with a card."
    answer = ask("plans.repeats", E=f"{twice}\nBy July 2027 Tom will swim.\n{twice}")
    assert [passage.text for passage in answer.evidence] == [twice, twice]
    assert len({passage.start for passage in answer.evidence}) == 2
    assert ask("plans.repeats", F="Weekly.\nPhonics.\nWeekly.").verdict is Verdict.MET


@pytest.mark.parametrize(
    ("again", "asked"),
    [
        (
            "By July 2029 Tom will listen to a whole message, start inside a minute and draw for 20 minutes in 4 of 5.",
            True,
        ),
        ("By July 2029 Tom will wash a whole sink of cups inside a minute and rest for 20 minutes in 4 of 5.", False),
    ],
)
def test_an_outcome_in_other_words_with_the_same_numbers_is_asked_about(again, asked):
    first = (
        "By July 2029 Tom will hear a message to the end, begin within a minute and draw for 20 minutes on 4 of 5 days."
    )
    answer = ask("plans.repeats", child_name="Tom Sample", E=f"{first}\n{again}")
    assert (answer.proposed is Verdict.NOT_MET) is asked
    assert answer.verdict is (Verdict.NEEDS_PERSON if asked else Verdict.MET)


def test_too_many_outcomes_is_local_practice():
    outcomes = "\n".join(f"By July 2027 Tom will read {number} new words aloud." for number in range(10, 20))
    assert ask("plans.repeats", E=outcomes).verdict is Verdict.MET
    plan = small(E=outcomes)
    assert checks()["plans.repeats"].function(plan, most_outcomes=8).verdict is Verdict.PARTLY_MET


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({"status": "draft", "stage": "draft", "I": "Left blank at this stage."}, Verdict.MET),
        ({"status": "draft", "stage": "proposed", "I": "Holly Bank Primary School"}, Verdict.NOT_MET),
        ({"status": "draft", "stage": "draft", "I": "To be named in the final plan"}, Verdict.MET),
        ({"status": "draft", "stage": "draft", "I": "He will carry on at Holly Bank."}, Verdict.NOT_MET),
        ({"status": "draft", "stage": "draft", "I": "She is to remain at Fernhill."}, Verdict.NOT_MET),
        ({"status": "draft", "stage": "draft", "I": "A place at Fernhill is agreed."}, Verdict.NOT_MET),
        ({"status": "draft", "stage": "draft", "I": "He will attend Holly Bank from June."}, Verdict.NOT_MET),
        ({"status": "draft", "stage": "draft", "I": "He will stay at home until Easter."}, Verdict.MET),
        ({"status": "draft", "stage": "draft", "I": "The talks will start at County Hall."}, Verdict.MET),
        ({"status": "draft", "stage": "draft", "I": "Work will begin in May."}, Verdict.MET),
        ({"status": "draft", "stage": "draft", "I": "Mr Day will attend County Hall."}, Verdict.MET),
        ({"status": "draft", "stage": "draft", "I": "It will remain Ms Day's right to ask."}, Verdict.MET),
        ({"status": "draft", "stage": "draft", "I": "Ms Day will attend Fernhill House."}, Verdict.NEEDS_PERSON),
        ({"status": "draft", "stage": "draft", "I": "The meeting will start at Fernhill House."}, Verdict.NEEDS_PERSON),
        ({"status": "draft", "stage": "amendment notice", "I": "Holly Bank Primary School"}, Verdict.NOT_APPLICABLE),
        ({"status": "draft", "reviewed": date(2025, 5, 1), "I": "Holly Bank Primary School"}, Verdict.NEEDS_PERSON),
        ({"status": "final", "stage": "final", "I": "Holly Bank\tMaintained mainstream school"}, Verdict.MET),
        ({"status": "final", "stage": "final", "I": "Elective home education"}, Verdict.MET),
        ({"status": "final", "stage": "final", "I": "Holly Bank Primary School"}, Verdict.NEEDS_PERSON),
        ({"status": "final", "stage": "final", "I": "No school or other institution is named."}, Verdict.MET),
        ({"status": "draft", "stage": "draft", "I": "No school or other institution is named."}, Verdict.MET),
        ({"status": "final", "stage": "final", "I": ""}, Verdict.NOT_MET),
        ({"I": "Holly Bank Primary School"}, Verdict.NEEDS_PERSON),
    ],
)  # fmt: skip
def test_section_i_fits_the_status(given, verdict):
    assert ask("placement.fits_status", **given).verdict is verdict


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({"B": "He will be taught in a group of no more than eight for English."}, Verdict.NOT_MET),
        ({"E": "Tom has difficulty with reading and struggles to spell."}, Verdict.NOT_MET),
        ({"A": "By July 2027 Tom will read a page aloud without help on four days in five."}, Verdict.NOT_MET),
        ({"F": "The school nurse gives insulin at lunch each day."}, Verdict.NOT_MET),
        ({"B": "He misses about an hour of teaching a week in winter."}, Verdict.MET),
        ({"A": "I hope that I will drive a train.", "E": "By July 2027 Tom will read a page aloud."}, Verdict.MET),
    ],
)
def test_words_in_the_wrong_section_are_seen(given, verdict):
    assert ask("places.right_section", **given).verdict is verdict


K = (
    "A. Example | Head teacher | 2026-04-01\nB. Sample | Educational psychologist | 2026-05-04\n"
    "C. Person | Paediatrician | 2026-04-20"
)


@pytest.mark.parametrize(
    ("listed", "verdict"),
    [
        (K + "\nD. Noone | Social worker | 2026-04-22", Verdict.MET),
        (K, Verdict.PARTLY_MET),
        ("A. Example | Head teacher | 2026-04-01\nB. Sample | Occupational therapist | 2026-05-04", Verdict.NOT_MET),
        (K.replace("Head teacher", "Portage home visitor") + "\nD. Noone | Social worker | 2026-04-22",
         Verdict.NEEDS_PERSON),
    ],
)  # fmt: skip
def test_the_set_of_advice_is_complete(listed, verdict):
    assert ask("advice.complete", A="Mum hopes for a friend.", K=listed).verdict is verdict


def test_advice_dated_after_the_plan_is_quoted():
    answer = ask("advice.in_date", K=K, issued=date(2026, 4, 25))
    assert answer.verdict is Verdict.NOT_MET
    assert "Educational psychologist" in answer.evidence[0].text


@pytest.mark.parametrize(
    ("what", "verdict"), [("Former plan and its reports", Verdict.MET), ("Health advice", Verdict.PARTLY_MET)]
)
def test_an_amended_plan_may_list_the_plan_before_it_among_its_advice(what, verdict):
    listed = f"{K}\n{what} | Elmshire Council | 2022-05-03"
    answer = ask("advice.in_date", K=listed, amended=date(2026, 7, 25), stage="amended final")
    assert answer.verdict is verdict


def test_every_list_of_phrases_compiles():
    from ehcp_audit.language.beside import phrase_lists

    for name in phrase_lists():
        assert phrases(name).pattern


@pytest.mark.parametrize(
    ("one", "other", "again"),
    [
        (
            "By July 2027 Tom will stay in class through a noisy activity for ten minutes, four days out of five.",
            "Tom will stay in class during noisy activities for ten minutes on four days out of five by July 2027.",
            True,
        ),
        ("Tom will hand in 75% of the written work set.", "Tom will hand in three quarters of his written work.", True),
        ("Tom will read 30 words on sight by July.", "Tom will read 80 words on sight by July.", False),
        (
            "Tom will ask an adult for help with a card three times each day.",
            "Tom will ask a friend to play with a card three times each day.",
            False,
        ),
    ],
)
def test_an_outcome_that_says_another_in_other_words_is_a_repeat(one, other, again):
    answer = ask("plans.repeats", child_name="Tom Sample", E=f"{one}\n{other}")
    assert (answer.verdict is Verdict.NOT_MET) is again
    assert [passage.text for passage in answer.evidence] == ([one, other] if again else [])


_OTHERS = (
    "Tom will put on his coat in two minutes, at 9 of 10 breaks.",
    "Tom will name four feelings on a chart, 9 times in 10.",
)


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ("Tom comes into the hall on time, with dry eyes, on 19 days in 20.", "On 19 of the 20 days Tom arrives in the "
         "hall on time and his eyes are dry.", True),
        ("Tom will retell a film to a new adult in six linked sentences, 4 tries of 5.", "Tom will tell somebody about "
         "a film he saw, six sentences joined up, 4 times out of 5.", True),
        ("Tom will start a task within two minutes in 4 of 5 lessons.", "Tom will finish a page of sums by himself in "
         "4 of 5 lessons.", False),
        ("Tom will walk to the shop with one adult, 4 times in 5.", "Tom will pay for two things in the shop, 4 times "
         "in 5.", False),
    ],
)  # fmt: skip
def test_an_outcome_with_the_numbers_and_the_rare_words_of_another_is_asked(one, other, asked):
    answer = ask("plans.repeats", child_name="Tom Sample", E="\n".join((one, *_OTHERS, other)))
    assert (answer.verdict is Verdict.NEEDS_PERSON) is asked


@pytest.mark.parametrize(
    "words",
    [
        "[number] sessions a term",
        "delivered by [name of provider]",
        "[frequency]",
        "[DN: ask the travel team]",
        "[college to confirm]",
    ],
)
def test_a_bracket_that_waits_for_a_word_is_a_leftover(words):
    assert ask("plans.placeholders", F=words).verdict is Verdict.NOT_MET


@pytest.mark.parametrize(
    "words",
    ["Confirmed by parents", "Confirmed by Nell and her father", "He speaks without verb endings or “he/she”."],
)
def test_what_is_confirmed_and_what_a_child_cannot_say_is_no_leftover(words):
    assert ask("plans.placeholders", B=words).verdict is Verdict.MET


def test_brackets_that_hold_a_writers_word_are_none():
    assert ask("plans.placeholders", F="She said that [Mr Example] reads best.").verdict is Verdict.MET


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Ida has ADHD; a TA who signs BSL and an HCPC-registered therapist see her.", Verdict.MET),
        ("The YARC and the BPVS were used, and PECS at home.", Verdict.NEEDS_PERSON),
        ("The EP met us; the class kept the YARC.", Verdict.NEEDS_PERSON),
        ("Her SLCN and MLD were seen by CAMHS, and the YARC was used.", Verdict.NEEDS_PERSON),
        ("Her SLCN is known to the CDC. The clinic spoke of MLD as well, and later on of GDD.", Verdict.NOT_MET),
    ],
)
def test_names_of_tests_and_programmes_are_put_to_a_person(text, verdict):
    answer = ask("plans.acronyms", B=text)
    assert answer.verdict is verdict
    if verdict is Verdict.NEEDS_PERSON:
        assert answer.proposed is not None


def test_a_deadline_and_a_label_of_the_cover_are_no_steps_and_no_monitoring():
    asked = checks()["places.steps_and_monitoring"].function
    plan = small(
        E="By Easter Noor will read ten words. She will plan an extended answer in steps.", outside="Review by"
    )
    assert asked(plan).verdict is Verdict.NEEDS_PERSON
    told = small(E="By Easter Noor will read ten words. Shorter steps are set by school and reviewed each term.")
    assert asked(told).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("need", "verdict"),
    [
        ("A teaching assistant works with Tom each day.", Verdict.NOT_MET),
        ("She has a nurse for an hour each week.", Verdict.NOT_MET),
        ("His mother helps him to dress every day.", Verdict.MET),
        ("The psychologist met him twice in March 2026.", Verdict.MET),
        ("The occupational therapist gives a score of 4 on each test.", Verdict.MET),
        ("His teacher takes the view that he tires within an hour.", Verdict.MET),
        ("His class teacher supports this: he leaves the room twice each lesson.", Verdict.MET),
    ],
)
def test_what_staff_do_now_is_provision_among_the_needs(need, verdict):
    assert ask("places.right_section", B=need).verdict is verdict


@pytest.mark.parametrize(
    "words", ["Reviewed by {co-ordinator to be entered}", "On {date} at the school", "Seen on (date to be entered)"]
)
def test_an_unfilled_field_in_any_brackets_is_a_placeholder(words):
    assert ask("plans.placeholders", B=words).verdict is Verdict.NOT_MET


def test_an_empty_pair_of_braces_is_no_placeholder():
    assert ask("plans.placeholders", B="He draws { } well.").verdict is Verdict.MET
