"""The lists beside the code are changed by a rubric as those of `words/` are, and a line that is no text is named."""

import re

import pytest

from ehcp_audit.checks.phrases import phrases, words_of
from ehcp_audit.checks.ties import concepts_of, generic
from ehcp_audit.errors import ManyErrors
from ehcp_audit.language import beside
from ehcp_audit.language.roles import find_roles
from ehcp_audit.language.wordlists import list_names, using
from ehcp_audit.resources import shipped
from ehcp_audit.rubric import load_rubric

PATTERNS = [f"phrases.{name}" for name in beside.phrase_lists() if name not in beside.phrases_in(beside.SINGLE)]


@pytest.mark.parametrize("name", PATTERNS)
def test_every_list_of_phrases_can_be_added_to_and_taken_from(name):
    bare, text = name.removeprefix("phrases."), "A Zuppa rather longa, they said."
    before = phrases(bare)
    with using(((name, ("zuppa *1 longa|corta",), ()),)):
        assert [match.group() for match in phrases(bare).finditer(text)][:1] == ["Zuppa rather longa"] or (
            "Zuppa rather longa" in text and phrases(bare).search("zuppa longa")
        )
        with using(((name, ("zuppa *1 longa|corta",), ("zuppa",)),)):
            assert "Zuppa rather longa" not in [match.group() for match in phrases(bare).finditer(text)]
    assert phrases(bare) is before
    assert not before.search("zuppa longa")


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("told his nan", "He told his Nan.", "told his Nan"),
        ("self-made", "A self made man", "self made"),
        ("nan's? story", "His story", "story"),
        ("nan's? story", "nan’s story", "nan’s story"),
        ("# {minutes} of", "Ten minutes of it", "Ten minutes of"),
        ("in #year", "in 2027", "in 2027"),
        ("by #date", "by 31.7.2027", "by 31.7.2027"),
        ("take *2 bus", "take it. The bus", None),
        ("c++", "in c++", "c++"),
    ],
)
def test_the_small_language_of_patterns_as_a_regular_expression(words, text, found):
    hit = re.search(beside.expression(words), text, re.I)
    assert (hit.group() if hit else None) == found


def test_concepts_generic_words_names_and_contributors_are_changed_too():
    changes = (
        ("concepts.reading", ("zlorp",), ("phonic",)),
        ("generic_words", ("zlorp",), ("about",)),
        ("phrases.no names", ("zlorp",), ("none",)),
        ("contributors.medical", ("zlorp adviser",), ("nurse",)),
    )
    text = "The zlorp advisers met the nurse."
    with using(changes):
        assert concepts_of("zlorping") == {"reading"}
        assert concepts_of("phonics") == set()
        assert "zlorp" in generic()
        assert "about" not in generic()
        assert "zlorp" in words_of("no names")
        assert "none" not in words_of("no names")
        assert [(one.role, one.kind) for one in find_roles(text)] == [("zlorp adviser", "medical")]
    assert concepts_of("phonics") == {"reading"}
    assert "about" in generic()
    assert "none" in words_of("no names")
    assert [one.role for one in find_roles(text)] == ["nurse"]


def test_the_names_of_all_lists_are_told_apart():
    names = beside.every_name()
    assert len(names) == len(set(names))
    assert {"phrases.parent", "concepts.reading", "generic_words", "contributors.parent", *list_names()} <= set(names)
    assert all(beside.listed(name) for name in names)


def test_mistakes_are_named_at_their_line(tmp_path):
    text = (shipped("rubrics") / "example-authority.yaml").read_text(encoding="utf-8")
    words = "words:\n  phrases.parnt: {also: [x]}\n  phrases.parent: {also: ['a?', '{nothing} x']}\n"
    words += "  generic_words: {also: [two words]}\n  concepts.reading: {also: ['a b']}\n"
    words += "  contributors.medical: {also: ['a|b']}\n  phrases.no names: {also: [two words]}\n"
    path = tmp_path / "ours.yaml"
    path.write_text(text + words, encoding="utf-8")
    with pytest.raises(ManyErrors) as caught:
        load_rubric(str(path))
    said = str(caught.value)
    assert "no word list is called 'phrases.parnt'. Did you mean 'phrases.parent'?" in said
    assert "'a?' could stand for nothing at all" in said
    assert "no set of words is called 'nothing'" in said
    assert said.count("'two words': this list holds single words") == 2
    assert "'a b': this list holds beginnings of words" in said
    assert "'a|b': this list holds roles in plain words" in said
    assert said.count(f"{path}:") == 7


def test_a_line_that_is_no_text_is_refused_by_its_list_and_line(tmp_path):
    path = tmp_path / "ours.yml"
    path.write_text("one:\n  - fine\n  - no\ntwo: [a, 3]\ngroup:\n  three:\n    - {a: b}\n", encoding="utf-8")
    with pytest.raises(ManyErrors) as caught:
        beside.read_lists(path)
    assert caught.value.messages == (
        "ours.yml:3: a line of the list 'one' is no text. Put it in quotation marks.",
        "ours.yml:4: a line of the list 'two' is no text. Put it in quotation marks.",
        "ours.yml:7: a line of the list 'group/three' is no text. Put it in quotation marks.",
    )
