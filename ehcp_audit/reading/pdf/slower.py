"""pdfplumber's side: the same record of a page where pdfium's would mislead. Slower by far, so only there."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from ehcp_audit.reading.pdf.page import PageRead, Piece

MOST, LONGEST = 40, 8.0
"""Pages of one document that may take this way, and seconds: each costs as much as a whole plan costs the other."""

_BOLD = ("bold", "black", "heavy", "demi")


class Plumber:
    """One open document. Pages are closed after use, or memory grows with each."""

    def __init__(self, data: bytes, passwords: Sequence[str]) -> None:
        import pdfplumber

        self._document: Any = None
        for password in ("", *passwords):
            try:
                self._document = pdfplumber.open(io.BytesIO(data), password=password)
            except MemoryError:
                raise
            except Exception:  # noqa: S112  (whatever it says of the file, pdfium has read it)
                continue
            break

    def close(self) -> None:
        """Let go of the document."""
        if self._document is not None:
            self._document.close()

    def page(self, number: int, reason: str) -> PageRead | None:
        """Page `number` (from 0) as pdfplumber reads it; None when it cannot."""
        if self._document is None or number >= len(self._document.pages):
            return None
        page = self._document.pages[number]
        try:
            return _read(page, number, reason)
        except MemoryError:
            raise
        except Exception:
            return None
        finally:
            page.close()


def _read(page: Any, number: int, reason: str) -> PageRead:
    x0, top, x1, bottom = page.bbox
    read = PageRead(number + 1, float(x1 - x0), float(bottom - top), fallback=reason)
    for line in page.extract_text_lines(return_chars=True, strip=True, x_tolerance=2, y_tolerance=2):
        read.pieces.extend(_pieces(line["chars"], x0, top))
    for edge in page.edges:
        if edge["orientation"] == "v":
            read.upright.append((edge["x0"] - x0, edge["top"] - top, edge["bottom"] - top))
        else:
            read.level.append((edge["top"] - top, edge["x0"] - x0, edge["x1"] - x0))
            if edge["object_type"] == "line":
                read.thin.append(read.level[-1])
    area = max(read.width * read.height, 1.0)
    read.pictures = sum(one["width"] * one["height"] for one in page.images) / area
    return read


def _pieces(characters: list[dict[str, Any]], left: float, upper: float) -> list[Piece]:
    """The letters of one line as pieces, parted where there is room for another column."""
    found: list[Piece] = []
    group: list[dict[str, Any]] = []
    for one in sorted(characters, key=lambda character: float(character["x0"])):
        if group and one["x0"] - group[-1]["x1"] > max(0.9 * one["size"], 5.0):
            found.append(_piece(group, left, upper))
            group = []
        group.append(one)
    if group:
        found.append(_piece(group, left, upper))
    return [piece for piece in found if piece.text]


def _piece(group: list[dict[str, Any]], left: float, upper: float) -> Piece:
    text = group[0]["text"]
    for before, one in pairwise(group):
        if one["x0"] - before["x1"] > 0.18 * one["size"] and not text.endswith(" "):
            text += " "
        text += one["text"]
    first = group[0]
    bold = all(any(word in str(one["fontname"]).lower() for word in _BOLD) for one in (first, group[-1]))
    bottom = max(float(one["bottom"]) for one in group) - upper
    size = round(float(first["size"]), 1)
    return Piece(
        text.strip(),
        float(first["x0"]) - left,
        min(float(one["top"]) for one in group) - upper,
        float(group[-1]["x1"]) - left,
        bottom,
        bottom - 0.21 * size,
        size,
        bold,
        str(first["fontname"]).lower(),
    )
