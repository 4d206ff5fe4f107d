"""In which order the criteria of a run are shown: by how many plans fall short, by what matters, by what to look at."""

from __future__ import annotations

from collections.abc import Iterable

from ehcp_audit.model import Tier
from ehcp_audit.reports.figures import CriterionFigures
from ehcp_audit.reports.gaps import NOTHING_FOUND
from ehcp_audit.styling import count


def training_needs(criteria: Iterable[CriterionFigures]) -> tuple[CriterionFigures, ...]:
    """The criteria that plans fall short of, those that most plans fall short of first.

    Where they tie: the greatest shortfall first (a plan that meets a criterion in 11 of 12 outcomes falls short of it
    by a twelfth), then a must before a should.
    """
    short = [one for one in criteria if one.short]
    tiers = list(Tier)
    return tuple(
        sorted(
            short,
            key=lambda one: (-one.short, -one.shortfall, tiers.index(one.short_tier), one.criterion.id),
        )
    )


def priorities(criteria: Iterable[CriterionFigures]) -> tuple[CriterionFigures, ...]:
    """The criteria that plans fall short of, in the order of what matters: the law first, then by consequence.

    The consequence is what they lack in all, by the criterion's weight: how much the plans lose by it.
    """
    tiers = list(Tier)
    return tuple(
        sorted(
            (one for one in criteria if one.short),
            key=lambda one: (
                tiers.index(one.short_tier),
                -one.shortfall * one.criterion.weight,
                -one.short,
                one.criterion.id,
            ),
        )
    )


def look_first_at(criteria: Iterable[CriterionFigures]) -> tuple[CriterionFigures, ...]:
    """The criteria of which the tool proposes that a plan does not meet them, where a person has not judged yet.

    The law first, then by weight and the number of plans; what it would call not met before partly met.
    """
    tiers = list(Tier)
    return tuple(
        sorted(
            (one for one in criteria if one.doubted),
            key=lambda one: (
                tiers.index(one.criterion.tier),
                -one.denied * one.criterion.weight,
                -one.doubted * one.criterion.weight,
                one.criterion.id,
            ),
        )
    )


def nothing_certain(criteria: Iterable[CriterionFigures]) -> str:
    """What is said where no plan certainly falls short: never that there is no gap while the tool proposes one."""
    places = sum(one.doubts for one in criteria if one.doubted)
    return f"Nothing certain; {count(places, 'place')} to look at first" if places else NOTHING_FOUND


def weakest(criteria: Iterable[CriterionFigures]) -> tuple[CriterionFigures, ...]:
    """The criteria that plans fall short of and of which a rate can be given: the smallest share first."""
    rated = [(one.rate.share, one) for one in training_needs(criteria)]
    return tuple(one for share, one in sorted(rated, key=lambda pair: pair[0] or 0) if share is not None)
