"""The word lists: every entry is well formed, and those with an example and a near miss are run."""

import pytest

from ehcp_audit.language.lexicon import Lexicon, Pattern, allowed, lexicon
from ehcp_audit.language.tokens import first_word, is_respelt
from ehcp_audit.language.wordlists import entries, forms, sets, stem

LISTED = list(entries())
VERBS = [(name, entry["words"]) for name, entry in LISTED if name.endswith("_verbs")]
SHOWN = [(name, entry) for name, entry in LISTED if "example" in entry or "near_miss" in entry]


def test_every_entry_is_words_and_nothing_that_yaml_took_for_something_else():
    for name, entry in LISTED:
        assert isinstance(entry["words"], str), (name, entry)
        assert entry["words"] == entry["words"].strip().lower(), (name, entry)
        assert set(entry) <= {"words", "example", "near_miss"}, (name, entry)


def test_an_entry_with_an_example_has_a_near_miss_too():
    assert SHOWN
    for name, entry in SHOWN:
        assert {"example", "near_miss"} <= set(entry), (name, entry)


def test_every_entry_that_is_not_plain_words_carries_an_example_and_a_near_miss():
    """A word, a phrase and "a|b" say themselves what they match; a gap, a number, a set or a missing word does not."""
    bare = [f"{name}: {entry['words']}" for name, entry in LISTED if any(sign in entry["words"] for sign in "#{*?")]
    shown = {f"{name}: {entry['words']}" for name, entry in SHOWN}
    assert not [entry for entry in bare if entry not in shown]


def test_the_first_word_of_a_verb_entry_is_one_verb_so_that_its_forms_can_be_made():
    assert not [words for name, words in VERBS if "|" in words.split()[0]]


@pytest.mark.parametrize(("name", "entry"), SHOWN, ids=[f"{name}:{entry['words'][:30]}" for name, entry in SHOWN])
def test_the_example_is_found_and_the_near_miss_is_not(name, entry):
    alone = Lexicon([(name, entry)])
    assert alone.look(entry["example"]).find(name)
    assert not alone.look(entry["near_miss"]).find(name)


def test_sets_hold_single_words():
    for name, words in sets().items():
        assert words, name
        assert not any(len(word) > 1 and not word.replace("'", "").isalnum() for word in words), name


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("read", ("read", "reads", "reading")),
        ("carry", ("carry", "carries", "carrying", "carried")),
        ("stop", ("stop", "stops", "stopping", "stopped")),
        ("write", ("write", "writes", "writing", "wrote", "written")),
        ("have", ("have", "has", "having", "had")),
        ("brush", ("brush", "brushes", "brushing", "brushed")),
    ],
)
def test_the_forms_of_a_verb_are_made_from_its_base(base, expected):
    assert forms(base) == expected


def test_all_forms_of_a_verb_begin_with_its_stem():
    bases = {str(entry["words"]).split()[0] for name, entry in entries() if name.endswith("_verbs")}
    stems = {base: stem(base) for base in bases if stem(base) and not is_respelt(stem(base))}
    assert {"point", "try"} <= {*stems}
    for base, begins in stems.items():
        assert [form for form in forms(base) if not first_word(form).startswith(begins)] == []


@pytest.mark.parametrize("base", ["go", "be", "have", "write", "make", "re-read"])
def test_a_verb_that_may_begin_otherwise_has_no_stem(base):
    assert stem(base) == ""


def test_a_pattern_must_hold_a_word_that_must_occur():
    with pytest.raises(ValueError, match="no word that must occur"):
        Pattern("some.list", "a? b?")


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("by|before the? end", "by end", True),
        ("by|before the? end", "before the end", True),
        ("by|before the? end", "after the end", False),
        ("# {minutes}", "twenty minutes", True),
        ("# {minutes}", "some minutes", False),
        ("take *2 bus", "take the number bus", True),
        ("take *2 bus", "take it. The bus", False),
        ("in #year", "in 2027", True),
        ("in #year", "in 27", False),
        ("by #date", "by 31.7.2027", True),
    ],
)
def test_the_small_language_of_patterns(pattern, text, found):
    assert bool(Lexicon([("a.list", {"words": pattern})]).look(text).find("a.list")) is found


@pytest.mark.parametrize("scope", ["", "outcome", "provision"])
def test_hits_are_the_same_with_and_without_the_prefilter(scope):
    texts = [entry["example"] for _, entry in SHOWN] + [
        "By the end of Year 6, Sam will read 20 words a minute in 4 out of 5 trials without adult prompts.",
        "A TA will deliver up to 30 minutes of precision teaching, three times a week, as required.",
        "By 31.7.2027 or 12/05/28, in 2026-27, he will score 12 out of 20, up from 6, in 3 x 20 minutes.",
        "Task # 2: # minutes a week, 20 # minutes, 30 minutes and 10 minutes, Year # and Year 6, every 2 weeks.",
    ]
    quick = lexicon(scope)
    for text in texts:
        assert quick.look(text).hits == quick.look(text, prefilter=False).hits


def test_a_scope_finds_in_its_lists_what_all_the_lists_together_find():
    text = "A TA will hear Sam read for 20 minutes each day, so that he reads 40 words by July 2027."
    every = lexicon().look(text).hits
    for scope in ("outcome", "provision"):
        hits = lexicon(scope).look(text).hits
        assert hits == {name: every[name] for name in hits}
        assert {"roles.named", "times.month", "amounts.amount"} <= set(hits)
    assert "verbs.observable_verbs" not in lexicon("provision").look(text).hits


def _spelt(words):
    """A text that an entry must match: each part by its first choice, what may be missing said, gaps left out."""
    spelt = {"#": "3", "#year": "2027", "#date": "31.7.2027"}
    parts = [part for part in words.split() if not part.startswith("*")]
    return [spelt.get(part.removesuffix("?")) or min(allowed(part)) for part in parts]


def _required(words):
    parts = [part for part in words.split() if not part.startswith("*")]
    return [index for index, part in enumerate(parts) if not part.endswith("?")]


@pytest.mark.parametrize("name", sorted({name for name, _ in LISTED}))
def test_every_entry_matches_what_it_spells_and_not_what_lacks_one_of_its_words(name):
    for entry in (entry for listed, entry in LISTED if listed == name):
        words = entry["words"]
        alone = Lexicon([(name, entry)])
        spelt = _spelt(words)
        assert alone.look(" ".join(spelt)).find(name), (name, words)
        for index in _required(words):
            lacking = " ".join([*spelt[:index], "zzz", *spelt[index + 1 :]])
            found = alone.look(lacking).find(name)
            assert not any(hit.last - hit.first >= len(spelt) for hit in found), (name, words, lacking)
