"""A rubric changes the word lists: for its own questions, while they are asked, and for nobody else."""

import pytest

from ehcp_audit.errors import ManyErrors
from ehcp_audit.language.acronyms import unexplained
from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.outcomes import outcome_wording
from ehcp_audit.language.provision import provision_wording
from ehcp_audit.language.wordlists import list_names, listed, using
from ehcp_audit.resources import shipped
from ehcp_audit.rubric import load_rubric

LINE = "Weekly time with the wellbeing captain where possible"


def test_what_is_added_is_found_and_what_is_taken_is_not_while_the_block_runs():
    before = provision_wording(LINE)
    with using((("hedges.amount", (), ("weekly",)), ("roles.named", ("wellbeing captain|captains",), ()))):
        assert provision_wording(LINE).who
        with using((("hedges", (), ("where possible",)),)):
            inner = provision_wording(LINE)
        assert (inner.who, inner.vague_terms) == (False, ())
    assert provision_wording(LINE) == before
    assert (before.who, before.vague_terms) == (False, ("where possible",))


@pytest.mark.parametrize("name", [name for name in list_names() if not name.startswith(("sets.", "acronyms."))])
def test_every_list_can_be_added_to(name):
    with using(((name, ("zuppa *1 longa",), ()),)):
        hits = look_at("A zuppa very longa.").find(name)
    assert [(hit.first, hit.last) for hit in hits] == [(1, 4)]
    assert not look_at("A zuppa very longa.").find(name)


@pytest.mark.parametrize(
    "name", [name for name in list_names() if not name.startswith(("sets.", "acronyms.", "times."))]
)
def test_a_phrase_can_be_taken_from_every_list(name):
    phrase = next((one for one in listed(name) if one.replace(" ", "").isalpha()), None)
    if phrase is None:
        pytest.skip("the list holds patterns only")
    assert any((hit.first, hit.last) == (0, len(phrase.split())) for hit in look_at(phrase).find(name))
    with using(((name, (), (phrase,)),)):
        assert not any((hit.first, hit.last) == (0, len(phrase.split())) for hit in look_at(phrase).find(name))


def test_sets_and_acronyms_are_changed_too():
    text = "Sam will show belonging in class."
    assert outcome_wording(text).specific
    with using((("sets.states", ("belonging",), ()),)):
        assert not outcome_wording(text).specific
    assert [span.text for span in unexplained("Ask the EYSC.")] == ["EYSC"]
    with using((("acronyms.allowed", ("EYSC",), ()),)):
        assert not unexplained("Ask the EYSC.")


def test_mistakes_are_named_at_their_line(tmp_path):
    text = (shipped("rubrics") / "example-authority.yaml").read_text(encoding="utf-8")
    words = 'words:\n  hedges.amonut: {also: [x]}\n  hedges.amount:\n    also: ["a? b?", "{nothing} x", "..."]\n'
    words += "  sets.states: {also: [two words]}\n  roles.named: {als: [x]}\n  hedges: {also: [y]}\n"
    path = tmp_path / "ours.yaml"
    path.write_text(text + words, encoding="utf-8")
    with pytest.raises(ManyErrors) as caught:
        load_rubric(str(path))
    said = str(caught.value)
    assert "no word list is called 'hedges.amonut'. Did you mean 'hedges.amount'?" in said
    assert "'a? b?' could stand for nothing at all" in said
    assert "no set of words is called 'nothing'" in said
    assert "'two words': this list holds single words" in said
    assert "unknown key 'als'. Did you mean 'also'?" in said
    assert "'hedges' is a file of lists; say which list is added to: hedges.commitment" in said
    assert said.count(f"{path}:") == 6


def test_a_rubric_takes_the_words_of_the_one_it_extends_list_by_list(tmp_path):
    (tmp_path / "base.yaml").write_text(
        "id: base\nversion: '1'\ntitle: Base\nextends: national\nwords:\n  roles.named: {also: [captain]}\n"
        "  hedges.actor: {never: [adult]}\n",
        encoding="utf-8",
    )
    (tmp_path / "ours.yaml").write_text(
        "id: ours\nversion: '1'\ntitle: Ours\nextends: base.yaml\nwords:\n  roles.named: {also: sailor}\n",
        encoding="utf-8",
    )
    assert load_rubric(str(tmp_path / "ours.yaml")).word_changes == (
        ("hedges.actor", (), ("adult",)),
        ("roles.named", ("sailor",), ()),
    )
