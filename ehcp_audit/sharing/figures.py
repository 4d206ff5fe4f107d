"""The counts of a share pack: how many plans met each criterion, small counts held back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ehcp_audit.model import CriterionResult, Scorecard, Verdict

FEWEST = 5
"""Counts below this could point to a child: they are held back, and so is what they could be worked out from."""

HELD_BACK = f"under {FEWEST}"
ALSO = "held back"

Count = int | str

VERDICTS = (Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET, Verdict.NOT_APPLICABLE, Verdict.NEEDS_PERSON)


def counts(
    cards: Sequence[Scorecard], counted: Sequence[Scorecard]
) -> dict[str, tuple[CriterionResult, tuple[Count, ...]]]:
    """Each criterion that the plans were asked: how many `counted` ones got each verdict, small counts held back."""
    asked: dict[str, CriterionResult] = {}
    for card in cards:
        for result in card.criteria:
            asked.setdefault(result.id, result)
    found = {id: dict.fromkeys(VERDICTS, 0) for id in asked}
    for card in counted:
        for result in card.criteria:
            found[result.id][result.verdict] += 1
    return {id: (asked[id], held_back(found[id])) for id in asked}


def held_back(numbers: Mapping[Verdict, int]) -> tuple[Count, ...]:
    """The counts in the order of VERDICTS. One from 1 to 4 is held back; where that is the only one, so is the next
    smallest, since the total is known. Of fewer than five plans nothing is said.
    """
    ordered = [numbers[verdict] for verdict in VERDICTS]
    if sum(ordered) < FEWEST:
        return (HELD_BACK,) * len(ordered)
    shown: list[Count] = [HELD_BACK if 0 < number < FEWEST else number for number in ordered]
    if shown.count(HELD_BACK) == 1:
        others = [at for at, number in enumerate(shown) if isinstance(number, int) and number > 0]
        smallest = min(others, key=lambda at: (ordered[at], at), default=None)
        if smallest is not None:
            shown[smallest] = ALSO
    return tuple(shown)
