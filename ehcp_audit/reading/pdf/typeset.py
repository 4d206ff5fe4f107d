"""Plain words on an A4 page of a PDF, in the Helvetica that every viewer has: lines broken by its published widths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 56.0, 56.0, 60.0, 56.0
_LEADING = 1.32


def _widths(numbers: str) -> tuple[int, ...]:
    return tuple(map(int, numbers.split()))


# Thousandths of the type size, for the characters 32 to 255 of Windows' Western code page.
_PLAIN = _widths(
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 "
    "278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 "
    "722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 "
    "556 556 333 500 278 556 500 722 500 500 500 334 260 334 584 350 556 350 222 556 333 1000 556 556 333 1000 "
    "667 333 1000 350 611 350 350 222 222 333 333 350 556 1000 333 1000 500 333 944 350 500 667 278 333 556 556 "
    "556 556 260 556 333 737 370 556 584 333 737 333 400 584 333 333 333 556 537 278 333 333 365 556 834 834 834 "
    "611 667 667 667 667 667 667 1000 722 667 667 667 667 278 278 278 278 722 722 778 778 778 778 778 584 778 "
    "722 722 722 722 667 667 611 556 556 556 556 556 556 889 500 556 556 556 556 278 278 278 278 556 556 556 556 "
    "556 556 556 584 611 556 556 556 556 500 556 500 "
)

_BOLD = _widths(
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 "
    "333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 "
    "667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 "
    "611 389 556 333 611 556 778 556 556 500 389 280 389 584 350 556 350 278 556 500 1000 556 556 333 1000 667 "
    "333 1000 350 611 350 350 278 278 500 500 350 556 1000 333 1000 556 333 944 350 500 667 278 333 556 556 556 "
    "556 280 556 333 737 370 556 584 333 737 333 400 584 333 333 333 611 556 278 333 333 365 556 834 834 834 611 "
    "722 722 722 722 722 722 1000 722 667 667 667 667 278 278 278 278 722 722 778 778 778 778 778 584 778 722 "
    "722 722 722 667 667 611 556 556 556 556 556 556 889 556 556 556 556 556 278 278 278 278 611 611 611 611 611 "
    "611 611 584 611 611 611 611 611 556 611 556 "
)


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph: its words, how large, whether bold, how far in, the room above it, and the page that it leads to."""

    text: str
    size: float = 10.0
    bold: bool = False
    indent: float = 0.0
    above: float = 0.0
    leads_to: int | None = None  # number of a note, from 0
    colour: str = ""  # six hex digits: a small square before the words


@dataclass(slots=True)
class Page:
    """What is drawn on one page, and where on it a click leads to a note."""

    content: list[str] = field(default_factory=list)
    links: list[tuple[tuple[float, float, float, float], int]] = field(default_factory=list)


def pages_of(paragraphs: Iterable[Words]) -> list[Page]:
    """The pages that these paragraphs fill."""
    pages = [Page()]
    y = HEIGHT - _TOP
    for one in paragraphs:
        lines = list(_broken(one))
        step = one.size * _LEADING
        y -= one.above if pages[-1].content else 0.0
        together = min(len(lines), 2) + (2 if one.bold else 0)  # a heading never ends a page
        if y - step * together < _BOTTOM:
            pages.append(Page())
            y = HEIGHT - _TOP
        for number, line in enumerate(lines):
            if y - step < _BOTTOM:
                pages.append(Page())
                y = HEIGHT - _TOP
            y -= step
            page = pages[-1]
            if one.colour and number == 0:
                page.content.append(_square(one.colour, _LEFT + one.indent - 14, y - 1, one.size))
            page.content.append(_drawn(line, one, _LEFT + one.indent, y))
            if one.leads_to is not None:
                width = _width(line, one.bold) * one.size / 1000
                box = (_LEFT + one.indent, y - 0.25 * one.size, _LEFT + one.indent + width, y + 0.95 * one.size)
                page.links.append((box, one.leads_to))
    return pages


def _broken(one: Words) -> Iterator[str]:
    """The paragraph's lines; a word that is wider than the page is cut."""
    room = (WIDTH - _LEFT - _RIGHT - one.indent) * 1000 / one.size
    line = ""
    for word in " ".join(one.text.split()).split(" "):
        longer = f"{line} {word}" if line else word
        if _width(longer, one.bold) <= room:
            line = longer
            continue
        if line:
            yield line
        while _width(word, one.bold) > room:
            cut = next(n for n in range(len(word), 0, -1) if n == 1 or _width(word[:n], one.bold) <= room)
            yield word[:cut]
            word = word[cut:]
        line = word
    yield line


def _width(text: str, bold: bool) -> int:
    widths = _BOLD if bold else _PLAIN
    return sum(widths[code - 32] if code >= 32 else 0 for code in _coded(text))


def _coded(text: str) -> bytes:
    return text.encode("cp1252", "replace")


def _drawn(line: str, one: Words, x: float, y: float) -> str:
    return f"BT /{'FB' if one.bold else 'F'} {one.size:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm <{_coded(line).hex()}> Tj ET"


def _square(colour: str, x: float, y: float, size: float) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return f"q {red:.3f} {green:.3f} {blue:.3f} rg {x:.2f} {y:.2f} {size * 0.8:.2f} {size * 0.8:.2f} re f Q"
