import pytest

from ehcp_audit.plan.labels import find_label, find_trailing_label, group_and_area, may_begin_label
from ehcp_audit.plan.learnt import Learnt, learning
from ehcp_audit.plan.vocabulary import title_key


@pytest.mark.parametrize(
    ("line", "codes", "kind"),
    [
        ("Section A: Views", ("A",), "section"),
        ("SECTION A", ("A",), "section"),
        ("section b - needs", ("B",), "section"),
        ("SECTIONA Views", ("A",), "section"),
        ("Section C.", ("C",), "section"),
        ("(A) Views", ("A",), "bracket"),
        ("(A) About me", ("A",), "bracket"),
        ("(C)  Health needs   (D)  Social care needs", ("C", "D"), "bracket"),
        ("(C) Health needs on list (a) and (b)", ("C",), "bracket"),
        ("Section A About me", ("A",), "section"),
        ("A – Views", ("A",), "letter"),
        ("A: Views", ("A",), "letter"),
        ("K. Advice", ("K",), "letter"),
        ("A1 Summary of history", ("A",), "bare"),
        ("Part A", ("A",), "part"),
        ("PART H i: Social care", ("H1",), "part"),
        ("H(i) Social care", ("H1",), "bare"),
        ("(H)(i) Social care", ("H1",), "bracket"),
        ("(H) (ii) Other", ("H2",), "bracket"),
        ("Sections D and H1 and H2", ("D", "H1", "H2"), "section"),
        ("H ii – Other", ("H2",), "letter"),
        ("H.2 Other", ("H2",), "bare"),
        ("H1/H2", ("H1", "H2"), "bare"),
        ("Section H1 and H2: Social care", ("H1", "H2"), "section"),
        ("Section H", ("H",), "section"),
        ("Sections C and G", ("C", "G"), "section"),
        ("Sections B, F and E", ("B", "F", "E"), "section"),
        ("Sections C (Health needs) and G (Health provision)", ("C", "G"), "section"),
        ("Sections D (Social care needs) and H1 and H2 (Social care provision)", ("D", "H1", "H2"), "section"),
        ("3. Section C – Health needs", ("C",), "section"),
    ],
)
def test_a_label_is_read_however_it_is_written(line, codes, kind):
    label = find_label(line)
    assert label is not None
    assert (label.codes, label.kind) == (codes, kind)


@pytest.mark.parametrize(
    "line",
    [
        "Section F sets out the provision that must be made.",
        "Section E and the outcomes in it",
        "section 2 of the Chronically Sick and Disabled Persons Act 1970",
        "section 17 of the Children Act 1989",
        "Section 20",
        "Class 4B",
        "Part 1",
        "Parts of the day are hard",
        "Sections A-K",
        "Sections A to K",
        "Each section is separate",
        "a teacher will help",
        "",
    ],
)
def test_sentences_acts_and_classes_carry_no_label(line):
    assert find_label(line) is None


def test_a_contents_line_is_told_by_its_page_number():
    assert find_label("Section A: Views, interests and aspirations ........ 3").page
    assert find_label("Section B: Special educational needs 4").page
    assert not find_label(
        "Section H1: Social care provision under the Chronically Sick and Disabled Persons Act 1970"
    ).page
    assert not find_label("Section B: Special educational needs").page
    assert find_label("Section E: Outcomes 12").page
    assert not find_label("Section F: Provision to meet outcome 1").page
    assert not find_label("Section F: Provision to meet outcomes 1 and 2").page


def test_a_continued_heading_says_so():
    assert find_label("Section B: Special educational needs (continued)").continued
    assert find_label("SECTION E cont'd").continued
    assert not find_label("Section E: Outcomes").continued


def test_sub_labels_keep_their_figure():
    assert find_label("C1 Health needs at school").sub == "1"
    assert find_label("H1 Social care").sub == ""


@pytest.mark.parametrize(
    ("line", "code"),
    [("My outcomes (Section E)", "E"), ("Placement - Section I", "I"), ("Social care: Section H(ii)", "H2")],
)
def test_a_title_may_end_in_its_label(line, code):
    assert find_trailing_label(line).codes == (code,)


@pytest.mark.parametrize("line", ["The outcomes are set out in Section E", "Section E", "as it says in section 17)"])
def test_a_sentence_that_ends_in_a_section_has_no_trailing_label(line):
    assert find_trailing_label(line) is None


def test_joined_headings_name_their_letters_in_brackets():
    assert group_and_area("Special Educational Needs and Provision (B-F-E)") == (("B", "F", "E"), "")
    assert group_and_area("Needs and provision (B/F/E): Cognition and learning") == (
        ("B", "F", "E"),
        "Cognition and learning",
    )
    assert group_and_area("Health (C/G)") == (("C", "G"), "")
    assert group_and_area("Special educational needs (SEN)") == ((), "")
    assert group_and_area("He sat in rows (A-E) at the theatre") == ((), "")


@pytest.mark.parametrize("word", ["Secton", "Sectoin", "Sction", "SETION", "Seciton", "Sectiion"])
def test_a_mistyped_section_is_one(word):
    label = find_label(f"{word} E: Outcomes")
    assert label is not None
    assert (label.codes, label.kind, label.title) == (("E",), "section", "Outcomes")
    assert may_begin_label(f"{word} E: Outcomes")


@pytest.mark.parametrize("line", ["Set B: spellings", "Sessions A and B each week", "Second E", "Scene F", "Sector B"])
def test_other_words_before_a_letter_are_no_section(line):
    label = find_label(line)
    assert label is None or label.kind != "section"


def test_a_point_may_part_the_word_from_its_letter():
    label = find_label("Section.F: Special educational provision")
    assert label is not None
    assert label.codes == ("F",)


def test_what_one_document_teaches_of_a_line_is_remembered_for_no_other():
    line = "Section E is what I hope for"
    taught = Learnt({title_key("is what I hope for"): ("E",)})
    assert find_label(line) is None
    with learning(taught):
        assert find_label(line).codes == ("E",)
    assert find_label(line) is None
    with learning(Learnt({title_key("is what I wear"): ("E",)})):
        assert find_label(line) is None
    with learning(taught):
        assert find_label(line).codes == ("E",)
