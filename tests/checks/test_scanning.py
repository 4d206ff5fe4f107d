"""Looking phrases up by how they begin finds exactly what trying them at every character finds."""

from __future__ import annotations

import re
from datetime import date

import pytest

from ehcp_audit.checks import scanning
from ehcp_audit.checks.beginnings import beginnings
from ehcp_audit.checks.leftovers import SIGNS
from ehcp_audit.checks.openings import openings
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.language.beside import phrase_lists
from ehcp_audit.model import SECTION_CODES, Facts, Passage, Plan, Section, State, Stretch
from ehcp_audit.rare import rarely

TEXT = (
    "[insert name] Sam's mother, Mrs Jo O'Neil, said that he is happiest when he plays football. "
    "I'd like to be a chef! He, she/he or they? XXXX and fooXXXX.\tDD/MM/YYYY «name» <<date>> "
    "cannot yet count; 12% of 5 to 10 words.\n"
    "Attends St. Mary's Primary School (see report 3, K2). £500 direct payment. Communicates by signing. "
    "Pre-verbal; non-verbal. By Christmas Sam will read ten words, e.g. at a 5-year-old level.\n"
    "Kit’s needs: İzmir, Kelvin \u212a, straße. Speech and language therapist once a week for 30 minutes. The\n"
)


def plan_of(text: str) -> Plan:
    sections = tuple(Section(code, State.MISSING) for code in SECTION_CODES)
    return Plan("P01", text, sections, Facts(), (Stretch(text),), (0,), date(2026, 11, 20))


PIECES = [
    (0, len(TEXT)), (3, 90), (30, 31), (57, 200), (101, 260), (150, 420), (TEXT.index("fooXXXX") + 1, 330),
    (TEXT.index("Attends"), TEXT.index("(see")), (TEXT.index("Pre-verbal"), len(TEXT)),
]  # fmt: skip


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("İ", "I").replace("\u212a", "K")], ids=["others", "comparable"])
@pytest.mark.parametrize("name", sorted(phrase_lists()))
def test_what_is_looked_up_is_what_trying_finds(name: str, text: str) -> None:
    pattern = phrases(name)
    plan = plan_of(text)
    with scanning.scanning(plan_of("Another plan comes first, and is searched plainly.")):
        scanning.matches(Passage("Another plan comes first, and is searched plainly.", 0), pattern)
    with scanning.scanning(plan):
        for start, end in PIECES:
            piece = Passage(text[start:end], start)
            assert [one.span() for one in scanning.matches(piece, pattern)] == [
                one.span() for one in pattern.finditer(piece.text)
            ]
            first, expected = scanning.holds(piece, pattern), pattern.search(piece.text)
            assert (first and first.span()) == (expected and expected.span())


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("İ", "I").replace("\u212a", "K")], ids=["others", "comparable"])
def test_what_is_read_off_in_a_first_plan_is_what_trying_finds(text: str) -> None:
    patterns = [*map(phrases, sorted(phrase_lists())), *(sign.words for sign in SIGNS)]
    scanning.learn_afresh()
    with scanning.scanning(plan_of(text)):
        for pattern in patterns:
            for start, end in PIECES:
                piece = Passage(text[start:end], start)
                assert [one.span() for one in scanning.matches(piece, pattern)] == [
                    one.span() for one in pattern.finditer(piece.text)
                ]


@pytest.mark.parametrize(
    ("pattern", "read_off"),
    [
        (r"(?<!\w)(?:hat|cap)s?(?!\w)", {"hats", "caps", "hat", "cap"}),
        (r"\b(?:Year|Y) ?\d|\(see\b", {"year", "y 0", "y0", "(see"}),
        (r"\b(?:a |the )?(?:(?:odd|even) )?sum", {"a od", "a ev", "a su", "the ", "odd ", "even", "sum"}),
        (r"\b[Tt]he(?: \w+){0,2}", {"the", "the "}),
        (r"\bab{2,3}c?d", {"ab"}),
        (r"(?<!no )\bye(?:s|ar[a-z])+", {"yes", "year"}),
        (r"(?<!no )yes", None),  # it may begin inside a word
        (r"\b(?:not )?\w+ed", None),
        (r"^Name:", None),
        (r"\b(?:one)?", None),
        (r"\béa", None),
        (r"(?i)\bone", None),
        (r"\b(?:(one)|two)(?(1) is| are)", None),
    ],
)
def test_beginnings_are_read_off_plain_expressions(pattern: str, read_off: set[str] | None) -> None:
    assert beginnings(pattern) == read_off


def test_what_can_begin_nowhere_is_not_compiled() -> None:
    asked = rarely(r"\b(?:zebras?|yaks?)\b(?P<one>x)(?P<one>y)")  # what would compile it would be told off
    text = "It has no such beast."
    scanning.learn_afresh()
    with scanning.scanning(plan_of(text)):
        assert scanning.matches(Passage(text, 0), asked) == []
        assert scanning.holds(Passage(text, 0), asked) is None
    with pytest.raises(re.error):
        asked.search(text)
    scanning.learn_afresh()  # the next plan would be told how it begins


@pytest.mark.parametrize(
    ("pattern", "bounded", "anywhere"),
    [
        (r"(?<![\w])(?:hat|cap)s?(?![\w])", {"hat", "cap", "hats", "caps"}, set()),
        (r"\b(?:Year|Y) ?\d", {"year", "y 0", "y0"}, set()),
        (r"X{3,}", set(), {"xxx", "xxxx"}),
        (r"«[^»]+»", {"«"}, set()),
    ],
)
def test_openings_of_a_pattern(pattern: str, bounded: set[str], anywhere: set[str]) -> None:
    found = openings(re.compile(pattern, re.I))
    assert found is not None
    assert (set(found.bounded), set(found.anywhere)) == (bounded, anywhere)


def test_what_a_word_holds_tells_where_a_match_begins() -> None:
    found = openings(re.compile(r"(?<!\w)(?:\w*therapists?|nurse)(?!\w)", re.I))
    assert found is not None
    assert (set(found.held), set(found.bounded)) == ({"ther"}, {"nurs"})
    assert openings(re.compile(r"\b\w*ed")) is None  # too few letters: they stand in too many words
    assert openings(re.compile(r"\b\w* (?:\w+ )?then")) is None  # nothing that could be looked for follows the word


@pytest.mark.parametrize(
    ("pattern", "held", "bounded", "capitals"),
    [
        (r"\b(?:his|[a-z]+['’]s) views", {"'s v", "’s v"}, {"his "}, set()),
        (r"\b(?:(?-i:[A-Z])[\w’'-]+|he) should", {" sho"}, {"he s"}, set()),
        (r"\b(?-i:[KX]\w+|No) \w+", set(), set(), {"k", "x", "no "}),
        (r"^\W?[A-Z]?of|^[A-Z]+s|\bat", set(), {"at"}, set()),  # the place where the text begins is tried
    ],
)
def test_what_follows_a_word_and_how_a_name_begins(
    pattern: str, held: set[str], bounded: set[str], capitals: set[str]
) -> None:
    found = openings(re.compile(pattern, re.I))
    assert found is not None
    assert (found.held, found.bounded, found.capitals, found.anywhere) == (held, bounded, capitals, set())


def test_any_word_is_looked_at_where_what_follows_it_cannot_be_told() -> None:
    found = openings(re.compile(r"\b[a-z]{2,15} (?:\w+ly |also )?said", re.I))
    assert found is not None
    assert (found.held, found.bounded) == (set(), set("abcdefghijklmnopqrstuvwxyz"))


@pytest.mark.parametrize(
    "text",
    [
        "O'Neill-Smith should rest. -Kit should, O'Neill-Smithers-Johnson-Browne should too.",
        "Amir's views; x1y's views, -kit's views: his views. 'Sam's views",
    ],
)
@pytest.mark.parametrize(
    "pattern", [r"\b[\w'’-]{3,20} should", r"(?<!\w)[\w'-]{2,9}? should", r"\b[a-z]+['’]s views", r"\b[\w'’-]+s views"]
)
def test_what_a_word_goes_before_is_found_where_the_word_begins(pattern: str, text: str) -> None:
    sought, piece = re.compile(pattern, re.I), Passage(text, 0)
    for _ in range(2):  # the first plan is searched plainly
        with scanning.scanning(plan_of(text)):
            found, expected = scanning.matches(piece, sought), sought.finditer(text)
            assert [one.span() for one in found] == [one.span() for one in expected]


@pytest.mark.parametrize(
    "text", ["A physiotherapist, two Occupational THERAPISTS; therapist.", "Hydrotherapistry, another, xtherapist"]
)
def test_words_that_end_alike_are_found_where_they_begin(text: str) -> None:
    pattern = re.compile(r"(?<!\w)(?:\w*therapists?|two)(?!\w)", re.I)
    piece = Passage(text, 0)
    for _ in range(2):  # the first plan is searched plainly
        with scanning.scanning(plan_of(text)):
            assert [one.span() for one in scanning.matches(piece, pattern)] == [
                one.span() for one in pattern.finditer(text)
            ]


@pytest.mark.parametrize("pattern", [r"\w+ing", r"(?:\w+ )?has", r".*x", r" leading", r"(?m)^a", r"(?m:^\W*a)"])
def test_openings_that_cannot_be_told(pattern: str) -> None:
    assert openings(re.compile(pattern)) is None


def test_words_that_are_not_the_plans_are_searched_plainly() -> None:
    with scanning.scanning(plan_of(TEXT)):
        elsewhere = Passage("The mother said that he is happiest at home.", 7)
        assert [one.group() for one in scanning.matches(elsewhere, phrases("parent"))] == ["mother"]


def test_nothing_is_kept_after_the_audit() -> None:
    plan = plan_of(TEXT)
    with scanning.scanning(plan):
        assert scanning.once(plan, "name", lambda: 1) == scanning.once(plan, "name", lambda: 2) == 1
    assert scanning.once(plan, "name", lambda: 2) == scanning.kept("name", lambda: 2) == 2
