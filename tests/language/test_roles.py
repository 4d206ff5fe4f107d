import pytest

from ehcp_audit.language.roles import find_roles


@pytest.mark.parametrize(
    ("text", "role", "kind"),
    [
        ("seen by a speech and language therapist", "speech and language therapist", "medical"),
        ("Speech and Language Therapists will", "speech and language therapist", "medical"),
        ("the EP's report", "ep", "psychological"),
        ("an Educational Psychologist", "educational psychologist", "psychological"),
        ("a peripatetic Teacher of the Deaf", "teacher of the deaf", "sensory"),
        ("two teaching assistants", "teaching assistant", "educational"),
        ("the SENCo", "senco", "educational"),
        ("her social worker", "social worker", "social care"),
        ("a community paediatrician", "community paediatrician", "medical"),
        ("Rowan's mother", "mother", "parent"),
        ("a specialist teacher", "specialist teacher", "specialist teaching"),
        ("the EHCP coordinator", "ehcp coordinator", "authority"),
    ],
)
def test_roles_are_found_in_any_case_and_number(text, role, kind):
    found = find_roles(text)
    assert (found[-1].role, found[-1].kind) == (role, kind)
    assert text[found[-1].start : found[-1].end] == found[-1].text


@pytest.mark.parametrize(
    "text",
    [
        "salt and pepper",
        "the ep of the series",
        "he works hard",
        "language is hard",
        "a social event",
        "teach him to read",
        "",
    ],
)
def test_other_words_are_no_roles(text):
    assert find_roles(text) == ()


def test_the_longest_role_wins_and_each_word_counts_once():
    assert [one.role for one in find_roles("A specialist teacher and a class teacher")] == [
        "specialist teacher",
        "class teacher",
    ]
