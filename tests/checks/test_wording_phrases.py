"""Phrases that a rubric gives: to avoid, and to require."""

import pytest

from ehcp_audit.checks import checks, wording
from ehcp_audit.model import Field, Item, Passage, Section, State, Verdict

ITEM = Item("F.1", (Passage("Sam will have “ad‑hoc” help, 20 mins.", 10),), (Field("who", Passage("Key Adult", 60)),))


@pytest.mark.parametrize("phrase", ["ad hoc", "AD-HOC", "key adult", "# mins", "some|ad hoc"])
def test_phrases_to_avoid_are_found_whatever_the_case_or_the_dashes(phrase):
    answer = wording.avoids(ITEM, phrases=[phrase])
    assert answer.verdict == Verdict.NOT_MET
    assert answer.evidence


@pytest.mark.parametrize("phrase", ["hoc ad", "adult key", "min"])
def test_other_words_are_left_alone(phrase):
    assert wording.avoids(ITEM, phrases=[phrase]).verdict == Verdict.MET


def test_evidence_stands_where_the_plan_has_it():
    assert wording.avoids(ITEM, phrases=["ad hoc"]).evidence == (Passage("ad‑hoc", 25),)


def test_one_required_phrase_is_enough_unless_every_is_asked():
    assert wording.requires(ITEM, phrases=["help", "review"]).verdict == Verdict.MET
    assert wording.requires(ITEM, phrases=["help", "review"], every=True).verdict == Verdict.NOT_MET


def test_a_section_is_asked_piece_by_piece():
    section = Section("F", State.PRESENT, pieces=(Passage("One.", 0), Passage("As required.", 50)))
    assert wording.section_avoids(section, phrases=["as required"]).evidence == (Passage("As required", 50),)
    assert wording.section_requires(section, phrases=["two"]).verdict == Verdict.NOT_MET


def test_the_checks_are_registered_with_their_options():
    assert [option.name for option in checks()["wording.requires"].options] == ["phrases", "every"]
