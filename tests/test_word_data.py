"""Words in YAML stay words: an unquoted no, yes, on or off is a truth value, and no word of a plan ever equals it."""

import pytest
import yaml

from ehcp_audit.resources import shipped

FILES = sorted(path for path in (shipped("rubrics").parent / "ehcp_audit").rglob("*.yml"))


def truth_values(value):
    """Those that stand in a list, or as a key, anywhere in the data."""
    if isinstance(value, dict):
        yield from (key for key in value if isinstance(key, bool))
        for one in value.values():
            yield from truth_values(one)
    elif isinstance(value, list):
        yield from (one for one in value if isinstance(one, bool))
        for one in value:
            yield from truth_values(one)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_word_is_read_as_a_truth_value(path):
    text = path.read_text(encoding="utf-8")
    assert list(truth_values(yaml.safe_load(text))) == [], "the pure loader reads it too: not every Python has libyaml"


def test_the_word_data_is_found():
    assert len(FILES) > 10
    assert list(truth_values([["nhs", False], {True: 1}])) == [False, True]
