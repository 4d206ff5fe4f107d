"""Acronyms that a parent would have to look up."""

import pytest

from ehcp_audit.language.acronyms import unexplained


def test_an_acronym_without_its_words_is_found_once_with_its_place():
    text = "The SaLT and the MSI teacher met. MSI matters."
    assert [(span.text, span.start) for span in unexplained(text)] == [("MSI", text.index("MSI"))]


@pytest.mark.parametrize(
    "text",
    [
        "A teacher of the deaf (TOD) visits. The TOD writes.",
        "CBT (cognitive behaviour therapy) each week",
        "TV in the UK, and an EHC plan",
        "SECTION F: PROVISION FOR NEEDS",
        "He got an A and a B.",
        "YES: swing. NO: the hand dryer. A NOW and NEXT board.",
        "[QT] qualified teacher, [SCH] school. All are in section K. The need was seen by [QT] and [SCH].",
    ],
)
def test_explained_everyday_and_shouted_ones_are_left_alone(text):
    assert unexplained(text) == ()


@pytest.mark.parametrize("text", ["He walks with a frame [PT] physically.", "Tired [PT] and slow [OT] at writing."])
def test_letters_in_brackets_after_what_they_are_said_of_are_no_key(text):
    assert "PT" in {span.text for span in unexplained(text)}


def test_signs_and_symbols_beside_each_other_are_words():
    assert not unexplained("Asked what she wants, she signs BUS, DUCK and BYE.")
    assert len(unexplained("He uses cards from the OTA and EPA each day.")) == 2
    assert len(unexplained("Symbols such as PECS and AAC are used.")) == 2
    assert [one.text for one in unexplained("She has reports by SALT and ROPQ.")][-1] == "ROPQ"
    assert [one.text for one in unexplained("The cards are from the PQT and XRT.")] == ["PQT", "XRT"]


def test_letters_that_are_said_to_mean_something_are_explained():
    text = "QTVI means a qualified teacher of children with vision impairment. The QTVI visits weekly. An SLT visits."
    assert [span.text for span in unexplained(text)] == ["SLT"]


@pytest.mark.parametrize(
    "text",
    [
        'The "QRT" is the quiet room teacher. The QRT reads.',
        "QRT stands for quiet room teacher. The QRT reads.",
        "QRT is short for somebody who reads. The QRT reads.",
        'The quiet room teacher ("QRT") reads. The QRT reads.',
        "The quiet room teacher, known here as the QRT, reads. The QRT reads.",
        "QRT [quiet room teacher] reads. The QRT reads.",
        "The quiet room teacher, or QRT, reads. The QRT reads.",
        "QRT, that is the quiet room teacher, reads.",
        "On the XQZT standard score 71.",
        "His XQZT percentile was 4.",
        "XQZM level III.",
        "A counsellor registered with the XQCP, and an XQCP-accredited mentor.",
    ],
)
def test_every_way_of_saying_what_letters_mean_is_one_and_tests_need_none(text):
    assert unexplained(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Quietly, or with the QRT, he reads.",
        "The quiet room – QXT – is open.",
        "The XQZT was done. His XQZT percentile was 4.",
        "The XQCP team registered him.",
        "QRT is the best.",
    ],
)
def test_other_letters_are_told_nowhere(text):
    assert len(unexplained(text)) == 1
