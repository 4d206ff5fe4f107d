"""Lines of the needs that tell how the child fares in few words, and help beside them that is provision."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small
from tests.plan.plans import heading, row, with_sections


def misplaced(**sections):
    plan = small(**sections)
    return checks()["places.right_section"].function(plan).verdict is not Verdict.MET


@pytest.mark.parametrize(
    "told",
    [
        "Walks out of lessons three times a week and speaks of himself as a failure.",
        "Falls out with other pupils; two friends in his year have stopped sitting with him.",
        "Grips the pen so tightly that his hand aches after five minutes, and letters are poorly formed.",
        "Print has to be 24 point and bold.",
        "She is working in the spring term of Year 1 phonics and scored 19 out of 40 in the phonics check.",
        "Following talk in class and in noise.",
        "Change of room, activity or adult distresses him.",
        "Loses his place in long documents; uses 6 of 30 keyboard commands.",
        "Learning to work in a real setting is held back by this.",
        "A device with eye-pointing is used at 6 words a minute.",
        "The profile below is followed by what it means in a class of twenty-eight.",
        "Level: 16 to 18 months for talking, 22 months for understanding (therapist, October 2026).",
        "He understands instructions of four words; his teachers use ten or more.",
        "He copes well with a practical task that is laid out for him.",
        "I leave lessons after about 25 minutes when it is loud.",
        "He misses anything said by a teacher who is facing away.",
    ],
)
def test_how_the_child_fares_is_no_provision(told):
    assert not misplaced(B=told)


@pytest.mark.parametrize(
    "told",
    [
        "A teaching assistant takes him to the library at lunch.",
        "She goes out of lessons with the teaching assistant for ten minutes each day.",
        "She is working on Year 1 phonics with the teaching assistant.",
        "He leaves lessons five minutes early.",
        "Print should be enlarged.",
        "Working with the mentor on worries.",
        "The programme is followed by all staff.",
        "Key words are taped to her desk.",
    ],
)
def test_help_told_among_the_needs_is_provision(told):
    assert misplaced(B=told)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("A teaching assistant takes him to the library for 15 minutes each day.", True),
        ("Hides under a table four times a week. Covers his ears in assembly.", False),
        ("Unpaid work 3 hours a week; makes a cold lunch; walks one route alone.", False),
        ("Reads 40 words a minute. Understands sentences of three words.", False),
    ],
)
def test_a_column_of_detail_beside_the_needs_is_read_too(told, found):
    plan = with_sections(
        heading("Section B: Special educational needs"),
        row(1, 1, "No.", "Need", "Detail and baseline"),
        row(1, 2, "1", "Coping with change", told),
        row(1, 3, "2", "Noise", "Covers his ears in the dining hall."),
    )
    assert (checks()["places.right_section"].function(plan).verdict is not Verdict.MET) is found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("By July 2028 Maisie attends 96 per cent of sessions. At present loud voices make her hide.", True),
        ("By July 2028 Maisie attends 96 per cent of sessions. Being hurried makes her cry.", True),
        (
            "By July 2028 Maisie attends 96 per cent of sessions. At present loud rooms make her hide twice a day.",
            False,
        ),
        ("By July 2028 Maisie will tell an adult what makes her cry, on four days out of five.", False),
    ],
)
def test_what_frightens_a_child_is_a_need(told, found):
    assert misplaced(E=told) is found
