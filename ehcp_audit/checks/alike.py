"""Is an outcome written as the plan's other outcomes are?

Section E holds more than outcomes: how steps are set, who meets when, what happens at the next move. Where such a line
was taken for an outcome, every fault found in it is false. A plan whose outcomes say what the child will do gives the
sign: a line among them in which the child does nothing may be of another kind, and a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from ehcp_audit.checks.names import own_names
from ehcp_audit.checks.scanning import once
from ehcp_audit.language.outcomes import outcome_wording
from ehcp_audit.model import Item, Outcome, Plan
from ehcp_audit.rare import rarely

_FEWEST = 2  # other outcomes in which the child acts
_MOST_APART = 3  # of so many one may be otherwise
_CHILD = r"he|she|they|I|you|(?:the |this |our )?(?:child|young (?:person|man|woman)|boy|girl|pupil|student|learner)"
_WHILE = ("when", "if", "while", "after", "before", "once", "as", "where", "until", "whether", "what", "how", "which")
_ACTS = rarely(
    r"(?<![\w'’-])"
    + "".join(rf"(?<!\b{word} )" for word in _WHILE)  # "When you move up, we will ..." is about others
    + rf"(?:(?:{_CHILD})|(?P<other>[a-z]+(?:-[a-z]+)*))(?=['’](?:ll|d|m)\b|,? [a-z])",
    re.IGNORECASE,
)
"""Who does or is something: a word for the child, or another word, which may be the child's name."""


def stands_apart(outcome: Outcome, plan: Plan | None) -> bool:
    """Is something said of others in this line, though it is the child who acts in most of the plan's other outcomes?

    Words of change, and few words without a verb, are what vague outcomes are made of ("Improved communication", "Good
    attendance"), and promised help is what provision in their place is: they stand for no other kind. Nor does a line
    that has an outcome's place, by its number or the needs it names, as the others have.
    """
    if plan is None or not plan.sections:
        return False
    acting = once(plan, "outcomes in which the child acts", partial(_acting, plan))
    if outcome.subject in acting or _IS_DONE.search(outcome.text) is None or _PROMISED.search(outcome.text):
        return False
    others = [item for item in plan.section("E").items if item.subject != outcome.subject]
    alike = [item for item in others if item.subject in acting]
    if len(alike) < _FEWEST or not _are_most(alike, others):
        return False
    if _is_placed(outcome) and _are_most([item for item in alike if _is_placed(item)], alike):
        return False
    return not outcome_wording(outcome.text).changes


_IS_DONE = rarely(
    r"\b(?:will|is|are|was|were|has|have|had|may|must|shall|(?:work|keep|meet|set|take|write|hold|lead|check|plan|visit|"
    r"teach|review|record|oversee|give|see|send|use|go|start|end|begin|continue|run|look|help|make|move|change)"
    r"(?:s|es)?)\b|^\W*\S{0,3}\W*$",
    re.IGNORECASE,
)
"""A verb, or next to no words at all."""
_PROMISED = rarely(
    r"\bwill (?:be (?:provided|given|delivered|offered|arranged|made available|available|put in place)|receive|"
    r"have access|support|provide|deliver|put|give|help|carry out|continue)\b|^\W*(?:access|support|help)\b",
    re.IGNORECASE,
)


def _are_most(some: Sequence[Item], of: Sequence[Item]) -> bool:
    return _MOST_APART * len(some) >= (_MOST_APART - 1) * len(of)


def _is_placed(item: Item) -> bool:
    """Has it a number among the outcomes, or the numbers of the needs it answers: the place of an outcome?"""
    return item.number is not None or bool(item.refers)


def _acting(plan: Plan) -> frozenset[str]:
    """The subjects ("E.3") of the outcomes in which the child is the one who does or is something."""
    names = own_names(plan)
    return frozenset(item.subject for item in plan.section("E").items if _child_acts(item.text, names))


def _child_acts(text: str, names: frozenset[str]) -> bool:
    return any(match["other"] is None or match["other"].lower() in names for match in _ACTS.finditer(text))
