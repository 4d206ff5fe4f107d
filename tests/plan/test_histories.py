"""The plan's own history in running words: what each day is the day of, and which days are left alone."""

import pytest

from ehcp_audit.language.dates import find_dates
from ehcp_audit.plan.events import event_of_label
from ehcp_audit.plan.histories import told_days


def told(text):
    return [(one.kind, text[one.start : one.end]) for one in told_days(text, find_dates(text)) if not one.weak]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "The council received the request from Ada's parents on 1 June 2026 and decided to assess on 22 May 2026. "
            "The draft plan was sent on 25 September 2026, with comments due by 12 October; the final plan is due by "
            "19 October 2026. The first review will be held on 7 September 2027.",
            [
                "requested 1 June",
                "assess_decided 22 May",
                "drafted 25 September",
                "issue_due 19 October",
                "review_due 7 September",
            ],
        ),
        (
            "1. The school's request was received on 20 April 2026 and the council agreed to assess on 27 May 2026. "
            "It decided on 6 August 2026 to make a plan and sent a draft on 10 August 2026.",
            ["requested 20 April", "assess_decided 27 May", "plan_decided 6 August", "drafted 10 August"],
        ),
        (
            "On 27 August 2026 the council decided to assess, and on 5 November 2026 that a plan is necessary.",
            ["assess_decided 27 August", "plan_decided 5 November"],
        ),
        (
            "The family asked for an assessment on 27 July 2026; Penhallow agreed to it on 3 September and decided on "
            "2 November 2026 that a plan is necessary.",
            ["requested 27 July", "plan_decided 2 November"],
        ),
        (
            "Ms Reed wrote on 3 May 2026 to ask for a needs assessment. The authority agreed on 9 June 2026, and "
            "resolved on 7 August 2026 to issue a plan.",
            ["requested 3 May", "assess_decided 9 June", "plan_decided 7 August"],
        ),
        (
            "3 May 2026: request received; 9 June 2026: council wrote that it would assess; 7 August 2026: draft sent.",
            ["requested 3 May", "assess_decided 9 June", "drafted 7 August"],
        ),
        (
            "The annual review was held on 9 June 2026. The council wrote on 3 July 2026 that it would amend the plan, "
            "and this amended plan was issued on 28 August 2026. The plan was first made on 11 May 2017.",
            ["reviewed 9 June", "drafted 3 July", "amended 28 August", "first_issued 11 May"],
        ),
        (
            "Her mother wrote on 3 May 2026 asking for an assessment. The authority notified her on 9 June 2026 of its "
            "decision to assess.",
            ["requested 3 May", "assess_decided 9 June"],
        ),
        (
            "The final plan was issued on 3 May 2026, within 20 weeks of the request on 2 January 2026.",
            ["issued 3 May", "requested 2 January"],
        ),
        (
            "Amendment notice sent 3 May 2026; final amended plan issued 20 June 2026.",
            ["drafted 3 May", "amended 20 June"],
        ),
        (
            "This amended final plan was issued on 20 June 2026, replacing the final plan of 12 May 2025. The "
            "first final plan was made on 12 May 2025.",
            ["amended 20 June", "first_issued 12 May", "first_issued 12 May"],
        ),
        ("This is a draft. It was sent to the family on 3 May 2026.", ["drafted 3 May"]),
        ("19 May 2026 (comments by 5 June 2026)", ["answer_due 5 June"]),
        (
            "Draft plan sent 19 May 2026; comments due by 5 June 2026.",
            ["drafted 19 May", "answer_due 5 June"],
        ),
        ("They have until 3 May 2026 to make representations.", ["answer_due 3 May"]),
        ("The final plan was sent to them, the school and the board on 3 May 2026.", ["issued 3 May"]),
    ],
)
def test_each_day_is_that_of_the_words_it_belongs_to(text, days):
    assert [f"{kind} {' '.join(day.split()[:2])}" for kind, day in told(text)] == days


@pytest.mark.parametrize(
    "text",
    [
        "His attendance was reviewed on 3 May 2026.",
        "Her medication was last reviewed on 3 May 2026 by Dr Shah.",
        "A looked-after child review was held on 3 May 2026.",
        "Her individual healthcare plan was reviewed on 3 March 2026.",
        "The speech and language assessment was requested on 3 May 2026.",
        "The family requested a change of placement on 3 May 2026.",
        "A request for assessment was refused on 3 May 2025.",
        "The authority decided on 3 May 2025 not to assess.",
        "The decision to cease the plan was made on 3 May 2026.",
        "Comments on the draft were received on 3 June 2026.",
        "The draft was sent to the parents and they met the caseworker on 3 May 2026.",
        "The annual review report was received on 3 May 2026.",
        "The review due on 3 May 2026 was put off.",
        "The request was considered by the panel on 3 May 2026.",
        "Transferred from Kent, where the plan was issued on 3 May 2022.",
        "The draft was written between 3 May 2026 and the summer.",
        "This draft expires on 3 May 2027.",
    ],
)
def test_days_of_other_things_are_left_alone(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("label", "event"),
    [
        ("Date on which the local authority received the request", "requested"),
        ("Date agreed to issue", "plan_decided"),
        ("Notice of decision to assess", "assess_decided"),
        ("Draft for comments sent", "drafted"),
        ("Date final EHC plan sent to parents", "issued"),
        ("Final plan to be issued by", "issue_due"),
        ("Final amended EHCP", "amended"),
        ("Notice with draft changes", "drafted"),
        ("Date by which this plan must be reviewed", "review_due"),
        ("Date the plan was reviewed", "reviewed"),
        ("Closing date for comments", "answer_due"),
        ("Review paperwork sent", "other"),
        ("Mediation information sent", "other"),
        ("Favourite colour", None),
    ],
)
def test_labels_are_read_as_clauses_are(label, event):
    assert event_of_label(label) == event


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Reviews were held on 3 May 2024, 2 May 2025 and 6 May 2026.", ["3 May 2024", "2 May 2025", "6 May 2026"]),
        ("Reviewed on 4 March 2025 and, most recently, on 6 March 2026.", ["4 March 2025", "6 March 2026"]),
        ("Reviews: 3 May 2025; 2 May 2026; the draft went out on 3 June 2026.", ["3 May 2025", "2 May 2026"]),
        ("The review was held on 3 May 2026, and Ada was seen on 10 May 2026.", ["3 May 2026"]),
    ],
)
def test_each_day_of_a_list_of_reviews_is_one(text, days):
    assert [day for kind, day in told(text) if kind in ("review", "reviewed")] == days


@pytest.mark.parametrize(
    ("label", "event"),
    [
        ("Decision letter and amendment notice sent to parents", "drafted"),
        ("Letter after review, with proposed changes", "drafted"),
        ("Regulation 22 notice", "drafted"),
        ("Decision letter", "other"),
        ("Meeting with parents about the draft", "other"),
    ],
)
def test_a_label_may_speak_of_the_notice_after_something_else(label, event):
    assert event_of_label(label) == event
