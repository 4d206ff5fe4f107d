"""How far would a figure move if other plans had been drawn? Percentile bootstrap over units, seeded.

The draws come from Python's `random.random()`, the one generator whose stream is promised from version to version, so
that a figure in a report can be computed again years later.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Any

LEVEL = 0.95
REPS = 1000
SEED = 20260101

_CELLS = 4_000_000
"""The most numbers that a batch of resamples may hold at once."""

Array = Any  # a numpy array; numpy is loaded when it is first needed

Figure = Callable[[Array], Array]
"""Takes how often each unit counts, one resample a row; gives the figure of each, NaN where it does not exist."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a figure may lie; `undefined` resamples had none."""

    low: float
    high: float
    method: str
    level: float = LEVEL
    reps: int | None = None
    seed: int | None = None
    undefined: int = 0


@lru_cache(maxsize=64)
def counts(units: int) -> Array:
    """How often each unit is drawn, in REPS resamples of as many units as there are."""
    import numpy

    draw = Random(SEED).random  # noqa: S311  resampling wants a stream that can be repeated, not a secret one
    result = numpy.zeros((REPS, units))
    for row in result:
        for _ in range(units):
            row[int(draw() * units)] += 1
    return result


def percentile_interval(figure: Figure, units: int, width: int = 1, clusters: Array = None) -> Interval | None:
    """The middle 95% of a figure over resamples; None when it exists in too few of them.

    `width` is how many numbers the figure holds for each unit of a resample. `clusters` numbers what each unit belongs
    to, from 0: then whole clusters are drawn, since units of one plan are not independent.
    """
    import numpy

    drawn_from = units if clusters is None else int(clusters.max()) + 1
    if drawn_from < 2:
        return None
    drawn = counts(drawn_from)
    batch = max(1, _CELLS // max(1, units * width))
    parts = (drawn[start : start + batch] for start in range(0, REPS, batch))
    found = numpy.concatenate([figure(part if clusters is None else part[:, clusters]) for part in parts])
    there = found[~numpy.isnan(found)]
    if len(there) < REPS / 2:
        return None
    low, high = numpy.percentile(there, [50 * (1 - LEVEL), 50 * (1 + LEVEL)])
    method = f"percentile bootstrap over {'units' if clusters is None else 'plans'}, approximate"
    return Interval(float(low), float(high), method, LEVEL, REPS, SEED, REPS - len(there))
