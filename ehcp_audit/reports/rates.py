"""k of n plans, and what that can say: the rules for small numbers, and for plans of which it is not known yet."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ehcp_audit.intervals import COUNTS_ONLY, NO_RATE, many_open, wilson
from ehcp_audit.styling import between, percent

UNREVIEWED = "By these rules alone, before any review."
"""What stands beside a share of plans that rules, and no person, found short of a duty."""


@dataclass(frozen=True, slots=True)
class Rate:
    """k of n, and the 95% Wilson interval where n allows one.

    `open` plans more wait for a person: where they are many, the n settled are no sample of all, and give no rate.
    """

    k: int
    n: int
    open: int = 0

    @property
    def many_open(self) -> bool:
        """Whether so many plans wait that there is no rate."""
        return many_open(self.open, self.n + self.open)

    @property
    def share(self) -> Fraction | None:
        """The rate; None where there are too few to give one, or too many wait."""
        return Fraction(self.k, self.n) if self.n >= COUNTS_ONLY and not self.many_open else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95% interval, as shares of 1; None where there are too few to give one, or too many wait."""
        return wilson(self.k, self.n) if self.share is not None else None

    @property
    def counts(self) -> str:
        """ "31 of 36"."""
        return f"{self.k} of {self.n}"

    @property
    def counts_waiting(self) -> str:
        """ "1 of 23; 9 wait": the counts, with the plans of which it is not known yet."""
        waits = f"; {self.open} {'waits' if self.open == 1 else 'wait'}" if self.open else ""
        return self.counts + waits if self.n else f"none of {self.open} judged"

    @property
    def rate_words(self) -> str:
        """ "86.1%", or why there is none."""
        if self.many_open:
            return f"no rate: {self.open} of {self.n + self.open} wait for a person"
        if self.n < NO_RATE:
            return "too few for a rate"
        return "counts only below 10 plans" if self.share is None else percent(self.share)

    @property
    def interval_words(self) -> str:
        """ "71 to 94%": whole points, since more would pretend; "" where there is none."""
        return "" if self.interval is None else between(*self.interval)

    @property
    def with_interval(self) -> str:
        """ "86.1% (95% interval 71 to 94%)", or why there is no rate."""
        return self.rate_words + in_brackets(self.interval_words)

    @property
    def words(self) -> str:
        """The whole of it in one phrase: "31 of 36, 86.1% (95% interval 71 to 94%)"."""
        if self.interval is None:
            return f"{self.counts} ({self.rate_words})"
        return f"{self.counts}, {self.with_interval}"


def in_brackets(interval: str) -> str:
    """What follows a figure: " (95% interval 71 to 94%)"; "" where there is no interval."""
    return f" (95% interval {interval})" if interval else ""
