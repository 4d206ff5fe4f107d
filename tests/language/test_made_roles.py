"""Titles that no list holds and that are made of known parts."""

import pytest

from ehcp_audit.language.roles import find_roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Dr Ann Lee, clinical neuropsychologist", "neuropsychologist"),
        ("Ann Lee, paediatric neurophysiologist", "neurophysiologist"),
        ("Ann Lee, dramatherapist", "dramatherapist"),
        ("Ann Lee, consultant haematologist", "haematologist"),
        ("Ann Lee, consultant in audiovestibular medicine", "consultant in audiovestibular medicine"),
        ("Ann Lee, sleep physiologist", "physiologist"),
        ("Ann Lee, employment adviser", "employment adviser"),
    ],
)
def test_a_title_of_known_parts_is_a_role(text, role):
    assert role in [one.role for one in find_roles(text)]


@pytest.mark.parametrize(
    "text", ["He wants to be a geologist.", "A consultant in the school's finances.", "Psychology."]
)
def test_other_words_are_none(text):
    assert not [one for one in find_roles(text) if one.kind == "medical"]
