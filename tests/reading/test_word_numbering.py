"""Numbers that Word shows and stores nowhere, and looks that come from styles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from made_documents import whole

from ehcp_audit.reading import formats
from ehcp_audit.reading.docx.numbering import written

Word = Callable[..., Path]


def listed(text: str, depth: int = 0, number: int = 1) -> str:
    numbers = f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    return f"<w:p>{numbers}<w:r><w:t>{text}</w:t></w:r></w:p>"


def level(depth: int, form: str, text: str, more: str = "") -> str:
    start = f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
    return f'{start}{more}<w:lvlText w:val="{text}"/></w:lvl>'


LISTS = whole(
    "numbering",
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "decimal", "%1.")
    + level(1, "lowerLetter", "(%2)")
    + level(2, "lowerRoman", "%1.%2.%3", "<w:isLgl/>")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "upperLetter", "Section %1:", '<w:pStyle w:val="SectionHeading"/>')
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
    + level(0, "bullet", "\uf0b7")
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>',
)


def test_levels_count_within_one_another(word: Word) -> None:
    body = listed("one") + listed("a", 1) + listed("b", 1) + listed("deep", 2) + listed("two") + listed("a again", 1)
    assert [one.text for one in formats.read(word(body, numbering=LISTS)).stretches] == [
        "1. one",
        "(a) a",
        "(b) b",
        "1.2.1 deep",
        "2. two",
        "(a) a again",
    ]


def test_a_list_that_starts_again_says_so(word: Word) -> None:
    body = listed("one") + listed("seven", number=4) + listed("eight", number=4)
    stretches = formats.read(word(body, numbering=LISTS)).stretches
    assert [(one.marker, one.text) for one in stretches] == [("1.", "1. one"), ("7.", "7. seven"), ("8.", "8. eight")]


def test_bullets_stand_in_the_marker_only(word: Word) -> None:
    (one,) = formats.read(word(listed("draw", number=3), numbering=LISTS)).stretches
    assert (one.marker, one.text) == ("•", "draw")


def test_a_list_tied_to_a_style_numbers_its_headings_even_without_words(word: Word) -> None:
    styles = whole(
        "styles",
        '<w:style w:type="paragraph" w:styleId="SectionHeading"><w:name w:val="Section Heading"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>'
        '<w:rPr><w:b/><w:caps/><w:sz w:val="32"/></w:rPr></w:style>',
    )
    heading = '<w:p><w:pPr><w:pStyle w:val="SectionHeading"/></w:pPr>{}</w:p>'
    body = heading.format("<w:r><w:t>Views</w:t></w:r>") + heading.format("") + listed("plain", number=99)
    first, second, third = formats.read(word(body, numbering=LISTS, styles=styles)).stretches
    assert (first.text, first.level, first.bold, first.caps, first.size) == ("Section A: Views", 2, True, True, 16.0)
    assert second.text == "Section B:"
    assert (third.text, third.marker) == ("plain", "")


def test_numbering_that_is_taken_away_numbers_nothing(word: Word) -> None:
    assert [one.text for one in formats.read(word(listed("free", number=0), numbering=LISTS)).stretches] == ["free"]


def test_looks_come_down_through_styles_and_runs_overrule_them(word: Word) -> None:
    styles = whole(
        "styles",
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="heading 3"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Child"><w:name w:val="My heading"/><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop2"><w:name w:val="Loop2"/><w:basedOn w:val="Loop"/></w:style>',
    )
    styled = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r>{}<w:t>Words</w:t></w:r></w:p>'
    body = (
        styled.format("Child", "")
        + styled.format("Child", '<w:rPr><w:b w:val="0"/><w:sz w:val="40"/></w:rPr>')
        + styled.format("Loop", "")
        + styled.format("Unknown", "")
    )
    stretches = formats.read(word(body, styles=styles)).stretches
    assert [(one.style, one.level, one.bold, one.size) for one in stretches] == [
        ("My heading", 3, True, 11.0),
        ("My heading", 3, False, 20.0),
        ("Loop", None, False, 11.0),
        ("", None, False, 11.0),
    ]


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (28, "lowerLetter", "bb"),
        (8, "upperLetter", "H"),
        (1994, "upperRoman", "MCMXCIV"),
        (4, "lowerRoman", "iv"),
        (22, "ordinal", "22nd"),
        (13, "ordinal", "13th"),
        (3, "none", ""),
        (0, "lowerLetter", "0"),
    ],
)
def test_numbers_as_lists_write_them(number: int, form: str, expected: str) -> None:
    assert written(number, form) == expected
