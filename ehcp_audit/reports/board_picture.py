"""The one picture of the board page: how many plans meet the weakest criteria, with what that can say."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ehcp_audit.reports.figures import CriterionFigures
from ehcp_audit.styling import BLUE, INK, PAPER, QUIET, RULE, SHADE

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

WIDTH, ROW, TOP, BOTTOM = 1720, 76, 10, 58
_LEFT, _RIGHT = 860, 1520
_TEXT = 30


def bars_png(rows: Sequence[CriterionFigures]) -> bytes:
    """Bars from 0 to 100%, one a criterion, with the 95% interval as a line across the end where there is one."""
    from PIL import Image, ImageDraw

    height = TOP + ROW * len(rows) + BOTTOM
    image = Image.new("RGB", (WIDTH, height), f"#{PAPER}")
    draw = ImageDraw.Draw(image)
    font, small = _font(_TEXT), _font(26)
    for tick in range(0, 101, 25):
        x = _x(tick / 100)
        draw.line((x, TOP, x, height - BOTTOM + 8), fill=f"#{RULE}", width=2)
        _centred(draw, x, height - BOTTOM + 14, f"{tick}%", small)
    for number, one in enumerate(rows):
        _bar(draw, one, TOP + ROW * number, font, small)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True, dpi=(220, 220))
    return out.getvalue()


def bars_in_words(rows: Sequence[CriterionFigures]) -> str:
    """What the picture shows, for those who do not see it."""
    said = "; ".join(f"{one.criterion.id}, {one.criterion.question} {one.rate.words}" for one in rows)
    return f"Bar chart of plans that meet each of the {len(rows)} weakest criteria. {said}."


def _bar(
    draw: ImageDraw.ImageDraw,
    one: CriterionFigures,
    y: int,
    font: ImageFont.FreeTypeFont,
    small: ImageFont.FreeTypeFont,
) -> None:
    rate = one.rate
    draw.text((0, y + 14), one.criterion.id, fill=f"#{INK}", font=font)
    lines = _two_lines(draw, one.criterion.question, small)
    for line, words in enumerate(lines):
        draw.text((100, y + (18 if len(lines) == 1 else 2 + 31 * line)), words, fill=f"#{INK}", font=small)
    draw.rectangle((_LEFT, y + 12, _RIGHT, y + ROW - 16), fill=f"#{SHADE}")
    share = rate.k / rate.n if rate.n else 0.0
    if share:
        draw.rectangle((_LEFT, y + 12, _x(share), y + ROW - 16), fill=f"#{BLUE}")
    if rate.interval is not None:
        low, high = (_x(bound) for bound in rate.interval)
        middle = y + ROW // 2 - 2
        for colour, width in ((PAPER, 9), (INK, 4)):
            draw.line((low, middle, high, middle), fill=f"#{colour}", width=width)
            for end in (low, high):
                draw.line((end, middle - 13, end, middle + 13), fill=f"#{colour}", width=width)
    draw.text((_RIGHT + 20, y + 14), rate.counts, fill=f"#{INK}", font=font)


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
