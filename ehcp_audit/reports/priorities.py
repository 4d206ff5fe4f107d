"""In which order every output of a run shows its criteria: what plans fall short of, and what to look at first."""

from __future__ import annotations

from collections.abc import Iterable

from ehcp_audit.model import Tier
from ehcp_audit.reports.figures import CriterionFigures
from ehcp_audit.reports.gaps import NOTHING_FOUND
from ehcp_audit.styling import count


def priorities(criteria: Iterable[CriterionFigures]) -> tuple[CriterionFigures, ...]:
    """The criteria that plans fall short of, as every output lists them: the law first, then by the number of plans.

    A criterion that joins good practice to a duty stands where the strongest of what plans are short of puts it, by the
    plans that are short of that. Where they tie: what they lack in all, by the criterion's weight. A plan in which
    one missing section is the cause of several counts with the one that tells of it, so that each cause counts once.
    """
    tiers = list(Tier)
    kept = tuple(criteria)
    ids = {one.criterion.id for one in kept}
    return tuple(
        sorted(
            (one for one in kept if one.short_beside(ids)),
            key=lambda one: (
                tiers.index(one.short_tier),
                -min(one.short_most, one.short_beside(ids)),
                -one.shortfall * one.criterion.weight,
                one.criterion.id,
            ),
        )
    )


def look_first_at(criteria: Iterable[CriterionFigures]) -> tuple[CriterionFigures, ...]:
    """The criteria of which the tool proposes that a plan does not meet them, where a person has not judged yet.

    In the same order: the law first, then by the number of plans; what it would call not met before partly met.
    """
    tiers = list(Tier)
    return tuple(
        sorted(
            (one for one in criteria if one.doubted),
            key=lambda one: (
                tiers.index(one.doubt_tier),
                -one.doubted,
                -one.denied,
                -one.criterion.weight,
                one.criterion.id,
            ),
        )
    )


def nothing_certain(criteria: Iterable[CriterionFigures]) -> str:
    """What is said where no plan certainly falls short: never that there is no gap while the tool proposes one."""
    places = sum(one.doubts for one in criteria if one.doubted)
    return f"Nothing is certainly wrong; {count(places, 'place')} to look at first" if places else NOTHING_FOUND


def areas(criteria: Iterable[CriterionFigures], most: int) -> tuple[CriterionFigures, ...]:
    """The areas for improvement: the first of the same list of which more than one plan falls short.

    A slip in a single plan is no pattern: such fill the places that are left, and `slips` names them all.
    """
    return tuple(sorted(priorities(criteria), key=lambda one: one.short == 1)[:most])


def slips(criteria: Iterable[CriterionFigures]) -> tuple[CriterionFigures, ...]:
    """Those of the same list of which one plan alone falls short."""
    return tuple(one for one in priorities(criteria) if one.short == 1)
