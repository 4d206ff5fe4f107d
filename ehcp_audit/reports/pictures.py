"""The geometry of our plots, for the templates that draw them: dots with intervals, a run chart, a funnel.

Every picture has a title and a description, stands beside a table that says the same, and tells nothing by colour
alone. Groups keep the order that they are given in: nothing is ranked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

View = dict[str, Any]

NAMES, PLOT, ROW, TOP = 190, 460, 30, 30
"""Pixels: the room for names, the width of the axis, a row's height, and what stands above the first row."""

WORDS = 250  # pixels for the words at the end of a row, where none are longer
CHARACTER = 6.6


@dataclass(frozen=True, slots=True)
class Dot:
    """A figure with its interval, under its name and with the words that say the same."""

    name: str
    value: float | None
    low: float | None
    high: float | None
    words: str
    mark: str = ""  # what is noted on the line before it, such as a change of the rubric


def dots(title: str, rows: Sequence[Dot], *, ends: tuple[float, float] = (0.0, 1.0), unit: str = "%") -> View:
    """Dots on one axis, a row each: for groups, authorities, raters."""
    longest = max((len(one.name) for one in rows), default=0)
    left = min(max(90, int(longest * CHARACTER) + 16), NAMES + 110)
    across = _scale(ends, left, left + PLOT)
    height = TOP + ROW * len(rows) + 8
    words = max((len(one.words) for one in rows), default=0)
    return {
        "title": title,
        "known": any(one.value is not None for one in rows),
        "description": "; ".join(f"{one.name}: {one.words}" for one in rows) + ".",
        "width": left + PLOT + max(WORDS, int(words * CHARACTER) + 24),
        "height": height,
        "top": TOP - 6,
        "foot": height - 6,
        "ticks": [{"x": across(at), "label": _tick(at, unit)} for at in _ticks(ends)],
        "rows": [
            {
                "y": TOP + ROW * place + ROW // 2,
                "name": _cut(one.name, left - 16),
                "words": one.words,
                "x": None if one.value is None else across(one.value),
                "low": None if one.low is None else across(one.low),
                "high": None if one.high is None else across(one.high),
            }
            for place, one in enumerate(rows)
        ],
        "words_at": left + PLOT + 16,
    }


def run_chart(title: str, rows: Sequence[Dot]) -> View:
    """Dots with intervals in the order of time, joined by a line; `mark` of a row is written where it stands."""
    step = max(70, min(170, 760 // max(1, len(rows))))
    left, top, tall = 52, 34, 220
    up = _scale((0.0, 1.0), top + tall, top)
    points: list[View] = [
        {
            "x": left + step * place + step // 2,
            "name": _cut(one.name, step - 6),
            "y": None if one.value is None else up(one.value),
            "low": None if one.low is None else up(one.low),
            "high": None if one.high is None else up(one.high),
            "label": "" if one.value is None else f"{100 * one.value:.0f}%",
            "label_y": None if one.high is None else up(one.high) - 8,
            "mark": one.mark,
        }
        for place, one in enumerate(rows)
    ]
    there = [one for one in points if one["y"] is not None]
    return {
        "title": title,
        "known": bool(there),
        "description": "; ".join(f"{one.name}: {one.words}" for one in rows) + ".",
        "width": left + step * len(rows) + 20,
        "height": top + tall + 40,
        "left": left,
        "right": left + step * len(rows),
        "top": top,
        "foot": top + tall,
        "ticks": [{"y": up(at), "label": _tick(at, "%")} for at in _ticks((0.0, 1.0))],
        "points": points,
        "line": " ".join(f"{one['x']},{one['y']}" for one in there) if len(there) > 1 else "",
        "marks": [{"x": one["x"] - step // 2, "words": one["mark"]} for one in points if one["mark"]],
    }


@dataclass(frozen=True, slots=True)
class Limits:
    """Between which shares a group of so many plans stays, as far as chance goes: inner and outer, low and high."""

    n: int
    inner: tuple[float, float]
    outer: tuple[float, float]


def funnel(title: str, target: float, points: Sequence[tuple[str, int, int, str]], limits: Sequence[Limits]) -> View:
    """Groups by their number of plans, within what chance allows: name, k, n and what is said of each.

    A point lies outside a line exactly where its flag says so, because the lines are drawn from the same exact tails.
    """
    left, top, wide, tall = 52, 24, 620, 300
    first, last = limits[0].n, limits[-1].n
    across = _scale((first - 1, last + 1), left, left + wide)
    up = _scale((0.0, 1.0), top + tall, top)
    views: list[View] = []
    for name, k, n, says in sorted(points, key=lambda one: (one[2], one[1], one[0])):
        views.append({"x": across(n), "y": up(k / n), "name": _cut(name, 190), "flagged": bool(says)})
    _part_labels(views)
    right = left + wide
    for one in views:
        one["anchor"] = "end" if one["x"] > right - 120 else "start"
        one["label_x"] = one["x"] - 10 if one["anchor"] == "end" else one["x"] + 10
    said = "; ".join(f"{name}: {k} of {n}{f', {says}' if says else ''}" for name, k, n, says in points)
    return {
        "title": title,
        "description": f"All together reach {100 * target:.0f}%. {said}.",
        "width": right + 90,
        "height": top + tall + 52,
        "left": left,
        "right": right,
        "top": top,
        "foot": top + tall,
        "target": up(target),
        "target_label": f"all: {100 * target:.0f}%",
        "lines": {
            "inner": [_steps([(one.n, one.inner[side]) for one in limits], across, up) for side in (0, 1)],
            "outer": [_steps([(one.n, one.outer[side]) for one in limits], across, up) for side in (0, 1)],
        },
        "ticks": [{"y": up(at), "label": _tick(at, "%")} for at in _ticks((0.0, 1.0))],
        "numbers": [{"x": across(n), "label": str(n)} for n in _numbers(first, last)],
        "points": views,
    }


def apart_plot(title: str, pairs: Sequence[tuple[str, float, float]], bias: float, limits: tuple[float, float]) -> View:
    """Bland and Altman's plot: by how much two scores differ, against their mean. Name, first and second of each."""
    means = [(first + second) / 2 for _, first, second in pairs]
    gaps = [first - second for _, first, second in pairs]
    most = max(10.0, *(abs(one) for one in (*gaps, *limits)))
    most = 10.0 * -(-most // 10)
    low, high = max(0.0, 10.0 * (min(means) // 10)), min(100.0, 10.0 * -(-max(means) // 10))
    low, high = (low, high) if high > low else (max(0.0, low - 10), min(100.0, low + 10))
    left, top, wide, tall = 52, 20, 520, 240
    across, up = _scale((low, high), left, left + wide), _scale((-most, most), top + tall, top)
    return {
        "title": title,
        "description": f"Mean difference {bias:+.1f} points; limits of agreement {limits[0]:+.1f} to {limits[1]:+.1f}.",
        "width": left + wide + 130,
        "height": top + tall + 48,
        "left": left,
        "right": left + wide,
        "top": top,
        "foot": top + tall,
        "ticks": [{"y": up(at), "label": f"{at:+g}" if at else "0"} for at in _ticks((-most, most))],
        "numbers": [{"x": across(at), "label": f"{at:g}"} for at in _ticks((low, high))],
        "points": [{"x": across(mean), "y": up(gap)} for mean, gap in zip(means, gaps, strict=True)],
        "lines": [
            {"y": up(bias), "css": "target", "label": f"mean {bias:+.1f}"},
            {"y": up(limits[0]), "css": "inner", "label": f"{limits[0]:+.1f}"},
            {"y": up(limits[1]), "css": "inner", "label": f"{limits[1]:+.1f}"},
        ],
    }


def stack(counts: Sequence[tuple[str, int]], wide: int = 200) -> list[View]:
    """A bar in parts, each with its class, where it begins and how wide it is."""
    whole = sum(number for _, number in counts)
    parts: list[View] = []
    begun = 0
    for css, number in counts:
        if number:
            start, end = round(wide * begun / whole, 1), round(wide * (begun + number) / whole, 1)
            parts.append({"css": css, "x": start, "width": round(end - start, 1)})
        begun += number
    return parts


# --- parts -------------------------------------------------------------------------------------------------------


def _scale(ends: tuple[float, float], start: float, stop: float) -> Any:
    low, high = ends

    def place(value: float) -> float:
        inside = min(max(value, low), high)
        return round(start + (inside - low) / (high - low) * (stop - start), 1)

    return place


def _ticks(ends: tuple[float, float]) -> list[float]:
    low, high = ends
    return [low + (high - low) * place / 4 for place in range(5)]


def _tick(value: float, unit: str) -> str:
    return f"{100 * value:.0f}%" if unit == "%" else f"{value:+g}" if value else "0"


def _numbers(first: int, last: int) -> list[int]:
    """Four or five round numbers of plans along the axis."""
    step = next(one for one in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 10**6) if (last - first) / one <= 6)
    return [n for n in range(first - first % step, last + 1, step) if n >= first]


def _steps(points: Sequence[tuple[int, float]], across: Any, up: Any) -> str:
    """A line in steps, each number of plans from half below it to half above."""
    return " ".join(f"{across(n - 0.5)},{up(value)} {across(n + 0.5)},{up(value)}" for n, value in points)


_APART, _NEAR = 14, 110  # pixels between labels: below each other, and beside


def _part_labels(points: Sequence[View]) -> None:
    """Give every point the height of its label, so that labels beside each other do not lie on one another."""
    placed: list[View] = []
    for one in points:
        at = one["y"] + 4
        while any(abs(at - other["label_y"]) < _APART and abs(one["x"] - other["x"]) < _NEAR for other in placed):
            at += _APART
        one["label_y"] = round(at, 1)
        placed.append(one)


def _cut(name: str, room: float) -> str:
    most = max(4, int(room / CHARACTER))
    return name if len(name) <= most else f"{name[: most - 1]}…"
