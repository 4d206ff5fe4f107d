"""How dark a place of a page is as a reader sees it: asked where the record of what is drawn does not tell.

A run of colours, a pattern or a picture behind light words is told by no record of boxes.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

_MOST_DOTS = 1_500_000
_PAPER = 225


class Shown:
    """A small grey picture of a page, a dot a point where the page is of an ordinary size."""

    def __init__(self, raw: Any, width: float, height: float) -> None:
        self._scale = min(1.0, (_MOST_DOTS / max(width * height, 1.0)) ** 0.5)
        self._width, self._height = (max(1, min(20_000, int(side * self._scale))) for side in (width, height))
        bitmap = pdfium.FPDFBitmap_CreateEx(self._width, self._height, pdfium.FPDFBitmap_Gray, None, 0)
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, self._width, self._height, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(bitmap, raw, 0, 0, self._width, self._height, 0, 0)
            self._stride = pdfium.FPDFBitmap_GetStride(bitmap)
            self._dots = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), self._stride * self._height)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)

    def is_dark(self, x0: float, top: float, x1: float, bottom: float) -> bool:
        """Is most of a place darker than paper?"""
        left, right = (max(0, min(self._width - 1, int(x * self._scale))) for x in (x0, x1))
        first, last = (max(0, min(self._height - 1, int(y * self._scale))) for y in (top, bottom))
        dots = b"".join(
            self._dots[y * self._stride + left : y * self._stride + right + 1] for y in range(first, last + 1)
        )
        return sum(dot < _PAPER for dot in dots) > 0.5 * len(dots)
