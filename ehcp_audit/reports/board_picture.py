"""The one picture of the board page: how many plans fall short of what to work on first, and how many may yet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ehcp_audit.reports.figures import CriterionFigures
from ehcp_audit.styling import BLUE, INK, PAPER, QUIET, RULE, SHADE

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

WIDTH, ROW, TOP, BOTTOM, KEY = 1720, 72, 10, 54, 40
_LEFT, _RIGHT = 860, 1520
_TEXT = 30


def bars_png(rows: Sequence[CriterionFigures]) -> bytes:
    """Bars from 0 to 100% of the plans that it applies to, one a criterion: dark what falls short, grey what waits.

    Where nothing waits and there are plans enough, the 95% interval is a line across the end of the dark part.
    """
    from PIL import Image, ImageDraw

    foot = TOP + ROW * len(rows) + BOTTOM
    height = foot + KEY
    image = Image.new("RGB", (WIDTH, height), f"#{PAPER}")
    draw = ImageDraw.Draw(image)
    font, small = _font(_TEXT), _font(26)
    for tick in range(0, 101, 25):
        x = _x(tick / 100)
        draw.line((x, TOP, x, foot - BOTTOM + 8), fill=f"#{RULE}", width=2)
        _centred(draw, x, foot - BOTTOM + 14, f"{tick}%", small)
    for number, one in enumerate(rows):
        _bar(draw, one, TOP + ROW * number, font, small)
    _key(draw, foot + 4, rows, small)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True, dpi=(220, 220))
    return out.getvalue()


def bars_in_words(rows: Sequence[CriterionFigures]) -> str:
    """What the picture shows, for those who do not see it."""
    said = "; ".join(f"{one.criterion.id}, {one.criterion.question} {one.short_words}" for one in rows)
    return f"Bar chart of plans that fall short of each of the {len(rows)} criteria to work on first. {said}."


def _bar(
    draw: ImageDraw.ImageDraw,
    one: CriterionFigures,
    y: int,
    font: ImageFont.FreeTypeFont,
    small: ImageFont.FreeTypeFont,
) -> None:
    draw.text((0, y + 14), one.criterion.id, fill=f"#{INK}", font=font)
    lines = _two_lines(draw, one.criterion.question, small)
    for line, words in enumerate(lines):
        draw.text((100, y + (18 if len(lines) == 1 else 2 + 31 * line)), words, fill=f"#{INK}", font=small)
    draw.rectangle((_LEFT, y + 12, _RIGHT, y + ROW - 16), fill=f"#{SHADE}")
    short, waits = (number / one.applies if one.applies else 0.0 for number in (one.short, one.waits))
    for start, width, colour in ((0.0, short, BLUE), (short, waits, RULE)):
        if width:
            draw.rectangle((_x(start), y + 12, _x(start + width), y + ROW - 16), fill=f"#{colour}")
    if _has_whisker(one):
        low, high = (_x(1 - bound) for bound in reversed(one.rate.interval or ()))
        _whisker(draw, low, high, y + ROW // 2 - 2)
    draw.text((_RIGHT + 20, y + (0 if one.waits else 14)), f"{one.short} of {one.applies}", fill=f"#{INK}", font=font)
    if one.waits:
        words = f"{one.waits} {'waits' if one.waits == 1 else 'wait'}"
        draw.text((_RIGHT + 20, y + 34), words, fill=f"#{QUIET}", font=small)


def _has_whisker(one: CriterionFigures) -> bool:
    return one.rate.interval is not None and not one.waits


def _whisker(draw: ImageDraw.ImageDraw, low: int, high: int, middle: int) -> None:
    for colour, thick in ((PAPER, 9), (INK, 4)):
        draw.line((low, middle, high, middle), fill=f"#{colour}", width=thick)
        for end in (low, high):
            draw.line((end, middle - 13, end, middle + 13), fill=f"#{colour}", width=thick)


def _key(draw: ImageDraw.ImageDraw, y: int, rows: Sequence[CriterionFigures], font: ImageFont.FreeTypeFont) -> None:
    """What dark, grey and the line mean, each where the picture has it."""
    x = 0
    for colour, words, shown in ((BLUE, _SHORT, True), (RULE, _WAITS, any(one.waits for one in rows))):
        if shown:
            draw.rectangle((x, y + 4, x + 40, y + 30), fill=f"#{colour}")
            draw.text((x + 52, y), words, fill=f"#{INK}", font=font)
            x += round(draw.textlength(words, font=font)) + 52 + 44
    if any(map(_has_whisker, rows)):
        _whisker(draw, x + 4, x + 66, y + 17)
        draw.text((x + 82, y), _LINE, fill=f"#{INK}", font=font)


_SHORT, _WAITS = "fall short", "wait for a person"
_LINE = "95% interval: where the share may lie among all plans, had these been drawn at random"


def _two_lines(draw: ImageDraw.ImageDraw, words: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """The question on one line or two, the end left out where two are not enough."""
    room = _LEFT - 100 - 20
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if draw.textlength(longer, font=font) <= room:
            lines[-1] = longer
        elif len(lines) < 2:
            lines.append(word)
        else:
            while draw.textlength(lines[-1] + "...", font=font) > room and " " in lines[-1]:
                lines[-1] = lines[-1].rsplit(" ", 1)[0]
            lines[-1] = lines[-1].rstrip(" ,;") + "..."
            break
    return lines


def _centred(draw: ImageDraw.ImageDraw, x: float, y: float, words: str, font: ImageFont.FreeTypeFont) -> None:
    draw.text((x - draw.textlength(words, font=font) / 2, y), words, fill=f"#{QUIET}", font=font)


def _x(share: float) -> int:
    return round(_LEFT + (_RIGHT - _LEFT) * share)


def _font(size: int) -> ImageFont.FreeTypeFont:
    """Pillow's own font, so that the picture is the same on every machine."""
    from PIL import ImageFont

    return ImageFont.load_default(size)  # type: ignore[return-value]
