"""What a template or a writer leaves behind, class by class, and what only reads like it."""

from __future__ import annotations

import pytest

from ehcp_audit.model import Verdict
from tests.checks.test_leftovers import ask


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("A", "Put what she told you here, not what you think."),  # a form to its writer
        ("A", "Give a brief story of the family here, with any moves."),
        ("A", "Two or three lines here on play and friends."),
        ("A", "A1.4 Give a brief story of the family here, with any moves."),
        ("A", "[Say here who was asked]"),
        ("B", "Each need on a new line."),
        ("B", "Numbers for these lines please."),
        ("E", "Nell will read a page, now xx of 5."),
        ("F", "The tutor comes for 20/40/50 minutes."),  # a choice that nobody made
        ("F", "Option 1: a mentor. Option 2: a pet."),
        ("J", "Select funding stream from list"),
        ("I", "Select type of setting from picklist"),
        ("D", "Choose payment route from the options below"),
        ("B", "Reading age: x years x months"),
        ("B", "Verbal comprehension: standard score xx"),
        ("F", "A teaching assistant, x hours per week"),
        ("C", "Seen by the clinic on dd.mm.yy."),
        ("F", "A visit daily/weekly by the nurse."),
        ("F", "EITHER a pony on Mondays OR a dog."),
        ("A", "Nell is her aunt's son/daughter."),
        ("E", "Until DATE Nell swims."),  # a field's name where its value belongs
        ("B", "Nell is called NAME at home."),
        ("F", "Led by INSERT POST."),
        ("F", "A visit of N hours."),
        ("B", "Pupil X has asthma."),
        ("B", "Her cousin is <relationship> to her."),
        ("F", "Taught with [approach] by a tutor."),
        ("B", "Her reading was tested (date)."),
        ("B", "Non-verbal reasoning (missing)."),
        ("B", "Her school was left in 20XX."),
        ("B", "Her vision&nbsp;is good."),  # filler, and what a program left
        ("C", "Lorem, for the clinic."),
        ("D", "Text to hold the place of the social worker."),
        ("B", "Her asthma, etc etc."),
        ("B", "Draft 4 – changes from Tuesday."),  # versions
        ("B", "Reworded following her aunt's call, see original wording."),
        ("B", "Carried over from 2022."),
        ("B", "Words in green = new."),  # colours
        ("B", "Un-highlight when done."),
        ("B", "Additions shown in purple."),
        ("E", "Make sure outcomes are hers."),  # rules of good writing
        ("E", "Outcomes must never name a school."),
        ("B", "Avoid abbreviations."),
        ("C", "If no clinic is known, leave out; otherwise, delete this row."),
        ("A", "Tell us about your hobbies."),
        ("F", "Riding to be decided at panel."),  # panel and QA
        ("F", "Moderation to approve."),
        ("F", "Needs firming up."),
        ("C", "Mum checking."),  # somebody is to check, or to send
        ("C", "Dad hasn't replied."),
        ("B", "Confirm dates."),
        ("B", "Frequency and duration needed."),
        ("B", "Details from the optician are still awaited."),
        ("B", "Her squint, delete?"),
        ("B", "Could this go under health?"),
        ("F", "How many visits? How many hours?"),
        ("C", "As per my email, she wears a brace."),  # documents that are not there
        ("C", "See attached."),
        ("A", "Writer: add her pets."),  # a colleague
        ("A", "Hello Jo, her pets are two."),
        ("E", "Monitoring: Select from list: weekly / half-termly / termly"),  # a form's choice that nobody made
        ("F", "Checked: half-termly / termly."),
        ("E", "Buttons alone by July. [Officer: add second step]"),  # a job in brackets
        ("A", "@@ her pets"),
    ],
)
def test_what_is_left_behind_is_left_over_or_put_to_a_person(code, text):
    answer = ask(code, text)
    assert Verdict.NOT_MET in (answer.verdict, answer.proposed)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("A", "She chose between option A, the pony, and option B, the dog."),
        ("B", "She scored 10/12/14 on three trials."),
        ("F", "A weekly/fortnightly planner is on her wall."),
        ("A", "In her games she is the mother/father figure."),
        ("B", "She can write the DATE and her NAME on a page."),
        ("A", "She signs her notes with a <3 and a star."),
        ("B", "She fills in a form (name, street, town)."),
        ("B", "Her standard score was 80 (percentile 9)."),
        ("B", "Pupil X-rays are kept by the clinic."),
        ("B", "Zero as a placeholder is beyond her: 302 becomes 32."),
        ("B", "Version 2 of the chair was tried in May 2026."),
        ("F", "The words in blue are read aloud by a tutor in every lesson."),
        ("F", "Cards in red = stop and green = go are held up by a tutor."),
        ("B", "Words in red are still the hardest for her."),
        ("B", "Remember that she tires by noon."),
        ("E", "The outcomes build on what she can do."),
        ("F", "SMART targets are set by the tutor each half-term."),
        ("F", "Do not repeat the instruction; point at the picture."),
        ("F", "Funding was agreed at panel on 4 May 2026."),
        ("F", "Check that her strap is done up."),
        ("F", "Ask her to choose from the list: red or blue."),
        ("F", "Select the next task from her list with her each morning."),
        ("F", "Select books from the list of easy readers, two each week."),
        ("E", "Choose two foods from the list and say why."),
        ("F", "3 x 20 minutes per week; 2 x weekly; two x hours of speech."),
        ("B", "She confuses b and d, x and k."),
        ("B", "She reads at the 4th percentile. [Source: school report]"),
        ("A", "Before we go out I want to know where."),
        ("B", "Dad is looking into a boat with her."),
        ("D", "Mum has not returned to work."),
        ("F", "The score needed to pass is 40."),
        ("B", "How many children share her table matters to her."),
        ("C", "As per the care plan of 3 May 2026, two puffs are given."),
        ("A", "See Appendix C, the advice of the optician of 4 May 2026."),
        ("C", "School said in its advice of 4 June 2026 that she is well."),
        ("B", "Author: the psychologist."),
        ("A", "Hello cards are sung at nine."),
        ("A", "She tells her dog all. This is where she is at ease."),
        ("B", "She copies text from the board."),
        ("A", "Come here and say hello is what she shouts."),
        ("B", "She puts her toys here each day and keeps two lines of cars."),
        ("B", "She needs each instruction on a separate line."),
        ("E", "Nell writes two or three sentences about a picture."),
        ("B", "She refuses most writing; two sentences at most."),
    ],
)
def test_what_only_reads_like_something_left_behind_is_let_pass(code, text):
    assert ask(code, text).verdict is Verdict.MET
