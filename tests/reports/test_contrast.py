"""Every pair of colours that our outputs lay on each other: words at 4.5 to 1, parts of pictures at 3 to 1."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from wcag import contrast

from ehcp_audit import styling
from ehcp_audit.model import Tier
from ehcp_audit.reports import html
from ehcp_audit.reports.marked import COLOURS, DOUBT

CSS = (Path(html.TEMPLATES) / "report.css").read_text(encoding="utf-8")
NAMED = dict(re.findall(r"--(\w+): #([0-9a-f]{6})", CSS))


def rules() -> list[tuple[str, dict[str, str]]]:
    """The style's rules: selector, and its declarations with the palette's names looked up."""
    found = []
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", CSS):
        said = dict(one.split(":", 1) for one in body.split(";") if ":" in one)
        found.append((selector.strip(), {name.strip(): colour(value.strip()) for name, value in said.items()}))
    return found


def colour(value: str) -> str:
    value = re.sub(r"var\(--(\w+)\)", lambda name: f"#{NAMED.get(name[1], '')}", value)
    value = re.sub(r"#([0-9a-f])([0-9a-f])([0-9a-f])\b(?![0-9a-f])", r"#\1\1\2\2\3\3", value)
    hexes = re.findall(r"#([0-9a-f]{6})", value)
    return hexes[0].upper() if hexes else value


def painted(name: str, key: str) -> str:
    return next(said[key] for selector, said in rules() if selector.split(",")[0].strip() == name and key in said)


def test_the_page_takes_its_colours_from_the_house():
    for name, ours in (
        ("ink", styling.INK),
        ("quiet", styling.QUIET),
        ("rule", styling.RULE),
        ("shade", styling.SHADE),
    ):
        assert NAMED[name].upper() == ours
    assert (NAMED["blue"].upper(), NAMED["orange"].upper(), NAMED["focus"].upper()) == (
        styling.BLUE,
        styling.ORANGE,
        styling.FOCUS,
    )
    for verdict, tone in styling.VERDICTS.items():
        name = f".{str(verdict).replace(' ', '-')}"
        assert painted(name, "background") == tone.background
        assert painted(name, "color") == tone.text
        assert painted(f".mark-{name[1:]}", "fill") == tone.text


def test_words_of_the_page_can_be_read_wherever_their_rule_paints_the_ground():
    pairs = [
        (selector, said["color"], said["background"])
        for selector, said in rules()
        if re.fullmatch("[0-9A-F]{6}", said.get("color", ""))
        and re.fullmatch("[0-9A-F]{6}", said.get("background", ""))
    ]
    assert len(pairs) > 6
    for selector, text, ground in pairs:
        assert contrast(text, ground) >= 4.5, selector


@pytest.mark.parametrize("text", ["ink", "quiet", "link"])
@pytest.mark.parametrize("ground", ["FFFFFF", styling.SHADE])
def test_words_can_be_read_on_paper_and_on_the_shade(text, ground):
    assert contrast(NAMED[text].upper(), ground) >= 4.5


@pytest.mark.parametrize(
    ("part", "other"),
    [
        (".fill", ".track"),
        (".thin", ".track"),
    ],
)
def test_parts_of_a_picture_are_told_apart(part, other):
    assert contrast(painted(part, "fill"), painted(other, "fill")) >= 3


def test_the_whisker_stands_out_of_the_bar_by_its_halo():
    assert contrast(painted(".whisker", "stroke"), painted(".halo", "stroke")) >= 3


def test_the_boards_bars_stand_out_of_their_ground():
    assert contrast(styling.BLUE, styling.SHADE) >= 3
    assert contrast(styling.BLUE, styling.PAPER) >= 3


@pytest.mark.parametrize("tier", Tier)
def test_black_words_can_be_read_under_a_highlight(tier):
    assert contrast("000000", COLOURS[tier]) >= 7
    assert contrast("000000", DOUBT) >= 7
