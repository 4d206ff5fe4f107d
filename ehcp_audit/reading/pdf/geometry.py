"""Places on a page: pdfium counts from the bottom, as the page was before it was turned; we as it is shown."""

from __future__ import annotations

Box = tuple[float, float, float, float]
"""A rectangle as pdfium gives it: left, top, right, bottom, from the bottom of the page."""

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def tenth(place: float) -> float:
    """A place to a tenth of a point. `round(place, 1)` takes four times as long, and says the same of what pdfium's
    small floats add up to: ten times such a place is exact.
    """
    return round(10.0 * place) / 10.0


def turned(quarters: int, left: float, low: float, right: float, high: float) -> Matrix:
    """From a page's own coordinates to those of the page as it is shown, turned clockwise, from its left bottom."""
    if quarters == 1:
        return (0.0, -1.0, 1.0, 0.0, -low, right)
    if quarters == 2:
        return (-1.0, 0.0, 0.0, -1.0, right, high)
    return (0.0, 1.0, -1.0, 0.0, high, -left)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """First one, then the other."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def placed(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where does a point come to stand?"""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def back(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where did a point stand before it was turned?"""
    a, b, c, d, e, f = matrix
    whole = a * d - b * c
    return (d * (x - e) - c * (y - f)) / whole, (a * (y - f) - b * (x - e)) / whole


def moved(box: Box, matrix: Matrix) -> Box:
    """Where does a rectangle come to stand?"""
    left, top, right, bottom = box
    corners = [placed(matrix, x, y) for x in (left, right) for y in (top, bottom)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), max(ys), max(xs), min(ys)


def around(boxes: list[Box]) -> Box:
    """The rectangle around several."""
    left, top, right, bottom = boxes[0]
    for x0, high, x1, low in boxes:
        if x0 < left:
            left = x0
        if high > top:
            top = high
        if x1 > right:
            right = x1
        if low < bottom:
            bottom = low
    return left, top, right, bottom
